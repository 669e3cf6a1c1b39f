"""Mentions that overlap, and a sentence analysed as a whole."""

from dataclasses import replace
from datetime import date

from belie.model import Span
from belie.reading.dates import find_dates
from belie.reading.grammar.analysis import place_mentions
from belie.reading.names import find_names
from belie.reading.numbers import find_numbers


def placed(text, span=None):
    """The mentions of ``span`` of ``text``, each as the class that found it and its words."""
    span = span or Span(0, len(text))
    sentence = text[span.start : span.end]
    names = [name for name in find_names(text) if span.start <= name.start < span.end]
    dates, numbers = find_dates(sentence, date(2024, 6, 14)), find_numbers(sentence)
    return [
        (type(mention).__name__, text[start:end])
        for start, end, mention in place_mentions(span, dates, names, numbers)
    ]


def test_mentions_come_in_the_order_of_the_sentence():
    assert placed("On 3 May the quake killed 40 people in Lima.") == [
        ("DateMention", "3 May"),
        ("Number", "40"),
        ("NameMention", "Lima"),
    ]


def test_the_number_in_a_date_is_no_number():
    assert placed("Rebels left on 3 May 2024.") == [("DateMention", "3 May 2024")]


def test_the_number_in_a_name_is_no_number():
    assert placed("M23 left.") == [("NameMention", "M23")]


def test_a_name_that_begins_in_a_number_goes_behind_it():
    assert placed("A 21-Year-Old Driver fled.") == [("Number", "21-Year-Old")]
    assert placed("It cost US$3 million.") == [("Number", "US$3 million")]


def test_the_digits_of_a_measure_are_no_year():
    assert placed("The 1520 sq m hall burned.") == [("Number", "1520 sq m")]


def test_the_day_in_a_name_is_no_date():
    assert placed("He told USA Today so on Monday.") == [
        ("NameMention", "USA Today"),
        ("DateMention", "Monday"),
    ]


def test_offsets_count_in_the_text_around_the_sentence():
    text = "It rained. On 3 May rebels left Lima."
    assert placed(text, Span(11, len(text))) == [("DateMention", "3 May"), ("NameMention", "Lima")]


def test_where_two_overlap_a_date_goes_before_a_name_and_a_name_before_a_number():
    text = "On 3 May 3rd Brigade left."
    (day,) = find_dates("On 3 May", date(2024, 6, 14))
    (number,) = find_numbers("On 3.")
    (name,) = find_names("It is Peru.")
    name, other = replace(name, start=5, end=18), replace(name, start=9, end=18)
    assert place_mentions(Span(0, len(text)), [day], [name, other], [number]) == [
        (3, 8, day),
        (9, 18, other),
    ]


def test_no_mention_is_placed_over_another():
    text = "The 2023 Lima Marathon on Sunday 3 May drew some 12,000 runners from 40 countries."
    ends = 0
    dates, names = find_dates(text, date(2024, 6, 14)), find_names(text)
    for start, end, _ in place_mentions(Span(0, len(text)), dates, names, find_numbers(text)):
        assert ends <= start < end
        ends = end


def test_a_sentence_is_its_units_its_clauses_and_its_links(analyse):
    analysis = analyse("Rebels who took Goma, the largest city of the east, fled.")
    assert analysis.line.codes[0] == "F"
    assert [clause.group.lemmas for clause in analysis.clauses] == [("take",), ("flee",)]
    assert len(analysis.links.same) == 1


def test_a_name_that_only_names_a_unit_leaves_the_figure_whole(chunks):
    assert ("L", "40 degrees Celsius") in chunks("It was 40 degrees Celsius in Turin.")
