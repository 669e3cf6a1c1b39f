"""Reckoned figures in words: no finer than an editor would write them.

What is reckoned from figures that may be rounded lies between two ends that nobody wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ..model import Quantity
from ..quantities import to_base_unit
from .wording import figure_of, in_words

__all__ = [
    "clock_in_words",
    "converted_in_words",
    "difference_in_words",
    "rounded_in_words",
]

# From so many on, a time is told in a larger unit, so many times this one; the largest first.
_LARGER: Mapping[str, tuple[tuple[Decimal, str, Decimal], ...]] = {
    "minute": ((Decimal(120), "hour", Decimal(60)),),
    "day": (
        (Decimal(700), "year", Decimal("365.2425")),
        (Decimal(90), "month", Decimal("30.4369")),
    ),
}
_DIGITS = 2
_MOST_DIGITS = 3
_MINUTES = 60
_DAY = 24


def rounded_in_words(quantity: Quantity, type_: str) -> str:
    """``about 35%``, ``about 30 years``: the roundest figure between the ends of ``quantity``."""
    low, high, unit = quantity.low, quantity.high, quantity.unit
    if low is None or high is None:
        return in_words(quantity, type_)
    if high < 0:  # what lies the other way is as far
        low, high = -high, -low
    for least, larger, times in _LARGER.get(unit or "", ()):
        if low >= least:
            return f"about {figure_of(_roundest(low / times, high / times), type_, larger)}"
    if low == high:
        return figure_of(low, type_, unit)
    return f"about {figure_of(_roundest(low, high), type_, unit)}"


def clock_in_words(quantity: Quantity) -> str:
    """``13:54``: the minutes after midnight that ``quantity`` is, as a time of day."""
    hours, minutes = divmod(int(quantity.low or 0), _MINUTES)
    return f"{hours % _DAY}:{minutes:02}"


def converted_in_words(quantity: Quantity, like: Quantity, type_: str) -> str:
    """``about 80 kilometres``: ``quantity`` in the unit of ``like``.

    As it stands where it has an open end, or the two measure different things.
    """
    one, other = to_base_unit(quantity.unit), to_base_unit(like.unit)
    if one is None or other is None or one.base != other.base or quantity.low is None:
        return in_words(quantity, type_)
    nothing, step = other.of(Decimal(0)), other.of(Decimal(1))
    number = (one.of(quantity.low) - nothing) / (step - nothing)
    return f"about {figure_of(_to_digits(number), type_, like.unit)}"


def difference_in_words(one: Quantity, other: Quantity, type_: str) -> str:
    """``5 points``: what lies between two figures; as ``one`` stands where an end is open."""
    if one.low is None or other.low is None or one.unit != other.unit:
        return in_words(one, type_)
    unit = "point" if one.unit == "percent" else one.unit
    return figure_of(abs(one.low - other.low), type_, unit)


def _roundest(low: Decimal, high: Decimal) -> Decimal:
    """A number of one digit between ``low`` and ``high``, if there is one; else of two or three."""
    middle = (low + high) / 2
    number = _to_place(middle, middle.adjusted())
    return number if low <= number <= high else _to_digits(middle)


def _to_digits(number: Decimal) -> Decimal:
    """To two digits, and above a hundred to three: 1.9, 80, 193, 26,500."""
    digits = min(max(number.adjusted() + 1, _DIGITS), _MOST_DIGITS)
    return _to_place(number, number.adjusted() + 1 - digits)


def _to_place(number: Decimal, place: int) -> Decimal:
    return round(number.scaleb(-place)) * Decimal(1).scaleb(place)
