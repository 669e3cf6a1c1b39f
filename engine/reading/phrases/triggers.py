"""Which phrases are worth looking for in a sentence: those for which it has what they need.

Most sentences of an article state nothing that a kind asks for. Three questions, each dearer
than the one before, tell them from the rest at a fraction of the cost of an analysis, and
never turn away a phrase that would be found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet

from ...model import Span
from ..glance import WORD, Glance
from ..grammar.vocabulary import Vocabulary
from .book import Phrase

__all__ = ["Triggers", "admitted", "supplied"]

_OFTEN = 50  # times as often as a verb or a noun does a word of a closed class stand in copy


class Triggers:
    """The words that phrases cannot do without.

    Every phrase needs a word out of each of its groups: one of the forms of its verbs, one
    of the alternatives of each literal. It is filed under the group that is rarest in copy.
    """

    def __init__(
        self, phrases: Sequence[Phrase], vocabulary: Vocabulary, common: AbstractSet[str]
    ) -> None:
        """Files ``phrases``; of their words, ``common`` are those that most sentences have."""
        self._always: set[Phrase] = set()
        self._by_word: dict[str, list[tuple[Phrase, tuple[AbstractSet[str], ...]]]] = {}
        for phrase in phrases:
            needed: list[Collection[str]] = [*phrase.required]
            if phrase.verbs:
                needed.append(vocabulary.surfaces(phrase.verbs))
            groups = [frozenset(_telling(entry, common) for entry in group) for group in needed]
            if not groups:
                self._always.add(phrase)
                continue
            narrowest = min(groups, key=lambda group: (_commonness(group, common), sorted(group)))
            rest = tuple(group for group in groups if group is not narrowest)
            for word in narrowest:
                self._by_word.setdefault(word, []).append((phrase, rest))

    def phrases(self, sentence: Glance) -> set[Phrase]:
        """The phrases that have all their words in ``sentence``, and a number they need."""
        words = sentence.words
        found = set(self._always)
        for word in words & self._by_word.keys():
            for phrase, groups in self._by_word[word]:
                for group in groups:
                    if group.isdisjoint(words):
                        break
                else:
                    if not phrase.figure or not sentence.figures.isdisjoint(phrase.figure):
                        found.add(phrase)
        return found


def admitted(phrases: Iterable[Phrase], text: str, span: Span) -> set[Phrase]:
    """Those of ``phrases`` that neither lack nor refuse a word of the sentence."""
    return {
        phrase
        for phrase in phrases
        if (phrase.needs is None or phrase.needs.search(text, *span))
        and (phrase.unless is None or not phrase.unless.search(text, *span))
    }


def supplied(phrases: Iterable[Phrase], codes: str) -> set[Phrase]:
    """Those of ``phrases`` for whose slots there are units, by the codes of a line."""
    there = frozenset(codes)
    return {
        phrase for phrase in phrases if not any(there.isdisjoint(needed) for needed in phrase.codes)
    }


def _commonness(group: AbstractSet[str], common: AbstractSet[str]) -> int:
    return sum(_OFTEN if word in common else 1 for word in group)


def _telling(entry: str, common: AbstractSet[str]) -> str:
    """Of the words of ``entry``, the one that is likely to be rarest in copy."""
    words = WORD.findall(entry.lower())
    return min(words, key=lambda word: (word in common, -len(word)), default=entry)
