"""The words for what is said of all, from ``facts/words/universals.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...knowledge import Form, kept, read_words
from ..deeds.words import DeedWords, deed_words

__all__ = ["UniversalWords", "universal_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File(Form):
    never: tuple[frozenset[str], ...]
    none: frozenset[str]
    all: frozenset[str]
    nobody: frozenset[str]
    everybody: frozenset[str]
    any: frozenset[str]
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


@dataclass(frozen=True, slots=True)
class UniversalWords:
    """The lists, and what deeds come to.

    Attributes:
        lists: the file.
        deeds: the verbs that say the same.
        signs: a sentence that says something of all, of none or of never has one of these.
        contraries: pairs of deeds of which only one can be.
    """

    lists: _File
    deeds: DeedWords
    signs: frozenset[str]
    contraries: frozenset[frozenset[str]]

    def are_contrary(self, one: str, other: str) -> bool:
        """Whether no more than one of two deeds can be: somebody is for it, or against it."""
        axes, ways = self.deeds.axes, self.deeds.ways
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
    words = {word for entry in (*file.nobody, *file.any) for word in entry.split()}
    negations = frozenset().union(*file.never)
    signs = file.all | file.everybody | file.unanimous | negations | words | file.none
    contraries = frozenset(
        frozenset(_deed(verb, deeds) for verb in pair) for pair in file.contraries
    )
    return UniversalWords(file, deeds, signs, contraries)


def _deed(entry: str, deeds: DeedWords) -> str:
    verb, *behind = entry.split()
    return deeds.sense(verb, behind).deed
