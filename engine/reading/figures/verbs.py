"""Figures by the verb that they stand with, and by what is said to be their state.

"Killed 17", "17 were killed", "17 died", "17 dead", "17 were among the dead".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..grammar.classes import Grammar
from ..grammar.nouns import is_plural, noun_words
from .field import Evoked, Field
from .nouns import PhraseFinder, figure_words
from .sentence import Phrase, Sentence
from .tokens import Token

__all__ = ["Governed", "VerbReader"]

_REACH = 16
"""Tokens behind a noun phrase in which its verb is looked for."""
_NEAR = 8
"""Tokens behind a verb that may complete it: "shot … dead"."""
_CLOSE = 4
"""Tokens between a noun phrase and a participle that hangs on it, at most."""
_BREAKS = frozenset(";:?!.")
_NAMES = frozenset("PCHXFGEA")
_UNKNOWN = "XW"


@dataclass(frozen=True, slots=True)
class Governed:
    """What a figure is by a word that governs it.

    Attributes:
        evoked: what it is.
        construction: how it stands to the word.
        verb: index of the token of the verb; ``None`` where it is none.
        end: index of the token behind what says so.
        noun: index of the token of the noun that says so.
    """

    evoked: Evoked
    construction: str
    verb: int | None = None
    end: int | None = None
    noun: int | None = None


class VerbReader:
    """Reads figures by their verbs and states.

    Args:
        grammar: the word classes.
        field: the words of the kind.
        nouns: tells people from things.
    """

    def __init__(self, grammar: Grammar, field: Field, nouns: PhraseFinder) -> None:
        g = grammar
        self._field = field
        self._nouns = nouns
        self._relatives = g.words("relatives")
        self._subordinators = g.words("subordinators")
        self._prepositions = g.words("prepositions")
        self._conjunctions = g.words("conjunctions")
        self._joining = g.words("joining")
        self._closed = g.closed | g.words("postmodifiers")
        self._newcomers = g.words("newcomers")
        self._be = g.words("be")
        self._objects = g.words("determiners") | g.words("oblique") | g.words("reflexives")
        self._particles = g.words("verb_particles")
        self._articles = g.words("articles") | g.words("demonstratives") | g.words("possessives")

    # -- behind the figure -----------------------------------------------------------------

    def state(self, sentence: Sentence, phrase: Phrase, at: int) -> Governed | None:
        """The state that stands at token ``at``: "dead", "feared drowned", "in hospital"."""
        tokens, first = sentence.tokens, at
        surely = phrase.people is not False and (phrase.people or phrase.noun is None)
        stating = figure_words("stating")
        beside = sentence.beside(at, at + _NEAR, surely=bool(surely), phrase=phrase)
        while at < len(tokens):
            words = sentence.words(at, at + _NEAR)
            acts = self.lemmas(sentence, at) and self.object_follows(sentence, at)
            found = None if acts else self._field.state(words, beside)
            if found is not None:
                evoked, length = found
                bound = words[0] in stating or words[0] in self._prepositions
                if not bound or not self._is_attribute(sentence, at + length):
                    evoked = self.joined(sentence, evoked, at + length)
                    return Governed(evoked, "state", None, at + length)
            if words[0] not in stating:
                break
            at += 1
        if at < len(tokens) and self.voice(sentence, at) == "bare":
            if not self.object_follows(sentence, at):
                beside = sentence.beside(at, at + _NEAR, surely=bool(surely))
                harmed = self._field.of_verb("object", self.lemmas(sentence, at), beside)
                if harmed is not None:
                    return Governed(harmed, "state", at if at == first else None, at + 1)
        return None

    def _is_attribute(self, sentence: Sentence, at: int) -> bool:
        """Whether what stands before ``at`` describes the word there: "in hospital gowns"."""
        following = sentence.tokens[at : at + 1]
        return any(token.is_word and token.word not in self._closed for token in following)

    def joined(self, sentence: Sentence, evoked: Evoked, at: int) -> Evoked:
        """The same with what "and wounded" behind it makes of it: "17 dead and wounded"."""
        words = sentence.words(at, at + 3)
        if len(words) < 2 or words[0] not in self._conjunctions:
            return evoked
        if any(token.number for token in sentence.tokens[at : at + 3]):
            return evoked
        tokens = sentence.tokens
        beside = sentence.beside(at + 1, at + _NEAR)
        found = self._field.state(words[1:], beside)
        other = found[0] if found else None
        if other is None and self.voice(sentence, at + 1) == "bare":
            if not self.object_follows(sentence, at + 1):
                other = self._field.of_verb("object", self.lemmas(sentence, at + 1), beside)
        if other is None or (at + 2 < len(tokens) and tokens[at + 2].number):
            return evoked
        both = self._field.both((evoked.choice, other.choice))
        return Evoked(both) if both else evoked

    def behind(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """The verb behind a figure whose subject it is, or those of whom it is a part."""
        end = phrase.end
        last = self._coordinated(sentence, phrase)
        if sentence.words(last, last + 1) == ["among"] and (of := self.among(sentence, last + 1)):
            return Governed(of, "among")
        if last > end and (state := self.state(sentence, phrase, last)):
            return state
        return self._verb_behind(sentence, phrase, end)

    def _coordinated(self, sentence: Sentence, phrase: Phrase) -> int:
        """Where the others end who are named beside a figure: "nine men and two women (dead)"."""
        tokens, end = sentence.tokens, phrase.end
        while end < len(tokens) and (tokens[end].word == "," or tokens[end].word in self._joining):
            first = end + 1
            while first < len(tokens) and tokens[first].word in figure_words("light"):
                first += 1
            if first >= len(tokens) or tokens[first].number is None:
                break
            other = self._nouns.find(sentence, first)
            if other.people is False or (other.noun is not None and not other.people):
                break
            end = other.end
        return end

    def _verb_behind(self, sentence: Sentence, phrase: Phrase, start: int) -> Governed | None:
        """The verb from token ``start`` on that says something of the figure before it.

        A participle that hangs on it is one, but the verb of the sentence may say more: "miners
        trapped underground were found dead".
        """
        tokens = sentence.tokens
        relative = crossed = False
        hanging: Governed | None = None
        at, last = start, min(start + _REACH, len(tokens))
        while at < last:
            token = tokens[at]
            if self.lemmas(sentence, at):
                found, goes_on = self._at_verb(
                    sentence, phrase, at, relative=relative, crossed=crossed
                )
                hangs = found is not None and (relative or found.construction == "participle")
                if hangs and hanging is None:
                    hanging = found
                elif found is not None or not goes_on:
                    return self._graver(hanging, found)
                relative = relative and token.group is None
            elif token.word in self._relatives:
                relative = True
            elif token.word in _BREAKS or self._subordinates(sentence, at):
                return hanging
            elif token.word == "," or token.word in self._conjunctions:
                if closed := self._aside(sentence, at):
                    at = closed
                elif not relative:
                    following = tokens[at + 1] if at + 1 < len(tokens) else None
                    if following is None or following.word in self._newcomers:
                        return hanging
                    if following.group is not None and token.word != ",":
                        return hanging
                    crossed = True
            at += 1
        return hanging

    def _subordinates(self, sentence: Sentence, at: int) -> bool:
        """Whether another clause begins at token ``at``, rather than a date: "since Tuesday"."""
        dated = any(token.code == "D" for token in sentence.tokens[at + 1 : at + 2])
        return sentence.tokens[at].word in self._subordinators and not dated

    def _graver(self, hanging: Governed | None, found: Governed | None) -> Governed | None:
        """Of what hangs on a figure and what its verb says, that which says more."""
        if hanging is None or found is None:
            return hanging or found
        return found if self._field.graver(hanging.evoked, found.evoked) else hanging

    def state_behind(self, sentence: Sentence, phrase: Phrase, at: int) -> Governed | None:
        """The state at token ``at``, or what the verb behind it says: "nine missing are dead"."""
        state = self.state(sentence, phrase, at)
        if state is None or state.end is None:
            return state
        if state.end < len(sentence.tokens) and sentence.tokens[state.end].word in ",":
            return state
        found = self._verb_behind(sentence, phrase, state.end)
        said = found is not None and found.construction != "participle"
        return self._graver(state, found if said else None)

    def _at_verb(
        self, sentence: Sentence, phrase: Phrase, at: int, *, relative: bool, crossed: bool
    ) -> tuple[Governed | None, bool]:
        """What the verb at ``at`` says of the figure before it; and whether to look further."""
        tokens, token, voice = sentence.tokens, sentence.tokens[at], self.voice(sentence, at)
        lemmas = self.lemmas(sentence, at)
        named = tokens[phrase.end - 1].is_name
        surely = phrase.noun is None or phrase.people is True or named
        beside = sentence.beside(at, at + 1 + _NEAR, surely=surely, phrase=phrase)
        hanging = voice == "bare" and not self.object_follows(sentence, at)
        if voice == "passive" or hanging:
            evoked = self._field.of_verb("object", lemmas, beside)
            if evoked and (voice == "passive" or (at - phrase.end <= _CLOSE and not crossed)):
                construction = "passive subject" if voice == "passive" else "participle"
                return Governed(evoked, construction, at), False
        form = token.group.form if token.group else "finite"
        if voice != "passive" and not (form == "gerund" and at > phrase.end):
            evoked = self._field.of_verb("subject", lemmas, beside)
            if evoked:
                return Governed(evoked, "subject", at), False
        if token.group is None:
            return None, True
        if self._carries(sentence, at):
            return self._predicate(sentence, phrase, at), False
        if relative:
            return None, True
        adjacent = at == phrase.end or tokens[at - 1].word == ","
        alone = not noun_words("acting_alone").isdisjoint(lemmas)
        participle = hanging and not alone and adjacent
        return None, form == "gerund" or participle

    def _carries(self, sentence: Sentence, at: int) -> bool:
        """Whether a verb leaves it to what follows to say what is so: "were reported"."""
        lemmas = frozenset(self.lemmas(sentence, at))
        if lemmas.isdisjoint(figure_words("carrying")):
            return False
        passive = self.voice(sentence, at) == "passive"
        return passive or not lemmas.isdisjoint(figure_words("linking"))

    def _predicate(self, sentence: Sentence, phrase: Phrase, at: int) -> Governed | None:
        """What is said to be so behind a verb such as "be": "dead", "among the wounded"."""
        tokens, first = sentence.tokens, at + 1
        if first < len(tokens) and tokens[first].word == ",":  # an aside
            words = sentence.words(first + 1, first + 11)
            first = first + 2 + words.index(",") if "," in words else first
        for here in range(first, min(first + 4, len(tokens))):
            state = self.state(sentence, phrase, here)
            if state is not None:
                return Governed(state.evoked, "predicate", at, state.end)
            if tokens[here].word == "among":
                evoked = self.among(sentence, here + 1)
                if evoked is not None:
                    return Governed(evoked, "among", at)
            if tokens[here].group is not None:
                beside = sentence.beside(here, here + 1 + _NEAR, surely=phrase.people is True)
                lemmas = self.lemmas(sentence, here)
                passive = self.voice(sentence, here) != "active"
                evoked = self._field.of_verb("object", lemmas, beside) if passive else None
                evoked = evoked or self._field.of_verb("subject", lemmas, beside)
                return Governed(evoked, "predicate", here) if evoked else None
            plain = tokens[here].word in ("in", "with")
            if tokens[here].word in ",;" or (tokens[here].word in self._prepositions and not plain):
                break
        return None

    def among(self, sentence: Sentence, at: int) -> Evoked | None:
        """What those are called of whom a figure is one: "(among) the 22 people killed"."""
        tokens = sentence.tokens
        for here in range(at, min(at + 9, len(tokens))):
            token = tokens[here]
            if token.word in ".;":
                return None
            beside = sentence.beside(here, here + _NEAR)
            if token.group is not None:
                lemmas = self.lemmas(sentence, here)
                return self._field.of_verb("object", lemmas, beside) or self._field.of_verb(
                    "subject", lemmas, beside
                )
            evoked = self._field.of_noun("among", token.word, beside)
            if evoked is None and (found := self._field.state([token.word], beside)):
                evoked = found[0]
            if evoked is not None:
                return evoked
        return None

    def _aside(self, sentence: Sentence, at: int) -> int | None:
        """Where an aside about some of them ends: ", three of them children,"."""
        tokens = sentence.tokens
        words = sentence.words(at + 1, at + 12)
        part = next((i for i, word in enumerate(words[:5]) if word in figure_words("partial")), 0)
        if not part or words[part - 1] != "of" or tokens[at].word != ",":
            return None
        close = next((i for i, word in enumerate(words) if word == "," and i > part), None)
        if close is None:
            return None
        behind = tokens[at + 2 + close : at + 3 + close]
        verbs = any(token.group for token in tokens[at : at + 1 + close])
        return at + 1 + close if not verbs or any(token.group for token in behind) else None

    # -- before the figure -----------------------------------------------------------------

    def before(self, sentence: Sentence, at: int) -> int:
        """The token before ``at`` that is more than a light word: "killed (at least another)"."""
        tokens, light = sentence.tokens, figure_words("light")
        at -= 1
        while at >= 0 and tokens[at].group is None:
            word = tokens[at].word
            if word not in light and not (word.endswith("ly") and tokens[at].is_word):
                break
            at -= 1
        return at

    def object(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """The verb right before a figure: "killed at least 17", "shot dead 17"."""
        at = self.before(sentence, phrase.at)
        if at > 1 and sentence.tokens[at].word in ("'s", "'"):  # "an ambush claimed the army's 17"
            at = self.before(sentence, at - 1)
        if at < 0:
            return None
        verb = at
        if not self.lemmas(sentence, verb):  # a particle, or what the verb does: "shot dead"
            words = sentence.words(at - 1, at + 1)
            steps = 2 if words[0] == "to" else 1
            if sentence.tokens[at].is_word and at >= steps:
                verb = at - steps
        return self.of(sentence, phrase, verb, at)

    def of(self, sentence: Sentence, phrase: Phrase, verb: int, last: int) -> Governed | None:
        """What a figure is as the object of the verb at ``verb``.

        Args:
            sentence: the sentence.
            phrase: the noun phrase of the figure.
            verb: index of the token of the verb.
            last: index of the last token that stands between the two.
        """
        lemmas = self.lemmas(sentence, verb)
        if not lemmas or self.voice(sentence, verb) == "passive":
            return None
        if last == verb and self.voice(sentence, verb) == "bare":
            return self._object_of(sentence, phrase, verb)
        if last > verb:
            between = sentence.tokens[verb + 1 : last + 1]
            if any(token.group is not None for token in between):
                return None
            needed = self._object_of(sentence, phrase, verb)
            completed = needed is not None and bool(needed.evoked.beside)
            return needed if completed else None
        return self._object_of(sentence, phrase, verb)

    def listed_object(self, sentence: Sentence, phrase: Phrase, verb: int) -> Governed | None:
        """As ``of``, for one that stands in a list behind others that the verb acts on."""
        if self.voice(sentence, verb) == "passive" or not self.lemmas(sentence, verb):
            return None
        if self.voice(sentence, verb) == "bare" and not self.object_follows(sentence, verb):
            return None
        return self._object_of(sentence, phrase, verb)

    def _object_of(self, sentence: Sentence, phrase: Phrase, verb: int) -> Governed | None:
        surely = phrase.people is True or (phrase.noun is None and self._is_told(sentence, phrase))
        beside = sentence.beside(verb, phrase.end + 6, surely=surely, phrase=phrase)
        evoked = self._field.of_verb("object", self.lemmas(sentence, verb), beside)
        return Governed(evoked, "object", verb) if evoked else None

    def _is_told(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether people were counted before a bare figure, so that it is one of people too."""
        if sentence.readings or sentence.before:
            return True
        before = any(token.number for token in sentence.tokens[: phrase.at])
        return before and self._nouns.antecedent(sentence, phrase.at) is True

    # -- verbs -----------------------------------------------------------------------------

    def lemmas(self, sentence: Sentence, at: int) -> Sequence[str]:
        """The verbs at token ``at``, in their base form; none where it is no verb.

        A form of a verb that the grammar took for a noun or an adjective counts as one.
        """
        if not 0 <= at < len(sentence.tokens):
            return ()
        token = sentence.tokens[at]
        if token.group is not None:
            return token.group.lemmas
        capital = token.is_name and (token.code not in _UNKNOWN or not self._acts(sentence, at))
        if at and sentence.tokens[at - 1].word in self._articles | self._prepositions:
            return ()  # "on trial for the massacre"
        verb = None if capital or token.code == "N" else self._field.verb(token.word)
        return (verb,) if verb else ()

    @staticmethod
    def _acts(sentence: Sentence, at: int) -> bool:
        """Whether a number follows, on which a verb of a headline acts: "Attacks Kill 12"."""
        return any(token.number for token in sentence.tokens[at + 1 : at + 2])

    def voice(self, sentence: Sentence, at: int) -> str:
        """The voice of the verb at token ``at``, as in ``VerbGroup``."""
        token = sentence.tokens[at]
        if token.group is not None:
            return token.group.voice
        before = sentence.tokens[at - 1] if at else None
        if before is not None and before.group is not None and "be" in before.group.lemmas:
            return "passive"
        return "active" if token.word.endswith("ing") else "bare"

    def object_follows(self, sentence: Sentence, at: int) -> bool:
        """Whether what the verb at ``at`` acts on stands behind it."""
        following: Sequence[Token] = sentence.tokens[at + 1 : at + 4]
        while following and following[0].word in figure_words("completing"):
            following = following[1:]
        if not following:
            return False
        token = following[0]
        if token.number is not None:
            return token.number.form in ("count", "ratio")
        if token.word in self._objects or token.is_name or token.code in _NAMES:
            return True
        if not token.is_word or token.word in self._closed:
            return False
        bound = [each.word for each in following[1:2]] == ["of"]  # "lost control of"
        return bound or is_plural(token.word) or self._nouns.people(token.word) is True
