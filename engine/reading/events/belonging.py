"""Which happening a fact is about: that of its sentence, else of its paragraph, else the only one.

Where none of these can be known the fact has none: an unknown is neither the same nor another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...model import Fact, Place, TimeSpan
from ..alternatives import any_of
from ..grammar.classes import Grammar
from ..meaning.naming import is_described, is_tabled
from .mentions import EventMention
from .registry import Happening, Registry, are_apart
from .sentence import EventSentence
from .words import EventWords

__all__ = ["Belonging", "Story", "construction", "is_count", "is_tensed"]

_NEAR = 70
"""Code points behind a figure within which a happening is named that it is of."""
_AFTER = 40
_AHEAD = 2
"""Sentences by which a fact may go before the one that names its happening as known."""
_OBJECT = "object"
_COUNTED = ("quantity", "counted", "named", "matched")
_PARTED = re.compile(r";|, (?:and|but|while|when|after)\b")


@dataclass(frozen=True, slots=True)
class _Around:
    """What the paragraphs tell of where a sentence begins.

    Attributes:
        paragraph: the happening of its paragraph.
        before: that told of last.
    """

    paragraph: Happening | None
    before: Happening | None


class Belonging:
    """Gives facts their happenings.

    Args:
        grammar: the word classes.
        words: the words that name happenings.
    """

    def __init__(self, grammar: Grammar, words: EventWords) -> None:
        lists = words.lists
        self._words = words
        offset = any_of(lists.offset_words)
        self._period = re.compile(rf"\b{any_of(lists.periods)}\b(?! {offset}\b)")  # "a week ago"
        article = any_of(grammar.words("articles") - grammar.words("definites"))
        self._recurring = re.compile(rf"\b{any_of(lists.recurring)}\b")
        self._circumstance = re.compile(
            rf"\b{any_of(lists.circumstances)} {article} (?:\w+ ){{0,2}}?(?P<noun>\w+)"
        )
        self._another = re.compile(rf"\b(?:another|{article} {any_of(lists.ordinals)}) one\b")
        self._it = grammar.words("things_singular")
        self._joint = re.compile(r"[;,]| and | but ")

    def of(self, facts: Sequence[Fact], story: Story) -> list[Happening | None]:
        """The happening of each of ``facts``; ``None`` where it cannot be known.

        Args:
            facts: those of an article that are about happenings, in reading order.
            story: the article with its happenings.
        """
        story.note_harmed(facts)
        return [self._one(fact, story) for fact in facts]

    def is_periodic(self, sentence: EventSentence) -> bool:
        """Whether a sentence tells of longer times than of one happening."""
        return self._period.search(sentence.between(sentence.start, sentence.end)) is not None

    def is_recurring(self, sentence: EventSentence) -> bool:
        """Whether it tells of what comes again and again: "some 500 are killed each year"."""
        return self._recurring.search(sentence.between(sentence.start, sentence.end)) is not None

    def _one(self, fact: Fact, found: Story) -> Happening | None:
        sentence = found.sentence(fact)
        if sentence is None:
            return None
        harm = _harm(fact)
        named = [
            each
            for each in found.registry.mentions.get(sentence.number, ())
            if self._words.befalls(harm, each[1].class_)
        ]
        if named:
            happening = self._in_sentence(fact, sentence, named)
        elif (happening := self._only_source(harm, found.registry)) is None:
            happening = self.meant(fact, sentence, found.registry)
            happening = happening or self._around(fact, sentence, found)
            if happening is not None and not self._words.befalls(harm, happening.class_):
                return None
            if happening is not None and self._is_other(fact, sentence, happening):
                return None
        if happening is None or _is_elsewhere(fact, happening):
            return None
        return happening

    # -- named in its own sentence -----------------------------------------------------------

    def _in_sentence(
        self,
        fact: Fact,
        sentence: EventSentence,
        named: Sequence[tuple[EventMention, Happening]],
    ) -> Happening | None:
        """That of its own clause, where the sentence names several."""
        mention, happening = self._nearest(fact, sentence, named)
        if mention.start < fact.span.start and self._words.offset.search(
            sentence.between(mention.start, fact.span.start)
        ):
            return None  # "a week after the blast, twelve people were killed"
        first, last = min(mention.start, fact.span.start), max(mention.start, fact.span.start)
        held = happening.time or mention.time
        own = _own_time(fact, sentence)
        late = is_count(fact) and own is not None and not _is_before(own, held)
        between = [
            each
            for each in sentence.times
            if first < each.at < last + _AFTER
            and not _is_of_another(fact, mention, sentence, each.at)
        ]
        if not late and any(are_apart(each.time, held) for each in between if not each.said):
            return None
        return happening

    def _nearest(
        self,
        fact: Fact,
        sentence: EventSentence,
        named: Sequence[tuple[EventMention, Happening]],
    ) -> tuple[EventMention, Happening]:
        """The mention that a fact of several in one sentence is of.

        The one before an object did it; one close behind, with neither comma nor "and", says in
        what; else it is the last before.
        """
        before = [each for each in named if each[0].start < fact.span.start]
        behind = [each for each in named if each[0].start >= fact.span.start]
        if len({happening for _, happening in named}) == 1:
            return before[-1] if before else behind[0]
        if construction(fact).startswith(_OBJECT) and before:
            return before[-1]
        if behind:
            gap = sentence.between(fact.span.end, behind[0][0].start)
            if len(gap) < _NEAR and not self._joint.search(gap):
                return behind[0]
        return before[-1] if before else behind[0]

    def has_source(self, fact: Fact, registry: Registry) -> bool:
        """Whether what befell them comes of few happenings, of which the story tells one."""
        return self._only_source(_harm(fact), registry) is not None

    def _only_source(self, harm: str, registry: Registry) -> Happening | None:
        """The one happening of the story of which a harm may have come that comes of few.

        What goes on, as an outbreak does, is else only that of which the sentence names it.
        """
        classes = self._words.lists.befalls_in.get(harm, ())
        live = [each for each in registry.live if each.class_ in classes]
        return live[0] if len(live) == 1 and not live[0].plural else None

    def meant(self, fact: Fact, sentence: EventSentence, registry: Registry) -> Happening | None:
        """The one of the sentence before that a pronoun stands for: "it had killed nine"."""
        words = sentence.between(sentence.start, fact.span.start).split()
        if not words or words[-1] not in self._it:
            return None
        before = {each for _, each in registry.mentions.get(sentence.number - 1, ())}
        meant = next(iter(before)) if len(before) == 1 else None
        return meant if meant and self._words.befalls(_harm(fact), meant.class_) else None

    # -- named elsewhere ---------------------------------------------------------------------

    def _around(self, fact: Fact, sentence: EventSentence, found: Story) -> Happening | None:
        """That of its paragraph, or the last told of if there is no other, or the only one."""
        around, live = found.around[sentence.number], found.acute
        if around.paragraph is not None:
            happening: Happening | None = around.paragraph
        elif len(live) == 1:
            happening = live[0]
        elif fact.part == "title":
            happening = found.first
        else:
            only = found.harming[0] if len(found.harming) == 1 else None
            happening = only if around.before in (None, only) else None
        if happening is None or happening.plural:
            return None
        known = happening.first.naming in ("definite", "told of it")
        ahead = happening.sentence - sentence.number
        if fact.part == "text" and ahead > (_AHEAD if known else 0):
            return None  # named too late
        return happening

    def _is_other(self, fact: Fact, sentence: EventSentence, happening: Happening) -> bool:
        """Whether its sentence tells of another time or of another cause than ``happening``."""
        before = sentence.between(sentence.start, fact.span.start)
        whole = sentence.between(sentence.start, sentence.end)
        if (
            self._period.search(whole)
            or self._words.offset.search(before)
            or self._another.search(whole)
        ):
            return True
        behind = sentence.between(fact.span.end, sentence.end)
        circumstance = self._circumstance.search(behind)
        settings = (*self._words.lists.settings, *self._words.lists.ordinals)
        if circumstance and circumstance["noun"] not in settings:
            return True
        own = _own_time(fact, sentence)
        late = is_count(fact) and not _is_before(own, happening.time)
        return not late and are_apart(own, happening.time)


class Story:
    """An article's sentences, and what each begins with.

    Args:
        registry: its happenings.
        sentences: those that name one, or tell of one.

    Attributes:
        registry: the same.
        acute: the happenings that do not go on.
        around: by number of a sentence, what its paragraphs tell of where it begins.
        first: the first happening of the text.
        openings: by happening, the number of the sentence of the text that names it first.
        harming: those that are named where a figure stands.
    """

    def __init__(self, registry: Registry, sentences: Sequence[EventSentence]) -> None:
        self.registry, self.acute = registry, registry.acute
        self._by_start = {(each.part, each.start): each for each in sentences}
        self.around: dict[int, _Around] = {}
        paragraphs: dict[tuple[str, int], Happening | None] = {}
        last: Happening | None = None
        self.first: Happening | None = None
        self.openings: dict[Happening, int] = {}
        for sentence in sentences:
            key = (sentence.part, sentence.block)
            self.around[sentence.number] = _Around(paragraphs.get(key), last)
            named = registry.mentions.get(sentence.number, ())
            own = [each for _, each in named if each in self.acute]
            if sentence.part == "text":
                self.openings = dict.fromkeys(own, sentence.number) | self.openings
            if own:
                several = len(set(own)) > 1
                last = paragraphs[key] = None if several else own[-1]
                if self.first is None and sentence.part == "text":
                    self.first = own[0]
        self.harming: list[Happening] = []

    def note_harmed(self, facts: Sequence[Fact]) -> None:
        """Notes which happenings are named where a figure stands."""
        harming: dict[Happening, None] = {}
        for fact in facts:
            sentence = self.sentence(fact)
            named = self.registry.mentions.get(sentence.number, ()) if sentence else ()
            harming |= dict.fromkeys(each for _, each in named if each in self.acute)
        self.harming = list(harming)

    def sentence(self, fact: Fact) -> EventSentence | None:
        """The sentence of a fact."""
        return self._by_start.get((fact.part, fact.sentence.start))


def construction(fact: Fact) -> str:
    """How its figure stands in its sentence, as what read it says."""
    return fact.phrase.partition("/")[2]


def is_count(fact: Fact) -> bool:
    """Whether it counts up to a time, so that it may be later than its happening."""
    return construction(fact) in _COUNTED


def is_tensed(fact: Fact, published: date | None) -> bool:
    """Whether nothing but a present tense may say when it was: on the day of publication."""
    time = fact.time
    if time is None or time.anchor != "publication" or time.precision != "day":
        return False
    return time.start == published


def _harm(fact: Fact) -> str:
    """What befell those whom a fact counts, in the word of its kind."""
    measure = fact.fields.get("measure")
    return measure if isinstance(measure, str) else ""


def _own_time(fact: Fact, sentence: EventSentence) -> TimeSpan | None:
    """When the words beside a fact say that it was."""
    times = [each for each in sentence.times if not each.said]
    nearest = min(times, key=lambda each: abs(each.at - fact.span.start), default=None)
    if nearest is None:
        return None
    gap = sentence.between(min(nearest.at, fact.span.start), max(nearest.at, fact.span.start))
    parted = len(times) > 1 and _PARTED.search(gap)
    return None if parted else nearest.time


def _is_of_another(fact: Fact, mention: EventMention, sentence: EventSentence, at: int) -> bool:
    """Whether a day stands behind another verb: "who died in the blast were named on Monday"."""
    if not fact.span.start < mention.start < at:
        return False
    return any(mention.start < token.start < at and token.group for token in sentence.tokens)


def _is_before(one: TimeSpan | None, other: TimeSpan | None) -> bool:
    """Whether one time is known to be over when the other begins."""
    return one is not None and other is not None and one.is_before(other)


def _is_elsewhere(fact: Fact, happening: Happening) -> bool:
    """Whether it is known to have been at another place.

    Where one of two places is in no table, nobody knows whether the other holds it.
    """
    places = [value for value in fact.fields.values() if isinstance(value, Place)]
    named = [place for place in places if not is_described(place)]
    pairs = [
        (one, other)
        for one in named
        for other in happening.places
        if is_tabled(one) is is_tabled(other)
    ]
    return bool(pairs) and not any(one.touches(other) for one, other in pairs)
