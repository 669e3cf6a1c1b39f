"""Plans to durable_rules rulesets, only in the forms that are known to be safe.

What a plan asks is split four ways. The equalities of two roles become one, between the keys
of their facts. Other comparisons of two roles, of numbers, become joins as they are. What is
asked of one role, and that what it compares is known, Python decides beforehand and states in
a flag, which is a literal. What is left (alternatives across roles, ``!=``, ``unless``) is
asked of each candidate afterwards.

A fact goes in as small whole numbers: the flags that it passes, and what these patterns
compare, none missing and none unknown. So durable_rules does no arithmetic and meets no text,
no null and no number that it could misread. The hazards B1 to B10 are shown in
``tests/matching/durable/test_hazards.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ...rulebook.formula import (
    AllOf,
    AnyOf,
    Column,
    Compare,
    Formula,
    Known,
    Operator,
    Product,
    Shifted,
    Total,
)
from ...rulebook.plan import Plan
from ..plain import equal_columns
from .search import Question

__all__ = [
    "MOST_ROLES",
    "Channel",
    "Compiled",
    "Condition",
    "Gate",
    "Key",
    "Link",
    "Operand",
    "Order",
    "Pattern",
    "compile_plan",
]

Operand = Column | Shifted
"""A value of one fact; the role it names is empty."""

Condition = Formula
"""A formula over one fact; the role it names is empty."""

Key = tuple[Operand, ...]
"""Values of one fact that together equal as many of another."""

Channel = tuple[tuple[str, Key], tuple[str, Key]]
"""Two kinds with a key of each: what two facts of a match agree on."""

MOST_ROLES = 4
"""Roles of a plan that is compiled; durable_rules was measured with as many."""

_MOST_ORDERS = 24  # B10: 32 terms in one pattern

_MIRRORED: Mapping[Operator, Operator] = {
    "==": "==", "<": ">", "<=": ">=", ">": "<", ">=": "<=",
}  # fmt: skip


class Link(NamedTuple):
    """``own`` equals ``other``, which is of the role at ``place`` in the plan."""

    own: Key
    place: int
    other: Key


class Order(NamedTuple):
    """``own operator other``, where ``other`` is of the role at ``place`` in the plan."""

    own: Shifted
    operator: Operator
    place: int
    other: Shifted


class Gate(NamedTuple):
    """What Python asks of a fact before it may fill a role.

    Attributes:
        known: what is compared with other facts: a column, or ``Shifted`` by nothing where
            it must be a number.
        conditions: what must hold for the fact alone.
        place: which role it may fill; any that asks the same when ``None``.
    """

    known: frozenset[Operand]
    conditions: frozenset[Condition]
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """What one role asks: of its fact alone, and beside the facts of the patterns before.

    Attributes:
        place: which role of the plan it is.
        kind: the kind of its facts.
        gate: what is asked of the fact alone.
        keys: what of the fact equals the key of another, in this pattern or a later one.
        numbers: what of the fact is compared otherwise, in this pattern or a later one.
        links: equalities with patterns before.
        orders: other comparisons with patterns before.
    """

    place: int
    kind: str
    gate: Gate
    keys: frozenset[Key]
    numbers: frozenset[Shifted]
    links: tuple[Link, ...]
    orders: tuple[Order, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A plan as durable_rules will see it.

    Attributes:
        number: which of the plans it is.
        patterns: in the order in which they are joined, each linked to one before.
        rest: what is asked of each candidate in Python.
        symmetric: as in the plan.
    """

    number: int
    patterns: tuple[Pattern, ...]
    rest: tuple[Formula, ...]
    symmetric: bool

    @property
    def channels(self) -> frozenset[Channel]:
        """By what its facts are linked."""
        kinds = {pattern.place: pattern.kind for pattern in self.patterns}
        return frozenset(
            [
                ((pattern.kind, link.own), (kinds[link.place], link.other))
                for pattern in self.patterns
                for link in pattern.links
            ]
        )

    def by_place(self) -> Compiled:
        """The same, with gates that let a fact into one role only."""
        return replace(
            self,
            patterns=tuple(
                replace(pattern, gate=pattern.gate._replace(place=pattern.place))
                for pattern in self.patterns
            ),
        )


def compile_plan(number: int, question: Question) -> Compiled | None:
    """A plan as durable_rules will see it, or ``None`` where it is better left to Python.

    That is a plan of one role or a group, where nothing is joined; roles that no equality
    links, whose every pair durable_rules would keep in memory; and more than four roles.
    """
    plan = question.plan
    if plan.group is not None or not 1 < len(plan.roles) <= MOST_ROLES:
        return None
    order = _linked(plan, question.search.parts)
    if len(order) < len(plan.roles):
        return None
    sorted_ = _Sorted(order, {role: place for place, role in enumerate(plan.roles)})
    for part, named in question.search.parts:
        sorted_.add(part, named)
    patterns = sorted_.patterns(plan.roles)
    return Compiled(number, patterns, tuple(sorted_.rest), plan.symmetric)


class _Sorted:
    """The conditions of a plan, by what becomes of them."""

    def __init__(self, order: Sequence[str], places: Mapping[str, int]) -> None:
        """Begins for the roles in ``order``, which are at ``places`` in the plan."""
        self._order = order
        self._places = places
        self._alone: dict[str, list[Condition]] = {role: [] for role in order}
        self._links: dict[str, list[Link]] = {role: [] for role in order}
        self._orders: dict[str, list[Order]] = {role: [] for role in order}
        self.rest: list[Formula] = []

    def add(self, part: Formula, named: frozenset[str]) -> None:
        """Takes in ``part``, which names the roles ``named``."""
        if len(named) == 1:
            self._alone[min(named)].append(_unnamed(part))
            return
        last = max(named, key=self._order.index, default="")
        join = _join(part, last, self._places)
        if isinstance(join, Link):
            self._links[last].append(join)
        elif join is not None and len(self._orders[last]) < _MOST_ORDERS:
            self._orders[last].append(join)
        else:
            self.rest.append(part)

    def patterns(self, kinds: Mapping[str, str]) -> tuple[Pattern, ...]:
        """What the roles, which are of ``kinds``, ask for."""
        links = {role: _merged(self._links[role]) for role in self._order}
        keys: dict[int, set[Key]] = {place: set() for place in self._places.values()}
        numbers: dict[int, set[Shifted]] = {place: set() for place in self._places.values()}
        for role, place in self._places.items():
            for link in links[role]:
                keys[place].add(link.own)
                keys[link.place].add(link.other)
            for each in self._orders[role]:
                numbers[place].add(each.own)
                numbers[each.place].add(each.other)
        patterns = []
        for role in self._order:
            place = self._places[role]
            known = {_unshifted(operand) for key in keys[place] for operand in key}
            known.update(map(_unshifted, numbers[place]))
            patterns.append(
                Pattern(
                    place,
                    kinds[role],
                    Gate(frozenset(known), frozenset(self._alone[role])),
                    frozenset(keys[place]),
                    frozenset(numbers[place]),
                    links[role],
                    tuple(self._orders[role]),
                )
            )
        return tuple(patterns)


def _linked(plan: Plan, parts: Sequence[tuple[Formula, frozenset[str]]]) -> list[str]:
    """The roles, each with an equality of columns to one before it, as far as that goes."""
    links = {named for part, named in parts if equal_columns(part) is not None}
    waiting = list(plan.roles)
    order = [waiting.pop(0)]
    while waiting:
        linked = (role for role in waiting if any({role, other} in links for other in order))
        following = next(linked, None)
        if following is None:
            break
        waiting.remove(following)
        order.append(following)
    return order


def _join(part: Formula, last: str, places: Mapping[str, int]) -> Link | Order | None:
    """What ``part`` asks of the role ``last`` beside one before it, where it is a join."""
    match part:
        case Compare(Column() | Shifted() as left, operator, Column() | Shifted() as right) if (
            operator in _MIRRORED
        ):
            if _role(left) != last:
                left, operator, right = right, _MIRRORED[operator], left
            place = places[_role(right)]
            if operator == "==":
                return Link((_bare(left),), place, (_bare(right),))
            return Order(_number(left), operator, place, _number(right))
    return None


def _merged(links: Sequence[Link]) -> tuple[Link, ...]:
    """The equalities with one and the same role as one, of keys that other plans share."""
    if len(links) == 1:
        return tuple(links)
    pairs: dict[int, set[tuple[Operand, Operand]]] = {}
    for link in links:
        pairs.setdefault(link.place, set()).add((link.own[0], link.other[0]))
    merged = []
    for place, equal in pairs.items():
        own, other = zip(*sorted(equal, key=repr), strict=True)
        merged.append(Link(own, place, other))
    return tuple(merged)


def _role(operand: Operand) -> str:
    return operand.column.role if isinstance(operand, Shifted) else operand.role


def _number(operand: Operand) -> Shifted:
    """``operand`` as an order takes it: of numbers, text being unknown."""
    shifted = operand if isinstance(operand, Shifted) else Shifted(operand)
    return Shifted(Column("", shifted.column.name), shifted.plus, shifted.times)


def _bare(operand: Operand) -> Operand:
    if isinstance(operand, Shifted):
        return Shifted(Column("", operand.column.name), operand.plus, operand.times)
    return Column("", operand.name)


def _nameless(operand: Operand | Total | Product) -> Operand | Total | Product:
    if isinstance(operand, Product):
        return Product(tuple(Column("", each.name) for each in operand.columns), operand.times)
    if isinstance(operand, Total):
        terms = (Shifted(Column("", x.column.name), x.plus, x.times) for x in operand.terms)
        return Total(tuple(terms))
    return _bare(operand)


def _unshifted(operand: Operand) -> Operand:
    return Shifted(operand.column) if isinstance(operand, Shifted) else operand


def _unnamed(formula: Formula) -> Condition:
    """``formula``, which names one role, with an empty one instead: so that rules share it."""
    match formula:
        case Compare(left, operator, right):
            other = right if isinstance(right, int | str) else _nameless(right)
            return Compare(_nameless(left), operator, other)
        case Known(column, known):
            return Known(Column("", column.name), known)
        case AllOf(parts):
            return AllOf(tuple(_unnamed(part) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_unnamed(part) for part in parts))
