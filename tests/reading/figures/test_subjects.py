"""Whom a figure counts, and whose they are."""

import pytest


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A blast killed nine bakers.", "bakers"),
        ("A blast killed nine people.", "people"),
        ("A blast killed nine.", "people"),
        ("A blast killed 12 Syrians.", "Syria people"),
        ("Russian casualties passed 300.", "Russia"),
        ("Italy reported 475 deaths on Wednesday.", "Italy"),
        ("Doctors reported 475 deaths on Wednesday.", "people"),
        ("The rebels suffered 40 deaths near Aleppo.", "rebels"),
        ("Nine bakers died, two of them at home.", "bakers"),
    ],
)
def test_those_counted_are_named_by_their_noun_or_by_who_lost_them(casualties, text, subject):
    assert casualties(text)[0].fields["subject"].key == subject


def test_where_the_verb_is_left_out_the_name_before_a_figure_says_whose_it_is(casualties):
    _, second, third = casualties("Italy had 90 deaths; Spain (40), Malta (2).")
    assert [fact.fields["subject"].key for fact in (second, third)] == ["Spain", "Malta"]


def test_some_of_them_are_people(casualties):
    _, part = casualties("Nine bakers died, two of them at home.")
    assert part.fields["subject"].key == "people"


def test_the_words_of_a_fact_begin_with_who_bears_the_loss(casualties):
    (fact,) = casualties("On Monday Italy reported 475 deaths.")
    assert fact.text == "Italy reported 475 deaths"
