"""Rates with what they come to, and figures with what they are of others."""

import pytest


@pytest.mark.parametrize(
    ("text", "said", "given"),
    [
        (
            "The mill sold 2 million tonnes of rye at $200 a tonne, earning $400 million.",
            "$400 million",
            "2 million tonnes of rye at $200",
        ),
        ("The two camps swapped 50 men each, 100 in all.", "100", "two camps swapped 50"),
        (
            "The mine digs 100 tonnes a day, or 36,500 tonnes a year.",
            "36,500 tonnes a year",
            "100 tonnes a day",
        ),
        (
            "The fine of $100 a day for 90 days comes to $9,000.",
            "$9,000",
            "$100 a day for 90 days",
        ),
    ],
)
def test_a_rate_with_what_it_comes_to(reckoned, text, said, given):
    assert ("product", said, given) in reckoned(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Reds won 40 seats, twice as many as the 20 they had before.", "twice as"),
        ("Half of the 300 clerks, 150 people, were laid off.", "Half"),
        ("Of 200 pupils, 50 – a quarter – speak German.", "a quarter"),
        ("The Reds won 24 percent, six points more than the 18 percent of 2019.", "six points"),
    ],
)
def test_a_figure_with_what_it_is_of_another(reckoned, text, said):
    assert [each[:2] for each in reckoned(text)] == [("compared", said)]


@pytest.mark.parametrize(
    "text",
    [
        "Each of the 12 men got $50 a day for 10 days.",
        "Two teams with 11 players each, one referee in all, ran out.",
        "The 300 families got $200 each, with $400 for the 20 largest.",
        "Half of the 300 clerks, 100 men and 50 women, were laid off.",
        "The goal is 60 percent, twice as many as the 20 percent now.",
        "It earned $28.5 million, or 67 cents a share, twice the $13.5 million of 2019.",
    ],
)
def test_figures_of_something_else(reckoned, text):
    forms = ("product", "compared")
    assert [each for each in reckoned(text) if each[0] in forms] == []
