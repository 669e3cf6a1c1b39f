"""An engine in a process of its own, so that a crash costs one call and not the program.

The process is a Python that runs ``serve`` and nothing of the program that started it: no
module is imported again, and no lock or open file is taken over. Plans, requests and answers
are pickles, which each side only takes from the other.
"""

from __future__ import annotations

import fcntl
import os
import pickle
import select
import signal
import sys
import weakref
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import TIMEOUT_MAX, Event, Timer
from typing import TYPE_CHECKING, Any, BinaryIO

from ..model import EngineName, Match
from ..rulebook.formula import Row
from ..rulebook.plan import Plan
from .base import Engine, EngineError, EngineUnavailableError
from .plain import Meaning

if TYPE_CHECKING:
    from subprocess import Popen
__all__ = ["Worker", "serve"]

_PATIENCE = 5.0  # seconds in which a process that has closed its output ends

_PROGRAM = """\
import json, sys
module, engine, files, sys.path[:] = json.loads(sys.argv[1])
from importlib import import_module
import_module(module).serve(engine, *files)
"""


class Worker:
    """Matches with another engine, which runs in a child process.

    The child begins to start at once, is replaced when it has died, and never outlives this
    process. It works from any thread, one at a time, and after a fork each process has a child
    of its own.

    Args:
        plans: what to match.
        engine: what to match them with, by its name in ``engines``.
        timeout: seconds that one call may take; any number when ``None``.

    Raises:
        ValueError: for a plan that means nothing.
        EngineUnavailableError: when the child cannot be started, or ``durable`` is asked for
            and cannot be loaded. Other engines say so at the first call.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        engine: EngineName = "durable",
        *,
        timeout: float | None = None,
    ) -> None:
        self._engine = engine
        self._timeout = timeout
        self._plans = pickle.dumps(tuple(plans))
        try:
            self._child: _Child | None = _Child(engine, self._plans)
        except OSError as failure:
            raise EngineUnavailableError(self._unstarted(failure)) from failure
        try:
            _refuse(plans, engine)
        except BaseException:
            self.close()
            raise

    def match(
        self,
        rows: Mapping[str, Row],
        covering: Collection[str] | None = None,
        without: Collection[str] = (),
    ) -> list[Match]:
        """The matches among ``rows``, as ``Engine`` promises.

        Raises:
            EngineError: also when the child dies over it, or takes too long.
        """
        asked = {name: dict(row) for name, row in rows.items()}
        wanted = None if covering is None else frozenset(covering)
        request = pickle.dumps((asked, wanted, frozenset(without)))
        child = self._ready()
        self._child = None  # unless all goes well
        try:
            found = child.ask(request, self._timeout)
        except BaseException:  # Ctrl-C, for one, and then an answer comes that none waits for
            child.end()
            raise
        self._child = child
        if isinstance(found, BaseException):
            raise found
        return [Match(rule, facts) for rule, facts in found]

    def close(self) -> None:
        """Ends the child; the worker is not used again."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def _ready(self) -> _Child:
        if self._child is None or not self._child.serves():
            try:
                self._child = _Child(self._engine, self._plans)
            except OSError as failure:
                raise EngineError(self._unstarted(failure)) from failure
        return self._child

    def _unstarted(self, failure: OSError) -> str:
        return f"the process of the {self._engine} engine cannot be started: {failure}"


class _Child:
    """A process that matches, which begins to start at once."""

    def __init__(self, engine: str, plans: bytes) -> None:
        # Imported here, for the child does without them.
        import json
        import subprocess

        if not sys.executable:
            raise OSError("sys.executable names no Python")
        answers, answering = _pipe()
        watched, lifeline = _pipe()
        # Not through a pipe: that holds too little to be filled before it is read.
        with answering, watched, os.fdopen(os.memfd_create("plans"), "wb") as file:
            file.write(plans)
            file.seek(0)
            passed = [each.fileno() for each in (file, answering, watched)]
            start = json.dumps([__name__, engine, passed, [*map(str, sys.path)]])
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-P", "-c", _PROGRAM, start],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,  # what anything prints is no answer
                stderr=subprocess.DEVNULL,
                bufsize=0,
                pass_fds=passed,
                process_group=0,  # the terminal's Ctrl-C is for who started it
            )
        self._engine = engine
        self._answers = answers
        self._owner = os.getpid()
        self._end = weakref.finalize(self, _end, self._process, (answers, lifeline), self._owner)

    def serves(self) -> bool:
        """Whether it lives, and is a child of this process.

        The kernel is asked, not ``Popen.poll``: where Ctrl-C ends that, its lock stays held, and
        ``Popen.wait`` waits for ever.
        """
        if self._owner != os.getpid() or self._process.returncode is not None:
            return False
        ended = os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        return ended is None

    def ask(self, request: bytes, seconds: float | None) -> Any:  # noqa: ANN401 - what a pickle holds
        """The answer to ``request``.

        Raises:
            EngineError: when it dies, or has not answered after so many ``seconds``.
        """
        with _killed_after(seconds, self._process) as expired:
            try:
                self._send(request)
                return pickle.load(self._answers)  # noqa: S301 - of our own child
            except (BrokenPipeError, EOFError, pickle.UnpicklingError):
                fate = self._fate()
        fate = f"took longer than {seconds:g} s and was ended" if expired() else fate
        raise EngineError(
            f"the process of the {self._engine} engine {fate}; the other articles are still "
            "checked, and with --engine plain this one is too"
        )

    def end(self) -> None:
        """Ends it as it is: there is nothing that it could lose."""
        self._end()

    def _send(self, request: bytes) -> None:
        assert self._process.stdin is not None  # noqa: S101 - it is a pipe
        left = memoryview(request)
        while left:
            left = left[self._process.stdin.write(left) :]

    def _fate(self) -> str:
        from subprocess import TimeoutExpired

        try:
            status = self._process.wait(_PATIENCE)
        except TimeoutExpired:
            return "closed its output"
        if status >= 0:
            return f"ended with exit status {status}"
        try:
            name = signal.Signals(-status).name
        except ValueError:
            name = f"signal {-status}"
        return f"was ended by {name}"


def _pipe() -> tuple[BinaryIO, BinaryIO]:
    source, sink = os.pipe()
    return os.fdopen(source, "rb"), os.fdopen(sink, "wb")


@contextmanager
def _killed_after(seconds: float | None, process: Popen[bytes]) -> Iterator[Callable[[], bool]]:
    """Kills ``process`` after so many seconds, and tells whether it had to.

    That ends whatever waits for it, be it to read a request or to write an answer, and also
    where it is stopped.
    """
    expired = Event()
    if seconds is None:
        yield expired.is_set
        return

    def kill() -> None:
        expired.set()
        process.kill()

    timer = Timer(min(TIMEOUT_MAX, seconds), kill)
    timer.daemon = True
    timer.start()
    try:
        yield expired.is_set
    finally:
        timer.cancel()


def _end(process: Popen[bytes], files: Sequence[BinaryIO], owner: int) -> None:
    if owner == os.getpid():
        process.kill()
        process.wait()
    else:
        process.returncode = 0  # it is for its own parent to end it, and to wait
    for file in (*files, process.stdin):
        if file is not None:
            file.close()


def _refuse(plans: Sequence[Plan], engine: str) -> None:
    """Raises what making ``engine`` would."""
    for plan in plans:
        Meaning(plan)
    if engine == "durable":
        from .durable.session import durable_rules

        durable_rules()


def serve(engine: EngineName, plans: int, answers: int, lifeline: int) -> None:
    """What the child does: answers requests from its standard input until there are no more.

    Args:
        engine: what to match with.
        plans: descriptor of the file that holds what to match.
        answers: descriptor of where answers go.
        lifeline: descriptor of a pipe that the parent holds open for as long as it lives.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with(lifeline)
    matcher = _prepared(engine, plans)
    with os.fdopen(0, "rb") as requests, os.fdopen(answers, "wb") as sink:
        while requests.peek(1):
            sink.write(_answer(matcher, pickle.load(requests)))  # noqa: S301 - of our own parent
            sink.flush()


def _end_with(lifeline: int) -> None:
    """Has this process end when ``lifeline`` does, whatever it is doing in C.

    The kernel then sends SIGIO, which ends it. Nothing is ever written to a lifeline, so that
    nothing else sends one.
    """
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGIO})
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([lifeline], [], [], 0)[0]:  # it has ended before that
        sys.exit()


def _prepared(engine: EngineName, plans: int) -> Engine | Exception:
    from .engines import make_engine

    try:
        with os.fdopen(plans, "rb") as file:
            return make_engine(engine, pickle.load(file))  # noqa: S301 - of our own parent
    except Exception as failure:  # noqa: BLE001 - it is raised again, over there
        return failure


def _answer(matcher: Engine | Exception, asked: tuple[Any, ...]) -> bytes:
    try:
        if isinstance(matcher, Exception):
            raise matcher
        return pickle.dumps([(match.rule, match.facts) for match in matcher.match(*asked)])
    except MemoryError:
        return pickle.dumps(EngineError("there is not enough memory"))
    except Exception as failure:  # noqa: BLE001 - it is raised again, over there
        return pickle.dumps(failure)
