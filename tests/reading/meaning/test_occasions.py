"""What the figures of one poll or one vote share, and where its reach ends."""

import pytest

POLL = """Labour is on 43% and the Conservatives on 25%, according to a YouGov poll.

The survey of 2,015 adults was conducted May 7-9 and has a margin of error of 3 points.

In 2019 Labour won 32% of the vote."""


@pytest.fixture(scope="session")
def polls(facts):
    """The poll facts of a text."""

    def _polls(text):
        return [fact for fact in facts(text) if fact.kind == "poll"]

    return _polls


def _keys(facts, field):
    return [getattr(fact.fields[field], "key", fact.fields[field]) for fact in facts]


def test_who_asked_and_when_reach_the_paragraphs_beside_it(polls, facts):
    *asked, voted = polls(POLL)
    asked += [fact for fact in facts(POLL) if fact.kind == "survey" and fact.fields["measure"]]
    assert _keys(asked, "pollster") == ["YouGov"] * 4
    assert {str(fact.time.start) for fact in asked} == {"2024-05-07"}
    assert len({*_keys(asked, "contest")}) == 1
    assert voted.fields["pollster"] is None
    assert voted.fields["contest"] != asked[0].fields["contest"]


@pytest.mark.parametrize(
    "text",
    [
        "In Iowa, Trump took 51% of the vote. In New Hampshire, Haley won 43%.",
        "Sanders won the Democratic primary with 26%. Trump won the Republican primary with 86%.",
        "Castillo won the first round with 19% of the vote. In the runoff he took 50%.",
        "YouGov put Labour at 41% and Ipsos put the Greens at 12%.",
        "A poll by Datafolha gave Lula 47%. A separate survey by Quaest gave Lula 44%.",
        "Petkov took 61% of the vote in the cities, but 22% of the vote in the villages.",
    ],
)
def test_a_contest_ends_with_the_place_the_round_or_the_poll(polls, text):
    facts = polls(text)
    assert len(facts) == 2
    assert len({*_keys(facts, "contest")}) == len({*_keys(facts, "question")}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "In Iowa, Trump took 51% of the vote and DeSantis 21%.",
        "Trump took 51% of the vote and DeSantis 21% in Iowa.",
        "Trump won the primary with 51% of the vote. In the primary DeSantis took 21% of the vote.",
        "YouGov put Labour at 41% and the Greens at 12%.",
        "A YouGov poll put Labour at 41%. The poll had the Greens on 12%.",
    ],
)
def test_a_contest_goes_on_where_nothing_ends_it(polls, text):
    facts = polls(text)
    assert len(facts) == 2
    assert len({*_keys(facts, "contest")}) == len({*_keys(facts, "question")}) == 1


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Iowa, Trump took 51% of the vote. In Ohio he won 54%.", ["Iowa", "Ohio"]),
        ("Trump won the Iowa caucuses with 51% of the vote.", ["Iowa"]),
        ("Trump won Ohio's primary with 51% of the vote. Haley took 43%.", ["Ohio", "Ohio"]),
        ("Trump took 51% of the vote, aides said in Ohio.", [None]),
    ],
)
def test_the_place_is_where_people_voted(polls, text, places):
    assert _keys(polls(text), "place") == places


def test_of_whom_a_figure_speaks_may_stand_before_it(polls):
    facts = polls("Among women, support for the ban is at 63%; among men 48% back it.")
    assert _keys(facts, "population") == ["women", "men"]
    facts = polls("Among women, Labour is on 62%. The Greens are on 9%.")
    assert _keys(facts, "population") == ["women", None]


def test_the_one_poll_of_the_copy_has_its_figures_far_from_it(polls):
    text = (
        "A YouGov poll put Labour at 41%.\n\nIt rained.\n\nThe sun shone.\n\nThe Greens are on 9%."
    )
    assert _keys(polls(text), "pollster") == ["YouGov", "YouGov"]


def test_one_of_two_polls_does_not_reach_over_a_paragraph_without_it(polls):
    text = (
        "A YouGov poll put Labour at 41%. An Ipsos poll had it on 39%.\n\nIt rained.\n\n"
        "The sun shone.\n\nThe Greens are on 9%."
    )
    assert _keys(polls(text), "pollster") == ["YouGov", "Ipsos", None]
