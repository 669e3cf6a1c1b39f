import pytest
from belie.rulebook.formula import (
    AllOf,
    AnyOf,
    Column,
    Compare,
    Known,
    Shifted,
    conjuncts,
    holds,
    negate,
    roles_in,
)
from hypothesis import given
from hypothesis import strategies as st

DEAD, HURT = Column("toll", "dead"), Column("toll", "hurt")
PLACE = Column("toll", "place")


def toll(**columns):
    return {"toll": columns}


@pytest.mark.parametrize(
    ("operator", "expected"),
    [("==", False), ("!=", True), ("<", True), ("<=", True), (">", False), (">=", False)],
)
def test_numbers_are_compared(operator, expected):
    assert holds(Compare(DEAD, operator, HURT), toll(dead=3, hurt=4)) is expected
    assert holds(Compare(DEAD, operator, 4), toll(dead=3)) is expected


@pytest.mark.parametrize("operator", ["==", "!=", "<", "<=", ">", ">="])
def test_no_comparison_with_an_unknown_holds(operator):
    assert not holds(Compare(DEAD, operator, HURT), toll(dead=3, hurt=None))
    assert not holds(Compare(DEAD, operator, HURT), toll(hurt=4))
    assert not holds(Compare(DEAD, operator, HURT), toll(dead=None, hurt=None))


def test_text_is_equal_or_not_and_has_no_order():
    assert holds(Compare(PLACE, "==", "Cork"), toll(place="Cork"))
    assert holds(Compare(PLACE, "!=", "Cork"), toll(place="cork"))
    with pytest.raises(TypeError, match="text has no order"):
        holds(Compare(PLACE, "<", "Cork"), toll(place="Kerry"))


def test_text_is_neither_equal_to_a_number_nor_different():
    assert not holds(Compare(PLACE, "==", 7), toll(place="7"))
    assert not holds(Compare(PLACE, "!=", 7), toll(place="7"))


def test_a_shift_multiplies_and_then_adds():
    assert holds(Compare(Shifted(DEAD, plus=1, times=-3), "==", -14), toll(dead=5))
    assert holds(Compare(HURT, "<", Shifted(DEAD, plus=1)), toll(dead=5, hurt=5))
    assert not holds(Compare(Shifted(DEAD, plus=1), "!=", 0), toll(dead=None))
    assert not holds(Compare(Shifted(PLACE, plus=1), "!=", 0), toll(place="Cork"))


def test_the_unknown_can_be_asked_for():
    assert holds(Known(DEAD), toll(dead=0))
    assert not holds(Known(DEAD), toll())
    assert holds(Known(DEAD, known=False), toll(dead=None))


def test_all_of_nothing_holds_and_any_of_nothing_does_not():
    assert holds(AllOf(()), {})
    assert not holds(AnyOf(()), {})


def test_conjuncts_are_what_must_all_hold():
    parts = (Known(DEAD), Known(HURT), AnyOf((AllOf((Known(PLACE),)),)))
    assert conjuncts(AllOf((parts[0], AllOf((parts[1], AllOf(()))), parts[2]))) == parts
    assert conjuncts(parts[0]) == parts[:1]


def test_roles_are_found_wherever_they_are_named():
    one, two, three = (Column(role, "dead") for role in ("one", "two", "three"))
    formula = AnyOf((Compare(one, "<", Shifted(two)), AllOf((Known(three), Compare(one, "==", 1)))))
    assert roles_in(formula) == {"one", "two", "three"}
    assert roles_in(Compare(Shifted(two), ">", 5)) == {"two"}
    assert roles_in(AnyOf(())) == set()


_roles = st.sampled_from(("one", "two"))
_words = st.sampled_from(("", "a", "b"))
_figures = st.integers(-3, 3) | st.sampled_from((2**62, -(2**62), 10**20))
_texts = st.builds(Column, _roles, st.sampled_from(("who", "where")))
_numbers = st.builds(Column, _roles, st.sampled_from(("low", "high")))
_amounts = _numbers | st.builds(Shifted, _numbers, st.integers(-3, 3), st.integers(-2, 2))

formulas = st.recursive(
    st.builds(
        Compare,
        _amounts,
        st.sampled_from(("==", "!=", "<", "<=", ">", ">=")),
        _amounts | _figures,
    )
    | st.builds(Compare, _texts, st.sampled_from(("==", "!=")), _texts | _words)
    | st.builds(Known, _texts | _numbers, st.booleans()),
    lambda parts: (
        st.builds(AllOf, st.lists(parts, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(parts, max_size=3).map(tuple))
    ),
    max_leaves=10,
)

_row = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("who", "where"), st.none() | _words),
        **dict.fromkeys(("low", "high"), st.none() | _figures),
    },
)
rows = st.fixed_dictionaries({"one": _row, "two": _row})


@given(formulas, rows)
def test_a_negated_formula_holds_exactly_where_the_formula_does_not(formula, bound):
    assert holds(negate(formula), bound) is not holds(formula, bound)


@given(formulas, rows)
def test_a_formula_negated_twice_holds_where_it_did(formula, bound):
    assert holds(negate(negate(formula)), bound) is holds(formula, bound)


@given(formulas, rows)
def test_a_formula_holds_where_all_its_conjuncts_do(formula, bound):
    assert holds(formula, bound) is all(holds(part, bound) for part in conjuncts(formula))


@given(formulas)
def test_negation_names_the_same_roles(formula):
    assert roles_in(negate(formula)) == roles_in(formula)
