"""belie's own engines as contestants: the join, the shipped rules, and what else is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from belie.matching.engines import EngineName, make_engine
from belie.rulebook.formula import Row
from belie.rulebook.plan import Plan
from competitors import sql
from workload import (
    ARTICLES,
    JOIN,
    Match,
    Size,
    article_plans,
    article_rows,
    many_plans,
    pack_plans,
    pack_rows,
    toll_rows,
    tolls,
)

if TYPE_CHECKING:
    from belie.model import Match as Found

ENGINES: tuple[EngineName, ...] = ("durable", "duck", "plain", "spark")

Batches = Iterator[Iterable[Match]]


def join(name: EngineName, size: Size) -> Callable[[], Batches]:
    """What finds the pairs, from rows in Python to matches in Python."""
    return _search(name, [JOIN], [toll_rows(tolls(size))], _pairs)


def pack(name: EngineName, size: Size) -> Callable[[], Batches]:
    """What finds the matches of the shipped rules."""
    plans = pack_plans()
    return _search(name, plans, [pack_rows(size)], partial(_numbered, plans))


def articles(name: EngineName) -> Callable[[], Batches]:
    """What finds the matches of one article after another on an engine that is made once."""
    plans = article_plans()
    told = [article_rows(seed) for seed in range(ARTICLES)]
    return _search(name, plans, told, partial(_numbered, plans))


def loaded(size: Size) -> Callable[[], Batches]:
    """What finds the pairs in a table of DuckDB that is there already."""
    from belie.matching.duck import Archive, connect

    archive = Archive([JOIN], connection=sql.fill(connect(), size))
    return lambda: (positions for _, positions in archive.match())


def first_use(name: EngineName, count: int) -> Callable[[], Batches]:
    """What makes an engine for so many rules, and matches a few facts, so that all is compiled."""
    plans, rows = many_plans(count), _one_a_kind()

    def search() -> Batches:
        made = make_engine(name, plans)
        made.match(rows)
        made.close()
        yield ()

    return search


def later_use(name: EngineName, count: int) -> Callable[[], Batches]:
    """What matches the same facts on an engine that has done so before."""
    made, rows = make_engine(name, many_plans(count)), _one_a_kind()
    made.match(rows)

    def search() -> Batches:
        made.match(rows)
        yield ()

    return search


def _one_a_kind() -> dict[str, Row]:
    named = {row["kind"]: (name, row) for name, row in pack_rows(Size(1_000, 10)).items()}
    return dict(named.values())


def _search(
    name: EngineName,
    plans: Sequence[Plan],
    told: Sequence[Mapping[str, Row]],
    read: Callable[[Iterable[Found]], Iterator[Match]],
) -> Callable[[], Batches]:
    made = make_engine(name, plans)

    def search() -> Batches:
        for rows in told:
            yield read(made.match(rows))

    return search


def _pairs(found: Iterable[Found]) -> Iterator[Match]:
    return ((int(match.facts[0][1:]), int(match.facts[1][1:])) for match in found)


def _numbered(plans: Sequence[Plan], found: Iterable[Found]) -> Iterator[Match]:
    numbers = {plan.rule: number for number, plan in enumerate(plans)}
    return ((numbers[match.rule], *(int(fact[1:]) for fact in match.facts)) for match in found)
