"""The small language of phrases: ``{holder:force} ~retreat|withdraw from {place}``.

``{slot}`` or ``{slot:type}`` is a place to fill, ``{_:type}`` one whose filling nothing
keeps; ``~verb|verb`` any form of a verb; ``a|b`` a word, ``out_of`` one of two words; ``[…]``
is optional, ``[…]*`` up to three times; ``[… | …]*`` is one or the other in any order, and
``[… | …]+`` at least one of them; ``...`` skips a few words; ``'s`` is the possessive.
This module turns a template into items; it knows nothing of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = [
    "Choice",
    "Either",
    "Item",
    "Literal",
    "Skip",
    "Slot",
    "TemplateError",
    "Verb",
    "parse_template",
]

_TOKEN = re.compile(
    r"(?P<slot>\{[^{}]*\})|~(?P<verb>\S+)|(?P<open>\[)|(?P<close>\][*+]?)|(?P<or>\|(?=\s))|(?P<space>\s+)"
    r"|(?P<word>[^\s\[\]{}~]+)"
)
_SLOT = re.compile(r"\{([a-z_]+)(?::([a-z]+))?\}$")


class TemplateError(ValueError):
    """A template that cannot be read.

    Attributes:
        column: where in the template, counted from 0.
    """

    def __init__(self, column: int, problem: str) -> None:
        super().__init__(problem)
        self.column = column


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to fill: ``{name:type}``; the kind's own type where none is written."""

    name: str
    type: str | None


@dataclass(frozen=True, slots=True)
class Verb:
    """Any form of one of these verbs."""

    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Literal:
    """One of these words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Items that may be missing, or stand up to three times where ``many``."""

    items: tuple[Item, ...]
    many: bool


@dataclass(frozen=True, slots=True)
class Either:
    """One of several runs of items, and where ``many``, up to four of them in any order.

    Attributes:
        options: the runs.
        many: whether more than one may stand there.
        needed: whether at least one must.
    """

    options: tuple[tuple[Item, ...], ...]
    many: bool
    needed: bool


@dataclass(frozen=True, slots=True)
class Skip:
    """``...``: a few words of any sort, up to the next verb or stop."""


Item = Slot | Verb | Literal | Choice | Either | Skip


def parse_template(say: str) -> tuple[Item, ...]:
    """The items of the template ``say``.

    Raises:
        TemplateError: for a bracket without its other half, a malformed slot, or more than
            one verb.
    """
    stack: list[list[list[Item]]] = [[[]]]
    for match in _tokens(say):
        if match["open"]:
            stack.append([[]])
        elif match["or"]:
            if len(stack) == 1:
                raise TemplateError(match.start(), "this | stands outside brackets")
            stack[-1].append([])
        elif match["close"]:
            if len(stack) == 1:
                raise TemplateError(match.start(), "this ] closes nothing")
            chosen = _closed([tuple(run) for run in stack.pop()], match["close"])
            stack[-1][-1].append(chosen)
        elif item := _item(match):
            if isinstance(item, Verb) and (len(stack) > 1 or _has_verb(stack[0][0])):
                raise TemplateError(match.start(), "a phrase has one verb, outside brackets")
            stack[-1][-1].append(item)
    if len(stack) > 1:
        raise TemplateError(len(say), "a [ is not closed")
    return tuple(stack[0][0])


def _closed(options: Sequence[tuple[Item, ...]], close: str) -> Item:
    """The item that a pair of brackets is, with what follows the closing one."""
    many, needed = close != "]", close == "]+"
    if len(options) == 1 and not needed:
        return Choice(options[0], many)
    return Either(tuple(options), many, needed)


def _item(match: re.Match[str]) -> Item | None:
    if match["slot"]:
        return _slot(match["slot"], match.start())
    if match["verb"]:
        return Verb(_alternatives(match["verb"]))
    if match["word"]:
        return Skip() if match["word"] == "..." else Literal(_alternatives(match["word"]))
    return None


def _has_verb(items: Sequence[Item]) -> bool:
    return any(isinstance(item, Verb) for item in items)


def _tokens(say: str) -> Iterator[re.Match[str]]:
    position = 0
    while position < len(say):
        match = _TOKEN.match(say, position)
        if match is None:
            raise TemplateError(position, f"cannot read {say[position]!r}")
        position = match.end()
        yield match


def _slot(text: str, column: int) -> Slot:
    match = _SLOT.match(text)
    if match is None:
        raise TemplateError(column, f"a slot is {{name}} or {{name:type}}, not {text}")
    return Slot(match[1], match[2])


def _alternatives(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split("|") if word)
