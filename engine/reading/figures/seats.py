"""Figures of seats and delegates: who wins, holds and loses how many, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model import Quantity
from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural, singular
from .candidates import ONE, counted
from .company import Company, is_party
from .field import Beside, Evoked, Field
from .holders import lead_of
from .members import MemberReader
from .seat_sequels import SeatSequelReader, is_compound, is_elected, is_meant
from .sentence import FigureReading, Phrase, Sentence
from .standing import contends, is_of_last_vote
from .tokens import Token
from .words import figure_words

__all__ = ["SeatReader"]

_NOUN_REACH = 5
_MORE = 3
_SINGLE = 3
_GAP = 14
_ENDS = frozenset([".", ",", ";", ")", "(", "–", "—", "“", "”"])


class SeatReader:
    """Reads the counts of a sentence that are of seats to be won.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        g = grammar
        self._field = field
        self._choices = field.choices
        self._sequels = SeatSequelReader(grammar, field)
        self._members = MemberReader(grammar, field)
        self._of = figure_words("parts_of")
        self._ones = g.words("articles")
        self._eaches = g.words("eaches")
        self._levels = g.words("to")
        self._have, self._conjunctions = g.words("have"), g.words("conjunctions")
        self._additions, self._for = g.words("additions"), g.words("beneficiaries")
        self._owned = g.words("possessives")
        self._ends = g.words("prepositions") | g.words("conjunctions") | g.words("subordinators")
        self._whole = g.words("definites") | g.words("totals") | figure_words("wholes")

    def read(self, sentence: Sentence, company: Company) -> None:
        """Puts what is read into the readings of ``sentence``."""
        last: FigureReading | None = None
        for at, token in enumerate(sentence.tokens):
            if at in sentence.readings:
                continue
            quantity = self._count(token) if token.number else self._single(sentence, at)
            if quantity is None:
                continue
            found = self._reading(sentence, at, quantity, company, last)
            if found is not None:
                last = found
                sentence.add(found)
                self._read_with(sentence, found)

    def _single(self, sentence: Sentence, at: int) -> Quantity | None:
        """The one of "a seat each", and of "a single seat"."""
        words = sentence.words(at, at + 3)
        each = len(words) == _SINGLE and words[2] in self._eaches
        sole = len(words) == _SINGLE and words[1] in figure_words("sole")
        return ONE if (each or sole) and words[0] in self._ones else None

    def _read_with(self, sentence: Sentence, reading: FigureReading) -> None:
        """Reads what stands in one number with ``reading``: "six of their 10", "three to 40"."""
        at = reading.phrase.at
        token, quantity = sentence.tokens[at], reading.quantity
        number = token.number
        if number is None:
            return
        if number.whole is not None and not self._owned.isdisjoint(token.word.split()):
            owned = replace(reading, quantity=number.whole, superseded=True)
            sentence.add(owned, second=True)
        low, high, verb = quantity.low, quantity.high, reading.verb
        group = sentence.tokens[verb].group if verb is not None and verb < at else None
        if low is None or high is None or low == high or group is None:
            return
        stepped = not figure_words("changing").isdisjoint(group.lemmas)
        if stepped and not self._levels.isdisjoint(token.word.split()):  # "gained three to 40"
            sentence.add(replace(reading, quantity=replace(quantity, high=low, hedge=None)))
            reached = replace(quantity, low=high, hedge=None)
            sentence.add(replace(reading, quantity=reached, verb=None), second=True)

    @staticmethod
    def _count(token: Token) -> Quantity | None:
        """How many; of "18 of the 60", the 18."""
        number = token.number
        if number is None or not number.figure:
            return None
        share = number.form == "count" and "." in token.word  # "51.0"
        return None if share else counted(number)

    def _reading(
        self,
        sentence: Sentence,
        at: int,
        quantity: Quantity,
        company: Company,
        last: FigureReading | None,
    ) -> FigureReading | None:
        beside = Beside(sentence.beside(at - 4, at + 8).near, company.words)
        noun = self._noun(sentence, at, beside)
        if noun is not None:
            head, evoked = noun
            if (
                singular(sentence.tokens[head].word) == sentence.tokens[head].word
                and quantity.low != 1
            ):
                return None  # "the 60 seat council"
            won = self._is_object(sentence, at, evoked.choice)
            told = is_meant(self._field, evoked, company, sentence)
            if evoked.about and evoked.choice == self._choices[0]:
                electing = figure_words("electing") | figure_words("returning")
                elected = is_elected(sentence, head, electing)
                elected = elected and sentence.word(at - 1) not in self._whole
                won = won or self._is_listed(sentence, at)
                won = elected or (won and not self._acts(sentence, head))
                told = False  # "several deputies from the ruling party said"
            other = self._is_needed(sentence, at, head) or is_compound(sentence, at)
            if other or not (won or told):
                return None
            if self._is_all(sentence, at) and not self._is_total(sentence, at, last):
                return None
            if self._is_total(sentence, at, last):
                held = not self._owned.isdisjoint(sentence.words(at - _MORE, at))
                if not held:
                    return None
                return replace(
                    self._made(sentence, at, head + 1, quantity, evoked, "whole"), superseded=True
                )  # "lost 41 of their 245 seats"
            return self._made(sentence, at, head + 1, quantity, evoked, "counted")
        member = self._members.read(sentence, at, company, last)
        if member is not None:
            return self._made(sentence, at, member[0] + 1, quantity, member[1], "members")
        carried = self._sequels.read(sentence, at, company, last)
        if carried is None or self._is_total(sentence, at, last):
            return None  # "33 seats out of the state's 80"
        return self._made(sentence, at, at + 1, quantity, carried, "gap")

    def _made(
        self,
        sentence: Sentence,
        at: int,
        end: int,
        quantity: Quantity,
        evoked: Evoked,
        construction: str,
    ) -> FigureReading:
        lead = lead_of(sentence, at)
        earlier = lead >= 0 and sentence.tokens[lead].word in figure_words("share_starts")
        earlier = earlier or is_of_last_vote(sentence, at)
        return FigureReading(
            Phrase(at, end, None, None), quantity, evoked, construction,
            self._verb(sentence, at), superseded=earlier,
        )  # fmt: skip

    def _noun(self, sentence: Sentence, at: int, beside: Beside) -> tuple[int, Evoked] | None:
        """The noun that the number counts, if it is of seats: "18 of the 60 seats"."""
        tokens = sentence.tokens
        here, end, inside = at, min(at + 1 + _NOUN_REACH, len(tokens)), False
        while here + 1 < end:
            here += 1
            token = tokens[here]
            evoked = self._of_noun(token.word, beside)
            compound = evoked is not None and self._of_noun(sentence.word(here + 1), beside)
            if evoked is not None and not compound:  # "39 MP seats"
                return here, evoked
            before = tokens[here - 1].word
            part = token.word in self._of or (token.word in self._whole and before in self._of)
            inside = inside or part
            held = token.number is not None and (inside or before in figure_words("part_of"))
            if part or held:
                end = min(end + _MORE, len(tokens))
                continue
            following = tokens[here + 1] if here + 1 < len(tokens) else None
            numbered = following is not None and following.number is not None
            joined = token.word in self._additions and numbered
            described = token.group is not None and numbered  # "held 1,487 seats"
            if joined or described:
                continue
            if token.number is not None or token.group is not None:
                return None
            ends = token.word in _ENDS or token.word in self._ends
            if ends and not self._is_either(sentence, here, beside):
                return None
        return None

    def _is_either(self, sentence: Sentence, at: int, beside: Beside) -> bool:
        """Whether a conjunction joins what tells of which seats they are: "Diet or Duma seats"."""
        left, right = sentence.tokens[at - 1], sentence.tokens[at + 1 : at + 2]
        joined = sentence.word(at) in self._conjunctions and left.is_word
        joined = joined and all(token.is_word for token in right)
        noun = self._of_noun(sentence.word(at + 2), beside)
        return joined and noun is not None and (left.is_name or not is_plural(left.word))

    def _of_noun(self, word: str, beside: Beside) -> Evoked | None:
        return self._field.of_noun("counted", word, beside)

    def _is_object(self, sentence: Sentence, at: int, choice: str) -> bool:
        """Whether somebody wins them: "Rubio took 23 delegates"; a bus, too, has its seats."""
        for here in range(at - 1, max(-1, at - _NOUN_REACH), -1):
            token = sentence.tokens[here]
            if token.group is not None:
                if not self._field.has_verb("object", choice, token.group.lemmas):
                    return False
                if choice != self._choices[0] and self._have.isdisjoint(token.group.lemmas):
                    return True  # a hall has no delegates
                clause = sentence.clause(here)
                if clause is None or clause.subject is None:
                    return False
                subject = sentence.scene.line.units[clause.subject]
                if subject.word in figure_words("findings"):
                    return True  # "the count gives them 14"
                owned = not token.group.lemmas or not self._have.isdisjoint(token.group.lemmas)
                return subject.code in ("AHXW" if owned else "AHXWPR") or any(
                    map(contends, subject.word.split())
                )
        return False

    @staticmethod
    def _acts(sentence: Sentence, head: int) -> bool:
        """Whether it is told what they do: "minutes show eight members were for it"."""
        group = sentence.tokens[head + 1].group if head + 1 < len(sentence.tokens) else None
        return group is not None and group.form == "finite"

    @staticmethod
    def _is_listed(sentence: Sentence, at: int) -> bool:
        """Whether they stand behind whose they are: "the Greens' 14 MPs", "9 percent, 4 MPs"."""
        before, last = sentence.word(at - 1), sentence.last_reading(at)
        if before == "," and last is not None and last.phrase.end == at - 1:
            return True
        if before in figure_words("genitives") and at > 1:
            owner = sentence.tokens[at - 2]
            return owner.code in "AX" or is_party(owner.mention) or contends(owner.word)
        return False

    def _is_all(self, sentence: Sentence, at: int) -> bool:
        """Whether it is all there are, of which no number is told: "most of the 301 seats"."""
        words = sentence.words(at - 2, at)
        ahead = " ".join(sentence.words(at - 3, at - 1)) in figure_words("in_front_of")
        return (
            not ahead
            and len(words) > 1
            and words[0] in self._of
            and words[1] in self._whole - self._owned
        )

    def _is_needed(self, sentence: Sentence, at: int, head: int) -> bool:
        """Whether so many are only what it takes: "the 61 seats needed for a majority"."""
        number = sentence.tokens[at].number
        if number is not None and number.whole is not None:
            return False  # "has 40 of the 61 seats needed"
        words = sentence.words(at - 5, at) + sentence.words(head + 1, head + 5)
        if not figure_words("differing").isdisjoint(sentence.words(head + 1, head + 2)):
            return True
        lead = lead_of(sentence, at)
        group = sentence.tokens[lead].group if lead >= 0 else None
        if group is not None and not figure_words("contesting").isdisjoint(group.lemmas):
            return True
        near = {part for word in words for part in word.split()}
        if not figure_words("benches").isdisjoint(near):
            return True  # "five of the nine seats on the court"
        if not near.isdisjoint(figure_words("needed")):
            return True
        aimed = not figure_words("goals").isdisjoint(sentence.words(head + 1, head + 4))
        return aimed and not self._for.isdisjoint(sentence.words(head + 1, head + 3))

    def _is_total(self, sentence: Sentence, at: int, last: FigureReading | None) -> bool:
        """Whether it is all there are, of which the figure before it is a part."""
        words = sentence.words(at - 4, at)
        return (
            last is not None
            and last.choice in self._choices
            and not figure_words("ofs").isdisjoint(words)
            and (last.phrase.end >= at - 5)
        )

    @staticmethod
    def _verb(sentence: Sentence, at: int) -> int | None:
        """The verb before a figure, or else behind it."""
        tokens = sentence.tokens
        before = range(at - 1, max(-1, at - _GAP), -1)
        behind = range(at + 1, min(at + _GAP, len(tokens)))
        verbs: Iterator[int] = (here for here in (*before, *behind) if tokens[here].group)
        return next(verbs, None)
