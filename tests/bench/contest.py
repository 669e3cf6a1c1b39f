"""Searches that take turns, each in a process of its own: a crash or a long run loses nothing."""

from __future__ import annotations

import gc
import multiprocessing
import resource
import signal
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from statistics import median
from time import perf_counter

from workload import Match, Tally

LIMIT = 60.0  # seconds that a search may take
READY = 600.0  # seconds that getting ready for one may take
ROUNDS = 5
PATIENCE = 2.0  # seconds of searching after which a contestant takes no further turn

Search = Callable[[], Iterable[Iterable[Match]]]
Prepare = Callable[[], Search]
"""Makes facts and compiles rules in the process of the search; neither is timed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a contestant did.

    Attributes:
        seconds: the median of its turns; infinite where it did not come to an end.
        tally: what it found.
        memory: the most that its process took, in bytes, facts and all.
        failure: why it did not come to an end.
    """

    seconds: float = float("inf")
    tally: Tally | None = None
    memory: int = 0
    failure: str = ""


def contest(
    prepared: Mapping[str, Prepare], rounds: int = ROUNDS, limit: float = LIMIT
) -> dict[str, Outcome]:
    """Lets each search in turn do its work; those that are quick take several turns.

    The first turn of those that take several is not counted: it warms them.

    Args:
        prepared: what each does, by name.
        rounds: how many turns are counted.
        limit: seconds that a search may take.
    """
    contestants = {name: _Contestant(prepare, limit) for name, prepare in prepared.items()}
    for _ in range(rounds + 1):
        for contestant in contestants.values():
            if not contestant.failure and sum(contestant.seconds) < PATIENCE:
                contestant.turn()
    return {name: contestant.finish() for name, contestant in contestants.items()}


class _Contestant:
    def __init__(self, prepare: Prepare, limit: float) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, prepare), daemon=True)
        self._process.start()
        theirs.close()
        self._limit = limit
        self.seconds: list[float] = []
        self.failure = ""
        self._tally: Tally | None = None
        self._memory = 0
        self._receive("getting ready", READY)

    def turn(self) -> None:
        self._pipe.send(True)
        self._receive("searching", self._limit)

    def finish(self) -> Outcome:
        self._process.kill()
        self._process.join()
        if self.failure:
            return Outcome(memory=self._memory, failure=self.failure)
        counted = self.seconds[1:] or self.seconds
        return Outcome(median(counted), self._tally, self._memory)

    def _receive(self, doing: str, limit: float) -> None:
        try:
            if not self._pipe.poll(limit):
                self.failure = f"past {limit:.0f} s {doing}".removesuffix(" searching")
                self._process.kill()
                return
            told = self._pipe.recv()
        except (EOFError, ConnectionError):
            self._process.join()
            code = self._process.exitcode or 0
            ended = signal.strsignal(-code) if code < 0 else f"exit code {code}"
            self.failure = f"crashed {doing}: {ended}"
            return
        if isinstance(told, str):
            self.failure = told
        elif told is not None:
            seconds, self._tally, self._memory = told
            self.seconds.append(seconds)


def _serve(pipe: Connection, prepare: Prepare) -> None:
    try:
        search = prepare()
        gc.freeze()  # what is prepared is none of the collector's business while it is timed
        pipe.send(None)
        while pipe.recv():
            pipe.send(_timed(search))
    except ImportError:
        pipe.send("not installed")
    except Exception as failure:  # noqa: BLE001 - a row says so, and the others go on
        pipe.send(f"{type(failure).__name__}: {failure}".splitlines()[0][:80])


def _timed(search: Search) -> tuple[float, Tally, int]:
    """Seconds for the search alone: what it finds is tallied while the clock stands."""
    tally = Tally()
    seconds, start = 0.0, perf_counter()
    for batch in search():
        seconds += perf_counter() - start
        tally.add(batch)
        start = perf_counter()
    seconds += perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024
    return seconds, tally, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
