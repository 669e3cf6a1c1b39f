"""Figures behind their labels, as in tables, captions and lists: "Bogo City – 30", "Greens 12"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural
from .nouns import PhraseFinder
from .sentence import Sentence
from .tokens import Token

__all__ = ["Entry", "EntryFinder"]

_MARKS = frozenset(":–—-=|(")
"""What may stand between a label and its figure."""
_ENDS = frozenset(",;./|)•·")
"""What may stand behind the figure of an entry."""
_OPENS = frozenset(":|.")
"""What may stand before the first entry: "By town: Bogo City 30, Medellin 12"."""
_MOST_WORDS = 6
_FEWEST = 2
"""Entries that a line of running text must have to be a list."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A label with its figure.

    Attributes:
        first: index of the first token of the label.
        last: index of its last.
        at: index of the token of the figure.
        marked: whether a mark stands between the two.
        named: whether the label has a name, or is a noun of people.
    """

    first: int
    last: int
    at: int
    marked: bool
    named: bool


class EntryFinder:
    """Finds entries of lists.

    Args:
        grammar: the word classes.
        nouns: tells people from things.
        bare: whether a line that is a name and a figure, without a mark, is an entry.
    """

    def __init__(self, grammar: Grammar, nouns: PhraseFinder, *, bare: bool = False) -> None:
        self._nouns = nouns
        self._bare = bare
        self._joining = grammar.words("joining")
        self._closed = grammar.closed - grammar.words("joining") - grammar.words("determiners")

    def find(self, sentence: Sentence) -> Sequence[Entry]:
        """The entries of ``sentence``: one that is all of it, or several in a row."""
        entries = list(self._entries(sentence))
        if sum(each.named for each in entries) >= _FEWEST:
            return [each for each in entries if each.named]
        alone = [each for each in entries if each.first == 0 and each.marked]
        if self._bare:  # "2 Ndiaye, Greens – 21.3"
            rest = sentence.words(entries[-1].at + 1, len(sentence.tokens)) if entries else []
            alone = entries[-1:] if not rest or rest[0] == "(" else []
        return alone if not any(token.group for token in sentence.tokens) else ()

    def _entries(self, sentence: Sentence) -> Iterator[Entry]:
        tokens, start = sentence.tokens, 0
        for at, token in enumerate(tokens):
            if token.number is not None and not _is_ranked(token):
                entry = self._entry(tokens, start, at)
                if entry is not None and self._ends(tokens, at + 1):
                    yield entry
                start = at + 1
            elif token.word in _ENDS or token.word in self._joining:
                start = at + 1

    def _entry(self, tokens: Sequence[Token], first: int, at: int) -> Entry | None:
        """The entry whose label begins at ``first`` and whose figure is at ``at``."""
        last = at - 1
        marked = last >= first and tokens[last].word in _MARKS
        while last >= first and tokens[last].word in _MARKS:
            last -= 1
        opened = [at for at in range(first, last) if tokens[at].word in _OPENS]
        first = opened[-1] + 1 if opened else first
        label = tokens[first : last + 1]
        if not label or len(label) > _MOST_WORDS:
            return None
        words = [each for each in label if not _is_ranked(each)]
        if any(each.group or each.number or each.word in self._closed for each in words):
            return None
        people = len(label) == 1 and self._nouns.people(label[0].word) is True
        named = people or any(_is_named(each, at_start=each is tokens[0]) for each in label)
        closed = marked or people or label[-1].is_name or _is_ranked(label[-1])
        return Entry(first, last, at, marked, named) if closed else None

    def _ends(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an entry may end at ``at``: there, at a mark, or at what is told in brackets."""
        if at >= len(tokens):
            return True
        token = tokens[at]
        return token.word in _ENDS or token.word in _MARKS or token.word in self._joining


def _is_ranked(token: Token) -> bool:
    """Whether an ordinal is a part of a name: "Kent First 12"."""
    return token.code == "O" and token.capital


def _is_named(token: Token, *, at_start: bool) -> bool:
    """Whether a token of a label is a name, rather than the capital with which a line begins."""
    if not token.is_name or token.mention is not None:
        return token.is_name
    return not at_start or not is_plural(token.word)
