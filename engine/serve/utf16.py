"""Offsets in UTF-16 code units, in which JavaScript, Java and so LanguageTool count."""

from __future__ import annotations

import re
from bisect import bisect_left

__all__ = ["CodeUnits"]

_BEYOND = re.compile("[\U00010000-\U0010ffff]")
"""Characters of two code units."""


class CodeUnits:
    """Offsets into a text, which belie counts in code points.

    Args:
        text: into which.
    """

    def __init__(self, text: str) -> None:
        self._beyond = [found.start() for found in _BEYOND.finditer(text)]

    def at(self, offset: int) -> int:
        """The code units before the code point ``offset``."""
        return offset + bisect_left(self._beyond, offset)
