"""What a line of a page says about itself, from ``facts/words/layout.yaml``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..knowledge import FACTS, Form, kept, read_yaml
from ..lazy import LazyPattern
from .grammar.vocabulary import word_lists
from .inflect import forms

__all__ = ["Layout", "Notices", "page_layout", "plain"]

_DECORATION = " *_#>|[]():.»›→…•-<▶►"
_PLAIN = {"’": "'", "‘": "'", "–": "-", "—": "-"}


@dataclass(frozen=True, slots=True)
class _File(Form):
    tail: tuple[str, ...]
    line: tuple[str, ...]
    caption: tuple[str, ...]
    byline: tuple[str, ...]
    byline_words: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]
    date_words: frozenset[str]
    agencies: frozenset[str]


@dataclass(frozen=True, slots=True)
class Notices:
    """Lines known word for word, and those known by the parts between what may vary.

    Of the latter a line must have one of ``beginnings``, ``endings`` or ``insides``; what stands
    inside is asked for where both ends may vary.
    """

    whole: frozenset[str]
    partial: Mapping[str, Sequence[tuple[str, ...]]]  # by first character, "" where it may vary
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    insides: LazyPattern | None

    def holds(self, line: str) -> bool:
        """Whether ``line``, made plain, is one of them."""
        if line in self.whole:
            return True
        if line.startswith(self.beginnings) and self._fits(line, line[0]):
            return True
        varies = line.endswith(self.endings) or (self.insides and self.insides.search(line))
        return bool(varies) and self._fits(line, "")

    def _fits(self, line: str, first: str) -> bool:
        return any(_fits(line, parts) for parts in self.partial[first])


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout file, with its lines and words as they are compared."""

    tail: Notices
    line: Notices
    caption: Notices
    alone: frozenset[str]
    signatures: tuple[str, ...]
    in_names: frozenset[str]
    calendar: frozenset[str]
    in_dates: frozenset[str]
    agencies: frozenset[str]
    verbs: frozenset[str]


@cache
def page_layout() -> Layout:
    """The lines and words of the file, read at the first call."""
    return kept("layout", _read_layout)


def _read_layout() -> Layout:
    file = read_yaml(FACTS / "words" / "layout.yaml").parse(_File)
    calendar = file.months | file.days
    # What a headline has and a name has not: "orders", "fell".
    verbs = [forms(verb) for verb in word_lists("verbs")["common"]]
    tail, line, caption = (_notices(entries) for entries in (file.tail, file.line, file.caption))
    return Layout(
        tail=tail,
        line=line,
        caption=caption,
        alone=tail.whole | line.whole | caption.whole,
        signatures=tuple(f"{opener} " for opener in file.byline),
        in_names=file.byline_words,
        calendar=calendar,
        in_dates=frozenset(map(str.lower, calendar)) | file.date_words,
        agencies=frozenset(map(plain, file.agencies)),
        verbs=frozenset(form for verb in verbs for form in (verb.third, *verb.past)),
    )


def _notices(entries: Sequence[str]) -> Notices:
    partial: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        first, *rest = _lower(entry).split("…")
        if rest:
            parts = (first.lstrip(_DECORATION), *rest[:-1], rest[-1].rstrip(_DECORATION))
            partial.setdefault(parts[0][:1], []).append(parts)
    insides = [parts[1] for parts in partial.get("", ()) if not parts[-1]]
    return Notices(
        # What may vary may also be missing.
        whole=frozenset(plain(entry.replace("…", " ")) for entry in entries),
        partial=partial,
        beginnings=tuple(parts[0] for each in partial.values() for parts in each if parts[0]),
        endings=tuple(parts[-1] for parts in partial.get("", ()) if parts[-1]),
        insides=LazyPattern("|".join(map(re.escape, insides))) if insides else None,
    )


def _lower(words: str) -> str:
    lower = words.lower()
    if not lower.isascii():
        for mark, sign in _PLAIN.items():
            lower = lower.replace(mark, sign)
    return lower


def plain(words: str) -> str:
    """``words`` as lines are compared: lower case, plain quotes and dashes, no decoration."""
    return " ".join(_lower(words).split()).strip(_DECORATION)


def _fits(line: str, parts: tuple[str, ...]) -> bool:
    first, *middle, last = parts
    at, end = len(first), len(line) - len(last)
    if at > end or not (line.startswith(first) and line.endswith(last)):
        return False
    for part in middle:
        found = line.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True
