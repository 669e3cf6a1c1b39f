"""Facts at the boundaries of what rules ask: such as nearly match, and such as do.

A fact is drawn from small pools, and mended until the condition of a rule holds for it and
those beside it, as far as that goes in a few steps. What is drawn from is where engines err:
unknowns, equal and open ends, places within places, letters composed and not, numbers of any
size. Everything follows from the generator of random numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any, get_args

from belie.kinds import Kind
from belie.model import Fact, Name, Place, Quantity, Span, Stance, TimeSpan
from belie.rulebook.columns import LIMIT, attributes, columns, value_of
from belie.rulebook.formula import (
    AllOf,
    AnyOf,
    Column,
    Compare,
    Formula,
    Known,
    Row,
    columns_in,
    conjuncts,
    holds,
)
from belie.rulebook.plan import Group
from belie.rulebook.rule import Rule

STEPS = 60  # in which a condition is mended, at most

_BESIDE = (-1000, -1, 0, 1, 1000)
"""How far from a number another is drawn, in thousandths."""
_SIDES = {">": (1, 1000) * 2, "<": (-1000, -1) * 2, "=": (0,), "!": ()}
"""The same, where one holds that is compared by what begins so."""

_KEYS = ("turkey", "ukraine", "é", "e\u0301", "🗳", "O'Hara", "a\\b", "a\x00b")
_TEXTS = (
    "flood",
    "Flood",
    "É",
    "e\u0301",
    "straße",
    "STRASSE",
    "family",
    "x\x00y",
    "line\nbreak",
    "",
)
_DAYS = (
    None, date.min, date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2024, 4, 1),
    date(2025, 3, 1), date.max,
)  # fmt: skip
_NUMBERS = tuple(
    None if number is None else Decimal(number)
    for number in (
        None, "0", "1", "2", "9", "9.5", "10", "40", "49.999", "50", "51", "60", "100", "101",
        "1000", "1001", "1e6", "-1", "4611686018427387.903", "1e16", "-1e16", "1e40", "0.0005",
    )
)  # fmt: skip
_UNITS: Mapping[str, tuple[str | None, ...]] = {
    "people": (None,), "count": (None,), "share": ("percent", "point"), "points": ("point",),
    "money": ("usd", "eur"), "measure": ("km", "mile", "hour", "day", "kelvin", "minute"),
    "amount": (None, "percent", "point", "usd", "km", "mile", "hour"),
}  # fmt: skip
_HEDGES = (None, None, None, "about", "at least", "over", "at most", "under", "between")

NAMES = (None, *(Name(key, f"the {key}", named) for key in _KEYS for named in (True, True, False)))
PLACES = (
    None,
    Place("world", "the world", 0, 100),
    Place("north", "the North", 10, 19),
    Place("orla", "Orla", 12, 12),
    Place("also orla", "Orla", 12, 12),
    Place("brant", "Brant", 13, 16),
    Place("south", "the South", 20, 29),
)
TIMES = (
    None,
    None,
    *(
        TimeSpan(start, end, precision, anchor, inferred)
        for start in _DAYS
        for end in _DAYS
        if start is None or end is None or start < end
        for precision, anchor, inferred in (
            ("day", "publication", "week"),
            ("day", "stated", "nothing"),
            ("year", "event", "year"),
        )
    ),
)
IDENTIFIERS = (None, "s1", "s2")
"""What binds facts together, and what they are called."""

_OF_EVERY_FACT: Mapping[str, tuple[Any, ...]] = {
    "time": TIMES,
    "source": NAMES,
    "evidential": (None, None, "reportedly", "is estimated"),
    "stance": ("asserted", *get_args(Stance)),
    "part_of": (None,),
    "part": ("text", "text", "title"),
    "article": ("a", "a", "b", None),
    "undated": (None, None, "monday", "tuesday"),
    "paragraph": (0, 0, 90),
    "event": (None, "e1", "e1", "e2"),
    "published": (None, date(2024, 2, 29), date(2024, 3, 1)),
    "sentence": (0, 40, 80),
    "start": (0, 5, 45),
}


def pool(kind: Kind, name: str) -> tuple[Any, ...]:
    """What the attribute ``name`` of a fact of ``kind`` is drawn from."""
    if name in _OF_EVERY_FACT:
        return _OF_EVERY_FACT[name]
    type_ = kind.value if name == "value" else kind.fields[name]
    match type_:
        case "actor" | "side" | "group":
            return NAMES
        case "place":
            return PLACES
        case "date":
            return TIMES
        case "text":
            return (None, *_TEXTS)
        case "scope":
            return IDENTIFIERS
        case "choice":
            return (None, *kind.choices[name])
        case "increment":
            return (None, "yes")
        case "tense":
            return (None, "past", "present", "future")
        case _:
            return _QUANTITIES[type_]


def _quantities(units: tuple[str | None, ...]) -> tuple[Quantity | None, ...]:
    ends = [(number, number) for number in _NUMBERS if number is not None] * 3
    ends += [
        (low, high)
        for low in _NUMBERS
        for high in _NUMBERS
        if low is None or high is None or low < high
    ][::7]
    drawn = [
        Quantity(*pair, _HEDGES[at % len(_HEDGES)], unit)
        for at, pair in enumerate(ends)
        for unit in units
    ]
    return (None, *drawn)


_QUANTITIES = {type_: _quantities(units) for type_, units in _UNITS.items()}


def drawn(random: Random, kind: Kind) -> Fact:
    """A fact of ``kind``."""
    fact = Fact(
        id=_new(random), kind=kind.name, fields=dict.fromkeys(kind.fields), value=None, time=None,
        source=None, evidential=None, stance="asserted", part_of=None, part="text",
        span=Span(0, 4), sentence=Span(0, 30), text="said so", phrase=f"{kind.name}/1", article="a",
    )  # fmt: skip
    for attribute in changeable(kind):
        if random.random() < 0.7:
            fact = changed(fact, attribute, random.choice(pool(kind, attribute)))
    return fact


def changeable(kind: Kind) -> list[str]:
    """The attributes of a fact of ``kind`` that can be set."""
    return [name for name in attributes(kind) if name not in ("kind", "fact")]


def changed(fact: Fact, name: str, value: Any) -> Fact:
    """``fact`` with ``value`` under the undotted name of an attribute."""
    match name:
        case "sentence":
            return replace(fact, sentence=Span(value, value + 30))
        case "start":
            return replace(fact, span=Span(value, value + 4))
        case _ if name in fact.fields:
            return replace(fact, fields={**fact.fields, name: value})
        case _:
            return replace(fact, **{name: value})


class Aim:
    """Facts by role, to be mended until a condition holds."""

    def __init__(self, random: Random, kinds: Mapping[str, Kind]) -> None:
        self._random = random
        self._kinds = kinds
        self.facts: dict[str, Fact] = {}
        self._rows: dict[str, tuple[Fact, Row]] = {}

    def at(self, formula: Formula, free: Collection[str]) -> None:
        """Mends the facts in the roles ``free`` until ``formula`` holds, or steps are up."""
        for _ in range(STEPS):
            wrong = [part for part in conjuncts(formula) if not self._holds(part)]
            if not wrong:
                return
            self._mend(self._random.choice(wrong), free)

    def _holds(self, formula: Formula) -> bool:
        return holds(formula, {role: self._row(role) for role in self.facts})

    def _row(self, role: str) -> Row:
        fact = self.facts[role]
        if role not in self._rows or self._rows[role][0] is not fact:
            self._rows[role] = fact, columns(fact, self._kinds[fact.kind])
        return self._rows[role][1]

    def _mend(self, formula: Formula, free: Collection[str]) -> None:
        match formula:
            case AllOf(parts):
                for part in parts:
                    if not self._holds(part):
                        self._mend(part, free)
            case AnyOf(parts) if parts:
                self._mend(self._random.choice(parts), free)
            case Known(column, known) if column.role in free:
                self.redraw(column, known=known)
            case Compare():
                self._mend_comparison(formula, free)

    def _mend_comparison(self, formula: Compare, free: Collection[str]) -> None:
        match formula:
            case Compare(Column() as left, "==", Column() as right):
                sides = [(left, right), (right, left)]
                ways = [(one, other) for one, other in sides if one.role in free]
                if ways:
                    self._copy(*self._random.choice(ways))
            case Compare(Column() as left, "==", str(text)) if left.role in free:
                self._set(left, text)
            case Compare(left, _, right):
                named = [each for each in columns_in(left) + columns_in(right) if each.role in free]
                if named:
                    self.redraw(self._random.choice(named), near=right)

    def number(self, column: Column) -> int:
        """What ``column`` holds; where that is no number, one that a figure may well be."""
        held = self._row(column.role).get(column.name)
        return held if isinstance(held, int) else 10**6

    def limit(self, column: Column) -> None:
        """Draws ``column`` anew while it holds nothing, less, or more than can be reckoned with."""
        for _ in range(STEPS):
            if 0 < self.number(column) < LIMIT:
                break
            self.redraw(column)

    def differ(self, column: Column, taken: set[object]) -> None:
        """Draws ``column`` anew while it holds one of ``taken``, and adds what it holds."""
        for _ in range(STEPS):
            if self._row(column.role).get(column.name) not in taken:
                break
            self.redraw(column)
        taken.add(self._row(column.role).get(column.name))

    def redraw(
        self,
        column: Column,
        *,
        known: bool = True,
        near: object = None,
        beside: int | None = None,
    ) -> None:
        """Draws what ``column`` is part of anew, near a number where one is given.

        That it is near is left to chance, unless ``beside`` says how far it lies from there.
        """
        fact = self.facts[column.role]
        name, _, part = column.name.partition(".")
        if name in ("kind", "fact"):
            return
        values = [
            each for each in pool(self._kinds[fact.kind], name) if (each is not None) == known
        ]
        if not values:
            return
        value = self._random.choice(values)
        if beside is None and self._random.random() < 0.7:
            beside = self._random.choice(_BESIDE)
        if isinstance(value, Quantity) and isinstance(near, int) and beside is not None:
            value = _near(value, near, beside)
        held = value_of(fact, name)
        if isinstance(value, Quantity) and isinstance(held, Quantity) and part != "unit":
            value = replace(value, unit=held.unit)
        self.facts[column.role] = changed(fact, name, value)

    def _copy(self, column: Column, other: Column) -> None:
        """Gives ``column`` the value of ``other``, or draws that where it has none."""
        name, _, part = column.name.partition(".")
        if name == "fact":
            return
        whole = value_of(self.facts[other.role], other.name.partition(".")[0])
        if part == "unit":
            self._set(column, None if whole is None else getattr(whole, "unit", None))
        elif whole is not None or name == "article":
            self.facts[column.role] = changed(self.facts[column.role], name, whole)
        else:
            self.redraw(other)

    def _set(self, column: Column, text: str | None) -> None:
        """Gives ``column`` the value ``text``."""
        fact = self.facts[column.role]
        name, _, part = column.name.partition(".")
        held = value_of(fact, name)
        kind = self._kinds[fact.kind]
        if part and held is None:
            held = self._random.choice([each for each in pool(kind, name) if each is not None])
        if part == "named":
            value = replace(held, named=text == "yes")
        elif part in ("last", "full"):
            value = replace(held, key=_called(held.key, part, text or ""))
        elif part:
            value = replace(held, **{part: None if text in ("one", "exact") else text})
        elif any(isinstance(each, Name) for each in pool(kind, name)):
            value = Name(text or "", text or "")
        else:
            value = text
        self.facts[column.role] = changed(fact, name, value)


def _called(key: str, part: str, text: str) -> str:
    """The name ``key`` with another last word, or with words before it or without."""
    before, _, last = key.rpartition(" ")
    if part == "last":
        return f"{before} {text}".strip()
    return f"{before or 'anna'} {last}" if text == "yes" else last


def _near(value: Quantity, number: int, beside: int) -> Quantity:
    """``value`` as a figure beside ``number`` of thousandths, or with the open end that it is."""
    if abs(number) >= LIMIT:
        return replace(value, **{"high" if number > 0 else "low": None})
    figure = Decimal(number + beside) / 1000
    return replace(value, low=figure, high=figure, hedge=None)


def aimed(random: Random, rule: Rule, kinds: Mapping[str, Kind]) -> list[Fact]:
    """Facts for which ``rule`` may well hold, and some that may undo it."""
    plan = rule.plan
    aim = Aim(random, kinds)
    aim.facts = {role: drawn(random, kinds[kind]) for role, kind in plan.roles.items()}
    *_, last = plan.roles
    by = plan.group.by if plan.group is not None else ()
    having = plan.group.having if plan.group is not None else ()
    known = [Column(last, name) for name in by]
    known += [bound for *_, bound in having if isinstance(bound, Column)]
    aim.at(AllOf((plan.where, *map(Known, known))), plan.roles)
    facts = list(aim.facts.values())
    if plan.group is not None:
        facts.pop()
        for bound in known[len(by) :]:
            if random.random() < 0.8:  # what is the whole of something is mostly some number
                aim.limit(bound)
        members = random.choice((1, 2, 2, 2, 3, 3, 6))
        near = _bounds(random, plan.group, members, aim)
        taken: dict[str, set[object]] = {}
        for _ in range(members):
            aim.facts[last] = replace(aim.facts[last], id=_new(random))
            for name, (bound, beside) in near.items():
                side = beside if random.random() < 0.9 else None
                aim.redraw(Column(last, name), near=bound, beside=side)
            aim.at(plan.where, (last,))
            for function, name, *_ in having:
                if function == "repeats" and random.random() < 0.9:
                    aim.differ(Column(last, name), taken.setdefault(name, set()))
            facts.append(aim.facts[last])
    often = min(0.2, 0.5 / max(1, len(plan.unless)))  # or a rule of many would hardly ever match
    for absence in plan.unless:
        if random.random() < often:
            aim.facts |= {role: drawn(random, kinds[kind]) for role, kind in absence.roles.items()}
            aim.at(absence.where, absence.roles)
            facts += [aim.facts[role] for role in absence.roles]
    return facts


def _bounds(random: Random, group: Group, members: int, aim: Aim) -> dict[str, tuple[int, int]]:
    """Near which number each of ``members`` is drawn, and how far from it, by column.

    Of what a sum is held against, that is the part that falls to each. Where a group is asked
    for several figures of one attribute, one of them is aimed at, mostly a sum.
    """
    asked: dict[str, list[tuple[str, int, str]]] = {}
    for function, name, operator, bound in group.having:
        if function != "repeats":
            number = bound if isinstance(bound, int) else aim.number(bound)
            near = number // members if function == "sum" else number
            some = asked.setdefault(name.partition(".")[0], [])
            some += [(name, near, operator)] * (4 if function == "sum" else 1)
    chosen = map(random.choice, asked.values())
    return {name: (near, random.choice(_BESIDE + _SIDES[op[0]])) for name, near, op in chosen}


def session(random: Random, rules: Collection[Rule], kinds: Mapping[str, Kind]) -> list[Fact]:
    """Facts at which ``rules`` are aimed, some a little beside, some twice, in any order."""
    facts = [fact for rule in rules for fact in aimed(random, rule, kinds)]
    for fact in random.choices(facts, k=random.choice((0, 0, 1, 2, 3))):
        kind = kinds[fact.kind]
        name = random.choice(changeable(kind))
        facts.append(replace(changed(fact, name, random.choice(pool(kind, name))), id=_new(random)))
    facts += random.choices(facts, k=random.choice((0, 0, 0, 1)))
    random.shuffle(facts)
    return facts


def numbered(facts: Sequence[Fact]) -> dict[str, Fact]:
    """``facts`` by id, each with one of its own, as a checker numbers them."""
    ids = {fact.id: f"f{number}" for number, fact in enumerate(facts, start=1)}
    return {
        f"f{number}": replace(fact, id=f"f{number}", part_of=ids.get(fact.part_of or ""))
        for number, fact in enumerate(facts, start=1)
    }


def _new(random: Random) -> str:
    return f"{random.getrandbits(64):x}"
