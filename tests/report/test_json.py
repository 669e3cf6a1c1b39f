from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from belie.model import (
    Alternative,
    Article,
    Fact,
    Finding,
    Issue,
    Name,
    Place,
    Quantity,
    Reason,
    Report,
    Span,
    TimeSpan,
)
from belie.report.json import json_item, json_line, json_text
from hypothesis import given
from hypothesis import strategies as st

FACT = Fact(
    id="f1",
    kind="toll",
    fields={
        "measure": "killed",
        "place": Place("Orla", "the Orla pit", 7, 7),
        "subject": None,
        "share": Quantity(Decimal("12.50"), Decimal("12.50"), None, "percent"),
        "day": TimeSpan(date(2023, 5, 2), None, "day", "publication", "week"),
    },
    value=Quantity(Decimal(43), None, "at least", "person"),
    time=None,
    source=Name("Orla Mining", "the owner"),
    evidential=None,
    stance="claimed",
    part_of=None,
    part="text",
    span=Span(4, 22),
    sentence=Span(0, 40),
    text="at least 43 killed",
    phrase="toll/1",
    article="pit.txt",
)
FINDING = Finding(
    rule="toll/two-figures",
    severity="contradiction",
    message="43 and 51",
    fingerprint="5e1f",
    facts={"one": FACT},
    because=(Reason("one.value.low > 40", "43 is more than 40", beside=False),),
    argument="43 is not 51",
    meant={"one": ("the Orla pit",)},
)
REPORT = Report(
    Article("Now at least 43 killed at the Orla pit.", "Pit blast", date(2023, 5, 6), "pit.txt"),
    (FACT,),
    (FINDING,),
    (Issue("a sentence was too long", "text", Span(0, 3)), Issue("no rule was applied")),
    {"sentences": 1, "facts": 1, "compared": 1},
    notes=("no place is known",),
)


def test_a_report_has_the_form_belie_report_1() -> None:
    assert json.loads(json_line(REPORT)) == {
        "schema": "belie/report/1",
        "article": {"id": "pit.txt", "title": "Pit blast", "published": "2023-05-06"},
        "facts": [
            {
                "id": "f1",
                "kind": "toll",
                "part": "text",
                "span": [4, 22],
                "text": "at least 43 killed",
                "sentence": [0, 40],
                "value": {"low": 43, "high": None, "hedge": "at least", "unit": "person"},
                "fields": {
                    "measure": "killed",
                    "place": "Orla",
                    "subject": None,
                    "share": {"low": 12.5, "high": 12.5, "hedge": None, "unit": "percent"},
                    "day": {
                        "start": "2023-05-02",
                        "end": None,
                        "precision": "day",
                        "anchor": "publication",
                        "inferred": "week",
                    },
                },
                "time": None,
                "source": "Orla Mining",
                "stance": "claimed",
                "phrase": "toll/1",
                "evidential": None,
                "part_of": None,
                "article": "pit.txt",
                "undated": None,
                "paragraph": None,
                "names": {
                    "place": {"text": "the Orla pit", "first": 7, "last": 7},
                    "source": {"text": "the owner", "named": True},
                },
                "line": 1,
                "column": 5,
            }
        ],
        "events": [],
        "findings": [
            {
                "rule": "toll/two-figures",
                "severity": "contradiction",
                "message": "43 and 51",
                "fingerprint": "5e1f",
                "facts": {"one": "f1"},
                "spans": [
                    {
                        "part": "text",
                        "span": [4, 22],
                        "line": 1,
                        "column": 5,
                        "article": "pit.txt",
                    }
                ],
                "because": [{"condition": "one.value.low > 40", "text": "43 is more than 40"}],
                "argument": "43 is not 51",
                "understood": {},
                "meant": {"one": ["the Orla pit"]},
                "also": [],
                "alternatives": [],
            }
        ],
        "errors": [
            {"message": "a sentence was too long", "part": "text", "span": [0, 3]},
            {"message": "no rule was applied", "part": None, "span": None},
        ],
        "counts": {"sentences": 1, "facts": 1, "compared": 1},
        "notes": ["no place is known"],
        "omitted": {},
        "dismissed": [],
    }


def test_a_report_tells_what_else_is_said_and_how_much_is_left_out() -> None:
    further = Alternative("one", "47", (FACT, FACT))
    found = replace(REPORT, findings=(replace(FINDING, alternatives=(further,)),))
    written = json.loads(json_line(replace(found, omitted={"toll/two-figures": 3})))
    assert written["findings"][0]["alternatives"] == [
        {"role": "one", "understood": "47", "facts": ["f1", "f1"]}
    ]
    assert written["omitted"] == {"toll/two-figures": 3}


def test_all_three_forms_say_the_same() -> None:
    line = json_line(REPORT)
    assert "\n" not in line
    assert json.loads(json_text(REPORT)) == json.loads(line)
    assert json_item(REPORT) == json_text(REPORT).replace("\n", "\n  ")


def test_what_fits_on_a_line_stays_on_one() -> None:
    lines = json_text(REPORT).splitlines()
    assert '      "span": [4, 22],' in lines
    assert '      "errors": [' not in lines
    assert '    {"message": "no rule was applied", "part": null, "span": null}' in lines


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("43", "43"),
        ("43.0", "43"),
        ("1E+5", "100000"),
        ("0.10", "0.1"),
        ("-7.25", "-7.25"),
        ("0", "0"),
        ("1000", "1000"),
        ("0.1234567890123456789012345678", "0.1234567890123456789012345678"),
        ("12345678901234567890.5", "12345678901234567890.5"),
    ],
)
def test_numbers_are_written_digit_for_digit(number: str, written: str) -> None:
    value = Quantity(Decimal(number), None)
    fact = Fact(**{**{name: getattr(FACT, name) for name in FACT.__slots__}, "value": value})
    line = json_line(Report(REPORT.article, (fact,)))
    assert f'"value": {{"low": {written}, "high": null, ' in line


def test_nothing_in_it_can_steer_a_terminal() -> None:
    title = "\x1b[2J \x9b31m \u202eRTL\u202c é 東京 \U000e0001"
    line = json_line(Report(Article("a", title), ()))
    assert line.isprintable()
    assert json.loads(line)["article"]["title"] == title
    assert "é 東京" in line


@given(st.text(), st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_any_text_and_number_comes_back_as_it_was(text: str, number: Decimal) -> None:
    fact = Fact(
        **{
            **{name: getattr(FACT, name) for name in FACT.__slots__},
            "text": text,
            "value": Quantity(number, number),
        }
    )
    for written in (json_line, json_text):
        read = json.loads(
            written(Report(REPORT.article, (fact,))), parse_float=Decimal, parse_int=Decimal
        )
        assert read["facts"][0]["text"] == text
        assert read["facts"][0]["value"]["low"] == number
