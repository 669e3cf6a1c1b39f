"""How fast belie matches, beside other rule engines: ``make bench``.

Every contestant works in a process of its own and is given the same facts; those that are set
beside each other take turns. What is timed runs from facts in Python to matches in Python,
unless a row says otherwise, on rules that are compiled already. What a contestant finds is
held against what a loop in Python finds. One that is not installed says so:
``pip install belie[bench,spark]``; Drools and Spark need Java.

``python tests/bench/matching.py quick`` measures the small sizes alone, and writes nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

import engines
from competitors import clingo, clips, dictionary, drools, experta, raw_durable, sql
from contest import LIMIT, Outcome, Prepare, Search, contest
from table import Row, keep, shape, table
from workload import ARTICLE_FACTS, ARTICLE_RULES, ARTICLES, Size, Tally

SIZES = (1_000, 10_000, 100_000, 1_000_000)
STEP = 10
GROUPS = (2, 10, 100)
USUAL = 10  # the group where only one is measured
SMALL, LARGE, MANY = 10_000, 1_000_000, 10_000_000
RULES = 500
FOR_SPARK = (Size(SMALL, USUAL), Size(100_000, USUAL))  # it takes long to start

DURABLE, DUCK, PLAIN, SPARK = (f"belie, {name}" for name in engines.ENGINES)
LOOP, SQL, RAW, CLIPS = "dict and loop", "DuckDB, SQL by hand", "durable_rules, raw", "CLIPS"
OURS = {DURABLE: "durable", DUCK: "duck", PLAIN: "plain", SPARK: "spark"}
OTHERS: Mapping[str, Callable[[Size], Search]] = {
    LOOP: dictionary.join,
    SQL: sql.join,
    RAW: raw_durable.join,
    CLIPS: clips.join,
    "clingo": clingo.join,
    "Drools": drools.join,
    "experta": experta.join,
}

BEARABLE = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 3
FORESEEN = "–"
LEGEND = (
    f"The time, and in brackets how many times that of belie's durable. {FORESEEN}: not "
    f"tried, since less says that it would be past {LIMIT:.0f} s or a third of the memory. "
    "The memory is the most that the process took, facts in Python and all, but for Spark, which "
    "works in another."
)

Makers = Mapping[str, Callable[[Size], Search]]
Outcomes = dict[Size, Mapping[str, Outcome]]


def main() -> None:
    """Measures, prints the tables and writes them beside this file."""
    if sys.argv[1:] not in ([], ["quick"]):
        sys.exit("usage: matching.py [quick]")
    quick = len(sys.argv) > 1
    limit = LIMIT / 6 if quick else LIMIT
    counts = [count for count in SIZES if count <= (SMALL if quick else LARGE)]
    makers = {**{name: partial(engines.join, engine) for name, engine in OURS.items()}, **OTHERS}
    joins = grown(makers, [Size(count, group) for count in counts for group in GROUPS], limit)
    makers = {name: partial(engines.pack, engine) for name, engine in OURS.items()}
    packs = grown(makers, [Size(count, USUAL) for count in counts], limit)
    asked = [*one_article(), *beside_clips(joins), *compiling()]
    if not quick:
        asked += [*beside_sql(), *loading(joins), *many(), *growth(joins)]
    report = "\n".join([
        *table(asked, ("", "belie", "beside", "", "to reach")), "",
        "### Two facts that agree on two texts, the second with the higher figure", "",
        *table(_by_group(joins), ("", *(f"groups of {group}" for group in GROUPS), "memory")), "",
        LEGEND, "",
        f"### The shipped rules, over stories of {USUAL} facts", "",
        *table(_by_count(packs), ("", *(f"{count:,} facts" for count in counts), "memory")), "",
        f"{shape()}; load average {os.getloadavg()[2]:.1f}, the benchmark's own 1 included.",
    ])  # fmt: skip
    sys.stdout.write(report + "\n")
    if not quick:
        keep("Matching", report)


def grown(makers: Makers, sizes: Iterable[Size], limit: float) -> Outcomes:
    """How all do at each of ``sizes``, which grow; what cannot end within ``limit`` is left out."""
    outcomes: Outcomes = {}
    for size in sizes:
        tried: dict[str, Prepare] = {}
        for name, make in makers.items():
            if not _left_out(name, size, outcomes, limit):
                tried[name] = partial(make, size)
        sys.stderr.write(f"{size.facts:,} facts in groups of {size.group}: {'; '.join(tried)}\n")
        left = dict.fromkeys(makers, Outcome(failure=FORESEEN))
        outcomes[size] = {**left, **contest(tried, limit=limit)}
    return outcomes


def _left_out(name: str, size: Size, outcomes: Outcomes, limit: float) -> bool:
    """Whether it failed at less, or would fail at this size if it only grew with the facts."""
    if name == SPARK:
        return size not in FOR_SPARK or limit < LIMIT
    for smaller, results in outcomes.items():
        times = size.facts / smaller.facts
        if times <= STEP and smaller.group <= size.group:
            result = results[name]
            if result.failure or result.seconds * times > limit or result.memory * times > BEARABLE:
                return True
    return False


def one_article() -> Iterator[Row]:
    """An article on an engine that is made once, beside the C module that it is built on."""
    for name in (DURABLE, PLAIN):
        sides = contest(
            {name: partial(engines.articles, OURS[name]), RAW: raw_durable.articles}, rounds=9
        )
        ours, theirs = sides[name], sides[RAW]
        engine, found = OURS[name], ours.tally.count / ARTICLES if ours.tally else 0
        yield (
            f"{ARTICLE_FACTS} facts, {ARTICLE_RULES} rules, {found:.0f} matches: {engine} / its C",
            f"{ours.seconds / ARTICLES * 1e3:.2f} ms", f"{theirs.seconds / ARTICLES * 1e3:.2f} ms",
            _verdict(ours, theirs), "2 ×" if name == DURABLE else "",
        )  # fmt: skip


def beside_clips(joins: Outcomes) -> Iterator[Row]:
    """The join at the size at which it is asked for."""
    for size, results in joins.items():
        if size.facts == SMALL:
            ours, theirs = results[DURABLE], results[CLIPS]
            yield (
                f"{SMALL:,} facts joined, groups of {size.group}: durable / CLIPS",
                _seconds(ours), _seconds(theirs), _verdict(ours, theirs), "0.67 ×",
            )  # fmt: skip


def compiling() -> Iterator[Row]:
    """What many rules cost before the first match; their plans are there."""
    for name in (DURABLE, DUCK):
        engine = OURS[name]
        sides = contest(
            {
                "first": partial(engines.first_use, engine, RULES),
                "later": partial(engines.later_use, engine, RULES),
            }
        )
        first, later = sides["first"], sides["later"]
        cost = first.failure or f"{(first.seconds - later.seconds) * 1e3:.0f} ms"
        yield f"{RULES} rules, first match less a later one: {engine}", cost, "", "", "100 ms"


def beside_sql() -> Iterator[Row]:
    """The join in DuckDB over tables that are there already."""
    for group in GROUPS[:2]:
        size = Size(LARGE, group)
        sides = contest(
            {
                DUCK: partial(engines.loaded, size),
                SQL: partial(sql.loaded, size, sql.ORDER),
                "unordered": partial(sql.loaded, size),
            }
        )
        for name, told in ((SQL, "SQL by hand, in order"), ("unordered", "SQL by hand, in none")):
            yield (
                f"{LARGE:,} facts in a table, groups of {group}: duck / {told}",
                _seconds(sides[DUCK]), _seconds(sides[name]),
                _verdict(sides[DUCK], sides[name]), "1.25 ×" if name == SQL else "",
            )  # fmt: skip


def loading(joins: Outcomes) -> Iterator[Row]:
    """The same from rows in Python to matches in Python."""
    for size, results in joins.items():
        if size.facts == LARGE and results[DUCK].tally is not None:
            yield (
                f"{LARGE:,} facts from rows in Python, groups of {size.group}: duck / SQL by hand",
                _seconds(results[DUCK]), _seconds(results[SQL]),
                _verdict(results[DUCK], results[SQL]), "",
            )  # fmt: skip


def many() -> Iterator[Row]:
    """As many facts as an archive has; these are too many for rows in Python."""
    for group in GROUPS[:2]:
        size = Size(MANY, group)
        sides = {
            **contest({DUCK: partial(engines.loaded, size)}, rounds=1),
            **contest({SQL: partial(sql.loaded, size, sql.ORDER)}, rounds=1),
        }
        yield (
            f"{MANY:,} facts in a table, groups of {group}: duck / SQL by hand, in order",
            f"{_seconds(sides[DUCK])}, {_memory(sides[DUCK])}",
            f"{_seconds(sides[SQL])}, {_memory(sides[SQL])}",
            _verdict(sides[DUCK], sides[SQL]), "in memory",
        )  # fmt: skip


def growth(joins: Outcomes) -> Iterator[Row]:
    """What a fact costs among ever more facts."""
    for name in (DURABLE, DUCK):
        costs = [joins[Size(count, USUAL)][name].seconds / count * 1e6 for count in SIZES[1:]]
        told = ", ".join(f"{cost:.1f}" for cost in costs[1:])
        yield (
            f"{OURS[name]}, µs a fact, groups of {USUAL}: 100,000 and 1,000,000 facts / {SMALL:,}",
            told, f"{costs[0]:.1f}", f"{max(costs[1:]) / costs[0]:.2f} ×", "flat",
        )  # fmt: skip


def _by_group(joins: Outcomes) -> Iterator[Row]:
    for count in dict.fromkeys(size.facts for size in joins):
        sizes = [size for size in joins if size.facts == count]
        expected = [_expected(joins[size], (LOOP,)) for size in sizes]
        for name in (*OURS, *OTHERS):
            cells = [
                _cell(joins[size], name, tally) for size, tally in zip(sizes, expected, strict=True)
            ]
            if any(cell != FORESEEN for cell in cells):
                yield f"{count:,} facts: {name}", *cells, _most(joins, name, sizes)


def _by_count(packs: Outcomes) -> Iterator[Row]:
    for name in OURS:
        cells = [
            _cell(results, name, _expected(results, (PLAIN, DURABLE, DUCK)))
            for results in packs.values()
        ]
        if any(cell != FORESEEN for cell in cells):
            yield name, *cells, _most(packs, name, list(packs))


def _expected(results: Mapping[str, Outcome], trusted: Sequence[str]) -> Tally | None:
    tallies = (results[name].tally for name in trusted)
    return next((tally for tally in tallies if tally is not None), None)


def _cell(results: Mapping[str, Outcome], name: str, expected: Tally | None) -> str:
    result, ours = results[name], results[DURABLE]
    if result.failure or result.tally is None:
        return result.failure
    cell = _seconds(result)
    if name != DURABLE and ours.tally is not None:
        cell += f" ({_times(result, ours)})"
    if expected is not None and result.tally != expected:
        cell += f", {_amiss(result.tally, expected)}"
    return cell


def _amiss(found: Tally, expected: Tally) -> str:
    if found.count < expected.count:
        return f"lost {expected.count - found.count:,} of {expected.count:,}"
    if found.count > expected.count:
        return f"{found.count - expected.count:,} too many"
    return "found others"


def _verdict(ours: Outcome, theirs: Outcome) -> str:
    if ours.tally is None or theirs.tally is None:
        return ours.failure or theirs.failure
    ratio = f"{_times(ours, theirs)} its time"
    return ratio if ours.tally == theirs.tally else f"{ratio}, {_amiss(ours.tally, theirs.tally)}"


def _times(one: Outcome, other: Outcome) -> str:
    return f"{one.seconds / other.seconds:.3g} ×"


def _seconds(result: Outcome) -> str:
    if result.failure:
        return result.failure
    seconds = result.seconds
    return f"{seconds * 1e3:.3g} ms" if seconds < 1 else f"{seconds:.3g} s"


def _memory(result: Outcome) -> str:
    return f"{result.memory / 2**30:.2g} GiB"


def _most(outcomes: Outcomes, name: str, sizes: Iterable[Size]) -> str:
    most = max(outcomes[size][name].memory for size in sizes)
    return f"{most / 2**20:,.0f} MiB" if most else ""


if __name__ == "__main__":
    main()
