"""Random plans and rows: what rules and facts could be, and some that they hardly will be.

Everything follows from one seeded generator, so that a seed is all there is to report.
"""

from __future__ import annotations

from itertools import permutations
from random import Random

from belie.model import Match
from belie.rulebook.columns import LIMIT
from belie.rulebook.formula import (
    AllOf,
    AnyOf,
    Column,
    Compare,
    Formula,
    Known,
    Product,
    Row,
    Shifted,
    holds,
    negate,
)
from belie.rulebook.plan import Absence, Group, Plan

KINDS = ("poll", "toll", "дата")
TEXTS = ("who", "where", "what")
NUMBERS = ("low", "high", "day")

SAYINGS = (
    "", "a", "A", "é", "e\u0301", "Львів", "中文", "🗳", 'say "no"', "back\\slash", "}, {", "null",
    "0", "1", "sid", "$s", "costarring", "liquid", "line\nbreak", "\x00", "x" * 3000,
)  # fmt: skip
FIGURES = (-LIMIT, LIMIT, LIMIT - 1, 2**53, 2**53 + 1, 2**63, -(2**63) - 1, 10**30)

ORDERS = ("<", "<=", ">", ">=")


def seeded(seed: int | str) -> Random:
    """The generator for ``seed``."""
    return Random(seed)  # noqa: S311


def rows(random: Random, count: int, spread: int = 3) -> dict[str, Row]:
    """``count`` facts; ``spread`` is about how many different values a column takes."""
    return {f"f{number}": _row(random, spread) for number in range(1, count + 1)}


def _row(random: Random, spread: int) -> Row:
    row: dict[str, int | str | None] = {"kind": random.choice((*KINDS, "rumour"))}
    for name in TEXTS:
        number = random.randrange(len(SAYINGS) if random.random() < 0.1 else spread)
        row[name] = SAYINGS[number] if number < len(SAYINGS) else f"saying {number}"
    for name in NUMBERS:
        rare = random.random() < 0.08
        row[name] = random.choice(FIGURES) if rare else random.randint(-spread, spread)
    for name in (*TEXTS, *NUMBERS):
        if random.random() < 0.1:
            row[name] = None
        elif random.random() < 0.03:
            del row[name]
    return row


def plan(random: Random, rule: str, *, small: bool = False) -> Plan:
    """A plan of one to four roles, now and then of five; with ``small``, of one or two.

    A small plan always has a key, so that many facts do not make unbounded matches.
    """
    if random.random() < 0.08:
        return _group(random, rule)
    number = random.choice((1, 2, 2, 2)) if small else random.choice((1, 2, 2, 2, 2, 3, 3, 4, 5))
    names = random.sample(("a", "b", "m", "claim", "злочин", "id", "sid"), number)
    kind = random.choice(KINDS)
    alike = random.random() < 0.6
    roles = {name: kind if alike else random.choice(KINDS) for name in names}
    parts = [_single(random, name) for name in names for _ in range(random.choice((0, 0, 1, 2)))]
    if small or number > 3 or random.random() < 0.9:
        parts += [_key(random, names[: i + 1]) for i in range(1, number)]
    if number > 1:
        parts += [_pair(random, names) for _ in range(random.choice((0, 1, 1, 2, 3)))]
    random.shuffle(parts)
    half = random.randrange(len(parts) + 1)
    where = AllOf((AllOf(tuple(parts[:half])), *parts[half:]))
    symmetric = number == 2 and len(set(roles.values())) == 1 and random.random() < 0.5
    unless = tuple(_absence(random, roles) for _ in range(random.choice((0, 0, 0, 1, 2))))
    return Plan(rule, roles, where, unless, symmetric=symmetric)


def _group(random: Random, rule: str) -> Plan:
    functions = ("sum", "count", "min", "max")
    having = tuple(
        (random.choice(functions), random.choice(NUMBERS), random.choice((*ORDERS, "==", "!=")), 3)
        for _ in range(random.choice((0, 1, 1, 2)))
    )
    by = tuple(random.sample(TEXTS, random.choice((0, 1, 1, 2))))
    parts = [_single(random, "each") for _ in range(random.choice((0, 0, 1)))]
    roles = {"each": random.choice(KINDS)}
    if random.random() < 0.4:
        roles = {"beside": random.choice(KINDS), **roles}
        parts.append(_key(random, ["beside", "each"]))
        whole = Column("beside", random.choice(NUMBERS))
        having = tuple((*most, random.choice((bound, whole))) for *most, bound in having)
    group = Group(by, having, random.choice((1, 2, 2, 3)))
    return Plan(rule, roles, AllOf(tuple(parts)), group=group)


def _absence(random: Random, roles: dict[str, str]) -> Absence:
    names = ["undone", "again"][: random.choice((1, 1, 1, 2))]
    own = {name: random.choice((*roles.values(), random.choice(KINDS))) for name in names}
    around = list(roles)
    parts = [_key(random, [*around, name]) for name in names]
    parts += [_single(random, name) for name in names if random.random() < 0.7]
    parts += [_pair(random, [random.choice(around), name]) for name in names]
    return Absence(own, AllOf(tuple(parts)))


def _key(random: Random, names: list[str]) -> Formula:
    """An equality between the last role and one before it."""
    columns = TEXTS if random.random() < 0.85 else NUMBERS
    same = random.choice(columns)
    sides = [
        Column(names[-1], same),
        Column(
            random.choice(names[:-1]), same if random.random() < 0.8 else random.choice(columns)
        ),
    ]
    random.shuffle(sides)
    return Compare(sides[0], "==", sides[1])


def _single(random: Random, name: str) -> Formula:
    text = Column(name, random.choice(TEXTS))
    number = Column(name, random.choice(NUMBERS))
    match random.randrange(8):
        case 0 | 1:
            return Compare(text, "==", random.choice(SAYINGS[:3]))
        case 2:
            return Compare(text, "!=", random.choice(SAYINGS[:3]))
        case 3:
            return Compare(number, random.choice((*ORDERS, "==", "!=")), random.randint(-2, 2))
        case 4:
            return Known(random.choice((text, number)), known=random.random() < 0.7)
        case 5:
            return AnyOf(tuple(Compare(text, "==", said) for said in random.sample(SAYINGS, 12)))
        case 6:
            other = Column(name, random.choice(NUMBERS))
            return Compare(_shifted(random, number), random.choice(ORDERS), other)
        case _:
            return negate(_single(random, name))


def _pair(random: Random, names: list[str]) -> Formula:
    one, two = random.sample(names, 2)
    left, right = (Column(name, random.choice(NUMBERS)) for name in (one, two))
    match random.randrange(9):
        case 0 | 1:
            return Compare(left, random.choice(ORDERS), right)
        case 2:
            return Compare(_shifted(random, left), random.choice((*ORDERS, "==")), right)
        case 3:
            return Compare(left, random.choice((*ORDERS, "!=")), _shifted(random, right))
        case 4:
            column = random.choice(TEXTS)
            return Compare(Column(one, column), random.choice(("==", "!=")), Column(two, column))
        case 8:
            return _products(random, left, right)
        case 5:
            return AnyOf(tuple(_pair(random, names) for _ in range(random.choice((0, 1, 2, 3)))))
        case 6:
            return AnyOf(
                (Known(left, known=False), Known(right, known=False), _pair(random, names))
            )
        case _:
            return negate(_pair(random, names))


def _products(random: Random, left: Column, right: Column) -> Formula:
    """A comparison of products, of numbers that a column of facts can hold."""
    sides = [
        Product(random.choice(((left, left, right), (right,), (left, right), ())), times)
        for times in (random.choice((1, 3, 10**13 + 1)), random.choice((1, 7, 64 * 10**11)))
    ]
    ends = [
        Compare(column, operator, end)
        for column in (left, right)
        for operator, end in ((">", -LIMIT), ("<", LIMIT))
    ]
    first = sides[0] if sides[0].columns else Product((left, right))
    return AllOf((Compare(first, random.choice((*ORDERS, "==", "!=")), sides[1]), *ends))


def _shifted(random: Random, column: Column) -> Shifted:
    return Shifted(column, random.choice((-2, 0, 1, 5, LIMIT)), random.choice((1, 1, 1, -1, 0, 3)))


def by_definition(plan: Plan, facts: dict[str, Row]) -> list[Match]:
    """The matches of a plan as its docstring has them: everything tried, nothing clever."""
    ids = list(facts)
    found = []
    for chosen in permutations(range(len(ids)), len(plan.roles)):
        rows = dict(zip(plan.roles, (facts[ids[at]] for at in chosen), strict=True))
        if any(rows[role]["kind"] != kind for role, kind in plan.roles.items()):
            continue
        if not holds(plan.where, rows) or (plan.symmetric and chosen[0] > chosen[1]):
            continue
        others = [row for at, row in enumerate(facts.values()) if at not in chosen]
        if not any(_undone(absence, rows, others) for absence in plan.unless):
            found.append(chosen)
    if plan.group is not None:
        found = _grouped(plan, plan.group, found, list(facts.values()))
    return [Match(plan.rule, tuple(ids[at] for at in chosen)) for chosen in sorted(found)]


def _undone(absence: Absence, bound: dict[str, Row], others: list[Row]) -> bool:
    for chosen in permutations(others, len(absence.roles)):
        rows = dict(zip(absence.roles, chosen, strict=True))
        if all(rows[role]["kind"] == kind for role, kind in absence.roles.items()) and holds(
            absence.where, {**bound, **rows}
        ):
            return True
    return False


def _grouped(
    plan: Plan, group: Group, picked: list[tuple[int, ...]], facts: list[Row]
) -> list[tuple[int, ...]]:
    found = []
    for *before, first in picked:
        key = [facts[first].get(name) for name in group.by]
        members = [
            at
            for *other, at in picked
            if other == before and [facts[at].get(name) for name in group.by] == key
        ]
        if None in key or members[0] != first or len(members) < group.at_least:
            continue
        rows = dict(zip(plan.roles, (facts[at] for at in before), strict=False))
        for function, name, operator, bound in group.having:
            cells = [facts[at].get(name) for at in members]
            if None in cells:
                break
            figure = {"sum": sum, "count": len, "min": min, "max": max}[function](cells)
            if not holds(Compare(Column("", ""), operator, bound), {**rows, "": {"": figure}}):
                break
        else:
            found.append((*before, *members))
    return found
