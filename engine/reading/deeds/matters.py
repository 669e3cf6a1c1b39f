"""What a deed is about and to whom it is done: "granted Smith bail", "the plan for a bridge"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import Name
from ..counting.counted import Leaves
from ..grammar.classes import Grammar
from ..grammar.line import Unit
from ..grammar.nouns import singular
from ..meaning.scene import Scene
from ..names import NameMention
from .words import DeedWords, Sense, head_noun

__all__ = ["NAMES", "Matter", "MatterReader", "plain_words", "somebody"]

NAMES = frozenset("CAHPXE")
"""Codes of names."""
_STOPS = frozenset(",;:()[]“”.!?–VD")
_PRONOUNS = "RI"
_ENDS = _STOPS - frozenset("VD")
_PERSONS = ("H", "X")


@dataclass(frozen=True, slots=True)
class Matter:
    """What a deed is about.

    Attributes:
        matter: the head noun of it.
        whom: to whom it is done, or whose it is.
        detail: which one of several it is.
    """

    matter: str | None
    whom: Name | None
    detail: str | None = None


class MatterReader:
    """Reads noun phrases beside deeds."""

    def __init__(self, grammar: Grammar, words: DeedWords) -> None:
        self._words = words
        self._relatives = grammar.words("relatives")
        self._prepositions = grammar.words("prepositions")
        self._passed = grammar.words("determiners") | grammar.words("adverbs")
        names = ("prepositions", "relatives", "subordinators", "conjunctions", "to")
        self.binding = frozenset().union(*(grammar.words(name) for name in names))
        self._to, self._asked_for = grammar.words("to"), words.lists.asked_for

    def plain(self, words: Sequence[str]) -> list[str]:
        """``words`` without articles, adverbs and the like."""
        return [word for word in words if word not in self._passed]

    def called(self, unit: Unit, scene: Scene) -> Name | None:
        """Who or what a unit names, by its last word; ``None`` where nothing says."""
        text = scene.line.text[unit.start : unit.end]
        if unit.code in _PRONOUNS:
            meant = scene.context.actor(unit, scene.line, None)
            known = meant is not None and meant.named
            return Name(meant.key.split()[-1], text) if meant and known else None
        if isinstance(unit.mention, NameMention) and unit.code in NAMES:
            return Name((unit.mention.actor or text).split()[-1], text)
        noun = head_noun(self.plain(list(plain_words(unit))))
        return Name(noun, text, named=False) if noun and noun not in self.binding else None

    def matter(self, index: int, sense: Sense, leaves: Leaves, scene: Scene) -> Matter:
        """What it is about, and whom it is done to: "granted Smith bail", "bail to Smith"."""
        lists = self._words.lists
        at, skip = index + 1, sense.words
        while at < len(leaves.units) and skip > 0:
            skip -= len((leaves.units[at].word or "-").split())
            at += 1
        receiving = at < len(leaves.units) and sense.words > 0 and leaves.units[at].word in self._to
        at += receiving  # "gave the go-ahead to the plan"
        whom: Name | None = None
        words, at = self.phrase(leaves, at)
        if at < len(leaves.units) and leaves.codes[at] in NAMES | set(_PRONOUNS) and not words:
            whom = self.called(leaves.units[at], scene)
            rest, end = self.phrase(leaves, at + 1)
            owner = leaves.codes[at + 1 : at + 2] == "'"
            if owner:
                rest, end = self.phrase(leaves, at + 2)
            words, at = rest, end
            if not words and whom is not None:
                return Matter(whom.key, None)
        elif leaves.codes[at : at + 1] in _PERSONS and words and sense.deed in lists.to_persons:
            return Matter(None, self.called(leaves.units[at], scene))  # "the editor Ada Lund"
        elif leaves.codes[at : at + 1] == "'" and words:  # "turned down the club's request"
            whom = somebody(head_noun(words))
            words, at = self.phrase(leaves, at + 1)
        asked = bool(words) and singular(words[-1]) in lists.asking
        if asked and at < len(leaves.units) and leaves.units[at].word in self._asked_for:
            words, at = self.phrase(leaves, at + 1)
        elif asked and len(words) == 1 and whom is not None:
            return Matter(None, whom)  # "Menon's plea" says not what for
        detail = self._detail(words, leaves, at)
        if at < len(leaves.units) and leaves.units[at].word in self._to:
            unit = next((u for u in leaves.units[at + 1 : at + 4] if u.code in NAMES), None)
            far, _ = self.phrase(leaves, at + 1)
            whom = self.called(unit, scene) if unit else somebody(head_noun(far)) or whom
        return Matter(head_noun(words), whom, detail)

    def is_of(self, index: int, sense: Sense, leaves: Leaves) -> bool:
        """Whether something stands behind a verb and its words that is neither noun nor pronoun."""
        at, skip = index + 1, sense.words
        while at < len(leaves.units) and skip > 0:
            skip -= len((leaves.units[at].word or "-").split())
            at += 1
        if at >= len(leaves.units) or leaves.codes[at] in _ENDS | set(_PRONOUNS):
            return False
        return leaves.units[at].word not in self.binding

    def is_of_others(self, units: Sequence[Unit]) -> bool:
        """Whether others come between: "the bill, which many in the party oppose"."""
        relatives = [at for at, unit in enumerate(units) if unit.word in self._relatives]
        behind = units[relatives[-1] + 1 :] if relatives else ()
        return any(unit.word not in self._passed for unit in behind)

    def is_bound(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a preposition stands before the noun at a unit: "many in the party"."""
        before = at - 1
        while before >= 0 and units[before].word in self._passed:
            before -= 1
        return before > 0 and units[before].word in self._prepositions

    def _detail(self, words: Sequence[str], leaves: Leaves, at: int) -> str | None:
        """Which one of several it is: "the bridge plan", "the plan for a bridge"."""
        if len(words) > 1:
            return head_noun(words[-2:-1])
        if at < len(leaves.units) and leaves.units[at].word in self._words.lists.complements:
            behind, _ = self.phrase(leaves, at + 1)
            return head_noun(behind)
        return None

    def phrase(self, leaves: Leaves, at: int) -> tuple[list[str], int]:
        """The common words of the noun phrase that begins at a leaf, and what follows it."""
        words: list[str] = []
        while at < len(leaves.units):
            unit, code = leaves.units[at], leaves.codes[at]
            if code in _STOPS or code in NAMES or code in _PRONOUNS or code == "'":
                break
            if unit.word in self.binding or unit.word in self._words.lists.met_by:
                break
            if unit.word and unit.word not in self._passed:
                words += unit.word.split()
            at += 1
        return words, at


def plain_words(unit: Unit) -> Iterator[str]:
    """The words of a unit one by one, also of a chunk."""
    for part in unit.walk():
        yield from part.word.split() if not part.parts else ()


def somebody(noun: str | None) -> Name | None:
    """Whoever is called by a noun."""
    return Name(noun, noun, named=False) if noun else None
