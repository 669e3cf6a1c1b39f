"""Shares and seats in lists, where no verb says whose they are: "SPD 22.1%", "Labour 410"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...model import Quantity
from ..glance import Glance
from ..grammar.classes import Grammar
from .company import Company, is_party
from .entries import Entry, EntryFinder
from .field import Beside, Evoked, Field
from .nouns import PhraseFinder, with_plurals
from .sentence import FigureReading, Phrase, Sentence
from .standing import default
from .words import figure_words

__all__ = ["ListingReader"]

_HUNDRED, _ROUNDED = Decimal(100), Decimal(1)
_RANK = "O"
_CONTENDING = "AHXWO"
"""The codes of a label that may be somebody who stands for election: "Kent First", too."""
_OPENS = frozenset(":|.")
_MUCH = 2
"""Words of a topic, or parties, that make a list one of a vote."""
_LISTED = re.compile(r"[^\W\d_]+[ :–—-]+\d[\d.]*%? ?(?:[,;|.=(]|and\b|$)")


class ListingReader:
    """Reads the entries of lists by what is spoken of around them.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        self._field = field
        self._polled = field.kind.polled
        self._seats = field.kind.polled.won
        self._entries = EntryFinder(grammar, PhraseFinder(grammar, field), bare=True)
        self._never = with_plurals(field.kind.never)

    @staticmethod
    def concerns(sentence: Glance) -> bool:
        """Whether several entries may stand in ``sentence``."""
        found = _LISTED.finditer(sentence.text)
        return next(found, None) is not None and next(found, None) is not None

    def read(self, sentence: Sentence, company: Company) -> None:
        """Adds the entries of ``sentence`` that nothing else was read in."""
        entries = [
            (entry, quantity)
            for entry in self._entries.find(sentence)
            if (quantity := self._quantity(sentence, entry)) is not None
        ]
        entries = [each for each in entries if self._is_contending(sentence, each[0])]
        if not entries or self._goes_on(sentence, entries[0][0].first):
            return
        if not self._is_of_vote(sentence, entries, company):
            return
        evoked = self._evoked(sentence, entries, company)
        total = self._total(sentence, entries)
        if total is not None:  # shares of some would not be added up
            evoked = evoked and default(self._field, self._won_choice(evoked))
        if evoked is None:
            return
        if total is not None:
            amount = sum((quantity.low or Decimal(0) for _, quantity in entries), Decimal(0))
            phrase = Phrase(total, total + 1, None, None)
            value = Quantity(amount, amount)
            sentence.add(FigureReading(phrase, value, evoked, "entry"))
        for entry, quantity in entries:
            if entry.at in sentence.readings:
                continue
            shared = evoked.choice in self._polled.shares and quantity.unit is None
            unit = "percent" if shared else quantity.unit
            value = Quantity(quantity.low, quantity.high, quantity.hedge, unit)
            phrase = Phrase(entry.at, entry.at + 1, None, None)
            sentence.add(FigureReading(phrase, value, evoked, "entry"))

    @staticmethod
    def _goes_on(sentence: Sentence, first: int) -> bool:
        """Whether entries go on with a clause: "won 37 seats, the SNP 10 and Plaid 5"."""
        marks = (at for at in range(first) if sentence.word(at) in _OPENS)
        opened = max(marks, default=-1)
        clause = sentence.tokens[opened + 1 : first]
        return any(token.group for token in clause) and any(token.number for token in clause)

    @staticmethod
    def _quantity(sentence: Sentence, entry: Entry) -> Quantity | None:
        """The value of an entry; ``None`` where it is of something else: "Lund 5 km"."""
        number = sentence.tokens[entry.at].number
        if number is None or not number.figure or number.form not in ("count", "share"):
            return None
        return number.quantity if number.quantity.unit in (None, "percent") else None

    def _is_contending(self, sentence: Sentence, entry: Entry) -> bool:
        """Whether the label of an entry may be somebody who stands for election."""
        label = sentence.tokens[entry.first : entry.last + 1]
        needed = figure_words("needed") | self._never
        if any(token.word in needed for token in label):
            return False
        return any(
            token.capital
            and (token.word in figure_words("camps") or token.code in _CONTENDING)
            and (token.is_name or token.code == _RANK or token.word in figure_words("camps"))
            for token in label
        )

    def _is_of_vote(
        self, sentence: Sentence, entries: Sequence[tuple[Entry, Quantity]], company: Company
    ) -> bool:
        """Whether a vote is spoken of, or enough of those listed are parties."""
        if sentence.before:
            return True
        parties = sum(_is_party(sentence, entry) for entry, _ in entries)
        if parties >= _MUCH:
            return True
        if not self._never.isdisjoint(company.own):
            return False
        spoken = company.near.get(self._polled.ballot, 0)
        return spoken >= _MUCH or (spoken > 0 and parties > 0)

    def _evoked(
        self, sentence: Sentence, entries: Sequence[tuple[Entry, Quantity]], company: Company
    ) -> Evoked | None:
        """What the entries are, by their figures, by what was read before or is spoken of."""
        values = [quantity.low or Decimal(0) for _, quantity in entries]
        exact = any(quantity.unit == "percent" for _, quantity in entries)
        exact = exact or any(value != value.to_integral_value() for value in values)
        within = sum(values) <= _HUNDRED + _ROUNDED
        told = [each for each in self._told(sentence) if within or each not in self._polled.shares]
        if exact:
            shares = [
                each
                for each in told
                if each in self._polled.shares and each != self._polled.turnout
            ]
            return (
                default(self._field, shares[0] if shares else self._polled.ballot)
                if within
                else None
            )
        counts = [each for each in told if each in self._seats]
        if counts:
            return default(self._field, counts[0])
        if told and told[0] != self._polled.turnout:
            return default(self._field, told[0])
        seated = self._seated(company)
        if seated is not None:
            return seated
        parties = sum(_is_party(sentence, entry) for entry, _ in entries)
        if self._is_chamber(company):
            return default(self._field, self._seats[0])
        if not within:
            return default(self._field, self._seats[0]) if parties >= _MUCH else None
        polled = company.near.get(self._polled.ballot, 0) or company.near.get(
            self._polled.opinion, 0
        )
        return default(self._field, self._polled.ballot) if polled else None

    def _is_chamber(self, company: Company) -> bool:
        """Whether a chamber is spoken of, and no poll and no share."""
        topics = self._field.topics
        chamber = (
            topics[self._seats[0]] - topics[self._polled.ballot] - topics[self._polled.opinion]
        )
        shared = figure_words("percents") | {"%"}
        return (
            not chamber.isdisjoint(company.words)
            and shared.isdisjoint(company.own)
            and not company.near.get(self._polled.opinion)
        )

    def _won_choice(self, evoked: Evoked) -> str:
        return evoked.choice if evoked.choice in self._seats else self._seats[0]

    @staticmethod
    def _total(sentence: Sentence, entries: Sequence[tuple[Entry, Quantity]]) -> int | None:
        """The token of what the entries come to: "Labour 41, Greens 12 = 53"."""
        at = entries[-1][0].at + 2
        number = sentence.tokens[at].number if at < len(sentence.tokens) else None
        if number is None or sentence.word(at - 1) != "=" or len(entries) < _MUCH:
            return None
        total = sum(quantity.low or Decimal(0) for _, quantity in entries)
        return at if number.quantity.low == total else None

    def _seated(self, company: Company) -> Evoked | None:
        """Seats or delegates, where they are spoken of."""
        spoken = figure_words("seat_nouns") & company.words
        beside = Beside(company.own, company.words)
        found = (self._field.of_noun("counted", noun, beside) for noun in sorted(spoken))
        return next((default(self._field, each.choice) for each in found if each), None)

    def _told(self, sentence: Sentence) -> Iterator[str]:
        """What was read in the sentence before, last first."""
        choices = (*self._polled.shares, *self._seats)
        return (each.choice for each in reversed(sentence.before) if each.choice in choices)


def _is_party(sentence: Sentence, entry: Entry) -> bool:
    """Whether a party is named in the label of an entry."""
    label = sentence.tokens[entry.first : entry.last + 1]
    return any(is_party(token.mention) for token in label)
