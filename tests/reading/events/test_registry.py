"""Which mentions are of one happening: what joins them, and what keeps them apart."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 12 people in Kabul. The blast wounded 30 people.",
        "A bomb killed 12 people in Kabul. The attack wounded 30 people.",
        "A bomb killed 12 people in Kabul. Friday's bombing wounded 30 people in Kabul.",
        "A bomb killed 12 people on Monday. The 30 victims of the blast were buried on Friday.",
        "A bus crashed in Peru, killing 12 people. The accident injured 30 people.",
        "A roof collapsed in Osaka, killing 12 people. The tragedy left 30 people injured.",
        "A storm killed 12 people in Leyte. The floods after the storm injured 30 people.",
        "Gunmen killed 12 people in an ambush near Gao. The raid wounded 30 people.",
    ],
)
def test_what_is_spoken_of_as_known_was_told_of_before(told, text):
    assert told(text) == "12 e1, 30 e1"


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 12 people in Kabul. Another bomb killed 30 people.",
        "A bomb killed 12 people in Kabul. The first incident, in May, killed 30 people.",
        "The first blast killed 12 people. The second blast killed 30 people.",
        "A bomb killed 12 people in Kabul. A bomb in Herat killed 30 people.",
        "A bomb killed 12 people on Monday. A bomb killed 30 people on Tuesday.",
        "A bus crash killed 12 people. The train crash in the south killed 30 people.",
        "A blast killed 12 people on Monday. The blast on Tuesday killed 30 people.",
        "A blast killed 12 people. A landslide in the north killed 30 people.",
        "A fire in Porto killed 12 people. In 2003 a fire killed 30 people in Porto.",
        "Storm Alex killed 12 people. Storm Boris killed 30 people.",
        "The attack on the barracks killed 12 people. The attack on the port killed 30 people.",
        "A bomb killed 12 people in Kabul, a week after an explosion killed 30 people there.",
    ],
)
def test_two_happenings_are_kept_apart(told, text):
    assert told(text) == "12 e1, 30 e2"


def test_days_that_cannot_be_dated_still_differ(reading):
    text = "A storm killed four people in Leeds on Monday. A storm killed nine there on Tuesday."
    assert [fact.event for fact in reading(text, published=None).facts] == ["e1", "e2"]


def test_the_story_begins_with_what_its_headline_tells(told):
    text = "A van ploughed into a queue in Lyon on Monday, killing three people."
    assert told(text, title="Four dead as van hits crowd in Lyon") == "4 e1, 3 e1"


def test_the_dateline_says_where_the_first_happening_was(reading):
    (event,) = reading("LYON, France (AP) — A gas blast killed three people on Monday.").events
    assert (event.text, event.place.key, event.time.start.isoformat()) == (
        "blast", "Lyon", "2024-06-10",
    )  # fmt: skip


def test_a_general_word_gives_way_to_a_special_one(classes):
    assert classes("An accident killed nine people. The collision injured 30 people.") == "crash"


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("A fire at a mill in Porto killed six people.", "fire"),
        ("Six people died in a blaze after a fire on a ferry.", "fire"),
        ("Eight people died when fire swept through a mill.", "fire"),
        ("Police opened fire at a crowd in Porto, killing six people.", "shooting"),
        ("Guards returned fire at a checkpoint, killing six people.", "incident"),
    ],
)
def test_a_fire_at_a_place_is_one_and_fire_that_is_opened_is_none(classes, text, class_):
    assert classes(text) == class_


def test_a_town_that_no_table_has_is_where_those_were_whom_it_befell(reading):
    (event,) = reading("Five people have died after a coach overturned near Tarnby.").events
    assert (event.class_, event.place.key) == ("crash", "Tarnby")


def test_a_headline_alone_tells_what_was_new(reading):
    (event,) = reading("Police named the suspect.", title="Gunman kills four in Tarnby").events
    days = event.time.start.isoformat(), event.time.end.isoformat()
    assert (days, event.time.precision) == (("2024-06-12", "2024-06-15"), "span")


def test_the_present_tense_of_a_headline_is_no_day(reading):
    found = reading("A fire at a mill in Lodz killed six on Monday.", title="Six die in mill fire")
    assert {fact.time.start.isoformat() for fact in found.facts} == {"2024-06-10"}
