"""Shares of people, by what they do, answer or are asked: "six in ten voters say"."""

from __future__ import annotations

from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural
from .contention import ContentionReader
from .defaults import begins
from .domains import DomainFinder
from .field import ALONE, Beside, Evoked, Field
from .predicates import PredicateReader
from .sequels import SequelReader
from .standing import CLOSE, MARKS, Standing, default, is_figured, topic
from .words import figure_words

__all__ = ["PeopleShareReader"]


class PeopleShareReader:
    """Reads the shares that are said to be of people.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
        contention: tells whether somebody has a share who stands for election.
        sequels: reads the shares that go on with another.
    """

    def __init__(
        self,
        grammar: Grammar,
        field: Field,
        contention: ContentionReader,
        sequels: SequelReader,
    ) -> None:
        self._field = field
        self._polled = field.kind.polled
        self._contention, self._sequels = contention, sequels
        self._domains = DomainFinder(grammar, field)
        self._predicates = PredicateReader(grammar, field)
        self._be, self._countries = grammar.words("be"), grammar.words("countries")
        self._prepositions = grammar.words("prepositions")

    def read(self, share: Standing) -> Evoked | None:
        """A share of people, by what they do, answer or are asked: "six in ten voters"."""
        if share.domain.sort != "people":
            return None
        turned_out = self._turned_out(share)
        if turned_out is not None or self._is_described(share):
            return turned_out
        found = self._predicates.behind(share.sentence, share.domain.end, share.company)
        if found is not None:
            return found.evoked
        head = share.tokens[share.domain.head] if share.domain.head is not None else None
        if head is not None and head.word in figure_words("answering"):
            figured = is_figured(share.tokens[share.at])
            return topic(self._field, share, self._polled.opinion, 1) if figured else None
        governed = self._governed(share)
        peoples = head is not None and head.is_people  # "of the French"
        land = head is not None and (head.code in "PC" or head.word in self._countries)
        if governed is not None or (land and not peoples):
            return governed  # none for "captured half the country"
        if self._is_apposed(share) or self._is_made_up(share):
            return None
        drawn = self._drawn(share)
        if drawn is not None:
            return drawn
        opinion = default(self._field, self._polled.opinion)
        asked = share.company.here.get(opinion.choice, 0) > 0
        if asked or share.company.near.get(opinion.choice, 0) > 1:
            return opinion
        if not begins(share):
            return None  # "the cap applies to 80 percent of workers"
        return opinion if self._is_answer(share) else self._voting(share)

    def _turned_out(self, share: Standing) -> Evoked | None:
        """How many of all they were who voted: "1.8 million voted, 39 percent of adults"."""
        if share.lead < 1 or share.tokens[share.lead].word not in figure_words("equal_to"):
            return None
        group = share.tokens[share.lead - 1].group
        beside = Beside(frozenset(), share.company.words)
        evoked = self._field.of_verb("subject", group.lemmas, beside) if group else None
        return evoked if evoked is not None and evoked.choice == self._polled.turnout else None

    def _is_answer(self, share: Standing) -> bool:
        """Whether it goes on with other shares, and more is said of them than what they are."""
        verb = self._predicates.verb(share.sentence, share.domain.end)
        group = share.tokens[verb[0]].group if verb is not None else None
        going = share.goes_on(self._polled.shares)
        if group is None or group.voice == "passive":
            return False  # "half of the posts may be filled"
        return going and self._be.isdisjoint(group.lemmas)

    def _is_described(self, share: Standing) -> bool:
        """Whether it is told what they are: "adults, 52 percent of them women"."""
        head = share.domain.head
        if head is None or share.tokens[head].word not in figure_words("of_whom"):
            return self._is_aside(share)
        behind = share.tokens[share.domain.end : share.domain.end + 1]
        if any(self._field.state([token.word], ALONE) for token in behind):
            return False  # "a third of them undecided"
        return any(self._domains.is_noun_of_people(token) for token in behind)

    def _is_led(self, share: Standing) -> bool:
        """Whether what stands before it only says among whom: "among likely voters, 45 percent"."""
        for word in reversed(share.sentence.words(0, share.lead)):
            if word in self._prepositions:
                return True
            if word in MARKS:
                return False
        return False

    def _is_apposed(self, share: Standing) -> bool:
        """Whether it tells only how many those before it are: "Catholics, a fifth of voters,"."""
        before, behind = share.sentence.word(share.lead), share.sentence.word(share.domain.end)
        worded = not is_figured(share.tokens[share.at]) and share.lead > 0
        return worded and before == "," and behind == ","

    def _is_aside(self, share: Standing) -> bool:
        """Whether it does so between commas: "Whites, 58 percent of those who voted, chose her"."""
        if share.lead < 1 or share.tokens[share.lead].word != ",":
            return False
        behind = share.sentence.words(share.domain.end, share.domain.end + CLOSE)
        named = share.tokens[share.lead - 1]
        led = self._is_led(share)
        several = named.is_name or is_plural(named.word)
        figured = is_figured(share.tokens[share.at])
        return figured and several and "," in behind and not led and share.last is None

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
        if agent is not None or share.lead == 0 or lead.word not in figure_words("ofs"):
            return agent
        beside = Beside(frozenset(), share.company.words)
        return self._field.of_noun("of", share.tokens[share.lead - 1].word, beside)

    def _drawn(self, share: Standing) -> Evoked | None:
        """A share of people whom somebody won: "drew 43 percent of New Hampshire voters"."""
        if share.lead < 0:
            return None
        lead, told = share.tokens[share.lead], self._contention
        linked = lead.is_name or lead.word in figure_words("held_at")
        if lead.group is None and not linked:
            return None
        won = told.is_won(share) and told.contends(share) and told.is_warm(share)
        return default(self._field, self._polled.ballot) if won else None
