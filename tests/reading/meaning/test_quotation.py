"""Where quotation marks open and close, and who speaks between them."""

from itertools import pairwise

import pytest
from belie.model import Name, Span
from belie.reading.meaning.quotation import Quotations
from hypothesis import given
from hypothesis import strategies as st


def quotations(text):
    ends = [0]
    while (found := text.find("\n\n", ends[-1])) >= 0:
        ends.append(found + 2)
    starts = [*ends, len(text) + 2]
    blocks = [Span(a, b - 2) for a, b in pairwise(starts)]
    return Quotations(text, blocks)


def quoted(text):
    found = quotations(text).over(Span(0, len(text)))
    return [text[each.start : each.end] for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No rain,” she said.", ["“No rain,”"]),
        ('"No rain," she said.', ['"No rain,"']),
        ("«No rain», she said.", ["«No rain»"]),
        (
            "‘No rain, the farmers’ leader told us,’ she said.",
            ["‘No rain, the farmers’ leader told us,’"],
        ),
        ("“No,” she said, “rain.”", ["“No,”", "“rain.”"]),
        ("“He said ‘no’ to me.”", ["“He said ‘no’ to me.”"]),
        # a mark without its other half opens nothing
        ("“No rain, she said.", []),
        ('A 6" pipe burst.', []),
        # unless the next paragraph goes on with a mark
        ("“No rain.\n\n“No sun.”", ["“No rain.", "“No sun.”"]),
        ("“No rain.\n\nNo sun.”", []),
    ],
)
def test_what_stands_between_marks(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("the “deep state” fell", False),
        ("“No,” she said", True),
        ("the “very deep old state” fell", True),
    ],
)
def test_a_few_words_say_nothing(text, speech):
    assert quotations(text).speak(Span(0, len(text))) is speech


def test_who_speaks_one_paragraph_speaks_what_it_goes_on_with():
    text = "“No rain.\n\n“No sun.\n\n“No wind.”"
    found = quotations(text)
    first, second, third = found.over(Span(0, len(text)))
    second.speaks(Name("Ann Hall", "Hall"))
    assert [each.voice and each.voice.key for each in (first, second, third)] == ["Ann Hall"] * 3


@given(st.text(alphabet='ab. \n“”"‘’', max_size=60))
def test_quotations_lie_in_order_and_apart(text):
    found = quotations(text).over(Span(0, len(text)))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(quotations(text).at(each.start) is not None for each in found)
