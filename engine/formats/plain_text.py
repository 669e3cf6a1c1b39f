"""Plain text, and the headline of copy that does not name it apart."""

from __future__ import annotations

import re
from datetime import date

from ..entries import some_text
from ..model import Article
from ..origin import Excerpt, Origin, excerpt
from ..reading.blocks import find_blocks
from ..values import Span

__all__ = ["headlined", "read_plain_text"]

_BLANK_LINE = re.compile(r"[^\S\n]*+\n[^\S\n]*+\n")
_WORD = re.compile(r"\w+")


def read_plain_text(text: str) -> Article:
    """The article that is in a file of plain text; see ``headlined``.

    Raises:
        EntryError: when there is nothing in it.
    """
    return headlined(text, excerpt(text, [Span(0, len(text))]))


def headlined(
    source: str, body: Excerpt, title: Excerpt | None = None, published: date | None = None
) -> Article:
    """The article that has ``body`` for its text, but for a headline above a blank line.

    Where no ``title`` is known, that headline is the title. Where one is, and the body only
    repeats it there, it is left out: that is no second statement.

    Args:
        source: the file, as written.
        body: what was taken from it.
        title: the headline, where the file names it apart.
        published: the day of publication, where the file names it.

    Raises:
        EntryError: when there is nothing in the body.
    """
    text = some_text(body.text)
    blocks = find_blocks(text)
    if blocks and blocks[0].form == "title":
        headline = body.cut(blocks[0].start, blocks[0].end)
        below = _BLANK_LINE.match(text, blocks[0].end)
        if below and (title is None or _words(title.text) == _words(headline.text)):
            title = title or headline
            body = body.cut(below.end(), len(text))
    if title is None and body.text == source:
        return Article(source, published=published)
    title = title or Excerpt()
    origin = Origin(source, title, body)
    return Article(body.text, title.text or None, published, origin=origin)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
