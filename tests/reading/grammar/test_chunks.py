from decimal import Decimal

import pytest
from belie.model import Quantity


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Russian forces left the two villages.",
            [("F", "Russian forces"), ("V", "left"), ("G", "the two villages")],
        ),
        (
            "At least 12 Syrian refugees drowned off the coast.",
            [("Q", "At least 12 Syrian refugees"), ("V", "drowned")],
        ),
        (
            "A 34-year-old man was killed.",
            [("Q", "A 34-year-old man"), ("V", "was killed")],
        ),
        (
            "The rebels took the eastern city of Goma.",
            [("F", "The rebels"), ("V", "took"), ("P", "the eastern city of Goma")],
        ),
        (
            "The army holds half of the province.",
            [("F", "The army"), ("V", "holds"), ("G", "half of the province")],
        ),
        (
            "Fighting went on in southern Lebanon.",
            [("V", "went on"), ("G", "southern Lebanon")],
        ),
        (
            "Some 61% of French voters back the plan.",
            [("S", "Some 61%"), ("B", "French voters"), ("V", "back")],
        ),
        (
            "The blast killed three guards and a driver.",
            [("V", "killed"), ("Q", "three guards and a driver")],
        ),
        (
            "The army took the town unopposed.",
            [("F", "The army"), ("V", "took"), ("G", "the town")],
        ),
        (
            "The army took the city council building.",  # and not the city
            [("F", "The army"), ("V", "took")],
        ),
        (
            "Troops entered Izium, Lyman and Kupiansk.",
            [("F", "Troops"), ("V", "entered"), ("P", "Izium, Lyman and Kupiansk")],
        ),
        (
            "The army took a string of villages.",
            [("F", "The army"), ("V", "took"), ("G", "a string of villages")],
        ),
        (
            "The army took 14 of the state's 17 townships.",
            [("F", "The army"), ("V", "took"), ("G", "14 of the state's 17 townships")],
        ),
        (
            "The army took two more villages.",
            [("F", "The army"), ("V", "took"), ("G", "two more villages")],
        ),
        (
            "No part of Gaza is held.",
            [("P", "No part of Gaza"), ("V", "is held")],
        ),
        # who holds a share of a country holds ground, and not its people
        (
            "The army controls barely 60 percent of the country.",
            [("F", "The army"), ("V", "controls"), ("G", "barely 60 percent of the country")],
        ),
        (
            "Some 60 percent of the country back the plan.",
            [("S", "Some 60 percent"), ("B", "the country"), ("V", "back")],
        ),
        (
            "Rebels entered northern Zarnovia.",
            [("F", "Rebels"), ("V", "entered"), ("G", "northern Zarnovia")],
        ),
        (
            "Rebels entered the town of Zar-Novia.",
            [("F", "Rebels"), ("V", "entered"), ("P", "the town of Zar-Novia")],
        ),
        (
            "Rebels entered the capital Kabul.",
            [("F", "Rebels"), ("V", "entered"), ("P", "the capital Kabul")],
        ),
        (
            "The capital Russia took burned.",
            [("G", "The capital"), ("C", "Russia"), ("V", "took"), ("V", "burned")],
        ),
        (
            "His men took the town.",
            [("F", "His men"), ("V", "took"), ("G", "the town")],
        ),
        (
            "They lost control of it.",
            [("R", "They"), ("V", "lost"), ("R", "it")],
        ),
        (
            "No one was hurt.",
            [("Q", "No one"), ("V", "was hurt")],
        ),
        (
            "No one else came.",
            [("V", "came")],
        ),
        (
            "All 19 aboard died.",
            [("Q", "19"), ("V", "died")],
        ),
        (
            "Nine of the 31 passengers died.",
            [("Q", "Nine of the 31 passengers"), ("V", "died")],
        ),
        (
            "Nine in ten passengers agreed.",
            [("S", "Nine in ten"), ("V", "agreed")],
        ),
        (
            "Two sailors and a Syrian drowned.",
            [("Q", "Two sailors"), ("C", "Syrian"), ("V", "drowned")],
        ),
        (
            "Two sailors and a Syrian were killed.",
            [("Q", "Two sailors and a Syrian"), ("V", "were killed")],
        ),
        (
            "A nurse and her two sons died.",
            [("Q", "A nurse and her two sons"), ("V", "died")],
        ),
        # the last of them may open a clause of its own, or be a part of the first
        (
            "The blast killed nine people and two guards were hurt.",
            [("V", "killed"), ("Q", "nine people"), ("Q", "two guards"), ("V", "were hurt")],
        ),
        (
            "Police said nine people and two guards were hurt.",
            [
                ("F", "Police"),
                ("V", "said"),
                ("Q", "nine people and two guards"),
                ("V", "were hurt"),
            ],
        ),
        (
            "They saved nine people, and two of them died.",
            [("R", "They"), ("V", "saved"), ("Q", "nine people"), ("N", "two"), ("V", "died")],
        ),
        # and the first may be all the others
        (
            "Nine people, five men and four women, died.",
            [("Q", "Nine people"), ("Q", "five men and four women"), ("V", "died")],
        ),
        (
            "He took half of the Ohio vote.",
            [("R", "He"), ("V", "took"), ("S", "half"), ("P", "the Ohio")],
        ),
        (
            "A Syrian town was shelled.",
            [("G", "A Syrian town"), ("V", "was shelled")],
        ),
        (
            "THE GUERRILLAS LEFT THE TOWN OF OZATLAN.",
            [("F", "THE GUERRILLAS"), ("V", "LEFT"), ("P", "THE TOWN OF OZATLAN")],
        ),
        (
            "Residents of rebel-held Aleppo fled.",
            [("F", "rebel"), ("P", "Aleppo"), ("V", "fled")],
        ),
        (
            "They seized a battalion headquarters.",
            [("R", "They"), ("V", "seized"), ("G", "a battalion headquarters")],
        ),
        (
            "It was a town that Hamas left.",
            [("R", "It"), ("V", "was"), ("G", "a town"), ("A", "Hamas"), ("V", "left")],
        ),
    ],
)
def test_noun_phrases_become_units(chunks, sentence, expected):
    assert chunks(sentence) == expected


def detail(analyse, sentence, code):
    return next(unit.detail for unit in analyse(sentence).line.units if unit.code == code)


def test_counted_people_carry_their_number(analyse):
    people = detail(analyse, "About 40 Congolese soldiers fled.", "Q")
    assert people.count == Quantity(Decimal(40), Decimal(40), "about", None)
    assert people.name.mention.actor == "Democratic Republic of Congo"


def test_one_person_counts_one(analyse):
    person = detail(analyse, "The shells killed a nurse.", "Q")
    assert person.count == Quantity(Decimal(1), Decimal(1))


def test_a_part_of_a_place_carries_its_extent(analyse):
    place = detail(analyse, "The militia seized a third of the province.", "G")
    assert place.part
    assert place.extent.unit == "percent"


def test_the_members_of_a_list_are_kept(analyse):
    listed = next(
        unit for unit in analyse("They took Izium, Lyman and Kupiansk.").line.units if unit.listed
    )
    assert [member.start for member in listed.listed] == [10, 17, 27]


def test_the_owner_of_a_force_is_known(analyse):
    assert detail(analyse, "Ukraine's army advanced.", "F").name.mention.actor == "Ukraine"
    assert detail(analyse, "Its army advanced.", "F").possessor.word == "its"
