"""What a statement hangs on: "if", "unless", "only after", and the words behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.vocabulary import word_lists
from ..meaning.scene import Scene

__all__ = ["Condition", "ConditionFinder"]

_FORMS = ("only-if", "unless", "until", "if", "after", "before")
_EDGES = ' ,.;:–—“”"’'


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition.

    Attributes:
        form: such as ``only-after``.
        text: what must be, in the words of the copy.
        first: index of the unit that opens it.
        end: index behind its last unit.
        opening: whether it stands before all else.
    """

    form: str
    text: str
    first: int
    end: int
    opening: bool


class ConditionFinder:
    """Finds what the statements of a sentence hang on.

    Attributes:
        exclusive: words of which there is one in every condition that is the only one.
    """

    def __init__(self, grammar: Grammar) -> None:
        g = grammar
        lists = word_lists("speech")
        codes, one = g.vocabulary.codes, g.vocabulary.one_of
        known = {form: [word for word in lists[form] if word in codes] for form in _FORMS}
        self._form_of = {word: form for form in _FORMS for word in known[form]}
        self._exclusive = set(lists["exclusive"])
        only = {word.split()[0] for form in _FORMS if _is_only(form) for word in lists[form]}
        self.exclusive = frozenset(self._exclusive | only)
        self._grounds = set(lists["exclusive_grounds"])
        self._cue = re.compile(one([*self._form_of, *(w for w in self._grounds if w in codes)]))
        self._end = re.compile(rf"[,;:”–]|\.$|{one(['but'])}")

    def find(
        self, pieces: Sequence[tuple[int, int]], clause: Clause | None, scene: Scene
    ) -> Condition | None:
        """The first condition in some units, one that is the only one before others.

        Args:
            pieces: the units, as half-open ranges.
            clause: the clause that says what is said there.
            scene: the sentence.
        """
        found = [
            condition
            for first, end in pieces
            for match in self._cue.finditer(scene.line.codes, first, end)
            if (condition := self._condition(match.start(), first, end, clause, scene))
        ]
        exclusive = (each for each in found if _is_only(each.form))
        return next(exclusive, found[0] if found else None)

    def _condition(
        self, at: int, first: int, end: int, clause: Clause | None, scene: Scene
    ) -> Condition | None:
        line, word = scene.line, scene.line.units[at].word
        form = self._form_of.get(word)
        alone = self._is_exclusive(at, first, scene)
        if alone and (form in ("if", "after") or word in self._grounds):
            form = "only-after" if form == "after" and word not in self._grounds else "only-if"
        elif form in ("after", "before") and not _awaited(clause, at):
            return None  # only when it was
        if form is None:
            return None
        stop = self._end.search(line.codes, at + 1, end)
        last = stop.start() if stop else end
        if last <= at + 1:
            return None
        text = line.quote(at + 1, last - 1).strip(_EDGES)
        return Condition(form, text, at, last, at == first)

    def _is_exclusive(self, at: int, first: int, scene: Scene) -> bool:
        """Whether "only" stands right before ``at``, or with the verb before it."""
        units = scene.line.units
        if at > first and units[at - 1].word in self._exclusive:
            return True
        before = [c for c in scene.clauses if first <= c.verb < at]
        if not before or scene.line.units[at].word not in self._form_of:
            return False
        return not self._exclusive.isdisjoint(before[-1].group.manner)


def _is_only(form: str) -> bool:
    return form.startswith("only")


def _awaited(clause: Clause | None, at: int) -> bool:
    """Whether what is said is yet to be, so that an "after" is a condition."""
    return (
        clause is not None
        and clause.verb < at
        and (clause.group.possible or clause.group.tense == "future")
    )
