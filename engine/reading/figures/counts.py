"""Figures of people, and of what befell them: the constructions in the order of their weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, takewhile

from ...model import Quantity
from ..glance import Glance
from ..grammar.classes import Grammar
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
_ASIDE = 16
"""Tokens that an aside may have."""
_SUBJECTS = ("subject", "passive subject", "predicate", "participle", "state")
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
        self._verbs = VerbReader(grammar, field, self._nouns)
        self._quantities = QuantityReader(grammar, field, self._nouns, self._verbs)
        self._continuation = ContinuationReader(grammar, field, self._verbs)
        self._rates = g.words("rates")
        self._nobody = frozenset(entry.replace(" ", "") for entry in g.words("nobody"))
        self._ones = frozenset(["a", "an", "another"])
        self._out_of = [["out", "of"], ["in", "every"]]
        self._wholes = [[word] for word in figure_words("whole")]
        self._everyone = g.words("everyone")
        self._nothing = g.words("nothing")
        self._exceeding = g.words("exceeding")
        self._beyond = g.words("beyond") | g.words("bounding") - frozenset(
            ["below", "under", "beneath"]
        )

    def concerns(self, sentence: Glance) -> bool:
        """Whether a word of the field may stand in ``sentence``."""
        return self._field.concerns(sentence)

    def read(self, sentence: Sentence) -> None:
        """Puts what is read into the readings of ``sentence``."""
        for at, quantity in list(self._figures(sentence)):
            phrase = self._nouns.find(sentence, at)
            if quantity is _NONE:
                phrase = self._nobody_counted(sentence, at)
            reading = self._reading(sentence, phrase, quantity)
            if reading is not None and (quantity is not _NONE or reading.construction in _SUBJECTS):
                sentence.readings[at] = reading
        self._read_persons(sentence)
        self._tell_apart(sentence)

    def _figures(self, sentence: Sentence) -> Iterator[tuple[int, Quantity]]:
        """The numbers of a sentence that may count somebody, with their values."""
        for at, token in enumerate(sentence.tokens):
            number = token.number
            if number is None:
                if token.word in self._nobody or self._is_no_one(sentence, at):
                    yield at, _NONE
            elif number.quantity.high == 0 and sentence.words(at + 1, at + 2) == ["of"]:
                yield at, _NONE  # "none of the 92 passengers"
            elif (quantity := _counted(number)) is not None and not self._is_attribute(token.word):
                if not self._is_denied(sentence, at):
                    yield at, quantity

    def _nobody_counted(self, sentence: Sentence, at: int) -> Phrase:
        """The noun phrase of "nobody" or "no one" at token ``at``."""
        token = sentence.tokens[at]
        width = 1 if token.number or token.word in self._nobody else 2
        people = self._nouns.antecedent(sentence, at + width) if token.number else True
        return Phrase(at, at + width, token.word, people)

    def _is_no_one(self, sentence: Sentence, at: int) -> bool:
        words = sentence.words(at, at + 2)
        return "".join(words) in self._nobody

    @staticmethod
    def _is_attribute(word: str) -> bool:
        """Whether a number is joined to a noun: "12-member"."""
        return (
            any(a.isdigit() and b == "-" for a, b in zip(word, word[1:], strict=False))
            and word[-1].isalpha()
        )

    def _is_denied(self, sentence: Sentence, at: int) -> bool:
        """Whether it is of none of so many: "none of the 17", "none of the bodies"."""
        words = sentence.words(at - 3, at + 2)
        return any(a in self._nothing and b == "of" for a, b in pairwise(words))

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
            return self._governed_reading(sentence, phrase, quantity, governed)
        continued = self._continuation.continued(sentence, phrase)
        return self._continue(phrase, quantity, continued) if continued else None

    def _governed_reading(
        self, sentence: Sentence, phrase: Phrase, quantity: Quantity, governed: Governed
    ) -> Reading:
        """The reading of a figure that a word governs; a part where it only includes it."""
        last = sentence.last_reading(phrase.at)
        included = self._continuation.includes(sentence, phrase.at)
        part = last is not None and included and last.verb == governed.verb is not None
        said = (phrase.at, phrase.end - 1, governed.verb, governed.noun)
        reach = [each for each in said if each is not None]
        return Reading(
            phrase, quantity, governed.evoked, "part" if part else governed.construction, governed.verb,
            whole=last.phrase.at if part and last else None,
            superseded=governed.construction == "quantity start",
            first=min(reach), last=max(*reach, (governed.end or 1) - 1),
        )  # fmt: skip

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
        beside = self._complement(sentence, phrase) or self._state(sentence, phrase)
        if beside is not None or self._is_opened(sentence, phrase.at):
            return beside
        return (
            self._verbs.object(sentence, phrase)
            or self._verbs.behind(sentence, phrase)
            or self._continuation.listed(sentence, phrase)
            or self._quantities.read(sentence, phrase)
            or self._continuation.labelled(sentence, phrase)
            or self._among(sentence, phrase)
        )

    def _is_opened(self, sentence: Sentence, at: int) -> bool:
        """Whether a figure is only the whole of what comes: "of the 87 aboard, 23 died"."""
        before = at - 2 if sentence.words(at - 1, at)[:1] in self._wholes else at - 1
        opening = sentence.words(before - 1, before + 1)
        return opening[-1:] == ["of"] and opening[:-1] in ([], [","])

    def _state(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """The state right behind a figure: "17 dead", "dozens of dead and wounded".

        Of what a noun of quantity comes to, that says more: "the toll rose to 17 dead".
        """
        of = phrase.noun is None and sentence.words(phrase.end, phrase.end + 1) == ["of"]
        state = self._verbs.state_behind(sentence, phrase, phrase.end + of)
        if state is None:
            return None
        quantity = self._quantities.read(sentence, phrase)
        more = quantity is not None and quantity.evoked.choice == state.evoked.choice
        return quantity if more and quantity and quantity.evoked.gives else state

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
        return Governed(evoked, "complement", noun=at - 1) if evoked is not None and bound else None

    def _among(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """Those named before: "among the dead were nine", "the dead included nine"."""
        tokens = sentence.tokens
        at = self._verbs.before(sentence, phrase.at)
        group = tokens[at].group if at > 0 else None
        if group is None or figure_words("naming").isdisjoint(group.lemmas):
            return None
        here = at
        while here > 0:
            here -= 1
            word = tokens[here].word
            if word == "," and here == at - 1:  # "the dead, who included a judge, numbered nine"
                here = self._aside_start(sentence, here)
                continue
            beside = sentence.beside(here, at)
            evoked = self._field.of_noun("among", word, beside)
            if evoked is not None:
                return Governed(evoked, "among", at, noun=here)
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

    @staticmethod
    def _aside_start(sentence: Sentence, end: int) -> int:
        """Where the aside begins whose last comma is at token ``end``."""
        for at in range(end - 1, max(-1, end - _ASIDE), -1):
            if sentence.tokens[at].word == ",":
                return at
        return 0

    def _is_rate(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether a figure is one of a rate or an age: "17 deaths per 1,000"."""
        behind = sentence.words(phrase.end, phrase.end + 3)
        if behind[:2] in self._out_of and sentence.tokens[phrase.end + 2 :][:1]:
            return sentence.tokens[phrase.end + 2].number is not None
        if len(behind) > 1 and behind[0] in self._rates:
            following = sentence.tokens[phrase.end + 1]
            if following.number or following.word in ("capita", "head"):
                return True
        return not figure_words("rating").isdisjoint(sentence.words(phrase.at - 3, phrase.at))

    def _bounded(
        self, sentence: Sentence, phrase: Phrase, quantity: Quantity, governed: Governed
    ) -> Quantity:
        """The value, which a verb such as "exceed" makes a bound."""
        if governed.construction != "quantity":
            return quantity
        before = sentence.tokens[phrase.at - 1]
        group = before.group
        if quantity.hedge == "at most" and group is not None:  # "crept up to 52"
            return replace(quantity, low=quantity.high, hedge=None)
        if quantity.low != quantity.high or quantity.hedge:
            return quantity
        exceeds = group is not None and not self._exceeding.isdisjoint(group.lemmas)
        if exceeds or before.word in self._beyond:
            return replace(quantity, high=None, hedge="over")
        return quantity

    def _read_persons(self, sentence: Sentence) -> None:
        """One person where others are counted beside them: "a driver and three passengers"."""
        told = bool(sentence.readings)
        for at, token in enumerate(sentence.tokens[:-1]):
            if token.word not in self._ones or at in sentence.readings:
                continue
            phrase = self._nouns.find(sentence, at)
            verb = sentence.tokens[phrase.end].group if phrase.end < len(sentence.tokens) else None
            another = phrase.end == at + 1 and verb is not None  # "and another was hurt"
            if not (another or self._nouns.is_person(sentence, phrase)):
                continue
            reading = self._reading(sentence, phrase, _ONE)
            alone = phrase.noun in self._everyone  # "claimed a fifth life"
            if reading is None or not (told or alone or reading.construction == "complement"):
                continue
            if reading.construction in _SINGLE:
                sentence.readings[at] = reading

    @staticmethod
    def _tell_apart(sentence: Sentence) -> None:
        """Makes parts of what is listed behind a figure and comes to it.

        "Nine people, five men and four women": the first of them stands behind a comma alone.
        """
        ordered = [sentence.readings[at] for at in sorted(sentence.readings)]
        for index, whole in enumerate(ordered):
            parts = list(takewhile(lambda each: each.construction == "list", ordered[index + 1 :]))
            total = sum(each.quantity.low or 0 for each in parts)
            if parts[1:] and total == whole.quantity.low:
                for each in parts:
                    part = replace(each, construction="part", whole=whole.phrase.at)
                    sentence.readings[each.phrase.at] = part

    @staticmethod
    def _whole(continued: Continued) -> int | None:
        """The whole of which the next in a list of parts is a part as well."""
        return continued.reading.whole if continued.construction == "list" else None

    def _continue(self, phrase: Phrase, quantity: Quantity, continued: Continued) -> Reading:
        reading = continued.reading
        return Reading(
            phrase, quantity, reading.evoked, continued.construction, reading.verb,
            reading.phrase.at if continued.part else self._whole(continued),
            continued.superseded, continued.owner,
        )  # fmt: skip


def _counted(number: Number) -> Quantity | None:
    """The value of a number that may count people; ``None`` where it measures."""
    if number.form == "ratio":
        return number.part if number.whole is not None else None
    if number.form != "count" or number.quantity.unit is not None or not number.figure:
        return None
    return number.quantity
