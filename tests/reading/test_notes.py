from __future__ import annotations

from datetime import date

import pytest
from belie.model import Article
from belie.reading.notes import notes_on

DAY = date(2024, 3, 5)

GERMAN = (
    "Bei einem Brand in einem Wohnhaus in Bremen sind am Montag sieben Menschen ums Leben "
    "gekommen, wie die Feuerwehr mitteilte. Die Ursache war zunächst unklar. In dem Haus "
    "wohnten zwölf Menschen, die meisten von ihnen Studenten."
)
DUTCH = (
    "Een brand in een flatgebouw in Breda heeft maandag zeven mensen het leven gekost, meldt de "
    "brandweer. De oorzaak is nog onbekend. In het gebouw woonden twaalf mensen."
)
CRICKET = (
    "Scores after the first day of the county matches on Friday: Kent 312-6 declared, Essex 41-0; "
    "Surrey 280, Sussex 12-1; Durham 199, Yorkshire 88-3 at tea, rain ended play in Leeds and the "
    "rest of the day was lost."
)


@pytest.mark.parametrize(
    ("text", "facts", "notes"),
    [
        ("The dam held.", 1, []),
        ("The dam held.", 0, ["no fact was read, so there was nothing to compare"]),
        (CRICKET, 0, ["no fact was read, so there was nothing to compare"]),
        (GERMAN, 0, ["no fact was read, for the copy does not look like English"]),
        (DUTCH, 0, ["no fact was read, for the copy does not look like English"]),
    ],
)
def test_why_nothing_was_read(text: str, facts: int, notes: list[str]) -> None:
    assert list(notes_on(Article(text, published=DAY), facts)) == notes


def test_a_date_told_from_an_unknown_day_is_noted_once() -> None:
    text = "It fell on Monday.\nIt stood yesterday."
    note = "no day of publication is known, and dates told from it have no day"
    assert list(notes_on(Article(text), 2)) == [note]
    assert list(notes_on(Article(text, published=DAY), 2)) == []
