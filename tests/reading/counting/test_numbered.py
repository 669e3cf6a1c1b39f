"""Numbers by which something goes."""

import pytest
from belie.model import Article
from belie.reading.reader import read_article


@pytest.fixture(scope="module")
def labels(kinds):
    """What goes by which number in a text."""

    def _labels(text):
        facts = read_article(Article(text), kinds).facts
        return [(f.fields["thing"], f.fields["number"]) for f in facts if f.kind == "label"]

    return _labels


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Flight KX 218 was late.", [("kx", "218")]),
        ("Highway 61 was closed.", [("highway", "61")]),
        ("The engine, number 4417, was sold.", [("engine", "4417")]),
        ("Flowers lay before number 14.", [("number", "14")]),
        ("He lived at 14 Cable Street.", [("cable street", "14")]),
        ("The bus carried 41 pupils.", []),
        ("It was sold for US 1200.", []),
        ("Bed 9 was empty.", []),
    ],
)
def test_what_goes_by_a_number(labels, text, found):
    assert labels(text) == found
