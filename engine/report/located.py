"""Where the passages of a report stand, in the files as they were given."""

from __future__ import annotations

from ..model import Part, Report, Span

__all__ = ["Located"]


class Located:
    """The articles of a report, in which its passages stand."""

    def __init__(self, report: Report) -> None:
        self._articles = {each.id: each for each in (*report.against, report.article)}
        self._own = report.article

    def span(self, part: Part | None, span: Span, article: str | None = None) -> list[int]:
        """The offsets of ``span``, of the article checked if no other is named."""
        return [*self._articles.get(article, self._own).locate(part or "text", span).span]

    def spot(self, part: Part, span: Span, article: str | None = None) -> dict[str, object]:
        """The offsets with line and column."""
        found = self._articles.get(article, self._own).locate(part, span)
        line, column = found.start or (None, None)
        return {"span": [*found.span], "line": line, "column": column}
