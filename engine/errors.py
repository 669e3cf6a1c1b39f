"""What all errors of belie have in common."""

from __future__ import annotations

from pathlib import Path

__all__ = ["BelieError"]


class BelieError(Exception):
    """Something that was given to belie cannot be used; the message says what and where.

    Attributes:
        file: the file at fault; ``None`` where it is none, or not known.
        line: the line there, from 1; ``None`` likewise.
        column: the column there, from 1, or the name of a table's column; ``None`` likewise.
    """

    file: Path | None = None
    line: int | None = None
    column: int | str | None = None
