"""One line over everything that was checked."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["STYLES", "number_of", "render_summary"]

STYLES = {"contradiction": "bold red", "discrepancy": "bold yellow", "caution": "bold cyan"}
"""How each severity is shown, the gravest first."""


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


def number_of(number: int, noun: str) -> str:
    """So many of something: "1 fact", "2,000 facts"."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"
