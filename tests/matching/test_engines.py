"""Which engine is made for a name, and which of them for how much there is to match."""

import sys

import pytest
from belie.matching.base import EngineUnavailableError
from belie.matching.duck import Duck
from belie.matching.durable import Durable
from belie.matching.durable.session import durable_rules
from belie.matching.engines import BySize, make_engine
from belie.matching.plain import Plain
from belie.matching.worker import Worker
from belie.rulebook.formula import AllOf, Column, Compare
from belie.rulebook.plan import Plan

PLAN = Plan(
    "rule",
    {"one": "toll", "two": "toll"},
    AllOf((Compare(Column("one", "place"), "==", Column("two", "place")),)),
    symmetric=True,
)


def tolls(number):
    """As many tolls, two of each place."""
    return {f"f{at}": {"kind": "toll", "place": f"place {at // 2}"} for at in range(number)}


@pytest.mark.parametrize(
    ("name", "apart", "engine"),
    [
        ("plain", False, Plain),
        ("plain", True, Plain),
        ("durable", False, Durable),
        ("durable", True, Worker),
        ("duck", False, Duck),
        ("auto", False, BySize),
    ],
)
def test_an_engine_by_its_name(name, apart, engine):
    made = make_engine(name, [PLAN], apart=apart)
    try:
        assert type(made) is engine
        assert [match.facts for match in made.match(tolls(4))] == [("f0", "f1"), ("f2", "f3")]
    finally:
        made.close()


def test_many_facts_go_to_duck_and_few_to_durable(monkeypatch):
    asked = []
    for engine in (Durable, Duck):

        def match(self, *given, made=engine.match):
            asked.append(type(self))
            return made(self, *given)

        monkeypatch.setattr(engine, "match", match)
    engine = BySize([PLAN], many=6)
    assert [len(engine.match(tolls(number))) for number in (6, 8, 2)] == [3, 4, 1]
    assert asked == [Durable, Duck, Durable]
    engine.close()


def test_few_facts_that_stand_together_in_many_ways_go_to_duck(monkeypatch):
    monkeypatch.setattr("belie.matching.engines.MANY_WAYS", 4)
    for engine in (Durable, Duck):
        monkeypatch.setattr(engine, "match", lambda self, *_: type(self))
    engine = BySize([PLAN])
    assert [engine.match(tolls(number)) for number in (4, 6)] == [Durable, Duck]
    engine.close()


@pytest.fixture
def without(monkeypatch):
    """Takes modules away."""

    def _without(*modules):
        durable_rules.cache_clear()
        for module in modules:
            monkeypatch.setitem(sys.modules, module, None)

    yield _without
    durable_rules.cache_clear()


@pytest.mark.parametrize("number", [4, 40])
def test_what_is_not_installed_is_done_without(without, number):
    without("durable_rules_engine", "duckdb")
    engine = BySize([PLAN], many=6)
    assert len(engine.match(tolls(number))) == number // 2


@pytest.mark.parametrize(
    ("name", "module"), [("duck", "duckdb"), ("durable", "durable_rules_engine")]
)
def test_what_is_asked_for_by_name_is_not(without, name, module):
    without(module)
    with pytest.raises(EngineUnavailableError):
        make_engine(name, [PLAN])
