"""What editors dismissed of what earlier runs found, by rule."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from belie.cli import app
from typer.testing import CliRunner, Result

WEEKDAY = "The ferry inquiry opens on Friday, 9 May 2024, in Lisbon.\n"
TOLLS = "A fire in Porto killed nine people. The fire in Porto killed 12 people.\n"
ASKED = ("--select", "calendar/weekday,casualty/told-twice", "--format", "jsonl", "--output")


def belie(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    Path("news/a.txt").write_text(WEEKDAY)
    Path("news/b.txt").write_text(WEEKDAY.replace("Friday", "Monday") + TOLLS)
    entries = [{"text": WEEKDAY.replace("Friday", "Sunday"), "id": f"{n}"} for n in (1, 2)]
    Path("wire.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in entries))
    belie("check", "news", "wire.jsonl", *ASKED, "first.jsonl")


def dismiss(text: str, *how: str) -> str:
    """Dismisses the finding in the first article with that text."""
    for line in Path("first.jsonl").read_text().splitlines():
        for finding in json.loads(line)["findings"]:
            if text in finding["message"]:
                assert belie("dismiss", finding["fingerprint"], "--why", "x", *how).exit_code == 0
                return str(finding["fingerprint"])
    raise AssertionError(text)


def table(*reports: str) -> list[list[str]]:
    result = belie("rules", "--precision", *reports)
    assert (result.exit_code, result.stderr) == (0, "")
    return [line.split() for line in result.stdout.splitlines()]


def test_what_was_shown_stands_until_it_is_dismissed() -> None:
    assert table("first.jsonl") == [
        ["rule", "shown", "dismissed", "stood"],
        ["calendar/weekday", "4", "0", "100%"],
        ["casualty/told-twice", "1", "0", "100%"],
        ["all", "5", "0", "100%"],
    ]
    dismiss("Friday", "--copy", "news/a.txt")
    dismiss("killed", "--copy", "news/b.txt", "--until", "2999-12-31")
    file = Path("news/.belie-dismissed.toml")
    file.write_text(file.read_text().replace("2999-12-31", "2020-01-01"))
    assert table("first.jsonl")[1:] == [
        ["casualty/told-twice", "1", "1", "0%"],
        ["calendar/weekday", "4", "1", "75%"],
        ["all", "5", "2", "60%"],
    ]


def test_a_dismissal_counts_for_the_copy_that_it_is_about_alone() -> None:
    dismiss("Friday", "--copy", "news/b.txt")
    assert table("first.jsonl")[1] == ["calendar/weekday", "4", "0", "100%"]


def test_where_the_file_of_an_article_is_not_known_the_fingerprint_decides() -> None:
    dismiss("Sunday", "--copy", "wire.jsonl")
    assert table("first.jsonl")[1] == ["calendar/weekday", "4", "2", "50%"]


def test_what_several_reports_show_counts_once_and_what_none_shows_is_said() -> None:
    dismiss("Friday")
    belie("check", "news", *ASKED, "second.jsonl")
    assert table("second.jsonl", "first.jsonl") == [
        ["rule", "shown", "dismissed", "stood"],
        ["calendar/weekday", "4", "1", "75%"],
        ["casualty/told-twice", "1", "0", "100%"],
        ["all", "5", "1", "80%"],
    ]
    assert table("second.jsonl")[-1] == [
        "Not",
        "counted:",
        "1",
        "that",
        "these",
        "reports",
        "had",
        "left",
        "out",
        "already.",
    ]
    Path("news/b.txt").unlink()
    belie("check", "news", *ASKED, "third.jsonl")
    assert table("third.jsonl")[0] == ["These", "reports", "show", "no", "finding."]


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        (
            ["--precision"],
            "--precision and REPORT belong together; give it what earlier runs wrote",
        ),
        (
            ["first.jsonl"],
            "--precision and REPORT belong together; give it what earlier runs wrote",
        ),
        (["--precision", "none.json"], "none.json: cannot be read: No such file or directory"),
        (["--precision", "news/a.txt"], "news/a.txt:1: is no report of findings; give what belie"),
    ],
)
def test_what_is_no_report_says_so(asked: list[str], problem: str) -> None:
    result = belie("rules", *asked)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"belie: {problem}")
