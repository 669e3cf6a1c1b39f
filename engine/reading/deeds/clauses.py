"""What a clause tells of a deed: the verb, who is its subject, what it is done to."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Name
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Unit
from ..meaning.scene import Scene
from ..names import NameMention
from .words import DeedWords, Sense, deed_words, head_noun

__all__ = ["DeedReader", "Told"]

_NAMES = "CAHPXE"
_STOPS = frozenset(",;:()[]“”.!?–")


@dataclass(frozen=True, slots=True)
class Told:
    """A deed as a clause tells of it.

    Attributes:
        deed: the verb that stands for all that say the same.
        party: who or what the clause says it of, where that is a noun or a name.
        named: whether that is a name.
        object: the noun behind the verb.
    """

    deed: str
    party: str | None
    named: bool
    object: str | None


class DeedReader:
    """Reads what clauses tell of deeds."""

    def __init__(self, grammar: Grammar) -> None:
        self._words: DeedWords = deed_words()
        names = ("prepositions", "relatives", "subordinators", "to", "conjunctions")
        self._binding = frozenset().union(*(grammar.words(name) for name in names))
        self._passed = grammar.words("determiners") | grammar.words("adverbs")

    def sense(self, clause: Clause, scene: Scene) -> Sense:
        """What the verb of ``clause`` says."""
        behind: list[str] = []
        for unit in scene.line.units[clause.verb + 1 : clause.verb + 6]:
            behind += (unit.word or "-").split()
        return self._words.sense(clause.group.lemmas[0], behind)

    def told(self, clause: Clause, scene: Scene) -> Told:
        """The deed that ``clause`` tells of."""
        sense = self.sense(clause, scene)
        party, named = None, False
        if clause.subject is not None:
            unit = scene.line.units[clause.subject]
            party, named = self.called(unit, scene)
        return Told(sense.deed, party, named, self._object(clause, sense, scene))

    def called(self, unit: Unit, scene: Scene) -> tuple[str | None, bool]:
        """What a noun phrase is called, in one word, and whether by its name."""
        if unit.code in "RI":
            return None, False
        name = self.name(unit, scene)
        if name is not None:
            return name.key.casefold().split()[-1], True
        words = [part.word for part in unit.walk() if part.word and not part.parts]
        plain = [word for each in words or [unit.word] for word in each.split()]
        return head_noun([word for word in plain if word not in self._passed]), False

    def name(self, unit: Unit, scene: Scene) -> Name | None:
        """Who is named by ``unit``."""
        if not isinstance(unit.mention, NameMention) or unit.code not in _NAMES:
            return None
        text = scene.line.text[unit.start : unit.end]
        return Name(unit.mention.actor or text, text)

    def _object(self, clause: Clause, sense: Sense, scene: Scene) -> str | None:
        """The head noun right behind the verb and the words that belong to it."""
        line, skip = scene.line, sense.words
        words: list[str] = []
        for unit in line.units[clause.verb + 1 : clause.end]:
            own = len((unit.word or "-").split())
            if skip > 0:
                skip -= own
                continue
            if unit.code in _STOPS or unit.code in "VDR" or unit.word in self._binding:
                break
            if unit.code in _NAMES:
                words = [line.text[unit.start : unit.end].casefold().split()[-1]]
            elif unit.word and unit.word not in self._passed:
                words += unit.word.split()
        return head_noun(words)
