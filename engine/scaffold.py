"""The beginnings of a rule or a kind, which load and whose placeholders say what to write."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from .kinds import Kind
from .knowledge import FACTS

__all__ = ["new_kind", "new_rule"]


_STATED: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("actor", "side"), ("Italy", "Norway")),
    "group": ("miners", "students"),
    "place": ("Leeds", "Lima"),
    **dict.fromkeys(("text", "scope"), ("bridge", "harbour")),
    "date": ("4 March 2024", "9 March 2024"),
    **dict.fromkeys(("people", "count", "amount"), ("4", "9")),
    "share": ("40%", "55%"),
    "points": ("4 points", "9 points"),
    "money": ("USD 4 million", "USD 9 million"),
    "measure": ("40 miles", "90 miles"),
}
"""Two values of each type, for the examples that a rule begins with."""


def new_rule(name: str, kind: Kind) -> str:
    """The text of a rule called ``name``, ``topic/name``, over two facts of ``kind``.

    Its examples, which are statements, hold.
    """
    tie, told = _compared(kind)
    test = f"differs(first.{told}, second.{told})"
    if not kind.value:
        test = f"not same(first.{told}, second.{told})"
    common, (one, other) = _values(kind, tie)[0], _values(kind, told)
    stated = [f"kind: {kind.name}, {tie}: {common}, {told}: {value}" for value in (one, other)]
    return _template("rule").substitute(
        name=name, kind=kind.name, tie=tie, test=test, one=stated[0], other=stated[1]
    )


def _compared(kind: Kind) -> tuple[str, str]:
    """What is to be the same of two facts of ``kind``, and what is then to differ."""
    differing = [name for name in kind.fields if len({*_values(kind, name)}) > 1]
    told = "value" if kind.value else differing[-1] if differing else "time"
    return next((name for name in kind.fields if name != told), "time"), told


def _values(kind: Kind, name: str) -> tuple[str, str]:
    """Two values that a field of ``kind``, its figure or its time may have."""
    if name in kind.fields and (allowed := kind.allowed(name)):
        figures = [each for each in allowed if each not in kind.counts.get(name, ())] or allowed
        return figures[0], figures[-1]
    type_ = kind.value if name == "value" else kind.fields.get(name, "date")
    return _STATED[type_ or "text"]


def new_kind(name: str, *, counts: bool = False) -> str:
    """The text of a kind called ``name``, which counts people or says who did what to what."""
    return _template("count" if counts else "kind").substitute(name=name)


def _template(what: str) -> Template:
    return Template((FACTS / "templates" / f"{what}.txt").read_text(encoding="utf-8"))
