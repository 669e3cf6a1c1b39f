"""What is told as done on a day that is still to come: "was unveiled on June 20", on June 12."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ...model import Fact, TimeSpan
from ..dates import DateMention
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..meaning.scene import Scene, Stretch

__all__ = ["Early", "EarlyFinder"]

_DAY = timedelta(days=1)
_SOON = 62
"""Days ahead within which a day without a year is the one to come; a year ago has its year."""
_NEAR = 8
"""Units from a verb within which the day behind its object is its own."""
_SURE = "VHXPGCAQFR"
"""What, right before "on 3 May", cannot be what was to be on that day."""
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Early:
    """A day that is still to come, of what is told as done.

    Attributes:
        statement: its words.
        day: the day to come.
    """

    statement: Stretch
    day: TimeSpan


class EarlyFinder:
    """Finds the days to come of what a sentence tells as done."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = g = grammar
        self._noun = re.compile(g.noun)
        self._plain = re.compile(
            rf"(?:[^VD,;:“”()](?<!{g['awaiting']})(?<!{g['purposes']})){{0,9}}?"
            rf"(?P<on>{g['dating']})?(?P<day>D)"
        )

    def find(self, scene: Scene, stated: Sequence[Fact]) -> Iterator[Early]:
        """Every such day, unless a fact says so already.

        Args:
            scene: the sentence.
            stated: the facts that phrases read there.
        """
        published = scene.published
        if published is None or any(fact.fields.get("lies") for fact in stated):
            return
        for clause in scene.clauses:
            if not self._is_done(clause, scene):
                continue
            found = self._plain.match(scene.line.codes, clause.verb + 1)
            if found is None:
                continue
            at = found.start("day")
            mention, before = scene.line.units[at].mention, scene.line.units[at - 1].word
            if found["on"] is None and before in self._grammar.words("prepositions"):
                continue
            if not self._is_of_verb(clause, scene, found.end() - 1, 1 if found["on"] else 0):
                continue
            if not isinstance(mention, DateMention) or mention.day is None:
                continue
            day = self._ahead(mention, published, scene)
            if day is not None:
                yield Early(Stretch(clause.verb, at, clause), day)

    def _is_of_verb(self, clause: Clause, scene: Scene, day: int, on: int) -> bool:
        """Whether a day is the verb's, and not that of a noun: "the election on 3 May"."""
        line = scene.line
        if self._noun.match(line.codes, day + 1):
            return False  # "the January 30 election"
        held = self._grammar.words("proceedings") | self._grammar.words("fixtures")
        spoken = line.text[line.units[clause.verb].end : line.units[day].start].lower().split()
        if not held.isdisjoint(spoken):
            return False
        before = line.units[day - 1 - on]
        if before.code in _SURE or clause.group.voice == "passive":
            return True
        return on == 1 and clause.verb + _NEAR > day

    def _is_done(self, clause: Clause, scene: Scene) -> bool:
        """Whether a clause tells what has been done, and not what was set for a day."""
        g, group = self._grammar, clause.group
        if group.tense not in ("past", "perfect") or group.form != "finite":
            return False
        if group.negated or group.possible or clause.conditional or group.past_perfect:
            return False
        if any(set(group.lemmas) & g.words(name) for name in ("arranging", "reporting", "be")):
            return False
        words = {part.word for part in scene.line.units[clause.verb].walk()}
        return words.isdisjoint(g.words("to") | g.words("prospective"))

    def _ahead(self, mention: DateMention, published: date, scene: Scene) -> TimeSpan | None:
        """The day of a date, where it lies ahead by more than a day."""
        time, day = mention.time, mention.day
        if time is None or day is None:
            return None
        if time.inferred == "nothing":
            return time if time.anchor == "stated" and (day - published).days > 1 else None
        if _YEAR.search(scene.line.text, scene.block, scene.line.span.end):
            return None  # of a year that the paragraph tells of
        for year in (published.year, published.year + 1):
            try:
                near = day.replace(year=year)
            except ValueError:
                continue
            if 1 < (near - published).days <= _SOON:
                return replace(time, start=near, end=near + _DAY)
        return None
