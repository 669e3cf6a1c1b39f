"""A rule as it is asked between a draft and an archive, and by which keys its facts are found."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from belie.archive.across import archived, crossings
from belie.archive.blocking import Tie, slots
from belie.archive.questions import questions
from belie.kinds import load_kinds
from belie.knowledge import parse_yaml
from belie.rulebook.formula import Column, Formula, Row, holds
from belie.rulebook.rule import Rule, load_rule, load_rules

KINDS = load_kinds()


@cache
def rule(where: str, first: str = "casualty", second: str = "casualty", unless: str = "") -> Rule:
    """A rule of two facts that asks ``where``."""
    lines = "\n".join(f"  - {line}" for line in where.split("; "))
    text = (
        "rule: a/b\ntitle: t\nseverity: caution\nstatus: incubating\nwhy: w\nexceptions: e\n"
        f"when:\n  one: {first}\n  other: {second}\nwhere:\n{lines}\n{unless}say: s\ntests: []\n"
    )
    return load_rule(parse_yaml(text, Path("a/b.yaml")), KINDS)


def never(*_: object) -> bool:
    return False


def asked(made: Rule) -> dict[str, Formula]:
    """What is asked, by the role whose fact is archived."""
    return {"+".join(each.kept): each.plan.where for each in crossings(made.plan, KINDS, never)}


def meets(where: Formula, one: Row, other: Row) -> bool:
    return holds(where, {"one": one, "other": other})


TIED = "same(one.measure, other.measure)"


def test_a_rule_is_asked_with_its_facts_on_either_side() -> None:
    told = rule(f"{TIED}; one.value.low > other.value.low")
    assert set(asked(told)) == {"one", "other"}
    (crossing, _) = crossings(told.plan, KINDS, never)
    assert crossing.plan.roles == {"one": "casualty", "other": archived("casualty")}


def test_two_facts_that_the_rule_does_not_tell_apart_are_asked_once() -> None:
    assert set(asked(rule(f"{TIED}; differs(one.value, other.value)"))) == {"other"}


@pytest.mark.parametrize(
    "where",
    [
        "same(one.article, other.article)",
        "same(one.sentence, other.sentence)",
        "same(one.measure, other.measure); one.start < other.start",
    ],
)
def test_a_rule_about_one_article_is_not_asked(where: str) -> None:
    assert asked(rule(where)) == {}


def test_a_rule_over_groups_is_not_asked() -> None:
    groups = [each for each in load_rules() if each.plan.group is not None]
    assert groups
    assert all(not [*crossings(each.plan, KINDS, never)] for each in groups)


def test_what_only_copy_that_was_declared_is_compared_by_is_not_asked() -> None:
    compared = [
        each
        for each in load_rules()
        if any(KINDS[kind].compared for kind in each.plan.roles.values())
    ]
    assert compared
    assert all(not [*crossings(each.plan, KINDS, never)] for each in compared)


@pytest.mark.parametrize(
    ("where", "column"),
    [
        ("compatible(one.place, other.place)", "place"),
        ("not different(one.event, other.event)", "event"),
        ("compatible(one.time, other.time)", "time"),
        ("contemporary(one.time, other.time)", "time"),
    ],
)
def test_an_unknown_place_day_or_event_meets_nothing(where: str, column: str) -> None:
    (formula,) = asked(rule(f"{TIED}; {where}; differs(one.value, other.value)")).values()
    known: Row = {
        "measure": "killed", "place": "Leeds", "place.first": 5, "place.last": 5, "event": "e",
        "time.start": 7, "time.end": 8, "time.anchor": "stated", "time.precision": "day",
        "value.unit": "person", "value.least": 3, "value.most": 3,
    }  # fmt: skip
    more = {**known, "value.least": 9, "value.most": 9}
    unknown = {
        name: None if name.partition(".")[0] == column else cell for name, cell in more.items()
    }
    assert meets(formula, known, more)
    assert not meets(formula, known, unknown)
    assert not meets(formula, unknown, known)
    assert not meets(formula, unknown, unknown)


def test_what_asks_for_an_unknown_day_is_not_asked() -> None:
    assert asked(rule(f"{TIED}; one.time is unknown and other.time is unknown")) == {}


def test_another_field_is_unknown_on_both_sides_or_on_neither() -> None:
    told = rule("same(one.axis, other.axis); compatible(one.matter, other.matter)", "deed", "deed")
    (formula,) = asked(told).values()
    row = {"axis": "vote", "matter": "bridge"}
    none = {"axis": "vote", "matter": None}
    assert meets(formula, row, row)
    assert meets(formula, none, none)
    assert not meets(formula, row, none)
    assert not meets(formula, none, row)
    assert not meets(formula, row, {**row, "matter": "road"})


def test_who_says_so_may_be_unknown() -> None:
    (formula,) = asked(rule(f"{TIED}; compatible(one.source, other.source)")).values()
    one: Row = {"measure": "killed", "source": "police"}
    assert meets(formula, one, {"measure": "killed", "source": None})
    assert not meets(formula, one, {"measure": "killed", "source": "the mayor"})


def test_what_is_said_of_one_fact_alone_stays() -> None:
    (formula,) = asked(
        rule(f"{TIED}; one.part_of is unknown and other.part_of is unknown")
    ).values()
    row: Row = {"measure": "killed", "part_of": None}
    assert meets(formula, row, row)


def test_the_draft_is_the_later_of_two_of_one_day() -> None:
    later = asked(rule(f"{TIED}; one.published > other.published"))
    row: Row = {"measure": "killed", "published": 5}
    assert meets(later["other"], row, row)  # the draft is one, and the later
    assert not meets(later["one"], row, row)
    not_later = asked(rule(f"{TIED}; not one.published > other.published"))
    assert not meets(not_later["other"], row, row)
    assert meets(not_later["one"], row, row)


UNLESS = """unless:
  third: casualty
  where:
    - same(third.measure, one.measure)
    - {tie}
"""


def test_what_undoes_a_match_stands_in_the_draft_or_in_its_article() -> None:
    tie = "same(third.article, one.article)"
    told = rule(f"{TIED}; one.value.low > other.value.low", unless=UNLESS.format(tie=tie))
    kinds = {
        each.kept: [*(absence.roles["third"] for absence in each.plan.unless)]
        for each in crossings(told.plan, KINDS, never)
    }
    assert kinds == {("other",): ["casualty"], ("one",): [archived("casualty")]}


def test_what_undoes_a_match_from_anywhere_needs_keys_or_stands_beside_it() -> None:
    told = rule(
        f"{TIED}; one.value.low > other.value.low",
        unless=UNLESS.format(tie="third.value.low > 3"),
    )
    loose = next(crossings(told.plan, KINDS, never))
    assert [each.roles["third"] for each in loose.plan.unless] == [
        "casualty", archived("casualty")
    ]  # fmt: skip
    row: Row = {"measure": "killed", "value.low": 4000, "value.unit": "person", "article": "a"}
    beside = {"one": row, "other": row, "third": row}
    assert holds(loose.plan.unless[1].where, beside)
    assert not holds(loose.plan.unless[1].where, {**beside, "third": {**row, "article": "b"}})
    keyed = next(crossings(told.plan, KINDS, lambda *_: True))
    assert holds(keyed.plan.unless[1].where, {**beside, "third": {**row, "article": "b"}})
    assert (loose.keyed, keyed.keyed) == (((), ()), ((), ("third",)))


def slots_of(where: str, first: str = "casualty", second: str = "casualty") -> object:
    (formula, *_) = (
        each.plan.where for each in crossings(rule(where, first, second).plan, KINDS, never)
    )
    return slots(formula, "other", ["one"], {"one": KINDS[first], "other": KINDS[second]})


def tie(name: str, *, touching: bool = False) -> Tie:
    return Tie(name, Column("one", name), touching)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("same(one.place, other.place)", ((tie("place"),),)),
        ("same(one.subject, other.subject); touches(one.place, other.place)",
         ((tie("subject"),), (tie("place", touching=True),))),
        (f"{TIED}; same(one.place, other.place) or same(one.subject, other.subject)",
         ((tie("place"), tie("subject")),)),
        # What only one case asks for finds not all.
        (f"{TIED}; same(one.place, other.place) or one.value.low > other.value.low", ()),
        # A choice would find nearly all.
        (TIED, ()),
        # A happening is enough.
        ("same(one.event, other.event); same(one.place, other.place)", ((tie("event"),),)),
    ],
)  # fmt: skip
def test_keys_follow_from_what_must_be_the_same(where: str, expected: object) -> None:
    assert slots_of(where) == expected


def test_what_is_asked_of_an_archive() -> None:
    """The rules that are applied between a draft and an archive; the guide lists them."""
    guide = (Path(__file__).parents[2] / "docs" / "archive.md").read_text(encoding="utf-8")
    applied = dict.fromkeys(each.plan.rule for each in questions(load_rules(), KINDS))
    listed = [name for name in (rule.name for rule in load_rules()) if f"`{name}`" in guide]
    assert listed == list(applied)
