"""The application that commands join, and what they share."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Annotated, Any, Literal, NoReturn, get_args, get_origin

import typer
from typer import BadParameter
from typer.core import TyperCommand, TyperGroup

from ..model import iso_day
from ..output import abandon, complain

__all__ = ["CLOSED", "FAILED", "FOUND", "Command", "Commands", "app", "day_of", "examples", "fail"]

FOUND, FAILED = 1, 2
"""Exit codes beside 0."""

CLOSED = 128 + signal.SIGPIPE
"""The exit code when nobody reads on: what a shell says of a program that this signal ended."""


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"belie {version('belie')}")
        raise typer.Exit


def examples(*commands: str) -> str:
    """Help text that keeps its lines, which is what the backspace asks for."""
    return "\n  ".join(["\b\nExamples:", *commands])


class Command(TyperCommand):
    """A command that takes what is typed as it stands where nothing is to be made of it.

    Typer asks pydantic about every value, and to import that takes as long as an article.
    """

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 - as typer has it
        """The parameters."""
        return _plain(super().get_params(ctx))


class Commands(TyperGroup):
    """All of them, with parameters of the same sort."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401
        """The parameters."""
        return _plain(super().get_params(ctx))

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401
        """Runs a command; standard output that takes no more is said, or is the reader's wish."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                if sys.stdout is not None:
                    sys.stdout.flush()
        except OSError as failure:
            if failure.filename is not None:
                raise
            if sys.stdout is not None:
                abandon(sys.stdout)
            if isinstance(failure, BrokenPipeError):
                raise typer.Exit(CLOSED) from failure
            fail(f"standard output cannot be written: {failure.strerror}")


def _plain(parameters: list[Any]) -> list[Any]:
    for parameter in parameters:
        own = vars(parameter)
        own.setdefault("process_value", partial(_value, parameter, parameter.process_value))
    return parameters


def _value(parameter: Any, ask: Callable[..., Any], context: Any, value: Any) -> Any:  # noqa: ANN401
    """The value of a parameter; ``ask`` gives that of any."""
    wanted = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    missing = value is None and parameter.required
    if missing or not (value is parameter.default or _fits(value, wanted)):
        try:
            return ask(context, value)
        except BadParameter as failure:  # in pydantic's words, which begin with what it raised
            failure.message = failure.message.removeprefix("Value error, ")
            raise
    return value if parameter.callback is None else parameter.callback(context, parameter, value)


def _fits(value: object, wanted: object) -> bool:
    """Whether a value is what is wanted already."""
    if wanted == list[str]:
        return isinstance(value, tuple | list) and all(isinstance(each, str) for each in value)
    if get_origin(wanted) is Literal:
        return value in get_args(wanted)
    return wanted is str and isinstance(value, str)


app = typer.Typer(
    name="belie",
    cls=Commands,
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


def day_of(option: str, written: str | None) -> date | None:
    """The day that is written behind an option; what is no day is said, and ends the run."""
    try:
        return None if written is None else iso_day(written)
    except ValueError as failure:
        fail(f"{option}: {failure}")
