"""What a unit names, and the place that a text stands for."""

from __future__ import annotations

from hashlib import blake2b

from ...model import Place
from ..grammar.chunks import Chunk
from ..grammar.line import Unit
from ..names import NameMention, gazetteer

__all__ = [
    "called", "described_place", "is_adjective", "is_described", "is_tabled", "name_in",
    "name_of", "named_place",
]  # fmt: skip

_UNKNOWN_BASE = 2**60
"""Places outside the tables lie behind all the tables' numbers."""


def name_of(unit: Unit | None) -> NameMention | None:
    """The name that ``unit`` is; ``None`` where it is something else."""
    return unit.mention if unit is not None and isinstance(unit.mention, NameMention) else None


def name_in(unit: Unit) -> NameMention | None:
    """The name that ``unit`` is, or that its noun phrase has."""
    chunk = unit.detail if isinstance(unit.detail, Chunk) else None
    return name_of(unit) or (name_of(chunk.name) if chunk else None)


def is_adjective(unit: Unit) -> bool:
    """Whether a name is one of a people, or their adjective, and so no place by itself."""
    mention = name_of(unit)
    return mention is not None and mention.form in ("demonym", "people")


def called(place: Place | None, text: str) -> Place | None:
    """``place`` in the words that the copy has for it here."""
    return Place(place.key, text, place.first, place.last) if place else None


def named_place(text: str) -> Place:
    """The place of that name, which is one by itself where no table knows it."""
    known = gazetteer().place(text)
    return known if known is not None else _unknown(text, text.casefold())


def described_place(article: str, start: int, text: str) -> Place:
    """A place that is described and not named: itself alone, wherever else the same is said.

    Args:
        article: what tells the article from others.
        start: offset of its words there.
        text: these words.
    """
    return _unknown(text, f"{article}\n{start}\n{text}")


def is_described(place: Place) -> bool:
    """Whether a place has no name, and so may well be in one that has: "a power plant"."""
    return place.first >= _UNKNOWN_BASE and place.first != _own_number(place.key.casefold())


def is_tabled(place: Place) -> bool:
    """Whether a table has a place, and so says in which others it is."""
    return place.first < _UNKNOWN_BASE


def _unknown(text: str, told_by: str) -> Place:
    number = _own_number(told_by)
    return Place(text, text, number, number)


def _own_number(told_by: str) -> int:
    """The number of a place that no table has; those of tables are smaller."""
    digest = blake2b(told_by.encode(), digest_size=7).digest()
    return _UNKNOWN_BASE + int.from_bytes(digest, "big")
