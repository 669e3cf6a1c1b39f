"""The happenings of an article, and the facts with the one that each is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...kinds import Kind
from ...model import Event, Fact, Place, Span
from ..grammar.classes import Grammar
from .belonging import Belonging, Story, is_count
from .mentions import MentionFinder
from .registry import Happening, Registry
from .sentence import EventSentence, ReadSentence, SentenceMaker
from .settling import Settling
from .words import event_words

__all__ = ["EventFinder"]

_RECALLED = "recalled"
"""The field that says that those counted were told of before."""


class EventFinder:
    """Finds the happenings of articles.

    Args:
        kinds: every kind that is read.
        grammar: the word classes.
    """

    def __init__(self, kinds: Mapping[str, Kind], grammar: Grammar) -> None:
        self._kinds = frozenset(name for name, kind in kinds.items() if "event" in kind.behaves)
        self._harming = frozenset(name for name, kind in kinds.items() if "harm" in kind.behaves)
        self._words = words = event_words()
        self._sentences = SentenceMaker(grammar, words)
        self._mentions = MentionFinder(grammar, words)
        self._belonging = Belonging(grammar, words)
        self._settling = Settling(kinds, grammar, words)

    def settle(
        self,
        facts: Sequence[Fact],
        sentences: Sequence[ReadSentence],
        dateline: Sequence[Place],
    ) -> tuple[list[Fact], tuple[Event, ...]]:
        """``facts``, each with its happening, and the happenings that any of them is about.

        Args:
            facts: of an article, in reading order.
            sentences: of the article, those of the title first.
            dateline: the places that its dateline names.
        """
        own = [fact for fact in facts if fact.kind in self._kinds]
        if not own:
            return list(facts), ()
        starts = {(fact.part, fact.sentence.start) for fact in own}
        published = sentences[0].published
        registry = Registry(self._words, self._mentions, published)
        made: list[EventSentence] = []
        for number, sentence in enumerate(sentences):
            passage = sentence.passage
            named = not self._words.surfaces.isdisjoint(sentence.words)
            if named or (passage.part, passage.span.start) in starts:
                made.append(self._sentences.make(sentence, number))
                registry.read(made[-1])
        if not registry.named:
            self._open(registry, own, made)
        registry.settle(dateline)
        story = Story(registry, made)
        happenings = self._belonging.of(own, story)
        told = [each for each in registry.happenings if each in happenings]
        ids = {each: f"e{number}" for number, each in enumerate(told, 1)}
        events = tuple(self._event(name, each) for each, name in ids.items())
        given = {id(fact): happening for fact, happening in zip(own, happenings, strict=True)}
        settled = [
            self._settling.settled(fact, happening, ids[happening], story)
            if (happening := given.get(id(fact))) is not None
            else fact
            for fact in facts
        ]
        return settled, events

    def _open(
        self, registry: Registry, facts: Sequence[Fact], sentences: Sequence[EventSentence]
    ) -> None:
        """Opens a happening where the harm is told of that no other name is given for."""
        starts = {(each.part, each.start): each for each in sentences}
        for fact in facts:
            sentence = starts[fact.part, fact.sentence.start]
            told = registry.mentions.get(sentence.number, ())
            if any(mention.cause is not None for mention, _ in told):
                return
            named = bool(told) or self._belonging.is_periodic(sentence)
            some = fact.value is not None and fact.value.high != 0
            some = some and fact.kind in self._harming and fact.fields.get(_RECALLED) is None
            named = named or self._belonging.has_source(fact, registry)
            named = named or self._belonging.meant(fact, sentence, registry) is not None
            if some and not named and fact.stance == "asserted" and not is_count(fact):
                registry.open(fact, sentence)
                return

    def _event(self, name: str, happening: Happening) -> Event:
        """What is told of a happening: its narrowest place, and the first word for it."""
        first, groups = happening.first, self._words.lists.modifiers
        places = happening.places or happening.dateline
        place = min(places, key=lambda each: each.last - each.first, default=None)
        return Event(
            id=name,
            class_=happening.class_,
            text=first.text,
            part=happening.part,
            span=Span(first.start, first.start + len(first.text)),
            place=place,
            time=happening.time,
            past=happening.past,
            several=happening.plural,
            ordinal=happening.ordinal,
            name=happening.proper,
            of=frozenset(groups[group][0] for group in happening.modifiers),
        )
