"""Claims by a noun, an attribute, or whose control it is."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Control of the pass was handed to the militia.",
            [("militia", "the pass", "holds")],
        ),
        (
            "Full control of the coast was restored to the navy.",
            [("navy", "the coast", "regained")],
        ),
        (
            "Schools closed in the valleys not under army control.",
            [("army", "the valleys", "not-held")],
        ),
        (
            "The barracks and the ferry port are in rebel hands.",
            [("rebels", "The barracks", "holds"), ("rebels", "the ferry port", "holds")],
        ),
        (
            "The guard moved them to other prisons under the control of the navy.",
            [("navy", "other prisons", "holds")],
        ),
        (
            "They went to a valley west of Kaya that is now under army control.",
            [("army", "a valley west of Kaya", "holds")],
        ),
        ("The cleric lives in a Sunni stronghold.", []),
        ("A scale to capture progress towards the aims of the army.", []),
        ("A retired colonel, who held frontline positions in the cabinet, died.", []),
        (
            "They are not able, on their own, to see a rebel stronghold.",
            [("rebels", "stronghold", "holds")],
        ),
        ("The city's fall came after three weeks.", [(None, "The city", "captured")]),
        (
            "The siege of Marwa by the army entered its third month.",
            [("army", "Marwa", "besieged")],
        ),
        ("Heavy fighting continued for the airport.", [(None, "the airport", "contested")]),
        (
            "State media reported the liberation of Busra and its citadel.",
            [(None, "Busra", "regained"), (None, "its citadel", "regained")],
        ),
        ("Most of the island is under army control.", [("army", "Most of the island", "holds")]),
        (
            "The army fought on, bringing under its control the heights.",
            [("army", "the heights", "captured")],
        ),
        ("The army held on with the dam in its control.", [("army", "the dam", "holds")]),
        (
            "Shells fell in rebel-held or contested territory.",
            [("rebels", "territory", "holds")],
        ),
        (
            "It was not as grave as Russia's annexation of Crimea.",
            [("Russia", "Crimea", "annexed")],
        ),
        (
            "The group has a grip on the northern and eastern provinces.",
            [("group", "the northern and eastern provinces", "holds")],
        ),
        (
            "They told of the swift recapture of land in the west.",
            [(None, "land in the west", "regained")],
        ),
        (
            "The north remains outside the government's control.",
            [("government", "The north", "not-held")],
        ),
        (
            "Four-fifths of the city passed to Palestinian rule.",
            [("Palestine", "Four-fifths of the city", "captured")],
        ),
        (
            "Reporters visited newly-captured areas on the southern front.",
            [(None, "areas on the southern front", "captured")],
        ),
        (
            "A hospital in a rebel-held area of Aleppo was hit.",
            [("rebels", "area of Aleppo", "holds")],
        ),
        (
            "Idlib is the last urban area still under opposition control.",
            [("opposition", "Idlib", "holds")],
        ),
        (
            "The eastern half of Taresh remains in the hands of the militia.",
            [("militia", "The eastern half of Taresh", "holds")],
        ),
        ("They have control of the road.", [("troops", "the road", "holds")]),
        ('The army said it had "full control" of the base.', [("army", "the base", "holds")]),
        ("The port remains rebel-held.", [("rebels", "The port", "holds")]),
        ("The Turkish occupied area is quiet.", [("Turkey", "The Turkish occupied area", "holds")]),
        ("Nothing moved after the fall of Tripoli.", [(None, "Tripoli", "captured")]),
        ("Goma emptied after its capture.", [(None, "its", "captured")]),
    ],
)
def test_what_a_noun_claims(claimed, text, expected):
    assert claimed(text) == expected


def test_both_are_those_named_before(claimed):
    text = "The army abandoned Kunduz. The militia's grip on it has weakened."
    assert claimed(text) == [("army", "Kunduz", "lost"), ("militia", "it", "holds")]
