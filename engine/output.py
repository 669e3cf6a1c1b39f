"""Reports to where they are wanted, in the form that is wanted, and a count of what was said."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from .model import Report

if TYPE_CHECKING:
    from .near_misses import NearMiss

__all__ = [
    "Format", "Show", "Tally", "complain", "open_output", "show_progress", "write_misses",
    "write_reports",
]  # fmt: skip

Format = Literal["text", "json", "jsonl"]
Show = Literal["findings", "facts", "mentions"]

PIPE_WIDTH = 80
"""Columns at which text is wrapped where there is no terminal to ask."""


@dataclass(slots=True)
class Tally:
    """What a run has come to so far.

    Attributes:
        findings: how many of each severity.
        counts: how many ``sentences`` and ``facts``.
        articles: how many articles gave a report.
        unread: how many files, or entries of files, gave none.
        failed: ``unread``, and how many reports carry errors.
        notes: how many articles each note was made of.
    """

    findings: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    unread: int = 0
    failed: int = 0
    notes: Counter[str] = field(default_factory=Counter)

    def add(self, report: Report) -> None:
        """Counts ``report`` in."""
        self.articles += 1
        self.failed += bool(report.errors)
        self.counts.update(report.counts)
        self.notes.update(report.notes)
        self.findings.update(finding.severity for finding in report.findings)
        severities = {finding.rule: finding.severity for finding in report.findings}
        for rule, number in report.omitted.items():
            self.findings[severities[rule]] += number

    def miss(self) -> None:
        """Counts in something that gave no report."""
        self.unread += 1
        self.failed += 1


def complain(problem: str) -> None:
    """``problem`` as one line on standard error."""
    from .report.text import shown

    sys.stderr.write(f"belie: {shown(problem)}\n")


def open_output(path: Path | None) -> AbstractContextManager[TextIO]:
    """The file at ``path``, written anew, or standard output, which closing leaves open.

    Raises:
        OSError: when the file cannot be written.
    """
    if path is None:
        return nullcontext(sys.stdout)
    return path.open("w", encoding="utf-8", newline="\n")


def show_progress(reports: Iterable[Report]) -> Iterator[Report]:
    """Passes ``reports`` on with a count on standard error, which is gone at the end."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.completed:,} articles"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(reports, total=None)


def write_reports(
    reports: Iterable[Report], tally: Tally, stream: TextIO, wanted: Format, show: Show
) -> None:
    """Writes each report as it comes, and for ``text`` a closing line.

    As ``json`` they are one object for one article, else an array, and are written at the end.
    """
    reports = _counted(reports, tally)
    if wanted == "text":
        _write_text(reports, tally, stream, show)
    elif wanted == "jsonl":
        from .report.json import json_line

        stream.writelines(f"{json_line(report)}\n" for report in reports)
    else:
        from .report.json import json_array, json_text

        gathered = list(reports)
        alone = len(gathered) == 1 and not tally.unread
        stream.write(f"{json_text(gathered[0]) if alone else json_array(gathered)}\n")


def _counted(reports: Iterable[Report], tally: Tally) -> Iterator[Report]:
    for report in reports:
        tally.add(report)
        if report.errors:
            _complain_of(report)
        yield report


def _complain_of(report: Report) -> None:
    from .report.text import whereabouts

    for issue in report.errors:
        where = whereabouts(report.article, issue.part, issue.span)
        complain(f"{where}: {issue.message}")


def write_misses(report: Report, misses: Sequence[NearMiss], stream: TextIO) -> None:
    """Writes what a rule nearly flagged in an article, and how often it flagged something."""
    from .report.text import render_misses, whereabouts

    colour, width = _appearance(stream)
    stream.write(render_misses(report, misses, colour=colour, width=width))
    flagged = f"{len(report.findings):,} flagged" if report.findings else "Nothing flagged"
    near = f"{len(misses):,} nearly" if misses else "nothing nearly"
    stream.write(f"{flagged}, {near} in {whereabouts(report.article, None, None)}\n")


def _appearance(stream: TextIO) -> tuple[bool, int]:
    """Whether ``stream`` takes colour, and how many columns it has."""
    terminal = stream.isatty()
    colour = terminal and os.environ.get("TERM") != "dumb"
    return colour, shutil.get_terminal_size().columns if terminal else PIPE_WIDTH


def _write_text(reports: Iterable[Report], tally: Tally, stream: TextIO, show: Show) -> None:
    from .report.text import render_facts, render_findings, render_mentions, render_summary

    colour, width = _appearance(stream)
    render = {
        "findings": render_findings,
        "facts": render_facts,
        "mentions": render_mentions,
    }[show]
    stream.writelines(render(report, colour=colour, width=width) for report in reports)
    findings = tally.findings if show == "findings" else None
    stream.write(render_summary(findings, tally.counts, tally.articles, tally.failed) + "\n")
    for note, articles in tally.notes.items():
        among = f" ({articles:,} of {tally.articles:,} articles)" if tally.articles > 1 else ""
        stream.write(f"Note: {note}{among}.\n")
