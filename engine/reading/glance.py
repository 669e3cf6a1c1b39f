"""What of a sentence is to be seen before it is analysed, by which most are passed over."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import cached_property

__all__ = ["WORD", "Glance"]

WORD = re.compile(r"[^\W\d_]+")
"""A word of letters alone, as ``Glance.words`` holds it."""


class Glance:
    """A sentence at a glance.

    Args:
        text: its text.
        figures: gives the codes of the numbers in it, which are looked for when it is asked.
        spoken: tells whether a quotation that runs over it says something in it.

    Attributes:
        text: the same.
        figures: the same.
        spoken: the same.
    """

    def __init__(
        self,
        text: str,
        figures: Callable[[], AbstractSet[str]],
        spoken: Callable[[], bool] = lambda: False,
    ) -> None:
        self.text = text
        self.figures = figures
        self.spoken = spoken

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words, in lower case."""
        return frozenset(WORD.findall(self.text.lower()))
