"""Figures of people, and of what befell them: the constructions in the order of their weight."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...model import Quantity
from ..glance import Glance
from ..grammar.classes import Grammar
from ..grammar.nouns import singular
from ..numbers import Number
from .continuation import ContinuationReader, Continued
from .field import Field
from .nouns import PhraseFinder, figure_words
from .quantities import QuantityReader
from .sentence import Phrase, Reading, Sentence
from .verbs import Governed, VerbReader

__all__ = ["CountReader"]

_ONE = Quantity(Decimal(1), Decimal(1))
_NONE = Quantity(Decimal(0), Decimal(0))
_SINGLE = ("object", "list", "subject", "passive subject", "part", "complement")


class CountReader:
    """Reads the figures of a sentence that count whom the words of a field speak of.

    Args:
        grammar: the word classes.
        field: the words.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        g = grammar
        self._field = field
        self._nouns = PhraseFinder(grammar, field)
        self._verbs = VerbReader(grammar, field)
        self._quantities = QuantityReader(grammar, field, self._nouns, self._verbs)
        self._continuation = ContinuationReader(grammar, field, self._verbs)
        self._rates = g.words("rates")
        self._nobody = frozenset(entry.replace(" ", "") for entry in g.words("nobody"))
        self._ones = frozenset(["a", "an", "another"])
        self._nothing = g.words("nothing")
        self._exceeding = g.words("exceeding")
        self._beyond = g.words("beyond") | g.words("bounding") - frozenset(["below", "under", "beneath"])

    def concerns(self, sentence: Glance) -> bool:
        """Whether a word of the field may stand in ``sentence``."""
        return self._field.concerns(sentence)

    def read(self, sentence: Sentence) -> None:
        """Puts what is read into the readings of ``sentence``."""
        for at, quantity in list(self._figures(sentence)):
            phrase = self._nouns.find(sentence, at)
            reading = self._reading(sentence, phrase, quantity)
            if reading is not None:
                sentence.readings[at] = reading
        self._read_persons(sentence)

    def _figures(self, sentence: Sentence) -> Iterator[tuple[int, Quantity]]:
        """The numbers of a sentence that may count somebody, with their values."""
        for at, token in enumerate(sentence.tokens):
            number = token.number
            if number is None:
                if token.word in self._nobody or self._is_no_one(sentence, at):
                    yield at, _NONE
            elif (quantity := _counted(number)) is not None and not self._is_attribute(token.word):
                if not self._is_denied(sentence, at):
                    yield at, quantity

    def _is_no_one(self, sentence: Sentence, at: int) -> bool:
        words = sentence.words(at, at + 2)
        return "".join(words) in self._nobody

    @staticmethod
    def _is_attribute(word: str) -> bool:
        """Whether a number is joined to a noun: "12-member"."""
        return any(a.isdigit() and b == "-" for a, b in zip(word, word[1:], strict=False)) and word[-1].isalpha()

    def _is_denied(self, sentence: Sentence, at: int) -> bool:
        """Whether it is of none of so many: "none of the 17"."""
        words = sentence.words(at - 3, at)
        return len(words) == 3 and words[0] in self._nothing and words[1] == "of"

    def _reading(self, sentence: Sentence, phrase: Phrase, quantity: Quantity) -> Reading | None:
        revision = self._continuation.revision(sentence, phrase)
        if revision is not None:
            return self._continue(phrase, quantity, revision)
        if self._is_rate(sentence, phrase):
            return None
        noun = phrase.noun or ""
        beside = sentence.beside(phrase.at - 4, phrase.end + 8)
        counted = self._field.of_noun("counted", noun, beside) if noun else None
        if counted is not None:
            counted = self._verbs.joined(sentence, counted, phrase.end)
            return Reading(phrase, quantity, counted, "counted")
        if phrase.people is False or (noun and self._field.names(noun, "counted")):
            return None
        governed = self._of_those(sentence, phrase) or self._governed(sentence, phrase)
        if governed is not None:
            if self._is_outlived(sentence, governed):
                return None
            quantity = self._bounded(sentence, phrase, quantity, governed)
            begun = governed.construction == "quantity start"
            return Reading(
                phrase, quantity, governed.evoked, governed.construction, governed.verb,
                superseded=begun,
            )  # fmt: skip
        continued = self._continuation.continued(sentence, phrase)
        return self._continue(phrase, quantity, continued) if continued else None

    def _of_those(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """Some of those whom a noun of the field names: "17 of the dead"."""
        words = sentence.words(phrase.at + 1, phrase.at + 3)
        if "of" not in words or phrase.noun is None:
            return None
        beside = sentence.beside(phrase.at, phrase.end)
        named = self._field.of_noun("among", phrase.noun, beside)
        if named is None:
            return None
        behind = self._verbs.behind(sentence, phrase)
        return Governed(behind.evoked if behind else named, "part", behind.verb if behind else None)

    def _governed(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """What governs a figure, the surest first."""
        return (
            self._complement(sentence, phrase)
            or self._state(sentence, phrase)
            or self._verbs.object(sentence, phrase)
            or self._verbs.behind(sentence, phrase)
            or self._continuation.listed(sentence, phrase)
            or self._quantities.read(sentence, phrase)
            or self._continuation.labelled(sentence, phrase)
            or self._among(sentence, phrase)
        )

    def _state(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """The state right behind a figure: "17 dead", "dozens of dead and wounded"."""
        of = phrase.noun is None and sentence.words(phrase.end, phrase.end + 1) == ["of"]
        return self._verbs.state(sentence, phrase, phrase.end + of)

    def _complement(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """A figure behind "of": "the bodies of 17", "claimed the lives of 17"."""
        at = self._verbs.before(sentence, phrase.at)
        if at < 1 or sentence.tokens[at].word not in ("of", "to"):
            return None
        noun = sentence.tokens[at - 1].word
        if noun in figure_words("collective"):  # "the bodies of a group of nine"
            at = self._verbs.before(sentence, at - 1)
            noun = sentence.tokens[at - 1].word if at > 0 else noun
        surely = phrase.noun is None or phrase.people is True
        beside = sentence.beside(at - 6, phrase.end + 2, surely=surely)
        evoked = self._field.of_noun("of", noun, beside)
        bound = evoked is not None and (sentence.tokens[at].word == "of" or "to" in evoked.beside)
        return Governed(evoked, "complement") if evoked is not None and bound else None

    def _among(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """Those named before: "among the dead were nine", "the dead included nine"."""
        tokens = sentence.tokens
        at = self._verbs.before(sentence, phrase.at)
        if at < 1 or tokens[at].group is None:
            return None
        if frozenset(tokens[at].group.lemmas).isdisjoint(figure_words("naming")):
            return None
        for here in range(at - 1, max(-1, at - 8), -1):
            word = tokens[here].word
            beside = sentence.beside(here, at)
            evoked = self._field.of_noun("among", word, beside)
            if evoked is not None:
                return Governed(evoked, "among", at)
            if tokens[here].group is not None or word in (",", ";"):
                return None
        return None

    def _is_outlived(self, sentence: Sentence, governed: Governed) -> bool:
        """Whether it had been so, and is no more: "who had been reported missing are safe"."""
        group = sentence.tokens[governed.verb].group if governed.verb is not None else None
        if group is None or not group.past_perfect or governed.verb is None:
            return False
        behind = set(sentence.words(governed.verb + 1, len(sentence.tokens)))
        return not behind.isdisjoint(self._field.kind.fates)

    def _is_rate(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether a figure is one of a rate or an age: "17 deaths per 1,000"."""
        behind = sentence.words(phrase.end, phrase.end + 2)
        if len(behind) > 1 and behind[0] in self._rates:
            following = sentence.tokens[phrase.end + 1]
            if following.number or following.word in ("capita", "head"):
                return True
        return not figure_words("rating").isdisjoint(sentence.words(phrase.at - 3, phrase.at))

    def _bounded(
        self, sentence: Sentence, phrase: Phrase, quantity: Quantity, governed: Governed
    ) -> Quantity:
        """The value, which a verb such as "exceed" makes a bound."""
        if governed.construction != "quantity" or quantity.low != quantity.high or quantity.hedge:
            return quantity
        before = sentence.tokens[phrase.at - 1]
        group = before.group
        exceeds = group is not None and not self._exceeding.isdisjoint(group.lemmas)
        if exceeds or before.word in self._beyond:
            return Quantity(quantity.low, None, quantity.unit, "over")
        return quantity

    def _read_persons(self, sentence: Sentence) -> None:
        """One person where others are counted beside them: "a driver and three passengers"."""
        told = bool(sentence.readings)
        for at, token in enumerate(sentence.tokens[:-1]):
            if token.word not in self._ones or at in sentence.readings:
                continue
            phrase = self._nouns.find(sentence, at)
            if not self._nouns.is_person(phrase.noun):
                continue
            reading = self._reading(sentence, phrase, _ONE)
            if reading is None or not (told or reading.construction == "complement"):
                continue
            if reading.construction in _SINGLE:
                sentence.readings[at] = reading

    @staticmethod
    def _continue(phrase: Phrase, quantity: Quantity, continued: Continued) -> Reading:
        reading = continued.reading
        return Reading(
            phrase, quantity, reading.evoked, continued.construction, reading.verb,
            reading.phrase.at if continued.part else None, continued.superseded,
        )  # fmt: skip


def _counted(number: Number) -> Quantity | None:
    """The value of a number that may count people; ``None`` where it measures."""
    if number.form == "ratio":
        return number.part if number.whole is not None else None
    if number.form != "count" or number.quantity.unit is not None or not number.figure:
        return None
    return number.quantity
