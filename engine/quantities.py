"""Quantities in base units, so that 50 miles can be held against 80 kilometres.

Lengths, areas, masses, speeds, temperatures and times are converted by pint, exactly where
its definitions are exact. Currencies, percentages, points and counts are worth what they
say: they compare within their own unit and convert into no other.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Context, Decimal
from functools import cache
from typing import TYPE_CHECKING

from .knowledge import read_words
from .model import Quantity

if TYPE_CHECKING:
    from pint import UnitRegistry

__all__ = ["half_step", "in_base_unit", "quotient", "reach"]

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
    base = _base_unit(quantity.unit) if quantity.unit is not None else None
    if base is None or quantity.unit is None:
        return quantity
    low, high = (_converted(end, quantity.unit, base) for end in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high, unit=base)


def _converted(value: Decimal | None, unit: str, wanted: str) -> Decimal | None:
    if value is None:
        return None
    exact: Decimal = _registry().Quantity(value, unit).to(wanted).magnitude
    return _DIGITS.create_decimal(exact).normalize()


@cache
def _base_unit(unit: str) -> str | None:
    """The base unit of what ``unit`` measures; ``None`` for what is no physical unit."""
    if unit not in _physical_units():
        return None
    import pint

    try:
        return f"{_registry().Quantity(Decimal(1), unit).to_base_units().units}"
    except (pint.UndefinedUnitError, TypeError):  # TypeError: decibels are no multiple of anything
        return None


@cache
def _physical_units() -> frozenset[str]:
    data = read_words("numbers").data
    entries = (*data["prefixes"], *data["units"])
    return frozenset(entry["unit"] for entry in entries if entry["form"] in _PHYSICAL)


@cache
def _registry() -> UnitRegistry[Decimal]:
    import pint

    return pint.UnitRegistry(non_int_type=Decimal)
