"""The words that name happenings, from ``facts/words/events.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Literal

from ...knowledge import Document, Form, kept, read_words
from ...lazy import LazyPattern
from ..alternatives import any_of
from ..grammar.nouns import singular
from ..inflect import forms

__all__ = ["EventWords", "Reach", "Turn", "event_words"]

Reach = Literal["point", "area", "episode", "diffuse"]
"""Whether a happening is at one spot, over an area, or goes on: an episode may be one of a day."""

_ALL = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Class(Form):
    nouns: frozenset[str]
    verbs: dict[str, str]
    reach: Reach | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn(Form):
    """Words that turn a noun beside them into another class, or into none where that is empty."""

    noun: str
    words: frozenset[str]
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _File(Form):
    sets: dict[str, frozenset[str]]
    classes: dict[str, _Class]
    general: dict[str, frozenset[str]]
    causes: tuple[frozenset[str], ...]
    attackers: frozenset[str]
    attacking: frozenset[str]
    harming: frozenset[str]
    attackers_do: str
    turned: tuple[Turn, ...]
    led: tuple[Turn, ...]
    followed: dict[str, frozenset[str]]
    called: frozenset[str]
    names: frozenset[str]
    masses: frozenset[str]
    others: frozenset[str]
    apart: frozenset[str]
    ordinals: tuple[str, ...]
    supposed: frozenset[str]
    past: tuple[str, ...]
    periods: tuple[str, ...]
    recurring: tuple[str, ...]
    offsets: frozenset[str]
    offset_words: frozenset[str]
    before: frozenset[str]
    modifiers: tuple[tuple[str, ...], ...]
    befalls_in: dict[str, frozenset[str]]
    targets: frozenset[str]
    circumstances: frozenset[str]
    settings: frozenset[str]
    updates: frozenset[str]
    counted_up_to: frozenset[str]
    parties: frozenset[str]
    beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventWords:
    """The lists, turned round: what a word says.

    Attributes:
        lists: the file.
        nouns: the class of each noun.
        verbs: the classes of each verb, by any of its forms, each with words of which it needs one.
        surfaces: every word that may name a happening, as copy writes it.
        modifiers: the group of words for one thing that a word is in.
        fitting: pairs of classes of which one may stand for the other.
        offset: what a sentence says that tells of another time: "a week after the blast".
        earlier: what a sentence begins with that tells of what came before the news.
    """

    lists: _File
    nouns: Mapping[str, str]
    verbs: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    surfaces: frozenset[str]
    modifiers: Mapping[str, int]
    fitting: frozenset[frozenset[str]]
    offset: LazyPattern
    earlier: LazyPattern

    def noun(self, word: str) -> str | None:
        """The class that a noun names, in the singular or the plural."""
        return self.nouns.get(word) or self.nouns.get(singular(word))

    def is_attacker(self, word: str) -> bool:
        """Whether a noun names those who attack, one or several."""
        return not self.lists.attackers.isdisjoint((word, singular(word)))

    def modifier(self, word: str) -> int | None:
        """Which thing a word before a noun of happening speaks of: "coach" as "bus"."""
        found = self.modifiers.get(word)
        return self.modifiers.get(singular(word)) if found is None else found

    def is_general(self, class_: str) -> bool:
        """Whether a class stands for more special ones."""
        return class_ in self.lists.general

    def names_anything(self, class_: str) -> bool:
        """Whether a class stands for all there are: "the incident"."""
        return _ALL in self.lists.general.get(class_, ())

    def reach(self, class_: str) -> Reach | None:
        """Whether what is of a class is a point, an area, or goes on."""
        return self.lists.classes[class_].reach

    def befalls(self, harm: str, class_: str) -> bool:
        """Whether a harm, such as being infected, may come of a happening of a class."""
        classes = self.lists.befalls_in.get(harm)
        return classes is None or class_ in classes or self.names_anything(class_)

    def fit(self, one: str, other: str, *, by_cause: bool = False) -> bool:
        """Whether two classes may name one happening.

        Args:
            one: a class.
            other: another.
            by_cause: whether one may also have come of the other.
        """
        if one == other or self.names_anything(one) or self.names_anything(other):
            return True
        pair = frozenset((one, other))
        return pair in self.fitting or (by_cause and pair in self.lists.causes)


@cache
def event_words() -> EventWords:
    """The words of ``facts/words/events.yaml``, read once.

    Raises:
        KnowledgeError: when the file has not the form that it must have, or names a class or a
            set that it does not have.
    """
    return kept("event-words", _read)


def _read() -> EventWords:
    document = read_words("events")
    file = document.parse(_File)
    _check(document, file)
    nouns = {noun: name for name, each in file.classes.items() for noun in each.nouns}
    verbs: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for name, class_ in file.classes.items():
        for verb, needed in class_.verbs.items():
            for form in _forms(verb):
                sense = (name, file.sets[needed] if needed else frozenset[str]())
                verbs[form] = (*verbs.get(form, ()), sense)
    plurals = {f"{noun}{ending}" for noun in (*nouns, *file.attackers) for ending in ("s", "es")}
    doers = {f"{doer[:-3]}men" for doer in file.attackers if doer.endswith("man")}
    return EventWords(
        lists=file,
        nouns=nouns,
        verbs=verbs,
        surfaces=frozenset([*nouns, *verbs, *plurals, *doers, *file.attackers]),
        modifiers={word: at for at, group in enumerate(file.modifiers) for word in group},
        fitting=frozenset(
            frozenset((general, special))
            for general, specials in file.general.items()
            for special in specials
        ),
        offset=LazyPattern(rf"\b{any_of(file.offsets)} {any_of(file.offset_words)}\b"),
        earlier=LazyPattern(rf"{any_of(file.before)}\b"),
    )


def _forms(verb: str) -> frozenset[str]:
    found = forms(verb)
    return frozenset([found.base, *found.present, *found.past, *found.participle, *found.gerund])


def _check(document: Document, file: _File) -> None:
    """Refuses names of classes and sets that there are none of, and nouns of two classes."""
    for name, each in file.classes.items():
        for verb, needed in each.verbs.items():
            if needed and needed not in file.sets:
                raise document.error(
                    f"there is no set {needed!r}", ("classes", name, "verbs", verb)
                )
    for one, other in combinations(file.classes, 2):
        if twice := file.classes[one].nouns & file.classes[other].nouns:
            problem = f"{min(twice)!r} is a noun of {one}, too; a word has one class"
            raise document.error(problem, ("classes", other, "nouns"))
    named: list[tuple[tuple[str | int, ...], tuple[str, ...]]] = [
        *((("general", name), (name, *under - {_ALL})) for name, under in file.general.items()),
        *((("causes", at), tuple(pair)) for at, pair in enumerate(file.causes)),
        *((("befalls_in", harm), tuple(each)) for harm, each in file.befalls_in.items()),
    ]
    for key, classes in named:
        for name in classes:
            if name not in file.classes:
                raise document.error(f"there is no class {name!r}", key)
