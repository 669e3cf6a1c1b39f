"""Quantities in base units, so that 50 miles can be held against 80 kilometres.

Lengths, areas, masses, speeds, temperatures and times are converted by pint, exactly where
its definitions are exact. Currencies, percentages, points and counts are worth what they
say: they compare within their own unit and convert into no other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import cache
from typing import TYPE_CHECKING

from .knowledge import read_words
from .model import Quantity

if TYPE_CHECKING:
    from pint import UnitRegistry

__all__ = ["Conversion", "half_step", "in_base_unit", "quotient", "reach", "to_base_unit"]

_PHYSICAL = frozenset({"measure", "duration", "age"})
_STATED = 2  # leading digits that are never taken for rounding
_LARGEST_PLACE = 20
_FINE = Decimal("0.0001")
_DIGITS = Context(prec=15)  # pint's offset units leave dust in the 28th digit


def half_step(number: Decimal) -> Decimal:
    """Half the place of the last digit of ``number`` that is taken as stated.

    A figure is taken to be rounded to the last digit that is not zero, though never more
    coarsely than to its second digit or to one: 0.5 for 43 and for 40, 5 for 100 and 120.
    """
    digits = number.as_tuple().digits
    trailing = len(digits) - len(bytes(digits).rstrip(b"\0"))
    last = 0 if number == 0 else number.adjusted() + 1 - len(digits) + trailing
    place = min(last, max(number.adjusted() + 1 - _STATED, 0), _LARGEST_PLACE)
    return Decimal(5).scaleb(place - 1)


def reach(quantity: Quantity) -> tuple[Decimal, Decimal] | None:
    """The least and the most that ``quantity`` may mean, in its own unit.

    It may be rounded, and "about" allows a tenth each way. ``None`` where an end is open.
    """
    if quantity.low is None or quantity.high is None:
        return None
    tenth = Decimal("0.1") if quantity.hedge == "about" else Decimal(0)
    low = quantity.low - max(half_step(quantity.low), abs(quantity.low) * tenth)
    return low, quantity.high + max(half_step(quantity.high), abs(quantity.high) * tenth)


def quotient(one: Quantity, other: Quantity) -> tuple[Decimal, Decimal] | None:
    """The least and the most that ``one`` over ``other`` may be, whatever their units.

    ``None`` where an end is open, or one of them may be none at all.
    """
    ends, others = reach(one), reach(other)
    if ends is None or others is None or ends[0] <= 0 or others[0] <= 0:
        return None
    low, high = ends[0] / others[1], ends[1] / others[0]
    return low.quantize(_FINE), high.quantize(_FINE)


def in_base_unit(quantity: Quantity) -> Quantity:
    """``quantity`` in the unit in which all that measures the same is compared.

    Metres for miles, square metres for hectares. What is no physical unit, as a currency or
    none at all, stays as it is.
    """
    conversion = to_base_unit(quantity.unit)
    if conversion is None:
        return quantity
    ends = quantity.low, quantity.high
    low, high = (None if end is None else conversion.of(end) for end in ends)
    return replace(quantity, low=low, high=high, unit=conversion.base)


@dataclass(frozen=True, slots=True)
class Conversion:
    """From one unit into the base unit of what it measures.

    Attributes:
        unit: the unit, as pint calls it.
        base: the base unit, as pint calls it.
        factor: how many of ``base`` one is; ``None`` where zero of one is not zero of the other.
    """

    unit: str
    base: str
    factor: Decimal | None

    def of(self, number: Decimal) -> Decimal:
        """How many of ``base`` are so many of ``unit``."""
        # pint reads the names of units anew with every quantity, which is a hundred times slower.
        exact = number * self.factor if self.factor else _converted(number, self.unit, self.base)
        return _DIGITS.create_decimal(exact).normalize()


@cache
def to_base_unit(unit: str | None) -> Conversion | None:
    """The conversion of ``unit``; ``None`` for what is no physical unit."""
    if unit not in _physical_units():
        return None
    import pint

    try:
        base = f"{_registry().Quantity(Decimal(1), unit).to_base_units().units}"
    except (pint.UndefinedUnitError, TypeError):  # TypeError: decibels are no multiple of anything
        return None
    none, one = (_converted(Decimal(number), unit, base) for number in (0, 1))
    return Conversion(unit, base, None if none else one)


def _converted(number: Decimal, unit: str, wanted: str) -> Decimal:
    exact: Decimal = _registry().Quantity(number, unit).to(wanted).magnitude
    return exact


@cache
def _physical_units() -> frozenset[str]:
    data = read_words("numbers").data
    entries = (*data["prefixes"], *data["units"])
    return frozenset(entry["unit"] for entry in entries if entry["form"] in _PHYSICAL)


@cache
def _registry() -> UnitRegistry[Decimal]:
    import pint

    return pint.UnitRegistry(non_int_type=Decimal)
