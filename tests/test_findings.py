from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from belie.findings import explain, find, fingerprint
from belie.kinds import load_kind
from belie.knowledge import parse_yaml
from belie.matching.plain import Plain
from belie.model import Fact, Match, Name, Place, Quantity, Span, TimeSpan
from belie.rulebook.columns import columns
from belie.rulebook.formula import holds
from belie.rulebook.rule import load_rule
from hypothesis import given
from hypothesis import strategies as st

TOLL = load_kind(
    parse_yaml(
        """
kind: toll
title: How many died
value: people
fields:
  place: place
  measure: [killed, injured]
phrases: [{say: "{value} dead"}]
""",
        Path("toll.yaml"),
    )
)

HEAD = "title: t\nseverity: discrepancy\nstatus: stable\nwhy: w\n"

RULES = {
    name: load_rule(parse_yaml(f"rule: tolls/{name}\n{HEAD}{body}", Path("r.yaml")), {"toll": TOLL})
    for name, body in {
        "two-figures": """
when: {one: toll, other: toll}
where:
  - same(one.measure, other.measure)
  - compatible(one.place, other.place)
  - differs(one.value, other.value)
  - not disjoint(one.time, other.time)
say: "{one.value} or {other.value} {one.measure} in {one.place}?"
""",
        "worded": """
when: {one: toll, other: toll}
where: ["same(one.place, other.place)", "one.value.high < other.value.low"]
say: "{one.value} or {other.value}?"
because: "{one.value} died, and not {other.value}[ at {one.source}]"
""",
        "shrinking": """
when: {early: toll, late: toll}
where:
  - same(early.measure, late.measure)
  - within(late.place, early.place) or unknown(early.place)
  - before(early.time, late.time) and not apart(early.time, late.time, 5)
  - early.value.low > late.value.high * 1.5
  - early.source is unknown or not same(early.source, late.source)
say: "{early} {early.time}, then {late} ({late.source})"
""",
        "too-many": """
each: {one: toll}
by: [measure, place]
where: [one.stance == "asserted"]
having: sum(one.value.low) > 100 and count(one) >= 3
say: "{sum(one.value.low)} {one.measure}: {one}"
""",
        "more-parts": """
when: {whole: toll}
each: {part: toll}
where:
  - same(part.part_of, whole.fact)
  - same(part.measure, whole.measure)
having: sum(part.value.least) > whole.value.most
say: "{whole}, but {sum(part.value.low)} of them: {part.value}"
""",
    }.items()
}

MONDAY = TimeSpan(date(2023, 6, 5), date(2023, 6, 6), "day")
ORLA = Place("orla", "Orla", 5, 5)
PLACES = [None, ORLA, Place("orla", "Orla town", 5, 5), Place("north", "the north", 3, 9)]


def toll(number, **given):
    plain = {
        "value": Quantity(Decimal(number), Decimal(number), None, "person"),
        "time": None,
        "source": None,
        "evidential": None,
        "stance": "asserted",
        "part_of": None,
        "part": "text",
        "span": Span(0, 4),
        "sentence": Span(0, 9),
        "text": f"{number} dead at Orla",
        "phrase": "toll/1",
    }
    fields = {"place": given.pop("place", ORLA), "measure": given.pop("measure", "killed")}
    made = {"id": f"f{number}", "kind": "toll", "fields": fields, **plain, **given}
    return Fact(**made)


def found(rule, *facts):
    by_id = {fact.id: fact for fact in facts}
    rows = {name: columns(fact, TOLL) for name, fact in by_id.items()}
    return [explain(rule, match, by_id) for match in Plain([rule.plan]).match(rows)]


def test_a_finding_says_what_was_found_and_why():
    (finding,) = found(RULES["two-figures"], toll(40), toll(60, place=None))
    assert (finding.rule, finding.severity) == ("tolls/two-figures", "discrepancy")
    assert finding.message == "40 or 60 killed in Orla?"
    assert {role: fact.id for role, fact in finding.facts.items()} == {"one": "f40", "other": "f60"}
    assert [(reason.condition, reason.text) for reason in finding.because] == [
        ("same(one.measure, other.measure)", "the measure of both is killed"),
        ("compatible(one.place, other.place)", "the other gives no place"),
        ("differs(one.value, other.value)", "40 is less than 60"),
        (
            "not disjoint(one.time, other.time)",
            "the one and the other have no date",
        ),
    ]


def test_a_reason_tells_whether_it_sets_facts_beside_each_other():
    (finding,) = found(RULES["two-figures"], toll(40), toll(60, place=None))
    # Of the last, nothing is known of either.
    assert [reason.beside for reason in finding.because] == [True, True, True, False]
    (finding,) = found(RULES["too-many"], toll(20), toll(40), toll(60))
    assert [reason.beside for reason in finding.because] == [False, True, True, True, True]


def test_a_group_is_explained_fact_by_fact_and_as_a_whole():
    (finding,) = found(RULES["too-many"], toll(20), toll(40), toll(60))
    assert finding.message == "120 killed: 20 dead at Orla, 40 dead at Orla and 60 dead at Orla"
    assert {role: fact.id for role, fact in finding.facts.items()} == {
        "one 1": "f20",
        "one 2": "f40",
        "one 3": "f60",
    }
    assert [(reason.condition, reason.text) for reason in finding.because] == [
        ('one.stance == "asserted"', "the one is asserted"),
        ("by one.measure", "the measure of all is killed"),
        ("by one.place", "all are about Orla"),
        ("sum(one.value.low) > 100", "20 + 40 + 60 is 120"),
        ("count(one) >= 3", "there are 3"),
    ]


def test_a_group_is_held_against_the_fact_beside_it():
    whole, first, second = toll(60), toll(20, part_of="f60"), toll(50, part_of="f60")
    (finding,) = found(RULES["more-parts"], whole, first, second)
    assert finding.message == "60 dead at Orla, but 70 of them: 20 and 50"
    assert [(role, fact.id) for role, fact in finding.facts.items()] == [
        ("whole", "f60"),
        ("part 1", "f20"),
        ("part 2", "f50"),
    ]
    assert finding.because[-1].text == (
        "together, rounding allowed for, that is at least 69, against 60"
    )
    assert found(RULES["more-parts"], toll(80), first, second) == []


def test_a_finding_says_how_each_passage_was_read():
    """What the rule asks about and the copy says; that it is asserted goes without saying."""
    source = Name("police", "the police")
    (finding,) = found(RULES["two-figures"], toll(40), toll(60, source=source, time=MONDAY))
    assert dict(finding.understood) == {
        "one": "place Orla, measure killed, 40",
        "other": "place Orla, measure killed, 60, on 5 June 2023",
    }


def test_a_finding_gives_the_argument_and_not_all_reasons():
    (finding,) = found(RULES["two-figures"], toll(40, event="e1"), toll(60, event="e1"))
    assert finding.argument == "40 is less than 60"
    assert dict(finding.meant) == {"one": ("Orla",), "other": ("Orla",)}
    assert len(finding.because) == 4


def test_who_where_and_when_is_meant_is_told_apart():
    """Times only where they differ; a source where the rule asks for it."""
    early = toll(90, time=MONDAY, source=Name("police", "the police"))
    late = toll(40, time=replace(MONDAY, start=date(2023, 6, 7), end=date(2023, 6, 8)))
    (finding,) = found(RULES["shrinking"], early, late)
    assert dict(finding.meant) == {
        "early": ("Orla", "on 5 June 2023", "police"),
        "late": ("Orla", "on 7 June 2023"),
    }
    assert finding.argument == "5 June 2023 comes before 7 June 2023"


def test_a_rule_may_word_its_argument():
    (finding,) = found(RULES["worded"], toll(40), toll(60))
    assert finding.argument == "40 died, and not 60"


def test_the_fingerprint_is_of_the_two_statements_alone():
    rule, one, other = RULES["shrinking"], toll(60), toll(40)
    known = fingerprint(rule, [one, other])
    assert known == "d4fab25efeeb418c"
    moved = replace(
        one,
        id="f9",
        span=Span(70, 84),
        sentence=Span(60, 99),
        text="60  DEAD\nat Orla",
        article="b",
    )
    assert fingerprint(rule, [moved, other]) == known
    assert fingerprint(rule, [other, one]) != known
    assert fingerprint(RULES["too-many"], [one, other]) != known
    assert fingerprint(rule, [replace(one, part="title"), other]) != known
    assert fingerprint(rule, [replace(one, text="61 dead at Orla"), other]) != known


@pytest.mark.parametrize("name", ["two-figures", "too-many"])
def test_where_the_rule_tells_no_order_the_fingerprint_has_none(name):
    one, other = toll(60), toll(40)
    assert fingerprint(RULES[name], [one, other]) == fingerprint(RULES[name], [other, one])


def test_copy_that_cannot_be_encoded_has_a_fingerprint():
    assert fingerprint(RULES["shrinking"], [toll(4, text="\udcff"), toll(5)])


SPANS = st.none() | st.builds(
    lambda first, length: TimeSpan(
        date(2023, 5, 1) + timedelta(days=first),
        date(2023, 5, 1) + timedelta(days=first + length),
        "span",
    ),
    st.integers(0, 12),
    st.integers(1, 4),
)
VALUES = st.none() | st.builds(
    lambda low, width, hedge: Quantity(
        Decimal(low), None if width is None else Decimal(low + width), hedge, "person"
    ),
    st.integers(0, 90),
    st.sampled_from([None, 0, 0, 5]),
    st.sampled_from([None, "about"]),
)
FACTS = st.lists(
    st.builds(
        lambda **given: toll(1, **given),
        place=st.sampled_from(PLACES),
        measure=st.sampled_from([None, "killed", "killed", "injured"]),
        value=VALUES,
        time=SPANS,
        source=st.none() | st.builds(Name, st.sampled_from("ab"), st.just("x")),
    ),
    max_size=7,
)


@given(st.sampled_from(sorted(RULES)), FACTS)
def test_an_explanation_never_disagrees_with_the_engine(name, facts):
    rule = RULES[name]
    facts = [replace(fact, id=f"f{number}") for number, fact in enumerate(facts, start=1)]
    for finding in found(rule, *facts):
        roles = list(rule.plan.roles)
        bound = list(finding.facts.values())
        beside = bound[: len(roles) - 1]
        groups = [bound]
        if rule.plan.group:
            groups = [[*beside, fact] for fact in bound[len(beside) :]]
        assert finding.message
        assert all(reason.text for reason in finding.because)
        for reason, condition in zip(finding.because, rule.conditions, strict=False):
            assert reason.condition == condition.source
            for group in groups:
                rows = {role: columns(fact, TOLL) for role, fact in zip(roles, group, strict=True)}
                assert holds(condition.formula, rows)
                if "value" in condition.source:
                    assert " is more than " in reason.text or any(
                        says in reason.text for says in (" is less than ", " is above ")
                    )


def gathered(name, *facts, own=None):
    """The findings of one rule, as an editor is given them."""
    by_id = {fact.id: fact for fact in facts}
    rows = {name: columns(fact, TOLL) for name, fact in by_id.items()}
    rule = RULES[name]
    matches = Plain([rule.plan]).match(rows)
    return find({rule.name: rule}, matches, by_id, rows, set(by_id) if own is None else own)


def said(found):
    """The facts of each finding: those that lead, those that say the same, and the others."""
    return [
        (
            [fact.id for fact in each.facts.values()],
            [fact.id for fact in each.also],
            [[fact.id for fact in other.facts] for other in each.alternatives],
        )
        for each in found.findings
    ]


def at(number, figure, **given):
    """A toll in the sentence of that number."""
    span = Span(10 * number, 10 * number + 4)
    sentence = Span(10 * number, 10 * number + 9)
    return toll(figure, id=f"f{number}", span=span, sentence=sentence, **given)


def test_pairs_that_say_the_same_are_one_finding():
    tolls = at(1, 40), at(2, 60), at(3, 60), at(4, 40, place=None)
    assert said(gathered("two-figures", *tolls)) == [(["f1", "f2"], ["f3", "f4"], [])]


def test_figures_that_all_differ_are_one_finding_with_each_of_them_once():
    tolls = (
        at(1, 40),
        at(2, 60),
        at(3, 80),
        at(4, 60, measure="injured"),
        at(5, 9, measure="injured"),
        at(6, 80),
        at(7, 30),
    )
    found = gathered("two-figures", *tolls)
    assert said(found) == [(["f1", "f2"], [], [["f3", "f6"], ["f7"]]), (["f4", "f5"], [], [])]
    finding = found.findings[0]
    assert finding.message == "40 or 60 killed in Orla?"
    assert [(each.role, each.understood) for each in finding.alternatives] == [
        ("other", "80"),
        ("other", "30"),
    ]
    assert {fact.id for fact in finding.named} == {"f1", "f2", "f3", "f6", "f7"}


def test_figures_are_alternatives_by_way_of_one_that_both_contradict():
    """Where 40 were killed is not said; Lae and Orla have nothing else to do with each other."""
    lae = Place("lae", "Lae", 7, 7)
    tolls = at(1, 60), at(2, 80, place=lae), at(3, 40, place=None)
    assert said(gathered("two-figures", *tolls)) == [(["f1", "f3"], [], [["f2"]])]


def test_what_one_fact_contradicts_is_one_finding_where_the_rule_tells_its_facts_apart():
    days = [TimeSpan(date(2023, 6, day), date(2023, 6, day + 1), "day") for day in (5, 6, 7)]
    early, *late = at(1, 90, time=days[0]), at(2, 40, time=days[1]), at(3, 50, time=days[1])
    again = at(4, 40, time=days[2])
    found = gathered("shrinking", early, *late, again)
    assert said(found) == [(["f1", "f2"], ["f4"], [["f3"]])]
    assert [(each.role, each.understood) for each in found.findings[0].alternatives] == [
        ("late", "50")
    ]


def test_a_pair_that_shares_no_leading_fact_is_a_finding_of_its_own():
    """The fourth is far below the third alone, and that is only named beside the second."""
    days = [TimeSpan(date(2023, 6, day), date(2023, 6, day + 1), "day") for day in (5, 8, 8, 11)]
    figures = zip((110, 45, 70, 40), days, strict=True)
    tolls = [at(n, figure, time=day) for n, (figure, day) in enumerate(figures, start=1)]
    assert said(gathered("shrinking", *tolls)) == [
        (["f1", "f2"], [], [["f3"]]),
        (["f3", "f4"], [], []),
    ]


def test_pairs_of_the_same_sentences_are_one_finding():
    tolls = at(1, 40), at(2, 60), replace(at(2, 80), id="f3")
    assert said(gathered("two-figures", *tolls)) == [(["f1", "f2"], [], [["f3"]])]


def test_a_group_is_told_once_beside_whatever_it_is_more_than():
    parts = toll(20, part_of="f60"), toll(50, part_of="f60")
    by_id = {fact.id: fact for fact in (toll(60), toll(65), *parts)}
    rows = {name: columns(fact, TOLL) for name, fact in by_id.items()}
    rule = RULES["more-parts"]
    matches = [Match(rule.name, (whole, "f20", "f50")) for whole in ("f60", "f65")]
    found = find({rule.name: rule}, matches, by_id, rows, by_id)
    assert said(found) == [(["f60", "f20", "f50"], [], [["f65"]])]


def test_the_fingerprint_is_that_of_the_facts_that_lead():
    pair = at(1, 40), at(2, 60)
    (alone,) = gathered("two-figures", *pair).findings
    (among,) = gathered("two-figures", *pair, at(3, 80), at(4, 60)).findings
    assert among.fingerprint == alone.fingerprint
    assert (among.message, among.because, among.understood) == (
        alone.message, alone.because, alone.understood,
    )  # fmt: skip


def test_no_more_than_twenty_findings_of_a_rule_are_told_and_how_many_more():
    pairs = [
        at(2 * n + half, n + 50 * half, place=Place(f"p{n}", f"P{n}", n, n))
        for n in range(23)
        for half in (0, 1)
    ]
    found = gathered("two-figures", *pairs)
    assert [each.message for each in found.findings] == [
        f"{n} or {n + 50} killed in P{n}?" for n in range(20)
    ]
    assert found.omitted == {"tolls/two-figures": 3}
    assert gathered("two-figures", *pairs[:40]).omitted == {}


def test_five_thousand_pairs_are_explained_once(monkeypatch):
    explained = []
    monkeypatch.setattr(
        "belie.findings.explain", lambda *given: explained.append(given[1]) or explain(*given)
    )
    (finding,) = gathered("two-figures", *(at(n, n) for n in range(1, 101))).findings
    assert explained == [Match("tolls/two-figures", ("f1", "f2"))]
    assert [each.understood for each in finding.alternatives] == [str(n) for n in range(3, 101)]


@given(st.sampled_from(sorted(RULES)), FACTS, st.randoms(use_true_random=False))
def test_every_match_is_told_in_whatever_order_they_come(name, facts, random):
    facts = [
        replace(fact, id=f"f{number}", sentence=Span(number // 2, number // 2 + 1))
        for number, fact in enumerate(facts, start=1)
    ]
    told = gathered(name, *facts)
    names = [fact.id for each in told.findings for fact in each.named]
    assert set(names) == {
        fact.id for each in found(RULES[name], *facts) for fact in each.facts.values()
    }
    by_id = {fact.id: fact for fact in facts}
    rows = {name: columns(fact, TOLL) for name, fact in by_id.items()}
    rule = RULES[name]
    matches = Plain([rule.plan]).match(rows)
    random.shuffle(matches)
    assert find({rule.name: rule}, matches, by_id, rows, by_id) == told
    cover = Plain([rule.plan]).match(rows, by_id)
    assert find({rule.name: rule}, cover, by_id, rows, by_id) == told
    if rule.plan.group is None:
        assert len(cover) <= len(facts)
    if rule.plan.symmetric:
        assert len(names) == len(set(names))


@given(FACTS)
def test_a_symmetric_pair_is_found_once(facts):
    facts = [replace(fact, id=f"f{number}") for number, fact in enumerate(facts, start=1)]
    pairs = [
        tuple(finding.facts[r].id for r in ("one", "other"))
        for finding in found(RULES["two-figures"], *facts)
    ]
    assert all(pair == tuple(sorted(pair)) for pair in pairs)
    assert len(set(pairs)) == len(pairs)


def test_a_match_names_its_facts_in_the_order_of_the_roles():
    facts = {fact.id: fact for fact in (toll(60), toll(40))}
    finding = explain(RULES["shrinking"], Match("tolls/shrinking", ("f40", "f60")), facts)
    assert finding.message == (
        "40 dead at Orla at an unknown time, then 60 dead at Orla (an unnamed source)"
    )
