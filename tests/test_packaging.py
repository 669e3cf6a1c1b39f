from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PROJECT = PYPROJECT["project"]
LOCK = (ROOT / "requirements.lock").read_text()
LOCKED = [
    Requirement(entry.partition(" \\")[0])
    for entry in LOCK.splitlines()
    if not entry.startswith((" ", "#"))
]
ASKED = [
    Requirement(asked)
    for several in (
        PROJECT["dependencies"],
        *PROJECT["optional-dependencies"].values(),
        *PYPROJECT["dependency-groups"].values(),
        PYPROJECT["build-system"]["requires"],
    )
    for asked in several
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What a wheel built from a copy of the checkout holds."""
    copy = tmp_path_factory.mktemp("copy")
    for name in ("engine", "facts", "rules"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    build = "import setuptools.build_meta as backend; print(backend.build_wheel('.'))"
    output = subprocess.run(
        [sys.executable, "-c", build], cwd=copy, capture_output=True, text=True, check=True
    )
    with ZipFile(copy / output.stdout.splitlines()[-1]) as archive:
        return set(archive.namelist())


def below(folder: str, *suffixes: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.suffix in suffixes and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_every_module(wheel: set[str]) -> None:
    modules = {name.replace("engine/", "belie/", 1) for name in below("engine", ".py")}
    assert modules <= wheel


def test_the_wheel_holds_all_that_belie_knows(wheel: set[str]) -> None:
    knowledge = below("facts", ".yaml", ".tsv") | below("rules", ".yaml")
    assert knowledge
    assert {f"belie/{name}" for name in knowledge} <= wheel


def test_the_wheel_holds_what_pages_are_made_of(wheel: set[str]) -> None:
    files = below("engine", ".jinja", ".css", ".js", ".html")
    templates = {name.replace("engine/", "belie/", 1) for name in files}
    assert templates
    assert templates <= wheel


def test_the_wheel_is_typed_and_licensed(wheel: set[str]) -> None:
    assert "belie/py.typed" in wheel
    assert any(name.endswith("LICENSE") for name in wheel)


def test_the_wheel_puts_nothing_beside_belie(wheel: set[str]) -> None:
    assert {name.split("/")[0] for name in wheel} == {
        "belie",
        f"belie-{PROJECT['version']}.dist-info",
    }


def test_the_installed_version_is_the_one_declared() -> None:
    assert version("belie") == PROJECT["version"]


def test_importing_belie_loads_nothing_heavy() -> None:
    code = (
        "import sys, belie; belie.Article; "
        "print(sorted({'yaml', 'pydantic', 'pint', 'dateparser', 'durable', 'typer', 'rich'}"
        " & set(sys.modules)))"
    )
    output = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert output.stdout == "[]\n"


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_what_is_asked_for_is_locked_within_its_bounds(asked: Requirement) -> None:
    name = canonicalize_name(asked.name)
    versions = [
        next(iter(locked.specifier)).version
        for locked in LOCKED
        if canonicalize_name(locked.name) == name
    ]
    assert versions, f"{asked.name} is not in requirements.lock: make lock"
    for version_ in versions:
        assert asked.specifier.contains(version_), f"the lock has {version_}: make lock"


def test_the_lock_pins_each_version_by_its_hashes_and_names_no_host() -> None:
    assert [str(one.specifier)[:2] for one in LOCKED] == ["=="] * len(LOCKED)
    entries = [entry for entry in LOCK.split("\n    # via")[:-1] if "==" in entry]
    assert len(entries) == len(LOCKED)
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in LOCK
