"""Ages and births of those whom an article named before."""

from datetime import date

import pytest
from belie.model import Article
from belie.reading.reader import read_article

PUBLISHED = date(2020, 11, 27)


@pytest.fixture(scope="module")
def lives(kinds):
    """Whose ages and births a text tells: the person, and the first day of birth it allows."""

    def _lives(text):
        read = read_article(Article(text, published=PUBLISHED), kinds).facts
        return [
            (f.fields["form"], f.fields["person"].key, str(f.fields["day"].start))
            for f in read
            if f.kind == "calendar" and f.fields["person"] and f.fields["day"]
        ]

    return _lives


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Otto Brandl, who drew comics, died on Tuesday in Graz. He was 76.",
            ("age", "Otto Brandl", "1943-11-25"),
        ),
        (
            "Otto Brandl drew comics. Brandl was born on 12 January 1934 in Leoben.",
            ("birth", "Otto Brandl", "1934-01-12"),
        ),
        (
            "The sculptor Ines Carvalho has died in Porto at 76.",
            ("age", "Ines Carvalho", "1943-11-28"),
        ),
        (
            "Ines Carvalho made horses. Born in Braga in 1928, she worked in a cannery.",
            ("birth", "Ines Carvalho", "1928-01-01"),
        ),
        (
            "Otto Brandl died in Graz in 1962. The watchmaker, born in 1889, held patents.",
            ("birth", "Otto Brandl", "1889-01-01"),
        ),
        (
            "Nobody sings like Otto Brandl. At 81 he still walks to church.",
            ("age", "Otto Brandl", "1938-11-28"),
        ),
        (
            "Otto Brandl sings. Brandl, who turned 64 on 3 November 2020, is a baker.",
            ("age", "Otto Brandl", "1955-11-04"),
        ),
    ],
)
def test_somebody_named_before(lives, text, told):
    assert told in lives(text)


@pytest.mark.parametrize(
    "text",
    [
        "Otto Brandl, who drew comics, moved to Graz on Tuesday. He was 76.",
        "Otto Brandl and Eva Holm died in 1962. The watchmaker, born in 1889, held patents.",
        "Otto Brandl died at 76 Elm Street.",
        "Otto Brandl sings. A watchmaker, born in 1889, held patents.",
        "Nobody sings like Otto Brandl. At 81 metres he stopped.",
    ],
)
def test_nobody(lives, text):
    assert lives(text) == []
