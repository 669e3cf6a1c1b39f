"""Rows to statements: which keys there are, and what is said of a row that is none."""

from datetime import date

import pytest
from belie import Statement, StatementError
from belie.model import Span
from belie.statements.statement import statement_from


def test_keys_that_are_not_of_every_statement_are_fields_of_the_kind():
    row = {"kind": "casualty", "measure": "killed", "value": "at least 40", "place": "Leeds"}
    assert statement_from(row, "tolls.csv:2") == Statement(
        kind="casualty",
        fields={"measure": "killed", "place": "Leeds"},
        value="at least 40",
        where="tolls.csv:2",
    )


def test_fields_may_stand_by_themselves():
    row = {"kind": "casualty", "fields": {"measure": "killed"}, "place": "Leeds"}
    assert statement_from(row).fields == {"measure": "killed", "place": "Leeds"}


def test_what_is_empty_is_unknown():
    row = {"kind": "casualty", "place": " ", "value": "", "time": None}
    assert statement_from(row) == Statement(kind="casualty")


def test_a_dot_goes_a_step_down():
    row = {"kind": "casualty", "value.low": 3, "value.high": 5, "span.start": "7", "span.end": "9"}
    statement = statement_from(row)
    assert statement.value == {"low": 3, "high": 5}
    assert statement.span == Span(7, 9)


def test_a_day_of_publication_is_a_date():
    assert statement_from({"kind": "poll", "published": "2024-03-05"}).published == date(2024, 3, 5)


def test_an_event_is_known_by_its_name():
    assert statement_from({"kind": "casualty", "event": "the fire"}).event == "the fire"
    assert statement_from({"kind": "casualty", "event": {"id": "e1"}}).event == "e1"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"value": 3}, "t.csv:2: kind: names no kind; belie kinds lists what there is"),
        (
            {"kind": "casualty", "place": "Leeds \ud800"},
            "t.csv:2: place: holds half a surrogate pair; save it as UTF-8 text",
        ),
        (
            {"kind": "poll", "stance": "assertd"},
            (
                "t.csv:2: stance: is never 'assertd', but asserted or claimed or denied or "
                "possible or superseded; did you mean 'asserted'?"
            ),
        ),
        (
            {"kind": "poll", "published": "5.3."},
            "t.csv:2: published: '5.3.' is no date; write it as 2022-12-02",
        ),
        (
            {"kind": "poll", "span": [9, 3]},
            "t.csv:2: span: is not [start, end] in code points: [9, 3]",
        ),
        ({"kind": "poll", "quote": 3.5}, "t.csv:2: quote: is not text: 3.5"),
        ({"kind": "poll", "fields": "x"}, "t.csv:2: fields: is not an object of keys and values"),
    ],
)
def test_what_is_wrong_is_said_with_row_and_column(row, said):
    with pytest.raises(StatementError) as failure:
        statement_from(row, "t.csv:2")
    assert str(failure.value) == said
