"""Sums, shares, measures and marks that are told in two places."""

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                "She left £600,000, to be split equally among the 20 porters. Each wept. "
                "The £30,000 each will go on roofs."
            ),
            ("each", "£30,000", "£600,000, to be split equally among the 20"),
        ),
        (
            "Seats cost 20 euros, and all 600 were sold. It rained. The night raised 12,000 euros.",
            ("each", "12,000 euros", "20 euros, and all 600"),
        ),
        (
            "Some 820 boats came and 590 left. It rained. The net gain of 230 was a record.",
            ("difference", "230", "Some 820 boats came and 590"),
        ),
        (
            "Of the 1,480 jars tested, 74 leaked. It rained. One in twenty is too many.",
            ("share", "One in twenty", "74"),
        ),
        (
            (
                "The fire burned 20,000 hectares. It rained. Of the 49,000 acres of burnt heath "
                "little is left."
            ),
            ("equivalent", "49,000 acres", "20,000 hectares"),
        ),
        (
            (
                "Since 2012 it has never passed more than 80 boats a day. It rained. In May 2018 "
                "it passed 96."
            ),
            ("limit", "never passed more than 80", "96"),
        ),
        (
            "Thieves took 16 violins. It rained. All 16 instruments were found.",
            ("equivalent", "All 16 instruments", "16"),
        ),
        (
            "The pier will cost 48 million pounds. It rained. The £84m price was a secret.",
            ("equivalent", "£84m", "48 million pounds"),
        ),
    ],
)
def test_figures_and_what_they_come_to_go_together(reckoned, text, found):
    assert reckoned(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "She left £600,000 to the porters. The £30,000 each will go on roofs.",
        "Of the 1,480 jars tested, 74 leaked. One in twenty houses is empty, one in ten is sold.",
        "The fire burned 20,000 hectares. A field of 12 acres was sold.",
        "Thieves took 16 violins and 4 drums. All 16 men were found.",
        "The pier will cost 48 million pounds. The 84 million pounds for the bridge are spent.",
    ],
)
def test_figures_of_different_things_do_not_go_together(reckoned, text):
    assert reckoned(text) == []
