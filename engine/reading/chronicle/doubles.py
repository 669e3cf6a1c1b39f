"""Two dates for one happening, and an order that its dates do not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ...model import TimeSpan
from ..grammar.analysis import Analysis
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.nouns import is_plural
from ..meaning.scene import Stretch
from .records import Record
from .words import HappeningWords

__all__ = ["Order", "OrderFinder", "twice_dated"]

_SUBJECT = 7
"""Units before a verb among which its subject stands."""


def twice_dated(
    records: Sequence[Record],
    analyses: Mapping[int, Analysis],
    words: HappeningWords,
    grammar: Grammar,
) -> Iterator[tuple[Record, Record]]:
    """Every two dates that are given for one happening."""
    told = [
        record
        for record in records
        if record.clause is not None
        and record.time.precision in ("day", "month", "year")
        and record.time.inferred in ("nothing", "year")
        and not _is_open(record, analyses[record.sentence], grammar)
    ]
    for one, other in combinations(told, 2):
        if one.sentence == other.sentence or _overlap(one.time, other.time):
            continue
        if _is_one_happening(one, other, analyses, words):
            yield one, other


def _is_open(record: Record, analysis: Analysis, grammar: Grammar) -> bool:
    """Whether it may be of another happening of the sort: "again", "a second", "two mills"."""
    line, clause = analysis.line, record.clause
    if clause is None or clause.group.negated or clause.conditional:
        return True
    first = max(0, clause.verb - _SUBJECT)
    spoken = {part.word for unit in line.units[first : clause.end] for part in unit.walk()}
    if not spoken.isdisjoint(grammar.words("repeats") | grammar.words("nonspecific")):
        return True
    before = line.units[first : clause.verb]
    opening = [unit.word for unit in before if unit.word in grammar.words("determiners")]
    new = set(opening[-1:]) & grammar.words("some")
    preposition = line.units[record.index - 1].word if record.index else ""
    since = preposition in grammar.words("since") | grammar.words("until")
    return bool(new) or since or any(is_plural(unit.word) for unit in before[-2:])


def _is_one_happening(
    one: Record, other: Record, analyses: Mapping[int, Analysis], words: HappeningWords
) -> bool:
    """Whether two dated clauses tell the same of the same: both verb and what it is said of."""
    first, second = one.clause, other.clause
    if first is None or second is None:
        return False
    shared = _own(one, analyses, words) & _own(other, analyses, words) - words.often
    if not shared or (first.group.tense == "past") != (second.group.tense == "past"):
        return False
    if not _fit(one.names, other.names):
        return False
    things = one.wording.things & other.wording.things
    whom = one.subject & other.subject
    if shared & words.once:
        return bool(whom)
    return len(things) > 1 and bool(whom or shared & words.classes)


def _own(record: Record, analyses: Mapping[int, Analysis], words: HappeningWords) -> set[str]:
    """What the verb that is dated names, by itself."""
    clause = record.clause
    if clause is None or not clause.verb < record.index:
        units = analyses[record.sentence].line.units
        if clause is None or any(unit.code == "V" for unit in units[record.index : clause.verb]):
            return set()
    behind = analyses[record.sentence].line.units[clause.verb + 1 : clause.verb + 4]
    return words.acts(clause.group.lemmas, [unit.word for unit in behind])


def _fit(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether names beside two happenings may be of one: they share one, or one has none."""
    return not one or not other or bool(one & other)


def _overlap(one: TimeSpan, other: TimeSpan) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return True
    if "year" in (one.inferred, other.inferred):
        near = [(each.start.month, each.start.day) for each in (one, other) if each.start]
        return near[0] == near[1] or one.precision != other.precision or one.precision == "year"
    return one.start < other.end and other.start < one.end


class Order:
    """Two happenings, and which of them is said to come first.

    Attributes:
        sentence: number of the sentence.
        stretch: its words.
        before: whether the one that is told comes before the other.
        acts: what is told, and what it is told from.
    """

    __slots__ = ("acts", "before", "sentence", "stretch")

    def __init__(
        self,
        sentence: int,
        stretch: Stretch,
        acts: tuple[frozenset[str], frozenset[str]],
        *,
        before: bool,
    ) -> None:
        self.sentence, self.stretch, self.acts, self.before = sentence, stretch, acts, before


class OrderFinder:
    """Finds what a sentence tells as before or after something else, neither of them dated."""

    def __init__(self, grammar: Grammar, words: HappeningWords) -> None:
        self._grammar, self._words = grammar, words

    def find(self, analysis: Analysis, number: int) -> Iterator[Order]:
        """Each such pair: "he resigned before the report was published"."""
        line, clauses, g = analysis.line, analysis.clauses, self._grammar
        for at, other in enumerate(clauses[1:], 1):
            between = line.units[clauses[at - 1].verb + 1 : other.verb]
            marks = [unit.word for unit in between]
            turned = [w in g.words("earlier_than") or w in g.words("later_than") for w in marks]
            one = self._told(clauses[:at], analysis)
            if sum(turned) != 1 or "D" in line.codes[one.verb : other.end]:
                continue
            word = marks[turned.index(True)]
            acts = self._acts(one, analysis), self._acts(other, analysis)
            if all(acts) and not one.group.negated and not other.group.negated:
                before = word in g.words("earlier_than")
                yield Order(number, Stretch(one.verb, other.verb, one), acts, before=before)

    def _told(self, clauses: Sequence[Clause], analysis: Analysis) -> Clause:
        """Of the clauses before the mark the last that tells a happening, or else the last."""
        near = [each for each in clauses if clauses[-1].verb - each.verb < _SUBJECT]
        known = [c for c in near if self._acts(c, analysis) & self._words.classes]
        return known[-1] if known else clauses[-1]

    def _acts(self, clause: Clause, analysis: Analysis) -> frozenset[str]:
        behind = analysis.line.units[clause.verb + 1 : clause.verb + 4]
        return frozenset(self._words.acts(clause.group.lemmas, [unit.word for unit in behind]))
