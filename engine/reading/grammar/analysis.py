"""One sentence, analysed: its mentions, noun phrases, verb groups, clauses and links."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Span
from ..dates import DateMention
from ..names import NameMention
from ..numbers import Number
from .chunks import Chunker
from .classes import Grammar
from .clauses import Clause, ClauseFinder
from .line import Line, Mention
from .links import LinkFinder, Links
from .tokens import LineBuilder
from .verbs import VerbFinder

__all__ = ["Analyser", "Analysis", "Placed", "place_mentions"]

Placed = tuple[int, int, Mention]
"""A mention with its start and end in the text."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the grammar makes of one sentence.

    Attributes:
        line: its noun phrases and verb groups as single units.
        clauses: who does what in it.
        links: which of its places are others of it.
    """

    line: Line
    clauses: Sequence[Clause]
    links: Links


class Analyser:
    """Finds what the grammar makes of a sentence.

    Args:
        grammar: the word classes, settled.

    Attributes:
        grammar: the same.
    """

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._lines = LineBuilder(grammar.vocabulary)
        self._chunker = Chunker(grammar)
        self._verbs = VerbFinder(grammar)
        self._clauses = ClauseFinder(grammar)
        self._links = LinkFinder(grammar)

    def analyse(self, text: str, span: Span, mentions: Sequence[Placed]) -> Analysis:
        """Analyses the sentence ``span`` of ``text``.

        Args:
            text: one part of an article.
            span: the sentence in it.
            mentions: what is mentioned in it, as ``place_mentions`` gives it.
        """
        return self.find_clauses(self.chunk(text, span, mentions))

    def chunk(self, text: str, span: Span, mentions: Sequence[Placed]) -> Line:
        """The sentence as a line of noun phrases and words; arguments as for ``analyse``."""
        return self._chunker.chunk(self._lines.build(text, span, mentions))

    def find_clauses(self, chunked: Line) -> Analysis:
        """Goes on from what ``chunk`` gave, with verb groups, clauses and links."""
        line = self._verbs.find(chunked)
        return Analysis(line, self._clauses.find(line), self._links.find(line))


def place_mentions(
    span: Span,
    dates: Sequence[DateMention],
    names: Sequence[NameMention],
    numbers: Sequence[Number],
) -> list[Placed]:
    """The mentions of a sentence in order; where two overlap, dates go before names.

    But not before a name that they are a part of, "USA Today". Names go before numbers, unless
    they begin in one: with its unit ("40 degrees Celsius", "US$3", "A 21-Year-Old Driver"). A date
    that is a part of a number is none ("the 1520 sq m hall").

    Args:
        span: the sentence.
        dates: with offsets into the sentence.
        names: with offsets into the text around it.
        numbers: with offsets into the sentence.
    """
    start = span.start
    figures = [(number.start + start, number.end + start, number) for number in numbers]
    begins = [first for first, _, _ in figures]

    def inside(first: int, end: int) -> bool:
        """Whether what stands there is a part of a number, or all of one with a unit."""
        at = bisect_right(begins, first) - 1
        if at < 0 or end > figures[at][1]:
            return False
        return (first, end) != figures[at][:2] or figures[at][2].quantity.unit is not None

    def begun(first: int) -> bool:
        """Whether a number that began before ``first`` goes on there."""
        at = bisect_left(begins, first) - 1
        return at >= 0 and first < figures[at][1]

    def ends_in_money(end: int) -> bool:
        """Whether it ends in a sum of money: with its currency, "Gap Falls to EUR 2 Billion"."""
        at = bisect_left(begins, end) - 1
        return at >= 0 and end < figures[at][1] and figures[at][2].form == "money"

    candidates: list[Placed] = [
        *(
            (date.start + start, date.end + start, date)
            for date in dates
            if not any(_is_part(date, name, start) for name in names)
            and not inside(date.start + start, date.end + start)
        ),
        *(
            (name.start, name.end, name)
            for name in names
            if not (begun(name.start) or inside(name.start, name.end) or ends_in_money(name.end))
        ),
        *figures,
    ]
    taken: list[Placed] = []
    for placed in candidates:
        at = bisect_left(taken, placed[0], key=_begin)
        clear = not at or taken[at - 1][1] <= placed[0]
        if clear and (at == len(taken) or taken[at][0] >= placed[1]):
            taken.insert(at, placed)
    return taken


def _is_part(date: DateMention, name: NameMention, start: int) -> bool:
    """Whether the name has the words of the date, and others."""
    inside = name.start <= date.start + start and date.end + start <= name.end
    return inside and date.end - date.start < name.end - name.start


def _begin(placed: Placed) -> int:
    return placed[0]
