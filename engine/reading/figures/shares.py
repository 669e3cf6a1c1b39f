"""Figures of share: of a people, of a vote, of those who answered."""

from __future__ import annotations

from dataclasses import replace

from ..grammar.classes import Grammar
from ..grammar.verbs import VerbGroup
from .company import Company
from .contention import ContentionReader
from .defaults import DefaultReader
from .domains import Domain, DomainFinder
from .field import ALONE, Beside, Evoked, Field
from .holders import lead_of
from .otherwise import OtherwiseReader
from .people_shares import PeopleShareReader
from .predicates import PredicateReader
from .quantified import QuantifiedReader
from .sentence import FigureReading, Phrase, Sentence
from .sequels import SequelReader
from .share_numbers import ShareNumbers
from .standing import (
    CLOSE,
    NEAR,
    Standing,
    default,
    is_contender,
    is_figured,
    is_of_last_vote,
    topic,
)
from .tokens import Token
from .words import figure_words

__all__ = ["ShareReader"]

_BESIDE = frozenset(["(", ",", "–", "—", "-", ":", "'s", "'"])
_MANY = 1000
"""So many, with the share that they are, were cast."""
_GIVING = figure_words("showing") | figure_words("giving")
_LABEL_MARKS = frozenset(":–-,")


class ShareReader:
    """Reads the shares of a sentence.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        self._field = field
        self._polled = field.kind.polled
        self._persons = grammar.words("persons_singular")
        self._relatives, self._be = grammar.words("relatives"), grammar.words("be")
        self._domains = DomainFinder(grammar, field)
        self._predicates = PredicateReader(grammar, field)
        self._contention = ContentionReader(grammar, field)
        self._sequels = SequelReader(grammar, field, self._contention)
        self._otherwise = OtherwiseReader(grammar, field, self._sequels)
        self._quantities = QuantifiedReader(grammar, field, self._contention)
        self._numbers = ShareNumbers(grammar, field)
        self._people = PeopleShareReader(grammar, field, self._contention, self._sequels)
        self._defaults = DefaultReader(grammar, field, self._contention)

    @property
    def sequels(self) -> SequelReader:
        """Reads the shares that go on with another."""
        return self._sequels

    def read(self, sentence: Sentence, company: Company) -> None:
        """Puts what is read into the readings of ``sentence``."""
        last: FigureReading | None = None
        for at in range(len(sentence.tokens)):
            quantity = self._numbers.value(sentence, at, company, last)
            if at in sentence.readings and sentence.readings[at].choice in self._polled.shares:
                last = sentence.readings[at]  # an entry of a list
            if quantity is None or at in sentence.readings:
                continue
            beside = Beside(sentence.beside(at - 4, at + 8).near, company.words)
            domain = self._domains.find(sentence, at, beside)
            lead = self._lead(sentence, at)
            share = Standing(sentence, at, quantity, domain, lead, company, last)
            found = self._reading(share)
            if found is None and domain.sort == "other":
                last = None  # "31% of the vote, and 55% of homes against 40%"
            if found is not None:
                rough = self._sequels.rough(sentence, at)
                if rough is not None:
                    sentence.remove(rough)
                last = found
                sentence.add(found)

    def _lead(self, sentence: Sentence, at: int) -> int:
        """The token before a share, of a verb and its particle the verb: "picked up 12%"."""
        lead = lead_of(sentence, at)
        group = sentence.tokens[lead - 1].group if lead > 0 else None
        if group is None or sentence.word(lead) not in figure_words("directions"):
            return lead
        particle = frozenset([sentence.word(lead)])
        won = self._field.of_verb("object", group.lemmas, Beside(particle, frozenset()))
        return lead - 1 if won is not None and not particle.isdisjoint(won.beside) else lead

    def _reading(self, share: Standing) -> FigureReading | None:
        """What a share is read as."""
        if share.domain.sort in ("other", "counted") and self._sequels.is_second(share):
            share = replace(share, domain=Domain("none", share.at + 1))
        if share.domain.sort == "other" and self._sequels.bracketed(share):
            share = replace(share, domain=Domain("none", share.at + 1))
        if self._sequels.listed(share) is None and self._otherwise.is_else(share):
            return None
        of = share.at + 1 < len(share.tokens) and share.tokens[share.at + 1].word in figure_words(
            "ofs"
        )
        if (
            not of
            and share.last is not None
            and self._sequels.is_gap(share)
            and not self._answered(share)
        ):
            share = replace(share, domain=Domain("none", share.at + 1))
        for construction, find in (
            ("people", self._sequels.listed),
            ("votes", self._of_votes),
            ("votes", self._equal_to_votes),
            ("people", self._people.read),
            ("label", self._labelled),
            ("answer", self._answered),
            ("agent", self._sequels.agent),
            ("counted", self._counted),
            ("gap", self._sequels.compared),
            ("quantity", self._quantities.quantity),
            ("pair", self._sequels.paired),
            ("gap", self._sequels.gapped),
            ("apposition", self._sequels.apposed),
            ("bracketed", self._sequels.bracketed),
            ("holder", self._held),
            ("topic", self._defaults.topical),
            ("topic", self._defaults.going_on),
            ("topic", self._defaults.shown),
            ("topic", self._defaults.told_of),
        ):
            evoked = find(share)
            if evoked is not None:
                phrase = Phrase(share.at, max(share.domain.end, share.at + 1), None, None)
                verb = self._verb(share)
                if construction == "gap":
                    evoked = default(self._field, evoked.choice)
                return FigureReading(
                    phrase,
                    share.quantity,
                    evoked,
                    construction,
                    verb,
                    superseded=self._is_earlier(share),
                )
        return None

    def _is_earlier(self, share: Standing) -> bool:
        """Whether another figure has taken its place: "from 34% to 28%", "up from 34%"."""
        starts = figure_words("share_starts")
        led = share.lead >= 0 and share.tokens[share.lead].word in starts
        return led or is_of_last_vote(share.sentence, share.at)

    def _verb(self, share: Standing) -> int | None:
        """The verb that governs a share, before it or behind it."""
        before = share.sentence.verb_before(share.at, NEAR)
        if before is not None:
            return before
        found = self._predicates.verb(share.sentence, max(share.domain.end, share.at + 1))
        return found[0] if found else None

    def _of_votes(self, share: Standing) -> Evoked | None:
        """A share of what was cast: "43% of the vote"."""
        return share.domain.evoked if share.domain.sort == "votes" else None

    def _equal_to_votes(self, share: Standing) -> Evoked | None:
        """How much of a vote so many votes are: "2,532 votes, or 43 percent"."""
        at = share.lead
        told = share.tokens[at].group if at > 1 else None
        if told is not None and share.sentence.word(at - 1) in self._relatives:
            # "2,532 votes, which was 43 percent"
            at -= 0 if self._be.isdisjoint(told.lemmas) else 2
        while at > 1 and share.tokens[at].word in figure_words("equal_to"):
            at -= 1
        if not 0 <= at < share.lead:
            return None
        before = share.tokens[at - 1].number if at else None
        if before is not None and self._domains.is_cast(share.tokens[at]):
            return default(self._field, self._polled.ballot)
        if not (share.company.here.get(self._polled.ballot) or share.sentence.earlier):
            return None
        if before is None or share.tokens[at].word not in self._field.topics[self._polled.ballot]:
            before = share.tokens[at].number  # "1.7 million or 28 percent"
        many = before.quantity.low if before is not None and before.form == "count" else None
        return default(self._field, self._polled.ballot) if many and many > _MANY else None

    def _answered(self, share: Standing) -> Evoked | None:
        """A share with what it answers right behind it: "26% against", "31% say no"."""
        if share.domain.sort == "people":
            return None
        at = max(share.domain.end, share.at + 1)
        found = self._predicates.behind(share.sentence, at, share.company)
        if found is None or found.at - at > CLOSE or not found.near:
            return None
        if found.verb is None and share.last is not None and self._sequels.is_gap(share):
            return share.last.evoked  # "55 percent voted yes and 45 percent no"
        asked = bool(share.company.near.get(self._polled.opinion)) or self._contention.is_voted(
            share
        )
        token = share.tokens[share.at]
        fraction = token.word.split()[-1] in figure_words("fractions")  # "a quarter thought"
        counted = token.number is not None and token.number.part is not None  # "two in three"
        stated = found.at != found.verb  # "were in favour"
        lead = share.tokens[share.lead].group if share.lead >= 0 else None
        if (
            stated
            and lead is not None
            and self._field.has_verb("subject", self._polled.ballot, lead.lemmas)
        ):
            return default(self._field, self._polled.ballot)  # "voted 61% against"
        told = not found.evoked.about and (is_figured(token) or counted or stated or fraction)
        return found.evoked if asked or told else None

    def _labelled(self, share: Standing) -> Evoked | None:
        """A share behind its answer: "approve 45 percent, disapprove 50", "No: 50%"."""
        at = share.lead
        if at > 0 and share.tokens[at].word in _LABEL_MARKS:
            at -= 1
        following = share.tokens[share.at + 1].word if share.at + 1 < len(share.tokens) else "."
        behind = share.sentence.words(share.at + 2, share.at + 4)
        ended = following in figure_words("label_ends") or ":" in behind
        if at < 0 or at < share.at - 2 or not ended:
            return None
        before = share.tokens[at - 1].word if at else ";"
        follows = at and share.tokens[at - 1].code == "S"  # "Yes: 38% No: 51%"
        if before not in figure_words("label_starts") and not follows:
            return None
        token = share.tokens[at]
        if token.word in figure_words("versus") and share.tokens[at - 1].number is not None:
            return None  # "38% against 42%"
        words = share.sentence.words(at - 1, at + 1)
        stated = self._field.state([" ".join(words)], ALONE) or self._field.state(words[1:], ALONE)
        if stated is not None:
            return stated[0] if self._contention.is_warm(share) else None
        group = token.group
        plain = group is not None and group.lemmas == (token.word,)
        evoked = self._field.of_verb("subject", group.lemmas, ALONE) if group and plain else None
        return evoked if evoked is not None and self._contention.is_warm(share) else None

    def _counted(self, share: Standing) -> Evoked | None:
        """A share that a noun behind it has: "a 25% turnout", "34% support"."""
        evoked = share.domain.evoked if share.domain.sort == "counted" else None
        if (
            evoked is not None
            and evoked.choice == self._polled.ballot
            and not is_figured(share.tokens[share.at])
        ):
            return None  # "a two-thirds vote"
        if (
            evoked is not None
            and evoked.choice == self._polled.opinion
            and self._contention.is_won(share)
        ):
            return default(self._field, self._polled.ballot)
        return evoked

    def _held(self, share: Standing) -> Evoked | None:
        """A share beside who has it: "Labour on 43%", "Spain (61%)", "took 26%"."""
        of_people = share.domain.sort == "people"
        if share.lead < 0 or of_people or not self._contention.is_warm(share):
            return None
        tokens, lead = share.tokens, share.tokens[share.lead]
        before = tokens[share.lead - 1] if share.lead else None
        if self._is_resumed(share):
            return self._sequels.resumed(share)
        another = not self._contention.is_listed(share) and self._contention.is_of_another(share)
        if another or self._contention.is_foreign(share):
            return None
        voting = lead.word != "(" or self._contention.is_voting(share)
        vote = default(self._field, self._polled.ballot if voting else self._polled.opinion)
        if lead.is_name or self._contention.is_of_somebody(share):
            return vote
        given = before is not None and before.group
        if given and lead.word in self._persons and not _GIVING.isdisjoint(given.lemmas):
            return vote  # "the average puts him around 41 percent"
        if share.last is not None and share.last.choice == self._polled.opinion:
            vote = share.last.evoked
        if lead.word in _BESIDE:
            return self._beside(share, before, vote)
        if lead.group is not None:
            return vote if self._is_object(share, lead.group) else None
        linked = lead.word in figure_words("share_links") and self._is_linked(share, lead.word)
        return vote if linked else None

    @staticmethod
    def _is_resumed(share: Standing) -> bool:
        """Whether it is what something told before came to: "it was 52%", "it was down to 52%"."""
        verb = share.lead
        directed = share.sentence.word(verb - 1) in figure_words("directions")
        if share.sentence.word(verb) in figure_words("share_levels") and directed:
            verb -= 2
        group = share.tokens[verb].group if verb > 0 else None
        return group is not None and share.sentence.word(verb - 1) in figure_words("resuming")

    def _is_object(self, share: Standing, group: VerbGroup) -> bool:
        """Whether a verb right before a share is one of winning: "took 26%"."""
        beside = Beside(frozenset(), share.company.words)
        steps = figure_words("stepping")
        if not steps.isdisjoint(group.lemmas):
            bounded = share.quantity.low is None or share.quantity.high is None
            return bounded and self._contention.contends(share)  # "has dipped below 40 percent"
        won = self._field.of_verb("object", group.lemmas, beside) is not None
        return self._contention.contends(share) if won else self._contention.stands(share)

    def _is_linked(self, share: Standing, link: str) -> bool:
        """Whether a preposition ties a share to who has it: "won with 26%", "Labour on 43%"."""
        if link in figure_words("withs") and self._contention.is_described(share):
            return False
        governed = self._contention.is_won(share)
        if link in figure_words("governed_links"):
            return governed
        return governed or self._contention.contends(share)

    def _beside(self, share: Standing, before: Token | None, vote: Evoked) -> Evoked | None:
        """A share behind a mark: "Spain (61%)", "the Greens, 12%", "more are for (45 percent)"."""
        named = before is not None and (before.is_name or is_contender(before))
        if named or share.tokens[share.lead].word != "(":
            return vote if named else None
        stated = before is not None and self._field.state([before.word], ALONE)
        if stated:
            return stated[0]
        if share.last is not None:
            return share.last.evoked
        opinion = self._sequels.opinion(share, share.lead)
        return opinion or topic(self._field, share, self._polled.opinion, 1) or vote
