"""The command that finds contradictions between articles: those of folders, files or an archive."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..in_force import InForce
from ..knowledge import KnowledgeError
from ..output import Extent, Tally, complain, complain_of, show_statistics
from ..sources import is_archive, read_articles
from .application import FAILED, FOUND, Command, app, day_of, examples, fail
from .archive import read_each, refused
from .delivery import Delivery, readable, refuse_form, run
from .house import first_place
from .options import (
    FailOn,
    FindingsAlone,
    FindingsForm,
    Ignore,
    Jobs,
    Output,
    Published,
    Quiet,
    Select,
    Statistics,
)

if TYPE_CHECKING:
    from datetime import date

    from ..batch import Task
    from ..kinds import Kind
    from ..model import Report

__all__ = ["cross"]


@app.command(
    cls=Command,
    epilog=examples(
        "belie cross news/ --jobs 2",
        "belie cross 2024.jsonl --format jsonl --findings --output between.jsonl",
        "belie cross desk.belie --select casualty",
    ),
)
def cross(  # noqa: PLR0913 - one parameter an option
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Articles and folders of them, or one archive."),
    ],
    *,
    published: Published = None,
    form: FindingsForm = "text",
    findings_alone: FindingsAlone = False,
    statistics: Statistics = False,
    quiet: Quiet = False,
    output: Output = None,
    select: Select = None,
    ignore: Ignore = None,
    jobs: Jobs = 1,
    fail_on: FailOn = None,
) -> None:
    """Flag what cannot stand together between articles, and not within one.

    Each article is held against those that were published before it, as a draft is against an
    archive. Articles of which no day of publication is known are the last.

    Exit code 0: nothing at --fail-on or above. 1: something. 2: a wrong option, or an article
    that could not be read; all others are still held against each other.
    """
    from ..archive.archive import Archive
    from ..archive.crossing import as_drafts
    from ..batch import Examination, Examiner

    refuse_form(form, output, findings_alone=findings_alone)
    in_force, read = InForce(select, ignore, fail_on), Tally()
    try:
        kinds = in_force.house(first_place(files, None)).kinds
    except KnowledgeError as failure:
        fail(str(failure))
    day, extent = day_of("--published", published), Extent(findings_alone, quiet)
    with refused(), _kept(files, kinds, day, jobs, read) as path:
        archive = Archive(path, earlier=True)
        examination = Examination(engine=None, against=(archive,))
        of_copy = not is_archive(files[0])
        tally = Tally(failed=read.failed)

        def examined(tasks: Iterable[Task]) -> Iterator[tuple[Task, Report]]:
            for task, report in examiner.reports(tasks, jobs):
                yield task, _as_copy(report) if of_copy else report

        with Examiner(examination, houses=in_force.houses) as examiner:
            delivery = Delivery(output, form, "findings", extent, rules=in_force.rules)
            run(files, examined, in_force, tally, delivery, as_drafts(archive, kinds))
    if statistics:
        show_statistics(tally, extent, beneath=form == "text" and output is None)
    raise typer.Exit(FAILED if tally.failed or in_force.failed else FOUND * in_force.found)


@contextmanager
def _kept(
    files: Sequence[str], kinds: Mapping[str, Kind], published: date | None, jobs: int, tally: Tally
) -> Iterator[Path]:
    """The archive that ``files`` are, or a passing one of what is in them."""
    from ..archive.adding import Adding
    from ..archive.store import Store

    archives = [name for name in files if is_archive(name)]
    if archives:
        if len(files) > 1:
            problem = "is an archive, which is crossed by itself"
            fail(f"{archives[0]}: {problem}; to cross all of it, add the others to it")
        yield Path(archives[0])
        return
    with tempfile.TemporaryDirectory(prefix="belie-") as folder:
        path = Path(folder, "crossed.belie")
        reading = InForce(applying=False)
        with Store(path, kinds) as store:
            adding = Adding(store, path, "", published)
            found = readable(reading.tasks(read_articles(files, kinds=reading.kinds)), tally)
            for task, report in read_each(adding.changed(found), reading, published, jobs):
                tally.add(report)
                complain_of(report)
                if (line := adding.add(task, report)) is not None:
                    complain(line)
        yield path


def _as_copy(report: Report) -> Report:
    """``report`` on articles that no archive keeps."""
    article = replace(report.article, archived=None)
    against = tuple(replace(each, archived=None) for each in report.against)
    return replace(report, article=article, against=against)
