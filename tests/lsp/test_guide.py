"""What the guide to editors names is there and says what belie needs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent.parent
EDITORS = TOP / "examples" / "editors"
GUIDE = (TOP / "docs" / "editor.md").read_text(encoding="utf-8")


def test_what_it_links_to_is_there() -> None:
    linked = re.findall(r"\]\(\.\./([^)]+)\)", GUIDE)
    assert linked == [
        "examples/editors/neovim.lua", "examples/editors/helix.toml", "examples/editors/vscode",
    ]  # fmt: skip
    assert all((TOP / each).exists() for each in linked)


def test_the_example_opens_a_file_as_an_editor_does(tmp_path: Path) -> None:
    pytest.importorskip("pygls", reason="needs belie[lsp]")
    story = tmp_path / "fire.md"
    story.write_text(
        "---\ndate: 2024-03-06\n---\n# Fire in Porto\n\nA fire in Porto killed nine people on"
        " Monday.\n\nThe fire in Porto killed 12 people on Monday.\n"
    )
    done = subprocess.run(
        [sys.executable, EDITORS / "try.py", story], capture_output=True, text=True, check=True
    )
    assert done.stdout == (
        "6:17 casualty/told-twice: 9 people killed in Porto, or 12?"
        " – the event is the same; 9 is less than 12\n"
    )


def test_each_editor_starts_the_command_and_has_the_options() -> None:
    helix = tomllib.loads((EDITORS / "helix.toml").read_text())
    server = helix["language-server"]["belie"]
    assert [server["command"], *server["args"]] == ["belie", "lsp"]
    assert server["config"] == {"against": [], "published": ""}
    assert all(each["language-servers"] == ["belie"] for each in helix["language"])
    extension = json.loads((EDITORS / "vscode" / "package.json").read_text())
    options = extension["contributes"]["configuration"]["properties"]
    assert list(options) == ["belie.command", "belie.against", "belie.published"]
    assert 'args: ["lsp"]' in (EDITORS / "vscode" / extension["main"][2:]).read_text()
    assert 'cmd = { "belie", "lsp" }' in (EDITORS / "neovim.lua").read_text()
