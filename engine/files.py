"""Files read whole or line by line, within a limit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from .errors import BelieError

__all__ = ["LARGEST", "TooLargeError", "lines", "whole"]

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
