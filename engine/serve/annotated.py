"""Copy as LanguageTool is sent it: as text, or with its markup told apart from its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..entries import EntryError, parsed
from ..formats.plain_text import headlined, read_plain_text
from ..model import Article
from ..origin import excerpt
from ..values import Span

__all__ = ["annotated_copy", "as_written"]


def as_written(article: Article) -> str:
    """The text in which the passages of ``article`` count, with its markup."""
    return article.text if article.origin is None else article.origin.text


def annotated_copy(data: str) -> Article:
    """The article that ``data`` holds.

    Args:
        data: JSON, as ``{"text": "…"}``, or as ``{"annotation": […]}`` with pieces that are words,
            ``{"text": "…"}``, or markup, ``{"markup": "<b>"}``, which may be read for other words,
            as in ``{"markup": "<br>", "interpretAs": " "}``.

    Raises:
        EntryError: when it is not that, or there is nothing in it.
    """
    match parsed(data):
        case {"annotation": _, "text": _}:
            raise EntryError("has both 'text' and 'annotation'; one of the two is wanted")
        case {"annotation": list() as pieces}:
            written = [_piece(number, piece) for number, piece in enumerate(pieces)]
        case {"text": str() as text}:
            return read_plain_text(text)
        case _:
            raise EntryError('is no copy; write it as {"annotation": [{"text": "…"}]}')
    source = "".join(words for words, _ in written)
    return headlined(source, excerpt(source, _parts(written)))


def _piece(number: int, piece: Any) -> tuple[str, str | None]:  # noqa: ANN401 - of JSON
    """The characters of a piece, and what is read for them; ``None`` for themselves."""
    match piece:
        case {"text": str() as words} if not {"markup", "interpretAs"} & piece.keys():
            return words, None
        case {"markup": str() as marks} if "text" not in piece:
            read = piece.get("interpretAs")
            if isinstance(read, str | None):
                return marks, read or ""
    at = ("annotation", number)
    problem = 'is neither {"text": "…"} nor {"markup": "<b>"}'
    raise EntryError(f"piece {number + 1} of 'annotation' {problem}", at=at)


def _parts(pieces: list[tuple[str, str | None]]) -> Iterator[Span | str]:
    """The pieces as an excerpt is made of them."""
    start = 0
    for words, read in pieces:
        end = start + len(words)
        if read is None:
            yield Span(start, end)
        elif read:
            yield read
        start = end
