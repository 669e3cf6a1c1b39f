"""Figures of seats and delegates: who wins, holds and loses how many, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model import Quantity
from ..grammar.classes import Grammar
from ..grammar.nouns import singular
from .candidates import ONE, counted
from .company import Company, is_party
from .field import ALONE, Beside, Evoked, Field
from .holders import lead_of
from .sentence import FigureReading, Phrase, Sentence
from .standing import contends, is_contender
from .tokens import Token
from .words import figure_endings, figure_words

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
        self._polled = field.kind.polled
        self._choices = field.choices
        self._seated: tuple[Evoked, ...] | None = None
        self._around: tuple[Evoked, ...] | None = None
        self._of = figure_words("parts_of")
        self._ones = g.words("articles")
        self._eaches = g.words("eaches")
        self._persons = g.words("persons_singular")
        self._levels = g.words("to")
        self._be, self._have = g.words("be"), g.words("have")
        self._additions, self._for = g.words("additions"), g.words("beneficiaries")
        self._pronouns = g.words("pronouns")
        self._owned = g.words("possessives")
        self._more = g.words("more") | g.words("newcomers")
        self._ends = g.words("prepositions") | g.words("conjunctions") | g.words("subordinators")
        self._whole = g.words("definites") | g.words("totals") | figure_words("wholes")

    def read(self, sentence: Sentence, company: Company) -> None:
        """Puts what is read into the readings of ``sentence``."""
        last: FigureReading | None = None
        self._seated = self._around = None
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
        """The one of "a seat each"."""
        words = sentence.words(at, at + 3)
        each = len(words) == _SINGLE and words[2] in self._eaches
        return ONE if each and words[0] in self._ones else None

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
            told = self._is_meant(evoked, company, sentence)
            if evoked.beside and evoked.choice == self._choices[0]:
                told = False  # "several deputies from the ruling party said"
            other = self._is_needed(sentence, at, head) or self._is_compound(sentence, at)
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
        carried = self._carried(sentence, company, last) or self._spoken(sentence, at, company)
        if carried is None or not self._goes_on(sentence, at, last):
            return None
        if self._is_threshold(sentence, at) or self._is_age(sentence, at, carried):
            return None
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
            if evoked is not None:
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
            if token.word in _ENDS or token.word in self._ends:
                return None
        return None

    def _of_noun(self, word: str, beside: Beside) -> Evoked | None:
        return self._field.of_noun("counted", word, beside)

    def _is_meant(self, evoked: Evoked, company: Company, sentence: Sentence) -> bool:
        """Whether it is votes that the seats are won by, and no hall or bus that has them."""
        if company.party:
            return True
        article = sentence.beside(0, 0).article
        topic = self._field.topics[evoked.choice]
        return bool(company.near.get(evoked.choice)) or len(article & topic) > 1

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
    def _is_compound(sentence: Sentence, at: int) -> bool:
        """Whether it only describes a noun: "the 60-seat assembly"."""
        text = sentence.tokens[at].word
        joined = "-" in text and text.rsplit("-", 1)[1].isalpha()
        following = sentence.words(at + 1, at + 2)
        return joined or following == ["-"]

    def _is_all(self, sentence: Sentence, at: int) -> bool:
        """Whether it is all there are, of which no number is told: "most of the 301 seats"."""
        words = sentence.words(at - 2, at)
        return len(words) > 1 and words[0] in self._of and words[1] in self._whole - self._owned

    def _is_needed(self, sentence: Sentence, at: int, head: int) -> bool:
        """Whether so many are only what it takes: "the 61 seats needed for a majority"."""
        words = sentence.words(at - 5, at) + sentence.words(head + 1, head + 5)
        if not figure_words("differing").isdisjoint(sentence.words(head + 1, head + 2)):
            return True
        near = {part for word in words for part in word.split()}
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

    def _carried(
        self, sentence: Sentence, company: Company, last: FigureReading | None
    ) -> Evoked | None:
        """What a number without a noun counts: what the one before it does."""
        if last is not None and last.choice in self._choices:
            return last.evoked
        if self._seated is None:
            self._seated = self._seat_noun(sentence, company)
        if self._seated:
            return self._seated[0]
        for reading in reversed(sentence.before):
            if reading.choice in self._choices:
                return reading.evoked
        return None

    def _spoken(self, sentence: Sentence, at: int, company: Company) -> Evoked | None:
        """What a number counts that a party wins, where seats are spoken of around it."""
        if self._around is None:
            self._around = self._noun_around(sentence, company)
        return self._around[0] if self._around and self._is_party_won(sentence, at) else None

    def _noun_around(self, sentence: Sentence, company: Company) -> tuple[Evoked, ...]:
        """What a noun of seats says that stands around the sentence, which tells no shares."""
        readings = (*sentence.before, *sentence.readings.values())
        spoken = figure_words("seat_nouns") & company.words
        if any(each.choice in self._polled.shares for each in readings) or spoken <= company.own:
            return ()
        beside = Beside(company.own, company.words)
        found = (self._of_noun(noun, beside) for noun in sorted(spoken - company.own))
        return tuple(each for each in found if each is not None)

    def _is_party_won(self, sentence: Sentence, at: int) -> bool:
        """Whether a verb of winning stands right before it, whose subject is a party."""
        lead = lead_of(sentence, at)
        told = sentence.tokens[lead - 1] if lead > 0 else None
        if (
            told is not None
            and sentence.word(lead).endswith(figure_endings("past_endings"))
            and is_party(told.mention)
        ):
            return True  # "Labour bagged 93"
        for here in (lead, lead - 1):
            group = sentence.tokens[here].group if here >= 0 else None
            if group is None or not self._field.of_verb("object", group.lemmas, ALONE):
                continue
            clause = sentence.clause(here)
            if clause is None or clause.subject is None:
                continue
            subject = sentence.scene.line.units[clause.subject]
            return is_party(subject.mention) or contends(subject.word)
        return False

    @staticmethod
    def _is_threshold(sentence: Sentence, at: int) -> bool:
        """Whether so many are only what it takes: "you need 85", "the majority is 361"."""
        takes = figure_words("needed") | figure_words("goals")
        return not takes.isdisjoint(sentence.words(at - _MORE, at))

    def _is_age(self, sentence: Sentence, at: int, carried: Evoked) -> bool:
        """Whether it is how old somebody is: "Anna Berg 68", "she is 41"."""
        if carried.choice != self._choices[0]:
            return False  # a person has delegates
        before = sentence.tokens[at - 1]
        if before.code == "H" and before.is_name:
            return True
        be = before.group is not None and not self._be.isdisjoint(before.group.lemmas)
        return be and at > 1 and sentence.tokens[at - 2].word in self._persons

    def _seat_noun(self, sentence: Sentence, company: Company) -> tuple[Evoked, ...]:
        """What the first noun of seats in the sentence says; none where there is none."""
        beside = Beside(company.own, company.words)
        for word in company.own:
            evoked = self._of_noun(word, beside)
            if evoked is None:
                continue
            won = evoked.choice != self._choices[0] and any(
                token.group and self._field.has_verb("object", evoked.choice, token.group.lemmas)
                for token in sentence.tokens
            )
            if won or self._is_meant(evoked, company, sentence):
                return (evoked,)
        return ()

    def _goes_on(self, sentence: Sentence, at: int, last: FigureReading | None) -> bool:
        """Whether a number without a noun stands where one of seats does: "and Junts 35"."""
        tokens = sentence.tokens
        end = at + 1
        while end < len(tokens) and tokens[end].word in self._eaches | self._more:
            end += 1
        dated = end < len(tokens) and tokens[end].code == "D"  # "won 303 five years ago"
        following = tokens[end].word if end < len(tokens) and not dated else "."
        if following in self._levels and end + 1 < len(tokens) and tokens[end + 1].code == "N":
            following = ","  # "leads 263 to 237"
        if self._is_going(sentence, end):
            return self._is_object_free(sentence, at)
        held = sentence.word(at - 1) in figure_words("genitives")  # "her 271 was enough"
        held = held and end < len(tokens) and tokens[end].group is not None
        held = held and not self._is_compound(sentence, at)
        number = tokens[at].number
        part = number is not None and number.whole is not None  # "five of the six it held"
        told = held or (part and following in self._pronouns)
        if not at or (following not in figure_words("seat_ends") and not told):
            return False
        lead = at - 1
        light = figure_words("share_light") | self._more | figure_words("left_over")
        while lead >= 0 and tokens[lead].word in light and tokens[lead].group is None:
            lead -= 1
        if lead < 0 or not self._is_won(sentence, at):
            return False
        return self._leads(sentence, lead, last)

    def _is_going(self, sentence: Sentence, at: int) -> bool:
        """Whether it is told who gets them: "two went to the Greens", "with 71 going to Fatah"."""
        group = sentence.tokens[at].group if at < len(sentence.tokens) else None
        goes = group is not None and not figure_words("going_to").isdisjoint(group.lemmas)
        return goes and sentence.word(at + 1) in self._levels

    @staticmethod
    def _is_object_free(sentence: Sentence, at: int) -> bool:
        """Whether a number begins its statement: "two went", "with 71 going"."""
        before = sentence.word(at - 1)
        return not before or before in figure_words("share_openers")

    def _leads(self, sentence: Sentence, lead: int, last: FigureReading | None) -> bool:
        """Whether the token before a number lets it be one of seats."""
        left = sentence.tokens[lead]
        before = sentence.tokens[lead - 1] if lead else None
        if left.group is not None:
            return self._field.of_verb("object", left.group.lemmas, ALONE) is not None
        if left.is_name or is_contender(left):
            return True
        owned = before is not None and (
            before.is_name or before.word == ")" or is_contender(before)
        )
        owned = owned or (last is not None and before is not None and before.code == "S")
        if left.word in figure_words("seat_links"):
            return owned or left.word not in figure_words("seat_joints")
        if left.word in figure_words("share_levels"):
            return last is not None or bool(self._seated)
        return (
            left.is_word and left.word.endswith(figure_endings("past_endings")) and owned
        )  # "bagged 93"

    def _is_won(self, sentence: Sentence, at: int) -> bool:
        """Whether no verb near it says that something else is done than winning."""
        for here in range(at - 1, max(-1, at - _NOUN_REACH), -1):
            group = sentence.tokens[here].group
            if group is not None:
                return self._field.of_verb("object", group.lemmas, ALONE) is not None
        return True

    @staticmethod
    def _verb(sentence: Sentence, at: int) -> int | None:
        """The verb before a figure, or else behind it."""
        tokens = sentence.tokens
        before = range(at - 1, max(-1, at - _GAP), -1)
        behind = range(at + 1, min(at + _GAP, len(tokens)))
        verbs: Iterator[int] = (here for here in (*before, *behind) if tokens[here].group)
        return next(verbs, None)
