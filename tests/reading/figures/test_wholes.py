"""Where the noun phrase ends of which a share is, and whether it is of people."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (("A survey found 34 percent of self-described Liberals were closely watching the trial, "
          "but only 16 percent of self-described Conservatives closely watched it."),
         [("support", 34), ("support", 16)]),
        ("In the poll, 49% of voters under 30 rate housing as very important.",
         [("support", 49)]),
        ("The poll shows that 65% of voters 50 to 64 view the tunnel as too dear.",
         [("support", 65)]),
        ("The survey found 63% of people of colour polled said that they feel safe.",
         [("support", 63)]),
        ("The survey reports that 4% of university staff and students use the bus.",
         [("support", 4)]),
        ("The poll found that only 25% of young, urban voters under the age of 35 believe it.",
         [("support", 25)]),
        ("In the survey, 60 percent of the 18- to 29-year-olds say they support the canal.",
         [("support", 60)]),
        ("A survey found 40 percent of Danes and 36 percent of Gen Xers said they had moved.",
         [("support", 40), ("support", 36)]),
        ("The survey found 49 percent of the red team and 33 percent of the blue unhappy.",
         [("support", 49), ("support", 33)]),
        ("Only 7% of the 120 million US adults who sail own a boat, the survey found.",
         [("support", 7)]),
        ("The Socialists received six percent of the presidential vote at that election.",
         [("vote", 6)]),
        ("She took 48% of the under-30 vote in the election.",
         [("vote", 48)]),
        ("The opposition won the election with 17.6% of the total vote share.",
         [("vote", 17.6)]),
        ("Lund won with 30% of the minority male and 24% of the minority female vote.",
         [("vote", 30), ("vote", 24)]),
    ],
)  # fmt: skip
def test_those_of_whom_a_share_is(polled, sentence, expected):
    assert polled(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Pensioners make up 24 percent of the electorate, the pollsters say.",
        "Whites accounted for just 43 percent of voters in Dorne, exit polls showed.",
        "The survey says that 33 percent of prisoners are black.",
        "A survey of voters found 40 percent of homes to be damp.",
    ],
)
def test_what_makes_up_a_whole_is_no_answer(polled, sentence):
    assert polled(sentence) == []
