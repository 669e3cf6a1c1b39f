"""What dates newsroom sentences say.

``dates.tsv`` holds sentences in three sets: ``written-before`` and ``after`` the code, and
``held-out``, written when it was finished. Each expects a list of ``words=meaning``:
``start..end|precision|anchor``, ``event:direction:low-high`` in days, ``clock:hour:minute zone
offsets`` or ``?`` for a date that cannot be known.
"""

import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from belie.knowledge import KnowledgeError, parse_yaml
from belie.reading.dates import Clock, DateMention, Offset, calendar, find_dates
from belie.reading.dates.forms import Forms
from belie.reading.dates.said import units_ago
from dateparser.date import DateDataParser
from hypothesis import given
from hypothesis import strategies as st

FRIDAY = date(2022, 12, 2)
WEEK = timedelta(7)

# A round number aside, nothing tells the year 1945 from a count of ballots.
KNOWN_MISSES = ("Of the 1945 ballots that he counted, 12 may have been spoiled.",)


def _cases() -> list[tuple[date | None, str, str]]:
    lines = Path(__file__).with_name("dates.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [
        (None if published == "-" else date.fromisoformat(published), sentence, expected)
        for _, published, sentence, expected in rows
    ]


CASES = _cases()
SENTENCES = [sentence for _, sentence, _ in CASES]


def _meaning(mention: DateMention) -> str:
    if mention.offset is not None:
        low, high = mention.offset.low, mention.offset.high
        days = [str(day) for day in dict.fromkeys((low, high)) if day is not None]
        return ":".join(["event", mention.offset.direction, *(["-".join(days)] if days else [])])
    if mention.clock is not None:
        clock = mention.clock
        offsets = "/".join(f"{offset:+}" for offset in clock.offsets)
        told = f"clock:{clock.hour:02}:{clock.minute:02} {clock.zone or ''}".rstrip()
        return f"{told} {offsets}".rstrip()
    if mention.time is None:
        return "?"
    start, end = mention.time.start or "", mention.time.end or ""
    return f"{start}..{end}|{mention.time.precision}|{mention.time.anchor}"


def _told(sentence: str, published: date | None) -> str:
    mentions = find_dates(sentence, published)
    return " ; ".join(f"{sentence[m.start : m.end]}={_meaning(m)}" for m in mentions)


@pytest.mark.parametrize(
    ("published", "sentence", "expected"),
    [
        pytest.param(
            *case, marks=[pytest.mark.xfail] if case[1] in KNOWN_MISSES else [], id=case[1]
        )
        for case in CASES
    ],
)
def test_a_sentence_says_its_dates(published, sentence, expected):
    assert _told(sentence, published) == expected


@pytest.mark.parametrize(
    ("sentence", "weekday", "day"),
    [
        ("It was signed on Saturday, January 5, 2019.", 5, date(2019, 1, 5)),
        ("It was signed on Saturday, January 6, 2019.", 5, date(2019, 1, 6)),
        ("It was signed on Tues., Nov. 29.", 1, date(2022, 11, 29)),
        ("It was signed on Friday (25 November).", 4, date(2022, 11, 25)),
        ("It was signed on Monday.", 0, None),
        ("It was signed on Tuesday the 29th.", 1, None),
        ("It was signed on 2022-11-30.", None, date(2022, 11, 30)),
        ("It was signed in November.", None, None),
    ],
)
def test_the_weekday_and_the_day_of_a_date_are_told_apart(sentence, weekday, day):
    (mention,) = find_dates(sentence, FRIDAY)
    assert (mention.weekday, mention.day) == (weekday, day)


def test_the_weekday_after_an_event_is_no_day_of_the_calendar():
    assert find_dates("He died the following Monday.", FRIDAY) == [
        DateMention(8, 28, None, Offset("after", 1, 7, "day", 1), weekday=0)
    ]


def test_a_weekday_belongs_to_its_own_date_alone():
    first, second = find_dates("It was shelled on Monday, May 3 and 5.", FRIDAY)
    assert (first.weekday, second.weekday) == (0, None)
    assert (first.day, second.day) == (date(2022, 5, 3), date(2022, 5, 5))


@pytest.mark.parametrize("mark", ["$", "€", "#", "@", "/", "-", "_"])
def test_no_date_begins_within_a_longer_token(mark):
    assert find_dates(f"It is {mark}Friday and {mark}2022-12-02.", FRIDAY) == []


def test_more_than_an_amount_has_no_upper_bound():
    (mention,) = find_dates("More than two weeks later he was found.", None)
    assert mention.offset == Offset("after", 14, None)


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("12 a.m.", Clock(0)),
        ("12:05 p.m.", Clock(12, 5)),
        ("0000 GMT", Clock(0, 0, "GMT", (0,))),
        ("23:59 UTC", Clock(23, 59, "UTC", (0,))),
        ("9.30am", Clock(9, 30)),
        ("9:54 a.m. ET", Clock(9, 54, "ET", (-300, -240))),
        ("0900 local time", Clock(9, 0, "local time")),
        ("noon EDT", Clock(12, 0, "EDT", (-240,))),
        ("6 p.m. IST", Clock(18, 0, "IST", (120, 330))),
    ],
)
def test_a_clock_has_its_hour_minute_and_zone(words, clock):
    (mention,) = find_dates(f"It fell at {words} on the dot.", None)
    assert mention.clock == clock


def test_curly_marks_dashes_and_narrow_spaces_are_as_good_as_plain_ones():
    sentence = "In the year’s end raids of Oct. 10–17, 21 men fell; in the ’90s, twenty–five."
    assert _told(sentence, FRIDAY) == (
        "the year’s end=2022-12-31..2023-01-01|day|publication ; "
        "Oct. 10–17=2022-10-10..2022-10-18|span|publication ; "
        "the ’90s=1990-01-01..2000-01-01|decade|publication"
    )


@pytest.mark.parametrize("sentence", SENTENCES)
def test_without_a_day_of_publication_only_what_is_stated_is_dated(sentence):
    times = [mention.time for mention in find_dates(sentence, None)]
    assert {when.anchor for when in times if when} <= {"stated"}


PUBLISHED = st.dates(date(1900, 1, 1), date(2150, 12, 31))
WORDS = st.lists(
    st.sampled_from(sorted({word for sentence in SENTENCES for word in sentence.split()}))
    | st.text(max_size=6),
    max_size=14,
).map(" ".join)


@given(text=st.sampled_from(SENTENCES) | WORDS, published=PUBLISHED | st.none())
def test_mentions_are_in_order_apart_and_last_a_while(text, published):
    end = 0
    for mention in find_dates(text, published):
        assert end <= mention.start < mention.end <= len(text)
        words = text[mention.start : mention.end]
        assert words == words.strip()
        end = mention.end
        if mention.time and mention.time.start and mention.time.end:
            assert mention.time.start < mention.time.end


BARE = st.sampled_from(["", "last ", "next ", "this ", "early ", "late on ", "earlier on "])
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@given(before=BARE, weekday=st.integers(0, 6), published=PUBLISHED)
def test_a_weekday_falls_on_that_weekday(before, weekday, published):
    (mention,) = find_dates(f"It sank {before}{WEEKDAYS[weekday]} off Malta.", published)
    assert mention.weekday == weekday == mention.time.start.weekday()
    assert mention.time.end - mention.time.start == timedelta(1)
    if before in ("", "early ", "late on ", "earlier on "):
        assert timedelta(0) <= published - mention.time.start < WEEK


WEEKLY = st.sampled_from(
    [
        "on Friday", "last Friday", "next Friday", "this Friday", "early on Tuesday", "last week",
        "this week", "next week", "over the weekend", "last weekend", "this weekend", "yesterday",
        "overnight", "five days ago", "two weeks ago", "in the past ten days",
        "from Monday to Thursday", "the week after next", "earlier this week",
    ]
)  # fmt: skip


@given(words=WEEKLY, published=PUBLISHED)
def test_what_goes_by_weeks_moves_by_weeks(words, published):
    (now,) = find_dates(f"The bridge was shut {words}.", published)
    (then,) = find_dates(f"The bridge was shut {words}.", published + WEEK)
    assert (then.time.start - now.time.start, then.time.end - now.time.end) == (WEEK, WEEK)


@pytest.mark.parametrize(
    ("sentence", "nearest", "farthest"),
    [
        ("It sank on {}.", -365, 1),
        ("It will sail on {}.", 0, 365),
        ("The mild days since {}", -365, 1),
        ("A mild {}, on {}", -310, 62),
    ],
)
@given(month=st.integers(1, 12), day=st.integers(1, 28), published=PUBLISHED)
def test_a_year_left_out_is_chosen_by_the_tense(sentence, nearest, farthest, month, day, published):
    said = date(2000, month, day).strftime("%B ") + str(day)
    mention = find_dates(sentence.format(said, said), published)[-1]
    assert (mention.day.month, mention.day.day) == (month, day)
    assert nearest <= (mention.day - published).days <= farthest
    assert mention.time.inferred == "year"


@pytest.mark.parametrize(
    ("words", "inferred"),
    [
        ("on 3 May 2022", "nothing"),
        ("in May last year", "nothing"),
        ("two weeks ago", "nothing"),
        ("last Friday", "nothing"),
        ("on Friday", "week"),
        ("at the weekend", "week"),
        ("on the 24th", "month"),
        ("in May", "year"),
        ("in early May", "year"),
        ("in the first week of May", "year"),
        ("from 3 to 5 May", "year"),
        ("from May to August", "year"),
        ("between Monday and Thursday", "week"),
    ],
)
def test_what_the_copy_leaves_out_is_said_to_be_inferred(words, inferred):
    (mention,) = find_dates(f"The bridge was shut {words}.", FRIDAY)
    assert mention.time.inferred == inferred


@given(
    count=st.integers(1, 99),
    unit=st.sampled_from(["day", "week", "month", "year", "decade", "quarter", "fortnight"]),
    published=PUBLISHED,
)
def test_the_calendar_counts_back_as_dateparser_does(count, unit, published):
    asked, times = {"decade": ("year", 10), "quarter": ("month", 3), "fortnight": ("week", 2)}.get(
        unit, (unit, 1)
    )
    base = datetime.combine(published, datetime.min.time())
    parser = DateDataParser(languages=["en"], settings={"RELATIVE_BASE": base})
    there = parser.get_date_data(f"{count * times} {asked}s ago").date_obj
    start, end = units_ago(count, unit, published)
    assert start <= there.date() < end


@given(first=st.integers(1, 31), second=st.integers(1, 31), mark=st.sampled_from("/."))
def test_three_numbers_are_read_month_first_or_day_first(first, second, mark):
    month, day = (first, second) if mark == "/" else (second, first)
    if month > 12:
        month, day = day, month
    said = f"{first}{mark}{second}{mark}2021"
    days = [mention.day for mention in find_dates(f"It was stamped {said} in Bonn.", None)]
    try:
        assert days == [date(2021, month, day)]
    except ValueError:
        assert days == []


def test_dates_of_three_numbers_take_linear_time(assert_linear):
    days = " or ".join(
        f"{one}/{two}/{year}" for year in range(1999, 2009) for one in range(32)
        for two in range(31)
    )  # fmt: skip
    find_dates(days, FRIDAY)  # what dateparser answers is remembered
    assert_linear(lambda text: find_dates(text, FRIDAY), lambda size: days[-size:])


def test_thirds_are_whole_days_months_or_years():
    assert calendar.third(calendar.months_from(2023, 2), "last") == (
        date(2023, 2, 21),
        date(2023, 3, 1),
    )
    assert calendar.third(calendar.year(2023), "middle") == (date(2023, 5, 1), date(2023, 9, 1))
    assert calendar.third(calendar.year(1970, 10), "first") == (date(1970, 1, 1), date(1973, 1, 1))
    assert calendar.third(calendar.day(FRIDAY), "last") == calendar.day(FRIDAY)


def test_the_latest_31st_skips_short_months():
    assert calendar.latest_numbered(31, date(2023, 3, 30)) == date(2023, 1, 31)


@pytest.mark.parametrize(
    "unit",
    [
        "a ", "May ", "May 5, ", "1 ", "two weeks ", "from May 4 to ", "since the big big ",
        "the end of the ", "early in late on ", "Monday (", "1", "late ", "the first two weeks of ",
        "between March and ", "Oct. 10-", "3 days ago, ", "'", "the ", "12:", "2022-",
        " ", "in 2014, ", "twenty-", "overnight into ",
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_time(assert_linear, unit):
    def make(size):
        half = unit * (size // (2 * len(unit)))
        return f"{half} in 2014 {half}"

    assert_linear(lambda text: find_dates(text, FRIDAY), make)


def test_different_dates_take_linear_time(assert_linear):
    ago = [f"{count} {unit} ago" for unit in ("days", "weeks", "months", "years")
           for count in range(1, 999)]  # fmt: skip
    assert len(find_dates(", ".join(ago), FRIDAY)) == 4 * 998
    assert_linear(lambda text: find_dates(text, FRIDAY), lambda n: ", ".join(ago[:n]), len(ago))


@pytest.mark.parametrize(
    "sentence", ["It may rain.", "It rained two days ago, on May 5, at 9 a.m., and on Friday."]
)
def test_dateparser_is_not_imported_without_need(sentence):
    code = f"""
import sys, datetime
from belie.reading.dates import find_dates
find_dates({sentence!r}, datetime.date(2022, 12, 2))
sys.exit("dateparser" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("mentions", "problem", "place"),
    [
        ('date: ["{mnoth}"]', "there is no 'mnoth'; did you mean 'month'?", (5, 19)),
        ('date: ["on [{month}"]', "'[' is not closed", (5, 23)),
        ('date: ["{month})"]', "')' closes nothing", (5, 27)),
        ('date: ["the"]', "nothing tells this from other text", (5, 19)),
        ('date: ["{month} {month}"]', "has the slot 'month' twice", (5, 19)),
    ],
)
def test_a_template_that_cannot_be_read_is_pointed_at(mentions, problem, place):
    text = f"""words: {{month: {{May: 5}}, common: [the]}}
patterns: {{}}
periods: {{}}
continues: {{}}
mentions: {{{mentions}}}
"""
    with pytest.raises(KnowledgeError) as caught:
        Forms(parse_yaml(text, Path("calendar.yaml")))
    assert caught.value.problem.startswith(problem)
    assert (caught.value.line, caught.value.column) == place


def test_a_meaning_that_nothing_gives_is_pointed_at():
    text = """words: {month: {May: 5}}
patterns: {}
periods: {}
continues: {}
mentions: {daet: ["{month}"]}
"""
    known = Forms(parse_yaml(text, Path("calendar.yaml")))
    with pytest.raises(KnowledgeError, match="no meaning 'daet'; did you mean 'date'"):
        known.require({"date"}, {})


def test_a_value_that_no_code_knows_is_pointed_at():
    text = """words:
  unit:
    week: weak
patterns: {}
periods: {}
continues: {}
mentions: {date: ["{unit}"]}
"""
    known = Forms(parse_yaml(text, Path("calendar.yaml")))
    with pytest.raises(KnowledgeError, match=r"yaml:3:11: 'weak' is none of day, week"):
        known.require({"date"}, {"unit": ("day", "week")})
