"""What the service and the processes that check say to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

__all__ = ["CSS", "HTML", "JSON", "SCRIPT", "TEXT", "Answer", "Begun", "Errand", "Job", "Setup"]

JSON = "application/json"
HTML = "text/html; charset=utf-8"
CSS = "text/css; charset=utf-8"
SCRIPT = "text/javascript; charset=utf-8"
TEXT = "text/plain; charset=utf-8"

Errand = Literal["check", "page", "statements", "language tool", "describe"]
"""What is to be done.

``page`` is ``check`` answered as HTML. ``describe`` gives what is the same for all: an object
of JSON that has the media type and the text of each path.
"""


@dataclass(frozen=True, slots=True)
class Setup:
    """How a process checks.

    Attributes:
        configuration: the file of settings; the nearest to the working directory when ``None``.
        select: rules asked for on the command line.
        ignore: rules to leave out besides.
        matching: seconds that matching may take for an article.
        largest: bytes that a request may have.
    """

    configuration: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    matching: float = 15.0
    largest: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Begun:
    """That a process can check, or why it cannot.

    Attributes:
        failure: what keeps it from checking anything; it has ended then.
        problems: files of the house that cannot be used, a sentence each.
    """

    failure: str | None = None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One request.

    Attributes:
        errand: what is to be done.
        body: what was sent.
        query: what stands behind the question mark, by name.
    """

    errand: Errand
    body: bytes = b""
    query: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back.

    Attributes:
        body: the bytes.
        media: what they are, as a media type.
        status: of HTTP.
    """

    body: bytes
    media: str = JSON
    status: int = 200
