"""What a text says that its figures come to."""

from datetime import date

import pytest
from belie.model import Article
from belie.reading.reader import read_article

PUBLISHED = date(2024, 6, 14)


@pytest.fixture(scope="module")
def reckoned(kinds):
    """The reckonings of a text, each as its form, what is said and the figures it is said of."""

    def _reckoned(text, title=None):
        article = Article(text, title=title, published=PUBLISHED)
        facts = [f for f in read_article(article, kinds).facts if f.kind == "reckoning"]
        given = {f.fields["thread"]: f.text for f in facts if f.fields["side"] == "given"}
        return [
            (f.fields["form"], f.text, given[f.fields["thread"]])
            for f in facts
            if f.fields["side"] == "said"
        ]

    return _reckoned
