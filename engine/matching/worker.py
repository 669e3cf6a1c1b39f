"""An engine in a process of its own, so that a crash costs one call and not the program.

The process is started with the worker, which does not wait for it. Requests and answers are
frames over its pipes: eight bytes of length, and then a pickle, which each side only takes
from the other. The process ends when its input does, and so never outlives who started it.
"""

from __future__ import annotations

import copyreg
import io
import json
import os
import pickle
import select
import signal
import struct
import sys
import time
import weakref
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from ..model import Match
from ..rulebook.formula import Row
from ..rulebook.plan import Plan
from .base import EngineError
from .plain import Meaning

if TYPE_CHECKING:
    from subprocess import Popen
__all__ = ["LENGTH", "Worker", "pickled"]

LENGTH = struct.Struct(">Q")
"""What stands before each frame: how many bytes follow."""

_CHUNK = 1 << 20
_PATIENCE = 5.0  # seconds in which a process may end by itself

_PROGRAM = """\
import json, sys
name, plans, answers, module, sys.path[:] = json.loads(sys.argv[1])
from importlib import import_module
import_module(module).serve(name, plans, answers)
"""


class Worker:
    """Matches with another engine, which runs in a child process.

    A child that dies is replaced at the next call. It works from any thread, one at a time,
    and after a fork each process has a child of its own.

    Args:
        plans: what to match.
        engine: what to match them with, by its name in ``engines``.
        seconds: how long one call may take; any time when ``None``.

    Raises:
        ValueError: for a plan that means nothing.
        EngineUnavailableError: when ``durable`` is asked for and cannot be loaded. Other
            engines say so at the first call.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        engine: str = "durable",
        *,
        seconds: float | None = None,
    ) -> None:
        self._engine = engine
        self._seconds = seconds
        self._plans = pickled(tuple(plans))
        self._child: _Child | None = _Child(engine, self._plans)
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
        request = pickled((asked, wanted, frozenset(without)))
        child = self._ready()
        self._child = None  # unless all goes well
        try:
            found = pickle.loads(child.ask(request, self._seconds))  # noqa: S301 - our own child
        except _LostError as lost:
            child.kill()
            raise EngineError(
                f"the process of the {self._engine} engine {lost}; the other articles are still "
                "checked, and with --engine plain this one is too"
            ) from None
        except BaseException:  # Ctrl-C, for one, and then an answer comes that none waits for
            child.kill()
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
                raise EngineError(
                    f"the process of the {self._engine} engine cannot be started: {failure}"
                ) from failure
        return self._child


class _LostError(Exception):
    """A child gave no answer; says what became of it."""


class _Child:
    """A process that matches, which begins to start at once."""

    def __init__(self, engine: str, plans: bytes) -> None:
        # Imported here, for the child does without them.
        import subprocess
        import tempfile

        self._owner = os.getpid()
        source, answers = os.pipe()
        self._answers: BinaryIO = os.fdopen(source, "rb", buffering=0)
        with tempfile.TemporaryFile() as file:
            # Not through a pipe: that holds too little to be filled before it is read.
            file.write(plans)
            file.seek(0)
            passed = (file.fileno(), answers)
            start = json.dumps([engine, *passed, f"{__package__}.serving", [*map(str, sys.path)]])
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-P", "-c", _PROGRAM, start],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,  # what anything prints is no answer
                stderr=subprocess.DEVNULL,
                bufsize=0,
                pass_fds=passed,
                process_group=0,  # the terminal's Ctrl-C is for who started it
            )
        os.close(answers)
        self._requests = cast(BinaryIO, self._process.stdin)
        os.set_blocking(self._requests.fileno(), False)
        pipes = (self._requests, self._answers)
        self._end = weakref.finalize(self, _end, self._process, pipes, self._owner)

    def serves(self) -> bool:
        """Whether it lives, and is a child of this process."""
        return self._owner == os.getpid() and self._process.poll() is None

    def ask(self, request: bytes, seconds: float | None) -> bytes:
        """The answer to ``request``.

        Raises:
            _LostError: when it dies, or has not answered after so many ``seconds``.
        """
        until = None if seconds is None else time.monotonic() + seconds
        source, sink = self._answers.fileno(), self._requests.fileno()
        try:
            left = memoryview(LENGTH.pack(len(request)) + request)
            while left:
                _wait(sink, select.POLLOUT, until)
                left = left[os.write(sink, left[:_CHUNK]) :]
            (length,) = LENGTH.unpack(_read(source, LENGTH.size, until))
            return _read(source, length, until)
        except TimeoutError:
            raise _LostError(f"took longer than {seconds:g} s and was ended") from None
        except (BrokenPipeError, EOFError):
            raise _LostError(self._fate()) from None

    def end(self) -> None:
        """Has it end when it is ready, and waits for that."""
        self._end()

    def kill(self) -> None:
        """Ends it as it is."""
        if self._owner == os.getpid():
            self._process.kill()
        self._end()

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


def _end(process: Popen[bytes], pipes: Sequence[BinaryIO], owner: int) -> None:
    from subprocess import TimeoutExpired

    for pipe in pipes:
        pipe.close()
    if owner != os.getpid():
        process.returncode = 0  # it is for its own parent to wait for
        return
    try:
        process.wait(_PATIENCE)
    except TimeoutExpired:
        process.kill()
        process.wait()


def _wait(pipe: int, event: int, until: float | None) -> None:
    """Waits until ``pipe`` is ready, or broken."""
    poll = select.poll()
    poll.register(pipe, event)
    if not poll.poll(None if until is None else max(until - time.monotonic(), 0) * 1000):
        raise TimeoutError


def _read(pipe: int, length: int, until: float | None) -> bytes:
    parts = []
    while length:
        _wait(pipe, select.POLLIN, until)
        parts.append(os.read(pipe, min(length, _CHUNK)))
        if not parts[-1]:
            raise EOFError
        length -= len(parts[-1])
    return b"".join(parts)


def pickled(what: object) -> bytes:
    """``what`` as either side sends it to the other."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    # The roles of a plan cannot be changed, and such a mapping is not pickled by itself.
    pickler.dispatch_table = {
        **copyreg.dispatch_table,
        MappingProxyType: lambda mapping: (_frozen, (dict(mapping),)),
    }
    pickler.dump(what)
    return file.getvalue()


def _frozen(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


def _refuse(plans: Sequence[Plan], engine: str) -> None:
    """Raises what making ``engine`` would."""
    for plan in plans:
        Meaning(plan)
    if engine == "durable":
        from .durable.session import durable_rules

        durable_rules()
