"""Those of each of whom one figure is: "Lund, Holm and Quist are at 2 percent"."""

from __future__ import annotations

from ..grammar.classes import Grammar
from ..grammar.line import Unit
from .sentence import FigureReading, Sentence
from .tokens import Token
from .words import figure_words

__all__ = ["BESIDE_NAMES", "RowFinder"]

BESIDE_NAMES = frozenset(["(", ",", "–", "—", "-", ":", "'s", "'", "and"])
"""What may stand between the members of a row, and between a name and its figure."""
_STANDING = "AHXFW"
"""Of these, who may stand in a row of several, where a place only tells where one is from."""
_PERSONS = "HX"
_TITLES = "PCWA"
"""Of these, what may stand before a person of a row: "Montana Gov. Lund"."""
_TITLED = 5
"""Tokens before a person that say who that is, at most."""
_BETWEEN = 5
"""Tokens from a share to the verb that says whose it is, at most."""


class RowFinder:
    """Finds the rows of those who have one figure each.

    Args:
        grammar: the word classes.
    """

    def __init__(self, grammar: Grammar) -> None:
        self._links = figure_words("share_links")
        self._eaches, self._additions = grammar.words("eaches"), grammar.words("additions")
        self._be = grammar.words("be")

    def find(self, sentence: Sentence, reading: FigureReading, lead: int) -> list[Unit]:
        """Who they are; nobody where nothing says that the figure is of each.

        Args:
            sentence: its sentence.
            reading: what the figure was read as.
            lead: index of the token before it.
        """
        end, told = self._before_verb(sentence, lead)
        if told or sentence.word(reading.phrase.end) in self._eaches:  # "won a seat each"
            row = self._told_of_each(sentence, end)
        elif self._links.isdisjoint(sentence.words(end, reading.phrase.at)):
            row = []
        else:
            row = self._joined(sentence, end)
        return row or self.behind(sentence, reading)

    def _told_of_each(self, sentence: Sentence, end: int) -> list[Unit]:
        """Those named before token ``end``: "A, B (BP) and C, with others"."""
        members: list[Unit] = []
        inside = open_ = False
        for token in reversed(sentence.tokens[: max(end, 0)]):
            if token.group is not None or token.word in figure_words("parting"):
                break
            open_ = token.word == ")" or (open_ and token.word != "(")
            if token.word in figure_words("genitives"):
                continue  # "the Farmers' League"
            if token.word in BESIDE_NAMES or token.word in self._additions:
                inside = False
            elif token.is_name and token.code in _STANDING and not open_ and not inside:
                inside = True
                members.append(sentence.scene.line.units[token.at])
        return members[::-1]

    def _joined(self, sentence: Sentence, end: int) -> list[Unit]:
        """The persons that a list right before token ``end`` joins; of parties it is a sum."""
        at, last = end - 1, end
        members: list[Unit] = []
        while at >= 0 and self._is_person(sentence.tokens[at]):
            members.append(sentence.scene.line.units[sentence.tokens[at].at])
            last = at
            at -= 1
            while at >= 0 and (sentence.word(at) == "," or sentence.word(at) in self._additions):
                at -= 1
            if at == last - 1:
                break  # nothing joins it to what stands before
        joined = any(word in self._additions for word in sentence.words(last, end))
        return members[::-1] if joined and len(members) > 1 else []

    def behind(self, sentence: Sentence, reading: FigureReading) -> list[Unit]:
        """The persons that a verb behind it tells it of: "At 1 percent are Lund and Holm"."""
        tokens, end = sentence.tokens, reading.phrase.end
        for at in range(end, min(end + _BETWEEN, len(tokens))):
            token = tokens[at]
            if token.group is not None:
                stated = self._be.issuperset(token.word.split())
                return self._named(sentence, at + 1) if stated else []
            if token.number is not None or self._is_person(token) or token.word in BESIDE_NAMES:
                return []
        return []

    def _named(self, sentence: Sentence, first: int) -> list[Unit]:
        """The persons of a list that begins at token ``first``, and is all that stands there."""
        tokens, found, titles = sentence.tokens, list[Unit](), 0
        for at in range(first, len(tokens)):
            token = tokens[at]
            if self._is_person(token):
                found.append(sentence.scene.line.units[token.at])
                titles = 0
            elif token.word == "," or token.word in self._additions:
                titles = 1
            elif found and titles == 0:
                ends = not token.is_word and token.number is None
                return found if ends else []  # "are Lund supporters"
            elif (token.is_word or token.code in _TITLES) and titles < _TITLED:
                titles += 1
            else:
                return []
        return found

    def _before_verb(self, sentence: Sentence, lead: int) -> tuple[int, bool]:
        """Where those end who have a figure, and whether "both" or "each" stands behind them.

        "Lund and Holm both (polled at 2 percent)", "are all (at 10)", "are (at nine each)".
        """
        at, told, acted = lead, False, False
        while at >= 0:
            token = sentence.tokens[at]
            words = frozenset(token.word.split())
            light = token.word in self._links and not acted
            if token.group is None and not light and words.isdisjoint(figure_words("of_each")):
                break
            told = told or not words.isdisjoint(figure_words("of_each"))
            acted = acted or token.group is not None
            at -= 1
        return at + 1, told

    @staticmethod
    def _is_person(token: Token) -> bool:
        return token.is_name and token.code in _PERSONS
