"""What installed packages add: here two folders on Python's path, as pip would leave them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

KIND = """\
kind: match
title: Who beat whom
fields: {winner: actor, loser: actor}
phrases:
  - say: "{winner} ~beat {loser}"
    tests:
      - "Italy beat Norway.": {winner: Italy, loser: Norway}
      - none: "The drum beat softly."
"""
RULE = """\
rule: sport/both-won
title: Each of two is said to have beaten the other
severity: contradiction
status: stable
why: One match has one winner.
when: {first: match, second: match}
where:
  - same(first.winner, second.loser)
  - same(first.loser, second.winner)
say: "{first.winner} or {second.winner}?"
tests:
  - flags: "Italy beat Norway. Norway beat Italy."
  - quiet: "Italy beat Norway. Norway beat Peru."
"""
READER = """\
def read(raw):
    if raw == b"broken":
        raise ValueError("it breaks off")
    return None if raw == b"none" else raw.decode("utf-8").replace("\\\\par", "")
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder of installed packages."""
    for path, text in {
        "belie_sport/kinds/match.yaml": KIND,
        "belie_sport/rules/sport/both-won.yaml": RULE,
        "belie_sport/__init__.py": "raise SystemExit('a pack is not imported')\n",
        "rich_text.py": READER,
        "belie_sport-1.0.dist-info/METADATA": "Name: belie-sport\nVersion: 1.0\n",
        "belie_sport-1.0.dist-info/entry_points.txt": "[belie.packs]\nsport = belie_sport\n",
        "rich_text-1.0.dist-info/METADATA": "Name: rich-text\nVersion: 1.0\n",
        "rich_text-1.0.dist-info/entry_points.txt": "[belie.readers]\nrtf = rich_text:read\n",
    }.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text)
    (tmp_path / "a.rtf").write_text("Italy beat Norway.\\par Norway beat Italy.")
    return tmp_path / "site"


def belie(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "belie", *arguments],
        cwd=site.parent,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_pack_and_a_reader_are_there_once_they_are_installed(site: Path) -> None:
    done = belie(site, "check", "a.rtf")
    assert done.stdout.startswith("a.rtf:1  contradiction  sport/both-won\nItaly or Norway?\n")
    assert (done.stderr, done.returncode) == ("", 1)
    done = belie(site, "config")
    assert "rules       pack 'sport' (1 in use), belie's own\n" in done.stdout


def test_a_folder_is_searched_for_what_a_package_reads(site: Path) -> None:
    copy = site.parent / "copy"
    copy.mkdir()
    (site.parent / "a.rtf").rename(copy / "a.rtf")
    (copy / "b.rtf").write_text("broken")
    (copy / "c.rtf").write_text("none")
    done = belie(site, "extract", "copy")
    unread = "cannot be read by rich_text:read"
    assert done.stderr.splitlines() == [
        f"belie: copy/b.rtf: {unread}: ValueError: it breaks off",
        f"belie: copy/c.rtf: {unread}: it gives no text and no belie.Article",
    ]
    assert done.stdout.splitlines()[-1].endswith(" in 1 article (2 sentences); 2 failed")
    assert done.returncode == 2


def test_a_pack_that_is_not_there_is_said_and_the_rest_is_applied(site: Path) -> None:
    (site / "belie_sport").rename(site / "elsewhere")
    done = belie(site, "kinds")
    assert done.stderr == (
        "belie: the pack 'sport' is not used: belie_sport is no package with a folder 'rules' or "
        "'kinds'; reinstall or remove it\n"
    )
    assert "casualty" in done.stdout
    assert done.returncode == 2
