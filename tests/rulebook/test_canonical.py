import pytest
from belie.rulebook.canonical import is_symmetric, signature
from belie.rulebook.expressions import Parser
from belie.rulebook.formula import AllOf
from belie.rulebook.plan import Absence, Group, Plan
from belie.rulebook.propositions import formula_of
from specimens import KINDS


def formula(conditions, scope):
    return AllOf(tuple(formula_of(Parser(each, scope).proposition()) for each in conditions))


def plan(*conditions, roles="a b", unless=(), rule="t/r"):
    scope = dict.fromkeys(roles.split(), KINDS["toll"])
    blocks = [
        Absence({"c": "toll"}, formula(each, {**scope, "c": KINDS["toll"]})) for each in unless
    ]
    return Plan(
        rule, dict.fromkeys(scope, "toll"), formula(conditions, scope), unless=tuple(blocks)
    )


SAME = "same(a.place, b.place)"


@pytest.mark.parametrize(
    ("conditions", "symmetric"),
    [
        ([SAME], True),
        ([SAME, "differs(a.value, b.value)"], True),
        ([SAME, "compatible(a.place, b.place)", "disjoint(a.time, b.time)"], True),
        ([SAME, "apart(a.time, b.time, 3)"], True),
        ([SAME, "known(a.value)", "known(b.value)"], True),
        ([SAME, "a.value.low > b.value.high * 2 or b.value.low > a.value.high * 2"], True),
        ([SAME, "a.value.low != b.value.low"], True),
        ([SAME, "a.start < b.start + 5 and b.start < a.start + 5"], True),
        ([SAME, "a.start < b.start + 5 and b.start - 5 < a.start"], True),
        ([SAME, "a.start < b.start + 5 and a.start > b.start - 5"], True),
        ([SAME, "same(a.measure, b.measure)", 'a.measure == "killed"'], True),
        ([SAME, "exceeds(a.value, b.value)"], False),
        ([SAME, "known(a.value)"], False),
        ([SAME, "before(a.time, b.time)"], False),
        ([SAME, 'a.measure == "killed"', 'b.measure == "injured"'], False),
        ([SAME, "a.start < b.start + 5 and b.start < a.start + 6"], False),
    ],
)
def test_conditions_that_do_not_tell_two_roles_apart_are_symmetric(conditions, symmetric):
    assert is_symmetric(plan(*conditions)) is symmetric


def test_an_unless_can_tell_two_roles_apart():
    tied, loose = ["same(c.place, a.place)"], ["same(c.place, a.place)", "before(a.time, c.time)"]
    both = ["same(c.place, a.place)", "same(c.place, b.place)"]
    assert is_symmetric(plan(SAME, unless=[both]))
    assert is_symmetric(plan(SAME, unless=[tied, ["same(b.place, c.place)"]]))
    assert not is_symmetric(plan(SAME, unless=[loose]))
    either = ["same(c.place, a.place)", "same(c.measure, a.measure) or same(c.measure, b.measure)"]
    assert is_symmetric(plan(SAME, unless=[either]))


def test_symmetry_is_for_two_roles_of_one_kind():
    assert not is_symmetric(plan("known(a.place)", roles="a"))
    assert not is_symmetric(plan(SAME, "same(b.place, c.place)", roles="a b c"))
    scope = {"a": KINDS["toll"], "b": KINDS["hold"]}
    assert not is_symmetric(Plan("t/r", {"a": "toll", "b": "hold"}, formula([SAME], scope)))


def test_plans_that_ask_the_same_have_one_signature():
    one = plan(SAME, "before(a.time, b.time)", 'a.measure in ["killed", "injured"]')
    other = plan(
        "y.measure == 'injured' or y.measure == 'killed'",
        "after(x.time, y.time) and same(x.place, y.place)",
        roles="x y",
        rule="t/other",
    )
    assert signature(one) == signature(other)
    assert signature(one) != signature(plan(SAME, "before(a.time, b.time)"))


def test_groups_by_other_columns_ask_something_else():
    having = (("count", "fact", ">", 2),)
    known = formula(["known(a.place)"], {"a": KINDS["toll"]})
    plans = [
        Plan("t/r", {"a": "toll"}, known, group=Group(by, having))
        for by in (("place", "cause"), ("cause", "place"), ("place",))
    ]
    assert signature(plans[0]) == signature(plans[1]) != signature(plans[2])


def test_what_ties_a_third_fact_is_part_of_what_a_plan_asks():
    two, three = [SAME], [SAME, "same(a.place, c.place)"]
    plans = [plan(*each, roles="a b c") for each in (two, three)]
    assert signature(plans[0]) != signature(plans[1])
