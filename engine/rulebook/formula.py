"""What a rule's conditions become: formulas over plain columns, which any engine can run.

Logic is two-valued. A comparison with an unknown column is false, whichever way it
points, and so unknown is neither equal nor different; a formula that wants the unknown
says so with ``Known``. Negation is pushed to the leaves by ``negate``, which keeps that
meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "AllOf",
    "AnyOf",
    "Cell",
    "Column",
    "Compare",
    "Formula",
    "Known",
    "Operator",
    "Product",
    "Row",
    "Shifted",
    "Total",
    "columns_in",
    "columns_of",
    "conjuncts",
    "holds",
    "negate",
    "product",
    "roles_in",
]

Cell = int | str | None
"""One value of a row; ``None`` is unknown."""

Row = Mapping[str, Cell]
"""A fact as plain columns."""

Operator = Literal["==", "!=", "<", "<=", ">", ">="]

_NEGATED: Mapping[Operator, Operator] = {
    "==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """Column ``name`` of the fact in ``role``."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Shifted:
    """``column * times + plus``: a tolerance, in the column's scaled integers."""

    column: Column
    plus: int = 0
    times: int = 1


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of several columns; unknown where one of them is."""

    terms: tuple[Shifted, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """``times`` the product of several columns, or that number alone where there are none.

    It is taken in double precision, from the left, so that engines without numbers of any size
    come to the same. Unknown where one of the columns is.
    """

    columns: tuple[Column, ...]
    times: int = 1


Operand = Column | Shifted | Total | Product | int | str


@dataclass(frozen=True, slots=True)
class Compare:
    """``left operator right``; false where either side is unknown."""

    left: Column | Shifted | Total | Product
    operator: Operator
    right: Operand


@dataclass(frozen=True, slots=True)
class Known:
    """Whether ``column`` has a value (``known``), or has none."""

    column: Column
    known: bool = True


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; holds when there are none."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Some part holds; does not hold when there are none."""

    parts: tuple[Formula, ...]


Formula = Compare | Known | AllOf | AnyOf


def holds(formula: Formula, rows: Mapping[str, Row]) -> bool:
    """Whether ``formula`` holds for ``rows``, one row a role: the meaning of every rule."""
    # Asked hundreds of thousands of times: a match statement and a generator take twice as long.
    if isinstance(formula, Compare):
        left, right = _value(formula.left, rows), _value(formula.right, rows)
        return _compare(left, formula.operator, right)
    if isinstance(formula, Known):
        column = formula.column
        return (rows[column.role].get(column.name) is not None) == formula.known
    every = isinstance(formula, AllOf)
    for part in formula.parts:
        if holds(part, rows) != every:
            return not every
    return every


def negate(formula: Formula) -> Formula:
    """The formula that holds exactly where ``formula`` does not."""
    match formula:
        case Compare(left, operator, right):
            named = dict.fromkeys(each for side in (left, right) for each in columns_in(side))
            unknown = tuple(Known(column, known=False) for column in named)
            return AnyOf((*unknown, Compare(left, _NEGATED[operator], right)))
        case Known(column, known):
            return Known(column, not known)
        case AllOf(parts):
            return AnyOf(tuple(negate(part) for part in parts))
        case AnyOf(parts):
            return AllOf(tuple(negate(part) for part in parts))


def conjuncts(formula: Formula) -> tuple[Formula, ...]:
    """The formulas that must all hold for ``formula`` to hold, none of them an ``AllOf``."""
    if isinstance(formula, AllOf):
        return tuple(inner for part in formula.parts for inner in conjuncts(part))
    return (formula,)


def columns_of(formula: Formula) -> frozenset[Column]:
    """Every column that ``formula`` names."""
    match formula:
        case Compare(left, _, right):
            return frozenset(column for side in (left, right) for column in columns_in(side))
        case Known(column):
            return frozenset((column,))
        case AllOf(parts) | AnyOf(parts):
            return frozenset[Column]().union(*map(columns_of, parts))


def roles_in(formula: Formula) -> frozenset[str]:
    """Every role whose columns ``formula`` names."""
    if isinstance(formula, Compare):
        columns = columns_in(formula.left) + columns_in(formula.right)
        return frozenset([column.role for column in columns])
    if isinstance(formula, Known):
        return frozenset((formula.column.role,))
    return frozenset[str]().union(*map(roles_in, formula.parts))


def columns_in(operand: Operand) -> tuple[Column, ...]:
    """The columns that ``operand`` names."""
    match operand:
        case Column():
            return (operand,)
        case Shifted(column):
            return (column,)
        case Total(terms):
            return tuple(term.column for term in terms)
        case Product(columns):
            return columns
        case _:
            return ()


def product(times: int, cells: Iterable[Cell]) -> int | None:
    """What ``Product`` comes to, from the values of its columns."""
    total = float(times)
    for cell in cells:
        if not isinstance(cell, int):
            return None
        total *= cell
    return int(total)  # which it is already: whole numbers were multiplied


def _value(operand: Operand, rows: Mapping[str, Row]) -> Cell:
    if isinstance(operand, Column):
        return rows[operand.role].get(operand.name)
    match operand:
        case Shifted(column, plus, times):
            cell = rows[column.role].get(column.name)
            return cell * times + plus if isinstance(cell, int) else None
        case Total(terms):
            cells = [_value(term, rows) for term in terms]
            known = [cell for cell in cells if isinstance(cell, int)]
            return sum(known) if len(known) == len(cells) else None
        case Product(columns, times):
            return product(times, (_value(column, rows) for column in columns))
        case _:
            return operand


def _compare(left: Cell, operator: Operator, right: Cell) -> bool:
    if left is None or right is None or isinstance(left, str) != isinstance(right, str):
        return False
    if operator == "==":
        return left == right
    if operator == "!=":
        return left != right
    if isinstance(left, str) or isinstance(right, str):
        raise TypeError(f"text has no order: {left!r} {operator} {right!r}")
    if operator == "<":
        return left < right
    if operator == "<=":
        return left <= right
    return left > right if operator == ">" else left >= right
