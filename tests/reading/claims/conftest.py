"""Sentences read for who holds what, in copy that is about war."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from belie.kinds import shipped_kinds
from belie.model import Article, Fact, Name, Place
from belie.reading.reader import read_article

Claimed = tuple[str | None, str | None, str]
"""Who, which place in the words of the copy, and what of it."""

WAR = "Troops and rebels battle on"
"""A headline that says what the copy is about."""


@pytest.fixture(scope="session")
def claimed() -> Callable[..., list[Claimed]]:
    """Every claim of control that the text of an article states."""

    def read(text: str, headline: str = WAR) -> list[Claimed]:
        article = Article(text, title=headline, published=date(2024, 3, 8))
        facts = read_article(article, dict(shipped_kinds())).facts
        return [_told(fact) for fact in facts if fact.kind == "control" and fact.part == "text"]

    return read


def _told(fact: Fact) -> Claimed:
    holder, place = fact.fields["holder"], fact.fields["place"]
    return (
        holder.key if isinstance(holder, Name) else None,
        place.text if isinstance(place, Place) else None,
        str(fact.fields["status"]),
    )
