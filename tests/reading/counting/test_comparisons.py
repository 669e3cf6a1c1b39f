"""Figures beside those of another time, in one sentence and in two, and what headlines say rose."""

from datetime import date

import pytest
from belie.model import Article
from belie.reading.reader import read_article


@pytest.fixture(scope="module")
def read(all_kinds):
    """``[(counted, value, initial, direction)]`` of the comparisons of a text."""
    kinds = {name: all_kinds[name] for name in ("comparison", "change")}

    def _plain(quantity):
        return None if quantity is None else str(quantity.low)

    def _read(text, title=None):
        article = Article(text, title=title, published=date(2024, 6, 14))
        facts = [f for f in read_article(article, kinds).facts if f.kind == "comparison"]
        return [
            (
                f.fields["counted"],
                _plain(f.value),
                _plain(f.fields["initial"]),
                f.fields["direction"],
            )
            for f in facts
        ]

    return _read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents were 90 euros, against 84 euros a year earlier.", [("rent", "90", "84", None)]),
        ("The yard built 31 tugs in 2023, compared to 24 in 2020.", [("tug", "31", "24", None)]),
        (
            "Exports in May stood at 340 tonnes, versus 290 the year before.",
            [("export", "340", "290", None)],
        ),
        (
            "Sales in the April-June period came to 56 euros, against 48 euros in 2019.",
            [("sale", "56", "48", None)],
        ),
        ("In 2021 the club had 40 members; now it has 90.", [("member", "90", "40", None)]),
        ("The shop sold 410 books, up from 380.", [("book", "410", "380", None)]),
        ("They lost by 31 points against 24.", []),
        ("Rents were 90 euros, against the wishes of 84 tenants.", []),
    ],
)
def test_two_figures_of_one_sentence(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("A year before it had been 7.1.", [("rate", "7.4", "7.1", None)]),
        ("Today it is 8.2 percent.", [("rate", "8.2", "7.4", None)]),
        ("In the same month last year the figure was 7.1.", [("rate", "7.4", "7.1", None)]),
        ("A year before the fee had been 7.1.", []),
        ("A year before it had not been 7.1.", []),
        ("A year before it had been 710.", []),
        ("It was 7.1 somewhere.", []),
    ],
)
def test_a_second_sentence_goes_on_with_the_figure_of_the_first(read, second, expected):
    assert read(f"The jobless rate was 7.4 percent. {second}") == expected


def test_a_sentence_between_parts_two_figures(read):
    text = "The rate was 7.4 percent. Nobody knew. A year before it had been 7.1."
    assert read(text) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Finnish jobless rate falls in June", [("rate", None, None, "fell")]),
        ("Cocoa arrivals running behind last season's", [("arrival", None, None, "fell")]),
        ("Rents up again in Graz", [("rent", None, None, "rose")]),
        ("Rents may rise in Graz", []),
        ("Rents do not rise in Graz", []),
        ("Graz counts its rents", []),
    ],
)
def test_what_a_headline_says_rose(read, title, expected):
    assert read("Nobody knew.", title=title) == expected
