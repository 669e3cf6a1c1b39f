"""Facts as a durable_rules session takes them: as small whole numbers, and few at a time.

Every value goes in as a code of that one session: numbers by rank, which keeps order whatever
their size, keys by a number of their own. So nothing can overflow, and no hash, length or
script of a text can matter. A fact that no other can match does not go in at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from math import prod
from operator import itemgetter
from typing import Any, NamedTuple, cast

from ...rulebook.formula import Column, Row, Shifted
from .compile import Key
from .gates import Gates
from .rulesets import Ruleset
from .search import Table
from .session import MOST_FACTS

__all__ = ["MOST_BINDINGS", "Chosen", "Encoder", "Shape"]

_MOST_SHAPES = 4096
_FEW_BINDINGS = 5_000  # that need not be counted
MOST_BINDINGS = 200_000
"""Ways to bind roles in one session: durable_rules keeps each, at a quarter of a kilobyte."""


class Shape(NamedTuple):
    """How facts that pass the same gates go in.

    Attributes:
        gates: which these are, as bits.
        keys: by which class of keys, and how read, each code is given.
        numbers: how the numbers that it gives the ranks of are read.
        template: the properties, with room for the codes of the keys and then the ranks.
    """

    gates: int
    keys: tuple[tuple[int, Callable[[Row], Any]], ...]
    numbers: Callable[[Row], Sequence[int]]
    template: str


class Chosen(NamedTuple):
    """A fact that may take part in a match: where it is, and what of it is compared.

    Attributes:
        position: where it is.
        shape: what it passes.
        keys: the codes of its keys.
        numbers: what its ranks will stand for.
    """

    position: int
    shape: Shape
    keys: Sequence[int]
    numbers: Sequence[int]


class Encoder:
    """Facts of the kinds in a ruleset, as a session of it takes them."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._ruleset = ruleset
        self._gates = {kind: Gates(layout) for kind, layout in ruleset.layouts.items()}
        self._plans = [ruleset.gates(plan) for plan in ruleset.plans]
        self._asked = [sum(1 << gate for gate in set(gates)) for gates in self._plans]
        self._degrees = Counter(map(len, self._plans))
        self._most: dict[int, int] = {}
        self._classes = _classes(ruleset)
        self._links = len(set(self._classes.values()))
        self._first_links = [
            self._classes[plan.patterns[1].kind, plan.patterns[1].links[0].own]
            for plan in ruleset.plans
        ]
        self._shapes: dict[int, Shape] = {}
        # By gate, the kind and what is compared of a fact that passes it.
        self._wanted: dict[int, tuple[str, set[Key], set[Shifted]]] = {}
        for plan, gates in zip(ruleset.plans, self._plans, strict=True):
            for gate, pattern in zip(gates, plan.patterns, strict=True):
                _, keys, numbers = self._wanted.setdefault(gate, (pattern.kind, set(), set()))
                keys |= pattern.keys
                numbers |= pattern.numbers

    def passing(self, table: Table) -> list[tuple[int, int]]:
        """The facts of ``table`` that pass some gate, those of a kind in order; and which.

        Raises:
            EngineError: when what is asked of is neither a whole number nor text.
        """
        passing = []
        for kind, gates in self._gates.items():
            for position in table.of_kind(kind):
                passed = gates.passed(table.rows[position])
                if passed:
                    passing.append((position, passed))
        return passing

    def passed(self, row: Row) -> int:
        """The gates that a fact that is ``row`` passes."""
        gates = self._gates.get(str(row.get("kind")))
        return 0 if gates is None else gates.passed(row)

    def linking(self, row: Row, passed: int) -> list[tuple[int, Any]]:
        """By what other facts may be linked to one that is ``row``."""
        shape = self._shapes.get(passed) or self._shape(passed)
        return [(class_, read(row)) for class_, read in shape.keys]

    def choose(self, table: Table, passing: Sequence[tuple[int, int]]) -> list[Chosen]:
        """Those facts of ``passing`` that may take part in a match, in the same order.

        Such a fact passes a gate of a plan for whose other roles there are facts as well, and
        has a key in common with another.
        """
        present = 0
        for _, passed in passing:
            present |= passed
        active = 0
        for asked in self._asked:
            if asked & present == asked:
                active |= asked
        return self._linked(table, passing, active)

    def _linked(
        self, table: Table, passing: Iterable[tuple[int, int]], active: int
    ) -> list[Chosen]:
        known: list[dict[Any, int]] = [{} for _ in range(self._links)]
        shared: list[bool] = []
        chosen = []
        for position, passed in passing:
            wanted = passed & active
            if not wanted:
                continue
            shape = self._shapes.get(wanted) or self._shape(wanted)
            row = table.rows[position]
            codes = []
            for class_, read in shape.keys:
                new = len(shared)
                code = known[class_].setdefault(read(row), new)
                if code == new:
                    shared.append(False)
                else:
                    shared[code] = True
                codes.append(code)
            chosen.append(Chosen(position, shape, codes, shape.numbers(row)))
        return [
            fact
            for fact in chosen
            if shared[fact.keys[0]] or any(shared[code] for code in fact.keys)
        ]

    def encode(self, batch: Sequence[Chosen]) -> list[str]:
        """The properties of the facts in ``batch``."""
        numbers = sorted({*chain.from_iterable([fact.numbers for fact in batch])})
        ranks = {number: rank for rank, number in enumerate(numbers, start=1)}
        return [
            shape.template % (*codes, *[ranks[number] for number in own])
            for _, shape, codes, own in batch
        ]

    def batches(
        self, chosen: Sequence[Chosen], most_bindings: int = MOST_BINDINGS
    ) -> tuple[list[list[Chosen]], list[list[Chosen]]]:
        """The facts so divided that no match has facts of two parts.

        Few facts are one batch. Many are divided into groups, linked by their keys, and each
        batch is filled with whole groups.

        Args:
            chosen: the facts.
            most_bindings: ways to bind roles in one batch.

        Returns:
            The batches, each for one session, and groups that are too large for any.
        """
        if not chosen:
            return [], []
        if len(chosen) <= MOST_FACTS and self._bindings(chosen) <= most_bindings:
            return [list(chosen)], []
        small: list[list[Chosen]] = []
        large = []
        room = room_for_bindings = -1
        for group in _groups(chosen):
            facts, bindings = len(group), self._bindings(group)
            if facts > MOST_FACTS or bindings > most_bindings:
                large.append(group)
                continue
            room -= facts
            room_for_bindings -= bindings
            if room < 0 or room_for_bindings < 0:
                small.append([])
                room, room_for_bindings = MOST_FACTS - facts, most_bindings - bindings
            small[-1] += group
        return small, large

    def _bindings(self, facts: Sequence[Chosen]) -> int:
        """No fewer than the ways to bind the roles of all plans to ``facts``."""
        number = len(facts)
        most = self._most.get(number)
        if most is None:
            most = sum([plans * number**roles for roles, plans in self._degrees.items()])
            self._most[number] = most
        if most <= _FEW_BINDINGS:
            return most
        alike = Counter(fact.shape.gates for fact in facts)
        counts = [
            sum(number for gates, number in alike.items() if gates >> gate & 1)
            for gate in range(len(self._wanted))
        ]
        sizes = [Counter[int]() for _ in range(self._links)]
        for fact in facts:
            for (class_, _), code in zip(fact.shape.keys, fact.keys, strict=True):
                sizes[class_][code] += 1
        pairs = [sum([size * size for size in of.values()]) for of in sizes]
        largest = max([max(of.values(), default=0) for of in sizes])
        # Each role is linked to one before it: by its key there are only so many facts for it.
        return sum(
            [
                min(
                    prod([counts[gate] for gate in gates]),
                    pairs[link] * largest ** (len(gates) - 2),
                )
                for gates, link in zip(self._plans, self._first_links, strict=True)
            ]
        )

    def _shape(self, passed: int) -> Shape:
        wanted = [self._wanted[gate] for gate in range(len(self._wanted)) if passed >> gate & 1]
        (kind,) = {kind for kind, _, _ in wanted}
        layout = self._ruleset.layouts[kind]
        keys = sorted(set().union(*(keys for _, keys, _ in wanted)), key=layout.keys.__getitem__)
        numbers = sorted(
            set().union(*(numbers for _, _, numbers in wanted)), key=layout.numbers.__getitem__
        )
        names = [f"g{gate}" for gate in range(len(self._wanted)) if passed >> gate & 1]
        terms = [f'"{name}":1' for name in names]
        terms += [f'"{layout.keys[key]}":%d' for key in keys]
        terms += [f'"{layout.numbers[number]}":%d' for number in numbers]
        if len(self._shapes) >= _MOST_SHAPES:
            self._shapes.clear()
        shape = self._shapes[passed] = Shape(
            passed,
            tuple((self._classes[kind, key], _reading(key)) for key in keys),
            _numbers(numbers),
            ",".join(terms),
        )
        return shape


def _numbers(asked: Sequence[Shifted]) -> Callable[[Row], Sequence[int]]:
    """What reads the numbers ``asked`` of off a row in which all of them are known."""
    parts = [(number.column.name, number.plus, number.times) for number in asked]
    if len(parts) > 1 and all(part[1:] == (0, 1) for part in parts):
        return cast(Callable[[Row], Sequence[int]], itemgetter(*(name for name, _, _ in parts)))
    return lambda row: [cast(int, row[name]) * times + plus for name, plus, times in parts]


def _reading(key: Key) -> Callable[[Row], Any]:
    """What reads ``key`` off a row in which none of it is unknown."""
    if all(isinstance(operand, Column) for operand in key):
        return itemgetter(*(operand.name for operand in key if isinstance(operand, Column)))
    parts = [
        (operand.column.name, operand.plus, operand.times)
        if isinstance(operand, Shifted)
        else (operand.name, None, 1)
        for operand in key
    ]

    def read(row: Row) -> Any:  # noqa: ANN401
        cells = [
            row[name] if plus is None else cast(int, row[name]) * times + plus
            for name, plus, times in parts
        ]
        return tuple(cells) if len(cells) > 1 else cells[0]

    return read


def _classes(ruleset: Ruleset) -> dict[tuple[str, Key], int]:
    """By kind and key, a number that keys share which are compared, on whatever way."""
    classes: dict[tuple[str, Key], int] = {}
    for one, two in {tuple(channel) for plan in ruleset.plans for channel in plan.channels}:
        into, of = (classes.setdefault(each, len(classes)) for each in (one, two))
        if into != of:
            classes = {each: into if class_ == of else class_ for each, class_ in classes.items()}
    numbers = {of: number for number, of in enumerate(dict.fromkeys(classes.values()))}
    return {each: numbers[of] for each, of in classes.items()}


def _groups(chosen: Iterable[Chosen]) -> Iterable[list[Chosen]]:
    """The facts that are linked, each by a key that it has in common with another."""
    leader: dict[int, int] = {}

    def find(code: int) -> int:
        while (next_ := leader.get(code, code)) != code:
            leader[code] = leader.get(next_, next_)
            code = next_
        return code

    for fact in chosen:
        if len(fact.keys) > 1:
            first = find(fact.keys[0])
            for code in fact.keys:
                leader[find(code)] = first
    groups: dict[int, list[Chosen]] = {}
    for fact in chosen:
        groups.setdefault(find(fact.keys[0]), []).append(fact)
    return [group for group in groups.values() if len(group) > 1]
