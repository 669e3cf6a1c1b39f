from fractions import Fraction
from math import sqrt

import pytest
from belie.rulebook.columns import columns
from belie.rulebook.expressions import CALLS, ConditionError, Parser
from belie.rulebook.formula import AllOf, Column, Compare, Product, holds, product
from belie.rulebook.propositions import formula_of
from belie.rulebook.reasons import Bound, reason
from hypothesis import given
from hypothesis import strategies as st
from specimens import KINDS, fact, figure

SCOPE = {"margin": KINDS["option"], "sample": KINDS["toll"]}
LOW, HIGH = Column("sample", "value.low"), Column("margin", "value.high")
OPEN = 2**62


def proposition(text):
    return Parser(text, SCOPE).proposition()


def bound(margin, sample):
    facts = {"margin": fact("option", value=margin), "sample": fact("toll", value=sample)}
    rows = {role: columns(each, SCOPE[role]) for role, each in facts.items()}
    return Bound(facts, rows)


def said(text, margin, sample):
    return holds(formula_of(proposition(text)), bound(margin, sample).rows)


@pytest.mark.parametrize(
    ("text", "left", "operator", "right", "ends"),
    [
        (
            "margin.value.high < 98 / sqrt(sample.value.low)",
            Product((HIGH, HIGH, LOW)),
            "<",
            Product((), 98**2 * 1000**3),
            [(HIGH, ">=", 0), (HIGH, "<", OPEN), (LOW, ">", 0), (LOW, "<", OPEN)],
        ),
        (
            "1.5 * sqrt(sample.value.low) >= margin.value.high * 2",
            Product((LOW,), 1125),
            ">=",
            Product((HIGH, HIGH), 2),
            [(LOW, ">=", 0), (LOW, "<", OPEN), (HIGH, ">=", 0), (HIGH, "<", OPEN)],
        ),
        (
            "sqrt(sample.value.low) == 30",
            LOW,
            "==",
            900_000,
            [(LOW, ">=", 0), (LOW, "<", OPEN)],
        ),
    ],
)
def test_a_root_is_squared_away(text, left, operator, right, ends):
    formula = formula_of(proposition(text))
    assert formula == AllOf(
        (Compare(left, operator, right), *(Compare(*each) for each in ends)),
    )


@pytest.mark.parametrize(
    ("margin", "sample", "less"),
    [
        (figure(3), figure(1067), True),  # 98 / √1067 is 3.0002
        (figure("3.1"), figure(1000), False),  # 3.099
        (figure(3), figure(1068), False),
        (figure(0), figure(1068), True),
        (figure(-1), figure(1068), False),
        (figure(3), figure(0), False),
        (figure(3, None), figure(100), False),
        (figure(3), None, False),
    ],
)
def test_a_root_is_held_against_a_field(margin, sample, less):
    assert said("margin.value.high < 98 / sqrt(sample.value.low)", margin, sample) is less


@given(st.integers(0, 10**5), st.integers(1, 10**7), st.integers(1, 10**4))
def test_what_is_less_is_less_by_its_root(margin, sample, times):
    value = Fraction(margin, 1000)
    less = said(
        f"margin.value.high < {times} / sqrt(sample.value.low)",
        figure(str(float(value))),
        figure(sample),
    )
    if abs(float(value) - times / sqrt(sample)) > 1e-9:
        assert less == (float(value) < times / sqrt(sample))


def test_a_product_is_in_double_precision_and_unknown_where_a_part_is():
    assert product(3, [5, 7]) == 105
    assert product(1, [2**53 + 1, 3]) == 3 * 2**53
    assert product(1, [2, None]) is None
    assert product(1, ["2"]) is None


@pytest.mark.parametrize(
    ("text", "offset", "problem"),
    [
        ("margin.value.high < sqrt(sample.place)", 25, "has no root; name a number, as in value"),
        ("margin.value.high < 0 / sqrt(sample.value.low)", 24, "a root is multiplied by more than"),
        ("margin.value.high < 2 / same(sample.value.low)", 24, "is no root; write sqrt(role.field"),
        ("margin.value.high + 1 < sqrt(sample.value.low)", 0, "a root is held against one field"),
        ("sqrt(sample.value.low) > -1", 0, "a root is held against one field, or a number above"),
        ("margin.value.high < 1 + sqrt(sample.value.low)", 24, "is no number, nor a field that"),
        ("sqrt(sample.value.low)", 0, f"there is no relation 'sqrt'; there are {', '.join(CALLS)}"),
    ],
)
def test_what_is_no_root_is_refused_where_it_stands(text, offset, problem):
    with pytest.raises(ConditionError, match="^" + problem.replace("(", r"\(")) as failure:
        proposition(text)
    assert failure.value.offset == offset


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("margin.value.high < 98 / sqrt(sample.value.low)", "2 is less than 98 ÷ √1,024"),
        ("sqrt(sample.value.low) == 32", "√1,024 equals 32"),
        ("margin.value.high > 0.5 * sqrt(sample.value.low)", "2 is less than 0.5 × √1,024"),
    ],
)
def test_a_root_in_words(text, words):
    assert reason(proposition(text), bound(figure(2), figure(1024))) == words


def test_what_has_no_root_in_words():
    text = "margin.value.high < 98 / sqrt(sample.value.low)"
    assert reason(proposition(text), bound(figure(2), figure(0))) == (
        "2 and 98 ÷ √0 cannot be compared"
    )
