"""Which sentences are read, and what goes on from one to the next."""

import pytest
from belie.reading.figures.counts import CountReader
from belie.reading.figures.finder import FieldFinder
from belie.reading.glance import Glance
from belie.reading.meaning.circumstances import Circumstances


class _Seen(Glance):
    """A sentence of which it is known whether a number stands in it."""

    def __init__(self, text, *codes):
        super().__init__(text)
        self.figures = frozenset(codes)


@pytest.mark.parametrize(
    ("glance", "expected"),
    [
        (_Seen("Nine died.", "N"), True),
        (_Seen("Nine sang.", "N"), False),
        (_Seen("They died."), False),
        (_Seen("Nobody died."), True),
        (_Seen("No one died."), True),
        (_Seen("It cost the life of a diver."), True),
    ],
)
def test_a_sentence_is_read_where_somebody_may_be_counted(analyser, field, glance, expected):
    assert CountReader(analyser.grammar, field).concerns(glance) is expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Nine pupils died. Two of them were girls.", [9, 2]),
        ("Nine pupils died. It rained. Two of them were girls.", [9]),
        ("Nine pupils died.\n\nTwo of them were girls.", [9, 2]),
        ("Nine pupils sang. Two of them were girls.", []),
    ],
)
def test_a_sentence_goes_on_with_the_one_right_before_it(read, text, values):
    assert [value for _, _, value, _ in read(text)] == values


def test_the_sentence_itself_knows_what_it_may_go_on_with(analyser, all_kinds):
    """Not the finder, which several threads read with, each an article of its own."""
    grammar = analyser.grammar
    finder = FieldFinder(all_kinds["casualty"], grammar, Circumstances(grammar))
    seen = _Seen("Up in the green hills there were larks over all of the 40 roofs.", "N")
    assert not finder.concerns(seen)
    seen.goes_on = frozenset(["casualty"])
    assert [finder.concerns(seen), finder.concerns(seen)] == [True, True]
