"""Who can hold ground: an army, a power, or whoever stands where one must."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..grammar.chunks import Chunk
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import POSSESSIVE, Line, Unit
from ..grammar.nouns import is_plural, singular
from ..meaning.naming import is_adjective, name_in, name_of
from ..meaning.reference import Context
from ..meaning.scene import Scene
from .phrases import PhraseReader

__all__ = ["ARMED", "BODY", "POWER", "WHOEVER", "ForceFinder", "Holder", "acting_before"]

ARMED, POWER, BODY, WHOEVER = 3, 2, 1, 0
"""How surely somebody holds ground: by arms, by being a state or a people, by acting as one or
having a name, by their role."""

_LETTERS = re.compile(r"[^\W\d_]+")
_NAMES = "XHAEW"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds ground.

    Attributes:
        unit: the unit that says who.
        first: index of the first unit of the noun phrase.
        last: index of the last.
        sure: how surely they can hold ground.
        named: whether it is the name of several, "the Tigers", and so of nobody alone.
    """

    unit: Unit
    first: int
    last: int
    sure: int
    named: bool = False


class ForceFinder:
    """Finds who can hold ground."""

    def __init__(self, grammar: Grammar, phrases: PhraseReader) -> None:
        g = grammar
        self._phrases = phrases
        armed = (g.words("actors") | g.words("fighting")) - (
            g.words("governing_actors") | g.words("civil_actors")
        )
        self._armed = armed | frozenset(map(singular, armed))
        self._governing = g.words("governing_actors")
        self._men = g.words("underlings")
        self._civil = g.words("civil_actors") | g.words("never_forces")
        self._never = frozenset().union(
            *(g.words(name) for name in (
                "people", "person", "officials", "pacts", "fixtures", "proceedings",
                "announcements", "finds", "places", "weak_grounds", "venues", "institutions",
                "never_forces",
            ))
        )  # fmt: skip
        self._prepositions = g.words("prepositions")
        self._arming = g.words("arming")
        self._outfits = g.words("outfits")
        self._persons = g.words("persons_singular")
        self._plurals = g.words("plurals")
        self._speaking = g.words("speaking_sides")
        self._articles = g.words("determiners")
        self._of = frozenset(["of"])
        self._parties = g.words("ruling_sorts")
        self._commanding = g.words("commanding")
        self._civilian = g.words("civil_modifiers")
        self._owned = g.words("owned_pronouns")
        self._lands = g.words("ground")
        self._joints = g.words("conjunctions") | g.words("subordinators")

    def at(self, scene: Scene, head: int, likely: Unit | None) -> Holder | None:
        """Who the noun phrase with its head at unit ``head`` is, if they can hold ground."""
        line = scene.line
        unit, begins = line.units[head], self._phrases.around(line, head).first
        sure = self._sureness(unit, line, scene.context, likely)
        armed = begins and line.units[begins - 1].word in self._arming
        if armed and (sure is not None or is_plural(unit.word)):
            sure = ARMED  # "Armed herders": a verb where it opens a sentence
        if unit.word in self._outfits and self._is_armed(line.units[begins:head]):
            sure = ARMED  # "the terrorist network"
        if found := self._master(scene, begins, head, likely, sure=sure):
            return found
        if unit.code in "HXW" and (found := self._commanded(scene, begins, likely)):
            return found
        if sure is not None and sure > BODY:
            modifiers = {each.word for each in (*line.units[begins:head], *unit.parts)}
            if not modifiers.isdisjoint(self._civilian):
                return None  # "aid convoys"
            plain = unit.code not in "FHAXECRWQ" and unit.word not in self._speaking
            return (
                self._whoever(line, begins, head, sure) if plain else Holder(unit, head, head, sure)
            )
        if unit.code == "R":
            single = unit.word in self._persons
            return None if sure is None or single else Holder(unit, head, head, sure)
        known = _is_affiliated(unit)
        if not known and (found := self._owner(scene, begins, head, likely)):
            return found
        return None if sure is None else self._whoever(line, begins, head, sure)

    def _is_armed(self, units: Sequence[Unit]) -> bool:
        return any(self._is_in(unit.word, self._armed) for unit in units)

    def _master(
        self, scene: Scene, begins: int, head: int, likely: Unit | None, *, sure: int | None
    ) -> Holder | None:
        """Those to whom they belong: "the army's Fourth Brigade", "armour of the Guards"."""
        unit = scene.line.units[head]
        plain = unit.code not in "FCAER" and not unit.listed
        if sure and plain and not _is_affiliated(unit):
            owner = self._owner(scene, begins, head, likely)
            if owner is not None:
                return replace(owner, sure=max(owner.sure, sure))
        if unit.code in "XW":
            return self._possessor(scene, begins, head)
        return self._behind_of(scene, head) if unit.code == "F" else None

    def _commanded(self, scene: Scene, begins: int, likely: Unit | None) -> Holder | None:
        """The forces before a name: "forces under General Dao", "fighters loyal to General Dao"."""
        units = scene.line.units
        if begins < 2 or units[begins - 1].word not in self._prepositions:  # noqa: PLR2004
            return None
        at = begins - 2 - (units[begins - 2].code == "w")
        return self.at(scene, at, likely) if at >= 0 and units[at].code == "F" else None

    def behind(self, scene: Scene, at: int, likely: Unit | None = None) -> Holder | None:
        """Who the noun phrase that begins at unit ``at`` is, if they can hold ground."""
        line = scene.line
        if at >= len(line.units):
            return None
        if line.units[at].code == "R":
            return self.at(scene, at, likely)
        phrase = self._phrases.behind(line, at)
        return self.at(scene, phrase.last, likely) if phrase is not None else None

    def _behind_of(self, scene: Scene, head: int) -> Holder | None:
        """Whose fighters are, by name: "militiamen of the AFL"."""
        line = scene.line
        rest = line.units[head + 1 : head + 2]
        if name_in(line.units[head]) is not None or not rest or rest[0].word not in self._of:
            return None
        inner = self._phrases.behind(line, head + 2)
        if inner is None or line.units[inner.last].code not in "XAF":
            return None
        unit = line.units[inner.last]
        sure = self._sureness(unit, line, scene.context, None)
        return None if sure is None else Holder(unit, head, inner.last, ARMED)

    def _possessor(self, scene: Scene, first: int, head: int) -> Holder | None:
        """Whose a brigade is, "the army's Fourth Brigade"."""
        units = scene.line.units
        for at in range(head - 1, first, -1):
            owned = units[at - 1].code in "FCA" and self._is_armed_name(scene.line, units[head])
            if units[at].code == POSSESSIVE and owned:
                sure = self._sureness(units[at - 1], scene.line, scene.context, None)
                return Holder(units[at - 1], first, head, sure) if sure and sure > BODY else None
        return None

    def _is_armed_name(self, line: Line, unit: Unit) -> bool:
        """Whether a name is one of an army, "the Fourth Brigade", and not "the Payment System"."""
        words = line.text[unit.start : unit.end].lower().split()
        return any(self._is_in(word, self._armed | self._outfits) for word in words)

    def owner_among(self, scene: Scene, before: Sequence[Unit], at: int) -> Holder | None:
        """Whose the ground is at unit ``at``, of the words before its noun: "the rebels' last …".

        A country's own territory is no more than a part of it.
        """
        for unit in reversed(before):
            known = unit.code in "FAE" or self._is_in(unit.word, self._armed | self._governing)
            sure = self._sureness(unit, scene.line, scene.context, None)
            if known and (sure is None or sure > BODY):
                whose = unit if unit.code in "FAE" else _several(unit)
                return Holder(whose, at, at, POWER if sure is None else sure)
        return None

    def owning(self, scene: Scene, at: int) -> Holder | None:
        """Whose something is by what unit ``at`` begins: "Russian", "ours", "rebel territory"."""
        line = scene.line
        unit, behind = line.units[at], line.units[at + 1 : at + 2]
        ends = not behind or behind[0].code in ".,;D–”" or behind[0].word in self._joints
        if (ends and unit.code == "C" and is_adjective(unit)) or unit.word in self._owned:
            return Holder(unit, at, at, POWER)
        phrase = self._phrases.behind(line, at)
        if phrase is None or phrase.last == at or line.units[phrase.last].word not in self._lands:
            return None
        owner = line.units[phrase.last - 1]
        sure = self._sureness(owner, line, scene.context, None)
        known = owner.code in "FACE" or self._is_in(owner.word, self._armed)
        return Holder(owner, phrase.first, phrase.last, POWER) if known and sure else None

    def _owner(self, scene: Scene, first: int, head: int, likely: Unit | None) -> Holder | None:
        """Whose the vehicles of "army vehicles" are, or the column of "a column of rebels"."""
        line = scene.line
        word = line.units[head].word
        if self._is_in(word, self._never) and word not in self._men:
            return None
        for at in range(head - 1, first - 1, -1):
            unit = line.units[at]
            theirs = line.units[at + 1].code == POSSESSIVE and not is_plural(word)
            if unit.code not in "FCAE" or theirs:
                continue
            sure = self._sureness(unit, line, scene.context, likely)
            if sure:
                return Holder(unit, first, head, sure if unit.code == "F" else min(sure, BODY))
        behind = head + 1
        if behind < len(line.units) and line.units[behind].word in self._of:
            inner = self._phrases.behind(line, behind + 1)
            if inner is not None:
                unit = line.units[inner.last]
                sure = self._sureness(unit, line, scene.context, likely)
                if sure and (unit.code in "FAEQ" or sure > BODY):
                    return Holder(unit, first, inner.last, sure)
        return None

    def _whoever(self, line: Line, first: int, head: int, sure: int) -> Holder:
        """A noun phrase that only its role makes one of those who hold ground."""
        unit = line.units[head]
        if unit.code in "XHAECPF":
            several = unit.code == "A" or line.units[first].word in self._articles
            return Holder(unit, head, head, sure, named=several)
        while first < head and line.units[first].word in self._articles:
            first += 1
        units = line.units[first : head + 1]
        if any(each.code in _NAMES for each in units):  # "TLM elements"
            sure = max(sure, BODY)
        made = Unit(
            "F", units[0].start, unit.end, unit.word, parts=tuple(units), detail=Chunk(plural=True)
        )
        return Holder(made, first, head, sure)

    def _sureness(
        self, unit: Unit, line: Line, context: Context, likely: Unit | None
    ) -> int | None:
        """How surely ``unit`` can hold ground; ``None`` where it cannot."""
        code, word = unit.code, unit.word
        if unit.listed:
            members = [self._sureness(each, line, context, likely) for each in unit.listed]
            return max((each for each in members if each is not None), default=None)
        if code == "R":
            several, force = word in self._plurals, context.is_force(unit, line, likely)
            return (ARMED if several else POWER) if force else BODY if several else WHOEVER
        if code in "FA":
            return self._force_sureness(unit, line, context, likely)
        if code in "HXW":
            return self._name_sureness(unit, line)
        if code in "CE":
            return POWER
        if word in self._speaking:
            return BODY
        if code in "PGBNSDMLTUOV" or (code != "Q" and _LETTERS.fullmatch(word) is None):
            return None
        if any(part.word in self._arming for part in unit.walk()):
            return ARMED
        peopled = code == "Q" and any(part.code in "CE" for part in unit.parts)
        sure = self._noun_sureness(word, counted=code == "Q")
        return max(sure or WHOEVER, POWER) if peopled else sure

    def _force_sureness(
        self, unit: Unit, line: Line, context: Context, likely: Unit | None
    ) -> int | None:
        """The same of an actor or an organisation."""
        if self._is_in(unit.word, self._civil):
            return POWER if any(part.code in "CE" for part in unit.parts) else BODY
        if not context.is_force(unit, line, likely):
            name = name_in(unit)
            party = name is not None and name.sort in self._parties  # "the MPLA holds the capital"
            return BODY if unit.code == "A" or party else None
        return POWER if self._is_in(unit.word, self._governing) else ARMED

    def _name_sureness(self, unit: Unit, line: Line) -> int | None:
        """The same of a name of nobody that the tables know."""
        mention = name_of(unit)
        if mention is not None and mention.place is not None:
            return None
        title = mention.title.lower().strip(".") if mention is not None and mention.title else ""
        if title in self._commanding:
            return POWER
        words = line.text[unit.start : unit.end].lower().split()
        return BODY if self._arming.isdisjoint(words) else ARMED

    def _noun_sureness(self, word: str, *, counted: bool) -> int | None:
        """The same of those whom a plain noun names, who may be counted."""
        if self._is_in(word, self._armed):
            return ARMED
        if word in self._men:
            return POWER
        if counted or self._is_in(word, self._never) or not is_plural(word):
            return None
        return WHOEVER

    @staticmethod
    def _is_in(word: str, words: frozenset[str]) -> bool:
        return word in words or singular(word) in words


def _several(unit: Unit) -> Unit:
    """Those of whom an adjective is: "rebel" of the rebels."""
    chunk = Chunk(plural=True)
    return Unit("F", unit.start, unit.end, unit.word, parts=(unit,), detail=chunk)


def _is_affiliated(unit: Unit) -> bool:
    """Whether it is known to whom somebody with a name belongs."""
    mention = name_of(unit)
    return mention is not None and bool(mention.affiliation)


def acting_before(clause: Clause | None, scene: Scene) -> Unit | None:
    """Who a pronoun in ``clause`` most likely means: who acts in the clause before."""
    while clause is not None and clause.parent is not None:
        clause = scene.clauses[clause.parent]
        if clause.subject is not None and not clause.carried:
            return scene.line.units[clause.subject]
    return None
