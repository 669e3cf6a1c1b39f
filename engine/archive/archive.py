"""An archive that is read: what it holds, and what of it stands against a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Self

from ..beside import Beside, Draft
from ..closing import Closing
from ..gravity import gravest
from ..kinds import Kind
from ..knowledge import nearest
from ..model import Event, Fact, Report
from . import listing
from .database import ArchiveError, explained, opened
from .listing import EVERYTHING, Page, Wanted
from .records import ARTICLE_COLUMNS, article_of, event_of, fact_of, named_among_all

if TYPE_CHECKING:
    from ..rulebook.rule import Rule
    from .corrections import Standing
    from .questions import Question

__all__ = ["Archive"]

_PAGE = 50


class Archive(Closing):
    """An archive, opened to be read; others can read it too, and nobody can write meanwhile.

    It serves one thread at a time. Closing it, or leaving it as a context manager, gives it back.

    Args:
        path: the file.
        earlier: whether of its articles those alone stand beside a draft that were published
            before it.
    """

    def __init__(self, path: Path, *, earlier: bool = False) -> None:
        self.path = path
        self._earlier = earlier
        self._connection = opened(path)
        self._asked: tuple[Mapping[str, Rule], tuple[Question, ...]] | None = None

    @classmethod
    def open(cls, path: str | PathLike[str]) -> Self:
        """The archive at ``path``, of which nothing can be changed and no other file reached.

        Raises:
            ArchiveError: when there is none, it is none or of another version, or in use.
        """
        return cls(Path(path))

    def __reduce__(self) -> tuple[Callable[..., Archive], tuple[Path]]:
        """Another process opens it anew."""
        return partial(type(self), earlier=self._earlier), (self.path,)

    def articles(self, wanted: Wanted = EVERYTHING, *, limit: int = _PAGE, offset: int = 0) -> Page:
        """The articles with what is wanted, by day of publication, the latest first.

        Args:
            wanted: which.
            limit: how many at most.
            offset: how many to leave out before.
        """
        with explained(self.path):
            return listing.articles(self._connection, wanted, limit, offset)

    def facts(self, wanted: Wanted = EVERYTHING, *, limit: int = _PAGE, offset: int = 0) -> Page:
        """The facts that are wanted, by the day they are about; arguments as for ``articles``."""
        with explained(self.path):
            return listing.facts(self._connection, wanted, limit, offset)

    def in_order(self) -> list[str]:
        """The ids of all articles, by day of publication, and of one day by their ids."""
        asked = "SELECT id FROM articles ORDER BY published NULLS LAST, id"
        with explained(self.path):
            return [name for (name,) in self._connection.execute(asked).fetchall()]

    def report(self, article: str, *, own_ids: bool = True) -> Report:
        """An article with its facts and events, as it was added.

        Args:
            article: its id.
            own_ids: whether facts are called ``f1`` onwards, as when it was read, and not by the
                ids that they have among all of the archive, such as ``wire-7#f1``.

        Raises:
            ArchiveError: when there is no such article.
        """
        with explained(self.path):
            asked = f"SELECT number, {ARTICLE_COLUMNS} FROM articles WHERE id = ?"  # noqa: S608 - our names
            found = self._connection.execute(asked, [article]).fetchone()
            if found is None:
                raise ArchiveError(self.path, self._no_article(article))
            number, *row = found
            facts, events = self._facts_of(number), self._events_of(number)
        if not own_ids:
            facts = tuple(map(named_among_all, facts))
        counts = {"facts": len(facts)}
        return Report(article_of(row, str(self.path)), facts, counts=counts, events=events)

    def refuse_unknown_file(self, file: str) -> None:
        """Raises ArchiveError where no article was read from a file of that name."""
        with explained(self.path):
            asked = "SELECT DISTINCT file FROM articles WHERE file IS NOT NULL ORDER BY file"
            files = [name for (name,) in self._connection.execute(asked).fetchall()]
        if file not in files:
            problem = f"there is no article from {file!r}{nearest(file, files)}"
            raise ArchiveError(self.path, problem)

    def _no_article(self, article: str) -> str:
        names = self._connection.execute("SELECT id FROM articles ORDER BY number").fetchall()
        hint = nearest(article, [name for (name,) in names])
        return f"there is no article {article!r}{hint or '; belie archive list names them'}"

    def _facts_of(self, number: int) -> tuple[Fact, ...]:
        asked = "SELECT fact FROM facts WHERE article = ? ORDER BY position"
        return tuple(
            fact_of(data) for (data,) in self._connection.execute(asked, [number]).fetchall()
        )

    def _events_of(self, number: int) -> tuple[Event, ...]:
        asked = "SELECT event FROM events WHERE article = ? ORDER BY position"
        found = self._connection.execute(asked, [number]).fetchall()
        return tuple(event_of(data) for (data,) in found)

    def beside(self, draft: Draft, rules: Mapping[str, Rule], kinds: Mapping[str, Kind]) -> Beside:
        """What of the archive stands against ``draft``; see ``engine.beside.Holdings``.

        An article of the same id is passed over: it is the draft as it was before. Of rules that
        hold for the same facts, those are told that are no less grave than the others.

        Raises:
            ArchiveError: when the archive cannot be read.
        """
        from .questions import questions
        from .search import search

        if self._asked is None or self._asked[0] is not rules:
            self._asked = rules, questions(rules.values(), kinds)
        with explained(self.path):
            found = search(
                self._connection, str(self.path), draft, self._asked[1], kinds,
                earlier=self._earlier,
            )  # fmt: skip
        told = gravest(
            found.matches,
            lambda each: frozenset(each.facts),
            lambda each: rules[each.rule].severity,
        )
        return replace(found, matches=tuple(told))

    def fact(self, name: str) -> tuple[Report, Fact]:
        """A fact by its id among all, such as ``wire-7#f3``, with the report on its article.

        Raises:
            ArchiveError: when there is no such fact.
        """
        article, _, own = name.rpartition("#")
        if not article:
            problem = f"{name!r} names no fact; one is called as wire-7#f3 (belie archive show)"
            raise ArchiveError(self.path, problem)
        report = self.report(article)
        for fact in report.facts:
            if fact.id == own:
                return report, fact
        hint = nearest(own, [fact.id for fact in report.facts])
        raise ArchiveError(self.path, f"article {article!r} has no fact {own!r}{hint}")

    def corrections(
        self,
        fact: str,
        changes: Mapping[str, object],
        *,
        on: date | None = None,
        rules: Sequence[Rule] | None = None,
        kinds: Mapping[str, Kind] | None = None,
    ) -> tuple[Standing, ...]:
        """The articles that stand against a fact once it is put right.

        Args:
            fact: its id among all, as ``wire-7#f3``.
            changes: what is right, by field, as people write it: ``{"value": "at least 40"}``.
            on: the day of the correction; today if not said.
            rules: those that are applied; all that come with belie when ``None``.
            kinds: what facts are of; those that come with belie when ``None``.

        Raises:
            ArchiveError: when there is no such fact.
            CorrectionError: when it has no such field, or nothing is changed.
            StatementError: when a value is none.
        """
        from .corrections import corrected, standing

        known = _known(rules, kinds)
        report, old = self.fact(fact)
        new = corrected(old, changes, known[1])
        alone = replace(report, facts=(replace(new, part_of=None),))
        return standing(self, alone, frozenset({new.id}), known, on or date.today())

    def corrections_of(
        self,
        report: Report,
        *,
        on: date | None = None,
        rules: Sequence[Rule] | None = None,
        kinds: Mapping[str, Kind] | None = None,
    ) -> tuple[Standing, ...]:
        """The articles that stand against one that was put right, by what it now says otherwise.

        Args:
            report: what is read of it now; its article has the id that it has here.
            on: as for ``corrections``, and so the others.
            rules: see there.
            kinds: see there.

        Raises:
            ArchiveError: when there is no article of that id.
        """
        from .corrections import changed, standing

        known = _known(rules, kinds)
        before = self.report(report.article.id or "")
        asked = changed(report.facts, before.facts, known[1])
        return standing(self, report, asked, known, on or date.today())

    def close(self) -> None:
        """Gives the archive back; it is not used again."""
        self._connection.close()


def _known(
    rules: Sequence[Rule] | None, kinds: Mapping[str, Kind] | None
) -> tuple[Mapping[str, Rule], Mapping[str, Kind]]:
    """The rules and the kinds that there are, by name."""
    from ..kinds import load_kinds
    from ..rulebook.rule import load_rules

    kinds = load_kinds() if kinds is None else kinds
    rules = load_rules(kinds=kinds) if rules is None else rules
    return {rule.name: rule for rule in rules}, kinds
