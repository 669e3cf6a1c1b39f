import pytest
from belie.matching.durable.conditions import test as compiled
from belie.rulebook.formula import AllOf, Column, Compare, Shifted, Total, holds, negate
from generate import plan, rows, seeded

PLACES = {"one": 0, "two": 1}
LOW, HIGH = Column("one", "low"), Column("two", "high")


@pytest.mark.parametrize("seed", range(60))
def test_it_holds_where_the_formula_does(seed):
    random = seeded(f"conditions {seed}")
    facts = list(rows(random, 12, spread=2).values())
    told = set()
    for number in range(20):
        made = plan(random, f"r{number}")
        formula = random.choice((made.where, negate(made.where)))
        places = {role: place for place, role in enumerate(made.roles)}
        holds_for = compiled(formula, places)
        for _ in range(20):
            chosen = random.choices(facts, k=len(places))
            expected = holds(formula, dict(zip(places, chosen, strict=True)))
            assert holds_for(chosen) == expected
            told.add(expected)
    assert told == {True, False}


@pytest.mark.parametrize("low", [None, 1, 2, "text"])
@pytest.mark.parametrize("high", [None, 1, 2])
@pytest.mark.parametrize("operator", ["==", "!=", "<", "<=", ">", ">="])
def test_sums_and_shifts_and_the_unknown(low, high, operator):
    pair = {"one": {"low": low}, "two": {"high": high}}
    for left in (LOW, Shifted(LOW, 1, 2), Total((Shifted(LOW), Shifted(HIGH, 0, -1)))):
        for right in (HIGH, Shifted(HIGH, -1, 3), 1):
            if isinstance(low, str) and left is LOW and operator not in ("==", "!="):
                continue  # a number is never compared with text by order
            formula = Compare(left, operator, right)
            assert compiled(formula, PLACES)(list(pair.values())) == holds(formula, pair)


def test_text_has_no_order():
    formula = AllOf((Compare(Column("one", "place"), "<", Column("two", "place")),))
    with pytest.raises(TypeError, match="text has no order: 'Lae' < 'Mendi'"):
        compiled(formula, PLACES)([{"place": "Lae"}, {"place": "Mendi"}])
