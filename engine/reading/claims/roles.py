"""Who does something to some ground in a clause, or owns a noun that says so."""

from __future__ import annotations

from ..figures.words import figure_endings
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import POSSESSIVE, Line
from ..grammar.nouns import is_plural
from ..meaning.naming import is_adjective
from ..meaning.scene import Scene
from .force import ForceFinder, Holder, acting_before
from .ground import Ground, GroundFinder
from .lexicon import Lexicon

__all__ = ["NEAR", "RoleReader"]

_REACH = 9
"""Units behind a verb in which a preposition that goes with it is looked for."""
NEAR = 5
"""Units between a noun and the verb or the preposition that goes with it, at most."""


class RoleReader:
    """Finds who stands in which role.

    Attributes:
        lexicon: the words that claim something.
        grounds: finds ground.
        forces: finds who may hold it.
    """

    def __init__(
        self, grammar: Grammar, lexicon: Lexicon, grounds: GroundFinder, forces: ForceFinder
    ) -> None:
        g = grammar
        self.lexicon = lexicon
        self.grounds = grounds
        self.forces = forces
        self._by = g.words("agents")
        self._joints = g.words("conjunctions") | g.words("subordinators") | g.words("relatives")
        self._not_joints = (
            g.words("ways_out") | g.words("ways_in") | g.words("agents") | g.words("joining")
        )
        self._prepositions = g.words("prepositions")
        self._relatives = g.words("relatives")
        self._joining = g.words("joining")
        self._subordinators = g.words("subordinators")
        self._over = g.words("held_over")
        self._means = g.words("means")
        self._being = g.words("be")
        self._among = g.words("among")
        self._spans = g.words("time_prepositions")
        self._people = g.words("people") | g.words("everyone")
        self._for = g.words("led_for")
        self._where = g.words("locatives") | g.words("bearings")
        self._that_is = g.words("relative_be")
        self._attempts = g.words("attempts") | g.words("ventures")
        self._leading = g.words("leading_others")
        self._adverbs = g.words("adverbs") | g.words("degrees")
        self._endings = figure_endings("adverb_endings")
        self._particles = (
            g.words("particles") | g.words("verb_particles")
            | g.words("directions") | g.words("ways_made")
        )  # fmt: skip

    def subject(self, clause: Clause, scene: Scene) -> list[Holder]:
        """Who acts in a clause; one of one where somebody does."""
        other = self._led(clause, scene)
        if other is not None:
            found = self.forces.at(scene, other, None)
            return [found] if found is not None else []
        if self.is_attempt(clause, scene):
            return self.owner(scene, clause.verb - 1)
        acting = self._main(clause, scene) if clause.carried else clause
        if acting.subject is None:
            return self._nearest(clause, scene) if clause.group.form == "finite" else []
        head = self._backed(acting.subject, scene)
        found = self.forces.at(scene, head, acting_before(acting, scene))
        if found is None and self._is_means(acting, scene) and clause.parent is not None:
            return self.subject(scene.clauses[clause.parent], scene)
        return [found] if found is not None else []

    def is_attempt(self, clause: Clause, scene: Scene) -> bool:
        """Whether what acts is what somebody tries: "the army's efforts to retake the town"."""
        at = clause.verb - 1
        if at < 0 or scene.line.units[at].word not in self._attempts:
            return False
        theirs = clause.subject == at or self.owner_at(scene.line, at) is not None
        return theirs and clause.group.form == "infinitive"

    def _led(self, clause: Clause, scene: Scene) -> int | None:
        """Who acts behind a verb of others: "clearing the way for troops to enter the town".

        "Told citizens to leave", "shot at worshippers leaving the mosque".
        """
        units, form, beside = scene.line.units, clause.group.form, clause.beside
        parent = scene.clauses[clause.parent] if clause.parent is not None else None
        if beside is None or beside != clause.verb - 1 or parent is None or form == "finite":
            return None
        before = units[self.grounds.first_of(scene.line, beside) - 1]
        if form == "gerund":
            return beside if beside > parent.verb and units[beside].word in self._people else None
        leads = not self._leading.isdisjoint(parent.group.lemmas) or before.word in self._for
        people = units[beside].word in self._people and units[beside].code != "F"
        return beside if leads or (people and beside != clause.subject) else None

    def _is_means(self, clause: Clause, scene: Scene) -> bool:
        """Whether who acts is told before what stands between: "used the chaos to seize it"."""
        parent = scene.clauses[clause.parent] if clause.parent is not None else None
        units, subject = scene.line.units, clause.subject or 0
        if parent is None or subject < parent.verb or is_plural(units[subject].word):
            return False  # "told citizens to leave the country"
        before = units[clause.verb - 1].word
        timed = before in self._subordinators or before in self._prepositions
        return clause.group.form == "infinitive" or (clause.group.form == "gerund" and timed)

    def _nearest(self, clause: Clause, scene: Scene) -> list[Holder]:
        """Who acts where when and how long stands between: "rebels, who for years ran it"."""
        units = scene.line.units
        for at in range(clause.verb - 1, max(-1, clause.verb - _REACH), -1):
            unit = units[at]
            if unit.code in "DTO,“" or unit.word in self._adverbs:
                continue
            if unit.word in self._prepositions or unit.word in self._relatives:
                continue
            found = self.forces.at(scene, at, None) if unit.code in "FCAEX" else None
            return [found] if found is not None else []
        return []

    def _backed(self, head: int, scene: Scene) -> int:
        """Who acts where the subject names their help: "soldiers backed by tanks captured"."""
        units = scene.line.units
        first = self.grounds.first_of(scene.line, head)
        if first < 2 or units[first - 1].word not in self._by:  # noqa: PLR2004
            return head
        for other in scene.clauses:
            if other.verb == first - 2 and other.group.voice == "bare":
                return head if other.beside is None else other.beside
        return head

    def _main(self, clause: Clause, scene: Scene) -> Clause:
        """The clause that a verb goes on with behind one that was put in between.

        "The rebels grew stronger since the army left, and hold the north": the rebels do.
        """
        units, clauses = scene.line.units, scene.clauses
        before = units[max(0, clause.verb - 2) : clause.verb]
        joined = len(before) == 2 and before[0].code == "," and before[1].word in self._joining  # noqa: PLR2004
        if not joined or clause.parent is None:
            return clause
        inner = clauses[clause.parent]
        opening = inner.subject if inner.subject is not None else inner.verb
        put_in = opening > 0 and units[opening - 1].word in self._subordinators
        return clauses[inner.parent] if put_in and inner.parent is not None else clause

    def agent(
        self, clause: Clause, scene: Scene, start: int, words: frozenset[str]
    ) -> list[Holder]:
        """Who stands behind one of ``words`` in a clause from unit ``start`` on."""
        at = self.preposition(scene.line, start, clause.end, words)
        found = self.forces.behind(scene, at + 1) if at is not None else None
        by_force = found is not None and found.unit.word in self._means
        return [found] if found is not None and not by_force else []

    def preposition(self, line: Line, start: int, end: int, words: frozenset[str]) -> int | None:
        """The first of ``words`` in a clause from unit ``start`` on."""
        for at in range(start, min(start + _REACH, end, len(line.units))):
            unit = line.units[at]
            if unit.word in words:
                return at
            if unit.code in ".;”:–V" or (
                unit.word in self._joints and unit.word not in self._not_joints
            ):
                return None
        return None

    def behind_holding(self, line: Line, way: int) -> int:
        """The preposition of what is fought for: "for (full) control of the road"."""
        for at in range(way + 1, min(way + 4, len(line.units) - 1)):
            unit, behind = line.units[at], line.units[at + 1]
            if unit.word in self.lexicon.holding and behind.word in self._over:
                return at + 1
        return way

    def acts_on(self, line: Line, start: int, way: int) -> bool:
        """Whether a noun phrase stands between a verb and the preposition behind it."""
        return any(
            self.grounds.is_noun(unit) and unit.word not in self._particles
            for unit in line.units[start:way]
        )

    def is_ended(self, line: Line, at: int) -> bool:
        """Whether nothing but when and how follows: "fell overnight", "fell around 1am"."""
        units = line.units
        while at < len(units):
            unit, behind = units[at], units[at + 1 : at + 2]
            dated = bool(behind) and behind[0].code in "DT" and not unit.mention
            dated = dated or unit.word in self._spans
            if unit.code in ".,;D–" or dated or unit.word in self._joints:
                return True
            if unit.word not in self._adverbs and not unit.word.endswith(self._endings):
                return False
            at += 1
        return True

    @staticmethod
    def is_word(line: Line, at: int, words: frozenset[str]) -> bool:
        """Whether unit ``at`` is one of ``words``."""
        return at < len(line.units) and line.units[at].word in words

    def after(self, scene: Scene, at: int, words: frozenset[str]) -> list[Holder]:
        """Who stands behind unit ``at``, where this is one of ``words``."""
        units = scene.line.units
        at += at < len(units) and units[at].code == "”"
        if at < len(units) and units[at].word in words:
            found = self.forces.behind(scene, at + 1)
            return [found] if found else []
        return []

    def owner_at(self, line: Line, at: int) -> int | None:
        """The unit that owns the noun at unit ``at``."""
        for index in range(at - 1, max(-1, at - 4), -1):
            unit = line.units[index]
            if unit.code == POSSESSIVE:
                return index - 1 if index else None
            if unit.code in "V,.;:DN" or unit.word in self._prepositions:
                return None
        return None

    def owner(self, scene: Scene, at: int) -> list[Holder]:
        """Whose it is: "Russia's capture", "Russian occupation", "its hold"."""
        line = scene.line
        owner = self.owner_at(line, at)
        if owner is None:
            for index in range(at - 1, max(-1, at - 3), -1):
                unit = line.units[index]
                own = unit.code in "FAE" or (unit.code == "C" and is_adjective(unit))
                if own or unit.code == "R":
                    owner = index
                    break
                if unit.code in "V,.;:D" or unit.word in self._prepositions:
                    break
        if owner is None:
            return []
        found = self.forces.at(scene, owner, None)
        return [found] if found is not None else []

    @staticmethod
    def clause_at(scene: Scene, at: int) -> Clause | None:
        """The clause in whose stretch unit ``at`` stands behind the verb."""
        found = None
        for clause in scene.clauses:
            if clause.verb < at < clause.end:
                found = clause
        return found

    def held_before(
        self, line: Line, before: int, clause: Clause | None
    ) -> tuple[list[Ground], Clause | None]:
        """The ground of which it is said, and the clause that says it."""
        unit = line.units[before]
        if clause is not None and clause.verb == before:
            subject = clause.subject
            found = self.grounds.before(line, subject, before) if subject is not None else []
            return found, clause
        if clause is not None and not self._being.isdisjoint(clause.group.lemmas):
            phrase_starts = before - clause.verb <= NEAR and clause.subject is not None
            if phrase_starts and clause.subject is not None:
                grounds = self.grounds.before(line, clause.subject, clause.verb)
                between = line.units[clause.verb + 1 : before + 1]
                among = any(each.word in self._among for each in between)
                near = any(each.sure for each in self.grounds.at(line, before))
                if grounds and (unit.code in "PG" or among or not near):
                    return grounds, clause
        grounds = self.grounds.at(line, before)
        within = clause is not None and before - clause.verb <= NEAR
        first = min((each.first for each in grounds), default=before)
        sent = line.units[first - 1].word in self._prepositions  # "moved them to camps under it"
        return grounds, clause if within and not sent else None

    def described(self, line: Line, at: int) -> int:
        """The noun that "that is" is said of: "an area west of Goma that is now under its rule"."""
        if at < 1 or line.units[at].word not in self._that_is:
            return at
        at = self.skip_back(line, at - 1)
        while at > 1 and line.units[at - 1].word in self._where:
            at = self.skip_back(line, at - 2)
        return at

    def skip_back(self, line: Line, before: int) -> int:
        """The unit before adverbs, dates and commas."""
        while before > 0 and (
            line.units[before].word in self._adverbs
            or line.units[before].word.endswith(self._endings)
            or line.units[before].code in ",D“"
        ):
            before -= 1
        return before
