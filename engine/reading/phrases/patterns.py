"""Items of a template as patterns over the codes of a line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property

from ..grammar.classes import Grammar
from ..grammar.line import POSSESSIVE
from ..grammar.vocabulary import UNKNOWN_NAME
from ..lazy import LazyPattern
from .templates import Choice, Item, Literal, Skip, Slot, Verb

__all__ = ["SLOT_CODES", "TEXT", "PatternMaker"]

SLOT_CODES: Mapping[str, str] = {
    "actor": "CAHXFRE", "side": "CAHXFRE", "force": "CAFRE", "party": "AHXFRP", "contender": f"AHXFRP{UNKNOWN_NAME}",
    "group": "CAHXFREBQG", "any": "CAHXFREBQGPNSML", "population": "BEQ",
    "place": "PGCXR", "spot": "PGC", "area": "GR", "region": "PGC",
    "people": "QN", "counted": "Q", "count": "N", "tally": "NS", "share": "S", "points": "U", "money": "M",
    "measure": "L", "amount": "NSUMLTQ", "date": "D",
}  # fmt: skip
"""Which units fill a slot of each type."""
TEXT = "text"
"""The type of a slot that takes the words up to the next verb or stop."""


class PatternMaker:
    """Turns items into regular expressions."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    @cached_property
    def takes_object(self) -> re.Pattern[str]:
        """The beginning of a noun phrase, right behind a verb."""
        return re.compile(rf"[CAHPXFGQBRENSM]|{self._grammar['determiners']}")

    @cached_property
    def alone(self) -> re.Pattern[str]:
        """A number that nothing behind it says what it counts."""
        g = self._grammar
        return re.compile(rf"N(?!-?{g.noun}|{g.vocabulary.one_of(['of'])}|[CP])")

    @cached_property
    def counts(self) -> re.Pattern[str]:
        """A number with the noun that it counts right behind it."""
        return re.compile(f".{self._grammar.noun}")

    @cache  # noqa: B019 - a book lives as long as the reader that it belongs to
    def agent(self, type_: str) -> LazyPattern:
        """Who acts in a passive clause: "by …", with a slot of ``type_``."""
        by = self._grammar["agents"]
        return LazyPattern(lambda: rf"(?:{self._gap})*?{by}(?P<agent>[{SLOT_CODES[type_]}])")

    @cached_property
    def _gap(self) -> str:
        g = self._grammar
        return (
            rf"(?:,?(?:{g['adverbs']}|{g['degrees']}|{g['prepositions']}?D"
            rf"|{g['prepositions']}(?:{g['articles']}?[PGC](?!')|{g.plain_phrase})|\([^)]*\)|,[^,V]{{1,8}},)(?![',]V))"
        )

    def left(self, items: Sequence[Item], types: Mapping[str, str]) -> LazyPattern:
        """``items`` in front of a verb, with what may describe them in between."""
        return LazyPattern(lambda: self.sequence(items, types, flat=True) + self._beside)

    @cached_property
    def _beside(self) -> str:
        """What may stand between items and the verb behind them."""
        g = self._grammar
        phrase = rf"(?:{g['determiners']})*(?:[CAHPXFGBQNSERLMUT]|{g.noun}+)"
        aside = r"\([^)]*\)|,[^,V]*,|–[^–V]*–"
        described = rf"{g['prepositions']}?(?:{phrase}(?:'{g.noun}+)?|D)"
        after = rf"(?:{described}|{aside}){{0,4}}"
        relative = rf"(?:,?{g['relatives']}(?:{g['prepositions']}?D)?)?$"
        return after + relative

    def sequence(
        self, items: Sequence[Item], types: Mapping[str, str], *, flat: bool = False
    ) -> str:
        """``items`` one after another, with adverbs, dates and places in between.

        Args:
            items: of a template.
            types: slot type by slot name.
            flat: whether the first stands right where the match begins.
        """
        pattern = ""
        for index, item in enumerate(items):
            joint = "" if flat and index == 0 else rf"{self._gap}{{0,3}}?"
            pattern += self._item(item, types, joint)
            if isinstance(item, Slot) and not _owns(items[index + 1 :]):
                pattern += f"(?!{POSSESSIVE})"
        return pattern

    def _item(self, item: Item, types: Mapping[str, str], joint: str) -> str:
        g = self._grammar
        match item:
            case Slot(name, _):
                return joint + self._lead(types[name]) + rf"(?P<{name}>{self._slot(types[name])})"
            case Literal(words):
                if words == ("'s",):
                    return "'"
                if any(not word[0].isalpha() for word in words):
                    return joint + f"[{''.join(re.escape(word) for word in words)}]"
                loose = "" if not joint else rf"(?:{g['determiners']})?(?:{g.noun}){{0,2}}?"
                closed = set(words) <= (
                    g.words("prepositions") | g.words("conjunctions") | g.words("postmodifiers")
                )
                return joint + ("" if closed else loose) + g.vocabulary.one_of(words)
            case Choice(inner, many):
                body = "".join(self._item(part, types, joint) for part in inner)
                if isinstance(inner[-1], Slot):
                    body += f"(?!{POSSESSIVE})"
                return rf"(?:{body})" + ("{0,3}" if many else "?")
            case Skip():
                return r"[^V.;:”]{0,8}?"
            case Verb():
                raise TypeError("a verb stands by itself")

    def _lead(self, type_: str) -> str:
        """What may stand before a slot: whose or which one it is."""
        g = self._grammar
        whose = "" if type_ == "share" else rf"|{g['possessives']}|{g['additionals']}"
        return rf"(?:{g['articles']}{whose}|{g['totals']})*"

    def _slot(self, type_: str) -> str:
        if type_ == TEXT:
            and_ = self._grammar["additions"]
            return rf"[^.;,VS”]+?(?=[.;,”VS]|{and_}S|$)"
        return f"[{SLOT_CODES[type_]}]"


def _owns(following: Sequence[Item]) -> bool:
    """Whether what follows a slot may begin with the possessive of what fills it."""
    match following:
        case (Literal(("'s",)), *_) | (Choice((Literal(("'s",)), *_), _), *_):
            return True
    return False
