"""Claims by a noun for having some ground: "took control of", "in rebel hands"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import POSSESSIVE, Line
from ..meaning.naming import name_of
from ..meaning.scene import Scene
from .claim import Claim
from .force import BODY, POWER, Holder
from .ground import Ground
from .lexicon import Meaning
from .roles import NEAR, RoleReader

__all__ = ["HoldingReader"]


class HoldingReader:
    """Reads who has, takes or loses the control of some ground."""

    def __init__(self, grammar: Grammar, roles: RoleReader) -> None:
        g = grammar
        self._roles = roles
        self._lexicon, self._grounds, self._forces = roles.lexicon, roles.grounds, roles.forces
        self._of = frozenset(["of"])
        self._to = g.words("to")
        self._out = g.words("ways_out")
        self._over = g.words("held_over")
        self._subjecting = g.words("subject_to")
        self._in = g.words("handed")
        self._beyond = g.words("held_beyond")
        self._hands = g.words("hands")
        self._inward = g.words("passed_into")
        self._held_in = g.words("held_in")
        self._prepositions = g.words("prepositions")
        self._negations = g.words("negations")
        self._leading = self._subjecting | self._beyond | self._in | self._to | self._out

    def read(self, scene: Scene, at: int) -> Claim | None:
        """Who has, takes or loses "control" of ground, or whose "hands" it is in."""
        line = scene.line
        way = self._preposition_before(line, at)
        word = line.units[way].word if way is not None else ""
        hands = line.units[at].word in self._hands
        passive = word in self._subjecting or word in self._beyond or word in self._to
        passive = passive or word in self._inward
        if hands and way is not None and word in self._out:
            clause = self._roles.clause_at(scene, way)
            lost = self._lexicon.of_verbs(clause.group.lemmas) if clause is not None else []
            passive = word in self._beyond or self._loses(lost)
        theirs = way is not None and word in self._in and bool(self._between(scene, way, at))
        if way is not None and (passive or (hands and word in self._in) or theirs):
            return self._under_somebody(scene, way, at)
        behind = at + 1 + (line.codes[at + 1 : at + 2] == "”")  # "full control" of it
        over = self._over if hands else self._over | self._held_in
        if behind >= len(line.units):
            return None
        hedged = line.units[behind].parts and line.units[behind].parts[0].word in over
        if line.units[behind].word not in over and not hedged:
            return None
        grounds = self._grounds.behind(line, behind if hedged else behind + 1)
        if not grounds:
            return None
        clause = self._roles.clause_at(scene, at)
        held = Meaning(self._lexicon.claims.held, "keeping")
        if way is not None and word in self._in:
            holders = self._before(scene, way, clause)
            return Claim(held, at, grounds, holders, (), clause, owned=True) if holders else None
        if clause is not None and at - clause.verb <= NEAR and way is None:
            meanings = self._lexicon.of_verbs((*clause.group.lemmas, *clause.group.governors))
            keeping = next((each for each in meanings if each.role == "keeping"), None)
            if keeping is not None:
                holders = self._roles.subject(clause, scene)
                return Claim(keeping, at, grounds, holders, (), clause, owned=True)
        holders = self._roles.owner(scene, at)
        told = next((each for each in scene.clauses if each.subject == at), None)
        if told is not None and (passed := self._passed(scene, told, at, grounds)) is not None:
            return passed
        return (
            Claim(held, at, grounds, holders, (), None, owned=True, told=told) if holders else None
        )

    def _passed(
        self, scene: Scene, told: Clause, at: int, grounds: Sequence[Ground]
    ) -> Claim | None:
        """Ground whose control goes to somebody: "control of the border was restored to them"."""
        meanings = self._lexicon.of_verbs(told.group.lemmas)
        keeping = next((each for each in meanings if each.role == "keeping"), None)
        holders = self._roles.agent(told, scene, told.verb + 1, self._to)
        if keeping is None or not holders:
            return None
        if self._lexicon.is_loss(keeping.choice):  # "was handed to"
            keeping = Meaning(self._lexicon.claims.held, "keeping")
        return Claim(keeping, at, grounds, holders, (), told, owned=True)

    def _preposition_before(self, line: Line, at: int) -> int | None:
        for index in range(at - 1, max(-1, at - 1 - NEAR), -1):
            unit = line.units[index]
            if unit.word in self._leading:
                return index
            if unit.code in "V,.;:" or unit.word in self._prepositions:
                return None
        return None

    def _under_somebody(self, scene: Scene, way: int, at: int) -> Claim | None:
        """Ground that is under somebody's control, or in their hands."""
        line = scene.line
        holders = self._roles.after(scene, at + 1, self._of)
        holders = holders or self._between(scene, way, at)
        if not holders and line.units[at].code == "F":  # "the Kurdish administration"
            holders = [Holder(line.units[at], at, at, POWER)]
        clause = self._roles.clause_at(scene, way)
        if not holders and clause is not None and clause.group.voice != "passive":
            return self._brought(scene, clause, way, at)
        if not holders:
            return None
        undone = way > 0 and line.units[way - 1].word in self._negations  # "areas not under its"
        before = self._roles.described(line, self._roles.skip_back(line, way - 1 - undone))
        if before < 0:
            return None
        if clause is not None and before == clause.verb and clause.group.voice != "passive":
            brought = self._brought(scene, clause, way, at)
            if brought is not None:
                return brought  # "bringing under its control the hills"
        grounds, moved = self._roles.held_before(line, before, clause)
        held = Meaning(self._lexicon.claims.held, "keeping")
        lost = moved is not None and self._loses(self._lexicon.of_verbs(moved.group.lemmas))
        if undone or (line.units[way].word in self._beyond and not lost):
            held = Meaning(self._lexicon.unheld, "keeping")
        elif moved is not None:
            meanings = self._lexicon.of_verbs(moved.group.lemmas)
            held = next((m for m in meanings if m.role == "keeping"), held)
        return Claim(held, at, grounds, holders, (), moved, owned=True) if grounds else None

    def _loses(self, meanings: Sequence[Meaning]) -> bool:
        """Whether verbs of the holding itself are of losing it: "slipped from its grasp"."""
        return any(m.role == "keeping" and self._lexicon.is_loss(m.choice) for m in meanings)

    def _brought(self, scene: Scene, clause: Clause, way: int, at: int) -> Claim | None:
        """Ground that somebody brings under control, which is theirs where no other is named."""
        meanings = self._lexicon.of_verbs(clause.group.lemmas)
        keeping = next((each for each in meanings if each.role == "keeping"), None)
        start = at if way == clause.verb + 1 else clause.verb
        grounds = self._grounds.behind(scene.line, start + 1) if keeping else []
        holders = self._roles.subject(clause, scene)
        if keeping is None or not holders or not grounds:
            return None
        if start < at and grounds[-1].last >= way:
            return None
        return Claim(keeping, at, grounds, holders, (), clause, owned=True)

    def _between(self, scene: Scene, way: int, at: int) -> list[Holder]:
        """Whose control it is, between "under" and the noun."""
        line = scene.line
        for index in range(at - 1, way, -1):
            if line.units[index].code == POSSESSIVE:
                continue
            found = self._forces.at(scene, index, None)
            name = name_of(line.units[index])
            if found is None and line.units[index].code == "P" and name and name.place is None:
                return [Holder(line.units[index], index, index, BODY)]  # "in Orist hands"
            if found is not None and (found.sure > BODY or line.units[index].code in "FXAHR"):
                return [replace(found, sure=max(found.sure, BODY))]  # it is said to be theirs
        return []

    def _before(self, scene: Scene, way: int, clause: Clause | None) -> list[Holder]:
        """Who is in control: who stands before "in", or the subject of the clause."""
        if clause is not None and way - clause.verb <= 2:  # noqa: PLR2004
            return self._roles.subject(clause, scene)
        found = self._forces.at(scene, way - 1, None) if way else None
        return [found] if found is not None else []
