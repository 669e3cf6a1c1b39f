"""What is told from another time of the text, from sentence to sentence."""

from datetime import date

import pytest
from belie.reading.dates import RunningTime, find_dates

PUBLISHED = date(2024, 10, 30)


def _told(*sentences, published=PUBLISHED):
    running = RunningTime()
    return [
        (sentence[mention.start : mention.end], _days(mention.time))
        for sentence in sentences
        for mention in running.resolved(find_dates(sentence, published))
    ]


def _days(time):
    return None if time is None else f"{time.start}..{time.end}"


@pytest.mark.parametrize(
    ("before", "words", "days"),
    [
        ("She left on May 22, 1995.", "the following year", "1996-01-01..1997-01-01"),
        ("She left on May 22, 1995.", "two days later", "1995-05-24..1995-05-25"),
        ("She left on May 22, 1995.", "The day before", "1995-05-21..1995-05-22"),
        ("She left on May 22, 1995.", "That year", "1995-01-01..1996-01-01"),
        ("She left on May 22, 1995.", "The following Friday", "1995-05-26..1995-05-27"),
        ("She left on May 22, 1995.", "The previous Monday", "1995-05-15..1995-05-16"),
        ("The colony was bought in 1867.", "a decade later", "1877-01-01..1878-01-01"),
        ("The colony was bought in 1867.", "a day later", None),
        ("Inflation was 4% in May 2023.", "a year earlier", "2022-05-01..2022-06-01"),
        ("Profit fell in the third quarter.", "a year earlier", "2023-07-01..2023-10-01"),
        ("Profit fell in the third quarter.", "a year ago", "2023-07-01..2023-10-01"),
        ("Profit fell in the third quarter.", "the quarter", "2024-07-01..2024-10-01"),
        ("Profit fell in the second quarter.", "the latest period", "2024-04-01..2024-07-01"),
        ("Profit fell in the second quarter.", "The year-earlier period", "2023-04-01..2023-07-01"),
        ("Profit fell in the second quarter.", "last year's quarter", "2023-04-01..2023-07-01"),
        ("Nothing was said of it.", "the latest quarter", "2024-07-01..2024-10-01"),
        ("Nothing was said of it.", "a year earlier", None),
        ("Nothing was said of it.", "a year ago", "2023-01-01..2024-01-01"),
    ],
)  # fmt: skip
def test_a_time_is_told_from_the_one_before(before, words, days):
    assert _told(before, f"It was worse in {words}, he said.")[-1] == (words, days)


def test_copy_goes_on_from_each_time_in_turn():
    told = _told("He fell ill on 3 May 2021.", "A month later he died.", "The next day they rose.")
    assert told == [
        ("3 May 2021", "2021-05-03..2021-05-04"),
        ("A month later", "2021-06-01..2021-07-01"),
        ("The next day", None),
    ]  # fmt: skip


def test_a_time_is_not_told_from_one_long_past():
    told = _told("He fell ill on 3 May 2021.", *["Nobody came."] * 3, "Two days later he died.")
    assert told[-1] == ("Two days later", None)


def test_beyond_the_calendar_there_are_no_days():
    told = _told("She left in March.", "A year later she returned.", published=date(9999, 6, 1))
    assert told == [("March", "9999-03-01..9999-04-01"), ("A year later", None)]


def test_a_date_said_again_from_an_event_is_that_date():
    assert _told("It burned on May 22, 1995, two days after the vote.") == [
        ("May 22, 1995", "1995-05-22..1995-05-23"),
        ("two days after", "1995-05-22..1995-05-23"),
    ]
