import pytest
from belie.rulebook.columns import attributes, columns
from belie.rulebook.expressions import ConditionError
from belie.rulebook.messages import parse_template
from belie.rulebook.reasons import Bound
from hypothesis import given
from hypothesis import strategies as st
from specimens import KINDS, NORTH, days, fact, figure, name

SCOPE = {"claim": KINDS["hold"], "toll": KINDS["toll"]}
OPTION = {"option": KINDS["option"]}


def bound(**facts):
    rows = {role: columns(each, KINDS[each.kind]) for role, each in facts.items()}
    return Bound(facts, rows)


def filled(text, **facts):
    scope = {role: KINDS[each.kind] for role, each in facts.items()}
    return parse_template(text, scope).fill([bound(**facts)])


def test_a_message_is_filled_with_words():
    claim = fact(
        "hold",
        holder=name("Norland", "the Norlanders"),
        place=NORTH,
        time=days("2023-11-01", "2023-12-01"),
        text="“held\n the north”",
    )
    toll = fact("toll", value=figure(40, None, "at least"))
    text = "{claim.holder} took {claim.place} {claim.time}: {toll.value} dead ({claim})\n"
    assert filled(text, claim=claim, toll=toll) == (
        "Norland took the North in November 2023: at least 40 dead (“held the north”)"
    )


def test_the_unknown_has_words():
    text = "{claim.holder} took {claim.place} ({claim.time}), says {claim.source}"
    assert filled(text, claim=fact("hold")) == (
        "Someone took an unnamed place (at an unknown time), says an unnamed source"
    )


def test_a_column_can_be_named():
    toll = fact("toll", value=figure(40, 45))
    assert filled("from {toll.value.low} to { toll.value.high }", toll=toll) == "From 40 to 45"


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("{about(claim.extent)}", figure("33.88", "36.13", unit="percent"), "About 35%"),
        ("{about(claim.extent)}", figure("1.86", "1.9"), "About 1.9"),
        ("{about(claim.extent)}", figure(10_961, unit="day"), "About 30 years"),
        ("{about(claim.extent)}", figure(11, unit="day"), "11 days"),
        ("{about(claim.extent)}", figure(-60, -58, unit="day"), "About 60 days"),
        ("{about(claim.extent)}", figure(40, None), "At least 40"),
        ("{clock(claim.extent)}", figure(834, unit="minute"), "13:54"),
    ],
)
def test_what_was_reckoned_is_rounded(text, value, words):
    claim = fact("hold", extent=value)
    assert filled(text, claim=claim) == words


def test_a_figure_is_put_in_the_unit_of_another():
    miles = {"claim": figure(50, unit="mile"), "other": figure(60, unit="kilometre")}
    facts = {role: fact("hold", extent=value) for role, value in miles.items()}
    text = "{converted(claim.extent, other.extent)}, not {other.extent}"
    assert filled(text, **facts) == "About 80 kilometres, not 60 kilometres"
    facts["other"] = fact("hold", extent=figure(4))
    assert filled(text, **facts) == "50 miles, not 4"


def test_what_lies_between_two_figures():
    facts = {
        role: fact("hold", extent=figure(share, unit="percent"))
        for role, share in (("one", 44), ("other", 49))
    }
    assert filled("{difference(one.extent, other.extent)}", **facts) == "5 points"


def test_a_time_is_told_without_its_preposition():
    claim = fact("hold", time=days("2023-05-02", "2023-06-09", "span"))
    assert filled("{date(claim.time)} or {between(claim.time)}", claim=claim) == (
        "2 May 2023 to 8 June 2023 or between 2 May 2023 and 8 June 2023"
    )


def test_what_the_copy_does_not_say_is_left_out_where_that_is_allowed():
    text = "taken[ by {claim.holder}][ in {claim.place}][, {date(claim.time)}]"
    assert filled(text, claim=fact("hold", place=NORTH)) == "Taken in the North"
    assert parse_template(text, SCOPE).roles == {"claim"}


def test_a_passage_is_quoted_as_one_line_with_its_brackets_closed():
    claim = fact("hold", text="held\nthe pit (and mine of the")
    assert filled('"{claim}"', claim=claim) == '"held the pit (and mine)"'


def test_a_value_is_never_read_as_a_template():
    claim = fact("hold", holder=name("{claim.place}"))
    assert filled("{claim.holder} {claim.status}", claim=claim) == "{claim.place} not stated"


def test_a_group_is_listed_and_summed():
    text = "{sum(option.value.low)} in {count(option)}: {option.value} for {option.answer}"
    template = parse_template(text, OPTION, grouped=True)
    members = [
        bound(option=fact("option", value=figure(share), answer=answer))
        for share, answer in ((60, "yes"), (30, "no"), (30, "neither"))
    ]
    assert template.fill(members) == "120 in 3: 60, 30 and 30 for yes, no and neither"
    assert template.roles == {"option"}


@pytest.mark.parametrize(
    ("text", "offset", "problem"),
    [
        ("{clam.place} fell", 1, "there is no 'clam' here; did you mean 'claim'?"),
        ("the {claim.plase} fell", 11, "hold has no 'plase'; did you mean 'place'?"),
        ("the { claim.plase} fell", 12, "hold has no 'plase'; did you mean 'place'?"),
        ("{clam} fell", 1, "there is no 'clam' here; did you mean 'claim'?"),
        ("{claim.place + 1} fell", 1, "names no field; write role.field"),
        ("{sum(toll.value.low)} fell", 1, "names no field; write role.field"),
        ("[{clam}] fell", 2, "there is no 'clam' here; did you mean 'claim'?"),
        ("{about(claim.place)} fell", 7, "is no figure; name one, as in role.value"),
        ("{date(claim.extent)} fell", 6, "is no time; name one, as in role.time"),
        ("{claim.place fell", 0, "a brace stands alone; write {role.field}"),
        ("claim.place} fell", 11, "a brace stands alone; write {role.field}"),
        ("{{claim.place}} fell", 0, "a brace stands alone; write {role.field}"),
    ],
)
def test_a_message_is_checked_when_it_is_loaded(text, offset, problem):
    with pytest.raises(ConditionError) as refused:
        parse_template(text, SCOPE)
    assert (refused.value.problem, refused.value.offset) == (problem, offset)


def test_what_python_cannot_read_is_refused_in_its_words():
    with pytest.raises(ConditionError, match=r"^cannot be read: ") as refused:
        parse_template("{} fell", SCOPE)
    assert refused.value.offset == 1


@given(
    st.sampled_from(sorted(attributes(KINDS["hold"]))),
    st.none() | st.text(max_size=5),
    st.none() | st.sampled_from([figure(None, None), figure(3), figure(None, 4)]),
    st.none() | st.sampled_from([days(None, None), days("0001-01-01", None)]),
)
def test_filling_cannot_fail(attribute, text, extent, time):
    claim = fact(
        "hold",
        holder=text if text is None else name(text),
        extent=extent,
        time=time,
        evidential=text,
        article=text,
    )
    parts = attributes(KINDS["hold"])[attribute].parts.values()
    for each in (attribute, *(part.name for part in parts)):
        assert filled(f"so: {{claim.{each}}}", claim=claim).startswith("So:")
