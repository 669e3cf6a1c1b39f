"""How copy that is named on the command line is read, and how what is made of it is delivered."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO, TypeVar

import typer

from ..entries import Submission, Unreadable
from ..in_force import InForce
from ..knowledge import KnowledgeError
from ..model import Report
from ..output import (
    Extent,
    Format,
    Show,
    Tally,
    complain,
    misplaced,
    open_output,
    partial_of,
    write_reports,
)
from ..progress import number_of_articles, show_progress
from ..sources import is_archive, read_articles
from .application import FAILED, day_of, fail
from .house import complain_of_houses, first_place

if TYPE_CHECKING:
    from ..batch import Task
    from ..held_against import Source
    from ..kinds import Kind
    from ..rulebook.rule import Rule

__all__ = [
    "Delivery",
    "one_title",
    "read_against",
    "read_only",
    "readable",
    "refuse_archives",
    "refuse_form",
    "run",
]

_Given = TypeVar("_Given")


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where the reports go, and how."""

    output: Path | None
    form: Format
    show: Show
    extent: Extent = field(default_factory=Extent)
    resumed: bool = False
    rules: Collection[Rule] = ()
    kinds: Mapping[str, Kind] | None = None


def read_only(
    files: Sequence[str],
    input_name: str | None,
    published: str | None,
    title: str | None,
    delivery: Delivery,
) -> NoReturn:
    """Shows what the articles in ``files`` state or mention, with no rule applied."""
    from ..batch import Examination, Examiner

    day = day_of("--published", published)
    one_title(title, files)
    tally = Tally()
    in_force = InForce(applying=False)
    examination = Examination(published=day, title=title, reading=True)
    examiner = Examiner(examination, houses=in_force.houses)

    def examined(tasks: Iterable[Task]) -> Iterator[tuple[Task, Report]]:
        return ((each, examine(each)) for each in tasks)

    def examine(task: Task) -> Report:
        if delivery.show != "mentions":
            return examiner.report(task)
        checker = examiner.reading(task.settings)
        return checker.mentions(task.submission.article, published=day, title=title)

    try:
        delivery = replace(delivery, kinds=in_force.house(first_place(files, input_name)).kinds)
    except KnowledgeError as failure:
        fail(str(failure))
    given = read_articles(files, input_name=input_name, kinds=in_force.kinds)
    run(files, examined, in_force, tally, delivery, given)
    raise typer.Exit(FAILED if tally.failed or in_force.failed else 0)


def run(
    files: Sequence[str],
    examined: Callable[[Iterable[Task]], Iterator[tuple[Task, Report]]],
    in_force: InForce,
    tally: Tally,
    delivery: Delivery,
    given: Iterable[Submission | Unreadable],
    against: Sequence[str] = (),
) -> None:
    """Reads ``files``, has each article ``examined`` and writes the reports.

    What cannot be read is said and counted in ``tally``, and all others are still examined.

    Args:
        files: files and folders, or standard input.
        examined: gives each task with its report.
        in_force: what holds for each.
        tally: counts what comes of them.
        delivery: where the reports go, and how.
        given: what is in ``files``.
        against: what else is read, which nothing may be written over.
    """
    problem = delivery.output and misplaced(delivery.output, (*files, *against))
    if problem:
        fail(problem)
    if delivery.form == "parquet" and delivery.output is None:
        fail("--format parquet needs --output PATH")
    if delivery.form == "html" and delivery.output is None and _is_terminal(sys.stdout):
        fail("--format html is a page for a browser, and no terminal shows it; add --output PATH")
    tasks = readable(in_force.tasks(given), tally)
    try:
        done = _passed_over(tasks, in_force, tally, delivery)
        with open_output(
            delivery.output, parquet=delivery.form == "parquet", resumed=delivery.resumed
        ) as stream:
            reports: Iterator[Report] = (
                _noted(in_force.judged(task, report), task.submission)
                for task, report in examined(tasks)
            )
            one = len(files) == 1 and os.path.isfile(files[0])  # noqa: PTH113 - raises nothing
            many = not one or files[0].endswith(".jsonl")
            if many and not delivery.extent.quiet and _is_watched(stream):
                reports = show_progress(reports, number_of_articles(files), done)
            write_reports(
                reports, tally, stream, delivery.form, delivery.show,
                rules=delivery.rules, extent=delivery.extent, kinds=delivery.kinds,
            )  # fmt: skip
    except BrokenPipeError:
        raise
    except OSError as failure:
        if delivery.output is None:
            raise
        fail(f"{delivery.output}: cannot be written: {failure.strerror}")
    complain_of_houses(in_force)


def _passed_over(tasks: Iterator[Task], in_force: InForce, tally: Tally, delivery: Delivery) -> int:
    """How many tasks an earlier run has done, which are counted in and passed over."""
    if not delivery.resumed or delivery.output is None:
        return 0
    from ..resumption import ResumptionError, resume

    done = 0
    beginning = partial_of(delivery.output)
    try:
        for done, earlier in enumerate(resume(beginning), start=1):
            task = next(tasks, None)
            own = task and task.submission.article.id
            if task is None or own != earlier.report.article.id:
                problem = f"{beginning}:{done}: is about {earlier.report.article.id}, and here "
                problem += f"{own} is next" if task else "nothing more is to be checked"
                raise ResumptionError(f"{problem}; name the same copy, or delete the file")
            tally.add(in_force.judged(task, earlier.report))
            tally.kinds.update(earlier.kinds)
    except ResumptionError as failure:
        fail(str(failure))
    return done


def read_against(
    against: Sequence[str] | None, in_force: InForce, tally: Tally
) -> tuple[Source, ...]:
    """What every article is held against: other copy, and archives, which are told by content."""
    sources: list[Source] = []
    for name in against or ():
        if is_archive(name):
            sources += _opened(name, tally)
        else:
            given = readable(read_articles([name], kinds=in_force.kinds), tally)
            sources += (each.stated or each.article for each in given)
    return tuple(sources)


def refuse_form(
    form: Format, output: Path | None, *, findings_alone: bool, resumed: bool = False
) -> None:
    """Ends the run where an option is for another ``form``."""
    if findings_alone and form not in ("json", "jsonl"):
        fail("--findings is about JSON; add --format json or --format jsonl")
    if resumed and (form != "jsonl" or output is None):
        fail("--resume goes on with a file of JSON lines; add --format jsonl --output PATH")


def refuse_archives(against: Sequence[str] | None) -> None:
    """Ends the run where an archive is named among copy that is gone through fact by fact."""
    for name in against or ():
        if is_archive(name):
            fail(f"{name}: is an archive; why takes copy, such as an article of it written out")


def _opened(name: str, tally: Tally) -> Iterator[Source]:
    """The archive at ``name``; what keeps it from being opened is said, and counted."""
    from ..archive.archive import Archive
    from ..archive.database import ArchiveError

    try:
        yield Archive.open(name)
    except ArchiveError as failure:
        tally.miss()
        complain(str(failure))


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _is_watched(stream: TextIO) -> bool:
    """Whether somebody sees standard error, and it is free of what is written."""
    return _is_terminal(sys.stderr) and not stream.isatty()


def _noted(report: Report, submission: Submission) -> Report:
    """The report with how the article was understood."""
    return replace(report, notes=(*report.notes, *submission.notes))


def readable(found: Iterable[_Given | Unreadable], tally: Tally) -> Iterator[_Given]:
    """The articles; what cannot be read is said, and counted where it should have been one."""
    for each in found:
        if isinstance(each, Unreadable):
            if each.is_fault:
                tally.miss()
            complain(str(each))
        else:
            yield each


def one_title(title: str | None, files: Sequence[str]) -> None:
    """Ends the run where a headline is given for more than one article."""
    if title is not None and len(files) > 1:
        fail(f"--title is the headline of one article, and {len(files)} files were given")
    if title is not None and os.path.isdir(files[0]):  # noqa: PTH112 - raises nothing
        fail(f"--title is the headline of one article, and {files[0]} is a folder")
