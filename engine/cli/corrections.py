"""The command that tells which archived articles stand against what is put right."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from ..in_force import InForce
from ..model import Fact, Finding, Report
from ..output import Tally, appearance, complain_of
from ..report.json import json_value, provenance_data
from ..report.quoting import shown
from ..report.summary import number_of
from ..sources import read_articles
from .application import FAILED, FOUND, Command, app, day_of, examples, fail
from .archive import ArchiveFile, refused
from .archive_listing import Listing
from .delivery import readable
from .house import complain_of_houses
from .options import Ignore, Published, Select

if TYPE_CHECKING:
    from ..archive.archive import Archive
    from ..archive.corrections import Standing
    from ..kinds import Kind
    from ..rulebook.rule import Rule

__all__ = ["corrections"]


class _Known(NamedTuple):
    """The rules that are applied, and what facts are of."""

    rules: Sequence[Rule]
    kinds: Mapping[str, Kind]


@app.command(
    cls=Command,
    epilog=examples(
        "belie corrections desk.belie --fact wire-7#f3 --to 31",
        "belie corrections desk.belie --fact wire-9#f1 --to holder=Ukraine --to 'time=11 November'",
        "belie corrections desk.belie wire-7.md --article wire-7",
    ),
)
def corrections(  # noqa: PLR0913 - one parameter an option
    path: ArchiveFile,
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="The article as it is now right.")
    ] = None,
    *,
    fact: Annotated[
        str | None,
        typer.Option(metavar="ID", help="The fact that is wrong, as belie archive show calls it."),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option(
            metavar="VALUE",
            help="What is right: its figure, or FIELD=VALUE for a field of it or its time. "
            "Repeatable.",
        ),
    ] = None,
    article: Annotated[
        str | None,
        typer.Option(metavar="ARTICLE", help="Which one FILE puts right, if it has another id."),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of the correction; else today.")
    ] = None,
    published: Published = None,
    select: Select = None,
    ignore: Ignore = None,
    form: Listing = "text",
) -> None:
    """Tell which articles of an archive stand against a fact, or an article, that is put right.

    What is right is held against the archive as of its article's day, and as the last word on it.

    Exit code 0: no article stands against it. 1: some do. 2: it could not be told.
    """
    from ..archive.archive import Archive

    if (file is None) == (fact is None):
        fail("name a fact with --fact ID --to VALUE, or a FILE with the article as it is right")
    if (fact is None) != (not to):
        fail("--to says what is right of the fact that --fact names; give both")
    day = day_of("--on", on) or date.today()
    in_force, tally = InForce(select, ignore), Tally()
    with refused(), Archive.open(path) as kept:
        settings = in_force.settings(file)
        house = in_force.houses.of(settings)
        known = _Known(house.rulebook(settings), house.kinds)
        if fact is not None:
            head, found = _of_fact(kept, fact, to or (), known, day)
        else:
            read = _read(str(file), article, published, in_force, tally)
            head = f"{path}: {shown(read.article.id or '')} as it is in {shown(str(file))}"
            found = kept.corrections_of(read, on=day, rules=known.rules, kinds=known.kinds)
    complain_of_houses(in_force)
    if form == "jsonl":
        _write_lines(found)
    else:
        _write(head, found)
    failed = tally.failed or in_force.failed
    raise typer.Exit(FAILED if failed else FOUND if found else 0)


def _of_fact(
    kept: Archive, name: str, to: Sequence[str], known: _Known, on: date
) -> tuple[str, tuple[Standing, ...]]:
    """What is put right, in a line, and what stands against it."""
    from ..archive.corrections import CorrectionError
    from ..statements.statement import StatementError

    report, fact = kept.fact(name)
    changes = dict(map(_change, to))
    try:
        found = kept.corrections(name, changes, on=on, rules=known.rules, kinds=known.kinds)
    except (CorrectionError, StatementError) as failure:
        fail(f"--to: {failure}")
    told = ", ".join(f"{field} {value}" for field, value in changes.items())
    day = f", {report.article.published}" if report.article.published else ""
    return shown(f"{name} «{fact.text}»{day}: {told}"), found


def _change(written: str) -> tuple[str, str]:
    """The field that is written, and what is right of it."""
    name, given, value = written.partition("=")
    return (name.strip(), value.strip()) if given else ("value", written.strip())


def _read(
    file: str, article: str | None, published: str | None, in_force: InForce, tally: Tally
) -> Report:
    """What is read of the one article in ``file``."""
    from ..batch import Examination, Examiner

    day = day_of("--published", published)
    examiner = Examiner(Examination(published=day, reading=True), houses=in_force.houses)
    tasks = [*readable(in_force.tasks(read_articles([file], kinds=in_force.kinds)), tally)]
    if len(tasks) != 1:
        if tally.failed:
            raise typer.Exit(FAILED)
        fail(f"{file}: holds {len(tasks)} articles; a correction is of one")
    report = examiner.report(tasks[0])
    tally.add(report)
    complain_of(report)
    return report if article is None else _renamed(report, article)


def _renamed(report: Report, name: str) -> Report:
    """``report`` on an article of that id."""
    facts = tuple(replace(fact, article=name) for fact in report.facts)
    return replace(report, article=replace(report.article, id=name), facts=facts)


def _write(head: str, found: Sequence[Standing]) -> None:
    from ..report.text import render_findings

    colour, width = appearance(sys.stdout)
    typer.echo(f"{head}\n")
    for each in found:
        typer.echo(render_findings(each.report, colour=colour, width=width), nl=False)
    names = ", ".join(_named(each) for each in found)
    said = f"{number_of(len(found), 'article')} stand{'s' * (len(found) == 1)} against it: {names}"
    typer.echo(said if found else "No article stands against it.")


def _named(standing: Standing) -> str:
    day = standing.article.published
    return shown(f"{standing.article.id} ({day})" if day else str(standing.article.id))


def _write_lines(found: Sequence[Standing]) -> None:
    for each in found:
        article = each.article
        told: dict[str, Any] = {
            "id": article.id,
            "title": article.title,
            "published": article.published,
        }
        came = {} if article.archived is None else provenance_data(article.archived)
        findings = [_finding(each.report, finding) for finding in each.findings]
        told.update(came)
        typer.echo(json_value({"article": told, "findings": findings}))


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "argument": finding.argument,
        "passages": [_passage(report, fact) for fact in finding.facts.values()],
    }


def _passage(report: Report, fact: Fact) -> dict[str, Any]:
    """A fact in the words of its article, with the sentence around it."""
    own = (report.article, *report.against)
    article = next(each for each in own if each.id == fact.article)
    text = (article.title or "") if fact.part == "title" else article.text
    return {
        "article": fact.article,
        "published": article.published,
        "fact": fact.id,
        "text": fact.text,
        "sentence": text[slice(*fact.sentence)],
    }
