"""The beginnings of a rule or a kind, which load and whose placeholders say what to write."""

from __future__ import annotations

from string import Template

from .kinds import Kind
from .knowledge import FACTS

__all__ = ["new_kind", "new_rule"]


def new_rule(name: str, kind: Kind) -> str:
    """The text of a rule called ``name``, ``topic/name``, over two facts of ``kind``."""
    fields = list(kind.fields)
    tie = fields[0] if fields else "time"
    told = "value" if kind.value else fields[-1] if fields else "time"
    test = f"differs(first.{told}, second.{told})"
    if not kind.value:
        test = f"not same(first.{told}, second.{told})"
    return _template("rule").substitute(name=name, kind=kind.name, tie=tie, test=test)


def new_kind(name: str, *, counts: bool = False) -> str:
    """The text of a kind called ``name``, which counts people or says who did what to what."""
    return _template("count" if counts else "kind").substitute(name=name)


def _template(what: str) -> Template:
    return Template((FACTS / "templates" / f"{what}.txt").read_text(encoding="utf-8"))
