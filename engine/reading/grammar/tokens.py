"""The words and marks of a sentence, told apart and given their codes: a line as it begins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from ...model import Span
from ..numbers import Number
from .line import POSSESSIVE, Line, Mention, Unit, mention_code
from .vocabulary import UNKNOWN_MANNER, UNKNOWN_NAME, UNKNOWN_WORD, Vocabulary, word_lists

__all__ = ["LineBuilder"]

_TOKEN = re.compile(  # what stands most often comes first
    r"[^\W\d_]++(?!['’]t(?!\w))(?:\.[^\W\d_]+)*|--++|[^\w\s'’]|\d+|['’](?:s|ll|d|ve|re|m)(?!\w)"
    r"|n['’]t(?!\w)|[^\W\d_]+(?=n['’]t(?!\w))|[^\W\d_]+(?:\.[^\W\d_]+)*|\S"
)
_BEFORE_OPENING = " \n\t\xa0([—–"
_MARKS = {'"': "”", "‘": "“", "—": "–"}
_POSSESSIVES = ("'s", "'")
_MOST_KNOWN = 50_000  # tokens whose codes are remembered: the words of a language, not its texts


class LineBuilder:
    """Makes lines of sentences.

    Args:
        vocabulary: gives the codes of words; settled.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._tokens = _Tokens(vocabulary)

    def build(self, text: str, span: Span, mentions: Sequence[tuple[int, int, Mention]]) -> Line:
        """The sentence ``span`` of ``text`` as a line.

        Args:
            text: one part of an article.
            span: the sentence in it.
            mentions: ``(start, end, mention)`` in ``text``, in order, none overlapping.
        """
        units: list[Unit] = []
        position = span.start
        for start, end, mention in mentions:
            self._add_words(units, text, position, start)
            word = ""
            if isinstance(mention, Number) and mention.part is not None:
                word = " ".join(text[start:end].lower().split()[-2:-1])
            units.append(Unit(mention_code(mention), start, end, word, mention))
            position = end
        self._add_words(units, text, position, span.end)
        return Line(text, span, tuple(units), "".join([unit.code for unit in units]))

    def _add_words(self, units: list[Unit], text: str, start: int, end: int) -> None:
        """Adds the words and marks of ``text`` between two offsets to ``units``."""
        tokens, behind = self._tokens, start
        for match in _TOKEN.finditer(text, start, end):
            first, last = match.span()
            if first < behind:  # within an entry of several words
                continue
            behind = last
            word, code, entries, initials = tokens[match[0]]
            if entries and (longer := _longest(text, behind, end, entries, initials)):
                word, code, behind = longer
            if word == "-" and text[first - 1 : first].isspace():
                code = "–"
            elif word == '"' and _opens(text, first):
                code = "“"
            units.append(Unit(code, first, behind, word))


class _Entry(NamedTuple):
    """An entry of several words: those behind the first, itself, and its code."""

    following: list[str]
    word: str
    code: str


class _Token(NamedTuple):
    """What a word or mark is wherever it stands.

    Attributes:
        word: in lower case.
        code: its character in a line.
        entries: those of several words that begin with it, the longest first.
        initials: the first characters of their second words.
    """

    word: str
    code: str
    entries: Sequence[_Entry] = ()
    initials: frozenset[str] = frozenset()


class _Tokens(dict[str, _Token]):
    """Every word and mark seen, by how it is written."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._codes = vocabulary.codes
        self._endings = word_lists("figures")["adverb_endings"]
        self._entries: Mapping[str, list[_Entry]] = {
            first: [
                _Entry(list(more), entry := " ".join((first, *more)), vocabulary.codes[entry])
                for _, *more in entries
            ]
            for first, entries in vocabulary.several.items()
        }

    def __missing__(self, surface: str) -> _Token:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        word = surface.lower().replace("’", "'")
        if word.startswith("--"):  # a dash, as typewriters have it
            return self.setdefault(surface, _Token("–", "–"))
        if word in _POSSESSIVES:
            return self.setdefault(surface, _Token("'s", POSSESSIVE))
        code = self._codes.get(word)
        if code is None:
            code = _MARKS.get(word, word[0])
            if word[0].isalpha():
                plain = UNKNOWN_MANNER if word.endswith(self._endings) else UNKNOWN_WORD
                code = UNKNOWN_NAME if surface[0].isupper() else plain
        entries = self._entries.get(word, ())
        initials = frozenset(entry.following[0][0] for entry in entries)
        return self.setdefault(surface, _Token(word, code, entries, initials))


def _longest(
    text: str, behind: int, end: int, entries: Sequence[_Entry], initials: frozenset[str]
) -> tuple[str, str, int] | None:
    """The first of ``entries`` that goes on at ``behind``: its word, its code, where it ends."""
    next_ = text[behind + 1 : behind + 2].lower()
    if next_ not in initials and next_.isalpha() and text[behind : behind + 1] == " ":
        return None  # as nearly always, and told without a search
    following = list(islice(_TOKEN.finditer(text, behind, end), len(entries[0].following)))
    words = [each.group().lower().replace("’", "'") for each in following]
    for more, word, code in entries:
        if words[: len(more)] == more:
            return word, code, following[len(more) - 1].end()
    return None


def _opens(text: str, at: int) -> bool:
    """Whether the straight mark at ``at`` stands before a word and not behind one."""
    return not text[at + 1 : at + 2].isspace() and (at == 0 or text[at - 1] in _BEFORE_OPENING)
