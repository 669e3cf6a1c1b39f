"""Figures that a noun of quantity comes to: "the death toll rose from 14 to 31"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..grammar.classes import Grammar
from .field import Evoked, Field
from .nouns import PhraseFinder, figure_words
from .sentence import Phrase, Sentence
from .verbs import Governed, VerbReader

__all__ = ["QuantityReader"]

_REACH = 22
"""Tokens before a figure in which its noun is looked for."""
_BEHIND = 9
"""Tokens behind it: "bringing to 31 the number of dead"."""
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
        verbs: reads what verbs say.
    """

    def __init__(
        self, grammar: Grammar, field: Field, nouns: PhraseFinder, verbs: VerbReader
    ) -> None:
        g = grammar
        self._field = field
        self._nouns = nouns
        self._verbs = verbs
        self._ends = (g.words("subordinators") | frozenset(["but"])) - frozenset(
            ["as", "since", "after", "before"]
        )
        self._links = figure_words("amounting_links")
        self._levels = (
            g.words("levels") | g.words("starts") | g.words("beyond") | frozenset(["above"])
        )
        self._articles = g.words("articles")
        self._starts = g.words("starts")
        self._closed = g.closed

    def read(self, sentence: Sentence, phrase: Phrase) -> Governed | None:
        """What the figure is by a noun of quantity before or behind it."""
        at = self._verbs.before(sentence, phrase.at)
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
        """A figure right behind its noun, or in a headline without verbs: "Death toll at least 9"."""
        number = sentence.tokens[phrase.at].number
        if phrase.noun is not None or number is None:
            return None
        bare = not any(token.group for token in sentence.tokens)
        numbers = sum(token.number is not None for token in sentence.tokens)
        hedged = number.quantity.hedge is not None
        first = 0 if bare and numbers == 1 else last if hedged else last + 1
        for at in range(last, first - 1, -1):
            beside = sentence.beside(at - 2, at + 4)
            evoked = self._field.of_noun("quantity", sentence.tokens[at].word, beside)
            if evoked is not None:
                return Governed(evoked, "quantity", noun=at)
        return None

    def _amounts(self, sentence: Sentence, at: int) -> bool:
        group = sentence.tokens[at].group
        return group is not None and not figure_words("amounting").isdisjoint(group.lemmas)

    def _before(self, sentence: Sentence, phrase: Phrase, link: int) -> Governed | None:
        """The noun of quantity before a figure."""
        tokens, walk = sentence.tokens, _Walk()
        for at in range(phrase.at - 1, max(-1, phrase.at - 1 - _REACH), -1):
            token = tokens[at]
            if token.word in _STOPS or token.word in self._ends:
                return None
            if token.group is not None:
                if not self._passes(sentence, at, walk):
                    return None
                continue
            if not token.is_word:
                continue
            found = self._at_noun(sentence, phrase, at, link, walk)
            if found is not None:
                return found if found.evoked.choice else None
        return None

    def _passes(self, sentence: Sentence, at: int, walk: _Walk) -> bool:
        """Whether the noun of quantity may stand before the verb at ``at``."""
        lemmas = self._verbs.lemmas(sentence, at)
        beside = sentence.beside(at, at + 4)
        evoked = self._field.of_verb("object", lemmas, beside) or self._field.of_verb(
            "subject", lemmas, beside
        )
        if evoked is not None and not self._amounts(sentence, at):
            walk.evoked.append(evoked)
            return True
        walk.verb = at if walk.verb is None else walk.verb
        return self._amounts(sentence, at)

    def _at_noun(
        self, sentence: Sentence, phrase: Phrase, at: int, link: int, walk: _Walk
    ) -> Governed | None:
        """What the noun at ``at`` makes of the figure; ``None`` where it is none of quantity."""
        tokens, word = sentence.tokens, sentence.tokens[at].word
        following = tokens[at + 1].word if at + 1 < len(tokens) else ""
        beside = sentence.beside(at - 3, at + 4)
        evoked = self._field.of_noun("quantity", word, beside)
        if evoked is not None and (walk.verb is not None or self._is_close(sentence, at, link)):
            told = walk.evoked[-1].choice if walk.evoked else evoked.choice
            return self._come_to(sentence, replace(evoked, choice=told), link, walk, at)
        named = self._field.of_noun("counted", word, beside)
        if named is not None:
            linked = tokens[link].group is not None or tokens[link].word in self._levels
            labelled = tokens[link].word in (":", ",") and at == link - 1
            numbered = following in figure_words("numbering")
            if numbered or (walk.verb is not None and linked) or labelled:
                return self._come_to(sentence, named, link, walk, at)
            walk.evoked.append(named)
            return None
        state = self._field.state([word], beside)
        among = self._field.of_noun("among", word, beside)
        if state is not None or among is not None:
            if self._describes(sentence, at):
                return Governed(_NOTHING, "")
            walk.evoked.append(state[0] if state is not None else among)  # type: ignore[arg-type]
            return None
        if word in figure_words("numbering") and tokens[at - 1].word not in ("a", "an"):
            return self._numbered(sentence, phrase, at, link, walk)
        return None

    def _come_to(
        self, sentence: Sentence, evoked: Evoked, link: int, walk: _Walk, noun: int
    ) -> Governed:
        """What comes to a figure, has come from it, or includes it."""
        verb = walk.verb
        if verb is not None and "include" in self._verbs.lemmas(sentence, verb):
            return Governed(replace(evoked, gives={}), "among", verb, noun=noun)
        begun = sentence.tokens[link].word in self._starts
        construction = "quantity start" if begun else "quantity"
        return Governed(evoked, construction, verb, noun=noun)

    def _is_close(self, sentence: Sentence, at: int, link: int) -> bool:
        """Whether nothing but a link stands between a noun and its figure: "toll of 31"."""
        return at == link - 1 and sentence.tokens[link].word in self._links

    def _numbered(
        self, sentence: Sentence, phrase: Phrase, at: int, link: int, walk: _Walk
    ) -> Governed | None:
        """What a bare noun of number comes to: of what is said beside it, or was said before."""
        if sentence.tokens[link].word == "of" and link != at + 1:
            return None
        if walk.evoked:
            return self._come_to(sentence, walk.evoked[-1], link, walk, at)
        if (behind := self._of_behind(sentence, phrase.end)) is not None:
            return Governed(behind, "quantity", walk.verb, noun=at)
        told = [*sentence.before, *sentence.readings.values()]
        return Governed(told[-1].evoked, "quantity", walk.verb, noun=at) if told else None

    def _behind(self, sentence: Sentence, phrase: Phrase, link: int) -> Governed | None:
        """The noun of quantity behind a figure: "bringing to 31 the number of dead"."""
        if sentence.tokens[link].word not in self._levels:
            return None
        evoked = self._of_behind(sentence, phrase.end)
        verb = next(
            (at for at in range(link - 1, max(-1, link - 4), -1) if self._amounts(sentence, at)),
            None,
        )
        return Governed(evoked, "quantity", verb) if evoked and verb is not None else None

    def _of_behind(self, sentence: Sentence, at: int) -> Evoked | None:
        """What "the number of dead" at ``at`` is a number of."""
        tokens, noun = sentence.tokens, self._number_behind(sentence, at)
        if noun is None:
            return None
        beside = sentence.beside(at, at + _BEHIND)
        for here in range(noun + 1, min(noun + 5, len(tokens))):
            token = tokens[here]
            found = self._field.of_noun("among", token.word, beside)
            found = found or self._field.of_noun("counted", token.word, beside)
            if found is None and (state := self._field.state([token.word], beside)):
                found = state[0]
            if found is None and self._verbs.lemmas(sentence, here):
                found = self._field.of_verb("object", self._verbs.lemmas(sentence, here), beside)
            if found is not None:
                return found if not self._describes(sentence, here) else None
        return self._field.of_noun("quantity", tokens[noun].word, beside)

    def _number_behind(self, sentence: Sentence, at: int) -> int | None:
        """Where the noun of "the (official) number" at ``at`` is; ``None`` where there is none."""
        words = sentence.words(at, at + 4)
        if not words or words[0] not in self._articles | figure_words("whole"):
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
