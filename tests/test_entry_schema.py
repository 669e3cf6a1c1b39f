from __future__ import annotations

from typing import Any

import pytest
from belie.entries import EntryError, submission_of
from belie.entry_schema import article_schema
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

SCHEMA = article_schema()
FITS = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).is_valid

texts = st.text(st.characters(codec="utf-8"))
anything = st.none() | st.booleans() | st.integers() | texts | st.lists(texts) | st.just({})
days = st.dates().map(str)
articles = st.fixed_dictionaries(
    {},
    optional={"text": texts | anything, "title": anything, "published": anything, "id": anything},
)
sound = st.fixed_dictionaries(
    {"text": texts}, optional={"title": texts, "published": days | st.none(), "id": texts}
)
submitted = articles | st.builds(
    lambda article, others: {**article, "against": others},
    sound | articles,
    st.lists(texts | sound | articles) | anything,
)


def is_read(data: object) -> bool:
    try:
        submission_of(data, "a")
    except EntryError:
        return False
    return True


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@given(submitted)
@example({"text": "\0"})
def test_what_fits_is_read_and_what_does_not_is_refused(data: dict[str, Any]) -> None:
    for key in ("published", "against"):  # what is empty is let be, though it is of another type
        data = {**data, key: data.get(key) or None}
    assert is_read(data) is FITS(data)


@pytest.mark.parametrize(
    "data",
    [
        {"text": "Rain fell.", "title": None, "published": "2024-03-06", "id": 7, "slug": []},
        {"text": "Rain fell.", "against": ["Snow fell.", {"text": "Hail fell.", "id": "b"}]},
    ],
)
def test_such_articles_fit(data: dict[str, Any]) -> None:
    assert FITS(data)
    assert is_read(data)
