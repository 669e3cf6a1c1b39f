from __future__ import annotations

import pytest
from belie.entries import EntryError
from belie.formats.plain_text import read_plain_text
from belie.model import Article, Span
from belie.origin import Location, Position

STORY = "A ferry with 40 people aboard ran aground off Skye on Friday."


def test_a_headline_above_a_blank_line_is_the_title() -> None:
    article = read_plain_text(f"Ferry runs aground off Skye\n\n{STORY}\n")
    assert article == Article(f"{STORY}\n", "Ferry runs aground off Skye")


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        f"Ferry runs aground off Skye\n{STORY}",  # no blank line
        f"A ferry ran aground.\n\n{STORY}",  # a sentence
        f"By Mairi Grant\n\n{STORY}",
        f"Friday, 4 May 2018\n\n{STORY}",
        "Ferry runs aground off Skye\n",  # nothing below it
    ],
)
def test_all_else_is_text(copy: str) -> None:
    assert read_plain_text(copy) == Article(copy)


def test_positions_count_in_the_file() -> None:
    article = read_plain_text(f"Ferry runs aground off Skye\r\n\r\n{STORY}")
    at = STORY.index("40 people")
    assert article.locate("text", Span(at, at + 9)) == Location(
        Span(at + 31, at + 40), Position(3, at + 1), Position(3, at + 10)
    )
    assert article.locate("title", Span(0, 5)) == Location(
        Span(0, 5), Position(1, 1), Position(1, 6)
    )


@pytest.mark.parametrize("copy", ["", " \n\t\n"])
def test_an_empty_file_is_no_article(copy: str) -> None:
    with pytest.raises(EntryError, match=r"^is empty; there is nothing to check$"):
        read_plain_text(copy)
