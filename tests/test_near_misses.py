from pathlib import Path

from belie.knowledge import parse_yaml
from belie.matching.plain import Plain
from belie.model import Quantity
from belie.near_misses import near_misses
from belie.rulebook.columns import columns
from belie.rulebook.formula import holds
from belie.rulebook.rule import load_rule
from hypothesis import given
from hypothesis import strategies as st
from specimens import BRANT, KINDS, ORLA, days, fact, figure

HEAD = "title: t\nseverity: discrepancy\nstatus: stable\nwhy: w\n"
TWO_TOLLS = """
rule: tolls/two
when: {one: toll, other: toll}
where:
  - same(one.measure, other.measure)
  - same(one.place, other.place)
  - overlaps(one.time, other.time)
  - differs(one.value, other.value)
say: "{one.value} or {other.value}"
"""
UNDONE = f"""{TWO_TOLLS}
unless:
  more: toll
  where:
    - same(more.place, one.place)
    - more.further == "yes"
"""
OVER = """
rule: answers/over
each: {option: option}
by: [contest]
having: sum(option.value.low) > 100
say: "{sum(option.value.low)}"
"""


def rule(text):
    return load_rule(parse_yaml(HEAD + text, Path("r.yaml")), KINDS)


def missed(text, *facts, most=2):
    by_id = {each.id: each for each in facts}
    rows = {each.id: columns(each, KINDS[each.kind]) for each in facts}
    return near_misses(rule(text), by_id, rows, most)


def toll(number, place=ORLA, **given):
    return fact("toll", value=figure(number), place=place, measure="killed", **given)


def test_the_condition_that_was_short_is_named_with_its_values():
    one, other = (
        toll(12, time=days("2023-06-01", "2023-06-02")),
        toll(15, time=days("2023-07-10", "2023-07-11")),
    )
    (miss,) = missed(TWO_TOLLS, one, other)
    assert [each.condition for each in miss.missed] == ["overlaps(one.time, other.time)"]
    assert "39 days before" in miss.missed[0].text
    assert list(miss.facts.values()) == [one, other]


def test_the_nearest_come_first():
    facts = (
        toll(12, time=days("2023-06-01", "2023-06-02")),
        toll(15, BRANT, time=days("2023-07-10", "2023-07-11")),
        toll(12, time=days("2023-06-01", "2023-06-02")),
    )
    assert [len(each.missed) for each in missed(TWO_TOLLS, *facts)] == [1, 2, 2]
    assert [len(each.missed) for each in missed(TWO_TOLLS, *facts, most=1)] == [1]


def test_an_unless_block_is_what_kept_it_quiet():
    one, other = (
        toll(12, time=days("2023-06-01", "2023-06-02")),
        toll(15, time=days("2023-06-01", "2023-06-02")),
    )
    more = toll(3, further="yes")
    miss = missed(UNDONE, one, other, more)[0]
    assert (miss.missed, dict(miss.undone_by)) == ((), {"more": more})


def test_what_is_flagged_was_not_missed():
    assert (
        missed(
            TWO_TOLLS,
            toll(12, time=days("2023-06-01", "2023-06-02")),
            toll(15, time=days("2023-06-01", "2023-06-02")),
        )
        == []
    )


def test_a_group_falls_short_of_what_it_must_have():
    options = [
        fact("option", value=Quantity(figure(each).low, figure(each).high, None, "percent"),
             contest="may", answer=str(each))
        for each in (30, 40)
    ]  # fmt: skip
    (miss,) = missed(OVER, *options)
    assert [each.text for each in miss.missed] == ["30% + 40% is 70%"]
    assert list(miss.facts) == ["option 1", "option 2"]


TIMES = st.sampled_from(
    [
        None,
        days("2023-06-01", "2023-06-02"),
        days("2023-06-01", "2023-06-09"),
        days("2023-06-20", "2023-06-21"),
    ]
)
TOLLS = st.lists(
    st.builds(
        lambda number, place, time, further: (number, place, time, further),
        st.integers(1, 4),
        st.sampled_from([None, ORLA, BRANT]),
        TIMES,
        st.sampled_from([None, None, "yes"]),
    ),
    max_size=6,
)


@given(TOLLS)
def test_near_misses_never_disagree_with_the_engine(drawn):
    """Each pair is either matched, or near, or short of more conditions than asked."""
    facts = [toll(n, place, time=time, further=more) for n, place, time, more in drawn]
    by_id = {each.id: each for each in facts}
    rows = {each.id: columns(each, KINDS["toll"]) for each in facts}
    two = rule(UNDONE)
    near = {}
    for miss in near_misses(two, by_id, rows, 2):
        names = tuple(each.id for each in miss.facts.values())
        near[names] = len(miss.missed)
        bound = {role: rows[each.id] for role, each in miss.facts.items()}
        short = [each.source for each in two.conditions if not holds(each.formula, bound)]
        assert [each.condition for each in miss.missed] == short
    matched = {match.facts for match in Plain([two.plan]).match(rows)}
    assert matched.isdisjoint(near)
    for index, first in enumerate(facts):
        for second in facts[index + 1 :]:
            bound = {"one": rows[first.id], "other": rows[second.id]}
            short = sum(not holds(each.formula, bound) for each in two.conditions)
            pair = (first.id, second.id)
            assert (pair in near) == (short <= 2 and pair not in matched)
            assert near.get(pair, short) == short
