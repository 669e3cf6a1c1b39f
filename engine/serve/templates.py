"""The files of the pages, which lie beside this module."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..report.html.templates import templates_in

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["file", "template"]

_FOLDER = Path(__file__).with_name("page")


def file(name: str) -> bytes:
    """A file as it is sent."""
    return (_FOLDER / name).read_bytes()


def template(name: str) -> Template:
    """The template of a page called ``name``."""
    return templates_in(_FOLDER).get_template(f"{name}.jinja")
