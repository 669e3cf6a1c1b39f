"""The command that makes statements of tables which others keep: map."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..in_force import InForce
from ..knowledge import KnowledgeError
from ..output import complain, misplaced, open_output
from ..sources import read_statements
from .application import FAILED, Command, app, examples, fail
from .house import complain_of_houses
from .options import Output

__all__ = ["map_"]


@app.command(
    "map",
    cls=Command,
    epilog=examples(
        "belie map polls.mapping.yaml polls.csv --output polls.jsonl",
        "belie archive add record.belie polls.jsonl --by anna",
        "belie check draft.md --against record.belie",
    ),
)
def map_(
    mapping: Annotated[
        Path, typer.Argument(metavar="MAPPING", help="What the columns are; a file of YAML.")
    ],
    tables: Annotated[
        list[str],
        typer.Argument(
            metavar="TABLE", help="A .csv, .tsv, .jsonl, .json, .parquet or .xlsx file."
        ),
    ],
    *,
    output: Output = None,
) -> None:
    """Write the rows of a table that others keep as statements, a line of JSON each.

    What it writes can be checked, held against copy and kept in an archive, as any statements.

    Exit code 2: the mapping cannot be used, or a row states nothing for a fault of its own; all
    others are written.
    """
    from ..report.json import json_value
    from ..statements.mapping import read_mapping
    from ..statements.statement import StatementError

    problem = output and misplaced(output, (str(mapping), *tables))
    if problem:
        fail(problem)
    in_force, failed = InForce(applying=False), False
    try:
        made = read_mapping(mapping, in_force.house(str(mapping)).kinds)
        with open_output(output) as stream:
            for table in tables:
                for each in made.statements(read_statements(table, needed=())):
                    if isinstance(each, StatementError):
                        failed = True
                        complain(str(each))
                    else:
                        stream.write(json_value(each) + "\n")
    except KnowledgeError as failure:
        fail(str(failure))
    complain_of_houses(in_force)
    raise typer.Exit(FAILED if failed or in_force.failed else 0)
