"""The commands that read articles: check, extract, events, mentions, why."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer

from ..entries import Submission, Unreadable
from ..knowledge import KnowledgeError
from ..model import TIMEOUT, Report, iso_day
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
from ..sources import read_articles, read_stated
from .application import FAILED, FOUND, Command, app, examples, fail
from .given import stated_reader
from .options import (
    Against,
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

if TYPE_CHECKING:
    from ..rulebook.rule import Rule

__all__ = ["check", "events", "extract", "mentions", "why"]

_SEVERITIES = ("contradiction", "discrepancy", "caution")


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
    fail_on: FailOn = "contradiction",
) -> None:
    """Flag what cannot stand together in articles, or in statements of them.

    Exit code 0: nothing at --fail-on or above. 1: something. 2: a wrong option, or an article
    that could not be read or not be checked in full; all others are still checked.
    """
    from ..batch import Examination, in_order
    from ..matching.base import EngineUnavailableError
    from ..selection import UnknownRuleError

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
    missing = Tally()
    others = tuple(
        each.stated or each.article for each in _readable(read_articles(against or ()), missing)
    )
    tally = Tally(failed=missing.failed)
    stated = stated_reader(files, statements, reader, input_name)
    examination = Examination(select or None, ignore or (), engine, timeout, day, title, others)
    try:
        checker = examination.checker(stated)
    except (KnowledgeError, UnknownRuleError, EngineUnavailableError) as failure:
        fail(str(failure))

    def examined(given: Iterable[Submission]) -> Iterator[tuple[Submission, Report]]:
        if jobs > 1:
            return in_order(examination, given, jobs)
        return ((each, examination.report(checker, each)) for each in given)

    read_too = (*(against or ()), *statements)
    with checker:
        delivery = _Delivery(output, form, "findings", Extent(findings_alone, quiet))
        given = read_stated(files) if alone else read_articles(files, input_name=input_name)
        _run(files, examined, tally, delivery, given, read_too, checker.rules)
    for problem in stated.unread() if stated else ():
        tally.miss()
        complain(str(problem))
    if statistics:
        show_statistics(tally, delivery.extent, beneath=form == "text" and output is None)
    raise typer.Exit(_exit_code(tally, fail_on))


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
    given = read_articles(files, input_name=input_name)
    _read_only(files, given, published, title, _Delivery(output, form, "facts"))


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
    given = read_articles(files, input_name=input_name)
    _read_only(files, given, published, title, _Delivery(output, form, "events"))


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
    given = read_articles(files, input_name=input_name)
    _read_only(files, given, published, title, _Delivery(output, form, "mentions"))


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
    from ..selection import UnknownRuleError

    day = _day(published)
    _one_title(title, files)
    tally = Tally()
    others = tuple(
        each.stated or each.article for each in _readable(read_articles(against or ()), tally)
    )
    try:
        checker = Checker([rule], engine="plain")
    except (KnowledgeError, UnknownRuleError) as failure:
        fail(str(failure))
    if [each.name for each in checker.rules] != [rule]:
        fail(f"why is about one rule, and {rule!r} is {len(checker.rules)}")
    with open_output(None) as stream:
        for submission in _readable(read_articles(files, input_name=input_name), tally):
            together = (*submission.against, *others)
            given = submission.stated or submission.article
            report, misses = checker.review(
                rule, given, published=day, title=title, against=together, most=most
            )
            tally.add(report)
            write_misses(report, misses, stream)
    raise typer.Exit(_exit_code(tally, "never"))


@dataclass(frozen=True, slots=True)
class _Delivery:
    """Where the reports go, and how."""

    output: Path | None
    form: Format
    show: Show
    extent: Extent = field(default_factory=Extent)


def _read_only(
    files: Sequence[str],
    found: Iterable[Submission | Unreadable],
    published: str | None,
    title: str | None,
    delivery: _Delivery,
) -> NoReturn:
    """Shows what the articles ``found`` in ``files`` state or mention, with no rule applied."""
    from ..checker import Checker

    day = _day(published)
    _one_title(title, files)
    tally = Tally()
    try:
        checker = Checker(rulebook=(), engine="plain")
    except KnowledgeError as failure:
        fail(str(failure))
    read = checker.mentions if delivery.show == "mentions" else checker.extract

    def examined(given: Iterable[Submission]) -> Iterator[tuple[Submission, Report]]:
        return ((each, examine(each)) for each in given)

    def examine(submission: Submission) -> Report:
        stated = submission.stated
        if stated is not None and delivery.show != "mentions":
            counts = {"facts": len(stated.facts)}
            return Report(stated.article, stated.facts, errors=stated.errors, counts=counts)
        return read(submission.article, published=day, title=title)

    _run(files, examined, tally, delivery, found)
    raise typer.Exit(_exit_code(tally, "never"))


def _run(
    files: Sequence[str],
    examined: Callable[[Iterable[Submission]], Iterator[tuple[Submission, Report]]],
    tally: Tally,
    delivery: _Delivery,
    given: Iterable[Submission | Unreadable],
    against: Sequence[str] = (),
    rules: Sequence[Rule] = (),
) -> None:
    problem = delivery.output and misplaced(delivery.output, (*files, *against))
    if problem:
        fail(problem)
    if delivery.form == "parquet" and delivery.output is None:
        fail("--format parquet needs --output PATH")
    try:
        with open_output(delivery.output, parquet=delivery.form == "parquet") as stream:
            reports: Iterator[Report] = (
                _noted(report, each) for each, report in examined(_readable(given, tally))
            )
            one = len(files) == 1 and os.path.isfile(files[0])  # noqa: PTH113 - raises nothing
            many = not one or files[0].endswith(".jsonl")
            if many and not delivery.extent.quiet and _is_watched(stream):
                reports = show_progress(reports, number_of_articles(files))
            write_reports(
                reports, tally, stream, delivery.form, delivery.show, rules, delivery.extent
            )
    except BrokenPipeError:
        raise
    except OSError as failure:
        if delivery.output is None:
            raise
        fail(f"{delivery.output}: cannot be written: {failure.strerror}")


def _is_watched(stream: TextIO) -> bool:
    """Whether somebody sees standard error, and it is free of what is written."""
    return sys.stderr is not None and sys.stderr.isatty() and not stream.isatty()


def _noted(report: Report, submission: Submission) -> Report:
    """The report with how the article was understood."""
    return replace(report, notes=(*report.notes, *submission.notes))


def _readable(found: Iterable[Submission | Unreadable], tally: Tally) -> Iterator[Submission]:
    """The articles; what cannot be read is said and counted."""
    for each in found:
        if isinstance(each, Submission):
            yield each
        else:
            tally.miss()
            complain(str(each))


def _exit_code(tally: Tally, fail_on: str) -> int:
    if tally.failed:
        return FAILED
    if fail_on == "never":
        return 0
    grave = _SEVERITIES[: _SEVERITIES.index(fail_on) + 1]
    return FOUND if any(tally.findings[severity] for severity in grave) else 0


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
