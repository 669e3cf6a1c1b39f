"""A process that checks for the service: its standard input brings requests, its output answers."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from typing import BinaryIO

from ..containment import log_tracebacks
from .frames import framed, read_frame
from .messages import Begun, Job, Setup

__all__ = ["main", "serve"]

_ALLOCATIONS = 200_000  # between two collections, as for the command


def main() -> None:
    """Serves until its standard input ends, which it does with the service.

    Ctrl-C and SIGTERM are for the service, which lets what is in hand be answered: whoever sends
    them to all processes alike would otherwise lose that.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    gc.set_threshold(_ALLOCATIONS)
    if os.environ.get("BELIE_DEBUG"):
        log_tracebacks()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints is no answer
    with suppress(BrokenPipeError):
        serve(sys.stdin.buffer, answers)
    os._exit(0)  # to take apart all that is loaded takes longer than an article


def serve(jobs: BinaryIO, answers: BinaryIO) -> None:
    """Reads a ``Setup``, says whether it can work so, and answers one ``Job`` after the other."""
    from .answering import Answering, UnfitHouseError

    setup = read_frame(jobs)
    if not isinstance(setup, Setup):
        return
    try:
        answering = Answering(setup)
    except UnfitHouseError as failure:
        _put(answers, Begun(str(failure)))
        return
    with answering:
        _put(answers, Begun(problems=tuple(answering.problems())))
        while isinstance(job := read_frame(jobs), Job):
            _put(answers, answering.answer(job))


def _put(sink: BinaryIO, value: object) -> None:
    sink.write(framed(value))
    sink.flush()


if __name__ == "__main__":
    main()
