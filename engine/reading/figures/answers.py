"""What is answered: for, against, undecided; about what; and by whom."""

from __future__ import annotations

import re

from ...model import Name
from ..grammar.chunks import Chunk
from ..grammar.classes import Grammar
from ..meaning.values import people_of
from .field import ALONE, Field
from .predicates import Predicate
from .sentence import Sentence
from .words import figure_words

__all__ = ["AnswerReader"]

_ASKED = "BEQACFX"
_NEAR = 6
_BEHIND = 10
"""Tokens before a figure in which its answer may stand."""
_RESPONSE = "response"
_TURNED = {"for": "against", "against": "for", None: "against"}


class AnswerReader:
    """Reads what is answered.

    Args:
        grammar: the word classes.
        field: the words of what is measured, which give the answer too.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        self._grammar = grammar
        self._field = field
        and_ = grammar["additions"]
        bound = grammar.vocabulary.one_of(sorted(figure_words("about_links")))
        self._about = re.compile(rf"(?:{bound})?(?P<about>[^.;,VS”()]+?)(?=[.;,”VS()]|{and_}S|$)")

    def response(self, sentence: Sentence, predicate: Predicate) -> str | None:
        """The answer that a predicate gives."""
        tokens = sentence.tokens
        group = tokens[predicate.verb].group if predicate.verb is not None else None
        found = self._state(sentence, predicate.at)
        if found is None:
            lemmas = group.lemmas if group is not None else (sentence.word(predicate.at),)
            evoked = self._field.of_verb("subject", lemmas, ALONE)
            found = evoked.gives.get(_RESPONSE) if evoked else None
            if found is None:
                for at in range(predicate.answer, min(predicate.answer + 2, len(tokens))):
                    found = found or self._state(sentence, at)
        return _TURNED.get(found, found) if group is not None and group.negated else found

    def _state(self, sentence: Sentence, at: int) -> str | None:
        if at >= len(sentence.tokens) or sentence.tokens[at].is_name:
            return None
        found = self._field.state(sentence.words(at, at + _NEAR), ALONE)
        return found[0].gives.get(_RESPONSE) if found else None

    def before(self, sentence: Sentence, at: int) -> str | None:
        """The answer told before a figure: "those who had no opinion, 24%"."""
        last = sentence.last_reading(at)
        first = max(at - _BEHIND, last.phrase.end if last is not None else 0)
        found = (self._state(sentence, here) for here in range(first, at))
        return next((each for each in found if each is not None), None)

    def by_verb(self, sentence: Sentence, verb: int | None) -> str | None:
        """The answer that a verb before a figure is: "was backed by 81% of members"."""
        group = sentence.tokens[verb].group if verb is not None else None
        evoked = self._field.of_verb("subject", group.lemmas, ALONE) if group else None
        return evoked.gives.get(_RESPONSE) if evoked else None

    def about(self, sentence: Sentence, predicate: Predicate) -> tuple[str, int] | None:
        """What is asked about, in the words of the copy, and the unit where it ends."""
        line = sentence.scene.line
        if predicate.answer >= len(sentence.tokens):
            return None
        found = self._about.match(line.codes, sentence.tokens[predicate.answer].at)
        if found is None:
            return None
        last = found.end("about") - 1
        return line.quote(found.start("about"), last), last

    def people(self, sentence: Sentence, head: int | None) -> Name | None:
        """Who was asked, by the noun at token ``head``."""
        if head is None:
            return None
        line = sentence.scene.line
        token = sentence.tokens[head]
        unit = line.units[token.at]
        named = unit.detail.name if isinstance(unit.detail, Chunk) else None
        if named is not None and token.is_people and named.mention is token.mention:
            unit = named  # "64 percent of the French"
        return people_of(unit, line, self._grammar) if unit.code in _ASKED else None
