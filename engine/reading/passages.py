"""An article in its parts: title and text, their blocks, and the sentences of these."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..model import Article, Part, Place, Span
from .blocks import Block, dateline_end, find_blocks
from .meaning.mentions import Passage
from .meaning.quotation import Quotations
from .names import NameMention, find_names
from .sentences import split_sentences

__all__ = ["blocks_of", "dateline_places", "parts_of", "passages_of", "quotations_of"]

_JOINT = "\n\n"
_UNREAD = ("boilerplate", "byline")


def parts_of(article: Article) -> Iterator[tuple[Part, str, list[NameMention]]]:
    """Title and text with their names, found together: one may explain the other's."""
    title = article.title or ""
    shift = len(title) + len(_JOINT)
    names = find_names(title + _JOINT + article.text, shift)
    in_title = [name for name in names if name.end <= len(title) - shift]
    yield (
        "title",
        title,
        [replace(name, start=name.start + shift, end=name.end + shift) for name in in_title],
    )
    yield "text", article.text, names[bisect_left(names, 0, key=_start) :]


def blocks_of(text: str) -> list[Block]:
    """The blocks of a part that are to be read."""
    return [block for block in find_blocks(text) if block.form not in _UNREAD]


def dateline_places(
    text: str, blocks: Iterable[Block], names: Iterable[NameMention]
) -> Iterator[Place]:
    """The places that the datelines of the ``blocks`` name."""
    lines = [(block.start, dateline_end(text, block)) for block in blocks]
    for name in names:
        if name.place is not None and any(first <= name.start < end for first, end in lines):
            yield name.place


def quotations_of(text: str, blocks: Iterable[Block]) -> Quotations:
    """The quotations that run over the ``blocks`` of a part."""
    return Quotations(text, [Span(block.start, block.end) for block in blocks])


def passages_of(
    part: Part,
    text: str,
    blocks: Iterable[Block],
    names: Sequence[NameMention],
    *,
    with_datelines: bool = False,
) -> Iterator[Passage]:
    """The sentences of the ``blocks`` of a part, each with the names in it.

    A sentence into which or out of which a name runs is read for names anew, by itself: in
    "at 9 A.M. Ed Smith said" no name is "A.M. Ed Smith".
    """
    starts = [name.start for name in names]
    for block in blocks:
        begin = dateline_end(text, block)
        spans = split_sentences(text, begin, block.end)
        if with_datelines and begin > block.start:
            spans = [Span(block.start, begin), *spans]
        for span in spans:
            first, behind = bisect_left(starts, span.start), bisect_left(starts, span.end)
            inside = names[first:behind]
            runs_in = first > 0 and names[first - 1].end > span.start
            if runs_in or (inside and inside[-1].end > span.end):
                inside = find_names(text[span.start : span.end], -span.start)
            yield Passage(text, part, block.start, span, inside)


def _start(name: NameMention) -> int:
    return name.start
