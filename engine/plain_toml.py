"""Files of TOML as data that knows its lines, which the standard reader does not keep."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .knowledge import Document, KnowledgeError

__all__ = ["TomlDocument", "line_of", "read_toml"]

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")
_TABLE = re.compile(r"\s*(\[\[?)([^\[\]].*?)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")

_At = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class TomlDocument(Document):
    """A file of TOML, of which the data of one table counts; errors point at lines alone."""

    table: tuple[str, ...] = ()

    def error(
        self,
        problem: str,
        at: Sequence[str | int] = (),
        offset: int = 0,  # noqa: ARG002 - no columns are known
    ) -> KnowledgeError:
        """As for any document."""
        return self.error_of(problem, at)

    def error_of(self, problem: str, at: Sequence[str | int], value: str = "") -> KnowledgeError:
        """An error that points at the string ``value`` of those under ``at``."""
        line = line_of(self._text, (*self.table, *at), value)
        return KnowledgeError(self.path, line, 1, problem)

    def line(self, at: Sequence[str | int]) -> int:
        """The line of the key under ``at``."""
        return line_of(self._text, (*self.table, *at))


def read_toml(path: Path, table: tuple[str, ...] = ()) -> TomlDocument | None:
    """Reads one file.

    Args:
        path: the file.
        table: the table that counts; without it, all of the file.

    Returns:
        The file; ``None`` where it has no such table.

    Raises:
        KnowledgeError: when it cannot be read, is not UTF-8 or no TOML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as failure:
        raise KnowledgeError(path, 1, 1, f"cannot be read: {failure.strerror}") from None
    except UnicodeDecodeError:
        raise KnowledgeError(path, 1, 1, "is not UTF-8; save it as UTF-8") from None
    if any(name not in text for name in table):
        return None
    data: Any = _parsed(text, path)
    for name in table:
        data = data.get(name) if isinstance(data, dict) else None
    return None if data is None else TomlDocument(path, data, text, table)


def _parsed(text: str, path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as failure:
        place = _PLACE.search(str(failure))
        line, column = map(int, place.groups()) if place else (text.count("\n") + 1, 1)
        problem = "is not TOML from here on; write strings in quotes, as in why = 'checked'"
        if isinstance(failure, RecursionError):
            problem = "is nested too deep"
        raise KnowledgeError(path, line, column, problem) from None


def line_of(text: str, at: Sequence[str | int], value: str = "") -> int:
    """The line of the key under ``at``, a path of keys and indexes; of the last found on the way.

    Args:
        text: the file.
        at: where; a number counts the tables of one name.
        value: of several in a list, the string that is meant.
    """
    found, line = 0, 1
    for number, path in _keys(text):
        shared = next((n for n, (a, b) in enumerate(zip(path, at, strict=False)) if a != b), None)
        depth = min(len(path), len(at)) if shared is None else shared
        if depth > found:
            found, line = depth, number
    lines = text.splitlines()
    quoted = (f'"{value}"', f"'{value}'")
    within = (n for n in range(line, len(lines) + 1) if any(q in lines[n - 1] for q in quoted))
    return next(within, line) if value else line


def _keys(text: str) -> Iterator[tuple[int, _At]]:
    """Each line that names a table or a key, with the path of it."""
    table: _At = ()
    counted: dict[_At, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := _TABLE.match(line):
            path = _path(heading[2])
            if heading[1] == "[[":
                counted[path] = counted.get(path, -1) + 1
                path = (*path, counted[path])
            table = path
            yield number, table
        elif key := _KEY.match(line):
            yield number, (*table, *_path(key[1]))


def _path(written: str) -> _At:
    """The keys of ``a."b c".d``; none where it is no key, as within a text of several lines."""
    import tomllib

    try:
        data: Any = tomllib.loads(f"{written} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    path: list[str] = []
    while isinstance(data, dict):
        ((key, data),) = data.items()
        path.append(key)
    return tuple(path)
