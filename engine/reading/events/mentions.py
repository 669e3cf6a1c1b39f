"""The words of a sentence that name a happening: nouns, verbs, and those who did it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

from ...model import Place, TimeSpan
from ..alternatives import any_of
from ..figures.tokens import Token
from ..grammar.classes import Grammar
from ..grammar.line import POSSESSIVE
from ..grammar.nouns import is_plural, singular
from .causes import Cause, CauseFinder
from .sentence import EventSentence
from .words import EventWords

__all__ = ["EventMention", "MentionFinder", "Naming"]

Naming = Literal["definite", "indefinite", "other", "bare", "mass", "told", "told of it"]
"""How a happening is named.

By a noun: as one known already ("the blast"), as a new one ("a blast"), as another than that told
of ("another blast"), without saying which, or by a mass noun ("flooding"). By a verb, of whom or
what has not been spoken of ("a bus crashed"), or has ("the bus crashed").
"""

_FAR = 7
"""Tokens before a noun in which its determiner is looked for."""
_LED = 2
"""Tokens before a noun of which one may turn it into another class."""
_SUBJECT = 8
"""Tokens before a verb in which what it needs is looked for."""
_OBJECT = 5
"""Tokens behind it."""
_NEAR = 14
"""Code points behind "the blast" within which a date is that of the blast."""
_BEFORE = 60
"""Code points before it in which a word says that it is of the past."""
_TARGET = 5
_SHORTEST = 3
_NEXT = 2
"""Which of several it is that is told of as another than the one that was told of first."""


@dataclass(frozen=True, slots=True, eq=False)
class EventMention:
    """A few words that name a happening.

    Attributes:
        at: index of the token of the noun, the verb or the doer.
        start: its offset.
        class_: what sort of happening it is.
        word: the word, in lower case.
        text: the same, as written.
        naming: how it is named.
        ordinal: which of several it is, from 1.
        plural: whether several are named.
        modifiers: what of, by their groups: a bus crash.
        proper: what it is called: "Storm Alex".
        targets: what it was done to, in the singular.
        past: whether it is told of as something of the past.
        time: when it was, as far as the sentence says.
        undated: the words for that, where no day is known.
        places: where.
        cause: who or what did it, where no more than the harm tells of it: "a mortar round".
    """

    at: int
    start: int
    class_: str
    word: str
    text: str
    naming: Naming
    ordinal: int | None = None
    plural: bool = False
    modifiers: frozenset[int] = frozenset()
    proper: str | None = None
    targets: frozenset[str] = frozenset()
    past: bool = False
    time: TimeSpan | None = None
    undated: str | None = None
    places: tuple[Place, ...] = ()
    cause: str | None = None


@dataclass(slots=True)
class _Lead:
    """What stands before a noun, as it is gone through from right to left."""

    naming: Naming = "bare"
    ordinal: int | None = None
    several: bool = False
    counts: bool = False
    supposed: bool = False
    modifiers: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()


class MentionFinder:
    """Finds the mentions of happenings.

    Args:
        grammar: the word classes.
        words: the words that name happenings.
    """

    def __init__(self, grammar: Grammar, words: EventWords) -> None:
        self._words, lists = words, words.lists
        self._definites = grammar.words("definites")
        self._articles = grammar.words("articles")
        self._indefinites = self._articles - self._definites
        self._stops = grammar.words("prepositions") | grammar.words("subordinators")
        self._stops |= grammar.words("conjunctions")
        self._pronouns = grammar.words("pronouns") | self._definites
        self._ordinals = {word: at for at, word in enumerate(lists.ordinals, 1)}
        self._past = re.compile(rf"\b{any_of(lists.past)}\b[^,;:]*$")
        self._causes = CauseFinder(grammar, words)

    def find(self, sentence: EventSentence) -> list[EventMention]:
        """The mentions of a sentence, in reading order."""
        found = [
            mention
            for at, token in enumerate(sentence.tokens)
            if (mention := self._mention(sentence, at, token)) is not None
        ]
        if not found and (caused := self._causes.find(sentence)) is not None:
            found = [_of_cause(caused, sentence)]
        return [self._placed(sentence, mention, found) for mention in found]

    def _mention(self, sentence: EventSentence, at: int, token: Token) -> EventMention | None:
        if self._words.is_attacker(token.word):
            return self._attackers(sentence, at, token)
        class_ = self._words.noun(token.word) or self._named(token)
        if class_ is not None and (
            token.group is None
            or self._is_nominal(sentence, at)
            or self._called(sentence.tokens, at, class_)
        ):
            return self._noun(sentence, at, token, class_)
        return self._verb(sentence, at, token)

    def _named(self, token: Token) -> str | None:
        """The class of a name that begins or ends with it: "Cyclone Ivo", "the Alder Fire"."""
        first, *rest = token.word.split(" ")
        if not rest or not token.capital:
            return None
        class_ = self._words.noun(first)
        if class_ in self._words.lists.called:
            return class_
        return self._words.nouns.get(rest[-1])

    def _is_nominal(self, sentence: EventSentence, at: int) -> bool:
        """Whether what may be a verb is a noun here: "heavy fighting in the north"."""
        before = sentence.tokens[at - 1] if at else None
        token, group = sentence.tokens[at], sentence.tokens[at].group
        led = before is None or before.word in self._stops | self._articles
        behind = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
        acts = behind is not None and (behind.number or behind.word in self._articles)
        does = behind is not None and behind.group is not None and behind.group is not group
        if led and does and token.word in self._words.nouns:
            return True  # "when fire swept through the mill"
        return led and not acts and group is not None and group.form == "gerund"

    # -- nouns -----------------------------------------------------------------------------

    def _noun(
        self, sentence: EventSentence, at: int, token: Token, class_: str
    ) -> EventMention | None:
        tokens, lists = sentence.tokens, self._words.lists
        behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
        turned = self._turned(tokens, at, token.word)
        other = behind in lists.followed["*"] or behind in lists.followed.get(token.word, ())
        class_ = ("" if other else class_) if turned is None else turned
        if not class_:
            return None
        lead = self._lead(tokens, at)
        if lead.counts and self._is_compound(tokens, at):
            lead.naming, lead.several = "bare", False  # "7,400 dengue cases"
        if lead.supposed:
            return None
        mass = class_ in lists.masses
        proper = token.word if token.word in lists.names else self._called(tokens, at, class_)
        return EventMention(
            at,
            token.start,
            class_,
            token.word,
            sentence.text[token.start : token.end],
            self._naming(sentence, at, lead, mass=mass, proper=proper is not None),
            lead.ordinal,
            (is_plural(token.word) and not mass) or lead.several,
            lead.modifiers,
            proper,
            self._targets(tokens, at, lead),
        )

    def _turned(self, tokens: Sequence[Token], at: int, word: str) -> str | None:
        """The class that the words before a noun turn it into; ``None`` where they do not."""
        before = tokens[at - 1] if at else None
        if before is None:
            return None
        lemmas = before.group.lemmas if before.group else ()
        for turn in self._words.lists.turned:
            if turn.noun == word and not turn.words.isdisjoint((before.word, *lemmas)):
                return turn.means
        led = {each.word for each in tokens[max(0, at - _LED) : at]}  # "in heavy rain"
        for turn in self._words.lists.led:
            if turn.noun in (word, singular(word)) and not turn.words.isdisjoint(led):
                return turn.means
        return None

    def _called(self, tokens: Sequence[Token], at: int, class_: str) -> str | None:
        """The name that stands behind the noun: "Hurricane Otis"."""
        if class_ not in self._words.lists.called:
            return None
        if called := tokens[at].word.partition(" ")[2]:
            return called
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if behind is None:
            return None
        return behind.word if behind.capital and behind.word.isalpha() else None

    def _naming(
        self, sentence: EventSentence, at: int, lead: _Lead, *, mass: bool, proper: bool
    ) -> Naming:
        if lead.naming != "bare":
            return lead.naming
        if proper:
            return "definite"
        if mass and sentence.part == "text":
            return "mass"
        return "indefinite" if sentence.part == "title" or at == 0 else "bare"

    def _lead(self, tokens: Sequence[Token], at: int) -> _Lead:
        """What the words before the noun say of it."""
        lead, lists = _Lead(), self._words.lists
        first = at - 1
        while first >= 0 and at - first < _FAR:
            token = tokens[first]
            word = token.word
            if token.code == POSSESSIVE:
                lead.naming = "definite"
                first -= 1  # whose it is says nothing of it
            elif word in lists.others or word in self._ordinals:
                apart = _NEXT if word in lists.apart else None
                lead.naming, lead.ordinal = "other", self._ordinals.get(word, lead.ordinal or apart)
            elif self._ends(token):
                self._determine(lead, token)
                break
            elif (group := self._words.modifier(word)) is not None:
                lead.modifiers |= {group}
            elif token.is_name:
                lead.names |= {word}
            first -= 1
        return lead

    def _ends(self, token: Token) -> bool:
        """Whether a noun phrase begins with ``token``, or behind it."""
        word = token.word
        determining = word in self._definites or word in self._indefinites
        determining = determining or word in self._words.lists.supposed or token.number is not None
        return determining or (
            self._words.modifier(word) is None
            and (token.group is not None or word in self._stops or not word[:1].isalpha())
        )

    def _determine(self, lead: _Lead, token: Token) -> None:
        """What the word that a noun phrase begins with says of the noun."""
        word, number = token.word, token.number
        lead.supposed = word in self._words.lists.supposed
        if word in self._definites or word in self._indefinites:
            known: Naming = "definite" if word in self._definites else "indefinite"
            lead.naming = "other" if lead.naming == "other" else known
        elif number is not None and number.form == "count":
            lead.several, lead.naming = number.quantity.low != 1, "indefinite"
            lead.counts = True

    def _is_compound(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the noun at token ``at`` stands before another, which a number before counts."""
        following = tokens[at + 1 : at + 2]
        return any(
            token.is_word and token.group is None and token.word not in self._stops
            for token in following
        )

    def _targets(self, tokens: Sequence[Token], at: int, lead: _Lead) -> frozenset[str]:
        """What it was done to: "the attack on the barracks"."""
        named = frozenset(map(singular, lead.names))
        if at + 1 >= len(tokens) or tokens[at + 1].word not in self._words.lists.targets:
            return named
        aim = takewhile(
            lambda token: token.is_word and token.word not in self._stops,
            tokens[at + 2 : at + 2 + _TARGET],
        )
        words = (token.word for token in aim if len(token.word) >= _SHORTEST)
        return named | {singular(word) for word in words if word not in self._pronouns}

    # -- verbs and doers ---------------------------------------------------------------------

    def _verb(self, sentence: EventSentence, at: int, token: Token) -> EventMention | None:
        group, tokens = token.group, sentence.tokens
        told = (token.word.rsplit(" ", 1)[-1], *(group.lemmas if group is not None else ()))
        senses = [sense for word in told for sense in self._words.verbs.get(word, ())]
        if not senses:
            return None
        if group is not None and (group.negated or group.possible or group.form == "infinitive"):
            return None
        before = [each.word for each in tokens[max(0, at - _SUBJECT) : at]]
        around = {*before, *map(singular, before)}
        around |= {singular(each.word) for each in tokens[at + 1 : at + 1 + _OBJECT]}
        fitting = (name for name, needs in senses if not needs or not needs.isdisjoint(around))
        class_ = next(fitting, None)
        if class_ is None:
            return None
        known = not self._pronouns.isdisjoint(before[-4:])
        things = (self._words.modifier(each) for each in before)
        return EventMention(
            at,
            token.start,
            class_,
            token.word,
            sentence.text[token.start : token.end],
            "told of it" if known else "told",
            modifiers=frozenset(group for group in things if group is not None),
        )

    def _attackers(self, sentence: EventSentence, at: int, token: Token) -> EventMention | None:
        """An attack that only its doers and what they did tell of: "gunmen killed"."""
        tokens, lists = sentence.tokens, self._words.lists
        if at and tokens[at - 1].word in self._definites:
            return None
        verb = next((each for each in tokens[at + 1 : at + 1 + _SUBJECT] if each.group), None)
        if verb is None or verb.group is None or lists.attacking.isdisjoint(verb.group.lemmas):
            return None
        naming: Naming = "indefinite" if at == 0 or sentence.part == "title" else "bare"
        if at and tokens[at - 1].word in self._indefinites:
            naming = "indefinite"
        written = sentence.text[token.start : token.end]
        return EventMention(at, token.start, lists.attackers_do, token.word, written, naming)

    # -- when and where ----------------------------------------------------------------------

    def _placed(
        self, sentence: EventSentence, mention: EventMention, others: Sequence[EventMention]
    ) -> EventMention:
        """``mention`` with the nearest time and the places that no other stands before."""

        def clear(at: int) -> bool:
            first, last = min(at, mention.start), max(at, mention.start)
            return not any(
                first < other.start < last
                and not self._words.fit(other.class_, mention.class_, by_cause=True)
                for other in others
            )

        definite = mention.naming == "definite"
        times = [
            each
            for each in sentence.times
            if not (each.said or (definite and _is_told(sentence, mention.start, each.at)))
            and clear(each.at)
        ]
        nearest = min(times, key=lambda each: abs(each.at - mention.start), default=None)
        if nearest is not None and definite:
            reach = _NEAR + len(mention.word)
            nearest = nearest if abs(nearest.at - mention.start) <= reach else None
        return replace(
            mention,
            past=self._past.search(sentence.between(mention.start - _BEFORE, mention.start))
            is not None,
            time=nearest.time if nearest is not None else None,
            undated=nearest.words if nearest is not None and nearest.time is None else None,
            places=tuple(each.place for each in sentence.places if clear(each.at)),
        )


def _of_cause(cause: Cause, sentence: EventSentence) -> EventMention:
    """The happening that nothing but who or what did harm tells of."""
    token = sentence.tokens[cause.at]
    return EventMention(
        cause.at,
        token.start,
        cause.class_,
        token.word,
        sentence.text[token.start : token.end],
        "other" if cause.other else "indefinite",
        cause=cause.noun,
    )


def _is_told(sentence: EventSentence, first: int, last: int) -> bool:
    """Whether a verb stands between two offsets: "victims of the blast were buried on Monday"."""
    low, high = min(first, last), max(first, last)
    return any(low < token.start < high and token.group for token in sentence.tokens)
