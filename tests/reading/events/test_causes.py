"""Happenings that only the harm tells of: who or what did it keeps two of them apart."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A mortar round killed four people. Another round killed nine people.", "4 e1, 9 e2"),
        ("One rocket killed three people. Another killed eight people.", "3 e1, 8 e2"),
        ("Wolves killed three people in Omsk. A bear killed two people in Omsk.", "3 e1, 2 e2"),
        ("A tree fell and killed two people. A wall fell and killed four people.", "2 e1, 4 e2"),
        ("Lightning killed 11 people on Monday. A boat sank, killing 17 people.", "11 e1, 17 e2"),
    ],
)
def test_another_cause_is_another_happening(told, text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A rocket killed four people. The rocket killed seven people.", "4 e1, 7 e1"),
        ("A bear killed two people in Omsk. A bear killed three people in Omsk.", "2 e1, 3 e1"),
        ("Bears kill 40 people a year.", "40 -"),
    ],
)
def test_what_did_it_is_told_again(told, text, expected):
    assert told(text) == expected


def test_a_sentence_that_begins_with_earlier_tells_of_another_happening(told):
    text = "A bomb killed 14 people in Lyon. Earlier a bomb killed five people in Lyon."
    assert told(text) == "14 e1, 5 e2"


def test_what_stands_in_a_carriage_is_a_part(reading):
    facts = reading("Seven passengers in the first carriage died in the train crash.").facts
    assert [fact.fields["partial"] for fact in facts] == ["yes"]
