"""Statements in news sentences that no phrase was written for.

``statements.tsv`` holds a sentence a line, with the facts that a careful sub-editor would
take from it: ``kind: field=value, …; kind: …``, a figure as ``low..high`` with an open end
left empty. Only the fields written are compared; a stance that is not written is
``asserted`` or ``claimed``. A last column says what is not read yet, and why. The rows
``held-out`` are there to measure with: nobody looks at what is read in them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from belie.kinds import Kind
from belie.model import Article, Fact
from belie.reading.reader import read_article

with (Path(__file__).parent / "statements.tsv").open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))
OPEN = [row for row in ROWS if row["set"] == "open"]
KINDS = ("casualty", "poll", "control", "survey")
PLAIN = {"asserted", "claimed"}


class Score(NamedTuple):
    """How well one kind is read."""

    precision: float
    recall: float
    f1: float


def expected(row: Mapping[str, str]) -> list[dict[str, str]]:
    """The facts that a row asks for, each with its kind and fields."""
    facts = []
    for fact in filter(None, row["facts"].split("; ")):
        kind, fields = fact.split(": ", 1)
        facts.append({"kind": kind, **dict(field.split("=", 1) for field in fields.split(", "))})
    return facts


def read(row: Mapping[str, str], kinds: Mapping[str, Kind]) -> list[Fact]:
    """The facts of a row's sentence that are of the kinds measured."""
    article = Article(row["sentence"], published=date.fromisoformat(row["published"]))
    facts = [fact for fact in read_article(article, kinds).facts if fact.kind in KINDS]
    return [fact for fact in facts if fact.kind != "survey" or fact.value is not None]


def written(fact: Fact, field: str) -> str | None:
    """A field of a fact as the table writes it."""
    if field == "stance":
        return fact.stance
    if field == "value" and fact.value is not None:
        low, high = (
            "" if end is None else f"{float(end):.6g}" for end in (fact.value.low, fact.value.high)
        )
        return low if low == high else f"{low}..{high}"
    value = fact.fields.get(field)
    return value if isinstance(value, str) else getattr(value, "key", None)


def same(wanted: Mapping[str, str], fact: Fact) -> bool:
    """Whether ``fact`` has everything that is wanted."""
    if wanted["kind"] != fact.kind or ("stance" not in wanted and fact.stance not in PLAIN):
        return False
    return all(
        _plain(field, text) == _plain(field, written(fact, field))
        for field, text in wanted.items()
        if field != "kind"
    )


def _plain(field: str, text: str | None) -> str | None:
    if text is None or field != "value":
        return text and text.casefold()
    return "..".join(f"{float(end):.6g}" if end else "" for end in text.split(".."))


def compare(
    wanted: Iterable[Mapping[str, str]], found: Iterable[Fact]
) -> tuple[list[Mapping[str, str]], list[Mapping[str, str]], list[Fact]]:
    """What was wanted and read, wanted and not read, read and not wanted."""
    left = list(found)
    hits, missed = [], []
    for each in sorted(wanted, key=len, reverse=True):
        hit = next((fact for fact in left if same(each, fact)), None)
        if hit is None:
            missed.append(each)
        else:
            hits.append(each)
            left.remove(hit)
    return hits, missed, left


def score(rows: Iterable[Mapping[str, str]], kinds: Mapping[str, Kind]) -> dict[str, Score]:
    """Precision, recall and F1 over ``rows``, by kind and in all."""
    counts = {kind: [0, 0, 0] for kind in (*KINDS, "all")}
    for row in rows:
        hits, missed, extra = compare(expected(row), read(row, kinds))
        for column, names in enumerate(
            (
                [each["kind"] for each in hits],
                [fact.kind for fact in extra],
                [each["kind"] for each in missed],
            )
        ):
            for name in names:
                counts[name][column] += 1
                counts["all"][column] += 1
    return {
        kind: Score(
            hits / max(1, hits + extra),
            hits / max(1, hits + missed),
            2 * hits / max(1, 2 * hits + extra + missed),
        )
        for kind, (hits, extra, missed) in counts.items()
    }


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, marks=pytest.mark.xfail(reason=row["not yet"], strict=True))
        if row["not yet"]
        else row
        for row in OPEN
    ],
    ids=[row["sentence"][:60] for row in OPEN],
)
def test_statement(row: dict[str, str], kinds: Mapping[str, Kind]) -> None:
    _, missed, extra = compare(expected(row), read(row, kinds))
    assert (missed, [(fact.phrase, fact.text) for fact in extra]) == ([], [])
