"""The forms of dates: ``facts/words/calendar.yaml``, compiled and filed.

A form is tried only where a word stands that it may begin with, and a text that has none of
the words and numbers that forms cannot do without is put aside at once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ...knowledge import FACTS, Document, nearest, read_yaml
from ..lazy import LazyPattern
from .codes import Alphabet, Coded, is_number
from .templates import NUMBER_FIRST, CalendarFile, Compiler, Number, Piece, Template, worded

__all__ = ["Form", "Forms", "forms"]

_SAME = str.maketrans("’‘–", "''-")
_NEVER_BEFORE = frozenset("$€£¥#@/-_")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say a meaning.

    Attributes:
        meaning: its name.
        telling: a class of characters of which a text with this form has one.
        pattern: an expression over the code of a text; it captures slots by name.
        gives: what slots hold that the words do not say.
    """

    meaning: str
    telling: re.Pattern[str]
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
        self._telling: frozenset[str] = frozenset()
        self._periods = self._file("periods", file.periods, compiler)
        self._mentions = self._file("mentions", _in_text(file), compiler)
        weekdays = {
            re.escape(spelling)
            for word in file.words.get("weekday", ())
            for spelling in (word.rstrip("."), word.rstrip(".").upper())
        }
        self._weekday = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(sorted(weekdays))})(?!\w)")
        self._may_hold = re.compile(f"[{''.join(sorted(self._telling))}]")
        self.continuations: _Filed = {
            meaning: tuple(
                Form(meaning, _telling(piece), compiler.expression(piece, at), {})
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
                form = Form(meaning, _telling(piece), compiler.expression(piece, at), gives)
                for first in piece.firsts:
                    filed.setdefault(first, []).append(form)
                if not free:
                    continue
                if piece.telling is None or not piece.telling[0]:
                    raise self._document.error("nothing tells this from other text", at)
                self._telling |= piece.telling[1]
        return {first: tuple(found) for first, found in filed.items()}

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

    def read(self, text: str) -> Coded | None:
        """The code of ``text``; ``None`` where it can hold no date."""
        return self._alphabet.coded(text, unless=self._may_hold)

    def may_name_weekday(self, text: str) -> bool:
        """Whether a weekday stands in ``text``."""
        return self._weekday.search(text) is not None

    def candidates(self, coded: Coded) -> Iterator[tuple[int, tuple[Form, ...]]]:
        """Each token at which a date may begin, with the forms that may."""
        able: dict[str, tuple[Form, ...]] = {}
        before = " "
        for index, code in enumerate(coded.codes):
            first = NUMBER_FIRST if is_number(code) else code
            found = able.get(first)
            if found is None:
                filed = self._mentions.get(first, ())
                found = tuple(form for form in filed if form.telling.search(coded.codes))
                able[first] = found
            if found and before not in _NEVER_BEFORE and not is_number(before):
                yield index, found
            before = code

    def periods(self, said: str) -> Iterator[tuple[Form, dict[str, str]]]:
        """The periods that ``said`` is, from its first word to its last, with their slots."""
        coded = self._alphabet.coded(said)
        if coded is None or not coded.codes:
            return
        first = coded.codes[0]
        for form in self._periods.get(NUMBER_FIRST if is_number(first) else first, ()):
            match = form.pattern.fullmatch(coded.codes)
            if match is not None:
                yield form, form.slots(match, coded)

    def value(self, table: str, said: str) -> Number:
        """What the table has for ``said``, spelt as it may be in copy.

        Raises:
            KeyError: when it has no such word.
        """
        return self._tables[table][_plain(said)]


def _telling(piece: Piece) -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(piece.telling[1]))}]" if piece.telling else "")


@cache
def forms() -> Forms:
    """The forms of ``facts/words/calendar.yaml``; read and compiled once.

    Raises:
        KnowledgeError: when the file is not as it should be.
    """
    return Forms(read_yaml(FACTS / "words" / "calendar.yaml"))


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
                found.append(
                    said if isinstance(form, str) else form.model_copy(update={"say": said})
                )
        expanded[meaning] = tuple(found)
    return expanded


def _plain(said: str) -> str:
    return " ".join(said.lower().translate(_SAME).rstrip(".").split())
