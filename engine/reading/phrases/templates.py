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
from math import prod

__all__ = [
    "MOST_OPTIONS",
    "MOST_REPEATED",
    "MOST_SKIPPED",
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

MOST_REPEATED = 3
"""How often ``[…]*`` may stand."""
MOST_OPTIONS = 4
"""How many of ``[… | …]*`` may stand."""
MOST_SKIPPED = 8
"""How many words ``...`` skips."""
_MOST_WAYS = 50_000  # at the dearest, a tenth of a second a match
_DEEPEST = 4

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
        TemplateError: for a bracket without its other half or with nothing in it, a malformed
            slot, more than one verb, or one text read in so many ways that no time is bounded.
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
            closed = _closed(stack.pop(), match)
            stack[-1][-1].append(closed)
        elif item := _item(match):
            if isinstance(item, Verb) and (len(stack) > 1 or _has_verb(stack[0][0])):
                raise TemplateError(match.start(), "a phrase has one verb, outside brackets")
            stack[-1][-1].append(item)
    if len(stack) > 1:
        raise TemplateError(len(say), "a [ is not closed")
    return _bounded(tuple(stack[0][0]))


def _bounded(items: tuple[Item, ...]) -> tuple[Item, ...]:
    if _ways(items) > _MOST_WAYS:
        problem = (
            f"one text could be read in more than {_MOST_WAYS:,} ways, which may take for ever; "
            "use fewer '...' and fewer groups that repeat, or make two phrases of it"
        )
        raise TemplateError(0, problem)
    return items


def _closed(runs: Sequence[Sequence[Item]], match: re.Match[str]) -> Item:
    """The item that a pair of brackets is, with what follows the closing one."""
    options = tuple(map(tuple, runs))
    many, needed = match["close"] != "]", match["close"] == "]+"
    if not all(options):
        raise TemplateError(match.start(), "between these brackets, something is missing")
    if many and any(all(map(_may_be_missing, option)) for option in options):
        problem = "what repeats must have a word or a slot that cannot be missing"
        raise TemplateError(match.start(), problem)
    if len(options) == 1 and not needed:
        return Choice(options[0], many)
    return Either(options, many, needed)


def _may_be_missing(item: Item) -> bool:
    match item:
        case Choice() | Skip() | Either(needed=False):
            return True
        case _:
            return False


def _ways(items: Sequence[Item]) -> int:
    """In how many ways ``items`` may read the same words, at the most."""
    return prod(map(_ways_of, items))


def _ways_of(item: Item) -> int:
    match item:
        case Skip():
            return 1 + MOST_SKIPPED
        case Choice(items, many):
            return _repeated(_ways(items), 0, MOST_REPEATED if many else 1)
        case Either(options, many, needed):
            alike: dict[str, int] = {}  # options that begin alike may read the same words
            for option in options:
                for beginning in _beginnings(option):
                    alike[beginning] = alike.get(beginning, 0) + _ways(option)
            return _repeated(max(alike.values()), int(needed), MOST_OPTIONS if many else 1)
        case _:
            return 1


def _repeated(ways: int, least: int, most: int) -> int:
    return sum(ways**times for times in range(least, most + 1))


def _beginnings(items: Sequence[Item]) -> set[str]:
    """The words with which ``items`` may begin; for a slot, its type or its name."""
    found: set[str] = set()
    for item in items:
        match item:
            case Literal(words):
                found.update(words)
            case Slot(name, type_):
                found.add(type_ or name)
            case Choice(inner, _):
                found |= _beginnings(inner)
            case Either(options, _, _):
                found = found.union(*map(_beginnings, options))
            case Skip() | Verb():
                found.add("...")
        if not _may_be_missing(item):
            break
    return found


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
    position = depth = 0
    while position < len(say):
        match = _TOKEN.match(say, position)
        if match is None:
            raise TemplateError(position, f"cannot read {say[position]!r}")
        depth += (match["open"] is not None) - (match["close"] is not None)
        if depth > _DEEPEST:
            raise TemplateError(position, f"brackets stand {_DEEPEST} deep at most")
        position = match.end()
        yield match


def _slot(text: str, column: int) -> Slot:
    match = _SLOT.match(text)
    if match is None:
        raise TemplateError(column, f"a slot is {{name}} or {{name:type}}, not {text}")
    return Slot(match[1], match[2])


def _alternatives(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split("|") if word)
