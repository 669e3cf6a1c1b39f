"""Expressions for one of several words, made of lists of knowledge."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["any_of"]


def any_of(words: Iterable[str]) -> str:
    """An expression, as one group, for any of ``words`` as they stand, the longest before others.

    Args:
        words: words or phrases, in any order.
    """
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))})"
