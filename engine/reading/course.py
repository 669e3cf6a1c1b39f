"""How far an article has been read, and where its reading goes on once it has been changed.

What a sentence states follows from itself, from what was read before it, from the words close
behind it and from what the whole article is about. So whoever reads an article again need not
begin at its head, but at the paragraph that the change is in, or near behind.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ..model import Fact, Issue
from .meaning.mentions import Passage
from .meaning.quotation import Quotations, Voices
from .meaning.reference import Context
from .meaning.scene import Scene
from .sentence import Sentence, Words

__all__ = ["Bookmarks", "Course"]

_AHEAD = 500
"""Code points behind a sentence in which nothing may have changed; none looks so far ahead."""
_MOST = 64
"""Bookmarks of one article: each holds all that was read before it."""


@dataclass(slots=True)
class Course:
    """How far a part of an article has been read.

    Attributes:
        context: what its sentences have mentioned.
        done: how many passages have been read.
        sentences: those of them that could be.
        facts: what they state, in reading order.
        errors: what could not be read.
        scene: the last sentence of which anything was looked for.
        skipped: the last sentence, where it was passed over.
    """

    context: Context
    done: int = 0
    sentences: list[Sentence] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    errors: list[Issue] = field(default_factory=list)
    scene: Scene | None = None
    skipped: Sentence | None = None

    def copied(self) -> Course:
        """The same, on which reading can go on without a change of this one."""
        return replace(
            self,
            context=self.context.copied(),
            sentences=list(self.sentences),
            facts=list(self.facts),
            errors=list(self.errors),
        )


@dataclass(frozen=True, slots=True)
class _Bookmark:
    """Where a paragraph begins: how far its article has been read, and who is quoted in that."""

    end: int
    course: Course
    voices: Voices


class Bookmarks:
    """Where reading can go on in the article that was read last."""

    def __init__(self) -> None:
        self._key: Hashable = None
        self._passages: Sequence[Passage] = ()
        self._quotations = Quotations()
        self._marks: list[_Bookmark] = []
        self._apart = 1
        self._words: dict[tuple[str, date | None], Words] = {}
        self._known = self._words

    def words(self, text: str, published: date | None) -> Words:
        """A sentence by its words, as it was read before if it was."""
        found = self._known.get((text, published)) or Words(text, published)
        self._words[text, published] = found
        return found

    def resumed(
        self, key: Hashable, passages: Sequence[Passage], quotations: Quotations
    ) -> Course | None:
        """How far a text has been read before; ``None`` where it is to be read from its head.

        Args:
            key: of what else its sentences are read by: an equal one is read alike.
            passages: its sentences.
            quotations: those in it, which are given who speaks in them.
        """
        same = self._same(passages, quotations.text) if key == self._key else 0
        while self._marks and not self._holds(self._marks[-1], same, quotations):
            self._marks.pop()
        self._key, self._passages, self._quotations = key, passages, quotations
        self._known, self._words = self._words, {}
        if not self._marks:
            self._apart = 1
            return None
        mark = self._marks.pop()
        for sentence in mark.course.sentences:
            self._words[sentence.text, sentence.published] = sentence.worded
        quotations.recall(mark.voices)
        return mark.course

    def mark(self, course: Course) -> None:
        """Remembers how far the text has been read, where a paragraph begins there.

        Of a long article fewer paragraphs are marked, so that what is held grows with it alone.
        """
        before, passage = self._passages[course.done - 1], self._passages[course.done]
        last = self._marks[-1].course.done if self._marks else 0
        if course.done - last < self._apart or passage.block == before.block:
            return
        end = before.span.end
        self._marks.append(_Bookmark(end, course.copied(), self._quotations.voices(end)))
        if len(self._marks) > _MOST:
            self._marks = self._marks[1::2]
            self._apart *= 2

    def _holds(self, mark: _Bookmark, same: int, quotations: Quotations) -> bool:
        """Whether all that was read up to ``mark`` is as it was."""
        if mark.course.done > same:
            return False
        return quotations.outline(mark.end) == self._quotations.outline(mark.end)

    def _same(self, passages: Sequence[Passage], text: str) -> int:
        """How many of the first ``passages`` are as before, with what stands near behind them."""
        end = _alike(self._quotations.text, text) - _AHEAD
        for number, (old, new) in enumerate(zip(self._passages, passages, strict=False)):
            alike = (old.span, old.block, old.names) == (new.span, new.block, new.names)
            if not alike or new.span.end > end:
                return number
        return min(len(self._passages), len(passages))


def _alike(one: str, other: str) -> int:
    """How many of their first code points are the same."""
    alike, end = 0, min(len(one), len(other))
    while alike < end:
        middle = (alike + end + 1) // 2
        if one[alike:middle] == other[alike:middle]:
            alike = middle
        else:
            end = middle - 1
    return alike
