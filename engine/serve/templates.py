"""The files of the pages, which lie beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment, Template

__all__ = ["file", "template"]

_FOLDER = Path(__file__).with_name("page")


def file(name: str) -> bytes:
    """A file as it is sent."""
    return (_FOLDER / name).read_bytes()


def template(name: str) -> Template:
    """The template ``name``, in which everything that is no markup is escaped."""
    return _environment().get_template(f"{name}.jinja")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
