"""Articles and their facts by names that no other has in one check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from .errors import WrongTypeError
from .model import Article, Fact, Stated, iso_day

__all__ = ["as_article", "as_given", "copy_of", "note_on_day", "numbered", "with_own_ids"]


def as_article(article: str | Article, published: date | str | None, title: str | None) -> Article:
    """``article`` with what it does not carry itself.

    Raises:
        DateError: when ``published`` is no date.
        WrongTypeError: when ``article`` is neither text nor an article, or ``title`` no text.
    """
    article = copy_of(article)
    if title is not None and not isinstance(title, str):
        raise WrongTypeError(f"the title is a {type(title).__name__}; give a text")
    given = None if published is None else iso_day(published)
    return replace(
        article,
        published=given if article.published is None else article.published,
        title=title if article.title is None else article.title,
    )


def as_given(
    given: str | Article | Stated, published: date | str | None, title: str | None
) -> Article | Stated:
    """As ``as_article``; what is stated of an article carries all that is known of it."""
    return given if isinstance(given, Stated) else as_article(given, published, title)


def note_on_day(given: str | Article | Stated, published: date | str | None) -> tuple[str, ...]:
    """What is to be said where ``published`` gives way to the copy's own day of publication."""
    own = given.published if isinstance(given, Article) else None
    if own is None or published is None or own == (other := iso_day(published)):
        return ()
    return (f"{other} is given, but {own}, which the copy has, holds as the day of publication",)


def copy_of(given: str | Article | Stated) -> Article:
    """The article that is given, or stated."""
    if isinstance(given, Stated):
        return given.article
    return given if isinstance(given, Article) else Article(given)


def with_own_ids(against: Iterable[Article], taken: str | None) -> tuple[Article, ...]:
    """The articles, each with an id that no other has, for facts are told apart by it."""
    ids = {taken}
    articles = []
    for number, article in enumerate(against, start=1):
        wanted = unique = article.id or f"against {number}"
        copies = 1
        while unique in ids:
            copies += 1
            unique = f"{wanted} ({copies})"
        ids.add(unique)
        articles.append(replace(article, id=unique))
    return tuple(articles)


def numbered(facts: Sequence[Fact], article: Article, first: int) -> list[Fact]:
    """The facts with ids from ``first`` on, so that those of several articles differ."""
    ids = {fact.id: f"f{number}" for number, fact in enumerate(facts, start=first)}
    return [
        replace(
            fact,
            id=ids[fact.id],
            part_of=None if fact.part_of is None else ids[fact.part_of],
            article=article.id,
            published=article.published,
        )
        for fact in facts
    ]
