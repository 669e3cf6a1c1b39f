"""The other side of a ``worker``: the process that matches, and ends when no more is asked."""

from __future__ import annotations

import fcntl
import os
import pickle
import select
import signal
import sys

from .base import Engine, EngineError
from .engines import EngineName, make_engine
from .worker import LENGTH, pickled

__all__ = ["serve"]


def serve(engine: EngineName, plans: int, answers: int) -> None:
    """Answers requests until there are no more: what the child does.

    Args:
        engine: what to match with.
        plans: descriptor of the file that holds what to match.
        answers: descriptor of where answers go.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())
    matcher = _prepared(engine, plans)
    with os.fdopen(0, "rb") as requests, os.fdopen(answers, "wb") as sink:
        while header := requests.read(LENGTH.size):
            request = requests.read(*LENGTH.unpack(header))
            _end_with_input(True)
            answer = _answer(matcher, request)
            _end_with_input(False)
            sink.write(LENGTH.pack(len(answer)) + answer)
            sink.flush()


def _prepared(engine: EngineName, plans: int) -> Engine | Exception:
    try:
        with os.fdopen(plans, "rb") as file:
            return make_engine(engine, pickle.load(file))  # noqa: S301 - of our own parent
    except Exception as failure:  # noqa: BLE001 - it is raised again, over there
        return failure


def _answer(matcher: Engine | Exception, request: bytes) -> bytes:
    try:
        if isinstance(matcher, Exception):
            raise matcher
        asked = pickle.loads(request)  # noqa: S301 - of our own parent
        return pickled([(match.rule, match.facts) for match in matcher.match(*asked)])
    except MemoryError:
        return pickled(EngineError("there is not enough memory"))
    except Exception as failure:  # noqa: BLE001
        try:
            pickle.loads(answer := pickled(failure))  # noqa: S301 - just made
        except Exception:  # noqa: BLE001 - whatever is the matter with it
            answer = pickled(EngineError(f"{type(failure).__name__}: {failure}"))
        return answer


def _end_with_input(ends: bool) -> None:
    """Whether the process ends at once when its input does, whatever it is doing in C.

    The kernel then sends a signal that ends it. Only while an answer is waited for, since
    more input would send one too.
    """
    flags = fcntl.fcntl(0, fcntl.F_GETFL)
    fcntl.fcntl(0, fcntl.F_SETFL, flags | os.O_ASYNC if ends else flags & ~os.O_ASYNC)
    if ends and select.select([0], [], [], 0)[0]:
        sys.exit()
