"""Names that no table knows, where nothing but ground can stand."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The alliance gave up Chinwe without a fight.", [("alliance", "Chinwe", "lost")]),
        ("The Greys abandoned Yorkhaven at night.", [("Greys", "Yorkhaven", "lost")]),
        ("The militia recaptured Adan Yabel.", [("militia", "Adan Yabel", "regained")]),
        ("Rebels marched into Boris Hadra.", [("rebels", "Boris Hadra", "entered")]),
        ("Tarhiya also fell, officials said.", [(None, "Tarhiya", "captured")]),
        ("Tarhiya was taken by rebels.", [("rebels", "Tarhiya", "captured")]),
        ("Boris Hadra is under FNL control.", [("FNL", "Boris Hadra", "holds")]),
        ("All of Spain was in Orist hands.", [("Orist", "All of Spain", "holds")]),
    ],
)
def test_an_unknown_name_is_ground_where_only_ground_can_be(claimed, text, expected):
    assert claimed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kimura was taken to a hospital.",
        "Kimura was freed on Friday.",
        "Rebels captured Boris Hadra, the governor.",
        "The alliance abandoned Sarah Palmer.",
        "The ministry said on Telegram it had held an exercise.",
    ],
)
def test_an_unknown_name_may_be_somebody(claimed, text):
    assert claimed(text) == []
