from __future__ import annotations

from datetime import date

import pytest
from belie.entries import EntryError
from belie.model import Article, Span

pytest.importorskip("trafilatura", reason="reads pages only with belie[html]")

from belie.formats.page import read_page

PAGE = """<html><head><title>Mast falls in Leeds - The Echo</title>
<meta property="article:published_time" content="2024-03-04T10:00:00Z"></head><body>
<nav>Home News Sport</nav><article><h1>Mast falls in Leeds</h1>
<p>A mast killed <b>seven people</b> in <a href="leeds">Leeds</a>&nbsp;on Monday, the owner
AT&amp;T said.</p><p>It was put up in 1980.</p></article></body></html>"""


def test_a_page_is_its_story_with_the_headline_once() -> None:
    first = "A mast killed seven people in Leeds on Monday, the owner AT&T said."
    article = Article(f"{first}\n\nIt was put up in 1980.", "Mast falls in Leeds", date(2024, 3, 4))
    assert read_page(PAGE) == article


def test_what_is_struck_out_is_not_what_the_page_says() -> None:
    struck = PAGE.replace("<b>seven people</b>", "<s>three</s> <del>four</del> seven people")
    article = read_page(struck)
    assert "killed seven people in Leeds" in " ".join(article.text.split())


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("killed seven people in", "killed <b>seven people</b> in"),
        ("Leeds on", "Leeds</a>&nbsp;on"),
        ("AT&T", "AT&amp;T"),
        ("in 1980", "in 1980"),
    ],
)
def test_what_is_read_is_found_in_the_page(read: str, written: str) -> None:
    article = read_page(PAGE)
    at = article.text.index(read)
    found = article.locate("text", Span(at, at + len(read))).span
    assert PAGE[found.start : found.end] == written


def test_a_page_without_a_story_says_what_to_do() -> None:
    with pytest.raises(EntryError, match=r"^no article was found in this page; save its text"):
        read_page("<html><body></body></html>")
