"""The words that figures are written with, from ``facts/words/numbers.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ...knowledge import FACTS, kept, read_yaml
from ...model import Hedge, NumberForm
from ..glance import Glance
from .lists import ConditionEntry, NumberLists, UnitEntry
from .tokens import Phrases, Tokens

__all__ = ["Condition", "NumberWords", "UnitWord", "number_words"]

_PLURAL_REACH = 2  # an adjective and its noun: "no foreign nationals"
_SHORTEST_PLURAL = 4


class UnitWord(NamedTuple):
    """What a unit word makes of the figure beside it.

    Attributes:
        unit: as ``Quantity.unit`` has it.
        form: the sort of figure.
        times: turns the figure into ``unit``: 0.01 for cents.
        stated: what the figure is in before that: "cent"; ``None`` where it is ``unit`` itself.
        attached: whether the word must touch the figure, or be joined to it by a hyphen.
        known: whether it is of the vocabulary, and not only written as a symbol is.
    """

    unit: str
    form: NumberForm
    times: Decimal = Decimal(1)
    stated: str | None = None
    attached: bool = False
    known: bool = True


@dataclass(frozen=True, slots=True)
class Condition:
    """Where an ambiguous word is a figure.

    Attributes:
        before: phrases that license it when they stand before it.
        after: phrases that license it when they stand after it.
        hedged: whether a hedge licenses it.
        plural: whether a noun in the plural after it licenses it.
        not_before: phrases that refuse it when they stand before it.
        not_after: phrases that refuse it when they stand after it.
        no_figure_after: phrases after it with which it is mentioned, and no fact is made of it.
        figure: whether facts may be made of it at all.
    """

    before: Phrases[None]
    after: Phrases[None]
    hedged: bool
    plural: bool
    not_before: Phrases[None]
    not_after: Phrases[None]
    no_figure_after: Phrases[None]
    figure: bool

    def is_figure(self, tokens: Tokens, end: int) -> bool:
        """Whether facts may be made of it, where it ends before token ``end``."""
        return self.figure and self.no_figure_after.ahead(tokens, end) is None

    def allows(self, tokens: Tokens, start: int, end: int, *, hedged: bool, plural: bool) -> bool:
        """Whether the words from ``start`` to ``end`` are a figure where they stand."""
        if self.not_before.behind(tokens, start) or self.not_after.ahead(tokens, end):
            return False
        if not (self.before or self.after or self.hedged or self.plural):
            return True
        return bool(
            (self.hedged and hedged)
            or (self.plural and plural)
            or self.before.behind(tokens, start)
            or self.after.ahead(tokens, end)
        )


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The vocabulary of figures, ready for lookup.

    ``lists`` is the file as written; the phrases are its lists by what they decide.

    Attributes:
        joins: words that may stand between two figures: "to", "and", "or".
        conditional: the first words of ``conditions``.
        settled: the words of ``fixed``.
        spelled: number words below a hundred.
        parts: words that are a part behind a number: "third", "halves".
        heads: of the first word of a figure, those that begin it with this one; the empty one
            where it may begin one alone.
        hints: words of which every figure without digits holds one.
    """

    lists: NumberLists
    vague: Phrases[Decimal]
    few: Phrases[Decimal]
    couples: Phrases[Decimal]
    tolerances: Phrases[None]
    nothing: Phrases[None]
    majorities: Phrases[None]
    prefixes: Phrases[UnitWord]
    units: Phrases[UnitWord]
    hedges: Phrases[Hedge | None]
    bounding_verbs: Mapping[str, Hedge]
    intensifiers: Phrases[None]
    trailing: Phrases[Hedge]
    trailing_age: Phrases[Hedge]
    between: Phrases[None]
    joins: frozenset[str]
    out_of: Phrases[None]
    of: Phrases[None]
    within: Phrases[None]
    conditions: Mapping[str, Condition]
    conditional: frozenset[str]
    labels: Phrases[None]
    weak_labels: Phrases[None]
    rates: Phrases[None]
    clock: Phrases[None]
    fixed: Phrases[None]
    settled: frozenset[str]
    spelled: frozenset[str]
    parts: frozenset[str]
    heads: Mapping[str, frozenset[str]]
    hints: frozenset[str]

    def hinted(self, sentence: Glance) -> bool:
        """Whether ``sentence`` may hold a figure at all; quick, and never wrongly no."""
        return sentence.has_digits or not self.hints.isdisjoint(sentence.words)

    def beginnings(self, tokens: Tokens) -> list[int]:
        """Where a figure may begin."""
        heads, words = self.heads, tokens.words
        return [
            index
            for index, word in enumerate(words)
            if (word in heads and self.may_begin(tokens, index)) or word[-1:].isdecimal()
        ]

    def may_begin(self, tokens: Tokens, index: int) -> bool:
        """Whether a figure may begin at ``index``."""
        following = self.heads.get(tokens.words[index])
        if following is None:
            return tokens.digits(index)
        return "" in following or tokens.words[index + 1] in following

    def condition(self, tokens: Tokens, start: int, end: int) -> Condition | None:
        """The condition on the words from ``start`` to ``end``, if there is one."""
        if tokens.words[start] not in self.conditional:
            return None
        return self.conditions.get(" ".join(tokens.words[start:end]))

    def plural_ahead(self, tokens: Tokens, index: int) -> bool:
        """Whether a noun in the plural stands at ``index`` or behind one more word."""
        plurals = self.lists.plurals
        for at in range(index, index + _PLURAL_REACH):
            word = tokens.word(at)
            if word in plurals.irregular:
                return True
            if not word[:1].isalpha() or word in plurals.stops:
                return False
            if (
                len(word) >= _SHORTEST_PLURAL
                and word.endswith("s")
                and not word.endswith(("ss", "us", "is", "'s", "’s"))
                and word not in plurals.singular
            ):
                return True
        return False


def _flags(words: Iterable[str]) -> Phrases[None]:
    return Phrases(dict.fromkeys(words))


def _by_hedge(words: Mapping[Hedge, tuple[str, ...]]) -> dict[str, Hedge]:
    return {word: hedge for hedge, listed in words.items() for word in listed}


def _units(units: Iterable[UnitEntry]) -> Phrases[UnitWord]:
    words = {
        word: UnitWord(unit.unit, unit.form, unit.times, unit.stated, unit.attached)
        for unit in units
        for word in unit.words
    }
    return Phrases(words, frozenset(word for word in words if len(word) == 1))


def _conditions(conditions: Iterable[ConditionEntry]) -> dict[str, Condition]:
    return {
        word: Condition(
            before=_flags(condition.before),
            after=_flags(condition.after),
            hedged=condition.hedged,
            plural=condition.plural,
            not_before=_flags(condition.not_before),
            not_after=_flags(condition.not_after),
            no_figure_after=_flags(condition.no_figure_after),
            figure=condition.figure,
        )
        for condition in conditions
        for word in condition.words
    }


def _phrases(lists: NumberLists) -> list[list[str]]:
    """The words of every phrase that is a figure by itself, but for numerals."""
    listed = (*lists.vague, *lists.few, *lists.couples, *lists.nothing, *lists.majorities)
    scaled = {*lists.scales, *lists.fractions.half, *lists.fractions.quarters}
    scaled |= lists.fractions.denominators.keys()
    articled = [[article, word] for article in lists.articles for word in scaled]
    articled += [[opener, word] for opener in lists.openers for word in lists.scales]
    return [phrase.split() for phrase in listed] + articled


@cache
def number_words() -> NumberWords:
    """The vocabulary of ``facts/words/numbers.yaml``, read once.

    Raises:
        KnowledgeError: when the file does not have its form.
    """
    return kept("numbers", _read)


def _read() -> NumberWords:
    lists = read_yaml(FACTS / "words" / "numbers.yaml").parse(NumberLists)
    single = {*lists.cardinals, *lists.tens, *lists.folds, *lists.ordinals, *lists.fractions.half}
    single |= lists.multiples.keys()
    phrases = [[word] for word in single | lists.fractions.vulgar.keys()] + _phrases(lists)
    second: dict[str, set[str]] = {}
    for head, *rest in phrases:
        second.setdefault(head, set()).add(rest[0] if rest else "")
    hedges: dict[str, Hedge | None] = dict.fromkeys(lists.hedges.none)
    refused = lists.not_figures
    return NumberWords(
        lists=lists,
        vague=Phrases(lists.vague),
        few=Phrases(lists.few),
        couples=Phrases(lists.couples),
        tolerances=_flags(lists.tolerances),
        nothing=_flags(lists.nothing),
        majorities=_flags(lists.majorities),
        prefixes=_units(lists.prefixes),
        units=_units(lists.units),
        hedges=Phrases({**hedges, **_by_hedge(lists.hedges.bounds)}),
        bounding_verbs=_by_hedge(lists.hedges.verbs),
        intensifiers=_flags(lists.hedges.intensifiers),
        trailing=Phrases(_by_hedge(lists.hedges.trailing)),
        trailing_age=Phrases(_by_hedge(lists.hedges.trailing_age)),
        between=_flags(lists.ranges.between),
        joins=lists.ranges.and_ | lists.ranges.or_ | lists.ranges.to,
        out_of=_flags(lists.ratios.out_of),
        of=_flags(lists.ratios.of),
        within=_flags(lists.ratios.in_),
        conditions=_conditions(lists.conditions),
        conditional=frozenset(
            word.split()[0] for condition in lists.conditions for word in condition.words
        ),
        labels=_flags(refused.labels),
        weak_labels=_flags(refused.weak_labels),
        rates=_flags(refused.rates),
        clock=_flags(refused.clock),
        fixed=_flags(refused.fixed),
        settled=frozenset(Tokens(" ".join(refused.fixed)).words),
        spelled=frozenset(lists.cardinals.keys() | lists.tens.keys()),
        parts=lists.fractions.half | lists.fractions.quarters | {*lists.fractions.denominators},
        heads={head: frozenset(following) for head, following in second.items()},
        hints=frozenset(max(phrase, key=len) for phrase in phrases),
    )
