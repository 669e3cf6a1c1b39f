"""Many articles checked by several processes, whose reports come in the order of the articles."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from typing import TYPE_CHECKING

from .entries import Submission
from .model import TIMEOUT, Article, EngineName, Report, Stated

if TYPE_CHECKING:
    from .checker import Checker, Reader

__all__ = ["Examination", "in_order"]

_AHEAD = 4
"""Articles that wait for each process: enough to keep it busy, and few to hold in memory."""


@dataclass(frozen=True, slots=True)
class Examination:
    """How articles are checked.

    Attributes:
        select: names or patterns of rules; every rule when ``None``.
        ignore: those to leave out again.
        engine: what matches.
        timeout: seconds that matching may take for an article.
        published: the day of publication of those that carry none.
        title: the headline of those that carry none.
        against: what each is held against, beside what comes with it.
    """

    select: Sequence[str] | None = None
    ignore: Sequence[str] = ()
    engine: EngineName = "auto"
    timeout: float = TIMEOUT
    published: date | None = None
    title: str | None = None
    against: tuple[Article | Stated, ...] = ()

    def checker(self, read: Reader | None = None) -> Checker:
        """What checks; arguments and errors as for ``Checker``."""
        from .checker import Checker
        from .reading.reader import read_article

        return Checker(
            self.select,
            ignore=self.ignore,
            engine=self.engine,
            apart=True,
            timeout=self.timeout,
            read=read or read_article,
        )

    def report(self, checker: Checker, submission: Submission) -> Report:
        """The report on one article."""
        return checker.check(
            submission.stated or submission.article,
            published=self.published,
            title=self.title,
            against=(*submission.against, *self.against),
        )


def in_order(
    examination: Examination, submissions: Iterable[Submission], jobs: int
) -> Iterator[tuple[Submission, Report]]:
    """Each article with its report, from as many processes as there are ``jobs``.

    Raises:
        BrokenProcessPool: when one of them was killed.
    """
    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(examination,)
    )
    waiting: deque[tuple[Submission, Future[Report]]] = deque()
    try:
        for submission in submissions:
            waiting.append((submission, pool.submit(_examined, submission)))
            if len(waiting) >= _AHEAD * jobs:
                first, report = waiting.popleft()
                yield first, report.result()
        for first, report in waiting:
            yield first, report.result()
    finally:
        pool.shutdown(cancel_futures=True)


_examine: Callable[[Submission], Report]
"""In a process of its own: what gives the report on an article."""


def _begin(examination: Examination) -> None:
    global _examine  # noqa: PLW0603 - a process has one examination
    checker = examination.checker()

    def examine(submission: Submission) -> Report:
        return examination.report(checker, submission)

    _examine = examine


def _examined(submission: Submission) -> Report:
    return _examine(submission)
