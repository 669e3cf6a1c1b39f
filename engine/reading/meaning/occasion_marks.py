"""The words of a sentence that say of which poll or vote it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from ...model import Name, Place, TimeSpan
from ..dates import DateMention
from ..grammar.analysis import Analysis
from ..grammar.chunks import Chunk
from ..grammar.classes import Grammar
from ..grammar.line import Line, Unit
from ..grammar.verbs import VerbGroup
from .mentions import Passage
from .naming import name_in

__all__ = ["Mark", "MarkFinder", "Role", "Sentence"]

Role = Literal["place", "event", "group", "inquiry", "dates"]
"""What a mark tells: where, which round or sort of vote, of whom, which poll, when it was taken."""


class Sentence(Protocol):
    """A sentence with what the grammar makes of it."""

    @property
    def passage(self) -> Passage:
        """Where it stands."""

    @property
    def published(self) -> date | None:
        """The day of publication of its article."""

    @property
    def analysis(self) -> Analysis:
        """Its units, clauses and links."""


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A few words that tell one thing.

    Attributes:
        role: what they tell.
        first: offset of their first code point.
        last: offset behind their last.
        key: the same where they tell the same.
        value: who or where or when, as far as it is named.
        fresh: whether they begin something new: "a poll", "another survey".
    """

    role: Role
    first: int
    last: int
    key: str
    value: Name | Place | TimeSpan | None = None
    fresh: bool = False


class MarkFinder:
    """Finds the marks of a sentence."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = g = grammar
        owner = rf"(?:[AXCP]|{g.noun})"
        self._words = re.compile(
            "|".join(map(re.escape, sorted(g.words("inquiries") | g.words("taking")))),
            re.IGNORECASE,
        )
        self._place = re.compile(
            rf"(?:{g['locatives']})(?:{g['articles']})?(?P<place>[PGC])(?!')"
            rf"|(?P<owner>[PC])'?(?=(?:{owner}|D){{0,2}}{g['occasions']})"
        )
        self._event = re.compile(rf"(?P<whose>[ACXEFO]'?)?(?:{g.noun})?(?P<event>{g['occasions']})")
        self._group = re.compile(
            rf"{g['among']}(?:{g['determiners']})?(?P<group>[EQBFA]|{g.noun}+)"
        )
        self._inquiry = re.compile(
            rf"(?P<lead>{g['determiners']})?(?:(?P<asker>[AXF])'?|O|{g.noun}|-){{0,4}}?"
            rf"(?P<inquiry>{g['inquiries']})"
            rf"(?:V?(?:{g['agents']}|{g['noun_dates']})(?:{g['articles']})?(?P<by>[AX]))?"
        )
        self._dates = re.compile(r"V[^V;.:]{0,12}?(?P<dates>D)")
        self._figured = re.compile(rf"S|{g['occasions']}")
        self._joints = re.compile(rf"[,;]|{g['conjunctions']}|{g['subordinators']}")

    def concerns(self, sentence: Sentence, *, beside: bool) -> bool:
        """Whether a sentence of which no figure is known may tell of a poll or a vote.

        Args:
            sentence: the sentence.
            beside: whether it stands in a paragraph without such figures.
        """
        if self._words.search(sentence.passage.sentence):
            return True
        return not beside and self._figured.search(sentence.analysis.line.codes) is not None

    def find(self, sentence: Sentence) -> list[Mark]:
        """The marks of a sentence, those of one role in reading order."""
        line = sentence.analysis.line
        return [
            *self._places(line),
            *self._events(line),
            *self._groups(line),
            *self._inquiries(line),
            *self._times(line),
        ]

    def parted(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether a comma or a conjunction stands between two offsets of a sentence."""
        line = sentence.analysis.line
        between = [unit.code for unit in line.units if first <= unit.start and unit.end <= last]
        return self._joints.search("".join(between)) is not None

    def _places(self, line: Line) -> Iterator[Mark]:
        for found in self._place.finditer(line.codes):
            index = found.start("place") if found["place"] else found.start("owner")
            unit = line.units[index]
            if found["place"] and self._tells(line, found.start() - 1):
                continue  # "said in Brussels"
            if unit.code == "G" and unit.word in self._grammar.words("referring"):
                continue  # "the state": the one spoken of
            name = name_in(unit)
            text = line.text[unit.start : unit.end]
            place = name.place if name else None
            key = place.key if place else text
            yield Mark("place", unit.start, unit.end, key.casefold(), place)

    def _tells(self, line: Line, index: int) -> bool:
        group = line.units[index].detail if index >= 0 else None
        reporting = self._grammar.words("reporting")
        return isinstance(group, VerbGroup) and not reporting.isdisjoint(group.lemmas)

    def _events(self, line: Line) -> Iterator[Mark]:
        for found in self._event.finditer(line.codes):
            unit = line.units[found.start("event")]
            whose = line.units[found.start("whose")] if found["whose"] else None
            name = name_in(whose) if whose else None
            key = unit.word
            if whose is not None:
                plain = line.text[whose.start : whose.end].casefold()
                key = f"{(name.actor if name else None) or plain} {key}"
            yield Mark("event", unit.start, unit.end, key)

    def _groups(self, line: Line) -> Iterator[Mark]:
        for found in self._group.finditer(line.codes):
            first, behind = found.span("group")
            units = line.units[first:behind]
            name = name_in(units[-1])
            text = line.text[units[0].start : units[-1].end]
            key = (name.actor if name else None) or text.casefold()
            value = Name(key, text, named=name is not None)
            yield Mark("group", units[0].start, units[-1].end, key, value)

    def _inquiries(self, line: Line) -> Iterator[Mark]:
        g = self._grammar
        sorts = g.words("asking_sorts")
        spoken = list(self._inquiry.finditer(line.codes))
        for found in spoken:
            index = found.start("by") if found["by"] else found.start("asker")
            asker = line.units[index] if found["by"] or found["asker"] else None
            unit = line.units[found.start("inquiry")]
            opening = line.units[found.start()]
            lead = next((part.word for part in (*opening.parts, opening) if part.word), "")
            yield Mark(
                "inquiry", unit.start, unit.end, unit.word,
                _asker(asker, line) if asker else None,
                fresh=lead in g.words("indefinites"),
            )  # fmt: skip
        if not any(found["by"] or found["asker"] for found in spoken):
            for unit in line.units:
                name = name_in(unit)
                if name is not None and name.sort in sorts:
                    value = _asker(unit, line)
                    yield Mark("inquiry", unit.start, unit.end, unit.word, value)

    def _times(self, line: Line) -> Iterator[Mark]:
        """When a poll was taken: the date behind the verb that says that it was."""
        words = {unit.word for unit in line.units}
        for found in self._dates.finditer(line.codes):
            group, unit = line.units[found.start()].detail, line.units[found.start("dates")]
            if not isinstance(group, VerbGroup) or not isinstance(unit.mention, DateMention):
                continue
            asks = not self._grammar.words("asking").isdisjoint(group.lemmas)
            taken = not self._grammar.words("fieldwork").isdisjoint(group.lemmas)
            about = not words.isdisjoint(self._grammar.words("inquiries"))
            if unit.mention.time is not None and (asks or (taken and about)):
                yield Mark("dates", unit.start, unit.end, "", unit.mention.time)


def _asker(unit: Unit, line: Line) -> Name | None:
    name = name_in(unit)
    if name is None:
        return None
    inner = unit.detail.name if isinstance(unit.detail, Chunk) and unit.detail.name else unit
    text = line.text[inner.start : inner.end]
    return Name(name.actor or text, text)
