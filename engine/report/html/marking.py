"""The words of an article in HTML, with spans of them marked: nothing added, nothing lost.

Elements nest and spans need not, so a mark that another one crosses is written in pieces. What is
no mark stays text, one code point for each of the article.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Literal

from markupsafe import Markup, escape

from ...model import Span
from ...reading.blocks import BlockForm, find_blocks

__all__ = ["Mark", "Paragraph", "Writer", "as_text", "paragraphs"]

_BREAKS = "\n\r\f\v\x85\u2028\u2029"
_DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
# Parsers of HTML take the first of these for an end of line, and drop or refuse the others. What
# reorders the words around it could have an editor read what the copy does not say.
_UNSHOWN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_DIRECTIONS}]")
_DEEPEST = 3


def as_text(words: str) -> Markup:
    """``words`` as text in HTML, as many code points as before.

    A control character is shown as U+FFFD, or as a space where it is one, and so is what changes
    the direction of the words behind it.
    """
    plain = _UNSHOWN.sub(lambda found: " " if found[0].isspace() else "\ufffd", words)
    return escape(plain).replace("\r", Markup("&#13;"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of words in an element of its own.

    Attributes:
        span: the words; an empty one is not marked.
        tag: the element.
        level: marks of a lower level hold those of a higher one, so that these are split where
            both cross.
        attributes: of the element, by name.
        identity: the ``id`` of its first piece.
    """

    span: Span
    tag: Literal["mark", "a", "span"]
    level: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    identity: str | None = None

    @property
    def order(self) -> tuple[int, int, int]:
        """Which of two marks holds the other: by level, then the longer, then the first."""
        return self.level, self.span.start - self.span.end, self.span.start


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text that is shown as a paragraph.

    Attributes:
        span: its words, with what there is between it and the next.
        form: what belie takes it for; ``separator`` is a line of nothing but marks.
    """

    span: Span
    form: BlockForm | Literal["separator"]


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of ``text``, which together are all of it."""
    begins: list[tuple[int, BlockForm | Literal["separator"]]] = []
    end = 0
    for block in find_blocks(text):
        line = max(end, *(text.rfind(each, end, block.start) + 1 for each in _BREAKS))
        begins += _separator(text, end, line)
        begins.append((line, block.form))
        end = block.end
    begins += _separator(text, end, len(text))
    if not text:
        return []
    begins[:1] = [(0, begins[0][1] if begins else "separator")]
    ends = [*(begin for begin, _ in begins[1:]), len(text)]
    return [
        Paragraph(Span(begin, after), form)
        for (begin, form), after in zip(begins, ends, strict=True)
    ]


def _separator(text: str, start: int, end: int) -> Iterator[tuple[int, Literal["separator"]]]:
    """Where there is something to see between two blocks, if there is."""
    between = text[start:end]
    if between.strip():
        yield start + len(between) - len(between.lstrip()), "separator"


class Writer:
    """Writes stretches of a text one after the other, with what is marked in them.

    Args:
        text: of the article, or its title.
        marks: in any order. One that reaches over several stretches is written in pieces.
        behind: what is put behind the code point before an offset, outside of every ``a``; a link
            must not reach over such an offset.
    """

    def __init__(
        self, text: str, marks: Sequence[Mark], behind: Mapping[int, Markup] | None = None
    ) -> None:
        self._text = text
        self._coming = [mark for mark in marks if mark.span.start < mark.span.end]
        self._coming.sort(key=lambda mark: mark.span.start, reverse=True)
        self._behind = behind or {}
        self._open: list[Mark] = []  # around the place that is written, the outermost first
        self._begun: set[int] = set()

    def stretch(self, span: Span) -> Markup:
        """The words of ``span``, which begins where the one before ended or later."""
        pieces: list[str] = []
        stack: list[Mark] = []
        position = span.start
        while position < span.end:
            self._advance(position)
            self._turn(stack, pieces, position if position > span.start else None)
            after = self._next(span.end)
            pieces.append(as_text(self._text[position:after]))
            position = after
        self._advance(position)
        kept, self._open = self._open, []
        self._turn(stack, pieces, position)
        self._open = kept
        return Markup("").join(map(Markup, pieces))

    def _advance(self, position: int) -> None:
        """Has those open that are around ``position``."""
        self._open = [mark for mark in self._open if mark.span.end > position]
        while self._coming and self._coming[-1].span.start <= position:
            mark = self._coming.pop()
            if mark.span.end > position:
                insort(self._open, mark, key=attrgetter("order"))

    def _next(self, end: int) -> int:
        """Where the next mark begins or ends."""
        ends = [end, *(mark.span.end for mark in self._open)]
        ends += [self._coming[-1].span.start] if self._coming else []
        return min(ends)

    def _turn(self, stack: list[Mark], pieces: list[str], behind: int | None) -> None:
        """Closes what ends here, puts down what belongs behind it, and opens what begins."""
        same = 0
        while same < min(len(stack), len(self._open)) and stack[same] is self._open[same]:
            same += 1
        pieces += [f"</{stack.pop().tag}>" for _ in range(len(stack) - same)]
        if behind is not None:
            pieces.append(self._behind.get(behind, Markup("")))
        for mark in self._open[same:]:
            depth = sum(each.level == mark.level for each in stack)
            pieces.append(self._opening(mark, min(depth, _DEEPEST)))
            stack.append(mark)

    def _opening(self, mark: Mark, depth: int) -> Markup:
        attributes = dict(mark.attributes)
        again = id(mark) in self._begun
        self._begun.add(id(mark))
        classes = [attributes.pop("class", ""), f"deep-{depth}" if depth else ""]
        classes += ["continued"] if again else []
        if mark.identity is not None and not again:
            attributes["id"] = mark.identity
        if any(classes):
            attributes["class"] = " ".join(filter(None, classes))
        return Markup("<{}{}>").format(mark.tag, _written(attributes))


def _written(attributes: Mapping[str, str]) -> Markup:
    pieces: Iterator[Markup] = (
        Markup(' {}="{}"').format(name, value) for name, value in attributes.items()
    )
    return Markup("").join(pieces)
