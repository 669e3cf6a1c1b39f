import pytest
from belie.rulebook.argument import argument, grounds_in
from belie.rulebook.bound import Bound
from belie.rulebook.columns import columns
from belie.rulebook.expressions import Parser
from specimens import BRANT, KINDS, NORTH, ORLA, SOUTH, days, fact, figure, name

MAY = days("2023-05-01", "2023-05-02", "day")
JUNE = days("2023-06-01", "2023-06-02", "day")


def argued(*conditions, **facts):
    kinds = {role: KINDS[each.kind] for role, each in facts.items()}
    rows = {role: columns(each, kinds[role]) for role, each in facts.items()}
    bound = Bound(facts, rows)
    propositions = (Parser(each, kinds).proposition() for each in conditions)
    return argument([ground for each in propositions for ground in grounds_in(each, bound)])


def two(one, other):
    return {"one": fact("toll", **one), "other": fact("toll", **other)}


LESS = "one.value.high < other.value.low"
SAME_PLACE = "same(one.place, other.place)"


@pytest.mark.parametrize(
    ("conditions", "one", "other", "words"),
    [
        # What both share is left out where each passage names it alike, the unknown always.
        (
            [SAME_PLACE, "compatible(one.source, other.source)", LESS],
            {"place": ORLA, "value": figure(4)},
            {"place": ORLA, "value": figure(7)},
            "4 is less than 7",
        ),
        # Places of which one lies within the other are no such thing.
        (
            ["within(one.place, other.place)", LESS],
            {"place": ORLA, "value": figure(4)},
            {"place": NORTH, "value": figure(7)},
            "Orla lies within the North; 4 is less than 7",
        ),
        # That the event is one no passage says.
        (
            ["same(one.event, other.event)", "same(one.measure, other.measure)", LESS],
            {"event": "e1", "measure": "killed", "value": figure(4)},
            {"event": "e1", "measure": "killed", "value": figure(7)},
            "the event is the same; 4 is less than 7",
        ),
        # Two figures that are compared in two ways are told once, without the tolerance.
        (
            [LESS, "one.value.high < other.value.low - 2", "differs(one.value, other.value)"],
            {"value": figure(4)},
            {"value": figure(7)},
            "4 is less than 7",
        ),
        # How far apart two figures may be at most is no argument.
        (
            ["not other.value.low > one.value.high * 10", LESS],
            {"value": figure(4)},
            {"value": figure(7)},
            "4 is less than 7",
        ),
        # Where things differ, they must be of one time.
        (
            ["same(one.time, other.time)", "different(one.place, other.place)"],
            {"place": NORTH, "time": MAY},
            {"place": SOUTH, "time": MAY},
            "both are told of 1 May 2023; the North and the South lie apart",
        ),
        (
            ["before(one.time, other.time)"],
            {"time": MAY},
            {"time": JUNE},
            "1 May 2023 comes before 1 June 2023",
        ),
        (
            [SAME_PLACE, "same(one.time, other.time)"],
            {"place": BRANT, "time": MAY},
            {"place": BRANT, "time": MAY},
            "both are about Brant; both are told of 1 May 2023",
        ),
        (["one.value.low > 40"], {"value": figure(60)}, {}, "60 is more than 40"),
    ],
)
def test_the_argument_is_what_decides(conditions, one, other, words):
    assert argued(*conditions, **two(one, other)) == words


def test_who_is_meant_is_told_where_a_passage_has_another_word():
    army = fact("hold", holder=name("Norland", "its army"), status="held")
    state = fact("hold", holder=name("Norland", "Norland"), status="lost")
    lost = fact("hold", holder=name("Norland", "Norland"), status="held")
    same = "same(one.holder, other.holder)"
    differ = "one.status != other.status"
    assert argued(same, differ, one=army, other=state).startswith("both are about Norland")
    assert "Norland" not in argued(same, differ, one=state, other=lost)
