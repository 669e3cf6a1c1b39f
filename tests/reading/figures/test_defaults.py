"""Shares that no word of their own makes anything, among others of a poll or a vote."""

import pytest

POLL = "The survey asked 900 parents. Some 61 percent want longer hours.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The survey put Lund on 41%. Asked who would lead best, 27% plump for Berg.",
         [("vote", 41), ("support", 27)]),
        ("The survey found 62 percent in favour. Some 21 percent scorned the question.",
         [("support", 62), ("support", 21)]),
        ("In the poll 66 percent called for a delay, against 29 percent who did not.",
         [("support", 66), ("support", 29)]),
        ("The poll showed Lund and Berg dead even – 47 percent – in the north.", [("vote", 47)]),
        ("Berg took 91 percent of the vote; her deputy, Mr Kern, received 66.2.",
         [("vote", 91), ("vote", 66.2)]),
    ],
)  # fmt: skip
def test_a_share_among_others_is_one_of_them(polled, text, expected):
    assert polled(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg won 31 percent of the vote, while the index rose 3 percent.", [("vote", 31)]),
        ("Berg won 31 percent of the vote. The krona weakened 0.3 percent.", [("vote", 31)]),
        ("The poll had Lund on 41 percent; unemployment there runs at 9 percent.",
         [("vote", 41)]),
        ("The survey found tar in 41 percent of wells, and 12 percent held salt.", []),
        ("Investors holding 31 percent voted for the merger at the shareholders' meeting.", []),
        ("In the poll 29 percent said the hike to 10 percent should go ahead.",
         [("support", 29)]),
    ],
)  # fmt: skip
def test_unless_it_is_one_of_something_else(polled, text, expected):
    assert polled(text) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("At the branch in Leith 48 percent would pay for it.", [48]),
        ("Fifty-two percent, slightly more than last year, would cut ties with it.", [52]),
        ("Among farmers 29 percent now demand it.", [29]),
        ("Radio was named most (by 31 percent), ahead of fuel (27 percent).", [31, 27]),
        ("The share was 26 percent. In April it was 31.", [26, 31]),
        ("Some 34 percent of Brits now fancy it.", [34]),
        ("Eight out of ten mums and dads agree.", [80]),
    ],
)
def test_copy_about_a_poll_goes_on_with_answers(polled, sentence, expected):
    assert polled(POLL + sentence, "value") == [(61,), *((value,) for value in expected)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Half of the hall was rebuilt in May.",
        "Rents rose by 4 percent.",
        "Unemployment in the town stands at 9 percent.",
    ],
)
def test_what_is_said_to_be_something_else_is_none(polled, sentence):
    assert polled(POLL + sentence, "value") == [(61,)]


def test_answers_may_be_labels(polled):
    text = "Do you like the mayor? Our survey says:\n\nApprove: 38. Disapprove: 57. Don't know: 5."
    assert polled(text, "value", "response") == [
        (38, "for"), (57, "against"), (5, "undecided"),
    ]  # fmt: skip


def test_so_many_votes_are_so_large_a_share(polled):
    text = "In the vote Lund was at 14.7 million or 28 percent."
    assert polled(text, "value") == [(28,)]


def test_so_many_who_voted_are_so_large_a_share_of_all_who_may(polled):
    text = "In the election about 1.8 million people voted, 39 percent of adults."
    assert polled(text, "measure", "value") == [("turnout", 39)]
