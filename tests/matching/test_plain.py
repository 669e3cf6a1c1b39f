import pytest
from belie.matching.plain import Plain, too_many
from belie.model import Match
from belie.rulebook.formula import AllOf, AnyOf, Column, Compare, Known, Shifted
from belie.rulebook.plan import Absence, Group, Plan, aggregate
from generate import by_definition, plan, rows, seeded

LEFT, RIGHT = {"left": "toll"}, {"left": "toll", "right": "toll"}
SAME_PLACE = Compare(Column("left", "place"), "==", Column("right", "place"))
MORE = Compare(Column("right", "dead"), ">", Column("left", "dead"))

TOLLS = {
    "f1": {"kind": "toll", "place": "Izmir", "dead": 12, "day": 1},
    "f2": {"kind": "toll", "place": "Izmir", "dead": 40, "day": 2},
    "f3": {"kind": "toll", "place": "Bursa", "dead": 50, "day": 1},
    "f4": {"kind": "toll", "place": None, "dead": 60, "day": 1},
    "f5": {"kind": "poll", "place": "Izmir", "dead": 70, "day": 1},
}


def found(*plans):
    return [(match.rule, *match.facts) for match in Plain(plans).match(TOLLS)]


def test_roles_are_bound_to_facts_of_their_kind_that_satisfy_the_condition():
    rule = Plan("more", RIGHT, AllOf((SAME_PLACE, MORE)))
    assert found(rule) == [("more", "f1", "f2")]


def test_no_fact_fills_two_roles():
    rule = Plan("same", RIGHT, SAME_PLACE)
    assert found(rule) == [("same", "f1", "f2"), ("same", "f2", "f1")]


def test_a_symmetric_match_is_given_once_the_earlier_fact_first():
    rule = Plan("same", RIGHT, SAME_PLACE, symmetric=True)
    assert found(rule) == [("same", "f1", "f2")]


def test_an_unknown_equals_nothing_and_differs_from_nothing():
    unlike = Compare(Column("left", "place"), "!=", Column("right", "place"))
    rule = Plan("unlike", RIGHT, unlike, symmetric=True)
    assert found(rule) == [("unlike", "f1", "f3"), ("unlike", "f2", "f3")]


def test_a_rule_may_ask_for_the_unknown():
    nowhere = Plan("nowhere", LEFT, Known(Column("left", "place"), known=False))
    assert found(nowhere) == [("nowhere", "f4")]


def test_a_tolerance_shifts_a_column():
    far = Compare(Column("right", "dead"), ">", Shifted(Column("left", "dead"), plus=9, times=4))
    assert found(Plan("far", RIGHT, far)) == [("far", "f1", "f4")]


def test_matches_come_by_rule_and_then_by_the_positions_of_their_facts():
    same = Plan("b", RIGHT, SAME_PLACE)
    large = Plan("a", LEFT, Compare(Column("left", "dead"), ">=", 40))
    assert found(same, large) == [
        ("b", "f1", "f2"), ("b", "f2", "f1"), ("a", "f2"), ("a", "f3"), ("a", "f4"),
    ]  # fmt: skip


def test_two_plans_of_one_name_are_two_plans():
    large = Plan("r", LEFT, Compare(Column("left", "dead"), ">", 50))
    assert found(large, large) == [("r", "f4"), ("r", "f4")]


def test_unless_undoes_a_match_for_which_another_fact_exists():
    later = Absence(
        {"later": "toll"},
        AllOf(
            (
                Compare(Column("later", "place"), "==", Column("left", "place")),
                Compare(Column("later", "day"), ">", Column("left", "day")),
            )
        ),
    )
    few = Compare(Column("left", "dead"), "<", 55)
    assert found(Plan("last", LEFT, few, unless=(later,))) == [("last", "f2"), ("last", "f3")]


def test_a_fact_of_the_match_undoes_nothing():
    another = Absence({"other": "toll"}, Compare(Column("other", "dead"), "==", 12))
    small = Compare(Column("left", "dead"), "<", 45)
    assert found(Plan("small", LEFT, small, unless=(another,))) == [("small", "f1")]


def test_unless_may_bind_several_facts_none_twice():
    pair = Absence(
        {"one": "toll", "two": "toll"}, Compare(Column("one", "day"), "==", Column("two", "day"))
    )
    # Day 1 has f1, f3 and f4: two of them are left beside f2, and beside any of the three.
    assert found(Plan("all", LEFT, AllOf(()), unless=(pair,))) == []
    two = Absence({"one": "toll", "two": "toll"}, Compare(Column("one", "dead"), "==", 40))
    assert found(Plan("all", LEFT, AllOf(()), unless=(two,))) == [("all", "f2")]


def test_a_group_is_the_facts_that_agree_on_its_columns():
    day = Plan("day", LEFT, AllOf(()), group=Group(("day",), (("sum", "dead", ">", 100),)))
    assert found(day) == [("day", "f1", "f3", "f4")]
    large = Compare(Column("left", "dead"), ">", 12)
    assert found(Plan("day", LEFT, large, group=Group(("day",), ()))) == [("day", "f3", "f4")]


def test_a_fact_whose_group_is_unknown_is_in_none():
    place = Plan("place", LEFT, AllOf(()), group=Group(("place",), (), at_least=1))
    assert found(place) == [("place", "f1", "f2"), ("place", "f3")]


@pytest.mark.parametrize(
    ("having", "matches"),
    [
        (("count", "dead", "==", 3), [("day", "f1", "f3", "f4")]),
        (("count", "place", "==", 3), []),
        (("min", "dead", "<", 13), [("day", "f1", "f3", "f4")]),
        (("max", "dead", "<=", 40), [("day", "f2")]),
    ],
)
def test_a_group_has_figures_unless_a_value_is_unknown(having, matches):
    group = Group(("day",), (having,), at_least=1)
    assert found(Plan("day", LEFT, AllOf(()), group=group)) == matches


def test_repeats_leave_the_unknown_aside():
    twice = Group(("kind",), (("repeats", "place", "==", 1),))
    assert found(Plan("kind", LEFT, AllOf(()), group=twice)) == [("kind", "f1", "f2", "f3", "f4")]
    assert aggregate("repeats", ["Izmir", None, "Izmir", None, "Bursa", "Izmir"]) == 2


@pytest.mark.parametrize(
    ("plan", "problem"),
    [
        (Plan("r", {}, AllOf(())), "at least one"),
        (Plan("r", LEFT, Known(Column("right", "dead"))), "no fact is bound to right"),
        (Plan("r", LEFT, AllOf(()), symmetric=True), "symmetry"),
        (Plan("r", RIGHT, SAME_PLACE, group=Group((), ()), symmetric=True), "a group has no"),
        (Plan("r", LEFT, AllOf(()), group=Group((), (("mean", "dead", ">", 1),))), "'mean'"),
        (Plan("r", LEFT, AllOf(()), unless=(Absence(LEFT, AllOf(())),)), "new ones"),
    ],
)
def test_a_plan_that_means_nothing_is_refused(plan, problem):
    with pytest.raises(ValueError, match=problem):
        Plain([plan])


def test_a_condition_without_roles_is_asked_once():
    assert found(Plan("never", RIGHT, AllOf((SAME_PLACE, AnyOf(()))))) == []


def test_no_facts_no_matches():
    assert Plain([Plan("more", RIGHT, SAME_PLACE)]).match({}) == []


IZMIR = {f"f{n}": {"kind": "toll", "place": "Izmir", "dead": n, "day": n % 2} for n in range(9)}
OTHER = Plan("other", RIGHT, AllOf((SAME_PLACE,)), symmetric=True)


def test_a_cover_names_each_fact_of_a_match_and_has_no_more_matches_than_facts():
    assert len(Plain([OTHER]).match(IZMIR)) == 36
    assert [match.facts for match in Plain([OTHER]).match(IZMIR, IZMIR)] == [
        ("f0", f"f{n}") for n in range(1, 9)
    ]


def test_each_match_of_a_cover_names_a_fact_that_is_to_be_covered():
    assert [match.facts for match in Plain([OTHER]).match(IZMIR, ["f7"])] == [
        *((f"f{n}", "f7") for n in range(7)), ("f7", "f8"),
    ]  # fmt: skip


def test_a_match_that_does_not_stand_covers_nothing():
    """The pairs of the first are undone, and so the second names the others."""
    nought = Compare(Column("left", "dead"), "==", 0)
    also = Compare(Column("more", "place"), "==", Column("left", "place"))
    undone = Absence({"more": "toll"}, AllOf((nought, also)))
    some = Plan("some", RIGHT, AllOf((SAME_PLACE, MORE)), unless=(undone,))
    assert [match.facts for match in Plain([some]).match(IZMIR, IZMIR)] == [
        ("f1", f"f{n}") for n in range(2, 9)
    ]


def test_groups_are_not_thinned_out():
    beside = {"whole": "toll", "part": "toll"}
    same = Compare(Column("whole", "place"), "==", Column("part", "place"))
    group = Group((), (("sum", "dead", ">", 0),), at_least=2)
    groups = Plan("groups", beside, AllOf((same,)), group=group)
    assert len(Plain([groups]).match(IZMIR, IZMIR)) == len(IZMIR)


def test_a_rule_can_be_left_out():
    more = Plan("more", RIGHT, AllOf((SAME_PLACE, MORE)))
    plain = Plain([OTHER, more])
    assert {match.rule for match in plain.match(IZMIR, IZMIR, ["more"])} == {"other"}
    assert {match.rule for match in plain.match(IZMIR, without=["other"])} == {"more"}


def test_a_rule_has_too_many_ways_to_put_facts_beside_each_other():
    """Of nine facts 36 pairs, or 72 where the rule tells the two apart."""
    more = Plan("more", RIGHT, AllOf((SAME_PLACE, MORE)))
    assert too_many([OTHER, more], IZMIR, most=81) == []
    assert too_many([OTHER, more], IZMIR, most=80) == ["more"]
    assert too_many([OTHER, more], IZMIR, most=39) == ["other", "more"]


def test_only_facts_that_agree_on_what_must_be_equal_count_as_ways():
    by_day = Compare(Column("left", "day"), "==", Column("right", "day"))
    few = Compare(Column("left", "dead"), "<", 2)
    third = {**RIGHT, "third": "toll"}
    thirds = Compare(Column("third", "day"), "==", Column("left", "day"))
    pairs = Plan("pairs", RIGHT, AllOf((by_day, few)))
    triples = Plan("triples", third, AllOf((by_day, few, thirds)))
    assert too_many([pairs, triples], IZMIR, most=8) == ["pairs", "triples"]
    assert too_many([pairs, triples], IZMIR, most=9) == ["triples"]
    assert too_many([pairs, triples], IZMIR, most=45) == []


@pytest.mark.parametrize("seed", range(150))
def test_plain_finds_what_trying_everything_finds(seed):
    random = seeded(seed)
    plans = [plan(random, f"r{number}") for number in range(4)]
    facts = rows(random, random.choice((0, 1, 5, 8)), spread=random.choice((1, 2)))
    expected = [match for each in plans for match in by_definition(each, facts)]
    assert Plain(plans).match(facts) == expected
    assert all(isinstance(match, Match) for match in expected)
