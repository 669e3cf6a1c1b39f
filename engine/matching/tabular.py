"""Rows as the columns of tables, one table a kind, which is how databases take facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..rulebook.formula import Cell, Row

__all__ = ["Tabular", "by_kind"]


@dataclass(frozen=True, slots=True)
class Tabular:
    """The facts of one kind: their positions among all, and their cells by column."""

    positions: Sequence[int]
    cells: Mapping[str, Sequence[Cell]]


def by_kind(names: Mapping[str, Sequence[str]], rows: Iterable[Row]) -> dict[str, Tabular]:
    """The kinds that there are facts of, with the columns that ``names`` gives for each.

    A fact of any other kind is left out, and counts among the positions.
    """
    positions: dict[Cell, list[int]] = {kind: [] for kind in names}
    held: dict[Cell, list[Row]] = {kind: [] for kind in names}
    for position, row in enumerate(rows):
        kind = row.get("kind")
        if kind in held:
            positions[kind].append(position)
            held[kind].append(row)
    return {
        kind: Tabular(
            positions[kind], {name: [row.get(name) for row in held[kind]] for name in columns}
        )
        for kind, columns in names.items()
        if held[kind]
    }
