"""A fault of belie's own, put where one might be, costs no more than the part it is in."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from belie import Article, Checker
from belie.cli import app
from belie.containment import contained
from belie.knowledge import KnowledgeError
from belie.model import Issue, Span
from belie.reading import passages, reader, sentence
from typer.testing import CliRunner

TOLLS = "The flood in Quito killed 4 people on 6 March 2024. It killed 9 people in Quito that day."
WRONG = "The ferry inquiry opens on Friday, 9 May 2024, in Lisbon."
BAD = "Nobody read the 13 lines."
STORY = f"{WRONG}\n\n{BAD} {WRONG}"
FAULTS = [ValueError("year 0 is out of range"), RecursionError("too deep"), MemoryError()]


def failing(fault: BaseException) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise fault

    return fail


@pytest.fixture
def break_reading(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Has the sentence ``BAD`` raise when its numbers are looked for."""

    def break_it(fault: BaseException) -> None:
        find = sentence.find_numbers

        def find_numbers(text: str, glance: object) -> object:
            if text == BAD:
                raise fault
            return find(text, glance)

        monkeypatch.setattr(sentence, "find_numbers", find_numbers)
        monkeypatch.setattr(
            reader._Reader, "_mentioned", lambda _, sentence, __: [*sentence.numbers][:0]
        )

    return break_it


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_a_sentence_that_cannot_be_read_is_an_issue_and_the_others_are_read(
    break_reading: Callable[[BaseException], None], fault: Exception
) -> None:
    break_reading(fault)
    report = Checker(engine="plain").check(STORY)
    assert [finding.rule for finding in report.findings] == ["calendar/weekday"]
    start = STORY.index(BAD)
    assert report.facts[0].span.start < start < report.facts[-1].span.start
    (issue,) = report.errors
    assert (issue.part, issue.span) == ("text", Span(start, start + len(BAD)))
    said = f"{type(fault).__name__}: {fault}".removesuffix(": ")
    assert issue.message.startswith(
        f"this sentence was not read: a fault of belie's own, {said} (reading/sentence.py:"
    )


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_an_article_that_cannot_be_read_at_all_is_an_issue(fault: Exception) -> None:
    checker = Checker(engine="plain", read=failing(fault))
    for report in (checker.check(TOLLS), checker.extract(TOLLS)):
        assert (report.facts, report.findings) == ((), ())
        (issue,) = report.errors
        assert issue.message.startswith("the article was not read: a fault of belie's own, ")


def test_other_copy_that_cannot_be_read_is_named() -> None:
    def read(article: Article, kinds: object) -> object:
        if article.id == "wire":
            raise ValueError("odd")
        return reader.read_article(article, kinds)

    report = Checker(engine="plain", read=read).check(TOLLS, against=[Article("Copy.", id="wire")])
    assert len(report.findings) == 1
    (issue,) = report.errors
    assert issue.message.startswith("wire: the article was not read: a fault of belie's own, ")


def test_a_part_that_cannot_be_read_leaves_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    find = passages.find_blocks
    monkeypatch.setattr(
        passages, "find_blocks", lambda text: find(text) if text == WRONG else 1 // 0
    )
    report = Checker(engine="plain").check(Article(TOLLS, title=WRONG))
    assert [finding.rule for finding in report.findings] == ["calendar/weekday"]
    (issue,) = report.errors
    assert issue.part == "text"
    assert issue.message.startswith("the text was not read: a fault of belie's own, ZeroDivision")


def test_kinds_that_cannot_be_used_are_no_such_fault() -> None:
    problem = KnowledgeError(Path("kind.yaml"), 1, 1, "cannot be used")
    with pytest.raises(KnowledgeError):
        Checker(engine="plain", read=failing(problem)).check(TOLLS)


def test_a_finding_that_cannot_be_explained_leaves_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from belie import findings

    explain = findings.explain

    def explain_some(rule, match, facts):
        if rule.name == "calendar/weekday":
            raise ValueError("odd")
        return explain(rule, match, facts)

    monkeypatch.setattr(findings, "explain", explain_some)
    report = Checker(engine="plain").check(f"{TOLLS} {WRONG}")
    assert [finding.rule for finding in report.findings] == ["casualty/told-twice"]
    (issue,) = report.errors
    assert issue.message.startswith(
        "a finding of calendar/weekday was not explained: a fault of belie's own, ValueError: odd"
    )


def test_a_fact_that_cannot_be_compared_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from belie.rulebook import columns

    make = columns.columns
    monkeypatch.setattr(
        columns,
        "columns",
        lambda fact, kind: 1 // 0 if "9 people" in fact.text else make(fact, kind),
    )
    report = Checker(engine="plain").check(f"{TOLLS} {WRONG}")
    assert [finding.rule for finding in report.findings] == ["calendar/weekday"]
    assert report.errors[0].message.startswith("'It killed 9 people' was not compared: a fault of ")


def test_an_engine_at_fault_is_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    checker = Checker(engine="plain")
    monkeypatch.setattr(checker._engine, "match", failing(KeyError("dead")))
    report = checker.check(TOLLS)
    assert report.facts
    (issue,) = report.errors
    assert issue.message.startswith("no rule was applied: a fault of belie's own, KeyError: 'dead'")


def test_ctrl_c_is_never_contained() -> None:
    with pytest.raises(KeyboardInterrupt):
        Checker(engine="plain", read=failing(KeyboardInterrupt())).check(TOLLS)


def test_the_traceback_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    errors: list[Issue] = []
    with caplog.at_level(logging.DEBUG, "belie"), contained(errors, "nothing was done"):
        raise ValueError("odd")
    assert errors == [Issue("nothing was done: a fault of belie's own, ValueError: odd")]
    (record,) = caplog.records
    assert str(record.exc_info[1]) == "odd"


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_the_rest_of_a_batch_is_checked(
    break_reading: Callable[[BaseException], None], tmp_path: Path, form: str
) -> None:
    break_reading(ValueError("year 0 is out of range"))
    wire = tmp_path / "wire.jsonl"
    texts = {"a": WRONG, "b": BAD, "c": WRONG}
    wire.write_text("".join(f"{json.dumps({'id': k, 'text': v})}\n" for k, v in texts.items()))
    result = CliRunner().invoke(app, ["check", str(wire), "--format", form, "--engine", "plain"])
    assert result.exit_code == 2
    assert result.stderr.startswith("belie: b:1: this sentence was not read: a fault of belie's ")
    assert result.stderr.count("\n") == 1
    if form == "text":
        assert result.stdout.count("calendar/weekday") == 2
    elif form == "json":
        assert [len(each["errors"]) for each in json.loads(result.stdout)] == [0, 1, 0]
    else:
        lines = result.stdout.splitlines()
        assert [len(json.loads(line)["errors"]) for line in lines] == [0, 1, 0]


def test_a_report_that_cannot_be_written_leaves_the_others(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from belie.report import json as json_report

    line = json_report.json_line
    monkeypatch.setattr(
        json_report, "json_line", lambda each: line(each) if WRONG in each.article.text else 1 // 0
    )
    for name, text in {"a": WRONG, "b": BAD, "c": WRONG}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    result = CliRunner().invoke(app, ["check", str(tmp_path), "--format", "jsonl"])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"belie: {tmp_path}/b.txt: the report was not written: a fault")
    assert len(result.stdout.splitlines()) == 2


BROKEN = """
from belie.reading import passages
passages.find_blocks = None
from belie.cli import main
main()
"""


@pytest.mark.parametrize(("debug", "tracebacks"), [("", 0), ("1", 2)])
def test_the_command_shows_tracebacks_to_those_who_ask(
    tmp_path: Path, debug: str, tracebacks: int
) -> None:
    (tmp_path / "a.txt").write_text(WRONG)
    done = subprocess.run(
        [sys.executable, "-c", BROKEN, "extract", tmp_path / "a.txt"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "BELIE_DEBUG": debug},
    )
    assert done.returncode == 2
    assert done.stderr.count("Traceback") == tracebacks
    lines = [line for line in done.stderr.splitlines() if line.startswith("belie: ")]
    assert len(lines) == 2
    assert lines[1].startswith(
        f"belie: {tmp_path}/a.txt: the text was not read: a fault of belie's own, TypeError: "
    )
