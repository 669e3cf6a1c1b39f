"""Claims that a phrase read too: the fact of the phrase is completed, and said once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...claims import Claims
from ...model import Fact, Name, Place

__all__ = ["complete", "is_same"]


def is_same(fact: Fact, at: int, other: Fact, field: str) -> bool:
    """Whether a phrase read the same: its words hold the word of the claim and its place.

    "Annexed the town that it took" is two claims of one place, and their words overlap.

    Args:
        fact: the claim.
        at: where its word ends.
        other: what a phrase read.
        field: the one that says what is claimed.
    """
    within = other.span.start < at <= other.span.end
    if not within and not (_overlap(fact, other) and _agree(other, fact, field)):
        return False
    place, theirs = fact.fields.get("place"), other.fields.get("place")
    if not isinstance(place, Place) or not isinstance(theirs, Place):
        return True
    return place.key == theirs.key or place.text in other.text or theirs.text in place.text


def complete(stated: list[Fact], same: Sequence[int], fact: Fact, claims: Claims) -> bool:
    """Fills in the first fact that says the same as ``fact`` what it leaves open.

    Returns whether there is one.

    Args:
        stated: what phrases read.
        same: the places in it of those that are about the same.
        fact: the claim.
        claims: of its kind.
    """
    asked = (claims.field, claims.holder, claims.ground)
    for at in same:
        other = stated[at]
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
