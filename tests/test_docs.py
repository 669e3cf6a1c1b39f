"""What the guides show is what belie does."""

import os
import re
import shlex
import subprocess
import sys
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


@pytest.mark.parametrize(
    "shown", [each for each in blocks("console") if "examples/" in each.values[0]]
)
def test_a_command_prints_what_is_shown(shown):
    command, _, printed = shown.removeprefix("$ ").partition("\n")
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=TOP,
        env={**os.environ, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == (printed, "")


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
