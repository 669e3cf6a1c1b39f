"""What the benchmarks share: sides that take turns, tables, and the file of results."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

RESULTS = Path(__file__).with_name("RESULTS.md")
ROUNDS = 7

Row = Sequence[str]


def taking_turns(*sides: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Median seconds of each of ``sides``, each warm."""
    times: list[list[float]] = []
    for _ in range(rounds + 1):
        times.append([])
        for side in sides:
            start = perf_counter()
            side()
            times[-1].append(perf_counter() - start)
    return [median(taken) for taken in zip(*times[1:], strict=True)]


def table(rows: Iterable[Row], heads: Row = ("", "belie", "beside", "")) -> Iterable[str]:
    """The rows as a Markdown table; the columns between the first and the last are figures."""
    yield f"| {' | '.join(heads)} |"
    yield f"|---|{'--:|' * (len(heads) - 1)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def shape() -> str:
    """What the figures were measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} cores, "
        f"{memory / 2**30:.0f} GiB, {platform.machine()}"
    )


def keep(title: str, report: str) -> None:
    """Writes ``report`` as the section ``title`` of the results; others stay as they are."""
    old = RESULTS.read_text(encoding="utf-8") if RESULTS.is_file() else ""
    sections = dict(re.findall(r"^## (.+)\n\n((?:(?!## ).*\n?)*)", old, re.MULTILINE))
    sections[title] = report
    parts = [f"## {name}\n\n{text.strip()}\n" for name, text in sorted(sections.items())]
    head = "# Speed\n\nWhat `make bench` printed last, part by part.\n"
    RESULTS.write_text("\n".join([head, *parts]), encoding="utf-8")
