"""``belie check --against`` an archive."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from belie.archive.database import opened
from belie.cli import app
from typer.testing import CliRunner, Result

WIRE = {
    "id": "w9", "title": "Flag over Kherson", "published": "2022-11-12",
    "text": "Rain fell.\n\nUkrainian troops retook Kherson on Friday.",
}  # fmt: skip
DRAFT = "Russian forces control Kherson."


def belie(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("wire.jsonl").write_text(json.dumps(WIRE))
    Path("draft.md").write_text(DRAFT)
    add = ("archive", "add", "desk.belie", "wire.jsonl", "--by", "anna")
    assert belie(*add).exit_code == 0
    return tmp_path


CHECK = ("check", "draft.md", "--published", "2022-12-02")


def test_the_archived_passage_is_quoted_with_who_added_it(folder: Path) -> None:
    result = belie(*CHECK, "--against", folder.joinpath("desk.belie").name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.sub(r"20\d\d-\d\d-\d\d from", "THEN from", result.stdout) == (
        "draft.md:1  discrepancy  control/changed-hands\n"
        "Ukraine took Kherson; when did Russia come to hold it?\n\n"
        "  w9:3     «Ukrainian troops retook Kherson» on Friday.\n"
        "  archived «Flag over Kherson», published on 2022-11-12, added by anna on\n"
        "           THEN from wire.jsonl:1\n"
        "  because  it was taken on 11 November 2022, and is said to be held by Russia on\n"
        "           2 December 2022\n"
        "  line 1   «Russian forces control Kherson».\n\n"
        "1 discrepancy in 1 article (1 sentence, 1 fact)\n"
    )


@pytest.mark.usefixtures("folder")
def test_in_json_the_archived_article_is_told_with_how_it_came_there() -> None:
    report = json.loads(belie(*CHECK, "--against", "desk.belie", "--format", "json").stdout)
    (kept,) = report["archived"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", kept.pop("added"))
    assert kept == {
        "id": "w9", "title": "Flag over Kherson", "published": "2022-11-12",
        "archive": "desk.belie", "file": "wire.jsonl", "line": 1, "added_by": "anna",
    }  # fmt: skip
    assert [fact["id"] for fact in report["facts"]] == ["f1", "w9#f2"]
    quiet = belie("check", "draft.md", "--published", "2022-10-02", "--against", "desk.belie",
                  "--format", "json")  # fmt: skip
    assert "archived" not in json.loads(quiet.stdout)


def test_an_archive_is_told_by_its_content(folder: Path) -> None:
    shutil.copy(folder / "desk.belie", folder / "backup")
    (folder / "lure.belie").write_text("Nothing of the sort.")
    assert "control/changed-hands" in belie(*CHECK, "--against", "backup").stdout
    lure = belie(*CHECK, "--against", "lure.belie")
    assert lure.exit_code == 2
    assert lure.stderr.startswith("belie: lure.belie: ")
    assert lure.stdout.startswith("Nothing flagged")


def test_several_processes_ask_one_archive(folder: Path) -> None:
    for number in range(3):
        (folder / f"more-{number}.md").write_text(DRAFT)
    files = [folder / f"more-{number}.md" for number in range(3)]
    both = [
        belie("check", *files, "--published", "2022-12-02", "--against", "desk.belie",
              "--jobs", jobs, "--format", "jsonl").stdout
        for jobs in (1, 2)
    ]  # fmt: skip
    assert both[0] == both[1]
    assert both[0].count('"rule": "control/changed-hands"') == 3


def test_an_archive_stands_beside_other_copy(folder: Path) -> None:
    (folder / "other.txt").write_text("Ukrainian forces control Kherson.")
    report = json.loads(
        belie(
            *CHECK, "--against", "desk.belie", "--against", "other.txt", "--format", "json"
        ).stdout
    )
    rules = {finding["rule"] for finding in report["findings"]}
    assert rules == {"control/changed-hands"}
    assert report["counts"]["compared"] == 3


def test_an_archive_that_is_written_to_is_said_and_the_draft_still_checked(folder: Path) -> None:
    (folder / "draft.md").write_text(f"{DRAFT} Ukrainian forces hold Kherson.")
    with opened(folder / "desk.belie", write=True):
        result = belie(*CHECK, "--against", "desk.belie")
    assert result.exit_code == 2
    said = "is open in this process in another way; close that first"
    assert result.stderr == f"belie: desk.belie: {said}\n"
    assert "control/two-holders" in result.stdout


def test_why_takes_copy_and_no_archive(folder: Path) -> None:
    result = belie("why", "control/two-holders", "draft.md", "--against", folder / "desk.belie")
    said = "is an archive; why takes copy, such as an article of it written out"
    assert (result.exit_code, result.stderr) == (2, f"belie: {folder}/desk.belie: {said}\n")
