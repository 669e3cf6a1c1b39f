"""What typing costs: statements from a table, beside the same facts given as objects.

Both are checked in one process, in turn; run by ``make bench``.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from time import perf_counter

from belie import Checker
from belie.model import Stated
from belie.statements.articles import stated_articles
from belie.statements.gathered import Gathered
from belie.statements.tables import read_rows
from table import keep, shape, table

STATEMENTS = 100_000
TOGETHER = 20  # statements of one article
COLUMNS = ("kind", "measure", "subject", "value", "place", "time", "source", "article", "published")
PLACES = ("Leeds", "Porto", "Lyon", "Kherson", "Mopti", "Osaka", "Goma", "Lyman")
SOURCES = ("police", "the Kremlin", "residents", "the regional governor", "")


def main() -> None:
    """Measures, prints the table and writes it beside this file."""
    with tempfile.TemporaryDirectory() as folder, Checker() as checker:
        path = Path(folder, "statements.csv")
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([COLUMNS, *rows(Random(1))])  # noqa: S311
        stated = list(typed(path))  # and the tables are loaded
        begun = perf_counter()
        check(checker, stated)
        as_objects = perf_counter() - begun
        begun = perf_counter()
        check(checker, list(typed(path)))
        from_table = perf_counter() - begun
    ratio = f"{from_table / as_objects:.2f} × its time"
    row = (
        f"{STATEMENTS:,} statements from CSV / the same facts as objects, checked",
        f"{from_table:.1f} s",
        f"{as_objects:.1f} s",
        ratio,
    )
    report = "\n".join([*table([row]), "", f"{shape()}."])
    sys.stdout.write(report + "\n")
    keep("Statements", report)


def rows(random: Random) -> Iterator[Sequence[str]]:
    """Tolls of many articles, in the many ways that people write."""
    villages = [f"Village {number}" for number in range(3_000)]
    for number in range(STATEMENTS):
        count = random.randint(2, 5_000)
        yield (
            "casualty",
            random.choice(("killed", "injured")),
            random.choice(("people", "soldiers", "Ukrainian civilians", "")),
            random.choice((f"{count}", f"at least {count}", f"about {count:,}")),
            random.choice((*PLACES, *villages)),
            random.choice((f"2024-03-{random.randint(1, 28):02}", "last month", "Monday")),
            random.choice(SOURCES),
            f"story {number // TOGETHER}",
            "2024-04-01",
        )


def typed(path: Path) -> Iterator[Stated]:
    """What a table states of each article."""
    return stated_articles(Gathered(read_rows(path)), path.name)


def check(checker: Checker, stated: Sequence[Stated]) -> None:
    """Judges each article."""
    for each in stated:
        checker.check(each)


if __name__ == "__main__":
    main()
