"""Those whom a sentence names one by one, of whom there may be more."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police named the dead: Ann Hall (52), her son Max (9), and Eve Poole (66).",
            [("Ann Hall (52), her son Max (9), and Eve Poole", "killed", (3, None), "named")],
        ),
        (
            "The dead were named as Ann Hall, 34, Bob Reed, 41, and Carl Moss, 19.",
            [("Ann Hall, 34, Bob Reed, 41, and Carl Moss", "killed", (3, None), "named")],
        ),
        (
            "The wounded were Ann Hall, Bob Reed and Carl Moss.",
            [("Ann Hall, Bob Reed and Carl Moss", "injured", (3, None), "named")],
        ),
    ],
)
def test_persons_are_counted_behind_what_befell_them(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dead man was Ann Hall.",
        "The families of the dead thanked Ann Hall and Bob Reed.",
        "The guests were Ann Hall, Bob Reed and Carl Moss, who died in 1990.",
    ],
)
def test_one_name_and_names_of_others_are_no_count(read, text):
    assert read(text) == []


def test_an_age_behind_a_name_counts_nobody(read):
    text = "Nine people died. Among them were Ann Hall (52), her son Max (9) and Eve Poole (66)."
    assert [each[2] for each in read(text)] == [9]
