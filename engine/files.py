"""Files read whole or line by line, within a limit, and written in one step."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import get_ident
from typing import BinaryIO

from .errors import BelieError

__all__ = ["LARGEST", "TooLargeError", "lines", "whole", "write_in_one_step"]

LARGEST = 16 << 20
"""How many bytes a file, or of JSON lines each, may have at most; a table may have any number."""


class TooLargeError(BelieError):
    """A file, or the line of that number, that is above the limit."""

    def __init__(self, remedy: str, line: int | None = None) -> None:
        super().__init__(f"is larger than {LARGEST >> 20} MB; divide it{remedy}")
        self.line = line


def whole(file: BinaryIO) -> bytes:
    """All of ``file``; ``TooLargeError`` where that is too much."""
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        remedy = ", or write what is in it as JSON lines (.jsonl), where that holds of each line"
        raise TooLargeError(remedy)
    return content


def lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of ``file``; ``TooLargeError`` at one that is too large."""
    number = 0
    while line := file.readline(LARGEST + 1):
        number += 1
        if len(line) > LARGEST:
            raise TooLargeError(" (nothing after it was read)", number)
        yield line


def write_in_one_step(path: Path, pieces: Iterable[bytes | memoryview]) -> None:
    """Puts ``pieces`` at ``path``, so that nobody ever reads half of them.

    Raises:
        OSError: when that cannot be; what was there before is there still.
    """
    own = path.with_suffix(f".{os.getpid()}-{get_ident()}")
    try:
        with own.open("xb") as file:
            file.writelines(pieces)
        own.replace(path)
    except BaseException:
        own.unlink(missing_ok=True)
        raise
