"""The word lists of ``facts/words/figures.yaml``."""

from __future__ import annotations

from functools import cache

from ...knowledge import read_words

__all__ = ["figure_words"]


@cache
def figure_words(name: str) -> frozenset[str]:
    """The words of the list ``name``."""
    return frozenset(read_words("figures").data[name])
