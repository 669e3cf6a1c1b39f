"""Seats and delegates: who wins, loses and keeps how many."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Labour won 411 seats, the Conservatives 121 and the Liberal Democrats 72.",
         [("seats", 411), ("seats", 121), ("seats", 72)]),
        ("With 88 seats in the 179-seat Folketing, the bloc fell two short of a majority.",
         [("seats", 88)]),
        ("The alliance has secured 141 of the 234 seats in the assembly.",
         [("seats", 141)]),
        ("Greens – 9 seats",
         [("seats", 9)]),
        (("The PPP won 65 seats in the assembly, while the independents bagged 93. The "
          "PML-N clinched 75."),
         [("seats", 65), ("seats", 93), ("seats", 75)]),
        ("Seats: PPP 65, MMA 45, PML-Q 76.",
         [("seats", 65), ("seats", 45), ("seats", 76)]),
        ("Biden has 1,217 delegates to Sanders' 914.",
         [("delegates", 1217), ("delegates", 914)]),
        ("Iowa awarded 20 delegates to Trump, nine to DeSantis and eight to Haley.",
         [("delegates", 20), ("delegates", 9), ("delegates", 8)]),
        ("The Christian Democrats emerged as the biggest party, with 33 of 150 seats.",
         [("seats", 33)]),
        ("His party won 240 of 572 Diet or Duma seats.",
         [("seats", 240)]),
        ("The front won 125 seats in 1977, 130 in 1980 and 125 in 1984 at three elections.",
         [("seats", 125), ("seats", 130), ("seats", 125)]),
        ("The Socialist party won 85 seats, down from the 90 it won in the May election.",
         [("seats", 85), ("seats", 90)]),
        ("The alliance got seven seats in parliament. Of these four went to its women.",
         [("seats", 7), ("seats", 4)]),
        (("The Greens got four seats at the election including the bonus seat. Labour got six "
          "including two in Kent."),
         [("seats", 4), ("seats", 6)]),
        ("The party won 900 votes at the poll, with 31 members being elected to councils.",
         [("seats", 31)]),
        ("The party was cut to a single seat at the election.",
         [("seats", 1)]),
        ("The Liberals won 62 seats with 22% of the vote; the SNP took six and the Greens three.",
         [("seats", 62), ("vote", 22), ("seats", 6), ("seats", 3)]),
        ("The front won 138 seats at the election, Congress 40 and others five.",
         [("seats", 138), ("seats", 40), ("seats", 5)]),
        ("Exit polls gave 29 seats for Likud versus 24 for the Greens.",
         [("seats", 29), ("seats", 24)]),
        ("Holm has 739 of the 1,237 delegates needed to win. Kern trails with 465.",
         [("delegates", 739), ("delegates", 465)]),
        ("Labour is ahead in 99 seats and the Greens in 81.",
         [("seats", 99), ("seats", 81)]),
        ("Holm has 1,244 delegates, among them 472 superdelegates.",
         [("delegates", 1244), ("delegates", 472)]),
    ],
)  # fmt: skip
def test_seats_are_counted_with_a_noun_or_without(polled, sentence, expected):
    assert polled(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The CDU lost 41 of its 245 seats, while the SPD picked up eleven.",
         [(41, "loss", "asserted"), (245, None, "superseded"), (11, "gain", "asserted")]),
        ("Democrats flipped three seats and Republicans two.",
         [(3, "gain", "asserted"), (2, "gain", "asserted")]),
        ("The Congress party increased its seats from 52 to 99.",
         [(52, None, "superseded"), (99, None, "asserted")]),
        ("The ruling party dropped 15 seats to 63 in parliament.",
         [(15, None, "asserted"), (63, None, "asserted")]),
        ("The Left lost six of their 10 seats in parliament.",
         [(6, "loss", "asserted"), (10, None, "superseded")]),
    ],
)  # fmt: skip
def test_what_is_gained_lost_or_was_held_before(polled, sentence, expected):
    assert polled(sentence, "value", "change", "stance") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The bus has 48 seats.",
        "The theatre sold 300 seats for the show.",
        "A party needs 76 seats for a majority in the 150-member parliament.",
        "The 60-seat assembly meets on Monday.",
        "The 50 seat council was elected in May.",
        "It would have some 40 seats more than a majority in parliament.",
        "More than 100 delegates attended the conference.",
        "The party scooped most of the 301 parliamentary seats.",
    ],
)
def test_other_seats_are_left_alone(polled, sentence):
    assert polled(sentence) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The premier lost her seat in the election.\n\nThe Liberals bagged 143.", [143]),
        ("Labour has 240 seats. It won 303 five years ago.", [240, 303]),
        ("The seats fell as the polls said. Labour took 211.", [211]),
    ],
)
def test_a_party_wins_seats_where_they_are_spoken_of(polled, text, expected):
    assert polled(text, "value") == [(each,) for each in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Labour has 87 seats and the Greens 12. You need 85.",
        "Labour has 87 seats and the Greens 12. The majority is 85.",
        "Labour has 87 seats and the Greens 12, said Ingrid Berg 64.",
        "Labour has 87 seats and the Greens 12. She is 41.",
    ],
)
def test_what_a_chamber_takes_and_ages_are_no_seats(polled, text):
    assert polled(text, "value") == [(87,), (12,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Greens, the Farmers' League (FL) and Labour won a seat each in the assembly.",
         [("seats", 1, "Green Party"), ("seats", 1, "League"), ("seats", 1, "Labour Party")]),
        ("Lund got 12 delegates; two went to Berg.",
         [("delegates", 12, "Lund"), ("delegates", 2, "Berg")]),
        ("The count gives the Greens 14 deputies and Labour nine.",
         [("seats", 14, "Green Party"), ("seats", 9, "Labour Party")]),
    ],
)  # fmt: skip
def test_whose_seats_they_are(polled, text, expected):
    assert polled(text, "measure", "value", "party") == expected
