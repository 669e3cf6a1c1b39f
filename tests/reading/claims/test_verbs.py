"""Claims by a verb, whatever the sentence makes of it."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rebels have encircled the provincial capital.",
            [("rebels", "the provincial capital", "besieged")],
        ),
        ("The capital, encircled since May, is out of flour.", [(None, "The capital", "besieged")]),
        (
            "Rebel units overran the garrison at Kela.",
            [("units", "the garrison at Kela", "captured")],
        ),
        (
            "Infantry took the second defensive line.",
            [("infantry", "the second defensive line", "captured")],
        ),
        ("Loyalists cling to a strip of coast.", [("loyalists", "a strip of coast", "holds")]),
        (
            "The army of the south lost the road and the two forts on it.",
            [("army", "the road", "lost"), ("army", "the two forts on it", "lost")],
        ),
        ("Nationalist forces closed in on Madrid.", [("nationalist forces", "Madrid", "gaining")]),
        ("The border town changed hands on Friday.", [(None, "The border town", "contested")]),
        ("The Russians were kicked out of Afghanistan.", [("Russia", "Afghanistan", "lost")]),
        (
            "Russian forces have been forced to retreat in the north.",
            [("Russia", "the north", "lost")],
        ),
        (
            "The army had to give up a bridge and the old fort.",
            [("army", "a bridge", "lost"), ("army", "the old fort", "lost")],
        ),
        ("The warlord's men run the port.", [("men", "the port", "holds")]),
        (
            "Soldiers backed by armoured cars captured the oasis of Zahir.",
            [("soldiers", "the oasis of Zahir", "captured")],
        ),
        (
            "Forces under General Dao took the hilltop base.",
            [("forces", "the hilltop base", "captured")],
        ),
        ("The Tigers lost the Elephant Pass base.", [("Tigers", "the Elephant Pass base", "lost")]),
        ("The rebels hold half the island.", [("rebels", "the island", "holds")]),
        (
            "The Taliban grew since NATO troops went home, and now control more of the country.",
            [("Taliban", "more of the country", "holds")],
        ),
    ],
)
def test_what_a_verb_claims(claimed, text, expected):
    assert claimed(text) == expected
