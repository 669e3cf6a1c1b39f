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

    def of(self, given: str, scene: Scene) -> str | None:
        """What the facts of one scope share; ``None`` where a contrast is not there.

        Args:
            given: ``sentence``, ``block`` or ``contrast``.
            scene: the sentence.
        """
        where = f"{scene.context.article}/{scene.part}"
        if given == "block":
            return f"{where}/{scene.block}"
        if given == "contrast" and not self._contrast.search(scene.line.codes):
            return None
        return f"{where}/{scene.line.span.start}"
