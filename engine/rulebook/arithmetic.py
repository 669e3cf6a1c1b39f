"""Numbers, days and offsets in conditions: a column times one constant, plus another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from .columns import LIMIT, SCALE, Family, Reference
from .formula import AllOf, Column, Compare, Formula, Operator, Row, Shifted, holds
from .wording import cell_in_words, number_in_words, role_in_words

__all__ = ["MIRRORED", "Amount", "compare_amounts", "order_in_words", "same_ground"]

MIRRORED: Mapping[Operator, Operator] = {
    "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=",
}  # fmt: skip

_ORDERS: Mapping[str, tuple[str, str, str]] = {
    "number": ("is below", "equals", "is above"),
    "day": ("is before", "is the same day as", "is after"),
    "offset": ("stands before", "stands with", "stands after"),
}
_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Amount:
    """``reference * times + plus``; without a reference the number ``plus`` alone.

    ``times`` is above zero; ``plus`` counts in the unit of the reference, not in thousandths.
    """

    reference: Reference | None
    times: Fraction = Fraction(1)
    plus: Fraction = Fraction(0)

    @property
    def family(self) -> Family | None:
        """What it can be compared with; ``None`` for a bare number."""
        return None if self.reference is None else self.reference.attribute.family


def compare_amounts(left: Amount, operator: Operator, right: Amount) -> Formula:
    """``left operator right``, in whole numbers.

    Figures compare only in the same unit, offsets only within one part of one article.
    With a tolerance on a column, an open end on either side makes the comparison false:
    it has no number to add to.

    Raises:
        ValueError: when neither side names a column.
    """
    if left.reference is None:
        left, operator, right = right, MIRRORED[operator], left
    if left.reference is None:
        raise ValueError("compares two constants")
    # Constants go to the right, in the scale of the columns: a + 5 > b is a > b - 5.
    plus = (right.plus - left.plus) * _scale(left.reference)
    whole = lcm(left.times.denominator, right.times.denominator, plus.denominator)
    times = left.times * whole
    if right.reference is None:
        return Compare(_shifted(left.reference, times), operator, int(plus * whole))
    other = _shifted(right.reference, right.times * whole, plus * whole)
    conditions: list[Formula] = [Compare(_shifted(left.reference, times), operator, other)]
    conditions += same_ground(left.reference, right.reference)
    if plus or times != right.times * whole:
        conditions += [*_closed(left.reference), *_closed(right.reference)]
    return conditions[0] if len(conditions) == 1 else AllOf(tuple(conditions))


def same_ground(left: Reference, right: Reference) -> list[Formula]:
    """What must hold besides for the numbers of two columns to be comparable at all."""
    if left.attribute.family == "number":
        units = _beside(left, "unit"), _beside(right, "unit")
        return [] if units[0] == units[1] else [Compare(units[0], "==", units[1])]
    if left.attribute.family == "offset" and left.role != right.role:
        return [
            Compare(Column(left.role, name), "==", Column(right.role, name))
            for name in ("part", "article")
        ]
    return []


def order_in_words(left: Amount, right: Amount, rows: Mapping[str, Row]) -> str:
    """How the two stand to each other, both being known."""
    references = [side.reference for side in (left, right) if side.reference is not None]
    texts = [_in_words(side, references[0], rows) for side in (left, right)]
    if len(references) > 1 and not holds(AllOf(tuple(same_ground(*references))), rows):
        ground = "units" if references[0].attribute.family == "number" else "texts"
        return f"{texts[0]} and {texts[1]} stand in different {ground}"
    first, second = (_value(side, references[0], rows) for side in (left, right))
    below, equal, above = _ORDERS.get(references[0].attribute.family, _ORDERS["number"])
    order = equal if first == second else below if first < second else above
    return f"{texts[0]} {order} {texts[1]}"


def _scale(reference: Reference) -> int:
    return SCALE if reference.attribute.family == "number" else 1


def _shifted(reference: Reference, times: Fraction, plus: Fraction = _NOTHING) -> Column | Shifted:
    if times == 1 and plus == 0:
        return reference.column
    return Shifted(reference.column, int(plus), int(times))


def _closed(reference: Reference) -> list[Formula]:
    if reference.attribute.family not in ("number", "day"):
        return []
    return [Compare(reference.column, "<", LIMIT), Compare(reference.column, ">", -LIMIT)]


def _beside(reference: Reference, short: str) -> Column:
    whole, _, _ = reference.attribute.name.rpartition(".")
    return Column(reference.role, f"{whole}.{short}")


def _value(amount: Amount, like: Reference, rows: Mapping[str, Row]) -> Fraction:
    if amount.reference is None:
        return amount.plus
    cell = rows[amount.reference.role][amount.reference.attribute.name]
    return Fraction(int(cell or 0), _scale(like)) * amount.times + amount.plus


def _in_words(amount: Amount, like: Reference, rows: Mapping[str, Row]) -> str:
    if amount.reference is None:
        return cell_in_words(int(amount.plus * _scale(like)), like.attribute)
    reference = amount.reference
    if reference.attribute.family == "offset":
        return role_in_words(reference.role)
    words = cell_in_words(rows[reference.role][reference.attribute.name], reference.attribute)
    if amount.times != 1:
        words += f" × {number_in_words(amount.times)}"
    if amount.plus:
        words += f" {'+' if amount.plus > 0 else '−'} {number_in_words(abs(amount.plus))}"
    return words
