import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest
from belie.kinds import load_kinds
from belie.matching.base import EngineError, EngineUnavailableError
from belie.matching.plain import Plain
from belie.matching.spark import Spark
from belie.model import Match
from belie.rulebook.columns import LIMIT, columns
from belie.rulebook.formula import AllOf, AnyOf, Column, Compare, Known, Shifted, Total
from belie.rulebook.plan import Absence, Group, Plan
from belie.rulebook.rule import load_rules
from boundary import IDENTIFIERS, numbered, session
from generate import FIGURES, SAYINGS, plan, rows, seeded

PAIR = {"one": "toll", "two": "toll"}
ONE, TWO = Column("one", "dead"), Column("two", "dead")
SAME = Compare(Column("one", "place"), "==", Column("two", "place"))


def pair(*conditions, rule="r", **more):
    return Plan(rule, PAIR, AllOf((SAME, *conditions)), **more)


def tolls(*numbers):
    return {
        f"f{at}": {"kind": "toll", "place": "Lae", "dead": number}
        for at, number in enumerate(numbers, start=1)
    }


def agree(spark, plans, facts):
    with closing(Spark(plans, spark)) as engine:
        matches = engine.match(facts)
    assert matches == Plain(plans).match(facts)
    return matches


def test_at_the_boundaries_it_finds_what_plain_finds(spark):
    shifted = Shifted(ONE, plus=LIMIT, times=3)
    one_text, two_text = (Column(role, "said") for role in PAIR)
    undone = Absence({"third": "toll"}, Compare(Column("third", "dead"), ">", TWO))
    both = {"third": "toll", "fourth": "toll"}
    texts = [Compare(Column(role, "said"), "==", one_text) for role in both]
    plans = [
        pair(Compare(ONE, "<", TWO), rule="ends"),
        pair(Compare(TWO, "<=", shifted), rule="beyond 64 bits"),
        pair(Compare(Total((Shifted(ONE), Shifted(TWO))), ">", 2**63), rule="sum"),
        pair(Known(TWO, known=False), rule="unknown"),
        pair(Compare(ONE, "!=", TWO), rule="different", symmetric=True),
        pair(Compare(ONE, "<", TWO), rule="nothing above", unless=(undone,)),
        pair(rule="not two that say the same", unless=(Absence(both, AllOf(tuple(texts))),)),
        Plan("same words", PAIR, Compare(one_text, "==", two_text), symmetric=True),
        Plan("other words", PAIR, Compare(one_text, "!=", two_text)),
        Plan("never", PAIR, AnyOf(())),
        *(Plan(f"says {at}", {"one": "toll"}, Compare(one_text, "==", said))
          for at, said in enumerate(SAYINGS)),
        Plan("all", {"one": "toll"}, AllOf(()), group=Group((), (), 1)),
        Plan("large", {"one": "toll"}, AllOf(()),
             group=Group(("said",), (("sum", "dead", ">", 9),))),
        Plan("again", {"one": "toll"}, AllOf(()),
             group=Group(("place",), (("repeats", "said", ">=", 1),))),
    ]  # fmt: skip
    facts = tolls(*FIGURES, None, 0, 1, 1, None, *range(2 * len(SAYINGS)))
    for at, row in enumerate(facts.values()):
        row["said"] = SAYINGS[at % len(SAYINGS)] if at < 2 * len(SAYINGS) else None
    matches = agree(spark, plans, facts)
    assert {plan.rule for plan in plans} - {match.rule for match in matches} == {"never"}


def test_random_plans_match_as_plain_has_them(spark):
    random = seeded("spark 0")
    plans = [plan(random, f"r{number}") for number in range(24)]
    assert len(agree(spark, plans, rows(random, 40))) > 50


UNDONE = {"casualty/against-copy", "control/lost-before-held"}
"""The rules that facts of any article undo, and so those of one seed what another was aimed at."""


def of_its_own(fact, seed):
    """``fact`` with an article, a contest and what else binds facts together of its own seed."""
    bound = {name: f"{x} of {seed}" for name, x in fact.fields.items() if x in IDENTIFIERS[1:]}
    event = fact.event and f"{fact.event} of {seed}"
    article = f"{fact.article} of {seed}"
    return replace(fact, article=article, event=event, fields={**fact.fields, **bound})


@pytest.mark.parametrize("part", range(4))
def test_every_rule_of_belie_matches_as_plain_has_it(spark, part):
    kinds = load_kinds()
    rules = load_rules(kinds=kinds)[part::4]
    drawn = [
        of_its_own(fact, seed)
        for seed in range(20)
        for fact in session(seeded(f"spark {seed}"), rules, kinds)
    ]
    facts = {name: columns(fact, kinds[fact.kind]) for name, fact in numbered(drawn).items()}
    matches = agree(spark, [rule.plan for rule in rules], facts)
    assert {rule.name for rule in rules} - {match.rule for match in matches} <= UNDONE


def test_nothing_matches_nothing(spark):
    assert agree(spark, [pair()], {}) == []
    assert agree(spark, [], tolls(1)) == []
    assert agree(spark, [pair()], {"f1": {"kind": "poll"}}) == []


def test_a_role_called_as_a_column_is_a_role(spark):
    roles = {"place": "toll", "dead": "toll"}
    where = Compare(Column("place", "dead"), "<", Column("dead", "dead"))
    assert agree(spark, [Plan("r", roles, where)], tolls(1, 2)) == [Match("r", ("f1", "f2"))]


def test_names_with_dots_and_other_letters(spark):
    roles = {"злочин": "дата", "b`c": "дата"}
    left, right = (Column(role, "value.low `x` é") for role in roles)
    facts = {f"f{n}": {"kind": "дата", "value.low `x` é": n} for n in range(3)}
    assert len(agree(spark, [Plan("r", roles, Compare(left, "<", right))], facts)) == 3


def test_two_engines_share_a_session(spark):
    with closing(Spark([pair()], spark)) as one, closing(Spark([pair()], spark)) as two:
        assert len(one.match(tolls(1, 2))) == len(two.match(tolls(1, 2))) == 2
    assert spark.range(1).count() == 1, "and do not stop it"
    assert not spark.catalog.listTables()


def test_no_setting_of_the_session_makes_a_difference(spark):
    odd = spark.newSession()
    odd.conf.set("spark.sql.ansi.enabled", "false")
    odd.conf.set("spark.sql.parser.escapedStringLiterals", "true")
    said = Compare(Column("one", "said"), "==", "back\\slash")
    facts = {"f1": {"kind": "toll", "said": "back\\slash"}}
    assert agree(odd, [Plan("r", {"one": "toll"}, said)], facts) == [Match("r", ("f1",))]
    assert odd.conf.get("spark.sql.ansi.enabled") == "false"


def test_what_spark_cannot_hold_is_an_error(spark):
    with closing(Spark([pair(Compare(ONE, "<", TWO))], spark)) as engine:
        with pytest.raises(EngineError, match="more than 38 digits among dead of toll"):
            engine.match(tolls(1, 10**38))
        with pytest.raises(EngineError, match="must each be a number, and some are not: dead of"):
            engine.match(tolls(1, "2"))
        with pytest.raises(
            EngineError, match="half a surrogate pair is in a text of place of toll"
        ):
            engine.match({"f1": {"kind": "toll", "place": "\ud83d"}})
        assert len(engine.match(tolls(1, 2))) == 1


def test_a_sum_that_does_not_fit_is_an_error(spark):
    most = Group((), (("sum", "dead", ">", 0),))
    engine = Spark([Plan("r", {"one": "toll"}, AllOf(()), group=most)], spark)
    with pytest.raises(EngineError, match="Spark could not finish"):
        engine.match(tolls(*[10**38 - 1] * 3))


def test_plans_that_mean_nothing_are_refused(spark):
    with pytest.raises(ValueError, match="no fact is bound to three"):
        Spark([pair(Compare(Column("three", "dead"), ">", 1))], spark)
    with pytest.raises(ValueError, match="numbers are compared with texts"):
        Spark([pair(Compare(ONE, ">", 1), Compare(TWO, "==", "many"))], spark)


def test_facts_in_frames_give_matches_in_a_frame(spark):
    plans = [pair(Compare(ONE, "<", TWO)), Plan("polls", {"one": "poll"}, AllOf(()))]
    given = [(30, "Lae", 5), (7, "Lae", 9), (8, None, 1)]
    frame = spark.createDataFrame(given, "position BIGINT, place STRING, dead BIGINT")
    with closing(Spark(plans, spark)) as engine:
        found = engine.matches({"toll": frame})
        assert found.dtypes == [("rule", "string"), ("facts", "array<bigint>")]
        assert [tuple(row) for row in found.collect()] == [("r", [30, 7])]
        assert engine.matches({}).collect() == []


def test_frames_of_another_form_are_refused(spark):
    with closing(Spark([pair(Compare(ONE, "<", TWO))], spark)) as engine:
        frame = spark.createDataFrame(
            [(1, "Lae", "5")], "position BIGINT, place STRING, dead STRING"
        )
        with pytest.raises(
            ValueError, match="each a number, BIGINT or STRING: dead of toll string"
        ):
            engine.matches({"toll": frame})
        with pytest.raises(ValueError, match="there is no column place of toll"):
            engine.matches({"toll": frame.drop("place").selectExpr("position", "1L AS dead")})
        with pytest.raises(ValueError, match="position of toll int"):
            engine.matches({"toll": frame.selectExpr("1 AS position", "place", "1L AS dead")})


def test_without_its_packages_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr("belie.matching.spark.find_spec", lambda _: None)
    remedy = r"needs pyspark, pyarrow, pandas; install it with: pip install 'belie\[spark\]'"
    with pytest.raises(EngineUnavailableError, match=remedy):
        Spark([pair()])


@pytest.mark.usefixtures("spark")
def test_without_java_it_says_what_to_install(tmp_path):
    script = "from belie.matching.spark import Spark\nSpark([])"
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env={"JAVA_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "EngineUnavailableError: Spark did not start, for it needs Java" in ran.stderr
    assert "install Java 17" in ran.stderr


@pytest.mark.usefixtures("spark")
def test_a_session_of_its_own_is_shared_and_stopped_with_the_last():
    script = """
from belie.matching.spark import Spark, local_session
from belie.rulebook.plan import Plan
from belie.rulebook.formula import AllOf
plans = [Plan("r", {"one": "toll"}, AllOf(()))]
one, two = Spark(plans), Spark(plans)
one.close()
one.close()
print(two.match({"f1": {"kind": "toll"}}))
two.close()
local_session().stop()
"""
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert ran.stdout == "[Match(rule='r', facts=('f1',))]\n"
    assert ran.stderr == ""
