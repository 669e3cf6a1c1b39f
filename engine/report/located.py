"""Where the passages of a report stand, in the files as they were given."""

from __future__ import annotations

from ..model import Article, Part, Report, Span
from ..origin import Position, position

__all__ = ["Located", "stands"]


def stands(article: Article, part: Part, span: Span) -> tuple[Span, Position | None]:
    """Where ``span`` of a part of ``article`` stands.

    Returns:
        Its offsets in the file that the article was read from, or in the part where the article
        was given by itself; and line and column there. Those of a title are known in a file alone.
    """
    origin = article.origin
    if origin is not None:
        found = origin.span(part, span)
        return (span, None) if found is None else (found, position(origin.text, found.start))
    return span, position(article.text, span.start) if part == "text" else None


class Located:
    """The articles of a report, in which its passages stand."""

    def __init__(self, report: Report) -> None:
        self._articles = {each.id: each for each in (*report.against, report.article)}
        self._own = report.article

    def span(self, part: Part | None, span: Span, article: str | None = None) -> list[int]:
        """The offsets of ``span``, of the article checked if no other is named."""
        found, _ = stands(self._articles.get(article, self._own), part or "text", span)
        return [*found]

    def spot(self, part: Part, span: Span, article: str | None = None) -> dict[str, object]:
        """The offsets with line and column."""
        found, at = stands(self._articles.get(article, self._own), part, span)
        line, column = at or (None, None)
        return {"span": [*found], "line": line, "column": column}
