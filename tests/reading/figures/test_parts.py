"""Figures of only some of those counted elsewhere."""

import pytest


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("The flood killed 95 people in Brno alone.", ["yes"]),
        ("In Brno alone 95 people died.", ["yes"]),
        ("Ninety-five people died alone.", [None]),
        ("Two sentries died at the scene.", ["scene"]),
        ("Nine died on the spot and three died later in hospital.", ["scene", "later"]),
        ("Three people died in hospital.", [None]),
    ],
)
def test_a_day_a_place_or_a_moment_may_be_one_of_several(casualties, text, partial):
    assert [fact.fields["partial"] for fact in casualties(text)] == partial


@pytest.mark.parametrize(
    "text",
    [
        "Twelve men were hurt, and two of them badly.",
        "The raid left 12 men wounded; among the wounded were two officers.",
    ],
)
def test_some_told_of_behind_all_are_a_part_of_them(casualties, text):
    whole, part = casualties(text)
    assert part.part_of == whole.id


def test_of_two_wholes_nobody_knows_which(casualties):
    text = "Nine died in Brno and 12 died in Opava, among the dead two officers."
    assert casualties(text)[-1].part_of is None
