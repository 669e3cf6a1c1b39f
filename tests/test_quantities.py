from decimal import Decimal

import pytest
from belie.knowledge import FACTS, read_yaml
from belie.model import Quantity
from belie.quantities import in_base_unit


def figure(number, unit):
    return Quantity(Decimal(number), Decimal(number), None, unit)


@pytest.mark.parametrize(
    ("number", "unit", "expected", "base"),
    [
        (50, "mile", "80467.2", "meter"),
        (80, "kilometre", "80000", "meter"),
        (2000, "kilometre**2", "2000000000", "meter ** 2"),
        (3, "tonne", "3000", "kilogram"),
        (30, "degC", "303.15", "kelvin"),
        (2, "hour", "7200", "second"),
    ],
)
def test_what_measures_the_same_has_one_base_unit(number, unit, expected, base):
    assert in_base_unit(figure(number, unit)) == figure(expected, base)


def test_an_open_end_and_the_hedge_stay():
    at_least = Quantity(Decimal(50), None, "at least", "mile")
    assert in_base_unit(at_least) == Quantity(Decimal("80467.2"), None, "at least", "meter")


@pytest.mark.parametrize("unit", [None, "percent", "EUR", "point", "person"])
def test_what_is_no_physical_unit_stays_as_it_is(unit):
    plain = figure(50, unit)
    assert in_base_unit(plain) is plain


def test_every_unit_that_is_read_has_a_base_unit_or_none():
    for entry in read_yaml(FACTS / "words" / "numbers.yaml").data["units"]:
        assert in_base_unit(figure(1, entry["unit"])).unit
