"""How a share stands in its sentence: what is before it, behind it, and spoken of around it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...model import Quantity
from .company import Company
from .domains import Domain
from .field import Evoked, Field
from .sentence import FigureReading, Sentence
from .tokens import Token
from .words import figure_endings, figure_words

__all__ = [
    "CLOSE", "LONG", "MARKS", "NEAR", "Standing", "contends", "default", "is_contender",
    "is_digits", "is_figured", "is_of_last_vote", "is_pair", "makes_whole", "to_mark", "topic",
]  # fmt: skip

NEAR, CLOSE, LONG = 12, 5, 16
"""How many tokens around a share are looked at, for what may stand further off or nearer."""

_WHOLE, _ROUNDED = 100, 1
_GOING_ON = 3
"""Words of a topic that a share is worth which was read just before."""
MARKS = frozenset(".,;:)")
_DASHES = ("-", "–", "−")


@dataclass(frozen=True, slots=True)
class Standing:
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
    last: FigureReading | None

    @property
    def tokens(self) -> Sequence[Token]:
        """The words of its sentence."""
        return self.sentence.tokens

    def goes_on(self, choices: Collection[str]) -> bool:
        """Whether another of ``choices`` was read in its sentence, or the one before."""
        told = self.last is not None
        return told or any(each.choice in choices for each in self.sentence.before)

    def before(self, most: int = NEAR) -> list[str]:
        """The words of its clause before it."""
        words = self.sentence.words(self.at - most, self.at)[::-1]
        label = words[:1] if words[:1] == [":"] else []
        return (label + _until(words[len(label) :]))[::-1]

    def after(self, most: int = NEAR) -> list[str]:
        """The words of its clause behind it."""
        return _until(self.sentence.words(self.at + 1, self.at + 1 + most))

    def inner(self) -> list[str]:
        """The words before it up to the next mark."""
        words = self.before()
        marks = [index for index, word in enumerate(words) if word in MARKS or word == "("]
        return words[marks[-1] + 1 :] if marks else words


def _until(words: list[str]) -> list[str]:
    """The words up to where another clause begins."""
    ends = figure_words("parting")
    for index, word in enumerate(words):
        if word in ends:
            return words[:index]
    return words


def is_pair(share: Standing) -> bool:
    """Whether another figure stands against it: "58 percent to 36 percent"."""
    following = share.tokens[share.at + 1 : share.at + 3 + CLOSE]
    if following and _is_share(following[0]) and following[0].word[0] in _DASHES:
        return True  # "53% -43%"
    if len(following) <= 1 or following[0].word not in figure_words("pairing"):
        return False
    owned = any(  # "46 per cent to Mr Dutton's 37"
        token.word in ("'s", "'") and each.number for token, each in pairwise(following)
    )
    other = following[1]
    return owned or _is_share(other) or is_digits(other)


def makes_whole(share: Standing) -> bool:
    """Whether a share and the one against it are together all there is: "53.5 to 46.5 percent"."""
    glued = share.tokens[share.at + 1].number  # "53% -43%"
    other = glued or share.tokens[share.at + 2].number
    ends = (share.quantity.low, other.quantity.low if other is not None else None)
    if ends[0] is None or ends[1] is None:
        return False
    return _WHOLE - _ROUNDED <= ends[0] + ends[1] <= _WHOLE + _ROUNDED


def _is_share(token: Token) -> bool:
    """Whether a number may be a share, with its sign or without."""
    if token.number is None or token.code not in "SN":
        return False
    low = token.number.quantity.low
    return low is not None and low <= _WHOLE


def default(field: Field, choice: str) -> Evoked:
    """What a share is that no word of its own makes it."""
    return Evoked(choice, gives=field.gives[choice])


def topic(field: Field, share: Standing, choice: str, least: int) -> Evoked | None:
    """The same, where enough is said of it around the share."""
    company, going = share.company, share.goes_on(field.kind.polled.shares)
    spoken = company.here.get(choice, 0) or company.near.get(choice, 0) + _GOING_ON * going >= least
    return default(field, choice) if spoken else None


def is_contender(token: Token) -> bool:
    """Whether a noun is of those who stand for election, or are stood for."""
    return contends(token.word)


def contends(word: str) -> bool:
    """The same of the last word of ``word``: "the nationalists", "her rival"."""
    last = word.rpartition(" ")[2]
    ending = last.endswith(figure_endings("contending"))
    return bool(last) and (ending or last in figure_words("contenders"))


def to_mark(words: Sequence[str]) -> list[str]:
    """The words up to the next mark or conjunction."""
    found = []
    for word in words:
        if word in MARKS or word in figure_words("marks_off"):
            break
        found.append(word)
    return found


def is_figured(token: Token) -> bool:
    """Whether a share is told in percent rather than as a half or a third."""
    return not figure_words("percents").isdisjoint(token.word.split()) or token.word.endswith("%")


def is_digits(token: Token) -> bool:
    """Whether a token is digits that no number was made of, as in a score."""
    return token.number is None and token.word.isdigit()


def is_of_last_vote(sentence: Sentence, at: int) -> bool:
    """Whether a figure is that of the vote before: "took 41 percent in the last election"."""
    before, votes = figure_words("last_votes"), figure_words("votes_held")
    told = [*sentence.words(at - NEAR, at), "-", *_until(sentence.words(at + 1, at + NEAR))]
    words = " ".join(told).split()  # a date may be several: "at the last election"
    return any(
        word in before and not votes.isdisjoint(words[index + 1 : index + 4])
        for index, word in enumerate(words)
    )
