"""Formulas and plans in one form, so that equal meanings written differently compare equal.

Order of parts, nesting of ``and`` in ``and``, which side stands left, and the names of roles
make no difference. What is not seen as equal may still be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Any

from .arithmetic import MIRRORED
from .formula import AllOf, AnyOf, Column, Compare, Formula, Known, Operand, Shifted, Total
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
    names = {role: f"fact {place}" for place, role in enumerate(order)}
    group = plan.group and (
        names[tuple(plan.roles)[-1]],
        sorted(plan.group.by),
        sorted(repr((*most, _linear(bound, names))) for *most, bound in plan.group.having),
        plan.group.at_least,
    )
    return (
        tuple(plan.roles[role] for role in order),
        _canonical(plan.where, names),
        tuple(sorted((_absence(each, names) for each in plan.unless), key=repr)),
        group,
    )


def _absence(absence: Absence, names: Mapping[str, str]) -> Any:  # noqa: ANN401
    return min(
        (
            (
                tuple(absence.roles[role] for role in order),
                _canonical(
                    absence.where,
                    {**names, **{role: f"absent {place}" for place, role in enumerate(order)}},
                ),
            )
            for order in permutations(absence.roles)
        ),
        key=repr,
    )


def _canonical(formula: Formula, names: Mapping[str, str]) -> Any:  # noqa: ANN401
    match formula:
        case Compare(left, operator, right):
            one, times, plus = _linear(left, names)
            other, by, more = _linear(right, names)
            compared = (one, times, operator, other, by, more - plus)
            mirrored = (other, by, MIRRORED[operator], one, times, plus - more)
            return ("compare", *min(compared, mirrored, key=repr))
        case Known(column, known):
            return ("known", names[column.role], column.name, known)
        case AllOf(parts) | AnyOf(parts):
            return _joined(type(formula), parts, names)


def _joined(join: type[AllOf | AnyOf], parts: Sequence[Formula], names: Mapping[str, str]) -> Any:  # noqa: ANN401
    name = join.__name__
    flat: list[Any] = []
    for part in parts:
        each = _canonical(part, names)
        flat += each[1] if each[0] == name else [each]
    distinct = sorted({repr(each): each for each in flat}.items())
    return distinct[0][1] if len(distinct) == 1 else (name, [each for _, each in distinct])


def _linear(operand: Operand, names: Mapping[str, str]) -> tuple[Any, int, int]:
    match operand:
        case Column(role, name):
            return (names[role], name), 1, 0
        case Shifted(Column(role, name), plus, times):
            return (names[role], name), times, plus
        case Total(terms):
            parts = [_linear(term, names) for term in terms]
            columns = sorted((column, times) for column, times, _ in parts)
            return tuple(columns), 1, sum(plus for *_, plus in parts)
        case _:
            return operand, 1, 0
