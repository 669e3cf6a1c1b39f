"""A sentence as tokens, and phrases found among them.

Both are linear in the sentence, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["Phrases", "Tokens"]

_HYPHENS = frozenset("-‐‑–")
_TOKEN = re.compile(  # what stands most often comes first
    r"[^\W\d_]+(?:['’](?!s(?![^\W_]))[^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s.'’]"
    r"|(?<![\w.,)])\.\d+|['’]s(?![^\W_])|\S"
)

Entry = TypeVar("Entry")

_BEYOND = ("", "", "", "")  # as far beyond either end a token may be asked for


class Tokens:
    """A text as words, runs of digits and single marks; "'s" stands for itself.

    Attributes:
        text: the text.
        raw: the tokens as written, and some empty ones, which stand beyond either end.
        words: the same in lower case.
    """

    __slots__ = ("_count", "_starts", "raw", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.raw = (*_TOKEN.findall(text), *_BEYOND)
        self.words = (*map(str.lower, self.raw),)
        self._count = len(self.raw) - len(_BEYOND)
        self._starts: list[int] = []

    def __len__(self) -> int:
        return self._count

    def start(self, index: int) -> int:
        """The first code point of the token at ``index``."""
        starts = self._starts
        if index >= len(starts):
            behind = starts[-1] + len(self.raw[len(starts) - 1]) if starts else 0
            for raw in self.raw[len(starts) : index + 1]:
                start = self.text.index(raw, behind)  # for only spaces stand between
                starts.append(start)
                behind = start + len(raw)
        return starts[index]

    def end(self, index: int) -> int:
        """The code point behind the token at ``index``."""
        return self.start(index) + len(self.raw[index])

    def word(self, index: int) -> str:
        """The token at ``index`` in lower case; an empty string outside of the text."""
        return self.words[index] if index <= self._count else ""

    def capital(self, index: int) -> bool:
        """Whether the token at ``index`` begins with a capital letter."""
        return index < self._count and self.raw[index][:1].isupper()

    def digits(self, index: int) -> bool:
        """Whether the token at ``index`` is written in digits."""
        return index < self._count and self.raw[index][-1:].isdecimal()

    def glued(self, index: int) -> bool:
        """Whether the token at ``index`` touches the one before it."""
        if not 0 < index < self._count:
            return False
        start, starts = self.start(index), self._starts
        return start == starts[index - 1] + len(self.raw[index - 1])

    def hyphen(self, index: int) -> bool:
        """Whether the token at ``index`` is a hyphen that touches both its neighbours."""
        return self.words[index] in _HYPHENS and self.glued(index) and self.glued(index + 1)

    def dash(self, index: int) -> bool:
        """Whether the token at ``index`` is a hyphen or a short dash."""
        return self.word(index) in _HYPHENS

    def after_hyphen(self, index: int) -> int:
        """``index``, or the next one where a joining hyphen stands there."""
        return index + 1 if self.hyphen(index) else index


@dataclass(frozen=True, slots=True)
class _Surface(Generic[Entry]):
    words: tuple[str, ...]
    raw: tuple[str, ...] | None
    glued: tuple[bool, ...]
    entry: Entry

    def fits(self, tokens: Tokens, at: int, step: int) -> bool:
        """Whether token ``at`` is the word at ``step``."""
        return (
            tokens.words[at] == self.words[step]
            and (self.raw is None or tokens.raw[at] == self.raw[step])
            and (not self.glued[step] or tokens.glued(at))
        )


class Phrases(Generic[Entry]):
    """Entries of one or more words, found at a token; the longest wins.

    An entry with a capital letter matches its own case only, and so does a ``symbol``. A hyphen
    in the text counts as a space; what touches in the entry ("A$", "a.m") must touch in the text.

    Args:
        entries: what is found, by its words.
        symbols: entries that mean something else in capitals: five grams are no 5G.
    """

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, entries: Mapping[str, Entry], symbols: frozenset[str] = frozenset()) -> None:
        self._by_first: dict[str, list[_Surface[Entry]]] = {}
        self._by_last: dict[str, list[_Surface[Entry]]] = {}
        surfaces = []
        for text, entry in entries.items():
            tokens = Tokens(text.replace("-", " ") if len(text) > 1 else text)
            raw, words = tokens.raw[: len(tokens)], tokens.words[: len(tokens)]
            glued = tuple(tokens.glued(index) for index in range(len(tokens)))
            cased = raw != words or text in symbols
            surfaces.append(_Surface(words, raw if cased else None, glued, entry))
        for surface in sorted(surfaces, key=lambda surface: -len(surface.words)):
            self._by_first.setdefault(surface.words[0], []).append(surface)
            self._by_last.setdefault(surface.words[-1], []).append(surface)

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def ahead(self, tokens: Tokens, index: int) -> tuple[int, Entry] | None:
        """The entry that begins at ``index``, and the index behind it."""
        surfaces = self._by_first.get(tokens.words[index])
        if surfaces is None:
            return None  # as nearly always
        for surface in surfaces:
            at = index
            for step in range(len(surface.words)):
                at = tokens.after_hyphen(at) if step else at
                if not surface.fits(tokens, at, step):
                    break
                at += 1
            else:
                return at, surface.entry
        return None

    def behind(self, tokens: Tokens, index: int, floor: int = 0) -> tuple[int, Entry] | None:
        """The entry that ends before ``index`` and begins at ``floor`` or later, and where."""
        surfaces = self._by_last.get(tokens.words[index - 1])
        if surfaces is None:
            return None
        for surface in surfaces:
            at = index
            for step in range(len(surface.words) - 1, -1, -1):
                at -= 2 if at < index and tokens.hyphen(at - 1) else 1
                if at < floor or not surface.fits(tokens, at, step):
                    break
            else:
                return at, surface.entry
        return None
