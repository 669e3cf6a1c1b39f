"""What a fact says besides its figure: where, whether so, of what it is a part."""

import pytest


def places(facts):
    return [fact.fields["place"] and fact.fields["place"].key for fact in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells killed 14 people in Izmir and nine in Bodrum.", ["Izmir", "Bodrum"]),
        ("In Quito 12 people died.", ["Quito"]),
        ("There were 17 deaths in Quito and three in Cuenca.", ["Quito", "Cuenca"]),
        ("The fires killed one each in Cusco and Tacna.", ["Cusco", "Tacna"]),
        ("The fires killed two in Cusco and Tacna.", ["Cusco"]),
        ("In Lagos nine pupils died, two of them girls.", ["Lagos", "Lagos"]),
        ("Italy had 90 deaths in Rome; Spain (40).", ["Rome", None]),
    ],
)
def test_each_member_of_a_list_has_its_own_place(casualties, text, expected):
    assert places(casualties(text)) == expected


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("A blast killed nine bakers.", "asserted"),
        ("The army hopes to kill 40 rebels.", "possible"),
        ("Italy reported 475 deaths.", "claimed"),
        ("The blaze claimed three lives.", "asserted"),
    ],
)
def test_a_fact_stands_as_the_copy_has_it(casualties, text, stance):
    assert [fact.stance for fact in casualties(text)] == [stance]


def test_nobody_is_a_figure_and_a_denial_is_none(casualties):
    assert casualties("The blast did not kill two guards.") == ()
    (fact,) = casualties("No guards were killed.")
    assert (fact.value.low, fact.value.high) == (0, 0)


@pytest.mark.parametrize(
    ("text", "further"),
    [
        ("Another 12 died.", "yes"),
        ("Twelve more people died.", "yes"),
        ("Twelve people died.", None),
        ("Twelve people died, and more fled.", None),
    ],
)
def test_a_figure_may_come_on_top_of_another(casualties, text, further):
    assert [fact.fields["further"] for fact in casualties(text)] == [further]


def test_when_an_earlier_figure_was_told_is_not_known(casualties):
    later, earlier = casualties("The toll rose on Monday to 31, up from 14.")
    assert later.time is not None
    assert earlier.time is None


def test_what_claims_a_life_is_nobody_who_says_so(casualties):
    (fact,) = casualties("The blaze claimed three lives.")
    assert fact.source is None


def test_a_figure_is_one_of_people(casualties):
    (fact,) = casualties("Twelve people died.")
    assert fact.value.unit == "person"


def test_the_words_of_a_fact_hold_no_other_figure(casualties):
    text = "The death toll rose from 14 to 31."
    assert [fact.text for fact in casualties(text)] == ["toll rose from 14", "31"]


def test_what_the_kind_gives_with_a_word_is_known(casualties):
    first, second = (
        casualties(f"The death toll was {verb} to 71.")[0] for verb in ("raised", "revised")
    )
    assert (first.fields["toll"], second.fields["toll"]) == ("stated", "revised")
