"""Where something was: the place that the copy names for it."""

from __future__ import annotations

import re

from ...model import Place
from ..grammar.classes import Grammar
from .scene import Scene, Statement

__all__ = ["PlaceFinder"]


class PlaceFinder:
    """Finds the places of statements."""

    def __init__(self, grammar: Grammar) -> None:
        g = grammar
        self._where = re.compile(
            rf"(?<!{g['additions']}){g['locatives']}(?:{g['articles']})?(?P<place>[PGC])(?!')"
        )
        self._compound = re.compile(rf"[PC](?:-?{g.noun}|[AGHPX])")

    def of(self, statement: Statement, scene: Scene, *, own_clause: bool = False) -> Place | None:
        """The place of ``statement``: behind its verb, in its clause, or anywhere in its sentence.

        Args:
            statement: what is said.
            scene: its sentence.
            own_clause: whether a place of another clause is none of its own.
        """
        clause, line = statement.clause, scene.line
        end = clause.end if clause else len(line.codes)
        verb = clause.verb if clause else statement.first
        rest = (0, len(line.codes))
        if own_clause:
            rest = (0, statement.first)
            end = end if clause else (line.codes + "V").index("V", statement.last)
        for first, last in ((verb, end), (statement.first, end), rest):
            for found in self._where.finditer(line.codes, first, last):
                at = found.start("place")
                if found.start() and self._compound.match(line.codes, at):
                    continue  # "in Andean imports"
                place = scene.context.place(line.units[at], line, (), scene.links)
                if place is not None:
                    return place
        return None
