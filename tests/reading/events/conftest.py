"""What the tests of happenings share: which happening each figure of a text is of."""

from datetime import date

import pytest
from belie.model import Article
from belie.reading.reader import read_article

PUBLISHED = date(2024, 6, 14)  # a Friday


@pytest.fixture(scope="session")
def reading(all_kinds):
    """The reading of a text, and of a headline if there is one, for casualties alone."""
    kinds = {"casualty": all_kinds["casualty"]}

    def _reading(text, title=None, published=PUBLISHED):
        found = read_article(Article(text, title=title, published=published), kinds)
        assert not found.errors
        return found

    return _reading


@pytest.fixture(scope="session")
def told(reading):
    """``"12 e1, 15 e1, 3 -"``: the figures in reading order, each with its happening."""

    def _told(text, title=None):
        facts = reading(text, title).facts
        return ", ".join(
            f"{each.value.low or each.value.high} {each.event or '-'}" for each in facts
        )

    return _told


@pytest.fixture(scope="session")
def classes(reading):
    """``"blast, fire"``: the classes of the happenings that the figures are of."""

    def _classes(text, title=None):
        return ", ".join(each.class_ for each in reading(text, title).events)

    return _classes
