"""One sentence of an article with what is in it, which is looked for when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache

from .dates import DateMention, find_dates
from .glance import Glance
from .grammar.analysis import Analyser, Analysis, place_mentions
from .grammar.line import Line, mention_code
from .meaning.mentions import Passage
from .meaning.quotation import Quotations
from .numbers import Number, find_numbers

__all__ = ["Sentence"]

_REMEMBERED = 2048  # sentences


class _Words(Glance):
    """A sentence by its words alone, wherever it stands, with what they tell by themselves."""

    def __init__(self, text: str, published: date | None) -> None:
        super().__init__(text)
        self.published = published

    @cached_property
    def dates(self) -> Sequence[DateMention]:
        return find_dates(self.text, self.published)

    @cached_property
    def all_numbers(self) -> Sequence[Number]:
        """Its numbers, with those that no fact is made of."""
        return find_numbers(self.text, self)

    @cached_property
    def _figured(self) -> Sequence[Number]:
        return [number for number in self.all_numbers if number.figure]

    @property
    def numbers(self) -> Sequence[Number]:
        """Its numbers of which facts may be made."""
        return self._figured

    @cached_property
    def figures(self) -> frozenset[str]:
        """The codes of the numbers in it."""
        return frozenset(map(mention_code, self.numbers))


_words = lru_cache(maxsize=_REMEMBERED)(_Words)
"""Remembered, for an article is read again and again while it is written."""


class Sentence(Glance):
    """A passage with what is in it, which is looked for once, and only when it is asked for."""

    def __init__(
        self,
        passage: Passage,
        published: date | None,
        analyser: Analyser,
        quotations: Quotations,
    ) -> None:
        self._worded = worded = _words(passage.sentence, published)
        self.text, self.words, self.has_digits = worded.text, worded.words, worded.has_digits
        self.passage = passage
        self.published = published
        self._analyser = analyser
        self._quotations = quotations

    @property
    def dates(self) -> Sequence[DateMention]:
        """Its dates and times of day."""
        return self._worded.dates

    @property
    def all_numbers(self) -> Sequence[Number]:
        """Its numbers, with those that no fact is made of."""
        return self._worded.all_numbers

    @property
    def numbers(self) -> Sequence[Number]:
        """Its numbers of which facts may be made."""
        return self._worded.numbers

    @cached_property
    def figures(self) -> frozenset[str]:
        """The codes of the numbers in it."""
        return self._worded.figures

    def line(self) -> Line:
        """Its noun phrases and words."""
        return self._chunked

    @cached_property
    def analysis(self) -> Analysis:
        """What the grammar makes of it."""
        return self._analyser.find_clauses(self._chunked)

    def spoken(self) -> bool:
        """Whether a quotation that runs over it says something in it."""
        return self._quotations.speak(self.passage.span)

    @cached_property
    def _chunked(self) -> Line:
        passage = self.passage
        mentions = place_mentions(passage.span, self.dates, passage.names, self.numbers)
        return self._analyser.chunk(passage.text, passage.span, mentions)
