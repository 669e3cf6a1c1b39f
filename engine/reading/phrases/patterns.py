"""Items of a template as patterns over the codes of a line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property

from ...lazy import LazyPattern
from ..grammar.classes import Grammar
from ..grammar.line import POSSESSIVE, Line
from ..grammar.vocabulary import UNKNOWN_NAME
from ..numbers import Number
from .templates import (
    MOST_OPTIONS,
    MOST_REPEATED,
    MOST_SKIPPED,
    Choice,
    Either,
    Item,
    Literal,
    Skip,
    Slot,
    Verb,
)

__all__ = ["SLOT_CODES", "TEXT", "THING", "WORDED", "PatternMaker", "is_worded", "owned"]

SLOT_CODES: Mapping[str, str] = {
    "actor": "CAHXFRE", "side": "CAHXFRE", "force": "CAFREI", "party": "AHXFRP",
    "contender": f"AHXFRP{UNKNOWN_NAME}",
    "group": "CAHXFREBQG", "any": "CAHXFREBQGPNSML", "population": "BEQ",
    "place": "PGCXR", "spot": "PGC", "area": "GR", "region": "PGC", "town": "PG",
    "people": "QN", "counted": "Q", "count": "N", "share": "S", "points": "U",
    "difference": "US", "money": "M",
    "measure": "LT", "amount": "NSUMLTQ", "level": "NSUMLTQ", "mark": "NSUML", "step": "NUMLTQ",
    "portion": "S", "times": "L", "date": "D",
}  # fmt: skip
"""Which units fill a slot of each type."""
TEXT = "text"
"""The type of a slot that takes the words up to the next verb or stop."""
THING = "thing"
"""The type of a slot that takes a noun phrase of any sort."""
WORDED: Mapping[str, str] = {
    "who": "CAHXFREQ", "person": "HXFREQ", "human": "HFREQ", "named": "HFREQ", THING: "APXFGBR",
}  # fmt: skip
"""The types that plain words fill as well, with the units that do."""
_CONTENDER = "contender"
_TITLED = f"{UNKNOWN_NAME}(?=H)"  # "Mr Weah"
_CHUNKS = "GFPA"  # a noun phrase that is a chunk or a name may be headed by any word
_PERSONS = ("person", "people", "officials")
_SPEAKERS = "speakers"
_OWNING = ("who", "person", "human")
_NAMED = "named"
_WHOSE = Literal(("'s",))
_NO_VERB = "(?![',]V)"
_ENCLOSED = rf",?,[^,V]{{1,8}},{_NO_VERB}"
_ADJUNCTS = 8  # that may part a passive from who acts; each may be read in several ways


def is_worded(type_: str) -> bool:
    """Whether plain words fill a slot of ``type_``.

    They do where it is somebody or something of any sort, or the type is the name of a word
    list: then its noun phrase is headed by one of those words.
    """
    return type_ not in SLOT_CODES and type_ != TEXT


def owned(before: Item | None, item: Item, types: Mapping[str, str]) -> bool:
    """Whether ``item`` is a possessive that is read with the slot before it: "his arrest"."""
    return item == _WHOSE and isinstance(before, Slot) and types[before.name] in _OWNING


class PatternMaker:
    """Turns items into regular expressions."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    @cached_property
    def takes_object(self) -> re.Pattern[str]:
        """The beginning of a noun phrase, right behind a verb."""
        g = self._grammar
        persons = rf"(?:{g['people']}|{g['person']}|{g['officials']})(?!-?{g.noun})"
        return re.compile(rf"[CAHPXFGQBRENSM]|{g['determiners']}|{persons}")

    @cached_property
    def alone(self) -> re.Pattern[str]:
        """A number that nothing behind it says what it counts."""
        g = self._grammar
        of = rf"{g.vocabulary.one_of(['of'])}(?!{g['definites']}{g['harmed']})"
        return re.compile(rf"N(?!-?{g.noun}|{of}|[CP])")

    @cache  # noqa: B019 - a book lives as long as the reader that it belongs to
    def agent(self, type_: str) -> LazyPattern:
        """Who acts in a passive clause: "by …", with a slot of ``type_``."""
        by = self._grammar["agents"]
        return LazyPattern(
            lambda: (
                rf"{self._gap}{{0,{_ADJUNCTS}}}?{by}"
                rf"{self._lead(type_)}(?P<agent>{self._slot(type_)})(?!{POSSESSIVE})"
            )
        )

    @cache  # noqa: B019
    def heads(self, type_: str) -> str:
        """The codes of what may stand at the head of a slot of ``type_``."""
        if type_ == THING:
            persons = self._codes("person", "officials")
            return WORDED[THING] + "".join(c for c in self._grammar.thing_codes if c not in persons)
        if not is_worded(type_):
            return SLOT_CODES.get(type_, "")
        if type_ not in WORDED:
            return _CHUNKS + self._codes(type_)
        return WORDED[type_] + self._codes(*self._lists(type_))

    @staticmethod
    def _lists(type_: str) -> tuple[str, ...]:
        """The word lists of those who may fill a slot: who acts may be "the ministry" too."""
        if type_ == _NAMED:
            return ()
        return (*_PERSONS, _SPEAKERS) if type_ == "who" else _PERSONS

    def _codes(self, *lists: str) -> str:
        """The codes of the words of ``lists``."""
        codes = self._grammar.vocabulary.codes
        return "".join(codes[word] for name in lists for word in sorted(self._grammar.words(name)))

    def _is_headed(self, type_: str, line: Line, index: int) -> bool:
        """Whether the noun phrase around unit ``index`` is headed by a word of a list."""
        found = self._run.match(line.codes, index)
        unit = line.units[found.end() - 1 if found else index]
        last = line.text[unit.start : unit.end].lower().split()[-1]
        return not self._grammar.words(type_).isdisjoint({unit.word, last})

    @cached_property
    def _run(self) -> re.Pattern[str]:
        return re.compile(self._grammar.thing_words)

    @cached_property
    def _unfollowed(self) -> re.Pattern[str]:
        """A figure that nothing behind it says what it counts or measures."""
        return re.compile(rf".(?!-?{self._grammar.noun}|{self._grammar['additions']}[NSM])")

    def is_of_sort(self, type_: str, line: Line, index: int) -> bool:
        """Whether a figure is of the sort that a slot asks for.

        A level is what something rose above or fell below, a mark what it reached; a step is
        by how much, and so is a portion; "tenfold" is times.
        """
        unit = line.units[index]
        if type_ == "times" or (type_ in ("step", "amount", "level") and unit.code == "L"):
            times = isinstance(unit.mention, Number) and unit.mention.form == "ratio"
            if times is not (type_ == "times"):
                return False
        if is_worded(type_) and type_ not in WORDED:
            return self._is_headed(type_, line, index)
        if type_ == "mark":
            return self._unfollowed.match(line.codes, index) is not None
        if type_ == "step" and line.units[index - 1].word not in self._grammar.words("stepping"):
            bare = unit.code in "UML" or (unit.code == "N" and self.alone.match(line.codes, index))
            if not bare:
                return False
        if type_ not in ("level", "step", "portion"):
            return True
        words = line.text[unit.start : unit.end].lower().split()[:3]
        bounded = not self._grammar.words("bounding").isdisjoint(words)
        return bounded is (type_ == "level")

    @cached_property
    def _gap(self) -> str:
        """What may part two items: an adjunct, or anything short between commas."""
        return rf"(?:(?>{self._adjunct})|{_ENCLOSED})"

    @cached_property
    def _adjunct(self) -> str:
        """When, where or how, with a comma before it.

        An adverb comes last, for a preposition that is one too ("since") is none before a date.
        """
        g = self._grammar
        place = rf"{g.adjunct_phrase}|{g['articles']}?[PGC](?!')"
        told = rf"{g['prepositions']}?D|{g['prepositions']}(?:{place})|\([^)]*\)"
        return rf",?(?:{told}|{g['adverbs']}|{g['degrees']}){_NO_VERB}"

    def left(self, items: Sequence[Item], types: Mapping[str, str]) -> LazyPattern:
        """``items`` in front of a verb, with what may describe them in between."""
        return LazyPattern(lambda: self.sequence(items, types, flat=True) + self._beside)

    @cached_property
    def _beside(self) -> str:
        """What may stand between items and the verb behind them."""
        g = self._grammar
        phrase = rf"(?:{g['determiners']})*(?:[CAHPXFGBQNSERLMUT]|{g.noun}++)"
        aside = r"\([^)]*\)|,[^,V]*,|–[^–V]*–"
        described = rf"{g['prepositions']}?(?:{phrase}(?:'{g.noun}++)?|D)"
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
            if isinstance(item, Slot) and types[item.name] in _OWNING and _owns(items[index + 1 :]):
                pattern += "" if flat and index == 0 else rf"{self._gap}{{0,3}}?"
                pattern += self._owner(item.name, types[item.name])
                continue
            if index and owned(items[index - 1], item, types):
                continue
            joint = "" if flat and index == 0 else rf"{self._gap}{{0,3}}?"
            pattern += self._item(item, types, joint)
            if isinstance(item, Slot) and not _owns(items[index + 1 :]):
                pattern += f"(?!{POSSESSIVE})"
        g, last = self._grammar, items[-1] if items else None
        if isinstance(last, Literal) and (
            set(last.words) <= g.words("postmodifiers") | g.words("harmed")
        ):
            pattern += rf"(?!-?{g.compound})"  # "two dead whales"
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
                return rf"(?:{body})" + (f"{{0,{MOST_REPEATED}}}" if many else "?")
            case Either(options, many, needed):
                bodies = "|".join(
                    "".join(self._item(part, types, joint) for part in option)
                    + (f"(?!{POSSESSIVE})" if isinstance(option[-1], Slot) else "")
                    for option in options
                )
                return rf"(?:{bodies}){{{int(needed)},{MOST_OPTIONS if many else 1}}}"
            case Skip():
                return rf"[^V.;:”]{{0,{MOST_SKIPPED}}}?"
            case Verb():
                raise TypeError("a verb stands by itself")

    def _owner(self, name: str, type_: str) -> str:
        """A slot with the possessive behind it, or the pronoun that is both: "his arrest"."""
        own, slot = self._grammar["persons_owning"], self._slot(type_)
        return rf"{self._lead(type_)}(?P<{name}>{slot}(?={POSSESSIVE})|{own}){POSSESSIVE}?"

    def _lead(self, type_: str) -> str:
        """What may stand before a slot: whose or which one it is."""
        g = self._grammar
        whose = "" if type_ == "share" else rf"|{g['possessives']}|{g['additionals']}"
        others = self._others if type_ == "people" else ""
        titled = f"(?:{_TITLED})?" if type_ == _CONTENDER else ""
        return rf"{others}(?:{g['articles']}{whose}|{g['totals']})*{titled}"

    @cached_property
    def _others(self) -> str:
        """Those who are not counted, before some who are: "killed the mayor and two guards"."""
        g = self._grammar
        called = rf"(?:{g['person']}|{g['officials']})[HX]?"
        whose = rf"(?:{g['articles']}|{g['possessives']}|[CAHPXFG]{POSSESSIVE})"
        one = rf"(?:{whose}?(?:{g.noun}-?){{0,3}}?{called}|[HX])"
        return rf"(?:{one}(?:,{one}){{0,2}},?{g['additions']}(?=[QN](?!{g['adverbs']}?V)))?"

    @cached_property
    def _which(self) -> str:
        """What says which thing, behind it."""
        g = self._grammar
        return rf"{g['describing']}(?:{g['determiners']})*(?:{g.thing_words}|Q)"

    def _slot(self, type_: str) -> str:
        if type_ == TEXT:
            and_ = self._grammar["additions"]
            return rf"[^.;,VS”]+?(?=[.;,”VS]|{and_}S|$)"
        if is_worded(type_):
            return self._worded(type_)
        barred = f"(?!{_TITLED})" if type_ == _CONTENDER else ""
        return f"{barred}[{SLOT_CODES[type_]}]"

    def _worded(self, type_: str) -> str:
        """A slot that plain words may fill."""
        g = self._grammar
        if type_ == THING:
            return rf"(?:R|{g.thing_words}(?:{self._which}){{0,2}})"
        if type_ not in WORDED:
            before = rf"(?:(?:[CAHPXFGEBO]|{g.thing_word})['-]?){{0,5}}?"
            end = rf"(?!['-]?(?:{g.thing_word}|[CAHPXFGEB]))"
            return rf"{before}(?:{g[type_]}|[{_CHUNKS}]){end}(?:{self._which}){{0,2}}"
        if type_ == _NAMED:
            return f"[{WORDED[type_]}]"
        words = "|".join(g[name] for name in self._lists(type_))
        described = rf"(?:{g.noun}-?){{0,3}}?(?:{words})"
        return rf"(?:[{WORDED[type_]}]|{described}[HX]|{described}(?!-?{g.noun}|[HX]))"


def _owns(following: Sequence[Item]) -> bool:
    """Whether what follows a slot may begin with the possessive of what fills it."""
    match following:
        case (Literal(("'s",)), *_) | (Choice((Literal(("'s",)), *_), _), *_):
            return True
    return False
