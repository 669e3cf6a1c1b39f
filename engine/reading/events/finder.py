"""The happenings of an article, and the facts with the one that each is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from ...kinds import Kind
from ...model import Event, Fact, Place, Span, TimeSpan, days_after
from ..grammar.classes import Grammar
from ..meaning.naming import is_described
from .belonging import Belonging, Story, is_count, is_tensed
from .mentions import MentionFinder
from .registry import Happening, Registry
from .sentence import EventSentence, ReadSentence, SentenceMaker
from .settling import Settling
from .words import event_words

__all__ = ["EventFinder"]

_PARTIAL, _RECALLED = "partial", "recalled"
"""The fields that say that those counted are not all, and that they were told of before."""
_FRESH = 2
"""Days before publication within which that lies which a headline tells as new."""


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
        given = {id(fact): happening for fact, happening in zip(own, happenings, strict=True)}
        about: dict[Happening | None, list[Fact]] = {}
        for fact, happening in zip(own, happenings, strict=True):
            about.setdefault(happening, []).append(fact)
        events = tuple(
            self._event(name, each, about[each], published) for each, name in ids.items()
        )
        settled = [
            self._settling.settled(fact, happening, ids[happening], story)
            if (happening := given.get(id(fact))) is not None
            else self._apart(fact, story)
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

    def _apart(self, fact: Fact, story: Story) -> Fact:
        """``fact`` of no happening: those of each year are never all whom one befell."""
        if fact.kind not in self._kinds or _PARTIAL not in fact.fields:
            return fact
        sentence = story.sentence(fact)
        if sentence is None or not self._belonging.is_recurring(sentence):
            return fact
        return replace(fact, fields={**fact.fields, _PARTIAL: fact.fields[_PARTIAL] or "yes"})

    def _event(
        self, name: str, happening: Happening, facts: Sequence[Fact], published: date | None
    ) -> Event:
        """What is told of a happening: its narrowest place, and the first word for it.

        Where the words for it name no place, it was where those were whom it befell: in a town,
        say, that no table has.
        """
        first, groups = happening.first, self._words.lists.modifiers
        once = not happening.plural and self._words.reach(happening.class_) != "diffuse"
        told = _named_places(facts)[:1] if once else []
        places = happening.places or told or happening.dateline
        place = min(places, key=lambda each: each.last - each.first, default=None)
        undated = once and happening.time is None and happening.undated is None
        return Event(
            id=name,
            class_=happening.class_,
            text=first.text,
            part=happening.part,
            span=Span(first.start, first.start + len(first.text)),
            place=place,
            time=_news(facts, published) if undated else happening.time,
            past=happening.past,
            several=happening.plural,
            ordinal=happening.ordinal,
            name=happening.proper,
            of=frozenset(groups[group][0] for group in happening.modifiers),
        )


def _named_places(facts: Sequence[Fact]) -> list[Place]:
    """The places that ``facts`` name, in reading order."""
    values = [value for fact in facts for value in fact.fields.values()]
    return [each for each in values if isinstance(each, Place) and not is_described(each)]


def _news(facts: Sequence[Fact], published: date | None) -> TimeSpan | None:
    """When that was which a headline tells in the present: within the last few days."""
    told = any(fact.part == "title" and is_tensed(fact, published) for fact in facts)
    first = days_after(published, -_FRESH) if told and published is not None else None
    if first is None or published is None:
        return None
    return TimeSpan(first, days_after(published, 1), "span", "publication")
