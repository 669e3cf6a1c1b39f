"""Figures that go on with what was said of another: lists, gaps, parts and revisions.

"Killed 14 in Izmir and nine in Bodrum", "as were two sailors", "two of them children", "up from
11".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..grammar.classes import Grammar
from .field import Field
from .nouns import figure_words
from .sentence import Phrase, Reading, Sentence
from .tokens import Token
from .verbs import Governed, VerbReader

__all__ = ["ContinuationReader", "Continued"]

_LEAD = 6
"""Tokens before a figure in which what joins it to another is looked for."""
_OWN_VERB = 8
"""Tokens behind it in which a verb of its own is looked for."""
_LISTED = 14
"""Tokens between a verb and a member of the list that it acts on."""
_MARKS = frozenset(",.;:)")
_SUBJECTS = ("subject", "passive subject", "predicate")
_GAPPED = ("quantity", "gap", "counted", "object", "list", *_SUBJECTS)
_OWNERS = "FAPGX"
_NEARBY = 14
"""Tokens between a figure and the one it replaced, at most."""


@dataclass(frozen=True, slots=True)
class Continued:
    """A figure that goes on with another.

    Attributes:
        reading: the other.
        construction: how it does so.
        part: whether it is a part of the other.
        superseded: whether the other has taken its place.
        owner: index of the token that names whose it is.
    """

    reading: Reading
    construction: str
    part: bool = False
    superseded: bool = False
    owner: int | None = None


class ContinuationReader:
    """Reads the figures that leave out what they share with one before them.

    Args:
        grammar: the word classes.
        field: the words of the kind.
        verbs: reads what verbs say.
    """

    def __init__(self, grammar: Grammar, field: Field, verbs: VerbReader) -> None:
        g = grammar
        self._field = field
        self._verbs = verbs
        self._joints = g.words("joining") | frozenset([",", ";", "while", "with"])
        self._conjunctions = g.words("conjunctions")
        self._stops = g.words("prepositions") | g.words("conjunctions") | g.words("relatives")
        self._where = g.words("locatives") | frozenset(
            ["from", "of", "among", "aboard", "with", "each"]
        )
        self._linking = g.words("figured")
        self._newcomers = g.words("newcomers")
        self._in_all = g.words("in_all")
        self._articles = g.words("articles")
        self._breaks = g.words("relatives") | g.words("subordinators") | frozenset(";:.–—")

    def revision(self, sentence: Sentence, phrase: Phrase) -> Continued | None:
        """An earlier figure beside the one that replaced it: "to 31, up from 14"."""
        last = sentence.last_reading(phrase.at)
        if last is None or phrase.end > phrase.at + 3 or phrase.people is False:
            return None
        lead = self._lead(sentence, phrase.at)
        changed = last.construction == "quantity" and lead.rstrip().endswith("from")
        replaced = _ends_in(lead, figure_words("replaced"), self._articles)
        beside = last.phrase.end >= phrase.at - _NEARBY
        if beside and (changed or replaced):
            return Continued(last, "revision", superseded=True)
        return None

    def listed(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """A member of the list that a verb acts on: "killed a driver and 17 passengers"."""
        tokens = sentence.tokens
        joint = self._verbs.before(sentence, phrase.at)
        joined = joint >= 0 and (
            tokens[joint].word in self._joints
            or _ends_in(
                self._lead(sentence, joint + 1),
                figure_words("adding") | figure_words("including"),
                frozenset(),
            )
        )
        if not joined or phrase.people is not True:
            return None
        for at in range(joint - 1, max(-1, joint - 1 - _LISTED), -1):
            if tokens[at].word in self._breaks or (tokens[at].number and tokens[at].code == "N"):
                return None
            if tokens[at].group is not None or self._verbs.lemmas(sentence, at):
                if self.own_verb(sentence, phrase) is not None:
                    return None
                return self._verbs.listed_object(sentence, phrase, at)
        return None

    def labelled(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """A figure behind its label: "Killed: 12", "Dead - 12, in Izmir"."""
        tokens = sentence.tokens
        if not phrase.at or tokens[phrase.at - 1].word not in (":", "–", "—", "-", "="):
            return None
        words = sentence.words(max(0, phrase.at - 4), phrase.at - 1)
        beside = sentence.beside(phrase.at - 4, phrase.end + 4)
        for first in range(len(words)):
            found = self._field.state(words[first:], beside)
            if found is not None and found[1] == len(words) - first:
                return Governed(found[0], "label")
        noun = words[-1] if words else ""
        evoked = self._field.of_noun("counted", noun, beside) or self._field.of_noun(
            "among", noun, beside
        )
        return Governed(evoked, "label") if evoked else None

    def continued(self, sentence: Sentence, phrase: Phrase) -> Continued | None:
        """The figure that this one goes on with."""
        last = sentence.last_reading(phrase.at)
        if last is None:
            return self._from_before(sentence, phrase)
        own = self.own_verb(sentence, phrase)
        if (whole := self._of_all(sentence, phrase, last, own)) is not None:
            return whole
        part = phrase.noun == "them" or self.includes(sentence, phrase.at)
        if own is not None and not (part and self._is_be(own)):
            return None
        if self._has_other_fate(sentence, phrase):
            return None
        if _ends_in(
            self._lead(sentence, phrase.at), figure_words("repeating"), figure_words("light")
        ):
            return Continued(last, "gap")
        if part:
            return Continued(last, "part", part=True)
        if _ends_in(self._lead(sentence, phrase.at), figure_words("adding"), figure_words("light")):
            return Continued(last, "list")
        return self._beside(sentence, phrase, last)

    def own_verb(self, sentence: Sentence, phrase: Phrase) -> Token | None:
        """The verb behind a noun phrase, before the next mark; ``None`` where there is none."""
        for token in sentence.tokens[phrase.end : phrase.end + _OWN_VERB]:
            if token.group is not None and token.group.form == "finite":
                return token
            if token.word in _MARKS or token.word in self._stops or token.word in self._breaks:
                return None
        return None

    def _from_before(self, sentence: Sentence, phrase: Phrase) -> Continued | None:
        """One that goes on with the sentence before: "Two of them were children."."""
        if not sentence.before:
            return None
        opening = sentence.words(0, 3)
        another = phrase.at <= 2 and not self._newcomers.isdisjoint(opening)
        if phrase.noun != "them" and not another:
            return None
        own = self.own_verb(sentence, phrase)
        if own is not None and not self._is_be(own):
            return None
        return Continued(sentence.before[-1], "continued", part=phrase.noun == "them")

    def _of_all(
        self, sentence: Sentence, phrase: Phrase, last: Reading, own: Token | None
    ) -> Continued | None:
        """Of those told first, some: "of the 87 deaths, 61 were in the capital"."""
        first = min(sentence.readings)
        head = sentence.readings[first].phrase
        tokens = sentence.tokens
        opened = first <= 3 and "of" in sentence.words(0, first)
        opened = opened and tokens[min(head.end, len(tokens) - 1)].word == ","
        plain = own is None or self._is_be(own)
        if opened and phrase.noun is None and plain:
            return Continued(last, "part", part=True)
        if last.construction == "part" and own is not None and self._is_be(own):
            if phrase.noun is None and own.group is not None and own.group.voice != "passive":
                return Continued(last, "part", part=last.whole is not None)
        return None

    def _beside(self, sentence: Sentence, phrase: Phrase, last: Reading) -> Continued | None:
        """A member of a list, or one that stands for another place or side."""
        tokens = sentence.tokens
        between = list(tokens[last.phrase.end : phrase.at])
        for index in range(len(between) - 1, -1, -1):  # an unread figure stands between
            if between[index].number is not None:
                between = between[index + 1 :]
                break
        words = [token.word for token in between]
        verbs = [index for index, token in enumerate(between) if token.group is not None]
        if len(verbs) == 1 and words[verbs[0] + 1 :] == [","] and phrase.people is True:
            return Continued(last, "apposition", part=True)
        if verbs and not self._repeats(sentence, phrase, last, between, verbs):
            return None
        if phrase.people is None and phrase.noun is not None and not phrase.noun.endswith("s"):
            return None
        owner = self._owner(sentence, phrase, last, between[verbs[0] + 1 :] if verbs else between)
        if owner is not None:
            return Continued(last, "gap", owner=owner)
        if words in ([":"], ["–"], ["—"]) and phrase.people is True:
            return Continued(last, "apposition", part=True)
        if not words or not self._joins(words):
            return None
        if " ".join(sentence.words(phrase.end, phrase.end + 2)) in self._in_all:
            return None
        following = tokens[phrase.end].word if phrase.end < len(tokens) else "."
        if phrase.noun is None:
            ended = following in _MARKS or following in self._conjunctions
            told = self._is_told_of(sentence, phrase.end)  # "one confirmed in Texas"
            if not (ended or told) and following not in self._where - frozenset(["of"]):
                return None
        elif words[-1] == ";":
            return None
        return Continued(last, "list")

    @staticmethod
    def _is_told_of(sentence: Sentence, at: int) -> bool:
        """Whether a participle stands at ``at`` that says no more than that it is so."""
        group = sentence.tokens[at].group if at < len(sentence.tokens) else None
        bare = group is not None and group.voice == "bare"
        return bare and not figure_words("carrying").isdisjoint(group.lemmas if group else ())

    def _joins(self, words: Sequence[str]) -> bool:
        """Whether the last of ``words`` join a figure to the one before."""
        light = figure_words("light")
        words = list(words)
        while words and words[-1] in light:
            words.pop()
        return bool(words) and words[-1] in self._joints

    def _owner(
        self, sentence: Sentence, phrase: Phrase, last: Reading, between: Sequence[Token]
    ) -> int | None:
        """The name behind which a bare figure stands: "602 deaths, Spain 462", "the army nine"."""
        if phrase.noun is not None or last.construction not in _GAPPED or len(between) < 2:
            return None
        tokens = sentence.tokens
        following = tokens[phrase.end].word if phrase.end < len(tokens) else "."
        if between[-1].word == "(":
            bracketed = following == ")" and between[-2].is_name
            return phrase.at - 2 if bracketed else None
        ended = following in _MARKS or following in self._conjunctions
        linked = between[-1].word in self._linking
        named = between[-2] if linked else between[-1]
        names = named.is_name or sentence.scene.line.units[named.at].code in _OWNERS
        joined = between[0].word in self._joints and len(between) <= _LEAD
        return phrase.at - 1 - linked if ended and names and joined else None

    def _repeats(
        self,
        sentence: Sentence,
        phrase: Phrase,
        last: Reading,
        between: Sequence[Token],
        verbs: Sequence[int],
    ) -> bool:
        """Whether the one verb between two figures says the same of the first: "died and two"."""
        if len(verbs) > 1 or last.construction not in _SUBJECTS:
            return False
        verb = last.phrase.end + verbs[0]
        beside = sentence.beside(verb, phrase.at)
        lemmas = self._verbs.lemmas(sentence, verb)
        same = self._field.of_verb("object", lemmas, beside) or self._field.of_verb(
            "subject", lemmas, beside
        )
        joined = any(token.word in self._joints for token in between[verbs[0] :])
        return same is not None and joined

    def includes(self, sentence: Sentence, at: int) -> bool:
        """Whether what stands before a figure makes it a part of the one before that."""
        return _ends_in(self._lead(sentence, at), figure_words("including"), figure_words("light"))

    def _has_other_fate(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether something else befell them: "three others escaped"."""
        text = " ".join(sentence.words(phrase.at + 1, phrase.end + 3))
        return any(f" {fate} " in f" {text} " for fate in self._field.kind.fates)

    def _lead(self, sentence: Sentence, at: int) -> str:
        return " ".join(sentence.words(at - _LEAD, at))

    @staticmethod
    def _is_be(token: Token) -> bool:
        return token.group is not None and set(token.group.lemmas) == {"be"}


def _ends_in(lead: str, phrases: Iterable[str], skipped: frozenset[str]) -> bool:
    """Whether ``lead`` ends in one of ``phrases``, with none but ``skipped`` words behind it."""
    words = lead.split()
    for _ in range(3):
        text = " ".join(words)
        if any(text == each or text.endswith(f" {each}") for each in phrases):
            return True
        if not words or words[-1] not in skipped:
            return False
        words.pop()
    return False
