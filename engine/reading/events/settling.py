"""What the happening of a fact, and the words around it, say of its figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import takewhile

from ...kinds import Kind
from ...model import Fact, Place, Value
from ..alternatives import any_of
from ..figures.tokens import Token
from ..grammar.classes import Grammar
from ..meaning.naming import is_described
from .belonging import Story, construction, is_count, is_tensed
from .registry import Happening, are_apart
from .sentence import EventSentence
from .words import EventWords

__all__ = ["Settling"]

_PARTIAL = "partial"
_LED = 12
"""Code points before a figure in which "a group of" begins."""
_BEFORE_VERB = ("subject", "passive-subject")
_CLOCK = re.compile(r"\W{0,3}\d{1,2}[:.]\d{2}\b")
"""How the paragraphs of a running report begin."""


class Settling:
    """Says of facts what their happenings tell.

    Args:
        kinds: every kind that is read.
        grammar: the word classes.
        words: the words that name happenings.
    """

    def __init__(self, kinds: Mapping[str, Kind], grammar: Grammar, words: EventWords) -> None:
        self._kinds, self._words = kinds, words
        self._locatives = grammar.words("locatives") | grammar.words("aboard")
        self._determiners = grammar.words("articles") | grammar.words("definites")
        lists, article = words.lists, any_of(grammar.words("articles") - grammar.words("definites"))
        self._next = re.compile(rf"\b{article} {any_of(lists.ordinals)}\b")
        self._party = re.compile(rf"\b{article} {any_of(lists.parties)} of\b")
        self._updates = re.compile(rf"\b{any_of(lists.updates)}\b")
        self._beside = re.compile(rf"\b{any_of(lists.beside)}\b")

    def settled(self, fact: Fact, happening: Happening, name: str, story: Story) -> Fact:
        """``fact`` as one about ``happening``, which goes by ``name``.

        A headline tells in the present what was on another day, and of a toll it does not say when.
        """
        time = fact.time
        if is_tensed(fact, story.registry.published):
            if fact.part == "title":
                time = None if is_count(fact) else happening.time
            elif not is_count(fact) and are_apart(time, happening.time):
                time = happening.time
        fields = {**fact.fields, **self._told(fact, happening, story)}
        if self._opens(fact, happening, story):
            fields = {name: _named(value) for name, value in fields.items()}
        return replace(fact, event=name, time=time, fields=fields)

    def _opens(self, fact: Fact, happening: Happening, story: Story) -> bool:
        """Whether a story begins with it, and so says where all of its happening was.

        Where that has no name it says no more: "in a mining village" is where the headline says.
        """
        sentence = story.sentence(fact)
        return sentence is not None and story.openings.get(happening) == sentence.number

    def _told(self, fact: Fact, happening: Happening, story: Story) -> Mapping[str, Value | None]:
        """The fields that are then known."""
        kind, sentence = self._kinds[fact.kind], story.sentence(fact)
        told: dict[str, Value | None] = {}
        if sentence is None or fact.part_of is not None:
            return told
        if self._is_some(fact, happening, sentence) and _PARTIAL in kind.fields:
            told[_PARTIAL] = "yes"
        before = sentence.between(sentence.start, fact.span.end)
        later = self._updates.search(before) or self._next.search(before)  # "a third body"
        if later or _CLOCK.match(sentence.text, sentence.block):
            told |= kind.rising
        return told

    def _is_some(self, fact: Fact, happening: Happening, sentence: EventSentence) -> bool:
        """Whether it is of some of those whom it befell.

        Where a happening covers an area, those of a narrower place are some of all; and where one
        more is told of behind it, those before were not all: "killed two, while a third drowned".
        """
        nobody = fact.value is not None and fact.value.high == 0  # "no deaths elsewhere"
        end = sentence.end if nobody else fact.span.end
        also = self._beside.search(sentence.between(fact.span.start, end))
        next_one = self._next.search(sentence.between(fact.span.end, sentence.end))
        party = self._party.search(sentence.between(fact.span.start - _LED, fact.span.end))
        if also or next_one or party or self._is_narrowed(fact, sentence):
            return True
        return self._words.reach(happening.class_) != "point" and _is_narrower(fact, happening)

    def _is_narrowed(self, fact: Fact, sentence: EventSentence) -> bool:
        """Whether it is of those who were somewhere in it: "three people in the car died"."""
        if construction(fact) not in _BEFORE_VERB:
            return False
        tokens = sentence.tokens
        numbers = (at for at, each in enumerate(tokens) if each.start >= fact.span.start)
        first = next((at for at in numbers if tokens[at].number is not None), len(tokens))
        for at in range(first + 1, len(tokens)):
            if tokens[at].group is not None:
                return False
            if tokens[at].word in self._locatives and self._begins(tokens, at + 1):
                return True
        return False

    def _begins(self, tokens: Iterable[Token], at: int) -> bool:
        """Whether a noun phrase of a thing that is no happening and has no name begins there."""
        determiner, *rest = (*tokens,)[at:] or (None,)
        if determiner is None or determiner.word not in self._determiners:
            return False
        ordinals = self._words.lists.ordinals  # "in the first carriage"
        plain = (e for e in rest if e.word not in ordinals)
        words = [e.word for e in takewhile(lambda each: each.is_word and not each.is_name, plain)]
        return bool(words) and not any(self._words.noun(word) for word in words)


def _named(value: Value | None) -> Value | None:
    """``value``, unless it is a place that has no name."""
    return None if isinstance(value, Place) and is_described(value) else value


def _is_narrower(fact: Fact, happening: Happening) -> bool:
    """Whether a fact was somewhere inside all the places of its happening."""
    own = [value for value in fact.fields.values() if isinstance(value, Place)]
    wider = any(place.holds(each) for place in happening.places for each in own)
    return wider and not any(each.holds(place) for place in happening.places for each in own)
