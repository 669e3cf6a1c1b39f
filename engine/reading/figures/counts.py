"""Figures of people, and of what befell them: the constructions in the order of their weight.

"The toll rose to 17 dead" is read as what the toll came to, rather than by "dead" behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ...knowledge import read_words
from ...model import Quantity
from ..glance import Glance
from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural
from .candidates import NOBODY, ONE, CandidateFinder, counted
from .continuation import ContinuationReader, Continued
from .entries import EntryFinder
from .field import Field
from .included import IncludedReader
from .labels import LabelReader
from .magnitudes import MagnitudeReader
from .matched import MatchedReader
from .named import NamedReader
from .nouns import PhraseFinder
from .objects import ObjectReader
from .quantities import QuantityReader
from .sentence import FigureReading, Phrase, Sentence
from .states import StateReader
from .universals import UniversalReader
from .verb_forms import NEAR, Governed, VerbForms
from .verbs import VerbReader
from .words import figure_words

__all__ = ["CountReader"]

_BESIDES = 6
"""Tokens behind "no" in which something else is named with those counted."""
_LED = 4
"""Tokens before a figure that may decide what its noun says."""
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
        self._candidates = CandidateFinder(grammar, self._nouns)
        forms = VerbForms(grammar, field, self._nouns)
        self._states = StateReader(grammar, field, forms)
        self._objects = ObjectReader(grammar, field, self._nouns, forms)
        self._verbs = VerbReader(grammar, field, self._nouns, forms, self._states)
        self._quantities = QuantityReader(grammar, field, self._nouns, forms)
        self._magnitudes = MagnitudeReader(grammar, field, self._nouns, forms)
        self._continuation = ContinuationReader(grammar, field, forms, self._objects)
        self._included = IncludedReader(field, self._verbs)
        self._labels = LabelReader(grammar, field)
        self._entries = EntryFinder(grammar, self._nouns)
        self._named = NamedReader(g, field)
        self._matched = MatchedReader(g, self._verbs)
        self._universals = UniversalReader(grammar, field, self._nouns, forms)
        self._ones = figure_words("ones")
        self._everyone = g.words("everyone")
        self._joining, self._nothing = g.words("joining"), g.words("nothing")
        self._unnumbered = self._candidates.words | self._everyone
        self._unnumbered |= field.surfaces("of") | field.surfaces("among")
        self._exceeding = g.words("exceeding")
        self._fates = frozenset(field.kind.fates)
        self._of_people = field.kind.value == "people"
        self._animals = frozenset(read_words("classes").data["animals"])

    def concerns(self, sentence: Glance) -> bool:
        """Whether a word of the field may stand in ``sentence``, and somebody be counted."""
        counts = bool(sentence.figures) or not self._unnumbered.isdisjoint(sentence.words)
        counts = counts or self._universals.concerns(sentence.words)
        return counts and self._field.concerns(sentence)

    def read(self, sentence: Sentence) -> None:
        """Puts what is read into the readings of ``sentence``."""
        for phrase, value in self._candidates.find(sentence):
            quantity = _at_most(sentence, phrase, value) if self._of_people else value
            reading = self._reading(sentence, phrase, quantity)
            if reading is not None and (
                quantity is not NOBODY or reading.construction in _SUBJECTS
            ):
                sentence.add(reading)
        finders = (
            self._persons,
            self._none_besides,
            self._named.find,
            self._universals.spared,
            self._matched.find,
        )
        for finder in finders:
            for reading in finder(sentence):
                sentence.add(reading)
        self._read_entries(sentence)
        _tell_apart(sentence)

    def _read_entries(self, sentence: Sentence) -> None:
        """Reads the entries of a list by what was said before it: "Fatalities: 69. Bogo: 30"."""
        if not (sentence.readings or sentence.before):
            return
        for entry in self._entries.find(sentence):
            number = sentence.tokens[entry.at].number
            quantity = counted(number) if number is not None else None
            last = sentence.last_reading(entry.at) or next(reversed(sentence.before), None)
            if entry.at in sentence.readings or quantity is None or last is None:
                continue
            if not entry.named and last.construction != "entry":
                continue  # "Other towns – 17"
            phrase = self._nouns.find(sentence, entry.at)
            if self._candidates.is_age(sentence, phrase):
                continue
            if phrase.noun is None or phrase.people:
                sentence.add(
                    FigureReading(phrase, quantity, last.evoked, "entry", owner=entry.last)
                )

    def _reading(
        self, sentence: Sentence, phrase: Phrase, quantity: Quantity
    ) -> FigureReading | None:
        revision = self._continuation.revision(sentence, phrase)
        if revision is not None:
            return _going_on(sentence, phrase, quantity, revision)
        if self._candidates.is_rate(sentence, phrase):
            return None
        if phrase.noun and self._field.names(phrase.noun, "counted"):
            return self._counted(sentence, phrase, phrase.noun, quantity)
        if phrase.people is False and self._of_people:
            return None
        governed = self._included.of_those(sentence, phrase) or self._governed(sentence, phrase)
        if governed is not None:
            if self._is_outlived(sentence, governed):
                return None
            if self._universals.is_of_some(sentence, phrase, governed):
                return None
            return self._by_governor(sentence, phrase, quantity, governed)
        continued = self._continuation.continued(sentence, phrase)
        return _going_on(sentence, phrase, quantity, continued) if continued else None

    def _counted(
        self, sentence: Sentence, phrase: Phrase, noun: str, quantity: Quantity
    ) -> FigureReading | None:
        """A figure of what its noun says: "17 deaths", "flu-related deaths"."""
        beside = sentence.beside(phrase.at - _LED, phrase.end + NEAR)
        evoked = self._field.of_noun("counted", noun, beside)
        if evoked is None or self._universals.is_qualified(sentence, phrase, quantity):
            return None
        if any(sentence.word(at) in self._animals for at in range(phrase.at + 1, phrase.end - 1)):
            return None  # "488 elephant deaths"
        if _is_averted(sentence, phrase) or _is_of_one(phrase, noun, quantity):
            return None
        evoked = self._states.joined(sentence, evoked, phrase.end)
        return FigureReading(phrase, quantity, evoked, "counted")

    def _by_governor(
        self, sentence: Sentence, phrase: Phrase, quantity: Quantity, governed: Governed
    ) -> FigureReading:
        """The reading of a figure that a word governs; a part where it only includes it."""
        last = sentence.last_reading(phrase.at)
        included = self._continuation.includes(sentence, phrase.at)
        part = last is not None and included and last.verb == governed.verb is not None
        some = self._of_people and self._universals.is_of_those(sentence, phrase, governed)
        said = (phrase.at, phrase.end - 1, governed.verb, governed.noun)
        reach = [each for each in said if each is not None]
        return FigureReading(
            phrase,
            self._bounded(sentence, phrase, quantity, governed),
            governed.evoked,
            "part" if part or some else governed.construction,
            governed.verb,
            whole=_whole(sentence, last, phrase) if part and last else None,
            superseded=governed.construction == "quantity start",
            first=min(reach),
            last=max(*reach, (governed.end or 1) - 1),
        )

    def _governed(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """What governs a figure, the surest first."""
        surest = self._objects.complement(sentence, phrase) or self._state(sentence, phrase)
        if surest is not None or self._included.is_whole(sentence, phrase.at):
            return surest
        return (
            self._objects.read(sentence, phrase)
            or (None if self._is_name(sentence, phrase) else self._verbs.read(sentence, phrase))
            or self._continuation.listed(sentence, phrase)
            or self._quantities.read(sentence, phrase)
            or self._magnitudes.read(sentence, phrase)
            or self._labels.read(sentence, phrase)
            or self._included.named(sentence, phrase)
            or self._included.opened(sentence, phrase)
            or self._continuation.reported(sentence, phrase)
            or self._states.attribute(sentence, phrase)
        )

    @staticmethod
    def _is_name(sentence: Sentence, phrase: Phrase) -> bool:
        """Whether a bare number may belong to the name before it: "the Learjet 55"."""
        before = sentence.tokens[phrase.at - 1 : phrase.at] if phrase.at else ()
        return phrase.noun is None and any(token.is_name for token in before)

    def _state(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """The state right behind a figure: "17 dead", "dozens of dead and wounded".

        Of what a noun of quantity comes to, that says more: "the toll rose to 17 dead".
        """
        of = phrase.noun is None and sentence.word(phrase.end) in figure_words("ofs")
        state = self._verbs.state(sentence, phrase, phrase.end + of)
        if state is None:
            return None
        quantity = self._quantities.read(sentence, phrase)
        more = quantity is not None and quantity.evoked.choice == state.evoked.choice
        return quantity if more and quantity and quantity.evoked.gives else state

    def _is_outlived(self, sentence: Sentence, governed: Governed) -> bool:
        """Whether it had been so, and is no more: "who had been reported missing are safe"."""
        if governed.verb is None:
            return False
        group = sentence.tokens[governed.verb].group
        if group is None or not group.past_perfect:
            return False
        return sentence.last_of(self._fates) > governed.verb

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
        if exceeds or before.word in figure_words("surpassing"):
            return replace(quantity, high=None, hedge="over")
        return quantity

    def _none_besides(self, sentence: Sentence) -> Iterator[FigureReading]:
        """None of what is named beside something else: "no damage or injuries"."""
        for at, token in enumerate(sentence.tokens):
            if token.word not in self._nothing or token.number is not None:
                continue
            for joint in range(at + 2, min(at + _BESIDES, len(sentence.tokens) - 1)):
                if sentence.tokens[joint - 1].group is not None:
                    break
                noun = sentence.word(joint + 1)
                if sentence.word(joint) in self._joining and self._field.names(noun, "counted"):
                    phrase = Phrase(at, joint + 2, noun, people=None)
                    reading = self._counted(sentence, phrase, noun, NOBODY)
                    if reading is not None:
                        yield reading
                    break

    def _persons(self, sentence: Sentence) -> Iterator[FigureReading]:
        """One person where others are counted beside them: "a driver and three passengers".

        Where nobody else is counted, one is if a life was lost, or "the life of a cyclist".
        """
        told = bool(sentence.readings)
        for at, token in enumerate(sentence.tokens[:-1]):
            if token.word not in self._ones or at in sentence.readings:
                continue
            phrase = self._nouns.find(sentence, at)
            alone = phrase.noun in self._everyone  # "claimed a fifth life"
            if not (told or alone) and self._objects.complement(sentence, phrase) is None:
                continue
            verb = sentence.tokens[phrase.end].group if phrase.end < len(sentence.tokens) else None
            another = phrase.end == at + 1 and verb is not None  # "and another was hurt"
            if not (another or self._nouns.is_person(sentence, phrase)):
                continue
            reading = self._reading(sentence, phrase, ONE)
            if reading is None or not (told or alone or reading.construction == "complement"):
                continue
            if reading.construction in _SINGLE:
                yield reading


def _at_most(sentence: Sentence, phrase: Phrase, quantity: Quantity) -> Quantity:
    """The value, of which "as many as 18" is the most."""
    words = sentence.tokens[phrase.at].word.split()[:3]
    if " ".join(words) not in figure_words("most_of_people") or quantity.low != quantity.high:
        return quantity
    return replace(quantity, low=None, hedge="at most")


def _is_averted(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether it is said that what a noun counts was spared: "averted 49,000 deaths"."""
    beside = (sentence.lead(phrase.at), phrase.end)
    groups = [sentence.tokens[at].group for at in beside if 0 <= at < len(sentence.tokens)]
    averting = figure_words("averting")
    return any(group and not averting.isdisjoint(group.lemmas) for group in groups)


def _is_of_one(phrase: Phrase, noun: str, quantity: Quantity) -> bool:
    """Whether the noun is of one, and the number of others: "all three faced death"."""
    apart = phrase.end > phrase.at + len(("three", "deaths"))
    return apart and not is_plural(noun) and quantity.low is not None and quantity.low > 1


def _whole(sentence: Sentence, last: FigureReading, phrase: Phrase) -> int:
    """Of which figure one behind ``last`` is a part: "of the 31, 18 were women, 16 were men"."""
    while last.construction == "part" and last.whole is not None and not phrase.partitive:
        last = sentence.readings[last.whole]
    return last.phrase.at


def _tell_apart(sentence: Sentence) -> None:
    """Makes parts of what is listed behind a figure and comes to it.

    "Nine people, five men and four women": the first of them stands behind a comma alone.
    """
    ordered = sentence.in_order()
    wholes: set[int] = set()
    members, total = 0, Decimal(0)
    for reading in reversed(ordered):
        if members > 1 and total == reading.quantity.low:
            wholes.add(reading.phrase.at)
        listed = reading.construction == "list"
        members = members + 1 if listed else 0
        total = total + (reading.quantity.low or 0) if listed else Decimal(0)
    whole: int | None = None
    for reading in ordered:
        if reading.construction != "list":
            whole = None
        elif whole is not None:
            sentence.add(replace(reading, construction="part", whole=whole))
        whole = reading.phrase.at if reading.phrase.at in wholes else whole


def _going_on(
    sentence: Sentence, phrase: Phrase, quantity: Quantity, continued: Continued
) -> FigureReading:
    """The reading of a figure that goes on with another."""
    reading = continued.reading
    whole = reading.whole if continued.construction == "list" else None
    return FigureReading(
        phrase,
        quantity,
        reading.evoked,
        continued.construction,
        reading.verb,
        whole=_whole(sentence, reading, phrase) if continued.part else whole,
        superseded=continued.superseded
        or (continued.construction == "list" and reading.superseded),
        owner=continued.owner,
    )
