"""One sentence as happenings are looked for in it: its words, and when and where it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ...model import Part, Place, TimeSpan
from ..alternatives import any_of
from ..dates import DateMention
from ..figures.tokens import Token, tokens_of
from ..grammar.classes import Grammar
from ..grammar.nouns import singular
from ..meaning.mentions import Passage
from ..meaning.occasion_marks import Sentence
from .words import EventWords

__all__ = ["Dated", "EventSentence", "Placed", "ReadSentence", "SentenceMaker"]

_PLACE_FORMS = ("place", "country", "metonym")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SAID = 25
"""Code points behind a verb of saying within which a date says when it was said."""
_LEAD = 24
"""Code points before a name in which the word stands that says where it is."""


class ReadSentence(Sentence, Protocol):
    """A sentence with what the grammar makes of it, and its words."""

    @property
    def words(self) -> frozenset[str]:
        """Its words, in lower case."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time that a sentence names.

    Attributes:
        at: where.
        time: when; ``None`` where only a day of publication would tell.
        said: whether it is when somebody said so, or up to when they counted.
        words: as the sentence has it, in lower case.
    """

    at: int
    time: TimeSpan | None
    said: bool
    words: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A place that a sentence names as where something was, and where it names it."""

    at: int
    place: Place


@dataclass(slots=True, eq=False)
class EventSentence:
    """One sentence.

    Attributes:
        number: which it is of its article, the title being the first.
        part: title or text.
        block: where its paragraph begins.
        text: the part of the article.
        start: where it begins there.
        end: where it ends.
        tokens: its words.
        times: the times that it names.
        places: where it says that something was.
        nouns: its words in the singular.
    """

    number: int
    part: Part
    block: int
    text: str
    start: int
    end: int
    tokens: Sequence[Token]
    times: Sequence[Dated] = ()
    places: Sequence[Placed] = ()
    nouns: frozenset[str] = field(default_factory=frozenset)

    def between(self, first: int, last: int) -> str:
        """Its text from one offset up to another, in lower case."""
        return self.text[max(self.start, first) : min(self.end, last)].lower()


class SentenceMaker:
    """Makes sentences to look for happenings in."""

    def __init__(self, grammar: Grammar, words: EventWords) -> None:
        self._reporting = grammar.words("reporting")
        self._locatives = grammar.words("locatives")
        before = ("articles", "directions", "place_adjectives")
        self._passed = frozenset().union(*map(grammar.words, before))
        self._words = words
        self._up_to = re.compile(rf"\b{any_of(words.lists.counted_up_to)} $", re.IGNORECASE)

    def make(self, read: ReadSentence, number: int) -> EventSentence:
        """The sentence ``read``, which is number ``number`` of its article."""
        passage = read.passage
        span, line = passage.span, read.analysis.line
        tokens = tokens_of(line)
        return EventSentence(
            number,
            passage.part,
            passage.block,
            passage.text,
            span.start,
            span.end,
            tokens,
            tuple(self._times(passage.text, tokens)),
            tuple(self._places(passage)),
            frozenset(map(singular, _WORD.findall(passage.sentence.lower()))),
        )

    def _times(self, text: str, tokens: Sequence[Token]) -> Iterator[Dated]:
        verb: Token | None = None
        for token in tokens:
            if token.group is not None:
                verb = token
            mention = token.mention
            if not isinstance(mention, DateMention) or mention.offset or mention.clock:
                continue
            lemmas = verb.group.lemmas if verb is not None and verb.group is not None else ()
            near = verb is not None and token.start - verb.end < _SAID
            said = near and not self._reporting.isdisjoint(lemmas)
            before = text[max(0, token.start - _LEAD) : token.start]
            counted = self._up_to.search(before) is not None
            yield Dated(token.start, mention.time, said or counted, token.word)

    def _places(self, passage: Passage) -> Iterator[Placed]:
        """The places that stand behind a word for where, or in a list with one that does."""
        text, last = passage.text, -1
        for name in passage.names:
            if name.place is None or name.form not in _PLACE_FORMS:
                continue
            lead = text[max(passage.span.start, name.start - _LEAD) : name.start].lower().split()
            while lead and lead[-1] in self._passed:  # "in the southern Andes"
                lead.pop()
            word = lead[-1] if lead else ""
            listed = last >= 0 and text[last : name.start].strip() in (",", "and")
            if word in self._locatives or listed or self._names_event(text[name.end :]):
                yield Placed(name.start, name.place)
                last = name.end

    def _names_event(self, behind: str) -> bool:
        """Whether a noun of happening stands right behind: "the Porto fire"."""
        words = behind[:_LEAD].lower().split()[:2]
        return any(self._words.noun(word.strip(".,:;")) for word in words if word.isalpha())
