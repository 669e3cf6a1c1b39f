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
            [("rebel units", "the garrison at Kela", "captured")],
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
        ("The warlord's men run the port.", [("warlord 's men", "the port", "holds")]),
        (
            "Soldiers backed by armoured cars captured the oasis of Zahir.",
            [("soldiers", "the oasis of Zahir", "captured")],
        ),
        (
            "Forces under General Dao took the hilltop base.",
            [("forces", "the hilltop base", "captured")],
        ),
        ("Snipers shot at villagers leaving the fort.", []),
        ("Militants who control territory tax it.", [("militants", "territory", "holds")]),
        ("Groups that control territory tax it.", [("groups", "territory", "holds")]),
        ("The army swallowed up territory.", [("army", "territory", "captured")]),
        ("Rebels raided the fort, wresting control of Kaya.", [("rebels", "Kaya", "regained")]),
        ("Richard Haas, who held senior positions, died.", []),
        (
            "The truce cleared the way for government soldiers to enter the valley.",
            [("government soldiers", "the valley", "entered")],
        ),
        (
            "The militia took the hill, forcing the bishop to flee.",
            [("militia", "the hill", "captured")],
        ),
        (
            "The army's attempt to retake the ferry port failed.",
            [("army", "the ferry port", "regained")],
        ),
        ("Efforts to retake the ferry port have stalled.", [(None, "the ferry port", "regained")]),
        (
            "The mill - now controlled by pro-Russian rebels - burned.",
            [("pro-russian rebels", "The mill", "holds")],
        ),
        ("The army removed the regime.", []),
        ("The governor withdrew his men from Spain's 2019 pact.", []),
        ("Two platoons took position outside the bank.", []),
        ("He wants to keep Spain in check.", []),
        (
            "The government is hard pressed after losing ground in two valleys.",
            [(None, "two valleys", "losing")],
        ),
        (
            "Gunmen seized a police station and the barracks.",
            [
                ("gunmen", "a police station", "captured"),
                ("gunmen", "the barracks", "captured"),
            ],
        ),
        ("The Tigers lost the Elephant Pass base.", [("Tigers", "the Elephant Pass base", "lost")]),
        ("The rebels hold half the island.", [("rebels", "the island", "holds")]),
        (
            "The Taliban grew since NATO troops went home, and now control more of the country.",
            [("Taliban", "more of the country", "holds")],
        ),
        ("The town is contested.", [(None, "The town", "contested")]),
        ("The rebels were masters of the north.", [("rebels", "the north", "holds")]),
        ("The fort fell to General Varga.", [("Varga", "The fort", "captured")]),
        ("Armed herders took over the mine road.", [("herders", "the mine road", "captured")]),
        ("Russian columns hold Goma.", [("Russia", "Goma", "holds")]),
        ("The offensive took three villages.", [(None, "three villages", "captured")]),
        (
            "The fort was burned down and occupied by the militia.",
            [("militia", "The fort", "holds")],
        ),
        (
            "Gangs that control the port overran a barracks.",
            [("gangs", "the port", "holds"), ("gangs", "a barracks", "captured")],
        ),
        (
            "Rebels hold a valley the army seized in May and abandoned in June.",
            [
                ("rebels", "a valley", "holds"),
                ("army", "a valley", "captured"),
                ("army", "a valley", "lost"),
            ],
        ),
        (
            "Morocco left land that Spain claimed to have annexed.",
            [("Morocco", "land", "lost"), ("Spain", "land", "annexed")],
        ),
        ("The army cleared Goma of the rebels.", [("army", "Goma", "captured")]),
        (
            "Cavalry rode into Goma, only to be driven out again by the militia.",
            [("cavalry", "Goma", "entered"), ("cavalry", "Goma", "lost")],
        ),
        (
            "The army took Oro and the rebels Goma.",
            [("army", "Oro", "captured"), ("rebels", "Goma", "captured")],
        ),
        ("A blast at a barracks in Goma was claimed by the rebels.", []),
        ("The soldiers took up positions around the capital.", []),
        ("The country was left with two camps.", []),
        ("The rebels left the town in ruins.", []),
        (
            "Militants used the chaos to seize territory in Chad.",
            [("militants", "territory in Chad", "captured")],
        ),
        ("The jihadist network lost the port.", [("jihadist network", "the port", "lost")]),
        ("Troops found five militants near Goma and took them.", []),
        (
            "Militants control swaths of Iraq and Syria.",
            [("militants", "swaths of Iraq and Syria", "holds")],
        ),
        (
            "Islamists overran the army-held town of Bama.",
            [("islamists", "town of Bama", "captured"), ("army", "town of Bama", "holds")],
        ),
    ],
)
def test_what_a_verb_claims(claimed, text, expected):
    assert claimed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # who is there
            "Marines are dug in along the ridge.",
            [("marines", "the ridge", "present")],
        ),
        ("Nobody is stationed on Kela Island.", [(None, "Kela Island", "not-held")]),
        # whose it is said to be
        ("Oro stays Russian, the mayor said.", [("Russia", "Oro", "holds")]),
        ("The port belongs to the militia.", [("militia", "The port", "holds")]),
        (  # a name that only its role makes a force, and a list that goes on behind a date
            "The Opposition secured Izium in May and Lyman in June.",
            [("opposition", "Izium", "captured"), ("opposition", "Lyman", "captured")],
        ),
        (  # ground that is not said again
            "Loyalists entered the town on Monday. They withdrew on Friday.",
            [("loyalists", "the town", "entered"), ("loyalists", "the town", "lost")],
        ),
        (  # what a clause further off describes
            "Families fled Oro, which the army's Fourth Brigade holds tonight.",
            [("army", "Oro", "holds")],
        ),
        (  # not one of them
            "The rebels did not take a single village.",
            [("rebels", "a single village", "captured")],
        ),
        ("The garrison did not give up the fort.", [("garrison", "the fort", "holds")]),
        (  # whose fighters they are
            "Militiamen of the Tigers stormed the fort.",
            [("Tigers", "the fort", "captured")],
        ),
        # what only describes another thing, or says how it was left
        ("The rebels seized the Oro-flagged tanker.", []),
        ("The shells left the city isolated.", []),
    ],
)
def test_what_is_claimed_besides(claimed, text, expected):
    assert claimed(text) == expected
