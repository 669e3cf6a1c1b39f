"""Claims by a noun or a participle: "the fall of the town", "rebel-held", "under its control"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..figures.words import figure_endings
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import POSSESSIVE, Line, Unit
from ..meaning.naming import is_adjective
from ..meaning.scene import Scene
from .claim import Claim
from .force import BODY, POWER, ForceFinder, Holder, acting_before
from .ground import Ground, GroundFinder
from .lexicon import Lexicon, Meaning

__all__ = ["NounReader"]

_NEAR = 5
"""Units between a noun and the verb or the preposition that goes with it, at most."""


class NounReader:
    """Reads the claims that no verb makes."""

    def __init__(
        self, grammar: Grammar, lexicon: Lexicon, grounds: GroundFinder, forces: ForceFinder
    ) -> None:
        g = grammar
        self._lexicon = lexicon
        self._grounds = grounds
        self._forces = forces
        self._of = frozenset(["of"])
        self._by = g.words("agents")
        self._to = g.words("to")
        self._out = g.words("ways_out")
        self._within = g.words("ways_within")
        self._for = g.words("contested_by")
        self._over = g.words("held_over")
        self._subjecting = g.words("subject_to")
        self._in = g.words("handed")
        self._beyond = g.words("held_beyond")
        self._leading = self._subjecting | self._beyond | self._in | self._to | self._out
        self._hands = g.words("hands")
        self._passed = g.words("passed_into")
        self._held_in = g.words("held_in")
        self._among = g.words("among")
        self._carrying_out = g.words("carrying_out")
        self._conceding = g.words("conceding")
        self._prepositions = g.words("prepositions")
        self._adverbs = g.words("adverbs") | g.words("degrees")
        self._endings = figure_endings("adverb_endings")
        self._being = g.words("be")
        self._wishing = g.words("wishing") | g.words("preventing")
        self._newly = g.words("newcomers") | g.words("adverbs")
        self._former = g.words("formerly")

    def read(self, scene: Scene) -> Iterator[Claim]:
        """The claims of the nouns and participles of a sentence."""
        units = scene.line.units
        for at, unit in enumerate(units):
            if unit.parts and unit.code in "PG":
                yield from self._inside(scene, at)
            if unit.code == "V" or not unit.word:
                continue
            if unit.word in self._lexicon.holding:
                claim = self._holding(scene, at)
                if claim is not None:
                    yield claim
                continue
            if unit.word in self._lexicon.modifiers:
                if at and units[at - 1].code == "-":
                    yield from self._attribute(scene, at)
                elif not self._is_former(units[:at]):
                    yield from self._described(scene, at)
                continue
            meanings = self._lexicon.of_noun(unit.word)
            if not meanings or self._is_sought(scene.line, at):
                continue
            for meaning in meanings:
                claim = self._noun(meaning, scene, at)
                if claim is not None:
                    yield claim
                    break

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
        grounds = self._grounds.behind(scene.line, at + 1)
        holder = self._forces.at(scene, first, None)
        if not grounds or (holder is None and self._grounds.is_noun(units[first])):
            return
        meaning = self._lexicon.modifiers[units[at].word]
        yield Claim(meaning, at, grounds, [holder] if holder is not None else [])

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
            if before is not None and before.code != "-" and self._grounds.is_noun(before):
                return  # "the column seized four villages"
            if self._is_former((*scene.line.units[max(0, at - 2) : at], *parts[:index])):
                return
            holders: list[Holder] = []
            if before is not None and before.code == "-" and index > 1:
                inner = parts[index - 2]
                if inner.code in "CAFEXHWQ":
                    holders = [Holder(inner, at, at, POWER)]
                elif not inner.word.endswith(self._endings) and inner.word not in self._newly:
                    return  # "self-ruled"
            for ground in self._grounds.at(scene.line, at):
                yield Claim(meaning, at, [ground], holders)
            return

    def _is_former(self, before: tuple[Unit, ...]) -> bool:
        words = [unit.word for unit in before[-3:]]
        return not self._former.isdisjoint(words)

    # -- nouns ------------------------------------------------------------------------------

    def _noun(self, meaning: Meaning, scene: Scene, at: int) -> Claim | None:
        line = scene.line
        clause = self._clause_at(scene, at)
        match meaning.role:
            case "of":
                return self._of_ground(meaning, scene, at)
            case "under":
                return self._under(meaning, scene, at)
            case "away" | "toward":
                way = self._way(line, at, self._out if meaning.role == "away" else self._to)
                grounds = self._grounds.behind(line, way + 1) if way else []
                holders = self._behind_of(scene, at, way) or self._owner(scene, at)
                holders = holders or self._declaring(meaning, scene, at)
                return Claim(meaning, at, grounds, holders, (), None) if grounds else None
            case "over":
                way = self._way(line, at, self._for, going_on=True)
                way = self._behind_holding(line, way) if way else None
                grounds = self._grounds.behind(line, way + 1) if way else []
                return Claim(meaning, at, grounds) if grounds else None
        way = self._way(line, at, self._within)
        grounds = self._grounds.behind(line, way + 1) if way else []
        holders = self._owner(scene, at) if grounds else []
        if holders:
            return Claim(meaning, at, grounds, holders, (), None, owned=True)
        if not grounds or clause is None or at - clause.verb > _NEAR:
            return None
        holders = self._subject(clause, scene)
        return Claim(meaning, at, grounds, holders, (), clause, owned=True) if holders else None

    def _behind_holding(self, line: Line, way: int) -> int:
        """The preposition of what is fought for: "for (full) control of the road"."""
        for at in range(way + 1, min(way + 4, len(line.units) - 1)):
            unit, behind = line.units[at], line.units[at + 1]
            if unit.word in self._lexicon.holding and behind.word in self._over:
                return at + 1
        return way

    def _under(self, meaning: Meaning, scene: Scene, at: int) -> Claim | None:
        """Ground that is said to be under something: "the town is under siege (by rebels)"."""
        line = scene.line
        if at < 2 or line.units[at - 1].word not in self._subjecting:  # noqa: PLR2004
            return None
        clause = self._clause_at(scene, at - 1)
        grounds, moved = self._held_before(line, self._skip_back(line, at - 2), clause)
        holders = self._after(scene, at + 1, self._by)
        return Claim(meaning, at, grounds, holders, (), moved) if grounds else None

    def _skip_back(self, line: Line, before: int) -> int:
        """The unit before adverbs, dates and commas."""
        while before > 0 and (
            line.units[before].word in self._adverbs
            or line.units[before].word.endswith(self._endings)
            or line.units[before].code in ",D"
        ):
            before -= 1
        return before

    def _of_ground(self, meaning: Meaning, scene: Scene, at: int) -> Claim | None:
        """Ground behind a noun with "of", or before it as its owner."""
        line = scene.line
        way = self._way(line, at, self._of)
        if way is not None:
            grounds = self._grounds.behind(line, way + 1)
            if not grounds:
                return None
            end = max(each.last for each in grounds)
            holders = self._after(scene, end + 1, self._by | self._to)
            holders = holders or self._owner(scene, at) or self._declaring(meaning, scene, at)
            return Claim(meaning, at, grounds, holders, (), None)
        owner = self._owner_at(line, at)
        if owner is None or line.units[owner].code not in "PGX":
            return None
        grounds = self._grounds.at(line, owner)
        return (
            Claim(meaning, at, grounds, self._after(scene, at + 1, self._to)) if grounds else None
        )

    def _declaring(self, meaning: Meaning, scene: Scene, at: int) -> list[Holder]:
        """Who does it by saying so: "the president announced the annexation of four regions"."""
        clause = self._clause_at(scene, at)
        if clause is None or at - clause.verb > _NEAR:
            return []
        doing = self._carrying_out
        if self._lexicon.is_loss(meaning.choice):
            doing = doing | self._conceding
        if doing.isdisjoint(clause.group.lemmas) or clause.group.voice == "passive":
            return []
        return self._subject(clause, scene)

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
        for index in range(at + 1, min(at + 1 + _NEAR, len(units))):
            if units[index].word in words:
                return index
            if index == at + 1 and units[index].code == "”":
                continue
            if units[index].code in ",.;:”" or (units[index].code == "V" and not going_on):
                return None
        return None

    def _after(self, scene: Scene, at: int, words: frozenset[str]) -> list[Holder]:
        units = scene.line.units
        if at < len(units) and units[at].word in words:
            found = self._forces.behind(scene, at + 1)
            return [found] if found else []
        return []

    def _behind_of(self, scene: Scene, at: int, way: int | None) -> list[Holder]:
        """Whose a retreat is: "the withdrawal of Russian forces from"."""
        units = scene.line.units
        if way is not None and at + 1 < way and units[at + 1].word in self._of:
            found = self._forces.behind(scene, at + 2)
            return [found] if found else []
        return []

    def _owner_at(self, line: Line, at: int) -> int | None:
        """The unit that owns the noun at unit ``at``."""
        for index in range(at - 1, max(-1, at - 4), -1):
            unit = line.units[index]
            if unit.code == POSSESSIVE:
                return index - 1 if index else None
            if unit.code in "V,.;:DN" or unit.word in self._prepositions:
                return None
        return None

    def _owner(self, scene: Scene, at: int) -> list[Holder]:
        """Whose it is: "Russia's capture", "Russian occupation", "its hold"."""
        line = scene.line
        owner = self._owner_at(line, at)
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
        found = self._forces.at(scene, owner, None)
        return [found] if found is not None else []

    # -- control of it ----------------------------------------------------------------------

    def _holding(self, scene: Scene, at: int) -> Claim | None:
        """Who has, takes or loses "control" of ground, or whose "hands" it is in."""
        line = scene.line
        way = self._preposition_before(line, at)
        word = line.units[way].word if way is not None else ""
        hands = line.units[at].word in self._hands
        passive = word in self._subjecting or word in self._beyond or word in self._to
        passive = passive or word in self._passed
        if hands and way is not None and word in self._out:
            clause = self._clause_at(scene, way)
            lost = self._lexicon.of_verbs(clause.group.lemmas) if clause is not None else []
            passive = word in self._beyond or self._loses(lost)
        if way is not None and (passive or (hands and word in self._in)):
            return self._under_somebody(scene, way, at)
        behind = at + 1
        over = self._over if hands else self._over | self._held_in
        if behind >= len(line.units):
            return None
        hedged = line.units[behind].parts and line.units[behind].parts[0].word in over
        if line.units[behind].word not in over and not hedged:
            return None
        grounds = self._grounds.behind(line, behind if hedged else behind + 1)
        if not grounds:
            return None
        clause = self._clause_at(scene, at)
        held = Meaning(self._lexicon.claims.held, "keeping")
        if way is not None and word in self._in:
            holders = self._before(scene, way, clause)
            return Claim(held, at, grounds, holders, (), clause, owned=True) if holders else None
        if clause is not None and at - clause.verb <= _NEAR and way is None:
            meanings = self._lexicon.of_verbs((*clause.group.lemmas, *clause.group.governors))
            keeping = next((each for each in meanings if each.role == "keeping"), None)
            if keeping is not None:
                holders = self._subject(clause, scene)
                return Claim(keeping, at, grounds, holders, (), clause, owned=True)
        holders = self._owner(scene, at)
        told = next((each for each in scene.clauses if each.subject == at), None)
        return (
            Claim(held, at, grounds, holders, (), None, owned=True, told=told) if holders else None
        )

    def _preposition_before(self, line: Line, at: int) -> int | None:
        for index in range(at - 1, max(-1, at - 1 - _NEAR), -1):
            unit = line.units[index]
            if unit.word in self._leading:
                return index
            if unit.code in "V,.;:" or unit.word in self._prepositions:
                return None
        return None

    def _under_somebody(self, scene: Scene, way: int, at: int) -> Claim | None:
        """Ground that is under somebody's control, or in their hands."""
        line = scene.line
        holders = self._after(scene, at + 1, self._of)
        holders = holders or self._between(scene, way, at)
        if not holders and line.units[at].code == "F":  # "the Kurdish administration"
            holders = [Holder(line.units[at], at, at, POWER)]
        clause = self._clause_at(scene, way)
        if not holders and clause is not None and clause.group.voice != "passive":
            return self._brought(scene, clause, way, at)
        if not holders:
            return None
        before = self._skip_back(line, way - 1)
        if before < 0:
            return None
        grounds, moved = self._held_before(line, before, clause)
        held = Meaning(self._lexicon.claims.held, "keeping")
        lost = moved is not None and self._loses(self._lexicon.of_verbs(moved.group.lemmas))
        if line.units[way].word in self._beyond and not lost:
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
        grounds = self._grounds.behind(scene.line, clause.verb + 1) if keeping else []
        holders = self._subject(clause, scene)
        if keeping is None or not holders or not grounds or grounds[-1].last >= way:
            return None
        return Claim(keeping, at, grounds, holders, (), clause, owned=True)

    def _between(self, scene: Scene, way: int, at: int) -> list[Holder]:
        """Whose control it is, between "under" and the noun."""
        line = scene.line
        for index in range(at - 1, way, -1):
            if line.units[index].code == POSSESSIVE:
                continue
            found = self._forces.at(scene, index, None)
            if found is not None and (found.sure > BODY or line.units[index].code in "FXAH"):
                return [replace(found, sure=max(found.sure, BODY))]  # it is said to be theirs
        return []

    def _held_before(
        self, line: Line, before: int, clause: Clause | None
    ) -> tuple[list[Ground], Clause | None]:
        """The ground of which it is said, and the clause that says it."""
        unit = line.units[before]
        if clause is not None and clause.verb == before:
            subject = clause.subject
            return (self._grounds.at(line, subject) if subject is not None else []), clause
        if clause is not None and not self._being.isdisjoint(clause.group.lemmas):
            phrase_starts = before - clause.verb <= _NEAR and clause.subject is not None
            if phrase_starts and clause.subject is not None:
                grounds = self._grounds.before(line, clause.subject, clause.verb)
                between = line.units[clause.verb + 1 : before + 1]
                among = any(each.word in self._among for each in between)
                near = any(each.sure for each in self._grounds.at(line, before))
                if grounds and (unit.code in "PG" or among or not near):
                    return grounds, clause
        within = clause is not None and before - clause.verb <= _NEAR
        return self._grounds.at(line, before), clause if within else None

    def _before(self, scene: Scene, way: int, clause: Clause | None) -> list[Holder]:
        """Who is in control: who stands before "in", or the subject of the clause."""
        if clause is not None and way - clause.verb <= 2:  # noqa: PLR2004
            return self._subject(clause, scene)
        found = self._forces.at(scene, way - 1, None) if way else None
        return [found] if found is not None else []

    @staticmethod
    def _clause_at(scene: Scene, at: int) -> Clause | None:
        """The clause in whose stretch unit ``at`` stands behind the verb."""
        found = None
        for clause in scene.clauses:
            if clause.verb < at < clause.end:
                found = clause
        return found

    def _subject(self, clause: Clause, scene: Scene) -> list[Holder]:
        if clause.subject is None:
            return []
        found = self._forces.at(scene, clause.subject, acting_before(clause, scene))
        return [found] if found is not None else []
