"""How surely a noun phrase is ground: by its name, by its noun, or by its role alone."""

from __future__ import annotations

import re

from ..grammar.classes import Grammar
from ..grammar.line import Line, Unit
from ..grammar.nouns import is_plural, singular
from ..meaning.naming import is_adjective, name_in, name_of
from .phrases import NounPhrase

__all__ = ["ANYTHING", "LIKELY", "SURE", "GroundNouns"]

SURE, LIKELY, ANYTHING = 2, 1, 0
"""How surely a noun phrase is ground: by name or noun, by a noun of many things, by its role."""

_LETTERS = re.compile(r"[^\W\d_]+")


class GroundNouns:
    """Tells how surely nouns are ground.

    Args:
        grammar: the word classes.
        claiming: nouns that claim something of ground, and are none themselves.

    Attributes:
        sure: nouns of ground.
        likely: nouns of ground among much else.
        never: nouns of what is no ground.
    """

    def __init__(self, grammar: Grammar, claiming: frozenset[str]) -> None:
        g = grammar
        self.sure = g.words("grounds") | g.words("places") | g.words("directions")
        self.likely = g.words("weak_grounds") - self.sure
        self._areas = g.words("area_units")
        other = frozenset().union(
            *(g.words(name) for name in (
                "people", "person", "officials", "vehicles", "vessels", "pacts", "fixtures",
                "proceedings", "announcements", "finds", "speakers",
            ))
        )  # fmt: skip
        self._somebody = (
            g.words("person") | g.words("people") | g.words("officials") | g.words("fighting")
        )
        self.never = claiming | g.words("never_ground") | (other - self.sure - self.likely)

    def sureness(self, line: Line, unit: Unit, head: str, phrase: NounPhrase) -> int | None:
        """How surely a noun phrase is ground; ``None`` where it is none."""
        code = unit.code
        before = line.units[max(phrase.first, phrase.last - 1)]
        if code in "PXC" and before.code == "F" and is_plural(before.word):
            return None  # "took Oro and the rebels Bela"
        known = self.is_one_of(head, self.sure)
        if code in "HEBQSAFCXWL":
            return self._named_sureness(line, unit, phrase, known=known)
        likely = self.is_one_of(head, self.likely)
        if code in "PG":
            return LIKELY if likely and code == "G" else SURE
        if known or likely:
            return SURE if known else LIKELY
        plain = _LETTERS.fullmatch(head) is not None and not self.is_one_of(head, self.never)
        return ANYTHING if plain and code not in "NOD" else None

    def _named_sureness(
        self, line: Line, unit: Unit, phrase: NounPhrase, *, known: bool
    ) -> int | None:
        """The same of what has a name, is somebody, or is a measure.

        Args:
            line: the sentence.
            unit: the head.
            phrase: the noun phrase.
            known: whether the head ends in a noun of ground.
        """
        mention, code = name_of(unit), unit.code
        before = line.units[phrase.first : phrase.last]
        match code:
            case "A":
                somebody = mention is not None and (mention.sort or mention.form == "actor")
                return SURE if known and not somebody else None
            case "F" | "B":
                return SURE if known and name_in(unit) is None else None
            case "C":
                return None if is_adjective(unit) else SURE
            case "L":
                said = line.text[unit.start : unit.end].lower().split()
                return SURE if (known and before) or not self._areas.isdisjoint(said) else None
            case "H":  # "retook Adan Yabaal": only its first word says that it is a person
                told = mention is None or mention.title or mention.affiliation
                return None if told or before else ANYTHING
            case "X" | "W":
                if any(self.is_one_of(each.word, self.never) for each in before):
                    return None  # "the tanker Stena"
                if before and self.is_one_of(before[-1].word, self._somebody):
                    return None  # "the fugitive terrorist Abu Anas"
                if code == "W" and before:
                    return None
                on_map = mention is not None and mention.place is not None
                return SURE if known or on_map else LIKELY
        return None

    @staticmethod
    def is_one_of(head: str, words: frozenset[str]) -> bool:
        """Whether a noun, or its singular, is one of ``words``."""
        return head in words or singular(head) in words
