"""What of an archive stands against a fact that is put right, or an article that is.

A correction speaks of the day of its article, and is the last word on it: it is held against the
archive both as if it had been said then, and as if it were said now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from ..beside import Beside, Draft, Holdings
from ..errors import BelieError
from ..judging import findings_of, rows_of
from ..kinds import Kind
from ..knowledge import nearest
from ..model import Article, Fact, Finding, Issue, Match, Report, Severity
from ..rulebook.formula import Row
from ..rulebook.rule import Rule
from ..statements.facts import FactMaker
from ..statements.statement import Statement

__all__ = ["CorrectionError", "Standing", "changed", "corrected", "standing"]

_WHERE = (
    "fact", "article", "part", "sentence", "start", "paragraph", "published", "event", "part_of",
)  # fmt: skip
"""The columns that say where a fact stands, and not what it says."""

_GRAVEST: Mapping[Severity, int] = {"contradiction": 0, "discrepancy": 1, "caution": 2}


class CorrectionError(BelieError, ValueError):
    """A correction that cannot be made of the fact."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An archived article that stands against what is put right.

    Attributes:
        article: it, with how it came into the archive.
        report: on the correction; each finding names a fact that was put right and one of this
            article, the gravest for each two.
    """

    article: Article
    report: Report

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What cannot be, with the correction."""
        return self.report.findings


def corrected(fact: Fact, changes: Mapping[str, object], kinds: Mapping[str, Kind]) -> Fact:
    """``fact`` with other values.

    Args:
        fact: as it was stated.
        changes: what people write, by field; ``value`` is its figure, ``time`` when it was.
        kinds: what facts are of, by name.

    Raises:
        CorrectionError: when nothing is changed, or the fact has no such field or figure.
        StatementError: when a cell holds no such value.
    """
    kind = kinds[fact.kind]
    known = (*kind.fields, *(["value"] if kind.value else []), "time", "source")
    if not changes:
        raise CorrectionError("nothing is said to be otherwise; give a value, or FIELD=VALUE")
    for name in changes:
        if name not in known:
            hint = nearest(name, known) or f", but {', '.join(known[:-1])} and {known[-1]}"
            raise CorrectionError(f"{fact.kind} has no {name!r}{hint}")
    choices = {name: v for name, v in fact.fields.items() if isinstance(v, str)}
    cells: dict[str, Any] = {**choices, **changes}
    own = {name: cells.pop(name, None) for name in ("value", "time", "source")}
    made = FactMaker(kinds).fact(
        Statement(kind=fact.kind, fields=cells, published=fact.published, phrase=fact.phrase, **own)
    )
    told = {name: made.fields[name] for name in changes if name in kind.fields}
    return replace(
        fact,
        fields=MappingProxyType({**fact.fields, **told}),
        value=made.value if "value" in changes else fact.value,
        time=made.time if "time" in changes else fact.time,
        source=made.source if "source" in changes else fact.source,
    )


def changed(
    facts: Iterable[Fact], before: Iterable[Fact], kinds: Mapping[str, Kind]
) -> frozenset[str]:
    """The ids of those ``facts`` that say what none of those ``before`` did."""
    said = {_said(row) for row in rows_of({each.id: each for each in before}, kinds, []).values()}
    now = rows_of({each.id: each for each in facts}, kinds, [])
    return frozenset(name for name, row in now.items() if _said(row) not in said)


def _said(row: Row) -> frozenset[tuple[str, object]]:
    return frozenset((name, cell) for name, cell in row.items() if name not in _WHERE)


def standing(
    archive: Holdings,
    given: Report,
    asked: frozenset[str],
    known: tuple[Mapping[str, Rule], Mapping[str, Kind]],
    on: date,
) -> tuple[Standing, ...]:
    """The archived articles that stand against what is put right, by day of publication.

    Args:
        archive: where they are.
        given: the article with its facts and events, as they are now right.
        asked: the ids of those facts that were put right.
        known: the rules and the kinds that there are, by name.
        on: the day of the correction.
    """
    found: dict[str, list[Finding]] = {}
    articles: dict[str, Article] = {}
    errors: list[Issue] = []
    for day in (given.article.published, on):
        draft = _on(given, day, asked, known[1], errors)
        beside = archive.beside(draft, *known)
        among = {**draft.facts, **beside.facts}, {**draft.rows, **beside.rows}, asked
        for each in beside.articles:
            name = each.id or ""
            matches = _with(beside, asked, each)
            told = findings_of(known[0], matches, among, (), errors).findings
            articles[name] = each
            found.setdefault(name, []).extend(told)
    made = (
        Standing(articles[name], _report(given, articles[name], grave, errors))
        for name, told in found.items()
        if (grave := _gravest(told))
    )
    return tuple(sorted(made, key=_day_of))


def _on(
    given: Report,
    day: date | None,
    asked: frozenset[str],
    kinds: Mapping[str, Kind],
    errors: list[Issue],
) -> Draft:
    """What is put right, as if it were published on ``day``."""
    facts = {each.id: replace(each, published=day) for each in given.facts}
    rows = rows_of(facts, kinds, errors)
    article = replace(given.article, published=day)
    facts = {name: fact for name, fact in facts.items() if name in rows}
    return Draft(article, facts, rows, given.events, frozenset({article.id}), asked)


def _report(
    given: Report, article: Article, findings: tuple[Finding, ...], errors: Sequence[Issue]
) -> Report:
    """On the correction, beside one article."""
    facts = {fact.id: fact for each in findings for fact in each.named}
    return replace(
        given,
        facts=tuple(facts.values()),
        findings=findings,
        errors=tuple(dict.fromkeys(errors)),
        against=(article,),
    )


def _day_of(standing: Standing) -> tuple[date, str]:
    return standing.article.published or date.max, standing.article.id or ""


def _with(beside: Beside, asked: frozenset[str], article: Article) -> list[Match]:
    """The matches of what was put right with facts of one article."""
    return [
        match
        for match in beside.matches
        if not asked.isdisjoint(match.facts)
        and any(
            beside.facts[name].article == article.id for name in match.facts if name in beside.facts
        )
    ]


def _gravest(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Of findings about the same facts the gravest, in their order."""
    best: dict[frozenset[str], Finding] = {}
    for each in found:
        named = frozenset(fact.id for fact in each.facts.values())
        if named not in best or _GRAVEST[each.severity] < _GRAVEST[best[named].severity]:
            best[named] = each
    return tuple(best.values())
