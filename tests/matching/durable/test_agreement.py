"""Durable against plain, in random sessions: ``BELIE_SESSIONS=5000 pytest`` for a long run."""

import os

import pytest
from belie.matching.durable import Durable, engine
from belie.matching.plain import Plain
from generate import plan, rows, seeded

SESSIONS = int(os.environ.get("BELIE_SESSIONS", "300"))


def agree(seed, plans, sessions):
    """The number of matches of ``plans`` in all ``sessions``, found alike by both engines."""
    plain, durable = Plain(plans), Durable(plans)
    matches = 0
    for facts in sessions:
        expected = plain.match(facts)
        assert durable.match(facts) == expected, f"seed {seed}"
        for own in (facts.keys(), [*facts][: len(facts) // 3]):
            assert durable.match(facts, own) == plain.match(facts, own), f"seed {seed}"
        matches += len(expected)
    durable.close()
    return matches


@pytest.mark.parametrize("block", range(0, SESSIONS, 50))
def test_sessions_of_one_article(block, record_property):
    matches = 0
    for seed in range(block, min(block + 50, SESSIONS)):
        random = seeded(seed)
        plans = [plan(random, f"r{number}") for number in range(random.choice((1, 3, 6, 10)))]
        sizes = [random.choice((0, 1, 4, 8, 15, 25, 40)) for _ in range(2)]
        sessions = [rows(random, size, spread=random.choice((1, 2, 2, 3))) for size in sizes]
        matches += agree(seed, plans, sessions)
    record_property("matches", matches)
    assert matches > 0


@pytest.mark.parametrize("block", range(0, SESSIONS, 100))
def test_a_cover_that_durable_rules_is_not_asked_for(block, monkeypatch):
    monkeypatch.setattr(engine, "_MOST_TO_COVER", 0)
    for seed in range(block, min(block + 50, SESSIONS)):
        random = seeded(f"cover {seed}")
        plans = [plan(random, f"r{number}") for number in range(4)]
        agree(seed, plans, [rows(random, random.choice((8, 15, 25)), spread=random.choice((1, 2)))])


@pytest.mark.parametrize("seed", range(max(SESSIONS // 30, 1)))
def test_sessions_of_more_facts_than_one_session_holds(seed, record_property):
    random = seeded(f"large {seed}")
    plans = [plan(random, f"r{number}", small=True) for number in range(random.choice((1, 4, 8)))]
    facts = rows(random, random.choice((401, 500, 700)), spread=random.choice((10, 30, 100)))
    record_property("matches", agree(seed, plans, [facts]))


@pytest.mark.parametrize("seed", range(max(SESSIONS // 100, 1)))
def test_more_rules_than_one_ruleset_holds(seed, record_property):
    random = seeded(f"many {seed}")
    plans = [plan(random, f"r{number}") for number in range(150)]
    record_property("matches", agree(seed, plans, [rows(random, 20, spread=3)]))
