"""Figures of share: of a people, of a vote, of those who answered."""

from __future__ import annotations

from dataclasses import replace

from ..grammar.classes import Grammar
from ..grammar.verbs import VerbGroup
from .company import Company
from .contention import ContentionReader
from .domains import Domain, DomainFinder
from .field import ALONE, Beside, Evoked, Field
from .holders import lead_of
from .otherwise import OtherwiseReader
from .predicates import PredicateReader
from .quantified import QuantifiedReader
from .sentence import FigureReading, Phrase, Sentence
from .sequels import SequelReader
from .share_numbers import ShareNumbers
from .standing import (
    CLOSE,
    MARKS,
    NEAR,
    Standing,
    default,
    is_contender,
    is_figured,
    topic,
)
from .tokens import Token
from .words import figure_words

__all__ = ["ShareReader"]

_BESIDE = frozenset(["(", ",", "–", "—", "-", ":", "'s", "'"])
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
        self._domains = DomainFinder(grammar, field)
        self._predicates = PredicateReader(grammar, field)
        self._be = grammar.words("be")
        self._for, self._to = grammar.words("beneficiaries"), grammar.words("to")
        self._determiners = grammar.words("determiners")
        self._contention = ContentionReader(grammar, field)
        self._sequels = SequelReader(grammar, field, self._contention)
        self._otherwise = OtherwiseReader(grammar, field, self._sequels)
        self._quantities = QuantifiedReader(grammar, field, self._contention)
        self._numbers = ShareNumbers(grammar, field)
        self._countries = grammar.words("countries")

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
        if self._otherwise.is_else(share):
            return None
        of = share.at + 1 < len(share.tokens) and share.tokens[share.at + 1].word == "of"
        if (
            not of
            and share.last is not None
            and self._sequels.is_gap(share)
            and not self._answered(share)
        ):
            share = replace(share, domain=Domain("none", share.at + 1))
        for construction, find in (
            ("votes", self._of_votes),
            ("people", self._of_people),
            ("label", self._labelled),
            ("answer", self._answered),
            ("agent", self._sequels.agent),
            ("counted", self._counted),
            ("gap", self._sequels.compared),
            ("quantity", self._quantities.quantity),
            ("pair", self._sequels.paired),
            ("gap", self._sequels.gapped),
            ("apposition", self._sequels.apposed),
            ("holder", self._held),
            ("topic", self._topical),
            ("topic", self._defaulted),
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
        return share.lead >= 0 and share.tokens[share.lead].word in starts

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

    def _of_people(self, share: Standing) -> Evoked | None:
        """A share of people, by what they do, answer or are asked: "six in ten voters"."""
        if share.domain.sort != "people":
            return None
        found = self._predicates.behind(share.sentence, share.domain.end, share.company)
        if found is not None:
            return found.evoked
        head = share.tokens[share.domain.head] if share.domain.head is not None else None
        if head is not None and head.word in figure_words("answering"):
            figured = is_figured(share.tokens[share.at])
            return topic(self._field, share, self._polled.opinion, 1) if figured else None
        governed = self._governed(share)
        land = head is not None and (head.code in "PC" or head.word in self._countries)
        if governed is not None or land:
            return governed  # none for "captured half the country"
        if self._is_apposed(share) or self._is_made_up(share):
            return None
        told = self._drawn(share) or topic(self._field, share, self._polled.opinion, 2)
        return told or self._voting(share)

    def _is_apposed(self, share: Standing) -> bool:
        """Whether it tells only how many those before it are: "Catholics, a fifth of voters,"."""
        before, behind = share.sentence.word(share.lead), share.sentence.word(share.domain.end)
        named = not is_figured(share.tokens[share.at]) and share.lead > 0
        return named and before == "," and behind == ","

    def _is_made_up(self, share: Standing) -> bool:
        """Whether it tells who lives somewhere: "Sikhs are 24 percent of the town's population"."""
        head = share.domain.head
        if head is not None and share.tokens[head].word in figure_words("inhabiting"):
            return True
        verb = self._predicates.verb(share.sentence, share.domain.end)
        return verb is not None and self._predicates.is_made_up(share.sentence, verb[0])

    def _voting(self, share: Standing) -> Evoked | None:
        """A share of voters who do what no list has: "49 percent of voters lean to the left"."""
        head = share.domain.head
        if head is None or share.tokens[head].word not in self._field.topics[self._polled.ballot]:
            return None
        opinion = default(self._field, self._polled.opinion)
        if self._domains.is_verb(*share.tokens[head : head + 2]):
            return opinion
        verb = self._predicates.verb(share.sentence, share.domain.end)
        group = share.tokens[verb[0]].group if verb is not None else None
        if group is None or not self._be.isdisjoint(group.lemmas):
            return None
        known = self._field.has_verb("subject", opinion.choice, group.lemmas)
        return None if known else opinion

    def _governed(self, share: Standing) -> Evoked | None:
        """What stands before a share of people: "backed by 81% of members", "support of 57%"."""
        if share.lead < 0:
            return None
        lead = share.tokens[share.lead]
        group, repeating = lead.group, figure_words("repeating_verbs")
        if group and share.last is not None and not repeating.isdisjoint(group.lemmas):
            return share.last.evoked  # "as do 58 percent of Spaniards"
        agent = self._sequels.agent(share)
        if agent is not None or share.lead == 0 or lead.word != "of":
            return agent
        beside = Beside(frozenset(), share.company.words)
        return self._field.of_noun("of", share.tokens[share.lead - 1].word, beside)

    def _drawn(self, share: Standing) -> Evoked | None:
        """A share of people whom somebody won: "drew 43 percent of New Hampshire voters"."""
        if share.lead < 0:
            return None
        lead, told = share.tokens[share.lead], self._contention
        if lead.group is None and lead.word not in ("with", "at", "on"):
            return None
        won = told.is_won(share) and told.contends(share) and told.is_warm(share)
        return default(self._field, self._polled.ballot) if won else None

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
        ended = following in (*MARKS, "and", "–") or ":" in behind
        if at < 0 or at < share.at - 2 or not ended:
            return None
        before = share.tokens[at - 1].word if at else ";"
        follows = at and share.tokens[at - 1].code == "S"  # "Yes: 38% No: 51%"
        if before not in (*MARKS, "–", "-", "and") and not follows:
            return None
        token = share.tokens[at]
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
        if lead.group is not None and before and before.word in figure_words("resuming"):
            return self._sequels.resumed(share)
        if self._contention.is_foreign(share) or self._contention.is_of_another(share):
            return None
        voting = lead.word != "(" or self._contention.is_voting(share)
        vote = default(self._field, self._polled.ballot if voting else self._polled.opinion)
        if lead.is_name or self._is_for_somebody(share):
            return vote
        if share.last is not None and share.last.choice == self._polled.opinion:
            vote = share.last.evoked
        if lead.word in _BESIDE:
            return self._beside(share, before, vote)
        if lead.group is not None:
            return vote if self._is_object(share, lead.group) else None
        linked = lead.word in figure_words("share_links") and self._is_linked(share, lead.word)
        return vote if linked else None

    def _is_for_somebody(self, share: Standing) -> bool:
        """Whether a share has whose it is behind it: "found 44% for the Greens"."""
        at = share.at + 1
        group = share.tokens[share.lead].group
        gives = group is not None and not figure_words("giving").isdisjoint(group.lemmas)
        links = self._for | self._to if gives else self._for
        if at >= len(share.tokens) or share.tokens[at].word not in links:
            return False
        while at + 1 < len(share.tokens) and share.tokens[at + 1].word in self._determiners:
            at += 1
        return any(token.is_name or is_contender(token) for token in share.tokens[at + 1 : at + 2])

    def _is_object(self, share: Standing, group: VerbGroup) -> bool:
        """Whether a verb right before a share is one of winning: "took 26%"."""
        beside = Beside(frozenset(), share.company.words)
        steps = figure_words("stepping")
        if not steps.isdisjoint(group.lemmas):
            return False
        won = self._field.of_verb("object", group.lemmas, beside) is not None
        return self._contention.contends(share) if won else self._contention.stands(share)

    def _is_linked(self, share: Standing, link: str) -> bool:
        """Whether a preposition ties a share to who has it: "won with 26%", "Labour on 43%"."""
        if link == "with" and self._contention.is_described(share):
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

    def _topical(self, share: Standing) -> Evoked | None:
        """A share that does what no list has, in copy about a poll: "38% ticked neither"."""
        if share.domain.sort != "none" or not self._begins(share):
            return None
        if self._domains.is_verbed(share.sentence, share.at, share.company.words):
            return topic(self._field, share, self._polled.opinion, 2)
        verb = self._predicates.verb(share.sentence, share.at + 1)
        if verb is None:
            return topic(self._field, share, self._polled.opinion, 3) if share.lead < 0 else None
        if not verb[1] or verb[0] - share.at > CLOSE:
            return None
        if self._predicates.is_made_up(share.sentence, verb[0]):
            return None
        return topic(self._field, share, self._polled.opinion, 2)

    def _defaulted(self, share: Standing) -> Evoked | None:
        """A share behind others, of which nothing says that it is one of something else."""
        told = is_figured(share.tokens[share.at]) and share.goes_on(self._polled.shares)
        if not told or share.domain.sort not in ("none", "people"):
            return None
        if self._contention.is_of_another(share) or self._is_made_up(share):
            return None
        earlier = [each.choice for each in share.sentence.before]
        choice = share.last.choice if share.last is not None else earlier[-1]
        asked = choice in (self._polled.turnout, self._polled.rating)
        return default(self._field, self._polled.opinion if asked else choice)

    @staticmethod
    def _begins(share: Standing) -> bool:
        """Whether a statement begins with a share: "the poll showed 38%", "in the north 38%"."""
        for at in range(share.lead, -1, -1):
            token = share.tokens[at]
            if token.group is not None:
                return not figure_words("showing").isdisjoint(token.group.lemmas)
            if token.word in figure_words("share_openers"):
                return True
            if token.number is not None or token.word in figure_words("share_levels"):
                return False
        return True
