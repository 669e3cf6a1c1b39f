import pytest
from belie.lsp.positions import Lines, Place
from hypothesis import given
from hypothesis import strategies as st

WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
TEXTS = st.text(st.sampled_from("ae \n\r\u2028\x0b\x85é’漢😀𝒳"), max_size=40)


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 9), ("utf-16", 5), ("utf-32", 4)])
def test_a_column_is_counted_in_code_units(encoding, character):
    lines = Lines("one\n“😀 two\n", encoding)
    assert lines.place(len("one\n“😀 t")) == Place(1, character)
    assert lines.offset(1, character) == len("one\n“😀 t")


def test_a_line_ends_where_the_protocol_says_and_nowhere_else():
    text = "a\r\nb\rc\nd\u2028e\x0bf\x85g"
    lines = Lines(text)
    assert [lines.place(text.index(letter)).line for letter in "abcdefg"] == [0, 1, 2, 3, 3, 3, 3]
    assert [lines.line_end(line) for line in range(5)] == [1, 4, 6, len(text), len(text)]


def test_what_lies_behind_the_end_of_a_line_or_of_the_text_is_that_end():
    lines = Lines("ab\r\ncd")
    assert (lines.offset(0, 99), lines.offset(1, 99), lines.offset(7, 0)) == (2, 6, 6)
    assert lines.place(3) == Place(0, 2)  # between the two halves of a line break


def test_within_an_emoji_is_before_it():
    assert Lines("a😀b").offset(0, 2) == 1
    assert Lines("a😀b", "utf-8").offset(0, 3) == 1


def test_half_a_surrogate_pair_is_one_code_unit():
    lines = Lines("a\ud83db")
    assert (lines.place(2), lines.offset(0, 2)) == (Place(0, 2), 2)


@given(TEXTS, st.sampled_from(sorted(WIDTHS)))
def test_each_code_point_is_found_again_at_its_place(text, encoding):
    lines = Lines(text, encoding)
    for offset in range(len(text) + 1):
        within_break = text[offset - 1 : offset + 1] == "\r\n" and offset > 0
        assert lines.offset(*lines.place(offset)) == offset - within_break


@given(TEXTS, st.sampled_from(sorted(WIDTHS)))
def test_places_are_those_of_a_client_that_counts_code_units(text, encoding):
    """The text, line by line as bytes: what an editor sees of it."""
    lines = Lines(text, encoding)
    codec = encoding if encoding == "utf-8" else f"{encoding}-le"
    written = text.replace("\r\n", "\n\0").replace("\r", "\n").split("\n")
    for number, line in enumerate(written):
        units = line.removeprefix("\0").encode(codec)
        for character in range(len(units) // WIDTHS[encoding] + 1):
            before = units[: character * WIDTHS[encoding]].decode(codec, errors="ignore")
            place = lines.place(lines.offset(number, character))
            assert place == Place(number, len(before.encode(codec)) // WIDTHS[encoding])
