"""Two passages of an article that reckon with each other."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ...model import Quantity
from ...quantities import reach
from ..numbers import Number

__all__ = ["Reckoning", "around", "is_money", "is_ratio", "meets", "span"]

_ROUNDED = 1000
"""Counts below are told to the last one."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Two passages that go together: what is said, and the figures.

    Attributes:
        form: in what way they do.
        said: the sentence of what is said, and where in it.
        given: the sentence of the figures, and where in it.
        stated: what is said, with what is let pass.
        computed: what the figures come to.
    """

    form: str
    said: tuple[int, int, int]
    given: tuple[int, int, int]
    stated: Quantity
    computed: Quantity


def around(middle: Decimal, share: Decimal, unit: str | None) -> Quantity:
    """What lies no further from ``middle`` than that share of it."""
    slack = middle * share
    return Quantity(middle - slack, middle + slack, "between", unit)


def is_money(number: Number) -> bool:
    """Whether a figure is a sum of money, whose unit is the code of its currency."""
    unit = number.quantity.unit or ""
    return len(unit) == len("GBP") and unit.isupper()


def is_ratio(*numbers: Number) -> bool:
    """Whether one of these is a part of something else already: "nine of the 31"."""
    return any(number.part is not None or number.role != "number" for number in numbers)


def meets(stated: Quantity, computed: Quantity) -> bool:
    """Whether what figures come to may be what is said; so it may where an end is open."""
    if None in (stated.low, stated.high, computed.low, computed.high):
        return True
    low, high = stated.low or Decimal(0), stated.high or Decimal(0)
    return low <= (computed.high or 0) and (computed.low or 0) <= high


def span(quantity: Quantity) -> tuple[Decimal, Decimal] | None:
    """The least and the most that a figure may mean; a small count is what it is.

    ``None`` where an end is open.
    """
    low = quantity.low
    exact = quantity.unit is None and quantity.hedge is None and low == quantity.high
    if exact and low is not None and low < _ROUNDED:
        return low, low
    return reach(quantity)
