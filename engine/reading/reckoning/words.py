"""The words of ``facts/words/reckoning.yaml``, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ...knowledge import Form, kept, read_words
from ..alternatives import any_of

__all__ = ["ReckoningWords", "reckoning_words", "whole_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Division(Form):
    """Nouns of which nobody and nothing is two, and nouns for all of them."""

    parts: tuple[str, ...]
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReckoningWords(Form):
    """The file as written; its comments say what each list is for."""

    multiples: dict[str, Decimal]
    short: tuple[str, ...]
    beyond: tuple[str, ...]
    roughly: tuple[str, ...]
    unreal: tuple[str, ...]
    added_before: tuple[str, ...]
    added_behind: tuple[str, ...]
    known: tuple[str, ...]
    more_behind: tuple[str, ...]
    less_behind: tuple[str, ...]
    then: tuple[str, ...]
    beside: tuple[str, ...]
    dividing: tuple[str, ...]
    each: tuple[str, ...]
    whole_of: tuple[str, ...]
    out_of: tuple[str, ...]
    all_of: tuple[str, ...]
    highest: tuple[str, ...]
    lowest: tuple[str, ...]
    never_above: tuple[str, ...]
    never_below: tuple[str, ...]
    never: tuple[str, ...]
    over: tuple[str, ...]
    under: tuple[str, ...]
    ever: tuple[str, ...]
    since: tuple[str, ...]
    of_then: tuple[str, ...]
    properties: dict[str, tuple[str, ...]]
    net: tuple[str, ...]
    opposed: tuple[str, ...]
    price: tuple[str, ...]
    proceeds: tuple[str, ...]
    told_twice: dict[str, tuple[str, ...]]
    sorts: dict[str, tuple[str, ...]]
    measured: tuple[tuple[str, ...], ...]
    divided: tuple[Division, ...]
    fates: tuple[str, ...]
    apart_by: tuple[str, ...]
    composed: tuple[str, ...]
    of_which: tuple[str, ...]
    of_them: tuple[str, ...]
    has: tuple[str, ...]
    disowned: tuple[str, ...]
    margins: tuple[str, ...]
    voted: tuple[str, ...]
    steps: tuple[str, ...]
    not_overall: tuple[str, ...]
    of_another: tuple[str, ...]
    every_one: tuple[str, ...]
    totalling: tuple[str, ...]
    people: tuple[str, ...]
    in_total: tuple[str, ...]
    within: dict[str, dict[str, tuple[Decimal, Decimal]]]
    further: tuple[str, ...]

    remaining: tuple[str, ...]
    elided: tuple[str, ...]
    both: tuple[str, ...]
    within_groups: tuple[str, ...]
    whole_sum: tuple[str, ...]
    part_at: tuple[str, ...]
    had: tuple[str, ...]
    gained: tuple[str, ...]
    shed: tuple[str, ...]
    none: tuple[str, ...]
    come_to: tuple[str, ...]
    counting_votes: tuple[str, ...]
    rest_before: tuple[str, ...]
    rest_behind: tuple[str, ...]
    apart_before: tuple[str, ...]
    apart_behind: tuple[str, ...]
    sum_before: tuple[str, ...]
    sum_behind: tuple[str, ...]
    nameless: tuple[str, ...]

    def topics(self, text: str) -> frozenset[int]:
        """The rows of what is measured that ``text`` names."""
        words = set(re.findall(r"[a-z]+", text.lower()))
        rows = enumerate(self.measured)
        return frozenset(at for at, row in rows if not words.isdisjoint(row))


def reckoning_words() -> ReckoningWords:
    """The lists."""
    return _words()


@cache
def _words() -> ReckoningWords:
    return kept("reckoning-words", lambda: read_words("reckoning").parse(ReckoningWords))


def whole_words(words: Iterable[str]) -> re.Pattern[str]:
    """An expression for any of ``words`` as whole words, in small letters or capitals."""
    return re.compile(rf"(?<![\w-]){any_of(words)}(?![\w-])", re.IGNORECASE)
