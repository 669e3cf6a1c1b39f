"""Who is said to be dead, and who alive: by name, or by what they did at the time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...model import Name, Span
from ..alternatives import any_of
from ..grammar.clauses import Clause
from ..grammar.line import Unit
from ..grammar.nouns import singular
from ..meaning.scene import Scene
from .words import deed_words, noun_in_copy

__all__ = ["Life", "LifeFinder"]

_DETERMINED = r"(?:the|a|an|his|her|their|its)"
_NAMES = "HX"
_NEAR = 3
"""Units behind "the body of" in which the name stands."""


@dataclass(frozen=True, slots=True)
class Life:
    """What is said of somebody's life.

    Attributes:
        state: dead or alive.
        who: the person, where the copy names one.
        role: what the person did, as "driver van".
        span: the words.
        clause: the one that says so.
    """

    state: str
    who: Name | None
    role: str | None
    span: Span
    clause: Clause | None


class LifeFinder:
    """Finds who is said to be dead or alive.

    Args:
        called: what a unit is called.
    """

    def __init__(self, called: Callable[[Unit, Scene], Name | None]) -> None:
        self._called = called
        lists = deed_words().lists
        self._state = {phrase: state for state, all_ in lists.states.items() for phrase in all_}
        self._before = lists.said_before
        self._phrase = re.compile(rf"\b{any_of(self._state)}\b")
        acts = {phrase: role for role, phrases in lists.roles.items() for phrase in phrases}
        self._acts = acts
        self._role = re.compile(rf"\b(?P<act>{any_of(acts)}) {_DETERMINED} (?P<of>\w+)")
        named = "|".join(sorted(lists.roles))
        self._named = re.compile(rf"\b(?P<of>\w+)(?:['’]s)? (?P<role>{named})\b")

    def concerns(self, text: str) -> bool:
        """Whether a lower-case ``text`` may say so of somebody."""
        return self._phrase.search(text) is not None

    def find(self, scene: Scene) -> Iterator[Life]:
        """What ``scene`` says of lives."""
        line = scene.line
        text = line.text[line.span.start : line.span.end].lower()
        found = list(self._phrase.finditer(text))
        if len({self._state[each.group()] for each in found}) != 1:
            return  # "died an hour after she was said to be recovering"
        role = self._role_in(text)
        for match in found:
            at = line.span.start + match.start()
            span = Span(at, line.span.start + match.end())
            clause = next(
                (c for c in reversed(scene.clauses) if line.units[c.verb].start <= at), None
            )
            who = self._who(match.group(), span, clause, scene)
            if role or (who is not None and who.named):
                named = who if who is not None and who.named else None
                yield Life(self._state[match.group()], named, role, span, clause)

    def _who(self, phrase: str, span: Span, clause: Clause | None, scene: Scene) -> Name | None:
        units = scene.line.units
        if phrase in self._before:
            behind = [unit for unit in units if unit.start >= span.end][:_NEAR]
            unit = next((each for each in behind if each.code in _NAMES), None)
        elif clause is not None and not clause.group.negated and not clause.group.possible:
            unit = units[clause.subject] if clause.subject is not None else None
        else:
            unit = None
        return self._called(unit, scene) if unit is not None and unit.code in "HXR" else None

    def _role_in(self, text: str) -> str | None:
        """Who somebody is by what they did, where the sentence tells that of one alone."""
        roles = {f"{self._acts[m['act']]} {_noun(m['of'])}" for m in self._role.finditer(text)}
        roles |= {f"{m['role']} {_noun(m['of'])}" for m in self._named.finditer(text)}
        return next(iter(roles)) if len(roles) == 1 else None


def _noun(word: str) -> str:
    return noun_in_copy(singular(word))
