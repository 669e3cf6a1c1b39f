"""Phrases compiled: what a kind's file says as patterns over the codes of a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from ...kinds import Kind, PhraseSource
from ...knowledge import nearest
from ...lazy import LazyPattern
from ..grammar.classes import Grammar
from ..grammar.line import POSSESSIVE
from .patterns import SLOT_CODES, TEXT, WORDED, PatternMaker, is_worded, owned
from .templates import (
    Choice,
    Either,
    Item,
    Literal,
    Skip,
    Slot,
    TemplateError,
    Verb,
    parse_template,
)

__all__ = ["Phrase", "PhraseBook"]

_UNSAID = "_"
_COUNTED = "Q"  # people counted are no mention, and may have no figure
_FIGURES = (
    "share",
    "points",
    "difference",
    "count",
    "money",
    "measure",
    "amount",
    "level",
    "mark",
    "step",
    "portion",
    "times",
)
_WEIGHTS = {Literal: 2, Slot: 1, Verb: 1}


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """One compiled phrase.

    Attributes:
        kind: whose fact it reads.
        name: ``kind/word``, unique within the kind.
        number: its place in the file.
        gives: fields it fixes.
        negated: fields it fixes instead under a negation.
        ongoing: fields it fixes instead while it is going on.
        unless: pattern over the text of the sentence that rules it out.
        manner: adverbs of which its verb must have one.
        needs: pattern without which it is ruled out.
        types: slot type by slot name.
        heads: codes of what may fill a slot, by slot name.
        figure: codes of the figures of which it needs one; empty when it needs none, or people
            may be counted without one ("a nurse").
        required: of each of these it needs a word in the sentence.
        codes: of each of these it needs a unit in the line.
        verbs: its verbs; none for a flat phrase.
        subject: the slot before the verb.
        subject_optional: whether it may be missing.
        left: what stands before the verb when that is more than one slot.
        direct_object: the slot right behind the verb.
        active: what stands behind the verb.
        passive: the same without the object.
        counted: the object with the noun that it counts ("12 seats"), as it stands before the
            verb in the passive, and what then stands behind the verb; ``None`` where the object
            has no such noun.
        agent: the subject where the verb is passive, "by …".
        weight: how many literals it has; the heaviest phrase wins.
    """

    kind: str
    name: str
    number: int
    gives: Mapping[str, str]
    negated: Mapping[str, str]
    ongoing: Mapping[str, str]
    unless: LazyPattern | None
    needs: LazyPattern | None
    manner: frozenset[str]
    types: Mapping[str, str]
    heads: Mapping[str, str]
    verbs: tuple[str, ...]
    figure: str
    required: tuple[tuple[str, ...], ...]
    codes: tuple[str, ...]
    subject: str | None
    subject_optional: bool
    left: LazyPattern | None
    direct_object: str | None
    active: LazyPattern
    passive: LazyPattern | None
    counted: tuple[LazyPattern, LazyPattern] | None
    agent: LazyPattern | None
    weight: int


class PhraseBook:
    """Every phrase of every kind, by the verb that it hangs on.

    Raises:
        KnowledgeError: for a phrase that cannot be compiled, with its place in the file.

    Attributes:
        patterns: what the phrases were compiled with.
    """

    def __init__(self, kinds: Mapping[str, Kind], grammar: Grammar) -> None:
        self._grammar = grammar
        self.patterns = PatternMaker(grammar)
        parsed = [(kind, list(self._parse(kind))) for kind in kinds.values()]
        for kind, phrases in parsed:
            for _, items in phrases:
                self._learn(items)
            for verb in kind.evoking_verbs():
                grammar.vocabulary.add_verb(verb)
        grammar.settle()
        self._by_verb: dict[str, list[Phrase]] = {}
        self._flat: list[Phrase] = []
        self._all: list[Phrase] = []
        self._called = Counter[str]()
        for kind, phrases in parsed:
            for number, items in phrases:
                phrase = self._compile(kind, number, items)
                self._all.append(phrase)
                self._called[phrase.name.split("-")[0]] += 1
                if not phrase.verbs:
                    self._flat.append(phrase)
                for lemma in phrase.verbs:
                    self._by_verb.setdefault(lemma, []).append(phrase)
        for verb_phrases in self._by_verb.values():
            verb_phrases.sort(key=lambda phrase: -phrase.weight)
        self._flat.sort(key=lambda phrase: -phrase.weight)

    def hanging_on(self, lemma: str) -> Sequence[Phrase]:
        """The phrases with the verb ``lemma``, the heaviest first."""
        return self._by_verb.get(lemma, ())

    @property
    def all(self) -> Sequence[Phrase]:
        """Every phrase, as declared."""
        return self._all

    @property
    def flat(self) -> Sequence[Phrase]:
        """The phrases without a verb, the heaviest first."""
        return self._flat

    def _parse(self, kind: Kind) -> Iterator[tuple[int, tuple[Item, ...]]]:
        for number, source in enumerate(kind.phrases):
            try:
                yield number, parse_template(source.say)
            except TemplateError as failure:
                at = ("phrases", number, "say")
                raise kind.document.error(str(failure), at, failure.column) from None

    def _learn(self, items: Sequence[Item]) -> None:
        for item in items:
            match item:
                case Literal(words):
                    for word in words:
                        if word[0].isalpha():
                            self._grammar.vocabulary.add(word)
                case Verb(lemmas):
                    for lemma in lemmas:
                        self._grammar.vocabulary.add_verb(lemma)
                case Choice(inner, _):
                    self._learn(inner)
                case Either(options, _, _):
                    self._learn([each for option in options for each in option])
                case Slot() | Skip():
                    pass

    def _compile(self, kind: Kind, number: int, items: tuple[Item, ...]) -> Phrase:
        source = kind.phrases[number]
        types: dict[str, str] = {}
        for slot in _all_slots(items):
            if slot.name in types:
                problem = f"the slot {slot.name!r} stands twice"
                raise kind.document.error(problem, ("phrases", number, "say"))
            types[slot.name] = self._type(kind, number, slot)
        at = next((i for i, item in enumerate(items) if isinstance(item, Verb)), None)
        verb = items[at] if at is not None else None
        before = items[:at] if at is not None else ()
        behind = items[at + 1 :] if at is not None else items
        subject, optional = _only_slot(before)
        particles = self._grammar.words("verb_particles")
        direct, turned = _direct_object(behind, particles) if verb else (None, ())
        literals = [word for item in items for word in _literal_words(item)]
        sure = items if direct is None else behind  # in the passive, the subject may be missing
        verbs = verb.lemmas if isinstance(verb, Verb) else ()
        named = (verbs or literals or [kind.name])[0].replace(" ", "-")
        alike = self._called[f"{kind.name}/{named}"]
        return Phrase(
            kind=kind.name,
            name=f"{kind.name}/{named}" + (f"-{alike + 1}" if alike else ""),
            number=number,
            gives=source.gives,
            negated=source.negated,
            ongoing=source.ongoing,
            unless=_any_of((*kind.unless, *source.unless)),
            manner=frozenset(source.manner),
            needs=_any_of(source.needs),
            types=types,
            heads={name: self.patterns.heads(type_) for name, type_ in types.items()},
            verbs=verbs,
            figure=_figure(items, types),
            required=tuple(
                _worded((*map(_literal_words, items), *self._heads(sure, types), source.needs))
            ),
            codes=_needed(sure, types),
            subject=subject,
            subject_optional=optional or not before,
            left=self.patterns.left(before, types) if before and subject is None else None,
            direct_object=direct,
            active=self._behind(behind, types, subject, flat=verb is None),
            passive=self._sequence(turned, types) if direct else None,
            counted=self._counted(behind, types) if direct else None,
            agent=self.patterns.agent(types[subject]) if subject and direct else None,
            weight=_weight(source, items),
        )

    def _behind(
        self, items: Sequence[Item], types: Mapping[str, str], subject: str | None, *, flat: bool
    ) -> LazyPattern:
        """What stands behind the verb; nothing that it acts on where the template has nothing."""
        if flat or items or subject is None or not is_worded(types[subject]):
            return self._sequence(items, types, flat=flat)
        return LazyPattern(lambda: f"(?!{self.patterns.takes_object.pattern})")

    def _heads(self, items: Sequence[Item], types: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
        """The words of which one must head a slot among ``items``."""
        for item in items:
            type_ = types[item.name] if isinstance(item, Slot) else TEXT
            if is_worded(type_) and type_ not in WORDED:
                yield tuple(sorted(self._grammar.words(type_)))

    def _counted(
        self, behind: Sequence[Item], types: Mapping[str, str]
    ) -> tuple[LazyPattern, LazyPattern] | None:
        """The patterns for a direct object with the nouns behind it; ``None`` without any."""
        joints = self._grammar.words("prepositions") | self._grammar.words("adverbs")
        at = next(index for index, item in enumerate(behind) if isinstance(item, Slot))
        particles, behind = behind[:at], behind[at:]
        end = 1
        while end < len(behind) and _is_wording(behind[end], joints):
            end += 1
        while end > 1 and not joints.isdisjoint(_literal_words(behind[end - 1])):
            end -= 1
        if end == 1:
            return None
        before, after = behind[:end], (*particles, *behind[end:])
        ending = LazyPattern(lambda: self.patterns.sequence(before, types, flat=True) + "$")
        return ending, self._sequence(after, types)

    def _sequence(
        self, items: Sequence[Item], types: Mapping[str, str], *, flat: bool = False
    ) -> LazyPattern:
        return LazyPattern(lambda: self.patterns.sequence(items, types, flat=flat))

    def _type(self, kind: Kind, number: int, slot: Slot) -> str:
        if slot.name == _UNSAID:
            return slot.type or "any"
        declared = kind.value if slot.name == "value" else kind.fields.get(slot.name)
        problem = None
        if declared is None:
            hint = nearest(slot.name, kind.fields)
            problem = f"the kind {kind.name!r} has no field {slot.name!r}{hint}"
        elif (type_ := slot.type or declared) not in {*SLOT_CODES, *WORDED, TEXT} and not (
            self._grammar.has(type_)
        ):
            hint = nearest(type_, (*SLOT_CODES, *WORDED, TEXT))
            problem = f"no slot can have the type {type_!r}{hint}"
        if problem:
            raise kind.document.error(problem, ("phrases", number, "say"))
        return slot.type or str(declared)


def _worded(groups: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The ``groups`` that are of words alone, which a sentence can be asked for."""
    return (words for words in groups if words and all(word[0].isalpha() for word in words))


def _needed(items: Sequence[Item], types: Mapping[str, str]) -> tuple[str, ...]:
    """The codes of which a line needs one, for each of ``items`` that needs any."""
    return tuple(
        code
        for before, item in pairwise((None, *items))
        if item and not owned(before, item, types) and (code := _codes(item, types))
    )


def _weight(source: PhraseSource, items: Sequence[Item]) -> int:
    """How much a phrase asks for: its words, and what its verb must have beside it."""
    return len(source.manner) + sum(_WEIGHTS.get(type(item), 0) for item in items)


def _any_of(words: Sequence[str]) -> LazyPattern | None:
    if not words:
        return None
    either = "|".join(re.escape(word) for word in words)
    return LazyPattern(lambda: rf"(?i)(?<!\w)(?:{either})(?!\w)")


def _all_slots(items: Sequence[Item]) -> Iterator[Slot]:
    for item in items:
        if isinstance(item, Slot):
            yield item
        elif isinstance(item, Choice):
            yield from _all_slots(item.items)
        elif isinstance(item, Either):
            for option in item.options:
                yield from _all_slots(option)


def _figure(items: Sequence[Item], types: Mapping[str, str]) -> str:
    """Codes of figures without one of which the items are not found; empty when there are none."""
    for item in items:
        match item:
            case Slot(name, _) if types[name] in _FIGURES:
                return SLOT_CODES[types[name]].replace(_COUNTED, "")
            case Either(options, _, needed=True):
                each = [_figure(option, types) for option in options]
                if all(each):
                    return "".join(each)
    return ""


def _codes(item: Item, types: Mapping[str, str]) -> str:
    """Codes of the units, of which ``item`` must be one; empty where it may be another."""
    match item:
        case Slot(name, _):
            return SLOT_CODES.get(types[name], "")
        case Literal(("'s",)):
            return POSSESSIVE
        case Literal(words) if not any(word[0].isalnum() for word in words):
            return "".join(words)
        case Either(options, _, needed=True):
            each = [
                next(filter(None, (_codes(i, types) for i in option)), "") for option in options
            ]
            return "".join(each) if all(each) else ""
        case _:
            return ""


def _direct_object(
    behind: Sequence[Item], particles: AbstractSet[str]
) -> tuple[str | None, Sequence[Item]]:
    """The slot that only particles part from the verb, and what is left without it.

    Args:
        behind: the items behind the verb: "[over|back] {place} [from {loser}]".
        particles: words that belong to a verb: "give up {place}".
    """
    for index, item in enumerate(behind):
        if isinstance(item, Slot):
            return item.name, (*behind[:index], *behind[index + 1 :])
        particle = isinstance(item, Literal) and set(item.words) <= particles
        if not particle and not (isinstance(item, Choice) and _is_wording(item, frozenset())):
            break
    return None, ()


def _literal_words(item: Item) -> tuple[str, ...]:
    return item.words if isinstance(item, Literal) else ()


def _is_wording(item: Item, joints: AbstractSet[str]) -> bool:
    """Whether ``item`` can belong to the noun phrase that a slot before it begins."""
    if isinstance(item, Choice):
        return all(isinstance(inner, Literal | Skip) for inner in item.items)
    return isinstance(item, Literal) and joints.isdisjoint(item.words)


def _only_slot(items: Sequence[Item]) -> tuple[str | None, bool]:
    """The single slot that ``items`` are, and whether it may be missing."""
    if len(items) != 1:
        return None, False
    match items[0]:
        case Slot(name, _):
            return name, False
        case Choice((Slot(name, _),), _):
            return name, True
    return None, False
