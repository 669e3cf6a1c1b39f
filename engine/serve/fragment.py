"""A report as a piece of HTML, which the page shows."""

from __future__ import annotations

from ..model import Fact, Report
from ..report.quoting import shown, why
from .templates import template
from .utf16 import CodeUnits

__all__ = ["report_fragment"]


def report_fragment(report: Report) -> str:
    """What was found in an article, and the facts that it states, as HTML."""
    return template("findings").render(
        report=report, shown=shown, why=why, place=_Places(report).place
    )


class _Places:
    """Where passages stand in the text that was sent, as a browser counts."""

    def __init__(self, report: Report) -> None:
        self._own = report.article.id
        self._units = {
            "text": CodeUnits(report.article.text),
            "title": CodeUnits(report.article.title or ""),
        }

    def place(self, fact: Fact) -> tuple[str, int, int] | None:
        """The part and the two ends; ``None`` for a fact of other copy."""
        if fact.article != self._own:
            return None
        units = self._units[fact.part]
        return fact.part, units.at(fact.span.start), units.at(fact.span.end)
