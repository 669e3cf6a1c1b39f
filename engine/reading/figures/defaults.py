"""What shares are that no word of their own makes anything, among others of a poll or a vote."""

from __future__ import annotations

from ..grammar.classes import Grammar
from .contention import ContentionReader
from .domains import DomainFinder
from .field import Evoked, Field
from .predicates import PredicateReader
from .standing import CLOSE, LONG, Standing, default, is_figured, topic
from .words import figure_words

__all__ = ["DefaultReader", "begins"]


_MUCH = 2
"""Words of a topic around a share of which it may be one whatever stands between it and a verb."""


class DefaultReader:
    """Reads the shares of which nothing says that they are of something else.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
        contention: tells whether somebody has a share who stands for election.
    """

    def __init__(self, grammar: Grammar, field: Field, contention: ContentionReader) -> None:
        self._field = field
        self._polled = field.kind.polled
        self._contention = contention
        self._be = grammar.words("be")
        self._domains = DomainFinder(grammar, field)
        self._predicates = PredicateReader(grammar, field)

    def topical(self, share: Standing) -> Evoked | None:
        """A share that does what no list has, in copy about a poll: "38% ticked neither"."""
        if share.domain.sort != "none" or not begins(share) or _is_after_else(share):
            return None
        if self._domains.is_verbed(share.sentence, share.at, share.company.words):
            return topic(self._field, share, self._polled.opinion, 2)
        verb = self._predicates.verb(share.sentence, share.at + 1)
        if verb is None:
            return topic(self._field, share, self._polled.opinion, 3) if share.lead < 0 else None
        far = not verb[1] or verb[0] - share.at > CLOSE
        if far and share.company.near.get(self._polled.opinion, 0) <= _MUCH:
            return None
        if self._predicates.is_made_up(share.sentence, verb[0]):
            return None
        return topic(self._field, share, self._polled.opinion, 2)

    def going_on(self, share: Standing) -> Evoked | None:
        """A share behind others, of which nothing says that it is one of something else."""
        token = share.tokens[share.at]
        told = is_figured(token) or share.last is not None or "." in token.word
        going_on = share.goes_on(self._polled.shares)
        here = any(share.company.here.get(each) for each in self._polled.topics)
        if not told or not (going_on or (here and self._contention.contends(share))):
            return None
        if share.domain.sort != "none" or _is_after_else(share):
            return None
        verb = share.lead >= 0 and share.tokens[share.lead].group is not None
        if verb and self._contention.is_foreign(share):
            return None  # "the krona weakened 0.3% after the vote"
        verb_behind = self._predicates.verb(share.sentence, max(share.domain.end, share.at + 1))
        made_up = verb_behind and self._predicates.is_made_up(share.sentence, verb_behind[0])
        if self._contention.is_of_another(share) or made_up:
            return None
        before = share.sentence.before or share.sentence.earlier
        earlier = [each.choice for each in before if each.choice in self._polled.shares]
        earlier = earlier or [self._polled.ballot]
        choice = share.last.choice if share.last is not None else earlier[-1]
        if self._contention.is_of_somebody(share):
            choice = self._polled.ballot  # "has shifted to 49 percent for Lund"
        asked = choice in (self._polled.turnout, self._polled.rating)
        return default(self._field, self._polled.opinion if asked else choice)

    def shown(self, share: Standing) -> Evoked | None:
        """A share that a poll is said to find: "found crime a top concern at 20 percent"."""
        linked = share.lead > 0 and share.tokens[share.lead].word in figure_words("shown_links")
        if share.domain.sort != "none" or not linked or not is_figured(share.tokens[share.at]):
            return None
        ranked = share.tokens[share.lead].word in figure_words("ranked_at")
        if ranked and share.company.here.get(self._polled.opinion):
            another = self._contention.is_of_another(share)
            return None if another else default(self._field, self._polled.opinion)
        for at in share.sentence.back(share.at, LONG):
            group, clause = share.tokens[at].group, share.sentence.clause(at)
            if share.tokens[at].word in figure_words("parting") and at != share.lead:
                return None
            if group is None or figure_words("showing").isdisjoint(group.lemmas):
                continue
            if clause is None or clause.subject is None:
                return None
            subject = share.sentence.scene.line.units[clause.subject].word
            found = subject.rpartition(" ")[2] in figure_words("findings")
            return topic(self._field, share, self._polled.opinion, 1) if found else None
        return None

    def told_of(self, share: Standing) -> Evoked | None:
        """A share in copy that tells of a poll or a vote all along, of which nothing says else."""
        told = [each.choice for each in share.sentence.earlier]
        told = [each for each in told if each in self._polled.shares]
        if not told or share.domain.sort == "other" or _is_after_else(share):
            return None
        if not any(share.company.near.get(each) for each in self._polled.topics):
            return None
        governed = share.lead >= 0 and share.tokens[share.lead].group is not None
        if governed and self._contention.is_foreign(share):
            return None
        verb = self._predicates.verb(share.sentence, max(share.domain.end, share.at + 1))
        group = share.tokens[verb[0]].group if verb else None
        is_so = group is not None and not self._be.isdisjoint(group.lemmas)
        if is_so and share.domain.sort == "people":
            return None  # "61 percent of filers were single"
        listed = share.last is not None and share.tokens[share.lead].word == "("
        if not listed and self._contention.is_of_another(share):
            return None
        asked = told[-1] in (self._polled.turnout, self._polled.rating)
        return default(self._field, self._polled.opinion if asked else told[-1])


def _is_after_else(share: Standing) -> bool:
    """Whether the share before it in the sentence was of something else than what was counted."""
    sentence = share.sentence
    shares = [at for at in range(share.at) if share.tokens[at].code == "S"]
    if not shares or shares[-1] in sentence.readings:
        return False
    behind = sentence.words(shares[-1], shares[-1] + CLOSE + 2)
    return figure_words("counted_up").isdisjoint(behind)


def begins(share: Standing) -> bool:
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
