"""Nouns in the plural and in the singular.

The rules of spelling are here; what they cannot know is in ``facts/words/nouns.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ...knowledge import read_words
from ...lazy import Remembered

__all__ = ["is_plural", "noun_words", "singular", "standard_noun"]

_ENDS_IN_S = re.compile(r"(?:ss|us|is|'s|’s)$")
_SIBILANT = re.compile(r"(?:ss|sh|ch|x|zz)es$")
_O = re.compile(r"[^aeiou]oes$")
_WORD = re.compile(r"(?:[^\W\d_]+-)*[^\W\d_]{3,}$")


@dataclass(frozen=True, slots=True)
class _Nouns:
    irregular: Mapping[str, str]
    compounds: Mapping[str, str]
    alike: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]


@cache
def _nouns() -> _Nouns:
    data = read_words("nouns").data
    lists = {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}
    return _Nouns(data["irregular"], data["compounds"], data["alike"], lists)


def noun_words(name: str) -> frozenset[str]:
    """The words of the list ``name`` of ``facts/words/nouns.yaml``."""
    return _nouns().lists[name]


def is_plural(word: str) -> bool:
    """Whether ``word``, in lower case, can name several."""
    nouns = _nouns()
    if word in nouns.irregular or word in nouns.lists["invariable"]:
        return True
    if word in nouns.lists["singulars"]:
        return False
    regular = word.endswith("s") and not _ENDS_IN_S.search(word)
    return bool(_compound(word)) or (regular and _WORD.match(word) is not None)


def singular(word: str) -> str:
    """The singular of ``word``, which is itself where it is none of the plurals.

    Args:
        word: a noun in lower case.
    """
    return _singulars[word]


def _singular(word: str) -> str:
    nouns = _nouns()
    if word in nouns.irregular:
        return nouns.irregular[word]
    if word in nouns.lists["invariable"] or not is_plural(word):
        return word
    if compound := _compound(word):
        return word.removesuffix(compound) + nouns.compounds[compound]
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if _SIBILANT.search(word) or _O.search(word):
        return word[:-2]
    return word[:-1]


_singulars = Remembered(_singular)


def standard_noun(noun: str) -> str:
    """The noun that stands for ``noun``, in the singular, and for those that say the same."""
    return _nouns().alike.get(noun, noun)


def _compound(word: str) -> str:
    """The plural that ends ``word``, as in "policemen"; empty when there is none."""
    return next((end for end in _nouns().compounds if word.endswith(end) and word != end), "")
