"""The words for deeds, from ``facts/words/deeds.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ...knowledge import Document, Form, kept, read_words
from ..grammar.nouns import noun_words, singular, standard_noun
from ..grammar.vocabulary import word_lists
from ..inflect import forms

__all__ = ["DeedWords", "Sense", "deed_words", "noun_in_copy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File(Form):
    alike: dict[str, tuple[str, ...]]
    opposites: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]
    met: frozenset[str]
    met_by: frozenset[str]
    rounds: frozenset[str]
    urging: frozenset[str]
    intending: frozenset[str]
    deciding: frozenset[str]
    ways: dict[str, tuple[str, ...]]
    in_matter: dict[str, tuple[str, str]]
    to_persons: frozenset[str]
    labels: dict[str, str]
    asking: frozenset[str]
    asked_for: frozenset[str]
    complements: frozenset[str]
    votes: frozenset[str]
    included: tuple[str, ...]
    ends: frozenset[str]
    states: dict[str, tuple[str, ...]]
    said_before: frozenset[str]
    roles: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sense:
    """What a verb says, with the words behind it.

    Attributes:
        deed: the verb that stands for all that say the same.
        words: how many of the words behind it belong to it.
    """

    deed: str
    words: int = 0


@dataclass(frozen=True, slots=True)
class DeedWords:
    """The lists, turned round.

    Attributes:
        lists: the file.
        verbs: what each verb may say: the words behind it that it then has, and the deed.
        axes: which list of opposites a deed is in.
        surfaces: how the verbs of all opposites are written, each with its base form.
        plain: of these, those that tell of a deed with no word behind them.
        behind: the words that the others must have behind them.
        nouns: the deed that each noun tells of.
        ways: the way that a deed goes.
    """

    lists: _File
    verbs: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    axes: Mapping[str, str]
    surfaces: Mapping[str, str]
    plain: frozenset[str]
    behind: frozenset[str]
    nouns: Mapping[str, str]
    ways: Mapping[str, str]

    def sense(self, lemma: str, behind: Sequence[str]) -> Sense:
        """What the verb ``lemma`` says before ``behind``; itself where it is not listed."""
        for words, deed in self.verbs.get(lemma, ()):
            if (length := _begins(words, behind)) is not None:
                return Sense(deed, length)
            parted = len(words) > 1 and words[0] in _parting()  # "released the editor on bail"
            if parted and any(_begins(words, behind[by:]) for by in range(1, _PARTED)):
                return Sense(deed)
        return Sense(lemma)

    def may_tell(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words may tell of a deed of which only one can be."""
        if not self.plain.isdisjoint(words) or not self.nouns.keys().isdisjoint(words):
            return True
        return not self.behind.isdisjoint(words) and not self.surfaces.keys().isdisjoint(words)


@cache
def deed_words() -> DeedWords:
    """The words of ``facts/words/deeds.yaml``, read once.

    Raises:
        KnowledgeError: when the file has not the form that it must have, names a deed that it does
            not have, or has a verb in two lists.
    """
    return kept("deed-words", _read)


def _read() -> DeedWords:
    document = read_words("deeds")
    file = document.parse(_File)
    _check(document, file)
    verbs: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for deed, entries in file.alike.items():
        for entry in entries:
            verb, *rest = _spoken(entry)
            verbs.setdefault(verb, []).append((tuple(rest), deed))
    axes = {deed: axis for axis, deeds in file.opposites.items() for deed in deeds}
    spoken = [_spoken(entry) for deed in axes for entry in file.alike[deed]]
    opposed = {words[0] for words in spoken}
    plain = {words[0] for words in spoken if len(words) == 1}
    return DeedWords(
        file,
        {verb: tuple(sorted(each, key=_longest)) for verb, each in verbs.items()},
        axes,
        {surface: verb for verb in sorted(opposed) for surface in _written(verb)},
        frozenset(surface for verb in plain for surface in _written(verb)),
        frozenset(max(words[1:], key=len) for words in spoken if len(words) > 1),
        {noun: deed for deed, nouns in file.nouns.items() for noun in nouns},
        {deed: way for way, deeds in file.ways.items() for deed in deeds},
    )


_PARTED = 4
"""Words between a verb and what belongs to it, at most."""


def _spoken(entry: str) -> list[str]:
    """The words of a verb with those behind it, as a sentence has them."""
    return entry.replace("-", " - ").split()


def _begins(words: Sequence[str], behind: Sequence[str]) -> int | None:
    """How many words of ``behind`` are ``words``, articles and the like among them."""
    at = 0
    for word in words:
        while at < len(behind) and behind[at] != word and behind[at] in _passed():
            at += 1
        if behind[at : at + 1] != [word]:
            return None
        at += 1
    return at


@cache
def _parting() -> frozenset[str]:
    return frozenset(word_lists("grammar")["prepositions"])


@cache
def _passed() -> frozenset[str]:
    lists = word_lists("grammar")
    return frozenset(
        (*lists["articles"], *lists["possessives"], *lists["degrees"], *lists["pronouns"])
    )


def _longest(entry: tuple[tuple[str, ...], str]) -> int:
    return -len(entry[0])


def _written(verb: str) -> frozenset[str]:
    found = forms(verb)
    return frozenset([found.base, *found.present, *found.past, *found.participle, *found.gerund])


def _check(document: Document, file: _File) -> None:
    """Refuses a deed that is not there, and a verb that says two things."""
    named = [
        *((("opposites", axis), deed) for axis, deeds in file.opposites.items() for deed in deeds),
        *((("to_persons",), deed) for deed in sorted(file.to_persons)),
        *((("labels", label), deed) for label, deed in file.labels.items()),
    ]
    for key, deed in named:
        if deed not in file.alike:
            raise document.error(f"there is no deed {deed!r}", key)
    told: dict[str, str] = {}
    for deed, entries in file.alike.items():
        for entry in entries:
            if entry in told:
                problem = f"{entry!r} is {told[entry]!r}, too; a verb says one thing"
                raise document.error(problem, ("alike", deed))
            told[entry] = deed


def noun_in_copy(noun: str) -> str:
    """The noun that stands for ``noun``, in the singular, where copy is held against copy."""
    known = standard_noun(noun)
    return _alike_in_copy().get(known, known)


@cache
def _alike_in_copy() -> Mapping[str, str]:
    alike: Mapping[str, str] = read_words("nouns").data["alike_in_copy"]
    return alike


def head_noun(words: Sequence[str]) -> str | None:
    """What a noun phrase of ``words`` names, in the noun that stands for it."""
    plain = [singular(word) for word in words if word[:1].isalpha()]
    plain = [word for word in plain if word not in noun_words("hollow")]
    asking = deed_words().lists.asking
    while len(plain) > 1 and plain[-1] in asking:
        plain.pop()
    return noun_in_copy(plain[-1]) if plain else None
