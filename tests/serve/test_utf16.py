from __future__ import annotations

from belie.serve.utf16 import CodeUnits
from hypothesis import given
from hypothesis import strategies as st


def test_a_character_beyond_the_first_65536_counts_twice() -> None:
    assert [CodeUnits("a😀b").at(offset) for offset in range(4)] == [0, 1, 3, 4]


@given(st.text(), st.data())
def test_what_stands_between_two_offsets_is_the_same_in_code_units(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    units = CodeUnits(text)
    as_java_has_it = text.encode("utf-16-le")
    found = as_java_has_it[2 * units.at(start) : 2 * units.at(end)]
    assert found.decode("utf-16-le") == text[start:end]
