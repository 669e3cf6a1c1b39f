"""What an archive costs as it grows: a draft held against it, and its articles against each other.

Each size is beside the smallest, in one process; run by ``make bench``.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

import belie
from belie.archive.archive import Archive
from belie.archive.crossing import as_drafts
from belie.batch import Examination, Examiner, Task
from belie.kinds import load_kinds
from belie.model import Stated
from table import keep, shape, table

SIZES = (10_000, 100_000, 1_000_000)
TOGETHER = 10  # facts of one article
CROSSED = 10_000  # facts of the largest archive that is crossed
ROUNDS = 5
FIRST = date(2020, 1, 1)
DRAFT = belie.Article(
    "A blast in Village 77 on 9 March 2021 killed 31 people. Russian forces control Kherson. A "
    "YouGov poll taken in France in February 2021 put Macron on 40 percent.",
    None,
    date(2021, 3, 10),
    "draft",
)


def main() -> None:
    """Measures, prints the table and writes it beside this file."""
    sizes = [size for size in SIZES if size <= int(sys.argv[1])] if sys.argv[1:] else SIZES
    rows: list[tuple[str, str, str, str]] = []
    least = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder, f"{size}.belie")
            fill(path, size)
            taken = held(path)
            least = least or taken
            of = f"one draft against {size:,} archived facts"
            rows.append(
                (of, f"{taken * 1000:.0f} ms", f"{least * 1000:.0f} ms", ratio(taken, least))
            )
            if size <= CROSSED:
                begun = perf_counter()
                number = crossed(path)
                each = (perf_counter() - begun) / number
                rows.append((f"{number:,} articles crossed, each", f"{each * 1000:.1f} ms", "", ""))
    report = "\n".join([*table(rows, ("", "it takes", "the least", "")), "", f"{shape()}."])
    sys.stdout.write(report + "\n")
    keep("Archive", report)


def ratio(taken: float, least: float) -> str:
    """``taken`` as so many times ``least``."""
    return f"{taken / least:.2f} ×"


def fill(path: Path, size: int) -> None:
    """An archive of so many facts, in articles of ten."""
    random = Random(1)  # noqa: S311 - for figures
    with belie.ArchiveWriter(path, "bench") as writer:
        for number in range(size // TOGETHER):
            facts = tuple(belie.facts_from(list(statements(random, number))))
            day = FIRST + timedelta(number % 1500)
            writer.add(Stated(belie.Article(f"Story {number}.", None, day, f"a{number}"), facts))


def statements(random: Random, number: int) -> Iterator[belie.Statement]:
    """Tolls, holders and polls of one article."""
    day = FIRST + timedelta(number % 1500)
    told = {"published": day, "article": f"a{number}"}
    for at in range(TOGETHER):
        village = f"Village {random.randrange(3000)}"
        if at % 5 < 3:
            toll = {"measure": "killed", "subject": "people", "place": village}
            count = random.randint(2, 90)
            yield belie.Statement(
                kind="casualty",
                fields=toll,
                value=count,
                time=str(day),
                event=f"e{number}-{at}",
                **told,
            )
        elif at % 5 == 3:
            hold = {"holder": random.choice(("Russia", "Ukraine")), "place": village}
            yield belie.Statement(
                kind="control", fields={**hold, "status": "holds"}, time=str(day), **told
            )
        else:
            poll = {"measure": "vote", "party": "Macron", "pollster": "YouGov", "place": village}
            share = f"{random.randint(20, 60)}%"
            yield belie.Statement(kind="poll", fields=poll, value=share, time=str(day), **told)


def held(path: Path) -> float:
    """Seconds that a draft takes against an archive, once it is open; the median of some."""
    times = []
    with Archive.open(path) as archive, belie.Checker(engine="plain") as checker:
        for _ in range(ROUNDS + 1):
            begun = perf_counter()
            checker.check(DRAFT, against=[archive])
            times.append(perf_counter() - begun)
    return median(times[1:])


def crossed(path: Path) -> int:
    """Holds the articles of an archive against each other; how many there are."""
    examination = Examination(engine=None, against=(Archive(path, earlier=True),))
    with Archive.open(path) as archive, Examiner(examination) as examiner:
        reports = [examiner.report(Task(draft)) for draft in as_drafts(archive, load_kinds())]
    return len(reports)


if __name__ == "__main__":
    main()
