"""What of a sentence is to be seen before it is analysed, by which most are passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .numbers import Number

__all__ = ["WORD", "Glance"]

WORD = re.compile(r"[^\W\d_]+")
"""A word of letters alone, as ``Glance.words`` holds it."""

_DIGIT = re.compile(r"\d")


class Glance:
    """A sentence at a glance, which has no numbers and no quotations until somebody looks.

    Attributes:
        text: its text.
        words: its words, in lower case.
        has_digits: whether a digit stands in it.
        goes_on: the kinds with a figure of which it may go on, from the sentence before.
    """

    goes_on: AbstractSet[str] = frozenset()

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = frozenset(WORD.findall(text.lower()))
        self.has_digits = _DIGIT.search(text) is not None

    @cached_property
    def numbers(self) -> Sequence[Number]:
        """Its numbers of which facts may be made."""
        return ()

    @cached_property
    def figures(self) -> AbstractSet[str]:
        """The codes of the numbers in it."""
        return frozenset()

    def spoken(self) -> bool:
        """Whether a quotation that runs over it says something in it."""
        return False
