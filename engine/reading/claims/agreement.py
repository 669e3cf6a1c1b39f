"""Claims that a phrase read too: the fact of the phrase is completed, and said once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...claims import Claims
from ...model import Fact, Name, Place

__all__ = ["complete", "known_already"]


def known_already(fact: Fact, at: int, known: Sequence[Fact]) -> list[Fact]:
    """Those that phrases read of the same: their words hold the word of the claim and its place.

    Args:
        fact: the claim.
        at: where its word ends.
        known: what phrases read.
    """
    place = fact.fields.get("place")
    same: list[Fact] = []
    for other in known:
        if not (other.span.start < at <= other.span.end or _overlap(fact, other)):
            continue
        theirs = other.fields.get("place")
        if isinstance(place, Place) and isinstance(theirs, Place):
            named = place.text in other.text or theirs.text in place.text
            if place.key != theirs.key and not named:
                continue
        same.append(other)
    return same


def complete(stated: list[Fact], same: Sequence[Fact], fact: Fact, claims: Claims) -> bool:
    """Fills in the first of ``stated`` that says the same as ``fact`` what it leaves open.

    Returns whether there is one.

    Args:
        stated: what phrases read.
        same: those of them, as they were read, that are about the same.
        fact: the claim.
        claims: of its kind.
    """
    asked = (claims.field, claims.holder, claims.ground)
    whole = {(other.span, other.phrase, str(other.fields.get(claims.ground))) for other in same}
    for at, other in enumerate(stated):
        if (other.span, other.phrase, str(other.fields.get(claims.ground))) not in whole:
            continue
        if all(_agree(other, fact, name) for name in asked):
            own = {name: value for name, value in other.fields.items() if value is not None}
            stated[at] = replace(other, fields={**fact.fields, **own})
            return True
    return False


def _agree(one: Fact, other: Fact, field: str) -> bool:
    """Whether two facts say the same in ``field``, as far as both say anything."""
    mine, theirs = one.fields.get(field), other.fields.get(field)
    if isinstance(mine, Name | Place) and isinstance(theirs, Name | Place):
        return mine.key == theirs.key
    return mine is None or theirs is None or mine == theirs


def _overlap(one: Fact, other: Fact) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
