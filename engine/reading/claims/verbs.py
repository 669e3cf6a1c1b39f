"""Claims by a verb: what it does to some ground, or what is done there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line, Unit
from ..meaning.scene import Scene
from .claim import Claim
from .force import POWER, Holder
from .ground import IMPLIED, SURE, Ground
from .lexicon import Meaning
from .roles import RoleReader

__all__ = ["VerbReader"]


class VerbReader:
    """Reads the claims of clauses."""

    def __init__(self, grammar: Grammar, roles: RoleReader) -> None:
        g = grammar
        self._roles = roles
        self._lexicon, self._grounds, self._forces = roles.lexicon, roles.grounds, roles.forces
        self._some = g.words("some")
        self._by = g.words("agents")
        self._to = g.words("to")
        self._out = g.words("ways_out")
        self._in = g.words("ways_in")
        self._placed = g.words("ways_placed")
        self._near = g.words("ways_near")
        self._resulting = g.words("resulting")
        self._left = g.words("left_so")
        self._inward = g.words("passed_into")
        self._for = g.words("contested_by")
        self._between = g.words("between")
        self._relatives = g.words("relatives")
        self._whose = g.words("possessives") | g.words("articles")
        self._preventing = g.words("preventing")
        self._within = g.words("dating_places")
        self._where = g.words("ways_in_place")
        self._nobody = g.words("nobody")
        self._adverbs = g.words("adverbs") | g.words("degrees")
        self._particles = g.words("particles") | g.words("directions") | g.words("ways_made")

    def read(self, scene: Scene) -> Iterator[Claim]:
        """What every clause may claim, what its words most likely say first."""
        for clause in scene.clauses:
            meanings = self._lexicon.of_verbs(clause.group.lemmas)
            for meaning in meanings:
                if meaning.role == "keeping":
                    continue
                claim = self._claim(meaning, clause, scene)
                if claim is not None and not self._is_prevented(clause, scene):
                    yield claim

    def _is_prevented(self, clause: Clause, scene: Scene) -> bool:
        """Whether somebody keeps it from being so: "kept the tanks from entering the town"."""
        before = scene.line.units[clause.verb - 1] if clause.verb else None
        if clause.group.form != "gerund" or before is None or before.word not in self._out:
            return False
        parent = scene.clauses[clause.parent] if clause.parent is not None else None
        return parent is not None and not self._preventing.isdisjoint(parent.group.lemmas)

    def _claim(self, meaning: Meaning, clause: Clause, scene: Scene) -> Claim | None:
        start = self._behind_particle(meaning, clause, scene.line)
        if start is None:
            return None
        match meaning.role:
            case "object":
                return self._acted_on(meaning, clause, scene, start)
            case "subject":
                return self._by_itself(meaning, clause, scene, start)
            case "to" | "between":
                return self._passed(meaning, clause, scene, start)
            case "driving":
                return self._driven(meaning, clause, scene, start)
            case "sending" | "placing":
                return self._sent(meaning, clause, scene, start)
            case "present":
                return self._there(meaning, clause, scene, start)
            case "being":
                return self._belonging(meaning, clause, scene, start)
        ways = {
            "leaving": self._out, "entering": self._in, "nearing": self._near,
            "contesting": self._for,
        }[meaning.role]  # fmt: skip
        return self._moving(meaning, clause, scene, start, ways)

    def _behind_particle(self, meaning: Meaning, clause: Clause, line: Line) -> int | None:
        """The unit behind a verb and its particle; ``None`` where it has another."""
        at = clause.verb + 1
        words = " ".join(meaning.particle)
        if not words:
            return at
        said = ""
        for unit in line.units[at : at + 4]:
            if unit.code in "V,.;:" or not unit.word:
                break
            if unit.word not in self._whose:  # "raised (their) flag over"
                said = f"{said} {unit.word}".strip()
            at += 1
            if said == words:
                return at
        return (
            None
            if len(meaning.particle) > 1
            else clause.verb + 1
            if (_particle_follows(line, clause, words))
            else None
        )

    # -- by role ----------------------------------------------------------------------------

    def _acted_on(self, meaning: Meaning, clause: Clause, scene: Scene, start: int) -> Claim | None:
        line, group = scene.line, clause.group
        if group.voice == "passive":
            return self._undergone(meaning, clause, scene, clause.subject, start)
        behind = self._grounds.acted_on(line, start)
        if behind and self._is_made(clause, line, behind[-1]):
            return None
        holders = self._roles.subject(clause, scene)
        losers = self._roles.agent(clause, scene, start, self._out | self._to) if behind else []
        if behind and (holders or clause.subject is not None or group.form != "finite"):
            if clause.subject is None or holders or group.form == "gerund":
                return Claim(meaning, clause.verb, behind, holders, losers, clause)
            return None
        bare = not self._grounds.begins(line, start)
        described = self._described(clause, line) if bare else None
        if described is not None and meaning.strength != "army":
            grounds = self._grounds.at(line, described)
            if grounds and holders:
                return Claim(meaning, clause.verb, grounds, holders, losers, clause)
        if group.voice == "bare" and bare:
            acted_on = clause.subject if clause.shared else clause.beside
            return self._undergone(meaning, clause, scene, acted_on, start)
        return None

    def _described(self, clause: Clause, line: Line) -> int | None:
        """The head that a clause describes as what it acts on: "Darrow, which the army holds"."""
        if clause.relative is not None or clause.subject is None or clause.carried:
            return clause.relative
        at = self._grounds.first_of(line, clause.subject) - 1
        if at < 1 or line.units[at].word not in self._relatives:
            return None
        at -= 1
        while at and line.units[at].code in ",R":
            at -= 1
        return at

    def _is_made(self, clause: Clause, line: Line, ground: Ground) -> bool:
        """Whether it is said how some ground is left: "left the city encircled"."""
        behind, more = (*line.units[ground.last + 1 : ground.last + 3], None, None)[:2]
        lemmas = clause.group.lemmas
        if behind is None or self._resulting.isdisjoint(lemmas):
            return False
        if behind.word in self._inward or (behind.word in self._out and more and more.code == "V"):
            return True  # "took the country into the war", "kept Ukraine from joining"
        if self._left.isdisjoint(lemmas):
            return False
        hanging = behind.code == "V" and getattr(behind.detail, "form", "") != "infinitive"
        return hanging or behind.code == "w"

    def _undergone(
        self, meaning: Meaning, clause: Clause, scene: Scene, acted_on: int | None, start: int
    ) -> Claim | None:
        """The ground before a passive, or before a participle that hangs on it."""
        if acted_on is None or acted_on >= clause.verb:
            return None
        grounds = self._grounds.before(scene.line, acted_on, clause.verb)
        if clause.beside is not None and clause.beside != acted_on:
            nearer = self._grounds.at(scene.line, clause.beside)
            if nearer and (not grounds or nearer[0].sure > grounds[0].sure):
                grounds = nearer
        if not grounds:
            return None
        grounds = [*grounds, *self._grounds.joined(scene.line, start)]
        agent = self._roles.agent(clause, scene, start, self._by)
        losers = self._roles.agent(clause, scene, start, self._out | self._to)
        return Claim(meaning, clause.verb, grounds, agent, losers, clause)

    def _by_itself(
        self, meaning: Meaning, clause: Clause, scene: Scene, start: int
    ) -> Claim | None:
        """Ground that fell, and to nothing else: "the town fell", but not "fell by a third"."""
        if clause.subject is None or clause.group.voice == "passive":
            return None
        ended = bool(meaning.particle) or self._roles.is_ended(scene.line, start)
        grounds = self._grounds.before(scene.line, clause.subject, clause.verb) if ended else []
        return Claim(meaning, clause.verb, grounds, (), (), clause) if grounds else None

    def _passed(self, meaning: Meaning, clause: Clause, scene: Scene, start: int) -> Claim | None:
        """Ground that falls to somebody, or is divided between them."""
        words = self._to if meaning.role == "to" else self._between
        if meaning.particle:  # "belongs to", "remains with"
            return self._passed_to(meaning, clause, scene, start)
        subject = clause.beside if clause.group.voice == "bare" else clause.subject
        subject = clause.subject if subject is None or meaning.role == "to" else subject
        if subject is None or subject >= clause.verb:
            return None
        way = self._roles.preposition(scene.line, start, clause.end, words)
        if way is None or self._roles.acts_on(scene.line, start, way):
            return None  # "surrendered the base to the rebels"
        holders = self._roles.agent(clause, scene, start, words)
        grounds = self._grounds.before(scene.line, subject, clause.verb) if holders else []
        return Claim(meaning, clause.verb, grounds, holders, (), clause) if grounds else None

    def _passed_to(
        self, meaning: Meaning, clause: Clause, scene: Scene, start: int
    ) -> Claim | None:
        """Ground that is somebody's by a verb with its preposition: "belongs to the rebels"."""
        found = self._forces.behind(scene, start)
        if found is None or clause.subject is None or clause.subject >= clause.verb:
            return None
        grounds = self._grounds.before(scene.line, clause.subject, clause.verb)
        if not grounds:
            return None
        return Claim(meaning, clause.verb, grounds, [found], (), clause, owned=True)

    def _there(self, meaning: Meaning, clause: Clause, scene: Scene, start: int) -> Claim | None:
        """Ground in which its holder is: "troops stationed in the town"."""
        line, group = scene.line, clause.group
        way = self._roles.preposition(line, start, clause.end, self._where)
        if way is None or self._roles.acts_on(line, start, way):
            return None
        grounds = self._grounds.behind(line, way + 1)
        hanging = group.voice == "bare" and clause.beside is not None and not clause.shared
        if hanging and clause.beside is not None:
            found = self._forces.at(scene, clause.beside, None)
            holders = [found] if found is not None else []
        else:
            holders = self._roles.subject(clause, scene)
        subject = line.units[clause.subject] if clause.subject is not None else None
        said = line.text[subject.start : subject.end].lower() if subject is not None else ""
        nobody = said in self._nobody
        if not grounds or not (holders or nobody):
            return None
        return Claim(
            meaning, clause.verb, grounds, [] if nobody else holders, (), clause, owned=not nobody
        )

    def _belonging(
        self, meaning: Meaning, clause: Clause, scene: Scene, start: int
    ) -> Claim | None:
        """Ground of which it is said whose it is: "the town stays Russian", "rebel territory"."""
        line, at = scene.line, start
        while at < len(line.units) and line.units[at].word in self._adverbs:
            at += 1
        if clause.subject is None or clause.subject >= clause.verb or at >= len(line.units):
            return None
        holder = self._forces.owning(scene, at)
        grounds = self._grounds.before(line, clause.subject, clause.verb) if holder else []
        if holder is None or not grounds:
            return None
        return Claim(meaning, clause.verb, grounds, [holder], (), clause, owned=True)

    def _driven(self, meaning: Meaning, clause: Clause, scene: Scene, start: int) -> Claim | None:
        """Ground from which its holder is driven."""
        line, group = scene.line, clause.group
        way = self._roles.preposition(line, start, clause.end, self._out)
        grounds = self._grounds.behind(line, way + 1) if way is not None else []
        if not grounds and group.voice == "passive":
            grounds = self._direction(line, start, clause)
        if not grounds and way is None and self._is_driven_out(line, start):
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

    def _is_driven_out(self, line: Line, start: int) -> bool:
        """Whether only a pronoun and a particle follow: "drove them out"."""
        at = start + (start < len(line.units) and line.units[start].code == "R")
        return self._roles.is_word(line, at, self._particles) and self._roles.is_ended(line, at + 1)

    def _sent(self, meaning: Meaning, clause: Clause, scene: Scene, start: int) -> Claim | None:
        """Ground from which somebody takes a force of theirs, or into which they send one."""
        line = scene.line
        ways = self._out if meaning.role == "sending" else self._placed
        way = self._roles.preposition(line, start, clause.end, ways)
        sent = self._forces.behind(scene, start)
        if way is None or sent is None or sent.sure < POWER:
            return None
        grounds = self._grounds.behind(line, way + 1)
        if meaning.role == "sending" and self._is_part(line, sent):
            return None
        holders = self._roles.subject(clause, scene) or [sent]
        holders = [replace(each, sure=max(each.sure, sent.sure)) for each in holders]
        if not grounds:
            return None
        return Claim(meaning, clause.verb, grounds, holders, (), clause, owned=True)

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
        nobody = (
            meaning.role == "contesting" and clause.subject is None
        )  # "fighting for it went on"
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


def _particle_follows(line: Line, clause: Clause, word: str) -> bool:
    """Whether a particle stands behind what the verb acts on: "took the town back"."""
    for unit in line.units[clause.verb + 1 : min(clause.end, clause.verb + 6)]:
        if unit.word == word:
            return True
        if unit.code in ",.;:":
            return False
    return False
