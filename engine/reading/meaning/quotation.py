"""Where quotations open and close in a text, and who speaks in them.

A paragraph that opens with a mark though the one before never closed its own goes on with the
same quotation. Quotations are noted in reading order, and who speaks is known at the latest
when all has been read: "A. B," she said.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ...model import Name, Span

__all__ = ["Quotation", "Quotations", "Voices"]

_MARK = re.compile(  # what goes before is asked last: each branch begins with its mark
    r"[“”„«»\"]|‘(?<![^\s(\[—–-]‘)(?=\S)|’(?<=[.,!?…]’)(?!\w)"
)
_OPENING, _CLOSING, _EITHER = "“„«‘", "”»’", '"'
_BEFORE_OPENING = "([—–-"
_CLOSES = {"‘": "’"}
_FEW_WORDS = 3
_LABEL = re.compile(
    r"\(\([^()\n]{1,40}\)\)|[A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20}){0,3}:(?=\s)"
)
_VOICES = 2
_STOPS = (".", "!", "?", ",", "…", "—", "–")


@dataclass(slots=True, eq=False)
class Quotation:
    """What stands between two marks, or from a mark to the end of its paragraph.

    Attributes:
        start: offset of the mark that opens it.
        end: offset behind the mark that closes it, or behind the paragraph.
        block: start of its paragraph.
        before: the quotation of the paragraph before that it goes on with.
        alone: whether it is all that its paragraph says.
        speaker: who is said to speak.
        heard: who spoke last before it, where nobody is said to.
    """

    start: int
    end: int
    block: int
    before: Quotation | None = None
    alone: bool = False
    speaker: Name | None = None
    heard: Name | None = None

    def speaks(self, speaker: Name) -> None:
        """Notes that ``speaker`` speaks, here and in the paragraphs that this goes on from."""
        part: Quotation | None = self
        while part is not None and part.speaker is None:
            part.speaker = speaker
            part = part.before

    @property
    def voice(self) -> Name | None:
        """Who speaks, as far as the text tells."""
        if self.speaker is None and self.before is not None:
            return self.before.voice
        voice = self.speaker or self.heard
        return voice if voice is not None and voice.named else None  # "he", whoever that is


class Voices(NamedTuple):
    """Who speaks in the quotations of a text as far as it has been read.

    Attributes:
        told: of each who is said to speak, and who spoke last before it.
        last: who spoke last, and where their paragraph starts.
    """

    told: tuple[tuple[Name | None, Name | None], ...]
    last: tuple[int, Name] | None


class Quotations:
    """The quotations of one part of an article.

    Args:
        text: the part.
        blocks: its paragraphs, in order.
    """

    def __init__(self, text: str = "", blocks: Sequence[Span] = ()) -> None:
        self.text = text
        self._all = list(_found(text, blocks))
        self._starts = [each.start for each in self._all]
        self._blocks = [block.start for block in blocks]
        self._transcript = _transcript(text, blocks)
        self._last: tuple[int, Name] | None = None

    def voices(self, end: int) -> Voices:
        """Who is known to speak in the quotations that begin before ``end``."""
        told = tuple((each.speaker, each.heard) for each in self._all if each.start < end)
        return Voices(told, self._last)

    def recall(self, voices: Voices) -> None:
        """Takes up who speaks in the first quotations, which ``voices`` were told of."""
        for quotation, (speaker, heard) in zip(self._all, voices.told, strict=False):
            quotation.speaker, quotation.heard = speaker, heard
        self._last = voices.last

    def outline(self, end: int) -> tuple[object, ...]:
        """Where the quotations are that begin before ``end``, and whether it is talk by then."""
        quoted = (
            (each.start, each.end, each.alone, each.before and each.before.start)
            for each in self._all
            if each.start < end
        )
        return *quoted, self._transcript is not None and self._transcript < end

    def has(self, text: str, span: Span) -> bool:
        """Whether what stands at ``span`` of ``text`` stands in this part at the same place."""
        return text is self.text or text[slice(*span)] == self.text[slice(*span)]

    def is_transcript(self, block: int) -> bool:
        """Whether the paragraph that starts at ``block`` stands in a transcript of talk."""
        return self._transcript is not None and block >= self._transcript

    def at(self, offset: int) -> Quotation | None:
        """The quotation around ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        found = self._all[index] if index >= 0 else None
        return found if found is not None and offset < found.end else None

    def over(self, span: Span) -> Sequence[Quotation]:
        """The quotations that share code points with ``span``."""
        first = bisect_right(self._starts, span.start) - 1
        first += first < 0 or self._all[first].end <= span.start
        return self._all[first : bisect_right(self._starts, span.end - 1)]

    def speak(self, span: Span) -> bool:
        """Whether one of them says something in the sentence ``span``."""
        return any(self.is_speech(each, span) for each in self.over(span))

    def is_speech(self, quotation: Quotation, span: Span) -> bool:
        """Whether it says something in the sentence ``span``, rather than naming in a few words."""
        first, last = max(quotation.start, span.start), min(quotation.end, span.end)
        words = self.text[first:last].strip('“”„«»"‘’ ')
        return len(words.split()) > _FEW_WORDS or words.endswith(_STOPS)

    def hear(self, speaker: Name, block: int) -> None:
        """Notes that ``speaker`` said something in the paragraph that starts at ``block``."""
        self._last = block, speaker

    def enter(self, quotation: Quotation) -> None:
        """Notes who spoke last before ``quotation``, in its paragraph or the one before."""
        if quotation.heard is None and self._last is not None:
            block, speaker = self._last
            between = bisect_left(self._blocks, quotation.block) - bisect_left(self._blocks, block)
            if between <= quotation.alone:
                quotation.heard = speaker

    def around(self, span: Span, sentence: Span) -> Quotation | None:
        """The quotation around all of ``span``, where it says something in ``sentence``."""
        found = self.at(span.start)
        if found is None or span.end > found.end or not self.is_speech(found, sentence):
            return None
        return found


def _transcript(text: str, blocks: Iterable[Span]) -> int | None:
    """Where the first paragraph starts that is labelled with who speaks, as others are."""
    labels = [
        (block.start, label[0])
        for block in blocks
        if (label := _LABEL.match(text, block.start, block.end))
    ]
    often = Counter(label for _, label in labels)
    voices = [label for label, times in often.items() if times > 1]
    if len(voices) < _VOICES:
        return None
    return next(start for start, label in labels if label in voices)


def _found(text: str, blocks: Iterable[Span]) -> Iterator[Quotation]:
    """The quotations of ``text``; a mark whose other half is missing opens none."""
    pending: Quotation | None = None
    for block in blocks:
        marks = list(_MARK.finditer(text, block.start, block.end))
        goes_on = bool(marks) and marks[0].start() == block.start
        before = pending if goes_on and pending is not None else None
        if before is not None:
            yield before
        pending = None
        opened = -1
        for mark in marks:
            at = mark.start()
            if _opens(text, at, block.start, opened):
                opened = at
            elif opened >= 0 and _closes(text[opened], text[at]):
                first = opened == block.start
                whole = first and not text[mark.end() : block.end].strip()
                yield Quotation(
                    opened, mark.end(), block.start, before if first else None, alone=whole
                )
                opened = -1
        if opened >= 0:
            first = opened == block.start
            pending = Quotation(
                opened, block.end, block.start, before if first else None, alone=first
            )


def _opens(text: str, at: int, start: int, opened: int) -> bool:
    mark = text[at]
    if mark == "‘":
        return opened < 0
    if mark in _OPENING:
        return True
    if mark != _EITHER or (at + 1 < len(text) and text[at + 1].isspace()):
        return False
    before = text[at - 1] if at > start else " "
    return before.isspace() or before in _BEFORE_OPENING


def _closes(opening: str, mark: str) -> bool:
    if opening in _CLOSES:
        return mark == _CLOSES[opening]
    return mark in _CLOSING.replace("’", "") or mark == _EITHER
