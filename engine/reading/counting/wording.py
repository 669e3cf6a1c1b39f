"""Dates and the numbers in names, in one spelling each."""

from __future__ import annotations

import re
from functools import cache

from ...knowledge import read_words
from ..grammar.nouns import singular

__all__ = ["WORD", "label", "spelled"]

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
"""A word or a number."""


def spelled(text: str) -> tuple[str, str]:
    """The words of a date in one spelling, and the same with its numbers and names left out."""
    said: list[str] = []
    sort: list[str] = []
    for word in WORD.findall(text.lower()):
        value, name = _words().get(word, (word, "#" if word[0].isdigit() else word))
        said.append(value)
        sort.append(name)
    return " ".join(said), " ".join(sort)


def label(word: str) -> str | None:
    """The number that a word of a name is, in figures; ``None`` where it is none."""
    value, sort = _words().get(word.lower(), (word, "#"))
    named = word[0].isupper() or word.isdigit()
    return value if named and sort == "#" and value.isdigit() else None


@cache
def _words() -> dict[str, tuple[str, str]]:
    """The words of dates in one spelling, with what each is the name of."""
    tables = read_words("calendar").data["words"]
    words: dict[str, tuple[str, str]] = {}
    for table, name in (
        ("unit", "unit"),
        ("number", "#"),
        ("month", "month"),
        ("weekday", "weekday"),
    ):
        for word, value in tables[table].items():
            spelled = singular(word) if table == "unit" else f"{name[0]}{value}"
            words[word.lower().rstrip(".")] = (str(value) if name == "#" else spelled, name)
    return words
