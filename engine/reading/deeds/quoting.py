"""Which words of a sentence are quoted as telling of a deed: what states it, not one word."""

from __future__ import annotations

from ...model import Span
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line, Unit

__all__ = ["Quoter"]

_MARKS = ",;:.!?–—“”"
_NUMBERS = "NS"
_MOST = 12
"""Units behind the word that tells of it."""
_LEAST = 2
"""Units behind a verb from which on a mark ends what is told: "approved, on Monday, the plan"."""

_OPEN_ENDED = (
    "prepositions", "conjunctions", "determiners", "relatives", "subordinators", "additions",
)  # fmt: skip
_LEADING = ("prepositions", "conjunctions", "relatives", "subordinators", "additions")


class Quoter:
    """Finds what to quote.

    Args:
        grammar: the word classes.
    """

    def __init__(self, grammar: Grammar) -> None:
        self._open_ended = frozenset[str]().union(*map(grammar.words, _OPEN_ENDED))
        self._relatives = grammar.words("relatives")
        self._leading = frozenset[str]().union(*map(grammar.words, _LEADING))

    def clause(self, clause: Clause, line: Line) -> Span:
        """From the subject of a clause to where what it tells ends, and no word hangs."""
        first = clause.verb if clause.subject is None else min(clause.subject, clause.verb)
        while first > 0 and line.codes[first - 1] in _NUMBERS:  # "nine governments voted"
            first -= 1
        last = min(clause.end, clause.verb + 1 + _MOST, len(line.units)) - 1
        for at in range(clause.verb + _LEAST, last + 1):
            if line.codes[at] in _MARKS or line.units[at].word in self._relatives:
                last = at - 1
                break
        return self._between(line, first, last, clause.verb)

    def phrase(self, span: Span, line: Line) -> Span:
        """The noun phrase around the noun at ``span``, with what is bound to it."""
        inside = [at for at, each in enumerate(line.units) if _overlap(each, span)]
        if not inside:
            return span
        first, last = inside[0], inside[-1]
        while first > 0 and line.codes[first - 1] not in f"V{_MARKS}":
            first -= 1
        while first < inside[0] and line.units[first].word in self._leading:
            first += 1
        end = min(len(line.units), last + 1 + _MOST)
        while last + 1 < end and line.codes[last + 1] not in f"V{_MARKS}":
            last += 1
        return self._between(line, first, last, inside[-1])

    def _between(self, line: Line, first: int, last: int, least: int) -> Span:
        """From unit ``first`` to ``last``, without what hangs at its end behind ``least``."""
        while last > least and (
            line.codes[last] in _MARKS or line.units[last].word in self._open_ended
        ):
            last -= 1
        return Span(line.units[first].start, line.units[last].end)


def _overlap(unit: Unit, span: Span) -> bool:
    return unit.start < span.end and span.start < unit.end
