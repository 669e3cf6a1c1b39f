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
