"""Shares that leave out what they have in common with another, or with what was told before."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Men favour Ms Holm by a 47 percent to 35 percent margin, the poll found.",
         [("support", 47), ("support", 35)]),
        ("A poll found that voters oppose the canal 55 percent to 26 percent.",
         [("support", 55), ("support", 26)]),
        ("When Gallup first showed her up 41% to 40%, the poll was doubted.",
         [("vote", 41), ("vote", 40)]),
        ("By 58% -30%, those polled said the mayor made the wrong call.",
         [("support", 58), ("support", 30)]),
        ("By a 49% -33% margin, Danes want the bridge, the poll found.",
         [("support", 49), ("support", 33)]),
        ("The poll tightened to a tie — 47-47 — from 51-43.",
         [("vote", 47), ("vote", 47), ("vote", 51), ("vote", 43)]),
        ("In the poll Mr Lund has a 32 percent/37 percent split.",
         [("vote", 32), ("vote", 37)]),
        ("In the poll 69 percent of Lund voters were keen, compared with 62 percent of Holm's.",
         [("support", 69), ("support", 62)]),
        ("Some 30 percent of Danes approve, down from four out of 10 a week ago, the poll found.",
         [("support", 30), ("support", 40)]),
        ("A third of Danes back it (36% in towns, 32% the coast), the poll found.",
         [("support", 33.33), ("support", 36), ("support", 32)]),
        (("The share who fear it fell to 15 percent, the poll found. Since then that number has "
          "crept up, reaching 18 percent."),
         [("support", 15), ("support", 18)]),
        (("In the poll 40 percent said Lund was honest, 13 percent said the same of Moe and 11 "
          "percent of Berg."),
         [("support", 40), ("support", 13), ("support", 11)]),
        ("In Ghana 64 percent of voters agreed, in Kenya 58 percent, the poll found.",
         [("support", 64), ("support", 58)]),
        ("Women preferred Lund on the economy 56 percent to 40 percent, the poll found.",
         [("support", 56), ("support", 40)]),
        ("Men and women part ways, the poll found: 28 percent compared with 17 percent.",
         [("support", 28), ("support", 17)]),
        ("The poll shows his approval rating ticking up from 41 percent to 46 in the north.",
         [("approval", 41), ("approval", 46)]),
    ],
)  # fmt: skip
def test_it_goes_on_with_another(polled, text, expected):
    assert polled(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The survey of 1,614 owners found damp a top concern at 20.3 percent.",
         [("support", 20.3)]),
        ("Our own polling shows a similar drop — from 46 percent in May to 41 percent in July.",
         [("support", 46), ("support", 41)]),
        ("Disapproval of how she handled the flood surged from 53% to 63%, the poll found.",
         [("approval", 53), ("approval", 63)]),
        ("In the referendum 17.4 million voters, or 52 percent, backed it.",
         [("vote", 52)]),
        ("Wester polled 273,428 votes, which was 4.19% of the total polled.",
         [("vote", 4.19)]),
        ("Her vote fell to 4.36 million (32.76%) at the election.",
         [("vote", 32.76)]),
        ("The county voted 63 percent for Mr Kern.",
         [("vote", 63)]),
        ("At the election she won by a whisker, with 29.5 of the vote.",
         [("vote", 29.5)]),
        ("Young people voted at a rate of just 20 percent in that election.",
         [("turnout", 20)]),
        ("The average of the polls puts him around 41 percent.",
         [("vote", 41)]),
    ],
)  # fmt: skip
def test_it_is_told_by_what_it_is_compared_with(polled, text, expected):
    assert polled(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The poll asked 900 Danes. Ten percent said they would not vote at all.",
         [("support", 10)]),
        ("All of those polled had heard of it. Of the rest, 8% had never been asked by the survey.",
         [("support", 8)]),
        ("Of the firms surveyed, 30% saw orders rise and 27% saw them fall.",
         [("support", 30), ("support", 27)]),
        ("The poll is out. Forty percent said both need help and 9 percent said neither.",
         [("support", 40), ("support", 9)]),
        ("The survey is out: 93% of Danes want it. Then 83% prioritised roads built in Jutland.",
         [("support", 93), ("support", 83)]),
        ("Half of Danes like it, and half also said they would use it, the poll found.",
         [("support", 50), ("support", 50)]),
    ],
)  # fmt: skip
def test_people_answer_whatever_they_deny(polled, text, expected):
    assert polled(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Her chances of winning the election were up to 71 percent from 68.1 percent.",
        "Senators voted 52-48 to acquit him after the election.",
        "The election is near. To win, a party needs 5 percent.",
    ],
)
def test_odds_and_what_a_chamber_counts_are_no_shares(polled, text):
    assert polled(text) == []
