"""A fault of belie's own costs the part of an article that it is in, and not the run.

It becomes an issue in the article's report. Developers see the traceback in the log called
``belie``, at level DEBUG, which ``BELIE_DEBUG=1`` has the command write to standard error.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from .model import Issue, Part, Span

__all__ = ["contained", "log_tracebacks"]

_HOME = Path(__file__).parent


@contextmanager
def contained(
    errors: list[Issue],
    undone: str,
    part: Part | None = None,
    span: Span | None = None,
    *,
    passing: type[Exception] | tuple[type[Exception], ...] = (),
) -> Iterator[None]:
    """Ends its block at a fault, which is added to ``errors``, and goes on after it.

    Args:
        errors: of the report at hand.
        undone: what the fault keeps from being done, as in "this sentence was not read".
        part: the part of the article that it is in.
        span: where in that part.
        passing: exceptions that are no such faults.

    Raises:
        Exception: those ``passing``. What is no ``Exception``, such as ``KeyboardInterrupt``,
            always passes.
    """
    try:
        yield
    except passing:
        raise
    except Exception as fault:
        import logging

        logging.getLogger("belie").debug(undone, exc_info=True)
        issue = Issue(f"{undone}: {_described(fault)}", part, span)
        if issue not in errors:
            errors.append(issue)


def log_tracebacks() -> None:
    """Has tracebacks of what is contained written to standard error."""
    import logging

    logging.basicConfig()
    logging.getLogger("belie").setLevel(logging.DEBUG)


def _described(fault: Exception) -> str:
    """The exception, and the last place in belie that it went through."""
    said = f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__
    return f"a fault of belie's own, {said}{_place(fault.__traceback__)}"


def _place(traceback: TracebackType | None) -> str:
    place = ""
    while traceback is not None and (traceback := traceback.tb_next):  # beyond this module
        path = Path(traceback.tb_frame.f_code.co_filename)
        if path.is_relative_to(_HOME):
            place = f" ({path.relative_to(_HOME)}:{traceback.tb_lineno})"
    return place
