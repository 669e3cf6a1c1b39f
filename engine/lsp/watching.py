"""Which files have changed since they were last looked at.

Not every editor tells a language server of files that others write, such as ``belie dismiss`` in a
terminal, so belie looks by itself; to look costs no more than asking each file for its time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

__all__ = ["Watch"]

_Stamp = tuple[int, int] | None


class Watch:
    """Files, and the YAML files below folders, each as it was when it was first looked at."""

    def __init__(self) -> None:
        self._seen: dict[Path, _Stamp] = {}
        self._inside: dict[Path, dict[Path, _Stamp]] = {}

    def add(self, files: Iterable[Path] = (), folders: Iterable[Path] = ()) -> None:
        """Looks at these too, be they there or not; at those that are watched no second time."""
        for path in files:
            if path not in self._seen:
                self._seen[path] = _stamp(path)
        for folder in folders:
            if folder not in self._inside:
                self._inside[folder] = dict(_stamps(folder))

    def has_changed(self) -> bool:
        """Whether any of them came, went or was written since."""
        return any(_stamp(path) != seen for path, seen in self._seen.items()) or any(
            dict(_stamps(folder)) != seen for folder, seen in self._inside.items()
        )


def _stamps(folder: Path) -> Iterator[tuple[Path, _Stamp]]:
    return ((path, _stamp(path)) for path in folder.rglob("*.yaml"))


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
