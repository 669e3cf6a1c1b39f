"""What a figure says: what it counts or measures, and which verb it stands with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from ...knowledge import read_words
from ...model import Name, Quantity
from ..grammar.classes import Grammar
from ..grammar.nouns import noun_words, singular
from ..grammar.vocabulary import UNKNOWN_NAME
from ..meaning.scene import Scene
from ..numbers import Number
from ..numbers.words import number_words
from .counted import Counted, CountedFinder, Leaves
from .predicates import Predicate, PredicateFinder

__all__ = ["Figure", "FigureReader"]

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, read as far as its noun and its verb.

    Attributes:
        leaf: index of its leaf.
        quantity: its value.
        counted: the noun; ``None`` where the verb alone says what it is.
        predicate: the verb.
        part: whether it is a part of the figure before it.
        actor: who it belongs to, where no verb says who acts.
    """

    leaf: int
    quantity: Quantity
    counted: Counted | None
    predicate: Predicate | None
    part: bool = False
    actor: Name | None = None

    @property
    def counts(self) -> bool:
        """Whether it is a number of things rather than an amount."""
        return self.counted is not None and self.quantity.unit is None


class FigureReader:
    """Reads what the figures of a sentence say."""

    def __init__(self, grammar: Grammar, nouns: CountedFinder, predicates: PredicateFinder) -> None:
        self._grammar = g = grammar
        self._nouns = nouns
        self._predicates = predicates
        of = g.vocabulary.one_of(["of"])
        self._levels = g.words("levels")
        self._included = re.compile(rf"{g['inclusions']}(?:{g['adverbs']}|{g['determiners']})*$")
        self._elliptic = re.compile(rf"(?:{g['newcomers']})?(?:[.,;:)–V]|$|{g['prepositions']})")
        self._of_them = re.compile(rf"{g['partitives']}")
        self._of_all = re.compile(rf"(?:^|[,“;]){of}(?:{g['determiners']}|[CAHPX]'){{0,2}}$")
        self._opening = re.compile(rf"{of}(?:{g['determiners']}){{1,2}}(?:{g.noun})?,")
        self._of_several = re.compile(rf"{of}(?:{g['determiners']}){{1,2}}N")
        self._owner = re.compile(rf"(?P<owner>[CAHX])'(?:{g.noun}){{0,2}}$")
        self._label = re.compile(rf"[CAPX{UNKNOWN_NAME}]$")
        self._bracket = re.compile(r"\([^()]*\)")
        self._goes_on = re.compile(rf"[,;]|{g['joining']}")
        self._after = re.compile(rf"(?:{g['adverbs']}|{g['subordinators']}|{g['more']})")
        self._aged = re.compile(r"(?P<person>[HX]),$")
        self._person = re.compile(rf"(?:-?(?:[CAPXO]|{g.noun})){{0,3}}?(?P<person>H)")

    def part_of_told(
        self, leaves: Leaves, index: int, scene: Scene, told: Counted
    ) -> Figure | None:
        """The figure at leaf ``index`` as a part of what the sentence before counts, if it is."""
        number = leaves.units[index].mention
        if not isinstance(number, Number) or not self._is_of_told(leaves, index, told):
            return None
        whole = Figure(index, number.quantity, told, None)
        return self._inherited(
            leaves, index, number.quantity, scene, whole, part=True, partitive=True
        )

    def figures(
        self, leaves: Leaves, index: int, scene: Scene, before: Figure | None
    ) -> Iterator[Figure]:
        """What the figure at leaf ``index`` says; two things for "two of the four boats"."""
        number = leaves.units[index].mention
        if not isinstance(number, Number):
            return
        code = leaves.codes[index]
        if number.whole is not None and number.part is not None:
            counted = self._nouns.several(leaves, index)
            if counted is not None:
                part = replace(counted, partitive=True)
                yield Figure(index, number.whole, counted, None)
                if number.part.low != _ONE:
                    yield self._placed(leaves, index, number.part, part, scene, part=True)
        elif code == "N" and (attribute := _attribute(leaves.text(index, index))):
            word = Counted(singular(attribute), singular(attribute), index, index)
            yield Figure(index, number.quantity, word, None)
        elif code == "N":
            yield from self._count(leaves, index, number.quantity, scene, before)
        elif code == "S":
            yield from self._share(leaves, index, number.quantity, scene)
        elif code == "Y":
            yield from self._age(leaves, index, number.quantity, scene)
        elif number.quantity.unit != "times":
            yield from self._measure(leaves, index, number.quantity, scene)

    def _placed(
        self,
        leaves: Leaves,
        index: int,
        quantity: Quantity,
        counted: Counted | None,
        scene: Scene,
        *,
        part: bool = False,
    ) -> Figure:
        """The figure with its verb."""
        first, last = (counted.first, counted.last) if counted else (index, index)
        if counted is not None and "V" in leaves.codes[first:index]:
            first = last = index  # the subject of what it is
        predicate = self._predicates.of(scene, leaves.at[first], leaves.at[last])
        if part and leaves.ending(self._included, index):
            predicate = None
        owner = leaves.ending(self._owner, index)
        actor = None
        if owner is not None:
            unit = leaves.units[owner.start("owner")]
            actor = scene.context.actor(unit, scene.line, None)
        return Figure(index, quantity, counted, predicate, part, actor)

    def _count(
        self, leaves: Leaves, index: int, quantity: Quantity, scene: Scene, before: Figure | None
    ) -> Iterator[Figure]:
        """A bare number: of the noun behind it, before it, or of the figure before."""
        if quantity.high == 0:
            return
        single = (quantity.low, quantity.high) == (_ONE, _ONE)
        nouns = self._nouns
        counted = nouns.single(leaves, index) if single else nouns.several(leaves, index)
        if counted is not None:
            part = leaves.ending(self._included, index) is not None
            of_all = leaves.ending(self._of_all, index)
            figure = self._placed(leaves, index, quantity, counted, scene, part=part)
            yield replace(figure, predicate=None) if of_all else figure
            return
        if self._of_them.match(leaves.codes, index + 1) and before is not None:
            yield self._inherited(leaves, index, quantity, scene, before, part=True, partitive=True)
            return
        if whole := self._of_fewer(leaves, index, quantity):
            counted = nouns.several(leaves, whole[0]) or (before.counted if before else None)
            first = replace(counted, first=index, last=index) if counted else None
            yield Figure(index, whole[1], first, None)
            yield Figure(index, quantity, first, None, part=True)
            return
        amounting = nouns.amounting(leaves, index)
        if amounting is None:
            amounting = self._subject(leaves, index, scene)
        if amounting is not None:
            if amounting.head in noun_words("amounting"):
                yield self._placed(leaves, index, quantity, amounting, scene)
        elif (
            before is not None
            and self._elliptic.match(leaves.codes, index + 1)
            and not leaves.ending(self._label, index)
        ):
            yield from self._elliptical(leaves, index, quantity, scene, before)

    def _is_of_told(self, leaves: Leaves, index: int, told: Counted) -> bool:
        """Whether a bare number is of what was counted before: "Of the herds, 260 were sick"."""
        opening = self._opening.match(leaves.codes)
        if opening is None or opening.end() != index:
            return bool(index == 0 and self._of_them.match(leaves.codes, index + 1))
        words = leaves.text(0, index - 2).lower().split()
        behind = self._elliptic.match(leaves.codes, index + 1)
        bare = len(words) == len(("of", "these"))
        return behind is not None and (bare or singular(words[-1]) == told.head)

    def _of_fewer(
        self, leaves: Leaves, index: int, quantity: Quantity
    ) -> tuple[int, Quantity] | None:
        """The number of which it is said to be a part, though that is no larger: "85 of the 60"."""
        found = self._of_several.match(leaves.codes, index + 1)
        if found is None or leaves.ending(self._label, index):
            return None
        number = leaves.units[found.end() - 1].mention
        if not isinstance(number, Number) or number.quantity.high is None:
            return None
        less = quantity.low is not None and number.quantity.high < quantity.low
        return (found.end() - 1, number.quantity) if less else None

    def _elliptical(
        self, leaves: Leaves, index: int, quantity: Quantity, scene: Scene, before: Figure
    ) -> Iterator[Figure]:
        """A number that leaves its noun to the one before: "of 40 schools, 11 reopened"."""
        counted = before.counted
        if counted is None:
            return
        between = leaves.codes[counted.last + 1 : index]
        of_all = leaves.ending(self._of_all, before.leaf) is not None
        smaller = before.quantity.low is not None and (quantity.high or 0) < before.quantity.low
        listed = ":" in between or (before.part and self._goes_on.search(between))
        if of_all or (listed and (smaller or before.part)):
            figure = self._inherited(
                leaves, index, quantity, scene, before, part=True, partitive=of_all
            )
            yield figure if of_all else replace(figure, predicate=None)
            return
        if quantity.high == _ONE:
            return
        figure = self._inherited(leaves, index, quantity, scene, before)
        if figure.predicate is not None and figure.predicate.role != "oblique":
            yield figure

    def _inherited(
        self,
        leaves: Leaves,
        index: int,
        quantity: Quantity,
        scene: Scene,
        before: Figure,
        *,
        part: bool = False,
        partitive: bool = False,
    ) -> Figure:
        """A figure for more or some of what the one before it counts."""
        found = self._placed(leaves, index, quantity, None, scene, part=part)
        if before.counted is None:
            return found
        further = leaves.units[min(index + 1, len(leaves.units) - 1)].word
        counted = replace(
            before.counted,
            first=index,
            last=index,
            partitive=partitive,
            further=further in self._grammar.words("newcomers"),
        )
        return replace(found, counted=counted)

    def _share(
        self, leaves: Leaves, index: int, quantity: Quantity, scene: Scene
    ) -> Iterator[Figure]:
        """A share of something, or something that is so large."""
        nouns = self._nouns
        counted = nouns.whole(leaves, index)
        if counted is None and leaves.at[index] + 1 < len(scene.line.units):
            several = nouns.several(leaves, index)
            attributed = nouns.is_determined(leaves, index) or leaves.codes[index + 1] == "-"
            counted = nouns.single(leaves, index) if attributed and several is None else None
        if counted is None:
            counted = nouns.amounting(leaves, index) or self._subject(leaves, index, scene)
        if counted is not None and counted.head not in noun_words("changes"):
            yield self._placed(leaves, index, quantity, counted, scene)

    def _measure(
        self, leaves: Leaves, index: int, quantity: Quantity, scene: Scene
    ) -> Iterator[Figure]:
        """Money, a measure or a duration: of a noun, or of a verb alone."""
        code, nouns = leaves.codes[index], self._nouns
        counted = nouns.whole(leaves, index)
        if counted is None and code == "M":
            counted = nouns.mass(leaves, index)
        text = leaves.text(index, index)
        joined = "-" in text or nouns.is_determined(leaves, index)
        if counted is None and (joined if code != "T" else "-" in text):
            counted = nouns.single(leaves, index)
        if counted is None and code == "M":
            bare = nouns.single(leaves, index)
            counted = bare if bare and bare.head in noun_words("sums") else None
        if counted is None:
            counted = nouns.amounting(leaves, index) or self._subject(leaves, index, scene)
        figure = self._placed(leaves, index, quantity, counted, scene)
        if self._is_weighed(leaves, index, figure.predicate):
            weight = _weights()[text.split()[-1]]
            figure = replace(figure, quantity=replace(quantity, unit=weight))
        if counted is not None:
            if counted.head not in noun_words("changes"):
                yield figure
        elif self._stands_alone(leaves, index, figure.predicate):
            yield figure

    def _is_weighed(self, leaves: Leaves, index: int, predicate: Predicate | None) -> bool:
        """Whether a word for money stands for a mass: "weighs 90 pounds", "pounds of cocaine"."""
        if leaves.text(index, index).split()[-1] not in _weights():
            return False
        weighs = predicate is not None and predicate.clause.group.lemmas[0] in _weighing()
        return weighs or self._nouns.whole(leaves, index) is not None

    def _stands_alone(self, leaves: Leaves, index: int, predicate: Predicate | None) -> bool:
        """Whether a verb without a noun says what a measure is: "jailed for four years"."""
        if predicate is None or predicate.lemma is None or predicate.role == "subject":
            return False
        if self._after.match(leaves.codes, index + 1):
            return False  # "two years later"
        if leaves.codes[index] == "T" and self._nouns.is_determined(leaves, index):
            return False  # "every 20 days"
        if predicate.role == "object":
            return predicate.direct
        if leaves.codes[index] != "T":
            return leaves.codes[index] == "M"
        return predicate.preposition in self._grammar.words("lasting_prepositions")

    def _subject(self, leaves: Leaves, index: int, scene: Scene) -> Counted | None:
        """The subject of a verb of measuring: "the bridge cost $90 million"."""
        at = leaves.at[index]
        predicate = self._predicates.of(scene, at, at)
        if predicate is None:
            return None
        clause = predicate.clause
        lemma = clause.group.lemmas[0]
        level = lemma in noun_words("levelling") and predicate.preposition in self._levels
        if not level and (predicate.role != "object" or not predicate.direct):
            return None
        measuring = level or lemma in noun_words("measuring")
        if not measuring or clause.group.voice == "passive" or clause.carried:
            return None
        if lemma == "be" and not self._is_own(leaves, index):
            return None
        verb = leaves.at.index(clause.verb)
        return self._nouns.before(leaves, index, verb)

    def _is_own(self, leaves: Leaves, index: int) -> bool:
        """Whether what "is 90 metres" is so long itself, rather than so far away."""
        if leaves.codes[index] != "L":
            return True
        behind = self._bracket.match(leaves.codes, index + 1)
        at = behind.end() if behind else index + 1
        following = leaves.units[at].word if at < len(leaves.units) else ""
        return not following[:1].isalpha() or following in noun_words("extents")

    def _age(
        self, leaves: Leaves, index: int, quantity: Quantity, scene: Scene
    ) -> Iterator[Figure]:
        """The age of a person who is named."""
        found = leaves.ending(self._aged, index)
        found = found or self._person.match(leaves.codes, index + 1)
        if found is None:
            return
        unit = leaves.units[found.start("person")]
        actor = scene.context.actor(unit, scene.line, None)
        yield Figure(index, quantity, Counted("age", "age", index, index), None, actor=actor)


@cache
def _weights() -> Mapping[str, str]:
    weights: Mapping[str, str] = read_words("dimensions").data["weights"]
    return weights


@cache
def _weighing() -> frozenset[str]:
    return frozenset(read_words("dimensions").data["weighing"])


def _attribute(text: str) -> str:
    """The noun that is joined to a number: "member" in "12-member"; empty when there is none."""
    word = text.rpartition("-")[2].lower()
    return word if word in number_words().lists.attributive else ""
