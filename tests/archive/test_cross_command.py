"""``belie cross``: articles held against those before them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from belie.cli import app
from typer.testing import CliRunner, Result

ARTICLES = (
    {
        "id": "w3", "published": "2022-12-02",
        "text": "Russian forces control Kherson. A fire in Porto killed 9 people on Thursday, "
        "officials said, and the fire in Porto killed 12 people.",
    },
    {
        "id": "w1", "published": "2022-11-12",
        "text": "Rain fell.\n\nUkrainian troops retook Kherson on Friday.",
    },
    {"id": "w2", "published": "2022-11-20", "text": "Snow lay in the streets of Kherson."},
)  # fmt: skip
FINDING = (
    "w3:1  discrepancy  control/changed-hands\n"
    "Ukraine took Kherson; when did Russia come to hold it?\n\n"
    "  w1:3     «Ukrainian troops retook Kherson» on Friday.\n"
    "  because  it was taken on 11 November 2022, and is said to be held by Russia on\n"
    "           2 December 2022\n"
    "  line 1   «Russian forces control Kherson».\n\n"
    "1 discrepancy in 3 articles (8 facts)\n"
)


def belie(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


def lines(*articles: dict[str, str]) -> str:
    return "".join(json.dumps(each) + "\n" for each in articles)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    Path("news", "a.jsonl").write_text(lines(*ARTICLES[:2]))
    Path("news", "b.jsonl").write_text(lines(*ARTICLES[2:]))


def test_articles_are_held_against_those_before_them_and_not_against_themselves() -> None:
    result = belie("cross", "news")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == FINDING


def test_two_processes_find_the_same() -> None:
    result = belie("cross", "news", "--jobs", "2", "--fail-on", "discrepancy")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout == FINDING


def test_an_archive_is_crossed_with_how_each_article_came_into_it() -> None:
    assert belie("archive", "add", "desk.belie", "news", "--by", "anna").exit_code == 0
    result = belie("cross", "desk.belie", "--format", "jsonl", "--findings")
    assert result.exit_code == 0
    *_, last = map(json.loads, result.stdout.splitlines())
    assert [each["rule"] for each in last["findings"]] == ["control/changed-hands"]
    assert [each["id"] for each in last["archived"]] == ["w1"]
    assert last["archived"][0]["added_by"] == "anna"


def test_each_two_articles_are_told_of_once() -> None:
    tolls = [
        {
            "id": name,
            "published": f"2024-03-0{day}",
            "text": f"A blast in Leeds on 4 March 2024 killed {killed} people.",
        }
        for name, day, killed in (("a", 5, 46), ("b", 6, 31), ("c", 5, 31))
    ]
    Path("tolls.jsonl").write_text(lines(*tolls))
    result = belie("cross", "tolls.jsonl", "--format", "jsonl", "--findings")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    told = [
        (report["article"]["id"], sorted(fact["article"] for fact in report["facts"]))
        for report in found
        for _ in report["findings"]
    ]
    assert told == [("c", ["a", "c"]), ("b", ["a", "b"])]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["desk.belie", "news"], "desk.belie: is an archive, which is crossed by itself; to cross"),
        (["none.jsonl"], "none.jsonl: cannot be read: No such file or directory"),
        (["news", "--findings"], "--findings is about JSON; add --format json or"),
        (["news", "--select", "contol"], "there is no rule 'contol/*'; did you mean 'control/*'?"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: list[str], said: str) -> None:
    belie("archive", "add", "desk.belie", "news", "--by", "anna")
    result = belie("cross", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
