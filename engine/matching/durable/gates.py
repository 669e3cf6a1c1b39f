"""What is asked of a fact alone, worked out before durable_rules sees it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...rulebook.formula import Cell, Column, Formula, Known, Row, Shifted, columns_of
from ..base import EngineError
from .compile import Operand
from .conditions import Test, test
from .rulesets import Layout

__all__ = ["Gates"]

_MOST_REMEMBERED = 4096


class Gates:
    """What facts of one kind are asked, each thing once.

    What is asked of one column is worked out once for each value that stands there, and what
    asks only whether it is known, for each type of value.
    """

    def __init__(self, layout: Layout) -> None:
        numbers: dict[Formula | Operand, int] = {}
        self._asked = [
            (
                1 << gate,
                sum(
                    1 << numbers.setdefault(each, len(numbers))
                    for each in (*asked.known, *asked.conditions)
                ),
            )
            for asked, gate in layout.gates.items()
        ]
        self._passed: dict[int, int] = {}
        types: dict[str, dict[type, int]] = {}
        values: dict[str, list[tuple[int, Test]]] = {}
        self._wide: list[tuple[int, Test]] = []
        for each, number in numbers.items():
            bit = 1 << number
            if isinstance(each, Column | Shifted | Known):
                name, known = _known(each)
                held = types.setdefault(name, {type(None): 0, int: 0, str: 0})
                held.update({type_: held[type_] | bit for type_ in known})
                continue
            names = {column.name for column in columns_of(each)}
            passes = test(each, {"": 0})
            if len(names) == 1:
                values.setdefault(names.pop(), []).append((bit, passes))
            else:
                self._wide.append((bit, passes))
        self._types = list(types.items())
        self._values: list[tuple[str, dict[Cell, int], list[tuple[int, Test]]]] = [
            (name, {}, tests) for name, tests in values.items()
        ]

    def passed(self, row: Row) -> int:
        """The gates that a fact with that ``row`` passes, as bits.

        Raises:
            EngineError: when what is asked of is neither a whole number nor text.
        """
        held = 0
        for name, types in self._types:
            cell = row.get(name)
            try:
                held |= types[type(cell)]
            except KeyError:
                held |= types[_type(cell)]
        for name, known, tests in self._values:
            cell = row.get(name)
            bits = known.get(cell)
            held |= _learn(name, cell, known, tests) if bits is None else bits
        if self._wide:
            rows = (row,)
            for bit, passes in self._wide:
                if passes(rows):
                    held |= bit
        passed = self._passed.get(held)
        if passed is None:
            passed = sum(gate for gate, asked in self._asked if asked & held == asked)
            _remember(self._passed, held, passed)
        return passed


def _known(asked: Column | Shifted | Known) -> tuple[str, tuple[type, ...]]:
    """The column that is asked of, and the types of value that will do."""
    match asked:
        case Shifted(column):
            return column.name, (int,)
        case Known(column, known=False):
            return column.name, (type(None),)
        case Known(column):
            return column.name, (int, str)
        case Column(_, name):
            return name, (int, str)


def _type(cell: Cell) -> type:
    for type_ in (int, str):
        if isinstance(cell, type_):
            return type_
    raise EngineError(f"a row holds {cell!r}, which is neither a whole number nor text")


def _learn(name: str, cell: Cell, known: dict[Cell, int], tests: Iterable[tuple[int, Test]]) -> int:
    if cell is not None:
        _type(cell)
    rows = ({name: cell},)
    held = sum(bit for bit, passes in tests if passes(rows))
    _remember(known, cell, held)
    return held


def _remember(known: dict[Any, int], what: object, bits: int) -> None:
    """Remembers ``bits``, without growing without end."""
    if len(known) >= _MOST_REMEMBERED:
        known.clear()
    known[what] = bits
