"""Figures before their verb: "17 died", "17 were killed", "17 are among the dead"."""

from __future__ import annotations

from ..grammar.classes import Grammar
from ..grammar.nouns import noun_words
from .field import Evoked, Field
from .nouns import PhraseFinder
from .sentence import Phrase, Sentence
from .states import StateReader
from .verb_forms import NEAR, Governed, VerbForms
from .words import figure_words

__all__ = ["VerbReader"]

_REACH = 16
"""Tokens behind a noun phrase in which its verb is looked for."""
_CLOSE = 4
"""Tokens between a noun phrase and a participle that hangs on it, at most."""
_PREDICATE = 4
"""Tokens behind a verb such as "be" in which what is so is looked for."""
_AMONG = 9
"""Tokens behind "among" in which those are looked for whom it names."""
_ASIDE = 11
"""Tokens that an aside may have."""
_PART = 5
"""Tokens from its comma in which an aside says of how many of them it speaks."""
_MEMBERS = 12
"""Others who are named beside a figure, at most: "nine men and two women (dead)"."""
_BREAKS = frozenset(";:?!.")


class VerbReader:
    """Reads figures by the verbs behind them.

    Args:
        grammar: the word classes.
        field: the words of the kind.
        nouns: tells people from things.
        forms: the verbs of the sentence.
        states: what is said to be their state.
    """

    def __init__(
        self,
        grammar: Grammar,
        field: Field,
        nouns: PhraseFinder,
        forms: VerbForms,
        states: StateReader,
    ) -> None:
        g = grammar
        self._field = field
        self._nouns = nouns
        self._forms = forms
        self._states = states
        self._among = g.words("among")
        self._relatives = g.words("relatives")
        self._subordinators = g.words("subordinators")
        self._prepositions = g.words("prepositions")
        self._joints = g.words("conjunctions") | frozenset([","])
        self._listing = g.words("joining") | frozenset([","])
        self._newcomers = g.words("newcomers")

    def read(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """The verb behind a figure whose subject it is, or those of whom it is a part."""
        last = self._coordinated(sentence, phrase)
        if sentence.word(last) in self._among and (of := self.among(sentence, last + 1)):
            return Governed(of, "among")
        if last > phrase.end and (state := self._states.read(sentence, phrase, last)):
            return state
        return self._verb_behind(sentence, phrase, phrase.end)

    def state(self, sentence: Sentence, phrase: Phrase, at: int) -> Governed | None:
        """The state at token ``at``, or what the verb behind it says: "nine missing are dead"."""
        state = self._states.read(sentence, phrase, at)
        if state is None or state.end is None or sentence.word(state.end) == ",":
            return state
        found = self._verb_behind(sentence, phrase, state.end)
        said = found is not None and found.construction != "participle"
        return self._graver(state, found if said else None)

    def _coordinated(self, sentence: Sentence, phrase: Phrase) -> int:
        """Where the others end who are named beside a figure: "nine men and two women (dead)"."""
        end = phrase.end
        for _ in range(_MEMBERS):
            if sentence.word(end) not in self._listing:
                break
            first = end + 1
            while sentence.word(first) in figure_words("light"):
                first += 1
            if first >= len(sentence.tokens) or sentence.tokens[first].number is None:
                break
            other = self._nouns.find(sentence, first)
            if not other.people and (other.people is False or other.noun is not None):
                break
            end = other.end
        return end

    def _verb_behind(self, sentence: Sentence, phrase: Phrase, start: int) -> Governed | None:
        """The verb from token ``start`` on that says something of the figure before it.

        A participle that hangs on it is one, but the verb of the sentence may say more: "miners
        trapped underground were found dead".
        """
        tokens = sentence.tokens
        relative = crossed = others = False
        hanging: Governed | None = None
        at, last = start, min(start + _REACH, len(tokens))
        while at < last:
            if others and tokens[at].group is not None:
                others = relative = False  # "a priest named the 31 who died"
            elif self._forms.lemmas(sentence, at):
                found, goes_on = self._at_verb(
                    sentence, phrase, at, relative=relative, crossed=crossed
                )
                hangs = found is not None and (relative or found.construction == "participle")
                if hangs and hanging is None:
                    hanging = found
                elif found is not None or not goes_on:
                    return self._graver(hanging, found)
                relative = relative and tokens[at].group is None
            elif tokens[at].word in self._relatives:
                relative = True
                uncounted = tokens[phrase.at].number is None
                others = uncounted and at > start and tokens[at - 1].number is not None
            elif closed := self._aside(sentence, at):
                at = closed
            elif self._is_end(sentence, at, relative=relative):
                return hanging
            else:
                crossed = crossed or (tokens[at].word in self._joints and not relative)
            at += 1
        return hanging

    def _is_end(self, sentence: Sentence, at: int, *, relative: bool) -> bool:
        """Whether what stands from token ``at`` on is no longer said of the figure before it."""
        word, following = sentence.word(at), sentence.tokens[at + 1 : at + 2]
        dated = any(token.code == "D" for token in following)  # "since Tuesday"
        if word in _BREAKS or (word in self._subordinators and not dated):
            return True
        if relative or word not in self._joints:
            return False
        if not following or following[0].word in self._newcomers:
            return True
        return following[0].group is not None and word != ","

    def _graver(self, hanging: Governed | None, found: Governed | None) -> Governed | None:
        """Of what hangs on a figure and what its verb says, that which says more."""
        if hanging is None or found is None:
            return hanging or found
        return found if self._field.graver(hanging.evoked, found.evoked) else hanging

    def _at_verb(
        self, sentence: Sentence, phrase: Phrase, at: int, *, relative: bool, crossed: bool
    ) -> tuple[Governed | None, bool]:
        """What the verb at ``at`` says of the figure before it; and whether to look further."""
        token = sentence.tokens[at]
        hanging = self._forms.is_participle(sentence, at)
        evoked = self._said(sentence, phrase, at, hanging=hanging, crossed=crossed)
        if evoked is not None:
            return evoked, False
        if token.group is None:
            return None, True
        if self._carries(sentence, at):
            return self._predicate(sentence, phrase, at), False
        if relative:
            return None, True
        adjacent = at == phrase.end or sentence.word(at - 1) == ","
        alone = not noun_words("acting_alone").isdisjoint(self._forms.lemmas(sentence, at))
        return None, token.group.form == "gerund" or (hanging and not alone and adjacent)

    def _said(
        self, sentence: Sentence, phrase: Phrase, at: int, *, hanging: bool, crossed: bool
    ) -> Governed | None:
        """What the verb at ``at`` says itself of the figure before it."""
        token, voice = sentence.tokens[at], self._forms.voice(sentence, at)
        lemmas = self._forms.lemmas(sentence, at)
        named = sentence.tokens[phrase.end - 1].is_name
        surely = phrase.noun is None or phrase.people is True or named
        beside = sentence.beside(at, at + 1 + NEAR, surely=surely, phrase=phrase)
        hangs = hanging and at - phrase.end <= _CLOSE and not crossed
        evoked = self._field.of_verb("object", lemmas, beside)
        if evoked is not None and (voice == "passive" or hangs):
            return Governed(evoked, "passive subject" if voice == "passive" else "participle", at)
        form = token.group.form if token.group else "finite"
        if voice == "passive" or (form == "gerund" and at > phrase.end):
            return None
        evoked = self._field.of_verb("subject", lemmas, beside)
        return Governed(evoked, "subject", at) if evoked else None

    def _carries(self, sentence: Sentence, at: int) -> bool:
        """Whether a verb leaves it to what follows to say what is so: "were reported"."""
        lemmas = frozenset(self._forms.lemmas(sentence, at))
        if lemmas.isdisjoint(figure_words("carrying")):
            return False
        passive = self._forms.voice(sentence, at) == "passive"
        return passive or not lemmas.isdisjoint(figure_words("linking"))

    def _predicate(self, sentence: Sentence, phrase: Phrase, at: int) -> Governed | None:
        """What is said to be so behind a verb such as "be": "dead", "among the wounded"."""
        tokens, first = sentence.tokens, at + 1
        if sentence.word(first) == ",":  # an aside
            words = sentence.words(first + 1, first + _ASIDE)
            first = first + 2 + words.index(",") if "," in words else first
        for here in range(first, min(first + _PREDICATE, len(tokens))):
            word = tokens[here].word
            state = self._states.read(sentence, phrase, here)
            if state is not None:
                return Governed(state.evoked, "predicate", at, state.end)
            if word in self._among and (evoked := self.among(sentence, here + 1)):
                return Governed(evoked, "among", at)
            if tokens[here].group is not None:
                if self._carries(sentence, here):  # "are believed to be missing"
                    return self._predicate(sentence, phrase, here)
                return self._carried(sentence, phrase, here)
            if (
                word in self._relatives
                or word in ",;"
                or (word in self._prepositions and word not in figure_words("circumstantial"))
            ):
                break
        return None

    def _carried(self, sentence: Sentence, phrase: Phrase, at: int) -> Governed | None:
        """What the verb at ``at`` says, that stands behind another: "were reported killed"."""
        beside = sentence.beside(at, at + 1 + NEAR, surely=phrase.people is True)
        lemmas = self._forms.lemmas(sentence, at)
        passive = self._forms.voice(sentence, at) != "active"
        evoked = self._field.of_verb("object", lemmas, beside) if passive else None
        evoked = evoked or self._field.of_verb("subject", lemmas, beside)
        return Governed(evoked, "predicate", at) if evoked else None

    def among(self, sentence: Sentence, at: int) -> Evoked | None:
        """What those are called of whom a figure is one: "(among) the 22 people killed"."""
        tokens = sentence.tokens
        for here in range(at, min(at + _AMONG, len(tokens))):
            token = tokens[here]
            if token.word in ".;":
                return None
            beside = sentence.beside(here, here + NEAR)
            if token.group is not None:
                return self._field.of_any_verb(self._forms.lemmas(sentence, here), beside)
            evoked = self._field.of_noun("among", token.word, beside)
            if evoked is None and (found := self._field.state([token.word], beside)):
                evoked = found[0]
            if evoked is not None:
                return evoked
        return None

    def _aside(self, sentence: Sentence, at: int) -> int | None:
        """Where an aside about some of them ends: ", three of them children,"."""
        tokens = sentence.tokens
        if tokens[at].word != ",":
            return None
        words = sentence.words(at + 1, at + 1 + _ASIDE)
        partial = figure_words("partial")
        part = next((i for i, word in enumerate(words[:_PART]) if word in partial), 0)
        if not part or words[part - 1] not in figure_words("ofs"):
            return None
        close = next((i for i, word in enumerate(words) if word == "," and i > part), None)
        if close is None:
            return None
        closed = at + 1 + close
        behind = tokens[closed + 1 : closed + 2]
        verbs = any(token.group for token in tokens[at:closed])
        return closed if not verbs or any(token.group for token in behind) else None
