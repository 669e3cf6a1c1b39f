from __future__ import annotations

from datetime import date

import pytest
from belie.entries import EntryError
from belie.formats.fragment import read_fragment, shown_words
from belie.model import Article, Span
from hypothesis import given
from hypothesis import strategies as st

BODY = """<!-- block --><h2 class="lead">Mast falls in Leeds</h2>
<p>A mast killed <b>seven people</b> in <a href="a>b">Leeds</a>&nbsp;on Monday, the owner
AT&amp;T said.<br/>It fell in &lt; an hour.</p>
<ul><li>One mast</li><li><p>Two</p></li></ul><script>if (a<b) hide()</script>
<figure><img alt="a > b"><figcaption>The mast</figcaption></figure>
<table><tr><th>Killed</th><td>7</td></tr><tr><th>Hurt</th><td>2</td></tr></table>"""
TEXT = """A mast killed seven people in Leeds on Monday, the owner AT&T said.
It fell in < an hour.
- One mast
- Two

The mast

Killed | 7
Hurt | 2"""


def test_a_body_is_its_words_in_blocks_with_the_headline_once() -> None:
    assert read_fragment(BODY) == Article(TEXT, "Mast falls in Leeds")
    titled = Article(TEXT, "Mast falls in Leeds", date(2024, 3, 4))
    assert read_fragment(BODY, "Mast falls in Leeds", date(2024, 3, 4)) == titled
    other = read_fragment(BODY, "Seven die")
    assert (other.title, other.text) == ("Seven die", f"Mast falls in Leeds\n\n{TEXT}")


@pytest.mark.parametrize(
    ("read", "written", "line"),
    [
        ("killed seven people in", "killed <b>seven people</b> in", 2),
        ("Leeds on", "Leeds</a>&nbsp;on", 2),
        ("AT&T", "AT&amp;T", 3),
        ("Killed | 7", "Killed</th><td>7", 6),
    ],
)
def test_what_is_read_is_found_in_the_body(read: str, written: str, line: int) -> None:
    article = read_fragment(BODY)
    at = article.text.index(read)
    span, start, _ = article.locate("text", Span(at, at + len(read)))
    assert (BODY[span.start : span.end], start and start.line) == (written, line)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("Fire &#8211; nine <em>dead</em>", "Fire – nine dead"),
        ("3 < 4 & more", "3 < 4 & more"),
        ("so<!-- no -->on <style>p {}</style>and on", "soon and on"),
        ("seen <script>hidden", "seen"),
        ("killed <s>10</s> <del>11</del> nine", "killed nine"),
        ("seen <!-- hidden", "seen"),
        ('seen <a href="hidden', "seen"),
    ],
)
def test_only_what_is_shown_is_read(html: str, words: str) -> None:
    assert shown_words(html) == words


def test_a_body_without_words_is_empty() -> None:
    with pytest.raises(EntryError, match=r"^is empty; there is nothing to check$"):
        read_fragment("<p>&nbsp;</p><img src='a.png'>")


WORDS = st.sampled_from(["dam", "holds", "<", "&", "é", "7"])
MARKS = st.sampled_from(
    ["<p>", "</p>", "<b>", "&amp;", "&nbsp;", " ", "\n", "<br>", "<li>", "<!--"]
)


@given(st.lists(WORDS | MARKS, min_size=1, max_size=30).map("".join))
def test_each_word_that_is_not_a_character_by_name_stands_where_it_is_said_to(html: str) -> None:
    try:
        article = read_fragment(html)
    except EntryError:
        return
    for at, character in enumerate(article.text):
        if character.isalnum():
            assert article.origin is not None or article.text == html
            span = article.locate("text", Span(at, at + 1)).span
            assert html[span.start : span.end] == character
