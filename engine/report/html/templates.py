"""Templates in which everything that is no markup is escaped, and those beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment, Template

__all__ = ["stylesheet", "template", "templates_in"]

_FOLDER = Path(__file__).with_name("templates")


def template(name: str) -> Template:
    """The template of a report called ``name``."""
    return templates_in(_FOLDER).get_template(f"{name}.jinja")


@cache
def templates_in(folder: Path) -> Environment:
    """The templates in a folder; what one is not given it may not name."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def stylesheet() -> str:
    """What a page with articles on it puts into its ``style``: it asks for nothing else."""
    return (_FOLDER / "style.css").read_text(encoding="utf-8")
