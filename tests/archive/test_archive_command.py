"""The commands add, list, show, remove and export."""

from __future__ import annotations

import getpass
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from belie.cli import app
from typer.testing import CliRunner, Result

BLAST = "A blast in Leeds on Monday killed nine people, the mayor said."
WIRE = [
    {"id": "w1", "title": "Blast in Leeds", "published": "2024-03-05", "text": BLAST},
    {"id": "w2", "published": "2022-11-12", "text": "Ukrainian troops retook Kherson on Friday."},
    {"id": "w3", "text": "A poll by Ipsos found that 47% of voters back the Greens."},
]
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC")


def belie(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["archive", *map(str, arguments)])


def said(result: Result) -> tuple[int, str, str]:
    return result.exit_code, MOMENT.sub("THEN", result.stdout), result.stderr


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("wire.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in WIRE))
    return tmp_path


@pytest.fixture
def desk(folder: Path) -> Path:
    assert belie("add", "desk.belie", "wire.jsonl", "--by", "anna").exit_code == 0
    return folder / "desk.belie"


def test_add_says_what_came_of_it(folder: Path) -> None:
    add = ("add", "desk.belie", "wire.jsonl", "--by", "anna")
    assert said(belie(*add)) == (0, "desk.belie: 3 articles added (6 facts)\n", "")
    again = "desk.belie: 0 articles added, 3 articles unchanged (0 facts)\n"
    assert said(belie(*add)) == (0, again, "")
    revised = {**WIRE[0], "text": BLAST.replace("nine", "ten")}
    (folder / "wire.jsonl").write_text(json.dumps(revised))
    assert said(belie(*add)) == (
        0,
        (
            "w1: replaces the version from wire.jsonl of THEN\n"
            "desk.belie: 0 articles added, 1 article replaced (3 facts)\n"
        ),
        "",
    )
    assert said(belie(*add, "--quiet")) == (0, "", "")


def test_add_takes_all_that_check_takes(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(BLAST)
    (folder / "in" / "b.md").write_text(f"---\ndate: 2024-03-05\n---\n# Blast\n\n{BLAST}\n")
    (folder / "in" / "c.csv").write_text("kind,measure,value,place\ncasualty,killed,9,Leeds\n")
    result = belie("add", "desk.belie", "in", "wire.jsonl", "--published", "2024-03-06")
    assert said(result) == (0, "desk.belie: 6 articles added (13 facts)\n", "")
    listed = belie("list", "desk.belie", "--format", "jsonl").stdout.splitlines()
    days = {row["id"]: row["published"] for row in map(json.loads, listed)}
    assert days == {
        "in/a.txt": "2024-03-06", "in/b.md": "2024-03-05", "in/c.csv": None,
        "w1": "2024-03-05", "w2": "2022-11-12", "w3": "2024-03-06",
    }  # fmt: skip


def test_several_processes_add_the_same(folder: Path) -> None:
    for name, jobs in (("one.belie", "1"), ("two.belie", "2")):
        belie("add", name, "wire.jsonl", "--jobs", jobs, "--by", "anna")
        belie("export", name, name.removesuffix(".belie"))
    for name in ("facts", "events"):
        one, two = (folder / each / f"{name}.parquet" for each in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_what_cannot_be_read_costs_itself_alone(folder: Path) -> None:
    (folder / "wire.jsonl").write_text(f"{json.dumps(WIRE[0])}\n{{}}\n{json.dumps(WIRE[1])}\n")
    assert said(belie("add", "desk.belie", "wire.jsonl", "missing.txt")) == (
        2,
        "desk.belie: 2 articles added (4 facts)\n",
        (
            "belie: wire.jsonl:2: has no 'text'; an article needs it\n"
            "belie: missing.txt: cannot be read: No such file or directory\n"
        ),
    )


def test_who_added_what_from_where_is_kept(desk: Path, folder: Path) -> None:
    (folder / "mine.txt").write_text("Rain fell.")
    belie("add", desk, "mine.txt")
    rows = [json.loads(x) for x in belie("list", desk, "--format", "jsonl").stdout.splitlines()]
    came = {row["id"]: (row["added_by"], row["file"], row["line"]) for row in rows}
    assert came == {
        "w1": ("anna", "wire.jsonl", 1),
        "w2": ("anna", "wire.jsonl", 2),
        "w3": ("anna", "wire.jsonl", 3),
        "mine.txt": (getpass.getuser(), "mine.txt", None),
    }


def listed(desk: Path, *options: str) -> list[str]:
    result = belie("list", desk, "--format", "jsonl", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    return [json.loads(line)["id"] for line in result.stdout.splitlines()]


def test_articles_are_listed_the_latest_first(desk: Path) -> None:
    assert re.sub(r"on \d{4}-\d\d-\d\d", "on THEN", belie("list", desk).stdout) == (
        "2024-03-05  w1  «Blast in Leeds»  3 facts, added by anna on THEN from wire.jsonl:1\n"
        "2022-11-12  w2  1 fact, added by anna on THEN from wire.jsonl:2\n"
        "undated  w3  2 facts, added by anna on THEN from wire.jsonl:3\n"
        "3 articles\n"
    )


@pytest.mark.parametrize(
    ("options", "articles", "facts"),
    [
        (("--from", "2023-01-01"), ["w1"], ["w1#f2", "w1#f3", "w1#f1"]),
        (("--to", "2022-11-12"), ["w2"], ["w2#f1"]),
        (("--to", "2022-11-11"), [], ["w2#f1"]),
        (("--kind", "casualty"), ["w1"], ["w1#f3"]),
        (("--place", "Ukraine"), ["w2"], ["w2#f1"]),
        (("--place", "kherson"), ["w2"], ["w2#f1"]),
        (("--place", "Leeds", "--kind", "control"), [], []),
        (("--source", "mayor"), ["w1"], ["w1#f2", "w1#f3"]),
        (("--file", "other.jsonl"), [], []),
    ],
)
def test_what_is_listed_is_picked(
    desk: Path, options: tuple[str, ...], articles: list[str], facts: list[str]
) -> None:
    assert listed(desk, *options) == articles
    assert sorted(listed(desk, "--facts", *options)) == sorted(facts)


def test_a_page_says_where_the_next_begins(desk: Path) -> None:
    assert belie("list", desk, "--limit", "2").stdout.splitlines()[-1] == (
        "1 to 2 of 3 articles; the next with --offset 2"
    )
    assert belie("list", desk, "--limit", "2", "--offset", "2").stdout.splitlines()[-1] == (
        "3 to 3 of 3 articles"
    )
    assert listed(desk, "--limit", "2") + listed(desk, "--limit", "2", "--offset", "2") == (
        listed(desk)
    )


def test_facts_are_listed_with_what_they_say(desk: Path) -> None:
    assert belie("list", desk, "--facts", "--kind", "casualty").stdout == (
        "2024-03-04  w1#f3  casualty  «killed nine people»  Leeds  says the mayor\n1 fact\n"
    )


def test_an_unknown_kind_is_said(desk: Path) -> None:
    refused = "belie: --kind: there is no kind 'casulty'; did you mean 'casualty'?\n"
    assert said(belie("list", desk, "--kind", "casulty")) == (2, "", refused)


def test_show_prints_the_facts_with_their_events(desk: Path) -> None:
    shown = belie("show", desk, "w1").stdout
    assert shown.startswith("w1 «Blast in Leeds»\n2024-03-05, added by anna on ")
    assert "w1:1  w1#f3  casualty\n  passage  «killed nine people»\n" in shown
    assert "  event    e1: Blast, Leeds, 2024-03-04\n" in shown
    assert shown.endswith("\n3 facts\n")
    report = json.loads(belie("show", desk, "w1", "--format", "json").stdout)
    assert [fact["id"] for fact in report["facts"]] == ["f1", "f2", "f3"]


def test_an_article_that_is_not_there_is_said(desk: Path) -> None:
    refused = f"belie: {desk}: there is no article 'w9'; belie archive list names them\n"
    assert said(belie("show", desk, "w9")) == (2, "", refused)
    assert said(belie("remove", desk, "w1", "w9")) == (2, "", refused)
    assert len(listed(desk)) == 3


def test_remove_takes_articles_or_all_of_a_file(desk: Path, folder: Path) -> None:
    (folder / "mine.txt").write_text("Rain fell.")
    belie("add", desk, "mine.txt")
    assert said(belie("remove", desk, "w1")) == (0, f"{desk}: 1 article removed (3 facts)\n", "")
    removed = f"{desk}: 2 articles removed (3 facts)\n"
    assert said(belie("remove", desk, "--file", "wire.jsonl")) == (0, removed, "")
    assert listed(desk) == ["mine.txt"]
    unknown = f"belie: {desk}: there is no article from 'wire.jsonl'\n"
    assert said(belie("remove", desk, "--file", "wire.jsonl")) == (2, "", unknown)
    nothing = "belie: nothing is named to remove; give the ids of articles, or --file FILE\n"
    assert said(belie("remove", desk)) == (2, "", nothing)


def test_export_and_add_give_the_same_archive(desk: Path) -> None:
    assert said(belie("export", desk, "out")) == (0, "out: 3 articles, 1 event, 6 facts\n", "")
    again = "again.belie: 3 articles added (6 facts)\n"
    assert said(belie("add", "again.belie", "out", "--by", "bert")) == (0, again, "")
    both = [belie("list", each, "--format", "jsonl").stdout for each in (desk, "again.belie")]
    assert both[0] == both[1]


def test_an_archive_that_cannot_be_used_ends_the_run(folder: Path) -> None:
    made = "make one with: belie archive add none.belie FILE"
    refused = f"belie: none.belie: there is no such archive; {made}\n"
    for command in (("list", "none.belie"), ("export", "none.belie", "out")):
        assert said(belie(*command)) == (2, "", refused)
    (folder / "text.belie").write_text("Rain fell.")
    other = "is no archive of belie; name a file that belie archive add made"
    result = belie("add", "text.belie", "wire.jsonl")
    assert said(result) == (2, "", f"belie: text.belie: {other}\n")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_an_add_that_is_stopped_keeps_whole_articles(folder: Path, stop: signal.Signals) -> None:
    os.mkfifo(folder / "many.jsonl")
    with subprocess.Popen(
        [sys.executable, "-m", "belie", "archive", "add", "desk.belie", "many.jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as adding:
        with Path("many.jsonl").open("w") as wire:
            for number in range(60):  # more than a pipe holds, so that most have been read by now
                line = {"id": f"a{number}", "text": f"{BLAST}{' ' * 4000}"}
                wire.write(f"{json.dumps(line)}\n")
                wire.flush()
            adding.send_signal(stop)
            adding.wait()
        assert adding.returncode == 128 + stop
    rows = belie("list", "desk.belie", "--format", "jsonl", "--limit", "99").stdout.splitlines()
    assert 20 < len(rows) <= 60
    assert {json.loads(row)["facts"] for row in rows} == {3}
