"""By what a fact is found again: a number for each thing that it says, whatever its kind.

A key stands for a kind, a field and what it holds. They are made of every field that names
something, so that no rule has to be known when an article is added. A place has a key for itself
and one for each place around it, by which all that lies in one is found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

from ..kinds import Kind
from ..model import STATED, Event, Fact, Place
from ..reading.meaning.naming import is_tabled
from ..reading.names import gazetteer
from ..rulebook.columns import attributes
from ..rulebook.formula import Row

__all__ = [
    "EVENT", "around", "at", "event_keys", "fact_keys", "happening", "inside", "placed_today",
    "saying", "touching",
]  # fmt: skip

EVENT = "event"
"""The attribute of a fact that names its happening, and what the keys of happenings are of."""

_REMEMBERED = 50_000
_NAMING = ("name", "text", "identifier")
_ABOVE = -1


def _key(*parts: str) -> int:
    return int.from_bytes(blake2b("\0".join(parts).encode(), digest_size=8).digest(), "big")


def saying(kind: str, column: str, cell: str) -> int:
    """The key of the facts of ``kind`` that have ``cell`` in ``column``."""
    return _key("is", kind, column, cell)


def at(kind: str, column: str, place: Place) -> int:
    """The key of the facts of ``kind`` whose ``column`` is ``place`` itself."""
    return _key("at", kind, column, _called(place))


def inside(kind: str, column: str, place: Place) -> int:
    """The key of the facts of ``kind`` whose ``column`` is ``place`` or lies in it."""
    return _key("in", kind, column, _called(place))


def touching(kind: str, column: str, place: Place) -> list[int]:
    """The keys of the facts of ``kind`` whose ``column`` lies in ``place`` or holds it."""
    return [
        inside(kind, column, place),
        *(_key("at", kind, column, name) for name in around(place)[1:]),
    ]


def happening(fact: Fact, told: Collection[str]) -> str | None:
    """What the event of a fact is called among all articles; ``None`` where it has none.

    A name that somebody gave is the same everywhere; one that belie gave is of its article alone.

    Args:
        fact: the fact.
        told: the ids of the events that its article tells of.
    """
    if fact.event is None or (fact.event not in told and fact.phrase.endswith(STATED)):
        return fact.event
    return f"{fact.article}/{fact.event}"


def fact_keys(fact: Fact, row: Row, kind: Kind, told: Collection[str]) -> Iterator[int]:
    """The keys of a fact.

    Args:
        fact: the fact.
        row: the same as plain columns.
        kind: its kind.
        told: the ids of the events of its article.
    """
    named = attributes(kind)
    for name in kind.fields:
        value, cell = fact.fields.get(name), row.get(name)
        if isinstance(value, Place):
            yield from _place_keys(kind.name, name, value)
        elif named[name].family in _NAMING and isinstance(cell, str):
            yield saying(kind.name, name, cell)
    event = happening(fact, told)
    if event is not None:
        yield saying(kind.name, EVENT, event)


def event_keys(event: Event) -> Iterator[int]:
    """The keys of a happening: where it was, and what it is called."""
    if event.place is not None:
        yield from _place_keys(EVENT, "place", event.place)
    if event.name is not None:
        yield saying(EVENT, "name", event.name)


def _place_keys(kind: str, column: str, place: Place) -> Iterator[int]:
    yield at(kind, column, place)
    yield from (_key("in", kind, column, name) for name in around(place))


def _called(place: Place) -> str:
    """What a place is called in keys; the number of one that no table has is its own for good."""
    return place.key if is_tabled(place) else f"#{place.first}"


def around(place: Place) -> tuple[str, ...]:
    """What a place and those around it are called in keys, the widest last."""
    return _around(place.first) if is_tabled(place) else (_called(place),)


@lru_cache(maxsize=_REMEMBERED)
def _around(number: int) -> tuple[str, ...]:
    tables = gazetteer()
    names = []
    while number != _ABOVE:
        names.append(tables.as_place(number, "").key)
        number = tables.parents[number]
    return tuple(names)


def placed_today(place: Place) -> Place:
    """``place`` by the numbers of today's tables; those of other tables say nothing here.

    One that no table has any more touches only itself.
    """
    if not is_tabled(place):
        return place
    first, last = _numbers(place.key)
    return Place(place.key, place.text, first, last)


@lru_cache(maxsize=_REMEMBERED)
def _numbers(key: str) -> tuple[int, int]:
    from ..reading.meaning.naming import named_place

    tables = gazetteer()
    name, _, _ = key.rpartition(", ")
    found: Iterable[int] = tables.candidates(name) if name else ()
    for number in found:
        if tables.as_place(number, "").key == key:
            return number, tables.last[number]
    place = named_place(key)
    return place.first, place.last
