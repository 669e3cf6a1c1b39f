"""Numbers, days and offsets in conditions: columns times a constant, added up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from .columns import LIMIT, LOWER, SCALE, UPPER, Family, Reference
from .formula import AllOf, Column, Compare, Formula, Operator, Shifted, Total

__all__ = ["MIRRORED", "Amount", "bounded", "compare_amounts", "same_ground", "scale_of"]

MIRRORED: Mapping[Operator, Operator] = {
    "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=",
}  # fmt: skip

_NOTHING = Fraction(0)
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Amount:
    """Fields, each times a number, added up with a number; without fields that number alone.

    ``plus`` counts in the unit of the fields, not in thousandths.
    """

    terms: tuple[tuple[Reference, Fraction], ...]
    plus: Fraction = _NOTHING

    @property
    def references(self) -> tuple[Reference, ...]:
        """The fields."""
        return tuple(reference for reference, _ in self.terms)

    @property
    def family(self) -> Family | None:
        """What it can be compared with; ``None`` for a bare number."""
        return self.terms[0][0].attribute.family if self.terms else None

    @property
    def is_scaled(self) -> bool:
        """Whether a field is multiplied by more than a sign."""
        return any(abs(times) != 1 for _, times in self.terms)

    def added(self, other: Amount, sign: int) -> Amount:
        """This and ``other``, or less it where ``sign`` is below zero."""
        terms = tuple((reference, times * sign) for reference, times in other.terms)
        return Amount((*self.terms, *terms), self.plus + other.plus * sign)

    def times(self, factor: Fraction) -> Amount:
        """This so many times."""
        terms = tuple((reference, times * factor) for reference, times in self.terms)
        return Amount(terms, self.plus * factor)


def compare_amounts(left: Amount, operator: Operator, right: Amount) -> Formula:
    """``left operator right``, in whole numbers.

    Figures compare only in the same unit, offsets only within one part of one article.
    With a tolerance on a column, or several columns on a side, an open end makes the
    comparison false: it has no number to add to.

    Raises:
        ValueError: when neither side names a column.
    """
    if not left.terms:
        left, operator, right = right, MIRRORED[operator], left
    if not left.terms:
        raise ValueError("compares two constants")
    first = left.references[0]
    # Constants go to the right, in the scale of the columns: a + 5 > b is a > b - 5.
    plus = (right.plus - left.plus) * scale_of(first)
    factors = [times for _, times in (*left.terms, *right.terms)]
    whole = lcm(*(number.denominator for number in (*factors, plus)))
    one = _operand(left, whole)
    if not right.terms:
        return Compare(one, operator, int(plus * whole))
    conditions: list[Formula] = [Compare(one, operator, _operand(right, whole, plus * whole))]
    references = (*left.references, *right.references)
    for other in references[1:]:
        conditions += same_ground(first, other)
    if plus or len(references) > _PAIR or len(set(factors)) > 1:
        conditions += [closed for each in references for closed in _closed(each)]
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


def scale_of(reference: Reference) -> int:
    """How many of its column one of a field is."""
    return SCALE if reference.attribute.family == "number" else 1


def _operand(amount: Amount, whole: int, plus: Fraction = _NOTHING) -> Column | Shifted | Total:
    """The columns of ``amount`` with ``plus``, all ``whole`` times, which makes them whole."""
    shifts = [plus, *(_NOTHING for _ in amount.terms[1:])]
    parts = tuple(
        Shifted(reference.column, int(shift), int(times * whole))
        for (reference, times), shift in zip(amount.terms, shifts, strict=True)
    )
    if len(parts) > 1:
        return Total(parts)
    (part,) = parts
    return part.column if part == Shifted(part.column) else part


def bounded(reference: Reference) -> Formula | None:
    """Whether a figure or a time has an end on both sides, or one end is none that is open.

    An unknown is not bounded. ``None`` for what has no ends.
    """
    family, short = reference.attribute.family, reference.attribute.name.rpartition(".")[2]
    if family in ("quantity", "time"):
        low, high, *_ = reference.identity
        return AllOf((Compare(low, ">", -LIMIT), Compare(high, "<", LIMIT)))
    if family not in ("number", "day") or short not in LOWER + UPPER:
        return None
    lower = short in LOWER
    return Compare(reference.column, ">" if lower else "<", -LIMIT if lower else LIMIT)


def _closed(reference: Reference) -> list[Formula]:
    if reference.attribute.family not in ("number", "day"):
        return []
    return [Compare(reference.column, "<", LIMIT), Compare(reference.column, ">", -LIMIT)]


def _beside(reference: Reference, short: str) -> Column:
    whole, _, _ = reference.attribute.name.rpartition(".")
    return Column(reference.role, f"{whole}.{short}")
