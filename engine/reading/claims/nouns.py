"""Claims by a noun or a participle: "the fall of the town", "rebel-held", "under its control"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..figures.words import figure_endings
from ..grammar.classes import Grammar
from ..grammar.line import POSSESSIVE, Line, Unit
from ..grammar.nouns import is_plural, singular
from ..meaning.naming import is_adjective, name_in
from ..meaning.scene import Scene
from .claim import Claim
from .force import ARMED, POWER, Holder
from .ground import IMPLIED, SURE, Ground
from .holding import HoldingReader
from .lexicon import Meaning
from .roles import NEAR, RoleReader

__all__ = ["NounReader"]


class NounReader:
    """Reads the claims that no verb makes."""

    def __init__(self, grammar: Grammar, roles: RoleReader) -> None:
        g = grammar
        self._roles = roles
        self._lexicon, self._grounds, self._forces = roles.lexicon, roles.grounds, roles.forces
        self._holding = HoldingReader(grammar, roles)
        self._of = frozenset(["of"])
        self._by = g.words("agents")
        self._to = g.words("to")
        self._out = g.words("ways_out")
        self._within = g.words("ways_within")
        self._for = g.words("contested_by")
        self._joining = g.words("joining")
        self._subjecting = g.words("subject_to")
        self._carrying_out = g.words("carrying_out")
        self._conceding = g.words("conceding")
        self._prepositions = g.words("prepositions")
        self._relatives = g.words("relatives")
        self._endings = figure_endings("adverb_endings")
        self._wishing = g.words("wishing") | g.words("preventing")
        self._newly = g.words("newcomers") | g.words("adverbs")
        self._former = g.words("formerly")
        self._its = g.words("things_owning")
        self._being = g.words("being_so")
        self._settled = g.words("settled_sorts")

    def read(self, scene: Scene) -> Iterator[Claim]:
        """The claims of the nouns and participles of a sentence."""
        units = scene.line.units
        for at, unit in enumerate(units):
            if unit.parts and unit.code in "PG":
                yield from self._inside(scene, at)
            if unit.code in "PG" or unit.word in self._lexicon.own:
                yield from self._owned(scene, at)
            if unit.code == "V" or not unit.word:
                continue
            if unit.parts and unit.parts[0].word in self._lexicon.sent:
                yield from self._sent(scene, at)
            if unit.word in self._lexicon.prepositions:
                yield from self._beneath(scene, at)
            described = unit.word in self._lexicon.modifiers
            if unit.word in self._lexicon.holding and not (described and units[at - 1].code == "-"):
                claim = self._holding.read(scene, at)
                if claim is not None:
                    yield claim
                else:
                    yield from self._by_noun(scene, at)
            elif described:
                yield from self._modified(scene, at)
            else:
                yield from self._by_noun(scene, at)

    def _by_noun(self, scene: Scene, at: int) -> Iterator[Claim]:
        """What the noun at unit ``at`` claims, in the first of its roles that fits."""
        meanings = self._lexicon.of_noun(scene.line.units[at].word)
        behind = scene.line.units[at + 1 : at + 2]
        compound = bool(behind) and behind[0].code == "w" and self._grounds.is_noun(behind[0])
        if not meanings or compound or self._is_sought(scene.line, at):
            return  # "an exit strategy"
        for meaning in meanings:
            claim = self._noun(meaning, scene, at)
            if claim is not None:
                yield claim
                return

    def _modified(self, scene: Scene, at: int) -> Iterator[Claim]:
        """Ground behind a participle: "rebel-held towns", "in occupied Melitopol"."""
        units = scene.line.units
        if at and units[at - 1].code == "-":
            yield from self._attribute(scene, at)
        elif not self._is_former(units[:at]):
            yield from self._described(scene, at)

    def _is_sought(self, line: Line, at: int) -> bool:
        """Whether it is what somebody asks for or makes way for: "a call for the withdrawal"."""
        for index in range(at - 1, max(-1, at - 4), -1):
            unit = line.units[index]
            lemmas = getattr(unit.detail, "lemmas", ())
            if unit.word in self._for or not self._wishing.isdisjoint(lemmas):
                return True
            if unit.code in "V,.;:" or unit.word in self._prepositions:
                return False
        return False

    # -- attributes -------------------------------------------------------------------------

    def _attribute(self, scene: Scene, at: int) -> Iterator[Claim]:
        """Ground behind "rebel-held"."""
        units, first = scene.line.units, at - 2
        if first < 0 or self._is_former(units[: first + 1]):
            return
        behind = self._behind_others(scene.line, at)
        close = self._grounds.close_behind(scene.line, behind)
        grounds = close or self._predicated(scene, first, at)
        holder = self._forces.at(scene, first, None)
        if not grounds or (holder is None and self._grounds.is_noun(units[first])):
            return
        meaning = self._lexicon.modifiers[units[at].word]
        yield Claim(meaning, at, grounds, [holder] if holder is not None else [])

    def _behind_others(self, line: Line, at: int) -> int:
        """The unit behind more participles: "rebel-held or contested", "-held and -run"."""
        units, end = line.units, at + 1
        while end + 1 < len(units) and units[end].word in self._joining:
            more = end + 1
            while more + 1 < len(units) and units[more + 1].code == "-":
                more += 2
            if units[more].word not in self._lexicon.modifiers:
                break
            end = more + 1
        return end

    def _predicated(self, scene: Scene, first: int, at: int) -> Sequence[Ground]:
        """The ground before "is rebel-held", where nothing is behind it."""
        clause = self._roles.clause_at(scene, first)
        if clause is None or clause.subject is None or not self._roles.is_ended(scene.line, at + 1):
            return []
        said = not self._being.isdisjoint(clause.group.lemmas) and not clause.group.negated
        return self._grounds.before(scene.line, clause.subject, clause.verb) if said else []

    def _described(self, scene: Scene, at: int) -> Iterator[Claim]:
        """A name behind the participle alone: "in occupied Melitopol"."""
        behind = scene.line.units[at + 1 : at + 2]
        if behind and behind[0].code in "PC" and not is_adjective(behind[0]):
            grounds = self._grounds.behind(scene.line, at + 1)
            yield Claim(self._lexicon.modifiers[scene.line.units[at].word], at, grounds)

    def _inside(self, scene: Scene, at: int) -> Iterator[Claim]:
        """Ground that says itself whose it is: "a rebel-held market town"."""
        unit = scene.line.units[at]
        parts = unit.parts
        for index, part in enumerate(parts):
            if part.word not in self._lexicon.modifiers:
                continue
            meaning = self._lexicon.modifiers[part.word]
            before = parts[index - 1] if index else None
            side = before is not None and before.code in "CE" and self._lexicon.is_hold(meaning)
            known = before is not None and before.code != "-" and self._grounds.is_noun(before)
            if known and not side:
                return  # "the column seized four villages"
            if not index and at and scene.line.units[at - 1].word in self._relatives:
                return  # "who held senior positions"
            if self._is_former((*scene.line.units[max(0, at - 2) : at], *parts[:index])):
                return
            holders = [Holder(before, at, at, POWER)] if before is not None and side else []
            if before is not None and before.code == "-" and index > 1:
                inner = parts[index - 2]
                if inner.code in "CAFEXHWQ":
                    holders = [Holder(inner, at, at, POWER)]
                elif not inner.word.endswith(self._endings) and inner.word not in self._newly:
                    return  # "self-ruled"
            for ground in self._grounds.at(scene.line, at):
                yield Claim(meaning, at, [ground], holders)
            return

    def _owned(self, scene: Scene, at: int) -> Iterator[Claim]:
        """Ground by a noun that says whose it is: "rebel territory", "Oro, a rebel stronghold"."""
        line = scene.line
        unit = line.units[at]
        parts = unit.parts or (unit,)
        own = self._lexicon.own
        head = next((i for i, part in enumerate(parts) if singular(part.word) in own), None)
        if head is None or self._is_former((*line.units[max(0, at - 2) : at], *parts[:head])):
            return
        outside = line.units[max(0, at - 1) : at]
        joined = not head and outside and not is_plural(outside[0].word)  # "a Hamas | bastion"
        whose = outside if joined else parts[:head]
        holder = self._forces.owner_among(scene, whose, at - 1 if joined else at)
        holders = [holder] if holder is not None else self._roles.after(scene, at + 1, self._of)
        if not holders or holders[0].sure < POWER or holders[0].unit.code not in "FAE":
            return
        name = name_in(holders[0].unit)
        if name is not None and name.sort in self._settled and not holders[0].unit.word:
            return  # "a Sunni stronghold" is where they live
        clause = self._roles.clause_at(scene, at)
        near = clause is not None and at - clause.verb <= NEAR
        said = near and clause is not None and not self._being.isdisjoint(clause.group.lemmas)
        grounds = self._grounds.at(line, at)
        if said and clause is not None and clause.subject is not None:
            grounds = self._grounds.before(line, clause.subject, clause.verb) or grounds
        meaning = own[singular(parts[head].word)]
        if grounds:
            yield Claim(meaning, at, grounds, holders, (), clause if said else None)

    def _is_former(self, before: tuple[Unit, ...]) -> bool:
        words = [unit.word for unit in before[-3:]]
        return not self._former.isdisjoint(words)

    def _sent(self, scene: Scene, at: int) -> Iterator[Claim]:
        """A force with what is done to it before its name: "by withdrawing British troops from"."""
        line = scene.line
        out = at + 1 < len(line.units) and line.units[at + 1].word in self._out
        grounds = self._grounds.behind(line, at + 2) if out else []
        holder = self._forces.at(scene, at, None) if grounds else None
        if holder is not None and holder.sure >= POWER:
            meaning = self._lexicon.sent[line.units[at].parts[0].word]
            yield Claim(meaning, at, grounds, [holder])

    # -- nouns ------------------------------------------------------------------------------

    def _noun(self, meaning: Meaning, scene: Scene, at: int) -> Claim | None:
        line = scene.line
        clause = self._roles.clause_at(scene, at)
        match meaning.role:
            case "of":
                return self._of_ground(meaning, scene, at)
            case "under":
                return self._under(meaning, scene, at)
            case "away" | "toward":
                way = self._way(line, at, self._out if meaning.role == "away" else self._to)
                grounds = self._grounds.behind(line, way + 1) if way else []
                holders = self._behind_of(scene, at, way) or self._roles.owner(scene, at)
                holders = holders or self._declaring(meaning, scene, at)
                if not grounds:
                    return self._taken_away(meaning, scene, at)
                return Claim(meaning, at, grounds, holders, (), None)
            case "over":
                way = self._way(line, at, self._for, going_on=True)
                held = self._roles.behind_holding(line, way) if way else None
                grounds = self._grounds.behind(line, held + 1) if held else []
                if held != way:  # "the battle for control of Hodeida"
                    meaning = replace(meaning, strength="")
                return Claim(meaning, at, grounds) if grounds else None
        way = self._way(line, at, self._within)
        grounds = self._grounds.behind(line, way + 1) if way else []
        holders = self._roles.owner(scene, at) if grounds else []
        if holders:
            return Claim(meaning, at, grounds, holders, (), None, owned=True)
        if not grounds or clause is None or at - clause.verb > NEAR:
            return None
        holders = self._roles.subject(clause, scene)
        return Claim(meaning, at, grounds, holders, (), clause, owned=True) if holders else None

    def _taken_away(self, meaning: Meaning, scene: Scene, at: int) -> Claim | None:
        """A force that is taken from ground that is not said: "the withdrawal of its troops"."""
        holders = self._roles.after(scene, at + 1, self._of)
        if meaning.role != "away" or not holders or holders[0].sure < ARMED:
            return None
        clause = self._roles.clause_at(scene, at)
        asked = clause is not None and not self._wishing.isdisjoint(clause.group.lemmas)
        owned = any(part.code in "CEAR" for part in holders[0].unit.walk())
        if asked or not owned:
            return None
        noun, last = scene.line.units[at], holders[0].last
        ground = Ground(Unit(IMPLIED, noun.start, noun.end), at, last, SURE)
        return Claim(meaning, at, [ground], holders)

    def _beneath(self, scene: Scene, at: int) -> Iterator[Claim]:
        """Ground that is under those who rule it: "areas under the rebels"."""
        line = scene.line
        holder = self._forces.behind(scene, at + 1)
        before = self._roles.skip_back(line, at - 1)
        if holder is None or holder.sure < POWER or holder.unit.code not in "FA" or before < 0:
            return
        behind = line.units[holder.last + 1 : holder.last + 2]
        if behind and (behind[0].code == POSSESSIVE or self._grounds.is_noun(behind[0])):
            return  # "under the army's guns"
        clause = self._roles.clause_at(scene, at)
        grounds, moved = self._roles.held_before(line, before, clause)
        being = moved is None or not self._being.isdisjoint(moved.group.lemmas)
        if grounds and being:
            meaning = self._lexicon.prepositions[line.units[at].word]
            yield Claim(meaning, at, grounds, [holder], (), moved, owned=True)

    def _under(self, meaning: Meaning, scene: Scene, at: int) -> Claim | None:
        """Ground that is said to be under something: "the town is under siege (by rebels)"."""
        line = scene.line
        if at < 2 or line.units[at - 1].word not in self._subjecting:  # noqa: PLR2004
            return None
        clause = self._roles.clause_at(scene, at - 1)
        grounds, moved = self._roles.held_before(line, self._roles.skip_back(line, at - 2), clause)
        holders = self._roles.after(scene, at + 1, self._by)
        return Claim(meaning, at, grounds, holders, (), moved) if grounds else None

    def _of_ground(self, meaning: Meaning, scene: Scene, at: int) -> Claim | None:
        """Ground behind a noun with "of", or before it as its owner."""
        line = scene.line
        way = self._way(line, at, self._of)
        if way is not None:
            grounds = self._grounds.behind(line, way + 1)
            if not grounds:
                return None
            end = max(each.last for each in grounds)
            holders = self._roles.after(scene, end + 1, self._by | self._to)
            holders = holders or self._roles.owner(scene, at) or self._declaring(meaning, scene, at)
            return Claim(meaning, at, grounds, holders, (), None)
        for its in range(max(0, at - 2), at):
            if line.units[its].word in self._its:
                return self._of_it(meaning, scene, its, at)
        owner = self._roles.owner_at(line, at)
        if owner is None or line.units[owner].code not in "PGX":
            return None
        grounds = self._grounds.at(line, owner)
        return (
            Claim(meaning, at, grounds, self._roles.after(scene, at + 1, self._to))
            if grounds
            else None
        )

    def _of_it(self, meaning: Meaning, scene: Scene, its: int, at: int) -> Claim | None:
        """The ground named before, which "its" is of: "Oro fled within a week of its capture"."""
        line = scene.line
        unit, before = line.units[its], line.units[:its]
        agent = self._roles.after(scene, at + 1, self._by | self._to)
        named = any(each.code in "PC" and not is_adjective(each) for each in before)
        theirs = any(each.code in "FA" for each in before) or self._lexicon.is_loss(meaning.choice)
        if not named or (theirs and not agent):
            return None
        ground = Ground(Unit("R", unit.start, unit.end, unit.word), its, its, SURE)
        return Claim(meaning, at, [ground], agent)

    def _declaring(self, meaning: Meaning, scene: Scene, at: int) -> list[Holder]:
        """Who does it by saying so: "the president announced the annexation of four regions"."""
        clause = self._roles.clause_at(scene, at)
        if clause is None or at - clause.verb > NEAR:
            return []
        doing = self._carrying_out
        if self._lexicon.is_loss(meaning.choice):
            doing = doing | self._conceding
        if doing.isdisjoint(clause.group.lemmas) or clause.group.voice == "passive":
            return []
        return self._roles.subject(clause, scene)

    def _way(
        self, line: Line, at: int, words: frozenset[str], *, going_on: bool = False
    ) -> int | None:
        """The preposition of a noun, right behind it but for a date or whose it is.

        Args:
            line: the sentence.
            at: the noun.
            words: the prepositions.
            going_on: whether a verb may part the two: "fighting raged for the airport".
        """
        units = line.units
        for index in range(at + 1, min(at + 1 + NEAR, len(units))):
            if units[index].word in words:
                return index
            if index == at + 1 and units[index].code == "”":
                continue
            if words is self._of and not self._is_when(units[index]):
                return None  # "capture progress towards the aims of the army"
            if units[index].code in ",.;:”" or (units[index].code == "V" and not going_on):
                return None
        return None

    def _is_when(self, unit: Unit) -> bool:
        """Whether it says when or who: "the capture on Sunday of", "the seizure by rebels of"."""
        return unit.code in "DTFCA" or unit.word in self._prepositions

    def _behind_of(self, scene: Scene, at: int, way: int | None) -> list[Holder]:
        """Whose a retreat is: "the withdrawal of Russian forces from"."""
        units = scene.line.units
        if way is not None and at + 1 < way and units[at + 1].word in self._of:
            found = self._forces.behind(scene, at + 2)
            return [found] if found else []
        return []
