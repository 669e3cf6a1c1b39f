"""Shares of something else, and what is only needed, or is how far something changed."""

from __future__ import annotations

from itertools import pairwise

from ..grammar.classes import Grammar
from .domains import DomainFinder
from .field import Beside, Field
from .nouns import with_plurals
from .predicates import PredicateReader
from .sequels import SequelReader
from .standing import CLOSE, LONG, MARKS, NEAR, Standing, contends, is_pair, to_mark
from .tokens import Token
from .words import figure_words

__all__ = ["OtherwiseReader"]

_SPOKEN = 1
_MANY = 1000
"""So many, where a vote is spoken of, were cast."""


class OtherwiseReader:
    """Tells the shares that are none of the kind.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field, sequels: SequelReader) -> None:
        self._field = field
        self._asked, self._ballot = field.kind.polled.opinion, field.kind.polled.ballot
        self._sequels = sequels
        self._domains = DomainFinder(grammar, field)
        self._predicates = PredicateReader(grammar, field)
        self._prepositions = grammar.words("prepositions")
        self._adverbs = grammar.words("adverbs")
        self._never = with_plurals(field.kind.never)
        self._nobody = grammar.words("nothing") | grammar.words("neithers")

    def is_else(self, share: Standing) -> bool:
        """Whether it is said to be a share of something else, or what is only needed."""
        capital = not figure_words("owners").isdisjoint(share.company.own)
        if capital or self._is_needed(share) or self._is_none(share):
            return True
        if share.domain.sort == "people" and self._makes_up(share):
            return True
        if share.domain.sort == "other":
            of = share.tokens[share.at + 1].word in figure_words("ofs")
            return of or share.last is None or not self._sequels.is_gap(share)
        if self._is_counted(share) and not self._domains.is_told_of(share.sentence, share.domain):
            return True
        if share.domain.sort in ("votes", "people", "counted"):
            return False
        if self._is_step(share) or self._is_equal(share):
            return True
        answered = self._is_answer(share) or self._sequels.agent(share) is not None
        # "favoured her on the economy 56 percent to 40"
        opposed = is_pair(share) and self._sequels.opinion(share, share.lead + 1) is not None
        opposed = opposed or self._sequels.is_second(share)
        return not (answered or opposed) and self._is_beside_another(share)

    @staticmethod
    def _to_verb(share: Standing) -> int:
        """How many words behind it tell what it is: "27% said (only she needs to go)"."""
        needed = figure_words("needed")
        for count, token in enumerate(share.tokens[share.at + 1 : share.at + CLOSE]):
            if token.group is not None and needed.isdisjoint(token.word.split()):
                return count
        return CLOSE

    def _is_needed(self, share: Standing) -> bool:
        """Whether nobody has it yet, or it is by how much a poll may be off."""
        inner, after = share.inner(), share.after()
        if share.last is not None and self._acts(share):
            inner = []  # "21% said (she needs to go and 9%) said neither"
        named = {token.word for token in share.tokens[: share.at] if token.is_name}  # "Mark Lund"
        behind = to_mark(after)
        named |= figure_words("rated_nouns")  # "up from a low-water mark of 37 percent"
        behind = behind[: self._to_verb(share)]
        if self._is_rated(share):
            behind = [word for word in behind if word not in named]  # "hit the 50 percent mark"
        words = (*(word for word in inner[-4:] if word not in named), *behind[:4])
        near = {part for word in words for part in word.split()}
        erring = figure_words("erring")
        needed = not near.isdisjoint(figure_words("needed"))
        return needed or not erring.isdisjoint({*inner[-8:], *after[:3]})

    def _is_rated(self, share: Standing) -> bool:
        """Whether a rating or its like is spoken of before it, and no share of a vote."""
        words = share.before(LONG)
        beside = Beside(frozenset(words), frozenset())
        found = (self._field.of_noun("quantity", word, beside) for word in words)
        return any(each is not None and each.choice != self._ballot for each in found)

    def _is_counted(self, share: Standing) -> bool:
        """Whether it is how much was counted: "with 99 percent of the vote in"."""
        lead = share.tokens[share.lead] if share.lead >= 0 else None
        won = lead and (lead.group is not None or lead.word in figure_words("equal_to"))
        if share.domain.sort == "votes" and won:
            return False  # "took 51 percent of the votes counted"
        end = max(share.domain.end, share.at + 1) + 2
        words = share.sentence.words(share.at + 1, end)
        if (
            share.domain.sort == "votes"
            and figure_words("counted_in").issuperset(words[-2:-1])
            and words[-1] in MARKS
        ):
            return True
        parts = {part for word in to_mark(words) for part in word.split()}
        return not figure_words("counted_up").isdisjoint(parts)

    def _is_beside_another(self, share: Standing) -> bool:
        """Whether a noun of another figure stands right before it or behind it."""
        if share.last is not None and share.lead >= 0 and share.tokens[share.lead].word == "(":
            return False  # "named by 58 percent, ahead of fuel (27 percent)"
        if share.last is None and not figure_words("odds").isdisjoint(share.before(LONG)):
            return True  # "her chances of winning the vote were up to 71 percent"
        if self._is_level(share):
            return False
        first = max(share.at - min(len(share.inner()), 4), 0)
        if share.last is not None and self._acts(share):
            first = share.at  # "30% saw orders rise and 27% saw them fall"
        last = share.at + 1 + min(len(to_mark(share.after())), 6)
        ends = (
            at
            for at in range(share.at, last)
            if share.tokens[at].group or share.tokens[at].word in self._prepositions
        )
        near = range(first, next(ends, last))
        beside = Beside(frozenset(share.before()), frozenset())  # "voted at a rate of 20 percent"
        others = (at for at in near if self._is_never(share.tokens[at]))
        return any(
            not self._is_own(share, at)
            and self._field.of_noun("quantity", share.sentence.word(at), beside) is None
            for at in others
        )

    def _is_level(self, share: Standing) -> bool:
        """Whether it is the first of two that polls tell of: "a drop, from 46% in May to 41%"."""
        started = share.lead >= 0 and share.tokens[share.lead].word in figure_words("share_starts")
        changed = not figure_words("stepping").isdisjoint(share.before(CLOSE))
        spoken = share.last is not None or share.company.here.get(self._asked)
        return started and changed and bool(spoken)

    @staticmethod
    def _acts(share: Standing) -> bool:
        """Whether a verb stands right behind it, and a conjunction before it."""
        joined = share.lead >= 0 and share.tokens[share.lead].word in figure_words("gap_joints")
        behind = share.tokens[share.at + 1 : share.at + 2]
        return joined and any(token.group is not None for token in behind)

    @staticmethod
    def _makes_up(share: Standing) -> bool:
        """Whether it tells how many some are: "Catholics make up 24 percent of voters"."""
        verb = share.sentence.verb_before(share.at, NEAR)
        group = share.tokens[verb].group if verb is not None else None
        if verb is None or group is None:
            return False
        said = {
            *group.lemmas,
            *(f"{each} {share.sentence.word(verb + 1)}" for each in group.lemmas),
        }
        return not figure_words("making_up").isdisjoint(said)

    def _is_own(self, share: Standing, at: int) -> bool:
        """Whether the noun before it makes it one of the kind: "its disapproval rate"."""
        before = share.sentence.word(at - 1)
        if before in self._adverbs and self._field.verb(share.sentence.word(at)) is not None:
            return True  # "29 percent now demand it"
        return self._field.names(before, "quantity", "counted", "among")

    def _is_answer(self, share: Standing) -> bool:
        """Whether people's verb stands right behind it: "on prices 47% prefer the Greens"."""
        found = self._predicates.behind(share.sentence, share.at + 1, share.company)
        if found is None or not found.near or found.verb is None:
            return False
        return found.verb - share.at <= CLOSE and not found.evoked.about

    def _is_equal(self, share: Standing) -> bool:
        """Whether it says in percent what a count before it says: "9.67 points (0.40 percent)"."""
        if share.lead < 1 or share.tokens[share.lead].word != "(":
            return False
        near = share.company.near.get(self._field.kind.polled.ballot, 0)
        if share.last is not None or near > _SPOKEN:
            return False  # how much of a vote a count is: "2,108 (63.4 percent)"
        for at in range(share.lead - 1, max(-1, share.lead - CLOSE), -1):
            token = share.tokens[at]
            if token.number is not None:
                many = token.number.form == "count" and (token.number.quantity.low or 0) > _MANY
                if many and share.company.here.get(self._field.kind.polled.ballot):
                    return False  # "her vote fell to 4.4 million (32 percent)"
                aged = share.sentence.word(at + 1) in figure_words(
                    "rating"
                )  # "the 18-24 age group"
                return token.code in "NUMLT" and not aged
            if token.group is not None or not token.is_word or self._domains.is_cast(token):
                return False
        return False

    def _is_none(self, share: Standing) -> bool:
        """Whether nobody had so much: "no candidate won more than 50 percent"."""
        words = share.before(CLOSE + 2)
        if share.quantity.low is None or share.quantity.high is None:
            return not self._nobody.isdisjoint(words)
        return any(
            word in self._nobody and contends(following) for word, following in pairwise(words)
        )

    def _is_never(self, token: Token) -> bool:
        """Whether a noun is of a figure that is none of the kind: "inflation"."""
        if token.group is not None or token.number is not None:
            return False
        return token.word in self._never

    def _is_step(self, share: Standing) -> bool:
        """Whether it is by how much something changed: "rose 5%", "up 5%", "fell by 3%"."""
        at = share.lead
        if at < 0:
            return False
        token = share.tokens[at]
        if token.word in figure_words("bys"):
            since = share.tokens[share.last.phrase.end : at] if share.last else ()
            gapped = share.last is not None and not any(each.group for each in since)
            return not (is_pair(share) or gapped or self._sequels.agent(share) is not None)
        bounded = share.quantity.low is None or share.quantity.high is None
        if token.group is not None and share.domain.sort == "none" and not bounded:
            return figure_words("stepping").issuperset(token.group.lemmas)
        return token.word in figure_words("directions") and not is_pair(share)
