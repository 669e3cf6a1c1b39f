"""Answers are told apart by what is answered, and turned by a negation."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In the poll 54 percent said no and 38 percent yes.",
         [(54, "against"), (38, "for")]),
        (("Of those asked, 58 percent approve of the plan, 31 percent disapprove and 11 "
          "percent do not know."),
         [(58, "for"), (31, "against"), (11, "undecided")]),
        ("Some 58 percent of Danes do not back the plan, the poll found.",
         [(58, "against")]),
        ("Some 31 percent of Danes do not oppose the plan, the poll found.",
         [(31, "for")]),
        ("The strike was backed by 81% of members.",
         [(81, "for")]),
        ("The plan was opposed by 44 percent of farmers, the poll found.",
         [(44, "against")]),
        ("Yes: 45%. No: 50%. Don't know: 5%. (YouGov poll)",
         [(45, "for"), (50, "against"), (5, "undecided")]),
        ("In the poll 45 percent were in favour, 35 percent against and 20 percent undecided.",
         [(45, "for"), (35, "against"), (20, "undecided")]),
        ("Her approval rating is 41 percent and her disapproval rating 55 percent.",
         [(41, "for"), (55, "against")]),
    ],
)  # fmt: skip
def test_what_is_answered(polled, sentence, expected):
    assert polled(sentence, "value", "response") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Some 48% of men and 39% of women back the ban.",
         [(48, "men", "the ban", None), (39, "women", "the ban", None)]),
        ("Among women, 63 percent support the ban.",
         [(63, "women", "the ban", None)]),
        ("A quarter of Russians, 35%, support a longer war, the survey says.",
         [(35, "Russia", None, 25)]),
    ],
)  # fmt: skip
def test_who_answers_and_about_what(polled, sentence, expected):
    assert polled(sentence, "value", "population", "about", "worded") == expected
