"""An article while it is written: what each change of the copy brings, and what it mends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from .checker import Checker, Reader
from .errors import refuse_no_list
from .held_against import Source, opened_out
from .kinds import Kind
from .matching.engines import make_live
from .model import Article, Fact, Finding, Match, Report
from .reading.course import Bookmarks
from .reading.reader import read_article
from .rulebook.formula import Row
from .rulebook.rule import Rule

__all__ = ["Desk", "Update"]

_Stated = tuple[object, ...]
"""What a fact is known by from one update to the next: all but where it stands."""


@dataclass(frozen=True, slots=True)
class Update:
    """What a change of the copy made of the findings.

    Attributes:
        report: of the article as it is now.
        new: the findings that were not there before.
        gone: those that were and are no more, as they were last reported.
    """

    report: Report
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]


class Desk(Checker):
    """Follows one article as it changes, and tells only what changes with it.

    The article is read on from where it has changed, and the other copy read once. Of the facts,
    only those that have changed are matched again, with those that are linked to them. A fact
    keeps its id from one update to the next, for as long as its words are there.

    Args:
        rules: as for ``Checker``, and so the others.
        against: copy that the article must agree with, what is stated of it, or an archive.
        ignore: see there.
        kinds: see there.
        rulebook: see there.
        read: see there.

    Raises:
        EngineUnavailableError: when durable_rules cannot be had; and what ``Checker`` raises.
    """

    def __init__(
        self,
        rules: Sequence[str] | None = None,
        *,
        against: Sequence[Source] = (),
        ignore: Sequence[str] = (),
        kinds: Mapping[str, Kind] | None = None,
        rulebook: Sequence[Rule] | None = None,
        read: Reader | None = None,
    ) -> None:
        refuse_no_list(against=against)
        read = partial(read_article, bookmarks=Bookmarks()) if read is None else read
        super().__init__(
            rules, ignore=ignore, engine="plain", kinds=kinds, rulebook=rulebook,
            read=read,
        )  # fmt: skip
        self._against = opened_out(against)
        self._live = make_live([rule.plan for rule in self.rules])
        self._standing: dict[str, Row] = {}
        self._ids: dict[_Stated, str] = {}
        self._last: tuple[Finding, ...] = ()

    def update(
        self,
        article: str | Article,
        *,
        published: date | str | None = None,
        title: str | None = None,
        dismissed: Collection[str] = (),
    ) -> Update:
        """What has changed, now that the article reads as it does.

        Arguments and errors as for ``Checker.check``. Where a report has errors, findings may
        be missing from it; the next update makes up for that.
        """
        report = self.check(
            article, published=published, title=title, against=[self._against], dismissed=dismissed
        )
        before = {_identity(each): each for each in self._last}
        now = {_identity(each): each for each in report.findings}
        self._last = report.findings
        return Update(
            report,
            new=tuple(each for key, each in now.items() if key not in before),
            gone=tuple(each for key, each in before.items() if key not in now),
        )

    def close(self) -> None:
        """Gives back what it holds; it is not used again."""
        self._live.close()
        super().close()

    def _named(self, facts: Sequence[Fact]) -> list[Fact]:
        times: Counter[_Stated] = Counter()
        ids = {}
        for fact in facts:
            stated = (fact.article, fact.part, fact.kind, fact.phrase, fact.text)
            times[stated] += 1
            known = (*stated, times[stated])
            ids[fact.id] = self._ids.setdefault(known, f"f{len(self._ids) + 1}")
        return [
            replace(fact, id=ids[fact.id], part_of=fact.part_of and ids[fact.part_of])
            for fact in facts
        ]

    def _matches(
        self, rows: Mapping[str, Row], own: Collection[str], without: Collection[str]
    ) -> list[Match]:
        standing, self._standing = self._standing, dict(rows)
        changed = {name: row for name, row in rows.items() if standing.get(name) != row}
        self._live.update(changed, standing.keys() - rows.keys())
        place = {name: number for number, name in enumerate(rows)}
        return [
            self._in_order(match, place)
            for match in self._live.matches
            if match.rule not in without and any(name in own for name in match.facts)
        ]

    def _in_order(self, match: Match, place: Mapping[str, int]) -> Match:
        """The match as it is found in the rows from first to last, however they came to be."""
        plan = self._rules[match.rule].plan
        fixed = 0 if plan.symmetric else len(plan.roles) - (plan.group is not None)
        beside, free = match.facts[:fixed], match.facts[fixed:]
        return Match(match.rule, (*beside, *sorted(free, key=place.__getitem__)))


def _identity(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.fingerprint
