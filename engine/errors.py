"""What all errors of belie have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

__all__ = [
    "SHORTEST_FINGERPRINT", "BelieError", "DateError", "WrongFingerprintError", "WrongTypeError",
    "refuse_no_fingerprint", "refuse_no_list", "refuse_no_seconds",
]  # fmt: skip

SHORTEST_FINGERPRINT = 8
"""Of the digits of a fingerprint so many must be given."""


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


class WrongFingerprintError(BelieError, ValueError):
    """What is given as a fingerprint, and is none."""


class WrongTypeError(BelieError, TypeError):
    """An argument of a type that it cannot be."""


def refuse_no_fingerprint(given: Iterable[object]) -> None:
    """Raises WrongTypeError for what is no fingerprint, nor how one begins.

    One that is empty or short would begin those of findings that nobody has looked at.
    """
    for each in given:
        if not isinstance(each, str):
            raise WrongTypeError(f"a fingerprint is a str, not {type(each).__name__}")
        if len(each) < SHORTEST_FINGERPRINT:
            problem = f"{each!r} is no fingerprint; give its first {SHORTEST_FINGERPRINT} digits"
            raise WrongFingerprintError(problem)


def refuse_no_seconds(timeout: object) -> None:
    """Raises WrongTypeError for a time limit that is no number of seconds above nought."""
    number = isinstance(timeout, int | float) and not isinstance(timeout, bool)
    if timeout is not None and not (number and timeout > 0):  # type: ignore[operator]
        raise WrongTypeError(f"timeout: give a number of seconds, not {timeout!r}")


def refuse_no_list(**given: object) -> None:
    """Raises WrongTypeError for each argument, by name, that is no list but a text, say.

    A text would be taken letter by letter.
    """
    for name, each in given.items():
        if not isinstance(each, Iterable) or isinstance(each, str | bytes | Mapping):
            raise WrongTypeError(f"{name}: give a list; this is of type {type(each).__name__}")
