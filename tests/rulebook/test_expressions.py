import pytest
from belie.rulebook.columns import attributes, columns
from belie.rulebook.expressions import CALLS, ConditionError, Parser
from belie.rulebook.formula import AllOf, AnyOf, Column, Compare, Known, Shifted, holds
from belie.rulebook.propositions import formula_of
from hypothesis import given
from hypothesis import strategies as st
from specimens import BRANT, KINDS, NORTH, ORLA, days, fact, figure, name

SCOPE = {"toll": KINDS["toll"], "other": KINDS["toll"], "hold": KINDS["hold"]}
SHARES = {"option": KINDS["option"], "toll": KINDS["toll"]}


def formula(text, scope=SCOPE):
    return formula_of(Parser(text, scope).proposition())


def said(text, **facts):
    rows = {role: columns(each, KINDS[each.kind]) for role, each in facts.items()}
    return holds(formula(text, {role: KINDS[each.kind] for role, each in facts.items()}), rows)


DIFFERENT = "different takes names, places, texts, choices or identifiers"
MEASURE = Column("toll", "measure")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('toll.measure == "killed"', Compare(MEASURE, "==", "killed")),
        ('"killed" != toll.measure', Compare(MEASURE, "!=", "killed")),
        ('toll.measure in ["killed"]', Compare(MEASURE, "==", "killed")),
        (
            'toll.measure in ["killed", "injured"]',
            AnyOf((Compare(MEASURE, "==", "killed"), Compare(MEASURE, "==", "injured"))),
        ),
        (
            'toll.measure not in ["killed", "injured"]',
            AllOf((Compare(MEASURE, "!=", "killed"), Compare(MEASURE, "!=", "injured"))),
        ),
        (
            "toll.place == hold.place",
            Compare(Column("toll", "place"), "==", Column("hold", "place")),
        ),
        ("known(toll.value)", Known(Column("toll", "value.low"))),
        ("toll.time is unknown", Known(Column("toll", "time.start"), known=False)),
        ("toll.place is not unknown", Known(Column("toll", "place"))),
        ("unknown(toll.source)", Known(Column("toll", "source"), known=False)),
        ("not known(toll.source)", Known(Column("toll", "source"), known=False)),
        ("toll.value.low >= 40", Compare(Column("toll", "value.low"), ">=", 40_000)),
        ("40.5 < toll.value.low", Compare(Column("toll", "value.low"), ">", 40_500)),
        ("toll.value.low > -1", Compare(Column("toll", "value.low"), ">", -1000)),
        ('toll.cause == "The FLOOD"', Compare(Column("toll", "cause"), "==", "the flood")),
        (' toll.stance == "denied"\n', Compare(Column("toll", "stance"), "==", "denied")),
        (
            "toll.time.start > other.time.end + 30",
            AllOf(
                (
                    Compare(
                        Column("toll", "time.start"), ">", Shifted(Column("other", "time.end"), 30)
                    ),
                    Compare(Column("toll", "time.start"), "<", 2**62),
                    Compare(Column("toll", "time.start"), ">", -(2**62)),
                    Compare(Column("other", "time.end"), "<", 2**62),
                    Compare(Column("other", "time.end"), ">", -(2**62)),
                )
            ),
        ),
    ],
)
def test_a_condition_becomes_comparisons_of_columns(text, expected):
    assert formula(text) == expected


def test_and_or_and_not_mean_what_they_do_in_python():
    killed = fact("toll", measure="killed", place=ORLA)
    assert said('toll.measure == "killed" and known(toll.place)', toll=killed)
    assert not said('toll.measure == "injured" and known(toll.place)', toll=killed)
    assert said('toll.measure == "injured" or known(toll.place)', toll=killed)
    assert said('not (toll.measure == "injured" or unknown(toll.place))', toll=killed)


def test_an_unknown_is_neither_equal_nor_different():
    silent = fact("toll")
    assert not said('toll.measure == "killed"', toll=silent)
    assert not said('toll.measure != "killed"', toll=silent)
    assert not said('toll.measure not in ["killed"]', toll=silent)
    assert said('not toll.measure == "killed"', toll=silent)
    assert said('not toll.measure in ["killed"]', toll=silent)


def test_comparisons_chain():
    toll = fact("toll", value=figure(7))
    assert said("5 < toll.value.low <= 7", toll=toll)
    assert not said("5 < toll.value.low < 7", toll=toll)


@pytest.mark.parametrize(
    ("value", "time", "both", "low", "high"),
    [
        (figure(4, 7), days("2023-05-04", "2023-05-07"), True, True, True),
        (figure(4, None), days("2023-05-04", None), False, True, False),
        (figure(None, 7), days(None, "2023-05-07"), False, False, True),
        (figure(10**40), days("2023-05-04", "9999-12-31"), True, True, True),
    ],
)
def test_what_is_bounded_has_no_open_end(value, time, both, low, high):
    toll = fact("toll", value=value, time=time)
    asked = {
        "toll.value": both, "toll.value.low": low, "toll.value.high": high,
        "toll.time": both, "toll.time.start": low, "toll.time.end": high,
    }  # fmt: skip
    assert {each: said(f"bounded({each})", toll=toll) for each in asked} == asked


def test_a_word_is_of_a_class():
    assert said('kind_of(toll.cause, "currency")', toll=fact("toll", cause="Euro"))
    assert not said('kind_of(toll.cause, "currency")', toll=fact("toll", cause="flood"))
    assert not said('kind_of(toll.cause, "currency")', toll=fact("toll"))
    assert said('kind_of(hold.holder, "office")', hold=fact("hold", holder=name("mayor")))


def test_what_a_kind_has_in_order_can_be_asked():
    killed, injured, silent = (fact("toll", measure=x) for x in ("killed", "injured", None))
    ordered = "at_most_in_order(a, b)"
    assert said(ordered, a=killed, b=injured)
    assert not said(ordered, a=injured, b=killed)
    assert not said(ordered, a=killed, b=killed)
    assert not said(ordered, a=killed, b=silent)


def test_an_unknown_is_not_bounded():
    assert not said("bounded(toll.value)", toll=fact("toll"))
    assert said("not bounded(toll.value)", toll=fact("toll"))


def test_a_tolerance_may_be_a_fraction():
    def more(low, high):
        condition = "a.value.low > b.value.high * 1.1"
        return said(condition, a=fact("toll", value=low), b=fact("toll", value=high))

    assert more(figure(45), figure(40))
    assert not more(figure(44), figure(40))
    assert more(figure(45, None), figure(40))
    assert not more(figure(45), figure(40, None))
    assert not more(figure(45), figure(40, unit="person"))


def test_relations_take_fields_of_one_type():
    one = fact("hold", holder=name("Norland"), place=ORLA, time=days("2023-05-01", "2023-06-01"))
    other = fact("hold", loser=name("Norland"), place=NORTH, time=days("2023-07-01", None))
    assert said("same(a.holder, b.loser)", a=one, b=other)
    assert said("within(a.place, b.place)", a=one, b=other)
    assert said("apart(a.time, b.time, 31)", a=one, b=other)
    assert not said("apart(a.time, b.time, 32)", a=one, b=other)
    assert said("disjoint(a.place, b.place)", a=one, b=fact("hold", place=BRANT))


@pytest.mark.parametrize(
    ("text", "offset", "problem"),
    [
        ("tol.place is unknown", 0, "there is no 'tol' here; did you mean 'toll'?"),
        ("same(toll.plce, hold.place)", 10, "toll has no 'plce'; did you mean 'place'?"),
        ("toll.value.lo > 4", 11, "toll.value has no 'lo'; did you mean 'low'?"),
        ("toll.place.first.first > 4", 17, "toll.place.first has no 'first'"),
        ('toll.measure == "kiled"', 16, "measure is never 'kiled'; did you mean 'killed'?"),
        ('hold.status in ["held", "lots"]', 24, "status is never 'lots'; did you mean 'lost'?"),
        ('toll.value.hedge == "abut"', 20, "value.hedge is never 'abut'; did you mean 'about'?"),
        ("sane(toll.place, hold.place)", 0, "there is no relation 'sane'; did you mean 'same'?"),
        ("same(toll.place)", 0, "same takes two fields"),
        ("apart(toll.time, hold.time)", 0, "apart takes two fields and a number of days"),
        ("apart(toll.time, hold.time, 0)", 28, "days are a whole number from 1 to 366,000"),
        ("apart(toll.time, hold.time, True)", 28, "days are a whole number from 1 to 366,000"),
        ("known(toll.place, 1)", 0, "known takes one field"),
        ("kind_of(toll.cause)", 0, 'kind_of takes a field and a class, as in "currency"'),
        ('kind_of(toll.place, "currency")', 8, "kind_of takes a text or a name"),
        (
            'kind_of(toll.cause, "currancy")',
            20,
            "there is no class 'currancy'; did you mean 'currency'?",
        ),
        ("at_most_in_order(toll.measure, other)", 0, "at_most_in_order takes two facts"),
        (
            "at_most_in_order(toll, hold)",
            0,
            "at_most_in_order takes facts of one kind, which has an order",
        ),
        ("bounded()", 0, "bounded takes one field"),
        ("bounded(toll.start)", 8, "has no ends; bounded takes a figure, a time, or an end of one"),
        (
            "bounded(toll.place)",
            8,
            "has no ends; bounded takes a figure, a time, or an end of one",
        ),
        ("within(toll.camp, hold.place)", 7, "within takes places; this is of type side"),
        (
            "disjoint(toll.camp, hold.place)",
            9,
            "disjoint takes places or times; this is of type side; use different",
        ),
        (
            "different(toll.value, other.value)",
            10,
            f"{DIFFERENT}; this is of type people; use differs",
        ),
        (
            "different(toll.time, other.time)",
            10,
            f"{DIFFERENT}; this is of type date; use disjoint",
        ),
        (
            "exceeds(toll.value.low, other.value.low)",
            8,
            "exceeds takes quantities; this is of type people; compare it with == or <",
        ),
        (
            "same(toll.camp, hold.place)",
            16,
            "toll.camp is of type side, hold.place of type place; they cannot be compared",
        ),
        ("same(toll, hold)", 5, "toll is a whole fact; name a field of it"),
        ('same("Orla", hold.place)', 5, "names no field; write role.field"),
        ("same(toll.measure, hold.status)", 19, "the two have no value in common"),
        (
            "toll.value > 4",
            0,
            "toll.value has two ends; compare toll.value.low or toll.value.high, or use a relation",
        ),
        ("toll.value.low > toll.place", 17, "toll.place has no order; compare it with == or !="),
        ("toll.value.low == toll.place", 0, "compares text with a number"),
        ('toll.time.start > "2023-01-01"', 0, "compares text with a number"),
        ("toll.time.start > 5", 0, "a day is compared with another day"),
        ("toll.place < hold.place", 0, "toll.place has no order; compare it with == or !="),
        ('toll.measure < "killed"', 0, "toll.measure has no order; compare it with == or !="),
        ("1 < 2", 0, "compares two constants"),
        ('"a" == "a"', 0, "compares text with a number"),
        ("toll.value.low in [1]", 0, "in takes words; compare numbers with == or <"),
        ('toll.measure in "killed"', 16, 'in takes a list of words, as in ["killed", "missing"]'),
        ("toll.measure in []", 16, 'in takes a list of words, as in ["killed", "missing"]'),
        ("toll.measure in [killed]", 17, "is no word in quotes"),
        ("toll.place is None", 14, "is and is not go before unknown alone"),
        ("toll.place == unknown", 14, "there is no 'unknown' here"),
        ("toll.value.low > True", 17, "is no number, nor a field that holds one"),
        (
            "toll.value.low > 1e16",
            17,
            "numbers go up to 100,000,000,000,000; write bounded(…) for an end that is open",
        ),
        (
            "toll.value.low > 1e999",
            17,
            "numbers go up to 100,000,000,000,000; write bounded(…) for an end that is open",
        ),
        ("toll.value.low > 0.0000001", 17, "numbers have up to 6 decimals"),
        (
            "toll.value.low > other.value.low * 0",
            17,
            "only a number can be multiplied, and by more than nothing",
        ),
        (
            "toll.time.start > other.time.start * 2",
            18,
            "only a number can be multiplied, and by more than nothing",
        ),
        (
            "toll.time.start - other.time.start > 5",
            0,
            "only numbers are added to each other; move the field across",
        ),
        (
            "5 - toll.time.start > 5",
            0,
            "only numbers are added to each other; move the field across",
        ),
        ("toll.value.low * other.value.low > 5", 0, "a field is multiplied by a number alone"),
        ("toll.value.low > other.value.low / 2", 17, "is no number, nor a field that holds one"),
        ("toll.value.low + toll.place > 2", 17, "is no number, nor a field that holds one"),
        ("toll.place", 0, "says nothing that holds or not; compare it, or use a relation"),
        (
            "lambda: toll.place",
            0,
            "says nothing that holds or not; compare it, or use a relation",
        ),
        (
            "same(a=toll.place, b=hold.place)",
            0,
            "says nothing that holds or not; compare it, or use a relation",
        ),
        (
            "toll.place.key()",
            0,
            "says nothing that holds or not; compare it, or use a relation",
        ),
        ("same(*toll.place, hold.place)", 5, "names no field; write role.field"),
        (
            'toll.cause == "é" and tol.place is unknown',
            22,
            "there is no 'tol' here; did you mean 'toll'?",
        ),
        ('  tol.place == "x"', 2, "there is no 'tol' here; did you mean 'toll'?"),
        ("not " * 20 + "known(toll.place)", 0, "is nested deeper than 12 levels; split it"),
        ("1" * 1001, 0, "is longer than 1000 characters; split it"),
    ],
)
def test_what_means_nothing_is_refused_where_it_stands(text, offset, problem):
    with pytest.raises(ConditionError) as refused:
        formula(text)
    assert (refused.value.problem, refused.value.offset) == (problem, offset)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("toll.place = 4", 11),
        ("toll.place ==", 13),
        ('"é" + ^', 6),
        ("(" * 300 + "1" + ")" * 300, 200),
    ],
)
def test_what_is_no_expression_is_refused_where_it_breaks(text, offset):
    with pytest.raises(ConditionError, match="cannot be read") as refused:
        formula(text)
    assert refused.value.offset == offset


def test_figures_of_unlike_types_are_not_compared():
    with pytest.raises(ConditionError) as refused:
        formula("option.value.low > toll.value.low", SHARES)
    says = "option.value.low is of type share, toll.value.low of type people"
    assert refused.value.problem == f"{says}; they cannot be compared"


@given(st.text(max_size=60) | st.text("tol.vaue<>=()[] nkw'\"1+*-,", max_size=60))
def test_any_text_is_a_condition_or_refused(text):
    try:
        formula(text)
    except ConditionError as failure:
        refused = failure
    else:
        return
    assert 0 <= refused.offset <= len(text)


@pytest.mark.parametrize("call", CALLS)
def test_a_call_takes_a_field_of_any_type_or_says_which_it_takes(call):
    more = {"apart": ", 3", "kind_of": ', "currency"'}.get(call, "")
    takes_one = call in ("known", "unknown", "bounded", "kind_of")
    for role, kind in SCOPE.items():
        for attribute in attributes(kind).values():
            for each in (attribute, *attribute.parts.values()):
                field = f"{role}.{each.name}"
                text = f"{call}({field if takes_one else f'{field}, {field}'}{more})"
                try:
                    problem = "" if formula(text) else text
                except ConditionError as refused:
                    problem = refused.problem
                assert problem == "" or " takes " in problem
