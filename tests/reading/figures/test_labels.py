"""Figures behind their label."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Killed: 12", ("12", "killed", 12, "label")),
        ("Deaths – 3", ("3", "killed", 3, "label")),
        ("Injured: 40, Lima", ("40", "injured", 40, "label")),
        ("Fatally wounded: 4", ("4", "killed", 4, "label")),
        ("Bodies recovered by Thursday night: 41", ("41", "killed", 41, "label")),
    ],
)
def test_a_label_says_what_its_figure_is(read, text, expected):
    assert read(text) == [expected]


def test_a_label_may_have_no_mark(read):
    assert read("By noon: dead 223; injured 654.") == [
        ("223", "killed", 223, "label"),
        ("injured 654", "injured", 654, "object"),
    ]


@pytest.mark.parametrize(
    "text", ["Page: 12", "Body parts: 161", "Killed 12:", "Killed it was: 12", "Dead sea: 12"]
)
def test_other_labels_state_nothing(read, text):
    assert [fact for fact in read(text) if fact[3] == "label"] == []
