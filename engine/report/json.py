"""Reports as JSON: one object in ``json``, one line in ``jsonl``.

The form is ``belie/report/1``, or ``belie/mentions/1`` where mentions were asked for. Offsets
count Unicode code points, ends are exclusive. Numbers are written digit for digit as they were
read, never through a binary fraction.

Spans count in the file that an article was read from, if it was, and line and column, both from
one, are told beside them; else they count in the title or the text, and a title has no line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from ..model import (
    Event,
    Fact,
    Finding,
    Issue,
    Name,
    Place,
    Provenance,
    Quantity,
    Report,
    Span,
    TimeSpan,
    Value,
)
from . import mentions
from .located import Located

__all__ = [
    "SCHEMA", "event_data", "fact_data", "findings_alone", "json_fact", "json_item", "json_line",
    "json_text", "json_value", "provenance_data", "report_data",
]  # fmt: skip

SCHEMA = "belie/report/1"

_LINE = 90


def json_text(report: Report) -> str:
    """The report as one JSON object, indented for people, without a closing newline."""
    return _write(report_data(report), "\n")


def json_item(report: Report) -> str:
    """The report as in an array of several: like ``json_text``, with its lines further in."""
    return _write(report_data(report), "\n  ")


def json_line(report: Report) -> str:
    """The report as JSON on one line, without a closing newline."""
    return _write(report_data(report), "")


def json_fact(fact: Fact) -> str:
    """A fact, as reports have it, as JSON on one line, without a closing newline."""
    return _write(fact_data(fact), "")


def report_data(report: Report) -> dict[str, Any]:
    """The report as plain data; numbers are ``Decimal``."""
    article = report.article
    located = Located(report)
    head = {"id": article.id, "title": article.title, "published": article.published}
    errors = [_issue(issue, located) for issue in report.errors]
    if report.mentions is not None:
        found = [
            mentions.mention_data(mention) | {"span": located.span(mention.part, mention.span)}
            for mention in report.mentions
        ]
        return {"schema": mentions.SCHEMA, "article": head, "mentions": found, "errors": errors}
    return {
        "schema": SCHEMA,
        "article": head,
        "facts": [
            fact_data(fact, report.event_of(fact)) | _spots(fact, located) for fact in report.facts
        ],
        "events": [
            event_data(event) | {"span": located.span(event.part, event.span)}
            for event in report.events
        ],
        "findings": [_finding(finding, located) for finding in report.findings],
        "errors": errors,
        "counts": dict(report.counts),
        "notes": list(report.notes),
        "omitted": dict(report.omitted),
        "dismissed": list(report.dismissed),
        **_archived(report),
    }


def _archived(report: Report) -> dict[str, Any]:
    """The articles of archives whose facts a finding names, and how they came there, if any."""
    found = [
        {
            "id": article.id,
            "title": article.title,
            "published": article.published,
            **provenance_data(article.archived),
        }
        for article in report.against
        if article.archived is not None
    ]
    return {"archived": found} if found else {}


def provenance_data(came: Provenance) -> dict[str, Any]:
    """How an article came into an archive, as plain data."""
    return {
        "archive": came.archive,
        "file": came.file,
        "line": came.line,
        "added_by": came.by,
        "added": f"{came.at.isoformat()}Z",
    }


def findings_alone(report: Report) -> Report:
    """``report`` with those facts and events alone that a finding is about."""
    named = {fact.id for finding in report.findings for fact in finding.named}
    facts = tuple(fact for fact in report.facts if fact.id in named)
    told = {fact.event for fact in facts}
    events = tuple(event for event in report.events if event.id in told)
    return replace(report, facts=facts, events=events)


def json_value(value: object) -> str:
    """Plain data as JSON on one line."""
    return _write(value, "")


def fact_data(fact: Fact, event: Event | None = None) -> dict[str, Any]:
    """The fact as plain data, as reports have it.

    Args:
        fact: the fact.
        event: the happening that it is about, where the article tells of it.
    """
    return {
        "id": fact.id,
        "kind": fact.kind,
        "part": fact.part,
        "span": list(fact.span),
        "text": fact.text,
        "sentence": list(fact.sentence),
        "value": _value(fact.value),
        "fields": {name: _value(value) for name, value in fact.fields.items()},
        "time": _value(fact.time),
        "source": _value(fact.source),
        "stance": fact.stance,
        "phrase": fact.phrase,
        "evidential": fact.evidential,
        "part_of": fact.part_of,
        "article": fact.article,
        "undated": fact.undated,
        "paragraph": fact.paragraph,
        "names": {name: _as_written(value) for name, value in _named(fact)},
        **({} if fact.event is None else {"event": {"id": fact.event, **_told(event)}}),
    }


def _spots(fact: Fact, located: Located) -> dict[str, object]:
    """Where the passage of a fact stands, and the sentence and the paragraph around it."""
    around = located.span(fact.part, fact.sentence, fact.article)
    begin = fact.paragraph
    if begin is not None:
        begin = located.span(fact.part, Span(begin, begin + 1), fact.article)[0]
    spot = located.spot(fact.part, fact.span, fact.article)
    return {**spot, "sentence": around, "paragraph": begin}


def _told(event: Event | None) -> dict[str, Any]:
    """What a fact says of its happening."""
    if event is None:
        return {}
    return {
        "class": event.class_,
        "text": event.text,
        "place": _value(event.place),
        "day": _value(event.time),
    }


def event_data(event: Event) -> dict[str, Any]:
    """The happening as plain data, as reports have it."""
    spot = {"part": event.part, "span": list(event.span), "past": event.past}
    return {"id": event.id, **_told(event), **spot}


def _named(fact: Fact) -> Iterator[tuple[str, Name | Place]]:
    """What is named in a fact, with where it stands."""
    for name, value in (*fact.fields.items(), ("source", fact.source)):
        if isinstance(value, Name | Place):
            yield name, value


def _as_written(value: Name | Place) -> dict[str, Any]:
    """What the key of a name leaves out: the copy's own words, and what these are."""
    if isinstance(value, Name):
        return {"text": value.text, "named": value.named}
    return {"text": value.text, "first": value.first, "last": value.last}


def _finding(finding: Finding, located: Located) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "facts": {role: fact.id for role, fact in finding.facts.items()},
        "spans": [
            {
                "part": fact.part,
                **located.spot(fact.part, fact.span, fact.article),
                "article": fact.article,
            }
            for fact in finding.facts.values()
        ],
        "because": [
            {"condition": reason.condition, "text": reason.text} for reason in finding.because
        ],
        "argument": finding.argument,
        "understood": dict(finding.understood),
        "meant": {role: list(words) for role, words in finding.meant.items()},
        "also": [fact.id for fact in finding.also],
        "alternatives": [
            {
                "role": each.role,
                "understood": each.understood,
                "facts": [fact.id for fact in each.facts],
            }
            for each in finding.alternatives
        ],
    }


def _issue(issue: Issue, located: Located) -> dict[str, Any]:
    span = None if issue.span is None else located.span(issue.part, issue.span)
    return {"message": issue.message, "part": issue.part, "span": span}


def _value(value: Value | None) -> object:
    match value:
        case Name() | Place():
            return value.key
        case Quantity():
            return {
                "low": value.low,
                "high": value.high,
                "hedge": value.hedge,
                "unit": value.unit,
            }
        case TimeSpan():
            return {
                "start": value.start,
                "end": value.end,
                "precision": value.precision,
                "anchor": value.anchor,
                "inferred": value.inferred,
            }
        case _:
            return value


def _write(value: object, newline: str) -> str:
    """``value`` as JSON; ``newline`` with the indent so far, or empty for a single line.

    The standard encoder has no exact decimals, and spreads every span over four lines: here
    what fits on a line stays on one.
    """
    if isinstance(value, Mapping | list) and newline:
        line = _write(value, "")
        return line if len(line) <= _LINE else _spread(value, newline)
    if isinstance(value, Mapping):
        items = (f"{_string(key)}: {_write(item, '')}" for key, item in value.items())
        return f"{{{', '.join(items)}}}"
    if isinstance(value, list):
        return f"[{', '.join(_write(item, '') for item in value)}]"
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    return _string(value) if isinstance(value, str) else json.dumps(value)


def _spread(value: Mapping[str, object] | list[object], newline: str) -> str:
    inner = f"{newline}  "
    if isinstance(value, list):
        return f"[{inner}{f',{inner}'.join(_write(item, inner) for item in value)}{newline}]"
    items = (f"{_string(key)}: {_write(item, inner)}" for key, item in value.items())
    return f"{{{inner}{f',{inner}'.join(items)}{newline}}}"


def _number(value: Decimal) -> str:
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _string(text: str) -> str:
    """As JSON, with every character escaped that a terminal would obey rather than show."""
    quoted = json.dumps(text, ensure_ascii=False)
    if quoted.isprintable():
        return quoted
    return "".join(
        character if character.isprintable() else json.dumps(character)[1:-1]
        for character in quoted
    )
