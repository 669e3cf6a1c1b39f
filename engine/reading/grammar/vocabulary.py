"""Words as single characters, so that patterns over a sentence are patterns over a string.

A sentence becomes a line of units, one character each: a character of its own for every
word that some pattern names, a letter for every mention and chunk, punctuation for itself.
A class of words is then a character class, and matching is as quick as ``re`` is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property

from ...knowledge import read_words
from ..inflect import forms

__all__ = ["UNKNOWN_MANNER", "UNKNOWN_NAME", "UNKNOWN_WORD", "VerbForm", "Vocabulary", "word_lists"]

UNKNOWN_WORD = "w"
"""The code of a word that no pattern names."""
UNKNOWN_MANNER = "y"
"""The code of one that ends as adverbs of manner do."""
UNKNOWN_NAME = "W"
"""The code of a capitalised word that is no name that we found."""

_FIRST_CODE = 0x4E00  # a block of 20,000 letters inside the plane whose classes ``re`` makes fast


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A surface form as a form of ``lemma``: ``base``, ``third``, ``past`` and so on."""

    lemma: str
    forms: frozenset[str]


@cache
def word_lists(file: str) -> Mapping[str, tuple[str, ...]]:
    """The lists of ``facts/words/<file>.yaml``, by their name."""
    data = read_words(file).data
    return {name: tuple(str(word) for word in words) for name, words in data.items()}


class Vocabulary:
    """Words and verb forms, and the code of each.

    Words are added first; ``settle`` then gives out the codes, so that the classes that
    patterns ask for most are ranges of neighbours, which ``re`` compiles in no time.

    Attributes:
        verbs: every form of every verb, by how it is written.
        codes: code by word, once settled.
    """

    def __init__(self, nouns_too: frozenset[str], never_verbs: frozenset[str]) -> None:
        self.verbs: dict[str, tuple[VerbForm, ...]] = {}
        self.codes: dict[str, str] = {}
        self._nouns_too = nouns_too
        self._never_verbs = never_verbs
        self._words: set[str] = set()
        self._surfaces: dict[str, frozenset[str]] = {}
        self._tags: dict[str, frozenset[str]] = {}

    def add(self, word: str) -> None:
        """Makes ``word``, in lower case, known."""
        self._words.add(word)

    def add_verb(self, lemma: str) -> None:
        """Makes every form of ``lemma`` known as a verb."""
        if lemma in self._surfaces:
            return
        inflected = forms(lemma)
        by_surface: dict[str, set[str]] = {}
        for name, surfaces in (
            ("base", (inflected.base,)),
            ("third", tuple(form for form in inflected.present if form != inflected.base)),
            ("past", inflected.past),
            ("participle", inflected.participle),
            ("gerund", inflected.gerund),
        ):
            for surface in surfaces:
                by_surface.setdefault(surface, set()).add(name)
        self._surfaces[lemma] = frozenset(by_surface)
        self._words.update(by_surface)
        for surface in by_surface.keys() - self._never_verbs:
            form = VerbForm(lemma, _shared(frozenset(by_surface[surface])))
            self.verbs[surface] = (*self.verbs.get(surface, ()), form)

    def settle(self, closed: Sequence[AbstractSet[str]]) -> None:
        """Gives out the codes.

        Args:
            closed: the closed classes; the words of one stand together, so that its class is
                a range or two.
        """
        places = {word: at for at, words in reversed([*enumerate(closed)]) for word in words}
        ordered = sorted(
            self._words, key=lambda word: (self._rank(word, places), places.get(word, 0), word)
        )
        self.codes = {word: chr(_FIRST_CODE + index) for index, word in enumerate(ordered)}

    def tags(self, surface: str) -> frozenset[str]:
        """Which forms of a verb ``surface`` can be; none where it is no verb."""
        if surface not in self._tags:
            forms = self.verbs.get(surface, ())
            self._tags[surface] = frozenset[str]().union(*(form.forms for form in forms))
        return self._tags[surface]

    def is_nominal(self, surface: str) -> bool:
        """Whether a form of a verb often stands as a noun or an adjective."""
        return any(
            form.forms & {"participle", "gerund"}
            or (form.lemma in self._nouns_too and form.forms != {"past"})  # "a drive", not "drove"
            for form in self.verbs[surface]
        )

    def is_noun_too(self, surface: str) -> bool:
        """Whether a form of a verb belongs to a verb that is a noun as well."""
        return any(form.lemma in self._nouns_too for form in self.verbs[surface])

    def is_one_of(self, surface: str, lemmas: AbstractSet[str]) -> bool:
        """Whether a form of a verb is one of ``lemmas``'."""
        verbs = self.verbs.get(surface)
        return verbs is not None and any(form.lemma in lemmas for form in verbs)

    def one_of(self, words: Iterable[str]) -> str:
        """A character class of ``words``; one that matches nothing when there are none."""
        ranges = _ranges(sorted(ord(self.codes[word]) for word in set(words)))
        inner = "".join(f"{chr(a)}-{chr(b)}" if a < b else chr(a) for a, b in ranges)
        return f"[{inner}]" if inner else "(?!)"

    def surfaces(self, lemmas: Iterable[str]) -> frozenset[str]:
        """Every form of ``lemmas``."""
        return frozenset(surface for lemma in lemmas for surface in self._surfaces[lemma])

    def verb_class(self, lemmas: Iterable[str]) -> str:
        """A character class of every form of ``lemmas``."""
        return self.one_of(self.surfaces(lemmas))

    @cached_property
    def several(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """The entries of several words, longest first, by their first word."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for entry in self.codes:
            if " " in entry:
                words = tuple(entry.split())
                found.setdefault(words[0], []).append(words)
        return {first: tuple(sorted(all_, key=len, reverse=True)) for first, all_ in found.items()}

    def _rank(self, word: str, closed: Mapping[str, int]) -> int:
        if word in closed:
            return 1 if word in self.verbs else 0
        if word not in self.verbs:
            return 4
        return 3 if self.is_nominal(word) else 2


@cache
def _shared(forms: frozenset[str]) -> frozenset[str]:
    """One set for all verbs that have the same forms written alike."""
    return forms


def _ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Runs of neighbours among ascending ``numbers``, each as its first and last."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
