"""HTML pages: the story in them, as trafilatura finds it, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from ..entries import EntryError
from ..model import Article, iso_day
from ..origin import excerpt
from ..values import Span
from .fragment import STRUCK
from .plain_text import headlined

__all__ = ["read_page"]

_NOT_SHOWN = re.compile(
    r"<!--.*?-->|<(script|style|head|noscript)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE
)
_STRUCK = re.compile(rf"<({'|'.join(STRUCK)})\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_CHARACTER = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});|\S", re.IGNORECASE)
_BULLET = "- "


def read_page(html: str) -> Article:
    """The article that is on a page.

    Raises:
        EntryError: when there is none, or trafilatura is not installed.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError:
        problem = "HTML needs trafilatura; install it with: pip install 'belie[html]'"
        raise EntryError(problem) from None
    html = _STRUCK.sub(lambda struck: " " * len(struck[0]), html)  # which it says no longer
    page = bare_extraction(html, with_metadata=True, include_comments=False)
    if page is None or not page.text:
        raise EntryError("no article was found in this page; save its text as .txt")
    shown = _Shown(html)
    body = excerpt(html, _parts(shown, page.text))
    title = excerpt(html, shown.find(page.title)) if page.title else None
    return headlined(html, body, title, iso_day(page.date) if page.date else None)


def _parts(shown: _Shown, text: str) -> Iterator[Span | str]:
    """The lines of ``text`` with a blank one between two, but for those of a list."""
    above = None
    for line in text.splitlines():
        is_bullet = line.startswith(_BULLET)
        if above is not None:
            yield "\n" if is_bullet and above.startswith(_BULLET) else "\n\n"
        if is_bullet:
            yield _BULLET
        yield from shown.find(line.removeprefix(_BULLET))
        above = line


class _Shown:
    """What a page shows, without any space, in which words are found again in order."""

    def __init__(self, html: str) -> None:
        # Blanks keep every offset what it is.
        words = _NOT_SHOWN.sub(lambda match: " " * len(match[0]), html)
        self._html = html
        found = [
            (character, match.span())
            for match in _CHARACTER.finditer(words)
            for character in _without_space(match[0])
        ]
        self._characters = "".join(character for character, _ in found)
        self._spans = [span for _, span in found]
        self._behind = 0

    def find(self, line: str) -> Iterator[Span | str]:
        """Where ``line`` stands, as far as it does word for word."""
        wanted = "".join(line.split())
        at = self._characters.find(wanted, self._behind)
        at = at if at >= 0 else self._characters.find(wanted)
        if at < 0 or not wanted:
            yield line
            return
        self._behind = at + len(wanted)
        run = Span(0, 0)
        for character in line:
            if character.isspace():
                start, end = run.end, run.end + 1
            else:
                start, end = self._spans[at]
                at += 1
            if self._html[start:end] != character or start != run.end:
                yield run
                run = Span(start, start)
            if self._html[start:end] == character:
                run = Span(run.start, end)
            else:
                yield character
        yield run


def _without_space(character: str) -> str:
    return "".join(unescape(character).split())
