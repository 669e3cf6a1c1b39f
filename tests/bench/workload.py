"""What the engines are given to match: facts that follow from a size and a seed, and rules.

The join is the smallest that says something: two facts that agree on two texts, the second
with the higher figure. Its facts are made by arithmetic, which SQL can do as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from random import Random
from typing import NamedTuple

from belie.kinds import Kind, load_kinds
from belie.rulebook.columns import EXACT, NO, UNIT_ONE, YES, Attribute, attributes
from belie.rulebook.formula import (
    AllOf,
    AnyOf,
    Cell,
    Column,
    Compare,
    Formula,
    Known,
    Row,
    Shifted,
)
from belie.rulebook.plan import Plan
from belie.rulebook.rule import load_rules

KIND = "toll"
MEASURES = 7
FIGURES = 1000
ARTICLES = 200  # of ARTICLE_FACTS each, one after another on a reused engine
ARTICLE_FACTS = 30
ARTICLE_RULES = 50
ARTICLE_KINDS = 8
MODULUS = 2**61 - 1

Match = Sequence[int]
"""The positions of two facts; or the number of a rule, and then positions."""


class Toll(NamedTuple):
    """A fact of the join."""

    position: int
    subject: str
    measure: str
    low: int


@dataclass(frozen=True, slots=True)
class Size:
    """So many facts, of which so many agree on what the join equates."""

    facts: int
    group: int
    seed: int = 1


@dataclass(slots=True)
class Tally:
    """How many matches, and their checksum, in whatever order they come."""

    count: int = 0
    checksum: int = 0

    def add(self, matches: Iterable[Match]) -> None:
        """Takes ``matches`` in."""
        weights = list(map(_weight, matches))
        self.count += len(weights)
        self.checksum = (self.checksum + sum(weights)) % MODULUS


def _weight(match: Match) -> int:
    """The product of each number's place times the number, and one."""
    if len(match) == 2:  # the most of them, by far
        return (match[0] + 1) * (2 * match[1] + 1)
    weight = 1
    for place, number in enumerate(match, start=1):
        weight = weight * (place * number + 1) % MODULUS
    return weight


# Each fact's figure is drawn from its position by two steps of a Lehmer generator.
TABLE = """
    CREATE OR REPLACE TABLE toll AS
    WITH one AS (
        SELECT range AS position, (range + $seed) * 48271 % 2147483647 AS drawn
        FROM range($facts)
    )
    SELECT
        position,
        'subject ' || (position % $groups) AS subject,
        'measure ' || (position % $groups % 7) AS measure,
        xor(drawn, drawn >> 11) * 69621 % 2147483647 % 1000 AS "value.low"
    FROM one
"""


def tolls(size: Size) -> list[Toll]:
    """The facts of the join, as ``TABLE`` makes them."""
    groups = size.facts // size.group
    return [
        Toll(
            position,
            f"subject {position % groups}",
            f"measure {position % groups % MEASURES}",
            _figure(position, size.seed),
        )
        for position in range(size.facts)
    ]


def _figure(position: int, seed: int) -> int:
    drawn = (position + seed) * 48271 % 2147483647
    return (drawn ^ drawn >> 11) * 69621 % 2147483647 % FIGURES


def toll_rows(facts: Iterable[Toll]) -> dict[str, Row]:
    """The facts of the join as belie's engines take them."""
    return {
        f"f{fact.position}": {
            "kind": KIND, "subject": fact.subject, "measure": fact.measure, "value.low": fact.low,
        }
        for fact in facts
    }  # fmt: skip


JOIN = Plan(
    "join",
    {"first": KIND, "second": KIND},
    AllOf(
        (
            Compare(Column("first", "subject"), "==", Column("second", "subject")),
            Compare(Column("first", "measure"), "==", Column("second", "measure")),
            Compare(Column("second", "value.low"), ">", Column("first", "value.low")),
        )
    ),
)


def article_plans() -> list[Plan]:
    """The rules of one article: the join for each of some kinds, with a margin of its own."""
    plans = []
    for number in range(ARTICLE_RULES):
        kind = f"kind {number % ARTICLE_KINDS}"
        low = Shifted(Column("first", "value.low"), plus=number)
        *keys, _ = JOIN.where.parts if isinstance(JOIN.where, AllOf) else ()
        above = Compare(Column("second", "value.low"), ">", low)
        plans.append(Plan(f"join {number}", {"first": kind, "second": kind}, AllOf((*keys, above))))
    return plans


def article_rows(seed: int) -> dict[str, Row]:
    """The facts of one article."""
    random = Random(seed)  # noqa: S311
    return {
        f"f{number}": {
            "kind": f"kind {random.randrange(ARTICLE_KINDS)}",
            "subject": f"subject {random.randrange(5)}",
            "measure": "killed",
            "value.low": random.randrange(90),
        }
        for number in range(ARTICLE_FACTS)
    }


def pack_plans() -> list[Plan]:
    """The rules that come with belie."""
    return [rule.plan for rule in load_rules()]


def many_plans(count: int) -> list[Plan]:
    """As many rules as asked for: those that come with belie, over and over."""
    plans = islice(cycle(pack_plans()), count)
    return [replace(plan, rule=f"{plan.rule} {number}") for number, plan in enumerate(plans)]


def pack_rows(size: Size) -> dict[str, Row]:
    """Facts that the shipped rules speak of, told in stories of a group each.

    The facts of a story are of two kinds and mostly agree on names, places and texts, and no
    two stories do. A text is often one that some rule asks for, and now and then unknown.
    """
    random = Random(size.seed)  # noqa: S311
    kinds = load_kinds()
    asked = _texts(pack_plans())
    told = sorted(name for name, _ in asked)
    rows: dict[str, Row] = {}
    for story in range(size.facts // size.group):
        two = random.sample(sorted(set(told)), 2)
        for _ in range(size.group):
            kind = kinds[random.choice(two)]
            name = f"f{len(rows)}"
            rows[name] = {**_row(random, kind, story, asked), "fact": name, "kind": kind.name}
    return rows


def _row(
    random: Random, kind: Kind, story: int, asked: Mapping[tuple[str, str], Sequence[str]]
) -> dict[str, Cell]:
    row: dict[str, Cell] = {}
    for attribute in attributes(kind).values():
        row.update(_cells(random, attribute, story, asked, kind.name))
    return {**row, "article": f"article {story}", "part_of": None}


def _cells(
    random: Random,
    attribute: Attribute,
    story: int,
    asked: Mapping[tuple[str, str], Sequence[str]],
    kind: str,
) -> Iterator[tuple[str, Cell]]:
    name = attribute.name
    known = random.random() < 0.8
    match attribute.family:
        case "name" | "place" | "text":
            texts = asked.get((kind, name), ()) if random.random() < 0.2 else ()
            yield name, random.choice(texts or (f"{name} {story}",)) if known else None
            if attribute.family == "name":
                yield f"{name}.named", random.choice((YES, NO)) if known else None
            if attribute.family == "place":
                first, last = random.choice(((0, 9), (0, 4), (2, 3)))
                yield f"{name}.first", 10 * story + first if known else None
                yield f"{name}.last", 10 * story + last if known else None
        case "choice":
            usual = (
                attribute.choices[0] if random.random() < 0.5 else random.choice(attribute.choices)
            )
            yield name, usual if known else None
        case "identifier":
            yield name, f"{name} {story}"
        case "quantity":
            low = 1000 * random.randint(1, 200)
            units = (UNIT_ONE, *asked.get((kind, f"{name}.unit"), ()))
            yield f"{name}.low", low if known else None
            yield f"{name}.high", low if known else None
            yield f"{name}.least", low - 500 if known else None
            yield f"{name}.most", low + 499 if known else None
            yield f"{name}.unit", units[story % len(units)] if known else None
            yield f"{name}.hedge", EXACT if known else None
        case "time":
            day = 738_000 + story % 1000 + random.randrange(20)
            yield f"{name}.start", day if known else None
            yield f"{name}.end", day + 1 if known else None
            yield f"{name}.precision", "day" if known else None
            yield f"{name}.anchor", random.choice(("stated", "publication")) if known else None
        case "day":
            yield name, 738_010 + story % 1000
        case _:
            yield name, random.randrange(20)


def _texts(plans: Iterable[Plan]) -> dict[tuple[str, str], list[str]]:
    """The texts that rules ask for, by kind and column; a kind with none is there too."""
    found: dict[tuple[str, str], set[str]] = {}
    for plan in plans:
        for roles, formula in (
            (plan.roles, plan.where),
            *(({**plan.roles, **each.roles}, each.where) for each in plan.unless),
        ):
            for kind, column, text in _asked(roles, formula):
                found.setdefault((kind, column), set()).update(text)
    return {named: sorted(texts) for named, texts in found.items()}


def _asked(
    roles: Mapping[str, str], formula: Formula
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    match formula:
        case Compare(Column(role, name), _, str() as text):
            yield roles[role], name, (text,)
        case Compare(Column(role, name)) | Known(Column(role, name)):
            yield roles[role], name, ()
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _asked(roles, part)
