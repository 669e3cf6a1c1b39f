from __future__ import annotations

import json
from typing import Any

import pytest
from belie.entries import EntryError
from belie.model import Span
from belie.serve.annotated import annotated_copy, as_written
from hypothesis import given
from hypothesis import strategies as st

PIECES = [
    {"markup": "<h1>"},
    {"text": "Mast falls in Leeds"},
    {"markup": "</h1><p>", "interpretAs": "\n\n"},
    {"text": "A mast killed "},
    {"markup": "<b>"},
    {"text": "seven"},
    {"markup": "</b>"},
    {"text": " people, AT"},
    {"markup": "&amp;", "interpretAs": "&"},
    {"text": "T said."},
    {"markup": "</p>"},
]


def test_markup_is_told_from_words_and_a_headline_from_the_body() -> None:
    article = annotated_copy(json.dumps({"annotation": PIECES}))
    assert (article.title, article.text) == (
        "Mast falls in Leeds",
        "A mast killed seven people, AT&T said.",
    )
    assert as_written(article) == (
        "<h1>Mast falls in Leeds</h1><p>A mast killed <b>seven</b> people, AT&amp;T said.</p>"
    )


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("A mast killed", "A mast killed"),
        ("killed seven people", "killed <b>seven</b> people"),
        ("AT&T said", "AT&amp;T said"),
    ],
)
def test_what_is_read_is_found_among_the_markup(read: str, written: str) -> None:
    article = annotated_copy(json.dumps({"annotation": PIECES}))
    at = article.text.index(read)
    found = article.locate("text", Span(at, at + len(read))).span
    assert as_written(article)[slice(*found)] == written


words = st.text(st.characters(codec="utf-8", exclude_characters="\0")).map(
    lambda text: {"text": text}
)
marks = st.text(st.characters(codec="utf-8")).map(lambda text: {"markup": f"<{text}>"})


@given(st.lists(words | marks))
def test_each_word_is_found_where_it_was_sent(pieces: list[dict[str, str]]) -> None:
    pieces = [{"text": "Rain. "}, *pieces]
    article = annotated_copy(json.dumps({"annotation": pieces}))
    written = as_written(article)
    assert written == "".join(piece.get("text", piece.get("markup", "")) for piece in pieces)
    for at, character in enumerate(article.text):
        assert written[slice(*article.locate("text", Span(at, at + 1)).span)] == character


def test_text_without_markup_is_taken_as_it_is() -> None:
    article = annotated_copy('{"text": "Rain fell."}')
    assert (article.text, as_written(article)) == ("Rain fell.", "Rain fell.")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({}, 'is no copy; write it as {"annotation": [{"text": "…"}]}'),
        ([], 'is no copy; write it as {"annotation": [{"text": "…"}]}'),
        (
            {"text": "a", "annotation": []},
            "has both 'text' and 'annotation'; one of the two is wanted",
        ),
        (
            {"annotation": [{"text": "a"}, {"text": "b", "markup": "<b>"}]},
            """piece 2 of 'annotation' is neither {"text": "…"} nor {"markup": "<b>"}""",
        ),
        ({"annotation": [{"markup": "<b>"}]}, "is empty; there is nothing to check"),
    ],
)
def test_what_is_wrong_is_said(data: Any, problem: str) -> None:
    with pytest.raises(EntryError) as raised:
        annotated_copy(json.dumps(data))
    assert str(raised.value) == problem
