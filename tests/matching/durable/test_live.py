import os
from random import Random

import pytest
from belie.matching.base import EngineError
from belie.matching.durable.live import Changes, Live
from belie.matching.durable.session import durable_rules
from belie.matching.plain import Plain
from belie.model import Match
from belie.rulebook.formula import AllOf, Column, Compare
from belie.rulebook.plan import Absence, Group, Plan
from generate import plan, rows, seeded

SESSIONS = int(os.environ.get("BELIE_SESSIONS", "300"))

PLACE = Compare(Column("low", "place"), "==", Column("high", "place"))
MORE = Compare(Column("high", "dead"), ">", Column("low", "dead"))
RISING = Plan("rising", {"low": "toll", "high": "toll"}, AllOf((PLACE, MORE)))


def toll(place, dead):
    return {"kind": "toll", "place": place, "dead": dead}


def rising(*pairs):
    return tuple(Match("rising", pair) for pair in pairs)


def test_only_what_changes_is_told():
    live = Live([RISING])
    assert live.update({"a": toll("Derna", 40), "b": toll("Derna", 60)}) == (rising(("a", "b")), ())
    assert live.update({"c": toll("Derna", 90)}) == (rising(("a", "c"), ("b", "c")), ())
    assert live.update({"b": toll("Derna", 95)}) == Changes(rising(("c", "b")), rising(("b", "c")))
    assert live.update({"d": toll("Susa", 1)}) == ((), ())
    assert live.update({}, ["a"]) == ((), rising(("a", "b"), ("a", "c")))
    assert live.matches == rising(("c", "b"))
    live.close()


def test_a_changed_fact_keeps_its_place_and_a_withdrawn_one_loses_it():
    live = Live([Plan("same", {"low": "toll", "high": "toll"}, PLACE, symmetric=True)])
    live.update({name: toll("Derna", 1) for name in "abc"})
    live.update({"a": toll("Derna", 2)})
    assert [match.facts for match in live.matches] == [("a", "b"), ("a", "c"), ("b", "c")]
    live.update({"a": toll("Derna", 2)}, ["a"])
    assert [match.facts for match in live.matches] == [("b", "c"), ("b", "a"), ("c", "a")]


def test_a_match_that_stands_throughout_is_not_told_again():
    live = Live([RISING])
    live.update({"a": toll("Derna", 40), "b": toll("Derna", 60)})
    assert live.update({"a": toll("Derna", 41)}) == ((), ())
    assert live.update({"a": toll("Derna", 42)}, ["a"]) == ((), ())
    assert live.matches == rising(("a", "b"))


def test_a_third_fact_undoes_a_match_and_going_restores_it():
    settled = Absence(
        {"settled": "count"}, Compare(Column("settled", "place"), "==", Column("low", "place"))
    )
    live = Live([Plan("rising", RISING.roles, RISING.where, (settled,))])
    live.update({"a": toll("Derna", 40), "b": toll("Derna", 60)})
    count = {"kind": "count", "place": "Derna"}
    assert live.update({"c": {**count, "place": "Susa"}}) == ((), ())
    assert live.update({"c": count}) == ((), rising(("a", "b")))
    assert live.update({}, ["c"]) == (rising(("a", "b")), ())


def test_a_group_is_told_as_it_grows():
    total = Group(("place",), (("sum", "dead", ">", 100),))
    live = Live([Plan("sum", {"each": "toll"}, AllOf(()), group=total)])
    assert live.update({"a": toll("Derna", 60), "b": toll("Derna", 30)}) == ((), ())
    assert live.update({"c": toll("Derna", 20)}).added == (Match("sum", ("a", "b", "c")),)
    changes = live.update({"d": toll("Derna", 1)}, ["b"])
    assert changes == ((), (Match("sum", ("a", "b", "c")),))


def test_withdrawing_what_is_not_there_changes_nothing():
    live = Live([RISING])
    live.update({"a": toll("Derna", 40)})
    with pytest.raises(KeyError, match="x"):
        live.update({"b": toll("Derna", 60)}, ["a", "x"])
    assert live.update({"c": toll("Derna", 50)}) == (rising(("a", "c")), ())


def test_after_a_failure_the_next_update_tells_all(monkeypatch):
    live = Live([RISING])
    live.update({"a": toll("Derna", 40), "b": toll("Derna", 60)})
    with monkeypatch.context() as failing:
        failing.setattr(durable_rules(), "get_facts", lambda *_: "[]")
        with pytest.raises(EngineError, match="kept 0 of"):
            live.update({"c": toll("Derna", 50)}, ["a"])
    assert live.matches == rising(("a", "b"))
    assert live.update({"d": toll("Susa", 1)}) == (rising(("c", "b")), rising(("a", "b")))
    with pytest.raises(EngineError, match="neither a whole number nor text"):
        live.update({"d": toll("Derna", 1.5)})
    assert live.update({}, ["d"]) == ((), ())


def random_update(random: Random, facts, spread):
    """What to put and what to withdraw, a little at a time or much."""
    fresh = rows(random, random.choice((0, 1, 1, 1, 2, 5)), spread)
    put = {f"f{random.randrange(60)}": row for row in fresh.values()}
    most = min(len(facts), random.choice((0, 0, 1, 1, 3)))
    return put, random.sample(list(facts), most)


def follow(seed, plans, updates, first, spread):
    """A session beside plain, for as many random updates."""
    random = seeded(f"live {seed}")
    plain, live = Plain(plans), Live(plans)
    facts = rows(random, first, spread)
    stood = plain.match(facts)
    assert live.update(facts) == (tuple(stood), ())
    for _ in range(updates):
        put, withdraw = random_update(random, facts, spread)
        for name in withdraw:
            del facts[name]
        facts.update(put)
        changes = live.update(put, withdraw)
        stand = plain.match(facts)
        assert live.matches == tuple(stand), f"seed {seed}"
        assert changes.added == tuple(match for match in stand if match not in stood), seed
        assert set(changes.gone) == {match for match in stood if match not in stand}, seed
        assert len(set(changes.gone)) == len(changes.gone)
        stood = stand
    live.close()


@pytest.mark.parametrize("block", range(0, SESSIONS, 50))
def test_after_any_updates_it_stands_as_plain_has_it(block):
    for seed in range(block, min(block + 50, SESSIONS)):
        random = seeded(seed)
        plans = [plan(random, f"r{number}") for number in range(random.choice((1, 3, 6)))]
        follow(seed, plans, 8, random.choice((0, 3, 8, 20)), random.choice((1, 2, 3)))


@pytest.mark.parametrize("seed", range(max(SESSIONS // 100, 1)))
def test_updates_among_more_facts_than_one_session_holds(seed):
    random = seeded(f"large {seed}")
    plans = [plan(random, f"r{number}", small=True) for number in range(4)]
    follow(seed, plans, 4, 500, random.choice((30, 100)))
