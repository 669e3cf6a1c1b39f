"""Figures with what they count or measure, and with the verb that they stand with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from ...kinds import Kind
from ...model import Fact, Place, Quantity, Value
from ...quantities import quotient
from ..glance import Glance
from ..grammar.classes import Grammar
from ..grammar.nouns import standard_noun
from ..grammar.vocabulary import UNKNOWN_NAME
from ..meaning.circumstances import Circumstances, draft_name
from ..meaning.scene import Scene, Stretch
from .counted import Counted, CountedFinder, Leaves
from .predicates import PredicateFinder
from .quantified import Figure, FigureReader
from .settings import SettingFinder

__all__ = ["FigureFinder"]

_CODES = frozenset("NSMLTY")
_PERCENT, _HUNDRED = "percent", Decimal(100)
_MOST_WHOLES = 12
_APART = 3
"""Characters between a sentence and the one that "them" reaches back to, at most."""


class FigureFinder:
    """Finds the figures of a sentence that no phrase reads."""

    def __init__(self, grammar: Grammar, circumstances: Circumstances) -> None:
        g = grammar
        self._circumstances = circumstances
        self._nouns = CountedFinder(grammar)
        self._predicates = PredicateFinder(grammar)
        self._worths = g.words("worths")
        self._reader = FigureReader(grammar, self._nouns, self._predicates)
        self._where = re.compile(rf"{g['locatives']}(?:{g['articles']})?(?P<place>[PGC])(?!')")
        self._settings = SettingFinder(grammar)
        self._rate = re.compile(rf"(?:[-']?(?:[CAPXO]|{g.noun})){{0,4}}(?:/|{g['rates']})")
        self._nothing = re.compile(g.vocabulary.one_of(["no"]) + "$")
        introduced = rf"(?:^|{g['prepositions']}|{g['subordinators']}|{g['determiners']})"
        self._version = re.compile(rf"{introduced}[AX{UNKNOWN_NAME}]$")
        self._joint = re.compile(rf",|,?{g['joining']}")

    def concerns(self, sentence: Glance) -> bool:
        """Whether a sentence has a figure."""
        return not _CODES.isdisjoint(sentence.figures)

    def facts(self, kind: Kind, scene: Scene, stated: Sequence[Fact]) -> Iterator[Fact]:
        """The figures of a sentence; arguments as for ``Structure``."""
        leaves = self._nouns.leaves(scene.line)
        used = _used(scene, stated)
        found: list[Figure] = []
        before: Figure | None = None
        key = (f"last of {kind.name}", scene.part)
        last = scene.context.told.get(key)
        told = last if isinstance(last, Fact) and _is_right_before(last, scene) else None
        meant = _counted(told) if told is not None else None
        parts: dict[int, Fact] = {}
        for index, code in enumerate(leaves.codes):
            if (
                code in _CODES
                and not self._is_none(leaves, index)
                and not _is_read(leaves, index, used)
            ):
                part = meant and self._reader.part_of_told(leaves, index, scene, meant)
                if part and told is not None:
                    parts[part.leaf] = told
                several = [part] if part else self._reader.figures(leaves, index, scene, before)
                for figure in several:
                    before = figure if figure.counts else before
                    found.append(figure)
        kinds = {name for name, _ in scene.used}
        wholes = [fact for fact in stated if fact.kind in kinds and not fact.part_of]
        for figure, following in zip_longest(found, found[1:]):
            joined = following is not None and self._are_joined(figure, following, leaves)
            predicate = following.predicate if joined and following else figure.predicate
            if predicate is not None and predicate.clause.group.negated:
                continue
            fact = self._fact(kind, replace(figure, predicate=predicate), leaves, scene)
            if figure.part:
                whole = parts.get(figure.leaf) or _whole(fact, wholes)
                yield _as_part(fact, whole) if whole else fact
            else:
                scene.context.told[key] = fact
                wholes.append(fact)
                yield fact

    def _are_joined(self, figure: Figure, following: Figure, leaves: Leaves) -> bool:
        """Whether two figures share the verb behind them: "60 guards and 12 dogs patrol"."""
        if figure.predicate or figure.counted is None or following.predicate is None:
            return False
        between = leaves.codes[figure.counted.last + 1 : following.leaf]
        return self._joint.fullmatch(between) is not None

    def _is_none(self, leaves: Leaves, index: int) -> bool:
        """Whether the figure at leaf ``index`` is a rate, is none, or names a version."""
        return (
            self._rate.match(leaves.codes, index + 1) is not None
            or leaves.ending(self._nothing, index) is not None
            or (
                leaves.text(index, index).isdigit()
                and leaves.ending(self._version, index) is not None
            )
        )

    def _fact(self, kind: Kind, figure: Figure, leaves: Leaves, scene: Scene) -> Fact:
        counted, predicate = figure.counted, figure.predicate
        first, last = (counted.first, counted.last) if counted else (figure.leaf, figure.leaf)
        first, last = min(first, figure.leaf), max(last, figure.leaf)
        clause = predicate.clause if predicate else None
        statement = Stretch(leaves.at[first], leaves.at[last], clause)
        before = leaves.units[figure.leaf - 1].word if figure.leaf else ""
        worth = before if before in self._worths else None
        actor = figure.actor
        if actor is None and predicate is not None:
            actor = self._predicates.actor(predicate, scene)
        fields: dict[str, Value | None] = {
            "counted": standard_noun(counted.head) if counted else None,
            "described": counted.described if counted else None,
            "predicate": worth or (predicate.lemma if predicate else None),
            "role": "object" if worth else predicate.role if predicate else None,
            "actor": actor,
            "place": self._place(statement, scene),
            "setting": self._settings.words(statement, scene),
            "further": "yes" if counted and counted.further else None,
            "partitive": "yes" if counted and counted.partitive else None,
        }
        attribution = self._circumstances.attribution(statement, scene)
        told = self._circumstances.told(statement, scene, attribution)
        return self._circumstances.fact(
            kind, statement, scene, fields, told, figure.quantity, phrase=f"{kind.name}/noun"
        )

    def _place(self, statement: Stretch, scene: Scene) -> Place | None:
        """Where it is: the place behind it in its clause, of its subject, or at the start."""
        line, clause = scene.line, statement.clause
        end = clause.end if clause else min(statement.last + 4, len(line.codes))
        found = self._where.search(line.codes, statement.last + 1, max(end, statement.last + 3))
        if found is None and clause is not None and clause.subject is not None:
            found = self._where.match(line.codes, clause.subject + 1, clause.verb)
        at = found.start("place") if found else self._settings.place(statement, scene)
        return None if at is None else scene.context.place(line.units[at], line, (), scene.links)


def _is_right_before(fact: Fact, scene: Scene) -> bool:
    """Whether a fact stands in the sentence right before."""
    return 0 <= scene.line.span.start - fact.sentence.end <= _APART


def _counted(fact: Fact) -> Counted | None:
    """What a fact counts; ``None`` where it measures, or counts no more than one."""
    noun, value = fact.fields.get("counted"), fact.value
    several = value is not None and value.unit is None and value.high != 1
    return Counted(str(noun), str(noun), 0, 0) if noun and several else None


def _used(scene: Scene, stated: Sequence[Fact]) -> frozenset[int]:
    """Where the figures begin that phrases read, or that stand within what they read."""
    kinds = {kind for kind, _ in scene.used}
    starts = [unit.start for unit in scene.line.units]
    used = {start for _, start in scene.used}
    for fact in stated:
        if fact.kind in kinds:
            first, behind = (bisect_left(starts, end) for end in fact.span)
            used.update(starts[first:behind])
    return frozenset(used)


def _is_read(leaves: Leaves, index: int, used: frozenset[int]) -> bool:
    """Whether a phrase read the figure at leaf ``index``."""
    unit, whole = leaves.units[index], leaves.line.units[leaves.at[index]]
    return unit.start in used or (whole.code in "QNS" and whole.start in used)


def _as_part(part: Fact, whole: Fact) -> Fact:
    """``part`` as one of ``whole``, with the share of it that it is."""
    times = quotient(part.value, whole.value) if part.value and whole.value else None
    share: Quantity | None = None
    if times is not None:
        low, high = times
        share = Quantity(low * _HUNDRED, high * _HUNDRED, "between", _PERCENT)
    return replace(part, part_of=draft_name(whole), fields={**part.fields, "share": share})


def _whole(part: Fact, wholes: Sequence[Fact]) -> Fact | None:
    """The count that ``part`` is a part of.

    It is the last one before it that is no smaller, or the last one of its own sentence: there a
    part can only be too large.
    """
    smallest = (part.value and part.value.low) or 0
    counts = [
        fact
        for fact in reversed(wholes[-_MOST_WHOLES:])
        if fact.value is not None
        and fact.value.unit in (None, "person")
        and fact.span.start <= part.span.start
    ]
    beside = [fact for fact in counts if fact.sentence == part.sentence]
    ample = [fact for fact in counts if _most(fact) >= smallest]
    own = [fact for fact in beside if fact in ample] or beside or ample
    return own[0] if own else None


def _most(fact: Fact) -> Decimal:
    """The most that a count may be."""
    high = fact.value.high if fact.value else None
    return Decimal("Infinity") if high is None else high
