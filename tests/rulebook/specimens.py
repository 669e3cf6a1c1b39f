"""Small kinds and facts for the tests of this room."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

from belie.kinds import Kind, load_kind
from belie.knowledge import parse_yaml
from belie.model import Fact, Name, Place, Quantity, Span, TimeSpan
from hypothesis import strategies as st

_DECLARED = """
kind: toll
title: How many died
value: people
fields:
  measure: [killed, injured]
  place: place
  cause: text
  camp: side
  deadline: date
  further: increment
order: [[killed, injured]]
phrases: [{say: "{value} dead"}]
---
kind: hold
title: Who holds what
fields:
  holder: side
  loser: side
  place: place
  status: [held, taken, lost]
  extent: share
phrases: [{say: "{holder} hold {place}"}]
---
kind: option
title: One answer of a poll
value: share
fields:
  answer: text
  contest: scope
phrases: [{say: "{value} said {answer}"}]
---
kind: price
title: What something cost
value: money
fields:
  thing: text
phrases: [{say: "{thing} cost {value}"}]
"""

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (load_kind(parse_yaml(text, Path("kinds.yaml"))) for text in _DECLARED.split("---"))
}

NORTH = Place("north", "the North", 10, 19)
ORLA = Place("orla", "Orla", 12, 12)
BRANT = Place("brant", "Brant", 15, 16)
SOUTH = Place("south", "the South", 20, 29)

_numbers = count(1)


def fact(kind: str, **given: Any) -> Fact:
    """A fact of ``kind``: its fields by name, and what else a fact has."""
    fields = {name: given.pop(name, None) for name in KINDS[kind].fields}
    plain: dict[str, Any] = {
        "id": f"f{next(_numbers)}",
        "value": None,
        "time": None,
        "source": None,
        "evidential": None,
        "stance": "asserted",
        "part_of": None,
        "part": "text",
        "span": Span(0, 4),
        "sentence": Span(0, 9),
        "text": "said so",
        "phrase": f"{kind}/1",
        "article": "story.txt",
    }
    return Fact(kind=kind, fields=fields, **{**plain, **given})


def figure(low: object, high: object = "same", hedge: Any = None, unit: Any = None) -> Quantity:
    """A quantity; one number is both ends, ``None`` an open end."""
    ends = [low, low if high == "same" else high]
    return Quantity(*(None if end is None else Decimal(str(end)) for end in ends), hedge, unit)


def days(start: str | None, end: str | None, precision: Any = "span") -> TimeSpan:
    """A time from one ISO date up to another, not included."""
    first, after = (each and date.fromisoformat(each) for each in (start, end))
    return TimeSpan(first or None, after or None, precision)


def name(key: str, text: str | None = None, *, named: bool = True) -> Name:
    """A name, written as its key unless said otherwise."""
    return Name(key, text or key, named)


DAY = date(2023, 6, 1)
SPREAD = 12  # days from the first that a time of the strategies begins or ends on, at most

PLACES = st.none() | st.sampled_from([NORTH, ORLA, BRANT, SOUTH])
NAMES = st.none() | st.builds(
    name,
    st.sampled_from(["Norland", "Ostria"]),
    st.text(max_size=3),
    named=st.sampled_from([True, True, False]),
)
TEXTS = st.none() | st.sampled_from(["flood", "Flood", "fire"])
BOUNDS = st.none() | st.integers(0, SPREAD).map(lambda n: DAY + timedelta(days=n))
HEDGES = st.sampled_from([None, "about"])
ENDS = st.integers(0, 130) | st.sampled_from([250, 255, 300, 1000, 1049, 1050, 1200])


@st.composite
def times(draw):
    start, end = draw(BOUNDS), draw(BOUNDS)
    if start and end and end <= start:
        start, end = end, start + timedelta(days=1)
    return draw(st.none() | st.just(TimeSpan(start, end, "span")))


@st.composite
def quantities(draw):
    low, high = sorted((draw(ENDS), draw(ENDS)))
    ends = draw(st.sampled_from([(low, low), (low, high), (low, None), (None, high)]))
    unit = draw(st.sampled_from([None, None, "person"]))
    return draw(st.none() | st.just(figure(*ends, draw(HEDGES), unit)))
