"""The verb that a noun phrase stands with, and what it is to that verb."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from ...model import Name
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line
from ..grammar.nouns import noun_words
from ..meaning.scene import Scene

__all__ = ["Predicate", "PredicateFinder"]

_MOST_CLAUSES = 6
"""Clauses behind a noun phrase that are looked at for its verb."""
_REACH = 40
"""Units between a verb and what hangs on it, at most."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb and what a noun phrase is to it, the passive undone.

    Attributes:
        clause: where the verb is.
        role: subject, object or oblique; ``None`` where the copy leaves it open.
        direct: nothing but words of degree stands between the verb and the noun phrase.
        preposition: the one before an oblique noun phrase.
    """

    clause: Clause
    role: str | None
    direct: bool = False
    preposition: str = ""

    @property
    def lemma(self) -> str | None:
        """The verb in its base form; ``None`` for "be"."""
        lemma = self.clause.group.lemmas[0]
        return None if lemma == "be" else lemma


class PredicateFinder:
    """Finds the predicates of noun phrases."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = g = grammar
        lists = ("determiners", "predeterminers", "adverbs", "degrees", "worths")
        loose = f"(?:{'|'.join(g[name] for name in lists)})"
        self._direct = re.compile(rf"{loose}*")
        self._oblique = re.compile(rf".*(?P<preposition>{g['prepositions']}){loose}*")
        self._apart = re.compile(rf"[,;:–“”().]|{g['subordinators']}|{g['relatives']}")
        self._by = re.compile(rf"{g['agents']}(?:{g['determiners']})?(?P<agent>[CAHFX])")
        self._agents = re.compile(g["agents"])
        self._object = re.compile(rf"(?:{g['determiners']}|[NSMCAHPXFGQBREO]|{g.noun})")

    def of(self, scene: Scene, first: int, last: int) -> Predicate | None:
        """The predicate of the noun phrase from unit ``first`` to ``last`` of the line."""
        line, hanging = scene.line, None
        begin = bisect_right(scene.clauses, last, key=_verb)
        for clause in scene.clauses[begin : begin + _MOST_CLAUSES]:
            subject = clause.subject
            if subject is not None and first <= subject <= last:
                role = self._acting(line, clause, scene)
                hangs = clause.group.voice == "bare" and role != "subject"
                if not (hangs or clause.described or clause.relative is not None):
                    return Predicate(clause, role)
                hanging = hanging or Predicate(clause, role)
            elif clause.relative is not None and first <= clause.relative <= last:
                hanging = hanging or Predicate(clause, "object")
        return self._governed(line, scene, first) or hanging

    def _acting(self, line: Line, clause: Clause, scene: Scene) -> str | None:
        """What the subject of ``clause`` is to its verb."""
        voice, lemma = clause.group.voice, clause.group.lemmas[0]
        if voice != "bare":
            return "object" if voice == "passive" else "subject"
        behind = line.codes[clause.verb + 1 :]
        if lemma in noun_words("acting_alone") or self._object.match(behind):
            return "subject"
        if self._agents.match(behind):
            return "object"
        begin = bisect_right(scene.clauses, clause.verb, key=_verb)
        later = scene.clauses[begin : begin + _MOST_CLAUSES]
        return "object" if any(each.subject == clause.subject for each in later) else None

    def _governed(self, line: Line, scene: Scene, first: int) -> Predicate | None:
        """The verb before the unit ``first``, where that is its object or hangs on it."""
        position = bisect_left(scene.clauses, first, key=_verb)
        if not position:
            return None
        clause = scene.clauses[position - 1]
        if first - clause.verb > _REACH:
            return None
        between = line.codes[clause.verb + 1 : first]
        if self._direct.fullmatch(between):
            reports = not self._grammar.words("reporting").isdisjoint(clause.group.lemmas)
            opens = reports and clause.end < len(line.codes)
            return None if opens else Predicate(clause, "object", direct=True)
        if self._apart.search(between):
            return None
        found = self._oblique.fullmatch(between)
        if found is None:
            return Predicate(clause, "object")
        word = line.units[clause.verb + 1 + found.start("preposition")].word
        if found.start("preposition") == 0 and word in self._grammar.words("verb_particles"):
            return Predicate(clause, "object", direct=True)
        if clause.group.voice == "passive" and word in self._grammar.words("agents"):
            return Predicate(clause, "subject")
        return Predicate(clause, "oblique", preposition=word)

    def actor(self, predicate: Predicate, scene: Scene) -> Name | None:
        """Who else acts: the subject of an active verb, the agent of a passive one."""
        clause, line = predicate.clause, scene.line
        index: int | None = None
        if clause.group.voice == "passive":
            found = self._by.search(line.codes, clause.verb + 1, clause.end)
            index = found.start("agent") if found else None
        elif predicate.role != "subject":
            index = clause.subject
        if index is None or line.units[index].code not in "CAHFX":
            return None
        return scene.context.actor(line.units[index], line, None)


def _verb(clause: Clause) -> int:
    return clause.verb
