"""Days to come of what is told as done, and days that the calendar does not have."""

from datetime import date

import pytest
from belie.model import Article
from belie.reading.reader import read_article


@pytest.fixture(scope="module")
def told(kinds):
    """The words of the facts of a form in a text of 5 September 2022."""

    def _told(text, form):
        read = read_article(Article(text, published=date(2022, 9, 5)), kinds).facts
        return [
            (f.text, f.fields["day"] and str(f.fields["day"].start))
            for f in read
            if f.kind == "calendar" and f.fields["form"] == form
        ]

    return _told


@pytest.mark.parametrize(
    ("text", "early"),
    [
        (
            "The pool was opened by the mayor on 19 September.",
            ("was opened by the mayor on 19 September", "2022-09-19"),
        ),
        ("The judge ruled on 3 May 2031.", ("ruled on 3 May 2031", "2031-05-03")),
        ("They adopted it on September 19.", ("adopted it on September 19", "2022-09-19")),
    ],
)  # fmt: skip
def test_told_as_done(told, text, early):
    assert told(text, "told") == [early]


@pytest.mark.parametrize(
    "text",
    [
        "The pool was opened by the mayor on 2 September.",
        "The pool will be opened by the mayor on 19 September.",
        "The trial was postponed to 19 September.",
        "Shares fell because of the election on 19 September.",
        "She skipped the September 19 debate.",
        "In 1940 the front held. Troops crossed the river on 19 September.",
    ],
)
def test_not_told_as_done(told, text):
    assert told(text, "told") == []


def test_no_such_day(told):
    assert told("Send it by June 31.", "impossible") == [("June 31", None)]
    assert told("In June 31 people fell ill.", "impossible") == []
    assert told("It opened on 29 February 2024.", "impossible") == []
