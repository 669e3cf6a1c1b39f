"""Two times of day, and the hours that are said to lie between them."""

from datetime import date

import pytest
from belie.model import Article
from belie.reading.reader import read_article


@pytest.fixture(scope="module")
def minutes(kinds):
    """The minutes between two times of day that a text tells wrongly."""

    def _minutes(text):
        read = read_article(Article(text, published=date(2024, 5, 20)), kinds).facts
        facts = [f for f in read if f.kind == "calendar" and f.fields["form"] == "clock"]
        return [int(f.fields["computed"].low) for f in facts]

    return _minutes


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("The ferry left at 8.40 and docked at 11.10, four hours later, in rain.", 150),
        ("The siren sounded at 11pm. Five hours later, at 2am, the dam gave way.", 180),
        ("Divers came at 4:15 p.m., nine hours after the alarm at 10:15 a.m.", 1080),
        ("The debate, which lasted five hours, began at 7 pm and ended at 10 pm.", 180),
    ],
)
def test_hours_that_lie_otherwise(minutes, text, computed):
    assert minutes(text) == [computed]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left at 8.40 and docked at 11.10, two and a half hours later, in rain.",
        "The siren sounded at 11pm. Three hours later, at 2am, the dam gave way.",
        "The two-hour tour starts at 10am and at 3pm.",
        "The plane left at 8.40 EST and landed at 11.10 GMT, nine hours later.",
        "The ferry left at 8.40. Four hours later it was seen.",
    ],
)
def test_others_are_not_told(minutes, text):
    assert minutes(text) == []
