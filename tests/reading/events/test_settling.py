"""What the happening of a figure, and the words around it, say of it."""

import pytest


@pytest.fixture
def last(reading):
    """The fields of the last figure, of those that say how it stands to others."""

    def _last(text, title=None):
        fields = reading(text, title).facts[-1].fields
        return {name: fields[name] for name in ("partial", "further", "toll") if fields[name]}

    return _last


@pytest.mark.parametrize(
    "text",
    [
        "The crash killed 14 people. Three people in the car were killed.",
        "The quake killed 14 people in Chile. It killed three people in Santiago.",
        "The raid killed 14 people. The bodies of a group of three men lay by the well.",
        "The fire killed 14 people. Two guests from Oslo also died.",
        "The fire in Porto killed 14 people. No deaths were reported elsewhere.",
        "The fire killed 14 people. It killed two guests, while a third was carried to safety.",
    ],
)
def test_some_of_those_whom_it_befell_are_a_part(last, text):
    assert last(text) == {"partial": "yes"}


@pytest.mark.parametrize(
    "text",
    [
        "The crash killed 14 people. In all, 14 people in the crash were killed.",
        "The bomb killed 14 people in Chile. It killed 14 people in Santiago.",
    ],
)
def test_a_point_is_one_spot_and_its_own_noun_no_part_of_it(last, text):
    assert last(text) == {}


def test_what_is_said_later_may_be_more(last):
    text = "The boat capsized and 59 people drowned. The coast guard later said 78 people drowned."
    assert last(text) == {"toll": "risen"}


def test_one_more_found_since_makes_a_count_a_later_one(last):
    text = "Two people drowned in the flood. A third body was found, and three people have died."
    assert last(text) == {"toll": "risen"}


def test_in_a_running_report_each_entry_is_later_than_the_one_before(last):
    entries = (
        "09:12 A blast has hit a depot.",
        "10:05 Police say 12 are dead.",
        "11:40 Now 19 are dead.",
    )
    text = "\n\n".join(entries)
    assert last(text) == {"toll": "risen"}


def test_a_headline_tells_in_the_present_what_was_on_another_day(reading):
    first, second = reading("The blast on Monday killed 14 people.", "Blast kills 14 people").facts
    assert first.time == second.time


def test_when_a_toll_in_a_headline_was_reached_nobody_knows(reading):
    first, second = reading("The toll stood at 14 on Thursday.", "Toll in blast rises to 14").facts
    assert first.time is None
    assert second.time.start.isoformat() == "2024-06-13"
