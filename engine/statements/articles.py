"""Statements gathered by the article that they stand in, as facts of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..kinds import Kind
from ..model import Article, Fact, Issue, Stated
from .facts import FactMaker, settled, stated_article
from .gathered import Gathered
from .quotes import located
from .statement import Statement, StatementError, statement_from
from .tables import Row

__all__ = ["stated_alone", "stated_articles", "stated_of"]


def stated_articles(
    rows: Gathered, name: str, kinds: Mapping[str, Kind] | None = None
) -> Iterator[Stated]:
    """The articles that ``rows`` name, in the order in which these come to them.

    Args:
        rows: of a file.
        name: of the file; what names no article stands in one of this name.
        kinds: what there is; those that come with belie when ``None``.
    """
    rows.name_others(name)
    maker = FactMaker(kinds)
    for article in rows.articles():
        yield stated_alone(article or name, rows.of(article), maker)


def stated_alone(article: str, rows: Iterable[Row | StatementError], maker: FactMaker) -> Stated:
    """What ``rows`` state of the ``article`` of that name, whose copy is not at hand."""
    facts, errors = _made(rows, maker, None)
    named = tuple(replace(fact, article=article) for fact in facts)
    return Stated(replace(stated_article(named), id=article), named, errors)


def stated_of(article: Article, rows: Iterable[Row | StatementError], maker: FactMaker) -> Stated:
    """What ``rows`` state of ``article``, each passage found in it by its quote."""
    facts, errors = _made(rows, maker, article)
    return Stated(article, tuple(facts), errors)


def _made(
    rows: Iterable[Row | StatementError], maker: FactMaker, copy: Article | None
) -> tuple[list[Fact], tuple[Issue, ...]]:
    """The facts of ``rows``, and what kept the others from being one."""
    statements: list[Statement] = []
    facts: list[Fact] = []
    errors: list[Issue] = []
    for row in rows:
        try:
            if isinstance(row, StatementError):
                raise row
            statement = statement_from(row.cells, row.where)
            if copy is not None:
                published = statement.published or copy.published
                statement = located(replace(statement, published=published), copy)
            facts.append(maker.fact(statement))
            statements.append(statement)
        except StatementError as failure:
            errors.append(Issue(str(failure)))
    whole, problems = settled(facts, statements)
    return whole, (*errors, *(Issue(str(problem)) for problem in problems))
