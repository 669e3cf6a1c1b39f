from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from belie.kinds import FieldType
from belie.model import Quantity, Span
from belie.rulebook.columns import _FAMILIES, LIMIT, attributes, columns
from hypothesis import given
from hypothesis import strategies as st
from specimens import KINDS, ORLA, days, fact, figure, name

NUMBERS = st.decimals(-(10**9), 10**9, places=3) | st.sampled_from([Decimal("1e20"), Decimal(0)])


def row(kind, **given):
    return columns(fact(kind, **given), KINDS[kind])


def widened(number, hedge=None):
    cells = row("toll", value=figure(number, hedge=hedge))
    return cells["value.least"], cells["value.most"]


def test_a_fact_is_a_row_of_plain_columns():
    toll = fact(
        "toll",
        id="f7",
        measure="killed",
        place=ORLA,
        cause="The Flood",
        camp=name("Norland", "the Norlanders"),
        further="yes",
        deadline=replace(days("2023-05-01", "2023-05-02", "day"), inferred="year"),
        value=figure(4, unit="person"),
        time=days("2023-04-01", "2023-05-01", "month"),
        source=name("Red Cross"),
        evidential="are said to",
        stance="claimed",
        part_of="f6",
        part="title",
        span=Span(30, 40),
        sentence=Span(20, 60),
        published=date(2023, 6, 4),
    )
    assert columns(toll, KINDS["toll"]) == {
        "measure": "killed",
        "place": "orla",
        "place.first": 12,
        "place.last": 12,
        "cause": "the flood",
        "camp": "Norland",
        "camp.named": "yes",
        "camp.last": "norland",
        "camp.full": "no",
        "further": "yes",
        "deadline.start": date(2023, 5, 1).toordinal(),
        "deadline.end": date(2023, 5, 2).toordinal(),
        "deadline.precision": "day",
        "deadline.anchor": "stated",
        "deadline.inferred": "year",
        "value.low": 4000,
        "value.high": 4000,
        "value.least": 3500,
        "value.most": 4499,
        "value.unit": "person",
        "value.hedge": "exact",
        "time.start": date(2023, 4, 1).toordinal(),
        "time.end": date(2023, 5, 1).toordinal(),
        "time.precision": "month",
        "time.anchor": "stated",
        "time.inferred": "nothing",
        "undated": None,
        "event": None,
        "paragraph": None,
        "kind": "toll",
        "fact": "f7",
        "part_of": "f6",
        "stance": "claimed",
        "part": "title",
        "article": "story.txt",
        "source": "Red Cross",
        "source.named": "yes",
        "source.last": "cross",
        "source.full": "yes",
        "evidential": "are said to",
        "sentence": 20,
        "start": 30,
        "published": date(2023, 6, 4).toordinal(),
    }


def test_the_unknown_is_none_in_every_column():
    cells = row("toll", article=None)
    known = {"kind", "fact", "stance", "part", "article", "sentence", "start"}
    assert {column for column, cell in cells.items() if cell is not None} == known
    assert cells.keys() == row("toll", place=ORLA, value=figure(4), time=days(None, None)).keys()
    assert cells["article"] == ""


def test_a_field_that_an_older_fact_lacks_is_unknown():
    old = fact("hold", holder=name("Norland"))
    del old.fields["status"]
    assert columns(old, KINDS["hold"])["status"] is None


def test_a_bare_count_has_the_unit_one():
    assert row("toll", value=figure(4))["value.unit"] == "one"


def test_open_ends_are_a_limit_away():
    above, below = row("toll", value=figure(40, None)), row("toll", value=figure(None, 40))
    assert (above["value.high"], above["value.most"]) == (LIMIT, LIMIT)
    assert (below["value.low"], below["value.least"]) == (-LIMIT, -LIMIT)
    times = row("toll", time=days(None, None))
    assert (times["time.start"], times["time.end"]) == (-LIMIT, LIMIT)


@pytest.mark.parametrize(
    ("number", "cell"),
    [("1.0005", 1000), ("1.0015", 1002), ("-1.0005", -1000), ("1e3", 1_000_000)],
)
def test_decimals_are_thousandths_rounded_half_to_even(number, cell):
    assert row("toll", value=figure(number))["value.low"] == cell


@pytest.mark.parametrize(("number", "cell"), [("1e30", LIMIT - 1), ("-1e999999", 1 - LIMIT)])
def test_figures_past_the_limit_stand_just_inside_it(number, cell):
    cells = row("toll", value=figure(number))
    assert (cells["value.low"], cells["value.high"]) == (cell, cell)


@pytest.mark.parametrize(
    ("number", "least", "most"),
    [
        ("43", 42_500, 43_499),
        ("40", 39_500, 40_499),
        ("5", 4_500, 5_499),
        ("0", -500, 499),
        ("100", 95_000, 104_999),
        ("351", 350_500, 351_499),
        ("350", 345_000, 354_999),
        ("100000", 95_000_000, 104_999_999),
        ("55.4", 55_350, 55_449),
        ("0.12", 115, 124),
        ("1.2345", 1_234, 1_234),
        ("-40", -40_500, -39_501),
    ],
)
def test_a_figure_is_taken_as_rounded_to_the_digits_stated(number, least, most):
    assert widened(number) == (least, most)


def test_how_a_decimal_is_stored_makes_no_difference():
    assert widened("1200000.0") == widened("1.2e6") == widened("1200000")


def test_about_allows_a_tenth_where_that_is_wider():
    assert widened("60", "about") == (54_000, 66_000)
    assert widened("2", "about") == (1_500, 2_499)
    assert widened("-60", "about") == (-66_000, -54_000)


def test_a_point_is_one_per_cent_where_figures_are_shares():
    assert row("option", value=figure(7, unit="point"))["value.unit"] == "percent"
    assert row("toll", value=figure(7, unit="point"))["value.unit"] == "point"


@given(NUMBERS, NUMBERS, st.sampled_from([None, "about", "between"]))
def test_what_a_figure_may_mean_holds_what_it_says(one, other, hedge):
    low, high = sorted((one, other))
    cells = row("toll", value=Quantity(low, high, hedge))
    assert -LIMIT < cells["value.least"] <= cells["value.low"]
    assert cells["value.low"] <= cells["value.high"] <= cells["value.most"] < LIMIT


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_small_whole_numbers_that_differ_are_told_apart(one, other):
    below_100 = one % 100, other % 100
    least, most = (
        max(widened(str(n))[0] for n in below_100),
        min(widened(str(n))[1] for n in below_100),
    )
    assert (least <= most) == (below_100[0] == below_100[1])


def test_text_compares_composed_and_without_case():
    assert row("toll", cause="Cafe\u0301 FIRE")["cause"] == "café fire"


def test_a_value_of_another_type_is_refused():
    with pytest.raises(TypeError, match="camp is a name, and cannot hold 'Norland'"):
        row("toll", camp="Norland")


def test_every_field_type_has_a_family():
    assert set(_FAMILIES) == set(get_args(FieldType))


def test_what_a_rule_can_name_is_what_a_row_has():
    for kind in KINDS.values():
        named = attributes(kind)
        parts = [part.name for whole in named.values() for part in whole.parts.values()]
        bare = [each.name for each in named.values() if each.family not in ("quantity", "time")]
        assert {*parts, *bare} == columns(fact(kind.name), kind).keys()


def test_what_is_measured_is_held_in_its_base_unit():
    miles = row("toll", value=figure(50, unit="mile"))
    kilometres = row("toll", value=figure(80, unit="kilometre"))
    assert (miles["value.low"], kilometres["value.low"]) == (80_467_200, 80_000_000)
    assert miles["value.unit"] == kilometres["value.unit"] == "meter"
    assert miles["value.least"] < kilometres["value.most"]


def test_what_is_no_measure_keeps_its_unit():
    assert row("toll", value=figure(50, unit="percent"))["value.unit"] == "percent"
    assert row("toll", value=figure(50, unit="EUR"))["value.low"] == 50_000
