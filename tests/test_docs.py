"""What the guides show is what belie does."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from belie import facts_from
from belie.statements.statement import statement_from
from belie.statements.tables import read_rows

TOP = Path(__file__).parent.parent
GUIDES = {path.name: path.read_text(encoding="utf-8") for path in (TOP / "docs").glob("*.md")}


def blocks(language):
    return [
        pytest.param(block, id=f"{name}-{number}")
        for name, text in GUIDES.items()
        for number, block in enumerate(re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL))
    ]


def run(command, folder):
    """What a command prints and complains of in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=folder,
        env={**os.environ, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout, done.stderr


@pytest.mark.parametrize(
    "shown", [each for each in blocks("console") if "examples/" in each.values[0]]
)
def test_a_command_prints_what_is_shown(shown):
    command, _, printed = shown.removeprefix("$ ").partition("\n")
    assert run(command, TOP) == (printed, "")


@pytest.mark.parametrize("code", blocks("python"))
def test_python_as_shown_runs(code):
    exec(code, {"__name__": "shown"})  # noqa: S102 - our own guides


def test_each_row_shown_makes_a_fact(tmp_path):
    for number, block in enumerate(blocks("csv")):
        table = tmp_path / f"{number}.csv"
        table.write_text(block.values[0], encoding="utf-8")
        rows = list(read_rows(table))
        cells = ({"published": "2024-06-14", **row.cells} for row in rows)
        made = facts_from(statement_from(row) for row in cells)
        assert len(made) == len(block.values[0].splitlines()) - 1


def test_a_house_as_shown_is_the_one_among_the_examples_and_its_commands_print_that(tmp_path):
    guide, house = GUIDES["house-rules.md"], tmp_path / "house"
    shutil.copytree(TOP / "examples" / "house", house)
    files = [path.read_text(encoding="utf-8") for path in house.rglob("*.*") if path.is_file()]
    shown = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    settings, *others = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    assert [block in files for block in (settings, *shown)] == [True] * 3
    assert [list(tomllib.loads(block)) for block in others] == [["project"]] * 2
    for block in re.findall(r"```console\n(.*?)```", guide, re.DOTALL):
        for command, printed in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            assert run(command, house) == (printed, "")
