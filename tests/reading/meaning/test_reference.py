"""Who and where: what a noun phrase means by what came before it."""

import pytest
from belie.model import Article, Name
from belie.reading.meaning.reference import Context
from belie.reading.reader import read_article


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        # within the sentence: who acts in the clause before, or the last that fits
        ("Sudan said that it captured Omdurman.", ["Sudan"]),
        ("Sudan sent troops and they captured Omdurman.", ["troops"]),
        ("Egypt said its army captured Omdurman.", ["Egypt"]),
        ("Ukraine said it held Lyman, Russia said it had lost Izium.", ["Ukraine", "Russia"]),
        # in the sentence before
        ("Sudan invaded Chad. It captured Adre.", ["Sudan", "Sudan"]),
        ("Ethiopian troops entered Axum. They captured Adwa.", ["Ethiopia", "Ethiopia"]),
        ("Sudan invaded Chad. Its army captured Adre.", ["Sudan", "Sudan"]),
        ("Sudan's army entered Adre. The army lost Omdurman.", ["Sudan", "Sudan"]),
        ("M23 entered Goma. The group lost Uvira.", ["M23", "M23"]),
        ("M23 rebels entered Goma. The rebels lost Uvira.", ["M23", "M23"]),
        # two sentences on, across one that states nothing
        ("Sudan invaded Chad. It rained. It captured Adre.", ["Sudan", "Sudan"]),
        # nothing said before
        ("It captured Adre.", []),
        ("They captured Adre.", []),
    ],
)
def test_who_is_meant(states, text, holders):
    assert states(text, "holder") == holders


def test_they_are_several_and_not_a_country(states):
    text = "Ethiopian troops met envoys of Sudan. They captured Adwa."
    assert states(text, "holder") == ["Ethiopia"]


def test_he_is_a_person_and_a_person_is_who_they_lead(states):
    text = "President Tokayev of Kazakhstan annexed Osh. He lost control of the city."
    assert states(text, "holder", "place") == [("Kazakhstan", "Osh")] * 2


def test_a_described_actor_that_nothing_names_is_its_description(facts):
    (fact,) = facts("The northern rebels captured Adwa.")
    holder = fact.fields["holder"]
    assert (holder.key, holder.text, holder.named) == (
        "northern rebels",
        "The northern rebels",
        False,
    )


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # within the sentence
        ("Ethiopia took Axum and then lost it.", ["Axum", "Axum"]),
        ("Goma, the largest city of the east, was captured by rebels.", ["Goma"]),
        # an adjective only tells of the place that is named
        ("Rebels captured neighbouring Yunnan.", ["Yunnan"]),
        ("Goma was the largest city that rebels captured.", ["Goma"]),
        ("Goma is among the cities that rebels captured.", ["Goma"]),
        ("Goma and Uvira are among the cities that rebels captured.", ["Goma", "Uvira"]),
        # who acts is not what is acted on
        ("Sudan said that it entered Adre, Chad said that it held it.", ["Adre", "Adre"]),
        # in the sentence before
        ("Rebels entered Goma. The army captured the city.", ["Goma", "Goma"]),
        ("Rebels entered Goma. The army captured it.", ["Goma", "Goma"]),
        ("A bomb fell on Goma. The army captured the city.", ["Goma"]),
        (
            "Rebels entered the regions of Ituri and Tanganyika. They do not hold these regions.",
            ["Ituri", "Tanganyika"],
        ),
        ("Rebels entered Goma. Aid came. The army captured the city.", ["Goma", "Goma"]),
        # another sort of place
        ("Rebels entered Goma. The army captured a city.", ["Goma", "a city"]),
    ],
)
def test_where_is_meant(states, text, places):
    assert states(text, "place")[: len(places)] == places


@pytest.mark.xfail(reason="of a set of places, only the last is what a description means")
def test_a_set_of_places_stays_a_set_of_those_named(states):
    text = "Russia annexed Kherson and Luhansk. It does not control these regions."
    assert states(text, "place", "status") == [
        ("Kherson", "annexed"),
        ("Luhansk", "annexed"),
        ("Kherson", "not-held"),
        ("Luhansk", "not-held"),
    ]


def test_places_that_nothing_names_are_never_the_same(facts):
    first, second = (
        fact.fields["place"] for fact in facts("Rebels took a town. The army took a town.")
    )
    assert first.text == second.text == "a town"
    assert first.first != second.first


def test_a_part_of_a_place_lies_somewhere_of_its_own(facts):
    whole, part = (
        fact.fields["place"] for fact in facts("Rebels took Goma. The army took parts of Goma.")
    )
    assert part.text == "parts of Goma"
    assert part.first != whole.first


def test_a_share_of_a_place_named_is_that_place_in_that_extent(facts):
    whole, share = facts("Rebels took Goma. The army took half of Goma.")
    assert share.fields["place"].text == "half of Goma"
    assert share.fields["place"].key == whole.fields["place"].key == "Goma"
    assert share.fields["extent"].low == 50


@pytest.mark.xfail(reason="every level of government can be any place that was named")
def test_a_province_is_no_city(states):
    text = "Rebels entered Goma. The army captured the province."
    assert states(text, "place") == ["Goma", "the province"]


def test_they_can_be_actors_that_nothing_names(states):
    assert states("Rebels entered Goma. They captured Uvira.", "holder") == ["rebels", "rebels"]


def test_they_are_rather_who_acts_than_who_only_speaks(states):
    text = "Police said rebels entered Goma. They captured Uvira."
    assert states(text, "holder") == ["rebels", "rebels"]


def test_a_possessive_before_control_is_a_holder(states):
    assert states("Sudan says the town remains under its control.", "holder") == ["Sudan"]


@pytest.mark.parametrize(
    ("sentence", "holders"),
    [
        ("Chad, whose troops captured Adre, protested.", ["Chad"]),
        ("Chad's allies captured Adre.", ["chad's allies"]),
        ("“We have captured Adre,” the rebels said.", ["rebels"]),
        ("“We have captured Adre,” said Chad.", ["Chad"]),
        ("“We have captured Adre,” army spokesman Adel Karim said.", ["army"]),
        ("“We have captured Adre,” the mayor said.", []),
        ("“They have captured Adre,” I said.", []),
    ],
)
def test_who_holds_by_whom_or_for_whom(states, sentence, holders):
    assert states(sentence, "holder") == holders


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Israel captured Gaza from Egypt and annexed it.", ["Gaza Strip", "Gaza Strip"]),
        ("Rebels entered Goma, where the mayor was taken.", ["Goma"]),
        ("Rebels entered Goma, where he was taken.", ["Goma"]),
    ],
)
def test_it_is_no_side_and_a_person_is_no_place(states, sentence, places):
    assert states(sentence, "place") == places


def test_a_word_for_a_side_names_those_who_hold(states):
    assert states("Residents of rebel-held Aleppo fled.", "holder") == ["rebels"]


def test_what_one_article_names_another_does_not_know(kinds):
    for name in ("one", "other"):
        read_article(Article("Sudan invaded Chad.", id=name), kinds)
        facts = read_article(Article("It captured Adre.", id=name), kinds).facts
        assert [fact for fact in facts if fact.kind == "control"] == []


@pytest.mark.parametrize(
    ("who", "key"),
    [
        ("The Front and Labour", "front labour"),
        ("The rebels and Labour", "rebels labour"),
        ("Labour and the rebels", "labour rebels"),
    ],
)
def test_several_that_no_table_knows_together_are_all_of_them(analyse, analyser, who, key):
    line = analyse(f"{who} fear new elections, which they argue would harm the town.").line
    listed = next(unit for unit in line.units if unit.listed)
    meant = Context(analyser.grammar, "").actor(listed, line, None)
    assert meant == Name(key, who[-len(meant.text) :], named=False)
