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
        (
            "Rebels took Oro in August, Bela in January and then rested.",
            [("rebels", "Oro", "captured"), ("rebels", "Bela", "captured")],
        ),
        (
            "The Taliban took two towns on Sunday: Sarpul and Taloqan.",
            [
                ("Taliban", "two towns", "captured"),
                ("Taliban", "Sarpul", "captured"),
                ("Taliban", "Taloqan", "captured"),
            ],
        ),
        (
            "Troops withdrew from Goma and from the hills.",
            [("troops", "Goma", "lost"), ("troops", "the hills", "lost")],
        ),
        ("We hold both bridges.", [("we", "both bridges", "holds")]),
        ("Rebels hold several parts of Goma.", [("rebels", "parts of Goma", "holds")]),
    ],
)
def test_every_member_of_a_list_is_claimed(claimed, text, expected):
    assert claimed(text) == expected


def test_examples_are_of_what_stands_before_them(claimed):
    text = "Rebels hold parts of several towns such as Goma and Bukavu."
    assert claimed(text) == [("rebels", "parts of several towns", "holds")]


def test_some_of_those_named_before(claimed):
    text = "Rebels hold three villages. The army has since reclaimed two of them."
    assert [(who, what) for who, _, what in claimed(text)] == [
        ("rebels", "holds"),
        ("army", "regained"),
    ]
