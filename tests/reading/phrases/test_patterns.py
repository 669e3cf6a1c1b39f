"""What a template lets stand in between."""

import pytest
from belie.reading.grammar.line import mention_code
from belie.reading.numbers import find_numbers
from belie.reading.phrases.patterns import SLOT_CODES

TAKEN = {"holder": "Rebels", "place": "Goma"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels seized control of Goma.",
        "Rebels seized full control of Goma.",
        "Rebels seized back control over Goma.",
        "Rebels seized effective control of Goma.",
        "Rebels seized the control of Goma.",
        "Rebels on Monday seized control of Goma.",
        "Rebels seized control on Monday of Goma.",
        "Rebels seized control, by evening, of Goma.",
        "Rebels seized control (and a bridge) of Goma.",
        "Rebels quickly seized control of Goma.",
    ],
)
def test_adverbs_dates_and_asides_may_stand_in_between(phrases, sentence):
    assert ("control/take", TAKEN) in phrases(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels seized control.",
        "Rebels seized control of.",
        "Rebels seized control of the narrative.",
        "Rebels seized a radio station in Goma.",
        "Rebels seized trucks. Control of Goma.",
    ],
)
def test_the_words_of_a_phrase_may_not_be_missing(phrases, sentence):
    assert [name for name, _ in phrases(sentence) if name == "control/take"] == []


def test_articles_and_possessives_stand_before_a_slot(phrases):
    assert phrases("Rebels drove the Sudanese army out of their town.") == [
        (
            "control/push",
            {"loser": "Rebels", "holder": "the Sudanese army", "place": "their town"},
        )
    ]


def test_a_slot_of_text_reaches_to_the_next_stop(phrases):
    (found,) = phrases("Some 64% of Poles back a tax on sugar, the institute said.")
    assert found == (
        "ballot/back",
        {"value": "Some 64%", "population": "Poles", "about": "tax on sugar"},
    )


def test_a_skip_jumps_over_a_few_words_and_over_no_verb(phrases):
    assert ("ballot/win", {"party": "Labour", "value": "42%"}) in phrases(
        "Then Labour won the first round in May with 42% of the vote."
    )
    found = phrases("Then Labour won the round that ended with 42% of the vote.")
    assert "ballot/win" not in [name for name, _ in found]


SORTS = ("count", "share", "points", "money", "measure")


@pytest.mark.parametrize(
    ("figure", "type_"),
    [
        ("40", "count"), ("40%", "share"), ("one in three", "share"), ("40 points", "points"),
        ("$40", "money"), ("40 km", "measure"),
    ],
)  # fmt: skip
def test_each_sort_of_figure_fills_its_own_slot(figure, type_):
    (number,) = find_numbers(f"It was {figure}.")
    fitting = {
        name
        for name, codes in SLOT_CODES.items()
        if mention_code(number) in codes and name in SORTS
    }
    assert fitting == {type_}
    assert mention_code(number) in SLOT_CODES["amount"]
