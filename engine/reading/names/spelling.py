"""One key for the spellings of one name, by the rewrites of ``facts/words/spelling.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ...knowledge import read_words
from .gazetteer import without_accents
from .words import name_words

__all__ = ["bare_surname", "fold", "standard_word"]

_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """Standard words by their variants, and rewrites of parts of words.

    ``first`` and ``last`` are what a word must begin or end with for those rewrites to matter.
    """

    words: dict[str, str]
    beginnings: tuple[tuple[str, str], ...]
    endings: tuple[tuple[str, str], ...]
    insides: tuple[tuple[str, str], ...]
    first: tuple[str, ...]
    last: tuple[str, ...]


@lru_cache(maxsize=16_384)
def fold(name: str) -> str:
    """A key that the spellings of one name share: "Zelensky", "Zelenskyy" and "Zelenskiy".

    Lower case, without accents and apostrophes, doubled letters single, then the rewrites
    of the table. Names of places that differ by language ("Kiev", "Kyiv") are no spellings
    of one another but other names, and stand in the tables.
    """
    plain = without_accents(name.lower()).lower().replace("'", "")
    return " ".join(" ".join(map(_fold_word, plain.split())).split())


def bare_surname(surname: str) -> str:
    """``surname`` without the article before it: "al-Assad" and "Assad" are one spelling."""
    article, joint, name = surname.partition("-")
    return name if joint and article.lower() in name_words().articles and name else surname


def standard_word(word: str) -> str:
    """``word`` in its standard spelling, as "Defense" for "Defence", and capitalised alike."""
    standard = _spelling().words.get(word.lower())
    if standard is None:
        return word
    return standard.capitalize() if word[:1].isupper() else standard


@lru_cache(maxsize=16_384)
def _fold_word(word: str) -> str:
    spelling = _spelling()
    word = spelling.words.get(word, word)
    if word.startswith(spelling.first):
        for old, new in spelling.beginnings:
            if word.startswith(old) and len(word) > len(old):
                word = new + word[len(old) :]
    for old, new in spelling.insides:
        if old in word:
            word = word.replace(old, new)
    if word.endswith(spelling.last):
        for old, new in spelling.endings:
            if word.endswith(old):
                word = word[: -len(old)] + new
    return _DOUBLED.sub(r"\1", word.replace("-", " "))


@cache
def _spelling() -> _Spelling:
    document = read_words("spelling")
    words = {
        variant: standard
        for standard, variants in document.data["words"].items()
        for variant in variants.split()
    }
    rewrites = [(str(old), str(new)) for old, new in document.data["rewrites"]]
    beginnings = tuple((old[1:], new) for old, new in rewrites if old.startswith("^"))
    endings = tuple((old[:-1], new) for old, new in rewrites if old.endswith("$"))
    return _Spelling(
        words=words,
        beginnings=beginnings,
        endings=endings,
        insides=tuple(pair for pair in rewrites if pair[0][0] != "^" and pair[0][-1] != "$"),
        first=tuple(old for old, _ in beginnings),
        last=tuple(old for old, _ in endings),
    )
