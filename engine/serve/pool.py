"""The processes that check, and the queue before them.

Each does one request at a time. One that dies, or takes too long, costs that request and is
replaced. Where more is asked than can wait, it is refused at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from math import ceil
from time import monotonic
from typing import Self, TypeVar

from .messages import Answer, Job, Setup
from .worker_process import BeginningError, WorkerProcess

__all__ = ["FullError", "Pool", "WaitedError"]

_Done = TypeVar("_Done")

_PAUSE = 1.0  # seconds before another process is tried where one could not be started
_LONGEST = 60  # seconds after which one who was refused is asked to come again, at most
_WEIGHT = 0.1  # of the last request, in how long they take on average


class FullError(Exception):
    """As many requests are in hand as may be."""


class WaitedError(Exception):
    """No process was free for too long."""


class Pool:
    """So many processes, which check what is asked.

    Args:
        setup: how they check.
        workers: how many there are.
        queue: how many requests may be in hand beside those that the processes do.
        timeout: seconds that a process may take over one request.
        patience: seconds that a request may wait for a process.
        say: is told what goes wrong with a process, in a sentence.

    Attributes:
        workers: how many there are.
        in_hand: how many requests are being received, wait, or are done.
        busy: how many processes do one.
        replaced: how many processes had to be.
        problems: files of the house that cannot be used, a sentence each.
    """

    def __init__(
        self,
        setup: Setup,
        workers: int,
        *,
        queue: int,
        timeout: float,
        patience: float,
        say: Callable[[str], None],
    ) -> None:
        self._setup = setup
        self._most = workers + queue
        self._timeout = timeout
        self._patience = patience
        self._say = say
        self._idle: asyncio.Queue[WorkerProcess] = asyncio.Queue()
        self._alive: set[WorkerProcess] = set()
        self._tasks: set[asyncio.Task[object]] = set()
        self._seconds = 0.0  # that a request takes, on average
        self.workers = workers
        self.in_hand = 0
        self.busy = 0
        self.replaced = 0
        self.problems: tuple[str, ...] = ()

    @property
    def ready(self) -> int:
        """How many processes can check."""
        return len(self._alive)

    async def __aenter__(self) -> Self:
        """Begins the processes.

        Raises:
            BeginningError: when one cannot check.
        """
        begun = await asyncio.gather(
            *(WorkerProcess.started(self._setup) for _ in range(self.workers)),
            return_exceptions=True,
        )
        for worker in begun:
            if isinstance(worker, WorkerProcess):
                self._take(worker)
        for failure in begun:
            if isinstance(failure, BaseException):
                await self.close()
                raise failure
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Ends the processes, and what is still asked of them."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(worker.end() for worker in self._alive))
        self._alive.clear()

    @contextmanager
    def admitted(self) -> Iterator[None]:
        """While a request is in hand.

        Raises:
            FullError: when it cannot be taken in.
        """
        if self.in_hand >= self._most:
            raise FullError
        self.in_hand += 1
        try:
            yield
        finally:
            self.in_hand -= 1

    def seconds_until_free(self) -> int:
        """After how many seconds what is in hand will about be done, and at least one."""
        return min(_LONGEST, max(1, ceil(self.in_hand * self._seconds / self.workers)))

    async def answer(self, job: Job, seconds: float | None = None) -> Answer:
        """What a process answers; where this is cancelled, what has been begun is still done.

        Args:
            job: what is asked.
            seconds: that it may take, where these are others than those of requests.

        Raises:
            WaitedError: when no process was free for too long.
            LateError: when it took too long.
            LostError: when the process died over it.
        """
        try:
            async with asyncio.timeout(self._patience):
                worker = await self._idle.get()
                while not worker.lives:
                    worker = await self._idle.get()
        except TimeoutError:
            raise WaitedError from None
        return await asyncio.shield(self._started(self._done(worker, job, seconds)))

    async def _done(self, worker: WorkerProcess, job: Job, seconds: float | None) -> Answer:
        self.busy += 1
        begun = monotonic()
        try:
            return await worker.answer(job, seconds or self._timeout)
        finally:
            self.busy -= 1
            if seconds is None:
                taken = monotonic() - begun
                self._seconds += (taken - self._seconds) * (_WEIGHT if self._seconds else 1)
            if worker.lives:
                self._idle.put_nowait(worker)

    def _started(self, work: Coroutine[object, object, _Done]) -> asyncio.Task[_Done]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[object]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()  # whoever waited for it may have gone

    def _take(self, worker: WorkerProcess) -> None:
        self.problems = worker.problems
        self._alive.add(worker)
        self._idle.put_nowait(worker)
        self._started(self._watch(worker))

    async def _watch(self, worker: WorkerProcess) -> None:
        """Has a worker replaced when it is gone."""
        fate = await worker.gone()
        self._alive.discard(worker)
        self.replaced += 1
        self._say(f"a process that checks {fate}; another takes its place")
        while True:
            try:
                self._take(await WorkerProcess.started(self._setup))
            except (BeginningError, OSError) as failure:
                self._say(f"a process that checks could not be begun: {failure}; trying again")
                await asyncio.sleep(_PAUSE)
            else:
                return
