"""Who or what a clause tells of, and whether of all of them, of none or of some."""

import pytest
from belie.model import Article
from belie.reading.figures.tokens import tokens_of
from belie.reading.grammar.classes import Grammar
from belie.reading.reader import analysed
from belie.reading.universals.parties import PartyReader
from belie.reading.universals.words import universal_words


@pytest.fixture(scope="module")
def read(kinds):
    reader = PartyReader(Grammar(), universal_words())

    def _read(phrase, **options):
        (analysis,) = analysed(Article(f"{phrase} went."), kinds)
        tokens = tokens_of(analysis.line)
        verb = next(at for at, token in enumerate(tokens) if token.group is not None)
        return reader.read(tokens[:verb], **options)

    return _read


@pytest.mark.parametrize(
    ("phrase", "reach", "keys"),
    [
        ("No country", "none", {"country"}),
        ("None of the vans", "none", {"van"}),
        ("Not one van", "none", {"van"}),
        ("Not a single van", "none", {"van"}),
        ("Nobody", "none", set()),
        ("No one in the firm", "none", set()),
        ("All 12 vans", "all", {"van"}),
        ("Every one of the 20 vans", "all", {"van"}),
        ("Both vans", "all", {"van"}),
        ("Two of the vans", None, {"van"}),
        ("One of the vans", None, {"van"}),
        ("The vans", None, {"van"}),
        ("Norway and Chile", None, {"norway", "chile"}),
        ("It", None, set()),
    ],
)
def test_of_whom_a_noun_phrase_tells(read, phrase, reach, keys):
    party = read(phrase)
    assert (party.reach, party.keys) == (reach, keys)


@pytest.mark.parametrize("phrase", ["A third van", "Another van", "None of them"])
def test_others_and_those_of_before_are_nobody_of_these(read, phrase):
    assert read(phrase) is None


def test_a_name_is_known_by_all_of_its_words_and_by_what_stands_before(read):
    party = read("Councillor Iris Ohm")
    assert (party.named, party.definite, party.person) == (True, True, True)
    assert "councillor" in party.forms
    assert any(name.endswith("iris ohm") for name in party.names)


def test_any_is_none_where_the_verb_is_negated(read):
    assert read("A single van", any_is_none=True).reach == "none"
    assert read("A single van").reach is None
