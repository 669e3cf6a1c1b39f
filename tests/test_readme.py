"""What the README shows is what belie prints."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import belie
import pytest

TOP = Path(__file__).parent.parent
README = (TOP / "README.md").read_text(encoding="utf-8")


def test_the_output_shown_is_what_the_command_prints():
    command, shown = re.search(
        r"```console\n\$ (belie check examples.*?)\n(.*?)```", README, re.DOTALL
    ).groups()
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=TOP,
        env={**os.environ, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == shown
    assert done.returncode == 1


@pytest.mark.parametrize(
    "code",
    [
        code
        for code in re.findall(r"```python\n(.*?)```", README, re.DOTALL)
        if "cluster" not in code
    ],
)
def test_the_library_as_shown_runs(code):
    text = "The blast killed nine people."
    names = {"belie": belie, "text": text, "wire_copy": text, "articles": [text]}
    exec(code, names)  # noqa: S102 - our own README
