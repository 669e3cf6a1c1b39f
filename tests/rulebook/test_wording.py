from datetime import date
from fractions import Fraction

import pytest
from belie.model import Place
from belie.rulebook.columns import LIMIT, attributes, columns
from belie.rulebook.wording import cell_in_words, in_words, listed, number_in_words, plural
from hypothesis import given
from hypothesis import strategies as st
from specimens import KINDS, ORLA, days, fact, figure, name


@pytest.mark.parametrize(
    ("quantity", "type_", "words"),
    [
        (figure(100000), "people", "100,000"),
        (figure(40, None, "at least"), "people", "at least 40"),
        (figure(40, None, "over"), "people", "over 40"),
        (figure(40, None), "people", "at least 40"),
        (figure(None, 40, "at most"), "people", "at most 40"),
        (figure(None, 40, "under"), "people", "under 40"),
        (figure(None, 40), "people", "at most 40"),
        (figure(40, hedge="about"), "people", "about 40"),
        (figure(6000, 6500, "between"), "people", "between 6,000 and 6,500"),
        (figure(6000, 6500), "people", "between 6,000 and 6,500"),
        (figure(6, 8, "about"), "share", "about 6 to 8"),
        (figure("55.50", unit="percent"), "share", "55.5%"),
        (figure("66.67", unit="percent"), "share", "66.7%"),
        (figure(132), "share", "132"),
        (figure(7, unit="point"), "share", "7 points"),
        (figure(1_200_000), "people", "1.2 million"),
        (figure(1_204_567), "people", "1,204,567"),
        (figure(40, unit="SEK"), "money", "SEK 40"),
        (figure(3), "points", "3 points"),
        (figure(1), "points", "1 point"),
        (figure("2.5e6", unit="EUR"), "money", "€2.5 million"),
        (figure(80, unit="square_mile"), "measure", "80 square miles"),
        (figure(80, unit="foot"), "measure", "80 feet"),
        (figure(1, unit="mile"), "amount", "1 mile"),
        (
            figure(6, 9, unit="kilometre**2"),
            "measure",
            "between 6 square kilometres and 9 square kilometres",
        ),
        (figure(30, unit="mile/hour"), "measure", "30 miles per hour"),
        (figure(30, unit="degC"), "measure", "30 °C"),
        (figure(7, unit="day"), "amount", "7 days"),
        (figure(80), "measure", "80"),
        (figure(None, None), "people", "an unknown number"),
    ],
)
def test_figures_read_as_in_the_news(quantity, type_, words):
    assert in_words(quantity, type_) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-05-11", "2023-05-12", "on 11 May 2023"),
        ("2023-05-01", "2023-06-01", "in May 2023"),
        ("2023-12-01", "2024-01-01", "in December 2023"),
        ("2023-01-01", "2024-01-01", "in 2023"),
        ("2023-03-01", "2023-06-01", "from March 2023 to May 2023"),
        ("2023-01-01", "2023-04-01", "from January 2023 to March 2023"),
        ("2021-01-01", "2024-01-01", "from 2021 to 2023"),
        ("2023-05-06", "2023-05-08", "from 6 May 2023 to 7 May 2023"),
        ("2023-05-06", None, "from 6 May 2023"),
        (None, "2023-05-06", "until 5 May 2023"),
        (None, None, "at an unknown time"),
        ("0001-01-01", "0001-01-01", "on 1 January 1"),
        (None, "0001-01-01", "until 1 January 1"),
        ("9999-12-31", "9999-12-31", "on 31 December 9999"),
    ],
)
def test_times_read_at_the_grain_that_names_them_exactly(start, end, words):
    assert in_words(days(start, end), "date") == words


@pytest.mark.parametrize(
    ("type_", "words"),
    [
        ("actor", "someone"),
        ("group", "an unnamed group"),
        ("place", "an unnamed place"),
        ("date", "at an unknown time"),
        ("share", "an unknown number"),
        ("source", "an unnamed source"),
        ("text", "something unstated"),
    ],
)
def test_the_unknown_has_words(type_, words):
    assert in_words(None, type_) == words


@pytest.mark.parametrize(
    ("value", "type_", "words"),
    [
        (name("Norland", "the Norlanders"), "actor", "the Norlanders"),
        (name("Norland", "the Norlanders"), "side", "Norland"),
        (name("Norland", "It"), "actor", "Norland"),
        (name("rebels", "The rebels", named=False), "side", "the rebels"),
        (name("people", "The people"), "group", "the people"),
        (ORLA, "place", "Orla"),
        (Place("Orla", "Orlá", 12, 12), "place", "Orlá"),
        (Place("Orla", "The town", 12, 12), "place", "Orla"),
        (Place("two towns", "these towns", 12, 12), "place", "two towns"),
        (Place("North Province", "The North province", 12, 12), "place", "the North province"),
        ("tuesday", "choice", "Tuesday"),
        ("not-held", "choice", "not held"),
        ("tuesday", "text", "tuesday"),
    ],
)
def test_names_say_who_and_where_by_themselves(value, type_, words):
    assert in_words(value, type_) == words


@pytest.mark.parametrize(
    ("noun", "several"),
    [("holder", "holders"), ("party", "parties"), ("day", "days"), ("status", "statuses")],
)
def test_nouns_have_a_plural(noun, several):
    assert plural(noun) == several


def test_one_column_has_words_too():
    named = attributes(KINDS["toll"])
    low, start = named["value"].parts["low"], named["time"].parts["start"]
    assert cell_in_words(40_500, low) == "40.5"
    assert cell_in_words(LIMIT, low) == cell_in_words(-LIMIT, start) == "an open end"
    assert cell_in_words(date(2023, 5, 11).toordinal(), start) == "11 May 2023"
    assert cell_in_words(None, low) == "unknown"
    assert cell_in_words("about", named["value"].parts["hedge"]) == "about"


def test_a_list_says_nothing_twice():
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "a"]) == "a and b"
    assert listed(["a", "b", "a"], once=False) == "a, b and a"
    assert listed(["a", "b", "c"]) == "a, b and c"


def test_plain_numbers():
    assert [number_in_words(Fraction(each)) for each in ("1.1", "1000", "0.25")] == [
        "1.1",
        "1,000",
        "0.25",
    ]


@given(st.dates() | st.none(), st.dates() | st.none())
def test_no_time_is_without_words(start, end):
    time = days(start and start.isoformat(), end and end.isoformat())
    assert in_words(time, "date")
    for attribute in attributes(KINDS["toll"])["time"].parts.values():
        cells = columns(fact("toll", time=time), KINDS["toll"])
        assert cell_in_words(cells[attribute.name], attribute)
