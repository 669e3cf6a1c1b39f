"""By which keys the archived facts are found that a rule could set beside those of a draft.

What a rule wants equal, or touching for places, gives a key; what it wants only in one case out of
several gives one only where every case does. A fact that has none of the keys cannot meet the
rule, and so is never read. Whatever the rule asks besides is left to the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..kinds import Kind
from ..model import Fact, Place
from ..rulebook.columns import attributes
from ..rulebook.formula import (
    AllOf,
    AnyOf,
    Column,
    Compare,
    Formula,
    Row,
    columns_of,
    conjuncts,
    roles_in,
)
from .keys import EVENT, at, saying, touching

__all__ = ["Block", "Slot", "Tie", "block_of", "has_keys", "keys_of", "slots"]

_NAMING = ("name", "text", "identifier", "place")
_ENDS = ("first", "last")
_AT_ONCE = ("time.start", "time.end")
"""The columns of an archived fact that are known before it is read."""


class Tie(NamedTuple):
    """What an archived fact has in common with one that is at hand.

    Attributes:
        column: of the archived fact.
        other: of the one at hand.
        touching: whether one of the two places may lie in the other.
    """

    column: str
    other: Column
    touching: bool = False


Slot = tuple[Tie, ...]
"""Ties of which an archived fact has at least one."""


@dataclass(frozen=True, slots=True)
class Block:
    """How the archived facts are found that may fill a role beside one fact of a draft.

    Attributes:
        role: the role that is to be filled.
        kind: of what kind it is.
        beside: the role of the fact at hand.
        beside_kind: of what kind that is.
        slots: what the two have in common, all of it.
        alone: what is asked of the fact at hand alone.
        early: what is asked of both that can be told before the archived fact is read.
    """

    role: str
    kind: str
    beside: str
    beside_kind: str
    slots: tuple[Slot, ...]
    alone: Formula
    early: Formula


def block_of(
    where: Formula, role: str, near: Sequence[str], roles: Mapping[str, Kind]
) -> Block | None:
    """How the archived facts in ``role`` are found; ``None`` where no keys find them.

    Args:
        where: what the rule asks.
        role: the role.
        near: the roles whose facts are at hand; one of them is used.
        roles: the kind of each.
    """
    found = {other: slots(where, role, [other], roles) for other in near}
    beside = max(near, key=lambda other: len(found[other]))  # the first of those with most
    if not found[beside]:
        return None
    parts = conjuncts(where)
    alone = tuple(part for part in parts if roles_in(part) == {beside})
    early = tuple(part for part in parts if _is_early(part, role, beside))
    return Block(
        role,
        roles[role].name,
        beside,
        roles[beside].name,
        found[beside],
        AllOf(alone),
        AllOf(early),
    )


def _is_early(formula: Formula, role: str, beside: str) -> bool:
    """Whether nothing else is asked of the fact in ``role`` than what is known before."""
    columns = columns_of(formula)
    own = {column.name for column in columns if column.role == role}
    return bool(own) and own.issubset(_AT_ONCE) and roles_in(formula) <= {role, beside}


def has_keys(where: Formula, role: str, near: Iterable[str], roles: Mapping[str, Kind]) -> bool:
    """Whether the facts in ``role`` can be found by keys from one of those ``near``."""
    return any(slots(where, role, [other], roles) for other in near)


def slots(
    where: Formula, role: str, near: Sequence[str], roles: Mapping[str, Kind]
) -> tuple[Slot, ...]:
    """What ``where`` wants facts in ``role`` to have in common with those ``near``.

    Where that is their happening, which is narrow enough, it is that alone.
    """
    found = tuple(_slots(where, role, near, roles))
    narrow = tuple(slot for slot in found if all(tie.column == EVENT for tie in slot))
    return narrow[:1] or found


def _slots(
    where: Formula, role: str, near: Sequence[str], roles: Mapping[str, Kind]
) -> Iterator[Slot]:
    parts = conjuncts(where)
    for part in parts:
        match part:
            case Compare(Column() as one, "==", Column() as other):
                tie = _tie(one, other, role, near, roles)
                if tie is not None:
                    yield (tie,)
            case AnyOf(cases):
                either = [_best(case, role, near, roles) for case in cases]
                if either and None not in either:
                    yield tuple(dict.fromkeys(tie for slot in either if slot for tie in slot))
    yield from ((tie,) for tie in _touching(parts, role, near))


def _best(case: Formula, role: str, near: Sequence[str], roles: Mapping[str, Kind]) -> Slot | None:
    """The narrowest of what one case wants in common."""
    return min(_slots(case, role, near, roles), key=_width, default=None)


def _width(slot: Slot) -> tuple[int, int]:
    return max(_breadth(tie) for tie in slot), len(slot)


def _breadth(tie: Tie) -> int:
    """How much a tie lets through: a happening the least, what only touches the most."""
    return 2 if tie.touching else tie.column != EVENT


def _tie(
    one: Column, other: Column, role: str, near: Sequence[str], roles: Mapping[str, Kind]
) -> Tie | None:
    if other.role == role:
        one, other = other, one
    if one.role != role or other.role not in near:
        return None
    kind = roles[role]
    if one.name not in kind.fields and one.name != EVENT:
        return None
    return Tie(one.name, other) if attributes(kind)[one.name].family in _NAMING else None


def _touching(parts: Sequence[Formula], role: str, near: Sequence[str]) -> Iterator[Tie]:
    """The places that both ends are compared of, which they are where one lies in the other."""
    seen: dict[tuple[str, Column], int] = {}
    for part in parts:
        match part:
            case Compare(Column() as one, "<=" | ">=", Column() as other):
                if other.role == role:
                    one, other = other, one
                whole, _, end = one.name.rpartition(".")
                beside, _, far = other.name.rpartition(".")
                if one.role == role and other.role in near and {end, far} <= set(_ENDS):
                    pair = whole, Column(other.role, beside)
                    seen[pair] = seen.get(pair, 0) + 1
    yield from (
        Tie(name, other, touching=True) for (name, other), times in seen.items() if times > 1
    )


def keys_of(tie: Tie, kind: str, fact: Fact, row: Row, happenings: Sequence[str]) -> list[int]:
    """The keys of archived facts of ``kind`` that ``fact``, at hand, is tied to.

    Args:
        tie: what they have in common.
        kind: of the archived facts.
        fact: the fact at hand, in the role of the tie's other column.
        row: the same as plain columns.
        happenings: what the archive calls the happening that it is about.
    """
    name = tie.other.name
    if name == EVENT:
        return [saying(kind, tie.column, each) for each in happenings]
    value, cell = fact.fields.get(name), row.get(name)
    if isinstance(value, Place):
        make = touching if tie.touching else lambda *place: [at(*place)]
        return make(kind, tie.column, value)
    return [saying(kind, tie.column, cell)] if isinstance(cell, str) else []
