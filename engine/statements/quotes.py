"""Where the quote of a statement stands in its copy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ..model import Article, Part, Span
from ..reading.reader import sentence_around
from .statement import Statement, StatementError

__all__ = ["located"]

_MARKS = {"'": "['‘’]", "‘": "['‘’]", "’": "['‘’]", '"': '["“”]', "“": '["“”]', "”": '["“”]'}
_SHOWN = 60


def located(statement: Statement, copy: Article) -> Statement:
    """``statement`` with the span and the sentence of its quote in ``copy``.

    The quote is taken word for word; only white space, and whether quotation marks are curly,
    make no difference. Where it stands twice, the first is meant, unless ``span`` says which.

    Raises:
        StatementError: when the copy does not have it.
    """
    if statement.quote is None:
        problem = "is missing; give the passage that states it, word for word"
        raise StatementError(statement.where, "quote", problem)
    found = next(_found(statement, copy), None)
    if found is None:
        words = statement.quote.strip()
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
        problem = f"the copy does not have {shown!r}; quote it word for word"
        raise StatementError(statement.where, "quote", problem)
    part, span = found
    text = copy.text if part == "text" else copy.title or ""
    sentence = sentence_around(text, span)
    quote = text[span.start : span.end]
    return replace(statement, part=part, span=span, sentence=sentence, quote=quote)


def _found(statement: Statement, copy: Article) -> Iterator[tuple[Part, Span]]:
    """Where the quote stands: where the statement says, else in its part, else in the other."""
    pattern = _pattern(statement.quote or "")
    parts: dict[Part, str] = {"text": copy.text, "title": copy.title or ""}
    if statement.span is not None:
        start, end = statement.span
        if (match := pattern.match(parts[statement.part], start)) and match.end() == end:
            yield statement.part, Span(start, end)
        for match in pattern.finditer(parts[statement.part] if copy.origin else ""):
            span = Span(*match.span())
            if copy.locate(statement.part, span).span == statement.span:
                yield statement.part, span
    for part in sorted(parts, key=lambda part: part != statement.part):
        if match := pattern.search(parts[part]):
            yield part, Span(*match.span())


@lru_cache(maxsize=64)
def _pattern(quote: str) -> re.Pattern[str]:
    words = ("".join(_MARKS.get(each, re.escape(each)) for each in word) for word in quote.split())
    return re.compile(r"\s+".join(words))
