"""Formulas as closures: what ``holds`` says, worked out once and then asked of many rows."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence

from ...rulebook.formula import (
    AllOf,
    AnyOf,
    Cell,
    Column,
    Compare,
    Formula,
    Known,
    Operand,
    Operator,
    Product,
    Row,
    Shifted,
    Total,
    product,
)

__all__ = ["Places", "Test", "every", "likeliest_first", "test"]

Test = Callable[[Sequence[Row]], bool]
"""Whether a formula holds for rows, which stand in the places of their roles."""

Places = Mapping[str, int]
"""Where the row of a role stands."""

_Fetch = Callable[[Sequence[Row]], Cell]

_ORDERS: Mapping[Operator, Callable[[int, int], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


def test(formula: Formula, places: Places) -> Test:
    """What tells whether ``formula`` holds; it may be asked for any number of rows."""
    match formula:
        case Compare(left, operator_, int() | str() as right):
            return _against(_fetch(left, places), operator_, right)
        case Compare(left, operator_, right):
            return _between(_fetch(left, places), operator_, _fetch(right, places))
        case Known(Column(role, name), known):
            return _known(places[role], name, known)
        case AllOf(parts):
            return every([test(part, places) for part in parts])
        case AnyOf(parts):
            return _some([test(part, places) for part in parts])


def every(tests: Sequence[Test]) -> Test:
    """Whether all of ``tests`` pass."""
    if len(tests) == 1:
        return tests[0]

    def passes(rows: Sequence[Row]) -> bool:
        for each in tests:  # noqa: SIM110 - asked so often that a generator tells
            if not each(rows):
                return False
        return True

    return passes


def likeliest_first(tests: Sequence[Test]) -> Test:
    """As ``every``; the test that failed last is asked first, for it will fail again."""
    if len(tests) == 1:
        return tests[0]
    order = list(tests)

    def passes(rows: Sequence[Row]) -> bool:
        for number, each in enumerate(order):
            if not each(rows):
                if number:
                    order.insert(0, order.pop(number))
                return False
        return True

    return passes


def _some(tests: Sequence[Test]) -> Test:
    def passes(rows: Sequence[Row]) -> bool:
        for each in tests:  # noqa: SIM110
            if each(rows):
                return True
        return False

    return passes


def _known(place: int, name: str, known: bool) -> Test:
    if known:
        return lambda rows: rows[place].get(name) is not None
    return lambda rows: rows[place].get(name) is None


def _against(left: _Fetch, operator_: Operator, right: int | str) -> Test:
    """The comparison with a constant."""
    if operator_ == "==":
        return lambda rows: left(rows) == right
    family = str if isinstance(right, str) else int
    if operator_ == "!=":

        def differs(rows: Sequence[Row]) -> bool:
            cell = left(rows)
            return isinstance(cell, family) and cell != right

        return differs
    return _between(left, operator_, lambda _: right)


def _between(left: _Fetch, operator_: Operator, right: _Fetch) -> Test:
    if operator_ in _ORDERS:
        return _ordered(left, operator_, right)
    equal = operator_ == "=="

    def compares(rows: Sequence[Row]) -> bool:
        one, two = left(rows), right(rows)
        if one is None or two is None or isinstance(one, str) != isinstance(two, str):
            return False
        return (one == two) == equal

    return compares


def _ordered(left: _Fetch, operator_: Operator, right: _Fetch) -> Test:
    order = _ORDERS[operator_]

    def compares(rows: Sequence[Row]) -> bool:
        one, two = left(rows), right(rows)
        if isinstance(one, int) and isinstance(two, int):
            return order(one, two)
        if isinstance(one, str) and isinstance(two, str):
            raise TypeError(f"text has no order: {one!r} {operator_} {two!r}")
        return False

    return compares


def _fetch(operand: Operand, places: Places) -> _Fetch:
    match operand:
        case Column(role, name):
            place = places[role]
            return lambda rows: rows[place].get(name)
        case Shifted(Column(role, name), plus, times):
            return _shifted(places[role], name, plus, times)
        case Total(terms):
            return _total([_fetch(term, places) for term in terms])
        case Product(columns, times):
            fetches = [_fetch(column, places) for column in columns]
            return lambda rows: product(times, (fetch(rows) for fetch in fetches))
        case _:
            return lambda _: operand


def _shifted(place: int, name: str, plus: int, times: int) -> _Fetch:
    def fetch(rows: Sequence[Row]) -> int | None:
        cell = rows[place].get(name)
        return cell * times + plus if isinstance(cell, int) else None

    return fetch


def _total(terms: Sequence[_Fetch]) -> _Fetch:
    def fetch(rows: Sequence[Row]) -> int | None:
        total = 0
        for term in terms:
            cell = term(rows)
            if not isinstance(cell, int):
                return None
            total += cell
        return total

    return fetch
