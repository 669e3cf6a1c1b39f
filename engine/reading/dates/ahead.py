"""Whether a date lies ahead: what will, may or is to happen on Friday happens on the coming one.

The verb stands before its date, in the same clause; the words are those of
``facts/words/calendar.yaml`` under ``ahead``.
"""

from __future__ import annotations

import re

from ...lazy import LazyPattern
from .codes import Coded
from .templates import AheadWords, Compiler

__all__ = ["Ahead"]

_REACH = 24  # tokens, spaces among them
_BOUNDARY = re.compile(r"[,;:()\[\]\"“”…?!—]")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_PARTICIPLE = 5


class Ahead:
    """Knows the verbs that put the date behind them ahead of the day of publication."""

    def __init__(self, words: AheadWords, compiler: Compiler) -> None:
        def pattern(name: str, templates: tuple[str, ...], after: str = "") -> LazyPattern:
            pieces = [
                compiler.whole(said, ("ahead", name, at)).pattern
                for at, said in enumerate(templates)
            ]
            return LazyPattern(f"(?:{'|'.join(pieces)}){after}")

        self._verbs = pattern("verbs", words.verbs)
        self._leads = pattern("leads", words.leads, " $")
        self._stops = pattern("stops", words.stops)
        self._freely = LazyPattern(compiler.inner("{end}", ("ahead",)).pattern)
        self._participle, self._passive = words.participle, words.passive

    def holds(self, coded: Coded, start: int, end: int) -> bool:
        """Whether the date at the tokens ``[start, end)`` is told of as something to come."""
        first = max(0, start - _REACH)
        behind = coded.codes[first:start]
        verbs = [*self._verbs.finditer(behind)]
        if not verbs or coded.codes.startswith("'", end):
            return False
        if not (self._leads.search(behind) or self._freely.match(coded.codes, end)):
            return False
        last = verbs[-1].end()
        between = behind[last:]
        if _BOUNDARY.search(between) or self._stops.search(between):
            return False
        return not self._described(coded.said(first + last, start))

    def _described(self, said: str) -> bool:
        """Whether a participle stands in ``said`` that is no passive: "bury those killed"."""
        words = _WORD.findall(said)
        return any(
            len(word) >= _SHORTEST_PARTICIPLE
            and word.endswith(self._participle)
            and self._passive.isdisjoint(words[max(0, at - 2) : at])
            for at, word in enumerate(words)
        )
