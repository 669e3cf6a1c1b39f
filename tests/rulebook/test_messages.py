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
    assert template.fill(members) == "120% in 3: 60%, 30% and 30% for yes, no and neither"
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
