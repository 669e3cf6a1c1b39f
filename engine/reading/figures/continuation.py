"""Figures that go on with what was said of another: lists, gaps, parts and revisions.

"Killed 14 in Izmir and nine in Bodrum", "as were two sailors", "two of them children", "up from
11".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural
from .field import Field
from .objects import ObjectReader
from .sentence import FigureReading, Phrase, Sentence
from .tokens import Token
from .verb_forms import Governed, VerbForms
from .words import figure_words

__all__ = ["ContinuationReader", "Continued"]

_LEAD = 6
"""Tokens before a figure in which what joins it to another is looked for."""
_OWN_VERB = 8
"""Tokens behind it in which a verb of its own is looked for."""
_LISTED = 14
"""Tokens between a verb and a member of the list that it acts on."""
_OPENING = 3
"""Tokens at the start of a sentence: "another two", "of the 87 deaths,"."""
_REVISED = 2
"""Tokens behind a number that its noun may have where an earlier figure is told."""
_SKIPPED = 3
"""Light words that may stand between what joins a figure and the figure, and one more."""
_MARKS = frozenset(",.;:)")
_OPENING_MARKS = frozenset(":–—(")
_SUBJECTS = ("subject", "passive subject", "predicate")
_GAPPED = ("quantity", "gap", "counted", "object", "list", "state", *_SUBJECTS)
_OWNERS = "CFAPGX"
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

    reading: FigureReading
    construction: str
    part: bool = False
    superseded: bool = False
    owner: int | None = None


class ContinuationReader:
    """Reads the figures that leave out what they share with one before them.

    Args:
        grammar: the word classes.
        field: the words of the kind.
        forms: the verbs of the sentence.
        objects: reads what a verb acts on.
    """

    def __init__(
        self, grammar: Grammar, field: Field, forms: VerbForms, objects: ObjectReader
    ) -> None:
        g = grammar
        self._field = field
        self._forms = forms
        self._objects = objects
        self._joints = g.words("joining") | figure_words("joints") | frozenset(",;")
        self._conjunctions = g.words("conjunctions")
        self._stops = g.words("prepositions") | g.words("conjunctions") | g.words("relatives")
        self._where = g.words("locatives") | figure_words("placing")
        self._linking = g.words("figured")
        self._newcomers = g.words("newcomers")
        self._in_all = g.words("in_all")
        self._starts = g.words("starts")
        self._articles = g.words("articles")
        self._relatives = g.words("relatives")
        self._breaks = self._relatives | g.words("subordinators") | frozenset(";:.–—")
        self._fates = [f" {fate} " for fate in field.kind.fates]

    def revision(self, sentence: Sentence, phrase: Phrase) -> Continued | None:
        """An earlier figure beside the one that replaced it: "to 31, up from 14"."""
        last = sentence.last_reading(phrase.at)
        if last is None or phrase.end > phrase.at + 1 + _REVISED or phrase.people is False:
            return None
        lead = self._lead(sentence, phrase.at)
        changed = last.construction == "quantity" and sentence.word(phrase.at - 1) in self._starts
        replaced = _ends_in(lead, figure_words("replaced"), self._articles)
        beside = last.phrase.end >= phrase.at - _NEARBY
        if beside and (changed or replaced):
            return Continued(last, "revision", superseded=True)
        return None

    def listed(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """A member of the list that a verb acts on: "killed a driver and 17 passengers"."""
        tokens, joint = sentence.tokens, sentence.lead(phrase.at)
        if phrase.people is not True or not self._is_joint(sentence, joint):
            return None
        for at in range(joint - 1, max(-1, joint - 1 - _LISTED), -1):
            if tokens[at].word in self._breaks or (tokens[at].number and tokens[at].code == "N"):
                return None
            if self._forms.lemmas(sentence, at):
                clause = sentence.clause(at)
                inside = clause is not None and clause.described  # "the raid that killed … failed"
                if not inside and self.own_verb(sentence, phrase) is not None:
                    return None
                return self._objects.listed(sentence, phrase, at)
        return None

    def _is_joint(self, sentence: Sentence, at: int) -> bool:
        """Whether the token at ``at`` joins what follows to what stands before."""
        if at < 0 or sentence.tokens[at].word in self._joints:
            return at >= 0
        joining = figure_words("adding") | figure_words("including")
        return _ends_in(self._lead(sentence, at + 1), joining, frozenset())

    def continued(self, sentence: Sentence, phrase: Phrase) -> Continued | None:
        """The figure that this one goes on with."""
        last = sentence.last_reading(phrase.at)
        if last is None:
            return self._from_before(sentence, phrase)
        own = self.own_verb(sentence, phrase)
        if (whole := self._of_all(sentence, phrase, last, own)) is not None:
            return whole
        part = phrase.partitive or self.includes(sentence, phrase.at)
        related = _ends_in(self._lead(sentence, phrase.at), figure_words("related"), frozenset())
        told = self._is_relative(phrase) and sentence.number_before(phrase.at) == last.phrase.at
        if own is not None and not (related or told) and not (part and self._forms.is_be(own)):
            return None
        if self._has_other_fate(sentence, phrase) or self._is_acted_on(sentence, phrase):
            return None
        lead, light = self._lead(sentence, phrase.at), figure_words("light")
        if _ends_in(lead, figure_words("repeating"), light):
            return Continued(last, "gap")
        if part:
            return Continued(last, "part", part=True)
        if _ends_in(lead, figure_words("adding"), light):
            return Continued(last, "list")
        return self._beside(sentence, phrase, last)

    def reported(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """A bare figure that somebody else counts of the same: "Spain has counted four"."""
        verb = sentence.lead(phrase.at)
        last = sentence.last_reading(phrase.at) or next(reversed(sentence.before), None)
        clause = sentence.clause(verb) if verb >= 0 else None
        if last is None or phrase.noun is not None or clause is None or clause.subject is None:
            return None
        counts = not figure_words("counting").isdisjoint(clause.group.lemmas)
        named = sentence.scene.line.units[clause.subject].code in _OWNERS
        if not counts or not named or not self._is_ended(sentence, phrase):
            return None
        return Governed(last.evoked, "object", verb)

    def _is_acted_on(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether a verb acts on some of those told of: "and passed 44 of them out"."""
        lead = sentence.lead(phrase.at)
        group = sentence.tokens[lead].group if lead >= 0 else None
        active = group is not None and group.voice != "passive" and phrase.partitive
        return active and not self._forms.is_be(sentence.tokens[lead])

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
        opening = sentence.words(0, _OPENING)
        another = phrase.at < _OPENING and not self._newcomers.isdisjoint(opening)
        if not phrase.partitive and not another:
            return None
        if phrase.partitive and sentence.number_before(phrase.at) is not None:
            return None  # "eleven were hurt, two of them badly": two of the eleven
        if self._is_relative(phrase) and not another and phrase.at > _OPENING:
            return None  # "the suspects, four of whom are Danes": of those named here
        own = self.own_verb(sentence, phrase)
        if own is not None and not self._forms.is_be(own):
            return None
        if self._has_other_fate(sentence, phrase):
            return None  # "carried 270. Dozens more were missing"
        return Continued(sentence.before[-1], "part" if phrase.partitive else "continued")

    def _is_relative(self, phrase: Phrase) -> bool:
        """Whether it is of those named before it: "five of whom came from Leeds"."""
        return phrase.partitive and phrase.noun in self._relatives

    def _of_all(
        self, sentence: Sentence, phrase: Phrase, last: FigureReading, own: Token | None
    ) -> Continued | None:
        """Of those told first, some: "of the 87 deaths, 61 were in the capital"."""
        if phrase.noun is not None:
            return None
        is_be = own is not None and self._forms.is_be(own)
        if (own is None or is_be) and self._is_opened(sentence):
            return Continued(last, "part", part=True)
        group = own.group if own is not None and is_be else None
        if last.construction == "part" and group is not None and group.voice != "passive":
            return Continued(last, "part", part=last.whole is not None)
        return None

    @staticmethod
    def _is_opened(sentence: Sentence) -> bool:
        """Whether a sentence begins with those of whom it tells more: "of the 87 deaths,"."""
        first = sentence.first_reading()
        if first is None or first.phrase.at > _OPENING:
            return False
        end = max(first.phrase.end, (first.last or 0) + 1)  # "of the nine killed,"
        last = min(end, len(sentence.tokens) - 1)
        opening = sentence.words(0, first.phrase.at)
        return sentence.word(last) == "," and not figure_words("ofs").isdisjoint(opening)

    def _beside(self, sentence: Sentence, phrase: Phrase, last: FigureReading) -> Continued | None:
        """A member of a list, or one that stands for another place or side."""
        tokens = sentence.tokens
        unread = sentence.number_before(phrase.at)
        start = max(last.phrase.end, unread + 1 if unread is not None else 0)
        verbs = [at for at in range(start, phrase.at) if tokens[at].group is not None]
        words = sentence.words(start, phrase.at)
        if len(verbs) == 1 and verbs[0] == phrase.at - 2 and words[-1] == "," and phrase.people:
            return Continued(last, "apposition", part=True)
        if verbs and not self._repeats(sentence, phrase, last, verbs):
            return None
        if phrase.people is None and phrase.noun is not None and not is_plural(phrase.noun):
            return None
        behind = verbs[0] + 1 if verbs else start
        owner = self._owner(sentence, phrase, last, behind)
        if owner is not None:
            return Continued(last, "gap", owner=owner)
        if self._is_of_another_time(sentence, phrase, behind):
            return Continued(last, "gap")
        opened = len(words) == 1 and words[0] in _OPENING_MARKS
        told = phrase.noun is None and (
            self._is_told_of(sentence, phrase.end) or sentence.word(phrase.end) in self._where
        )
        if opened and (phrase.people or told):
            return Continued(last, "apposition", part=True)
        listed = self._joins(words) and self._is_member(sentence, phrase, words[-1])
        return Continued(last, "list") if listed else None

    def _is_member(self, sentence: Sentence, phrase: Phrase, joint: str) -> bool:
        """Whether a figure behind ``joint`` ends as the next of a list does."""
        if " ".join(sentence.words(phrase.end, phrase.end + 2)) in self._in_all:
            return False
        if phrase.noun is not None:
            return joint != ";"
        placed = sentence.word(phrase.end) in self._where or self._is_dated(sentence, phrase.end)
        told = self._is_told_of(sentence, phrase.end)  # "one confirmed in Texas"
        return placed or told or self._is_ended(sentence, phrase)

    def _is_dated(self, sentence: Sentence, at: int) -> bool:
        """Whether a date stands at token ``at``: "and 14 by Sunday"."""
        first = at + 1 if sentence.word(at) in self._stops else at
        return any(token.code == "D" for token in sentence.tokens[first : first + 1])

    def _is_ended(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether a phrase stands before a mark, a conjunction or the end of the sentence."""
        following = sentence.word(phrase.end)
        return not following or following in _MARKS or following in self._conjunctions

    @staticmethod
    def _is_told_of(sentence: Sentence, at: int) -> bool:
        """Whether a participle stands at ``at`` that says no more than that it is so."""
        group = sentence.tokens[at].group if at < len(sentence.tokens) else None
        if group is None or group.voice != "bare":
            return False
        return not figure_words("carrying").isdisjoint(group.lemmas)

    def _joins(self, words: Sequence[str]) -> bool:
        """Whether the last of ``words`` that is no light one joins a figure to the one before."""
        light = figure_words("light")
        last = next((word for word in reversed(words) if word not in light), None)
        return last in self._joints

    def _owner(
        self, sentence: Sentence, phrase: Phrase, last: FigureReading, start: int
    ) -> int | None:
        """The name behind which a bare figure stands: "602 deaths, Spain 462", "the army nine"."""
        between = sentence.tokens[start : phrase.at]
        if phrase.noun is not None or last.construction not in _GAPPED or not between[1:]:
            return None
        if between[-1].word == "(":
            bracketed = sentence.word(phrase.end) == ")" and between[-2].is_name
            return phrase.at - 2 if bracketed else None
        same = between[-1].word in self._stops and between[-1].word == self._bound(sentence, last)
        linked = same or between[-1].word in self._linking
        named = between[-2] if linked else between[-1]
        names = same or named.is_name or sentence.scene.line.units[named.at].code in _OWNERS
        joined = between[0].word in self._joints and len(between) <= _LEAD
        ended = self._is_ended(sentence, phrase)
        return phrase.at - 1 - linked if ended and names and joined else None

    def _is_of_another_time(self, sentence: Sentence, phrase: Phrase, start: int) -> bool:
        """Whether a bare figure is that of a time before it: "and in the next year 121"."""
        between = sentence.tokens[start : phrase.at]
        dated = len(between) > 1 and between[-1].code == "D" and between[0].word in self._joints
        return dated and phrase.noun is None and self._is_ended(sentence, phrase)

    @staticmethod
    def _bound(sentence: Sentence, last: FigureReading) -> str:
        """The word before another figure: "behind 30 deaths, boats behind 24"."""
        return sentence.word(sentence.lead(last.phrase.at))

    def _repeats(
        self, sentence: Sentence, phrase: Phrase, last: FigureReading, verbs: Sequence[int]
    ) -> bool:
        """Whether the one verb between two figures says the same of the first: "died and two"."""
        verb = verbs[0]
        if len(verbs) > 1 or self._joints.isdisjoint(sentence.words(verb, phrase.at)):
            return False
        if last.construction == "part" and self._forms.is_be(sentence.tokens[verb]):
            return True  # "40 were drivers and 12 cyclists"
        if last.construction not in _SUBJECTS:
            return False
        if last.verb == verb:
            return True
        beside = sentence.beside(verb, phrase.at)
        return self._field.of_any_verb(self._forms.lemmas(sentence, verb), beside) is not None

    def includes(self, sentence: Sentence, at: int) -> bool:
        """Whether what stands before a figure makes it a part of the one before that."""
        return _ends_in(self._lead(sentence, at), figure_words("including"), figure_words("light"))

    def _has_other_fate(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether something else befell them: "three others escaped"."""
        text = " ".join(("", *sentence.words(phrase.at + 1, phrase.end + 3), ""))
        return any(fate in text for fate in self._fates)

    @staticmethod
    def _lead(sentence: Sentence, at: int) -> str:
        """The words right before token ``at``."""
        return " ".join(sentence.words(at - _LEAD, at))


def _ends_in(lead: str, phrases: Iterable[str], skipped: frozenset[str]) -> bool:
    """Whether ``lead`` ends in one of ``phrases``, with none but ``skipped`` words behind it."""
    words = lead.split()
    for _ in range(_SKIPPED):
        text = " ".join(("", *words))
        if any(text.endswith(f" {each}") for each in phrases):
            return True
        if not words or words[-1] not in skipped:
            return False
        words.pop()
    return False
