"""What a program that uses belie can rely on."""

from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import belie
import pytest
from belie.knowledge import parse_yaml
from belie.statements.statement import statement_from

TOP = Path(__file__).parent.parent


@pytest.mark.parametrize("name", belie.__all__)
def test_all_that_is_named_is_there(name: str) -> None:
    assert getattr(belie, name) is not None
    assert name in dir(belie)


def test_the_version_is_that_of_the_package() -> None:
    assert belie.__version__ == importlib.metadata.version("belie")


@pytest.mark.parametrize(
    "name", [name for name in belie.__all__ if name.endswith("Error") and name != "BelieError"]
)
def test_every_error_is_of_one_tree(name: str) -> None:
    assert issubclass(getattr(belie, name), belie.BelieError)


def test_an_error_in_a_file_says_where() -> None:
    with pytest.raises(belie.BelieError) as refused:
        parse_yaml("a: 1\nb: ]", Path("rules/a.yaml"))
    assert (refused.value.file, refused.value.line, refused.value.column) == (
        Path("rules/a.yaml"),
        2,
        4,
    )


def test_an_error_in_a_table_says_where() -> None:
    with pytest.raises(belie.BelieError) as refused:
        statement_from({"value": 3}, "tolls.csv:3")
    assert (refused.value.file, refused.value.line, refused.value.column) == (
        Path("tolls.csv"),
        3,
        "kind",
    )


def test_an_error_that_stands_in_no_file_says_so() -> None:
    with pytest.raises(belie.UnknownRuleError) as refused:
        belie.Checker(rules=["casulty/*"])
    assert (refused.value.file, refused.value.line, refused.value.column) == (None, None, None)


def test_mypy_knows_the_types_of_what_is_public(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    (tmp_path / "belie").symlink_to(TOP / "engine")
    checked = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--config-file", TOP / "pyproject.toml"),
            *("--follow-imports", "silent", "--cache-dir", tmp_path / "cache"),
            TOP / "tests" / "typed_use.py",
        ],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": f"{tmp_path}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.stdout == "Success: no issues found in 1 source file\n"
