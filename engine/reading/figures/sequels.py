"""Shares that go on with another: gaps, pairs, and the exact figure of a rough one."""

from __future__ import annotations

from ..grammar.classes import Grammar
from ..grammar.nouns import singular
from .contention import ContentionReader
from .field import Beside, Evoked, Field
from .holders import lead_of
from .predicates import PredicateReader
from .sentence import FigureReading, Sentence
from .standing import (
    CLOSE,
    LONG,
    MARKS,
    NEAR,
    Standing,
    default,
    is_figured,
    is_pair,
    makes_whole,
    topic,
)
from .words import figure_words

__all__ = ["SequelReader"]


_OF_PEOPLE = ("people", "answer")
_PLACES = "PC"
_MUCH = 2
"""Words of the topic of opinion that make those people by whom something is done."""


class SequelReader:
    """Reads the shares that leave out what they have in common with another.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field, contention: ContentionReader) -> None:
        self._field = field
        self._polled = field.kind.polled
        self._contention = contention
        self._predicates = PredicateReader(grammar, field)
        self._locatives = grammar.words("locatives")
        self._additions = grammar.words("additions")
        self._things = figure_words("things") | frozenset(field.kind.never)

    def agent(self, share: Standing) -> Evoked | None:
        """What those do by whom something is done: "was backed by 20 percent"."""
        if share.lead < 1 or share.tokens[share.lead].word not in figure_words("bys"):
            return None
        verb = share.sentence.verb_before(share.lead, CLOSE + 2)
        group = share.tokens[verb].group if verb is not None else None
        near = verb == share.lead - 1
        if group is None or group.voice == "active" or not (near or group.voice == "passive"):
            return self._decided(share)
        beside = Beside(frozenset(), share.company.words)
        evoked = self._field.of_verb("subject", group.lemmas, beside)
        if not figure_words("stepping").isdisjoint(group.lemmas):
            return evoked  # "plantings were cut by 4 percent": by how much
        return evoked or topic(self._field, share, self._polled.opinion, _MUCH)

    def _decided(self, share: Standing) -> Evoked | None:
        """By what share a vote went: "members rejected the offer by 87 percent"."""
        voted = share.company.near.get(self._polled.ballot) and is_figured(share.tokens[share.at])
        return self.opinion(share, share.lead) if voted and not is_pair(share) else None

    def gapped(self, share: Standing) -> Evoked | None:
        """A share that goes on with the one before: "… 49.5 percent and his rival 44.9 percent"."""
        last = share.last
        if last is None:
            return None
        tokens = share.tokens[last.phrase.end : share.at]
        words = [token.word for token in tokens]
        if not words:
            return last.evoked
        joined = words[0] in figure_words("share_joints")
        if len(words) < NEAR and joined and not any(token.group for token in tokens):
            return last.evoked
        if self.compared(share):
            return last.evoked
        if self.is_gap(share):
            return last.evoked
        if share.lead >= 0 and share.tokens[share.lead].word in figure_words("including"):
            return last.evoked
        if self._is_elsewhere(share, last):
            return last.evoked
        before = share.lead >= 0 and share.tokens[share.lead].word
        if before in figure_words("gap_links") and len(words) < LONG:
            return last.evoked
        return None

    def _is_elsewhere(self, share: Standing, last: FigureReading) -> bool:
        """Whether it is the same of another place: "64 percent agreed, in Ghana (58 percent)"."""
        place = share.lead
        if place <= 1 or share.tokens[place].code not in _PLACES:
            return False
        before = share.sentence.words(place - 2, place)
        asked = last.choice == self._polled.opinion and last.construction in (*_OF_PEOPLE, "gap")
        return asked and before[1] in self._locatives and before[0] in figure_words("gap_joints")

    def compared(self, share: Standing) -> Evoked | None:
        """A share that another is held against: "71 percent, as against 68 a year ago"."""
        words = share.sentence.words(share.lead - 1, share.lead + 1) if share.lead > 0 else []
        held = " ".join(words) in figure_words("comparing")
        return share.last.evoked if held and share.last is not None else None

    def is_gap(self, share: Standing) -> bool:
        """Whether its verb is left out: "47 percent back her and 45 percent her rival"."""
        if share.lead < 0 or share.tokens[share.lead].word not in figure_words("gap_joints"):
            return False
        for token in share.tokens[share.at + 1 : share.at + 1 + CLOSE]:
            if token.word in MARKS or token.word in self._additions:
                return True
            if token.group is not None:
                return False
        return False

    def apposed(self, share: Standing) -> Evoked | None:
        """The exact figure of a rough one: "a majority of Danes, 58%, back the plan"."""
        rough = self.rough(share.sentence, share.at)
        if rough is None:
            return self._enclosed(share)
        found = self._predicates.behind(share.sentence, share.at + 2, share.company)
        if found is not None:
            return found.evoked
        told = share.tokens[rough].word.split()[-1] in figure_words("answering")
        return (
            default(self._field, self._polled.opinion)
            if told
            else topic(self._field, share, self._polled.opinion, 1)
        )

    def _enclosed(self, share: Standing) -> Evoked | None:
        """A share between dashes, of those whose verb follows: "nearly all – 95% – agree"."""
        tokens, at = share.tokens, share.at
        if at <= 1 or at + 1 >= len(tokens) or tokens[at - 2].is_name:
            return None
        if {tokens[at - 1].word, tokens[at + 1].word} not in ({"–"}, {"—"}, {"(", ")"}):
            return None
        found = self._predicates.behind(share.sentence, at + 2, share.company)
        return found.evoked if found is not None and found.near else None

    def rough(self, sentence: Sentence, at: int) -> int | None:
        """The token of the share in words that the exact one at ``at`` stands beside."""
        tokens = sentence.tokens
        if at <= 1 or tokens[at - 1].word not in figure_words("rough_links"):
            return None
        behind = tokens[at + 1].word if at + 1 < len(tokens) else "."
        if tokens[at - 1].word in figure_words("ofs"):
            if tokens[at - 2].number is None:
                return None
        elif behind not in (",", ")", "–", "—", "."):
            return None
        for here in range(at - 2, max(-1, at - 10), -1):
            token = tokens[here]
            if token.number is not None:
                worded = token.number.form in ("share", "ratio")
                figured = any(map(str.isdigit, token.word)) and figure_words("in_whole").isdisjoint(
                    token.word.split()
                )
                return here if worded and not figured else None
            if token.group is not None or token.word in figure_words("parting"):
                return None
        return None

    def resumed(self, share: Standing) -> Evoked | None:
        """A share of what was told before: "among men it is 48%"."""
        if share.last is not None:
            return share.last.evoked
        earlier = [each for each in share.sentence.before if each.choice in self._polled.shares]
        return earlier[-1].evoked if earlier else None

    def paired(self, share: Standing) -> Evoked | None:
        """The first of two answers: "favour the plan by 58 percent to 36 percent"."""
        tokens, lead = share.tokens, share.lead
        if lead < 0 or not is_pair(share):
            return None
        if tokens[lead].word in figure_words("share_starts"):
            return None
        if makes_whole(share) and self.opinion(share, lead) is None:
            return default(self._field, self._polled.ballot)
        if tokens[lead].word in figure_words("ofs") and tokens[lead - 1].word in figure_words(
            "apart"
        ):
            lead = lead_of(share.sentence, lead - 1)
        if lead < 0:
            return None
        if tokens[lead].word not in figure_words("pair_links"):
            won = self._contention.is_won(share) and self._contention.is_warm(share)
            asked = self.opinion(share, lead + 1)  # "oppose the plan 55 percent to 26"
            return asked or (default(self._field, self._polled.ballot) if won else None)
        evoked = self.opinion(share, lead)
        decided = self._contention.is_won(share) and not share.company.near.get(
            self._polled.opinion
        )
        if evoked is not None and not decided:
            return evoked
        if tokens[lead].word in figure_words("bys"):
            if self._contention.is_won(share):
                return default(self._field, self._polled.ballot)
            return topic(self._field, share, self._polled.opinion, 1)
        return (
            default(self._field, self._polled.ballot) if self._contention.is_warm(share) else None
        )

    def is_second(self, share: Standing) -> bool:
        """Whether it is the other of a pair: "by a 47 percent to (35 percent) margin"."""
        end = share.last.phrase.end if share.last is not None else 0
        glued = end == share.at and share.tokens[share.at].word[0] in "-–"  # "49% -33% margin"
        told = share.last is not None and end == share.at - 1
        paired = told and share.sentence.word(share.at - 1) in figure_words("pairing")
        paired = paired or glued
        return paired and share.sentence.word(share.at + 1) not in figure_words("ofs")

    def bracketed(self, share: Standing) -> Evoked | None:
        """A share in brackets behind another: "a third say so (36% in May, 32% road tolls)"."""
        between = share.tokens[share.last.phrase.end : share.at] if share.last else ()
        opened = [token.word for token in between if token.word in ("(", ")")]
        if share.last is None or opened[-1:] == [")"]:
            return None
        told = not opened and share.last.construction == "bracketed"
        labelled = any(token.is_word for token in share.tokens[share.at + 1 : share.at + 2])
        of = share.sentence.word(share.at + 1) in figure_words("ofs")
        return share.last.evoked if (opened or told) and labelled and not of else None

    def listed(self, share: Standing) -> Evoked | None:
        """A share of those who stand beside people of whom another is: "and 33% of the blue".

        Nothing but those, and what joins the two shares, stands between them.
        """
        last, domain, sentence = share.last, share.domain, share.sentence
        if last is not None and self._is_of_next(share, last):
            return last.evoked
        if last is None or domain.sort != "other" or last.construction not in _OF_PEOPLE:
            return None
        if sentence.word(share.at + 1) not in figure_words("ofs"):
            return None
        lead, between = (
            sentence.words(share.lead - 1, share.lead + 1),
            share.tokens[last.phrase.end : share.at],
        )
        held = " ".join(lead) in figure_words("comparing") or lead[-1:] == ["versus"]
        owned = sentence.word(domain.end - 1) in figure_words("genitives")  # "with 62% of Lund's"
        near = len(between) <= CLOSE and not any(token.group for token in between)
        joined = near and not figure_words("gap_joints").isdisjoint(lead[-1:])
        whole = map(singular, sentence.words(share.at + 2, domain.end))
        told = joined or (held and owned)
        return last.evoked if told and self._things.isdisjoint(whole) else None

    def _is_of_next(self, share: Standing, last: FigureReading) -> bool:
        """Whether two go on with "of": "13 percent said the same of Lund, 11 percent (of Holm)"."""
        ofs, joint = figure_words("ofs"), share.at - 1
        while joint > 0 and share.sentence.word(joint) in figure_words("gap_joints"):
            joint -= 1
        first = joint
        while first > last.phrase.at and share.tokens[first].is_name:
            first -= 1
        owned = share.tokens[share.at + 2 : share.at + 3]
        behind = share.sentence.word(share.at + 1) in ofs and any(t.is_name for t in owned)
        asked = last.construction in ("answer", "people") and joint < share.at - 1
        return behind and asked and first < joint and share.sentence.word(first) in ofs

    def opinion(self, share: Standing, lead: int) -> Evoked | None:
        """What the nearest verb before token ``lead`` says, if it is one of opinion."""
        beside = Beside(frozenset(), share.company.words)
        for at in range(lead - 1, max(-1, lead - LONG), -1):
            token = share.tokens[at]
            if token.word in figure_words("parting"):
                return None
            if token.group is not None:
                evoked = self._field.of_verb("subject", token.group.lemmas, beside)
                asked = (
                    evoked is not None
                    and evoked.choice == self._polled.opinion
                    and not evoked.about
                )
                return evoked if asked else None
        return None
