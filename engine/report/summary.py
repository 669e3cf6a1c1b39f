"""One line over everything that was checked."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TypeVar

from ..tally import Tally
from .quoting import shown

__all__ = [
    "STYLES", "number_of", "render_notes", "render_statistics", "render_summary", "summary_lines",
]  # fmt: skip

_Name = TypeVar("_Name", str, tuple[str, str])

STYLES = {"contradiction": "bold red", "discrepancy": "bold yellow", "caution": "bold cyan"}
"""How each severity is shown, the gravest first."""

_MOST_NOTES = 20
"""Lines of notes: of many articles each may have one of its own."""


def render_summary(
    findings: Mapping[str, int] | None, counts: Mapping[str, int], articles: int, failed: int
) -> str:
    """One line over everything.

    Args:
        findings: how many findings of each severity; ``None`` where none were looked for.
        counts: how many ``sentences``, ``facts`` and ``mentions``, of what was counted.
        articles: how many articles were read.
        failed: how many could not be read or not be checked in full.
    """
    nouns = [noun for noun in ("sentence", "fact", "mention") if f"{noun}s" in counts]
    counted = [number_of(counts[f"{noun}s"], noun) for noun in nouns]
    if findings is None:
        *beside, what = counted or ["Nothing read"]
    else:
        beside = counted
        flagged = [number_of(findings[name], name) for name in STYLES if findings.get(name)]
        what = ", ".join(flagged) or "Nothing flagged"
    line = f"{what} in {number_of(articles, 'article')}"
    line += f" ({', '.join(beside)})" if beside else ""
    return f"{line}; {failed:,} failed" if failed else line


def summary_lines(tally: Tally, *, looked_for: bool = True) -> list[str]:
    """The lines over all that was checked: ``render_summary``, and what was left out.

    Args:
        tally: what it came to.
        looked_for: whether findings were.
    """
    findings = tally.findings if looked_for else None
    lines = [render_summary(findings, tally.counts, tally.articles, tally.failed)]
    for name, reason in (("dismissed", "as dismissed"), ("known", "as in the baseline")):
        if number := tally.counts[name]:
            lines.append(f"{number_of(number, 'finding')} left out {reason}.")
    return lines


def render_statistics(
    articles: int, kinds: Mapping[str, int], rules: Mapping[tuple[str, str], int]
) -> str:
    """How many articles, facts of each kind, and findings of each severity and rule, a line each.

    Args:
        articles: how many were checked.
        kinds: how many facts, by kind.
        rules: how many findings, by severity and rule.
    """
    most = [(f"{number:,}", name, "") for name, number in _most_first(kinds)]
    found = [
        (f"{number:,}", rule, severity)
        for severity in STYLES
        for (each, rule), number in _most_first(rules)
        if each == severity
    ]
    parts = [("articles", [(f"{articles:,}", "", "")]), ("facts", most), ("findings", found)]
    width = max((len(number) for _, rows in parts for number, *_ in rows), default=0)
    lines: list[str] = []
    for title, rows in parts:
        for at, (number, *names) in enumerate(rows or [("0", "", "")]):
            head = "" if at else title
            lines.append("  ".join((f"{head:8}", f"{number:>{width}}", *filter(None, names))))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _most_first(numbers: Mapping[_Name, int]) -> list[tuple[_Name, int]]:
    return sorted(numbers.items(), key=lambda each: (-each[1], each[0]))


def number_of(number: int, noun: str) -> str:
    """So many of something: "1 fact", "2,000 facts"."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


def render_notes(notes: Mapping[str, int], first: Mapping[str, str | None], articles: int) -> str:
    """A line for each of the ``notes``, with how many of the ``articles`` it was made of.

    Args:
        notes: how many articles each was made of.
        first: the first of them, which is named where it is the only one of several.
        articles: how many there were.
    """
    lines = []
    for note, number in islice(notes.items(), _MOST_NOTES):
        among = f" ({number:,} of {articles:,} articles)" if articles > 1 else ""
        if among and number == 1 and (only := first[note]):
            among = f" ({shown(only)})"
        stop = "" if note.endswith("?") and not among else "."
        lines.append(f"Note: {shown(note)}{among}{stop}\n")
    if (further := len(notes) - _MOST_NOTES) > 0:
        lines.append(f"{number_of(further, 'further note')} left out; JSON has all.\n")
    return "".join(lines)
