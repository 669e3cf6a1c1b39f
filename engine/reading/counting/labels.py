"""Numbers that are part of a name: "Route 50", "a level 3 alert", "flight KX 218"."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet

from ...model import Value
from ..deeds.words import noun_in_copy
from ..grammar.classes import Grammar
from ..grammar.vocabulary import UNKNOWN_NAME
from .counted import Leaves
from .wording import label

__all__ = ["LabelFinder"]

_NAMES = frozenset("CAHPXEGFB")
_LONGEST = 3
"""Digits of a number that is hardly a year, nor a count."""
_LETTERS = re.compile(r"[A-Z]{1,3}")


class LabelFinder:
    """Finds what stands beside the numbers in names.

    Args:
        grammar: the word classes.
        empty: words that name nothing.
        beside: the next word of content before (-1) or behind (1) a leaf.
    """

    def __init__(
        self,
        grammar: Grammar,
        empty: AbstractSet[str],
        beside: Callable[[Leaves, int, int], str | None],
    ) -> None:
        self._noun = re.compile(grammar.noun)
        self._empty, self._beside = empty, beside

    def named(self, index: int, leaves: Leaves) -> dict[str, Value | None] | None:
        """What stands beside leaf ``index``, where that is a name with a number in it."""
        number = label(leaves.text(index, index).split()[-1])
        if number is None:
            return None
        words = leaves.text(index, index).split()[:-1]
        first = index
        if not words and index:
            first = index - 1
            if not (leaves.codes[first] in _NAMES or self._noun.fullmatch(leaves.codes[first])):
                return None
            words = leaves.text(first, first).split()
        noun = noun_in_copy(words[-1].lower()) if words else ""
        if not noun[:1].isalpha() or noun in self._empty:
            return None
        owner = words[-2].lower() if len(words) > 1 else self._beside(leaves, first, -1)
        return {
            "sort": f"{noun} #",
            "said": number,
            "counted": noun,
            "before": owner,
            "after": self._beside(leaves, index, 1),
        }

    def version(self, index: int, leaves: Leaves) -> dict[str, Value | None] | None:
        """What stands beside a number that ends a name which no list has: "Kestrel 4"."""
        number = leaves.text(index, index)
        if not index or not number.isdigit() or len(number) > _LONGEST:
            return None
        behind = leaves.codes[index + 1 : index + 2]
        if leaves.codes[index - 1] != UNKNOWN_NAME or self._noun.fullmatch(behind):
            return None
        return self._numbered(index, leaves, leaves.text(index - 1, index - 1).lower())

    def coded(self, index: int, leaves: Leaves) -> dict[str, Value | None] | None:
        """What stands beside a number that follows the letters of a line or a maker."""
        number = leaves.text(index, index)
        if not index or not number.isdigit() or leaves.codes[index - 1] in "CP":
            return None
        letters = leaves.text(index - 1, index - 1).split()[-1]
        if not _LETTERS.fullmatch(letters):
            return None
        return self._numbered(index, leaves, letters.lower())

    def _numbered(self, index: int, leaves: Leaves, name: str) -> dict[str, Value | None]:
        """What stands beside a number and the name right before it."""
        return {
            "sort": f"{name} #",
            "said": leaves.text(index, index),
            "counted": name,
            "before": self._beside(leaves, index - 1, -1),
            "after": self._beside(leaves, index, 1),
        }
