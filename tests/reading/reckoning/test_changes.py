"""A change in words and the one pair of figures that it is of."""

import pytest

YEARS = "The park counted 1,204 foxes, whereas the year before saw 640."


@pytest.mark.parametrize(
    ("claim", "form", "said"),
    [
        ("Foxes have doubled.", "ratio", "doubled"),
        ("Foxes are up by a third.", "ratio", "up by a third"),
        ("There are nearly twice as many foxes.", "ratio", "nearly twice as"),
        ("The 564 increase is a riddle.", "difference", "The 564 increase"),
        ("The additional 564 live in town.", "difference", "The additional 564"),
    ],
)
def test_a_change_is_told_apart_from_its_figures(reckoned, claim, form, said):
    found = reckoned(f"{YEARS} Vets are worried. {claim}")
    assert found == [(form, said, "1,204 foxes, whereas the year before saw 640")]


@pytest.mark.parametrize(
    "claim",
    [
        "Foxes may have doubled.",
        "Foxes will be up by a third.",
        "An additional 564 live in town.",
        "A double-decker was stopped.",
        "Profit has doubled and exports fell by a third.",
    ],
)
def test_what_may_be_or_is_of_another_thing_is_no_change_of_the_pair(reckoned, claim):
    assert reckoned(f"{YEARS} Vets are worried. {claim}") == []


def test_of_two_pairs_neither_is_meant(reckoned):
    other = "It sold 300 maps, against 210 a year earlier."
    assert reckoned(f"{YEARS} {other} Foxes have tripled.") == []


def test_two_figures_that_come_to_what_is_said_are_meant(reckoned):
    assert reckoned(f"{YEARS} It has 90 owls and 30 crows. Foxes have tripled.") == []


def test_a_headline_is_held_to_the_only_pair(reckoned):
    assert reckoned("Vets are worried. " + YEARS, "Foxes drop in Lund") == [
        ("ratio", "Foxes drop", "1,204 foxes, whereas the year before saw 640")
    ]
