"""The commands about an archive: add, list, show, remove, export."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..in_force import InForce
from ..knowledge import KnowledgeError
from ..output import Tally, complain_of
from ..progress import number_of_articles, show_progress
from ..report.quoting import shown
from ..report.summary import number_of
from ..sources import read_articles
from .application import FAILED, Command, Commands, app, day_of, examples, fail
from .delivery import readable
from .house import complain_of_houses, first_place
from .options import Files, InputName, Jobs, Published, Quiet

if TYPE_CHECKING:
    from ..archive.adding import Adding
    from ..batch import Task
    from ..model import Report

__all__ = ["ArchiveFile", "add", "archive", "export", "read_each", "refused", "remove"]

archive = typer.Typer(cls=Commands, no_args_is_help=True, rich_markup_mode=None)
app.add_typer(
    archive,
    name="archive",
    help="Keep articles with what they state in one file, to hold drafts against.",
    epilog=examples(
        "belie archive add desk.belie wire/ --by anna",
        "belie archive list desk.belie --place Kherson --from 2022-11-01",
        "belie check draft.md --against desk.belie",
    ),
)

ArchiveFile = Annotated[Path, typer.Argument(metavar="ARCHIVE", help="The file of the archive.")]


@archive.command(
    cls=Command,
    epilog=examples(
        "belie archive add desk.belie wire/ --by anna",
        "belie archive add desk.belie wire.jsonl --jobs 2",
        "belie archive add desk.belie story.md --published 2022-11-12",
        "belie archive add new.belie exported/",
    ),
)
def add(
    path: ArchiveFile,
    files: Files,
    *,
    published: Published = None,
    input_name: InputName = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who adds; your login name, if not said.")
    ] = None,
    jobs: Jobs = 1,
    quiet: Quiet = False,
) -> None:
    """Read articles, or statements of them, and keep what they state.

    The archive is made where there is none. An article with the id of one that is there takes its
    place, and where its text is the same nothing changes. A folder that belie archive export wrote
    is taken back as it was.

    Exit code 2: an article could not be read, or not in full; all others are added.
    """
    from ..archive.adding import Adding
    from ..archive.store import Store
    from ..archive.transfer import is_export

    day = day_of("--published", published)
    tally, in_force = Tally(), InForce(applying=False)
    exports = [Path(name) for name in files if is_export(name)]
    copy = [name for name in files if not is_export(name)]
    with refused():
        kinds = in_force.house(first_place(copy, input_name) if copy else None).kinds
        with Store(path, kinds) as store:
            adding = Adding(store, path, by or _login(), day)
            _take(adding, exports, path)
            found = readable(
                in_force.tasks(read_articles(copy, input_name=input_name, kinds=in_force.kinds)),
                tally,
            )
            if copy and not quiet and sys.stderr is not None and sys.stderr.isatty():
                found = show_progress(found, number_of_articles(copy))
            for task, report in read_each(adding.changed(found), in_force, day, jobs):
                tally.add(report)
                _say(adding.add(task, report))
                complain_of(report)
    complain_of_houses(in_force)
    if not quiet:
        typer.echo(_sum_of(adding, path))
    raise typer.Exit(FAILED if tally.failed or in_force.failed else 0)


def _take(adding: Adding, exports: Sequence[Path], path: Path) -> None:
    """Adds what was exported from other archives."""
    from ..archive.transfer import taken

    for folder in exports:
        for record in taken(folder, path):
            _say(adding.put(record))


def read_each(
    tasks: Iterable[Task], in_force: InForce, published: date | None, jobs: int
) -> Iterator[tuple[Task, Report]]:
    """Each article with what it states."""
    from ..batch import Examination, Examiner

    examination = Examination(published=published, reading=True)
    return Examiner(examination, houses=in_force.houses).reports(tasks, jobs)


def _say(line: str | None) -> None:
    if line is not None:
        typer.echo(shown(line))


def _sum_of(adding: Adding, path: Path) -> str:
    """What came of it, in one line."""
    said = [
        f"{number_of(adding.outcomes[outcome], 'article')} {outcome}"
        for outcome in ("added", "replaced", "unchanged")
        if adding.outcomes[outcome] or outcome == "added"
    ]
    return f"{path}: {', '.join(said)} ({number_of(adding.facts, 'fact')})"


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        fail("it is not known who you are; say who adds with --by NAME")


@contextmanager
def refused() -> Iterator[None]:
    """Its block ends the run where an archive cannot be used, or a file of the house."""
    from ..archive.database import ArchiveError

    try:
        yield
    except (ArchiveError, KnowledgeError) as failure:
        fail(str(failure))


@archive.command(
    cls=Command,
    epilog=examples(
        "belie archive remove desk.belie wire-7 wire-9",
        "belie archive remove desk.belie --file wire/monday.jsonl",
    ),
)
def remove(
    path: ArchiveFile,
    articles: Annotated[
        list[str] | None, typer.Argument(metavar="ARTICLE", help="By their ids.")
    ] = None,
    *,
    file: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="All that were read from this file. Repeatable."),
    ] = None,
) -> None:
    """Take articles out of an archive, with what they state.

    Exit code 2: there is none of an id or a file; then nothing is removed.
    """
    from ..archive.archive import Archive
    from ..archive.store import Store

    if not articles and not file:
        fail("nothing is named to remove; give the ids of articles, or --file FILE")
    with refused():
        with Archive.open(path) as kept:
            for article in articles or ():
                kept.report(article)
            for name in file or ():
                kept.refuse_unknown_file(name)
        with Store(path) as store:
            removed = store.remove(articles or (), file or ())
    told = f"{number_of(removed.articles, 'article')} removed ({number_of(removed.facts, 'fact')})"
    typer.echo(f"{path}: {told}")


@archive.command(
    cls=Command,
    epilog=examples(
        "belie archive export desk.belie exported/",
        "belie archive add new.belie exported/",
    ),
)
def export(
    path: ArchiveFile,
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="Where to; it is made, or is an earlier export."),
    ],
) -> None:
    """Write an archive as Parquet: articles, events and facts, a file each.

    belie archive add takes the folder back, and nothing is lost on the way.
    """
    from ..archive import transfer

    with refused():
        try:
            rows = transfer.export(path, folder)
        except OSError as failure:
            fail(f"{failure.filename or folder}: cannot be written: {failure.strerror}")
    told = ", ".join(number_of(rows[name], name.removesuffix("s")) for name in rows)
    typer.echo(f"{folder}: {told}")
