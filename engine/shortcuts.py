"""``belie.check``, ``extract`` and ``mentions``: a checker with all that comes with belie."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import date

from .checker import Checker
from .model import Article, Mention, Report

__all__ = ["check", "extract", "mentions"]


def check(
    article: str | Article,
    *,
    published: date | str | None = None,
    title: str | None = None,
    against: Sequence[str | Article] = (),
) -> Report:
    """As ``Checker.check``, with every rule that comes with belie."""
    return _default().check(article, published=published, title=title, against=against)


def extract(
    article: str | Article, *, published: date | str | None = None, title: str | None = None
) -> Report:
    """As ``Checker.extract``, with every kind that comes with belie."""
    return _default().extract(article, published=published, title=title)


def mentions(
    article: str | Article, *, published: date | str | None = None, title: str | None = None
) -> tuple[Mention, ...]:
    """The numbers, dates and names of ``article``, the title before the text.

    Args:
        article: the copy.
        published: its day of publication, where the article does not carry one; without one
            "on Friday" has no date.
        title: its headline, where the article does not carry one.

    Raises:
        DateError: when ``published`` is no date.
    """
    return _default().mentions(article, published=published, title=title).mentions or ()


_shared = threading.local()


def _default() -> Checker:
    """One checker a thread, since engines are not shared between threads."""
    checker: Checker | None = getattr(_shared, "checker", None)
    if checker is None:
        checker = _shared.checker = Checker()
    return checker
