"""Claims by a verb of movement: whoever goes, is driven or is sent somewhere, or from there."""

from __future__ import annotations

from dataclasses import replace

from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line, Unit
from ..meaning.scene import Scene
from .claim import Claim
from .force import ARMED, POWER, Holder
from .ground import IMPLIED, SURE, Ground
from .lexicon import Meaning
from .roles import RoleReader

__all__ = ["MovementReader"]


class MovementReader:
    """Reads the claims of clauses in which a force moves, or fights for some ground."""

    def __init__(self, grammar: Grammar, roles: RoleReader) -> None:
        g = grammar
        self._roles = roles
        self._grounds, self._forces = roles.grounds, roles.forces
        self._some = g.words("some")
        self._by = g.words("agents")
        self._out = g.words("ways_out")
        self._placed = g.words("ways_placed")
        self._within = g.words("dating_places")
        self._adverbs = g.words("adverbs") | g.words("degrees")
        self._particles = (
            g.words("particles") | g.words("verb_particles")
            | g.words("directions") | g.words("ways_made")
        )  # fmt: skip
        self._ways = {
            "leaving": self._out, "entering": g.words("ways_in"), "nearing": g.words("ways_near"),
            "contesting": g.words("contested_by"),
        }  # fmt: skip

    def read(self, meaning: Meaning, clause: Clause, scene: Scene, start: int) -> Claim | None:
        """What a verb claims whose words end before unit ``start``."""
        match meaning.role:
            case "driving":
                return self._driven(meaning, clause, scene, start)
            case "sending" | "placing":
                return self._sent(meaning, clause, scene, start)
        return self._moving(meaning, clause, scene, start, self._ways[meaning.role])

    def _driven(self, meaning: Meaning, clause: Clause, scene: Scene, start: int) -> Claim | None:
        """Ground from which its holder is driven."""
        line, group = scene.line, clause.group
        way = self._roles.preposition(line, start, clause.end, self._out)
        grounds = self._grounds.behind(line, way + 1) if way is not None else []
        if not grounds and group.voice == "passive":
            grounds = self._direction(line, start, clause)
        if not grounds and way is None and self._is_driven_out(meaning, line, start):
            grounds = [_implied(line, clause)]
        if not grounds:
            return None
        if group.voice == "passive" or (group.voice == "bare" and way == start):
            driven = clause.beside if group.voice == "bare" else clause.subject
            holder = self._forces.at(scene, driven, None) if driven is not None else None
            losers = self._roles.agent(clause, scene, start, self._by)
        else:
            holder = self._forces.behind(scene, start)
            losers = self._roles.subject(clause, scene)
        return (
            Claim(meaning, clause.verb, grounds, [holder], losers, clause, owned=True)
            if holder is not None
            else None
        )

    def _is_driven_out(self, meaning: Meaning, line: Line, start: int) -> bool:
        """Whether only a pronoun and a particle follow: "drove them out", "were pushed back"."""
        at = start + (start < len(line.units) and line.units[start].code == "R")
        if not meaning.particle or line.units[at - 1].word != meaning.particle[-1]:
            if not self._roles.is_word(line, at, self._particles):
                return False
            at += 1
        while at < len(line.units) and line.units[at].word in self._adverbs:
            at += 1
        return self._roles.is_word(line, at, self._by) or self._roles.is_ended(line, at)

    def _sent(self, meaning: Meaning, clause: Clause, scene: Scene, start: int) -> Claim | None:
        """Ground from which somebody takes a force of theirs, or into which they send one."""
        line = scene.line
        ways = self._out if meaning.role == "sending" else self._placed
        way = self._roles.preposition(line, start, clause.end, ways)
        passive = clause.group.voice == "passive"
        acting = self._roles.subject(clause, scene)
        behind = start + self._roles.is_word(line, start, self._particles)  # "pulled out troops"
        sent = next(iter(acting), None) if passive else self._forces.behind(scene, behind)
        if sent is None or sent.sure < POWER:
            return None
        grounds = self._grounds.behind(line, way + 1) if way is not None else []
        if meaning.role == "sending" and self._is_part(line, sent):
            return None
        end = start if passive else sent.last + 1
        stated = way is None and clause.group.form == "finite"
        armed = sent.sure >= ARMED  # but not "removed the regime"
        if stated and armed and self._is_taken_away(meaning, line, end):
            grounds = [replace(_implied(line, clause), last=sent.last)]
        holders = acting or [sent]
        holders = [replace(each, sure=max(each.sure, sent.sure)) for each in holders]
        if not grounds:
            return None
        return Claim(meaning, clause.verb, grounds, holders, (), clause, owned=True)

    def _is_taken_away(self, meaning: Meaning, line: Line, at: int) -> bool:
        """Whether only when and how follow a force: "withdrew its troops (back) in May"."""
        while meaning.role == "sending" and self._roles.is_word(line, at, self._particles):
            at += 1
        return meaning.role == "sending" and self._roles.is_ended(line, at)

    def _is_part(self, line: Line, sent: Holder) -> bool:
        """Whether only some of a force are moved: "withdrew one brigade from the town"."""
        before = line.units[max(0, sent.first - 1) : sent.first]
        opening = [*before, *next(iter(sent.unit.members)).walk()]
        return any(part.code == "N" or part.word in self._some for part in opening)

    def _moving(
        self, meaning: Meaning, clause: Clause, scene: Scene, start: int, ways: frozenset[str]
    ) -> Claim | None:
        """Ground that its holder leaves, enters, comes near to or fights for."""
        line = scene.line
        way = self._roles.preposition(line, start, clause.end, ways)
        if way is None or clause.group.voice == "passive":
            return self._losing(meaning, clause, scene, start)
        if meaning.role != "contesting" and self._roles.acts_on(line, start, way):
            return None
        held = self._roles.behind_holding(line, way) if meaning.role == "contesting" else way
        if held != way:  # "fighting for control of Toretsk"
            meaning, way = replace(meaning, strength=""), held
        grounds = self._grounds.behind(line, way + 1)
        holders = self._roles.subject(clause, scene)
        # "Fighting for it went on", "is hard pressed after losing ground in the north".
        nobody = meaning.role == "contesting" and clause.subject is None
        nobody = nobody or (bool(meaning.particle) and clause.group.form == "gerund")
        if not grounds or not (holders or nobody):
            return None
        return Claim(meaning, clause.verb, grounds, holders, (), clause, owned=not nobody)

    def _losing(self, meaning: Meaning, clause: Clause, scene: Scene, start: int) -> Claim | None:
        """A part of the land in which its holder gives way: "retreated in the north"."""
        line = scene.line
        if clause.group.voice == "passive":
            return None
        moved = meaning.role == "nearing" and bool(meaning.particle)  # "is gaining ground"
        into = meaning.role == "entering" and self._roles.is_word(line, start, self._within)
        if (into and self._roles.is_ended(line, start + 1)) or (
            (moved or meaning.role == "leaving") and self._roles.is_ended(line, start)
        ):
            grounds = [_implied(line, clause)]
        elif meaning.role == "leaving":
            grounds = self._direction(line, start, clause)
        else:
            return None
        holders = self._roles.subject(clause, scene) if grounds else []
        if not holders:
            return None
        return Claim(meaning, clause.verb, grounds, holders, (), clause, owned=True)

    def _direction(self, line: Line, start: int, clause: Clause) -> list[Ground]:
        way = self._roles.preposition(line, start, clause.end, self._within)
        if way is None or self._roles.acts_on(line, start, way):
            return []
        grounds = self._grounds.behind(line, way + 1)
        return [each for each in grounds if self._grounds.is_direction(each)]


def _implied(line: Line, clause: Clause) -> Ground:
    """The ground that the verb of a clause leaves unsaid."""
    verb = line.units[clause.verb]
    return Ground(Unit(IMPLIED, verb.start, verb.end), clause.verb, clause.verb, SURE)
