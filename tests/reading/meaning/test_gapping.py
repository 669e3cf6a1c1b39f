"""Figures and places whose verb is left out: whose they are, and when they are none."""

import pytest

FIELDS = ("value", "measure", "party")


@pytest.fixture(scope="session")
def polled(facts, states):
    """Value, measure and party of each poll fact."""

    def _polled(text):
        return [row for row, kind in zip(states(text, *FIELDS), _kinds(facts, text), strict=True)
                if kind == "poll"]  # fmt: skip

    return _polled


def _kinds(facts, text):
    return [fact.kind for fact in facts(text)]


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("Labour won 31 seats and the Greens 12.", [(12, "seats", "Green Party")]),
        ("Labour won 31 seats, the Greens 12 and Fidesz three.",
         [(12, "seats", "Green Party"), (3, "seats", "Fidesz")]),
        ("Labour won 31 seats, the Greens just 12 seats.", [(12, "seats", "Green Party")]),
        ("Labour came first with 48%, ahead of the Greens with 12.", [(12, "vote", "Green Party")]),
        ("Labour took 48% of the vote, the Greens 12%.", [(12, "vote", "Green Party")]),
        ("Labour took 48% of the vote, ahead of the Greens (12%).", [(12, "vote", "Green Party")]),
        ("Labour took 48% of the vote against 12% for the Greens.", [(12, "vote", "Green Party")]),
        ("Labour took 48% of the vote, while the Greens, with 12%, lost.",
         [(12, "vote", "Green Party")]),
    ],
)  # fmt: skip
def test_a_figure_is_told_apart_by_whose_it_is(polled, sentence, others):
    assert polled(sentence)[1:] == others


@pytest.mark.parametrize(
    "sentence",
    [
        "Labour won 31 seats and the Greens 12 admirers.",
        "Labour won 31 seats, and the Greens, 12 years old, none.",
        "Labour won 31 seats and 12 towns.",
        "Labour lost, and the Greens 12.",
    ],
)
def test_what_counts_something_else_is_no_figure_of_the_kind(polled, sentence):
    assert [row for row in polled(sentence) if row[0] == 12] == []


def test_what_only_the_phrase_says_is_not_shared(states):
    rows = states("In the poll 58% backed the dam, against 30% of farmers.", "value", "response")
    assert rows == [(58, "for"), (30, None)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rebels captured Goma in May 2024 and Uvira in June 2024.",
         [("Goma", "2024-05-01"), ("Uvira", "2024-06-01")]),
        ("In May 2024 rebels captured Goma, in June 2024 Uvira, and in July 2024 Kindu.",
         [("Goma", "2024-05-01"), ("Uvira", "2024-06-01"), ("Kindu", "2024-07-01")]),
        ("Goma was captured in May 2024 and Uvira in June 2024.",
         [("Goma", "2024-05-01"), ("Uvira", "2024-06-01")]),
    ],
)  # fmt: skip
def test_a_place_with_a_date_of_its_own_shares_the_verb(facts, sentence, expected):
    found = [(fact.fields["place"].key, str(fact.time.start)) for fact in facts(sentence)]
    assert found == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels captured Goma in May 2024 and Uvira burned in June 2024.",
        "Rebels captured Goma in May 2024, and in June 2024 Uvira celebrated.",
        "Rebels captured Goma in May 2024 near Uvira.",
    ],
)
def test_a_place_in_another_clause_does_not(states, sentence):
    assert states(sentence, "place") == ["Goma"]


def test_those_whose_verb_comes_later_are_told_apart(facts):
    men, women = facts("Some 48% of men and 39% of women back the ban.")
    assert (men.value.low, women.value.low) == (48, 39)
    assert (men.fields["population"].key, women.fields["population"].key) == ("men", "women")
    assert men.fields["response"] == women.fields["response"] == "for"
