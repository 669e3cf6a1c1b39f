"""Articles from files, one at a time, and what kept a file from being one.

A ``.txt``, ``.md``, ``.html`` or ``.docx`` file is one article, which ``formats/`` reads. A
``.json`` file is one article or a list of them, a ``.jsonl`` file has one on each line, in the
form ``{"id", "title", "published", "text", "against": [articles]}`` of which only ``text`` is
required; the names that ninjs and schema.org have for these are understood, and other keys are let
be. Either may hold statements instead, as tables do (``.csv``, ``.tsv``, ``.parquet``, ``.xlsx``):
these are gathered by article. What is not Unicode is taken for Windows-1252.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from io import BytesIO
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
from .files import TooLargeError, lines, whole
from .model import Article
from .origin import Entry
from .packs import ReaderError, read_by_package, suffixes
from .statements.statement import StatementError
from .statements.tables import NEEDED, TABLES, Row, is_stated, read_rows, rows_of, rows_of_lines

if TYPE_CHECKING:
    from .kinds import Kind
    from .statements.gathered import Gathered

__all__ = [
    "STANDARD_INPUT", "SUFFIXES", "KindsOf", "files_in", "format_of", "is_archive", "is_read",
    "is_report", "read_articles", "read_line", "read_stated", "read_statements",
]  # fmt: skip

STANDARD_INPUT = "-"
"""The name that stands for standard input, which is read as plain text."""

SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx", ".json", ".jsonl", *TABLES)
"""The files that hold articles, or statements of them; a folder is searched for these."""

_BEGINNING = 200
_MAGIC, _MAGIC_AT = b"DUCK", 8
_REPORT = re.compile(rb'\s*+(?:\[\s*+)?\{\s*+"schema"\s*+:\s*+"belie/(?:report|mentions)/')

KindsOf = Callable[[str], "Mapping[str, Kind]"]
"""The kinds that there are for the statements of a file."""


def read_articles(
    names: Iterable[str], *, input_name: str | None = None, kinds: KindsOf | None = None
) -> Iterator[Submission | Unreadable]:
    """The articles in files, in the order of ``names``; a folder's files by path.

    Args:
        names: files, folders (searched to the bottom, hidden files left out, and what belie wrote
            passed over), or ``-``.
        input_name: the file that standard input is read as if it were it, and is called by. Where
            nothing is said, it is plain text, or JSON lines where each line is an object.
        kinds: what the statements of a file can be of; the kinds that come with belie if not said.

    Yields:
        Every article, and in its place among them whatever could not be read.
    """
    for name in names:
        if name == STANDARD_INPUT:
            found = _read_input(input_name, kinds)
        elif not name:
            found = iter([Unreadable("''", "cannot be read: it names no file")])
        elif os.path.isdir(name):  # noqa: PTH112 - raises nothing
            found = _read_folder(Path(name), kinds)
        else:
            found = _read_file(Path(name), kinds)
        yield from found


def _of(
    file: str | None, found: Iterable[Submission | Unreadable]
) -> Iterator[Submission | Unreadable]:
    """What was ``found``, with the file that it was in."""
    for each in found:
        yield replace(each, file=file) if isinstance(each, Submission) else each


def _read_input(called: str | None, kinds: KindsOf | None) -> Iterator[Submission | Unreadable]:
    name = called or STANDARD_INPUT
    if sys.stdin is None:
        yield Unreadable(name, "cannot be read: standard input is closed")
        return
    suffix = Path(name).suffix.lower()
    if suffix in TABLES:
        yield Unreadable(name, "cannot be read from standard input; name the file")
        return
    with _named(name) as problems:
        raw = whole(sys.stdin.buffer)
        notes: tuple[str, ...] = ()
        if called is None and _are_objects(raw):
            suffix, notes = ".jsonl", ("standard input was read as JSON lines",)
        for found in _of(called, _read_file_like(name, suffix, BytesIO(raw), kinds)):
            yield _noted(found, notes)
    yield from problems


def _are_objects(raw: bytes) -> bool:
    """Whether each line is an object of JSON."""
    lines = [line for line in raw.splitlines() if line.strip()]
    try:
        return bool(lines) and all(
            line.lstrip().startswith(b"{") and isinstance(parsed(line.decode()), dict)
            for line in lines
        )
    except (EntryError, UnicodeDecodeError):
        return False


def read_stated(names: Iterable[str], kinds: KindsOf | None = None) -> Iterator[Submission]:
    """The articles that the statements of files are about, or of standard input for ``-``."""
    for name in names:
        file = None if name == STANDARD_INPUT else name
        for each in _stated(name, _gathered(read_statements(name)), kinds):
            yield replace(each, file=file)


def read_statements(name: str, needed: Collection[str] = NEEDED) -> Iterator[Row | StatementError]:
    """The statements of a file, or of standard input as JSON lines for ``-``; see ``read_rows``."""
    if name == STANDARD_INPUT:
        yield from rows_of_lines(name, sys.stdin.buffer)
        return
    try:
        yield from read_rows(Path(name), needed)
    except OSError as failure:
        yield StatementError(name, None, f"cannot be read: {failure.strerror}")


def _read_folder(folder: Path, kinds: KindsOf | None) -> Iterator[Submission | Unreadable]:
    found: list[tuple[Path, OSError | None]] = []

    def note(problem: OSError) -> None:
        found.append((Path(problem.filename), problem))

    for path in files_in(folder, note):
        try:
            if stat.S_ISREG(path.stat().st_mode):
                found.append((path, None))
        except OSError as problem:
            note(problem)
    if not found:
        yield Unreadable(str(folder), f"holds no article; belie reads {' '.join(SUFFIXES)}")
    for path, failure in sorted(found, key=lambda each: each[0]):
        if failure is not None:
            yield _failed(str(path), failure)
        elif is_report(path):
            yield Unreadable(
                str(path), "is what belie wrote, and no copy; passed over", is_fault=False
            )
        else:
            yield from _read_file(path, kinds)


def files_in(folder: Path, note: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """The files below a folder that are read; what begins with a dot is not looked into.

    Args:
        folder: where.
        note: is given what keeps a folder from being looked into.
    """
    for place, folders, files in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(place, name) for name in files if not name.startswith(".")):
            if is_read(path):
                yield path


def is_read(path: Path) -> bool:
    """Whether a file of that name holds articles, or statements of them."""
    suffix = path.suffix.lower()
    return suffix in SUFFIXES or (bool(suffix) and suffix in suffixes())


def is_archive(name: str | os.PathLike[str]) -> bool:
    """Whether a file is a database, as an archive is, told by how it begins."""
    with suppress(OSError), open(name, "rb") as file:  # noqa: PTH123 - a name as it was typed
        return file.read(_MAGIC_AT + len(_MAGIC))[_MAGIC_AT:] == _MAGIC
    return False


def is_report(path: Path) -> bool:
    """Whether a file begins as what belie writes of articles, and so is no copy beside them."""
    if path.suffix.lower() not in (".json", ".jsonl"):
        return False
    try:
        with path.open("rb") as file:
            return _REPORT.match(file.read(_BEGINNING)) is not None
    except OSError:
        return False


def _read_file(path: Path, kinds: KindsOf | None) -> Iterator[Submission | Unreadable]:
    name, suffix = str(path), path.suffix.lower()
    if suffix and not is_read(path):
        problem = f"is not read; save its text as .txt ({' '.join(SUFFIXES)} are read)"
        yield Unreadable(name, problem)
        return
    with _named(name) as problems, path.open("rb") as file:
        if suffix in TABLES:
            yield from _of(name, _stated(name, _gathered(read_rows(path)), kinds))
        else:
            yield from _of(name, _read_file_like(name, suffix, file, kinds))
    yield from problems


def _read_file_like(
    name: str, suffix: str, file: BinaryIO, kinds: KindsOf | None
) -> Iterator[Submission | Unreadable]:
    """What is in ``file``, which is no table and whose name ends like that."""
    if suffix == ".jsonl":
        yield from _read_lines(name, lines(file), kinds)
    elif suffix == ".json":
        yield from _read_json(name, whole(file), kinds)
    else:
        yield _only_article(name, whole(file), suffix)


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
    except (EntryError, TooLargeError) as problem:
        problems.append(_unreadable(name, problem))


def _failed(name: str, failure: OSError) -> Unreadable:
    return Unreadable(name, f"cannot be read: {failure.strerror}")


def _unreadable(
    name: str, problem: EntryError | TooLargeError, line: int | None = None
) -> Unreadable:
    line = line or problem.line
    return Unreadable(f"{name}:{line}" if line else name, str(problem))


def _only_article(name: str, raw: bytes, suffix: str) -> Submission | Unreadable:
    """The one article that is in a file whose name ends like that."""
    try:
        if suffix == ".docx":
            from .formats.docx import read_docx

            return Submission(replace(read_docx(raw), id=name))
        if suffix not in SUFFIXES and suffix in suffixes():
            return _read_by_package(name, raw, suffix)
        text, notes = decoded(raw)
        return Submission(replace(format_of(suffix)(text), id=name), notes=notes)
    except EntryError as problem:
        return _unreadable(name, problem)


def _read_by_package(name: str, raw: bytes, suffix: str) -> Submission | Unreadable:
    try:
        article = read_by_package(raw, suffix)
    except ReaderError as problem:
        return Unreadable(name, str(problem))
    some_text(article.text)
    return Submission(article if article.id else replace(article, id=name))


def format_of(suffix: str) -> Callable[[str], Article]:
    """What reads the text of a file of one article; what none needs is not imported.

    Args:
        suffix: how the file's name ends, with its dot; any that is not known is plain text.
    """
    if suffix == ".md":
        from .formats.markdown import read_markdown

        return read_markdown
    if suffix in (".html", ".htm"):
        from .formats.page import read_page

        return read_page
    from .formats.plain_text import read_plain_text

    return read_plain_text


def _read_json(name: str, raw: bytes, kinds: KindsOf | None) -> Iterator[Submission | Unreadable]:
    try:
        text, notes = decoded(raw)
        data = parsed(text)
        if data == []:
            raise EntryError("is an empty list; there is nothing to check")
    except EntryError as problem:
        yield _unreadable(name, problem)
        return
    if not isinstance(data, list):
        if is_stated(data):
            yield from _stated(name, _gathered(rows_of(name, data)), kinds)
        else:
            yield _noted(_placed(read_entry(data, name, name), name), notes)
        return
    stated = _gathered()
    for number, entry in enumerate(data, start=1):
        if is_stated(entry):
            stated.add(rows_of(f"{name}: statement {number}", entry))
        else:
            found = read_entry(entry, f"{name}#{number}", f"{name}: article {number}")
            yield _noted(_placed(found, name), notes)
    yield from _stated(name, stated, kinds)


def _gathered(rows: Iterable[Row | StatementError] = ()) -> Gathered:
    from .statements.gathered import Gathered

    return Gathered(rows)


def _stated(name: str, rows: Gathered, kinds: KindsOf | None) -> Iterator[Submission]:
    """The articles that the statements of a file are about."""
    from .statements.articles import stated_articles

    for each in stated_articles(rows, name, kinds(name) if kinds else None):
        yield Submission(each.article, stated=each)


def _read_lines(
    name: str, lines: Iterable[bytes], kinds: KindsOf | None
) -> Iterator[Submission | Unreadable]:
    empty = True
    stated = _gathered()
    for number, line in enumerate(lines, start=1):
        found = read_line(name, number, line)
        if isinstance(found, Submission | Unreadable):
            yield found
        elif found is not None:
            stated.add(found)
        empty &= found is None
    yield from _stated(name, stated, kinds)
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
        text, notes = decoded(line)
        data = parsed(text.rstrip())
    except EntryError as problem:
        return _unreadable(name, problem, number)
    if is_stated(data):
        return list(rows_of(f"{name}:{number}", data))
    found = read_entry(data, f"{name}#{number}", f"{name}:{number}")
    return _noted(_placed(found, name, number), notes)


def _placed(
    found: Submission | Unreadable, name: str, line: int | None = None
) -> Submission | Unreadable:
    """``found``, with the file ``name`` and the line in it, if one is its own."""
    if isinstance(found, Unreadable) or name == STANDARD_INPUT:
        return found
    entry = Entry(name, line)
    others = tuple(replace(each, entry=entry) for each in found.against)
    return replace(found, article=replace(found.article, entry=entry), against=others)


def _noted(found: Submission | Unreadable, notes: tuple[str, ...]) -> Submission | Unreadable:
    """``found``, with notes on how it was read."""
    if isinstance(found, Unreadable) or not notes:
        return found
    return replace(found, notes=(*found.notes, *notes))
