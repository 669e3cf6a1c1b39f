import pytest
from belie.model import Span
from belie.reading.grammar.tokens import LineBuilder
from belie.reading.numbers import find_numbers


@pytest.fixture
def line(analyser):
    """A sentence as a line, before any noun phrase or verb group is found in it."""

    def _line(sentence):
        numbers = [(each.start, each.end, each) for each in find_numbers(sentence)]
        builder = LineBuilder(analyser.grammar.vocabulary)
        return builder.build(sentence, Span(0, len(sentence)), numbers)

    return _line
