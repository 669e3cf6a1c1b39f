"""The commands that read articles: check, extract, events, mentions, why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from ..in_force import InForce
from ..knowledge import KnowledgeError
from ..model import TIMEOUT
from ..output import Extent, Tally, complain, open_output, show_statistics, write_misses
from ..selection import UnknownRuleError
from ..sources import read_articles, read_stated
from .application import FAILED, FOUND, Command, app, day_of, examples, fail
from .delivery import (
    Delivery,
    one_title,
    read_against,
    read_only,
    readable,
    refuse_archives,
    refuse_form,
    run,
)  # fmt: skip
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
    Resume,
    Select,
    Statements,
    Statistics,
    Timeout,
    Title,
)
from .stated import stated_reader

if TYPE_CHECKING:
    pass

__all__ = ["check", "events", "extract", "mentions", "why"]


@app.command(
    cls=Command,
    epilog=examples(
        "belie check story.txt --published 2022-12-02",
        "belie check drafts/ --format jsonl --output findings.jsonl",
        "belie check archive/ --jobs 4 --format jsonl --output findings.jsonl --resume",
        "belie check drafts/ --format html --output report.html",
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
    resumed: Resume = False,
) -> None:
    """Flag what cannot stand together in articles, or in statements of them.

    What belie.toml says (belie config shows it) holds where no option says otherwise.

    Exit code 0: nothing at --fail-on or above. 1: something. 2: a wrong option, or an article
    that could not be read or not be checked in full; all others are still checked.
    """
    from ..batch import Examination, Examiner
    from ..matching.base import EngineUnavailableError

    if not (files or statements):
        fail("nothing is given to check; name a FILE, or statements with --statements")
    if jobs > 1 and statements:
        fail("--jobs is for copy alone; leave out --statements, or take --jobs 1")
    refuse_form(form, output, findings_alone=findings_alone, resumed=resumed)
    alone = not files
    files, statements = (statements or [], []) if not files else (files, statements or [])
    day = day_of("--published", published)
    one_title(title, files)
    in_force = InForce(select, ignore, fail_on, known(baseline))
    missing = Tally()
    others = read_against(against, in_force, missing)
    tally = Tally(failed=missing.failed)
    stated = stated_reader(files, statements, reader, input_name, in_force)
    examination = Examination(engine, timeout, day, title, others)
    examiner = Examiner(examination, stated, in_force.houses)
    try:
        examiner.checker(in_force.settings(first_place(files, input_name)))
    except (KnowledgeError, UnknownRuleError, EngineUnavailableError) as failure:
        fail(str(failure))

    read_too = (*(against or ()), *statements)
    with examiner:
        extent, kinds = Extent(findings_alone, quiet), in_force.kinds
        delivery = Delivery(output, form, "findings", extent, resumed, in_force.rules)
        given = (
            read_stated(files, kinds)
            if alone
            else read_articles(files, input_name=input_name, kinds=kinds)
        )
        run(files, partial(examiner.reports, jobs=jobs), in_force, tally, delivery, given, read_too)
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
    read_only(files, input_name, published, title, Delivery(output, form, "facts"))


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
    read_only(files, input_name, published, title, Delivery(output, form, "events"))


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
    read_only(files, input_name, published, title, Delivery(output, form, "mentions"))


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

    day = day_of("--published", published)
    one_title(title, files)
    tally = Tally()
    in_force = InForce()
    refuse_archives(against)
    others = read_against(against, in_force, tally)
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
        for submission in readable(found, tally):
            together = (*submission.against, *others)
            given = submission.stated or submission.article
            report, misses = checker.review(
                rule, given, published=day, title=title, against=together, most=most
            )
            tally.add(report)
            write_misses(checker.rules[0], report, misses, stream)
    raise typer.Exit(FAILED if tally.failed or in_force.failed else 0)
