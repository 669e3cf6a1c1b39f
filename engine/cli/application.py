"""The application that commands join, and what they share."""

from __future__ import annotations

from typing import Annotated, NoReturn

import typer

from ..output import complain

__all__ = ["FAILED", "FOUND", "app", "examples", "fail"]

FOUND, FAILED = 1, 2
"""Exit codes beside 0."""


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"belie {version('belie')}")
        raise typer.Exit


def examples(*commands: str) -> str:
    """Help text that keeps its lines, which is what the backspace asks for."""
    return "\n  ".join(["\b\nExamples:", *commands])


app = typer.Typer(
    name="belie",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback(
    epilog=examples(
        "belie check story.txt --published 2022-12-02",
        "belie check story.txt --against wire.txt",
        "belie rules",
    )
)
def belie(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Say which.")
    ] = False,
) -> None:
    """Flags what cannot both be in news copy."""


def fail(problem: str) -> NoReturn:
    """Says ``problem`` and ends with exit code 2."""
    complain(problem)
    raise typer.Exit(FAILED)
