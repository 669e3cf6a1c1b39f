"""A process that checks, as the service sees it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio import subprocess
from contextlib import suppress
from pickle import UnpicklingError

from .frames import framed, next_frame
from .messages import Answer, Begun, Job, Setup

__all__ = ["BeginningError", "LateError", "LostError", "WorkerProcess"]

_PATIENCE = 5.0  # seconds in which a process that is to end does
_LOADING = 120.0  # seconds in which a process must have loaded all that belie knows
_BUFFER = 1 << 20  # bytes of an answer that are taken before it is asked for


class BeginningError(Exception):
    """A process cannot begin to check; the message says why."""


class LateError(Exception):
    """A request took longer than it may, and its process was ended."""


class LostError(Exception):
    """The process that had a request died; the message says how."""


class WorkerProcess:
    """Does one thing at a time, and never outlives the service for longer than that takes.

    Args:
        process: as it was started.

    Attributes:
        problems: files of the house that cannot be used, a sentence each.
    """

    def __init__(self, process: subprocess.Process) -> None:
        self._process = process
        self.problems: tuple[str, ...] = ()

    @classmethod
    async def started(cls, setup: Setup) -> WorkerProcess:
        """One that is ready.

        Raises:
            BeginningError: when it cannot be.
        """
        debugging = bool(os.environ.get("BELIE_DEBUG"))
        worker = cls(
            await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "belie.serve.worker"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if debugging else subprocess.DEVNULL,  # what a fault says may quote
                limit=_BUFFER,
                process_group=0,  # the terminal's Ctrl-C is for the service
            )
        )
        await worker.begin(setup)
        return worker

    async def begin(self, setup: Setup) -> None:
        """Has it load all that it needs; where it cannot, it is ended.

        Raises:
            BeginningError: when it cannot.
        """
        try:
            async with asyncio.timeout(_LOADING):
                begun = await self._exchange(setup)
        except BaseException as failure:
            await self.kill()
            match failure:
                case TimeoutError():
                    raise BeginningError(f"was not ready after {_LOADING:g} s") from None
                case LostError():
                    raise BeginningError(str(failure)) from None
            raise
        if not isinstance(begun, Begun) or begun.failure:
            await self.kill()
            raise BeginningError(begun.failure if isinstance(begun, Begun) else repr(begun))
        self.problems = begun.problems

    @property
    def lives(self) -> bool:
        """Whether it does, as far as is known."""
        return self._process.returncode is None

    async def answer(self, job: Job, seconds: float) -> Answer:
        """What it answers; where that does not come about, it is ended.

        Raises:
            LateError: after so many ``seconds``.
            LostError: when it dies.
        """
        try:
            async with asyncio.timeout(seconds):
                answer = await self._exchange(job)
        except TimeoutError:
            await self.kill()
            raise LateError(f"took longer than {seconds:g} s") from None
        except BaseException:
            await self.kill()
            raise
        if not isinstance(answer, Answer):
            raise TypeError(f"a {type(answer).__name__} is no answer")
        return answer

    async def _exchange(self, given: object) -> object:
        given_to, taken_from = self._process.stdin, self._process.stdout
        assert given_to is not None  # noqa: S101 - both are pipes
        assert taken_from is not None  # noqa: S101
        try:
            given_to.write(framed(given))
            await given_to.drain()
            return await next_frame(taken_from)
        except (ConnectionError, asyncio.IncompleteReadError, UnpicklingError):
            raise LostError(await self._fate()) from None

    async def _fate(self) -> str:
        """How it ended."""
        try:
            async with asyncio.timeout(_PATIENCE):
                status = await self._process.wait()
        except TimeoutError:
            return "closed its output"
        if status >= 0:
            return f"ended with exit status {status}"
        try:
            return f"was ended by {signal.Signals(-status).name}"
        except ValueError:
            return f"was ended by signal {-status}"

    async def gone(self) -> str:
        """How it ended, once it has."""
        await self._process.wait()
        return await self._fate()

    async def kill(self) -> None:
        """Ends it as it is."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()

    async def end(self) -> None:
        """Has it end once it has done what it is doing, if that takes no longer than it may."""
        assert self._process.stdin is not None  # noqa: S101
        self._process.stdin.close()
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._process.wait()
        except TimeoutError:
            await self.kill()
