"""Which findings have a picture, and what is on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from belie.checker import Checker
from belie.kinds import Kind, load_kinds
from belie.model import Alternative, Article, Fact, Finding, Quantity, Report, TimeSpan
from belie.report.html.pictures import Picture, picture_of
from belie.rulebook.rule import Rule, load_rules

Make = Callable[..., Any]

COPY = Article("43 men were killed. 51 dead. 60 are missing. 9 are at large.", id="pit.txt")
KINDS: Mapping[str, Kind] = load_kinds()
RULES = {rule.name: rule for rule in load_rules()}


def amount(low: int | str | None, high: int | str | None, **more: Any) -> Quantity:
    ends = (None if end is None else Decimal(end) for end in (low, high))
    return Quantity(*ends, **more)


def days(start: str | None, end: str | None) -> TimeSpan:
    ends = (None if day is None else date.fromisoformat(day) for day in (start, end))
    return TimeSpan(*ends, precision="span")


@pytest.fixture
def facts(fact: Make) -> list[Fact]:
    passages = ("43 men were killed", "51 dead", "60 are missing", "9 are at large")
    return [fact(COPY, each, id=each) for each in passages]


def drawn(finding: Finding, *others: Fact, kinds: Mapping[str, Kind] = {}) -> Picture:
    picture = picture_of(finding, Report(COPY, (*finding.named, *others), (finding,)), kinds)
    assert picture is not None
    return picture


def numbers(picture: Picture, tag: str, kind: str, *names: str) -> list[tuple[float, ...]]:
    """Of the shapes of a class, the numbers that are called so."""
    shapes = re.findall(rf'<{tag} class="{kind}"([^>]*)>', picture.shapes)
    return [
        tuple(float(re.search(rf' {name}="([^"]*)"', each)[1]) for name in names)  # type: ignore[index]
        for each in shapes
    ]


def picture_in(name: str) -> Picture | None:
    """The picture of the first finding in the copy that the rule ``name`` gives as an example."""
    rule: Rule = RULES[name]
    example = next(test for test in rule.tests if test.flags and test.text)
    with Checker(kinds=KINDS, rulebook=[rule], engine="plain") as checker:
        report = checker.check(
            example.text,
            published=example.published,
            title=example.title,
            against=example.others,
        )
    return picture_of(report.findings[0], report, KINDS)


@pytest.mark.parametrize(
    ("rule", "caption"),
    [
        ("casualty/told-twice", "The figures on one line"),
        ("casualty/dead-exceed-aboard", "The figures on one line"),
        ("figure/measure-told-twice", "The figures on one line"),
        ("poll/headline-share", "The figures on one line"),
        ("poll/fraction-differs", "The figures on one line"),
        ("poll/leader-has-less", "The figures on one line"),
        ("poll/options-exceed-100", "Together 105%, against 100%"),
        ("poll/answers-exceed-100", "Together 109%, against 100%"),
        ("control/share-over-whole", "Together 110%, against 100%"),
        ("casualty/parts-exceed-total", "Together 61, against 41"),
        ("casualty/parts-short-of-total", "Together 12, against 14"),
        ("casualty/more-than-aboard", "Together 67, against 64"),
        ("poll/parts-exceed-total", "Together 62, against 54"),
        ("casualty/toll-falls", "The figures by day"),
        ("control/annexed-but-lost", "Who held what, and when"),
        ("control/taken-though-held", "Who held what, and when"),
        ("calendar/order-impossible", "When each is said to be"),
        ("poll/published-before-fieldwork", "When each is said to be"),
        ("control/two-holders", None),  # of one day, and so there is nothing to see
        ("poll/lead-against-shares", None),  # a lead is no figure beside its shares
        ("figure/rates-differ", None),  # what is compared is computed
        ("casualty/killed-or-casualties", None),  # one figure
        ("quote/two-speakers", None),
        ("name/spelling", None),
    ],
)
def test_what_a_rule_sets_beside_each_other_is_what_is_drawn(
    rule: str, caption: str | None
) -> None:
    picture = picture_in(rule)
    assert (picture and picture.caption) == caption


def test_figures_stand_on_a_line_by_how_much_they_are(facts: list[Fact], finding: Make) -> None:
    one, two, three, four = (
        replace(facts[0], value=amount(10, 10)),
        replace(facts[1], value=amount(30, 40)),
        replace(facts[2], value=amount(35, None, hedge="at least")),
        replace(facts[3], value=amount(None, 5, hedge="under")),
    )
    found = finding(
        "differs(first.value, second.value)", "10 is less than 30", first=one, second=two,
        alternatives=(Alternative("second", "", (three,)), Alternative("second", "", (four,))),
    )  # fmt: skip
    picture = drawn(found)
    assert picture.description == (
        "On a line of numbers: 10 (“43 men were killed”); between 30 and 40 (“51 dead”); "
        "at least 35 (“60 are missing”); under 5 (“9 are at large”)."
    )
    (ten,), *others, (thirty_five,) = sorted(numbers(picture, "circle", "figure", "cx"))
    (thirty,), (forty,) = others[0], others[-1]
    assert ten < thirty < thirty_five or ten < thirty < forty
    # An end that does not count in is a ring, and one that is open an arrow.
    assert len(numbers(picture, "circle", "about", "cx")) == 1
    assert len(re.findall("<polygon", picture.shapes)) == 2
    scale = (numbers(picture, "line", "grid", "x1"), numbers(picture, "line", "axis", "x1", "x2"))
    assert scale[1] == [(8.0, 312.0)]


def test_the_line_begins_at_nought_only_where_that_is_near(
    facts: list[Fact], finding: Make
) -> None:
    def ticks(one: int, two: int) -> list[str]:
        found = finding(
            "exceeds(first.value, second.value)", f"{one:,} is more than {two:,}",
            first=replace(facts[0], value=amount(one, one)),
            second=replace(facts[1], value=amount(two, two)),
        )  # fmt: skip
        return re.findall(r'text-anchor="middle">([^<]*)<', drawn(found).shapes)

    assert ticks(7, 4) == ["0", "2", "4", "6"]
    assert ticks(1_010, 1_000) == ["1,000", "1,005", "1,010"]


@pytest.mark.parametrize(
    ("condition", "text", "argument"),
    [
        ("same(first.place, second.place)", "43 is fewer than 51", "43 is fewer than 51"),
        ("differs(first.value, second.value)", "43 is fewer than 51", "something else"),
        ("first.value.low > second.value.low * 2", "43 is fewer than 51", "43 is fewer than 51"),
        ("by first.place", "43 is fewer than 51", "43 is fewer than 51"),
        ("first.value.low >" + "(" * 5_000, "43 is fewer than 51", "43 is fewer than 51"),
        ("\x00", "43 is fewer than 51", "43 is fewer than 51"),
    ],
)
def test_there_is_no_picture_of_what_is_not_weighed(
    facts: list[Fact], finding: Make, condition: str, text: str, argument: str
) -> None:
    one, two = replace(facts[0], value=amount(43, 43)), replace(facts[1], value=amount(51, 51))
    found = finding(condition, text, first=one, second=two, argument=argument)
    assert picture_of(found, Report(COPY, (one, two), (found,)), {}) is None


def test_there_is_no_picture_of_figures_without_a_measure_in_common(
    facts: list[Fact], finding: Make
) -> None:
    def picture(one: Quantity, two: Quantity) -> Picture | None:
        named = replace(facts[0], value=one), replace(facts[1], value=two)
        found = finding(
            "differs(first.value, second.value)", "3 is less than 4",
            first=named[0], second=named[1],
        )  # fmt: skip
        return picture_of(found, Report(COPY, named, (found,)), {})

    three, four = amount(3, 3), amount(4, 4)
    assert picture(three, four) is not None
    assert picture(three, replace(four, unit="percent")) is None
    assert picture(three, three) is None
    assert picture(three, amount(None, None)) is None


def test_what_is_too_large_to_be_drawn_is_not(facts: list[Fact], finding: Make) -> None:
    far = "1" + "0" * 400
    one, two = replace(facts[0], value=amount(3, 3)), replace(facts[1], value=amount(far, far))
    text = f"3 is less than {Decimal(far):,f}"
    found = finding("differs(first.value, second.value)", text, first=one, second=two)
    assert picture_of(found, Report(COPY, (one, two), (found,)), {}) is None


def test_parts_are_laid_end_to_end_and_what_is_beyond_the_whole_stands_out(
    facts: list[Fact], finding: Make
) -> None:
    def share(number: int, of: int) -> Fact:
        return replace(facts[number], value=amount(of, of, unit="percent"))

    found = finding(
        "sum(option.value.low) > 101", "50% + 30% + 40% is 120%",
        facts={f"option {at + 1}": share(at, of) for at, of in enumerate((50, 30, 40))},
    )  # fmt: skip
    picture = drawn(found)
    assert picture.description == (
        "Bars of 50%, 30% and 40%, end to end, reach 120%; a line stands at 100%."
    )
    ((limit,),) = numbers(picture, "line", "limit", "x1")
    begins, widths = zip(*numbers(picture, "rect", "part", "x", "width"), strict=True)
    ((beyond, over),) = numbers(picture, "rect", "beyond", "x", "width")
    ends = [a + b for a, b in zip(begins, widths, strict=True)]
    assert [*ends, beyond] == pytest.approx([*begins[1:], limit, limit], abs=0.2)
    assert [*widths, over] == pytest.approx(
        [(limit - 8) / 100 * part for part in (50, 30, 20, 20)], abs=0.2
    )


def test_shares_are_held_against_a_hundred_only_where_the_rule_does_so(
    facts: list[Fact], finding: Make
) -> None:
    named = {
        role: replace(each, value=amount(60, 60, unit="percent"))
        for role, each in zip(("one", "other"), facts, strict=False)
    }
    for condition in (
        "one.value.low + other.value.low > 75",
        "one.value.low + other.value.low < 100",
        "one.value.low - other.value.low > 100",
    ):
        found = finding(condition, "", facts=named)
        assert picture_of(found, Report(COPY, (), (found,)), {}) is None
    assert drawn(finding("one.value.low + other.value.low > 100", "", facts=named))


def test_a_toll_over_days_has_the_others_of_its_kind_beside_it(
    facts: list[Fact], finding: Make
) -> None:
    def toll(number: int, day: int, people: int) -> Fact:
        time = days(f"2024-03-{day:02}", f"2024-03-{day + 1:02}")
        return replace(facts[number], value=amount(people, people), time=time, event="e1")

    one, two, three = toll(0, 4, 46), toll(1, 6, 31), toll(2, 5, 50)
    another = replace(toll(3, 5, 9), event="e2")
    found = finding(
        "before(earlier.time, later.time) and exceeds(earlier.value, later.value)",
        "46 is more than 31", earlier=one, later=two,
        argument="4 March 2024 comes before 6 March 2024; 46 is more than 31",
    )  # fmt: skip
    picture = drawn(found, three, another)
    assert picture.description == (
        "By day: on 4 March 2024, 46; on 5 March 2024, 50; on 6 March 2024, 31."
    )
    (first, high), (last, low) = numbers(picture, "circle", "figure", "cx", "cy")
    ((between, highest),) = numbers(picture, "circle", "beside", "cx", "cy")
    assert first < between < last
    assert highest < high < low
    assert numbers(picture, "line", "step", "x1", "y1", "x2", "y2") == [(first, high, last, low)]


def test_a_timeline_goes_on_where_an_end_is_open(facts: list[Fact], finding: Make) -> None:
    since = replace(facts[0], time=days("2018-01-01", None))
    until = replace(facts[1], time=days(None, "2021-07-01"))
    found = finding(
        "overlaps(one.time, other.time)", one=since, other=until,
        argument="one is from 1 January 2018, the other until 30 June 2021",
    )  # fmt: skip
    picture = drawn(found)
    assert picture.description == (
        "Over time: from 1 January 2018, “43 men were killed”; until 30 June 2021, “51 dead”."
    )
    assert len(re.findall("<polygon", picture.shapes)) == 2
    (one, other) = numbers(picture, "rect", "part", "x", "width")
    assert one[0] + one[1] == pytest.approx(312)
    assert other[0] == 8


def test_who_holds_what_is_named_with_how_and_where() -> None:
    picture = picture_in("control/annexed-but-lost")
    assert picture is not None
    assert picture.description == (
        "Over time: in September 2022, Russia: annexed, the Kherson region; "
        "in November 2022, Russia: lost, Kherson."
    )


def test_every_picture_says_in_words_what_it_shows_and_stays_within_its_frame() -> None:
    seen = 0
    for name in RULES:
        picture = picture_in(name)
        if picture is None:
            continue
        seen += 1
        assert picture.description.endswith(".")
        for x in re.findall(r' (?:x|x1|x2|cx)="([^"]*)"', picture.shapes):
            assert 0 <= float(x) <= 320
        for y in re.findall(r' (?:y|y1|y2|cy)="([^"]*)"', picture.shapes):
            assert 0 <= float(y) <= picture.height
    assert seen > 40
