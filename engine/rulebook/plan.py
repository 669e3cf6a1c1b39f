"""A rule as engines see it: which rows to join, on what, and what to leave out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .formula import Cell, Column, Formula

__all__ = ["AGGREGATES", "Absence", "Group", "Plan", "aggregate"]

AGGREGATES = ("sum", "count", "min", "max", "repeats")
"""What can be asked of a column over a group."""


@dataclass(frozen=True, slots=True)
class Absence:
    """An ``unless`` block: a match falls when facts of ``roles`` exist for which ``where`` holds.

    ``where`` may name the rule's own roles beside ``roles``. A fact already bound by the
    match does not fill a further role.
    """

    roles: Mapping[str, str]
    where: Formula


@dataclass(frozen=True, slots=True)
class Group:
    """A rule over groups: facts of the plan's last role that agree on every column of ``by``.

    A fact for which a ``by`` column is unknown belongs to no group; ``where`` picks the
    facts first. Where the plan has roles before the last, there is a group for each way to
    bind these. A group of at least ``at_least`` facts matches when every
    ``(function, column, operator, bound)`` of ``having`` holds, ``function`` being
    ``sum``, ``count``, ``min`` or ``max`` over the column, with no unknown among its values,
    or ``repeats``: how many equal one before them, an unknown equalling none. A bound is a
    number or a column of a role before the last.
    """

    by: tuple[str, ...]
    having: tuple[tuple[str, str, str, int | Column], ...]
    at_least: int = 2


@dataclass(frozen=True, slots=True)
class Plan:
    """What one rule asks of an engine.

    Attributes:
        rule: its name.
        roles: kind by role, in the rule's order. A match binds each role to a fact of
            its kind, no fact twice.
        where: must hold for the bound rows. Its top-level conjuncts that equate columns
            of two roles are the join key.
        unless: blocks that undo a match.
        group: for a rule over groups; a match lists the roles before the last, and then the
            whole group, in order.
        symmetric: two roles of one kind whose conditions do not tell them apart; such a
            match is given once, the earlier fact first.
    """

    rule: str
    roles: Mapping[str, str]
    where: Formula
    unless: tuple[Absence, ...] = ()
    group: Group | None = None
    symmetric: bool = False


def aggregate(function: str, cells: Sequence[Cell]) -> int | None:
    """What ``function``, one of ``AGGREGATES``, comes to over ``cells``; ``None`` if unknown."""
    if function == "repeats":
        known = [cell for cell in cells if cell is not None]
        return len(known) - len(set(known))
    if None in cells:
        return None
    if function == "count":
        return len(cells)
    numbers = [cell for cell in cells if isinstance(cell, int)]
    if not numbers:
        return None
    if function == "sum":
        return sum(numbers)
    return min(numbers) if function == "min" else max(numbers)
