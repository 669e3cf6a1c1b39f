"""Where an article's title and text stand in the file that they were taken from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from .values import Part, Span

__all__ = [
    "Entry", "Excerpt", "Location", "Origin", "Piece", "Position", "Provenance", "excerpt",
    "location",
]  # fmt: skip


class Piece(NamedTuple):
    """A stretch of an excerpt that stands in the file word for word.

    Attributes:
        start: where it begins in the excerpt.
        at: where it begins in the file.
        length: how long it is, in code points.
    """

    start: int
    at: int
    length: int


class Entry(NamedTuple):
    """Where a file of several articles has one.

    Attributes:
        file: its path, as given.
        line: the line, from 1, where each article has one of its own; else ``None``.
    """

    file: str
    line: int | None = None


class Provenance(NamedTuple):
    """How an article came into an archive.

    Attributes:
        archive: the archive, as it was named.
        by: who added it.
        at: when, in UTC.
        file: the file that it was read from; ``None`` where it was given by a program.
        line: the line there, where each article has one of its own.
    """

    archive: str
    by: str
    at: datetime
    file: str | None = None
    line: int | None = None


class Position(NamedTuple):
    """A place in a file for people: both are counted from one, columns in code points."""

    line: int
    column: int


class Location(NamedTuple):
    """Where a passage stands.

    Attributes:
        span: its offsets in the file that the article was read from, or in the title or the text
            where the article was given by itself.
        start: the line and column of its beginning; none in a title that was given by itself.
        end: those behind its last code point.
    """

    span: Span
    start: Position | None = None
    end: Position | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is to be read of a file, without its marks.

    Attributes:
        text: the words.
        pieces: where they stand, in order; what lies between two pieces stands nowhere.
    """

    text: str = ""
    pieces: tuple[Piece, ...] = ()

    def cut(self, start: int, end: int) -> Excerpt:
        """What it has from ``start`` to ``end``."""
        pieces = []
        for piece in self.pieces:
            first = max(piece.start, start)
            length = min(piece.start + piece.length, end) - first
            if length > 0:
                pieces.append(Piece(first - start, piece.at + first - piece.start, length))
        return Excerpt(self.text[start:end], tuple(pieces))

    def span(self, span: Span) -> Span:
        """Where in the file what has ``span`` here stands, with the marks inside it."""
        start = self._offset(span.start)
        return Span(start, max(start, self._offset(span.end - 1) + 1))

    def _offset(self, offset: int) -> int:
        """Where in the file ``offset`` is; between two pieces, where the first ends."""
        number = bisect_right(self.pieces, offset, key=attrgetter("start"))
        if not number:
            return self.pieces[0].at if self.pieces else 0
        piece = self.pieces[number - 1]
        return piece.at + min(offset - piece.start, piece.length)


def excerpt(source: str, parts: Iterable[Span | str]) -> Excerpt:
    """An excerpt of the file ``source``.

    Args:
        source: the file, as written.
        parts: in order, where it is word for word, and what is read for other things, such as
            "&" for "&amp;".
    """
    words: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for part in parts:
        if isinstance(part, str):
            words.append(part)
        else:
            words.append(source[part.start : part.end])
            pieces.append(Piece(length, part.start, part.end - part.start))
        length += len(words[-1])
    return Excerpt("".join(words), tuple(pieces))


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that an article was read from.

    Attributes:
        text: the file, as written.
        title: where in it the article's title stands.
        body: where in it the article's text stands.
    """

    text: str
    title: Excerpt
    body: Excerpt

    def locate(self, part: Part, span: Span) -> Location:
        """Where in the file what has ``span`` in a part of the article stands, if it does."""
        taken = self.title if part == "title" else self.body
        return location(self.text, taken.span(span)) if taken.pieces else Location(span)


def location(text: str, span: Span) -> Location:
    """Where ``span`` of ``text`` stands."""
    return Location(span, _position(text, span.start), _position(text, span.end))


def _position(text: str, offset: int) -> Position:
    line_start = text.rfind("\n", 0, offset) + 1
    return Position(text.count("\n", 0, offset) + 1, offset - line_start + 1)
