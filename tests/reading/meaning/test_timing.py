"""When: which date belongs to which statement, on the copy of Friday, 14 June 2024."""

from datetime import date

import belie
import pytest
from belie.reading.meaning import timing


@pytest.fixture
def times(facts):
    """``start..end anchor`` of each fact, or an empty string."""

    def _times(text, published=date(2024, 6, 14)):
        return [
            "" if fact.time is None else f"{fact.time.start}..{fact.time.end} {fact.time.anchor}"
            for fact in facts(text, published)
        ]

    return _times


MONDAY = "2024-06-10..2024-06-11 publication"
TODAY = "2024-06-14..2024-06-15 publication"
MAY = "2024-05-01..2024-06-01 publication"
JUNE_3 = "2024-06-03..2024-06-04 publication"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rebels captured Goma on Monday.", MONDAY),
        ("On Monday rebels captured Goma.", MONDAY),
        ("Rebels on Monday captured Goma.", MONDAY),
        ("Goma was captured on Monday by rebels.", MONDAY),
        ("Rebels captured Goma in a raid on Monday.", MONDAY),
        ("Rebels captured Goma, the largest city of the east, on Monday.", MONDAY),
        ("Rebels captured Goma.", ""),
    ],
)
def test_a_date_in_the_clause_is_its_time(times, sentence, expected):
    assert times(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rebels captured Goma in May and lost it on 3 June.", [MAY, JUNE_3]),
        ("Rebels captured Goma in May and on 3 June lost it.", [MAY, JUNE_3]),
        ("Rebels captured Goma, and on 3 June lost it.", ["", JUNE_3]),
        ("Rebels captured Goma before the army came on Monday.", [""]),
        ("The army retook Goma on Monday after losing it on 3 June.", [MONDAY, JUNE_3]),
        ("Rebels who entered Goma in May left the city on Monday.", [MAY, MONDAY]),
        ("Rebels, who entered Goma in May, hold the city.", [MAY, TODAY]),
        ("Rebels who entered Goma in May left the city.", [MAY, MAY]),
    ],
)
def test_each_clause_has_its_own_date(times, sentence, expected):
    assert times(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rebels have controlled Goma since May.", "2024-05-01..2024-06-15 publication"),
        ("Rebels held Goma until 3 May.", "None..2024-05-04 publication"),
        ("Rebels left Goma after 3 May.", "2024-05-04..None publication"),
        ("Rebels held Goma from May to June.", "2024-05-01..2024-07-01 publication"),
    ],
)
def test_a_preposition_opens_or_closes_the_time(times, sentence, expected):
    assert times(sentence) == [expected]


def test_the_present_speaks_of_the_day_of_publication(times):
    assert times("Rebels control Goma.") == ["2024-06-14..2024-06-15 publication"]
    assert times("Rebels control Goma.", None) == [""]
    assert times("Rebels are thought to have captured Goma.") == [""]


def test_another_event_can_fix_a_time(times):
    text = "Rebels captured Goma on 3 June. The army retook the city two days later."
    assert times(text) == [JUNE_3, "2024-06-05..2024-06-06 event"]
    text = "Rebels captured Goma on 3 June. The army had left the city two days earlier."
    assert times(text) == [JUNE_3, "2024-06-01..2024-06-02 event"]
    text = "Rebels captured Goma on 3 June. At the time the army held Uvira."
    assert times(text) == [JUNE_3, "2024-06-03..2024-06-04 event"]
    assert times("Rebels captured Goma. The army retook the city two days later.") == ["", ""]


def test_what_came_after_another_event_has_no_end(times):
    sentence = "The army retook Goma after losing it on 3 June."
    assert times(sentence) == ["2024-06-03..None event", JUNE_3]


def test_a_poll_speaks_of_its_own_date(times):
    assert times("A poll from May found that 44% of voters back the mayor.") == [MAY]


# 9999-12-31 often stands for "no date": the calendar of Python has no day behind it.
@pytest.mark.parametrize(
    ("published", "sentence", "expected"),
    [
        (date.max, "Rebels hold Goma.", "9999-12-31..None publication"),
        (date.max, "Rebels have held Goma since May 2022.", "2022-05-01..None stated"),
        (date.max, "Rebels captured Goma on Monday.", "9999-12-27..9999-12-28 publication"),
        (date.max, "Rebels captured Goma on Friday.", ""),
        (date.min, "Rebels hold Goma.", "0001-01-01..0001-01-02 publication"),
        (date.min, "Rebels captured Goma yesterday.", ""),
        (None, "Rebels captured Goma in December 9999.", ""),
        (None, "Rebels captured Goma on 0000-01-01.", ""),
    ],
)
def test_a_time_that_leaves_the_calendar_has_an_open_end_or_is_none(
    times, published, sentence, expected
):
    assert times(sentence, published) == [expected]


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("The rebels lost Goma on Monday, four days after they captured Goma.", "2024-06-06"),
        ("Rebels captured Goma on Monday, two days before the army retook Goma.", "2024-06-12"),
    ],
)
def test_what_a_date_is_told_from_lies_on_its_other_side(times, sentence, before):
    first, second = times(sentence)
    assert first == MONDAY
    assert second.startswith(f"{before}..")


def test_what_a_date_is_told_from_has_none_where_the_sentence_gives_none(times):
    assert times("Rebels lost Goma four days after they captured Goma.")[1] == ""


def test_since_a_day_that_is_to_come_has_no_end(times):
    (time,) = times("The army has controlled Goma since Sunday, 16 June 2024.")
    assert time == "2024-06-16..None stated"


# Friday, 14 June 2024: the army held Goma until rebels took it.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels captured Goma on 3 June. The army had held Goma since May.",
            [JUNE_3, "2024-05-01..2024-06-03 publication"],
        ),
        ("The army had held Goma since May.", [MAY]),
        (
            "Rebels captured Goma in May. The army had held Goma since 3 June.",
            [MAY, JUNE_3],
        ),
        (
            "Rebels captured Goma on 3 June. The army had held Goma since the war.",
            [JUNE_3, "None..2024-06-03 event"],
        ),
        ("The army had to hold Goma since May.", ["2024-05-01..2024-06-15 publication"]),
    ],
)
def test_what_had_lasted_was_over_by_the_time_that_is_told_of(times, text, expected):
    assert times(text) == expected


def test_a_long_time_before_something_undated_is_told_from_the_news(times):
    text = "Rebels captured Goma. The year before the army had captured Bukavu."
    assert times(text) == ["", "2022-06-14..2024-06-14 event"]
    assert times(text, None) == ["", ""]
    assert times("Rebels captured Goma. Two days earlier they had captured Bukavu.") == ["", ""]


def test_a_paragraph_of_history_is_read_once(monkeypatch):
    asked = []

    def narrated(sentence, published):
        asked.append(sentence)
        return found(sentence, published)

    found = timing.narrated_time
    monkeypatch.setattr(timing, "narrated_time", narrated)
    told = ["The war began in 1999.", *(f"Rebels hold {town}." for town in ("Goma", "Uvira"))]
    belie.check(" ".join(told), published="2024-03-13")
    assert asked == [*told[1::-1], told[2]]
