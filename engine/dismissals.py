"""Findings that an editor has looked at and does not want to see again, each with the reason.

They stand in ``.belie-dismissed.toml``, beside the copy or in the working directory. A finding is
named by its fingerprint, which follows from its rule and the words of its statements: an edit of
either brings it back.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .errors import SHORTEST_FINGERPRINT
from .model import Report
from .plain_toml import read_toml

__all__ = ["FILE", "Dismissal", "Dismissals", "add_dismissal", "read_dismissals"]

FILE = ".belie-dismissed.toml"
"""What the file is called."""

_HEADING = "# What belie found and an editor dismissed; `belie dismiss --help` says more.\n"


@dataclass(frozen=True, slots=True)
class Dismissal:
    """One entry.

    Attributes:
        fingerprint: of the finding, or how it begins.
        why: the reason.
        until: the last day on which it holds; for good when ``None``.
        copy: the file that it is about, relative to the folder of ``path``; any when ``None``.
        path: the file that it stands in.
        line: its line there.
    """

    fingerprint: str
    why: str
    until: date | None
    copy: str | None
    path: Path
    line: int

    def is_about(self, file: str | None) -> bool:
        """Whether it is about the copy in ``file``."""
        return self.copy is None or (file is not None and _same(self.path.parent / self.copy, file))


def _same(one: Path, other: str) -> bool:
    return os.path.abspath(one) == os.path.abspath(other)  # noqa: PTH100 - links stay as they are


def read_dismissals(path: Path) -> list[Dismissal]:
    """The entries of a file, in order; none where there is no file.

    Raises:
        KnowledgeError: when it cannot be read or is no file of dismissals.
    """
    if not path.exists():
        return []
    from .configuration_file import DismissalFile

    document = read_toml(path)
    assert document is not None  # noqa: S101 - no table is asked for
    entries = document.parse(DismissalFile).dismissed
    return [
        Dismissal(
            x.fingerprint, x.why, x.until, x.copy_, path, document.line(("dismissed", number))
        )
        for number, x in enumerate(entries)
    ]


def add_dismissal(fingerprint: str, why: str, until: date | None, copy: Path | None) -> Path:
    """Writes an entry into the file beside ``copy``, or in the working directory.

    Args:
        fingerprint: of the finding, or its first eight digits or more.
        why: the reason.
        until: the last day on which it holds.
        copy: the file that it is about.

    Returns:
        The file that it was written to.

    Raises:
        KnowledgeError: when what is there cannot be read.
        ValueError: when it is there already, or is no fingerprint.
        OSError: when the file cannot be written.
    """
    named = fingerprint.strip().lower()
    least, most = SHORTEST_FINGERPRINT, 2 * SHORTEST_FINGERPRINT
    if not least <= len(named) <= most or set(named) - set("0123456789abcdef"):
        problem = f"{fingerprint!r} is no fingerprint, which has {least} to {most} digits"
        raise ValueError(f"{problem} of 0-9 and a-f; --format json gives that of each finding")
    path = (copy.parent if copy else Path()) / FILE
    for each in read_dismissals(path):
        if each.fingerprint == named and each.copy == (copy and copy.name):
            raise ValueError(f"{path}:{each.line}: {named} is dismissed already; edit it there")
    entry = {"fingerprint": _quoted(named), "why": _quoted(why)}
    entry |= {"until": f"{until}"} if until else {}
    entry |= {"copy": _quoted(copy.name)} if copy else {}
    lines = "".join(f"{key} = {value}\n" for key, value in entry.items())
    begun = path.exists()
    with path.open("a", encoding="utf-8", newline="\n") as stream:
        stream.write("" if begun else _HEADING)
        stream.write(f"\n[[dismissed]]\n{lines}")
    return path


def _quoted(text: str) -> str:
    """As a string of TOML, which is one of JSON but for one control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


class Dismissals:
    """The dismissals that a run meets, and what comes of each.

    Args:
        today: until when they hold is told from it.
    """

    def __init__(self, today: date) -> None:
        self._today = today
        self._files: dict[str, list[Dismissal]] = {}
        self._used: set[Dismissal] = set()
        self._seen: dict[str, bool] = {}

    def about(self, file: str | None) -> list[Dismissal]:
        """Those that hold for the copy in ``file``, or on standard input.

        Raises:
            KnowledgeError: when a file of them cannot be used.
        """
        return [
            each
            for each in self._near(file)
            if each.is_about(file) and (each.until is None or each.until >= self._today)
        ]

    def _near(self, file: str | None) -> Iterator[Dismissal]:
        folders = [Path()] if file is None else [Path(file).parent, Path()]
        places: dict[str, Path] = {}
        for folder in folders:
            places.setdefault(os.path.abspath(folder), folder)  # noqa: PTH100
        for place, folder in places.items():
            if place not in self._files:
                self._files[place] = []
                self._files[place] = read_dismissals(folder / FILE)
            yield from self._files[place]

    def saw(self, file: str | None, report: Report) -> None:
        """Notes what was found in the copy in ``file``, and what of it was left out."""
        whole = not report.errors and not report.omitted
        place = os.path.abspath(file) if file else ""  # noqa: PTH100
        self._seen[place] = whole and self._seen.get(place, True)
        for each in self.about(file):
            if any(named.startswith(each.fingerprint) for named in report.dismissed):
                self._used.add(each)

    def stale(self, beside: Iterable[str] = ()) -> Iterator[str]:
        """A line for each that ended, or that matches nothing any more in what was seen in full.

        Args:
            beside: suffixes of copy; an entry that names no file is about all copy beside it.
        """
        for each in (each for entries in self._files.values() for each in entries):
            where = f"{each.path}:{each.line}: the dismissal of {each.fingerprint}"
            if each.until is not None and each.until < self._today:
                if each.copy is None or os.path.abspath(each.path.parent / each.copy) in self._seen:  # noqa: PTH100
                    yield f"{where} ended on {each.until}; mend the copy, or set another day"
            elif each not in self._used and self._saw_all(each, beside):
                of = f"in {each.copy}" if each.copy else "in the copy beside it"
                yield f"{where} matches nothing {of} any more; take it out"

    def _saw_all(self, each: Dismissal, suffixes: Iterable[str]) -> bool:
        """Whether all copy that a dismissal may be about was seen in full."""
        folder = each.path.parent
        if each.copy is None:
            wanted = [x for x in folder.iterdir() if x.suffix.lower() in suffixes and x.is_file()]
        else:
            wanted = [folder / each.copy]
        places = [os.path.abspath(path) for path in wanted]  # noqa: PTH100
        return all(self._seen.get(place, False) for place in places)
