from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import belie
import pytest
from belie.model import (
    Alternative,
    Article,
    Event,
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
from belie.report.json import json_line
from belie.report.whole import ReportError
from hypothesis import given
from hypothesis import strategies as st

COPY = Path(__file__).parents[2] / "examples" / "annexed-regions.txt"

texts = st.text(max_size=8)
names = st.builds(Name, texts, texts, st.booleans())
places = st.builds(Place, texts, texts, st.integers(0, 9), st.integers(0, 9))
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.integers().map(Decimal)
quantities = st.builds(
    Quantity,
    st.none() | numbers,
    st.none() | numbers,
    st.none() | st.sampled_from(["about", "over"]),
    st.none() | st.just("percent"),
)
days = st.none() | st.dates()
times = st.builds(TimeSpan, days, days, st.sampled_from(["day", "span"]), st.just("publication"))
spans = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
parts = st.sampled_from(["title", "text"])
facts = st.builds(
    Fact,
    id=st.just("f"),
    kind=texts,
    fields=st.dictionaries(
        texts.filter(lambda name: name != "source"),
        st.none() | texts | names | places | quantities | times,
        max_size=4,
    ),
    value=st.none() | quantities,
    time=st.none() | times,
    source=st.none() | names,
    evidential=st.none() | texts,
    stance=st.sampled_from(["asserted", "denied"]),
    part_of=st.none() | texts,
    part=parts,
    span=spans,
    sentence=spans,
    text=texts,
    phrase=texts,
    article=st.none() | texts,
    published=days,
    undated=st.none() | texts,
    paragraph=st.none() | st.integers(0, 99),
    event=st.none() | st.just("e"),
)
events = st.builds(
    Event,
    id=st.just("e"),
    class_=texts,
    text=texts,
    part=parts,
    span=spans,
    place=st.none() | places,
    time=st.none() | times,
    past=st.booleans(),
    several=st.booleans(),
    ordinal=st.none() | st.integers(1, 9),
    name=st.none() | texts,
    of=st.frozensets(texts, max_size=2),
    article=st.none() | texts,
)
articles = st.builds(Article, texts, st.none() | texts, days, st.none() | texts)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    stated = [replace(fact, id=f"f{n}") for n, fact in enumerate(draw(st.lists(facts, max_size=3)))]
    findings = st.builds(
        Finding,
        rule=texts,
        severity=st.sampled_from(["contradiction", "caution"]),
        message=texts,
        fingerprint=texts,
        facts=st.dictionaries(texts, st.sampled_from(stated)) if stated else st.just({}),
        because=st.lists(st.builds(Reason, texts, texts, st.booleans()), max_size=2).map(tuple),
        understood=st.dictionaries(texts, texts, max_size=2),
        also=st.just(tuple(stated[:1])),
        alternatives=st.just((Alternative("role", "47", tuple(stated)),)),
        argument=texts,
        meant=st.dictionaries(texts, st.lists(texts, max_size=2).map(tuple), max_size=2),
    )
    return Report(
        article=draw(articles),
        facts=tuple(stated),
        findings=tuple(draw(st.lists(findings, max_size=2))),
        errors=tuple(
            draw(
                st.lists(st.builds(Issue, texts, st.none() | parts, st.none() | spans), max_size=2)
            )
        ),
        counts=draw(st.dictionaries(texts, st.integers(0, 9), max_size=2)),
        against=tuple(draw(st.lists(articles, max_size=2))),
        notes=tuple(draw(st.lists(texts, max_size=2))),
        events=tuple(draw(st.lists(events, max_size=2))),
        omitted=draw(st.dictionaries(texts, st.integers(1, 9), max_size=2)),
        dismissed=tuple(draw(st.lists(texts, max_size=2))),
    )


@given(reports())
def test_a_report_comes_back_as_it_was(report: Report) -> None:
    text = report.to_json()
    assert Report.from_json(text) == report
    assert Report.from_json(text.encode()).to_json() == text


def test_a_report_of_copy_and_its_mentions_come_back() -> None:
    text = COPY.read_text(encoding="utf-8")
    checked = belie.check(text, published="2022-10-04", against=["Nine died in Lyman."])
    with belie.Checker(rules=["control/*"]) as checker:
        mentioned = checker.mentions(text, published=date(2022, 10, 4))
    assert checked.findings
    assert mentioned.mentions
    for report in (checked, mentioned):
        assert Report.from_json(report.to_json()) == report


def test_it_has_all_that_the_command_writes() -> None:
    report = belie.check("A storm killed nine in Leeds. It killed 12 in Leeds.")
    written, whole = json.loads(json_line(report)), json.loads(report.to_json())
    for key in ("schema", "errors", "counts", "notes", "omitted", "dismissed"):
        assert whole[key] == written[key]
    for key in ("facts", "events", "findings"):
        for ours, theirs in zip(whole[key], written[key], strict=True):
            assert theirs.keys() <= ours.keys()
    assert whole["article"]["text"] == report.article.text


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "is not JSON: "),
        ("[]", 'is no report; one has "schema": "belie/report/1"'),
        ('{"schema": "belie/report/1", "article": {}}', "has no text of its article; take what "),
        (
            '{"schema": "belie/report/1", "article": {"text": "a"}, "against": []}',
            "is no report that Report.to_json gives: ",
        ),
    ],
)
def test_what_is_no_report_is_refused(text: str, problem: str) -> None:
    with pytest.raises(ReportError) as refused:
        Report.from_json(text)
    assert str(refused.value).startswith(problem)
