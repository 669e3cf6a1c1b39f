"""Phrases that are not looked for, because the sentence lacks what they need."""

import re
from dataclasses import replace

import pytest
from belie.model import Span
from belie.reading.glance import Glance
from belie.reading.grammar.line import mention_code
from belie.reading.numbers import find_numbers
from belie.reading.phrases.matching import find_phrases
from belie.reading.phrases.triggers import Triggers, admitted, supplied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


@pytest.fixture(scope="session")
def triggers(book, analyser):
    return Triggers(book.all, analyser.grammar.vocabulary, analyser.grammar.closed)


class Seen(Glance):
    """A sentence whose numbers are looked for when it is asked for them."""

    @property
    def figures(self):
        return {mention_code(number) for number in find_numbers(self.text)}


def phrases_for(triggers, sentence):
    """The phrases that have their words in ``sentence``, and their figure."""
    return triggers.phrases(Seen(sentence))


@pytest.fixture(scope="session")
def examples(kinds):
    """Every sentence in the kinds' own tests."""
    return [
        str(expected) if sentence == "none" else sentence
        for kind in kinds.values()
        for phrase in kind.phrases
        for test in phrase.tests
        for sentence, expected in test.items()
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rebels retreated from Goma.", True),
        ("REBELS RETREATED FROM GOMA", True),
        ("Rebels were thought to have retreated from Goma.", True),
        ("Rebels retreated to Goma.", False),  # without "from"
        ("It rained in Goma, far from here.", False),  # without the verb
        ("", False),
    ],
)
def test_a_phrase_needs_a_form_of_its_verb_and_its_words(triggers, sentence, expected):
    names = {phrase.name for phrase in phrases_for(triggers, sentence)}
    assert ("control/retreat" in names) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There were 64 people on board.", True),
        ("There were 64 people on stage.", False),  # "on" by itself says little
    ],
)
def test_an_entry_of_several_words_is_told_by_its_rarest(triggers, sentence, expected):
    names = {phrase.name for phrase in phrases_for(triggers, sentence)}
    assert ("harm/aboard" in names) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("The vote left 12 seats empty.", True), ("The vote left seats empty.", False)],
)
def test_a_phrase_needs_its_figure(triggers, sentence, expected):
    names = {phrase.name for phrase in phrases_for(triggers, sentence)}
    assert ("ballot/seats" in names) is expected


def test_numbers_are_looked_for_only_where_that_matters(triggers):
    class Unnumbered(Glance):
        @property
        def figures(self):
            raise AssertionError("nobody needs the numbers here")

    assert triggers.phrases(Unnumbered("Rebels retreated from Goma."))
    assert not triggers.phrases(Unnumbered("It rained."))


def test_a_phrase_without_a_word_of_its_own_is_always_looked_for(book, analyser):
    wordless = replace(book.flat[0], required=())
    triggers = Triggers([wordless], analyser.grammar.vocabulary, frozenset())
    assert triggers.phrases(Glance("It rained.")) == {wordless}


def test_a_phrase_is_refused_by_one_word_and_needs_another(book):
    def names(sentence):
        found = admitted([retreat, seats], sentence, Span(0, len(sentence)))
        return [phrase.name for phrase in found]

    retreat = replace(book.flat[0], name="retreat", needs=None, unless=re.compile("talks"))
    seats = replace(book.flat[0], name="seats", needs=re.compile("seats"), unless=None)
    assert names("It rained.") == ["retreat"]
    assert names("The talks went on.") == []
    assert names("The talks were of seats.") == ["seats"]


def test_a_phrase_needs_a_unit_for_each_of_its_slots(book):
    def names(codes):
        return {phrase.name for phrase in supplied(book.all, codes)} & {"control/retreat"}

    assert names("FwwP") == {"control/retreat"}
    assert names("FwwN") == names("wwP") == names("") == set()


def test_most_sentences_that_state_nothing_are_passed_over(triggers, examples, phrases):
    nothing = [each for each in examples if not phrases(each)]
    assert sum(bool(phrases_for(triggers, each)) for each in nothing) < 0.9 * len(nothing)


@pytest.fixture(scope="session")
def assert_none_lost(book, triggers, analyse):
    """Asserts that each phrase found in a sentence is one that it would be looked for in."""

    def _assert_none_lost(sentence):
        analysis = analyse(sentence)
        line = analysis.line
        found = {match.phrase for match in find_phrases(book, line, analysis.clauses)}
        looked_for = phrases_for(triggers, sentence)
        assert found <= looked_for
        assert found <= supplied(looked_for, line.codes)

    return _assert_none_lost


def test_no_phrase_of_an_example_is_lost(examples, assert_none_lost):
    for example in examples:
        assert_none_lost(example)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_phrase_of_a_mixture_of_examples_is_lost(examples, assert_none_lost, data):
    """Pieces of sentences put together anew state what nobody thought of."""
    pieces = []
    for _ in range(data.draw(st.integers(1, 3))):
        words = data.draw(st.sampled_from(examples)).rstrip(".").split()
        first = data.draw(st.integers(0, len(words) - 1))
        pieces += words[first : data.draw(st.integers(first + 1, len(words)))]
    assert_none_lost(" ".join(pieces) + ".")
