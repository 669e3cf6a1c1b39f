"""Figures beside those of another time: "7.4 percent in June. A year before it had been 7.1"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from ...kinds import Kind
from ...knowledge import read_words
from ...model import Fact, Quantity, TimeSpan, Value
from ..alternatives import any_of
from ..dates import DateMention
from ..figures.words import figure_words
from ..glance import Glance
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.nouns import singular, standard_noun
from ..inflect import forms
from ..meaning.changes import Changes
from ..meaning.circumstances import Circumstances
from ..meaning.scene import Scene, Stretch
from ..meaning.things import ThingFinder
from ..numbers import Number
from .counted import CountedFinder, Leaves

__all__ = ["ComparisonFinder"]

_HEADLINE = 16
"""Words of a headline, at most."""
_GERUND = re.compile(r"ing$")
_AMOUNTS = "NSML"
"""Codes of the numbers that may be compared."""
_APART = 4
"""Characters between two sentences of which one goes on with the other, at most."""
_BEHIND = 70
"""Characters behind a figure in which the time stands that it is of."""
_LIGHT = 3
"""Units between a verb and its figure, at most: "was just under"."""
_MOST_TIMES = 6
"""Beyond so many times the other, a bare number is another thing."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure that another may be set beside.

    Attributes:
        leaf: index of its leaf.
        quantity: its value.
        noun: what it is a figure of; ``None`` where that is not known.
        time: when it was, where a date says so.
        verb: the verb right before it.
    """

    leaf: int
    quantity: Quantity
    noun: str | None
    time: TimeSpan | None
    verb: str | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """The figures of a sentence, for the one behind it, and the noun that it is about."""

    end: int
    subject: str | None
    figures: tuple[_Figure, ...]


class ComparisonFinder:
    """Finds the comparisons of a sentence, and of a sentence with the one before it."""

    def __init__(self, grammar: Grammar, circumstances: Circumstances) -> None:
        self._grammar = grammar
        self._circumstances = circumstances
        self._nouns = CountedFinder(grammar)
        self._changes = Changes(grammar)
        self._things = ThingFinder(grammar)
        g = grammar
        self._dated = re.compile(
            rf"{g.noun}{g['prepositions']}(?:{g['articles']})?D(?:-?D)?-?(?:{g.noun})$"
        )
        light = "|".join(sorted(grammar.words("adverbs") | grammar.words("articles")))
        self._against = re.compile(
            rf"\b{any_of(_words('against'))}(?: (?:{light})){{0,3}}\s*$", re.IGNORECASE
        )
        self._earlier = re.compile(rf"\b{any_of(_words('earlier'))}\b", re.IGNORECASE)
        self._later = re.compile(rf"\b{any_of(_words('later'))}\b", re.IGNORECASE)
        self._stop = re.compile(r"[;:.](?:\s|$)")

    def concerns(self, sentence: Glance) -> bool:
        """Whether a sentence has a figure, or says as shortly as a headline what rose."""
        if sentence.figures:
            return True
        ways = _surfaces("rose") | _surfaces("fell")
        return len(sentence.words) <= _HEADLINE and not ways.isdisjoint(sentence.words)

    def facts(self, kind: Kind, scene: Scene, stated: Sequence[Fact]) -> Iterator[Fact]:
        """The comparisons of a sentence; arguments as for ``Structure``."""
        leaves = self._nouns.leaves(scene.line)
        key = (kind.name, scene.part)
        told = scene.context.told.get(key)
        if not isinstance(told, _Told) or scene.line.span.start - told.end > _APART:
            told = None
        meant = told.subject if told is not None else None
        figures = self._figures(leaves, scene, meant)
        subject = self._subject(scene, scene.clauses[0], meant) if scene.clauses else None
        scene.context.told[key] = _Told(scene.line.span.end, subject, tuple(figures))
        if scene.part == "title":
            yield from self._headline(kind, leaves, scene)
        found = False
        for first, second in pairwise(figures):
            earlier = self._beside(leaves, first, second)
            if earlier is not None:
                found = True
                clause = self._amounting(leaves, first.leaf, scene)
                stretch = Stretch(leaves.at[first.leaf], leaves.at[second.leaf], clause)
                yield self._fact(kind, scene, stretch, first, earlier)
        for fact in stated:
            if (compared := self._of_change(kind, fact)) is not None:
                found = True
                yield compared
        if found:
            return
        if told is not None and figures:
            others = [replace(each, noun=each.noun or meant) for each in told.figures]
            yield from self._resumed(kind, scene, leaves, figures[0], others, beside=False)
        for other, figure in pairwise(figures):
            yield from self._resumed(kind, scene, leaves, figure, [other], beside=True)

    # -- the figures -------------------------------------------------------------------------

    def _figures(self, leaves: Leaves, scene: Scene, meant: str | None) -> list[_Figure]:
        """The figures of a sentence; a pronoun in it stands for the noun ``meant``."""
        figures = []
        for index, unit in enumerate(leaves.units):
            number = unit.mention
            if leaves.codes[index] not in _AMOUNTS or not isinstance(number, Number):
                continue
            if number.whole is None and number.quantity.low == number.quantity.high:
                noun = self._noun(leaves, index, scene, meant)
                clause = self._governing(leaves, index, scene)
                verb = clause.group.lemmas[0] if clause is not None else None
                time = self._time(leaves, index)
                figures.append(_Figure(index, number.quantity, noun, time, verb))
        return figures

    def _noun(self, leaves: Leaves, index: int, scene: Scene, meant: str | None) -> str | None:
        """What a figure is of: the subject of a verb of quantity, or else the noun beside it."""
        clause = self._amounting(leaves, index, scene)
        if clause is not None and clause.subject is not None:
            return self._subject(scene, clause, meant)
        counted = self._nouns.several(leaves, index) or self._nouns.whole(leaves, index)
        counted = counted or self._nouns.amounting(leaves, index)
        return standard_noun(counted.head) if counted else None

    def _subject(self, scene: Scene, clause: Clause, meant: str | None) -> str | None:
        """The noun of the subject of a clause; for a pronoun, that of the sentence before."""
        if clause.subject is None:
            return None
        at = clause.subject
        if scene.line.units[at].code == "R":
            return meant
        if (dated := self._dated.search(scene.line.codes, 0, at + 1)) is not None:
            at = dated.start()  # "sales in the April-June period"
        thing = self._things.thing(
            scene.line, at, at + 1, clause.verb if at == clause.subject else at + 1
        )
        return thing.text if thing else None

    def _amounting(self, leaves: Leaves, index: int, scene: Scene) -> Clause | None:
        """The clause whose verb says to what its subject comes: "exports totalled 340"."""
        clause = self._governing(leaves, index, scene)
        amounting = figure_words("amounting") | figure_words("amounting_shares")
        amounts = clause is not None and not amounting.isdisjoint(clause.group.lemmas)
        return clause if amounts else None

    def _governing(self, leaves: Leaves, index: int, scene: Scene) -> Clause | None:
        """The clause whose verb stands right before a figure."""
        at = leaves.at[index]
        before = [clause for clause in scene.clauses if clause.verb < at]
        if not before or at - before[-1].verb > _LIGHT + 1:
            return None
        clause = before[-1]
        loose = all(
            not unit.word or unit.word in self._grammar.closed
            for unit in scene.line.units[clause.verb + 1 : at]
        )
        return clause if loose else None

    @staticmethod
    def _time(leaves: Leaves, index: int) -> TimeSpan | None:
        """The day nearest to a figure in its sentence."""
        dated = [
            (abs(at - index), unit.mention.time)
            for at, unit in enumerate(leaves.units)
            if isinstance(unit.mention, DateMention) and unit.mention.time is not None
        ]
        return min(dated, key=lambda each: each[0])[1] if dated else None

    # -- in one sentence ---------------------------------------------------------------------

    def _beside(self, leaves: Leaves, first: _Figure, second: _Figure) -> Quantity | None:
        """The figure of the earlier time that stands right behind another."""
        text, end = leaves.line.text, leaves.line.span.end
        start = leaves.units[second.leaf].start
        if not self._against.search(text, leaves.units[first.leaf].end, start):
            return None
        behind = text[leaves.units[second.leaf].end : min(end, start + _BEHIND)]
        behind = self._stop.split(behind)[0]
        dated = any(
            isinstance(unit.mention, DateMention) and unit.start - start < _BEHIND
            for unit in leaves.units[second.leaf + 1 :]
        )
        if not dated and not self._earlier.search(behind):
            return None
        return _alike(second.quantity, first.quantity)

    # -- in two sentences --------------------------------------------------------------------

    def _resumed(
        self,
        kind: Kind,
        scene: Scene,
        leaves: Leaves,
        figure: _Figure,
        told: Sequence[_Figure],
        *,
        beside: bool,
    ) -> Iterator[Fact]:
        """A figure set beside one told before, by a pronoun, its noun or the same verb.

        Args:
            kind: of the facts.
            scene: the sentence.
            leaves: the same.
            figure: the later one of the two.
            told: those of which one may be the other.
            beside: whether these stand in the same sentence.
        """
        clause = self._governing(leaves, figure.leaf, scene)
        if clause is None or clause.subject is None or clause.group.negated:
            return
        if clause.group.possible:
            return
        others = [
            (other, quantity)
            for other in told
            if (quantity := _alike(figure.quantity, other.quantity)) is not None
            and self._goes_on(scene, leaves, clause, figure, other)
        ]
        if len(others) != 1:
            return
        ((other, quantity),) = others
        since = leaves.units[other.leaf].end if beside else scene.line.span.start
        order = self._order(scene, figure, other, since)
        stretch = Stretch(clause.subject, leaves.at[figure.leaf], clause)
        if order < 0:
            yield self._fact(kind, scene, stretch, other, quantity)
        elif order > 0:
            later = replace(figure, quantity=quantity, noun=other.noun)
            yield self._fact(kind, scene, stretch, later, other.quantity)

    def _goes_on(
        self, scene: Scene, leaves: Leaves, clause: Clause, figure: _Figure, other: _Figure
    ) -> bool:
        """Whether a figure is of what another is of: "it had 40 members, and now has 90"."""
        subject = scene.line.units[clause.subject or 0]
        word = standard_noun(singular(subject.word.split()[-1])) if subject.word else ""
        if self._amounting(leaves, figure.leaf, scene) is None:
            bare = self._nouns.several(leaves, figure.leaf) is None
            return bare and figure.verb == other.verb and subject.code == "R"
        same = word == self._noun_of(other) or word in _words("standing_for")
        return subject.code == "R" or same

    def _of_change(self, kind: Kind, fact: Fact) -> Fact | None:
        """What a change without more than its two figures compares: "90, up from 60"."""
        fields = fact.fields
        initial, told = fields.get("initial"), ("proportion", "difference", "factor")
        if fact.value is None or not isinstance(initial, Quantity) or fact.kind == kind.name:
            return None
        if any(fields.get(name) is not None for name in told) or "about" not in fields:
            return None
        own = {name: fields.get(name) for name in kind.fields if name != "direction"}
        return replace(fact, kind=kind.name, fields=dict.fromkeys(kind.fields) | own)

    def _noun_of(self, figure: _Figure) -> str | None:
        """The noun of what a figure is of, in the singular."""
        return self._changes.noun(figure.noun) if figure.noun else None

    def _order(self, scene: Scene, figure: _Figure, other: _Figure, since: int) -> int:
        """-1 where a figure is of an earlier time than another, 1 of a later; 0 if unknown."""
        own, before = figure.time, other.time
        starts = own.start if own is not None else None
        if starts is not None and before is not None and before.start not in (None, starts):
            return -1 if before.start is not None and starts < before.start else 1
        text = scene.line.text[since : scene.line.span.end]
        if self._earlier.search(text):
            return -1
        return 1 if self._later.search(text) else 0

    # -- in a headline -----------------------------------------------------------------------

    def _headline(self, kind: Kind, leaves: Leaves, scene: Scene) -> Iterator[Fact]:
        """What a headline says to have risen or fallen."""
        for clause in scene.clauses:
            if clause.group.negated or clause.group.possible:
                return
        noun: tuple[int, str] | None = None
        for index, unit in enumerate(leaves.units):
            word = unit.word.split()[-1] if unit.word else ""
            way = next((name for name in ("rose", "fell") if word in _surfaces(name)), None)
            if way is not None and noun is not None and not self._describes(leaves, index):
                statement = Stretch(leaves.at[noun[0]], leaves.at[index])
                fields: dict[str, Value | None] = {"about": noun[1], "direction": way}
                yield self._made(kind, scene, statement, fields, None)
                return
            verb = leaves.codes[index] == "V" or _GERUND.search(word)
            if word[:1].isalpha() and word not in self._grammar.closed and not verb:
                noun = (index, standard_noun(singular(word)))

    def _describes(self, leaves: Leaves, index: int) -> bool:
        """Whether a word stands before its noun, behind a verb: "bill clears lower house"."""
        behind = leaves.units[index + 1 : index + 2]
        word = behind[0].word if behind else ""
        plain = word.isalpha() and word not in self._grammar.closed and behind[0].code not in "DV"
        return plain and leaves.codes[index] != "V" and leaves.codes[index - 1] == "V"

    # -- the fact ----------------------------------------------------------------------------

    def _fact(
        self,
        kind: Kind,
        scene: Scene,
        statement: Stretch,
        later: _Figure,
        initial: Quantity,
    ) -> Fact:
        fields: dict[str, Value | None] = {"about": later.noun, "initial": initial}
        return self._made(kind, scene, statement, fields, later.quantity)

    def _made(
        self,
        kind: Kind,
        scene: Scene,
        statement: Stretch,
        fields: dict[str, Value | None],
        value: Quantity | None,
    ) -> Fact:
        computed = self._changes.computed(kind, fields, value)
        attribution = self._circumstances.attribution(statement, scene)
        told = self._circumstances.told(statement, scene, attribution)
        return self._circumstances.fact(
            kind, statement, scene, fields | computed, told, value, phrase=f"{kind.name}/figures"
        )


def _alike(bare: Quantity, other: Quantity) -> Quantity | None:
    """A figure in the unit of another; ``None`` where it is of another, or far from it."""
    if bare.unit is None and other.unit is not None:
        bare = replace(bare, unit=other.unit)
    low, high = bare.low, other.low
    if bare.unit != other.unit or not low or not high:
        return None
    return bare if max(low, high) <= min(low, high) * _MOST_TIMES else None


@cache
def _surfaces(name: str) -> frozenset[str]:
    """The words of a list, and of its verbs every form."""
    plain = _words(name)
    return plain.union(*(each for word in plain for each in _forms_of(word)))


def _forms_of(word: str) -> Iterator[Sequence[str]]:
    each = forms(word)
    yield from (each.present, each.past, each.participle, each.gerund)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_words("comparisons").data[name])
