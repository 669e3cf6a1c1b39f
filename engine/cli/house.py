"""The commands about a house's own settings and dismissals: config, dismiss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..in_force import InForce
from ..knowledge import KnowledgeError
from ..output import complain
from ..sources import STANDARD_INPUT
from .application import FAILED, Command, app, day_of, examples, fail

if TYPE_CHECKING:
    from ..baseline import Baseline

__all__ = ["complain_of_houses", "config", "dismiss", "first_place", "known"]


@app.command(
    cls=Command,
    epilog=examples(
        "belie config",
        "belie config stories/fire.md",
    ),
)
def config(
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help="The copy in question; else the working directory."),
    ] = None,
) -> None:
    """Show what is in force for a file, and which file of settings says so."""
    in_force = InForce()
    try:
        in_force.configuration(file)
        in_force.house(file).rules  # noqa: B018 - loads them, and so finds what is wrong
    except KnowledgeError as failure:
        fail(str(failure))
    for line in _shown(in_force, file):
        typer.echo(line)
    complain_of_houses(in_force)
    raise typer.Exit(FAILED if in_force.failed else 0)


def _shown(in_force: InForce, file: str | None) -> Iterator[str]:
    """What is in force, a line each, with where it is said."""
    configuration, house = in_force.configuration(file), in_force.house(file)
    settings = configuration.settings_for(file)
    yield f"{'settings':12}{configuration.path or 'none: no belie.toml, no [tool.belie]'}"
    for glob in configuration.fitting(file):
        yield f"{'':12}and its table for {glob!r}"
    for key, folders, count in (
        ("kinds", settings.kinds, len(house.own_kinds)),
        ("rules", settings.rules, len(house.own_rules)),
    ):
        named = [*house.packs, *(str(folder) for folder in folders)]
        yield f"{key:12}{', '.join(named) + f' ({count} in use), ' if named else ''}belie's own"
    yield f"{'select':12}{'every rule' if settings.select is None else ', '.join(settings.select)}"
    yield f"{'ignore':12}{', '.join(settings.ignore) or 'none'}"
    graded = ", ".join(f"{pattern} {severity}" for pattern, severity in settings.severities)
    yield f"{'severities':12}{graded or 'as in the rules'}"
    yield f"{'fail-on':12}{configuration.fail_on or 'contradiction'}"


@app.command(
    cls=Command,
    epilog=examples(
        "belie dismiss 8f3a1c0b --why 'two fires, says the desk' --copy stories/fire.md",
        "belie dismiss 8f3a1c0b --why 'count not final' --until 2026-12-31",
    ),
)
def dismiss(
    fingerprint: Annotated[
        str, typer.Argument(metavar="FINGERPRINT", help="Of the finding, or its first 8 digits.")
    ],
    *,
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason.")],
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="The last day on which it holds.")
    ] = None,
    copy: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The copy that it is about, beside which it is noted."),
    ] = None,
) -> None:
    """Have a finding left out from now on, with the reason, until its rule or its words change.

    It is noted in .belie-dismissed.toml, beside the copy or in the working directory.
    """
    from ..dismissals import add_dismissal

    if not why.strip():
        fail("--why is empty; say why the finding is not to be told")
    if copy is not None and not copy.is_file():
        fail(f"--copy: there is no file {str(copy)!r}")
    last = day_of("--until", until)
    if last is not None and last < date.today():
        fail(f"--until: {last} is past; name the last day on which it is to hold, or none")
    try:
        path = add_dismissal(fingerprint, why.strip(), last, copy)
    except (KnowledgeError, ValueError) as failure:
        fail(str(failure))
    except OSError as failure:
        fail(f"{failure.filename}: cannot be written: {failure.strerror}")
    typer.echo(f"dismissed in {path}")


def complain_of_houses(in_force: InForce) -> None:
    """Says what is wrong with files of houses, a line each."""
    for problem in in_force.problems():
        complain(problem)


def first_place(files: Sequence[str], input_name: str | None) -> str | None:
    """The file by whose place it is told what is in force; ``None`` for standard input."""
    return input_name if files[0] == STANDARD_INPUT else files[0]


def known(baseline: Path | None) -> Baseline | None:
    """What an earlier report found already."""
    if baseline is None:
        return None
    from ..baseline import BaselineError, read_baseline

    try:
        return read_baseline(baseline)
    except BaselineError as failure:
        fail(f"--baseline: {failure}")
