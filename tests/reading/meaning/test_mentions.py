"""Kinds that are read from mentions: who is named, and which dates name their weekday."""

from datetime import date

import pytest
from belie.model import Article, Span
from belie.reading.dates import find_dates
from belie.reading.meaning.mentions import Passage, calendar_facts, name_facts
from belie.reading.names import find_names
from belie.reading.reader import read_article


def passage(text):
    return Passage(text, "text", 0, Span(0, len(text)), find_names(text))


def test_a_person_named_is_a_fact(kinds):
    known = set()
    (fact,) = name_facts(kinds["name"], passage("On Monday Elena Kostova resigned."), known)
    assert dict(fact.fields) == {"person": "kostova", "spelling": "Kostova", "given_name": "elena"}
    assert (fact.text, fact.span, fact.phrase) == ("Elena Kostova", Span(10, 23), "name/mention")
    assert known == {"Elena Kostova"}


def test_a_naming_is_given_once(kinds):
    text = "On Monday Elena Kostova resigned. In May Elena Kostova returned, as Kostova does."
    facts = name_facts(kinds["name"], passage(text), set())
    assert [fact.text for fact in facts] == ["Elena Kostova", "Kostova"]


def test_places_and_organisations_are_no_persons(kinds):
    text = "On Monday Peru and the World Bank met in Lima."
    assert list(name_facts(kinds["name"], passage(text), set())) == []


@pytest.mark.parametrize(
    ("sentence", "stated", "actual"),
    [
        ("It opens on Friday, 9 May 2025.", "friday", "friday"),
        ("It opens on Thursday, 9 May 2025.", "thursday", "friday"),
        ("It opens on Monday, February 29, 2016.", "monday", "monday"),
    ],
)
def test_a_date_that_names_its_weekday_is_a_fact(kinds, sentence, stated, actual):
    dates = find_dates(sentence, date(2024, 6, 14))
    (fact,) = calendar_facts(kinds["calendar"], passage(sentence), dates)
    assert dict(fact.fields) == {"stated_weekday": stated, "actual_weekday": actual}
    assert fact.time.end - fact.time.start == date.resolution


@pytest.mark.parametrize(
    "sentence", ["It opens on Friday.", "It opens on 9 May 2025.", "It opens."]
)
def test_other_dates_are_none(kinds, sentence):
    dates = find_dates(sentence, date(2024, 6, 14))
    assert list(calendar_facts(kinds["calendar"], passage(sentence), dates)) == []


def test_spans_count_in_the_part_around_the_sentence(kinds):
    text = "It rained. The fair opens on Friday, 9 May 2025."
    (fact,) = [f for f in read_article(Article(text), kinds).facts if f.kind == "calendar"]
    assert text[fact.span.start : fact.span.end] == fact.text == "Friday, 9 May 2025"
    assert fact.sentence == Span(11, len(text))
