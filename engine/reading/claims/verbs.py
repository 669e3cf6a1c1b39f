"""Claims by a verb: what it does to some ground, or what is done there."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line
from ..meaning.scene import Scene
from .claim import Claim
from .ground import SURE, Ground
from .lexicon import Meaning
from .movements import MovementReader
from .roles import RoleReader

__all__ = ["VerbReader"]


class VerbReader:
    """Reads the claims of clauses."""

    def __init__(self, grammar: Grammar, roles: RoleReader) -> None:
        g = grammar
        self._roles = roles
        self._movements = MovementReader(grammar, roles)
        self._lexicon, self._grounds, self._forces = roles.lexicon, roles.grounds, roles.forces
        self._by = g.words("agents")
        self._to = g.words("to")
        self._out = g.words("ways_out")
        self._in = g.words("ways_in")
        self._resulting = g.words("resulting")
        self._left = g.words("left_so")
        self._so = g.words("left_how")
        self._inward = g.words("passed_into")
        self._for = g.words("contested_by")
        self._between = g.words("between")
        self._relatives = g.words("relatives")
        self._ventures = g.words("military_ventures")
        self._joining = g.words("joining")
        self._means = g.words("means")
        self._posts = g.words("posts_held")
        self._whose = g.words("possessives") | g.words("articles")
        self._preventing = g.words("preventing")
        self._where = g.words("ways_in_place")
        self._nobody = g.words("nobody")
        self._particles = g.words("particles") | g.words("postures")
        deeds = roles.lexicon.claims.deeds
        self._deeds = {choice: g.words(name) for choice, name in deeds.items()}
        self._adverbs = g.words("adverbs") | g.words("degrees")

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
                    yield from self._gapped(claim, scene)

    def _gapped(self, claim: Claim, scene: Scene) -> Iterator[Claim]:
        """The same of others whose verb is left out: "took the port, and the rebels the fort"."""
        units, clause = scene.line.units, claim.clause
        if clause is None or clause.group.form != "finite" or clause.group.voice == "passive":
            return
        at = claim.last(claim.grounds[-1]) + 1
        while at < clause.end and claim.holders and claim.meaning.role == "object":
            first = at + (units[at].code == ",")
            first += first < clause.end and units[first].word in self._joining
            acting = first + (first < clause.end and units[first].word in self._whose)
            if first == at or acting >= clause.end or units[acting].code not in "FACE":
                return
            holder = self._forces.at(scene, acting, None)
            grounds = self._grounds.behind(scene.line, acting + 1) if holder is not None else []
            if holder is None or not grounds or grounds[-1].last + 1 == clause.end < len(units):
                return
            yield Claim(claim.meaning, acting, grounds, [holder], (), clause)
            at = grounds[-1].last + 1

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
            case "present":
                return self._there(meaning, clause, scene, start)
            case "being":
                return self._belonging(meaning, clause, scene, start)
        return self._movements.read(meaning, clause, scene, start)

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
        opening = line.units[start : start + 1]
        said = {part.word for unit in opening for part in (unit, *unit.parts[:1])}
        if not (meaning.particle or said.isdisjoint(self._particles)):
            return None  # "the garrison held out", "took up positions"
        if group.voice == "passive":
            acted_on = clause.beside if clause.subject is None else clause.subject
            return self._undergone(meaning, clause, scene, acted_on, start)
        tried = self._roles.is_attempt(clause, scene)  # "efforts to retake the fort have stalled"
        behind = self._grounds.behind(line, start) if tried else self._grounds.acted_on(line, start)
        if behind and self._is_made(clause, line, behind[-1]):
            return None
        bare = not behind and not self._grounds.begins(line, start)
        found = self._described_by(meaning, clause, scene) if bare else None
        if found is not None:
            return found
        if group.voice == "bare" and bare:
            acted_on = clause.subject if clause.shared else clause.beside
            if acted_on is None and self._roles.is_word(line, start, self._by):
                aside = line.codes[clause.verb - 1 : clause.verb] == "–"  # "the port – now held by"
                # else "was burned down and taken by the rebels"
                acted_on = clause.verb - 2 if aside and clause.verb > 1 else clause.subject
            pronoun = acted_on is not None and line.units[acted_on].code == "R"
            if pronoun and not clause.shared and not self._roles.is_word(line, start, self._by):
                return None  # "the tanker it seized"
            claims = any(_is_infinitive(other, clause) for other in scene.clauses)
            # "Territory that they claim to have annexed" is not said to be claimed.
            return None if claims else self._undergone(meaning, clause, scene, acted_on, start)
        return self._acting_on(meaning, clause, scene, behind, start)

    def _acting_on(
        self, meaning: Meaning, clause: Clause, scene: Scene, behind: list[Ground], start: int
    ) -> Claim | None:
        """The ground behind a verb, and who acts on it."""
        holders = self._roles.subject(clause, scene)
        losers = self._roles.agent(clause, scene, start, self._out | self._to) if behind else []
        if self._is_venture(clause, scene.line) and any(each.sure >= SURE for each in behind):
            return Claim(meaning, clause.verb, behind, (), losers, clause)
        hanging = clause.subject is None and clause.group.form != "finite"
        hanging = hanging or self._roles.is_attempt(clause, scene)
        if any(each.unit.code == "H" for each in holders) and all(
            each.unit.word in self._posts for each in behind
        ):
            return None  # "Richard Hall, who held senior positions"
        if behind and (holders or hanging or clause.group.form == "gerund"):
            return Claim(meaning, clause.verb, behind, holders, losers, clause)
        return None

    def _described_by(self, meaning: Meaning, clause: Clause, scene: Scene) -> Claim | None:
        """The ground that a clause describes, or one that says what somebody claims of it."""
        line = scene.line
        acting = scene.clauses[clause.parent] if clause.parent is not None else clause
        if acting.relative is None or not _is_infinitive(clause, acting):
            acting = clause  # else "the land that they claim to have taken"
        described = self._described(acting, scene)
        claims = any(_is_infinitive(other, clause) for other in scene.clauses)
        if described is None or meaning.strength == "army" or claims:
            return None
        grounds, holders = self._grounds.at(line, described), self._roles.subject(acting, scene)
        said = line.units[described + 1].code != "R" and described + 1 != acting.subject
        if not grounds or not holders or not (said or grounds[0].unit.code != "X"):
            return None
        return Claim(meaning, clause.verb, grounds, holders, (), clause)

    def _is_venture(self, clause: Clause, line: Line) -> bool:
        """Whether what acts is what somebody does: "the offensive took three villages"."""
        subject = line.units[clause.subject].word if clause.subject is not None else ""
        return subject in self._ventures and clause.group.form == "finite"

    def _described(self, clause: Clause, scene: Scene) -> int | None:
        """The head that a clause describes as what it acts on: "Darrow, which the army holds".

        A verb that is joined to it describes the same: "… seized in May and held until June".
        """
        line, parent = scene.line, clause.parent
        if clause.carried and clause.relative is None and parent is not None:
            joint = line.units[clause.verb - 1].word in self._joining
            return self._described(scene.clauses[parent], scene) if joint else None
        if clause.relative is not None or clause.subject is None or clause.carried:
            return clause.relative
        pronoun = line.units[clause.subject].code == "R"
        first = clause.subject if pronoun else self._grounds.first_of(line, clause.subject)
        at = first - 1
        if at < 1 or line.units[at].word not in self._relatives:
            return at if pronoun and at > 0 and self._grounds.is_noun(line.units[at]) else None
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
        if behind.word in self._to and ground.unit.code == "R":
            return True  # "rips it out of the water and takes it to China"
        if self._left.isdisjoint(lemmas):
            return False
        if behind.word in self._so and not (more is not None and more.code == "D"):
            return True  # "leaving the army in control of the town"
        hanging = behind.code == "V" and getattr(behind.detail, "form", "") != "infinitive"
        return hanging or behind.code == "w"

    def _undergone(
        self, meaning: Meaning, clause: Clause, scene: Scene, acted_on: int | None, start: int
    ) -> Claim | None:
        """The ground before a passive, or before a participle that hangs on it."""
        if acted_on is None or acted_on >= clause.verb or self._is_deed(meaning, clause, scene):
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
        way = self._roles.preposition(scene.line, start, clause.end, self._by)
        if not agent and way == start and not self._is_by_means(scene.line, way):
            return None  # "a state ruled by strict law"
        if not agent and not self._left.isdisjoint(clause.group.lemmas):
            return None  # "the country was left with two enclaves"
        losers = self._roles.agent(clause, scene, start, self._out | self._to)
        return Claim(meaning, clause.verb, grounds, agent, losers, clause)

    def _is_by_means(self, line: Line, way: int) -> bool:
        """Whether it is said how it was done or by when: "was taken by force", "by Monday"."""
        behind = line.units[way + 1 : way + 2]
        return bool(behind) and (behind[0].code in "DTVX" or behind[0].word in self._means)

    def _is_deed(self, meaning: Meaning, clause: Clause, scene: Scene) -> bool:
        """Whether it is what somebody did, and not where: "a blast in Oro was claimed by them"."""
        deeds = self._deeds.get(meaning.choice)
        before = scene.line.units[: clause.verb]
        return deeds is not None and any(unit.word in deeds for unit in before)

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
        if not grounds or grounds[0].unit.code not in "PCGR":
            return None  # "Hall returned to Spain"
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


def _is_infinitive(clause: Clause, parent: Clause) -> bool:
    """Whether ``clause`` is what somebody is to do, or says to have done, by ``parent``."""
    return clause.group.form == "infinitive" and clause.verb == parent.verb + 1


def _particle_follows(line: Line, clause: Clause, word: str) -> bool:
    """Whether a particle stands behind what the verb acts on: "took the town back"."""
    for unit in line.units[clause.verb + 1 : min(clause.end, clause.verb + 6)]:
        if unit.word == word:
            return True
        if unit.code in ",.;:":
            return False
    return False
