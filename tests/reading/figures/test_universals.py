"""What is said of all at once, of some, and of none of a sort."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Everyone inside got out uninjured.", [("Everyone", "injured", 0, "subject")]),
        ("Everybody on the ferry was unhurt.", [("Everybody", "injured", 0, "subject")]),
        ("All survived the avalanche.", [("All survived", "killed", 0, "subject")]),
    ],
)
def test_where_all_were_spared_nobody_was_harmed(read, text, expected):
    assert [each[1:] for each in read(text)] == [each[1:] for each in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Not everyone survived.",
        "Nearly all survived the avalanche.",
        "Everyone who survived was taken home.",
        "Everyone told her that she was unhurt.",
        "All the houses survived.",
        "Everyone inside was not unhurt.",
    ],
)
def test_some_or_others_who_were_spared_are_no_count(read, text):
    assert read(text) == []


def test_all_of_a_group_are_that_group(casualties):
    facts = casualties("All 40 passengers escaped unhurt.")
    assert [(fact.value.high, fact.fields["subject"].key) for fact in facts] == [(0, "passengers")]


@pytest.mark.parametrize(
    "text",
    [
        "Most of the 52 passengers were injured.",
        "More than half of the 300 villagers were killed.",
        "Many of the city's roughly 260,000 residents remain unaccounted for.",
    ],
)
def test_what_is_said_of_some_is_not_said_of_all(read, text):
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    ["No injuries were life-threatening.", "There were no serious injuries.", "No new deaths."],
)
def test_none_of_a_sort_leaves_others(read, text):
    assert read(text) == []


def test_no_more_than_reported_leaves_none(read):
    assert [each[2] for each in read("No injuries were reported.")] == [0]


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("The clinic admitted 24 of those hurt.", "yes"),
        ("Nine of the recruits who perished were cousins.", "yes"),
        ("Nine of the 14 killed were cousins.", "yes"),
        ("Nine of the 14 recruits were killed.", None),
        ("Three of those wounded died later.", None),
    ],
)
def test_those_of_whom_some_are_told_are_more(casualties, text, partial):
    assert [fact.fields["partial"] for fact in casualties(text)] == [partial]
