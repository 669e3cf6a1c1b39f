"""The options and arguments that commands which read articles share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from .. import configuration
from ..files import LARGEST
from ..model import EngineName
from ..sources import SUFFIXES

__all__ = [
    "Against",
    "Baseline",
    "Engine",
    "FactsForm",
    "FailOn",
    "Files",
    "FilesIfAny", "FindingsAlone", "FindingsForm",
    "Form",
    "Ignore",
    "InputName", "Jobs",
    "Output",
    "Published", "Quiet",
    "Readers", "Resume",
    "Select",
    "Statements", "Statistics",
    "Timeout",
    "Title",
]  # fmt: skip

_FILES = typer.Argument(
    metavar="FILE",
    help=f"Articles ({' '.join(SUFFIXES)}; of .jsonl each line) of up to {LARGEST >> 20} MB, "
    "folders of them, or - for standard input.",
)
Files = Annotated[list[str], _FILES]
FilesIfAny = Annotated[list[str] | None, _FILES]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication, where an article carries none."),
]
Title = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Headline of the one FILE, if it carries none.")
]
InputName = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename",
        metavar="NAME",
        help="What standard input is read as and called, such as story.md.",
    ),
]
Against = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FILE", help="Hold every article against this copy or archive too. Repeatable."
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE",
        help="Only this rule, topic, pattern, or several between commas. Repeatable.",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE", help="Not this rule, topic, pattern, or several between commas. Repeatable."
    ),
]
Engine = Annotated[EngineName, typer.Option(help="What matches; all find the same.")]
_MOST_JOBS = 1024  # far more than help, and as many as one machine can hold
Jobs = Annotated[
    int,
    typer.Option(
        min=1, max=_MOST_JOBS, metavar="N", help="How many processes check; reports come in order."
    ),
]
Timeout = Annotated[
    float,
    typer.Option(
        min=0.1,
        metavar="SECONDS",
        help="How long matching may take for an article before it is given up.",
    ),
]
Statements = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FILE",
        help="Statements about the copy, with quotes from it, or without FILE by themselves; - for "
        "standard input. Repeatable.",
    ),
]
Readers = Annotated[
    Literal["belie", "both", "none"] | None,
    typer.Option(
        help="What reads copy that statements are given for: belie, belie beside them (the "
        "default), or none but them."
    ),
]
FailOn = Annotated[
    configuration.FailOn | None,
    typer.Option(
        help="The least severe finding that gives exit code 1; if not said here or in belie.toml, "
        "contradiction."
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(metavar="REPORT", help="Tell only what this report in JSON does not have."),
]
Resume = Annotated[
    bool,
    typer.Option(
        "--resume",
        help="Go on where a run was stopped: each article's line is kept in PATH.partial until "
        "all are written. With --format jsonl --output PATH.",
    ),
]
Form = Annotated[
    Literal["text", "json", "jsonl"],
    typer.Option("--format", help="For people, or for programs."),
]
FindingsForm = Annotated[
    Literal["text", "json", "jsonl", "sarif", "github", "html", "annotation"],
    typer.Option(
        "--format",
        help="For people, for programs, for code hosts, for annotating, or a page for a browser, "
        "which a terminal does not show: add --output.",
    ),
]
FactsForm = Annotated[
    Literal["text", "json", "jsonl", "csv", "parquet"],
    typer.Option("--format", help="For people, for programs, or as a table of facts."),
]
FindingsAlone = Annotated[
    bool, typer.Option("--findings", help="In JSON only findings, with the facts that they name.")
]
Statistics = Annotated[
    bool,
    typer.Option("--statistics", help="How many facts of each kind and findings of each rule."),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", help="Only findings, without notes and a closing line.")
]
Output = Annotated[
    Path | None, typer.Option(metavar="PATH", help="Write there, not to standard output.")
]
