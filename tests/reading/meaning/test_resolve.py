"""Statements as facts: their fields, their figures, and how the copy stands to them."""

from decimal import Decimal

import pytest
from belie.model import Name, Quantity


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("Rebels control Goma.", ["holds"]),
        ("Rebels do not control Goma.", ["not-held"]),
        ("Rebels no longer control Goma.", ["not-held"]),
        ("Rebels do not fully control Goma.", ["not-held"]),
        ("Rebels fully control Goma.", ["holds"]),
        ("Goma is not under the control of rebels.", ["not-held"]),
        ("Goma is no longer in the hands of rebels.", ["not-held"]),
        ("No part of Goma is controlled by rebels.", ["not-held"]),
        ("No town was captured by rebels.", []),
        # a phrase that does not say what its negation means states nothing
        ("Rebels did not capture Goma.", []),
        ("Rebels failed to capture Goma.", []),
        ("Rebels have yet to capture Goma.", []),
        ("Rebels did not fail to capture Goma.", ["captured"]),
    ],
)
def test_what_a_negation_leaves(states, sentence, statuses):
    assert states(sentence, "status") == statuses


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Rebels captured Goma.", "asserted"),
        ("Rebels managed to capture Goma.", "asserted"),
        ("Rebels were forced to leave Goma.", "asserted"),
        ("The army forced rebels to leave Goma.", "asserted"),
        ("The army said that rebels captured Goma.", "asserted"),
        ("Rebels may have captured Goma.", "possible"),
        ("Rebels will capture Goma.", "possible"),
        ("Rebels plan to capture Goma.", "possible"),
        # what sets one of a sort apart has happened
        ("Rebels were the first to capture Goma.", "asserted"),
        ("Goma was the last city to fall to rebels.", "asserted"),
        ("Goma may be the last city to fall to rebels.", "possible"),
        ("Rebels had a plan to capture Goma.", "possible"),
        ("Rebels tried to capture Goma.", "possible"),
        ("If rebels captured Goma, aid stopped.", "possible"),
        ("The army did not force rebels to leave Goma.", "possible"),
        ("The army wants rebels to leave Goma.", "possible"),
        ("Rebels denied that they captured Goma.", "denied"),
        ("Rebels said that they captured Goma.", "claimed"),
        ("The army claimed that rebels captured Goma.", "claimed"),
        ("Rebels claim to hold Goma.", "claimed"),
        ("Rebels tried to flee and were driven out of Goma.", "asserted"),
        ("A report that rebels captured Goma was false.", "denied"),
        ("Reports that rebels captured Goma were dismissed by the army.", "denied"),
        ("Reports that rebels captured Goma were true.", "asserted"),
        ("Reports that rebels captured Goma were not true.", "denied"),
        ("It is not true that rebels captured Goma.", "denied"),
        ("He repeated the myth that rebels captured Goma.", "denied"),
        ("The army denied a part in the battle in which rebels captured Goma.", "asserted"),
        ("Rebels claimed the raid in which soldiers captured Goma.", "asserted"),
        ("The army initially said that rebels captured Goma.", "superseded"),
        ("The army had earlier said that rebels captured Goma.", "superseded"),
        ("The army said earlier that rebels captured Goma.", "asserted"),
    ],
)
def test_how_the_copy_stands_to_it(states, sentence, stance):
    assert states(sentence, "stance") == [stance]


def test_reports_can_be_dismissed(states):
    assert states("The army dismissed reports that rebels captured Goma.", "stance") == ["denied"]


@pytest.mark.parametrize(
    ("words", "low", "high", "hedge"),
    [
        ("40 people", 40, 40, None),
        ("About 40 people", 40, 40, "about"),
        ("At least 40 people", 40, None, "at least"),
        ("More than 40 people", 40, None, "over"),
        ("Up to 40 people", None, 40, "at most"),
        ("Between 40 and 50 people", 40, 50, "between"),
        ("Dozens of people", 24, None, "about"),
        ("Nobody", 0, 0, None),
        ("No soldiers", 0, 0, None),
    ],
)
def test_the_figure_as_it_is_stated(facts, words, low, high, hedge):
    (fact,) = facts(f"{words} died.")
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert fact.value == Quantity(*ends, hedge, "person")


def test_a_verb_can_make_its_figure_a_bound(facts):
    (fact,) = facts("The death toll exceeded 120.")
    assert fact.value == Quantity(Decimal(120), None, "over", "person")


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The storm killed 12.", Name("people", "people", named=False)),
        ("The storm killed 12 people.", Name("people", "people", named=False)),
        ("The storm killed 12 persons.", Name("people", "persons", named=False)),
        ("The storm killed 12 Peruvian soldiers.", Name("Peru soldiers", "Peruvian soldiers")),
        ("Peru suffered 12 casualties.", Name("Peru", "Peru")),
    ],
)
def test_who_is_counted(facts, sentence, subject):
    (fact,) = facts(sentence)
    assert fact.fields["subject"] == subject


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The storm killed 12 people in Lima.", "Lima"),
        ("In Lima the storm killed 12 people.", "Lima"),
        ("The storm killed 12 people.", None),
    ],
)
def test_where_people_are_counted(states, sentence, place):
    assert states(sentence, "place") == [place]


@pytest.mark.parametrize(
    "sentence",
    [
        "The storm killed 40 people, including nine children.",
        "The storm killed 40 people in Lima, including nine children.",
        "The storm killed 40 people, among them nine children.",
        "Some 40 people were killed, including nine children.",
        "Some 40 people, including nine children, were killed.",
    ],
)
def test_a_part_belongs_to_its_whole(facts, sentence):
    whole, part = facts(sentence)
    assert (whole.value.low, whole.part_of) == (40, None)
    assert (part.value.low, part.part_of) == (9, whole.id)
    assert (part.text, part.fields["subject"].key) == ("nine children", "children")
    assert part.fields["measure"] == whole.fields["measure"]


@pytest.mark.parametrize("joint", ["of whom", "of them"])
def test_a_part_can_be_a_bare_number(facts, joint):
    whole, part = facts(f"The storm killed 40 people, nine {joint} in Lima.")
    assert (part.value.low, part.text, part.part_of) == (9, "nine", whole.id)


def test_several_parts_belong_to_one_whole(facts):
    whole, *parts = facts("The storm killed 40 people, including nine children and two nurses.")
    assert [(part.value.low, part.part_of) for part in parts] == [(9, whole.id), (2, whole.id)]


def test_all_may_be_told_apart(facts):
    whole, *parts = facts("The storm killed nine people, five men and four women, in Lima.")
    assert [(part.value.low, part.part_of) for part in parts] == [(5, whole.id), (4, whole.id)]


def test_a_part_with_words_of_its_own_is_what_they_say(states):
    assert states("The storm hurt nine people, two of them fatally.", "value", "measure") == [
        (9, "injured"),
        (2, "killed"),
    ]


@pytest.mark.parametrize("joint", ["as well as", "along with", "together with"])
def test_the_same_is_said_of_others_alongside(facts, joint):
    first, second = facts(f"Three guards died in Lima, {joint} two nurses.")
    assert (first.value.low, second.value.low, second.part_of) == (3, 2, None)
    assert second.fields["measure"] == "killed"


@pytest.mark.parametrize(
    ("sentence", "low", "hedge"),
    [
        ("The death toll passed 40.", 40, "over"),
        ("The death toll climbed past 40.", 40, "over"),
        ("The death toll climbed to 40.", 40, None),
        ("A majority of 62% rejected the plan.", 62, None),
    ],
)
def test_what_bounds_a_figure(facts, sentence, low, hedge):
    (fact,) = facts(sentence)
    assert (fact.value.low, fact.value.hedge) == (low, hedge)


@pytest.mark.parametrize("joint", ["up from", "revised from", "instead of", "down from"])
def test_an_earlier_figure_is_superseded(states, joint):
    assert states(f"The death toll rose to 44, {joint} 31.", "value", "stance") == [
        (44, "asserted"),
        (31, "superseded"),
    ]


def test_a_list_is_a_fact_for_each(states):
    assert states("Rebels captured Goma, Uvira and Kindu.", "holder", "place") == [
        ("rebels", "Goma"),
        ("rebels", "Uvira"),
        ("rebels", "Kindu"),
    ]
    assert states("The storm killed three guards and a driver.", "value", "subject") == [
        (3, "guards"),
        (1, "driver"),
    ]


def test_a_part_of_a_place_has_an_extent(facts):
    (fact,) = facts("Rebels captured half of Goma.")
    assert fact.fields["extent"] == Quantity(Decimal(50), Decimal(50), None, "percent")


def test_a_share_that_only_stands_beside_another_is_read_with_it(facts):
    first, second = facts("Some 41% of voters back the mayor and 40% her rival.")
    assert (first.value.low, second.value.low) == (41, 40)
    assert second.fields["measure"] == first.fields["measure"] == "support"
    assert second.fields["population"] is None
    assert second.part_of is None


def test_shares_of_one_contest_are_bound_together(facts):
    text = (
        "Labour won 43% of the vote, the Conservatives 24%.\n\nIn Peru Keiko took 9% of the vote."
    )
    contests = [fact.fields["contest"] for fact in facts(text)]
    assert len(set(contests[:2])) == 1
    assert contests[0] not in contests[2:]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Five people died in Lima, 12 in Quito and one each in Cusco and Tacna.",
            [("Lima", "5"), ("Quito", "12"), ("Cusco", "1"), ("Tacna", "1")],
        ),
        (
            "In Mosul five people were killed and in Tikrit three.",
            [("Mosul", "5"), ("Tikrit", "3")],
        ),
        ("Five people died in Lima, 12 in all.", [("Lima", "5")]),
        ("Five people died in Lima and 12 fled.", [("Lima", "5")]),
    ],
)
def test_counts_for_other_places_are_read_without_their_verb(facts, sentence, expected):
    found = [fact for fact in facts(sentence) if fact.kind == "casualty"]
    assert [(fact.fields["place"].key, str(fact.value.low)) for fact in found] == expected


def test_a_count_for_another_side_is_read_without_its_verb(facts):
    found = facts("The rebels lost 20 men and the army nine.")
    assert [(f.fields["subject"].key, f.value.low) for f in found] == [("rebels", 20), ("army", 9)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels captured Goma before withdrawing.", [("captured", "Goma"), ("lost", "Goma")]),
        ("Troops left Goma, and rebels marched in.", [("lost", "Goma"), ("entered", "Goma")]),
        ("Rebels shelled the camp near Goma before withdrawing.", []),
        ("Rebels captured Goma. The army withdrew.", [("captured", "Goma")]),
        ("Rebels captured Goma and planned to withdraw.", [("captured", "Goma")]),
    ],
)
def test_a_place_left_out_is_that_of_the_clause_before(facts, text, expected):
    found = [fact for fact in facts(text) if fact.kind == "control"]
    assert [(fact.fields["status"], fact.fields["place"].key) for fact in found] == expected


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("Ukraine withdrew its brigades from Bakhmut.", ["lost"]),
        ("Ukraine withdrew one brigade from Bakhmut.", []),
        ("Ukraine withdrew some troops from Bakhmut.", []),
    ],
)
def test_who_moves_a_part_of_a_force_holds_on(states, sentence, statuses):
    assert states(sentence, "status") == statuses
