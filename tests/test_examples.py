"""The hook and the workflow that a repository of copy can take over, run as their hosts do."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

TOP = Path(__file__).parent.parent
WRONG = "The ferry inquiry opens on Friday, 9 May 2024, in Lisbon.\n"
RIGHT = "The ferry inquiry opens on Thursday, 9 May 2024, in Lisbon.\n"
SUFFIXES = {"markdown": (".md",), "plain-text": (".txt",)}


def loaded(path: str) -> Any:
    return yaml.safe_load((TOP / path).read_text(encoding="utf-8"))


def git(repository: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments],  # noqa: S607 - whichever there is
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def belie(command: str, repository: Path, *files: str) -> subprocess.CompletedProcess[str]:
    """``command`` as it is written, with the ``belie`` that is tested."""
    name, *arguments = shlex.split(command)
    assert name == "belie"
    return subprocess.run(
        [sys.executable, "-m", "belie", *arguments, *files],
        cwd=repository,
        env={**os.environ, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "stories").mkdir()
    return tmp_path


def hooked(repository: Path) -> subprocess.CompletedProcess[str]:
    """What the hook says of the files that are staged, of which it takes those of its types."""
    (hook,) = loaded(".pre-commit-hooks.yaml")
    suffixes = tuple(suffix for type_ in hook["types_or"] for suffix in SUFFIXES[type_])
    staged = git(repository, "diff", "--cached", "--name-only", "--diff-filter=ACMR")
    files = [name for name in staged.splitlines() if name.endswith(suffixes)]
    return belie(hook["entry"], repository, *files)


def test_the_hook_stops_a_commit_of_what_cannot_be(repository: Path) -> None:
    (repository / "stories/ferry.md").write_text(WRONG)
    (repository / "stories/map.svg").write_text("<svg/>")
    git(repository, "add", ".")
    done = hooked(repository)
    assert done.returncode == 1
    assert done.stdout.startswith("stories/ferry.md:1  contradiction  calendar/weekday\n")
    assert done.stderr == ""


def test_the_hook_says_nothing_of_other_copy(repository: Path) -> None:
    (repository / "stories/ferry.md").write_text(RIGHT)
    (repository / "rain.txt").write_text("It rained.\n")
    git(repository, "add", ".")
    done = hooked(repository)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_hook_is_installed_as_a_package_of_python() -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    assert (hook["id"], hook["language"]) == ("belie", "python")


def test_the_workflow_uploads_what_the_check_writes(repository: Path) -> None:
    *_, check, upload = loaded("examples/fact-check.yaml")["jobs"]["belie"]["steps"]
    (repository / "stories/ferry.md").write_text(f"Rain fell.\n\n{WRONG}")
    done = belie(check["run"], repository)
    assert (done.returncode, done.stderr) == (0, "")
    log = json.loads((repository / upload["with"]["sarif_file"]).read_text(encoding="utf-8"))
    ((result,),) = [run["results"] for run in log["runs"]]
    assert result["ruleId"] == "calendar/weekday"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "stories/ferry.md"},
                "region": {"startLine": 3, "startColumn": 28, "endLine": 3, "endColumn": 46},
            }
        }
    ]
    assert result["partialFingerprints"].keys() == {"belie/v1"}


def test_the_workflow_fails_where_copy_could_not_be_checked(repository: Path) -> None:
    *_, check, _ = loaded("examples/fact-check.yaml")["jobs"]["belie"]["steps"]
    (repository / "stories/empty.md").write_text("")
    assert belie(check["run"], repository).returncode == 2
