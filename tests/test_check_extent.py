"""How much ``belie check`` writes: ``--findings``, ``--statistics``, ``--quiet``, a closed pipe."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from belie.cli import app
from typer.testing import CliRunner, Result

FIRE = "A fire killed nine people in Leeds on Monday. The fire killed 12 people in Leeds on Monday."
RAIN = "It rained for two days."


def belie(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    path = tmp_path / "wire.jsonl"
    path.write_text(
        "".join(
            f"{json.dumps({'id': name, 'text': text, 'published': '2024-03-06'})}\n"
            for name, text in (("fire", FIRE), ("rain", RAIN))
        )
    )
    return path


def test_findings_come_with_the_facts_that_they_name_alone(wire: Path) -> None:
    whole = belie("check", wire, "--format", "jsonl")
    alone = belie("check", wire, "--format", "jsonl", "--findings")
    assert (whole.exit_code, alone.exit_code) == (1, 1)
    fire, rain = map(json.loads, alone.stdout.splitlines())
    (finding,) = fire["findings"]
    assert [fact["id"] for fact in fire["facts"]] == list(finding["facts"].values())
    assert len(fire["facts"]) < len(json.loads(whole.stdout.splitlines()[0])["facts"])
    assert [event["id"] for event in fire["events"]] == [fire["facts"][0]["event"]["id"]]
    assert (rain["facts"], rain["findings"]) == ([], [])
    assert [(spot["line"], spot["column"]) for spot in finding["spans"]] == [(1, 8), (1, 56)]


def test_findings_alone_are_a_form_of_json(wire: Path) -> None:
    result = belie("check", wire, "--findings")
    assert result.exit_code == 2
    assert result.stderr == (
        "belie: --findings is about JSON; add --format json or --format jsonl\n"
    )


STATISTICS = """\
articles  2
facts     2  casualty
          2  event
findings  1  casualty/told-twice  contradiction
"""


def test_statistics_stand_beneath_the_findings(wire: Path) -> None:
    result = belie("check", wire, "--select", "casualty", "--statistics")
    assert "1 contradiction in 2 articles (3 sentences, 4 facts)\n" in result.stdout
    assert result.stdout.endswith(f"\n\n{STATISTICS}")
    assert result.stderr == ""


def test_statistics_are_kept_out_of_what_programs_read(wire: Path, tmp_path: Path) -> None:
    result = belie("check", wire, "--select", "casualty", "--statistics", "--format", "jsonl")
    assert [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()] == [
        "fire",
        "rain",
    ]
    assert result.stderr == STATISTICS
    result = belie(
        "check", wire, "--select", "casualty", "--statistics", "--output", tmp_path / "out.txt"
    )
    assert (result.stdout, result.stderr) == ("", STATISTICS)


def test_statistics_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "rain.txt"
    path.write_text(RAIN)
    assert belie("check", path, "--statistics").stdout.endswith(
        "\n\narticles  1\nfacts     0\nfindings  0\n"
    )


def test_quiet_leaves_the_findings(wire: Path, tmp_path: Path) -> None:
    loud, quiet = belie("check", wire).stdout, belie("check", wire, "--quiet")
    assert loud.startswith(quiet.stdout)
    assert quiet.stdout.endswith("«killed 12 people» in Leeds on Monday.\n\n")
    path = tmp_path / "rain.txt"
    path.write_text(RAIN)
    assert belie("check", path, "--quiet").stdout == ""
    assert "Note: " in belie("check", path).stdout


def test_a_wrong_format_is_answered_with_the_right_ones(wire: Path) -> None:
    result = belie("check", wire, "--format", "sarf")
    assert result.exit_code == 2
    forms = "'text', 'json', 'jsonl', 'sarif', 'github', 'html', 'annotation'"
    assert f"'sarf' is not one of {forms}" in result.stderr
    assert "Value error" not in result.stderr


def test_whoever_reads_no_further_gets_no_complaint(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(f"{json.dumps({'text': FIRE})}\n" * 2_000)
    run = subprocess.Popen(
        [sys.executable, "-m", "belie", "check", path, "--select", "casualty", "--engine", "plain"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert run.stdout is not None
    assert run.stderr is not None
    assert run.stdout.readline().endswith("contradiction  casualty/told-twice\n")
    run.stdout.close()
    assert run.stderr.read() == ""
    assert run.wait() == 141
