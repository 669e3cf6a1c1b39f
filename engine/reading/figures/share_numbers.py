"""Which numbers of a sentence are shares: "44%", "six in ten", and the 44 of "51 percent to 44"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ...model import Quantity
from ..grammar.classes import Grammar
from ..numbers import Number
from .company import Company, is_of_chamber
from .domains import DomainFinder
from .field import ALONE, Beside, Field
from .sentence import FigureReading, Sentence
from .standing import CLOSE, MARKS, is_contender, is_digits
from .tokens import Token
from .words import figure_words

__all__ = ["ShareNumbers"]

_FEW, _HALF, _HUNDRED, _CENT = Decimal(10), Decimal(50), Decimal(100), Decimal("0.01")
_NAMED = "AHXWF"
_DASHES = ("-", "–", "/")
_ASKED = ("people", "answer", "gap")
"""Constructions in which a share is of those who answer."""
_FOLLOWING = 2
"""Tokens behind a number that tell whether it counts something."""


class ShareNumbers:
    """Finds the values of shares.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        self._field = field
        self._polled = field.kind.polled
        self._domains = DomainFinder(grammar, field)
        self._won = Field(field.kind, field.name, self._polled.won, ("counted",))
        self._agents, self._to = grammar.words("agents"), grammar.words("to")
        self._be = grammar.words("be")
        self._additions = grammar.words("additions")
        self._sized = figure_words("share_light") | grammar.words("articles")
        self._sized |= figure_words("left_over")
        self._parts = figure_words("opening")
        self._determiners = grammar.words("determiners")
        self._persons = grammar.words("persons_singular")
        self._locatives = grammar.words("locatives")

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
            return self._shared(sentence, at, number, company)
        if self._domains.inverted(sentence, at) is not None:
            return self._inverted(sentence, at, number)
        small = number.quantity.low == 1 and not token.word.isdigit()  # "a ban, or one like it"
        if number.form != "count" or number.quantity.unit is not None or small:
            return None
        seated = not company.own.isdisjoint(figure_words("seat_nouns"))
        if seated and token.word.isalpha():
            return None  # "62 seats with 22% of the vote; the SNP took six"
        exact = "." in token.word and self._domains.find(sentence, at, ALONE).sort == "votes"
        if (
            exact  # "with 29.5 of the vote"
            or self._is_labelled(sentence, at, company)
            or self._is_bare(sentence, at, company, last)
        ):
            return replace(number.quantity, unit="percent")
        return None

    def _is_labelled(self, sentence: Sentence, at: int, company: Company) -> bool:
        """Whether an answer is the label of a number: "Approve: 38. Don't know: 5"."""
        if sentence.word(at - 1) != ":" or not company.near.get(self._polled.opinion):
            return False
        asked = self._field.verb(sentence.word(at - 2)) is not None
        for first in range(max(0, at - CLOSE), at - 1):
            asked = asked or self._field.state(sentence.words(first, at - 1), ALONE) is not None
        return asked and self._is_ended(sentence, at)

    def _inverted(self, sentence: Sentence, at: int, number: Number) -> Quantity | None:
        """The share of "one voter in five"."""
        end = self._domains.find(sentence, at, ALONE).end
        whole, part = sentence.tokens[end - 1].number, number.quantity.low
        of = whole.quantity.low if whole is not None else None
        if not of or part is None or part >= of:
            return None
        value = (part * _HUNDRED / of).quantize(_CENT)
        return replace(number.quantity, low=value, high=value, unit="percent")

    def _shared(
        self, sentence: Sentence, at: int, number: Number, company: Company
    ) -> Quantity | None:
        """The value of a share in words or figures, unless it is one of things that are there."""
        words = sentence.tokens[at].word.split()
        figured = any(map(str.isdigit, sentence.tokens[at].word))
        if number.form == "ratio" and number.quantity.unit != "percent":
            return None  # "three times as likely"
        if not figured and not figure_words("vague_shares").isdisjoint(words):
            return None
        if number.form == "ratio" and number.whole is not None:
            beside = sentence.beside(at - 4, at + 8)
            domain = self._domains.find(sentence, at, beside)
            whole = number.whole.low
            few = whole is not None and (whole <= _FEW or whole == _HUNDRED)
            if not self._determiners.isdisjoint(words):
                return None  # "one of the two parties"
            told = domain.sort == "people" or self._is_told(sentence, at, company)
            if not few or not (told or self._is_held_against(sentence, at)):
                return None
        quantity, low = number.quantity, number.quantity.low
        if low is None and quantity.high is not None and self._has_come(sentence, at):
            return replace(quantity, low=quantity.high, hedge=None)
        if low is not None and low < 0 and at and sentence.tokens[at - 1].code == "S":
            quantity = replace(quantity, low=-low, high=-low)  # "53% -43%"
        if " ".join(words[:3]) in figure_words("as_many"):
            end = quantity.low if quantity.high is None else quantity.high
            return replace(quantity, low=end, high=end, hedge=None)
        return quantity

    def _has_come(self, sentence: Sentence, at: int) -> bool:
        """Whether it rose to so much, and is no more than that: "support is (up to 43 percent)"."""
        words, group = sentence.words(at, at + 1)[0].split(), sentence.tokens[at - 1].group
        went = words[0] in figure_words("directions") and words[1] in self._to
        if not went or group is None or group.possible:
            return False
        return not figure_words("amounting_shares").isdisjoint(group.lemmas)

    def _is_held_against(self, sentence: Sentence, at: int) -> bool:
        """Whether it is compared with a share read before: "down from four out of ten"."""
        last = sentence.last_reading(at)
        started = sentence.word(at - 1) in figure_words("share_starts") | figure_words("versus")
        return started and last is not None and last.choice in self._polled.shares

    def _is_told(self, sentence: Sentence, at: int, company: Company) -> bool:
        """Whether those who were asked say something right behind it: "four out of five said"."""
        behind = sentence.tokens[at + 1].group if at + 1 < len(sentence.tokens) else None
        if behind is None or not company.near.get(self._polled.opinion):
            return False
        return self._field.of_verb("subject", behind.lemmas, ALONE) is not None

    def _is_bare(
        self, sentence: Sentence, at: int, company: Company, last: FigureReading | None
    ) -> bool:
        """Whether a number without a sign goes on with shares: "51 percent to 44", "Lund on 21"."""
        tokens, value = sentence.tokens, sentence.tokens[at].number
        low = value.quantity.low if value else None
        if low is None or not 0 <= low <= _HUNDRED or not at:
            return False
        last = last or next(
            (each for each in sentence.before if each.choice in self._polled.shares), None
        )
        before = at - 1
        while before > 0 and tokens[before].word in self._sized:
            before -= 1
        left = tokens[before]
        right = tokens[at + 1].word if at + 1 < len(tokens) else "."
        following = tokens[at + 2] if at + 2 < len(tokens) else None
        told = last or next(
            (each for each in sentence.earlier if each.choice in self._polled.shares), None
        )
        if told is not None and self._is_resumed(sentence, before) and self._is_ended(sentence, at):
            return True  # "In April it was 56"
        joined = right in figure_words("pairing") | self._additions
        if joined and following is not None and following.code == "S":
            spoken = any(company.near.get(each) for each in self._polled.topics)
            return spoken or last is not None or left.word in self._agents
        here = sentence.last_reading(at)
        if self._goes_on(sentence, at, left, here):
            return here is not None and here.phrase.end <= at  # no "one in ten"
        ended = self._is_ended(sentence, at)
        if last is None:
            named = at > 1 and (tokens[at - 2].is_name or tokens[at - 2].word == ")")
            asked = company.here.get(self._polled.opinion, 0) > 0
            listed = (
                left.is_name
                and left.code in _NAMED
                and company.own.isdisjoint(figure_words("seat_nouns"))
            )
            exact = "." in tokens[at].word and left.word in figure_words("held_at")
            named = named and left.word in figure_words("standing_at")
            return asked and ended and (listed or named or exact)
        beside = left.word in figure_words("bare_links") or left.is_name
        be = left.group is not None and not self._be.isdisjoint(left.group.lemmas)
        aged = be and before > 0 and tokens[before - 1].word in self._persons  # "she is 41"
        aged = aged or (be and left.group is not None and left.group.form == "gerund")
        beside = beside or (left.word in self._agents and sentence.last_reading(at) is not None)
        beside = beside or is_contender(left) or (not aged and self._is_won(left))
        owned = left.word in ("'s", "'") and before > 0 and tokens[before - 1].is_name
        compared = right in self._locatives and left.word in figure_words("held_against")
        beside, ended = beside or owned, ended or compared
        if left.word in figure_words("share_joints"):
            held = at + 1 + (right in figure_words("owned_by"))  # "and 26 (for) Labour"
            if self._is_somebody(sentence, held) and ended:
                return True
        if left.word in figure_words("bare_joints"):
            changed = left.word in self._to and any(
                token.group and not figure_words("changing").isdisjoint(token.group.lemmas)
                for token in sentence.tokens[max(0, at - CLOSE) : at]
            )
            dated = (
                left.word in figure_words("versus") and right[:1].isalnum()
            )  # "against 68 a year ago"
            near = 0 <= at - last.phrase.end < CLOSE - 2
            reached = near and left.word in self._to and right in self._locatives
            return (ended and (changed or dated or near)) or (reached and last.superseded)
        return ended and (beside or self._is_of_others(sentence, before))

    def _is_resumed(self, sentence: Sentence, verb: int) -> bool:
        """Whether the verb there says to what a share told before came: "it was", "it rose to"."""
        if sentence.word(verb) in self._to:
            verb -= 1
        group = sentence.tokens[verb].group if verb > 0 else None
        comes = group is not None and not figure_words("amounting_shares").isdisjoint(group.lemmas)
        return comes and sentence.word(verb - 1) in figure_words("resuming") - self._persons

    def _is_ended(self, sentence: Sentence, at: int) -> bool:
        """Whether nothing stands behind a number that it counts: "51 percent to (44)"."""
        tokens = sentence.tokens[at + 1 : at + 3]
        if len(tokens) < _FOLLOWING:
            return True
        right, following = tokens
        if self._won.names(right.word, "counted"):
            return False  # "34.2% and 22 MEPs"
        if right.word in figure_words("share_ends") or right.code in "DT" or following.code == "D":
            return True
        if right.group is not None:  # "by 78 percent to 22 to accept it"
            return right.group.form == "infinitive"
        if right.word in figure_words("ofs"):
            return self._domains.find(sentence, at, ALONE).sort == "people"
        gapped = right.is_name or is_contender(right)  # "34 percent back the Greens and 26 Labour"
        return gapped and (following.word in MARKS or following.word in self._additions)

    def _goes_on(
        self, sentence: Sentence, at: int, left: Token, here: FigureReading | None
    ) -> bool:
        """Whether an answer is behind it, and a share before: "at 45 percent, with 49 opposed"."""
        if here is None or here.choice not in self._polled.shares:
            return False
        if self._field.state(sentence.words(at + 1, at + CLOSE), ALONE) is not None:
            return True
        if sentence.tokens[here.phrase.at].word.isalpha() or here.construction not in _ASKED:
            return False  # "half agreed, and 12 left"
        return left.word in figure_words("gap_joints") and self._is_answering(sentence, at)

    def _is_answering(self, sentence: Sentence, at: int) -> bool:
        """Whether a verb of answering is behind it: "54 percent agreed, 31 (disagreed)"."""
        group = sentence.tokens[at + 1].group if at + 1 < len(sentence.tokens) else None
        beside = Beside(frozenset(sentence.words(at, at + CLOSE)), frozenset())
        verb = None if group is None else self._field.of_verb("subject", group.lemmas, beside)
        return verb is not None and group is not None and group.form == "finite"

    def _is_somebody(self, sentence: Sentence, at: int) -> bool:
        """Whether one who stands for election is named at ``at``."""
        while sentence.word(at) in self._determiners:
            at += 1
        token = sentence.tokens[at : at + 1]
        return any(each.capital or is_contender(each) for each in token)

    def _is_of_others(self, sentence: Sentence, comma: int) -> bool:
        """Whether other people stand before the comma there: "of women 27%; of men, 20.8"."""
        tokens = sentence.tokens
        if comma <= 1 or tokens[comma].word != ",":
            return False
        return tokens[comma - 2].word in self._parts

    def _is_won(self, token: Token) -> bool:
        """Whether a verb of winning stands there: "she has 40"."""
        group = token.group
        return group is not None and self._field.has_verb(
            "object", self._polled.ballot, group.lemmas
        )

    def _scored(self, sentence: Sentence, at: int, company: Company) -> Quantity | None:
        """A figure of a score: "47-44"."""
        tokens = sentence.tokens
        if not is_digits(tokens[at]):
            return None
        first = at - 2 if at > 1 and tokens[at - 1].word in _DASHES else at
        if first + 2 >= len(tokens) or tokens[first + 1].word not in _DASHES:
            return None
        pair = [tokens[first], tokens[first + 2]]
        if not all(map(is_digits, pair)) or sentence.word(first + 3) in figure_words("seat_nouns"):
            return None
        led = any(
            token.group and not figure_words("leading").isdisjoint(token.group.lemmas)
            for token in tokens[max(0, first - CLOSE) : first]
        )
        values = [Decimal(token.word) for token in pair]
        if is_of_chamber(company):
            return None
        if not (
            company.near.get(self._polled.opinion)
            or (led and company.near.get(self._polled.ballot))
        ):
            return None
        if not _HALF <= sum(values) <= _HUNDRED or min(values) < 1:
            return None
        value = Decimal(tokens[at].word)
        return Quantity(value, value, None, "percent")
