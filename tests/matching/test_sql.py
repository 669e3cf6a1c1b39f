"""What engines over SQL are asked, in two dialects; and of a rule of each shape, as in ``sql/``.

``BELIE_SNAPSHOTS=write pytest tests/matching/test_sql.py`` writes these anew. That the SQL of every
other rule means what the rule does, ``test_conformance.py`` shows.
"""

import os
from pathlib import Path

import pytest
from belie.matching.sql import DIGITS, Domain, columns_read, domains, query, table
from belie.rulebook.columns import LIMIT
from belie.rulebook.formula import AllOf, AnyOf, Column, Compare, Known, Shifted, Total
from belie.rulebook.plan import Absence, Group, Plan
from belie.rulebook.rule import load_rules

SNAPSHOTS = Path(__file__).parent / "sql"
REFRESH = "BELIE_SNAPSHOTS=write pytest tests/matching/test_sql.py"
RULES = {rule.name: rule for rule in load_rules()}
SHAPES = {
    "control/gaining-and-losing": "facts beside each other",
    "control/lost-and-held": "what undoes it",
    "poll/options-exceed-100": "a group",
    "poll/parts-exceed-chamber": "a group and its whole",
}

ONE, TWO = {"one": "toll"}, {"one": "toll", "two": "toll"}
SAME_PLACE = Compare(Column("one", "place"), "==", Column("two", "place"))
MORE = Compare(Column("one", "value.low"), ">", Column("two", "value.low"))


def sql(plan, dialect="duckdb"):
    return query(plan).sql(dialect)


def where(formula, roles=TWO):
    """The condition alone, as ``formula`` becomes it."""
    return query(Plan("r", roles, formula)).args["where"].this.sql("duckdb")


def snapshot(name):
    return SNAPSHOTS / f"{name}.sql"


@pytest.mark.parametrize("name", SHAPES, ids=SHAPES.get)
def test_the_sql_of_a_rule_is_that_of_its_snapshot(name):
    path, text = snapshot(name), query(RULES[name].plan).sql("duckdb", pretty=True) + "\n"
    if os.environ.get("BELIE_SNAPSHOTS") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), (
        f"the SQL of {name} has changed. If that is meant: {REFRESH}"
    )


def test_there_is_no_snapshot_without_its_rule():
    assert sorted(SNAPSHOTS.rglob("*.sql")) == sorted(map(snapshot, SHAPES))


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_the_same_tree_in_every_dialect(name):
    tree = query(RULES[name].plan)
    before = tree.copy()
    assert tree.sql("spark")
    assert tree.sql("duckdb")
    assert tree == before


def test_a_join_tells_its_facts_apart_and_gives_their_positions_in_order():
    assert sql(Plan("r", TWO, AllOf((SAME_PLACE, MORE)))) == (
        'SELECT "one"."position" AS "fact_1", "two"."position" AS "fact_2" '
        'FROM "toll" AS "one", "toll" AS "two" '
        'WHERE "one"."place" = "two"."place" AND "one"."value.low" > "two"."value.low" '
        'AND "one"."position" <> "two"."position" '
        'ORDER BY "one"."position", "two"."position"'
    )


def test_facts_of_two_kinds_are_apart_by_themselves():
    plan = Plan("r", {"one": "toll", "two": "poll"}, SAME_PLACE)
    assert sql(plan) == (
        'SELECT "one"."position" AS "fact_1", "two"."position" AS "fact_2" '
        'FROM "toll" AS "one", "poll" AS "two" WHERE "one"."place" = "two"."place" '
        'ORDER BY "one"."position", "two"."position"'
    )


def test_a_symmetric_match_is_given_once():
    plan = Plan("r", TWO, SAME_PLACE, symmetric=True)
    assert query(plan).args["where"].this.sql("duckdb") == (
        '"one"."place" = "two"."place" AND "one"."position" < "two"."position"'
    )


def test_unless_is_that_there_is_no_further_fact():
    later = Compare(Column("later", "day"), ">", Column("one", "day"))
    plan = Plan("r", ONE, AllOf(()), unless=(Absence({"later": "toll", "vote": "poll"}, later),))
    assert query(plan).args["where"].this.sql("duckdb") == (
        'NOT EXISTS(SELECT 1 FROM "toll" AS "later", "poll" AS "vote" '
        'WHERE "later"."day" > "one"."day" AND "one"."position" <> "later"."position")'
    )


def test_what_names_one_role_may_be_asked_once_of_each_fact_in_it():
    later = Compare(Column("later", "day"), ">", Column("one", "day"))
    plan = Plan("r", TWO, SAME_PLACE, unless=(Absence({"later": "toll"}, later),), symmetric=True)
    asked = (
        'FROM "toll" AS "later" '
        'WHERE "later"."day" > "one"."day" AND "one"."position" <> "later"."position")'
    )
    assert query(plan, once=True).args["where"].this.sql("duckdb") == (
        '"one"."place" = "two"."place" AND "one"."position" < "two"."position" '
        f'AND COALESCE((SELECT MIN("later"."position") {asked} = "two"."position", TRUE) '
        f'AND COALESCE((SELECT MAX("later"."position") {asked} = "two"."position", TRUE)'
    )


@pytest.mark.parametrize("kind", ["toll", "poll"])
def test_what_names_both_roles_or_is_of_another_kind_is_asked_of_both(kind):
    named = SAME_PLACE if kind == "toll" else Known(Column("one", "day"))
    plan = Plan("r", TWO, SAME_PLACE, unless=(Absence({"later": kind}, named),))
    assert query(plan, once=True) == query(plan)


def test_a_group_is_an_array_of_positions():
    most = (("sum", "value.low", ">", Column("one", "value.high")), ("repeats", "name", "==", 0))
    plan = Plan("r", {"one": "toll", "each": "part"}, AllOf(()), group=Group(("day",), most))
    assert sql(plan) == (
        'SELECT "one"."position" AS "fact_1", LIST_SORT(ARRAY_AGG("each"."position")) AS "members" '
        'FROM "toll" AS "one", "part" AS "each" WHERE NOT "each"."day" IS NULL '
        'GROUP BY "one"."position", "one"."value.high", "each"."day" '
        'HAVING COUNT(*) >= 2 AND COUNT("each"."value.low") = COUNT(*) '
        'AND SUM(CAST("each"."value.low" AS DECIMAL(38, 0))) > "one"."value.high" '
        'AND COUNT("each"."name") - COUNT(DISTINCT "each"."name") = 0 '
        'ORDER BY "one"."position", MIN("each"."position")'
    )


def test_spark_is_told_the_same_in_its_own_words():
    plan = Plan("r", ONE, AllOf(()), group=Group((), (("max", "day", "<=", 3),), at_least=1))
    assert sql(plan, "spark") == (
        "SELECT ARRAY_SORT(COLLECT_LIST(`one`.`position`)) AS `members` FROM `toll` AS `one` "
        "HAVING COUNT(*) >= 1 AND COUNT(`one`.`day`) = COUNT(*) AND MAX(`one`.`day`) <= 3 "
        "ORDER BY MIN(`one`.`position`) NULLS LAST"
    )


@pytest.mark.parametrize(
    ("formula", "condition"),
    [
        (Known(Column("one", "day")), 'NOT "one"."day" IS NULL'),
        (Known(Column("one", "day"), known=False), '"one"."day" IS NULL'),
        (Compare(Column("one", "said"), "!=", "it's"), "\"one\".\"said\" <> 'it''s'"),
        (Compare(Column("one", "day"), "<=", -3), '"one"."day" <= -3'),
        (
            AnyOf((Known(Column("one", "a")), AllOf((Known(Column("one", "b")), AnyOf(()))))),
            '(NOT "one"."a" IS NULL OR (NOT "one"."b" IS NULL AND FALSE))',
        ),
        (AnyOf(()), "FALSE"),
        (
            Compare(Shifted(Column("one", "d"), 5, 3), "<", Shifted(Column("two", "d"), -1)),
            'CAST("one"."d" AS DECIMAL(38, 0)) * 3 + 5 < CAST("two"."d" AS DECIMAL(38, 0)) + -1',
        ),
        (
            Compare(
                Total((Shifted(Column("one", "a")), Shifted(Column("two", "a"), 0, -1))), ">", 9
            ),
            'CAST("one"."a" AS DECIMAL(38, 0)) + CAST("two"."a" AS DECIMAL(38, 0)) * -1 > 9',
        ),
    ],
)
def test_conditions(formula, condition):
    assert where(formula, {"one": "toll", "two": "poll"}) == condition


def test_a_number_has_no_more_digits_than_a_database_can_take():
    most = 10**DIGITS - 1
    assert where(Compare(Column("one", "day"), "<", most), ONE).endswith(f"< {'9' * DIGITS}")
    with pytest.raises(ValueError, match="more than 38 digits"):
        where(Compare(Column("one", "day"), "<", most + 1), ONE)
    with pytest.raises(ValueError, match="more than 38 digits"):
        where(Compare(Shifted(Column("one", "day"), -most - 1), "<", LIMIT), ONE)


def test_what_is_read_are_the_columns_that_plans_name():
    absence = Absence({"later": "vote"}, Compare(Column("later", "day"), ">", Column("one", "day")))
    group = Group(
        ("by",), (("sum", "value", ">", Column("one", "whole")), ("count", "fact", ">", 2))
    )
    plans = [
        Plan("a", TWO, AllOf((SAME_PLACE, MORE)), unless=(absence,)),
        Plan("b", {"one": "toll", "each": "part"}, Known(Column("each", "x")), group=group),
        Plan("c", {"one": "rumour"}, AllOf(())),
    ]
    assert columns_read(plans) == {
        "toll": ("day", "place", "value.low", "whole"),
        "vote": ("day",),
        "part": ("by", "fact", "value", "x"),
        "rumour": (),
    }
    assert table("toll") == "toll"


def test_columns_that_are_compared_are_of_one_type():
    place = Compare(Column("one", "place"), "==", Column("other", "city"))
    plans = [
        Plan("a", {"one": "toll", "other": "poll"}, place),
        Plan("b", ONE, Compare(Column("one", "place"), "==", "Izmir")),
        Plan("c", ONE, AllOf((Known(Column("one", "said")), Known(Column("one", "fact"))))),
        Plan("d", ONE, AllOf(()), group=Group(("said",), (("min", "dead", "==", 3),))),
        Plan("e", ONE, Compare(Shifted(Column("one", "low")), "==", Column("one", "high"))),
    ]
    assert set(domains(plans)) == {
        Domain(frozenset({("toll", "place"), ("poll", "city")}), "text"),
        Domain(frozenset({("toll", "said")}), None),
        Domain(frozenset({("toll", "fact")}), None),
        Domain(frozenset({("toll", "dead")}), "number"),
        Domain(frozenset({("toll", "low"), ("toll", "high")}), "number"),
    }


def test_a_column_is_not_compared_with_numbers_and_texts():
    plans = [
        Plan("a", ONE, Compare(Column("one", "day"), "==", "Monday")),
        Plan("b", ONE, Compare(Column("one", "day"), "<", 3)),
    ]
    with pytest.raises(ValueError, match="numbers are compared with texts: toll day"):
        domains(plans)
