"""The happenings of one article: each mention is joined to one before it, or opens a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ...model import Fact, Part, Place, TimeSpan
from .mentions import EventMention, MentionFinder
from .sentence import EventSentence
from .words import EventWords

__all__ = ["Happening", "Registry", "are_apart"]

_LEADING = 4
"""The sentences of a story that may tell again what its headline tells."""
_GROWING = 2
"""Sentences behind its first within which a happening gains places."""
_NEWS = 31
"""Days before publication within which something without a date of its own may lie."""
_CLOSE = 4
"""Tokens between two mentions that are one, where nothing parts them."""
_TOLD = ("told", "told of it")


@dataclass(slots=True, eq=False)
class Happening:
    """One happening, as far as the article has told of it.

    Attributes:
        class_: what sort it is, as special as any mention says.
        first: its first mention.
        part: the part of the article in which that stands.
        sentence: the number of its sentence.
        time: when it was.
        undated: the words for that, where no day is known.
        places: where, each inside or around the others.
        dateline: where the story is from, if nothing else says where it was.
        ordinal: which of several it is.
        plural: whether it is several.
        past: whether the article tells of it as something of the past.
        modifiers: what of, by their groups.
        proper: what it is called.
        nouns: the words of the sentences that name it.
    """

    class_: str
    first: EventMention
    part: Part
    sentence: int
    time: TimeSpan | None = None
    undated: str | None = None
    places: list[Place] = field(default_factory=list)
    dateline: tuple[Place, ...] = ()
    ordinal: int | None = None
    plural: bool = False
    past: bool = False
    modifiers: frozenset[int] = frozenset()
    proper: str | None = None
    nouns: frozenset[str] = frozenset()


@dataclass(slots=True)
class Registry:
    """The happenings of an article, and which mention is of which.

    Attributes:
        words: the words that name happenings.
        finder: finds the mentions.
        published: the day of publication of the article.
        happenings: those found so far, in the order of their first mentions.
        mentions: by number of the sentence, its mentions and what each is of.
    """

    words: EventWords
    finder: MentionFinder
    published: date | None
    happenings: list[Happening] = field(default_factory=list)
    mentions: dict[int, list[tuple[EventMention, Happening]]] = field(default_factory=dict)
    _running: Happening | None = None

    @property
    def live(self) -> list[Happening]:
        """Those that the article is about, and not of the past."""
        return [each for each in self.happenings if not each.past]

    @property
    def named(self) -> bool:
        """Whether a word tells of one that does not go on, and not only the harm that was done."""
        return any(each.first.cause is None for each in self.acute)

    @property
    def acute(self) -> list[Happening]:
        """Of these, those that do not go on, so that a figure may be of one without its name."""
        return [each for each in self.live if not self._goes_on(each)]

    def _goes_on(self, happening: Happening) -> bool:
        """Whether it is no single occasion: "the fighting", but not "a riot on Tuesday"."""
        reach, time = self.words.reach(happening.class_), happening.time
        if reach != "episode":
            return reach == "diffuse"
        once = happening.first.naming == "indefinite" and not happening.plural
        return not once or time is None or time.precision != "day"

    def open(self, fact: Fact, sentence: EventSentence) -> None:
        """Opens a happening that nothing but the harm done in it tells of."""
        class_ = next(each for each in self.words.lists.general if self.words.names_anything(each))
        mention = EventMention(0, fact.span.start, class_, fact.text.lower(), fact.text, "told")
        times = [each for each in sentence.times if not each.said]
        happening = Happening(
            class_,
            mention,
            sentence.part,
            sentence.number,
            times[0].time if times else None,
            times[0].words if times and times[0].time is None else None,
            nouns=sentence.nouns,
        )
        happening.places = [each.place for each in sentence.places[:1]]
        self.happenings.append(happening)
        self.mentions[sentence.number] = [(mention, happening)]

    def read(self, sentence: EventSentence) -> None:
        """Joins the mentions of the next sentence to the happenings, or opens new ones."""
        here: list[tuple[EventMention, Happening]] = []
        for mention in self.finder.find(sentence):
            happening = self._joined(mention, sentence, here)
            if happening is None:
                nothing = mention.naming != "other" and mention.cause is None
                if self.words.names_anything(mention.class_) and nothing:
                    continue  # "the incident", of nothing told before
                happening = Happening(
                    mention.class_,
                    mention,
                    sentence.part,
                    sentence.number,
                    ordinal=mention.ordinal,
                    plural=mention.plural,
                    past=mention.past or (bool(self.live) and self._is_old(mention.time)),
                )
                self.happenings.append(happening)
            self._learn(happening, mention, sentence)
            here.append((mention, happening))
            if not happening.past:
                self._running = happening
        if here:
            self.mentions[sentence.number] = here

    def settle(self, dateline: Sequence[Place]) -> None:
        """Gives the place of the dateline to the first happening, where it has none.

        It may be where the reporter sat: a figure of another place may be of it all the same.
        """
        if self.live and not self.live[0].places:
            self.live[0].dateline = tuple(dateline)

    def _learn(self, happening: Happening, mention: EventMention, sentence: EventSentence) -> None:
        """What a mention adds to what is known."""
        special = not self.words.is_general(mention.class_)
        if self.words.is_general(happening.class_) and special:
            happening.class_ = mention.class_
        happening.time = happening.time or mention.time
        happening.undated = happening.undated or mention.undated
        near = not happening.past and sentence.number <= happening.sentence + _GROWING
        if not happening.places or (mention.naming != "other" and near):
            happening.places += [
                place
                for place in mention.places
                if place not in happening.places
                and (not happening.places or any(place.touches(p) for p in happening.places))
            ]
        happening.nouns |= sentence.nouns
        happening.modifiers |= mention.modifiers
        happening.proper = happening.proper or mention.proper

    # -- which one -------------------------------------------------------------------------

    def _joined(
        self,
        mention: EventMention,
        sentence: EventSentence,
        here: Sequence[tuple[EventMention, Happening]],
    ) -> Happening | None:
        """The happening that a mention is of; ``None`` where it is a new one."""
        if self._is_fresh(mention, sentence, here):
            return None
        local = [happening for _, happening in here]
        found = self._beside(mention, sentence, here, local)
        if found is not None:
            return found
        if mention.naming in ("definite", "told of it") or self._is_known_mass(mention):
            return self._recalled(mention, local)
        return self._retold(mention, sentence, local)

    def _is_fresh(
        self,
        mention: EventMention,
        sentence: EventSentence,
        here: Sequence[tuple[EventMention, Happening]],
    ) -> bool:
        """Whether it is said to be another than what was told of before."""
        if mention.naming == "other" or mention.past:
            return True
        since = max((each.start for each, _ in here), default=sentence.start)
        opening = sentence.between(since, mention.start)
        if not here and mention.naming != "definite" and self.words.earlier.match(opening):
            return True  # "Earlier a bomb killed five"
        if self.words.offset.search(opening):
            return True  # "a week after militants killed twelve"
        strange = mention.targets and not any(
            mention.targets & each.nouns for each in self.happenings
        )
        return mention.naming == "definite" and bool(strange)

    def _beside(
        self,
        mention: EventMention,
        sentence: EventSentence,
        here: Sequence[tuple[EventMention, Happening]],
        local: Sequence[Happening],
    ) -> Happening | None:
        """One named in the same sentence already."""
        if not here:
            return None
        if mention.naming != "indefinite":
            loose = not mention.targets
            fitting = (e for e in reversed(local) if self._fits(mention, e, local, loose=loose))
            return next(fitting, None)
        before, happening = here[-1]
        if not self._fits(mention, happening, local, loose=True):
            return None
        if self.words.is_attacker(before.word):
            return happening  # "gunmen killed twelve in an ambush"
        gap = sentence.between(before.start + len(before.word), mention.start)
        parted = any(mark in gap for mark in ",;") or " and " in gap
        near = mention.at - before.at <= _CLOSE and not parted and before.naming != "indefinite"
        return happening if near else None

    def _is_known_mass(self, mention: EventMention) -> bool:
        """Whether a mass noun names what was told of at the same place."""
        return mention.naming == "mass" and any(
            each.class_ == mention.class_ and each.places and self._fits(mention, each, ())
            for each in self.happenings
        )

    def _recalled(self, mention: EventMention, local: Sequence[Happening]) -> Happening | None:
        """What is spoken of as known: the one told of last, of its class before any other."""
        order = [*reversed(self.live)]
        if self._running in order and self._running is not None:
            order.remove(self._running)
            order.insert(0, self._running)
        fitting = [each for each in order if self._fits(mention, each, local)]
        same = next((each for each in fitting if each.class_ == mention.class_), None)
        if same is not None or fitting:
            return same or fitting[0]
        only = order[0] if len(order) == 1 else None
        return only if only and self._fits(mention, only, local, loose=True) else None

    def _retold(
        self, mention: EventMention, sentence: EventSentence, local: Sequence[Happening]
    ) -> Happening | None:
        """What is told as if it were new, but was told before: in the headline, or elsewhere."""
        titled = [each for each in self.happenings if each.part == "title"]
        if titled and sentence.part == "text" and sentence.number <= _LEADING:
            fitting = (each for each in titled if self._fits(mention, each, local, loose=True))
            if (found := next(fitting, None)) is not None:
                return found
        for each in self.live:
            if each.class_ != mention.class_ or not self._fits(mention, each, local):
                continue
            if _differ(mention.cause, each.first.cause):
                continue
            if each.time is None and self._is_old(mention.time):
                continue  # what has no date is the news
            one_spot = any(
                place.key == other.key and place.first == place.last
                for place in mention.places
                for other in each.places
            )
            time = mention.time
            one_day = time is not None and time == each.time and time.precision == "day"
            if mention.places and each.places and (one_spot or one_day):
                return each
        return None

    def _is_old(self, time: TimeSpan | None) -> bool:
        """Whether a time lies well before the day of publication."""
        if time is None or time.end is None or self.published is None:
            return False
        return (self.published - time.end).days > _NEWS

    @staticmethod
    def _is_told_as_new(happening: Happening) -> bool:
        """Whether a verb of the headline tells of it, and nothing says when: "Ferry sinks"."""
        told = happening.part == "title" and happening.first.naming in ("told", "told of it")
        return told and happening.time is None

    def _fits(
        self,
        mention: EventMention,
        happening: Happening,
        local: Sequence[Happening],
        *,
        loose: bool = False,
    ) -> bool:
        """Whether nothing keeps a mention from being of a happening.

        Args:
            mention: the mention.
            happening: what was told of before.
            local: what its own sentence tells of.
            loose: whether it may also be what came of it: the fire after the blast.
        """
        if not self.words.fit(mention.class_, happening.class_, by_cause=loose):
            return False
        if are_apart(mention.time, happening.time) or _differ(mention.undated, happening.undated):
            return False
        if self._is_old(mention.time) and self._is_told_as_new(happening):
            return False
        if _differ(mention.ordinal, happening.ordinal) or _differ(mention.proper, happening.proper):
            return False
        told = mention.naming in _TOLD or self.words.names_anything(mention.class_)
        if mention.plural != happening.plural and not told:
            return False
        strange = not mention.targets & happening.nouns and happening not in local
        if mention.targets and mention.naming == "definite" and strange:
            return False
        both = mention.modifiers and happening.modifiers
        if both and not mention.modifiers & happening.modifiers:
            return False
        pairs = [(one, other) for one in mention.places for other in happening.places]
        return not pairs or any(one.touches(other) for one, other in pairs)


def are_apart(one: TimeSpan | None, other: TimeSpan | None) -> bool:
    """Whether two times are known to share no day."""
    return one is not None and other is not None and one.is_apart(other)


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other
