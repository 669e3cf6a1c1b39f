"""Formulas and plans in one form, so that equal meanings written differently compare equal.

Order of parts, nesting of ``and`` in ``and``, which side stands left, the names of roles, and of
which of two facts a column is asked that is the same for both make no difference. What is not
seen as equal may still be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any

from .arithmetic import MIRRORED
from .formula import (
    AllOf,
    AnyOf,
    Column,
    Compare,
    Formula,
    Known,
    Operand,
    Product,
    Shifted,
    Total,
    columns_of,
    conjuncts,
)
from .plan import Absence, Plan

__all__ = ["is_symmetric", "signature"]


def signature(plan: Plan) -> Any:  # noqa: ANN401 - nested tuples, to be compared
    """The same for two plans that ask the same, whatever their roles and rules are called."""
    return min((_signature(plan, order) for order in permutations(plan.roles)), key=repr)


def is_symmetric(plan: Plan) -> bool:
    """Whether two roles of one kind can be swapped without a difference."""
    roles = tuple(plan.roles)
    if plan.group or len(roles) != 2 or len(set(plan.roles.values())) != 1:  # noqa: PLR2004
        return False
    return bool(_signature(plan, roles) == _signature(plan, roles[::-1]))


def _signature(plan: Plan, order: Sequence[str]) -> Any:  # noqa: ANN401
    roles = {role: f"fact {place}" for place, role in enumerate(order)}
    parts = conjuncts(plan.where)
    links = [part for part in parts if _is_link(part)]
    names = _Named(roles, _first(links, order))
    group = plan.group and (
        roles[tuple(plan.roles)[-1]],
        sorted(plan.group.by),
        sorted(repr((*most, _linear(bound, names))) for *most, bound in plan.group.having),
        plan.group.at_least,
    )
    return (
        tuple(plan.roles[role] for role in order),
        _canonical(AllOf(tuple(links)), _Named(roles, {})),
        _canonical(AllOf(tuple(part for part in parts if not _is_link(part))), names),
        tuple(sorted((_absence(each, names) for each in plan.unless), key=repr)),
        group,
    )


@dataclass(frozen=True, slots=True)
class _Named:
    """What the facts of a plan are called, whatever it calls them.

    Attributes:
        roles: name by role.
        first: by column, the column of an earlier role that is the same in every match.
    """

    roles: Mapping[str, str]
    first: Mapping[Column, Column]

    def of(self, column: Column) -> tuple[str, str]:
        """The fact of ``column`` and the column."""
        same = self.first.get(column, column)
        return self.roles[same.role], same.name


def _is_link(part: Formula) -> bool:
    """Whether ``part`` equates a column of two facts, so that one says as much as the other."""
    match part:
        case Compare(Column(one, name), "==", Column(other, same)):
            return one != other and name == same
        case _:
            return False


def _first(links: Sequence[Formula], order: Sequence[str]) -> Mapping[Column, Column]:
    """By column that ``links`` equate, the same column of the first role in ``order``."""
    pairs = [
        sorted(columns_of(link), key=lambda column: order.index(column.role)) for link in links
    ]
    first: dict[Column, Column] = {}
    for earlier, later in sorted(pairs, key=lambda pair: [order.index(x.role) for x in pair]):
        first[later] = first.get(earlier, earlier)
    return first


def _absence(absence: Absence, names: _Named) -> Any:  # noqa: ANN401
    def named(order: Sequence[str]) -> _Named:
        absent = {role: f"absent {place}" for place, role in enumerate(order)}
        return _Named({**names.roles, **absent}, names.first)

    return min(
        (
            (
                tuple(absence.roles[role] for role in order),
                _canonical(absence.where, named(order)),
            )
            for order in permutations(absence.roles)
        ),
        key=repr,
    )


def _canonical(formula: Formula, names: _Named) -> Any:  # noqa: ANN401
    match formula:
        case Compare(left, operator, right):
            one, times, plus = _linear(left, names)
            other, by, more = _linear(right, names)
            compared = (one, times, operator, other, by, more - plus)
            mirrored = (other, by, MIRRORED[operator], one, times, plus - more)
            return ("compare", *min(compared, mirrored, key=repr))
        case Known(column, known):
            return ("known", *names.of(column), known)
        case AllOf(parts) | AnyOf(parts):
            return _joined(type(formula), parts, names)


def _joined(join: type[AllOf | AnyOf], parts: Sequence[Formula], names: _Named) -> Any:  # noqa: ANN401
    name = join.__name__
    flat: list[Any] = []
    for part in parts:
        each = _canonical(part, names)
        flat += each[1] if each[0] == name else [each]
    distinct = sorted({repr(each): each for each in flat}.items())
    return distinct[0][1] if len(distinct) == 1 else (name, [each for _, each in distinct])


def _linear(operand: Operand, names: _Named) -> tuple[Any, int, int]:
    match operand:
        case Column():
            return names.of(operand), 1, 0
        case Shifted(column, plus, times):
            return names.of(column), times, plus
        case Total(terms):
            parts = [_linear(term, names) for term in terms]
            columns = sorted((column, times) for column, times, _ in parts)
            return tuple(columns), 1, sum(plus for *_, plus in parts)
        case Product(columns_, times):
            return ("product", *sorted(map(names.of, columns_))), times, 0
        case _:
            return operand, 1, 0
