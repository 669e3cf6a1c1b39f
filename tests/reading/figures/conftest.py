"""What the tests of figures share: the figures of people that a text states."""

from datetime import date

import pytest
from belie.model import Article
from belie.reading.figures.field import Field
from belie.reading.figures.sentence import Sentence
from belie.reading.meaning.reference import Context
from belie.reading.meaning.scene import Scene
from belie.reading.reader import read_article

PUBLISHED = date(2024, 6, 14)


@pytest.fixture(scope="session")
def casualties(all_kinds):
    """The facts of casualty in a text, in order."""
    kinds = {"casualty": all_kinds["casualty"]}

    def _casualties(text):
        reading = read_article(Article(text, published=PUBLISHED), kinds)
        assert not reading.errors
        return reading.facts

    return _casualties


@pytest.fixture(scope="session")
def read(casualties):
    """``[(text, measure, value, construction)]``; a value that is no exact one is two."""

    def _value(quantity):
        low, high = (None if end is None else int(end) for end in (quantity.low, quantity.high))
        return low if low == high else (low, high)

    def _read(text):
        return [
            (
                fact.text,
                fact.fields["measure"],
                _value(fact.value),
                fact.phrase.removeprefix("casualty/"),
            )
            for fact in casualties(text)
        ]

    return _read


@pytest.fixture(scope="session")
def field(all_kinds):
    """The field of meaning of casualty."""
    return Field(all_kinds["casualty"], "measure")


@pytest.fixture(scope="session")
def sentence(analyse, analyser):
    """A text as one sentence, however long, of which nothing was read."""

    def _sentence(text):
        context = Context(analyser.grammar, "")
        return Sentence.of(Scene(analyse(text), (), context, "text", 0, PUBLISHED))

    return _sentence


@pytest.fixture(scope="session")
def polled(facts):
    """Measure and value of each poll fact of a text, or other fields that are named."""
    return _told(facts, "poll")


@pytest.fixture(scope="session")
def surveyed(facts):
    """The same of each fact of how a poll was taken."""
    return _told(facts, "survey")


def _told(facts, kind):
    def _values(text, *fields):
        return [
            tuple(_plain(fact, field) for field in fields or ("measure", "value"))
            for fact in facts(text)
            if fact.kind == kind
        ]

    return _values


def _plain(fact, field):
    if field == "stance":
        return fact.stance
    value = fact.value if field == "value" else fact.fields[field]
    if hasattr(value, "low"):
        low, high = (None if end is None else float(end) for end in (value.low, value.high))
        return low if low == high else (low, high)
    return getattr(value, "key", value)
