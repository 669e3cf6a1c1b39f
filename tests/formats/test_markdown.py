from __future__ import annotations

from datetime import date

import pytest
from belie.entries import EntryError
from belie.formats.markdown import read_markdown
from belie.model import Article, Span
from belie.origin import Location, Position
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("It killed **seven people** on Monday.", "It killed seven people on Monday."),
        ("It killed [seven _people_](http://a.org/b_(c) 'seven').", "It killed seven people."),
        ("It killed <b>seven</b> people.", "It killed seven people."),
        ("See ![a picture of nine](nine.png) there.", "See  there."),
        ("The AT&amp;T mast \\*fell\\* down.", "The AT&T mast *fell* down."),
        ("It killed `seven` people.", "It killed seven people."),
        ("It killed\r\nseven people.", "It killed\nseven people."),
        ("It fell, he [said][1].\n\n[1]: http://a.org", "It fell, he said."),
        ("- **Killed**: 7\n- Hurt: 3", "- Killed: 7\n- Hurt: 3"),
        ("1. Leeds\n2. York", "1. Leeds\n2. York"),
        ("> It fell, *all* of it.", "It fell, all of it."),
        ("| Town | Dead |\n|---|---|\n| Leeds | **7** |", "Town | Dead\nLeeds | 7"),
        ("One.\n\n```\ncode\n```\n\nTwo.", "One.\n\n\n\n\n\nTwo."),
        ("One.\n\n## The *mast*\n\nTwo.", "One.\n\n## The mast\n\nTwo."),
    ],
)
def test_marks_go_and_words_stay(written: str, read: str) -> None:
    assert read_markdown(written).text == read


def test_the_first_heading_is_the_title() -> None:
    article = read_markdown("# Mast *falls* in Leeds\n\nIt fell on Monday.")
    assert article == Article("It fell on Monday.", "Mast falls in Leeds")


def test_front_matter_gives_title_and_day_and_the_heading_that_repeats_it_goes() -> None:
    copy = "---\ntitle: Mast falls\ndate: 2024-03-05\nby: Ana\n---\n# Mast *falls*\n\nIt fell.\n"
    article = read_markdown(copy)
    assert article == Article("It fell.", "Mast falls", date(2024, 3, 5))
    assert article.locate("title", Span(0, 4)) == Location(
        Span(11, 15), Position(2, 8), Position(2, 12)
    )
    at = copy.index("It fell")
    assert article.locate("text", Span(0, 8)) == Location(
        Span(at, at + 8), Position(8, 1), Position(8, 9)
    )


def test_a_passage_with_marks_inside_is_found_with_them() -> None:
    copy = "It killed **seven** people."
    article = read_markdown(copy)
    at = article.text.index("killed seven people")
    found = article.locate("text", Span(at, at + len("killed seven people"))).span
    assert copy[found.start : found.end] == "killed **seven** people"


@pytest.mark.parametrize(
    ("copy", "line", "problem"),
    [
        (
            "---\ntitle: [Mast\n---\nIt fell.",
            3,
            "has front matter that is not YAML; mend or remove it",
        ),
        (
            "---\ndate: in May\n---\nIt fell.",
            1,
            "has front matter whose date 'in May' is no date; write it as 2022-12-02",
        ),
        ("---\ntitle: Mast falls\n---\n", None, "is empty; there is nothing to check"),
    ],
)
def test_what_cannot_be_read_says_where_and_why(copy: str, line: int | None, problem: str) -> None:
    with pytest.raises(EntryError) as failure:
        read_markdown(copy)
    assert (failure.value.line, str(failure.value)) == (line, problem)


MARKDOWN = st.lists(
    st.sampled_from(
        ["word", "12", " ", "\n", "\n\n", "\r\n", "*", "**", "_", "`", "[", "](x)", "]", "![",
         "<b>", "&amp;", "\\*", "# ", "- ", "1. ", "> ", "|", "|---|\n", "é", "\t", "---\n"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(MARKDOWN)
def test_every_piece_stands_in_the_file_word_for_word_and_in_order(copy: str) -> None:
    try:
        article = read_markdown(f"Begin {copy}\n\nEnd.")
    except EntryError:
        return
    origin = article.origin
    if origin is None:
        return
    for excerpt in (origin.title, origin.body):
        behind = 0
        for start, at, length in excerpt.pieces:
            assert excerpt.text[start : start + length] == origin.text[at : at + length]
            assert at >= behind
            behind = at + length
