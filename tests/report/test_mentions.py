"""Mentions as data: what belie mentions writes, and the schema that describes it."""

import json
from datetime import date
from decimal import Decimal

import belie
import pytest
from belie import Article, Checker, MentionedDate, MentionedName, MentionedNumber
from belie.report.json import json_line
from belie.report.mentions import mentions_schema
from belie.report.text import render_mentions
from jsonschema import Draft202012Validator

STORY = Article(
    "LEEDS, March 4 - At least 40 people were hurt in Leeds on Monday, some 2.5 km from the "
    "depot, the Kremlin said at 9 a.m.\n",
    title="Blast at depot hurts 40",
    published=date(2024, 3, 5),
    id="blast.txt",
)


@pytest.fixture(scope="module")
def report():
    with Checker(rulebook=(), engine="plain") as checker:
        return checker.mentions(STORY)


def test_numbers_have_bounds_hedge_and_unit(report):
    found = [m for m in report.mentions if isinstance(m, MentionedNumber)]
    assert [(m.part, m.text, m.sort, m.low, m.high, m.hedge, m.unit) for m in found] == [
        ("title", "40", "count", Decimal(40), Decimal(40), None, None),
        ("text", "At least 40", "count", Decimal(40), None, "at least", None),
        ("text", "some 2.5 km", "measure", Decimal("2.5"), Decimal("2.5"), "about", "kilometre"),
    ]


def test_dates_are_half_open_and_known_in_a_dateline_too(report):
    found = [m for m in report.mentions if isinstance(m, MentionedDate)]
    assert [(m.text, m.sort, m.start, m.end, m.precision) for m in found] == [
        ("March 4", "calendar", date(2024, 3, 4), date(2024, 3, 5), "day"),
        ("Monday", "calendar", date(2024, 3, 4), date(2024, 3, 5), "day"),
        ("9 a.m.", "clock", None, None, None),
    ]


def test_names_tell_whom_and_what_place_they_stand_for(report):
    found = [m for m in report.mentions if isinstance(m, MentionedName)]
    assert [(m.text, m.sort, m.name, m.place) for m in found][-2:] == [
        ("Leeds", "place", "Leeds", "Leeds"),
        ("Kremlin", "metonym", "Russia", None),
    ]


def test_ranks_and_quantifiers_are_told_from_numbers():
    mentions = belie.mentions(
        "The third blast killed several men; most of a dozen homes burned near the Ligue 1 ground."
    )
    assert [(m.type, m.text) for m in mentions if isinstance(m, MentionedNumber)] == [
        ("ordinal", "third"),
        ("quantifier", "several"),
        ("quantifier", "most"),
        ("number", "a dozen"),
        ("label", "1"),
    ]


def test_a_number_is_in_the_unit_of_the_copy():
    cents, part = belie.mentions("A loaf costs 19 cents, a third of the wage.")
    assert (cents.low, cents.high, cents.unit) == (Decimal(19), Decimal(19), "cent")
    assert (part.low, part.unit, part.sort) == (Decimal("0.3333333333"), None, "share")


def test_what_no_fact_is_made_of_is_mentioned():
    mentions = belie.mentions("One of the men fled with a 48-page book.")
    assert [(m.text, m.low) for m in mentions] == [("One", Decimal(1)), ("48-page", Decimal(48))]


def test_the_length_of_a_time_is_listed_beside_the_date_it_is_in():
    mentions = belie.mentions("It rained for the past two years.", published=date(2024, 3, 5))
    assert [(m.type, m.text) for m in mentions] == [
        ("date", "the past two years"),
        ("number", "two years"),
    ]


def test_each_span_quotes_its_text(report):
    parts = {"title": STORY.title, "text": STORY.text}
    for mention in report.mentions:
        assert parts[mention.part][slice(*mention.span)] == mention.text


def test_without_a_day_of_publication_a_weekday_has_no_date():
    (mention,) = belie.mentions("It rained on Monday.")
    assert (mention.text, mention.start, mention.end, mention.precision) == (
        "Monday",
        None,
        None,
        None,
    )


def test_json_is_what_the_schema_says(report):
    schema = mentions_schema()
    Draft202012Validator.check_schema(schema)
    written = json.loads(json_line(report))
    Draft202012Validator(schema).validate(written)
    assert written["schema"] == "belie/mentions/1"
    assert written["article"] == {
        "id": "blast.txt",
        "title": "Blast at depot hurts 40",
        "published": "2024-03-05",
    }
    assert written["mentions"][0] == {
        "type": "number",
        "part": "title",
        "span": [21, 23],
        "text": "40",
        "sort": "count",
        "low": 40,
        "high": 40,
        "hedge": None,
        "unit": None,
    }


def test_a_line_for_people_says_what_each_means(report):
    lines = render_mentions(report, colour=False, width=80).splitlines()
    assert lines[0] == "blast.txt:title  number  «40»  40"
    assert "blast.txt:1  date  «Monday»  2024-03-04 (day)" in lines
    assert "blast.txt:1  date  «9 a.m.»  clock" in lines
    assert lines[-2] == "blast.txt:1  name  «Kremlin»  metonym Russia"
