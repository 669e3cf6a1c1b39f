"""Hedges: what stands before a figure and says how sure it is, "at least", "just under"."""

from __future__ import annotations

from ...model import Hedge
from .tokens import Tokens
from .words import NumberWords

__all__ = ["HedgeReader"]


class HedgeReader:
    """Reads the hedges of one sentence."""

    def __init__(self, tokens: Tokens, words: NumberWords) -> None:
        self._tokens = tokens
        self._words = words

    def behind(self, index: int, floor: int) -> tuple[int, Hedge | None]:
        """The hedge that ends before ``index`` and begins at ``floor`` or later, and where."""
        tokens, words = self._tokens, self._words
        start, hedge = self._one(index, floor)
        if start == index:
            return index, words.bounding_verbs.get(tokens.word(index - 1))
        if hedge in (None, "about"):
            outer, stronger = self._one(start, floor)
            if outer < start and stronger != hedge:
                start, hedge = outer, stronger or hedge
        intensifier = words.intensifiers.behind(tokens, start, floor)
        return (intensifier[0] if intensifier else start), hedge

    def _one(self, index: int, floor: int) -> tuple[int, Hedge | None]:
        tokens = self._tokens
        found = self._words.hedges.behind(tokens, index, floor)
        if found is None:
            return index, None
        start = found[0]
        surface = " ".join(tokens.words[start:index])
        literal = tokens.word(start - 1) in self._words.lists.hedges.not_behind.get(surface, ())
        joined = tokens.glued(start) and tokens.dash(start - 1)
        return (index, None) if literal or joined else found
