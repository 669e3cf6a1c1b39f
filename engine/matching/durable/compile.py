"""Plans to durable_rules rulesets, only in the forms that are known to be safe.

What a plan asks is split four ways. A comparison of two roles becomes a join. An equality
of one role with a text becomes a literal; its other conditions, and that what it compares is
known, Python decides beforehand and states in a flag, which is a literal too. What is left
(alternatives across roles, ``!=``, ``unless``) is asked of each candidate afterwards.

A fact goes in as small whole numbers, none missing and none unknown where it is compared.
So durable_rules does no arithmetic and meets no text, no null and no number that it could
misread. The hazards B1 to B10 are shown in ``tests/matching/test_hazards.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..rulebook.formula import (
    AllOf,
    AnyOf,
    Column,
    Compare,
    Formula,
    Known,
    Operator,
    Shifted,
    Total,
    conjuncts,
    roles_in,
)
from ..rulebook.plan import Plan
from .plain import equal_columns

__all__ = [
    "MOST_ROLES",
    "Channel",
    "Compiled",
    "Condition",
    "Gate",
    "Join",
    "Operand",
    "Pattern",
    "compile_plan",
]

Operand = Column | Shifted
"""A value of one fact; the role it names is empty."""

Condition = Formula
"""A formula over one fact; the role it names is empty."""

Channel = tuple[tuple[str, tuple[str, ...]], tuple[str, tuple[str, ...]]]
"""Two kinds with columns of each, pair by pair: what two facts of a match agree on."""

MOST_ROLES = 4
"""Roles of a plan that is compiled; durable_rules was measured with as many."""

_MOST_JOINS = 24  # B10: 32 terms in one pattern

_MIRRORED: Mapping[Operator, Operator] = {
    "==": "==", "<": ">", "<=": ">=", ">": "<", ">=": "<=",
}  # fmt: skip


class Join(NamedTuple):
    """``own operator other``, where ``other`` is of the role at ``place`` in the plan."""

    own: Operand
    operator: Operator
    place: int
    other: Operand


class Gate(NamedTuple):
    """What Python asks of a fact before it may fill a role.

    Attributes:
        known: what is compared with other facts: a column, or ``Shifted`` by nothing where
            it must be a number.
        conditions: what must hold for the fact alone.
    """

    known: frozenset[Operand]
    conditions: frozenset[Condition]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What one role asks: of its fact alone, and beside the facts of the patterns before."""

    place: int
    kind: str
    operands: frozenset[Operand]
    texts: frozenset[tuple[Column, str]]
    gate: Gate
    joins: tuple[Join, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A plan as durable_rules will see it.

    Attributes:
        number: which of the plans it is.
        patterns: in the order in which they are joined, each linked to one before; their
            own joins are equalities first.
        rest: what is asked of each candidate in Python.
        channels: what the facts of a match agree on, pair by pair; they link all its roles.
        symmetric: as in the plan.
    """

    number: int
    patterns: tuple[Pattern, ...]
    rest: tuple[Formula, ...]
    channels: frozenset[Channel]
    symmetric: bool


def compile_plan(number: int, plan: Plan) -> Compiled | None:
    """``plan`` as durable_rules will see it, or ``None`` where it is better left to Python.

    That is a plan of one role or a group, where nothing is joined; roles that no equality
    links, whose every pair durable_rules would keep in memory; and more than four roles.
    """
    order = _linked(plan)
    if plan.group is not None or not 1 < len(order) <= MOST_ROLES:
        return None
    places = {role: place for place, role in enumerate(plan.roles)}
    alone: dict[str, list[Formula]] = {role: [] for role in order}
    joins: dict[str, list[Join]] = {role: [] for role in order}
    rest = []
    for part in sorted(conjuncts(plan.where), key=lambda part: equal_columns(part) is None):
        named = sorted(roles_in(part), key=order.index)
        if len(named) == 1:
            alone[named[0]].append(part)
        elif (join := _join(part, named, places)) and len(joins[named[-1]]) < _MOST_JOINS:
            joins[named[-1]].append(join)
        else:
            rest.append(part)
    compared: dict[int, set[Operand]] = {place: set() for place in places.values()}
    for role in order:
        for join in joins[role]:
            compared[places[role]].add(join.own)
            compared[join.place].add(join.other)
    patterns = tuple(
        _pattern(places[role], plan.roles[role], alone[role], joins[role], compared[places[role]])
        for role in order
    )
    return Compiled(number, patterns, tuple(rest), _channels(plan), plan.symmetric)


def _linked(plan: Plan) -> list[str]:
    """The roles, each with an equality to one before it; none where that cannot be had."""
    pairs = [pair for part in conjuncts(plan.where) if (pair := equal_columns(part)) is not None]
    links = {frozenset((left.role, right.role)) for left, right in pairs}
    order = list(plan.roles)[:1]
    while len(order) < len(plan.roles):
        new = (role for role in plan.roles if role not in order)
        following = next((r for r in new if any(frozenset((r, o)) in links for o in order)), None)
        if following is None:
            return []
        order.append(following)
    return order


def _join(part: Formula, named: Sequence[str], places: Mapping[str, int]) -> Join | None:
    match part:
        case Compare(Column() | Shifted() as left, operator, Column() | Shifted() as right) if (
            operator in _MIRRORED
        ):
            # An order is one of numbers; Shifted takes text for unknown, as the order does.
            if operator != "==":
                left, right = (x if isinstance(x, Shifted) else Shifted(x) for x in (left, right))
            if _role(left) != named[-1]:
                left, operator, right = right, _MIRRORED[operator], left
            return Join(_bare(left), operator, places[_role(right)], _bare(right))
    return None


def _pattern(
    place: int,
    kind: str,
    alone: Sequence[Formula],
    joins: Sequence[Join],
    compared: set[Operand],
) -> Pattern:
    texts = set()
    conditions = set()
    for part in alone:
        match part:
            case Compare(Column(_, name), "==", str() as text):
                texts.add((Column("", name), text))
            case _:
                conditions.add(_unnamed(part))
    gate = Gate(frozenset(map(_unshifted, compared)), frozenset(conditions))
    operands = compared | {column for column, _ in texts}
    return Pattern(place, kind, frozenset(operands), frozenset(texts), gate, tuple(joins))


def _channels(plan: Plan) -> frozenset[Channel]:
    agreed: dict[tuple[str, str], set[tuple[str, str]]] = {}
    order = list(plan.roles)
    for part in conjuncts(plan.where):
        if (pair := equal_columns(part)) is not None:
            left, right = sorted(pair, key=lambda column: order.index(column.role))
            agreed.setdefault((left.role, right.role), set()).add((left.name, right.name))
    return frozenset(
        (
            (plan.roles[left], tuple(own for own, _ in sorted(columns))),
            (plan.roles[right], tuple(other for _, other in sorted(columns))),
        )
        for (left, right), columns in agreed.items()
    )


def _role(operand: Operand) -> str:
    return operand.column.role if isinstance(operand, Shifted) else operand.role


def _bare(operand: Operand) -> Operand:
    if isinstance(operand, Shifted):
        return Shifted(Column("", operand.column.name), operand.plus, operand.times)
    return Column("", operand.name)


def _nameless(operand: Operand | Total) -> Operand | Total:
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
