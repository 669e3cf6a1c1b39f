"""The words of an article with marks in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from belie.model import Span
from belie.report.html.marking import Mark, Writer, as_text, paragraphs
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

TEXT = "Nine people died in Porto."


def written(marks: list[Mark], text: str = TEXT, behind: dict[int, Markup] | None = None) -> str:
    return Writer(text, marks, behind).stretch(Span(0, len(text)))


def mark(start: int, end: int, level: int = 0, identity: str | None = None) -> Mark:
    return Mark(Span(start, end), "mark" if level == 0 else "span", level, identity=identity)


def test_what_is_not_marked_is_text() -> None:
    assert written([]) == TEXT
    assert written([mark(3, 3)]) == TEXT


def test_a_mark_holds_the_shorter_one_in_it() -> None:
    assert written([mark(5, 11), mark(0, 16)]) == (
        '<mark>Nine <mark class="deep-1">people</mark> died</mark> in Porto.'
    )


def test_of_marks_that_cross_the_shorter_is_split_and_has_one_id() -> None:
    assert written([mark(0, 11, identity="a"), mark(5, 16, identity="b")]) == (
        '<mark id="a">Nine <mark id="b" class="deep-1">people</mark></mark>'
        '<mark class="continued"> died</mark> in Porto.'
    )
    assert written([mark(0, 11, identity="a"), mark(5, 26, identity="b")]) == (
        '<mark id="a">Nine </mark><mark id="b"><mark class="deep-1 continued">people</mark>'
        " died in Porto.</mark>"
    )


def test_of_two_levels_the_higher_is_split_however_long_it_is() -> None:
    assert written([mark(0, 16, level=1), mark(5, 20)]) == (
        '<span>Nine </span><mark><span class="continued">people died</span> in </mark>Porto.'
    )


def test_what_stands_behind_a_passage_is_outside_of_what_ends_there() -> None:
    link = Mark(Span(0, 11), "a", 1, {"href": "#n1"})
    assert written([mark(0, 26), link], behind={11: Markup("<sup>1</sup>")}) == (
        '<mark><a href="#n1">Nine people</a><sup>1</sup> died in Porto.</mark>'
    )


def test_a_mark_goes_on_in_the_next_stretch() -> None:
    writer = Writer(TEXT, [mark(5, 16, identity="b")])
    assert writer.stretch(Span(0, 11)) == 'Nine <mark id="b">people</mark>'
    assert writer.stretch(Span(11, 26)) == '<mark class="continued"> died</mark> in Porto.'


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<b>&\"'", "&lt;b&gt;&amp;&#34;&#39;"),
        ("a\r\nb\tc", "a&#13;\nb\tc"),
        ("a\x00b\x1bc\x85d", "a\ufffdb\ufffdc d"),
        ("\u202egnp.exe\u2066", "\ufffdgnp.exe\ufffd"),
        ("soft\u00adhyphen, \u200eleft, 👩\u200d🚒", "soft\u00adhyphen, \u200eleft, 👩\u200d🚒"),
    ],
)
def test_as_text_keeps_every_code_point_and_lets_none_steer(words: str, shown: str) -> None:
    assert as_text(words) == shown


@given(st.text(max_size=60), st.data())
def test_any_marks_leave_the_text_as_it_is(
    read: Callable[[str], Any], text: str, data: st.DataObject
) -> None:
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    pairs = data.draw(st.lists(st.tuples(ends, st.integers(0, 2)), max_size=8))
    marks = [
        mark(*sorted(pair), level, identity=f"m{number}")
        for number, (pair, level) in enumerate(pairs)
    ]
    cut = data.draw(st.integers(0, len(text)))
    writer = Writer(text, marks)
    page = read(writer.stretch(Span(0, cut)) + writer.stretch(Span(cut, len(text))))
    assert page.text() == read(as_text(text)).text()
    for each in marks:
        pieces = [e for e in page.walk() if e.attributes.get("id") == each.identity]
        assert len(pieces) == (each.span.start < each.span.end)


@given(st.text(alphabet="ab.*•# \n\r", max_size=80))
def test_paragraphs_are_all_of_a_text(text: str) -> None:
    found = paragraphs(text)
    assert "".join(text[each.span.start : each.span.end] for each in found) == text
    assert all(each.span.start < each.span.end for each in found)


def test_wrapped_lines_are_one_paragraph_and_rules_between_them_one_of_their_own() -> None:
    text = (
        "The fire at the mill in the old harbour of Porto began before dawn on\n"
        "Monday, and it took the brigade until noon to put it out with water\n"
        "from the river.\n\n* * *\n\n• Nine people died.\n"
    )
    assert [(each.form, text[each.span.start :][:10]) for each in paragraphs(text)] == [
        ("paragraph", "The fire a"),
        ("separator", "* * *\n\n• N"),
        ("bullet", "• Nine peo"),
    ]


def test_many_marks_on_one_spot_take_no_square_of_time(
    assert_linear: Callable[[object, object], None],
) -> None:
    def make(size: int) -> tuple[str, list[Mark]]:
        return "word " * size, [mark(5 * at, 5 * at + 14, 2) for at in range(size)]

    def write(made: tuple[str, list[Mark]]) -> None:
        text, marks = made
        Writer(text, marks).stretch(Span(0, len(text)))

    assert_linear(write, lambda size: make(size // 16))  # type: ignore[arg-type]
