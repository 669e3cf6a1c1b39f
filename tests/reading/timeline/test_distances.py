"""Distances in days: how exact words are, and what two dates give."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from belie.model import Quantity, TimeSpan
from belie.reading.dates import find_dates
from belie.reading.timeline.distances import between, length, stated_length, stated_offset
from hypothesis import given
from hypothesis import strategies as st

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def days(quantity):
    return tuple(None if end is None else int(end) for end in (quantity.low, quantity.high))


def time_of(words):
    (mention,) = find_dates(words, date(2024, 6, 14))
    return mention.time


def one_day(day):
    return TimeSpan(day, day + timedelta(1), "day")


@pytest.mark.parametrize(
    ("words", "unit", "allowed"),
    [
        ("two days later", "day", (2, 2)),
        ("seven days later", "day", (6, 8)),
        ("40 days later", "day", (37, 43)),
        ("a week later", "week", (5, 9)),
        ("three weeks later", "week", (18, 24)),
        ("a month later", "month", (18, 41)),
        ("two months later", "month", (44, 77)),
        ("a year later", "year", (182, 549)),
        ("24 hours later", "hour", (0, 2)),
        ("a few days later", "day", (0, 8)),
        ("more than two weeks later", "week", (11, None)),
        ("less than two weeks later", "week", (0, 17)),
    ],
)
def test_an_offset_is_as_exact_as_its_unit(words, unit, allowed):
    (mention,) = find_dates(words, None)
    assert days(stated_offset(mention.offset, unit, exact=False, hedged=False)) == allowed


def test_about_a_week_allows_more_than_a_week():
    (mention,) = find_dates("a week later", None)
    stated = stated_offset(mention.offset, "week", exact=False, hedged=True)
    assert (days(stated), stated.hedge) == ((1, 13), "about")


@pytest.mark.parametrize(
    ("range_", "allowed"),
    [
        ("from 3 May to 11 May 2024", (8, 9)),
        ("from March to August 2019", (122, 184)),
        ("from 2010 to 2014", (1096, 1826)),
    ],
)
def test_a_range_lasts_with_or_without_its_last_day_month_or_year(range_, allowed):
    assert days(length(time_of(range_))) == allowed


@pytest.mark.parametrize(
    ("count", "unit", "allowed"),
    [("9", "day", (8, 10)), ("2", "week", (11, 17)), ("4", "year", (1278, 1644))],
)
def test_a_length_is_as_exact_as_its_unit_but_never_to_the_day(count, unit, allowed):
    stated = Quantity(Decimal(count), Decimal(count), None, unit)
    assert days(stated_length(stated, unit)) == allowed


def test_a_date_of_a_month_gives_a_distance_of_some_weeks():
    first, last = time_of("in May 2019"), time_of("4 February 2020")
    assert days(between(first, last, backward=False)) == (249, 279)


@given(DAYS, DAYS)
def test_the_distance_of_two_days_is_their_difference_and_its_sign_its_direction(one, other):
    there = between(one_day(one), one_day(other), backward=False)
    back = between(one_day(one), one_day(other), backward=True)
    assert days(there) == ((other - one).days,) * 2
    assert days(back) == ((one - other).days,) * 2


@given(DAYS, st.integers(1, 2000))
def test_a_range_is_never_longer_at_least_than_at_most(start, count):
    low, high = days(length(TimeSpan(start, start + timedelta(count), "span")))
    assert 0 <= low <= high == count


def test_a_length_that_no_calendar_reaches_is_none():
    assert stated_length(Quantity(Decimal(10_000), Decimal(10_000), None, "year"), "year") is None
