"""Entries of lists: a label with its figure, which says the same as what stands before it."""

import pytest


def rows(facts):
    """What each of ``facts`` counts, where, and how many."""
    return [
        (fact.fields["measure"], fact.fields["place"] and fact.fields["place"].text, fact.value.low)
        for fact in facts
    ]


def test_lines_go_on_with_the_line_before_them(casualties):
    text = "Fatalities – 69\n  Lima – 30\n  Quito – 22\n  Other towns – 17\nInjured – 147"
    assert rows(casualties(text)) == [
        ("killed", None, 69),
        ("killed", "Lima", 30),
        ("killed", "Quito", 22),
        ("killed", "Other towns", 17),
        ("injured", None, 147),
    ]


def test_several_entries_in_a_row_are_a_list(casualties):
    (first, *others) = rows(casualties("Officials counted 25 dead. Lima 12, Quito 9, Cusco 4."))
    assert first == ("killed", None, 25)
    assert others == [("killed", "Lima", 12), ("killed", "Quito", 9), ("killed", "Cusco", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke of 25 dead. Rooms: 40",
        "The mayor spoke of 25 dead. Lima had 12 schools, Quito 9.",
        "Lima – 30\nQuito – 22",
    ],
)
def test_other_lists_state_nothing(read, text):
    assert [fact for fact in read(text) if fact[3] == "entry"] == []
