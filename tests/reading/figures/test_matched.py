"""Figures of what there is once for everybody who was harmed."""

import pytest


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The sexton tolled the bell 15 times, once for each of the dead.", 15),
        ("Twelve empty chairs stood there, one for every pupil killed in the shooting.", 12),
        ("They lit nine lamps, one for each soul lost at sea.", 9),
    ],
)
def test_there_are_as_many_as_those_harmed(read, text, value):
    assert [(each[1], each[2], each[3]) for each in read(text)] == [("killed", value, "matched")]


@pytest.mark.parametrize(
    "text",
    [
        "The rules allow 12 tickets, one for each member.",
        "The rector rang the bell 15 times for the dead.",
    ],
)
def test_of_others_there_are_no_dead(read, text):
    assert read(text) == []


def test_when_it_was_done_is_not_when_they_died(casualties):
    (fact,) = casualties("On Sunday the bell tolled nine times, once for each of the dead.")
    assert fact.time is None
