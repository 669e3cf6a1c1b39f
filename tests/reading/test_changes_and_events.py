"""What rose and fell, and what happened, in news sentences that no phrase was written for.

``changes.tsv`` and ``events.tsv`` hold a sentence a line, with the facts that a careful
sub-editor would take from it, as ``statements.tsv`` does; a figure of any field is written
``low..high``, and so is a time. The rows ``held-out`` are there to measure with.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from belie.kinds import Kind
from belie.model import Article, Fact, Quantity, TimeSpan, Value
from belie.reading.reader import read_article

KINDS = {"changes": "change", "events": "event"}
PLAIN = {"asserted", "claimed"}
LEAST_HELD_OUT = {"changes": 0.85, "events": 0.85}


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table."""
    with (Path(__file__).parent / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = {name: rows(name) for name in KINDS}


def wanted(row: Mapping[str, str]) -> list[dict[str, str]]:
    """The facts that a row asks for."""
    facts = [fact.split(": ", 1)[1] for fact in filter(None, row["facts"].split("; "))]
    return [dict(field.split("=", 1) for field in fact.split(", ")) for fact in facts]


def written(value: Value | None) -> str | None:
    """A value as the tables write it."""
    match value:
        case Quantity(low=low, high=high):
            ends = ["" if end is None else f"{end.normalize():f}" for end in (low, high)]
            return ends[0] if ends[0] == ends[1] else "..".join(ends)
        case TimeSpan(start=start, end=end):
            return f"{start}..{end}"
        case str() | None:
            return value
    return getattr(value, "key", None)


def same(fields: Mapping[str, str], fact: Fact) -> bool:
    """Whether ``fact`` has everything that is wanted."""
    of_fact = {"value": fact.value, "time": fact.time, "stance": fact.stance}
    found = {name: written(of_fact.get(name, fact.fields.get(name))) for name in fields}
    return all(
        (found[name] or "").casefold() == text.casefold() for name, text in fields.items()
    ) and ("stance" in fields or fact.stance in PLAIN)


def compared(
    row: Mapping[str, str], kind: str, kinds: Mapping[str, Kind]
) -> tuple[int, list[dict[str, str]], list[Fact]]:
    """How many facts are read that are wanted, which are not, and which are read beside them."""
    article = Article(row["sentence"], published=date.fromisoformat(row["published"]))
    left = [fact for fact in read_article(article, kinds).facts if fact.kind == kind]
    missed = []
    for fields in wanted(row):
        hit = next((fact for fact in left if same(fields, fact)), None)
        if hit is None:
            missed.append(fields)
        else:
            left.remove(hit)
    return len(wanted(row)) - len(missed), missed, left


@pytest.mark.parametrize(
    ("name", "row"),
    [
        pytest.param(
            name,
            row,
            marks=pytest.mark.xfail(reason=row["not yet"], strict=True) if row["not yet"] else (),
            id=row["sentence"][:60],
        )
        for name in KINDS
        for row in ROWS[name]
        if row["set"] == "open"
    ],
)
def test_statement(name: str, row: dict[str, str], all_kinds: Mapping[str, Kind]) -> None:
    _, missed, extra = compared(row, KINDS[name], all_kinds)
    assert (missed, [(fact.phrase, fact.text) for fact in extra]) == ([], [])


@pytest.mark.parametrize("name", KINDS)
def test_what_was_held_out_is_read_nearly_as_well(name: str, all_kinds: Mapping[str, Kind]) -> None:
    results = [
        compared(row, KINDS[name], all_kinds) for row in ROWS[name] if row["set"] == "held-out"
    ]
    hits = sum(hit for hit, _, _ in results)
    wrong = sum(len(missed) + len(extra) for _, missed, extra in results)
    assert 2 * hits / (2 * hits + wrong) >= LEAST_HELD_OUT[name]
