"""What the words around a sentence are about, by which a figure that says little is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..glance import WORD
from ..grammar.line import Mention
from ..meaning.scene import Scene
from ..names import NameMention
from .field import Field
from .words import figure_words

__all__ = ["Company", "company_of", "is_of_chamber", "is_party"]

_PARTY = "party"
_BEFORE = 400
"""Code points before a sentence that are looked at."""
_LEAD = 300
"""Code points at the beginning of an article, which tell what it is about."""
_BEHIND = 250
"""Code points behind it: who was asked is often told last."""


@dataclass(frozen=True, slots=True)
class Company:
    """What is spoken of where a figure stands.

    Attributes:
        here: by choice of a field, how many words of its topic stand in the sentence.
        near: the same with the text around it, the headline and the lead.
        words: the words of both.
        own: the words of the sentence.
        party: whether a party is named in the sentence.
    """

    here: Mapping[str, int]
    near: Mapping[str, int]
    words: frozenset[str]
    own: frozenset[str]
    party: bool


def company_of(scene: Scene, field: Field, *, told: bool = False) -> Company:
    """What stands around the figures of a sentence.

    Args:
        scene: the sentence.
        field: the words of the topics.
        told: whether a figure of the kind was read not far before, so that the lead counts.
    """
    line = scene.line
    start, end = line.span
    own = WORD.findall(line.text[start:end].lower())
    around = WORD.findall(scene.context.headline.lower())
    first = max(0, start - _BEFORE)
    around += WORD.findall(line.text[: min(_LEAD, first) if told else 0].lower())
    around += WORD.findall(line.text[first:start].lower())
    around += WORD.findall(line.text[end : end + _BEHIND].lower())
    here = {choice: sum(word in words for word in own) for choice, words in field.topics.items()}
    near = {
        choice: here[choice] + sum(word in words for word in around)
        for choice, words in field.topics.items()
    }
    party = any(is_party(unit.mention) for each in line.units for unit in each.walk())
    return Company(here, near, frozenset(own) | frozenset(around), frozenset(own), party)


def is_party(mention: Mention | None) -> bool:
    """Whether a name is that of a party."""
    return isinstance(mention, NameMention) and mention.sort == _PARTY


def is_of_chamber(company: Company) -> bool:
    """Whether a score is that of a chamber, of its votes or its seats: "senators voted 52-48"."""
    counted = not figure_words("chambers").isdisjoint(company.own)
    return counted and figure_words("stood_for").isdisjoint(company.own)
