"""Figures that a noun of quantity comes to."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll of 31 shocked the town.", ("toll of 31", "killed", 31, "quantity")),
        ("By noon the toll stood at 31.", ("toll stood at 31", "killed", 31, "quantity")),
        ("The death toll was put at 90.", ("toll was put at 90", "killed", 90, "quantity")),
        ("The toll rose to 17 dead.", ("toll rose to 17", "killed", 17, "quantity")),
        ("The toll is now 17.", ("toll is now 17", "killed", 17, "quantity")),
        ("The toll rose by 12 to 30.", ("toll rose by 12 to 30", "killed", 30, "quantity")),
        ("Death toll now 9", ("toll now 9", "killed", 9, "quantity")),
        (
            "A clerk's death brought to 31 the number of dead.",
            ("brought to 31", "killed", 31, "quantity"),
        ),
        (
            "The number of injured rose to 310.",
            ("number of injured rose to 310", "injured", 310, "quantity"),
        ),
        (
            "Militia casualties exceeded 60.",
            ("casualties exceeded 60", "casualties", (60, None), "quantity"),
        ),
        (
            "Russian casualties are above 300.",
            ("casualties are above 300", "casualties", (300, None), "quantity"),
        ),
        (
            "Casualties reached up to 52.",
            ("Casualties reached up to 52", "casualties", 52, "quantity"),
        ),
        (
            "The toll included 14 children.",
            ("toll included 14 children", "killed", 14, "among"),
        ),
    ],
)
def test_a_noun_of_quantity_says_of_what_it_is_one(read, text, expected):
    assert read(text) == [expected]


def test_what_a_toll_rose_from_is_superseded(casualties):
    facts = casualties("The ministry cut the number of dead from 72 to 70.")
    assert [(fact.value.low, fact.stance) for fact in facts] == [
        (72, "superseded"),
        (70, "asserted"),
    ]
    assert [fact.phrase for fact in facts] == ["casualty/quantity-start", "casualty/quantity"]


def test_a_bare_number_is_of_what_was_told_before(read):
    text = "Police said five people had died but later put the figure at three."
    assert read(text)[1] == ("figure at three", "killed", 3, "quantity")


@pytest.mark.parametrize(
    "text",
    [
        "The number of dead letters rose to 12.",
        "The motorway toll rose to 12 euros.",
        "The firm raised the total to 312.",
        "The toll; 12 people watched.",
        "The toll is high because 12 people drove.",
        "The bank's losses exceed 60,000 dollars.",
    ],
)
def test_other_quantities_state_nothing(read, text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The toll was 51. It could reach 150.",
            [
                ("toll was 51", "killed", 51, "quantity"),
                ("It could reach 150", "killed", 150, "quantity"),
            ],
        ),
        ("Officials put the dead at 51.", [("dead at 51", "killed", 51, "quantity")]),
        (
            "Kyiv put Russian casualties at 1,270.",
            [("casualties at 1,270", "casualties", 1270, "quantity")],
        ),
        ("The price was 51. It could reach 150.", []),
    ],
)
def test_what_a_quantity_is_put_at(read, text, expected):
    assert [(text_, *rest) for text_, *rest in read(text)] == expected
