"""What all errors of belie have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

__all__ = ["BelieError", "DateError", "WrongTypeError", "refuse_no_list"]


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


class DateError(BelieError, ValueError):
    """A date that is none, or not in ISO form."""


class WrongTypeError(BelieError, TypeError):
    """An argument of a type that it cannot be."""


def refuse_no_list(**given: object) -> None:
    """Raises WrongTypeError for each argument, by name, that is no list but a text, say.

    A text would be taken letter by letter.
    """
    for name, each in given.items():
        if not isinstance(each, Iterable) or isinstance(each, str | bytes | Mapping):
            raise WrongTypeError(f"{name}: give a list; this is of type {type(each).__name__}")
