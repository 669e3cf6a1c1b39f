"""Figures that a noun of quantity comes to: "the death toll rose from 14 to 31".

The noun may stand behind ("bringing to 31 the number of dead"), and no verb need be there ("a
toll of 31").
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..grammar.classes import Grammar
from .candidates import is_stepped
from .field import Evoked, Field
from .nouns import PhraseFinder
from .sentence import Phrase, Sentence
from .verb_forms import Governed, VerbForms
from .words import figure_words

__all__ = ["QuantityReader"]

_OPENING = 3
"""Tokens within which a sentence opens with a noun of quantity."""
_REACH = 22
"""Tokens before a figure in which its noun is looked for."""
_BEHIND = 9
"""Tokens behind it: "bringing to 31 the number of dead"."""
_NAMED = 5
"""Tokens behind a noun of number in which those are looked for of whom it is one."""
_NUMBER = 4
"""Tokens of "the official number"."""
_VERB = 3
"""Tokens before a link in which its verb stands: "bringing it to"."""
_STOPS = frozenset(";?!")
_NOTHING = Evoked("")


@dataclass(slots=True)
class _Walk:
    """What was met on the way from a figure back to its noun.

    Attributes:
        verb: index of the nearest verb of quantity.
        evoked: what the words between said, the nearest to the noun last.
    """

    verb: int | None = None
    evoked: list[Evoked] = field(default_factory=list)


class QuantityReader:
    """Reads the figures of nouns of quantity.

    Args:
        grammar: the word classes.
        field: the words of the kind.
        nouns: tells people from things.
        forms: the verbs of the sentence.
    """

    def __init__(
        self, grammar: Grammar, field: Field, nouns: PhraseFinder, forms: VerbForms
    ) -> None:
        g = grammar
        self._field = field
        self._nouns = nouns
        self._forms = forms
        self._stops = _STOPS | (g.words("subordinators") | g.words("reach_ends")) - figure_words(
            "spanned"
        )
        self._links = figure_words("amounting_links")
        self._levels = g.words("levels") | g.words("starts") | figure_words("surpassing")
        self._wholes = g.words("articles") | figure_words("whole")
        self._singulars = figure_words("ones") - g.words("newcomers")
        self._starts = g.words("starts")
        self._things = g.words("things_singular")
        self._closed = g.closed
        self._verbs = g.vocabulary.verbs

    def read(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """What the figure is by a noun of quantity before or behind it."""
        linked = sentence.word(phrase.at - 1) in self._links  # "gave the toll as 31"
        at = phrase.at - 1 if linked else sentence.lead(phrase.at)
        at -= is_stepped(sentence, phrase.at)  # "rose by 12 to 30"
        if at < 0 or (phrase.noun is not None and not phrase.people):
            return None
        if not self._is_linked(sentence, at):
            return self._unlinked(sentence, phrase, at)
        if self._number_behind(sentence, phrase.end) is not None:
            return self._behind(sentence, phrase, at)
        return self._before(sentence, phrase, at)

    def _is_linked(self, sentence: Sentence, at: int) -> bool:
        """Whether the token at ``at`` can stand between a noun of quantity and its figure."""
        token = sentence.tokens[at]
        return token.word in self._links or self._amounts(sentence, at)

    def _unlinked(self, sentence: Sentence, phrase: Phrase, last: int) -> Governed | None:
        """A figure right behind its noun, or in a headline without verbs: "Death toll now 9"."""
        number = sentence.tokens[phrase.at].number
        if phrase.noun is not None or number is None:
            return None
        verbs = [token for token in sentence.tokens if token.group is not None]
        verbs = [token for token in verbs if token.group and token.group.lemmas != (token.word,)]
        alone = len(sentence.numbers) == 1 and not verbs  # "toll from ferry fire" has none
        hedged = number.quantity.hedge is not None
        first = 0 if alone else last if hedged else last + 1
        for at in range(last, first - 1, -1):
            noun = sentence.tokens[at].word
            if self._field.names(noun, "quantity"):
                evoked = self._field.of_noun("quantity", noun, sentence.beside(at - 2, at + 4))
                if evoked is not None:
                    return Governed(evoked, "quantity", noun=at)
        return None

    def _amounts(self, sentence: Sentence, at: int) -> bool:
        group = sentence.tokens[at].group
        return group is not None and not figure_words("amounting").isdisjoint(group.lemmas)

    def _before(self, sentence: Sentence, phrase: Phrase, link: int) -> Governed | None:
        """The noun of quantity before a figure."""
        tokens, walk = sentence.tokens, _Walk()
        for at in sentence.back(phrase.at, _REACH):
            token = tokens[at]
            if self._is_told(sentence, at, link):
                return None
            if token.word in self._stops:
                return self._opened(sentence, link, walk)
            if token.group is not None:
                if not self._passes(sentence, at, walk):
                    return self._opened(sentence, link, walk)
                continue
            if not token.is_word:
                continue
            if token.word in self._things and self._told_before(sentence, phrase, at, walk):
                return Governed(sentence.before[-1].evoked, "quantity", walk.verb, noun=at)
            found = self._at_noun(sentence, phrase, at, link, walk)
            if found is not None:
                return found if found.evoked.choice else None
        return self._opened(sentence, link, walk)

    def _opened(self, sentence: Sentence, link: int, walk: _Walk) -> Governed | None:
        """The noun of quantity that a sentence opens with, whatever clauses describe it.

        "The number of those known to have died when the store blew up climbed to 34".
        """
        if walk.verb is None or sentence.word(link) not in self._levels:
            return None
        for at in range(_OPENING):
            word = sentence.word(at)
            if word in figure_words("numbering") or self._field.names(word, "quantity"):
                beside = sentence.beside(at - 3, at + 4)
                evoked = self._field.of_noun("quantity", word, beside)
                evoked = evoked or self._harmed(sentence, at + 1, walk.verb)
                return self._come_to(sentence, evoked, link, walk, at) if evoked else None
        return None

    def _harmed(self, sentence: Sentence, first: int, end: int) -> Evoked | None:
        """What befell those whom a noun of number is of, by the first verb that says so."""
        for at in range(first, end):
            lemmas = self._forms.lemmas(sentence, at)
            beside = sentence.beside(at, at + 4)
            if lemmas and (evoked := self._field.of_any_verb(lemmas, beside)) is not None:
                return evoked
        return None

    def _is_told(self, sentence: Sentence, at: int, link: int) -> bool:
        """Whether the noun has its figure at ``at``: "stands at 24: eight men and 16 women"."""
        return at in sentence.readings and sentence.word(link) not in self._levels

    @staticmethod
    def _told_before(sentence: Sentence, phrase: Phrase, at: int, walk: _Walk) -> bool:
        """Whether "it" is the quantity of the sentence before: "It could reach 150"."""
        if walk.verb is None or phrase.noun is not None or not sentence.before:
            return False
        near = walk.verb == at + 1 and sentence.lead(phrase.at) - walk.verb <= 1
        return near and sentence.before[-1].construction in ("quantity", "label")

    def _passes(self, sentence: Sentence, at: int, walk: _Walk) -> bool:
        """Whether the noun of quantity may stand before the verb at ``at``."""
        lemmas = self._forms.lemmas(sentence, at)
        beside = sentence.beside(at, at + 4)
        evoked = self._field.of_any_verb(lemmas, beside)
        if evoked is not None and not self._amounts(sentence, at):
            walk.evoked.append(evoked)
            return True
        group = sentence.tokens[at].group
        if group is not None and group.form == "gerund" and not self._amounts(sentence, at):
            return True  # "the toll from the Afghan bombing"
        walk.verb = at if walk.verb is None else walk.verb
        return self._amounts(sentence, at)

    def _at_noun(
        self, sentence: Sentence, phrase: Phrase, at: int, link: int, walk: _Walk
    ) -> Governed | None:
        """What the noun at ``at`` makes of the figure; ``None`` where it is none of quantity."""
        word = sentence.tokens[at].word
        beside = sentence.beside(at - 3, at + 4)
        # "The toll of the blast in Leeds was lowered": what is done to it may stand further off.
        to_verb = sentence.beside(at - 3, max(at + 4, 0 if walk.verb is None else walk.verb + 1))
        evoked = self._field.of_noun("quantity", word, to_verb)
        if evoked is not None and (walk.verb is not None or self._is_close(sentence, at, link)):
            told = walk.evoked[-1].choice if walk.evoked else evoked.choice
            return self._come_to(sentence, replace(evoked, choice=told), link, walk, at)
        counted = self._field.of_noun("counted", word, beside)
        last = sentence.last_reading(phrase.at)
        if counted is not None and last is not None and last.phrase.at < at < last.phrase.end:
            return Governed(_NOTHING, "")  # "of the 87 deaths, 61 were in Lagos"
        if counted is not None:
            if self._counts(sentence, at, link, walk) or self._is_put(sentence, at, link):
                return self._come_to(sentence, counted, link, walk, at)
            walk.evoked.append(counted)
            return None
        state = self._field.state([word], beside)
        called = state[0] if state is not None else self._field.of_noun("among", word, beside)
        if called is not None:
            if self._describes(sentence, at):
                return Governed(_NOTHING, "")
            if self._is_brought(sentence, phrase, at, link):
                return self._come_to(sentence, called, link, walk, at)
            walk.evoked.append(called)
            return None
        if word in figure_words("numbering") and sentence.word(at - 1) not in self._singulars:
            return self._numbered(sentence, phrase, at, link, walk)
        if lemmas := self._forms.lemmas(sentence, at):  # "the number of patients affected"
            harmed = self._field.of_verb("object", lemmas, beside)
            walk.evoked += [harmed] if harmed is not None else []
        return None

    def _is_brought(self, sentence: Sentence, phrase: Phrase, at: int, link: int) -> bool:
        """Whether those called so are the ones counted: "put the dead at 51", "the hurt, 15,"."""
        if sentence.word(at - 1) not in self._wholes:
            return False
        if link == at + 1 and sentence.word(link) == ",":
            return sentence.word(phrase.end) == ","
        return self._is_put(sentence, at, link)

    def _is_put(self, sentence: Sentence, at: int, link: int) -> bool:
        """Whether a verb puts those called so at the figure: "put Russian casualties at 1,270"."""
        verbs = range(max(0, at - _VERB), at)
        put = any(self._amounts(sentence, verb) for verb in verbs)
        return put and link - at <= _VERB and sentence.word(link) in self._levels

    def _counts(self, sentence: Sentence, at: int, link: int, walk: _Walk) -> bool:
        """Whether the noun at ``at`` has the figure as its number: "casualties exceed 60"."""
        token = sentence.tokens[link]
        if sentence.word(at + 1) in figure_words("numbering"):
            return True
        if walk.verb is not None and (token.group is not None or token.word in self._levels):
            return True
        return token.word in (":", ",") and at == link - 1

    def _come_to(
        self, sentence: Sentence, evoked: Evoked, link: int, walk: _Walk, noun: int
    ) -> Governed:
        """What comes to a figure, has come from it, or includes it."""
        verb = walk.verb
        if verb is not None and self._includes(sentence, verb):
            return Governed(replace(evoked, gives={}), "among", verb, noun=noun)
        begun = sentence.tokens[link].word in self._starts
        construction = "quantity start" if begun else "quantity"
        return Governed(evoked, construction, verb, noun=noun)

    def _includes(self, sentence: Sentence, verb: int) -> bool:
        """Whether the verb at ``verb`` tells no more than a part: "the toll includes 14"."""
        return not figure_words("partly").isdisjoint(self._forms.lemmas(sentence, verb))

    def _is_close(self, sentence: Sentence, at: int, link: int) -> bool:
        """Whether nothing but a link stands between a noun and its figure: "toll of 31"."""
        return at == link - 1 and sentence.tokens[link].word in self._links

    def _numbered(
        self, sentence: Sentence, phrase: Phrase, at: int, link: int, walk: _Walk
    ) -> Governed | None:
        """What a bare noun of number comes to: of what is said beside it, or was said before."""
        if sentence.tokens[link].word in figure_words("ofs") and link != at + 1:
            return None
        if walk.evoked:
            return self._come_to(sentence, walk.evoked[-1], link, walk, at)
        if (behind := self._of_behind(sentence, phrase.end)) is not None:
            return Governed(behind, "quantity", walk.verb, noun=at)
        told = next(reversed(sentence.readings.values()), None)
        if told is None and sentence.before:
            told = sentence.before[-1]
        return Governed(told.evoked, "quantity", walk.verb, noun=at) if told else None

    def _behind(self, sentence: Sentence, phrase: Phrase, link: int) -> Governed | None:
        """The noun of quantity behind a figure: "bringing to 31 the number of dead"."""
        if sentence.tokens[link].word not in self._levels:
            return None
        evoked = self._of_behind(sentence, phrase.end)
        near = range(link - 1, max(-1, link - 1 - _VERB), -1)
        verb = next((at for at in near if self._may_amount(sentence, at)), None)
        return Governed(evoked, "quantity", verb) if evoked and verb is not None else None

    def _may_amount(self, sentence: Sentence, at: int) -> bool:
        """As ``_amounts``, for a word that the grammar may take for a noun: "that brings"."""
        forms = self._verbs.get(sentence.word(at), ())
        amounting = figure_words("amounting")
        return self._amounts(sentence, at) or any(form.lemma in amounting for form in forms)

    def _of_behind(self, sentence: Sentence, at: int) -> Evoked | None:
        """What "the number of dead" at ``at`` is a number of."""
        tokens, noun = sentence.tokens, self._number_behind(sentence, at)
        if noun is None:
            return None
        beside = sentence.beside(at, at + _BEHIND)
        for here in range(noun + 1, min(noun + _NAMED, len(tokens))):
            token = tokens[here]
            found = self._field.of_noun("among", token.word, beside)
            found = found or self._field.of_noun("counted", token.word, beside)
            if found is None and (state := self._field.state([token.word], beside)):
                found = state[0]
            if found is None:
                found = self._field.of_verb("object", self._forms.lemmas(sentence, here), beside)
            if found is not None:
                return found if not self._describes(sentence, here) else None
        return self._field.of_noun("quantity", tokens[noun].word, beside)

    def _number_behind(self, sentence: Sentence, at: int) -> int | None:
        """Where the noun of "the (official) number" at ``at`` is; ``None`` where there is none."""
        words = sentence.words(at, at + _NUMBER)
        if not words or words[0] not in self._wholes:
            return None
        numbering = figure_words("numbering")
        return next((at + index for index, word in enumerate(words) if word in numbering), None)

    def _describes(self, sentence: Sentence, at: int) -> bool:
        """Whether the word at ``at`` describes a thing behind it: "the number of dead letters"."""
        return any(
            token.is_word
            and token.word not in self._closed
            and self._nouns.people(token.word) is not True
            and not self._field.names(token.word, "quantity", "counted")
            for token in sentence.tokens[at + 1 : at + 2]
        )
