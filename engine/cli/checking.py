"""The commands that read articles: check, extract, events, mentions, why."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO, TypeVar

import typer

from ..entries import Submission, Unreadable
from ..in_force import InForce
from ..knowledge import KnowledgeError
from ..model import TIMEOUT, Article, Report, Stated, iso_day
from ..output import (
    Extent,
    Format,
    Show,
    Tally,
    complain,
    misplaced,
    open_output,
    show_statistics,
    write_misses,
    write_reports,
)  # fmt: skip
from ..progress import number_of_articles, show_progress
from ..selection import UnknownRuleError
from ..sources import read_articles, read_stated
from .application import FAILED, FOUND, Command, app, examples, fail
from .house import complain_of_houses, first_place, known
from .options import (
    Against,
    Baseline,
    Engine,
    FactsForm,
    FailOn,
    Files,
    FilesIfAny,
    FindingsAlone,
    FindingsForm,
    Form,
    Ignore,
    InputName,
    Jobs,
    Output,
    Published,
    Quiet,
    Readers,
    Select,
    Statements,
    Statistics,
    Timeout,
    Title,
)
from .stated import stated_reader

if TYPE_CHECKING:
    from ..batch import Task
    from ..kinds import Kind
    from ..rulebook.rule import Rule

__all__ = ["check", "events", "extract", "mentions", "why"]

_Given = TypeVar("_Given")


@app.command(
    cls=Command,
    epilog=examples(
        "belie check story.txt --published 2022-12-02",
        "belie check drafts/ --format jsonl --output findings.jsonl",
        "belie check story.md --against wire.txt --select 'control/*'",
        "belie check - --stdin-filename story.md < story.md",
        "belie check tolls.csv",
        "belie check story.md --statements story.statements.jsonl --reader none",
        "belie check --statements - < tolls.jsonl",
    ),
)
def check(  # noqa: PLR0913 - one parameter an option
    files: FilesIfAny = None,
    *,
    published: Published = None,
    title: Title = None,
    input_name: InputName = None,
    against: Against = None,
    form: FindingsForm = "text",
    findings_alone: FindingsAlone = False,
    statistics: Statistics = False,
    quiet: Quiet = False,
    output: Output = None,
    select: Select = None,
    ignore: Ignore = None,
    statements: Statements = None,
    reader: Readers = None,
    engine: Engine = "auto",
    timeout: Timeout = TIMEOUT,
    jobs: Jobs = 1,
    fail_on: FailOn = None,
    baseline: Baseline = None,
) -> None:
    """Flag what cannot stand together in articles, or in statements of them.

    What belie.toml says (belie config shows it) holds where no option says otherwise.

    Exit code 0: nothing at --fail-on or above. 1: something. 2: a wrong option, or an article
    that could not be read or not be checked in full; all others are still checked.
    """
    from ..batch import Examination, Examiner, in_order
    from ..matching.base import EngineUnavailableError

    if not (files or statements):
        fail("nothing is given to check; name a FILE, or statements with --statements")
    if findings_alone and form not in ("json", "jsonl"):
        fail("--findings is about JSON; add --format json or --format jsonl")
    if jobs > 1 and statements:
        fail("--jobs is for copy alone; leave out --statements, or take --jobs 1")
    alone = not files
    files, statements = (statements or [], []) if not files else (files, statements or [])
    day = _day(published)
    _one_title(title, files)
    in_force = InForce(select, ignore, fail_on, known(baseline))
    missing = Tally()
    others = _others(against, in_force, missing)
    tally = Tally(failed=missing.failed)
    stated = stated_reader(files, statements, reader, input_name, in_force)
    examination = Examination(engine, timeout, day, title, others)
    examiner = Examiner(examination, stated, in_force.houses)
    try:
        checker = examiner.checker(in_force.settings(first_place(files, input_name)))
    except (KnowledgeError, UnknownRuleError, EngineUnavailableError) as failure:
        fail(str(failure))

    def examined(tasks: Iterable[Task]) -> Iterator[tuple[Task, Report]]:
        if jobs > 1:
            return in_order(examination, tasks, jobs)
        return ((task, examiner.report(task)) for task in tasks)

    read_too = (*(against or ()), *statements)
    with examiner:
        extent, kinds = Extent(findings_alone, quiet), in_force.kinds
        delivery = _Delivery(output, form, "findings", extent, checker.rules)
        given = (
            read_stated(files, kinds)
            if alone
            else read_articles(files, input_name=input_name, kinds=kinds)
        )
        _run(files, examined, in_force, tally, delivery, given, read_too)
    for problem in stated.unread() if stated else ():
        tally.miss()
        complain(str(problem))
    for stale in in_force.stale():
        complain(stale)
    if statistics:
        show_statistics(tally, extent, beneath=form == "text" and output is None)
    raise typer.Exit(FAILED if tally.failed or in_force.failed else FOUND * in_force.found)


@app.command(
    cls=Command,
    epilog=examples(
        "belie extract story.txt --published 2022-12-02",
        "belie extract archive.jsonl --format jsonl --output facts.jsonl",
        "belie extract drafts/ --format csv --output facts.csv",
    ),
)
def extract(
    files: Files,
    *,
    published: Published = None,
    title: Title = None,
    input_name: InputName = None,
    form: FactsForm = "text",
    output: Output = None,
) -> None:
    """Show the facts that articles state, and flag nothing.

    What is written as jsonl, csv or parquet can be checked again, changed or not.
    """
    _read_only(files, input_name, published, title, _Delivery(output, form, "facts"))


@app.command(
    cls=Command,
    epilog=examples(
        "belie events story.txt --published 2022-12-02",
        "belie events archive.jsonl --format jsonl --output events.jsonl",
    ),
)
def events(
    files: Files,
    *,
    published: Published = None,
    title: Title = None,
    input_name: InputName = None,
    form: Form = "text",
    output: Output = None,
) -> None:
    """Show what belie takes for one happening, with the facts about each.

    Tolls of one happening are compared, and those of two are not. In JSON it is the report of
    extract, whose facts name their events.
    """
    _read_only(files, input_name, published, title, _Delivery(output, form, "events"))


@app.command(
    cls=Command,
    epilog=examples(
        "belie mentions story.txt --published 2022-12-02",
        "belie mentions archive.jsonl --format jsonl --output mentions.jsonl",
    ),
)
def mentions(
    files: Files,
    *,
    published: Published = None,
    title: Title = None,
    input_name: InputName = None,
    form: Form = "text",
    output: Output = None,
) -> None:
    """Show the numbers, dates and names of articles, as they are understood.

    In JSON each has its span in code points; belie schema mentions describes the form.
    """
    _read_only(files, input_name, published, title, _Delivery(output, form, "mentions"))


@app.command(
    cls=Command,
    epilog=examples(
        "belie why control/two-holders story.txt --published 2022-12-02",
        "belie why casualty/told-twice story.txt --against wire.txt",
    ),
)
def why(
    rule: Annotated[str, typer.Argument(metavar="RULE")],
    files: Files,
    *,
    published: Published = None,
    title: Title = None,
    input_name: InputName = None,
    against: Against = None,
    most: Annotated[
        int, typer.Option(min=0, max=5, metavar="N", help="How many conditions may be short.")
    ] = 2,
) -> None:
    """Show what a rule nearly flagged, and which condition kept it quiet."""
    from ..checker import Checker

    day = _day(published)
    _one_title(title, files)
    tally = Tally()
    in_force = InForce()
    others = _others(against, in_force, tally)
    try:
        house = in_force.house(first_place(files, input_name))
        checker = Checker([rule], engine="plain", kinds=house.kinds, rulebook=house.rules)
    except (KnowledgeError, UnknownRuleError) as failure:
        fail(str(failure))
    complain_of_houses(in_force)
    if [each.name for each in checker.rules] != [rule]:
        fail(f"why is about one rule, and {rule!r} is {len(checker.rules)}")
    with open_output(None) as stream:
        found = read_articles(files, input_name=input_name, kinds=in_force.kinds)
        for submission in _readable(found, tally):
            together = (*submission.against, *others)
            given = submission.stated or submission.article
            report, misses = checker.review(
                rule, given, published=day, title=title, against=together, most=most
            )
            tally.add(report)
            write_misses(report, misses, stream)
    raise typer.Exit(FAILED if tally.failed or in_force.failed else 0)


@dataclass(frozen=True, slots=True)
class _Delivery:
    """Where the reports go, and how."""

    output: Path | None
    form: Format
    show: Show
    extent: Extent = field(default_factory=Extent)
    rules: Sequence[Rule] = ()
    kinds: Mapping[str, Kind] | None = None


def _read_only(
    files: Sequence[str],
    input_name: str | None,
    published: str | None,
    title: str | None,
    delivery: _Delivery,
) -> NoReturn:
    """Shows what the articles in ``files`` state or mention, with no rule applied."""
    from ..batch import Examination, Examiner

    day = _day(published)
    _one_title(title, files)
    tally = Tally()
    in_force = InForce(applying=False)
    examiner = Examiner(Examination(), houses=in_force.houses)

    def examined(tasks: Iterable[Task]) -> Iterator[tuple[Task, Report]]:
        return ((each, examine(each)) for each in tasks)

    def examine(task: Task) -> Report:
        stated = task.submission.stated
        if stated is not None and delivery.show != "mentions":
            counts = {"facts": len(stated.facts)}
            return Report(stated.article, stated.facts, errors=stated.errors, counts=counts)
        checker = examiner.reading(task.settings)
        read = checker.mentions if delivery.show == "mentions" else checker.extract
        return read(task.submission.article, published=day, title=title)

    try:
        delivery = replace(delivery, kinds=in_force.house(first_place(files, input_name)).kinds)
    except KnowledgeError as failure:
        fail(str(failure))
    given = read_articles(files, input_name=input_name, kinds=in_force.kinds)
    _run(files, examined, in_force, tally, delivery, given)
    raise typer.Exit(FAILED if tally.failed or in_force.failed else 0)


def _run(
    files: Sequence[str],
    examined: Callable[[Iterable[Task]], Iterator[tuple[Task, Report]]],
    in_force: InForce,
    tally: Tally,
    delivery: _Delivery,
    given: Iterable[Submission | Unreadable],
    against: Sequence[str] = (),
) -> None:
    problem = delivery.output and misplaced(delivery.output, (*files, *against))
    if problem:
        fail(problem)
    if delivery.form == "parquet" and delivery.output is None:
        fail("--format parquet needs --output PATH")
    try:
        with open_output(delivery.output, parquet=delivery.form == "parquet") as stream:
            tasks = _readable(in_force.tasks(given), tally)
            reports: Iterator[Report] = (
                _noted(in_force.judged(task, report), task.submission)
                for task, report in examined(tasks)
            )
            one = len(files) == 1 and os.path.isfile(files[0])  # noqa: PTH113 - raises nothing
            many = not one or files[0].endswith(".jsonl")
            if many and not delivery.extent.quiet and _is_watched(stream):
                reports = show_progress(reports, number_of_articles(files))
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


def _others(
    against: Sequence[str] | None, in_force: InForce, tally: Tally
) -> tuple[Article | Stated, ...]:
    """What every article is held against."""
    given = _readable(read_articles(against or (), kinds=in_force.kinds), tally)
    return tuple(each.stated or each.article for each in given)


def _is_watched(stream: TextIO) -> bool:
    """Whether somebody sees standard error, and it is free of what is written."""
    return sys.stderr is not None and sys.stderr.isatty() and not stream.isatty()


def _noted(report: Report, submission: Submission) -> Report:
    """The report with how the article was understood."""
    return replace(report, notes=(*report.notes, *submission.notes))


def _readable(found: Iterable[_Given | Unreadable], tally: Tally) -> Iterator[_Given]:
    """The articles; what cannot be read is said and counted."""
    for each in found:
        if isinstance(each, Unreadable):
            tally.miss()
            complain(str(each))
        else:
            yield each


def _day(published: str | None) -> date | None:
    try:
        return None if published is None else iso_day(published)
    except ValueError as failure:
        fail(f"--published: {failure}")


def _one_title(title: str | None, files: Sequence[str]) -> None:
    if title is not None and len(files) > 1:
        fail(f"--title is the headline of one article, and {len(files)} files were given")
    if title is not None and os.path.isdir(files[0]):  # noqa: PTH112 - raises nothing
        fail(f"--title is the headline of one article, and {files[0]} is a folder")
