"""Findings that were dismissed, or that an earlier report has, are left out and counted."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from belie.cli import app
from belie.dismissals import FILE, add_dismissal, read_dismissals
from belie.knowledge import KnowledgeError
from typer.testing import CliRunner, Result

WRONG = "The ferry inquiry opens on Friday, 9 May 2024, in Lisbon.\n"
TOO = "Works on the bridge begin on Monday, 10 May 2024, in Porto.\n"
WANTED = "which has 8 to 16 digits of 0-9 and a-f; --format json gives that of each finding"
SEVERAL = ("--select", "calendar", "--format", "jsonl")


def belie(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=stdin)


def check(*arguments: str, stdin: str | None = None) -> Result:
    """Checks with all rules, as stale dismissals are told only then; the text report's end."""
    return belie("check", *arguments, stdin=stdin)


NAME = "name the last day on which it is to hold, or none"


def last_lines(result: Result) -> list[str]:
    lines = result.stdout.splitlines()
    return [line.partition(" (")[0] for line in lines if " in 1 article" in line or "left" in line]


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    Path("news/a.txt").write_text(WRONG)
    return tmp_path


@pytest.fixture
def fingerprint() -> str:
    report = json.loads(belie("check", "news/a.txt", *SEVERAL).stdout)
    (finding,) = report["findings"]
    return str(finding["fingerprint"])


def test_a_dismissed_finding_is_left_out_and_counted(fingerprint: str) -> None:
    result = belie("dismiss", fingerprint, "--why", 'a "leap" day', "--copy", "news/a.txt")
    assert (result.stdout, result.exit_code) == ("dismissed in news/.belie-dismissed.toml\n", 0)
    result = check("news/a.txt")
    assert last_lines(result) == [
        "Nothing flagged in 1 article", "1 finding left out as dismissed.",
    ]  # fmt: skip
    assert (result.stderr, result.exit_code) == ("", 0)
    report = json.loads(belie("check", "news/a.txt", *SEVERAL).stdout)
    assert (report["findings"], report["dismissed"]) == ([], [fingerprint])
    assert report["counts"]["dismissed"] == 1


def test_it_is_about_the_copy_that_was_named_and_no_other(fingerprint: str) -> None:
    belie("dismiss", fingerprint[:8], "--why", "checked", "--copy", "news/a.txt")
    Path("news/b.txt").write_text(WRONG)
    assert last_lines(check("news/b.txt")) == ["1 contradiction in 1 article"]
    assert check("news").stdout.startswith("news/b.txt:1  contradiction  calendar/weekday\n")


def test_without_a_file_it_is_about_all_copy_that_is_checked_from_there(fingerprint: str) -> None:
    belie("dismiss", fingerprint, "--why", "checked")
    assert Path(".belie-dismissed.toml").exists()
    for arguments in (("news/a.txt",), ("news/a.txt", "--jobs", "2")):
        assert check(*arguments).exit_code == 0
    assert check("-", stdin=WRONG).exit_code == 0


def test_an_edit_of_the_words_brings_it_back_and_the_dismissal_is_stale(fingerprint: str) -> None:
    belie("dismiss", fingerprint, "--why", "checked", "--copy", "news/a.txt")
    Path("news/a.txt").write_text(f"Rain fell on Lisbon.\n\n{WRONG}")
    assert check("news").exit_code == 0
    Path("news/a.txt").write_text(WRONG.replace("Friday", "Sunday"))
    result = check("news")
    assert result.exit_code == 1
    stale = f"the dismissal of {fingerprint} matches nothing in a.txt any more; take it out"
    assert result.stderr == f"belie: news/.belie-dismissed.toml:3: {stale}\n"
    assert check("news", "--select", "calendar").stderr == ""
    Path("news/b.txt").write_text(TOO)
    assert check("news/b.txt").stderr == ""


def test_none_is_called_stale_while_a_file_of_the_house_cannot_be_used(fingerprint: str) -> None:
    belie("dismiss", fingerprint, "--why", "checked", "--copy", "news/a.txt")
    Path("belie.toml").write_text('rules = ["rules"]\n')
    Path("rules").mkdir()
    Path("rules/odd.yaml").write_text("rule: odd\n")
    Path("news/a.txt").write_text(WRONG.replace("Friday", "Sunday"))
    assert "the dismissal of" not in check("news").stderr


def test_one_that_names_no_copy_is_stale_once_all_copy_beside_it_was_seen(fingerprint: str) -> None:
    belie("dismiss", fingerprint, "--why", "checked")
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(TOO)
    assert check("a.txt").stderr == ""
    stale = f"the dismissal of {fingerprint} matches nothing in the copy beside it any more"
    assert check("a.txt", "b.txt").stderr == (
        f"belie: .belie-dismissed.toml:3: {stale}; take it out\n"
    )


def test_a_file_of_dismissals_is_read_once_however_its_copy_is_named(
    desk: Path, fingerprint: str
) -> None:
    add_dismissal(fingerprint, "checked", date(2020, 2, 29), Path("news/a.txt"))
    result = check("news/a.txt", str(desk / "news" / "a.txt"), "news")
    assert result.stderr.count("\n") == 1


def test_it_ends_on_its_day(fingerprint: str) -> None:
    add_dismissal(fingerprint, "checked", date(2020, 2, 29), None)
    result = check("news/a.txt")
    assert last_lines(result) == ["1 contradiction in 1 article"]
    ended = f"the dismissal of {fingerprint} ended on 2020-02-29; mend the copy, or set another day"
    assert result.stderr == f"belie: .belie-dismissed.toml:3: {ended}\n"
    file = Path(".belie-dismissed.toml")
    file.write_text(file.read_text().replace("2020-02-29", "2999-12-31"))
    assert check("news/a.txt").exit_code == 0


def test_entries_are_added_and_read_back() -> None:
    add_dismissal("0123456789ABCDEF", "two\nlines \x7f", date(2030, 1, 2), Path("news/a.txt"))
    path = add_dismissal("01234567", "why not", None, Path("news/a.txt"))
    one, other = read_dismissals(path)
    assert (one.fingerprint, one.why, one.until, one.copy, one.line) == (
        "0123456789abcdef", "two\nlines \x7f", date(2030, 1, 2), "a.txt", 3,
    )  # fmt: skip
    assert (other.fingerprint, other.until, other.line) == ("01234567", None, 9)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("0123456", "--why", "x"), f"'0123456' is no fingerprint, {WANTED}"),
        (("01234567", "--why", " "), "--why is empty; say why the finding is not to be told"),
        (("01234567", "--why", "x", "--copy", "b.txt"), "--copy: there is no file 'b.txt'"),
        (
            ("01234567", "--why", "x", "--until", "2020-01-01"),
            f"--until: 2020-01-01 is past; {NAME}",
        ),
        (("89abcdef", "--why", "x"), f"{FILE}:3: 89abcdef is dismissed already; edit it there"),
    ],
)
def test_what_cannot_be_dismissed_is_said(arguments: tuple[str, ...], problem: str) -> None:
    belie("dismiss", "89abcdef", "--why", "checked")
    before = Path(".belie-dismissed.toml").read_text()
    result = belie("dismiss", *arguments)
    assert (result.stderr, result.exit_code) == (f"belie: {problem}\n", 2)
    assert Path(".belie-dismissed.toml").read_text() == before


def test_a_file_of_dismissals_that_is_wrong_is_an_error() -> None:
    Path("news/.belie-dismissed.toml").write_text('[[dismissed]]\nfingerprint = "89abcdef"\n')
    problem = "news/.belie-dismissed.toml:1:1: the key 'why' is missing"
    with pytest.raises(KnowledgeError, match="the key 'why' is missing"):
        read_dismissals(Path("news/.belie-dismissed.toml"))
    result = check("news/a.txt")
    assert result.stderr == f"belie: news/a.txt: was not checked: {problem}\n"
    assert result.exit_code == 2


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_baseline_leaves_only_what_is_new(form: str) -> None:
    belie("check", "news", "--format", form, "--output", "base")
    result = check("news", "--baseline", "base")
    assert last_lines(result) == [
        "Nothing flagged in 1 article", "1 finding left out as in the baseline.",
    ]  # fmt: skip
    assert result.exit_code == 0
    Path("news/a.txt").write_text(WRONG + TOO)
    result = check("news/../news/a.txt", "--baseline", "base")
    assert result.stdout.startswith("news/../news/a.txt:2  contradiction  calendar/weekday\n")
    assert result.exit_code == 1
    Path("b.txt").write_text(WRONG)
    assert check("b.txt", "--baseline", "base").exit_code == 1


def test_what_was_left_out_of_a_baseline_is_known_by_it_too(fingerprint: str) -> None:
    belie("check", "news", "--format", "json", "--output", "base")
    belie("check", "news", "--format", "json", "--baseline", "base", "--output", "again")
    assert check("news", "--baseline", "again").exit_code == 0
    belie("dismiss", fingerprint, "--why", "checked")
    assert last_lines(check("news", "--baseline", "base"))[1] == "1 finding left out as dismissed."


@pytest.mark.parametrize(
    ("text", "where"),
    [("{}", ""), ("[1]", ""), ('{"schema": "belie/report/1"}\nno', ":2")],
)
def test_what_is_no_report_is_no_baseline(text: str, where: str) -> None:
    Path("base").write_text(text)
    wanted = "is no report of findings; give what belie check --format json (or jsonl) wrote"
    result = check("news", "--baseline", "base")
    assert (result.stderr, result.exit_code) == (f"belie: --baseline: base{where}: {wanted}\n", 2)
    assert check("news", "--baseline", "none").stderr.startswith("belie: --baseline: none: cannot")
