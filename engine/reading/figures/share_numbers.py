"""Which numbers of a sentence are shares: "44%", "six in ten", and the 44 of "51 percent to 44"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ...model import Quantity
from ..grammar.classes import Grammar
from ..numbers import Number
from .company import Company
from .domains import DomainFinder
from .field import Field
from .sentence import FigureReading, Sentence
from .standing import CLOSE, MARKS, SHARES, TOPICS, is_contender, is_digits
from .tokens import Token
from .words import figure_words

__all__ = ["ShareNumbers"]

_FEW, _HALF, _HUNDRED = Decimal(10), Decimal(50), Decimal(100)
_NAMED = "AHXWF"
_DASHES = ("-", "–", "/")


class ShareNumbers:
    """Finds the values of shares.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        self._field = field
        self._domains = DomainFinder(grammar, field)
        self._agents = grammar.words("agents")
        self._additions = grammar.words("additions")

    def value(
        self, sentence: Sentence, at: int, company: Company, last: FigureReading | None
    ) -> Quantity | None:
        """The share that stands at token ``at``; ``None`` where there is none."""
        token = sentence.tokens[at]
        number = token.number
        if number is None:
            return self._scored(sentence, at, company)
        if not number.figure:
            return None
        if number.form in ("share", "ratio"):
            return self._shared(sentence, at, number)
        small = number.quantity.low == 1 and not token.word.isdigit()  # "a ban, or one like it"
        if number.form != "count" or number.quantity.unit is not None or small:
            return None
        if self._is_bare(sentence, at, company, last):
            return replace(number.quantity, unit="percent")
        return None

    def _shared(self, sentence: Sentence, at: int, number: Number) -> Quantity | None:
        """The value of a share in words or figures, unless it is one of things that are there."""
        words = sentence.tokens[at].word.split()
        figured = any(map(str.isdigit, sentence.tokens[at].word))
        if not figured and not figure_words("vague_shares").isdisjoint(words):
            return None
        if number.form == "ratio" and number.whole is not None:
            beside = sentence.beside(at - 4, at + 8)
            domain = self._domains.find(sentence, at, beside)
            whole = number.whole.low
            few = whole is not None and (whole <= _FEW or whole == _HUNDRED)
            if not few or domain.sort != "people":
                return None
        quantity = number.quantity
        if " ".join(words[:3]) in figure_words("as_many"):
            end = quantity.low if quantity.high is None else quantity.high
            return replace(quantity, low=end, high=end, hedge=None)
        return quantity

    def _is_bare(
        self, sentence: Sentence, at: int, company: Company, last: FigureReading | None
    ) -> bool:
        """Whether a number without a sign goes on with shares: "51 percent to 44", "Lund on 21"."""
        tokens, value = sentence.tokens, sentence.tokens[at].number
        low = value.quantity.low if value else None
        if low is None or not 0 <= low <= _HUNDRED or not at:
            return False
        if self._is_paired(sentence, at, company):
            return True
        last = last or next((each for each in sentence.before if each.choice in SHARES), None)
        left = tokens[at - 1]
        right = tokens[at + 1].word if at + 1 < len(tokens) else "."
        following = tokens[at + 2] if at + 2 < len(tokens) else None
        joined = right in figure_words("pairing") | self._additions
        if joined and following is not None and following.code == "S":
            spoken = any(company.near.get(each) for each in TOPICS)
            return spoken or last is not None or left.word in self._agents
        ended = right in MARKS or right in ("and", "for", "from", "-", "–")
        if last is None:
            named = at > 1 and (tokens[at - 2].is_name or tokens[at - 2].word == ")")
            asked = company.here.get("support", 0) > 0
            listed = (
                left.is_name
                and left.code in _NAMED
                and company.own.isdisjoint(figure_words("seat_nouns"))
            )
            return asked and ended and (listed or (named and left.word in ("at", "on")))
        beside = left.word in ("to", "at", "on", "with", "(", "against", "from") or left.is_name
        beside = beside or is_contender(left) or self._is_won(left)
        if left.word in ("and", "against", "to"):
            near = sentence.tokens[max(0, at - CLOSE) : at]
            changed = left.word == "to" and any(
                token.group and not figure_words("changing").isdisjoint(token.group.lemmas)
                for token in near
            )
            return ended and (changed or 0 <= at - last.phrase.end < CLOSE - 2)
        return beside and ended

    @staticmethod
    def _is_paired(sentence: Sentence, at: int, company: Company) -> bool:
        """Whether it is one of two shares of a vote: "51.6 to 40", "by 74 to 26"."""
        tokens, joint = sentence.tokens, figure_words("pairing")
        first = at - 2 if tokens[at - 1].word in joint and tokens[at - 2].number else at
        if first < 0 or first + 2 >= len(tokens) or tokens[first + 1].word not in joint:
            return False
        ends = [tokens[first].number, tokens[first + 2].number]
        values = [end.quantity.low for end in ends if end is not None and end.form == "count"]
        found = [value for value in values if value is not None]
        if len(found) < len(ends) or not any(company.near.get(each) for each in SHARES):
            return False
        exact = any("." in token.word for token in (tokens[first], tokens[first + 2]))
        return (exact and _HALF <= sum(found) <= _HUNDRED) or _is_whole(found)

    def _is_won(self, token: Token) -> bool:
        """Whether a verb of winning stands there: "she has 40"."""
        group = token.group
        return group is not None and self._field.has_verb("object", "vote", group.lemmas)

    def _scored(self, sentence: Sentence, at: int, company: Company) -> Quantity | None:
        """A figure of a score: "47-44"."""
        tokens = sentence.tokens
        if not is_digits(tokens[at]):
            return None
        first = at - 2 if at > 1 and tokens[at - 1].word in _DASHES else at
        if first + 2 >= len(tokens) or tokens[first + 1].word not in _DASHES:
            return None
        pair = [tokens[first], tokens[first + 2]]
        if not all(map(is_digits, pair)):
            return None
        led = any(
            token.group and not figure_words("leading").isdisjoint(token.group.lemmas)
            for token in tokens[max(0, first - CLOSE) : first]
        )
        values = [Decimal(token.word) for token in pair]
        spoken = led or _is_whole(values)
        if not (company.near.get("support") or (spoken and company.near.get("vote"))):
            return None
        if not _HALF <= sum(values) <= _HUNDRED or min(values) < 1:
            return None
        value = Decimal(tokens[at].word)
        return Quantity(value, value, None, "percent")


def _is_whole(values: Sequence[Decimal]) -> bool:
    """Whether two shares are all there is, but for what is lost in rounding."""
    return _HUNDRED - 1 <= sum(values) <= _HUNDRED
