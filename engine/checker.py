"""Where it comes together: an article in, a report out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from .articles import as_article, as_given, copy_of, note_on_day, numbered, with_own_ids
from .beside import Holdings, all_beside
from .closing import Closing
from .containment import contained
from .errors import refuse_no_fingerprint, refuse_no_list, refuse_no_seconds
from .events import linked, renamed
from .held_against import Source, Sources, opened_out
from .judging import findings_of, refused, rows_of
from .kinds import Kind, load_kinds
from .knowledge import KnowledgeError, nearest
from .model import (
    TIMEOUT,
    Article,
    EngineName,
    Event,
    Fact,
    Issue,
    Match,
    Mention,
    Report,
    Stated,
)  # fmt: skip
from .reading.reader import Reading, find_mentions, read_article
from .selection import UnknownRuleError, select_rules
from .stories import are_of_one_story

if TYPE_CHECKING:
    from .matching.base import Engine
    from .near_misses import NearMiss
    from .rulebook.formula import Row
    from .rulebook.rule import Rule

__all__ = ["Checker", "EngineName", "Reader"]

Reader = Callable[[Article, Mapping[str, Kind]], Reading]


class Checker(Closing):
    """Checks articles. Kinds and rules are loaded and compiled once, for many articles.

    A checker serves one thread at a time. Closing it, or leaving it as a context manager,
    gives back what its engine holds.

    Args:
        rules: names of rules, or patterns as in ``control/*``; ``None`` for every rule.
        ignore: names or patterns to leave out again.
        engine: which engine matches; all of them find the same. With ``None`` articles are only
            held against archives, and what one says among itself is let be.
        apart: whether durable_rules, which is C and can crash, runs in a process of its own:
            its death is then an error in the report of the article in hand, and no more.
        timeout: seconds that this process may take over one article before it is ended, which
            is an error like its death; any number when ``None``.
        kinds: what to read, by name; those that come with belie when ``None``.
        rulebook: the rules that there are; those that come with belie when ``None``.
        read: what turns an article into facts.

    Raises:
        UnknownRuleError: when a name or pattern fits no rule.
        WrongTypeError: when ``rules`` or ``ignore`` is a text, and no list of them, or ``timeout``
            is no number of seconds.
        KnowledgeError: when a file of kinds or rules cannot be used.
        EngineUnavailableError: when the engine asked for cannot be had.
    """

    def __init__(  # noqa: PLR0913 - each is a choice of its own
        self,
        rules: Sequence[str] | None = None,
        *,
        ignore: Sequence[str] = (),
        engine: EngineName | None = "auto",
        apart: bool = False,
        timeout: float | None = TIMEOUT,
        kinds: Mapping[str, Kind] | None = None,
        rulebook: Sequence[Rule] | None = None,
        read: Reader = read_article,
    ) -> None:
        refuse_no_list(rules=() if rules is None else rules, ignore=ignore)
        refuse_no_seconds(timeout)
        self._kinds = load_kinds() if kinds is None else kinds
        self._told = {name: kind for name, kind in self._kinds.items() if not kind.compared}
        self._read = read
        if rulebook is None:
            from .rulebook.rule import load_rules

            rulebook = load_rules(kinds=self._kinds)
        self._rules = {rule.name: rule for rule in select_rules(rulebook, rules, ignore)}
        self._engine: Engine | None = None
        if self._rules and engine is not None:
            from .matching.engines import make_engine

            plans = [rule.plan for rule in self._rules.values()]
            self._engine = make_engine(engine, plans, apart=apart, timeout=timeout)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that it applies."""
        return tuple(self._rules.values())

    def check(
        self,
        article: str | Article | Stated,
        *,
        published: date | str | None = None,
        title: str | None = None,
        against: Sequence[Source] = (),
        dismissed: Collection[str] = (),
    ) -> Report:
        """What in ``article`` cannot stand together, with itself or with ``against``.

        Args:
            article: the copy, or what is stated of it.
            published: its day of publication, where the article does not carry one; a string
                is in ISO form.
            title: its headline, where the article does not carry one.
            against: other copy that it must agree with, or what is stated of it; an archive; or
                what ``prepare`` gives. What these say among themselves is not reported.
            dismissed: fingerprints, or how they begin, of findings to leave out.

        Returns:
            The facts and the findings, these in the order in which the article comes to them.
            What could not be checked is in ``errors``, be it for a fault of belie's own.

        Raises:
            DateError: when ``published`` is no date.
            WrongFingerprintError: when one of ``dismissed`` has fewer than eight digits.
            WrongTypeError: when ``against`` or ``dismissed`` is a text, and no list of them, or an
                article is none.
        """
        refuse_no_list(against=against, dismissed=dismissed)
        refuse_no_fingerprint(dismissed)
        given = as_given(article, published, title)
        sources = opened_out(against)
        read, facts = self._read_all(given, sources)
        report = self._report(read, facts, dismissed, sources.kept)
        return replace(report, notes=(*note_on_day(article, published), *report.notes))

    def prepare(self, sources: Sequence[Source]) -> Sources:
        """``sources`` read once, to hold many drafts against: ``check(…, against=[prepared])``.

        Args:
            sources: other copy, what is stated of it, or an archive.

        Raises:
            WrongTypeError: when ``sources`` is a text, and no list of them.
        """
        refuse_no_list(sources=sources)
        prepared = opened_out(sources)
        for given, copy in zip(
            prepared.given, with_own_ids(map(copy_of, prepared.given), taken=None), strict=True
        ):
            self._reading_of(given, copy, self._kinds, prepared)
        return prepared

    def _report(
        self,
        read: Report,
        facts: Mapping[str, Fact],
        dismissed: Collection[str] = (),
        kept: Sequence[Holdings] = (),
    ) -> Report:
        """What was ``read`` of an article, with the findings among all ``facts`` and ``kept``."""
        errors = list(read.errors)
        notes = read.notes if self._rules else (*read.notes, "no rule is applied")
        rows = rows_of(facts, self._kinds, errors)
        own_ids = {fact.id for fact in read.facts}
        matches = self._matched(rows, own_ids, errors)
        beside = all_beside(kept, read, rows, self._rules, self._kinds, errors)
        facts, rows = {**facts, **beside.facts}, {**rows, **beside.rows}
        told_of = facts, rows, own_ids
        matches += beside.matches
        found = findings_of(self._rules, matches, told_of, dismissed, errors)
        named = {fact.id for each in found.findings for fact in each.named}
        own = {fact.id for fact in read.facts if fact.kind in self._told}
        told = tuple(fact for name, fact in facts.items() if name in own or name in named)
        quoted = {fact.article for fact in told}
        compared = read.counts.get("compared", 0) + beside.compared
        return replace(
            read,
            facts=told,
            findings=found.findings,
            errors=tuple(errors),
            counts={**read.counts, "compared": compared},
            against=(*read.against, *(each for each in beside.articles if each.id in quoted)),
            notes=notes,
            omitted=found.omitted,
            dismissed=found.dismissed,
        )

    def _read_all(
        self, given: Article | Stated, sources: Sources
    ) -> tuple[Report, dict[str, Fact]]:
        """The facts of an article, and these with those of the others, by id."""
        article = copy_of(given)
        others = with_own_ids(map(copy_of, sources.given), taken=article.id)
        reading = self._reading(given, article, self._kinds if others else self._told)
        errors = list(reading.errors)
        facts = numbered(reading.facts, article, 1)
        own = len(facts)
        for stated, other in zip(sources.given, others, strict=True):
            alike = isinstance(stated, Stated) or are_of_one_story(article, other)
            kinds = self._kinds if alike else self._told
            read = self._reading_of(stated, other, kinds, sources)
            if not alike:  # two stories tell of two happenings
                apart = [fact for fact in read.facts if not self._kinds[fact.kind].behaves]
                read = replace(read, facts=tuple(apart))
            names = linked(reading.events, read.events, other.id or "")
            facts += numbered(renamed(read.facts, names, other.id or ""), other, len(facts) + 1)
            errors += [Issue(f"{other.id}: {issue.message}") for issue in read.errors]
        facts = self._named(facts)
        counts = {**reading.counts, "facts": own, "compared": len(facts)}
        report = Report(
            article,
            tuple(facts[:own]),
            errors=tuple(errors),
            counts=counts,
            against=others,
            notes=reading.notes,
            events=_of(article, reading.events),
        )
        return report, {fact.id: fact for fact in facts}

    def _reading_of(
        self,
        given: str | Article | Stated,
        article: Article,
        kinds: Mapping[str, Kind],
        sources: Sources,
    ) -> Reading:
        """As ``_reading``, of one of ``sources``, each of which is read once."""
        known = article, kinds is self._told
        if known not in sources.readings:
            sources.readings[known] = self._reading(given, article, kinds)
        return sources.readings[known]

    def _reading(
        self, given: str | Article | Stated, article: Article, kinds: Mapping[str, Kind]
    ) -> Reading:
        """The facts of ``article``, as stated where they were ``given`` as statements."""
        if isinstance(given, Stated):
            counts = {"facts": len(given.facts)}
            return Reading(given.facts, given.errors, counts, events=given.events)
        errors: list[Issue] = []
        with contained(errors, "the article was not read", passing=KnowledgeError):
            return self._read(article, kinds)
        return Reading((), tuple(errors), {"sentences": 0, "facts": 0})

    def _matched(self, rows: Mapping[str, Row], own: set[str], errors: list[Issue]) -> list[Match]:
        """The matches of the rules, and what kept one from being applied."""
        from .matching.base import EngineError

        without = refused(self._rules, rows, errors)
        with contained(errors, "no rule was applied"):
            try:
                return self._matches(rows, own, without)
            except EngineError as failure:
                errors.append(Issue(f"no rule was applied: {failure}"))
        return []

    def _named(self, facts: list[Fact]) -> list[Fact]:
        """The facts by the ids that reports give them."""
        return facts

    def _matches(
        self, rows: Mapping[str, Row], own: Collection[str], without: Collection[str]
    ) -> list[Match]:
        """The matches of all rules but some, as far as they cover the facts ``own``.

        Raises:
            EngineError: when that cannot be told.
        """
        return [] if self._engine is None else self._engine.match(rows, own, without)

    def check_many(
        self,
        articles: Iterable[str | Article],
        *,
        against: Sequence[Source] = (),
        dismissed: Collection[str] = (),
    ) -> Iterator[Report]:
        """One report for each of ``articles``, as it is asked for; see ``check``."""
        refuse_no_list(articles=articles, against=against, dismissed=dismissed)
        prepared = self.prepare(against)
        return (self.check(each, against=[prepared], dismissed=dismissed) for each in articles)

    def extract(
        self,
        article: str | Article,
        *,
        published: date | str | None = None,
        title: str | None = None,
    ) -> Report:
        """The facts alone; arguments and errors as for ``check``."""
        said = note_on_day(article, published)
        article = as_article(article, published, title)
        reading = self._reading(article, article, self._told)
        facts = tuple(numbered(reading.facts, article, 1))
        counts = {**reading.counts, "facts": len(facts)}
        return Report(
            article, facts, errors=reading.errors, counts=counts,
            notes=(*said, *reading.notes), events=_of(article, reading.events),
        )  # fmt: skip

    def mentions(
        self,
        article: str | Article,
        *,
        published: date | str | None = None,
        title: str | None = None,
    ) -> Report:
        """The numbers, dates and names of ``article``; arguments and errors as for ``check``."""
        notes = note_on_day(article, published)
        article = as_article(article, published, title)
        found: tuple[Mention, ...] = ()
        errors: list[Issue] = []
        with contained(errors, "the mentions were not read"):
            found = find_mentions(article, self._told)
        counts = {"mentions": len(found)}
        return Report(article, (), errors=tuple(errors), counts=counts, mentions=found, notes=notes)

    def check_facts(
        self,
        facts: Sequence[Fact],
        *,
        article: Article | None = None,
        against: Sequence[Fact] = (),
    ) -> Report:
        """What cannot stand together among ``facts``, and with those ``against`` them.

        Args:
            facts: of one article, such as ``belie.facts_from`` makes of statements. They are
                numbered anew.
            article: the copy in which their spans count; without it, copy of their own
                passages alone.
            against: facts of other articles, each with an id. What these say among themselves
                is not reported.
        """
        from .statements.facts import by_article, stated_article

        refuse_no_list(facts=facts, against=against)
        own = Stated(article or stated_article(facts), tuple(facts))
        others = [Stated(stated_article(each), tuple(each)) for each in by_article(against)]
        return self.check(own, against=others)

    def review(
        self,
        rule: str,
        article: str | Article | Stated,
        *,
        published: date | str | None = None,
        title: str | None = None,
        against: Sequence[Source] = (),
        most: int = 2,
    ) -> tuple[Report, tuple[NearMiss, ...]]:
        """The report, as ``check`` gives it, and what ``rule`` nearly flagged.

        Args:
            rule: its name.
            article: the copy.
            published: its day of publication.
            title: its headline.
            against: other copy that it is held against.
            most: how many conditions may be missed.

        Raises:
            UnknownRuleError: when there is no such rule.
        """
        from .near_misses import near_misses

        refuse_no_list(against=against)
        if rule not in self._rules:
            problem = f"there is no rule {rule!r}{nearest(rule, self._rules)}"
            raise UnknownRuleError(problem)
        sources = opened_out(against)
        read, facts = self._read_all(as_given(article, published, title), sources)
        errors = list(read.errors)
        own = {fact.id for fact in read.facts}
        near: tuple[NearMiss, ...] = ()
        with contained(errors, "what was nearly flagged was not found"):
            missed = near_misses(
                self._rules[rule], facts, rows_of(facts, self._kinds, errors), most
            )
            near = tuple(x for x in missed if any(fact.id in own for fact in x.facts.values()))
        return self._report(replace(read, errors=tuple(errors)), facts, kept=sources.kept), near

    def close(self) -> None:
        """Gives back what the engine holds; the checker is not used again."""
        if self._engine is not None:
            self._engine.close()


def _of(article: Article, events: Iterable[Event]) -> tuple[Event, ...]:
    """``events``, each with the article that it is of."""
    return tuple(replace(each, article=article.id) for each in events)
