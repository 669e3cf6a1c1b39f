"""How far a long run has come, on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from .files import TooLargeError, lines
from .sources import STANDARD_INPUT, files_in, is_report
from .statements.tables import TABLES

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["number_of_articles", "show_progress"]

Each = TypeVar("Each")

_SEVERAL = (".json", *TABLES)
"""Files of which only reading them through would tell how many articles they hold."""


def number_of_articles(names: Iterable[str]) -> int | None:
    """How many articles are in files and folders; ``None`` where that is not known beforehand."""
    total = 0
    for name in names:
        if name == STANDARD_INPUT:
            return None
        place = Path(name)
        for path in files_in(place) if place.is_dir() else (place,):
            if place.is_dir() and is_report(path):
                continue
            if path.suffix.lower() in _SEVERAL:
                return None
            total += _lines_in(path) if path.suffix.lower() == ".jsonl" else 1
    return total


def _lines_in(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(1 for line in lines(file) if line.strip())
    except (OSError, TooLargeError):
        return 0


def show_progress(
    articles: Iterable[Each],
    total: int | None = None,
    done: int = 0,
    console: Console | None = None,
) -> Iterator[Each]:
    """Passes ``articles``, or what is made of each, on with a bar, which is gone at the end.

    Args:
        articles: as they come.
        total: how many there will be, if that is known; then the time left is shown, too.
        done: how many of them an earlier run has done, and are not among ``articles``.
        console: where to; standard error, if nothing is said.
    """
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Articles a second."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:,.1f} a second" if speed else "")

    left = [] if total is None else [TimeRemainingColumn(), TextColumn("left")]
    columns = (
        *(MofNCompleteColumn(separator=" of "), TextColumn("articles"), BarColumn()),
        *(Rate(), TimeElapsedColumn(), *left),
    )
    shown = console or Console(stderr=True)
    with Progress(*columns, console=shown, transient=True) as progress:
        yield from progress.track(articles, total=total, completed=done)
