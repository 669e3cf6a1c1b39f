"""The nouns, verbs and doers that name a happening, and the words around them."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 12 people.", "blast"),
        ("Twelve people died when a boiler blew up.", "blast"),
        ("Shelling of the market killed 12 people.", "strike"),
        ("Three people died when a rocket hit a bakery.", "strike"),
        ("Gunmen killed nine villagers near Gao.", "attack"),
        ("Gunmen opened fire on a bar, killing nine people.", "shooting"),
        ("The coach veered off the road and killed nine people.", "crash"),
        ("A ferry sank off the coast and 31 people drowned.", "sinking"),
        ("Nine people died when the roof of a market hall collapsed.", "collapse"),
        ("Cyclone Ivo killed nine people.", "storm"),
        ("The Juniper Flat Fire killed nine people.", "fire"),
        ("Fighting in the north killed nine people.", "clash"),
        ("Clashes erupted in the square and killed nine people.", "clash"),
        ("A volcano erupted and killed nine people.", "eruption"),
        ("Artillery fire killed nine people.", "strike"),
        ("A forest fire killed nine people.", "fire"),
    ],
)
def test_a_happening_is_named_by_a_noun_a_verb_or_who_did_it(classes, text, expected):
    assert classes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Fire department officials said nine people were killed.",
        "A heart attack killed two people, doctors said of the riders.",
        "Nine people died in the village after their hunger strike.",
        "Nine people died on the strip, where it landed in heavy rain.",
        "It sounded like a bomb. Nine people died on the ride.",
    ],
)
def test_other_words_beside_a_noun_make_it_no_happening(classes, text):
    assert classes(text) == "incident"


def test_what_did_not_happen_is_no_happening(classes):
    assert classes("No bomb was found. Nine people died in the hall.") == "incident"
    assert classes("The plotters planned to bomb a train. Nine people died.") == "incident"


def test_one_that_another_is_measured_by_is_of_the_past(reading):
    events = reading(
        "The blast killed 12 people. It was the deadliest since a bombing that killed 40 people."
    ).events
    assert [(each.class_, each.past) for each in events] == [("blast", False), ("blast", True)]


def test_the_worst_of_its_sort_is_the_one_told_of(told):
    text = "A blast killed 12 people. Police called it the worst attack in a decade, with 15 dead."
    assert told(text) == "12 e1, 15 e1"
