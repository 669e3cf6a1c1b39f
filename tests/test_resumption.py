"""A run that was stopped goes on where it was, and loses and doubles nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from belie.cli.application import app
from typer.testing import CliRunner, Result

WRONG = "The ferry inquiry opens on Friday, 9 May 2024, in Lisbon."
RIGHT = "The ferry inquiry opens on Thursday, 9 May 2024, in Lisbon."


def belie(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "news"
    folder.mkdir()
    for number, text in enumerate((WRONG, RIGHT, WRONG, RIGHT)):
        (folder / f"{number}.txt").write_text(text)
    (folder / "2b.txt").write_bytes(b"")
    return folder


CHECK = (
    "check", "news", "--engine", "plain", "--format", "jsonl", "--output", "found.jsonl",
)  # fmt: skip


def whole_run() -> tuple[int, bytes]:
    result = belie(*CHECK)
    content = Path("found.jsonl").read_bytes()
    Path("found.jsonl").unlink()
    return result.exit_code, content


@pytest.mark.usefixtures("news")
def test_it_goes_on_from_every_place_at_which_a_file_can_be_torn() -> None:
    _, content = whole_run()
    beginning, found = Path("found.jsonl.partial"), Path("found.jsonl")
    for end in [*range(0, len(content), len(content) // 23 + 1), len(content)]:
        beginning.write_bytes(content[:end])
        result = belie(*CHECK, "--resume")
        assert result.exit_code == 2  # for the file that holds nothing
        assert found.read_bytes() == content
        assert not beginning.exists()


@pytest.mark.usefixtures("news")
def test_what_was_found_before_counts() -> None:
    Path("news/2b.txt").unlink()
    code, content = whole_run()
    first, *_ = content.splitlines(keepends=True)
    for number in ("1", "2", "3"):
        Path(f"news/{number}.txt").write_text(RIGHT)
    Path("found.jsonl.partial").write_bytes(first)
    result = belie(*CHECK, "--resume", "--statistics")
    assert (code, result.exit_code) == (1, 1)
    assert result.stderr == (
        "articles  4\n"
        "facts     4  calendar\n"
        "          4  event\n"
        "findings  1  calendar/weekday  contradiction\n"
    )


@pytest.mark.usefixtures("news")
def test_other_copy_is_refused() -> None:
    _, content = whole_run()
    Path("found.jsonl.partial").write_bytes(content)
    Path("news/0.txt").unlink()
    result = belie(*CHECK, "--resume")
    assert result.exit_code == 2
    assert result.stderr == (
        "belie: found.jsonl.partial:1: is about news/0.txt, and here news/1.txt is next; "
        "name the same copy, or delete the file\n"
    )
    Path("news/0.txt").write_text(WRONG)
    Path("news/3.txt").unlink()
    assert belie(*CHECK, "--resume").stderr.endswith(
        "found.jsonl.partial:4: is about news/3.txt, and here nothing more is to be checked; "
        "name the same copy, or delete the file\n"
    )


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("line", ["{}\n", "12\n", '{"schema": "belie/report/0"}\n', "torn\n"])
def test_what_is_no_report_is_refused(line: str) -> None:
    Path("found.jsonl.partial").write_text(line)
    result = belie(*CHECK, "--resume")
    assert result.exit_code == 2
    assert result.stderr == (
        "belie: found.jsonl.partial:1: is no report as --format jsonl writes them; "
        "delete the file to begin anew\n"
    )


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("form", [("--format", "json", "--output", "x"), ("--format", "jsonl")])
def test_it_needs_a_file_of_json_lines(form: tuple[str, ...]) -> None:
    result = belie("check", "news", "--resume", *form)
    assert (result.exit_code, result.stderr) == (
        2,
        "belie: --resume goes on with a file of JSON lines; add --format jsonl --output PATH\n",
    )


def test_killed_at_any_moment_it_comes_to_the_same(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    texts = [f"{RIGHT} No. {number}" if number % 3 else WRONG for number in range(200)]
    news.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))

    def start(found: Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "belie", "check", str(news), "--format", "jsonl"]
        return subprocess.Popen([*command, "--output", str(found), "--resume"])

    expected = tmp_path / "whole.jsonl"
    began = time.monotonic()
    assert start(expected).wait() == 1
    took = time.monotonic() - began
    found = tmp_path / "found.jsonl"
    for share in (0.9, 0.3, 0.6, 0.75, 0.5):
        run = start(found)
        time.sleep(took * share)
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
    run = start(found)
    assert run.wait() == 1
    assert found.read_bytes() == expected.read_bytes()
