"""Shares: what they are of, who has them, how they stand; and what is no share of a poll."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Six in 10 pensioners said that they would stay.",
         [("support", 60)]),
        ("Half the country thinks the mayor should quit, according to a poll.",
         [("support", 50)]),
        ("Nearly three-quarters (73 per cent) of owners were pessimistic, the survey found.",
         [("support", 73)]),
        ("He won 55 percent of the Hispanic vote, and 38 percent among Black men.",
         [("vote", 55), ("vote", 38)]),
        (("Crofts leads among first-years and finalists with 40% and 36.2% of the vote "
          "respectively."),
         [("vote", 40), ("vote", 36.2)]),
        ("As many as 64 percent of managers polled said they planned to hire.",
         [("support", 64)]),
        ("According to the poll, 71 percent of under-25s fear for their jobs.",
         [("support", 71)]),
        (("The survey found that 81 percent of Poles, 79 percent of Romanians and 52 "
          "percent of Danes see it as a threat."),
         [("support", 81), ("support", 79), ("support", 52)]),
    ],
)  # fmt: skip
def test_what_it_is_of_tells_what_it_measures(polled, sentence, expected):
    assert polled(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (("Le Pen is credited with 34 percent of voting intentions against 31 percent "
          "for Mr Philippe."),
         [("vote", 34), ("vote", 31)]),
        (("Sinn Fein is the most popular party on 27%, followed by Fine Gael on 24% and "
          "Fianna Fail on 20%."),
         [("vote", 27), ("vote", 24), ("vote", 20)]),
        ("The Social Democrats, with 20.5 percent, suffered their worst result since the war.",
         [("vote", 20.5)]),
        ("A ComRes poll has Leave four points ahead, 47 per cent to 43.",
         [("lead", 4), ("vote", 47), ("vote", 43)]),
        ("Voters backed Proposition 12 by a margin of 63 percent to 37 percent.",
         [("vote", 63), ("vote", 37)]),
        ("The measure failed, 53.5 percent to 46.5 percent.",
         [("vote", 53.5), ("vote", 46.5)]),
        ("On prices 47% prefer the Greens and 30% Labour.",
         [("support", 47), ("support", 30)]),
        ("In the poll 64 percent of Danes, and 90 percent of Finns, would accept it.",
         [("support", 64), ("support", 90)]),
        ("Trump leads DeSantis 54-22 in Iowa, a Suffolk poll finds.",
         [("vote", 54), ("vote", 22)]),
        ("The incumbent took 61.4% to his challenger's 38.6%.",
         [("vote", 61.4), ("vote", 38.6)]),
        ("Turnout: 64.2% (2018: 67.9%).",
         [("turnout", 64.2), ("turnout", 67.9)]),
        ("Final result: Christian Democrats 30.2% (+1.9), Social Democrats 25.5%, Greens 12.1%.",
         [("vote", 30.2), ("vote", 25.5), ("vote", 12.1)]),
        (("The proportion of voters who trust the court has fallen from 61 percent in "
          "2010 to 44 percent."),
         [("support", 61), ("support", 44)]),
        ("Public trust in the police has sunk to 40 per cent from 63 per cent two years ago.",
         [("support", 40), ("support", 63)]),
        ("The Greens' support rose two points to 17 percent.",
         [("shift", 2), ("vote", 17)]),
        ("Labor's primary vote is at 31 per cent, the Coalition's at 38 and the Greens' at 13.",
         [("vote", 31), ("vote", 38), ("vote", 13)]),
        ("Approve 45 percent, disapprove 50 percent, the poll said.",
         [("support", 45), ("support", 50)]),
        ("Women were more likely than men to favour the tax (58 percent against 44 percent).",
         [("support", 58), ("support", 44)]),
        ("In the survey 63 percent backed the tax, as did 58 percent of Danes.",
         [("support", 63), ("support", 58)]),
    ],
)  # fmt: skip
def test_it_may_stand_in_many_ways(polled, sentence, expected):
    assert polled(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Inflation fell to 3 percent, the government said before the vote.",
        "The minister won a 5 percent pay rise for teachers before the election.",
        "Unemployment stood at 9 percent in the region, where the party won.",
        "The tax will rise to 21 percent if voters agree.",
        "Germany accounts for 24 percent of the bloc's output, the poll said.",
        "A turnout of at least 50 percent is required for the vote to be valid.",
        "No candidate won more than 50 percent, so the top two will meet in a runoff.",
        "A list must win 5 percent of the vote to enter parliament.",
        "The Dow Jones rose 29 points (0.2 percent) on election day.",
        "Coverage had risen to 55 percent, the party said.",
        "With 84 percent of precincts reporting, nothing is sure.",
        "With 99 percent of the vote in, nothing is sure.",
        "Rebels have captured more than half the country.",
        "The poll was late, and support fell by 5 percent.",
        "Some 48 percent of the members are women.",
    ],
)
def test_other_shares_are_left_alone(polled, sentence):
    assert polled(sentence) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Participation was 68.3 percent in the vote, as against 64.9 four years ago.",
         [("turnout", 68.3), ("turnout", 64.9)]),
        ("The exit poll had the mayor ahead with 51.2. Another put her on 49.8 with half counted.",
         [("vote", 51.2), ("vote", 49.8)]),
        ("Of women, 31.5 per cent favoured the Greens in the survey; of men, 22.4.",
         [("support", 31.5), ("support", 22.4)]),
        ("In the poll Weah is backed by 41 percent of voters, just ahead of Boakai's 38.",
         [("support", 41), ("support", 38)]),
        ("Question 2 of the referendum: yes, 47.3%; no, 52.7%.",
         [("support", 47.3), ("support", 52.7)]),
        ("The council polled islanders. Three out of four said the pier should stay.",
         [("support", 75)]),
        ("In the vote Naleraq, 21.5 per cent, seven seats; Siumut, 13.2 per cent, four.",
         [("vote", 21.5), ("seats", 7), ("vote", 13.2), ("seats", 4)]),
        ("Of those asked, 54 percent agreed, 31 disagreed and the remaining 15 had no opinion.",
         [("support", 54), ("support", 31), ("support", 15)]),
        ("Turnout, up from 52 percent at the last election, was 61 percent.",
         [("turnout", 52), ("turnout", 61)]),
        ("The poll put support for it at 47 percent in May. In June it was down to 41 percent.",
         [("support", 47), ("support", 41)]),
    ],
)  # fmt: skip
def test_a_bare_figure_goes_on_with_a_share(polled, text, expected):
    assert polled(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Three out of four said the pier should stay.",
        "Inflation was 3.2 percent, as against 4.1 a year ago.",
        "The survey shows that three out of four boats leak.",
        "In the poll Greens are three times as likely as Liberals to agree.",
    ],
)
def test_other_bare_figures_are_left_alone(polled, text):
    assert polled(text) == []


def test_an_age_is_no_share(polled):
    assert polled("The Greens got 24 per cent in the poll. She is 41.") == [("vote", 24)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turnout in the county was a dismal 23 percent.", [("turnout", 23)]),
        ("The Greens picked up 12.1 percent in the election.", [("vote", 12.1)]),
        ("In the vote the charter won 2,108 votes, or 63.4 percent.", [("vote", 63.4)]),
        ("Members rejected the offer by 87 percent in a ballot.", [("support", 87)]),
        ("A majority of Danes -- 52 percent -- oppose the bridge.", [("support", 52)]),
        ("Her disapproval rate rose five points to 58.6 percent.",
         [("shift", 5), ("approval", 58.6)]),
        ("In the poll Lund took 47 percent in May. Now it is 51-38.",
         [("vote", 47), ("vote", 51), ("vote", 38)]),
        ("In the poll Lund took 47 percent in May. It is a 50-50 chance.", [("vote", 47)]),
        ("In the poll 34 percent back Lund and 26 Berg. A year ago the figures were 41 and 29.",
         [("support", 34), ("support", 26), ("support", 41), ("support", 29)]),
        ("In the poll Lund held 24.1 percent to 19.7 for Berg and 17 for Ms Holm.",
         [("vote", 24.1), ("vote", 19.7), ("vote", 17)]),
        ("Asked whom they trust, 34 percent named the Greens and 26 Labour, the survey said.",
         [("support", 34), ("support", 26)]),
        ("We asked about it. Yes: 38% No: 51% Not sure: 11%.",
         [("support", 38), ("support", 51), ("support", 11)]),
    ],
)  # fmt: skip
def test_a_share_may_be_told_in_passing(polled, text, expected):
    assert polled(text) == expected
