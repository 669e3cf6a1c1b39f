"""What the guide shows of the service is what it answers."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from belie.cli import app

TOP = Path(__file__).parent.parent.parent
GUIDE = (TOP / "docs" / "service.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n\$ (curl [^\n]*)\n(.*?)```", GUIDE, re.DOTALL)
ADDRESS = "http://127.0.0.1:8765"

needs_curl = pytest.mark.skipif(not shutil.which("curl"), reason="asks with curl")


@needs_curl
@pytest.mark.parametrize(("command", "printed"), SHOWN)
def test_a_question_is_answered_as_shown(service: Any, command: str, printed: str) -> None:
    asked = command.replace(ADDRESS, service.url)
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=False)  # noqa: S607
    assert done.stdout.removesuffix("\n") == printed.removesuffix("\n")


def test_the_guide_names_every_option() -> None:
    command = typer.main.get_command(app).commands["serve"]
    options = {name for each in command.params for name in each.opts if name.startswith("--")}
    assert options - set(re.findall(r"--[a-z-]+", GUIDE)) == set()


@needs_curl
def test_the_example_sets_it_up_and_asks(tmp_path: Path) -> None:
    pytest.importorskip("starlette", reason="serves only with belie[serve]")
    belie = tmp_path / "belie"
    belie.write_text(f'#!/bin/sh\nexec {sys.executable} -m belie "$@"\n')
    belie.chmod(0o755)
    done = subprocess.run(
        [TOP / "examples" / "serve.sh", tmp_path],
        env={**os.environ, "BELIE": str(belie)},
        capture_output=True,
        text=True,
        check=True,
    )
    [finding] = json.loads(done.stdout)["findings"]
    assert finding["message"] == '"Friday, 9 May 2024" falls on a Thursday'
    assert done.stderr == ""
    assert (tmp_path / "log").read_text().splitlines()[-1] == (
        "belie: stopped; what was in hand is answered"
    )
