from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from belie.model import Quantity
from belie.rulebook.columns import columns
from belie.rulebook.expressions import Parser
from belie.rulebook.formula import holds, negate
from belie.rulebook.propositions import formula_of
from belie.rulebook.relations import RELATIONS
from hypothesis import given
from hypothesis import strategies as st
from specimens import (
    DAY,
    KINDS,
    NAMES,
    PLACES,
    SPREAD,
    TEXTS,
    days,
    fact,
    figure,
    name,
    quantities,
    times,
)

KIND = KINDS["toll"]
SCOPE = {"a": KIND, "b": KIND}
PARENTS = {"orla": {"orla", "north"}, "brant": {"brant", "north"}}


def related(condition, left, right):
    """Whether ``condition`` holds of two facts with these fields."""
    rows = {role: columns(fact("toll", **f), KIND) for role, f in (("a", left), ("b", right))}
    formula = formula_of(Parser(condition, SCOPE).proposition())
    held = holds(formula, rows)
    assert holds(negate(formula), rows) is not held
    assert holds(formula_of(Parser(f"not {condition}", SCOPE).proposition()), rows) is not held
    return held


def held_by(relation, field, one, other):
    return related(f"{relation}(a.{field}, b.{field})", {field: one}, {field: other})


def day_set(time):
    first = DAY - timedelta(days=SPREAD) if time.start is None else time.start
    end = DAY + timedelta(days=3 * SPREAD) if time.end is None else time.end
    return {first + timedelta(days=n) for n in range((end - first).days)}


def may_mean(quantity):
    """The least that a quantity of whole numbers may mean, and what it must stay below."""
    ends = []
    for end, sign in ((quantity.low, -1), (quantity.high, 1)):
        if end is None:
            ends.append(sign * Fraction(10**9))
            continue
        digits = str(int(end))
        zeros = len(digits) - len(digits.rstrip("0")) if end else 0
        half = Fraction(10 ** min(zeros, max(len(digits) - 2, 0)), 2)
        tenth = Fraction(int(end), 10) if quantity.hedge == "about" else 0
        # A tenth is included, the half of a step belongs to the next one.
        dust = Fraction(1, 1000)
        ends.append(int(end) + sign * max(half - (dust if sign > 0 else 0), tenth))
    return ends


def above(one: Quantity, other: Quantity):
    return one.unit == other.unit and may_mean(one)[0] > may_mean(other)[1]


@given(PLACES, PLACES)
def test_relations_of_places_are_what_they_say(one, other):
    known = one is not None and other is not None
    inside = known and other.key in PARENTS.get(one.key, {one.key})
    around = known and one.key in PARENTS.get(other.key, {other.key})
    assert held_by("within", "place", one, other) == inside
    assert held_by("touches", "place", one, other) == (inside or around)
    assert held_by("disjoint", "place", one, other) == (known and not (inside or around))
    assert held_by("different", "place", one, other) == (known and not (inside or around))
    assert held_by("same", "place", one, other) == (known and one.key == other.key)
    assert held_by("compatible", "place", one, other) == (not known or inside or around)


@given(times(), times(), st.integers(1, 6))
def test_relations_of_times_are_what_they_say(one, other, n):
    known = one is not None and other is not None
    mine, yours = (day_set(one), day_set(other)) if known else ({DAY}, {DAY})
    earlier, later = max(mine) < min(yours), max(yours) < min(mine)
    shared = not mine.isdisjoint(yours)
    gap = min(abs(x - y).days for x in mine for y in yours)
    ends = known and (one.start, one.end) == (other.start, other.end)
    assert held_by("overlaps", "time", one, other) == (known and shared)
    assert held_by("before", "time", one, other) == (known and earlier)
    assert held_by("after", "time", one, other) == (known and later)
    assert held_by("disjoint", "time", one, other) == (known and not shared)
    assert held_by("compatible", "time", one, other) == (not known or shared)
    assert held_by("same", "time", one, other) == ends
    apart = related(f"apart(a.time, b.time, {n})", {"time": one}, {"time": other})
    assert apart == (known and gap >= n)


@given(quantities(), quantities())
def test_relations_of_quantities_are_what_they_say(one, other):
    known = one is not None and other is not None
    more, less = known and above(one, other), known and above(other, one)
    unlike = known and one.unit != other.unit
    ends = known and (one.low, one.high, one.unit) == (other.low, other.high, other.unit)
    assert held_by("exceeds", "value", one, other) == more
    assert held_by("differs", "value", one, other) == (more or less)
    assert held_by("compatible", "value", one, other) == (not (more or less or unlike))
    assert held_by("same", "value", one, other) == ends


@given(NAMES, NAMES, TEXTS, TEXTS)
def test_names_and_texts_are_the_same_by_key(one, other, text, words):
    known = one is not None and other is not None
    assert held_by("same", "camp", one, other) == (known and one.key == other.key)
    assert held_by("compatible", "camp", one, other) == (not known or one.key == other.key)
    equal = text is not None and words is not None and text.lower() == words.lower()
    assert held_by("same", "cause", text, words) == equal
    unlike = text is not None and words is not None and text.lower() != words.lower()
    assert held_by("different", "cause", text, words) == unlike
    apart = known and one.key != other.key and not are_maybe_one(one.key, other.key)
    assert held_by("different", "camp", one, other) == (apart and one.named and other.named)


def are_maybe_one(key, another):
    """Whether one name is the last word of the other."""
    return key.split()[-1].lower() == another.split()[-1].lower() and 1 in (
        len(key.split()), len(another.split())
    )  # fmt: skip


@pytest.mark.parametrize(
    ("key", "another", "apart"),
    [
        ("Anna Keller", "keller", False),
        ("keller", "Anna Keller", False),
        ("Anna Keller", "Paul Keller", True),
        ("Anna Keller", "anna", True),
        ("Keller", "Lind", True),
    ],
)
def test_a_last_name_alone_may_be_anybody_of_that_name(key, another, apart):
    assert held_by("different", "camp", name(key), name(another)) == apart


@pytest.mark.parametrize(
    ("one", "other", "more"),
    [
        (figure(60), figure(43), True),
        (figure(41), figure(40), True),
        (figure(104), figure(100), False),
        (figure(105), figure(100), False),
        (figure(106), figure(100), True),
        (figure(43, None, "at least"), figure(40), True),
        (figure(43), figure(40, None, "at least"), False),
        (figure(40, None, "over"), figure(40), False),
        (figure(40, None, "over"), figure(38), True),
        (figure(44), figure(40, hedge="about"), False),
        (figure(45), figure(40, hedge="about"), True),
        (figure(60, unit="person"), figure(43), False),
    ],
)
def test_one_figure_exceeds_another_beyond_rounding_and_hedge(one, other, more):
    assert held_by("exceeds", "value", one, other) is more


def test_days_apart_are_counted_from_the_nearest_days():
    first, third = days("2023-05-01", "2023-05-02"), days("2023-05-03", "2023-05-04")
    assert related("apart(a.time, b.time, 2)", {"time": first}, {"time": third})
    assert related("apart(a.time, b.time, 2)", {"time": third}, {"time": first})
    assert not related("apart(a.time, b.time, 3)", {"time": first}, {"time": third})


MONDAY = days("2023-05-01", "2023-05-02", "day")


@pytest.mark.parametrize(
    ("one", "other", "held"),
    [
        (MONDAY, MONDAY, True),
        (None, None, True),
        (None, replace(MONDAY, anchor="publication"), True),
        (None, MONDAY, False),
        (None, replace(days("2023-04-01", "2023-05-01", "month"), anchor="publication"), False),
        (MONDAY, days("2023-05-01", "2023-06-01", "month"), False),
        (MONDAY, replace(MONDAY, anchor="publication"), True),
    ],
)
def test_what_is_undated_is_of_the_day(one, other, held):
    assert held_by("contemporary", "time", one, other) is held
    assert held_by("contemporary", "time", other, one) is held


@pytest.mark.parametrize(
    ("one", "other", "held"),
    [
        ({"undated": "monday", "paragraph": 0}, {"undated": "monday", "paragraph": 0}, True),
        ({"undated": "monday", "paragraph": 0}, {"undated": "tuesday", "paragraph": 0}, False),
        ({"undated": "monday", "paragraph": 0}, {"undated": "monday", "paragraph": 90}, False),
        ({"undated": "monday", "paragraph": 0}, {}, True),
        (
            {"undated": "monday", "paragraph": 0},
            {"undated": "tuesday", "paragraph": 0, "article": "wire.txt"},
            True,
        ),
        ({"undated": "monday", "paragraph": 0}, {"time": MONDAY}, False),
    ],
)
def test_what_cannot_be_dated_is_told_apart_by_its_words(one, other, held):
    assert related("contemporary(a.time, b.time)", one, other) is held
    assert related("contemporary(a.time, b.time)", other, one) is held


def test_the_same_sentence_is_one_of_the_same_part_and_article():
    condition = "same(a.sentence, b.sentence)"
    assert related(condition, {}, {})
    assert not related(condition, {}, {"part": "title"})
    assert not related(condition, {}, {"article": "wire.txt"})


def test_every_relation_says_what_it_means_and_what_an_unknown_does():
    for relation in RELATIONS.values():
        assert relation.meaning.endswith((".", "rule."))
        assert "nknown" in relation.expand.__doc__
