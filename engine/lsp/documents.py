"""The documents that are open in the editor, as they are being written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pygls.uris import to_fs_path

from .positions import Encoding, Lines, Place

__all__ = ["Document"]

_SUFFIXES = (".txt", ".md", ".html", ".htm")
_LANGUAGES = {"markdown": ".md", "html": ".html"}
"""By what editors call the language of a document, how the name of such a file ends."""
_PLAIN = ".txt"


@dataclass
class Document:
    """A document that is open.

    Attributes:
        uri: what the editor calls it.
        language: what it takes its language for.
        version: counts its changes.
        text: as it is now.
        encoding: in whose code units the editor counts.
    """

    uri: str
    language: str
    version: int
    text: str
    encoding: Encoding = "utf-16"

    @cached_property
    def path(self) -> str | None:
        """Its file; ``None`` where it has none yet."""
        path: str | None = to_fs_path(self.uri)
        return path

    @cached_property
    def suffix(self) -> str:
        """By what it is read: how its name ends, or what the editor says that it is."""
        own = Path(self.path or "").suffix.lower()
        return own if own in _SUFFIXES else _LANGUAGES.get(self.language, _PLAIN)

    def edit(self, ends: Sequence[Place] | None, text: str, version: int) -> None:
        """Puts ``text`` in the place of what stands between two places, or else of all."""
        if ends is None:
            self.text = text
        else:
            lines = Lines(self.text, self.encoding)
            start, end = (lines.offset(*each) for each in ends)
            self.text = self.text[:start] + text + self.text[end:]
        self.version = version
