"""What installed packages add to belie, by entry points; nothing of theirs is run before its use.

``belie.packs`` names a package whose folders ``rules`` and ``kinds`` come beside belie's own. It
is found and not imported. ``belie.readers`` is called as the suffix that it reads, such as ``rtf``,
and names a function that is given the bytes of a file and gives its text, or an ``Article``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .model import Article

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["Pack", "ReaderError", "packs", "read_by_package", "suffixes"]

_PACKS, _READERS = "belie.packs", "belie.readers"


@dataclass(frozen=True, slots=True)
class Pack:
    """What one package adds.

    Attributes:
        name: of its entry point.
        rules: its folder of rules, where it has one.
        kinds: its folder of kinds, where it has one.
        problem: why it has neither; empty where it has.
    """

    name: str
    rules: Path | None = None
    kinds: Path | None = None
    problem: str = ""


class ReaderError(Exception):
    """A reader of a package that cannot be had, or that cannot read a file."""


@cache
def packs() -> tuple[Pack, ...]:
    """The packs that are installed, by name."""
    return tuple(_pack(each) for each in _entry_points(_PACKS))


def _pack(point: EntryPoint) -> Pack:
    from importlib.util import find_spec

    with suppress(ImportError, ValueError):
        spec = find_spec(point.value)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            rules, kinds = (
                folder if (folder := Path(place, name)).is_dir() else None
                for name in ("rules", "kinds")
            )
            if rules or kinds:
                return Pack(point.name, rules, kinds)
    problem = f"the pack {point.name!r} is not used: {point.value} is no package with a folder "
    return Pack(point.name, problem=f"{problem}'rules' or 'kinds'; reinstall or remove it")


def suffixes() -> frozenset[str]:
    """The suffixes, with their dot, that installed packages read."""
    return frozenset(_readers())


@cache
def _readers() -> dict[str, EntryPoint]:
    return {f".{each.name.lstrip('.').lower()}": each for each in _entry_points(_READERS)}


def read_by_package(raw: bytes, suffix: str) -> Article:
    """The article that is in a file of one of ``suffixes``.

    Raises:
        ReaderError: when the package that reads these cannot be loaded or fails.
    """
    point = _readers()[suffix]
    try:
        read: Callable[[bytes], object] = point.load()
        made = read(raw)
    except Exception as failure:
        problem = f"cannot be read by {point.value}: {type(failure).__name__}: {failure}"
        raise ReaderError(problem) from failure
    if isinstance(made, Article):
        return made
    if isinstance(made, str):
        return Article(made)
    raise ReaderError(f"cannot be read by {point.value}: it gives no text and no belie.Article")


def _entry_points(group: str) -> list[EntryPoint]:
    # To look into these files takes less time than to import what knows about them.
    if not any(group.encode() in each.read_bytes() for each in _declarations()):
        return []
    from importlib.metadata import entry_points

    return sorted(entry_points(group=group), key=lambda each: each.name)


def _declarations() -> Iterator[Path]:
    """The files in which installed packages declare their entry points."""
    for folder in dict.fromkeys(sys.path):
        with suppress(OSError):
            yield from Path(folder).glob("*-info/entry_points.txt")
