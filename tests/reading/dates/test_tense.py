"""Whether a date lies behind or ahead: ``tense.tsv`` has each date in brackets."""

from datetime import date
from pathlib import Path

import pytest
from belie.reading.dates import narrated_time
from belie.reading.dates.tense import lies
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("On 1 March 2022 the army launches its attack.", date(2022, 3, 1)),
        ("The army launches its attack on 1 March 2022.", date(2022, 3, 1)),
        ("On 5 March 2022 the rebel troops retreat to the border.", date(2022, 3, 5)),
        ("On 1 March 2022 the army launched its attack.", None),
        ("The army, which was formed on 1 March 2022, holds the town.", None),
        ("Since 1 March 2022 the army holds the town.", None),
        ("In 2022 the army launches its attack.", None),
        ("The army launches its attack on 1 March.", None),
        ("The army launches its attack on 1 March 2024.", None),
        ("On 1 March 2022 market trade rose.", None),
    ],
)
def test_history_may_be_told_in_the_present(sentence, day):
    time = narrated_time(sentence, date(2023, 2, 23))
    assert (time and time.start) == day


WORDS = (
    "to", "will", "is", "have", "was", "said", "due", "that", ",", "and", "after", "the", "on",
    "strike", "killed", "meeting", "—", "’s", "won't", "until", "been", "first", "9", "",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS)), st.lists(st.sampled_from(WORDS)))
def test_any_words_may_stand_around_a_date(before, after):
    start = " ".join([*before, ""])
    sentence = " ".join([f"{start}Monday", *after])
    assert lies(sentence, len(start), len(start) + 6) in ("behind", "ahead", None)
