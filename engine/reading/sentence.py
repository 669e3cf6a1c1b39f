"""One sentence of an article with what is in it, which is looked for when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from .dates import DateMention, find_dates
from .glance import Glance
from .grammar.analysis import Analyser, Analysis, place_mentions
from .grammar.line import Line, mention_code
from .meaning.mentions import Passage
from .meaning.quotation import Quotations
from .numbers import Number, find_numbers

__all__ = ["Sentence", "Words"]


class Words(Glance):
    """A sentence by its words alone, wherever it stands, with what they tell by themselves."""

    def __init__(self, text: str, published: date | None) -> None:
        super().__init__(text)
        self.published = published

    @cached_property
    def dates(self) -> Sequence[DateMention]:
        """Its dates and times of day."""
        return find_dates(self.text, self.published)

    @cached_property
    def all_numbers(self) -> Sequence[Number]:
        """Its numbers, with those that no fact is made of."""
        return find_numbers(self.text, self)

    @cached_property
    def numbers(self) -> Sequence[Number]:
        """Its numbers of which facts may be made."""
        return [number for number in self.all_numbers if number.figure]

    @cached_property
    def figures(self) -> frozenset[str]:
        """The codes of the numbers in it."""
        return frozenset(map(mention_code, self.numbers))


class Sentence(Glance):
    """A passage with what is in it, which is looked for once, and only when it is asked for.

    Args:
        passage: where it stands.
        worded: the same by its words alone.
        analyser: finds what the grammar makes of it.
        quotations: those of its part.
    """

    def __init__(
        self, passage: Passage, worded: Words, analyser: Analyser, quotations: Quotations
    ) -> None:
        self.worded = worded
        self.text, self.words, self.has_digits = worded.text, worded.words, worded.has_digits
        self.passage = passage
        self.published = worded.published
        self._analyser = analyser
        self._quotations = quotations

    @property
    def dates(self) -> Sequence[DateMention]:
        """Its dates and times of day."""
        return self.worded.dates

    @property
    def all_numbers(self) -> Sequence[Number]:
        """Its numbers, with those that no fact is made of."""
        return self.worded.all_numbers

    @cached_property
    def numbers(self) -> Sequence[Number]:
        """Its numbers of which facts may be made."""
        return self.worded.numbers

    @cached_property
    def figures(self) -> frozenset[str]:
        """The codes of the numbers in it."""
        return self.worded.figures

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
