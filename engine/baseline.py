"""What an earlier report of belie found already, so that only what is new is told."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .errors import BelieError
from .report.json import SCHEMA

__all__ = ["Baseline", "BaselineError", "plain_id", "read_baseline", "read_reports"]


class BaselineError(BelieError, ValueError):
    """A file that is no report by which findings can be told to be known."""


class Baseline:
    """Fingerprints by article.

    Args:
        known: those of the findings of each article, by its id.
    """

    def __init__(self, known: Mapping[str | None, frozenset[str]]) -> None:
        self._known = {plain_id(name): found for name, found in known.items()}

    def of(self, article: str | None) -> frozenset[str]:
        """What was found in an article before."""
        return self._known.get(plain_id(article), frozenset())


def plain_id(article: str | None) -> str | None:
    """An id without what is of no account in a path."""
    return article and os.path.normpath(article)


def read_baseline(path: Path) -> Baseline:
    """The findings of a report, or of several, as ``--format json`` or ``jsonl`` writes them.

    Raises:
        BaselineError: when the file cannot be read or is no such report.
    """
    known: dict[str | None, frozenset[str]] = {}
    for report in read_reports(path):
        found = known.get(report["article"]["id"], frozenset())
        fingerprints = (*(each["fingerprint"] for each in report["findings"]), *_known(report))
        known[report["article"]["id"]] = found.union(fingerprints)
    return Baseline(known)


def _known(report: Mapping[str, Any]) -> list[str]:
    """What was left out of a report, which was found too."""
    return report.get("dismissed") or []


def read_reports(path: Path) -> Iterator[dict[str, Any]]:
    """The reports that a file holds, as plain data; errors as for ``read_baseline``."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as failure:
        raise BaselineError(f"{path}: cannot be read: {failure.strerror}") from None
    except UnicodeDecodeError:
        raise BaselineError(f"{path}: is not UTF-8; give a report as belie wrote it") from None
    try:
        whole = json.loads(text)
        given = whole if isinstance(whole, list) else [whole]
    except ValueError:
        given = list(_lines(text, path))
    for report in given:
        if not isinstance(report, dict) or report.get("schema") != SCHEMA:
            raise BaselineError(f"{path}: {_WANTED}")
        yield report


_WANTED = "is no report of findings; give what belie check --format json (or jsonl) wrote"


def _lines(text: str, path: Path) -> Iterator[object]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                yield json.loads(line)
            except ValueError:
                raise BaselineError(f"{path}:{number}: {_WANTED}") from None
