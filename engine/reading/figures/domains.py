"""What a share is a share of: of people, of what they cast, or of something else."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from ..glance import Glance
from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural
from .field import ALONE, Beside, Evoked, Field
from .sentence import Sentence
from .tokens import PLAIN, Token
from .wholes import WholeFinder
from .words import figure_endings, figure_words

__all__ = ["Domain", "DomainFinder"]

_AGED = 3
_WHOLES = frozenset([*map(Decimal, range(2, 11)), Decimal(20), Decimal(100)])
"""Of how many so many are told."""


@dataclass(frozen=True, slots=True)
class Domain:
    """What a share is of.

    Attributes:
        sort: people, what they cast (``votes``), a quantity that the share is the size of
            (``counted``: "a 25% turnout"), something else, or nothing that is said.
        end: index of the token behind it.
        head: index of the token of its noun.
        evoked: what the noun says.
    """

    sort: Literal["people", "votes", "counted", "other", "none"]
    end: int
    head: int | None = None
    evoked: Evoked | None = None


class DomainFinder(WholeFinder):
    """Finds what shares are of.

    Args:
        grammar: the word classes.
        field: the words that tell what is measured.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        super().__init__(grammar, field)
        g = grammar
        self._in_whole = tuple(f" {word}" for word in figure_words("in_whole"))
        self._who = g.words("relatives")
        self._articles, self._prepositions = g.words("articles"), g.words("prepositions")
        self._pronouns = figure_words("of_whom")
        self._modals = g.words("modals")
        self._times = figure_words("times_told")
        self._bodies = figure_words("answering_bodies")
        self._joining = g.words("additions")

    def find(self, sentence: Sentence, at: int, beside: Beside) -> Domain:
        """What the share at token ``at`` is of."""
        tokens = sentence.tokens
        inverted = self.inverted(sentence, at)
        if inverted is not None:
            return inverted
        first = at + 1
        while first < len(tokens) and tokens[first].word in figure_words("passed_over"):
            first += 1
        if first >= len(tokens):
            return Domain("none", at + 1)
        token = tokens[first]
        following = tokens[first + 1] if first + 1 < len(tokens) else None
        joined = token.word in self._joining and following is not None
        if joined and following and following.code == "S":  # "40% and 36% of voters"
            found = self.find(sentence, first + 1, beside)
            return found if found.sort != "none" else Domain("none", at + 1)
        if token.word in figure_words("ofs"):
            return self._of(sentence, first, beside)
        if token.word in figure_words("places_of") and first + 1 < len(tokens):
            return Domain("none", at + 1)
        return self._beside(sentence, first, beside)

    def is_verbed(self, sentence: Sentence, at: int, spoken: AbstractSet[str]) -> bool:
        """Whether a verb that the grammar does not know is behind a share: "27% plump for her".

        A noun ("a 27% stake in it") may stand before a preposition as well: there it is one unless
        a poll is ``spoken`` of.
        """
        at = self._skip(sentence, at)
        if sentence.word(at - 1) in self._articles or sentence.word(at + 2) == "":
            return False
        verb, following = sentence.tokens[at + 1 : at + 3]
        if verb.word in self._modals:
            return True
        asked = not self._field.topics[self._field.kind.polled.opinion].isdisjoint(spoken)
        goes_on = following.word in self._openers or following.is_name
        goes_on = goes_on or (asked and following.word in self._prepositions)
        plain = self._field.verb(verb.word) == verb.word and following.is_word
        past = verb.word.endswith(figure_endings("past_endings")) and following.is_word
        past = past and (verb.code == PLAIN or self._field.verb(verb.word) is not None)
        if asked and (plain or past) and following.word not in self._ends:
            return True  # "61 percent want longer hours", "83% prioritised those who fight it"
        return verb.code == PLAIN and goes_on and not self.is_people(verb)

    def _skip(self, sentence: Sentence, at: int) -> int:
        """The last of the adverbs behind token ``at``, or that token: "29% (now) demand it"."""
        passed = self._adverbs | figure_words("stating_shares")
        while sentence.word(at + 1) in passed and not sentence.tokens[at + 1].group:
            at += 1
        return at

    def is_told_of(self, sentence: Sentence, domain: Domain) -> bool:
        """Whether more is told of what a share is of: "57 percent of ballots that were counted"."""
        return domain.sort == "votes" and sentence.word(domain.end) in self._who

    def may_be_inverted(self, sentence: Glance) -> bool:
        """Whether so many in so many may be told of somebody in it; see ``inverted``."""
        text = sentence.text.lower()
        return any(
            number.quantity.low in _WHOLES
            and text[: number.start].rstrip().endswith(self._in_whole)
            for number in sentence.numbers
        )

    def inverted(self, sentence: Sentence, at: int) -> Domain | None:
        """Those of whom so many in so many are told: "one voter in five", "two men in three"."""
        number, tokens = sentence.tokens[at].number, sentence.tokens
        if number is None or number.form != "count" or tokens[at].word.isdigit():
            return None
        for head in range(at + 1, min(at + _AGED, len(tokens) - 2)):
            whole = tokens[head + 2].number
            if tokens[head + 1].word in figure_words("in_whole") and whole is not None:
                people = self.is_people(tokens[head]) or self._is_person(tokens[head])
                if whole.form != "count" or whole.quantity.low not in _WHOLES:
                    return None
                cast = self._field.of_noun("among", tokens[head].word, ALONE)
                if cast is not None:  # "four votes in five"
                    return Domain("votes", head + 3, head, cast)
                return Domain("people", head + 3, head) if people else None
        return None

    def _of(self, sentence: Sentence, of: int, beside: Beside) -> Domain:
        """What stands behind "of"."""
        tokens = sentence.tokens
        following = tokens[of + 1 : of + 2]
        if following and following[0].word in self._pronouns:
            end = of + 2
            named = tokens[end : end + 1]
            if named and following[0].word in self._determiners and self._is_noun(named[0]):
                end += 1
            return Domain("people", end, end - 1)
        what = following and following[0].word in figure_words("of_what")
        if what and not any(self._is_noun(each) for each in tokens[of + 2 : of + 3]):
            return Domain("other", of + 2, of + 1)
        told = self._numbered(tokens, of + 1) or self._adjectival(tokens, of + 1)
        if told:
            return Domain("people", told, told - 1)
        aged = self._aged(tokens, of + 1)
        cast = self._field.of_noun("among", sentence.word(aged), ALONE) if aged else None
        if cast is not None:
            return Domain("votes", aged + 1, aged, cast)  # "of the 65 and older vote"
        if aged:
            return Domain("people", aged, aged - 1)
        end = self._end(sentence, of + 1)
        found = self._headed(tokens, of + 1, end, beside) or self._in(tokens, of + 1, end, beside)
        if found is not None:
            return found
        joined = self._joined_whole(sentence, of, end, beside)
        if joined is not None:
            return joined
        return Domain("other", end, end - 1) if end > of + 1 else Domain("none", of)

    def _joined_whole(self, sentence: Sentence, of: int, end: int, beside: Beside) -> Domain | None:
        """What it is of where the noun that says so stands behind a comma, or a conjunction."""
        tokens = sentence.tokens
        if end == of + 1 or sentence.word(end) not in {",", *self._joining}:
            return None
        first = tokens[of + 1]
        if tokens[end + 1 : end + 2] and tokens[end + 1].code == "S":
            shared = self.find(sentence, end + 1, beside)  # "30% of the male and 24% of the …"
            return replace(shared, end=end) if shared.sort == "votes" else None
        last = self._end(sentence, end + 1)
        found = self._in(tokens, end + 1, last, beside)
        head = tokens[found.head] if found is not None and found.head is not None else None
        if found is None or head is None or not is_plural(head.word):
            return None
        if head.code in "HXW" and is_plural(tokens[end - 1].word):
            return None  # "of delegates and Sanders"
        listed = sentence.word(end) in self._joining  # "of university staff and students"
        described = end == of + 2 and first.is_word and not is_plural(first.word)
        return found if (listed and found.sort == "people") or described else None

    def _numbered(self, tokens: Sequence[Token], at: int) -> int:
        """Where those end who are told by their number alone: "the 60 (who replied)"."""
        counted = [token for token in tokens[at : at + 3] if token.word not in self._openers][:2]
        if len(counted) < _AGED - 1 or counted[0].code != "N" or counted[1].word not in self._who:
            return 0
        return tokens.index(counted[1], at)

    def _adjectival(self, tokens: Sequence[Token], at: int) -> int:
        """Where those end who are told by an adjective alone: "the young (prefer it)"."""
        words = [token.word for token in tokens[at : at + 2]]
        told = len(words) > 1 and words[0] in self._articles
        if not told or words[1] not in figure_words("people_adjectives"):
            return 0
        return at + 2 if at + 2 >= len(tokens) or not self._is_noun(tokens[at + 2]) else 0

    @staticmethod
    def _aged(tokens: Sequence[Token], at: int) -> int:
        """Where those end who are told by their age alone: "under-25s", "18- to 24-year-olds"."""
        at += at < len(tokens) and tokens[at].word in figure_words("whole")
        words = [token.word for token in tokens[at : at + 4]]
        told = len(words) > _AGED - 1 and words[1] == "-" and words[2][:1].isdigit()
        end = at + _AGED + (words[_AGED:] == ["s"]) if told else 0
        if at < len(tokens) and tokens[at].code == "Y":
            end = at + 1
        return end

    def _headed(
        self, tokens: Sequence[Token], first: int, end: int, beside: Beside
    ) -> Domain | None:
        """The same where more is told of its noun behind "of": "of people of colour"."""
        inner = next(
            (at for at in range(first, end) if tokens[at].word in figure_words("ofs")), end
        )
        found = self._in(tokens, first, inner, beside) if first < inner < end else None
        return replace(found, end=end) if found is not None else None

    def _in(self, tokens: Sequence[Token], first: int, end: int, beside: Beside) -> Domain | None:
        """The noun that says it, of a noun phrase: the last one that can."""
        for at in range(end - 1, first - 1, -1):
            token = tokens[at]
            if token.code == "Y":
                continue
            word = token.word.split()[-1] if token.word[:1].isalpha() else token.word
            evoked = self._field.of_noun("among", word, beside)
            owner = tokens[at + 1].word if at + 1 < end else ""
            if owner in ("'s", "'"):
                continue
            if evoked is not None:
                return Domain("votes", end, at, evoked)
            if self.is_people(token) or self._answers(token, beside) or token.code in "CP":
                return Domain("people", end, at)
            if token.word not in self._skipped and token.is_word and at == end - 1:
                counted = self._counted(word, beside)
                if counted is not None:  # "of the total vote share"
                    cast = counted.choice == self._field.kind.polled.ballot
                    return Domain("votes", end, at, counted) if cast else None
                if at == first or not self._goes_on(tokens[at - 1], beside):
                    return None
        return None

    def _goes_on(self, token: Token, beside: Beside) -> bool:
        """Whether a noun may stand behind the one that says it: "of Gen Z", "the vote share"."""
        known = token.word in figure_words("minded")
        return known or self._field.of_noun("among", token.word, beside) is not None

    def _beside(self, sentence: Sentence, first: int, beside: Beside) -> Domain:
        """What stands right behind the share: "six in ten voters", "a 25% turnout"."""
        tokens = sentence.tokens
        if self._is_done(sentence, first, beside):
            return Domain("none", first)
        timed = tokens[first].word in self._determiners and sentence.word(first + 1) in self._times
        end = self._end(sentence, first, most=4)
        # "hit the 50 percent mark"
        timed = timed or tokens[first].word in figure_words("rated_nouns") & figure_words("needed")
        if timed or end == first or sentence.word(end) == ":":  # "51% Not sure: 11%"
            return Domain("none", first)
        for at in range(first, end):
            token = tokens[at]
            evoked = self._counted(token.word, beside)
            if evoked is not None:
                return Domain("counted", at + 1, at, evoked)
        if self.is_verbed(sentence, first - 1, beside.article):
            return Domain("none", first)
        last = tokens[end - 1]
        head = next((at for at in range(first, end) if self.is_people(tokens[at])), None)
        if head is not None and not tokens[head].is_name:
            head = self._joined(sentence, head)
            return Domain("people", head + 1, head)
        whole = tokens[first].word in self._skipped and last.code in "CP"  # "half the UK"
        if last.is_name and (head is not None or whole):
            return Domain("people", end, end - 1)
        if tokens[first].is_name:
            return Domain("none", first)
        if any(self._is_noun(token) for token in tokens[first:end]):
            return Domain("other", end, end - 1)
        return Domain("none", first)

    def _is_done(self, sentence: Sentence, first: int, beside: Beside) -> bool:
        """Whether an adverb with its verb stands behind a share: "29% now demand presence"."""
        verb = self._skip(sentence, first - 1) + 1
        if verb >= len(sentence.tokens):
            return False
        spoken = self._field.topics[self._field.kind.polled.opinion] & beside.article
        token = sentence.tokens[verb]
        if verb == first:  # "46 percent favouring it"
            gerund = self._field.is_gerund(token.word)
            return bool(spoken) and gerund and not self._field.names(token.word, "quantity")
        return bool(token.group or (spoken and self._field.verb(token.word)))

    def _joined(self, sentence: Sentence, head: int) -> int:
        """The last of two nouns of people that "and" joins: "mums and dads"."""
        following = sentence.tokens[head + 2 : head + 3]
        joined = sentence.word(head + 1) in self._joining
        return head + 2 if joined and any(map(self.is_people, following)) else head

    def _answers(self, token: Token, beside: Beside) -> bool:
        """Whether those who run it answer for it where a survey is spoken of: "64% of firms"."""
        spoken = not self._field.topics[self._field.kind.polled.opinion].isdisjoint(beside.article)
        return spoken and token.word in self._bodies

    def _counted(self, word: str, beside: Beside) -> Evoked | None:
        return self._field.of_noun("counted", word, beside)
