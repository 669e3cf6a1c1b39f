"""What claims nothing, and copy in which the same words say something else."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The tour took Paris by surprise.",
        "The raid captured a weapons cache.",
        "They called for the withdrawal of all troops from the valley.",
        "An accord stopped the tanks from entering the town.",
        "Some 400 troops sent to fight in the valley came home.",
        "The column cut short the siege, broke camp and went home.",
    ],
)
def test_what_claims_nothing(claimed, text):
    assert claimed(text) == []


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("The fund took control of the chain and its 40 shops.", "Retailer sold to investors"),
        ("Leeds held Arsenal in London.", "Late goal saves Leeds in cup match"),
        ("The family left the town.", "A holiday"),
        ("Senators hold the chamber after the vote.", "Votes and seats"),
    ],
)
def test_other_copy_holds_other_things(claimed, text, headline):
    assert claimed(text, headline) == []
