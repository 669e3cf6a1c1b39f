from fractions import Fraction

import pytest
from belie.model import Span
from belie.rulebook.arithmetic import Amount, compare_amounts
from belie.rulebook.bound import Bound
from belie.rulebook.calculations import order_in_words
from belie.rulebook.columns import LIMIT, Reference, attributes, columns
from belie.rulebook.expressions import Parser
from belie.rulebook.formula import Column, Compare, Shifted, holds
from belie.rulebook.propositions import formula_of
from hypothesis import given
from hypothesis import strategies as st
from specimens import KINDS, days, fact, figure

KIND = KINDS["toll"]
LOW = Reference("a", attributes(KIND)["value"].parts["low"])
HIGH = Reference("b", attributes(KIND)["value"].parts["high"])
ONE = Fraction(1)
TESTS = {
    "==": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
}


def rows(**facts):
    return {role: columns(each, KIND) for role, each in facts.items()}


def facts_scope(facts):
    return dict.fromkeys(facts, KIND)


def order(text, **facts):
    left, right = Parser(text, facts_scope(facts)).proposition().terms
    return order_in_words(left, right, Bound(facts, rows(**facts)))


@given(
    st.none() | st.integers(-50, 50),
    st.none() | st.integers(-50, 50),
    st.sampled_from(sorted(TESTS)),
    st.sampled_from(["0.5", "1", "1.1", "3"]),
    st.sampled_from(["-7.5", "0", "2"]),
)
def test_a_tolerance_means_what_it_says(low, high, operator, times, plus):
    """An open end makes a tolerance false; without one it lies beyond every number."""
    text = f"a.value.low {operator} b.value.high * {times} + {plus}"
    formula = formula_of(Parser(text, {"a": KIND, "b": KIND}).proposition())
    one, other = fact("toll", value=figure(low, 99)), fact("toll", value=figure(-99, high))
    if (times, plus) != ("1", "0") and None in (low, high):
        expected = False
    else:
        left = Fraction(-LIMIT if low is None else low)
        right = LIMIT if high is None else Fraction(times) * high + Fraction(plus)
        expected = TESTS[operator](left, right)
    assert holds(formula, rows(a=one, b=other)) == expected


def test_constants_move_to_the_right_in_whole_numbers():
    scope = {"a": KIND, "b": KIND}
    assert formula_of(Parser("a.value.low + 5 > 7.5", scope).proposition()) == Compare(
        Column("a", "value.low"), ">", 2500
    )
    assert formula_of(Parser("3 < a.value.low * 1.5", scope).proposition()) == Compare(
        Shifted(Column("a", "value.low"), 0, 3), ">", 6000
    )
    assert formula_of(Parser("(a.value.low + 5) * 2 > 7", scope).proposition()) == Compare(
        Shifted(Column("a", "value.low"), 0, 2), ">", -3000
    )


def test_figures_compare_in_one_unit_alone():
    formula = compare_amounts(Amount(((LOW, ONE),)), ">", Amount(((HIGH, ONE),)))
    more, less = fact("toll", value=figure(5)), fact("toll", value=figure(4))
    assert holds(formula, rows(a=more, b=less))
    assert not holds(formula, rows(a=more, b=fact("toll", value=figure(4, unit="person"))))


@given(*[st.none() | st.integers(-50, 50) for _ in range(3)], st.sampled_from(sorted(TESTS)))
def test_fields_add_up_where_none_has_an_open_end(low, high, other, operator):
    text = f"a.value.low + b.value.high * 2 - 1 {operator} c.value.low"
    scope = dict.fromkeys("abc", KIND)
    formula = formula_of(Parser(text, scope).proposition())
    facts = {
        "a": fact("toll", value=figure(low, 99)),
        "b": fact("toll", value=figure(-99, high)),
        "c": fact("toll", value=figure(other, 99)),
    }
    closed = None not in (low, high, other)
    expected = closed and TESTS[operator](low + 2 * high - 1, other)
    assert holds(formula, rows(**facts)) == expected
    unlike = fact("toll", value=figure(other, 99, unit="person"))
    assert not holds(formula, rows(**{**facts, "c": unlike}))


def test_a_field_is_taken_from_another():
    facts = {"a": fact("toll", value=figure(190)), "b": fact("toll", value=figure(18))}
    formula = formula_of(
        Parser("a.value.low - b.value.low < 173", facts_scope(facts)).proposition()
    )
    assert holds(formula, rows(**facts))
    assert order("a.value.low - b.value.low < 173", **facts) == "190 − 18 is less than 173"


def test_the_ends_of_one_figure_need_no_unit_beside():
    ends = Parser("a.value.low < a.value.high", {"a": KIND}).proposition()
    assert formula_of(ends) == Compare(Column("a", "value.low"), "<", Column("a", "value.high"))


def test_offsets_compare_within_one_part_of_one_article():
    formula = formula_of(Parser("a.start < b.start", {"a": KIND, "b": KIND}).proposition())
    early, late = fact("toll"), fact("toll", span=Span(30, 40))
    title = fact("toll", span=Span(30, 40), part="title")
    assert holds(formula, rows(a=early, b=late))
    assert not holds(formula, rows(a=early, b=title))


def test_two_constants_are_refused():
    with pytest.raises(ValueError, match="compares two constants"):
        compare_amounts(Amount(()), "<", Amount(()))


@pytest.mark.parametrize(
    ("text", "one", "other", "words"),
    [
        ("a.value.low > 50", figure(60), None, "60 is more than 50"),
        ("50 > a.value.low", figure(60), None, "50 is less than 60"),
        ("a.value.low < b.value.high", figure(60), figure(60), "60 equals 60"),
        ("a.value.low > b.value.high * 1.1", figure(60), figure(40), "60 is more than 40"),
        ("a.value.low > b.value.high - 5", figure(30), figure(40), "30 is less than 40"),
        ("a.value.high > 50", figure(60, None), None, "an open end is more than 50"),
        (
            "a.value.low > b.value.low",
            figure(6),
            figure(4, unit="person"),
            "6 and 4 stand in different units",
        ),
    ],
)
def test_how_two_numbers_stand_is_said_in_words(text, one, other, words):
    assert order(text, a=fact("toll", value=one), b=fact("toll", value=other)) == words


def test_how_two_days_or_offsets_stand_is_said_in_words():
    may, june = days("2023-05-01", "2023-05-02"), days("2023-06-01", "2023-06-02")
    one, other = fact("toll", time=may), fact("toll", time=june, span=Span(30, 40))
    assert order("a.time.start + 7 < b.time.start", a=one, b=other) == (
        "1 May 2023 + 7 is before 1 June 2023"
    )
    assert order("a.start < b.start", a=one, b=other) == "a stands before b"
    assert order("a.start < b.start", a=one, b=fact("toll", part="title")) == (
        "a and b stand in different texts"
    )
