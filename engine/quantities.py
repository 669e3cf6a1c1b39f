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

from .knowledge import FACTS, read_yaml
from .model import Quantity

if TYPE_CHECKING:
    from pint import UnitRegistry

__all__ = ["in_base_unit"]

_PHYSICAL = frozenset({"measure", "duration", "age"})
_DIGITS = Context(prec=15)  # pint's offset units leave dust in the 28th digit


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
    except pint.UndefinedUnitError:
        return None


@cache
def _physical_units() -> frozenset[str]:
    data = read_yaml(FACTS / "words" / "numbers.yaml").data
    entries = (*data["prefixes"], *data["units"])
    return frozenset(entry["unit"] for entry in entries if entry["form"] in _PHYSICAL)


@cache
def _registry() -> UnitRegistry[Decimal]:
    import pint

    return pint.UnitRegistry(non_int_type=Decimal)
