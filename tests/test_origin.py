from __future__ import annotations

from belie.origin import Excerpt, Location, Origin, Piece, Position, excerpt, location
from belie.values import Span

FILE = "Dead: **12**.\nHurt: 30 &amp; more."


def taken() -> Excerpt:
    return excerpt(FILE, [Span(0, 6), Span(8, 10), Span(12, 23), "&", Span(28, 34)])


def test_an_excerpt_is_the_words_and_where_they_stand() -> None:
    assert taken().text == "Dead: 12.\nHurt: 30 & more."
    assert taken().pieces == (
        Piece(0, 0, 6), Piece(6, 8, 2), Piece(8, 12, 11), Piece(20, 28, 6),
    )  # fmt: skip


def test_a_span_has_the_marks_that_stand_inside_it() -> None:
    found = taken().span(Span(0, 9))
    assert FILE[found.start : found.end] == "Dead: **12**."
    found = taken().span(Span(16, 25))
    assert FILE[found.start : found.end] == "30 &amp; more"


def test_what_is_cut_out_still_stands_where_it_did() -> None:
    rest = taken().cut(7, 15)
    assert rest.text == "2.\nHurt:"
    assert rest.pieces == (Piece(0, 9, 1), Piece(1, 12, 7))


def test_lines_and_columns_are_counted_from_one() -> None:
    found = location("a\nbc", Span(0, 3))
    assert (found.start, found.end) == (Position(1, 1), Position(2, 2))


def test_a_title_that_stands_nowhere_keeps_its_span() -> None:
    origin = Origin(FILE, excerpt(FILE, ["Fire"]), taken())
    assert origin.locate("title", Span(0, 4)) == Location(Span(0, 4))
    assert origin.locate("text", Span(6, 8)).span == Span(8, 10)
