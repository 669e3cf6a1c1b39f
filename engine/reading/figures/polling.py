"""Figures of a kind of shares: what people answer and vote, and what they win by it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ...model import Value
from ..glance import Glance
from ..grammar.classes import Grammar
from .answers import AnswerReader
from .company import Company, company_of
from .distances import DistanceReader
from .divisions import DivisionReader
from .domains import DomainFinder
from .field import ALONE, Beside, Field
from .holders import HolderFinder, lead_of
from .listings import ListingReader
from .predicates import Predicate, PredicateReader
from .seats import SeatReader
from .sentence import FigureReading, Sentence
from .shares import ShareReader
from .standing import default
from .steps import StepReader
from .words import figure_words

__all__ = ["PollingReader"]

_BY_VERB = ("change", "whole")
_FAR = 12
"""Tokens before a figure in which a verb may stand that governs it."""
_NEAR = 5
"""Tokens behind a share in which the verb stands that says what those do whom it is of."""
_UNDECIDED = "undecided"
_MOVED = ("step", "moved")
"""Constructions that tell how far the result before moved."""
_SCORE = re.compile(r"\d(?:[-–/]| to )\d")


class PollingReader:
    """Reads the figures of a sentence that are of a kind of shares.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        self._field = field
        kind, name, polled = field.kind, field.name, field.kind.polled
        self._polled = polled
        shares = Field(kind, name, polled.shares)
        self._it = grammar.words("things_singular") | grammar.words("demonstratives")
        self._definite = (
            grammar.words("definites") | grammar.words("totals") | figure_words("wholes")
        )
        self._shares = ShareReader(grammar, shares)
        self._seats = SeatReader(grammar, Field(kind, name, polled.won))
        self._distances = DistanceReader(grammar, Field(kind, name, polled.apart))
        self._steps = StepReader(field)
        self._listings = ListingReader(grammar, field)
        self._divisions = DivisionReader(shares)
        self._seating = Field(kind, name, polled.won, ("counted",))
        self._winning = Field(kind, name, polled.won, ("object",))
        self._won = {choice: Field(kind, name, (choice,)) for choice in polled.won}
        self._eaches = grammar.words("eaches")
        self._distributing = figure_words("distributing")
        self._holders = HolderFinder(grammar, field)
        self._answers = AnswerReader(grammar, shares)
        self._predicates = PredicateReader(grammar, shares)
        self._domains = DomainFinder(grammar, shares)

    def concerns(self, sentence: Glance) -> bool:
        """Whether a sentence may hold one that says by itself what it is."""
        if not sentence.figures.isdisjoint("SU") or _SCORE.search(sentence.text):
            return True
        if "N" in sentence.figures and (
            self._listings.concerns(sentence) or self._domains.may_be_inverted(sentence)
        ):
            return True
        one = self._eaches | figure_words("sole")  # "a seat each", "a single seat"
        counted = "N" in sentence.figures or not one.isdisjoint(sentence.words)
        return counted and self._counts(sentence)

    def _counts(self, sentence: Glance) -> bool:
        """Whether a noun of seats, or a verb of winning them, stands in ``sentence``."""
        return self._seating.concerns(sentence) or self._winning.concerns(sentence)

    def read(self, sentence: Sentence) -> None:
        """Puts what is read into the readings of ``sentence``."""
        company = company_of(sentence.scene, self._field, told=bool(sentence.earlier))
        self._listings.read(sentence, company)
        self._shares.read(sentence, company)
        self._divisions.read(sentence, company)
        self._seats.read(sentence, company)
        self._distances.read(sentence, company)
        self._steps.read(sentence, company)
        told: FigureReading | None = None
        for at in sorted(sentence.readings):
            reading = self._described(sentence, sentence.readings[at], company)
            moved = reading.construction in _MOVED and not reading.known.get("party")
            if moved and told is not None:  # "Labour 21 (+5)"
                owned = {"party": told.known.get("party", ())}
                reading = replace(reading, known={**reading.known, **owned})
            sentence.readings[at] = reading
            told = reading
        self._share_answers(sentence)

    def _share_answers(self, sentence: Sentence) -> None:
        """Shares told beside one that is answered are so too: "would back A, and 38% B"."""
        polled = self._polled
        asked = (polled.ballot, polled.opinion)
        own = {at: each for at, each in sentence.readings.items() if each.choice in asked}
        if any(self._is_answer(sentence, each) for each in own.values()):
            for at, each in own.items():
                sentence.readings[at] = replace(each, answered=True)

    @staticmethod
    def _is_answer(sentence: Sentence, reading: FigureReading) -> bool:
        """Whether a share is said to be of those who answer that they would do something."""
        end = reading.phrase.end
        behind = (each.group for each in sentence.tokens[end : end + _NEAR] if each.group)
        group = next(behind, None)
        told = reading.construction in ("people", "answer")
        return reading.answered or (told and group is not None and group.possible)

    def _described(
        self, sentence: Sentence, reading: FigureReading, company: Company
    ) -> FigureReading:
        """``reading`` with the fields that tell whose it is, and what is answered by whom."""
        at, polled = reading.phrase.at, self._polled
        known = self._won_of(sentence, reading) if reading.choice in self._polled.won else {}
        if reading.choice in self._polled.shares:
            reading = replace(reading, opening=self._shares.sequels.rough(sentence, at))
        if reading.opening is not None:
            known["worded"] = _quantity(sentence, reading.opening)
        answered, last = False, None
        whose = reading.construction in ("people", "answer")
        if (
            whose
            and reading.choice == polled.opinion
            and self._holders.are_behind(sentence, reading)
        ):
            reading = replace(
                reading, evoked=default(self._field, polled.ballot), construction="holder"
            )
        asked = whose and reading.choice == polled.ballot
        if asked or reading.choice in (polled.opinion, polled.turnout):
            predicate = self._predicates.behind(sentence, reading.phrase.end, company)
            answered = self._answer(sentence, reading, known, predicate)
            last = self._last(sentence, predicate) if answered else None
        if (
            reading.choice in (polled.ballot, polled.rating, polled.lead, polled.shift, *polled.won)
            and not answered
        ):
            known |= self._whose(sentence, reading, company)
        answered = answered or self._is_apart(sentence, reading)
        first = None if last is None else at
        return replace(reading, known=known, answered=answered, first=first, last=last)

    def _is_apart(self, sentence: Sentence, reading: FigureReading) -> bool:
        """Whether what is denied beside it is said of another: "Lund, who never won, with 41%"."""
        at = reading.phrase.at
        verb = sentence.verb_before(at, _FAR)
        group = sentence.tokens[verb].group if verb is not None else None
        if group is None:
            return reading.choice in self._polled.shares  # "12% had never heard of it"
        lead = lead_of(sentence, at)
        link = sentence.word(lead)
        apart = link in figure_words("apart_links") and (verb != lead - 1 or link == "(")
        return group.negated and apart

    def _won_of(self, sentence: Sentence, reading: FigureReading) -> dict[str, tuple[Value, ...]]:
        """Of how many that are to be won, whether they are all, and whether they are gained."""
        known: dict[str, tuple[Value, ...]] = {}
        at = reading.phrase.at
        inside = sentence.tokens[at + 1 : reading.phrase.end]
        totals = [token.number.quantity for token in inside if token.number is not None]
        number = sentence.tokens[at].number
        if number is not None and number.whole is not None:
            totals.insert(0, number.whole)
        if totals:
            known["total"] = (totals[-1],)
        if reading.choice in self._polled.allotted and self._is_whole(sentence, reading):
            known["whole"] = ("yes",)
        if reading.verb is not None and not reading.superseded:
            given = self._said(sentence, reading)
            known |= {name: (given[name],) for name in _BY_VERB if name in given}
        return known

    def _whose(
        self, sentence: Sentence, reading: FigureReading, company: Company
    ) -> dict[str, tuple[Value, ...]]:
        """Whose it is, and of a lead over whom."""
        apart = reading.choice == self._polled.lead
        lead = lead_of(sentence, reading.phrase.at)
        holders = self._holders.find(sentence, reading, lead, apart=apart)
        names = tuple(name for name in holders.names if name.named or not apart)
        shared = not holders.each and self._distributing.isdisjoint(company.own)
        if len(names) > 1 and shared:
            names = tuple(name for name in names if name.named)  # "the Greens and their allies"
            names = names if len(names) == 1 else ()
        return {"party": names, "rival": holders.rivals} if apart else {"party": names}

    def _last(self, sentence: Sentence, predicate: Predicate | None) -> int | None:
        """The last token of what is answered: "54% of Danes (were against the bridge)"."""
        if predicate is None or not predicate.near:
            return None
        told = self._answers.about(sentence, predicate)
        last = predicate.answer - 1
        while (
            told is not None
            and last + 1 < len(sentence.tokens)
            and (sentence.tokens[last + 1].at <= told[1])
        ):
            last += 1
        return last

    def _is_whole(self, sentence: Sentence, reading: FigureReading) -> bool:
        """Whether it is all there are to win: "the state's 54 delegates"."""
        at = reading.phrase.at
        part = any(token.number for token in sentence.tokens[at + 1 : reading.phrase.end])
        before = sentence.words(at - 1, at)
        return (
            reading.construction == "counted"
            and not part
            and bool(before)
            and before[0] in self._definite
        )

    def _said(self, sentence: Sentence, reading: FigureReading) -> Mapping[str, str]:
        """What the verb says of what is won: that it is gained, or lost, or all there is."""
        at, verb = reading.phrase.at, reading.verb
        group = sentence.tokens[verb].group if verb is not None and verb < at else None
        if group is None or verb is None:
            return {}
        near = Beside(
            frozenset(sentence.words(verb, at)[0].split() + sentence.words(verb, at)), frozenset()
        )
        for choice, field in self._won.items():
            if choice == reading.choice:
                evoked = field.of_verb("object", group.lemmas, near)
                return evoked.gives if evoked is not None else {}
        return {}

    def _answer(
        self,
        sentence: Sentence,
        reading: FigureReading,
        known: dict[str, tuple[Value, ...]],
        predicate: Predicate | None,
    ) -> bool:
        """Fills in what is answered; whether somebody answers it."""
        at = reading.phrase.at if reading.opening is None else reading.opening
        known |= self._population(sentence, at)
        if reading.construction == "gap":
            return reading.choice == self._polled.opinion
        if reading.construction == "label":
            if "response" in reading.evoked.gives:
                known["response"] = (reading.evoked.gives["response"],)
            return False
        if predicate is None and reading.construction in ("people", "topic"):
            if self._answers.before(sentence, at) == _UNDECIDED:
                known["response"] = (_UNDECIDED,)
            return reading.choice == self._polled.opinion  # "38 percent never do" denies nothing
        if predicate is None or reading.construction not in ("people", "answer", "apposition"):
            lead = lead_of(sentence, reading.phrase.at)
            agent = lead >= 0 and sentence.tokens[lead].word in figure_words("bys")
            governed = reading.construction == "pair" or agent
            response = self._answers.by_verb(sentence, reading.verb) if governed else None
            if response is not None and reading.choice == self._polled.opinion:
                known["response"] = (response,)
            return False
        response = self._answers.response(sentence, predicate)
        told = self._answers.about(sentence, predicate)
        if response is not None and reading.choice != self._polled.turnout:
            known["response"] = (response,)
        if told is not None and reading.choice == self._polled.opinion:
            known["about"] = self._meant(sentence, reading, told[0])
        return reading.choice == self._polled.opinion

    def _meant(self, sentence: Sentence, reading: FigureReading, about: str) -> tuple[Value, ...]:
        """What is asked about; for a pronoun, what the last share was: "52% opposed it"."""
        if about.lower() not in self._it:
            return (about,)
        last = sentence.last_reading(reading.phrase.at) or next(reversed(sentence.before), None)
        return tuple(last.known.get("about", ())) if last is not None else ()

    def _population(self, sentence: Sentence, at: int) -> dict[str, tuple[Value, ...]]:
        """Whom the share at token ``at`` is of."""
        domain = self._domains.find(sentence, at, ALONE)
        people = self._answers.people(sentence, domain.head) if domain.sort == "people" else None
        return {"population": (people,)} if people is not None else {}


def _quantity(sentence: Sentence, at: int) -> tuple[Value, ...]:
    number = sentence.tokens[at].number
    return (number.quantity,) if number is not None else ()
