"""Reports as plain data from which they can be made again: ``belie/report/1`` and what it lacks.

Beside what the command writes, it has the texts of the articles, and of facts, findings and events
what no reader of a report asks for. Spans count in the title or the text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from ..errors import BelieError
from ..model import (
    Alternative,
    Article,
    Event,
    Fact,
    Finding,
    Issue,
    Mention,
    MentionedDate,
    MentionedName,
    MentionedNumber,
    Name,
    Place,
    Provenance,
    Quantity,
    Reason,
    Report,
    Span,
    TimeSpan,
    Value,
)
from .json import SCHEMA, event_data, fact_data, provenance_data, report_data
from .mentions import mention_data

__all__ = [
    "ReportError", "event_from", "fact_from", "report_from", "whole_data", "whole_event",
    "whole_fact",
]  # fmt: skip


class ReportError(BelieError, ValueError):
    """What should be a report, and is none."""


def whole_data(report: Report) -> dict[str, Any]:
    """The report as plain data, from which ``report_from`` makes it again."""
    bare = replace(
        report,
        article=replace(report.article, origin=None),
        against=tuple(replace(each, origin=None) for each in report.against),
    )
    data = report_data(replace(bare, mentions=None))
    data["article"] = _article(report.article)
    data["against"] = [_article(each) for each in report.against]
    for row, fact in zip(data["facts"], report.facts, strict=True):
        row["published"] = fact.published
    for row, event in zip(data["events"], report.events, strict=True):
        row.update(whole_event(event))
    for row, finding in zip(data["findings"], report.findings, strict=True):
        row["because"] = [
            {**reason, "beside": each.beside}
            for reason, each in zip(row["because"], finding.because, strict=True)
        ]
    mentions = report.mentions
    data["mentions"] = None if mentions is None else [mention_data(each) for each in mentions]
    return data


def report_from(text: str | bytes) -> Report:
    """The report that ``text`` is, as ``whole_data`` has it, in JSON.

    Raises:
        ReportError: when it is none, or lacks the texts of its articles.
    """
    try:
        data = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except ValueError as failure:
        raise ReportError(f"is not JSON: {failure}") from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise ReportError(f'is no report; one has "schema": "{SCHEMA}"')
    if "text" not in data.get("article", {}) or "against" not in data:
        raise ReportError("has no text of its article; take what Report.to_json gives")
    try:
        return _report(data)
    except (AttributeError, KeyError, TypeError, ValueError) as failure:
        raise ReportError(f"is no report that Report.to_json gives: {failure!r}") from None


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published,
        "text": article.text,
        **({} if article.archived is None else {"came": provenance_data(article.archived)}),
    }


def whole_fact(fact: Fact) -> dict[str, Any]:
    """A fact as plain data, from which ``fact_from`` makes it again."""
    return {**fact_data(fact), "published": fact.published}


def whole_event(event: Event) -> dict[str, Any]:
    """A happening as plain data, from which ``event_from`` makes it again."""
    return {
        **event_data(event),
        "several": event.several,
        "ordinal": event.ordinal,
        "name": event.name,
        "of": sorted(event.of),
        "article": event.article,
        "named": None if event.place is None else _place_data(event.place),
    }


def _place_data(place: Place) -> dict[str, Any]:
    return {"text": place.text, "first": place.first, "last": place.last}


def _report(data: Mapping[str, Any]) -> Report:
    facts = {row["id"]: fact_from(row) for row in data["facts"]}
    mentions = data["mentions"]
    return Report(
        article=_article_from(data["article"]),
        facts=tuple(facts.values()),
        findings=tuple(_finding_from(row, facts) for row in data["findings"]),
        errors=tuple(
            Issue(row["message"], row["part"], row["span"] and _span(row["span"]))
            for row in data["errors"]
        ),
        counts={name: int(number) for name, number in data["counts"].items()},
        against=tuple(_article_from(row) for row in data["against"]),
        mentions=None if mentions is None else tuple(map(_mention_from, mentions)),
        notes=tuple(data["notes"]),
        events=tuple(event_from(row) for row in data["events"]),
        omitted={name: int(number) for name, number in data["omitted"].items()},
        dismissed=tuple(data["dismissed"]),
    )


def _article_from(row: Mapping[str, Any]) -> Article:
    came = None if "came" not in row else _provenance_from(row["came"])
    return Article(row["text"], row["title"], row["published"], row["id"], archived=came)


def _provenance_from(row: Mapping[str, Any]) -> Provenance:
    line = None if row["line"] is None else int(row["line"])
    at = datetime.fromisoformat(row["added"].removesuffix("Z"))
    return Provenance(row["archive"], row["added_by"], at, row["file"], line)


def fact_from(row: Mapping[str, Any]) -> Fact:
    """The fact that ``whole_fact`` gave as ``row``, its numbers as ``Decimal``.

    Raises:
        AttributeError, KeyError, TypeError, ValueError: when it is none.
    """
    names = row["names"]
    fields = {name: _value_from(cell, names.get(name)) for name, cell in row["fields"].items()}
    value, time = _value_from(row["value"], None), _value_from(row["time"], None)
    source = _value_from(row["source"], names.get("source"))
    paragraph = row["paragraph"]
    return Fact(
        id=row["id"],
        kind=row["kind"],
        fields=MappingProxyType(fields),
        value=value if isinstance(value, Quantity) else None,
        time=time if isinstance(time, TimeSpan) else None,
        source=source if isinstance(source, Name) else None,
        evidential=row["evidential"],
        stance=row["stance"],
        part_of=row["part_of"],
        part=row["part"],
        span=_span(row["span"]),
        sentence=_span(row["sentence"]),
        text=row["text"],
        phrase=row["phrase"],
        article=row["article"],
        published=_day(row["published"]),
        undated=row["undated"],
        paragraph=None if paragraph is None else int(paragraph),
        event=row["event"]["id"] if "event" in row else None,
    )


def _value_from(cell: Any, named: Mapping[str, Any] | None) -> Value | None:  # noqa: ANN401
    match cell:
        case {"low": low, "high": high, "hedge": hedge, "unit": unit}:
            return Quantity(low, high, hedge, unit)
        case {"start": start, "end": end, "precision": precision}:
            return TimeSpan(_day(start), _day(end), precision, cell["anchor"], cell["inferred"])
        case str() if named is not None and "named" in named:
            return Name(cell, named["text"], named["named"])
        case str() if named is not None:
            return _place_from(cell, named)
        case str() | None:
            return cell
    raise TypeError(f"{cell!r} is no value of a fact")


def _place_from(key: str, named: Mapping[str, Any]) -> Place:
    return Place(key, named["text"], int(named["first"]), int(named["last"]))


def _finding_from(row: Mapping[str, Any], facts: Mapping[str, Fact]) -> Finding:
    return Finding(
        rule=row["rule"],
        severity=row["severity"],
        message=row["message"],
        fingerprint=row["fingerprint"],
        facts=MappingProxyType({role: facts[name] for role, name in row["facts"].items()}),
        because=tuple(Reason(**each) for each in row["because"]),
        understood=MappingProxyType(dict(row["understood"])),
        also=tuple(facts[name] for name in row["also"]),
        alternatives=tuple(
            Alternative(
                each["role"], each["understood"], tuple(facts[name] for name in each["facts"])
            )
            for each in row["alternatives"]
        ),
        argument=row["argument"],
        meant=MappingProxyType({role: tuple(words) for role, words in row["meant"].items()}),
    )


def event_from(row: Mapping[str, Any]) -> Event:
    """The happening that ``whole_event`` gave as ``row``; errors as for ``fact_from``."""
    time = _value_from(row["day"], None)
    return Event(
        id=row["id"],
        class_=row["class"],
        text=row["text"],
        part=row["part"],
        span=_span(row["span"]),
        place=None if row["named"] is None else _place_from(row["place"], row["named"]),
        time=time if isinstance(time, TimeSpan) else None,
        past=row["past"],
        several=row["several"],
        ordinal=None if row["ordinal"] is None else int(row["ordinal"]),
        name=row["name"],
        of=frozenset(row["of"]),
        article=row["article"],
    )


def _mention_from(row: Mapping[str, Any]) -> Mention:
    given = dict(row, span=_span(row["span"]))
    for end in ("start", "end"):
        if end in given:
            given[end] = _day(given[end])
    sorts: dict[str, type[Mention]] = {"date": MentionedDate, "name": MentionedName}
    return sorts.get(row["type"], MentionedNumber)(**given)


def _span(ends: Sequence[Decimal]) -> Span:
    start, end = ends
    return Span(int(start), int(end))


def _day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)
