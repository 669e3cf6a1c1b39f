"""Figures of share: of a people, of a vote, of those who answered; and to whom they belong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from ...model import Quantity
from ..grammar.classes import Grammar
from ..numbers import Number
from .company import Company
from .domains import Domain, DomainFinder
from .field import Beside, Evoked, Field
from .holders import lead_of
from .nouns import figure_words, with_plurals
from .predicates import PredicateReader
from .sentence import Phrase, Reading, Sentence
from .tokens import Token

__all__ = ["SHARES", "ShareReader"]

_NEAR = 12
_CLOSE = 5
_LONG = 16
_MUCH = 3
"""Words of a topic that make an article one about it."""
_FEW = Decimal(10)
SHARES = ("support", "vote", "approval", "turnout")
_ALONE = Beside(frozenset(), frozenset())
_WHO = "CAHXFREPWBQNS"
_TOPICS = ("support", "vote")
_MARKS = frozenset(".,;:)")


@dataclass(frozen=True, slots=True)
class _Share:
    """A share with what stands around it.

    Attributes:
        sentence: its sentence.
        at: index of its token.
        quantity: its value.
        domain: what it is of.
        lead: index of the token before it, light words passed over; -1 where there is none.
        company: what is spoken of around it.
        last: the share that was read before it in the sentence.
    """

    sentence: Sentence
    at: int
    quantity: Quantity
    domain: Domain
    lead: int
    company: Company
    last: Reading | None

    @property
    def tokens(self) -> Sequence[Token]:
        return self.sentence.tokens

    def before(self, most: int = _NEAR) -> list[str]:
        """The words of its clause before it."""
        words = self.sentence.words(self.at - most, self.at)[::-1]
        label = words[:1] if words[:1] == [":"] else []
        return (label + _until(words[len(label) :]))[::-1]

    def after(self, most: int = _NEAR) -> list[str]:
        """The words of its clause behind it."""
        return _until(self.sentence.words(self.at + 1, self.at + 1 + most))

    def inner(self) -> list[str]:
        """The words before it up to the next mark."""
        words = self.before()
        marks = [index for index, word in enumerate(words) if word in _MARKS or word == "("]
        return words[marks[-1] + 1 :] if marks else words


def _until(words: list[str]) -> list[str]:
    """The words up to where another clause begins."""
    ends = figure_words("parting")
    for index, word in enumerate(words):
        if word in ends:
            return words[:index]
    return words


class ShareReader:
    """Reads the shares of a sentence.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        self._grammar = grammar
        self._field = field
        self._domains = DomainFinder(grammar, field)
        self._predicates = PredicateReader(grammar, field)
        self._never = with_plurals(field.kind.never)
        self._be = grammar.words("be")
        self._closed = grammar.closed
        self._additions = grammar.words("additions")
        self._pronouns = grammar.words("pronouns") | grammar.words("relatives")
        self._prepositions = grammar.words("prepositions")
        self._nobody = grammar.words("nothing") | grammar.words("neithers")
        self._persons = grammar.words("persons_singular") | grammar.words("plurals")

    def read(self, sentence: Sentence, company: Company) -> None:
        """Puts what is read into the readings of ``sentence``."""
        last: Reading | None = None
        for at, token in enumerate(sentence.tokens):
            quantity = self._value(sentence, at, company, last)
            if quantity is None or at in sentence.readings:
                continue
            beside = Beside(sentence.beside(at - 4, at + 8).near, company.words)
            domain = self._domains.find(sentence, at, beside)
            share = _Share(sentence, at, quantity, domain, lead_of(sentence, at), company, last)
            found = self._reading(share)
            if found is not None:
                rough = self.rough(sentence, at)
                if rough is not None:
                    sentence.readings.pop(rough, None)
                last = sentence.readings[at] = found

    # -- which numbers are shares ------------------------------------------------------------

    def _value(
        self, sentence: Sentence, at: int, company: Company, last: Reading | None
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
            if (number.whole.low or _FEW + 1) > _FEW or domain.sort != "people":
                return None
        quantity = number.quantity
        if " ".join(words[:3]) in figure_words("as_many"):
            end = quantity.low if quantity.high is None else quantity.high
            return replace(quantity, low=end, high=end, hedge=None)
        return quantity

    def _is_bare(
        self, sentence: Sentence, at: int, company: Company, last: Reading | None
    ) -> bool:
        """Whether a number without a sign goes on with shares: "51 percent to 44", "Lund on 21"."""
        tokens, value = sentence.tokens, sentence.tokens[at].number
        low = value.quantity.low if value else None
        if low is None or not 0 <= low <= 100 or not at:
            return False
        last = last or next((each for each in sentence.before if each.choice in SHARES), None)
        left = tokens[at - 1]
        right = tokens[at + 1].word if at + 1 < len(tokens) else "."
        following = tokens[at + 2] if at + 2 < len(tokens) else None
        joined = right in figure_words("pairing") | self._additions
        if joined and following is not None and following.number:
            if following.number.form == "share":
                return any(company.near.get(each) for each in _TOPICS) or last is not None
        ended = right in _MARKS or right in ("and", "for", "from", "-", "–")
        if last is None:
            named = at > 1 and (tokens[at - 2].is_name or tokens[at - 2].word == ")")
            asked = company.here.get("support", 0) > 0
            return asked and ended and named and left.word in ("at", "on")
        beside = left.word in ("to", "at", "on", "with", "(", "against", "from") or left.is_name
        beside = beside or self._is_contender(left)
        if left.word in ("and", "against", "to"):
            near = sentence.tokens[max(0, at - _CLOSE) : at]
            changed = left.word == "to" and any(
                token.group and not figure_words("changing").isdisjoint(token.group.lemmas)
                for token in near
            )
            return ended and (changed or 0 <= at - last.phrase.end <= 2)
        return beside and ended

    def _scored(self, sentence: Sentence, at: int, company: Company) -> Quantity | None:
        """A figure of a score: "47-44"."""
        tokens = sentence.tokens
        if not _is_digits(tokens[at]):
            return None
        first = at - 2 if at > 1 and tokens[at - 1].word in ("-", "–") else at
        if first + 2 >= len(tokens) or tokens[first + 1].word not in ("-", "–"):
            return None
        pair = [tokens[first], tokens[first + 2]]
        if not all(map(_is_digits, pair)):
            return None
        led = any(
            token.group and not figure_words("leading").isdisjoint(token.group.lemmas)
            for token in tokens[max(0, first - _CLOSE) : first]
        )
        if not (company.near.get("support") or (led and company.near.get("vote"))):
            return None
        values = [Decimal(token.word) for token in pair]
        if not 50 <= sum(values) <= 100 or min(values) < 1:
            return None
        value = Decimal(tokens[at].word)
        return Quantity(value, value, None, "percent")

    # -- what they are -------------------------------------------------------------------------

    def _reading(self, share: _Share) -> Reading | None:
        """What a share is read as."""
        if self._is_else(share):
            return None
        of = share.at + 1 < len(share.tokens) and share.tokens[share.at + 1].word == "of"
        if not of and share.last is not None and self._is_gap(share) and not self._answered(share):
            share = replace(share, domain=Domain("none", share.at + 1))
        for construction, find in (
            ("votes", self._of_votes),
            ("people", self._of_people),
            ("answer", self._answered),
            ("counted", self._counted),
            ("quantity", self._quantity),
            ("pair", self._paired),
            ("gap", self._gapped),
            ("apposition", self._apposed),
            ("holder", self._held),
            ("topic", self._topical),
        ):
            evoked = find(share)
            if evoked is not None:
                phrase = Phrase(share.at, max(share.domain.end, share.at + 1), None, None)
                verb = self._verb(share)
                if construction == "gap":
                    evoked = self._default(share, evoked.choice)
                return Reading(
                    phrase, share.quantity, evoked, construction, verb,
                    superseded=self._is_earlier(share),
                )
        return None

    def _is_else(self, share: _Share) -> bool:
        """Whether it is said to be a share of something else, or what is only needed."""
        inner, after = share.inner(), share.after()
        behind = _to_mark(after)
        near = {part for word in (*inner[-4:], *behind[:4]) for part in word.split()}
        if not near.isdisjoint(figure_words("needed")):
            return True
        if not figure_words("erring").isdisjoint({*inner[-6:], *after[:3]}):
            return True
        if self._is_none(share):
            return True
        if share.domain.sort == "other":
            of = share.tokens[share.at + 1].word == "of"
            return of or share.last is None or not self._is_gap(share)
        counted = figure_words("counted_up")
        end = max(share.domain.end, share.at + 1) + 2
        words = share.sentence.words(share.at + 1, end)
        if share.domain.sort == "votes" and words[-2:-1] == ["in"] and words[-1] in _MARKS:
            return True  # "with 99 percent of the vote in"
        if not counted.isdisjoint({part for word in _to_mark(words) for part in word.split()}):
            return True
        if share.domain.sort in ("votes", "people", "counted"):
            return False
        if self._is_step(share):
            return True
        if self._is_equal(share):
            return True
        first = max(share.at - min(len(inner), 4), 0)
        last = share.at + 1 + min(len(behind), 6)
        verbs = (at for at in range(share.at, last) if share.tokens[at].group is not None)
        beside = share.tokens[first : next(verbs, last)]
        return any(self._is_never(token) for token in beside)

    def _is_equal(self, share: _Share) -> bool:
        """Whether it says in percent what a count before it says: "9.67 points (0.40 percent)"."""
        if share.lead < 1 or share.tokens[share.lead].word != "(":
            return False
        for at in range(share.lead - 1, max(-1, share.lead - _CLOSE), -1):
            token = share.tokens[at]
            if token.number is not None:
                return token.code in "NUMLT"
            if token.group is not None or not token.is_word or self._domains.is_cast(token):
                return False
        return False

    def _is_none(self, share: _Share) -> bool:
        """Whether nobody had so much: "no candidate won more than 50 percent"."""
        words = share.before(_CLOSE + 2)
        if share.quantity.low is None or share.quantity.high is None:
            return not self._nobody.isdisjoint(words)
        return any(
            word in self._nobody and following in figure_words("contenders")
            for word, following in pairwise(words)
        )

    def _is_never(self, token: Token) -> bool:
        """Whether a noun is of a figure that is none of the kind: "inflation"."""
        if token.group is not None or token.number is not None:
            return False
        return token.word in self._never

    def _is_step(self, share: _Share) -> bool:
        """Whether it is by how much something changed: "rose 5%", "up 5%", "fell by 3%"."""
        at = share.lead
        if at < 0:
            return False
        token = share.tokens[at]
        if token.word == "by":
            since = share.tokens[share.last.phrase.end : at] if share.last else ()
            gapped = share.last is not None and not any(each.group for each in since)
            return not (self._is_pair(share) or gapped)
        bounded = share.quantity.low is None or share.quantity.high is None
        if token.group is not None and share.domain.sort == "none" and not bounded:
            steps = figure_words("changing") - frozenset(["gain", "lose", "add"])
            return not steps.isdisjoint(token.group.lemmas)
        return token.word in ("up", "down")

    def _is_earlier(self, share: _Share) -> bool:
        """Whether another figure has taken its place: "from 34% to 28%", "up from 34%"."""
        if share.lead < 0 or share.tokens[share.lead].word not in figure_words("share_starts"):
            return False
        return True

    def _verb(self, share: _Share) -> int | None:
        """The verb that governs a share, before it or behind it."""
        found = self._predicates.verb(share.sentence, max(share.domain.end, share.at + 1))
        for at in range(share.at - 1, max(-1, share.at - _NEAR), -1):
            if share.tokens[at].group is not None:
                return at
            if share.tokens[at].word in figure_words("parting"):
                break
        return found[0] if found else None

    def _of_votes(self, share: _Share) -> Evoked | None:
        """A share of what was cast: "43% of the vote"."""
        return share.domain.evoked if share.domain.sort == "votes" else None

    def _of_people(self, share: _Share) -> Evoked | None:
        """A share of people, by what they do, answer or are asked: "six in ten voters"."""
        if share.domain.sort != "people":
            return None
        found = self._predicates.behind(share.sentence, share.domain.end, share.company)
        if found is not None:
            return found.evoked
        lead = share.tokens[share.lead] if share.lead >= 0 else None
        if lead is not None and lead.group is not None and share.last is not None and (
            not figure_words("repeating_verbs").isdisjoint(lead.group.lemmas)
        ):
            return share.last.evoked  # "as do 58 percent of Spaniards"
        if share.domain.head is not None and (
            share.tokens[share.domain.head].word in figure_words("answering")
        ):
            figured = _is_figured(share.tokens[share.at])
            return self._topic(share, "support", 1) if figured else None
        if share.lead > 0 and share.tokens[share.lead].word == "by":
            group = share.tokens[share.lead - 1].group
            if group is not None and group.voice != "active":
                beside = Beside(frozenset(), share.company.words)
                evoked = self._field.of_verb("subject", group.lemmas, beside)
                if evoked is not None:
                    return evoked
        if share.lead > 0 and share.tokens[share.lead].word == "of":
            beside = Beside(frozenset(), share.company.words)
            noun = share.tokens[share.lead - 1].word
            evoked = self._field.of_noun("of", noun, beside)
            if evoked is not None:
                return evoked
        if share.domain.head is not None and share.tokens[share.domain.head].code in "PC":
            return None  # "captured half the country"
        if (share.lead >= 0 and share.tokens[share.lead].group is not None) or (
            share.lead > 0 and share.tokens[share.lead].word in ("with", "at", "on")
        ):
            if self._is_won(share) and self._contends(share) and self._is_warm(share):
                return self._default(share, "vote")
        return self._topic(share, "support", 2)

    def _answered(self, share: _Share) -> Evoked | None:
        """A share with what it answers right behind it: "26% against", "31% say no"."""
        if share.domain.sort == "people":
            return None
        at = max(share.domain.end, share.at + 1)
        found = self._predicates.behind(share.sentence, at, share.company)
        if found is None or found.at - at > _CLOSE or not found.near:
            return None
        if found.verb is None and share.last is not None and self._is_gap(share):
            return share.last.evoked  # "55 percent voted yes and 45 percent no"
        asked = bool(share.company.near.get("support")) or self._is_voted(share)
        token = share.tokens[share.at]
        fraction = token.word.split()[-1] in figure_words("fractions")  # "a quarter thought"
        counted = token.number is not None and token.number.part is not None  # "two in three"
        stated = found.at != found.verb  # "were in favour"
        lead = share.tokens[share.lead].group if share.lead >= 0 else None
        if stated and lead is not None and self._field.has_verb("subject", "vote", lead.lemmas):
            return self._default(share, "vote")  # "voted 61% against"
        told = not found.evoked.about and (_is_figured(token) or counted or stated or fraction)
        return found.evoked if asked or told else None

    def _counted(self, share: _Share) -> Evoked | None:
        """A share that a noun behind it has: "a 25% turnout", "34% support"."""
        evoked = share.domain.evoked if share.domain.sort == "counted" else None
        if evoked is not None and evoked.choice == "vote" and not _is_figured(share.tokens[share.at]):
            return None  # "a two-thirds vote"
        if evoked is not None and evoked.choice == "support" and self._is_won(share):
            return self._default(share, "vote")
        return evoked

    def _quantity(self, share: _Share) -> Evoked | None:
        """What a noun of quantity comes to: "turnout was 41%", "her approval rating fell to 20%"."""
        if share.lead < 0:
            return None
        linked = share.tokens[share.lead]
        if linked.group is None and linked.word not in figure_words("share_links"):
            return None
        words = share.before(_LONG)
        beside = Beside(frozenset(words) | frozenset(share.after(3)), share.company.words)
        relative = False
        first = max(share.at - len(words), share.last.phrase.end if share.last else 0)
        for at in range(share.at - 1, first - 1, -1):
            token, following = share.tokens[at], share.tokens[at + 1]
            noun = following.word in self._prepositions and self._domains.is_noun(token, None)
            if token.group is not None and not noun:
                finite = token.group.form == "finite"
                if figure_words("amounting_shares").isdisjoint(token.group.lemmas) and finite:
                    relative = True
                continue
            if not (token.is_word or noun):
                continue
            if token.word in figure_words("proportions") and self._is_of(following):
                evoked = self._proportion(share, at)
                if evoked is not None:
                    return evoked
            if relative:
                continue
            evoked = self._field.of_noun("quantity", token.word, beside)
            compound = self._is_noun(following) and following.word not in figure_words("rated")
            if evoked is None or following.is_name or compound:
                continue
            if evoked.choice == "vote" and not self._is_warm(share):
                return None
            if token.word in figure_words("resuming") and share.last is not None:
                return share.last.evoked
            return self._supported(share, at, evoked)
        return None

    def _is_of(self, token: Token) -> bool:
        """Whether what follows a noun of quantity tells of whom it is: "the number saying so"."""
        gerund = token.word.endswith("ing") and self._field.verb(token.word) is not None
        return gerund or token.word == "of" or token.word in self._pronouns

    def _proportion(self, share: _Share, noun: int) -> Evoked | None:
        """What those do of whom a noun of quantity is: "the proportion of voters who trust it"."""
        beside = Beside(frozenset(), share.company.words)
        end = noun + 1
        if share.tokens[end].word == "of":
            domain = self._domains.find(share.sentence, noun, beside)
            if domain.sort == "votes":
                return domain.evoked
            if domain.sort != "people" or domain.end >= share.at:
                return None
            end = domain.end
        asked = share.tokens[end].word in self._pronouns
        for at in range(end, share.at):
            group, verb = share.tokens[at].group, self._field.verb(share.tokens[at].word)
            if group is not None or verb is not None:
                lemmas = group.lemmas if group is not None else (verb or "",)
                evoked = self._field.of_verb("subject", lemmas, beside)
                amounts = not figure_words("amounting_shares").isdisjoint(lemmas)
                return evoked or (self._topic(share, "support", 1) if asked or not amounts else None)
        return None

    def _is_noun(self, token: Token) -> bool:
        return token.is_word and token.word not in self._closed and not token.word.endswith("ly")

    def _supported(self, share: _Share, noun: int, evoked: Evoked) -> Evoked:
        """Support for a party is what votes are counted in: "support for the Greens"."""
        if evoked.choice != "support" or noun + 1 >= len(share.tokens):
            return evoked
        if noun > 1 and share.tokens[noun - 1].word in ("'s", "'"):
            owner = share.tokens[noun - 2]
            party = getattr(owner.mention, "sort", None) == "party" or self._is_contender(owner)
            return self._default(share, "vote") if party else evoked
        if share.tokens[noun + 1].word != "for":
            return evoked
        for token in share.tokens[noun + 2 : noun + 5]:
            party = getattr(token.mention, "sort", None) == "party" or token.code in "HW"
            if party or self._is_contender(token):
                return self._default(share, "vote")
            if token.group is not None:
                break
        return evoked

    def _gapped(self, share: _Share) -> Evoked | None:
        """A share that goes on with the one before: "… 49.5 percent and his rival 44.9 percent"."""
        last = share.last
        if last is None:
            return None
        tokens = share.tokens[last.phrase.end : share.at]
        words = [token.word for token in tokens]
        if not words:
            return last.evoked
        joined = words[0] in figure_words("share_joints")
        if len(words) <= 10 and joined and not any(token.group for token in tokens):
            return last.evoked
        if share.lead > 0 and " ".join(share.sentence.words(share.lead - 1, share.lead + 1)) in (
            figure_words("comparing")
        ):
            return last.evoked
        if self._is_gap(share):
            return last.evoked
        if share.lead >= 0 and share.tokens[share.lead].word in figure_words("including"):
            return last.evoked
        before = share.lead >= 0 and share.tokens[share.lead].word
        if before in ("from", "against", "to", "versus", "and", "than", "of") and len(words) <= 14:
            return last.evoked
        return None

    def _is_gap(self, share: _Share) -> bool:
        """Whether its verb is left out: "47 percent back her and 45 percent her rival"."""
        joints = ("and", ",", "while", "but", ";")
        if share.lead < 0 or share.tokens[share.lead].word not in joints:
            return False
        for token in share.tokens[share.at + 1 : share.at + 1 + _CLOSE]:
            if token.word in _MARKS or token.word in self._additions:
                return True
            if token.group is not None:
                return False
        return False

    def _apposed(self, share: _Share) -> Evoked | None:
        """The exact figure of a rough one: "a majority of Danes, 58%, back the plan"."""
        rough = self.rough(share.sentence, share.at)
        if rough is None:
            return self._enclosed(share)
        found = self._predicates.behind(share.sentence, share.at + 2, share.company)
        if found is not None:
            return found.evoked
        told = share.tokens[rough].word.split()[-1] in figure_words("answering")
        return self._default(share, "support") if told else self._topic(share, "support", 1)

    def _enclosed(self, share: _Share) -> Evoked | None:
        """A share between dashes, of those whose verb follows: "nearly all – 95% – agree"."""
        tokens, at = share.tokens, share.at
        if at < 2 or at + 1 >= len(tokens) or tokens[at - 2].is_name:
            return None
        if {tokens[at - 1].word, tokens[at + 1].word} not in ({"–"}, {"—"}, {"(", ")"}):
            return None
        found = self._predicates.behind(share.sentence, at + 2, share.company)
        return found.evoked if found is not None and found.near else None

    def rough(self, sentence: Sentence, at: int) -> int | None:
        """The token of the share in words that the exact one at ``at`` stands beside."""
        tokens = sentence.tokens
        if at < 2 or tokens[at - 1].word not in (",", "(", "–", "—", "or", "of"):
            return None
        behind = tokens[at + 1].word if at + 1 < len(tokens) else "."
        if tokens[at - 1].word == "of":
            if tokens[at - 2].number is None:
                return None
        elif behind not in (",", ")", "–", "—", "."):
            return None
        for here in range(at - 2, max(-1, at - 10), -1):
            token = tokens[here]
            if token.number is not None:
                worded = token.number.form in ("share", "ratio")
                figured = any(map(str.isdigit, token.word)) and "in" not in token.word.split()
                return here if worded and not figured else None
            if token.group is not None or token.word in figure_words("parting"):
                return None
        return None

    def _held(self, share: _Share) -> Evoked | None:
        """A share beside who has it: "Labour on 43%", "Spain (61%)", "took 26%"."""
        if share.lead < 0 or not self._is_warm(share):
            return None
        tokens, lead = share.tokens, share.tokens[share.lead]
        before = tokens[share.lead - 1] if share.lead else None
        if lead.group is not None and before and before.word in figure_words("resuming"):
            return self._resumed(share)
        if self._is_foreign(share):
            return None
        voting = lead.word != "(" or self._is_voting(share)
        vote = self._default(share, "vote" if voting else "support")
        if lead.is_name:
            return vote
        if share.last is not None and share.last.choice == "support":
            vote = share.last.evoked
        if lead.word in ("(", ",", "–", "—", "-", ":", "'s", "'"):
            named = before is not None and (before.is_name or self._is_contender(before))
            if lead.word == "(" and not named:
                stated = before is not None and self._field.state([before.word], _ALONE)
                if stated:
                    return stated[0]
                if share.last is not None:
                    return share.last.evoked
                return self._opinion(share, share.lead) or self._topic(share, "support", 1) or vote
            return vote if named else None
        if lead.group is not None:
            beside = Beside(frozenset(), share.company.words)
            evoked = self._field.of_verb("object", lead.group.lemmas, beside)
            if evoked is None or not self._contends(share):
                return None
            steps = figure_words("changing") - frozenset(["gain", "lose", "add"])
            return vote if steps.isdisjoint(lead.group.lemmas) else None
        if lead.word in figure_words("share_links"):
            if lead.word == "with" and self._is_described(share):
                return None
            governed = self._is_won(share)
            if lead.word in figure_words("governed_links") and not governed:
                return None
            return vote if governed or self._contends(share) else None
        return None

    def _resumed(self, share: _Share) -> Evoked | None:
        """A share of what was told before: "among men it is 48%"."""
        if share.last is not None:
            return share.last.evoked
        earlier = [each for each in share.sentence.before if each.choice in SHARES]
        return earlier[-1].evoked if earlier else None

    def _paired(self, share: _Share) -> Evoked | None:
        """The first of two answers: "favour the plan by 58 percent to 36 percent"."""
        tokens, at, lead = share.tokens, share.at, share.lead
        if lead < 0 or not self._is_pair(share):
            return None
        if tokens[lead].word in figure_words("share_starts"):
            return None
        if tokens[lead].word == "of" and tokens[lead - 1].word in figure_words("apart"):
            lead = lead_of(share.sentence, lead - 1)
        if lead < 0:
            return None
        if tokens[lead].word not in ("by", ",", "(", "with"):
            won = self._is_won(share) and self._is_warm(share)
            return self._default(share, "vote") if won else None
        evoked = self._opinion(share, lead)
        decided = self._is_won(share) and not share.company.near.get("support")
        if evoked is not None and not decided:
            return evoked
        if tokens[lead].word == "by":
            return self._default(share, "vote") if self._is_won(share) else None
        return self._default(share, "vote") if self._is_warm(share) else None

    @staticmethod
    def _is_pair(share: _Share) -> bool:
        """Whether another figure stands against it: "58 percent to 36 percent"."""
        following = share.tokens[share.at + 1 : share.at + 3 + _CLOSE]
        if len(following) < 2 or following[0].word not in figure_words("pairing"):
            return False
        owned = any(  # "46 per cent to Mr Dutton's 37"
            token.word in ("'s", "'") and each.number
            for token, each in pairwise(following)
        )
        other = following[1]
        return owned or (other.number is not None and other.code in "SN") or _is_digits(other)

    def _opinion(self, share: _Share, lead: int) -> Evoked | None:
        """What the nearest verb before token ``lead`` says, if it is one of opinion."""
        beside = Beside(frozenset(), share.company.words)
        for at in range(lead - 1, max(-1, lead - _LONG), -1):
            token = share.tokens[at]
            if token.word in figure_words("parting"):
                return None
            if token.group is not None:
                evoked = self._field.of_verb("subject", token.group.lemmas, beside)
                asked = evoked is not None and evoked.choice == "support" and not evoked.about
                return evoked if asked else None
        return None

    def _topical(self, share: _Share) -> Evoked | None:
        """A share that nothing explains, among others of a poll."""
        if share.domain.sort != "none":
            return None
        if share.lead < 0:
            return self._topic(share, "support", 3)
        lead = share.tokens[share.lead]
        told = lead.group and not figure_words("showing").isdisjoint(lead.group.lemmas)
        if not told and lead.word not in figure_words("share_openers"):
            return None
        verb = self._predicates.verb(share.sentence, share.at + 1)
        if verb is None or not verb[1] or verb[0] - share.at > _CLOSE:
            return None
        return self._topic(share, "support", 2)

    # -- what is spoken of around it -----------------------------------------------------------

    def _topic(self, share: _Share, choice: str, least: int) -> Evoked | None:
        here = share.company.here.get(choice, 0)
        near = share.company.near.get(choice, 0)
        return self._default(share, choice) if here or near >= least else None

    def _default(self, share: _Share, choice: str) -> Evoked:
        return Evoked(choice, gives=self._field.gives[choice])

    def _is_warm(self, share: _Share) -> bool:
        """Whether votes or polls are spoken of."""
        if share.last is not None or share.sentence.before:
            return True
        if any(share.company.here.get(each) for each in _TOPICS):
            return True
        if not self._never.isdisjoint(share.company.own):
            return False
        if share.company.party:
            return True
        if any(share.company.near.get(each) for each in _TOPICS):
            return True
        article = share.sentence.beside(0, 0).article
        if len(article & self._field.topics["vote"]) >= _MUCH:
            return True
        near = share.tokens[max(0, share.at - _LONG) : share.at + _LONG]
        if any(token.code == "U" for token in near) or self._is_ranked(share):
            return self._contends(share)
        if self._is_polled(share) or self._is_counted_for(share):
            return True
        shares = [
            at
            for at in range(max(0, share.at - _LONG), min(share.at + _LONG, len(share.tokens)))
            if share.tokens[at].code == "S" and _is_figured(share.tokens[at])
        ]
        if len(shares) < 2:
            return False
        before = [share.tokens[at - 1] for at in shares if at]
        if len(before) == len(shares) and all(
            token.is_name and token.code in "AHXW" for token in before
        ):
            return True
        return self._contends(share) and self._is_won(share)

    def _is_polled(self, share: _Share) -> bool:
        """Whether a person does what only a vote makes them do: "Ndiaye got 41%"."""
        if share.lead < 0 or share.domain.sort != "none" or not _is_figured(share.tokens[share.at]):
            return False
        group, clause = share.tokens[share.lead].group, share.sentence.clause(share.lead)
        if group is None or clause is None or clause.subject is None:
            return False
        following = share.tokens[share.at + 1].word if share.at + 1 < len(share.tokens) else "."
        subject = share.sentence.scene.line.units[clause.subject]
        won = not figure_words("polling_verbs").isdisjoint(group.lemmas)
        return won and subject.code in "HXW" and following in (*_MARKS, "and", "but", "while")

    def _is_counted_for(self, share: _Share) -> bool:
        """Whether somebody is shown to have it: "the count showed 47% for Lula"."""
        group = share.tokens[share.lead].group if share.lead >= 0 else None
        behind = share.tokens[share.at + 1 : share.at + 4]
        if group is None or not behind or behind[0].word not in figure_words("owned_by"):
            return False
        shown = not figure_words("showing").isdisjoint(group.lemmas)
        return shown and any(token.is_name and token.code in "AHXW" for token in behind)

    def _is_ranked(self, share: _Share) -> bool:
        """Whether a rank stands before it: "came second with 20%"."""
        at = share.lead
        if at < 1 or share.tokens[at].word not in figure_words("share_links"):
            return False
        ranked = any(token.code == "O" for token in share.tokens[max(0, at - 4) : at])
        return ranked and self._is_won(share)

    def _is_voting(self, share: _Share) -> bool:
        """Whether it is votes that are spoken of, and not only answers."""
        topics = self._field.topics
        if not share.company.near.get("support") or share.company.words & (
            topics["vote"] - topics["support"]
        ):
            return True
        near = share.tokens[max(0, share.at - _LONG) : share.at + _LONG]
        return share.company.party or any(
            token.code in "HW" or self._is_contender(token) for token in near
        )

    def _is_voted(self, share: _Share) -> bool:
        return bool(share.company.near.get("vote")) or share.last is not None

    def _is_won(self, share: _Share) -> bool:
        """Whether a verb of winning stands before it in its clause."""
        beside = Beside(frozenset(), share.company.words)
        for at in range(share.at - 1, max(-1, share.at - _NEAR), -1):
            token = share.tokens[at]
            if token.word in figure_words("parting"):
                return False
            if token.group is not None:
                return self._field.of_verb("object", token.group.lemmas, beside) is not None
        return False

    def _is_described(self, share: _Share) -> bool:
        """Whether an adjective stands before "with": "the Greens are happy with 21%"."""
        if share.lead < 2:
            return False
        before, verb = share.tokens[share.lead - 1], share.tokens[share.lead - 2]
        if verb.group is None or self._be.isdisjoint(verb.group.lemmas):
            return False
        return before.is_word and not before.is_name and before.code != "O" and (
            before.word not in figure_words("ranks")
        )

    def _is_foreign(self, share: _Share) -> bool:
        """Whether its verb has a subject that stands for nothing: "coverage rose to 55 percent"."""
        if share.tokens[share.lead].word == "(":
            return False
        for at in range(share.at - 1, max(-1, share.at - _NEAR), -1):
            token = share.tokens[at]
            if token.is_name or self._is_contender(token):
                return False
            if token.group is not None and token.group.form == "finite":
                clause = share.sentence.clause(at)
                if clause is None or clause.subject is None:
                    return False
                if at and share.tokens[at - 1].word in self._pronouns:
                    return False
                unit = share.sentence.scene.line.units[clause.subject]
                known = unit.code in _WHO or unit.word in self._persons
                words = unit.word.split()
                if words and words[-1] in figure_words("proportions"):
                    return True
                if words and words[-1] in figure_words("findings"):
                    return False
                return not known and not (
                    words and words[-1] in figure_words("contenders") | figure_words("resuming")
                )
        return False

    def _contends(self, share: _Share) -> bool:
        """Whether somebody stands before it who may have it."""
        first = max(0, share.at - _NEAR - 2)
        behind = share.tokens[share.at + 1 : share.at + 4]  # "47% for Lula"
        if behind and behind[0].word in figure_words("owned_by") and any(each.is_name for each in behind):
            return True
        governed = share.lead > 0 and share.tokens[share.lead].group is not None
        if governed and share.tokens[share.lead - 1].word in self._pronouns:
            return True
        if share.last is not None or any(each.choice in SHARES for each in share.sentence.before):
            return True
        return any(
            token.is_name
            or self._is_contender(token)
            or token.word in self._persons
            or (token.capital and token.word in figure_words("camps"))
            for token in share.tokens[first : share.at]
        )

    @staticmethod
    def _is_contender(token: Token) -> bool:
        return token.word.split()[-1] in figure_words("contenders") if token.word else False


def _to_mark(words: Sequence[str]) -> list[str]:
    """The words up to the next mark or conjunction."""
    found = []
    for word in words:
        if word in _MARKS or word in ("and", "but"):
            break
        found.append(word)
    return found


def _is_figured(token: Token) -> bool:
    """Whether a share is told in percent rather than as a half or a third."""
    return not figure_words("percents").isdisjoint(token.word.split()) or token.word.endswith("%")


def _is_digits(token: Token) -> bool:
    return token.number is None and token.word.isdigit()
