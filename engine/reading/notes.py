"""What would let more of an article be understood, and why nothing of it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from ..model import Article
from .blocks import dateline_end, find_blocks
from .dates import find_dates, tells_from_publication
from .grammar.vocabulary import word_lists

__all__ = ["notes_on"]

_WORD = re.compile(r"[^\W\d_]+")

# Of the words in small letters, so that names and menus do not count, their share in a thousand
# English articles was never below 0.22; in German, French, Dutch, Spanish, Italian and Norwegian
# news it was 0.03 to 0.13, for the languages share some.
_LEAST_SHARE = 0.17
_FEWEST_WORDS = 20

# Copy filed on one day is printed on the next or, over a weekend, on the one after; and where it
# was filed the day may have begun earlier than where it is published.
_DAYS_BEFORE, _DAYS_AFTER = 2, 1
_OPENING = 1_000  # code points in which a dateline stands

_LITTLE_WORDS = (
    "determiners", "prepositions", "conjunctions", "be", "have", "modals", "to", "pronouns",
)  # fmt: skip


def notes_on(article: Article, facts: int) -> Iterator[str]:
    """Notes on ``article``, in which so many ``facts`` were read."""
    paragraphs = (article.title or "", *article.text.splitlines())
    if article.published is None and any(map(tells_from_publication, paragraphs)):
        yield "no day of publication is known, and dates told from it have no day"
    if article.published is not None:
        yield from _on_dateline(article.text, article.published)
    if not _is_english(article.text):
        # Names and numbers are read in any language.
        said = "no fact was read, for the" if not facts else "little was understood, for the"
        yield f"{said} copy does not look like English"
    elif not facts:
        yield "no fact was read, so there was nothing to compare"


def _on_dateline(text: str, published: date) -> Iterator[str]:
    """A note where the story opens with a day on which copy of that publication is not filed."""
    text = text[:_OPENING]
    for block in find_blocks(text):
        is_line = block.form == "dateline"
        begin = text[block.start : block.end if is_line else dateline_end(text, block)]
        days = [found for found in find_dates(begin, published) if found.day is not None]
        # A line that says more than its date may say when the page was changed.
        if days and not (is_line and begin.strip() != begin[days[0].start : days[0].end]):
            said = begin[days[0].start : days[0].end]
            if not any(_is_near(each.day, published) for each in days if each.day):
                yield f'the dateline says "{said}", but {published} holds as the day of publication'
            return
        if block.form in ("paragraph", "bullet"):
            return


def _is_near(filed: date, published: date) -> bool:
    return -_DAYS_BEFORE <= (filed - published).days <= _DAYS_AFTER


def _is_english(text: str) -> bool:
    """Whether the little words of English are as frequent as they are in it."""
    words = [word for word in _WORD.findall(text) if not word[0].isupper()]
    little = sum(word in _little_words() for word in words)
    return len(words) < _FEWEST_WORDS or little >= _LEAST_SHARE * len(words)


@cache
def _little_words() -> frozenset[str]:
    lists = word_lists("grammar")
    return frozenset(word for name in _LITTLE_WORDS for word in lists[name])
