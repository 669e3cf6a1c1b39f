"""Statements to facts: what people write in cells, typed as it would be from copy."""

from datetime import date
from decimal import Decimal

import pytest
from belie import Article, Checker, Statement, StatementError, facts_from
from belie.model import Name, Place, Quantity, Span, TimeSpan
from belie.statements.facts import stated_article

PUBLISHED = date(2022, 12, 2)
MEASURES = ("killed", "injured", "casualties", "missing", "hospitalised", "infected", "losses")
THIRD = Decimal("33.33")


def fact(kind, **cells):
    own = {key: cells.pop(key) for key in ("value", "time", "source") if key in cells}
    (made,) = facts_from([Statement(kind=kind, fields=cells, published=PUBLISHED, **own)])
    return made


@pytest.mark.parametrize(
    ("written", "low", "high", "hedge"),
    [
        ("40", 40, 40, None),
        (40, 40, 40, None),
        ("2024", 2024, 2024, None),
        ("1,200", 1200, 1200, None),
        ("at least 40", 40, None, "at least"),
        ("up to 40 people", None, 40, "at most"),
        ("between 12 and 15", 12, 15, "between"),
        ("none", 0, 0, None),
    ],
)
def test_a_number_of_people(written, low, high, hedge):
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert fact("casualty", value=written).value == Quantity(*ends, hedge, "person")


@pytest.mark.parametrize(
    ("written", "quantity"),
    [
        ("55%", Quantity(Decimal(55), Decimal(55), None, "percent")),
        ("55", Quantity(Decimal(55), Decimal(55), None, "percent")),
        ("about a quarter", Quantity(Decimal(25), Decimal(25), "about", "percent")),
        ("a third", Quantity(THIRD, THIRD, None, "percent")),
        ("half", Quantity(Decimal(50), Decimal(50), None, "percent")),
        ("6 points", Quantity(Decimal(6), Decimal(6), None, "point")),
    ],
)
def test_a_share(written, quantity):
    assert fact("poll", value=written).value == quantity


@pytest.mark.parametrize(
    ("written", "unit", "amount"),
    [("€2.5bn", "EUR", 2_500_000_000), ("50 miles", "mile", 50), ("40 homes", None, 40)],
)
def test_an_amount_keeps_its_unit(written, unit, amount):
    value = fact("figure", value=written).value
    assert (value.low, value.unit) == (amount, unit)


@pytest.mark.parametrize(
    ("written", "start", "end", "precision"),
    [
        ("2022-11-11", date(2022, 11, 11), date(2022, 11, 12), "day"),
        (date(2022, 11, 11), date(2022, 11, 11), date(2022, 11, 12), "day"),
        ("11 November 2022", date(2022, 11, 11), date(2022, 11, 12), "day"),
        ("11/12/22", date(2022, 11, 12), date(2022, 11, 13), "day"),
        ("noon on Monday", date(2022, 11, 28), date(2022, 11, 29), "day"),
        ("May", date(2022, 5, 1), date(2022, 6, 1), "month"),
        ("last month", date(2022, 11, 1), date(2022, 12, 1), "month"),
        ("2022-11", date(2022, 11, 1), date(2022, 12, 1), "month"),
        ("2021", date(2021, 1, 1), date(2022, 1, 1), "year"),
        ("since 2014", date(2014, 1, 1), None, "span"),
        ("May to June", date(2022, 5, 1), date(2022, 7, 1), "span"),
        ("the year to June", date(2021, 7, 1), date(2022, 7, 1), "span"),
    ],
)
def test_a_time(written, start, end, precision):
    time = fact("casualty", time=written).time
    assert (time.start, time.end, time.precision) == (start, end, precision)


def test_a_power_is_known_by_its_forces():
    assert fact("control", holder="Russian forces").fields["holder"] == Name(
        "Russia", "Russian forces"
    )
    assert fact("control", holder="the Kremlin").fields["holder"] == Name("Russia", "the Kremlin")


def test_a_person_goes_without_a_title():
    name = fact("poll", party="President Vladimir Putin").fields["party"]
    assert name == Name("Vladimir Putin", "President Vladimir Putin")


def test_who_is_only_described_is_not_named():
    assert fact("casualty", source="the regional governor").source == Name(
        "regional governor", "the regional governor", named=False
    )


def test_a_place_lies_where_the_tables_have_it():
    lyman = fact("control", place="Lyman").fields["place"]
    region = fact("control", place="Donetsk region").fields["place"]
    assert region.first <= lyman.first <= lyman.last <= region.last


def test_a_place_that_no_table_knows_is_one_by_its_name():
    one, other = (fact("control", place="Smallville").fields["place"] for _ in range(2))
    assert one == other == Place("Smallville", "Smallville", one.first, one.first)


def test_people_counted_are_known_by_whose_they_are():
    subject = fact("casualty", subject="Ukrainian civilians").fields["subject"]
    assert subject == Name("Ukraine civilians", "Ukrainian civilians")


def test_a_choice_may_be_written_with_a_space():
    assert fact("control", status="Not held").fields["status"] == "not-held"


def test_what_is_left_out_is_unknown():
    made = fact("casualty")
    assert set(made.fields.values()) == {None}
    assert (made.value, made.time, made.source) == (None, None, None)


def test_values_may_be_typed_already():
    time = TimeSpan(date(2022, 1, 1), date(2022, 1, 2), "day")
    assert fact("casualty", time=time).time is time


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ({"measur": "killed"}, "measur", "casualty has no field 'measur'; did you mean 'measure'?"),
        (
            {"location": "Leeds"},
            "location",
            (
                "casualty has no field 'location', but measure, subject, place, further, partial, "
                "toll, value, time and source"
            ),
        ),
        ({"measure": "dead"}, "measure", f"is never 'dead', but {' or '.join(MEASURES)}"),
        (
            {"value": "many"},
            "value",
            "'many' is no number; write it as 40, at least 40 or about 40",
        ),
        ({"value": "12.5"}, "value", "'12.5' is no number of people; give a whole one, from 0"),
        ({"value": -3}, "value", "-3 is no number of people; give a whole one, from 0"),
        ({"value": "55%"}, "value", "'55%' is not people; write a plain number of people"),
        (
            {"value": "12 or so, and 3 more"},
            "value",
            "'12 or so, and 3 more' holds several numbers; write one row for each",
        ),
        (
            {"time": "rubbish"},
            "time",
            (
                "'rubbish' is no date; write it as 2022-11-11, 11 November 2022 or November "
                "2022, or leave it out"
            ),
        ),
        ({"place": {"key": 3}}, "place", "names nobody; its 'key' is not text"),
        ({"place": Name("a", "a")}, "place", "wants a Place, not a Name"),
    ],
)
def test_a_cell_that_holds_no_such_value_is_an_error(cells, column, said):
    with pytest.raises(StatementError) as failure:
        fact("casualty", **cells)
    assert (failure.value.column, failure.value.problem) == (column, said)


def test_a_day_that_is_told_from_publication_needs_one():
    with pytest.raises(StatementError) as failure:
        facts_from([Statement(kind="casualty", time="Monday")])
    assert failure.value.problem == (
        "'Monday' cannot be known without the day of publication; give 'published'"
    )


def test_a_part_names_its_whole_by_id():
    whole = Statement(kind="casualty", id="all", value=9)
    part = Statement(kind="casualty", part_of="all", value=3)
    made = facts_from([part, whole])
    assert [(each.id, each.part_of) for each in made] == [("f1", "f2"), ("f2", None)]


def test_a_part_of_what_is_not_there_is_an_error():
    with pytest.raises(StatementError) as failure:
        facts_from([Statement(kind="casualty", id="all"), Statement(kind="poll", part_of="al")])
    assert (
        failure.value.problem
        == "no statement that is understood has the id 'al'; did you mean 'all'?"
    )


def test_passages_without_copy_stand_one_behind_the_other():
    made = facts_from(
        [
            Statement(kind="casualty", quote="nine died"),
            Statement(kind="casualty", fields={"measure": "killed"}, value=7),
        ]
    )
    assert [(each.span, each.text) for each in made] == [
        (Span(0, 9), "nine died"),
        (Span(10, 29), "casualty, killed, 7"),
    ]
    assert stated_article(made) == Article("nine died\ncasualty, killed, 7")


def test_a_figure_that_counts_is_no_share():
    assert fact("survey", measure="sample", value="2,300").value == Quantity(
        Decimal(2300), Decimal(2300), None, None
    )


def test_what_follows_from_a_statement_need_not_be_stated():
    (day,) = facts_from(
        [Statement(kind="calendar", fields={"stated_weekday": "Friday"}, time="9 May 2024")]
    )
    assert (day.fields["form"], day.fields["actual_weekday"]) == ("weekday", "thursday")
    growth = fact("change", about="profit", initial="£48m", value="£56m").fields["growth"]
    assert round(growth.low), round(growth.high) == (15, 18)
    assert fact("event", happening="opened", tense="past", time="2022-12-20").fields["lies"] == (
        "ahead"
    )


def test_a_kind_may_be_written_with_a_capital():
    assert fact("Casualty", value=3).kind == "casualty"


def test_a_kind_that_there_is_not_is_an_error():
    for written, hint in (
        ("pole", "did you mean 'poll'?"),
        ("toll", "belie kinds lists what there is"),
    ):
        with pytest.raises(StatementError) as failure:
            fact(written)
        assert failure.value.problem == f"there is no kind {written!r}; {hint}"


@pytest.mark.parametrize(("written", "meant"), [(True, "yes"), ("yes", "yes"), ("no", None)])
def test_what_is_so_or_unknown_may_be_answered(written, meant):
    assert fact("casualty", further=written).fields["further"] == meant


def test_a_day_that_the_calendar_does_not_have_is_an_error():
    with pytest.raises(StatementError) as failure:
        fact("casualty", time="2024-13-01")
    assert failure.value.problem == "'2024-13-01' is no day of the calendar"


def test_a_month_lies_ahead_of_what_is_still_to_come():
    time = fact("event", happening="sentenced", tense="future", time="May").time
    assert (time.start, time.inferred) == (date(2023, 5, 1), "year")


@pytest.mark.parametrize(
    "written",
    [
        "two days earlier",
        "Before the war",
        "over the holiday weekend",
        "the same day",
        "days later",
    ],
)
def test_a_time_that_no_day_follows_from_is_unknown_and_keeps_its_words(written):
    made = fact("casualty", time=written)
    assert (made.time, made.undated) == (None, written.lower())


@pytest.mark.parametrize("written", ["week 61", "the morning of 45 May", "Teusday", "12 Mrach"])
def test_a_time_that_is_a_slip_is_an_error(written):
    with pytest.raises(StatementError, match="is no date; write it as 2022-11-11"):
        fact("casualty", time=written)


def test_different_times_without_a_day_are_not_held_against_each_other():
    toll = {"measure": "killed", "subject": "people", "place": "Leeds"}
    rows = [("before the war", 12), ("after the election", 15), ("two days earlier", 18)]
    made = facts_from(
        [Statement(kind="casualty", fields=toll, time=time, value=value) for time, value in rows]
    )
    with Checker(engine="plain") as checker:
        assert checker.check_facts(made).findings == ()


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("no", 0, 0),
        ("no one", 0, 0),
        ("not one", 0, 0),
        ("both", 2, 2),
        ("scores", 40, None),
        ("at least 2020", 2020, None),
        ("12 crew members", 12, 12),
        ("12 short-term workers", 12, 12),
    ],
)
def test_a_number_may_stand_alone_that_copy_has_beside_what_it_counts(written, low, high):
    value = fact("casualty", value=written).value
    assert (value.low, value.high) == (low, high)


@pytest.mark.parametrize("written", ["all but five", "all except 5", "everyone bar 3", "12 fewer"])
def test_a_number_that_words_turn_into_another_is_an_error(written):
    with pytest.raises(StatementError) as failure:
        fact("casualty", value=written)
    assert failure.value.problem == (
        f"{written!r} is told from another number; write what it comes to"
    )


@pytest.mark.parametrize("written", ["unknown", "N/A", "-", " ? ", "not stated"])
def test_a_cell_may_say_that_nothing_is_known(written):
    made = fact("casualty", value=written, place=written, time=written, source=written)
    assert (made.value, made.fields["place"], made.time, made.source) == (None, None, None, None)


@pytest.mark.parametrize("written", ["crew members", "the crew members", "12 crew members"])
def test_people_are_the_same_with_a_number_and_without(written):
    assert fact("casualty", subject=written).fields["subject"].key == "members"
