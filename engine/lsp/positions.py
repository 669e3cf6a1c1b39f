"""Offsets in a text, and the lines and columns by which an editor counts.

The protocol ends a line at a line feed, a carriage return or both together, and nowhere else. It
counts columns in code units of the encoding that the two sides agreed on, UTF-16 if nothing is
said: an emoji has two of these, four of UTF-8, and is one code point, as belie counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal, NamedTuple

__all__ = ["Encoding", "Lines", "Place"]

Encoding = Literal["utf-8", "utf-16", "utf-32"]

_LINE_END = re.compile(r"\r\n|\n|\r")
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""By encoding, the codec that writes it and the bytes of a code unit."""


class Place(NamedTuple):
    """A place as an editor counts: the line, and the code units before it there, from zero."""

    line: int
    character: int


class Lines:
    """The lines of a text.

    Args:
        text: the text.
        encoding: whose code units are counted.
    """

    def __init__(self, text: str, encoding: Encoding = "utf-16") -> None:
        self._text = text
        self._codec, self._width = _CODECS[encoding]
        self._starts = [0]
        self._ends: list[int] = []
        for end in _LINE_END.finditer(text):
            self._ends.append(end.start())
            self._starts.append(end.end())
        self._ends.append(len(text))

    def place(self, offset: int) -> Place:
        """Where the code point at ``offset`` is; within a line break, where its line ends."""
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        before = self._text[start : min(offset, self._ends[line])]
        return Place(line, len(self._encoded(before)) // self._width)

    def offset(self, line: int, character: int) -> int:
        """The code point at a place.

        What lies behind a line's end is its end, as the protocol has it, and what lies behind the
        last line the end of the text. Within a code point it is that code point.
        """
        if line >= len(self._starts):
            return len(self._text)
        start, end = self._starts[line], self._ends[line]
        before = self._encoded(self._text[start:end])[: character * self._width]
        return start + len(before.decode(self._codec, errors="ignore"))

    def line_end(self, line: int) -> int:
        """Where a line ends, without its line break; behind the last, where the text does."""
        return self._ends[line] if line < len(self._ends) else len(self._text)

    def _encoded(self, text: str) -> bytes:
        return text.encode(self._codec, errors="replace")
