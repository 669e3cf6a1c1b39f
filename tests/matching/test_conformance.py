"""Every rule that comes with belie, on every engine: what plain finds, and in its order."""

import os
from collections import Counter
from contextlib import closing
from functools import cache
from random import Random

import pytest
from belie.findings import find
from belie.kinds import load_kinds
from belie.matching.duck import Duck
from belie.matching.durable import Durable
from belie.matching.plain import Plain
from belie.rulebook.columns import columns
from belie.rulebook.rule import load_rules
from boundary import changeable, changed, numbered, pool, session
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ENGINES = {
    "durable": Durable,
    "duck": Duck,
}
"""What is held against ``Plain``: how an engine is made of plans."""

ALONE = ("durable", "duck")
"""The engines that are given each rule by itself as well, in many small sessions."""

EXAMPLES = int(os.environ.get("BELIE_EXAMPLES", "12"))
SEEDS = range(8)

KINDS = load_kinds()
RULES = {rule.name: rule for rule in load_rules(kinds=KINDS)}


@st.composite
def sessions(draw, rule):
    """Facts at which ``rule`` is aimed, changed in a few places."""
    facts = session(Random(draw(st.integers(0, 2**32))), [rule], KINDS)  # noqa: S311
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(facts) - 1))
        kind = KINDS[facts[at].kind]
        name = draw(st.sampled_from(changeable(kind)))
        facts[at] = changed(facts[at], name, draw(st.sampled_from(pool(kind, name))))
    return facts[draw(st.sampled_from([0, 0, 0, 1, len(facts) - 1, len(facts)])) :]


def read(facts):
    """The facts and their rows, both by id."""
    facts = numbered(facts)
    return facts, {name: columns(fact, KINDS[fact.kind]) for name, fact in facts.items()}


def own_of(facts):
    """The facts of the first article."""
    return {name for name, fact in facts.items() if fact.article == facts["f1"].article}


def agree(engine, plans, facts):
    """The matches, found alike by ``engine`` and by plain."""
    facts, rows = read(facts)
    expected = Plain(plans).match(rows)
    matches = engine.match(rows)
    assert matches == expected
    if facts:
        own = own_of(facts)
        cover = Plain(plans).match(rows, own)
        assert engine.match(rows, own) == cover
        assert find(RULES, matches, facts, rows, own) == find(RULES, cover, facts, rows, own)
    return matches


def seeded(seed, rules):
    return session(Random(f"conformance {seed}"), rules, KINDS)  # noqa: S311


@cache
def matching(name):
    """Facts that the rule called ``name`` matches."""
    plain = Plain([RULES[name].plan])
    drawn = (seeded(seed, [RULES[name]]) for seed in range(200))
    return next((facts for facts in drawn if plain.match(read(facts)[1])), None)


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("engine", ALONE)
def test_a_rule_alone(engine, name):
    plans = [RULES[name].plan]
    with closing(ENGINES[engine](plans)) as made:
        assert agree(made, plans, matching(name))

        @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
        @given(sessions(RULES[name]))
        def check(facts):
            agree(made, plans, facts)

        check()


@pytest.mark.parametrize("engine", ENGINES)
def test_all_rules_together(engine):
    plans = [rule.plan for rule in RULES.values()]
    matched = Counter()
    with closing(ENGINES[engine](plans)) as made:
        for seed in SEEDS:
            matches = agree(made, plans, seeded(seed, RULES.values()))
            matched.update({match.rule for match in matches})
        assert agree(made, plans, []) == []
        without = [name for name in RULES if name.startswith("casualty/")]
        facts, rows = read(seeded(0, RULES.values()))
        assert made.match(rows, own_of(facts), without) == [
            match for match in made.match(rows, own_of(facts)) if match.rule not in without
        ]
    assert len(matched) > len(RULES) * 0.9, sorted(RULES.keys() - matched.keys())
