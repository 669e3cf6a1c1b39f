"""The commands that show what an archive holds: list, show."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from ..in_force import InForce
from ..knowledge import nearest
from ..model import Provenance
from ..output import appearance
from ..report.quoting import came, shown
from ..report.summary import number_of
from .application import Command, day_of, examples, fail
from .archive import ArchiveFile, archive, refused

if TYPE_CHECKING:
    from ..archive.listing import ListedArticle, ListedFact, Page

__all__ = ["Listing", "list_", "show"]

_PAGE = 50
_NO_DAY = "undated"

Listing = Annotated[
    Literal["text", "jsonl"], typer.Option("--format", help="For people, or for programs.")
]


@archive.command(
    name="list",
    cls=Command,
    epilog=examples(
        "belie archive list desk.belie",
        "belie archive list desk.belie --place Ukraine --from 2022-11-01 --to 2022-11-30",
        "belie archive list desk.belie --facts --kind casualty --limit 20 --offset 20",
    ),
)
def list_(  # noqa: PLR0913 - one parameter an option
    path: ArchiveFile,
    *,
    facts: Annotated[bool, typer.Option("--facts", help="Facts, and not articles.")] = False,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="No earlier than this day.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="No later than this day.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="With facts of this kind.")
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="PLACE", help="With facts about this place, or within it.")
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="With facts that this source gives.")
    ] = None,
    file: Annotated[str | None, typer.Option(metavar="FILE", help="Read from this file.")] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many at most.")] = _PAGE,
    offset: Annotated[
        int, typer.Option(min=0, metavar="N", help="How many to leave out before.")
    ] = 0,
    form: Listing = "text",
) -> None:
    """List the articles of an archive, or with --facts their facts, the latest first.

    An article is dated by its publication, a fact by the days that it is about, or where these are
    not known by the publication of its article.
    """
    from ..archive.archive import Archive
    from ..archive.listing import Wanted
    from ..report.json import json_value

    wanted = Wanted(
        day_of("--from", first), day_of("--to", last), _known_kind(kind), place, source, file
    )
    with refused(), Archive.open(path) as kept:
        listed = kept.facts if facts else kept.articles
        page = listed(wanted, limit=limit, offset=offset)
    if form == "jsonl":
        for row in page.rows:
            typer.echo(json_value(_plain(row)))
        return
    for row in page.rows:
        typer.echo(_fact_line(row) if facts else _article_line(row))
    typer.echo(_closing(page, "fact" if facts else "article", offset))


def _known_kind(kind: str | None) -> str | None:
    kinds = InForce(applying=False).kinds(".")
    if kind is not None and kind not in kinds:
        fail(f"--kind: there is no kind {kind!r}{nearest(kind, kinds)}")
    return kind


def _plain(row: Any) -> dict[str, Any]:  # noqa: ANN401 - either of what is listed
    """A row as plain data, its moments in ISO form."""
    data = row._asdict()
    return {k: f"{v.isoformat()}Z" if isinstance(v, datetime) else v for k, v in data.items()}


def _article_line(row: ListedArticle) -> str:
    day = row.published.isoformat() if row.published else _NO_DAY
    title = f"«{row.title}»" if row.title else ""
    return _line(day, row.id, title, f"{number_of(row.facts, 'fact')}, {came(_provenance(row))}")


def _provenance(row: ListedArticle) -> Provenance:
    return Provenance("", row.added_by, row.added_at, row.file, row.line)


def _fact_line(row: ListedFact) -> str:
    source = f"says {row.source}" if row.source else ""
    return _line(_days(row), row.id, row.kind, f"«{row.text}»", row.place or "", source)


def _line(*cells: str) -> str:
    return "  ".join(filter(None, map(shown, cells)))


def _days(row: ListedFact) -> str:
    """The days that a fact is about."""
    if row.starts is None and row.ends is None:
        return _NO_DAY
    first = row.starts.isoformat() if row.starts else "…"
    last = (row.ends - timedelta(1)).isoformat() if row.ends else "…"
    return first if first == last else f"{first} to {last}"


def _closing(page: Page, noun: str, offset: int) -> str:
    shown_to = offset + len(page.rows)
    line = number_of(page.total, noun)
    if page.rows and (offset or shown_to < page.total):
        line = f"{offset + 1:,} to {shown_to:,} of {line}"
    return f"{line}; the next with --offset {shown_to}" if shown_to < page.total else line


@archive.command(
    cls=Command,
    epilog=examples(
        "belie archive show desk.belie wire-7",
        "belie archive show desk.belie wire-7 --format json",
    ),
)
def show(
    path: ArchiveFile,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id.")],
    *,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="For people, or for programs.")
    ] = "text",
) -> None:
    """Show what an article of an archive states, and which happenings that is about."""
    from ..archive.archive import Archive
    from ..report.json import json_text
    from ..report.text import render_facts

    with refused(), Archive.open(path) as kept:
        report = kept.report(article, own_ids=form == "json")
    if form == "json":
        typer.echo(json_text(report))
        return
    own = report.article
    day = own.published.isoformat() if own.published else "no day of publication"
    typer.echo(shown(f"{own.id}  «{own.title}»" if own.title else own.id or ""))
    if own.archived is not None:
        typer.echo(shown(f"{day}, {came(own.archived)}"))
    typer.echo()
    colour, width = appearance(sys.stdout)
    typer.echo(render_facts(report, colour=colour, width=width), nl=False)
    typer.echo(number_of(len(report.facts), "fact"))
