"""Whether a share is one that somebody has who stands for election, or is stood for."""

from __future__ import annotations

from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural
from .company import is_party
from .domains import DomainFinder
from .field import Beside, Field
from .nouns import with_plurals
from .standing import LONG, NEAR, Standing, contends, is_contender, is_figured
from .tokens import Token
from .words import figure_words

__all__ = ["ContentionReader"]

_WHO = "CAHXFREPWBQNS"
_MUCH = 3
"""Words of a topic that make an article one about it."""


class ContentionReader:
    """Tells what stands around a share of contenders and their votes.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        self._field = field
        self._polled = field.kind.polled
        self._never = with_plurals(field.kind.never)
        self._be, self._to = grammar.words("be"), grammar.words("to")
        self._determiners = grammar.words("determiners")
        self._domains = DomainFinder(grammar, field)
        self._pronouns = grammar.words("pronouns") | grammar.words("relatives")
        self._persons = grammar.words("persons_singular") | grammar.words("plurals")

    def is_warm(self, share: Standing) -> bool:
        """Whether votes or polls are spoken of."""
        spoken = any(share.company.here.get(each) for each in self._polled.topics)
        if share.last is not None or share.sentence.before or spoken:
            return True
        around = share.sentence.words(share.at - NEAR, share.at + NEAR)
        if not self._never.isdisjoint(around) and not self.is_listed(share):
            return False
        near = any(share.company.near.get(each) for each in self._polled.topics)
        article = share.sentence.beside(0, 0).article
        if (
            share.company.party
            or near
            or len(article & self._field.topics[self._polled.ballot]) >= _MUCH
        ):
            return True
        return self._is_told_of_contenders(share)

    def is_listed(self, share: Standing) -> bool:
        """Whether it stands in brackets behind what was asked about: "a food court (38%)"."""
        asked = share.company.near.get(self._polled.opinion, 0) > 1
        return asked and share.lead >= 0 and share.tokens[share.lead].word == "("

    def _is_told_of_contenders(self, share: Standing) -> bool:
        """Whether the sentence by itself tells that it is of those who stand for election."""
        near = share.tokens[max(0, share.at - LONG) : share.at + LONG]
        if any(token.code == "U" for token in near) or self._is_ranked(share):
            return self.contends(share)
        if self._is_polled(share) or self._is_counted_for(share):
            return True
        shares = [
            at
            for at in range(max(0, share.at - LONG), min(share.at + LONG, len(share.tokens)))
            if share.tokens[at].code == "S" and is_figured(share.tokens[at])
        ]
        if len(shares) <= 1:
            return False
        before = [share.tokens[at - 1] for at in shares if at]
        if len(before) == len(shares) and all(
            token.is_name and token.code in "AHXW" for token in before
        ):
            return True
        return self.contends(share) and self.is_won(share)

    def _is_polled(self, share: Standing) -> bool:
        """Whether a person does what only a vote makes them do: "Ndiaye got 41%"."""
        if share.lead < 0 or share.domain.sort != "none" or not is_figured(share.tokens[share.at]):
            return False
        group, clause = share.tokens[share.lead].group, share.sentence.clause(share.lead)
        if group is None or clause is None or clause.subject is None:
            return False
        following = share.tokens[share.at + 1].word if share.at + 1 < len(share.tokens) else "."
        subject = share.sentence.scene.line.units[clause.subject]
        won = not figure_words("polling_verbs").isdisjoint(group.lemmas)
        return won and subject.code in "HXW" and following in figure_words("statement_ends")

    def _is_counted_for(self, share: Standing) -> bool:
        """Whether somebody is shown to have it: "the count showed 47% for Lula"."""
        group = share.tokens[share.lead].group if share.lead >= 0 else None
        shown = group is not None and not figure_words("showing").isdisjoint(group.lemmas)
        owner = self._owner(share)
        return shown and owner is not None and owner.code in "AHXW"

    def is_of_somebody(self, share: Standing) -> bool:
        """Whether who has it is named right behind it: "44% for the Greens", "gave 44% to her"."""
        return self._owner(share) is not None

    def _owner(self, share: Standing) -> Token | None:
        """Who is named behind a share as the one whose it is."""
        group = share.tokens[share.lead].group if share.lead >= 0 else None
        gives = group is not None and not figure_words("giving").isdisjoint(group.lemmas)
        links = figure_words("owned_by") | self._to if gives else figure_words("owned_by")
        at = share.at + 2
        if share.sentence.word(at - 1) not in links:
            return None
        while share.sentence.word(at) in self._determiners:
            at += 1
        found = share.tokens[at : at + 1]
        return next((each for each in found if each.is_name or is_contender(each)), None)

    def _is_ranked(self, share: Standing) -> bool:
        """Whether a rank stands before it: "came second with 20%"."""
        at = share.lead
        if at < 1 or share.tokens[at].word not in figure_words("share_links"):
            return False
        ranked = any(token.code == "O" for token in share.tokens[max(0, at - 4) : at])
        return ranked and self.is_won(share)

    def is_voting(self, share: Standing) -> bool:
        """Whether it is votes that are spoken of, and not only answers."""
        topics = self._field.topics
        if not share.company.near.get(self._polled.opinion) or share.company.words & (
            topics[self._polled.ballot] - topics[self._polled.opinion]
        ):
            return True
        near = share.tokens[max(0, share.at - LONG) : share.at + LONG]
        return share.company.party or any(
            token.code in "HW" or is_contender(token) for token in near
        )

    def is_voted(self, share: Standing) -> bool:
        """Whether a vote is spoken of, or another share was just read."""
        return bool(share.company.near.get(self._polled.ballot)) or share.last is not None

    def is_won(self, share: Standing) -> bool:
        """Whether a verb of winning stands before it in its clause."""
        verb = share.sentence.verb_before(share.at, NEAR)
        group = share.tokens[verb].group if verb is not None else None
        beside = Beside(frozenset(), share.company.words)
        return group is not None and bool(self._field.of_verb("object", group.lemmas, beside))

    def stands(self, share: Standing) -> bool:
        """Whether one who stands for election does what a vote is spoken of: "Labour bagged 41%".

        What they do has no list: no more may follow than what ends a statement, or says where.
        """
        clause = share.sentence.clause(share.lead)
        if clause is None or clause.subject is None or share.domain.sort != "none":
            return False
        behind = share.sentence.word(share.at + 1)
        ended = behind in figure_words("seat_ends") | figure_words("owned_by") or not behind
        if not ended or not is_figured(share.tokens[share.at]):
            return False
        spoken = share.company.here.get(self._polled.ballot)
        if not spoken and not share.goes_on(self._polled.shares):
            return False
        subject = share.sentence.scene.line.units[clause.subject]
        party = any(is_party(each.mention) for each in subject.walk())
        return subject.code in "HXW" or party or contends(subject.word)

    def _is_cast(self, word: str) -> bool:
        """Whether it is of what people cast: "spoiled ballots"."""
        return self._field.names(word.rpartition(" ")[2], "among")

    def is_described(self, share: Standing) -> bool:
        """Whether an adjective stands before "with": "the Greens are happy with 21%"."""
        if share.lead <= 1:
            return False
        verb, before = share.tokens[share.lead - 2 : share.lead]
        if verb.group is None or self._be.isdisjoint(verb.group.lemmas):
            return False
        return (
            before.is_word
            and not before.is_name
            and before.code != "O"
            and (before.word not in figure_words("ranks"))
        )

    def is_of_another(self, share: Standing) -> bool:
        """Whether a noun of another figure stands before it, and no vote or poll is spoken of."""
        if self._is_owned_by_another(share):
            return True
        if any(share.company.here.get(each) for each in self._polled.topics):
            return False
        return not self._never.isdisjoint(share.sentence.words(share.at - LONG, share.at))

    def _is_owned_by_another(self, share: Standing) -> bool:
        """Whether such a noun is the last that it may be of: "unemployment there runs at 34%"."""
        clause = len(share.inner())
        for token in reversed(share.tokens[max(0, share.at - clause) : share.at]):
            topical = any(token.word in self._field.topics[each] for each in self._polled.topics)
            if token.is_name or is_contender(token) or topical:
                return False
            if token.word in self._never:
                return True
        return False

    def is_foreign(self, share: Standing) -> bool:
        """Whether its verb has a subject that stands for nothing: "coverage rose to 55 percent"."""
        if share.tokens[share.lead].word == "(":
            return False
        for at in range(share.at - 1, max(-1, share.at - NEAR), -1):
            token = share.tokens[at]
            if token.is_name or is_contender(token) or _is_vote(token):
                return False
            if token.group is not None and token.group.form == "finite":
                clause = share.sentence.clause(at)
                if clause is None or clause.subject is None:
                    return False
                if at and share.tokens[at - 1].word in self._pronouns:
                    return False
                if share.sentence.word(at - 1) == "," and share.tokens[at - 2].is_name:
                    return False  # "her deputy, Mr Kern, received 66.2"
                unit = share.sentence.scene.line.units[clause.subject]
                known = unit.code in _WHO or unit.word in self._persons
                words = unit.word.split()
                if words and words[-1] in figure_words("proportions"):
                    return True
                if words and words[-1] in figure_words("findings"):
                    return False
                known = known or any(
                    self._domains.is_people(each) and is_plural(each.word)
                    for each in share.tokens[:at]
                    if each.at == clause.subject
                )
                resumed = bool(words) and words[-1] in figure_words("resuming")
                return not (known or resumed or contends(unit.word) or self._is_cast(unit.word))
        return False

    def contends(self, share: Standing) -> bool:
        """Whether somebody stands before it who may have it."""
        first = max(0, share.at - NEAR - 2)
        if self._owner(share) is not None:
            return True
        governed = share.lead > 0 and share.tokens[share.lead].group is not None
        if governed and share.tokens[share.lead - 1].word in self._pronouns:
            return True
        if share.last is not None or any(
            each.choice in self._polled.shares for each in share.sentence.before
        ):
            return True
        return any(
            token.is_name
            or is_contender(token)
            or token.word in self._persons
            or (token.capital and token.word in figure_words("camps"))
            for token in share.tokens[first : share.at]
        )


def _is_vote(token: Token) -> bool:
    """Whether a verb says that people vote: "the county voted 63 percent for Lund"."""
    group = token.group
    return group is not None and not figure_words("voting_verbs").isdisjoint(group.lemmas)
