"""The words of the constructions, which ``facts/words/figures.yaml`` lists."""

from __future__ import annotations

from functools import cache

from ...knowledge import read_words

__all__ = ["figure_endings", "figure_words"]


@cache
def figure_words(name: str) -> frozenset[str]:
    """The words of the list ``name``."""
    return frozenset(read_words("figures").data[name])


@cache
def figure_endings(name: str) -> tuple[str, ...]:
    """The endings of words that the list ``name`` holds, as ``str.endswith`` takes them."""
    return tuple(read_words("figures").data[name])
