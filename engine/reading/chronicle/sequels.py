"""What is due so long after something dated before: "has 21 days to appeal … until 31 March"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast, get_args

from ...model import Quantity
from ..dates import DateMention
from ..dates.calendar import Unit
from ..grammar.analysis import Analysis
from ..grammar.classes import Grammar
from ..grammar.line import Line
from ..grammar.verbs import VerbGroup
from ..meaning.scene import Stretch
from ..numbers import Number
from ..timeline.distances import stated_length, stated_offset
from .records import Record, clause_of
from .told import Distance
from .words import HappeningWords, Wording

__all__ = ["SequelFinder"]

_AHEAD = 2
"""Sentences behind a term in which its day may be told."""
_BACK = 4
"""Sentences before a term in which that is dated from which it runs."""
_NEAR = 6
"""Units around a term in which it says what it is a term of."""


class SequelFinder:
    """Finds terms without a date, the day on which they are said to end, and their beginning."""

    def __init__(self, grammar: Grammar, words: HappeningWords) -> None:
        self._grammar, self._words = grammar, words
        self._later = grammar.words("afterwards")
        self._deadlines = grammar.words("until")

    def find(
        self, analyses: Mapping[int, Analysis], records: Sequence[Record]
    ) -> Iterator[tuple[Distance, Record]]:
        """Each term with the record that it runs from."""
        numbers = sorted(analyses)
        for number in numbers:
            analysis = analyses[number]
            for index, sort, stated in self._terms(analysis):
                base = self._base(number, sort, records)
                due = base and self._due(number, sort, base, analyses, records)
                if base is None or due is None:
                    continue
                clause = clause_of(analysis.line, analysis.clauses, index)
                statement = Stretch(max(0, index - 1), index, clause)
                nothing = Wording(frozenset(), frozenset())
                yield Distance(number, statement, stated, False, due.time, "due", nothing), base

    def _terms(self, analysis: Analysis) -> Iterator[tuple[int, str, Quantity]]:
        """The terms of a sentence: where they stand, of which sort they are, and how long."""
        line = analysis.line
        for index, unit in enumerate(line.units):
            mention = unit.mention
            if isinstance(mention, DateMention) and mention.offset is not None:
                offset, spoken = mention.offset, line.text[unit.start : unit.end].lower().split()
                long = offset.unit is not None and offset.unit != "hour" and offset.count >= 1
                if not long or spoken[-1] not in self._later or line.codes.count("D") > 1:
                    continue
                clause = clause_of(line, analysis.clauses, index)
                if clause is None or clause.group.tense not in ("present", "future"):
                    continue
                stated = stated_offset(offset, cast(Unit, offset.unit), exact=False, hedged=False)
                if stated is not None:
                    yield index, "sequel", stated
            elif unit.code == "T" and isinstance(mention, Number):
                sort, length = self._sort(line, index), mention.quantity
                if sort is None or length.hedge is not None or length.unit not in get_args(Unit):
                    continue
                stated = stated_length(length, cast(Unit, length.unit))
                if stated is not None and length.unit != "hour":
                    yield index, sort, stated

    def _sort(self, line: Line, index: int) -> str | None:
        """What sort of term a length is: one in which to do something, or that of a course."""
        units = line.units
        before = [unit.word for unit in units[max(0, index - 3) : index]]
        near = units[index + 1 : index + 1 + _NEAR]
        words = {word for unit in near for part in unit.walk() for word in part.word.split()}
        lists = self._words.lists
        if not words.isdisjoint(lists.working_days):
            return None
        behind = units[index + 1].word if index + 1 < len(units) else ""
        within = bool(before) and before[-1] in lists.terms
        ruled = self._words.wording(near, line.text).acts & lists.judged
        if ruled and (within or behind in lists.terms):
            return "deadline"
        governing = (unit.detail for unit in units[max(0, index - 2) : index])
        lemmas = {
            lemma for each in governing if isinstance(each, VerbGroup) for lemma in each.lemmas
        }
        return "course" if lemmas & self._grammar.words("enduring") else None

    def _base(self, number: int, sort: str, records: Sequence[Record]) -> Record | None:
        """What a term runs from: the one date before it that may be that of its beginning."""
        lists = self._words.lists
        told = [
            record
            for record in records
            if record.time.precision == "day" and 0 <= number - record.sentence <= _BACK
        ]
        if sort == "sequel":
            found = [record for record in told if record.sentence < number]
        else:
            acts = lists.judged if sort == "deadline" else lists.begun
            found = [record for record in told if record.wording.acts & acts]
        return found[0] if len({record.time for record in found}) == 1 else None

    def _due(
        self,
        number: int,
        sort: str,
        base: Record,
        analyses: Mapping[int, Analysis],
        records: Sequence[Record],
    ) -> Record | None:
        """The day that is given for the end of a term, or for what comes then."""
        lists = self._words.lists
        found: list[Record] = []
        for record in records:
            near = 0 <= record.sentence - number <= _AHEAD and record.time.precision == "day"
            if not near or record.time == base.time:
                continue
            line = analyses[record.sentence].line
            lead = line.units[record.index - 1].word if record.index else ""
            if sort == "deadline":
                fits = lead in self._deadlines
            elif sort == "course":
                fits = bool(record.wording.acts & lists.ended) or lead in self._deadlines
            else:
                spoken = line.text[line.units[0].start : line.units[record.index].start].lower()
                fits = any(noun in spoken for noun in lists.sequels)
            if fits:
                found.append(record)
        return found[0] if len({record.time for record in found}) == 1 else None
