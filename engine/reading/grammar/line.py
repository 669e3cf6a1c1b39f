"""A sentence as a line of units, one character each.

Letters of mentions: ``N`` number, ``S`` share, ``U`` points, ``M`` money, ``L`` measure,
``T`` duration, ``Y`` age, ``O`` ordinal, ``D`` date; ``C`` country, ``E`` a people,
``A`` organisation, ``H`` person, ``P`` place, ``X`` unknown name.
Letters of chunks: ``Q`` counted people, ``F`` force or other actor, ``G`` described place,
``B`` population, ``R`` pronoun, ``V`` verb group; ``'`` is a possessive mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ...model import Span
from ..dates import DateMention
from ..names import NameMention
from ..numbers import Number
from .vocabulary import UNKNOWN_NAME, UNKNOWN_WORD, Vocabulary

__all__ = ["POSSESSIVE", "Line", "Mention", "Unit", "build_line", "mention_code"]

POSSESSIVE = "'"

Mention = Number | DateMention | NameMention

_NUMBER_CODES = {
    "count": "N", "share": "S", "ratio": "S", "points": "U", "money": "M", "measure": "L",
    "duration": "T", "age": "Y", "ordinal": "O",
}  # fmt: skip
_NAME_CODES = {
    "country": "C", "demonym": "C", "metonym": "C", "people": "E", "place": "P", "actor": "A",
    "organisation": "A", "person": "H", "unknown": "X",
}  # fmt: skip
_BEFORE_OPENING = " \n\t\xa0([—–"
_MARKS = {'"': "”", "‘": "“", "—": "–"}
_TOKEN = re.compile(
    r"['’]s(?!\w)|n['’]t(?!\w)|(?<=s)['’](?=\s)|[^\W\d_]+(?=n['’]t(?!\w))"
    r"|['’](?:ll|d|ve|re|m)(?!\w)|[^\W\d_]+(?:\.[^\W\d_]+)*|\d+|\S"
)


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One character of a line: a word, a mark, a mention, or a chunk of further units.

    Attributes:
        code: its character.
        start: offset of its first code point in the part of the article.
        end: offset behind its last.
        word: the word in lower case; for a chunk, its head; for a ratio, what stands before
            its second number ("the" in "nine of the 31").
        mention: the number, date or name it stands for.
        parts: the units of a chunk, or the members of a list.
        listed: whether ``parts`` are members of a list.
        detail: what a verb group or a chunk knows further about itself.
    """

    code: str
    start: int
    end: int
    word: str = ""
    mention: Mention | None = None
    parts: tuple[Unit, ...] = ()
    listed: bool = False
    detail: object = None

    def walk(self) -> Iterator[Unit]:
        """This unit and all within it, in reading order."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The units of one sentence and their codes, character for character."""

    text: str
    span: Span
    units: tuple[Unit, ...]
    codes: str

    def replaced(
        self, pattern: re.Pattern[str], make: Callable[[re.Match[str], Sequence[Unit]], Unit | None]
    ) -> Line:
        """This line with every match of ``pattern`` replaced by the unit that ``make`` gives.

        ``make`` is given the match and the units it covers; ``None`` leaves them alone.
        """
        units: list[Unit] = []
        position = 0
        for match in pattern.finditer(self.codes):
            first, last = match.span()
            covered = self.units[first:last]
            unit = make(match, covered) if covered else None
            if unit is not None:
                units += self.units[position:first]
                units.append(unit)
                position = last
        if not position:
            return self
        units += self.units[position:]
        return Line(self.text, self.span, tuple(units), "".join([unit.code for unit in units]))

    def quote(self, first: int, last: int) -> str:
        """The article's words from unit ``first`` up to and including unit ``last``."""
        return self.text[self.units[first].start : self.units[last].end]


def build_line(
    text: str, span: Span, mentions: Sequence[tuple[int, int, Mention]], vocabulary: Vocabulary
) -> Line:
    """The sentence ``span`` of ``text`` as a line.

    Args:
        text: one part of an article.
        span: the sentence in it.
        mentions: ``(start, end, mention)`` in ``text``, in order, none overlapping.
        vocabulary: gives the codes of words.
    """
    units: list[Unit] = []
    position = span.start
    for start, end, mention in mentions:
        _add_words(units, text, position, start, vocabulary)
        word = ""
        if isinstance(mention, Number) and mention.part is not None:
            word = " ".join(text[start:end].lower().split()[-2:-1])
        units.append(Unit(mention_code(mention), start, end, word, mention))
        position = end
    _add_words(units, text, position, span.end, vocabulary)
    return Line(text, span, tuple(units), "".join([unit.code for unit in units]))


def mention_code(mention: Mention) -> str:
    """The letter that stands for ``mention`` in a line."""
    if isinstance(mention, Number):
        times = mention.form == "ratio" and mention.quantity.unit != "percent"
        return "L" if times else _NUMBER_CODES[mention.form]
    return _NAME_CODES[mention.form] if isinstance(mention, NameMention) else "D"


def _add_words(units: list[Unit], text: str, start: int, end: int, vocabulary: Vocabulary) -> None:
    """Adds the words and marks of ``text`` between two offsets to ``units``."""
    codes, several = vocabulary.codes, vocabulary.several
    behind = start  # of an entry of several words
    for match in _TOKEN.finditer(text, start, end):
        first = match.start()
        if first < behind:
            continue
        behind = match.end()
        surface = match.group()
        word = surface.lower().replace("’", "'")
        if word in several:
            word, behind = _longest(text, word, behind, end, several[word])
        code = codes.get(word)
        if word in ("'s", "'"):
            units.append(Unit(POSSESSIVE, first, behind, "'s"))
        elif code is not None or word[0].isalpha():
            unknown = UNKNOWN_NAME if surface[0].isupper() else UNKNOWN_WORD
            units.append(Unit(code or unknown, first, behind, word))
        elif word == "-" and text[first - 1 : first].isspace():
            units.append(Unit("–", first, behind, word))
        elif word == '"' and _opens(text, first):
            units.append(Unit("“", first, behind, word))
        else:
            units.append(Unit(_MARKS.get(word, word[0]), first, behind, word))


def _longest(
    text: str, word: str, behind: int, end: int, entries: Sequence[tuple[str, ...]]
) -> tuple[str, int]:
    """The longest of ``entries`` that goes on from ``word``, and where it ends."""
    longest = len(entries[0]) - 1
    following = list(islice(_TOKEN.finditer(text, behind, end), longest))
    words = [each.group().lower().replace("’", "'") for each in following]
    for entry in entries:
        more = len(entry) - 1
        if tuple(words[:more]) == entry[1:]:
            return " ".join(entry), following[more - 1].end() if more else behind
    return word, behind


def _opens(text: str, at: int) -> bool:
    """Whether the straight mark at ``at`` stands before a word and not behind one."""
    return not text[at + 1 : at + 2].isspace() and (at == 0 or text[at - 1] in _BEFORE_OPENING)
