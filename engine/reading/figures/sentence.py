"""One sentence as its figures are read: its words, its verbs, and what was read of it so far.

Of "Twelve miners died and three were hurt" the tokens are the words, "died" and "were hurt" as
one each; its readings are those of the tokens "Twelve" and "three".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ...model import Quantity, Value
from ..glance import WORD
from ..grammar.clauses import Clause
from ..meaning.scene import Scene
from .field import Beside, Evoked
from .tokens import Token, tokens_of
from .words import figure_endings, figure_words

__all__ = ["FigureReading", "Phrase", "Sentence", "around"]

_MOST_LIGHT = 12
"""Light words that are passed over, at most."""
_MOST_ASKED = 14
"""Tokens from a share to the verb by which those that it is of speak."""
_ASIDES = {")": "(", ",": ",", "–": "–", "—": "—"}
"""How what is said in passing ends, and how it begins."""
_LONGEST_ASIDE = 30
"""Tokens that it has at most."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The noun phrase of a figure.

    Attributes:
        at: index of the token of its number.
        end: index of the token behind it.
        noun: its noun, as written in lower case; ``None`` where the figure stands alone.
        people: whether that is of people; ``None`` where nobody can tell.
        partitive: whether a pronoun stands for its noun: "two of them".
    """

    at: int
    end: int
    noun: str | None
    people: bool | None
    partitive: bool = False


@dataclass(frozen=True, slots=True)
class FigureReading:
    """What a figure was read as.

    Attributes:
        phrase: its noun phrase.
        quantity: its value.
        evoked: what it is, by the words that say so.
        construction: how it stands to them, in a word or two.
        verb: index of the token of the verb that says so; ``None`` where no verb does.
        whole: index of the token of the figure that it is a part of.
        superseded: whether another figure has taken its place.
        owner: index of the token that names whose it is, where the verb is left out.
        first: index of the first token of what says so.
        last: index of the last.
        known: other fields that its construction tells; several values are those of several facts.
        answered: whether its verb is what those say whom it counts, so that "do not want" is an
            answer, and no figure denied.
        opening: index of the token where its passage begins, if that is another figure.
    """

    phrase: Phrase
    quantity: Quantity
    evoked: Evoked
    construction: str
    verb: int | None = None
    whole: int | None = None
    superseded: bool = False
    owner: int | None = None
    first: int | None = None
    last: int | None = None
    known: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    answered: bool = False
    opening: int | None = None

    @property
    def choice(self) -> str:
        """What it is."""
        return self.evoked.choice


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence.

    Attributes:
        scene: where it stands.
        tokens: its words.
        before: what was read in the sentence before it.
        earlier: what was read last in the article, if it stands no more than a few sentences back.
        readings: what was read so far, by index of the token of the number; ``add`` and
            ``remove`` change them.
        numbers: the indices of the tokens that are numbers, in order.
        phrases: the noun phrases that were found so far, by index of the token of the number.
    """

    scene: Scene
    tokens: Sequence[Token]
    before: Sequence[FigureReading] = ()
    earlier: Sequence[FigureReading] = ()
    readings: dict[int, FigureReading] = field(default_factory=dict)
    numbers: Sequence[int] = field(init=False)
    phrases: dict[int, Phrase] = field(init=False, default_factory=dict)
    _order: list[int] = field(init=False)
    _clauses: Mapping[int, Clause] = field(init=False)
    _last_of: dict[frozenset[str], int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.numbers = [at for at, token in enumerate(self.tokens) if token.number is not None]
        self._order = sorted(self.readings)
        self._clauses = {clause.verb: clause for clause in reversed(self.scene.clauses)}

    @classmethod
    def of(
        cls,
        scene: Scene,
        before: Sequence[FigureReading] = (),
        earlier: Sequence[FigureReading] = (),
    ) -> Sentence:
        """The sentence of ``scene``."""
        return cls(scene, _as_done(tokens_of(scene.line)), before, earlier)

    # -- its words -------------------------------------------------------------------------

    def words(self, first: int, end: int) -> list[str]:
        """The words from token ``first`` to the one before ``end``."""
        return [token.word for token in self.tokens[max(first, 0) : max(end, 0)]]

    def word(self, at: int) -> str:
        """The word of token ``at``; an empty one where the sentence has none."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def lead(self, at: int) -> int:
        """The token before ``at`` that is more than a light word: "killed (at least another)".

        It is -1 where there is none.
        """
        tokens, light = self.tokens, figure_words("light")
        adverbs = figure_endings("adverb_endings")
        first = at - 1
        while first >= 0 and tokens[first].group is None and at - first <= _MOST_LIGHT:
            word = tokens[first].word
            if word not in light and not (word.endswith(adverbs) and tokens[first].is_word):
                break
            first -= 1
        return first

    def number_before(self, at: int) -> int | None:
        """The index of the last number before token ``at``."""
        index = bisect_left(self.numbers, at)
        return self.numbers[index - 1] if index else None

    def verb_before(self, at: int, most: int) -> int | None:
        """The nearest verb of the clause before token ``at``, fewer than ``most`` tokens back."""
        ends = figure_words("parting")
        for here in range(at - 1, max(-1, at - most), -1):
            if self.tokens[here].group is not None:
                return here
            if self.tokens[here].word in ends:
                return None
        return None

    def back(self, at: int, most: int) -> Iterator[int]:
        """The tokens before ``at``, nearest first, without what is said in passing.

        "Turnout in the second round (held on Sunday) was 41%", "support for the bill, which
        passed in May, fell to 20%".

        Args:
            at: index of a token.
            most: how many tokens are gone back, what is passed over not counted.
        """
        here = at - 1
        for _ in range(most):
            if here < 0:
                return
            yield here
            opened = self._aside(here)
            here = opened - 1 if opened is not None else here - 1

    def _aside(self, end: int) -> int | None:
        """Where what is said in passing begins that ends with token ``end``."""
        close, following = self.tokens[end].word, self.tokens[end + 1 : end + 2]
        goes_on = close == ")" or any(token.group for token in following)
        if close not in _ASIDES or not goes_on:
            return None
        for at in range(end - 1, max(-1, end - _LONGEST_ASIDE), -1):
            if self.tokens[at].word == _ASIDES[close]:
                told = close != "," or self.word(at + 1) in figure_words("telling_more")
                return at if told else None
        return None

    def last_of(self, words: frozenset[str]) -> int:
        """The index of the last token that is one of ``words``; -1 where none is."""
        if words not in self._last_of:
            found = (at for at, token in enumerate(self.tokens) if token.word in words)
            self._last_of[words] = max(found, default=-1)
        return self._last_of[words]

    def beside(
        self, first: int, end: int, *, surely: bool = True, phrase: Phrase | None = None
    ) -> Beside:
        """What stands from token ``first`` to the one before ``end``: words, and verbs as such.

        What stands behind another figure is said of that.

        Args:
            first: index of the first token.
            end: index behind the last.
            surely: as in ``Beside``.
            phrase: the noun phrase of the figure that may stand among them.
        """
        near = set(self.words(phrase.at + 1, phrase.end)) if phrase is not None else set()
        for token in self._own(max(first, 0), max(end, 0), phrase):
            near.update(token.word.split())
            if token.group is not None:
                near.update(token.group.lemmas)
        article = around(self.scene.line.text, self.scene.context.headline)
        noun = phrase.noun if phrase is not None else None
        return Beside(frozenset(near), article, surely, noun)

    def _own(self, first: int, end: int, phrase: Phrase | None) -> Iterator[Token]:
        """The tokens up to those that are said of another figure, or by another verb."""
        for at in range(first, min(end, len(self.tokens))):
            token = self.tokens[at]
            if phrase is not None and at > first and not phrase.at <= at < phrase.end:
                if token.number is not None and token.number.form == "count":
                    return
                if token.group is not None and token.group.voice != "bare" and at >= phrase.end:
                    return
            yield token

    def clause(self, token: int | None) -> Clause | None:
        """The clause whose verb is at ``token``."""
        return None if token is None else self._clauses.get(self.tokens[token].at)

    def clause_around(self, unit: int) -> Clause | None:
        """The clause whose verb is ``unit`` of the line, or stands before it as the last one."""
        clauses = self.scene.clauses
        index = bisect_right(clauses, unit, key=lambda clause: clause.verb)
        return clauses[index - 1] if index and unit < clauses[index - 1].end else None

    # -- its readings ----------------------------------------------------------------------

    def add(self, reading: FigureReading, *, second: bool = False) -> None:
        """Adds ``reading``, or puts it in the place of what the same figure was read as.

        Args:
            reading: the reading.
            second: whether it stands beside that, behind all others: one number may be two
                figures, as in "six of their 10 seats".
        """
        at = reading.phrase.at + (len(self.tokens) if second else 0)
        if at not in self.readings:
            insort(self._order, at)
        self.readings[at] = reading

    def remove(self, at: int) -> None:
        """Takes away what the figure at token ``at`` was read as, if it was."""
        if self.readings.pop(at, None) is not None:
            self._order.remove(at)

    def in_order(self) -> list[FigureReading]:
        """What was read, in reading order."""
        return [self.readings[at] for at in self._order]

    def first_reading(self) -> FigureReading | None:
        """The first figure that was read."""
        return self.readings[self._order[0]] if self._order else None

    def last_reading(self, before: int) -> FigureReading | None:
        """The last figure that was read before token ``before``."""
        index = bisect_left(self._order, before)
        return self.readings[self._order[index - 1]] if index else None


def _as_done(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without the words by which those whom a share is of speak of themselves.

    "46 percent (said they) would vote for her": what they say of themselves is what they answer.
    """
    dropped: set[int] = set()
    for at, token in enumerate(tokens):
        if token.group is None or figure_words("told_by_themselves").isdisjoint(token.group.lemmas):
            continue
        verb = next((i for i, each in enumerate(tokens[at + 1 : at + 4], at + 1) if each.group), 0)
        said, group = {each.word for each in tokens[at + 1 : verb]}, tokens[verb].group
        if not said or not said <= figure_words("speaking_of_themselves") or group is None:
            continue
        if figure_words("said_to_be_done").isdisjoint(group.lemmas):
            continue
        subject = tokens[max(0, at - _MOST_ASKED) : at]
        verbs = [i for i, each in enumerate(subject) if each.group is not None]
        if any(each.code == "S" for each in subject[verbs[-1] + 1 if verbs else 0 :]):
            dropped.update(range(at, verb))
    return tuple(token for at, token in enumerate(tokens) if at not in dropped)


@lru_cache(maxsize=8)
def article_words(text: str) -> frozenset[str]:
    """The words of an article, in lower case."""
    return frozenset(WORD.findall(text.lower()))


@lru_cache(maxsize=4)
def around(text: str, headline: str) -> frozenset[str]:
    """The words of an article and of its headline."""
    return article_words(text) | article_words(headline)
