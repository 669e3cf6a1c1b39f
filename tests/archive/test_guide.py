"""What docs/archive.md shows is what belie does."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from belie.cli import app
from typer.testing import CliRunner

TOP = Path(__file__).parents[2]
GUIDE = (TOP / "docs" / "archive.md").read_text(encoding="utf-8")
WHEN = re.compile(r"20\d\d-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?(?= from|\", \"findings|\"\}, \"findings)")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(TOP / "examples" / "desk", tmp_path_factory.mktemp("guide") / "d"))


def dated(text: str) -> str:
    """``text`` with whatever day something was added."""
    return WHEN.sub("THEN", text)


def test_the_commands_of_the_guide_print_what_is_shown(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    for block in re.findall(r"```console\n(.*?)```", GUIDE, re.DOTALL):
        for shown in block.removeprefix("$ ").split("\n$ "):
            command, _, printed = shown.rstrip("\n").partition("\n")
            result = CliRunner().invoke(app, shlex.split(command)[1:])
            assert result.stderr == "", command
            assert dated(result.stdout).rstrip("\n") == dated(printed), command


def test_the_python_of_the_guide_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (block,) = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
    exec(block, {"__name__": "shown"})  # noqa: S102 - our own guide
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "added",
        "2022-11-13 ['Did Ukraine capture Kherson, or did Russia still hold it?']",
        "2022-10-02 []",
    ]
    assert lines[-1] == "1 ['wire-3#f1']"
