"""A sentence analysed, its phrases found, its facts read: for the tests of reading's rooms."""

from datetime import date
from pathlib import Path

import pytest
from belie.kinds import load_kinds
from belie.model import Article, Span
from belie.reading.dates import find_dates
from belie.reading.grammar.analysis import Analyser, place_mentions
from belie.reading.grammar.classes import Grammar
from belie.reading.names import find_names
from belie.reading.numbers import find_numbers
from belie.reading.phrases.book import PhraseBook
from belie.reading.phrases.matching import find_phrases
from belie.reading.reader import read_article
from belie.reading.selftest import plain_value

PUBLISHED = date(2024, 6, 14)


BESIDE = ("change", "event")
"""Kinds that read again what the others do; their tests are in test_changes_and_events."""

OWN = load_kinds([Path(__file__).parent / "kinds"])
"""Kinds of the tests' own, whose phrases stay when those that come with belie change."""

PHRASED = ("control", *OWN)
"""Kinds whose phrases are looked for in the tests of how phrases are found."""


@pytest.fixture(scope="session")
def all_kinds():
    return load_kinds()


@pytest.fixture(scope="session")
def kinds(all_kinds):
    return {name: kind for name, kind in all_kinds.items() if name not in BESIDE}


@pytest.fixture(scope="session")
def phrased(all_kinds):
    """The kinds of ``PHRASED``."""
    return {name: {**all_kinds, **OWN}[name] for name in PHRASED}


@pytest.fixture(scope="session")
def grammar_and_book(kinds):
    grammar = Grammar()
    return grammar, PhraseBook({**kinds, **OWN}, grammar)


@pytest.fixture(scope="session")
def book(grammar_and_book):
    return grammar_and_book[1]


@pytest.fixture(scope="session")
def analyser(grammar_and_book):
    return Analyser(grammar_and_book[0])


@pytest.fixture(scope="session")
def analyse(analyser):
    def _analyse(sentence):
        span = Span(0, len(sentence))
        dates = find_dates(sentence, PUBLISHED)
        numbers = [number for number in find_numbers(sentence) if number.figure]
        mentions = place_mentions(span, dates, find_names(sentence), numbers)
        return analyser.analyse(sentence, span, mentions)

    return _analyse


@pytest.fixture(scope="session")
def chunks(analyse):
    """``[(code, words)]`` of the noun phrases and verb groups of a sentence."""

    def _chunks(sentence):
        return [
            (unit.code, sentence[unit.start : unit.end])
            for unit in analyse(sentence).line.units
            if unit.code.isascii() and unit.code.isupper() and unit.code != "W"
        ]

    return _chunks


@pytest.fixture(scope="session")
def phrases(book, analyse):
    """``[(kind/word, {slot: words})]`` of the phrases found in a sentence."""

    def _phrases(sentence):
        analysis = analyse(sentence)
        line = analysis.line
        return [
            (
                match.phrase.name.rstrip("-0123456789"),
                {
                    slot: line.quote(first, behind - 1)
                    for slot, (first, behind) in match.slots.items()
                },
            )
            for match in find_phrases(book, line, analysis.clauses)
            if match.phrase.kind in PHRASED
        ]

    return _phrases


@pytest.fixture(scope="session")
def facts(kinds):
    """The facts that phrases read from a text, in order."""

    def _facts(text, published=PUBLISHED):
        read = read_article(Article(text, published=published), kinds).facts
        return [fact for fact in read if kinds[fact.kind].reads == "phrases"]

    return _facts


@pytest.fixture(scope="session")
def states(facts):
    """Some fields of each fact, a name or a place by its key; of one field, the values."""

    def _states(text, *fields):
        rows = [tuple(plain_value(fact, field) for field in fields) for fact in facts(text)]
        return [row[0] for row in rows] if len(fields) == 1 else rows

    return _states
