"""Figures before the verb that governs them."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fourteen miners died underground.", ("Fourteen miners died", "killed", 14, "subject")),
        (
            "Two climbers fell to their deaths.",
            ("Two climbers fell", "killed", 2, "subject"),
        ),
        (
            "Some 300 recruits were wounded at dawn.",
            ("Some 300 recruits were wounded", "injured", 300, "passive-subject"),
        ),
        (
            "Ten people were killed or wounded.",
            ("Ten people were killed or wounded", "casualties", 10, "passive-subject"),
        ),
        (
            "Nine guards were, police said, killed.",
            ("Nine guards were, police said, killed", "killed", 9, "predicate"),
        ),
        ("Hundreds are missing.", ("Hundreds are missing", "missing", (100, None), "predicate")),
        (
            "Three monks were among the dead.",
            ("Three monks were", "killed", 3, "among"),
        ),
        (
            "Nine pupils, who had caught the early bus, were hurt.",
            (
                "Nine pupils, who had caught the early bus, were hurt",
                "injured",
                9,
                "passive-subject",
            ),
        ),
        (
            "Four sailors since Tuesday have died.",
            ("Four sailors since Tuesday have died", "killed", 4, "subject"),
        ),
        (
            "Six trainees, two of them from Oslo, were hurt.",
            ("Six trainees", "injured", 6, "passive-subject"),
        ),
    ],
)
def test_the_verb_behind_a_figure_says_what_befell_those_counted(read, text, expected):
    assert read(text)[0] == expected


def test_figures_that_are_coordinated_share_their_verb(read):
    assert read("Nine men and two women died.") == [
        ("Nine men", "killed", 9, "subject"),
        ("two women died", "killed", 2, "subject"),
    ]


def test_figures_that_are_coordinated_share_the_state_behind_them(read):
    assert read("Nine men and two women dead in Lodz blaze") == [
        ("Nine men", "killed", 9, "state"),
        ("two women dead", "killed", 2, "state"),
    ]


def test_what_is_graver_is_said_by_the_verb_of_the_sentence(read):
    text = "Two hikers missing since Friday were found dead."
    assert [fact[1] for fact in read(text)] == ["killed"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine cats died.",
        "Twelve candidates were elected.",
        "Two men were not killed.",
        "Nine people, police said; the dog died.",
        "Nine people watched as the whale died.",
        "Eleven villagers, who had been reported missing, are safe.",
        "Two paintings are among the best.",
    ],
)
def test_what_is_said_of_others_or_denied_states_nothing(read, text):
    assert read(text) == []
