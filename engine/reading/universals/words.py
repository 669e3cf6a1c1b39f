"""The words for what is said of all, from ``facts/words/universals.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...knowledge import Form, kept, read_words
from ..deeds.words import DeedWords, deed_words
from ..glance import WORD
from ..inflect import forms

__all__ = ["UniversalWords", "universal_words"]

_BE = "be"


@dataclass(frozen=True, slots=True, kw_only=True)
class _File(Form):
    never: tuple[frozenset[str], ...]
    none: frozenset[str]
    all: frozenset[str]
    nobody: frozenset[str]
    everybody: frozenset[str]
    any: frozenset[str]
    negations: frozenset[str]
    unanimous: frozenset[str]
    unanimous_nouns: frozenset[str]
    narrowing: frozenset[str]
    contrasting: frozenset[str]
    whole_times: frozenset[str]
    anything: frozenset[str]
    light: frozenset[str]
    them: frozenset[str]
    sorts: dict[str, frozenset[str]]
    called: dict[str, frozenset[str]]
    contraries: tuple[tuple[str, str], ...]
    natures: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class UniversalWords:
    """The lists, and what deeds come to.

    Attributes:
        lists: the file.
        deeds: the verbs that say the same.
        signs: a sentence that says something of all, of none or of never has all of one of these.
        contraries: pairs of deeds of which only one can be.
    """

    lists: _File
    deeds: DeedWords
    signs: frozenset[frozenset[str]]
    contraries: frozenset[frozenset[str]]

    def may_tell(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words may say something of all, of none or of never."""
        return any(sign <= words for sign in self.signs)

    def verbs(self, deed: str) -> frozenset[str]:
        """How the verbs are written that say a deed, or one that cannot be beside it."""
        return _written(deed)

    def nature(self, deed: str, nouns: frozenset[str]) -> str | None:
        """What it is to be what one of ``nouns`` says, where that rules out to be another."""
        pairs = self.lists.natures if deed == _BE else ()
        noun = next((noun for pair in pairs for noun in sorted(pair & nouns)), None)
        return None if noun is None else f"{_BE} {noun}"

    def are_contrary(self, one: str, other: str) -> bool:
        """Whether no more than one of two deeds can be: somebody is for it, or against it."""
        axes, ways = self.deeds.axes, self.deeds.ways
        if frozenset(each.removeprefix(f"{_BE} ") for each in (one, other)) in self.lists.natures:
            return True
        if one == other or frozenset([one, other]) in self.contraries:
            return one != other
        if one in ways and other in ways:
            return ways[one] != ways[other]
        return one in axes and axes[one] == axes.get(other)


@cache
def universal_words() -> UniversalWords:
    """The words of ``facts/words/universals.yaml``, read once.

    Raises:
        KnowledgeError: when the file has not the form that it must have.
    """
    return kept("universal-words", _read)


def _read() -> UniversalWords:
    file, deeds = read_words("universals").parse(_File), deed_words()
    single = file.all | file.everybody | file.unanimous | file.none
    spoken = [frozenset(WORD.findall(entry)) for entry in (*single, *file.nobody)]
    negated = [frozenset([negation, word]) for negation in file.negations for word in file.any]
    never = [frozenset(WORD.findall(word)[-1] for word in each) for each in file.never]
    signs = frozenset([*spoken, *negated, *never])
    contraries = frozenset(
        frozenset(_deed(verb, deeds) for verb in pair) for pair in file.contraries
    )
    return UniversalWords(file, deeds, signs, contraries)


@cache
def _written(deed: str) -> frozenset[str]:
    """As ``UniversalWords.verbs``."""
    words = universal_words()
    deeds = words.deeds.lists.alike
    known = {deed, *(each for each in deeds if words.are_contrary(deed, each))}
    entries = {entry for each in known for entry in (*deeds.get(each, ()), each)}
    found = [forms(entry.split()[0]) for entry in entries]
    return frozenset(
        form
        for each in found
        for form in (each.base, *each.present, *each.past, *each.participle, *each.gerund)
    )


def _deed(entry: str, deeds: DeedWords) -> str:
    verb, *behind = entry.split()
    return deeds.sense(verb, behind).deed
