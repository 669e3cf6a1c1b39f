"""Ground: all that a list has of it."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The insurgents took three towns, including Bara, Kosti and Umm Dam.",
            [
                ("insurgents", "three towns", "captured"),
                ("insurgents", "Bara", "captured"),
                ("insurgents", "Kosti", "captured"),
                ("insurgents", "Umm Dam", "captured"),
            ],
        ),
        (
            "The junta lost Lashio along with two neighbouring townships.",
            [("junta", "Lashio", "lost"), ("junta", "two neighbouring townships", "lost")],
        ),
        (
            "The village of Oro has been liberated, reportedly along with several other hamlets.",
            [(None, "The village of Oro", "regained"), (None, "several other hamlets", "regained")],
        ),
        (
            "The group still holds Mosul, in the north, as well as smaller towns.",
            [("group", "Mosul", "holds"), ("group", "smaller towns", "holds")],
        ),
    ],
)
def test_every_member_of_a_list_is_claimed(claimed, text, expected):
    assert claimed(text) == expected
