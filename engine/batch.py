"""Many articles checked by several processes, whose reports come in the order of the articles."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from .closing import Closing
from .configuration import Settings
from .entries import Submission
from .house import Houses
from .model import TIMEOUT, EngineName, Report

if TYPE_CHECKING:
    from concurrent.futures import Future

    from .checker import Checker, Reader
    from .held_against import Source, Sources

__all__ = ["Examination", "Examiner", "Task", "in_order"]

_AHEAD = 4
"""Articles that wait for each process: enough to keep it busy, and few to hold in memory."""


@dataclass(frozen=True, slots=True)
class Task:
    """An article to check, with what holds for it alone.

    Attributes:
        submission: the article.
        settings: which rules are applied, and how grave each is.
        dismissed: fingerprints, or how they begin, of findings to leave out.
    """

    submission: Submission
    settings: Settings = field(default_factory=Settings)
    dismissed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Examination:
    """How articles are checked.

    Attributes:
        engine: what matches; ``None`` where articles are only held against archives.
        timeout: seconds that matching may take for an article.
        published: the day of publication of those that carry none.
        title: the headline of those that carry none.
        against: what each is held against, beside what comes with it.
        reading: whether they are only read, and no rule is applied.
    """

    engine: EngineName | None = "auto"
    timeout: float = TIMEOUT
    published: date | None = None
    title: str | None = None
    against: tuple[Source, ...] = ()
    reading: bool = False


class Examiner(Closing):
    """Checks articles in this process, with one checker for all that share their settings.

    Args:
        examination: how.
        read: what turns an article into facts, for ``Checker``.
        houses: those that are open already, if any.
    """

    def __init__(
        self,
        examination: Examination,
        read: Reader | None = None,
        houses: Houses | None = None,
    ) -> None:
        self._examination = examination
        self._read = read
        self._houses = houses or Houses()
        self._checkers: dict[Settings, Checker] = {}
        self._sources: dict[Settings, Sources] = {}

    def checker(self, settings: Settings) -> Checker:
        """What checks; errors as for ``Checker``."""
        from .checker import Checker
        from .reading.reader import read_article

        if settings not in self._checkers:
            house = self._houses.of(settings)
            self._checkers[settings] = Checker(
                kinds=house.kinds,
                rulebook=house.rulebook(settings),
                engine=self._examination.engine,
                apart=True,
                timeout=self._examination.timeout,
                read=self._read or read_article,
            )
        return self._checkers[settings]

    def report(self, task: Task) -> Report:
        """The report on one article."""
        how = self._examination
        if how.reading:
            return self._read_alone(task)
        checker = self.checker(task.settings)
        if task.settings not in self._sources:
            self._sources[task.settings] = checker.prepare(how.against)
        report = checker.check(
            task.submission.stated or task.submission.article,
            published=how.published,
            title=how.title,
            against=(*task.submission.against, self._sources[task.settings]),
            dismissed=task.dismissed,
        )
        if not self._houses.of(task.settings).problems():
            return report
        return replace(report, notes=(*report.notes, "not every rule or kind of the house is used"))

    def reports(self, tasks: Iterable[Task], jobs: int = 1) -> Iterator[tuple[Task, Report]]:
        """Each task with its report, from this process, or from so many others.

        Raises:
            BrokenProcessPool: as for ``in_order``.
        """
        if jobs > 1:
            return in_order(self._examination, tasks, jobs)
        return ((task, self.report(task)) for task in tasks)

    def _read_alone(self, task: Task) -> Report:
        """What an article states."""
        stated, how = task.submission.stated, self._examination
        if stated is not None:
            counts = {"facts": len(stated.facts)}
            return Report(stated.article, stated.facts, errors=stated.errors, counts=counts)
        checker = self.reading(task.settings)
        return checker.extract(task.submission.article, published=how.published, title=how.title)

    def reading(self, settings: Settings) -> Checker:
        """What reads and applies no rule."""
        from .checker import Checker

        alone = Settings(settings.rules, settings.kinds, select=())
        if alone not in self._checkers:
            kinds = self._houses.of(settings).kinds
            self._checkers[alone] = Checker(kinds=kinds, rulebook=(), engine="plain")
        return self._checkers[alone]

    def close(self) -> None:
        """Gives back what its checkers hold, and archives; it is not used again."""
        for each in (*self._checkers.values(), *self._examination.against):
            if isinstance(each, Closing):
                each.close()


def in_order(
    examination: Examination, tasks: Iterable[Task], jobs: int
) -> Iterator[tuple[Task, Report]]:
    """Each task with its report, from as many processes as there are ``jobs``.

    Raises:
        BrokenProcessPool: when one of them was killed.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(examination,)
    )
    waiting: deque[tuple[Task, Future[Report]]] = deque()
    try:
        for task in tasks:
            with _unheard():  # by what begins here
                waiting.append((task, pool.submit(_examined, task)))
            if len(waiting) >= _AHEAD * jobs:
                first, report = waiting.popleft()
                yield first, report.result()
        for first, report in waiting:
            yield first, report.result()
    except (KeyboardInterrupt, SystemExit):
        for process in active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _unheard() -> Iterator[None]:
    """Has processes that are begun meanwhile not hear of Ctrl-C, which is for this one to heed."""
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # which would let the signal through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_examiner: Examiner
"""In a process of its own: what checks its articles."""


def _begin(examination: Examination) -> None:
    global _examiner  # noqa: PLW0603 - a process has one examination
    _examiner = Examiner(examination)
    threading.Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    """Ends this process where the one that gives it work is gone, even if that was killed."""
    from multiprocessing import connection, parent_process

    first = parent_process()
    if first is not None:
        connection.wait([first.sentinel])
        os._exit(1)


def _examined(task: Task) -> Report:
    return _examiner.report(task)
