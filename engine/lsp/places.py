"""Where the passages of a report stand, as an editor counts."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from ..model import Article, Fact, Part, Span
from .checking import Checked
from .positions import Encoding, Lines, Place

__all__ = ["Places"]

_SHOWN_AS_WRITTEN = (".txt", ".md", ".html", ".htm")
"""The files that an editor shows as belie counts in them."""


class Places:
    """The document that was checked, and the files that it was held against.

    Args:
        checked: what came of the check.
        encoding: in whose code units the editor counts.
    """

    def __init__(self, checked: Checked, encoding: Encoding) -> None:
        self._uri = checked.draft.uri
        self._encoding: Encoding = encoding
        self._lines = Lines(checked.draft.text, encoding)
        report = checked.report
        against = report.against if report is not None else ()
        self._own = report.article if report is not None else None
        self._others = {
            article.id: (article, file)
            for article, file in zip(against, checked.files, strict=False)
        }

    def whole_line(self, number: int) -> types.Range:
        """A line of the document, counted from zero."""
        start, end = self._lines.offset(number, 0), self._lines.line_end(number)
        return self._range(self._lines, start, end)

    def passage(self, part: Part | None, span: Span | None) -> types.Range:
        """Where ``span`` of the article checked stands; the first line where that is not said."""
        if self._own is None or part is None or span is None:
            return self.whole_line(0)
        found = self._own.locate(part, span)
        if found.start is None:  # a title that is nowhere in the document
            return self.whole_line(0)
        return self._range(self._lines, *found.span)

    def location(self, fact: Fact) -> types.Location:
        """The file and the place of what a fact states."""
        if fact.article not in self._others:
            return types.Location(self._uri, self.passage(fact.part, fact.span))
        article, file = self._others[fact.article]
        return types.Location(Path(file).absolute().as_uri(), self._elsewhere(article, file, fact))

    def offset(self, position: types.Position) -> int:
        """The code point of the document at a place of the editor."""
        return self._lines.offset(position.line, position.character)

    def _elsewhere(self, article: Article, file: str, fact: Fact) -> types.Range:
        """Where in a file that the document was held against; its beginning where none can say."""
        if article.entry is not None:
            line = (article.entry.line or 1) - 1
            return types.Range(types.Position(line, 0), types.Position(line, 0))
        found = article.locate(fact.part, fact.span)
        if found.start is None or Path(file).suffix.lower() not in _SHOWN_AS_WRITTEN:
            return types.Range(types.Position(0, 0), types.Position(0, 0))
        source = article.text if article.origin is None else article.origin.text
        return self._range(Lines(source, self._encoding), *found.span)

    @staticmethod
    def _range(lines: Lines, start: int, end: int) -> types.Range:
        return types.Range(_position(lines.place(start)), _position(lines.place(end)))


def _position(place: Place) -> types.Position:
    return types.Position(place.line, place.character)
