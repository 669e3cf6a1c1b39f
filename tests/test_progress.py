from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from belie.model import Article, Report
from belie.progress import number_of_articles, show_progress
from rich.console import Console


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with two texts, three lines of JSON, and what is no article."""
    (tmp_path / "deep").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("a.txt", "deep/b.md", ".hidden/c.txt", ".d.txt", "e.png"):
        (tmp_path / name).write_text("Rain fell.")
    (tmp_path / "wire.jsonl").write_text('{"text": "a"}\n\n{"text": "b"}\n{"text": "c"}\n')
    return tmp_path


def test_articles_are_counted_without_reading_them(desk: Path) -> None:
    assert number_of_articles([str(desk)]) == 5
    assert number_of_articles([str(desk / "wire.jsonl"), str(desk / "a.txt")]) == 4
    assert number_of_articles([str(desk / "missing.jsonl")]) == 0


@pytest.mark.parametrize("name", ["-", "articles.json", "tolls.csv"])
def test_where_only_reading_would_tell_their_number_is_not_known(desk: Path, name: str) -> None:
    assert number_of_articles([str(desk / "a.txt"), name]) is None


@pytest.mark.parametrize(("total", "shown"), [(2, ("0 of 2", "left")), (None, ("0 of ?",))])
def test_the_bar_shows_what_is_known(total: int | None, shown: tuple[str, ...]) -> None:
    terminal = StringIO()
    console = Console(file=terminal, force_terminal=True, width=100)
    given = [Report(Article("a"), ()), Report(Article("b"), ())]
    assert list(show_progress((each for each in given), total, console=console)) == given
    for words in ("articles", *shown):
        assert words in terminal.getvalue()
    assert ("left" in terminal.getvalue()) == (total is not None)
