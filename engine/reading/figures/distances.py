"""Figures of how far apart others lie, or may be off: leads, swings and margins of error."""

from __future__ import annotations

from dataclasses import replace

from ...model import Quantity
from ..grammar.classes import Grammar
from .company import Company
from .field import Beside, Evoked, Field
from .holders import lead_of
from .nouns import with_plurals
from .sentence import FigureReading, Phrase, Sentence
from .standing import contends, default, is_figured
from .words import figure_words

__all__ = ["DistanceReader"]

_BEFORE = 14
_BEHIND = 4
_CLOSE = 3
_POINT = "point"


class DistanceReader:
    """Reads the figures of a sentence that tell how far apart others are.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        self._field = field
        self._polled = field.kind.polled
        self._shares = Field(field.kind, field.name, self._polled.shares)
        self._never = with_plurals(field.kind.never)
        self._prepositions = grammar.words("prepositions")
        self._be = grammar.words("be")
        self._than = grammar.words("comparing")
        self._articles = grammar.words("articles")

    def read(self, sentence: Sentence, company: Company) -> None:
        """Puts what is read into the readings of ``sentence``."""
        last: FigureReading | None = None
        for at, token in enumerate(sentence.tokens):
            number = token.number
            if number is None or at in sentence.readings or not number.figure:
                continue
            found: FigureReading | None = None
            if number.form in ("points", "share"):
                found = self._reading(sentence, at, number.quantity, company)
            elif number.form == "count" and last is not None:
                found = self._earlier(sentence, at, number.quantity, last)
            if found is not None:
                last = found
                sentence.add(found)

    def _reading(
        self, sentence: Sentence, at: int, quantity: Quantity, company: Company
    ) -> FigureReading | None:
        beside = Beside(frozenset(sentence.words(at - _BEFORE, at + _BEHIND + 4)), company.words)
        lead = lead_of(sentence, at)
        for construction, found in (
            ("counted", self._counted(sentence, at, beside)),
            ("quantity", self._quantity(sentence, at, beside)),
            ("state", self._state(sentence, at, lead, beside)),
            ("verb", self._governed(sentence, at, lead, beside)),
        ):
            if found is None or not self._is_meant(sentence, at, found[0], company):
                continue
            if found[0].choice == self._polled.shift and not self._is_of_share(sentence, at):
                continue
            evoked, end = found
            moved = evoked.choice == self._polled.shift
            earlier = lead >= 0 and sentence.tokens[lead].word in figure_words("share_starts")
            return FigureReading(
                Phrase(at, end, None, None), quantity, evoked, "moved" if moved else construction,
                self._verb(sentence, at), superseded=earlier,
            )  # fmt: skip
        return None

    def _earlier(
        self, sentence: Sentence, at: int, quantity: Quantity, last: FigureReading
    ) -> FigureReading | None:
        """The figure that another took the place of: "to nine points, from 14 in March"."""
        lead = lead_of(sentence, at)
        if lead < 0 or sentence.tokens[lead].word not in figure_words("share_starts"):
            return None
        if at - last.phrase.end > _CLOSE:
            return None
        quantity = replace(quantity, unit=last.quantity.unit or _POINT)
        return replace(
            last, phrase=Phrase(at, at + 1, None, None), quantity=quantity, superseded=True
        )

    def _is_meant(self, sentence: Sentence, at: int, evoked: Evoked, company: Company) -> bool:
        """Whether votes or polls are spoken of, and no match or table."""
        if evoked.choice == self._field.kind.polled.swing and not self._never.isdisjoint(
            company.own
        ):
            return False
        polled = company.here.get(self._polled.opinion)  # "in the poll's match-up"
        if not polled and not company.words.isdisjoint(figure_words("scoring")):
            return False
        topics = self._field.topics.get(evoked.choice)
        if topics is None or company.near.get(evoked.choice):
            return True
        if company.party or any(map(contends, company.own)):
            return True
        around = sentence.tokens[max(0, at - _BEFORE) : at + _BEFORE]
        return any(token.is_name and token.code in "HXW" for token in around)

    def _counted(self, sentence: Sentence, at: int, beside: Beside) -> tuple[Evoked, int] | None:
        """A noun that it measures right behind it: "a 12-point lead", "a 7% swing"."""
        for here in range(at + 1, min(at + 1 + _CLOSE, len(sentence.tokens))):
            token = sentence.tokens[here]
            if token.group is not None and token.group.lemmas != (token.word,):
                return None
            for role in ("counted", "quantity"):
                evoked = self._field.of_noun(role, token.word, beside)
                if evoked is not None:
                    return evoked, here + 1
            if not token.is_word or token.word in self._prepositions:
                return None
        return None

    def _quantity(self, sentence: Sentence, at: int, beside: Beside) -> tuple[Evoked, int] | None:
        """A noun before it that comes to it: "a lead of 12 points", "its margin of error is 3"."""
        for here in range(at - 1, max(-1, at - _BEFORE), -1):
            token = sentence.tokens[here]
            if token.word in figure_words("parting") and token.word != ":":
                return None
            noun = token.group is not None and token.group.lemmas == (token.word,)
            evoked = self._field.of_noun("quantity", token.word, beside)
            if evoked is not None and (noun or (token.is_word and token.group is None)):
                return evoked, at + 1
            if token.number is not None and token.code in "SU":
                return None
            if token.group is not None and not noun:
                verbs = figure_words("amounting_shares") | figure_words("narrowing")
                if verbs.isdisjoint(token.group.lemmas):
                    return None
        return None

    def _state(
        self, sentence: Sentence, at: int, lead: int, beside: Beside
    ) -> tuple[Evoked, int] | None:
        """Ahead or behind, right behind it or before: "five points ahead", "ahead by five"."""
        found = self._field.state(sentence.words(at + 1, at + 4), beside)
        if found is not None:
            return found[0], at + 1 + found[1]
        led = self._field.state(sentence.words(lead, lead + 1), beside) if lead >= 0 else None
        if led is not None and led[0].choice == self._polled.shift:  # "up three points"
            return led[0], at + 1
        if lead < 1 or sentence.tokens[lead].word not in figure_words("bys"):
            return None
        for here in range(lead - 1, max(-1, lead - 1 - 2 * _CLOSE), -1):
            found = self._field.state(sentence.words(here, here + 3), beside)
            if found is not None:
                return found[0], at + 1
            if sentence.tokens[here].group is not None:
                return None
        return None

    def _is_of_share(self, sentence: Sentence, at: int) -> bool:
        """Whether points are those of a share told just before, or in the same sentence."""
        number = sentence.tokens[at].number
        read = (*sentence.earlier, *sentence.readings.values())
        told = any(each.choice in self._polled.shares for each in read)
        short = not figure_words("differing").isdisjoint(sentence.words(at + 1, at + 2))
        short = short and sentence.word(at + 1) not in figure_words("share_light")
        if number is None or short:
            return False
        if not told or number.form != "points":
            return self._is_moved_by(sentence, at)
        return not self._is_over_another(sentence, at)

    def _is_moved_by(self, sentence: Sentence, at: int) -> bool:
        """Whether a share itself moves by so much: "turnout rises by 4%", "is up four points"."""
        lead = lead_of(sentence, at)
        verb = sentence.verb_before(at, _BEHIND)
        clause = sentence.clause(verb)
        if clause is None or clause.subject is None or verb is None or lead - verb > 1:
            return False
        by = sentence.word(lead) in figure_words("bys") | figure_words("directions")
        points = sentence.tokens[at].code == "U"
        if not points and not is_figured(sentence.tokens[at]):
            return False  # "her support fell by a third"
        noun = sentence.scene.line.units[clause.subject].word.rpartition(" ")[2]
        own = Beside(frozenset(sentence.words(0, at)), frozenset())
        moved = self._shares.of_noun("quantity", noun, own)
        return (by or points) and moved is not None and moved.choice != self._polled.ballot

    def _is_over_another(self, sentence: Sentence, at: int) -> bool:
        """Whether it tells how far somebody else is off: "three points more than the Greens"."""
        for here in range(at + 1, min(at + 1 + _CLOSE, len(sentence.tokens))):
            if sentence.word(here) in self._than:
                other = here + 1 + (sentence.word(here + 1) in self._articles)
                rest = sentence.tokens[other : other + 2]
                named = bool(rest) and (rest[0].is_name or contends(rest[0].word))
                return named and all(token.group is None for token in rest)
        return False

    def _governed(
        self, sentence: Sentence, at: int, lead: int, beside: Beside
    ) -> tuple[Evoked, int] | None:
        """A verb of winning or leading before "by": "leads the Tories by 16 points"."""
        if lead >= 0 and (governing := sentence.tokens[lead].group) is not None:
            gained = self._field.of_verb("object", governing.lemmas, beside)
            moved = gained is not None and gained.choice == self._polled.shift
            return (gained, at + 1) if gained is not None and moved else None
        if lead < 1 or sentence.tokens[lead].word not in figure_words("bys"):
            return None
        lemmas, number = self._lemmas(sentence, lead), sentence.tokens[at].number
        if number is None or (number.form == "share" and not self._be.isdisjoint(lemmas)):
            return None  # "imports were down by 20 percent"
        for choice in self._field.choices:
            if self._field.has_verb("object", choice, lemmas):
                shifted = self._field.of_verb("object", lemmas, beside)
                if shifted is not None and shifted.choice == choice:
                    return shifted, at + 1
                return default(self._field, choice), at + 1
        return None

    def _lemmas(self, sentence: Sentence, by: int) -> tuple[str, ...]:
        """What is done by so much, also where the grammar knows no verb: "shows Lund leading"."""
        for here in range(by - 1, max(-1, by - 1 - 2 * _CLOSE), -1):
            token = sentence.tokens[here]
            if token.group is not None or token.word in figure_words("parting"):
                break
            verb = self._field.verb(token.word)
            if verb in figure_words("leading") and self._field.is_gerund(token.word):
                return (verb,)
        verb_at = sentence.verb_before(by, _BEFORE)
        group = sentence.tokens[verb_at].group if verb_at is not None else None
        return group.lemmas if group is not None else ()

    @staticmethod
    def _verb(sentence: Sentence, at: int) -> int | None:
        tokens = sentence.tokens
        camps = figure_words("camps")
        if any(
            token.capital and token.word in camps for token in tokens[max(1, at - _BEFORE) : at]
        ):
            return None  # "the No camp has a lead" denies nothing
        return next(
            (here for here in range(at - 1, max(-1, at - _BEFORE), -1) if tokens[here].group), None
        )
