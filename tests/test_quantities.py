from decimal import Decimal

import pytest
from belie.knowledge import FACTS, read_yaml
from belie.model import Quantity
from belie.quantities import half_step, in_base_unit, quotient, reach
from hypothesis import given
from hypothesis import strategies as st


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


def test_pint_is_asked_once_of_a_unit_and_not_of_every_figure(monkeypatch):
    in_base_unit(figure(1, "mile"))
    monkeypatch.setattr("belie.quantities._registry", None)
    assert in_base_unit(figure(50, "mile")) == figure("80467.2", "meter")


def test_every_unit_that_is_read_has_a_base_unit_or_none():
    for entry in read_yaml(FACTS / "words" / "numbers.yaml").data["units"]:
        assert in_base_unit(figure(1, entry["unit"])).unit


@pytest.mark.parametrize(
    ("number", "step"),
    [("43", "0.5"), ("40", "0.5"), ("100", "5"), ("120", "5"), ("125", "0.5"), ("9.6", "0.05")],
)
def test_a_figure_is_rounded_to_its_last_digit(number, step):
    assert half_step(Decimal(number)) == Decimal(step)


def test_what_a_figure_may_mean():
    assert reach(figure(80, "mile")) == (Decimal("79.5"), Decimal("80.5"))
    assert reach(Quantity(Decimal(80), Decimal(80), "about")) == (72, 88)
    assert reach(Quantity(Decimal(80), None, "over")) is None


@given(
    st.decimals(min_value=1, max_value=10**6, places=1),
    st.decimals(min_value=1, max_value=10**6, places=1),
)
def test_a_quotient_holds_that_of_the_figures_as_stated(one, other):
    ends = quotient(figure(one, None), figure(other, None))
    assert ends is not None
    fine = Decimal("0.0001")
    assert ends[0] - fine <= one / other <= ends[1] + fine


def test_nothing_has_no_quotient():
    assert quotient(figure(3, None), figure(0, None)) is None
