"""Square roots in conditions: ``a.value.high < 98 / sqrt(b.value.low)``.

Such a comparison is squared when it is read, and rid of its quotient: ``a² b < 98²``. What is left
is products of whole numbers, which engines take in double precision. That rounds alike everywhere
(IEEE 754), and so they agree to the last digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from .arithmetic import Amount
from .columns import LIMIT, SCALE, Reference
from .formula import AllOf, Compare, Formula, Operator, Product

__all__ = ["Root", "compare_roots", "is_plain"]


@dataclass(frozen=True, slots=True)
class Root:
    """A number times the root of a field, or divided by it where it is ``below``."""

    times: Fraction
    reference: Reference
    below: bool = False

    @property
    def references(self) -> tuple[Reference, ...]:
        """The field."""
        return (self.reference,)


def is_plain(amount: Amount) -> bool:
    """Whether ``amount`` can be held against a root: one field, or a number, above nothing."""
    if not amount.terms:
        return amount.plus > 0
    ((reference, times), *others) = amount.terms
    return reference.attribute.family == "number" and times > 0 and not (others or amount.plus)


def compare_roots(left: Amount | Root, operator: Operator, right: Amount | Root) -> Formula:
    """``left operator right``, one of which is a root, the other plain.

    It holds only where every field is bounded and not below nothing, and what divides is above it.
    A root has no unit.
    """
    sides = _squared(left), _squared(right)
    above = [[*sides[at].above, *sides[1 - at].below] for at in (0, 1)]
    numbers = [side.times / SCALE ** len(over) for side, over in zip(sides, above, strict=True)]
    whole = lcm(*(number.denominator for number in numbers))
    products = [
        Product(tuple(reference.column for reference in over), int(number * whole))
        for over, number in zip(above, numbers, strict=True)
    ]
    conditions: list[Formula] = [_compared(products[0], operator, products[1])]
    for side in sides:
        conditions += [Compare(each.column, ">=", 0) for each in side.above]
        conditions += [Compare(each.column, ">", 0) for each in side.below]
        conditions += [Compare(each.column, "<", LIMIT) for each in (*side.above, *side.below)]
    return AllOf(tuple(dict.fromkeys(conditions)))


def _compared(left: Product, operator: Operator, right: Product) -> Formula:
    """The comparison; of one column with a number, where that is all, without a product."""
    if len(left.columns) == 1 and not right.columns and right.times % left.times == 0:
        return Compare(left.columns[0], operator, right.times // left.times)
    return Compare(left, operator, right)


@dataclass(frozen=True, slots=True)
class _Square:
    """``times`` the product of the fields ``above``, divided by that of those ``below``."""

    times: Fraction
    above: tuple[Reference, ...] = ()
    below: tuple[Reference, ...] = ()


def _squared(side: Amount | Root) -> _Square:
    if isinstance(side, Root):
        fields = side.references
        return _Square(side.times**2, () if side.below else fields, fields if side.below else ())
    if not side.terms:
        return _Square(side.plus**2)
    ((reference, times),) = side.terms
    return _Square(times**2, (reference, reference))
