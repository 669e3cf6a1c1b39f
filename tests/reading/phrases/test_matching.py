"""A phrase is written once, in the active voice; here is where else it is found."""

import pytest

TAKEN = ("control/capture", {"holder": "Ethiopia", "place": "Axum"})


@pytest.mark.parametrize(
    "sentence",
    [
        "Ethiopia captured Axum.",
        "Axum was captured by Ethiopia.",
        "Axum has since been captured by Ethiopia.",
        "Axum was captured on Monday by Ethiopia.",
        "Axum was shelled on Monday and captured by Ethiopia.",
        "Axum, captured by Ethiopia, burned.",
        "Ethiopia, which captured Axum, sent aid.",
        "Axum, which Ethiopia captured, burned.",
        "Axum, which was captured by Ethiopia, burned.",
        "Ethiopia sent aid after capturing Axum.",
        "Ethiopia managed to capture Axum.",
        "Ethiopia began to capture Axum.",
        "Ethiopia sent troops and captured Axum.",
        "Ethiopia sent troops, shelled a bridge and then captured Axum.",
    ],
)
def test_one_frame_in_many_forms(phrases, sentence):
    assert [found for found in phrases(sentence) if found[0] == "control/capture"] == [TAKEN]


def test_a_shortened_passive_needs_nobody_who_acts(phrases):
    assert phrases("The people injured on Monday went home.") == []
    assert phrases("The 12 people injured on Monday went home.") == [
        ("harm/wound", {"value": "12 people"})
    ]


def test_what_has_an_object_of_its_own_is_no_passive(phrases):
    assert phrases("Two soldiers killed on Monday were named.") == [
        ("harm/kill", {"value": "Two soldiers"})
    ]
    assert phrases("Two soldiers killed the mayor.") == []
    assert phrases("Two soldiers killed shoppers.") == []


@pytest.mark.parametrize(
    "killed",
    ["the mayor and two guards", "Mayor Juan Perez and two guards",
     "the town's mayor, his deputy and two guards"],
)  # fmt: skip
def test_those_who_are_counted_may_stand_behind_others(phrases, killed):
    assert phrases(f"Gunmen killed {killed}.") == [("harm/kill", {"value": "two guards"})]


def test_a_part_of_those_harmed_is_acted_on(phrases):
    assert phrases("The army lost men, three of them killed.") == [
        ("harm/kill", {"value": "three"})
    ]
    assert phrases("Three of the injured died.") == [("harm/die", {"value": "Three"})]


def test_a_word_that_ends_a_noun_phrase_describes_no_noun(phrases):
    assert [name for name, _ in phrases("They counted two dead in Axum.")] == ["harm/dead"]
    assert phrases("They counted two dead whales in Axum.") == []


def test_behind_a_comma_a_shortened_passive_must_say_by_whom(phrases):
    assert phrases("Troops reached Axum, captured by Ethiopia.") == [
        ("control/capture", {"holder": "Ethiopia", "place": "Axum"})
    ]
    assert phrases("Troops reached Axum, captured and spent.") == []


def test_a_passive_need_not_say_by_whom(phrases):
    assert phrases("Axum was captured.") == [("control/capture", {"place": "Axum"})]


def test_what_shares_a_passive_may_have_an_object_of_its_own(phrases):
    assert phrases("Axum was shelled on Monday and lost its port.") == []


def test_who_belongs_to_somebody_is_not_who_acts(phrases):
    assert phrases("Axum was captured by Ethiopia's opponents.") == [
        ("control/capture", {"holder": "Ethiopia's opponents", "place": "Axum"})
    ]


def test_a_particle_goes_with_its_verb_in_the_passive(phrases):
    assert phrases("Axum was given up by Ethiopia.") == [
        ("control/give", {"holder": "Ethiopia", "place": "Axum"})
    ]


def test_who_acts_must_fit(phrases):
    assert phrases("The festival captured Axum.") == []


def test_a_second_verb_has_the_subject_of_the_first(phrases):
    assert phrases("Ethiopia captured Axum and then lost it.") == [
        ("control/capture", {"holder": "Ethiopia", "place": "Axum"}),
        ("control/lose", {"holder": "Ethiopia", "place": "it"}),
    ]


def test_two_clauses_have_each_their_own_subject(phrases):
    assert phrases("Ethiopia captured Axum and rebels held Goma.") == [
        TAKEN,
        ("control/control", {"holder": "rebels", "place": "Goma"}),
    ]


def test_two_verbs_share_what_is_done(phrases):
    assert phrases("Gunmen shot and killed two guards.") == [("harm/kill", {"value": "two guards"})]


def test_a_list_fills_one_slot(phrases):
    assert phrases("Ethiopia captured Axum, Adwa and Badme.") == [
        ("control/capture", {"holder": "Ethiopia", "place": "Axum, Adwa and Badme"})
    ]


def test_the_noun_that_a_figure_counts_moves_with_it(phrases):
    assert phrases("About 12 seats were won by Labour.") == [
        ("ballot/win", {"party": "Labour", "value": "About 12"})
    ]
    assert phrases("Nearly 26 lives were claimed by the flood.") == [
        ("harm/claim", {"value": "Nearly 26"})
    ]


def test_the_heaviest_phrase_wins_and_one_is_found_a_verb_and_kind(phrases):
    assert phrases("The crash left seven workers dead.") == [
        ("harm/leave", {"value": "seven workers"})
    ]


def test_a_flat_phrase_does_not_read_what_a_verb_has_read(phrases):
    assert phrases("Labour won 12 seats in the election.") == [
        ("ballot/win", {"party": "Labour", "value": "12"})
    ]
    assert phrases("The election left 12 seats empty.") == [("ballot/seats", {"value": "12"})]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Two died.", 1),
        ("Two died in Lima.", 1),
        ("Two brands died.", 0),
        ("Two of the brands died.", 0),
        ("The flood killed two.", 1),
        ("The frost killed two hectares of vines.", 0),
    ],
)
def test_a_bare_number_counts_people_where_nothing_says_what_else(phrases, sentence, count):
    assert len(phrases(sentence)) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Ethiopian troops captured Axum.", 1),
        ("Ethiopian troops captured Axum and the headlines.", 0),  # unless
        ("Intruders were fatally shot.", 0),  # nobody counted
        ("Two intruders were fatally shot.", 1),
        ("Two intruders were shot.", 0),  # manner
        ("Labour took 12 when the seats were drawn.", 1),
        ("Labour took 12 when the lots were drawn.", 0),  # needs
    ],
)
def test_a_phrase_says_what_it_cannot_stand_beside_or_do_without(phrases, sentence, count):
    assert len(phrases(sentence)) == count
