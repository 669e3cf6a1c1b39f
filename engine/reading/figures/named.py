"""Those whom a sentence names one by one: "the dead: Ann Hall (52), her son Max (9) and …"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...model import Quantity
from ..grammar.classes import Grammar
from .field import Evoked, Field
from .sentence import FigureReading, Phrase, Sentence
from .tokens import Token
from .words import figure_words

__all__ = ["NamedReader"]

_PERSON = "H"
_FEW = 2
"""Members that a list has at least."""
_LINKED = 6
"""Tokens between a noun for those counted and the mark or word that opens the list."""


class NamedReader:
    """Counts the persons of a list that says what befell them; there may be more.

    Args:
        grammar: the word classes.
        field: the words of the kind.
    """

    def __init__(self, grammar: Grammar, field: Field) -> None:
        self._field = field
        self._joining = grammar.words("conjunctions")
        self._openers = figure_words("naming_openers")

    def find(self, sentence: Sentence) -> Iterator[FigureReading]:
        """The readings of the lists of a sentence: at least so many."""
        for at, token in enumerate(sentence.tokens):
            if token.code != _PERSON or not self._opens(sentence, at - 1):
                continue
            evoked = self._called(sentence, at - 1)
            last, members = self._members(sentence, at)
            if evoked is not None and members >= _FEW:
                phrase = Phrase(at, last + 1, None, people=True)
                least = Quantity(Decimal(members), None, "at least")
                yield FigureReading(phrase, least, evoked, "named")
                return

    def _opens(self, sentence: Sentence, at: int) -> bool:
        """Whether a list of names begins behind token ``at``."""
        group = sentence.tokens[at].group if at >= 0 else None
        lemmas = group.lemmas if group is not None else (sentence.word(at),)
        return not self._openers.isdisjoint(lemmas)

    def _called(self, sentence: Sentence, opener: int) -> Evoked | None:
        """What those before the opener are called: "the names of the dead", "the victims"."""
        for at in range(opener - 1, max(-1, opener - 1 - _LINKED), -1):
            if self._field.names(sentence.word(at), "among"):
                return self._field.of_noun("among", sentence.word(at), sentence.beside(at, opener))
        return None

    def _members(self, sentence: Sentence, first: int) -> tuple[int, int]:
        """The last token of a list, and how many persons it names.

        Where ages are told, those with one; else those of a bare list of names, as far as it goes.
        """
        aged = [at for at in range(first, len(sentence.tokens)) if _is_aged(sentence, at)]
        if len(aged) >= _FEW:
            return aged[-1], len(aged)
        last, members = first, 1
        for at in range(first + 1, len(sentence.tokens)):
            token = sentence.tokens[at]
            if token.code == _PERSON:
                last, members = at, members + 1
            elif token.word != "," and token.word not in self._joining:
                break
        return last, members


def _is_aged(sentence: Sentence, at: int) -> bool:
    """Whether a name with an age stands at token ``at``: "Ann Hall (52)", "Ann Hall, 52,"."""
    token: Token = sentence.tokens[at]
    if not token.is_name and token.code != _PERSON:
        return False
    if sentence.word(at + 1) not in ("(", ",") or at + 2 >= len(sentence.tokens):
        return False
    number = sentence.tokens[at + 2].number
    return number is not None and number.form in ("count", "age")
