"""The commands that read articles: check, extract, mentions, why."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from ..entries import Submission, Unreadable
from ..files import LARGEST
from ..knowledge import KnowledgeError
from ..model import TIMEOUT, EngineName, Report, iso_day
from ..output import (
    Format,
    Show,
    Tally,
    complain,
    misplaced,
    open_output,
    show_progress,
    write_misses,
    write_reports,
)  # fmt: skip
from ..sources import STANDARD_INPUT, SUFFIXES, read_articles, read_stated, read_statements
from .application import FAILED, FOUND, Command, app, examples, fail

if TYPE_CHECKING:
    from ..statements.reader import StatedReader

__all__ = ["check", "extract", "mentions", "why"]

_SEVERITIES = ("contradiction", "discrepancy", "caution")

_FILES = typer.Argument(
    metavar="FILE",
    help=f"Articles ({' '.join(SUFFIXES)}; of .jsonl each line) of up to {LARGEST >> 20} MB, "
    "folders of them, or - for standard input.",
)
_Files = Annotated[list[str], _FILES]
_FilesIfAny = Annotated[list[str] | None, _FILES]
_Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication, where an article carries none."),
]
_Title = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Headline of the one FILE, if it carries none.")
]
_Against = Annotated[
    list[str] | None,
    typer.Option(metavar="FILE", help="Hold every article against this too. Repeatable."),
]
_Select = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE", help="Only this rule, or pattern. Repeatable."),
]
_Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE", help="Not this rule, or pattern. Repeatable."),
]
_Engine = Annotated[EngineName, typer.Option(help="What matches; all find the same.")]
_Timeout = Annotated[
    float,
    typer.Option(
        min=0.1,
        metavar="SECONDS",
        help="How long matching may take for an article before it is given up.",
    ),
]
_Statements = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FILE",
        help="Statements about the copy, with quotes from it, or without FILE by themselves; - for "
        "standard input. Repeatable.",
    ),
]
_Readers = Annotated[
    Literal["belie", "both", "none"] | None,
    typer.Option(
        help="What reads copy that statements are given for: belie, belie beside them (the "
        "default), or none but them."
    ),
]
_FailOn = Annotated[
    Literal["contradiction", "discrepancy", "caution", "never"],
    typer.Option(help="The least severe finding that gives exit code 1."),
]
_Form = Annotated[
    Literal["text", "json", "jsonl"],
    typer.Option("--format", help="For people, or for programs."),
]
_FactsForm = Annotated[
    Format,
    typer.Option("--format", help="For people, for programs, or as a table of facts."),
]
_Output = Annotated[
    Path | None, typer.Option(metavar="PATH", help="Write there, not to standard output.")
]


@app.command(
    cls=Command,
    epilog=examples(
        "belie check story.txt --published 2022-12-02",
        "belie check drafts/ --format jsonl --output findings.jsonl",
        "belie check story.md --against wire.txt --select 'control/*'",
        "belie check - < story.txt",
        "belie check tolls.csv",
        "belie check story.md --statements story.statements.jsonl --reader none",
        "belie check --statements - < tolls.jsonl",
    ),
)
def check(  # noqa: PLR0913 - one parameter an option
    files: _FilesIfAny = None,
    *,
    published: _Published = None,
    title: _Title = None,
    against: _Against = None,
    form: _Form = "text",
    output: _Output = None,
    select: _Select = None,
    ignore: _Ignore = None,
    statements: _Statements = None,
    reader: _Readers = None,
    engine: _Engine = "auto",
    timeout: _Timeout = TIMEOUT,
    fail_on: _FailOn = "contradiction",
) -> None:
    """Flag what cannot stand together in articles, or in statements of them.

    Exit code 0: nothing at --fail-on or above. 1: something. 2: a wrong option, or an article
    that could not be read or not be checked in full; all others are still checked.
    """
    from ..checker import Checker
    from ..matching.base import EngineUnavailableError
    from ..reading.reader import read_article
    from ..selection import UnknownRuleError

    if not (files or statements):
        fail("nothing is given to check; name a FILE, or statements with --statements")
    alone = not files
    files, statements = (statements or [], []) if not files else (files, statements or [])
    day = _day(published)
    _one_title(title, files)
    missing = Tally()
    others = tuple(
        each.stated or each.article for each in _readable(read_articles(against or ()), missing)
    )
    tally = Tally(failed=missing.failed)
    stated = _stated_reader(files, statements, reader)
    try:
        checker = Checker(
            select or None,
            ignore=ignore or (),
            engine=engine,
            apart=True,
            timeout=timeout,
            read=stated or read_article,
        )
    except (KnowledgeError, UnknownRuleError, EngineUnavailableError) as failure:
        fail(str(failure))

    def examine(submission: Submission) -> Report:
        given = submission.stated or submission.article
        together = (*submission.against, *others)
        return checker.check(given, published=day, title=title, against=together)

    read_too = (*(against or ()), *statements)
    with checker:
        delivery = _Delivery(output, form, "findings")
        given = read_stated(files) if alone else read_articles(files)
        _run(files, examine, tally, delivery, given, read_too)
    for problem in stated.unread() if stated else ():
        tally.miss()
        complain(str(problem))
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
    files: _Files,
    *,
    published: _Published = None,
    title: _Title = None,
    form: _FactsForm = "text",
    output: _Output = None,
) -> None:
    """Show the facts that articles state, and flag nothing.

    What is written as jsonl, csv or parquet can be checked again, changed or not.
    """
    _read_only(files, published, title, _Delivery(output, form, "facts"))


@app.command(
    cls=Command,
    epilog=examples(
        "belie events story.txt --published 2022-12-02",
        "belie events archive.jsonl --format jsonl --output events.jsonl",
    ),
)
def events(
    files: _Files,
    *,
    published: _Published = None,
    title: _Title = None,
    form: _Form = "text",
    output: _Output = None,
) -> None:
    """Show what belie takes for one happening, with the facts about each.

    Tolls of one happening are compared, and those of two are not. In JSON it is the report of
    extract, whose facts name their events.
    """
    _read_only(files, published, title, _Delivery(output, form, "events"))


@app.command(
    cls=Command,
    epilog=examples(
        "belie mentions story.txt --published 2022-12-02",
        "belie mentions archive.jsonl --format jsonl --output mentions.jsonl",
    ),
)
def mentions(
    files: _Files,
    *,
    published: _Published = None,
    title: _Title = None,
    form: _Form = "text",
    output: _Output = None,
) -> None:
    """Show the numbers, dates and names of articles, as they are understood.

    In JSON each has its span in code points; belie schema mentions describes the form.
    """
    _read_only(files, published, title, _Delivery(output, form, "mentions"))


@app.command(
    cls=Command,
    epilog=examples(
        "belie why control/two-holders story.txt --published 2022-12-02",
        "belie why casualty/told-twice story.txt --against wire.txt",
    ),
)
def why(
    rule: Annotated[str, typer.Argument(metavar="RULE")],
    files: _Files,
    *,
    published: _Published = None,
    title: _Title = None,
    against: _Against = None,
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
        for submission in _readable(read_articles(files), tally):
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


def _read_only(
    files: Sequence[str], published: str | None, title: str | None, delivery: _Delivery
) -> NoReturn:
    """Shows what articles state or mention, with no rule applied."""
    from ..checker import Checker

    day = _day(published)
    _one_title(title, files)
    tally = Tally()
    try:
        checker = Checker(rulebook=(), engine="plain")
    except KnowledgeError as failure:
        fail(str(failure))
    read = checker.mentions if delivery.show == "mentions" else checker.extract

    def examine(submission: Submission) -> Report:
        stated = submission.stated
        if stated is not None and delivery.show != "mentions":
            counts = {"facts": len(stated.facts)}
            return Report(stated.article, stated.facts, errors=stated.errors, counts=counts)
        return read(submission.article, published=day, title=title)

    _run(files, examine, tally, delivery, read_articles(files))
    raise typer.Exit(_exit_code(tally, "never"))


def _run(
    files: Sequence[str],
    examine: Callable[[Submission], Report],
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
            reports: Iterator[Report] = map(examine, _readable(given, tally))
            one = len(files) == 1 and os.path.isfile(files[0])  # noqa: PTH113 - raises nothing
            many = not one or files[0].endswith(".jsonl")
            if many and sys.stderr is not None and sys.stderr.isatty() and not stream.isatty():
                reports = show_progress(reports)
            write_reports(reports, tally, stream, delivery.form, delivery.show)
    except BrokenPipeError:
        raise
    except OSError as failure:
        if delivery.output is None:
            raise
        fail(f"{delivery.output}: cannot be written: {failure.strerror}")


def _readable(found: Iterable[Submission | Unreadable], tally: Tally) -> Iterator[Submission]:
    """The articles; what cannot be read is said and counted."""
    for each in found:
        if isinstance(each, Submission):
            yield each
        else:
            tally.miss()
            complain(str(each))


def _stated_reader(
    files: Sequence[str], statements: Sequence[str], reader: str | None
) -> StatedReader | None:
    """What reads the articles with the statements that are given about them, if any."""
    if not statements or reader == "belie":
        if reader in ("both", "none"):
            fail(f"--reader {reader} needs --statements")
        return None
    from ..statements.gathered import Gathered
    from ..statements.reader import StatedReader

    rows = Gathered(row for name in statements for row in read_statements(name))
    if not rows.names_all():
        rows.name_others(_only_article(files))
    return StatedReader(rows, beside=reader != "none")


def _only_article(files: Sequence[str]) -> str:
    """The id of the one article of ``files``, which statements that name none are about."""
    if list(files) == [STANDARD_INPUT]:
        return STANDARD_INPUT
    found = [each for each in islice(read_articles(files), 2) if isinstance(each, Submission)]
    if len(found) != 1:
        fail("the statements name no article; where several are checked, each needs its 'article'")
    return str(found[0].article.id)


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
