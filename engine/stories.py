"""Whether two texts tell of one story, as far as their words show.

Copy held against other copy is compared where both tell of the same; where the two share few
words but those of every story, they do not.
"""

from __future__ import annotations

import re
from functools import cache

from .knowledge import read_words
from .model import Article

__all__ = ["are_of_one_story"]

_WORD = re.compile(r"[^\W\d_]{4,}")
_FEWEST = 30
"""Words of its own that a text must have before its words show what it tells of."""
_SHARED = 0.13
"""The part of the words of the shorter text that the other must have too.

Of 3,000 pairs of unrelated articles one in a hundred shares as many; a draft and the notice that it
was written from share twice as many.
"""


def are_of_one_story(one: Article, other: Article) -> bool:
    """Whether two articles may tell of one story; so they may where one is too short to show it."""
    first, second = _words(one), _words(other)
    fewer = min(len(first), len(second))
    return fewer < _FEWEST or len(first & second) >= _SHARED * fewer


def _words(article: Article) -> set[str]:
    text = f"{article.title or ''} {article.text}".lower()
    return set(_WORD.findall(text)) - _everyday()


@cache
def _everyday() -> frozenset[str]:
    return frozenset(read_words("stories").data["everyday"])
