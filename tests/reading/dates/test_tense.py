"""Whether a date lies behind or ahead: ``tense.tsv`` has each date in brackets."""

from pathlib import Path

import pytest
from belie.reading.dates.tense import lies

LINES = Path(__file__).with_name("tense.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize(("expected", "marked"), [line.split("\t") for line in LINES])
def test_the_governing_verb_says_where_a_date_lies(expected, marked):
    start, end = marked.index("["), marked.index("]") - 1
    words = marked[start + 1 : end + 1]
    leads = ("in", "on")
    lead, space, _ = words.partition(" ")
    start += len(lead + space) if lead.lower() in leads else 0
    sentence = marked.replace("[", "").replace("]", "")
    assert (lies(sentence, start, end) or "-") == expected
