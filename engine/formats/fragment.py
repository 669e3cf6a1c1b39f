"""The body of a story in HTML, as systems keep it: all of it is the story, and no page is around.

Tags go and their words stay. What stands in a block of its own is read by itself, in a list as
its item; what no reader is shown (scripts, comments, the words of embedded frames) is left out, and
what is struck out, which the copy no longer says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from html import unescape

from ..model import Article
from ..origin import Excerpt, excerpt
from ..values import Span
from .plain_text import headlined

__all__ = ["STRUCK", "read_fragment", "shown_words"]

# A tag that is not closed takes what follows with it, as in a browser, so that all is read once.
_VALUE = r"""=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+"""
_PIECE = re.compile(
    rf"""
    (?P<space> \s++ )
  | (?P<words> [^\s<&]++ (?: \x20 [^\s<&]++ )*+ )
  | (?P<comment> <!-- )
  | < (?P<closing> /?+ ) (?P<tag> [a-z] [^\s/>]*+ ) (?: [^>=]++ | {_VALUE} )*+ (?: > | \Z )
  | (?P<other> <[!?/] [^>]*+ (?: > | \Z ) )
  | (?P<character> & (?: \#\d{{1,7}} | \#x[\da-f]{{1,6}} | [a-z]\w{{1,31}} ) ; )
  | (?P<sign> [<&] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMMENT_END = re.compile("-->")
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hgroup", "hr", "legend", "main", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "tfoot", "thead", "ul",
    }
)  # fmt: skip
STRUCK = ("del", "s", "strike")
"""The tags of what is struck out."""
_NOT_SHOWN = frozenset(
    {
        *STRUCK, "audio", "canvas", "head", "iframe", "noscript", "object", "script", "select",
        "style", "svg", "template", "textarea", "title", "video",
    }
)  # fmt: skip
_GAPS = {"br": "\n", "li": "\n- ", "tr": "\n", "td": " | ", "th": " | "}
"""What parts the words before a tag from those behind it, where it opens no block."""

_BULLET = "\n- "


def read_fragment(html: str, title: str | None = None, published: date | None = None) -> Article:
    """The article whose body is ``html``.

    Args:
        html: the body.
        title: its headline, where that is known.
        published: its day of publication.

    Raises:
        EntryError: when no words are in it.
    """
    body = excerpt(html, _parts(html))
    return headlined(html, body, Excerpt(title) if title else None, published)


def shown_words(html: str) -> str:
    """The words of ``html`` alone, such as those of a headline."""
    return " ".join(excerpt(html, _parts(html)).text.split())


def _parts(html: str) -> Iterator[Span | str]:
    """The words that are shown, and what parts them."""
    gap, behind, begun = "", 0, False
    while piece := _PIECE.match(html, behind):
        behind = piece.end()
        tag = (piece["tag"] or "").lower()
        if piece["comment"]:
            behind = found.end() if (found := _COMMENT_END.search(html, behind)) else len(html)
        elif tag in _NOT_SHOWN and not piece["closing"]:
            found = _end_of(tag).search(html, behind)
            behind = found.start() if found else len(html)
        elif tag:
            gap = _wider(gap, _gap_at(tag, closes=bool(piece["closing"])))
        elif piece["space"] or (piece["character"] and unescape(piece[0]).isspace()):
            gap = _wider(gap, " ")
        elif not piece["other"]:
            if gap and (begun or gap == _BULLET):
                yield gap if begun else gap.lstrip("\n")
            gap, begun = "", True
            yield unescape(piece[0]) if piece["character"] else Span(*piece.span())


@cache
def _end_of(tag: str) -> re.Pattern[str]:
    """What ends an element that is not shown."""
    return re.compile(rf"</{tag}(?![a-z])", re.IGNORECASE)


def _gap_at(tag: str, *, closes: bool) -> str:
    if tag in _BLOCKS:
        return "\n\n"
    return "" if closes and tag != "li" else "\n" if closes else _GAPS.get(tag, "")


def _wider(one: str, other: str) -> str:
    """Which of two gaps parts more; a bullet stays one in whatever its item begins with."""
    if _BULLET in (one, other):
        return _BULLET
    return max(one, other, key=lambda gap: (gap.count("\n"), len(gap)))
