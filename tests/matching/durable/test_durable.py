import subprocess
import sys

import pytest
from belie.matching.base import EngineError, EngineUnavailableError
from belie.matching.durable import Durable
from belie.matching.durable.compile import compile_plan
from belie.matching.durable.facts import Encoder
from belie.matching.durable.rulesets import shard
from belie.matching.durable.search import Question, Table
from belie.matching.durable.session import durable_rules
from belie.matching.plain import Plain
from belie.model import Match
from belie.rulebook.columns import LIMIT
from belie.rulebook.formula import AllOf, AnyOf, Column, Compare, Known, Shifted, negate
from belie.rulebook.plan import Absence, Group, Plan

PAIR = {"one": "toll", "two": "toll"}


def column(name):
    role, _, short = name.partition(".")
    return Column(role, short)


def same(short, left="one", right="two"):
    return Compare(Column(left, short), "==", Column(right, short))


def pair(*conditions, **options):
    return Plan("rule", PAIR, AllOf((same("place"), *conditions)), **options)


def tolls(*cells):
    """Tolls of one place, ``cells`` being what ``dead`` says in each."""
    return {
        f"f{number}": {"kind": "toll", "place": "Mocoa", "dead": dead}
        for number, dead in enumerate(cells, start=1)
    }


def compiled(*plans):
    return [compile_plan(number, Question(plan)) for number, plan in enumerate(plans)]


def batches(ruleset, facts):
    """The positions of the facts in each batch, and in each group too large for one."""
    encoder = Encoder(ruleset)
    table = Table(tuple(facts.values()), range(len(facts)))
    chosen = encoder.choose(table, encoder.passing(table))
    return tuple(
        [[fact.position for fact in part] for part in parts] for parts in encoder.batches(chosen)
    )


def found(plans, facts):
    """What durable finds, which is what plain finds."""
    durable = Durable(plans)
    matches = durable.match(facts)
    durable.close()
    assert matches == Plain(plans).match(facts)
    return [match.facts for match in matches]


def test_a_rule_of_two_roles():
    more = pair(Compare(column("two.dead"), ">", column("one.dead")))
    assert found([more], tolls(17, 254, 17)) == [("f1", "f2"), ("f3", "f2")]


def test_matches_come_by_rule_and_then_by_the_positions_of_their_facts():
    some = Plan("b", PAIR, same("place"), symmetric=True)
    all_ = Plan("a", PAIR, same("dead"))
    durable = Durable([some, all_])
    assert durable.match(tolls(5, 7, 5)) == [
        Match("b", ("f1", "f2")),
        Match("b", ("f1", "f3")),
        Match("b", ("f2", "f3")),
        Match("a", ("f1", "f3")),
        Match("a", ("f3", "f1")),
    ]


def test_it_is_used_again_and_again():
    durable = Durable([pair(Compare(column("two.dead"), ">", column("one.dead")))])
    for dead in range(20):
        assert durable.match(tolls(0, dead)) == [Match("rule", ("f1", "f2"))][: bool(dead)]
    assert durable.match({}) == []
    durable.close()


@pytest.mark.parametrize(
    ("condition", "matches"),
    [
        (Compare(column("two.dead"), ">=", column("one.dead")), [("f1", "f2")]),
        (Compare(column("one.dead"), "<", column("two.dead")), [("f1", "f2")]),
        (Compare(column("two.dead"), ">", Shifted(column("one.dead"), plus=4)), []),
        (Compare(Shifted(column("one.dead"), times=2), "<=", column("two.dead")), [("f1", "f2")]),
        (Compare(Shifted(column("one.dead"), plus=4), "==", column("two.dead")), [("f1", "f2")]),
        (Compare(column("one.dead"), "!=", column("two.dead")), [("f1", "f2"), ("f2", "f1")]),
        (Compare(column("one.dead"), "<", 6), [("f1", "f2"), ("f1", "f3")]),
        (Compare(column("one.dead"), "!=", 4), [("f2", "f1"), ("f2", "f3")]),
        (Known(column("two.dead"), known=False), [("f1", "f3"), ("f2", "f3")]),
        (
            AnyOf((Known(column("one.dead"), known=False), Known(column("two.dead"), known=False))),
            [("f1", "f3"), ("f2", "f3"), ("f3", "f1"), ("f3", "f2")],
        ),
        (
            negate(Compare(column("one.dead"), "<", column("two.dead"))),
            [("f1", "f3"), ("f2", "f1"), ("f2", "f3"), ("f3", "f1"), ("f3", "f2")],
        ),
        (AnyOf(()), []),
    ],
)
def test_conditions_hold_where_the_formula_does(condition, matches):
    assert found([pair(condition)], tolls(4, 8, None)) == matches


def test_the_texts_of_a_rule_are_literals_whatever_they_say():
    said = ("", "É", "e\u0301", 'so "said"', "\x00", "}, {", "x" * 5000, "null", "1")
    facts = {
        f"f{number}": {"kind": "claim", "who": "Ava", "said": text}
        for number, text in enumerate(said)
    }
    for number, text in enumerate(said):
        rule = Plan(
            "said",
            {"one": "claim", "two": "claim"},
            AllOf((same("who"), Compare(column("one.said"), "==", text))),
        )
        expected = [(f"f{number}", f"f{other}") for other in range(len(said)) if other != number]
        assert found([rule], facts) == expected


def test_texts_that_look_alike_are_not_equal():
    rule = Plan("same", {"one": "claim", "two": "claim"}, same("who"))
    names = ("Łódź", "Ło\u0301dz\u0301", "costarring", "liquid", "x" * 4000, "x" * 4001)
    facts = {f"f{n}": {"kind": "claim", "who": name} for n, name in enumerate(names)}
    assert found([rule], facts) == []


def test_a_column_may_hold_text_in_one_fact_and_a_number_in_another():
    facts = tolls(1, 1)
    facts["f3"] = {"kind": "toll", "place": "Mocoa", "dead": "1"}
    assert found([pair(same("dead"))], facts) == [("f1", "f2"), ("f2", "f1")]
    less = Compare(column("one.dead"), "<=", column("two.dead"))
    assert found([pair(less)], facts) == [("f1", "f2"), ("f2", "f1")]


def test_whole_numbers_of_any_size_keep_their_order():
    rising = (-(10**40), -(2**63) - 1, -LIMIT, -1, 0, 2**53, 2**53 + 1, LIMIT, 2**63, 2**64, 10**40)
    more = pair(Compare(column("two.dead"), ">", column("one.dead")))
    facts = tolls(*rising)
    ids = list(facts)
    expected = [(low, high) for at, low in enumerate(ids) for high in ids[at + 1 :]]
    assert found([more], facts) == expected


def test_a_tolerance_never_overflows():
    far = pair(Compare(column("two.dead"), "<", Shifted(column("one.dead"), LIMIT, 1000)))
    assert found([far], tolls(LIMIT, 5)) == [("f1", "f2"), ("f2", "f1")]


def test_four_roles_in_any_order_of_their_links():
    roles = {"a": "toll", "b": "toll", "c": "toll", "d": "toll"}
    # b is linked to a only through d and c.
    links = AllOf((same("place", "d", "c"), same("dead", "b", "d"), same("day", "a", "c")))
    plan = Plan("four", roles, links)
    facts = {
        "f1": {"kind": "toll", "place": "Gabès", "dead": 10, "day": 1},
        "f2": {"kind": "toll", "place": "Sfax", "dead": 40, "day": 9},
        "f3": {"kind": "toll", "place": "Tunis", "dead": 30, "day": 1},
        "f4": {"kind": "toll", "place": "Tunis", "dead": 40, "day": 8},
    }
    assert compiled(plan) != [None]
    assert found([plan], facts) == [("f1", "f2", "f3", "f4")]


def test_unless_a_third_fact_exists():
    later = Absence(
        {"later": "toll"},
        AllOf((same("place", "later", "two"), Compare(column("later.dead"), "==", 99))),
    )
    assert found([pair(unless=(later,))], tolls(1, 2)) == [("f1", "f2"), ("f2", "f1")]
    assert found([pair(unless=(later,))], tolls(1, 2, 99)) == [
        ("f1", "f3"), ("f2", "f3"), ("f3", "f1"), ("f3", "f2"),
    ]  # fmt: skip


def test_unless_may_ask_that_the_own_roles_agree():
    agreed = Absence(
        {"later": "toll"}, AllOf((same("source"), Compare(column("later.dead"), ">", 90)))
    )
    facts = tolls(1, 2, 99)
    assert len(found([pair(unless=(agreed,))], facts)) == 6
    for name in ("f1", "f2"):
        facts[name] = {**facts[name], "source": "police"}
    assert len(found([pair(unless=(agreed,))], facts)) == 4


@pytest.mark.parametrize(
    "plan",
    [
        Plan("one role", {"one": "toll"}, Compare(column("one.dead"), ">", 1)),
        Plan("a group", {"one": "toll"}, AllOf(()), group=Group(("place",), ())),
        Plan("no key", PAIR, Compare(column("one.dead"), "<", column("two.dead"))),
        Plan(
            "five roles",
            dict.fromkeys("abcde", "toll"),
            AllOf(tuple(same("place", "a", other) for other in "bcde")),
        ),
    ],
    ids=lambda plan: plan.rule,
)
def test_what_is_no_join_is_left_to_plain(plan):
    assert compiled(plan) == [None]
    assert found([plan, pair()], tolls(1, 2, 3, 4, 5, 6))


def test_for_many_facts_rules_that_join_alike_are_compiled_together():
    plans = [pair(), pair(Compare(column("one.dead"), "<", 5)), Plan("r", PAIR, same("source"))]
    durable = Durable(plans)
    facts = {f"f{n}": {"kind": "toll", "place": f"p{n}", "source": f"s{n}"} for n in range(401)}
    assert durable.match({}) == []
    assert durable._many is None
    assert durable.match(facts) == []
    assert [len(part.ruleset.plans) for part in durable._many] == [2, 1]
    durable.close()


def test_many_facts_go_in_by_the_groups_that_can_match():
    facts = {
        f"f{number}": {"kind": "toll", "place": f"place {number % 250}", "dead": number // 250}
        for number in range(1000)
    }
    more = pair(Compare(column("two.dead"), ">", column("one.dead")))
    assert len(found([more], facts)) == 250 * 6


def test_rules_that_join_on_other_columns_do_not_make_one_group_of_many_facts():
    facts = {
        f"f{number}": {
            "kind": "toll",
            "place": f"p{number // 2}",
            "source": f"s{(number + 1) // 2}",
        }
        for number in range(1000)
    }
    plans = [pair(symmetric=True), Plan("source", PAIR, same("source"), symmetric=True)]
    assert len(found(plans, facts)) == 500 + 499
    together = [batches(ruleset, facts) for ruleset in shard(compiled(*plans))]
    assert together == [([], [list(range(1000))])]
    apart = [batches(ruleset, facts) for ruleset in shard(compiled(*plans), by_channel=True)]
    assert [(list(map(len, small)), large) for small, large in apart] == [
        ([400, 400, 200], []),
        ([400, 400, 198], []),
    ]


def test_many_facts_of_a_rule_that_joins_on_one_column_and_then_another():
    roles = {"a": "toll", "b": "toll", "c": "toll"}
    plan = Plan("chain", roles, AllOf((same("place", "a", "b"), same("source", "b", "c"))))
    facts = {
        f"f{number}": {
            "kind": "toll",
            "place": f"place {number * 7 % 600 // 2}",
            "source": f"source {number % 300}",
        }
        for number in range(600)
    }
    assert len(found([plan], facts)) == 600


def test_a_group_too_large_for_one_session_is_matched_by_plain():
    facts = tolls(*range(402))
    next_ = pair(Compare(column("two.dead"), "==", Shifted(column("one.dead"), plus=1)))
    assert found([next_], facts) == [(f"f{n}", f"f{n + 1}") for n in range(1, 402)]


def test_bindings_too_many_to_keep_are_matched_by_plain():
    roles = {"a": "toll", "b": "toll", "c": "toll"}
    rising = AllOf(
        (
            same("place", "a", "b"),
            same("place", "b", "c"),
            Compare(column("b.dead"), ">", Shifted(column("a.dead"), plus=33)),
            Compare(column("c.dead"), ">", Shifted(column("b.dead"), plus=33)),
        )
    )
    plan, facts = Plan("rising", roles, rising), tolls(*range(70))
    (ruleset,) = shard(compiled(plan))
    assert batches(ruleset, facts) == ([], [list(range(70))])
    assert len(found([plan], facts)) == 4


def test_more_matches_of_one_rule_than_durable_rules_gives_at_once():
    assert len(found([pair()], tolls(*range(60)))) == 60 * 59


@pytest.mark.parametrize(
    "condition", [same("dead"), Compare(column("one.dead"), "<", column("two.dead"))]
)
def test_a_row_that_holds_neither_number_nor_text_is_refused(condition):
    with pytest.raises(EngineError, match=r"holds 1\.5, which is neither"):
        Durable([pair(condition)]).match(tolls(1, 1.5))


def test_a_plan_that_means_nothing_is_refused():
    with pytest.raises(ValueError, match="no fact is bound to three"):
        Durable([pair(same("dead", "one", "three"))])


def test_what_is_missing_is_named(monkeypatch):
    durable_rules.cache_clear()
    flags = sys.getdlopenflags()
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "durable_rules_engine", None)
        with pytest.raises(EngineUnavailableError, match="install a C compiler and the Python"):
            Durable([])
        with pytest.raises(ImportError):
            Durable([])
    assert sys.getdlopenflags() == flags
    Durable([])
    assert sys.getdlopenflags() == flags


def test_durable_rules_is_loaded_when_an_engine_is_made_and_changes_no_flags():
    code = (
        "import sys; from belie.matching.durable import Durable; flags = sys.getdlopenflags(); "
        "name = 'durable_rules_engine'; print(name in sys.modules); Durable([]); "
        "print(name in sys.modules, 'durable' in sys.modules); "
        "print(sys.getdlopenflags() == flags)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True", "False", "True"]
