"""Whether a figure is of only some of those counted elsewhere, and of which."""

from __future__ import annotations

from itertools import takewhile
from typing import Literal

from ...kinds import Kind
from ...model import Fact
from .sentence import FigureReading, Phrase, Sentence
from .words import figure_words

__all__ = [
    "Moment",
    "is_left_out",
    "is_of_several",
    "is_part",
    "is_provisional",
    "is_whole",
    "moment",
]

Moment = Literal["scene", "later"]
"""Those who died at once, or those who did so later."""

_SOME = ("among", "part")
"""Constructions in which some of those are told of whom another word names."""
_SPREAD = 8
"""Tokens behind a noun in which the places are named that those are from whom it counts."""
_COUNT = 4
"""Tokens before a figure in which it is called a count, and which one."""
_LEFT_OUT = 24
"""Code points before a figure in which it is told apart from another."""
_ALONE = "DPGCX"
"""What may be one of several: a day or a place, with "alone" behind it."""


def is_part(sentence: Sentence, reading: FigureReading) -> bool:
    """Whether a figure is said to be of some: "nine of the dead", "95 on Monday alone"."""
    return (
        reading.construction in _SOME
        or _is_ratio(sentence, reading)
        or _is_alone(sentence, reading)
    )


def moment(sentence: Sentence, reading: FigureReading) -> Moment | None:
    """Whether they are those at the scene, or those later where the sentence tells of both."""
    if _raises(sentence, reading):
        return "later"
    start = reading.phrase.end
    end = next((at for at in sentence.numbers if at >= start), len(sentence.tokens))
    told = " ".join(("", *sentence.words(start, end), ""))
    if _names("scene", told):
        return "scene"
    if not _names("later", told):
        return None
    whole = " ".join(("", *sentence.words(0, len(sentence.tokens)), ""))
    return "later" if _names("scene", whole) else None


def _raises(sentence: Sentence, reading: FigureReading) -> bool:
    """Whether a count is said to have risen by them: "it rose after two passengers died"."""
    at = reading.phrase.at - 1
    if sentence.word(at) not in figure_words("raising"):
        return False
    verbs = (token.group for token in reversed(sentence.tokens[:at]) if token.group is not None)
    group = next(verbs, None)
    return group is not None and not figure_words("rising").isdisjoint(group.lemmas)


def is_provisional(sentence: Sentence, reading: FigureReading) -> bool:
    """Whether it is told as one that another has replaced: "an earlier count of four dead"."""
    words = sentence.words(reading.phrase.at - _COUNT, reading.phrase.at)
    first = next((at for at, word in enumerate(words) if word in figure_words("provisional")), None)
    if first is not None and not figure_words("numbering").isdisjoint(words[first:]):
        return True
    return _is_of_first_account(sentence, reading)


def _is_of_first_account(sentence: Sentence, reading: FigureReading) -> bool:
    """Whether an account that is called an early one gives it: "an initial statement had given"."""
    verbs = [at for at in range(reading.phrase.at) if sentence.tokens[at].group is not None]
    lead = verbs[-1] if verbs else 0
    group = sentence.tokens[lead].group
    if (
        group is None
        or not group.past_perfect
        or figure_words("account_gives").isdisjoint(group.lemmas)
    ):
        return False
    words = sentence.words(0, lead)
    nouns = figure_words("accounts") | figure_words("numbering")
    return any(
        word in figure_words("provisional") and not nouns.isdisjoint(words[at + 1 : at + _COUNT])
        for at, word in enumerate(words)
    )


def is_left_out(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether those counted are told not to be among others: "that does not include three"."""
    start = sentence.tokens[phrase.at].start
    before = sentence.scene.line.text[max(0, start - _LEFT_OUT) : start].lower()
    return any(each in before for each in figure_words("leaving_out"))


def is_whole(fact: Fact, kind: Kind) -> bool:
    """Whether a figure told before is of all there were, so that others may be some of these."""
    on_top = (fact.fields[name] for name, type_ in kind.fields.items() if type_ == "increment")
    return fact.stance != "superseded" and not any(on_top)


def is_of_several(sentence: Sentence, reading: FigureReading) -> bool:
    """Whether they are of several places together: "2,100 evacuees from Brno and four towns"."""
    end = reading.phrase.end
    if reading.construction != "counted" or sentence.word(end) not in figure_words("origins"):
        return False
    following = sentence.tokens[end + 1 : end + 1 + _SPREAD]
    own = takewhile(lambda token: token.group is None and token.word not in ",;", following)
    return any(token.word in figure_words("coordinating") for token in own)


def _names(when: Moment, text: str) -> bool:
    return any(f" {each} " in text for each in figure_words(when))


def _is_ratio(sentence: Sentence, reading: FigureReading) -> bool:
    """Whether some are told of those whom the noun counts: "two of the five deaths"."""
    number = sentence.tokens[reading.phrase.at].number
    return reading.construction == "counted" and number is not None and number.form == "ratio"


def _is_alone(sentence: Sentence, reading: FigureReading) -> bool:
    """Whether it is that of a day or a place of several: "95 died on Monday alone"."""
    at = sentence.last_of(figure_words("alone"))
    if at < 1 or sentence.tokens[at - 1].code not in _ALONE:
        return False
    number = sentence.number_before(at)
    if number is None or number < reading.phrase.at:  # "in Bursa alone 95 people died"
        return number is None and sentence.numbers[:1] == [reading.phrase.at]
    return number == reading.phrase.at
