"""Forms of verbs that are nouns, and nouns that are not: each sentence with its verbs."""

import pytest


@pytest.fixture
def verbs(analyse):
    def _verbs(sentence):
        return [
            sentence[unit.start : unit.end]
            for unit in analyse(sentence).line.units
            if unit.code == "V"
        ]

    return _verbs


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # behind a determiner, a possessive, a hyphen
        ("The strike closed the port.", ["closed"]),
        ("Their retreat surprised the army.", ["surprised"]),
        ("The rebels' control of the town ended.", ["ended"]),
        ("The long-held town fell.", ["fell"]),
        # a determiner that stands alone, with an object behind the verb
        ("Both lost the town.", ["lost"]),
        ("Both captured towns burned.", ["burned"]),
        # behind a verb, as its object
        ("The army dismissed reports that it lost.", ["dismissed", "lost"]),
        ("He spread false reports that it lost.", ["spread", "lost"]),
        ("Soldiers took back the palace.", ["took"]),
        ("They handed the port back to Panama.", ["handed"]),
        ("The port is back in rebel hands.", ["is"]),
        # in a headline, the only verb that there can be
        ("Council closes pool", ["closes"]),
        ("City council closes pool after fire", ["closes"]),
        ("Bargain calls widen", ["widen"]),
        # behind an adjective of a people
        ("They doubt a Russian claim to the islands.", ["doubt"]),
        # as what somebody has over a place
        ("The town fell into rebel hands.", ["fell"]),
        # a number counts what follows, unless that can only be a verb
        ("It cost 26 lives.", ["cost"]),
        ("Two remain missing.", ["remain"]),
        ("One remains missing.", ["remains"]),
        ("The toll climbs past 40.", ["climbs"]),
        ("Some 31% wanted change.", ["wanted"]),
        ("More than 30 suffered burns.", ["suffered"]),
        # behind a preposition
        ("Reports of fighting reached Lima.", ["reached"]),
        ("The town under siege fell.", ["fell"]),
        # participles that count people
        ("The number of wounded rose.", ["rose"]),
        ("Hospitals took in 12 injured people.", ["took"]),
        ("Two captured tanks burned.", ["burned"]),
        ("The storm left 12 injured.", ["left", "injured"]),
        ("The raid left 40 dead and wounded.", ["left"]),
        ("The raid left 40 dead and wounded 12 others.", ["left", "wounded"]),
        # participles that say which of several are so many
        ("The number of people killed in May rose.", ["rose"]),
        ("Number of cars sold in May rose.", ["rose"]),
        ("A number of people died in May.", ["died"]),
        # nouns that are verbs too
        ("Rebel attacks on the port rose.", ["rose"]),
        ("Rebels attack the port.", ["attack"]),
        ("Rebels control the port.", ["control"]),
        ("The army controls the port.", ["controls"]),
        ("Troops hold the bridge.", ["hold"]),
        # gerunds
        ("Heavy fighting began.", ["began"]),
        ("After capturing the town, they rested.", ["capturing", "rested"]),
    ],
)
def test_noun_or_verb(verbs, sentence, expected):
    assert verbs(sentence) == expected
