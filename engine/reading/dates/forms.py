"""The forms of dates: ``facts/words/calendar.yaml``, compiled and filed.

A form is tried only where a word stands that it may begin with, and a text that has none of
the words and numbers that forms cannot do without is put aside at once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, reduce
from operator import or_

from ...knowledge import Document, kept, nearest, read_words
from ...lazy import LazyPattern, Remembered
from .codes import Alphabet, Coded, is_number, is_word
from .templates import (
    NUMBER_FIRST,
    CalendarFile,
    Compiler,
    Number,
    Piece,
    Telling,
    Template,
    rarest,
    worded,
)

__all__ = ["Form", "Forms", "forms"]

_SAME = str.maketrans("’‘–", "''-")
_MOST_CHOSEN = 4096
_NEVER_BEFORE = frozenset("$€£¥#@/-_")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say a meaning.

    Attributes:
        meaning: its name.
        telling: a bit for each set of characters of which a text with this form has one.
        rarest: the one among these that is rarest in copy.
        pattern: an expression over the code of a text; it captures slots by name.
        gives: what slots hold that the words do not say.
    """

    meaning: str
    telling: int
    rarest: int
    pattern: LazyPattern
    gives: Mapping[str, str]

    def slots(self, match: re.Match[str], coded: Coded) -> dict[str, str]:
        """What the text says in each slot, and what the form gives."""
        said = {
            name: coded.said(*match.span(name))
            for name, code in match.groupdict().items()
            if code is not None
        }
        return {**self.gives, **said}


_Filed = Mapping[str, tuple[Form, ...]]


class Forms:
    """The forms of one file.

    Attributes:
        continuations: by meaning, the forms that go on from a date of that meaning.
    """

    def __init__(self, document: Document) -> None:
        file = document.parse(CalendarFile)
        self._document = document
        self._alphabet = Alphabet(word for table in file.words.values() for word in table)
        self._tables = {
            name: {_plain(word): value for word, value in table.items()}
            for name, table in file.words.items()
            if isinstance(table, dict)
        }
        compiler = Compiler(document, file, self._alphabet)
        self._tellings: dict[frozenset[str], int] = {}
        self._bits: dict[str, int] = {}
        self._rarest = 0
        self._telling = Remembered(self._told_by)
        self._told = Remembered(self._told_by_word)
        self._able = Remembered(self._rarest_of)
        self._chosen: dict[tuple[str, int], tuple[Form, ...]] = {}
        self._periods = self._file("periods", file.periods, compiler)
        self._mentions = self._file("mentions", _in_text(file), compiler)
        self._ranges = [
            (LazyPattern(f"[{characters}]"), bits)
            for characters, bits in self._bits.items()
            if len(characters) > 1
        ]
        self.continuations: _Filed = {
            meaning: tuple(
                Form(meaning, 0, 0, compiler.expression(piece, at), {})
                for index, template in enumerate(templates)
                for at in [("continues", meaning, index)]
                for piece in [compiler.whole(template, at)]
            )
            for meaning, templates in file.continues.items()
        }

    def _file(
        self, section: str, by_meaning: Mapping[str, tuple[Template, ...]], compiler: Compiler
    ) -> _Filed:
        """The forms of a section by the character of their first word."""
        filed: dict[str, list[Form]] = {}
        for meaning, templates in by_meaning.items():
            for index, template in enumerate(templates):
                at = (section, meaning, index)
                said, gives = worded(template)
                free = section == "mentions"
                piece: Piece = (compiler.whole if free else compiler.inner)(said, at)
                best = rarest(piece.tellings)
                if free and not best.rarity:
                    raise self._document.error("nothing tells this from other text", at)
                bits = reduce(or_, map(self._bit, piece.tellings), 0) if free else 0
                bit = self._bit(best) if free else 0
                self._rarest |= bit
                form = Form(meaning, bits, bit, compiler.expression(piece, at), gives)
                for first in piece.firsts:
                    filed.setdefault(first, []).append(form)
        return {first: tuple(found) for first, found in filed.items()}

    def _bit(self, telling: Telling) -> int:
        bit = self._tellings.get(telling.among)
        if bit is None:
            bit = self._tellings[telling.among] = 1 << len(self._tellings)
            for characters in telling.among:
                self._bits[characters] = self._bits.get(characters, 0) | bit
        return bit

    def require(self, meanings: Collection[str], values: Mapping[str, Collection[Number]]) -> None:
        """Checks that the file names no meaning but these, and that tables have no other values.

        Args:
            meanings: every meaning that there is.
            values: by table, what its words may stand for.

        Raises:
            KnowledgeError: at the first that is another.
        """
        for section in ("periods", "mentions", "continues"):
            for meaning in self._document.data[section]:
                if meaning not in meanings:
                    problem = f"no meaning {meaning!r}{nearest(meaning, meanings)}"
                    raise self._document.error(problem, (section, meaning))
        for table, allowed in values.items():
            for word, value in self._document.data["words"].get(table, {}).items():
                if value not in allowed:
                    problem = f"{value!r} is none of {', '.join(map(str, allowed))}"
                    raise self._document.error(problem, ("words", table, word))

    def candidates(self, text: str) -> tuple[Coded, list[tuple[int, tuple[Form, ...]]]] | None:
        """Each token at which a date may begin, with the forms that may; ``None`` for none."""
        told = reduce(or_, map(self._told.__getitem__, text.split()), 0)
        if not told & self._rarest:
            return None
        coded, able = self._alphabet.coded(text), self._able
        found = []
        for index, telling in enumerate(map(able.__getitem__, coded.codes)):
            if telling & told:
                before = coded.codes[index - 1] if index else " "
                if before not in _NEVER_BEFORE and not is_number(before):
                    if is_number(coded.codes[index]) and is_word(before):
                        continue  # the 16 of "F16"
                    found.append((index, self._choose(coded.codes[index], told)))
        return coded, found

    def _choose(self, code: str, told: int) -> tuple[Form, ...]:
        """The forms that may begin with a character and are told of."""
        asked = _first(code), told
        chosen = self._chosen.get(asked)
        if chosen is None:
            filed = self._mentions.get(asked[0], ())
            chosen = tuple(form for form in filed if form.telling & told == form.telling)
            if len(self._chosen) >= _MOST_CHOSEN:
                self._chosen.clear()
            self._chosen[asked] = chosen
        return chosen

    def _told_by_word(self, word: str) -> int:
        """What is told by the characters of a word; the same for a character by itself."""
        return reduce(or_, map(self._telling.__getitem__, self._alphabet.word[word]), 0)

    def _told_by(self, code: str) -> int:
        ranges = (bits for pattern, bits in self._ranges if pattern.match(code))
        return reduce(or_, ranges, self._bits.get(code, 0))

    def _rarest_of(self, code: str) -> int:
        """What tells best of each form that may begin with a character."""
        return reduce(or_, (form.rarest for form in self._mentions.get(_first(code), ())), 0)

    def periods(self, said: str) -> Iterator[tuple[Form, dict[str, str]]]:
        """The periods that ``said`` is, from its first word to its last, with their slots."""
        coded = self._alphabet.coded(said)
        for form in self._periods.get(_first(coded.codes[:1]), ()):
            match = form.pattern.fullmatch(coded.codes)
            if match is not None:
                yield form, form.slots(match, coded)

    def value(self, table: str, said: str) -> Number:
        """What the table has for ``said``, spelt as it may be in copy.

        Raises:
            KeyError: when it has no such word.
        """
        return self._tables[table][_plain(said)]


def _first(code: str) -> str:
    """What the forms that may begin with a character are filed under."""
    return NUMBER_FIRST if code and is_number(code) else code


@cache
def forms() -> Forms:
    """The forms of ``facts/words/calendar.yaml``; read and compiled once.

    Raises:
        KnowledgeError: when the file is not as it should be.
    """
    return kept("calendar", lambda: Forms(read_words("calendar")))


def _in_text(file: CalendarFile) -> dict[str, tuple[Template, ...]]:
    """The mentions, with ``{form}`` replaced by each form of the same meaning."""
    expanded: dict[str, tuple[Template, ...]] = {}
    for meaning, templates in file.mentions.items():
        found: list[Template] = []
        for template in templates:
            if not isinstance(template, str) or "{form}" not in template:
                found.append(template)
                continue
            for form in file.periods.get(meaning, ()):
                said = template.replace("{form}", worded(form)[0])
                found.append(said if isinstance(form, str) else replace(form, say=said))
        expanded[meaning] = tuple(found)
    return expanded


def _plain(said: str) -> str:
    return " ".join(said.lower().translate(_SAME).rstrip(".").split())
