"""Whose a share or a seat is."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Labour won 31 seats and the Greens 12.",
         [(31, "Labour Party"), (12, "Green Party")]),
        ("The poll put Labour on 43% and the Greens on 12%.",
         [(43, "Labour Party"), (12, "Green Party")]),
        ("Support for the Greens stood at 14 percent.",
         [(14, "Green Party")]),
        ("The Greens' support rose two points to 17 percent.",
         [(2, "Green Party"), (17, "Green Party")]),
        ("A survey found 44% for the Greens, 39% for Labour and 17% for the Liberals.",
         [(44, "Green Party"), (39, "Labour Party"), (17, "Liberal Party")]),
        ("A survey gave 44% to the Greens, 39% to Labour and 17% to the Liberals.",
         [(44, "Green Party"), (39, "Labour Party"), (17, "Liberal Party")]),
        ("The count showed 47% for Lula.",
         [(47, "Lula")]),
        ("The Alternative for Germany came second in Thuringia with 23.4%.",
         [(23.4, "Alternative for Germany")]),
        ("The Greens emerged as the largest party with 50 seats.",
         [(50, "Green Party")]),
        ("Reform UK and the Liberal Democrats were level on 12 percent.",
         [(12, "Reform UK"), (12, "Liberal Democrats")]),
        ("Reform UK and the Liberal Democrats each had 12 percent in the poll.",
         [(12, "Reform UK"), (12, "Liberal Democrats")]),
        ("Kern and Holm both polled at 30 percent in the survey.",
         [(30, "Kern"), (30, "Holm")]),
        ("Kern and Holm are at 9 percent each in the poll.",
         [(9, "Kern"), (9, "Holm")]),
        ("In the poll Ms. Kern led Mr. Holm by a 50 percent to 44 percent margin.",
         [(50, "Kern"), (44, "Holm")]),
        ("The National Rally and its allies took 33% of the vote.",
         [(33, "National Rally")]),
        ("Rousseff leads Neves 48 percent to 45 percent, a poll showed.",
         [(48, "Rousseff"), (45, "Neves")]),
        ("In the first round 49 percent voted for Mr Boakai.",
         [(49, "Boakai")]),
        ("Ipsos said 41 percent of voters in Ohio would vote for Lind and 45 percent for Holm.",
         [(41, "Lind"), (45, "Holm")]),
        # each of the persons of a list, and what parties have together is nobody's alone
        ("Ana Kern, Leo Quist and Eva Holm were at 1 percent in the poll.",
         [(1, "Ana Kern"), (1, "Leo Quist"), (1, "Eva Holm")]),
        ("The poll had Lund at 30 percent, Quist with 20, and Kern, Brandt and Holm at 2.",
         [(30, "Lund"), (20, "Quist"), (2, "Kern"), (2, "Brandt"), (2, "Holm")]),
        ("At just 1 percent in the poll are Ana Kern, Leo Quist and Eva Holm.",
         [(1, "Ana Kern"), (1, "Leo Quist"), (1, "Eva Holm")]),
        ("Getting 2 percent each in the poll were former Ohio Sen. Ana Kern and author Leo Quist.",
         [(2, "Ana Kern"), (2, "Leo Quist")]),
        ("Labour and the Greens are at 55 percent in the poll.",
         [(55, None)]),
    ],
)  # fmt: skip
def test_who_has_it(polled, sentence, expected):
    assert polled(sentence, "value", "party") == expected
