"""The members of an enumeration."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..grammar.classes import Grammar
from ..grammar.verbs import VerbGroup
from ..grammar.vocabulary import UNKNOWN_NAME, UNKNOWN_WORD
from ..numbers import Number
from .counted import CountedFinder, Leaves

__all__ = ["NAMES", "Members"]

NAMES = "CAHPXE"
"""The codes of names."""
_MOST = 40
_FEWEST = 2
_MOST_PARTS = 12
_STATE = re.compile(r"[A-Z][a-z]{1,4}\.|(?:[A-Z]\.){2,}")
"""How copy shortens the state in which a town is."""


class Members:
    """Finds the members of an enumeration."""

    def __init__(self, grammar: Grammar) -> None:
        g = grammar
        item = rf"(?:[{NAMES}O]|{g.noun}|{g['prepositions']}(?=-))"  # "by-election"
        phrase = (
            rf"(?:{g['determiners']})*{item}(?:[-']?{item}){{0,6}}"
            rf"(?:{g['prepositions']}(?:{g['determiners']})*{item}(?:[-']?{item}){{0,4}}){{0,2}}"
            rf"(?:\([^()V]*\))?"
        )
        joint = rf"(?:,?{g['joining']})"
        within = g.vocabulary.one_of(["of"])
        names = rf"(?:{g['articles']})?(?:{item}(?:-|{within})?){{0,4}}?[{NAMES}{UNKNOWN_NAME}]+"
        # Where one ends is looked at within it: of the many ways to read a name, one is tried.
        each = rf"(?>{names}(?=[,.;)–V]|$|{g['joining']}))"
        self._names = re.compile(
            rf"(?P<all>{each}(?:,{each}){{0,{_MOST}}}{joint}{each})(?=(?P<end>[,.;)–]|$|V))"
        )
        self._phrases = re.compile(
            rf"(?P<all>{phrase}(?:[,;]{phrase}){{0,{_MOST}}}[,;]?{joint}{phrase})(?=[.)–]|$)"
        )
        self._joint = re.compile(rf"[,;]?{g['joining']}|[,;]")
        person = rf"(?>{names}(?=[,.;)–V]|$|{g['joining']}))(?:,[NY](?=[,.;]|$|{g['joining']}))?"
        self._persons = re.compile(
            rf"(?P<all>{person}(?:[,;]{person}){{0,{_MOST}}}(?:[,;]?{g['joining']}){person})"
            rf"(?=[.;]|$|,(?:{g['wholes']}))"
        )
        self._person = re.compile(person)
        self._where = re.compile(rf"{g['prepositions']}[{NAMES}{UNKNOWN_NAME}]+$")
        self._bracket = re.compile(r"\([^()]*\)")
        place = rf"{g['prepositions']}(?:{g['determiners']})*{item}(?:[-']?{item}){{0,4}}"
        place = rf"(?:{place}(?:,[CP](?=[,;.]))?){{0,2}}"
        own = rf"(?P<own>(?:[-']?{item}){{0,5}})"
        self._part = re.compile(
            rf"{g['adverbs']}?(?P<number>N)(?P<each>{g['eaches']})?{own}(?P<where>{place})"
        )
        self._between = re.compile(rf"[,;]?{g['joining']}?(?={g['adverbs']}?N)")
        self._more_places = re.compile(rf"(?:,{each}){{0,{_MOST}}}{joint}{names}")

    def named(self, leaves: Leaves, start: int, mark: str) -> tuple[tuple[str, ...], int] | None:
        """The members from leaf ``start`` on, and the last leaf; behind a colon, of any sort."""
        pattern = self._phrases if mark in (":", "–", "(", "all") else self._names
        codes = self._with_deeds(leaves, start) if mark == ":" else leaves.codes
        found = pattern.match(codes, start)
        if found is None and pattern is self._phrases:
            pattern = self._names
            found = pattern.match(leaves.codes, start)
        if found is None:
            return None
        if pattern is self._names and mark == "," and found["end"] not in (",", ".", ")", ";"):
            return None
        if pattern is self._names and mark in (":", "(") and found["end"] == ",":
            return None  # it goes on otherwise: "Ada and Tom, with his first wife, and Max"
        first, last = found.span("all")
        inner = self._bracket.sub(lambda each: UNKNOWN_WORD * len(each.group()), codes[first:last])
        members, begin = [], 0
        for joint in self._joint.finditer(inner):
            if joint.start() > begin:
                members.append(leaves.text(first + begin, first + joint.start() - 1))
            begin = joint.end()
        members.append(leaves.text(first + begin, last - 1))
        if len(members) < _FEWEST or self._places_in_another(members, inner):
            return None
        if any(_STATE.fullmatch(member) for member in members[1:]):
            return None  # "Charleston, S.C., Ely and Wichita, Kan."
        return tuple(members), last - 1

    def persons(self, leaves: Leaves, start: int) -> tuple[tuple[str, ...], int] | None:
        """All those named from leaf ``start`` on, with or without ages, and the last leaf."""
        found = self._persons.match(leaves.codes, start)
        if found is None:
            return None
        first, last = found.span("all")
        each = [person.span() for person in self._person.finditer(leaves.codes, first, last)]
        return tuple(leaves.text(begin, end - 1) for begin, end in each), last - 1

    def _with_deeds(self, leaves: Leaves, start: int) -> str:
        """The codes, where verbs that open a member are words: "to cut costs and to build"."""
        codes = list(leaves.codes)
        for at in range(start, len(codes)):
            group = leaves.units[at].detail
            opens = at == start or self._joint.fullmatch(leaves.codes, at - 1, at)
            if opens and isinstance(group, VerbGroup) and group.tense == "present":
                codes[at] = UNKNOWN_WORD
        return "".join(codes)

    def _places_in_another(self, members: Sequence[str], inner: str) -> bool:
        """Whether one may only say where the one before is: "the vote in Ely, Kent"."""
        parts = self._joint.split(inner)
        pairs = pairwise(parts[:-1]) if len(parts) == len(members) else ()
        return any(self._where.search(one) and other in (*NAMES,) for one, other in pairs)

    def goes_on(self, before: str, leaves: Leaves, start: int) -> bool:
        """Whether a series begins before its parts: "300 in Leeds, 250 in York and 90 in Hull"."""
        part = self._part.match(leaves.codes, start)
        return part is not None and part["where"][:1] != "" and before[:1] == part["where"][:1]

    def parts(
        self, leaves: Leaves, start: int, nouns: CountedFinder
    ) -> tuple[int, tuple[str, ...], bool, int] | None:
        """Numbers that follow one another from leaf ``start`` on.

        Returns:
            Their sum, each of them, whether they may count something else, and the last leaf.
        """
        total, numbers, own, position = 0, [], False, start
        joined = False
        while part := self._part.match(leaves.codes, position):
            number = leaves.units[part.start("number")].mention
            if not isinstance(number, Number) or number.quantity.low != number.quantity.high:
                return None
            if number.quantity.low is None or number.quantity.low % 1:
                return None
            value, end = int(number.quantity.low), part.end()
            counts = nouns.several(leaves, part.start("number")) is not None
            own = own or counts
            shared = self._more_places.match(leaves.codes, end) if part["each"] else None
            if part["each"]:
                if shared is None:
                    return None
                end = shared.end()
                value *= 1 + len(self._joint.findall(shared.group()))
            elif part["own"] and not counts:
                return None
            own = own or not (part["own"] or part["where"] or part["each"])
            total += value
            numbers.append(str(value))
            position = end
            if joined or len(numbers) == _MOST_PARTS:
                break
            between = self._between.match(leaves.codes, position)
            if between is None or between.end() == position:
                break
            joined = between.group()[-1] not in ",;"
            position = between.end()
        closed = leaves.codes[position : position + 1] in ("", ".", ")", ";", "–")
        if len(numbers) < _FEWEST or not closed:
            return None
        return total, tuple(numbers), own, position - 1
