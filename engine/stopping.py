"""Ctrl-C and SIGTERM: they end a run at once, but not in the midst of what must be whole."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

__all__ = ["heed_stops", "whole"]

_depth = 0  # of what must be whole, in the thread that signals are handled in
_waiting: int | None = None  # the signal that came meanwhile


def heed_stops() -> None:
    """Has Ctrl-C and SIGTERM end this process, as ``whole`` lets them.

    Ctrl-C stays unheard where whoever started the process wants that.
    """
    signal.signal(signal.SIGTERM, _heed)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _heed)


@contextmanager
def whole() -> Iterator[None]:
    """Something that is done to its end: a stop that comes meanwhile waits for it.

    A second one does not wait: a write to a pipe that nobody reads has no end.

    Raises:
        KeyboardInterrupt: when Ctrl-C came meanwhile.
        SystemExit: when SIGTERM did.
    """
    global _depth, _waiting  # noqa: PLW0603 - signals are the process's
    _depth += 1
    try:
        yield
    finally:
        _depth -= 1
        if _waiting is not None and not _depth:
            number, _waiting = _waiting, None
            _stop(number)


def _heed(number: int, _frame: object) -> None:
    global _waiting  # noqa: PLW0603
    if _depth and _waiting is None:
        _waiting = number
    else:
        _waiting = None
        _stop(number)


def _stop(number: int) -> NoReturn:
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    sys.exit(128 + number)
