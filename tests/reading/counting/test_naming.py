"""Those who are counted in one sentence and named in another."""

from functools import partial

import pytest


@pytest.fixture(scope="module")
def read(facts_of):
    return partial(facts_of, "list")


@pytest.mark.parametrize(
    ("naming", "listed"),
    [
        ("They are Ann Berg, Tom Hale and Li Wei.", 3),
        ("The envoys are Ann Berg, Tom Hale and Li Wei.", 3),
        ("The envoys to go are: Ann Berg, Tom Hale and Li Wei.", 3),
        ("The full list of envoys is as follows: Ann Berg, Tom Hale and Li Wei.", 3),
    ],
)
def test_those_named_are_those_counted(read, naming, listed):
    (found,) = read(f"Four envoys will fly out. {naming}")
    assert (found.value.low, found.fields["listed"].low) == (4, listed)
    assert found.fields["complete"] == "yes"


@pytest.mark.parametrize(
    "naming",
    [
        "The judges are Ann Berg, Tom Hale and Li Wei.",
        "The first envoys are Ann Berg, Tom Hale and Li Wei.",
        "They are Ann Berg, Tom Hale and others.",
        "They are tired, wet and hungry.",
        "Nobody knew. They are Ann Berg, Tom Hale and Li Wei.",
    ],
)
def test_others_are_named(read, naming):
    assert list(read(f"Four envoys will fly out. {naming}")) == []


def test_two_counts_leave_it_open_who_is_named(read):
    text = "Four envoys left and six envoys stayed. The envoys are Ann Berg, Tom Hale and Li Wei."
    assert list(read(text)) == []


def test_a_colon_explains_things_that_are_counted(read):
    (found,) = read("Three reasons to stay: the food and the sea.")
    assert (found.value.low, found.fields["listed"].low) == (3, 2)
    assert list(read("She called three times: at dawn, at noon and at dusk.")) == []
