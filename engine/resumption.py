"""What a run that was stopped has written, so that the next goes on behind it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import BelieError
from .model import Article, Finding, Issue, Report
from .report.json import SCHEMA

__all__ = ["Resumed", "ResumptionError", "resume"]


class ResumptionError(BelieError, ValueError):
    """What was written before is not what this run would have written."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """A report that was written before, as far as a run needs it again.

    Attributes:
        line: in which it stands, counted from one.
        report: with its findings, errors and counts, and without facts.
        kinds: the kind of each of its own facts.
    """

    line: int
    report: Report
    kinds: tuple[str, ...]


def resume(beginning: Path) -> Iterator[Resumed]:
    """The reports in ``beginning``, from which a line without end is cut off first.

    Raises:
        ResumptionError: for a line that is no report, when it is come to.
        OSError: when the file cannot be read or cut.
    """
    if not beginning.exists():
        return
    _cut(beginning)
    with beginning.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                data = json.loads(line)
                yield Resumed(number, _report(data), tuple(_kinds(data)))
            except (KeyError, TypeError, ValueError):
                problem = f"{beginning}:{number}: is no report as --format jsonl writes them"
                raise ResumptionError(f"{problem}; delete the file to begin anew") from None


def _cut(path: Path) -> None:
    """Takes off what stands behind the last end of a line."""
    with path.open("r+b") as file:
        end = kept = file.seek(0, os.SEEK_END)
        while kept:
            start = max(0, kept - (1 << 16))
            file.seek(start)
            found = file.read(kept - start).rfind(b"\n")
            kept = start + found + 1
            if found >= 0:
                break
        if kept < end:
            file.truncate(kept)


def _report(data: Mapping[str, Any]) -> Report:
    if data["schema"] != SCHEMA:
        raise ValueError(data["schema"])
    return Report(
        Article("", id=data["article"]["id"]),
        facts=(),
        findings=tuple(_finding(each) for each in data["findings"]),
        errors=tuple(Issue(each["message"]) for each in data["errors"]),
        counts=data["counts"],
        notes=tuple(data["notes"]),
        omitted=data["omitted"],
        dismissed=tuple(data["dismissed"]),
    )


def _finding(data: Mapping[str, Any]) -> Finding:
    return Finding(
        data["rule"], data["severity"], data["message"], data["fingerprint"], facts={}, because=()
    )


def _kinds(data: Mapping[str, Any]) -> Iterator[str]:
    own = data["article"]["id"]
    for fact in data["facts"]:
        if fact["article"] in (None, own):
            yield fact["kind"]
