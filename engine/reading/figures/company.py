"""What the words around a sentence are about, by which a figure that says little is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..glance import WORD
from ..grammar.line import Line
from .field import Field

__all__ = ["Company", "company_of"]

_BEFORE = 400
"""Code points before a sentence that are looked at."""


@dataclass(frozen=True, slots=True)
class Company:
    """What is spoken of where a figure stands.

    Attributes:
        here: by choice of a field, how many words of its topic stand in the sentence.
        near: the same with the text before it.
        words: the words of both.
    """

    here: Mapping[str, int]
    near: Mapping[str, int]
    words: frozenset[str]


def company_of(line: Line, field: Field) -> Company:
    """What stands around the figures of a sentence.

    Args:
        line: the sentence.
        field: the words of the topics.
    """
    start = line.span.start
    own = WORD.findall(line.text[start : line.span.end].lower())
    before = WORD.findall(line.text[max(0, start - _BEFORE) : start].lower())
    here = {
        choice: sum(word in words for word in own) for choice, words in field.topics.items()
    }
    near = {
        choice: here[choice] + sum(word in words for word in before)
        for choice, words in field.topics.items()
    }
    return Company(here, near, frozenset(own) | frozenset(before))
