"""What the tests of counting share: the facts of one kind, and a quantity in short."""

from datetime import date

import pytest
from belie.model import Article
from belie.reading.reader import read_article

PUBLISHED = date(2024, 6, 14)


@pytest.fixture(scope="session")
def facts_of(kinds):
    """The facts of one kind in a text, in order."""

    def _facts_of(kind, text):
        facts = read_article(Article(text, published=PUBLISHED), kinds).facts
        return [fact for fact in facts if fact.kind == kind]

    return _facts_of


@pytest.fixture(scope="session")
def said():
    """A quantity as ``low..high unit``; an exact one as ``low unit``."""

    def _said(quantity):
        if quantity is None:
            return None
        ends = [
            f"{end.normalize():f}" if end is not None else ""
            for end in (quantity.low, quantity.high)
        ]
        number = ends[0] if ends[0] == ends[1] else "..".join(ends)
        return f"{number} {quantity.unit}" if quantity.unit else number

    return _said
