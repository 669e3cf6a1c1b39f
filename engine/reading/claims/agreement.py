"""Claims that a phrase read too: the fact of the phrase is completed, and said once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...claims import Claims
from ...kinds import Kind
from ...model import Fact, Name, Place

__all__ = ["complete", "is_same", "settle"]


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


def settle(stated: list[Fact], found: Sequence[Fact], kind: Kind, claims: Claims) -> list[Fact]:
    """``found`` as it is told beside all that a sentence claims, which is told once in ``stated``.

    Args:
        stated: what phrases read, of any kind.
        found: the claims that they did not.
        kind: of the claims.
        claims: of the kind.
    """
    own = [*(fact for fact in stated if fact.kind == kind.name), *found]
    kept: list[Fact] = []
    for fact in stated:
        if fact.kind != kind.name:
            kept.append(fact)
        elif not any(_is_again(fact, other, claims) for other in kept):
            kept.append(_until_then(fact, own, claims))
    stated[:] = kept
    return [_until_then(fact, own, claims) for fact in found]


def _is_again(fact: Fact, other: Fact, claims: Claims) -> bool:
    """Whether ``other`` has said it, of one who is told by two names: "ISIS or ISIL, which"."""
    asked = (claims.field, claims.holder, claims.ground)
    told = fact.kind == other.kind and fact.span == other.span
    return told and all(_agree(fact, other, name) for name in asked)


def _until_then(fact: Fact, others: Sequence[Fact], claims: Claims) -> Fact:
    """``fact`` without its time where it tells whose some ground was that somebody takes.

    "On Monday the army captured the rebel-held town": who held it did so until then.
    """
    field, place = claims.field, fact.fields.get(claims.ground)
    for other in others:
        theirs = other.fields.get(claims.ground)
        inside = fact.span.start > other.span.start and fact.span.end <= other.span.end
        changes = other.fields.get(field) not in (claims.held, fact.fields.get(field))
        same = isinstance(place, Place) and isinstance(theirs, Place) and place.key == theirs.key
        if inside and changes and same:
            return replace(fact, time=None)
    return fact


def _agree(one: Fact, other: Fact, field: str) -> bool:
    """Whether two facts say the same in ``field``, as far as both say anything."""
    mine, theirs = one.fields.get(field), other.fields.get(field)
    if isinstance(mine, Name | Place) and isinstance(theirs, Name | Place):
        return mine.key == theirs.key
    return mine is None or theirs is None or mine == theirs


def _overlap(one: Fact, other: Fact) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
