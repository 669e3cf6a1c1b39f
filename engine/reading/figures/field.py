"""The field of meaning of a kind: which words, in which role, make a figure one of its own.

With ``object: [{shoot: [dead, fatally]}]`` below ``killed``, "shot dead 17" is 17 killed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain, product

from ...evocations import ANY, OWN_TOPIC, Evocation
from ...kinds import Kind
from ...knowledge import read_words
from ..glance import WORD, Glance
from ..grammar.nouns import singular
from ..inflect import forms

__all__ = ["ALONE", "Beside", "Evoked", "Field"]

_ABOUT = "about "
_NOT = "not "
_SURELY = "*"
_VERBS = ("object", "subject")
_NOUNS = ("counted", "of", "quantity", "spared", "among")
_ROLES = (*_VERBS, "state", *_NOUNS)


@dataclass(frozen=True, slots=True)
class Evoked:
    """What a word says of a figure.

    Attributes:
        choice: what the field then is.
        beside: words of which one must stand beside it; none where it says so alone.
        counted: nouns of which one must be what is counted; none where any may be.
        without: words of which none may stand beside it.
        about: words of which the article must have one.
        surely: whether it says so only of what is surely a person.
        gives: other fields that are then known.
    """

    choice: str
    beside: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    surely: bool = False
    gives: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a word stands beside, which may decide what it says.

    Attributes:
        near: the words around it.
        article: those of the article.
        surely: whether what is counted is surely a person.
        noun: what is counted; ``None`` where it is looked for among the words around.
    """

    near: frozenset[str]
    article: frozenset[str]
    surely: bool = True
    noun: str | None = None


ALONE = Beside(frozenset(), frozenset())
"""Beside a word that is looked up by itself."""


class Field:
    """The words that evoke the choices of one field of a kind.

    Args:
        kind: the kind.
        name: its field.
        only: those of its choices that are read; all of them where it is empty.
        roles: the roles whose words are read.

    Attributes:
        kind: the same.
        name: the same.
        choices: those of its choices that are read.
        gives: by choice, other fields that are then known, whichever word says so.
        topics: by choice, the words in whose company a figure that nothing else explains is one.
    """

    def __init__(
        self, kind: Kind, name: str, only: Collection[str] = (), roles: Sequence[str] = _ROLES
    ) -> None:
        self.kind = kind
        self.name = name
        self._words: dict[str, dict[str, list[Evoked]]] = {role: {} for role in _ROLES}
        topics = {
            choice: tuple(word for each in evocations for word in each.topic)
            for choice, evocations in kind.evokes[name].items()
        }
        for choice, evocations in kind.evokes[name].items():
            if only and choice not in only:
                continue
            own = {**topics, OWN_TOPIC: topics[choice]}
            for evocation, role in product(evocations, roles):
                for word, evoked in _entries(choice, evocation, role, own):
                    self._words[role].setdefault(word, []).append(evoked)
        for words in self._words.values():
            for evoking in words.values():  # what asks for more says more
                evoking.sort(key=lambda each: not (each.beside or each.about or each.counted))
        self._joined = {frozenset(each): choice for choice, each in kind.joined.items()}
        verbs = frozenset(verb for role in _VERBS for verb in self._words[role])
        self._verbs = {surface: verb for verb in sorted(verbs) for surface in _surfaces(verb)}
        self._gerunds = frozenset(surface for verb in verbs for surface in forms(verb).gerund)
        self._longest = max((len(state.split()) for state in self._words["state"]), default=1)
        self._state_starts = frozenset(state.split()[0] for state in self._words["state"])
        self._rank = {choice: rank for rank, choice in enumerate(kind.evokes[name])}
        self._surfaces = frozenset(self._sentence_words())
        self.topics = {choice: frozenset(words) for choice, words in topics.items() if words}
        self.choices = tuple(each for each in kind.evokes[name] if not only or each in only)
        self.gives = {choice: _common(each) for choice, each in kind.evokes[name].items()}

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The words that an article may be asked for, for what it is about."""
        entries = chain.from_iterable(words.values() for words in self._words.values())
        about = (evoked.about for evoked in chain.from_iterable(entries))
        return frozenset[str]().union(*about, *self.topics.values())

    def concerns(self, sentence: Glance) -> bool:
        """Whether a word of the field may stand in ``sentence``."""
        return not self._surfaces.isdisjoint(sentence.words)

    def verb(self, surface: str) -> str | None:
        """The verb of which ``surface`` is a form; ``None`` where it is of none of the field."""
        return self._verbs.get(surface)

    def is_gerund(self, surface: str) -> bool:
        """Whether ``surface`` is a gerund of a verb of the field."""
        return surface in self._gerunds

    def of_verb(self, role: str, lemmas: Iterable[str], beside: Beside) -> Evoked | None:
        """What a figure is as ``object`` or ``subject`` of verbs that share one place."""
        words = self._words[role]
        found = [
            evoked
            for lemma in lemmas
            if (evoked := _first(words.get(lemma, ()), beside)) is not None
        ]
        choices = frozenset(each.choice for each in found)
        if choices in self._joined:
            return Evoked(self._joined[choices])
        return found[0] if found else None

    def has_verb(self, role: str, choice: str, lemmas: Iterable[str]) -> bool:
        """Whether one of ``lemmas`` makes a figure ``choice`` in a role."""
        words = self._words[role]
        return any(each.choice == choice for lemma in lemmas for each in words.get(lemma, ()))

    def of_any_verb(self, lemmas: Sequence[str], beside: Beside) -> Evoked | None:
        """What a figure is by verbs, as what they act on or else as their subject."""
        return self.of_verb("object", lemmas, beside) or self.of_verb("subject", lemmas, beside)

    def of_noun(self, role: str, noun: str, beside: Beside) -> Evoked | None:
        """What a figure is by a noun, in the plural or in the singular, in one of the roles."""
        return _first(self._evoking(role, noun), beside)

    def names(self, noun: str, *roles: str) -> bool:
        """Whether a noun says something in one of ``roles``, if only beside others."""
        return any(self._evoking(role, noun) for role in roles)

    def _evoking(self, role: str, noun: str) -> Sequence[Evoked]:
        words = self._words[role]
        return words.get(noun, ()) or words.get(singular(noun), ())

    def begins_state(self, word: str) -> bool:
        """Whether a state may begin with ``word``."""
        return word.partition(" ")[0] in self._state_starts

    def state(self, words: Sequence[str], beside: Beside) -> tuple[Evoked, int] | None:
        """The state that ``words`` begin with, and of how many words it is."""
        for length in range(min(self._longest, len(words)), 0, -1):
            evoked = _first(self._words["state"].get(" ".join(words[:length]), ()), beside)
            if evoked is not None:
                return evoked, length
        return None

    def graver(self, first: Evoked, second: Evoked | None) -> bool:
        """Whether ``second`` says more than ``first``: its choice comes first in the file."""
        return second is not None and self._rank[second.choice] < self._rank[first.choice]

    def both(self, choices: Iterable[str]) -> str | None:
        """What ``choices`` come to together; ``None`` where they come to nothing."""
        return self._joined.get(frozenset(choices))

    def surfaces(self, role: str) -> frozenset[str]:
        """Words of which a sentence has one where a noun of the field stands in ``role``."""
        numbers = (surface for noun in self._words[role] for surface in _numbers(noun))
        return frozenset(WORD.findall(surface)[-1] for surface in numbers)

    def _sentence_words(self) -> Iterator[str]:
        """Words of which a sentence has one that evokes the field."""
        for surface in self._verbs:
            yield WORD.findall(surface)[0]
        for state in self._words["state"]:
            yield max(WORD.findall(state), key=len)
        for role in _NOUNS:
            yield from self.surfaces(role)


def _entries(
    choice: str, evocation: Evocation, role: str, own: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Evoked]]:
    """The words of a role, each with what it says."""
    for written, conditions in evocation.words(role):
        about = [each.removeprefix(_ABOUT) for each in conditions if each.startswith(_ABOUT)]
        without = frozenset(each.removeprefix(_NOT) for each in conditions if each.startswith(_NOT))
        plain = [each for each in conditions if not each.startswith((_ABOUT, _NOT, ANY))]
        beside = frozenset(plain)
        classes = [each.removeprefix(ANY) for each in conditions if each.startswith(ANY)]
        counted = frozenset(noun for each in classes for noun in _numbered(_classes()[each]))
        topics = frozenset(word for topic in about for word in (own.get(topic) or _topics()[topic]))
        word = written.rstrip(_SURELY)
        surely = written != word
        yield word, Evoked(choice, beside, counted, without, topics, surely, evocation.gives)


def _common(evocations: Sequence[Evocation]) -> Mapping[str, str]:
    """What all of ``evocations`` give."""
    items = [set(each.gives.items()) for each in evocations]
    return dict(set.intersection(*items))


@cache
def _topics() -> Mapping[str, Sequence[str]]:
    topics: Mapping[str, Sequence[str]] = read_words("topics").data
    return topics


@cache
def _classes() -> Mapping[str, Sequence[str]]:
    classes: Mapping[str, Sequence[str]] = read_words("classes").data
    return classes


def _numbered(nouns: Iterable[str]) -> Iterator[str]:
    """``nouns`` with what may be their plurals."""
    for noun in nouns:
        yield from _numbers(noun)


def _first(evoking: Iterable[Evoked], beside: Beside) -> Evoked | None:
    """The first of ``evoking`` that has what it needs."""
    for each in evoking:
        if each.surely and not beside.surely:
            continue
        near = not each.beside or not each.beside.isdisjoint(beside.near)
        near = near and each.without.isdisjoint(beside.near)
        if each.counted and each.counted.isdisjoint([beside.noun] if beside.noun else beside.near):
            continue
        if near and (not each.about or not each.about.isdisjoint(beside.article)):
            return each
    return None


def _surfaces(verb: str) -> frozenset[str]:
    each = forms(verb)
    return frozenset((each.base, *each.present, *each.past, *each.participle, *each.gerund))


def _numbers(noun: str) -> tuple[str, ...]:
    """A noun and its plural, with one more that is none."""
    if noun.endswith("y"):
        return noun, f"{noun}s", f"{noun[:-1]}ies"
    return noun, f"{noun}s", f"{noun}es"
