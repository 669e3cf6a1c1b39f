"""The words and marks of a sentence, with the classes that tell what its verbs say of a date.

The closed classes are those of ``facts/words/grammar.yaml``, the verbs those of ``verbs.yaml``;
what only matters to dates stands in ``tense.yaml``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache

from ...knowledge import Form, kept, read_words
from ..inflect import VerbForms, forms

__all__ = ["Tokens", "led_by", "tokens"]

_REACH = 40  # tokens on either side
_SHORTEST_TITLE = 4
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’]t\b)?|['’][^\W\d_]+|\d[\w.,]*\w|\d|\S")
_PAST_ENDING = re.compile(r"[^\W\d_]{3,}ed")
_CLOSED = (
    "determiners", "prepositions", "adverbs", "degrees", "negations", "relatives", "modals",
    "subordinators", "conditionals", "awaiting", "conjunctions", "be", "have", "prospective",
    "ready", "past_auxiliaries", "present_auxiliaries", "since", "pronouns", "to", "futures",
    "later_than",
)  # fmt: skip
_NONE: frozenset[str] = frozenset()
_REGULAR = frozenset(("past", "participle"))


@dataclass(frozen=True, slots=True)
class _File(Form):
    """``facts/words/tense.yaml``, which explains its own keys."""

    timetable: tuple[str, ...]
    timetable_alone: tuple[str, ...]
    timetable_states: tuple[str, ...]
    committing: tuple[str, ...]
    commitments: tuple[str, ...]
    upcoming: tuple[str, ...]
    awaited: tuple[str, ...]
    awaited_until: tuple[str, ...]
    planning: tuple[str, ...]
    deferring: tuple[str, ...]
    deferred_to: tuple[str, ...]
    preceding: tuple[str, ...]
    ranked: tuple[str, ...]
    never_past: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """What words may be.

    Attributes:
        classes: by word, in lower case, the names of its classes.
        preceding: words in a row that put a date behind them ahead.
    """

    classes: Mapping[str, frozenset[str]]
    preceding: frozenset[tuple[str, ...]]


@cache
def _words() -> _Words:
    return kept("tense", _read)


def _read() -> _Words:
    document, grammar, verbs = (read_words(name) for name in ("tense", "grammar", "verbs"))
    own = document.parse(_File)
    classes: dict[str, set[str]] = {word: set() for word in own.never_past}
    reporting = frozenset(grammar.data["reporting"])
    nouns = frozenset(verbs.data["noun_too"])
    known = [*verbs.data["common"], *verbs.data["irregular"], *nouns]
    governing = (*own.timetable, *own.timetable_alone, *own.committing, *own.deferring)
    for verb in {*known, *governing}:
        form = forms(verb)
        told = {
            **_by_form(form),
            "noun": form.present if verb in nouns else (),
            "timetable": form.present if verb in own.timetable else (),
            "timetable_alone": form.present if verb in own.timetable_alone else (),
            "committing": _all_forms(form) if verb in own.committing else (),
            "deferring": _all_forms(form) if verb in own.deferring else (),
            "reporting": _all_forms(form) if verb in reporting else (),
        }
        _add(classes, told)
    verbal = ("timetable", "timetable_alone", "committing", "deferring", "preceding", "never_past")
    _add(classes, {f.name: getattr(own, f.name) for f in fields(own) if f.name not in verbal})
    _add(classes, {name: grammar.data[name] for name in _CLOSED})
    return _Words(
        {word: frozenset(names) for word, names in classes.items()},
        frozenset(tuple(words.split()) for words in own.preceding),
    )


def _by_form(form: VerbForms) -> dict[str, Iterable[str]]:
    return {
        "base": (form.base,),
        "third": [present for present in form.present if present != form.base],
        "past": form.past,
        "participle": form.participle,
        "gerund": form.gerund,
    }


def _all_forms(form: VerbForms) -> tuple[str, ...]:
    return (*form.present, *form.past, *form.participle, *form.gerund)


def _add(classes: dict[str, set[str]], named: Mapping[str, Iterable[str]]) -> None:
    for name, words in named.items():
        for word in words:
            classes.setdefault(word, set()).add(name)


def led_by(before: Tokens, at: int) -> bool:
    """Whether the token ``at`` ends words that put what follows ahead: "ahead of"."""
    return any(
        words == tuple(map(before.word, range(at - len(words) + 1, at + 1)))
        for words in _words().preceding
    )


class Tokens:
    """The words and marks of a sentence or a piece of it, and the classes of each."""

    def __init__(
        self, words: Sequence[str], classes: Sequence[frozenset[str]], starts: Sequence[int] = ()
    ) -> None:
        self.words = words
        self.classes = classes
        self._starts = starts

    @classmethod
    def of(cls, text: str) -> Tokens:
        """Those of a sentence."""
        found = [*_TOKEN.finditer(text)]
        words = [token.group() for token in found]
        titled = sum(word[0].isupper() for word in words) * 2 > len(words) >= _SHORTEST_TITLE
        known = _words().classes
        classes = [cls._of(word, known, titled=titled) for word in words]
        return cls(words, classes, [token.start() for token in found])

    def up_to(self, end: int) -> Tokens:
        """The tokens before a code point, as far as they matter to what stands there."""
        last = bisect_left(self._starts, end)
        first = max(0, last - _REACH)
        return Tokens(self.words[first:last], self.classes[first:last])

    def from_(self, start: int) -> Tokens:
        """As ``up_to``, for the tokens from a code point on."""
        first = bisect_left(self._starts, start)
        last = first + _REACH
        return Tokens(self.words[first:last], self.classes[first:last])

    @staticmethod
    def _of(word: str, known: Mapping[str, frozenset[str]], *, titled: bool) -> frozenset[str]:
        lower = word.replace("’", "'")
        if word[0].isupper():
            lower = lower.lower()
            if not titled and "modals" in known.get(lower, _NONE):
                return _NONE  # May, Will
        found = known.get(lower)
        if found is None and lower.endswith("n't"):
            found = known.get(lower[:-3])
        if found is None and _PAST_ENDING.fullmatch(lower) and (titled or word[0].islower()):
            return _REGULAR
        return found or _NONE

    def __len__(self) -> int:
        return len(self.words)

    def is_any(self, at: int, *names: str) -> bool:
        """Whether the token ``at``, if there is one, is of one of the classes."""
        return 0 <= at < len(self.words) and not self.classes[at].isdisjoint(names)

    def is_all(self, at: int, *names: str) -> bool:
        """Whether the token ``at``, if there is one, is of all of the classes."""
        return 0 <= at < len(self.words) and self.classes[at].issuperset(names)

    def word(self, at: int) -> str:
        """The token ``at`` in lower case; nothing where there is none."""
        return self.words[at].lower() if 0 <= at < len(self.words) else ""


@lru_cache(maxsize=8)
def tokens(text: str) -> Tokens:
    """The tokens of a sentence; those of the last few are remembered."""
    return Tokens.of(text)
