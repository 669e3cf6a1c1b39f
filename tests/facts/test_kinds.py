"""The kinds that come with belie, one test a kind, so that a failure names it."""

import pytest
from belie.kinds import load_kinds
from belie.knowledge import read_words
from belie.reading.selftest import run_kind_tests

KINDS = load_kinds()
RESULTS = run_kind_tests(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_reads_what_its_file_says(name):
    kind = KINDS[name]
    problems = [
        f"line {result.line}: {result.problem}"
        for result in RESULTS
        if result.problem and result.path == kind.document.path
    ]
    assert problems == []


def test_every_kind_is_told_in_words():
    assert all(kind.title for kind in KINDS.values())


def test_every_dimension_of_a_unit_is_a_choice_of_conversions():
    dimensions = set(read_words("dimensions").data["dimensions"])
    assert dimensions <= set(KINDS["conversion"].allowed("dimension"))
