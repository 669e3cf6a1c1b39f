"""Who stands ahead of whom: "shows Lund leading Moe by five points"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from ..grammar.line import Unit
from .field import Field
from .sentence import Sentence
from .words import figure_words

__all__ = ["NAMED", "last_named", "shown_ahead", "unit_at"]

NAMED = "AHXFRPEW"
"""The codes of who may stand for election or be stood for."""
_REACH = 8
"""Tokens before a lead in which it may be told that one is leading."""
_PRONOUNS = "RI"
_MARKS = (",", ")", "–", "—")


def unit_at(sentence: Sentence, at: int) -> Unit | None:
    """The unit of token ``at``, if somebody is named there."""
    token = sentence.tokens[at]
    following = sentence.tokens[at + 1 : at + 2]
    if token.is_name and following and following[0].is_name:
        return unit_at(sentence, at + 1)  # "Mr Weah"
    unit = sentence.scene.line.units[token.at]
    return unit if unit.listed or unit.code in NAMED else None


def last_named(sentence: Sentence, at: int, articles: AbstractSet[str]) -> int | None:
    """The token of the name that begins at token ``at``, behind its articles."""
    last = len(sentence.tokens) - 1
    while at < last and (sentence.word(at) in articles or sentence.tokens[at + 1].is_name):
        at += 1
    return at if unit_at(sentence, at) else None


def shown_ahead(sentence: Sentence, at: int, field: Field) -> tuple[Unit | None, ...]:
    """Who is shown leading whom by the figure at token ``at``; empty where nobody is.

    Args:
        sentence: the sentence.
        at: the figure that tells by how much.
        field: the words that tell what is measured, of which some verbs are of leading.
    """
    for here in range(at - 1, max(0, at - _REACH), -1):
        verb = field.verb(sentence.word(here))
        if verb not in figure_words("leading") or not field.is_gerund(sentence.word(here)):
            continue
        acted = sentence.tokens[here - 1].group is not None  # "Lund was leading Moe"
        if acted or sentence.word(here - 1) in _MARKS:
            break  # "Lund won, beating Moe by five points"
        found = (unit_at(sentence, each) for each in range(here + 1, at))
        led = next((unit for unit in found if unit and unit.code not in _PRONOUNS), None)
        return unit_at(sentence, here - 1), led
    return ()
