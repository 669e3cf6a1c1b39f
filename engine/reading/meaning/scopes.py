"""Scopes: what binds facts together that stand in one sentence or one paragraph."""

from __future__ import annotations

import re

from ..grammar.classes import Grammar
from .scene import Scene

__all__ = ["ScopeFinder"]


class ScopeFinder:
    """Finds the scopes that words give.

    Args:
        grammar: the word classes.
    """

    def __init__(self, grammar: Grammar) -> None:
        self._contrast = re.compile(rf"{grammar['withs']}(?:{grammar['adverbs']})*S")
        self._asked, self._single = grammar.words("asked_how"), grammar.words("single_answers")

    def of(self, given: str, scene: Scene) -> str | None:
        """What the facts of one scope share; ``None`` where a contrast is not there.

        Args:
            given: ``sentence``, ``block`` or ``contrast``.
            scene: the sentence.
        """
        where = f"{scene.context.article}/{scene.part}"
        if given == "block":
            return f"{where}/{scene.block}"
        if given == "contrast" and not self._is_contrast(scene):
            return None
        return f"{where}/{scene.line.span.start}"

    def matter(self, text: str) -> bool:
        """What of the whole of a text is looked at: whether single answers are told of in it."""
        return any(phrase in text for phrase in self._single)

    def _is_contrast(self, scene: Scene) -> bool:
        """Whether each of those who were asked gives one of the answers told in a sentence."""
        if self._contrast.search(scene.line.codes):
            return True
        first, last = scene.line.span
        said = scene.line.text[first:last].lower()
        if any(phrase in said for phrase in self._asked):
            return True
        return "(" in said and self.matter(scene.line.text)
