"""Articles from files, one at a time, and what kept a file from being one.

A ``.txt`` or ``.md`` file is one article and is all text. A ``.json`` file is one article or
a list of them, a ``.jsonl`` file has one on each line, in the form ``{"id", "title",
"published", "text", "against": [articles]}`` of which only ``text`` is required; other keys
are let be. Either may hold statements instead, as tables do (``.csv``, ``.tsv``, ``.parquet``,
``.xlsx``): these are gathered by article. Everything is UTF-8.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from .entries import (
    EntryError,
    Submission,
    Unreadable,
    decoded,
    parsed,
    read_entry,
    some_text,
)
from .model import Article, iso_day
from .statements.statement import StatementError
from .statements.tables import TABLES, Row, is_stated, read_rows, rows_of, rows_of_lines

if TYPE_CHECKING:
    pass

__all__ = [
    "LARGEST", "STANDARD_INPUT", "SUFFIXES", "read_articles", "read_line", "read_statements",
]  # fmt: skip

STANDARD_INPUT = "-"
"""The name that stands for standard input, which is read as plain text."""

LARGEST = 16 << 20
"""How many bytes a file, or of JSON lines each, may have at most; a table may have any number."""

SUFFIXES = (".txt", ".md", ".html", ".htm", ".json", ".jsonl", *TABLES)
"""The files that hold articles, or statements of them; a folder is searched for these."""


def read_articles(names: Iterable[str]) -> Iterator[Submission | Unreadable]:
    """The articles in files, in the order of ``names``; a folder's files by path.

    Args:
        names: files, folders (searched to the bottom, hidden files left out), or ``-``.

    Yields:
        Every article, and in its place among them whatever could not be read.
    """
    for name in names:
        if name == STANDARD_INPUT:
            yield from _read_input()
        elif not name:
            yield Unreadable("''", "cannot be read: it names no file")
        elif os.path.isdir(name):  # noqa: PTH112 - raises nothing
            yield from _read_folder(Path(name))
        else:
            yield from _read_file(Path(name))


def _read_input() -> Iterator[Submission | Unreadable]:
    if sys.stdin is None:
        yield Unreadable(STANDARD_INPUT, "cannot be read: standard input is closed")
        return
    with _named(STANDARD_INPUT) as problems:
        yield _only_text(STANDARD_INPUT, _whole(sys.stdin.buffer))
    yield from problems


def read_statements(name: str) -> Iterator[Row | StatementError]:
    """The statements of a file, or of standard input as JSON lines for ``-``."""
    if name == STANDARD_INPUT:
        yield from rows_of_lines(name, sys.stdin.buffer)
        return
    try:
        yield from read_rows(Path(name))
    except OSError as failure:
        yield StatementError(name, None, f"cannot be read: {failure.strerror}")


def _read_folder(folder: Path) -> Iterator[Submission | Unreadable]:
    found: list[tuple[Path, OSError | None]] = []

    def note(problem: OSError) -> None:
        found.append((Path(problem.filename), problem))

    for place, folders, files in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(place, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith("."):
                try:
                    if stat.S_ISREG(path.stat().st_mode):
                        found.append((path, None))
                except OSError as problem:
                    note(problem)
    if not found:
        yield Unreadable(str(folder), f"holds no article; belie reads {' '.join(SUFFIXES)}")
    for path, failure in sorted(found, key=lambda each: each[0]):
        if failure is None:
            yield from _read_file(path)
        else:
            yield _failed(str(path), failure)


def _read_file(path: Path) -> Iterator[Submission | Unreadable]:
    name, suffix = str(path), path.suffix.lower()
    if suffix and suffix not in SUFFIXES:
        problem = f"is not read; save its text as .txt ({' '.join(SUFFIXES)} are read)"
        yield Unreadable(name, problem)
        return
    with _named(name) as problems, path.open("rb") as file:
        if suffix in TABLES:
            yield from _stated(name, read_rows(path))
        elif suffix == ".jsonl":
            yield from _read_lines(name, _lines(file))
        elif suffix == ".json":
            yield from _read_json(name, _whole(file))
        elif suffix in (".html", ".htm"):
            yield _only_page(name, _whole(file))
        else:
            yield _only_text(name, _whole(file))
    yield from problems


@contextmanager
def _named(name: str) -> Iterator[list[Unreadable]]:
    """What keeps the file ``name`` from being read on, which ends the block."""
    problems: list[Unreadable] = []
    try:
        yield problems
    except OSError as failure:
        problems.append(_failed(name, failure))
    except MemoryError:
        problems.append(Unreadable(name, "cannot be read: there is not enough memory"))
    except EntryError as problem:
        problems.append(_unreadable(name, problem))


def _failed(name: str, failure: OSError) -> Unreadable:
    return Unreadable(name, f"cannot be read: {failure.strerror}")


def _whole(file: BinaryIO) -> bytes:
    """All of ``file``."""
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise EntryError(
            f"is larger than {LARGEST >> 20} MB; divide it, or write its articles as JSON lines "
            "(.jsonl), where that holds of each line"
        )
    return content


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of ``file``."""
    number = 0
    while line := file.readline(LARGEST + 1):
        number += 1
        if len(line) > LARGEST:
            raise EntryError(
                f"is larger than {LARGEST >> 20} MB; divide it (nothing after it was read)", number
            )
        yield line


def _unreadable(name: str, problem: EntryError, line: int | None = None) -> Unreadable:
    line = line or problem.line
    return Unreadable(f"{name}:{line}" if line else name, str(problem))


def _only_text(name: str, raw: bytes) -> Submission | Unreadable:
    try:
        return Submission(Article(some_text(decoded(raw)), id=name))
    except EntryError as problem:
        return _unreadable(name, problem)


def _only_page(name: str, raw: bytes) -> Submission | Unreadable:
    try:
        return Submission(replace(_page(decoded(raw)), id=name))
    except EntryError as problem:
        return _unreadable(name, problem)


def _page(html: str) -> Article:
    try:
        from trafilatura import bare_extraction
    except ImportError:
        problem = "HTML needs trafilatura; install it with: pip install 'belie[html]'"
        raise EntryError(problem) from None
    page = bare_extraction(html, with_metadata=True, include_comments=False)
    if page is None or not page.text:
        raise EntryError("no article was found in this page; save its text as .txt")
    published = iso_day(page.date) if page.date else None
    return Article(some_text(page.text), title=page.title or None, published=published)


def _read_json(name: str, raw: bytes) -> Iterator[Submission | Unreadable]:
    try:
        data = parsed(decoded(raw))
        if data == []:
            raise EntryError("is an empty list; there is nothing to check")
    except EntryError as problem:
        yield _unreadable(name, problem)
        return
    if not isinstance(data, list):
        if is_stated(data):
            yield from _stated(name, rows_of(name, data))
        else:
            yield read_entry(data, name, name)
        return
    rows: list[Row | StatementError] = []
    for number, entry in enumerate(data, start=1):
        if is_stated(entry):
            rows += rows_of(f"{name}: statement {number}", entry)
        else:
            yield read_entry(entry, f"{name}#{number}", f"{name}: article {number}")
    yield from _stated(name, rows)


def _stated(name: str, rows: Iterable[Row | StatementError]) -> Iterator[Submission]:
    """The articles that the statements of a file are about."""
    from .statements.articles import stated_articles

    for each in stated_articles(rows, name):
        yield Submission(each.article, stated=each)


def _read_lines(name: str, lines: Iterable[bytes]) -> Iterator[Submission | Unreadable]:
    empty = True
    rows: list[Row | StatementError] = []
    for number, line in enumerate(lines, start=1):
        found = read_line(name, number, line)
        if isinstance(found, Submission | Unreadable):
            yield found
        elif found is not None:
            rows += found
        empty &= found is None
    yield from _stated(name, rows)
    if empty:
        yield Unreadable(name, "is empty; there is nothing to check")


def read_line(
    name: str, number: int, line: bytes
) -> Submission | Unreadable | list[Row | StatementError] | None:
    """What line ``number``, counted from one, of the JSON lines ``name`` is; a blank is nothing.

    It is an article, or one or several statements.
    """
    if not line.strip():
        return None
    try:
        data = parsed(decoded(line).rstrip())
    except EntryError as problem:
        return _unreadable(name, problem, number)
    if is_stated(data):
        return list(rows_of(f"{name}:{number}", data))
    return read_entry(data, f"{name}#{number}", f"{name}:{number}")
