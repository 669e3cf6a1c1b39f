"""The words of a sentence, one after another, with verb groups, numbers and names as one each.

"Police said 17 people were killed" is ``police | said | 17 | people | were killed``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from ...knowledge import read_words
from ..grammar.line import Line, Mention, Unit
from ..grammar.verbs import VerbGroup
from ..names import NameMention
from ..numbers import Number

__all__ = ["PLAIN", "Token", "tokens_of"]

PLAIN = "w"
"""The code of a word of which the grammar knows nothing."""

_NAMES = frozenset("CAPXHEW")
_DASH = "–"


@dataclass(slots=True, eq=False)  # frozen, each of the many would take twice as long to make
class Token:
    """A word, a mark, a verb group, or a mention of one or more words.

    Nothing of it is ever set again, once the tokens of its line are made.

    Attributes:
        word: its text in lower case, with straight apostrophes.
        code: its letter in the line, as ``Line`` has it.
        start: offset of its first code point in the part of the article.
        end: offset behind its last.
        at: index of the unit of the line that it is a part of.
        mention: the number, date or name that it is.
        number: the same, where it is a number.
        group: what it says, where it is a verb group.
        capital: whether it begins with a capital letter.
    """

    word: str
    code: str
    start: int
    end: int
    at: int
    mention: Mention | None = None
    group: VerbGroup | None = None
    capital: bool = False
    number: Number | None = None

    @property
    def is_name(self) -> bool:
        """Whether it is a name, known or not."""
        return self.capital and self.code in _NAMES

    @property
    def is_people(self) -> bool:
        """Whether it is a name of a people by its country: "French", "Kenyans"."""
        return isinstance(self.mention, NameMention) and self.mention.form == "demonym"

    @property
    def is_word(self) -> bool:
        """Whether it is a word, rather than a mark, a number, a date or a verb."""
        return self.word[:1].isalpha() and self.group is None and self.code not in "DNSMLTYUO"


@lru_cache(maxsize=1)  # each kind of figures asks for those of one sentence
def tokens_of(line: Line) -> tuple[Token, ...]:
    """The tokens of ``line``: entries of several words are taken apart, mentions are not.

    The stop of an abbreviation is none: "Mr. Lund leads, 47 vs. 44 percent".
    """
    tokens: list[Token] = []
    for at, unit in enumerate(line.units):
        stop = unit.code == "." and 0 < at < len(line.units) - 1
        if not stop or not _is_abbreviated(line.units[at - 1], unit, line.text):
            _take_apart(unit, at, line.text, tokens)
    return tuple(tokens)


def _is_abbreviated(word: Unit, stop: Unit, text: str) -> bool:
    """Whether ``stop`` ends an abbreviation, which ``word`` is."""
    return word.end == stop.start and text[word.start : word.end] in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    lists = read_words("abbreviations").data
    return frozenset(word for name in ("titles", "references", "shortened") for word in lists[name])


def _take_apart(unit: Unit, at: int, text: str, tokens: list[Token]) -> None:
    """Adds the tokens of ``unit`` to ``tokens``."""
    group = unit.detail if isinstance(unit.detail, VerbGroup) else None
    if unit.parts and group is None:
        for part in unit.parts:
            _take_apart(part, at, text, tokens)
        return
    start, mention = unit.start, unit.mention
    written = text[start : unit.end]
    if mention is None and group is None and " " in written:
        for word in written.split():
            start = text.index(word, start)
            tokens.append(_token(unit.code, word, start, at, None, None))
            start += len(word)
        return
    tokens.append(_token(unit.code, written, start, at, mention, group))


def _token(
    code: str, written: str, start: int, at: int, mention: Mention | None, group: VerbGroup | None
) -> Token:
    word, end = written.lower(), start + len(written)
    if code == _DASH and word != "—":  # "--", which wires write, and "-" between two spaces
        word = _DASH
    if "’" in word:
        word = word.replace("’", "'")
    number = mention if isinstance(mention, Number) else None
    return Token(word, code, start, end, at, mention, group, written[:1].isupper(), number)
