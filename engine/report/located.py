"""Where the passages of a report stand, in the files as they were given."""

from __future__ import annotations

from ..model import Article, Part, Report, Span
from .quoting import shown

__all__ = ["Located", "whereabouts"]


def whereabouts(article: Article, part: Part | None, span: Span | None) -> str:
    """Where ``span`` stands, as ``copy.txt:3``; the line counts in the file, if there is one."""
    name = shown(article.id or "")
    if part is None or span is None:
        return name or "article"
    at = article.locate(part, span).start
    if at is None:
        return f"{name}:title" if name else "title"
    line = at.line
    return f"{name}:{line}" if name else f"line {line}"


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
