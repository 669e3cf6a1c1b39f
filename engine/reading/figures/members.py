"""Those elected, told by who they are and by no noun of seats: "24 women were elected"."""

from __future__ import annotations

from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural
from .company import Company, is_party
from .field import Evoked, Field
from .seat_sequels import is_elected
from .sentence import FigureReading, Sentence
from .standing import default, is_contender
from .tokens import Token
from .words import figure_words

__all__ = ["MemberReader"]

_REACH = 3
"""Tokens behind a figure in which the noun of those whom it counts may stand."""
_VERB = 5
"""Tokens before a figure in which the verb may stand that elects them, or has them."""
_SPOKEN = 2
"""Words about seats around a sentence that make it one about them."""


class MemberReader:
    """Reads how many of some sort are elected, or sit in a chamber.

    Args:
        grammar: the word classes.
        field: the words that tell what is won.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        self._field = field
        self._seats = field.choices[0]
        self._people = grammar.words("people") - grammar.words("everyone")
        self._relatives = grammar.words("relatives")
        self._have = grammar.words("have")
        self._whole = grammar.words("definites") | grammar.words("totals")

    def read(
        self, sentence: Sentence, at: int, company: Company, last: FigureReading | None
    ) -> tuple[int, Evoked] | None:
        """The noun of the members whom the number at token ``at`` counts, and what they are."""
        spoken = company.here[self._seats] or company.near[self._seats] >= _SPOKEN
        head = self._head(sentence, at) if spoken else None
        before = sentence.tokens[at - 1] if at else None
        ranked = before is not None and before.code == "O"  # "the first two women elected"
        if head is None or sentence.word(head + 1) in self._relatives:
            return None  # "millions of voters who elected her"
        if ranked or sentence.word(at - 1) in self._whole:
            return None
        token = sentence.tokens[head]
        standing = _stands(token)
        goes_on = last is not None and last.construction == "members" and standing
        told = goes_on and last is not None and self._is_joined(sentence, last.phrase.end, at)
        told = told or is_elected(sentence, head, figure_words("electing"))
        told = told or self._takes_seats(sentence, head)
        told = told or (standing and self._is_object(sentence, at))
        return (head, default(self._field, self._seats)) if told else None

    def _head(self, sentence: Sentence, at: int) -> int | None:
        """The noun of people or of a party's members right behind the number."""
        for here in range(at + 1, min(at + 1 + _REACH, len(sentence.tokens))):
            token = sentence.tokens[here]
            if token.group is not None or not (token.is_name or token.is_word):
                return None
            if _stands(token) or token.word in self._people:
                return here
        return None

    def _is_joined(self, sentence: Sentence, end: int, at: int) -> bool:
        """Whether only what joins the members of a list stands between two tokens."""
        return figure_words("gap_joints").issuperset(sentence.words(end, at))

    def _takes_seats(self, sentence: Sentence, head: int) -> bool:
        """Whether they win seats of which no number is told: "eleven women won seats"."""
        verb = sentence.tokens[head + 1 : head + 2]
        won = any(
            token.group and self._field.has_verb("object", self._seats, token.group.lemmas)
            for token in verb
        )
        return won and not figure_words("seat_nouns").isdisjoint(sentence.words(head + 2, head + 3))

    def _is_object(self, sentence: Sentence, at: int) -> bool:
        """Whether they are elected, or a chamber has them: "voters returned 12 Liberals"."""
        verb = sentence.verb_before(at, _VERB)
        group = sentence.tokens[verb].group if verb is not None else None
        clause = sentence.clause(verb)
        if group is None or clause is None or clause.subject is None or group.voice == "passive":
            return False
        elected = figure_words("electing") | figure_words("returning")
        if not elected.isdisjoint(group.lemmas):
            return True
        subject = sentence.scene.line.units[clause.subject].word.rpartition(" ")[2]
        chamber = subject in figure_words("seating")
        return chamber and not self._have.isdisjoint(group.lemmas)


def _stands(token: Token) -> bool:
    """Whether a noun is of the members of a party or a camp: "Greens", "independents"."""
    last = token.word.rpartition(" ")[2]
    named = token.is_name and (is_party(token.mention) or token.code in "AX")
    several = is_plural(last) and last not in figure_words("of_several")
    return several and (named or is_contender(token))
