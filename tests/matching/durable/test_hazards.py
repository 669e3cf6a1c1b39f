"""The hazards of durable_rules 2.0.28, each with what belie does about it.

Where the bare hazard can be shown without bringing the tests down, it is shown as well.
"""

import json
import threading
import warnings
from itertools import pairwise
from pathlib import Path

import pytest
from belie.matching.base import EngineError
from belie.matching.durable import Durable
from belie.matching.durable.compile import compile_plan
from belie.matching.durable.facts import Encoder
from belie.matching.durable.live import Live
from belie.matching.durable.rulesets import ALIASES, Ruleset, shard
from belie.matching.durable.search import Question, Table
from belie.matching.durable.session import (
    MOST_FACTS,
    Session,
    distinct,
    durable_rules,
    fnv1a,
)
from belie.matching.plain import Plain
from belie.rulebook.formula import AllOf, AnyOf, Column, Compare, Known, Shifted
from belie.rulebook.plan import Plan
from generate import plan, rows, seeded

ONE, TWO = Column("one", "dead"), Column("two", "dead")
PAIR = {"one": "toll", "two": "toll"}
KEY = Compare(Column("one", "place"), "==", Column("two", "place"))


def pair(*conditions):
    return Plan("rule", PAIR, AllOf((KEY, *conditions)))


def cross(one, two, *conditions):
    return Plan("rule", {"one": one, "two": two}, AllOf((KEY, *conditions)))


def chain(*kinds):
    """A rule of as many roles, each in the same place as the one before."""
    roles = {f"role {number}": kind for number, kind in enumerate(kinds)}
    names = list(roles)
    links = [
        Compare(Column(one, "place"), "==", Column(other, "place"))
        for one, other in pairwise(names)
    ]
    return Plan("chain", roles, AllOf(tuple(links)))


def rulesets(*plans):
    compiled = [compile_plan(number, Question(each)) for number, each in enumerate(plans)]
    return shard([each for each in compiled if each is not None])


def random_rulesets():
    random = seeded("hazards")
    return rulesets(*(plan(random, f"r{number}") for number in range(400)))


def patterns(ruleset):
    """Every pattern but the first of its rule: the alias of the first, and its terms."""
    for rule in ruleset.definition().values():
        (first, _), *others = (next(iter(pattern.items())) for pattern in rule["all"])
        for _, terms in others:
            yield first, terms["$and"]


def is_join(term):
    (value,) = term.values()
    return isinstance(value, dict)


def tolls(*cells):
    return {
        f"f{number}": {"kind": "toll", "place": "Lae", "dead": dead}
        for number, dead in enumerate(cells, start=1)
    }


def agree(plans, facts):
    durable = Durable(plans)
    matches = durable.match(facts)
    durable.close()
    assert matches == Plain(plans).match(facts)
    return matches


def test_b1_every_join_ends_with_a_conjunct_that_is_always_true():
    joins = [each for ruleset in random_rulesets() for each in patterns(ruleset)]
    assert len(joins) > 200
    for first, terms in joins:
        assert terms[-1] == {"one": {first: "one"}}
        kinds = [is_join(term) for term in terms]
        assert kinds == sorted(kinds), "literals come first"


def test_b1_a_last_condition_that_is_false_is_no_match():
    less = pair(Compare(ONE, "<", TWO), Compare(TWO, "<", Shifted(ONE, plus=3)))
    assert len(agree([less], tolls(*range(0, 200, 4)))) == 0


def test_b2_no_group_stands_within_a_group():
    for ruleset in random_rulesets():
        for rule in ruleset.definition().values():
            for pattern in rule["all"]:
                (terms,) = pattern.values()
                assert set(terms) == {"$and"}
                assert not [term for term in terms["$and"] if {"$and", "$or"} & set(term)]


def test_b2_alternatives_do_not_hide_what_comes_after_them():
    either = AnyOf((Compare(ONE, "==", 1), Compare(ONE, "==", 2), Compare(ONE, "==", TWO)))
    assert len(agree([pair(either, Compare(ONE, "<", TWO))], tolls(1, 2, 3))) == 3


def test_b3_the_names_of_facts_have_hashes_of_their_own():
    # A pair of words that is known to collide.
    assert fnv1a("costarring") == fnv1a("liquid")
    assert list(distinct(("costarring", "liquid", "f1"), taken=("f1",))) == ["costarring"]
    session = Session(Ruleset().definition())
    assert session.run(['"v0":1'] * MOST_FACTS, range(MOST_FACTS)) == []
    session.close()


def bare(rule):
    """The C module, and the handle of a ruleset of one rule."""
    engine = durable_rules()
    return engine, engine.create_ruleset("bare", json.dumps({"r": rule}))


ANY = {"all": [{"m": {"one": 1}}]}


def test_b3_bare_the_second_of_two_facts_that_collide_is_not_kept():
    engine, ruleset = bare(ANY)
    facts = [{"id": name, "sid": "s", "one": 1} for name in ("costarring", "liquid")]
    result, _ = engine.assert_facts(ruleset, json.dumps(facts))
    assert result == 2, "the second was seen before"
    assert [fact["id"] for fact in json.loads(engine.get_facts(ruleset, "s"))] == ["costarring"]


def test_b3_every_other_name_has_a_hash_of_its_own():
    properties = [f"{letter}{number}" for letter in "vgk" for number in range(255)]
    properties += ["t", "n", "one", "flush", "never", "id", "sid", "$s"]
    assert list(distinct(properties)) == properties
    assert list(distinct((*ALIASES, "m", "z"))) == [*ALIASES, "m", "z"]


def test_b4_no_condition_names_id_or_sid_and_the_number_of_a_fact_is_a_field():
    for ruleset in random_rulesets():
        assert '"id"' not in str(ruleset.definition()).replace("'", '"')
        assert '"sid"' not in str(ruleset.definition()).replace("'", '"')
    same_id = Plan("r", PAIR, Compare(Column("one", "id"), "==", Column("two", "id")))
    facts = {f"f{n}": {"kind": "toll", "id": f"i{n % 2}", "sid": "s"} for n in range(4)}
    assert len(agree([same_id], facts)) == 4


def test_b5_a_state_is_deleted_only_after_an_action_has_fired():
    session = Session(rulesets(pair())[0].definition())
    engine, ruleset = durable_rules(), session._ruleset
    with pytest.raises(EngineError):
        session.run(['"v0":1e20'], [0])
    assert len(json.loads(engine.get_facts(ruleset, "s"))) == 1, "the state is still there"
    assert session.run(['"v0":1'], [0]) == []
    assert session._ruleset != ruleset, "and its ruleset is not used again"
    with pytest.raises(Exception, match="309"):
        engine.get_facts(session._ruleset, "s")  # a finished state is gone


def test_b6_a_fact_has_all_that_its_flags_stand_for_and_no_null():
    encoded = [
        json.loads(f"{{{fact}}}")
        for ruleset in random_rulesets()
        for fact in encode(ruleset, rows(seeded("nulls"), 60, spread=1))
    ]
    assert len(encoded) > 100
    assert {type(cell) for fact in encoded for cell in fact.values()} == {int}


def test_b6_what_a_pattern_compares_is_there_in_every_fact_that_has_its_flag():
    for ruleset in random_rulesets():
        facts = rows(seeded("nulls"), 60, spread=1)
        encoded = [json.loads(f"{{{fact}}}") for fact in encode(ruleset, facts)]
        for rule in ruleset.definition().values():
            named = {alias: {flag_of(terms)} for alias, terms in aliased(rule)}
            for alias, terms in aliased(rule):
                for own, other, column in compared(terms):
                    named[alias].add(own)
                    named[other].add(column)
            for alias, terms in aliased(rule):
                flagged = [fact for fact in encoded if flag_of(terms) in fact]
                assert all(named[alias] <= {*fact, "n", "one"} for fact in flagged)


def aliased(rule):
    return [(alias, terms["$and"]) for part in rule["all"] for alias, terms in part.items()]


def flag_of(terms):
    (flag,) = terms[0]
    return flag


def compared(terms):
    """Of each join: the property, and the alias and property that it is compared with."""
    for term in filter(is_join, terms):
        ((name, value),) = term.items()
        if name.startswith("$"):
            ((name, value),) = value.items()
        ((alias, other),) = value.items()
        yield name, alias, other


def encode(ruleset, facts):
    """The facts of ``facts`` that may match, as a session of ``ruleset`` takes them."""
    encoder = Encoder(ruleset)
    table = Table(tuple(facts.values()), range(len(facts)))
    return encoder.encode(encoder.choose(table, encoder.passing(table)))


def test_b6_an_unknown_does_not_keep_later_facts_from_matching():
    later = pair(Compare(ONE, "<=", TWO))
    facts = tolls(None, 1, None, 1)
    facts["f3"] = {"kind": "toll", "place": None}
    assert [match.facts for match in agree([later], facts)] == [("f2", "f4"), ("f4", "f2")]
    equal = pair(Compare(ONE, "==", TWO))
    assert [match.facts for match in agree([equal], facts)] == [("f2", "f4"), ("f4", "f2")]
    unknown = pair(Known(ONE, known=False))
    assert [match.facts for match in agree([unknown], facts)] == [("f1", "f2"), ("f1", "f4")]


def test_b7_bare_a_number_it_cannot_read_drops_the_rest_and_says_nothing():
    engine, ruleset = bare(ANY)
    facts = [{"id": f"f{n}", "sid": "s", "one": 1, "v": v} for n, v in enumerate((1, 1e20, 3))]
    assert engine.assert_facts(ruleset, json.dumps(facts))[0] == 0
    assert len(json.loads(engine.get_facts(ruleset, "s"))) == 1


def test_b7_a_batch_that_is_not_read_to_its_end_is_an_error():
    session = Session(rulesets(pair())[0].definition())
    with pytest.raises(EngineError, match="did not come to the end"):
        session.run(['"v0":1', '"v0":1e20', '"v0":1'], range(3))


def test_b7_a_first_fact_that_is_not_read_is_an_error_and_no_crash():
    session = Session(rulesets(pair())[0].definition())
    with pytest.raises(EngineError, match="did not come to the end"):
        session.run(['"v0":NaN,"v1":1e20'], [0])


def test_b7_numbers_go_in_as_small_ones():
    ruleset = rulesets(pair(Compare(ONE, "<", TWO)))[0]
    facts = encode(ruleset, tolls(-(10**30), 2**62, 10**20, None))
    assert ruleset.layouts["toll"].numbers == {Shifted(Column("", "dead")): "v0"}
    assert [json.loads(f"{{{fact}}}")["v0"] for fact in facts] == [1, 2, 3]


def test_b8_there_is_no_arithmetic_to_fail():
    names: set[str] = set()
    for ruleset in random_rulesets():
        for _, terms in patterns(ruleset):
            names |= {name for term in terms for name in term if name.startswith("$")}
    assert names == {"$lt", "$lte", "$gt", "$gte"}
    assert len(agree([pair(Compare(Shifted(ONE, times=0), "<", TWO))], tolls(0, 1))) == 1


def test_b9_no_thread_is_started():
    def threads():
        return threading.active_count(), len(list(Path("/proc/self/task").iterdir()))

    before = threads()
    durable, live = Durable([pair()]), Live([pair()])
    assert len(durable.match(tolls(1, 2))) == 2
    assert len(durable.match(tolls(*range(500)))) == 500 * 499
    assert len(live.update(tolls(1, 2)).added) == 2
    assert threads() == before
    durable.close()
    live.close()


def column(number):
    return Column("one", f"column {number}")


@pytest.mark.parametrize(
    "plans",
    [
        [pair(Compare(TWO, ">", Shifted(ONE, plus=plus))) for plus in range(150)],
        # Thirty kinds of first patterns and then 58 joins, all within reach of one toll.
        [cross("toll", "poll", Compare(ONE, ">", -n - 1)) for n in range(30)]
        + [cross("poll", "toll", Compare(TWO, ">", Shifted(ONE, plus=n))) for n in range(58)],
        [pair(Compare(Column("one", "by"), "==", f"agency {number}")) for number in range(600)],
        [pair(*(Compare(TWO, ">", column(n * m)) for m in range(1, 20))) for n in range(1, 40)],
        [pair(*(Compare(TWO, "<=", Shifted(ONE, plus=plus)) for plus in range(40)))],
        [pair(*(Compare(TWO, "<=", Shifted(ONE, plus=plus)) for plus in range(300)))],
        [cross(f"kind {number}", "toll") for number in range(700)],
        [cross("toll", f"kind {number}") for number in range(700)],
        [chain(*(f"kind {4 * number + role}" for role in range(4))) for number in range(200)],
    ],
    ids=[
        "joins", "first patterns", "literals", "properties", "terms", "far too many terms",
        "rules into a kind", "rules from a kind", "kinds",
    ],
)  # fmt: skip
def test_b10_rules_beyond_a_limit_go_into_another_ruleset(plans):
    facts = tolls(*range(0, 60, 3))
    for number, row in enumerate(facts.values()):
        row["by"] = f"agency {number * 31 % 600}"
        row.update({f"column {n}": n % 7 for n in range(number, 700, 3)})
    facts.update({f"k{n}": {"kind": f"kind {n}", "place": "Lae"} for n in range(640, 660)})
    facts.update({f"p{n}": {"kind": "poll", "place": "Lae", "dead": n} for n in range(9)})
    assert agree(plans, facts)


def test_b10_more_checks_than_a_ruleset_holds_sessions():
    durable = Durable([pair()])
    assert {len(durable.match(tolls(1, 2))) for _ in range(1100)} == {2}
    durable.close()


def test_b10_a_session_takes_no_more_facts_than_are_safe():
    session = Session(rulesets(pair())[0].definition())
    with pytest.raises(ValueError, match="no more than 400 facts"):
        session.run(['"v0":1'] * (MOST_FACTS + 1), range(MOST_FACTS + 1))


class Lossy:
    """The C module, but for one function."""

    def __init__(self, name, function):
        setattr(self, name, function)

    def __getattr__(self, name):
        return getattr(durable_rules(), name)


@pytest.mark.parametrize(
    ("name", "function", "failure"),
    [
        ("get_facts", lambda *_: "[{},{}]", "kept 2 of 4 facts"),
        ("complete_and_start_action", lambda *_: None, "did not come to the end"),
        ("assert_facts", lambda *asked: (1, durable_rules().assert_facts(*asked)[1]), "the end"),
        ("start_action_for_state", lambda *_: None, "did not come to the end"),
        ("start_action_for_state", lambda *_: {}["lost"], "durable_rules failed: .*lost"),
    ],
)
def test_a_ruleset_that_has_lost_something_is_not_believed(name, function, failure):
    session = Session(rulesets(pair())[0].definition())
    facts = ['"g0":1,"k0":1', '"g0":1,"k0":1']
    session._engine = Lossy(name, function)
    with pytest.raises(EngineError, match=failure):
        session.run(facts, [7, 8])
    session._engine = durable_rules()
    assert session.run(facts, [7, 8]) == [(0, [7, 8, 8, 7])]


def test_facts_that_no_rule_observes_are_accepted():
    session = Session(rulesets(pair())[0].definition())
    assert session.run(['"t":99'], [0]) == []


def test_rules_that_it_does_not_take_are_an_error():
    with pytest.raises(EngineError, match="did not take the rules"):
        Session({"r0": {"all": [{"a": {"$and": 5}}]}})


def test_nothing_it_does_is_deprecated():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(agree([pair()], tolls(1, 2))) == 2
