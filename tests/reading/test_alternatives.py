"""Expressions for one of several words."""

from __future__ import annotations

import re

from belie.reading.alternatives import any_of


def test_the_longest_comes_first_in_whatever_order_they_are_given() -> None:
    assert any_of({"ago", "a year", "a", "b"}) == any_of(["b", "a year", "a", "ago"])
    found = re.match(any_of(["a", "a year", "ago"]), "a year ago")
    assert found is not None
    assert found[0] == "a year"


def test_a_mark_stands_for_itself_and_the_whole_is_one_group() -> None:
    assert re.fullmatch(f"{any_of(['no.', 'number'])} 7", "no. 7") is not None
    assert re.fullmatch(f"{any_of(['no.', 'number'])} 7", "not 7") is None
