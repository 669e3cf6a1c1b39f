"""What a rule sets beside each other: figures, parts with their whole, and times.

The conditions that a finding names say so. They are read as Python's grammar has them, and none is
ever evaluated.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ....kinds import Kind
from ....model import Fact, Finding, Quantity, TimeSpan
from ....rulebook.relations import RELATIONS
from ..readings import VALUE, days, number, quantity_type

__all__ = [
    "HUNDRED", "Figure", "Parts", "Timed", "competing", "figure_in", "is_dated", "parts", "timed",
]  # fmt: skip

HUNDRED = Decimal(100)
_SHARE = "percent"
_WHOLE = (HUNDRED, HUNDRED + 1)
"""What the shares of one whole are held against: it, and it with room for rounding."""

_OF_FIGURES = {name for name, each in RELATIONS.items() if each.families == ("quantity",)}
_OF_TIMES = {
    name
    for name, each in RELATIONS.items()
    if "time" in each.families and "quantity" not in each.families
}
_BROKEN = (SyntaxError, ValueError, RecursionError, MemoryError)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a rule weighs.

    Attributes:
        fact: which states it.
        quantity: how much.
        type: as what it is written.
    """

    fact: Fact
    quantity: Quantity
    type: str


@dataclass(frozen=True, slots=True)
class Parts:
    """Figures that are added up, and what they are held against: a figure, or all there is."""

    parts: Sequence[Figure]
    whole: Figure | None


@dataclass(frozen=True, slots=True)
class Timed:
    """A statement and the time that a rule holds against that of another."""

    fact: Fact
    time: TimeSpan


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a comparison: the fields that are added up in it, and a number besides."""

    fields: tuple[tuple[str, str], ...]
    plus: Decimal = Decimal(0)


def competing(finding: Finding, kinds: Mapping[str, Kind]) -> list[Figure]:
    """The figures of which one keeps another from being so, as the argument says, each once."""
    said = finding.argument.split("; ")
    found: dict[tuple[str, str], Figure] = {}
    for reason, tree in _conditions(finding):
        if not any(each in said for each in reason.split("; ")):
            continue
        for one, other in _pairs(tree):
            figures = [_figure(finding, *each, kinds) for each in (one, other)]
            told = [each for each in figures if each and _is_told(each, finding.argument)]
            if len(told) > 1 and _may_compete(*told):
                found |= zip((one, other), told, strict=True)
    return list(found.values())


def parts(finding: Finding, kinds: Mapping[str, Kind]) -> Parts | None:
    """The most figures that the rule adds up against another, or against a hundred per cent."""
    found: list[Parts] = []
    for _, tree in _conditions(finding):
        for left, is_more, right in _comparisons(tree):
            for added, whole, exceeds in ((left, right, is_more), (right, left, not is_more)):
                figures = [*_added(finding, added, kinds)]
                if len(figures) > 1 and (held := _held(finding, figures, whole, exceeds, kinds)):
                    found.append(held)
    return max(found, key=lambda each: len(each.parts), default=None)


def _held(
    finding: Finding,
    figures: Sequence[Figure],
    whole: _Side,
    exceeds: bool,
    kinds: Mapping[str, Kind],
) -> Parts | None:
    """Figures of one unit with what they are held against."""
    if not whole.fields:
        shares = all(each.quantity.unit == _SHARE for each in figures)
        return Parts(figures, None) if shares and exceeds and whole.plus in _WHOLE else None
    total = [*_added(finding, whole, kinds)]
    units = {each.quantity.unit for each in (*figures, *total)}
    return Parts(figures, total[0]) if len(total) == 1 and len(units) == 1 else None


def timed(finding: Finding) -> list[Timed]:
    """The statements whose times the rule holds against each other, if these differ."""
    found: dict[tuple[str, str], Timed] = {}
    for _, tree in _conditions(finding):
        for one, other in _calls(tree, _OF_TIMES):
            pair = [_timed(finding, *each) for each in (one, other)]
            both = [each for each in pair if each is not None]
            if len({(each.time.start, each.time.end) for each in both}) > 1:
                found |= zip((one, other), both, strict=True)
    return list(found.values())


def is_dated(each: Timed, finding: Finding) -> bool:
    """Whether what the finding says names this time."""
    return days(each.time) in f"{finding.message} {finding.argument}"


def _conditions(finding: Finding) -> Iterator[tuple[str, ast.expr]]:
    """What each reason says, with the condition that it is about."""
    for reason in finding.because:
        try:
            tree = (
                ast.parse(" ".join(reason.condition.split()), mode="eval")
                if reason.beside
                else None
            )
        except _BROKEN:  # such as how a group is formed, which is no condition
            continue
        if tree is not None:
            yield reason.text, tree.body


def _pairs(tree: ast.expr) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """The fields of figures that are held against each other."""
    yield from _calls(tree, _OF_FIGURES)
    for left, _, right in _comparisons(tree):
        if len(left.fields) == len(right.fields) == 1:
            yield left.fields[0], right.fields[0]


def _calls(tree: ast.expr, names: set[str]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[one, other, *_]) if name in names:
                pair = [_field(each) for each in (one, other)]
                if pair[0] and pair[1]:
                    yield pair[0], pair[1]


def _comparisons(tree: ast.expr) -> Iterator[tuple[_Side, bool, _Side]]:
    """Two sides, and whether the first is to be more than the second, or less."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left=one, ops=[ast.Gt() | ast.Lt() as order], comparators=[other]):
                left, right = _side(one), _side(other)
                if left and right:
                    yield left, isinstance(order, ast.Gt), right


def _side(node: ast.expr) -> _Side | None:
    match node:
        case ast.Attribute():
            field = _field(node)
            return _Side((field,)) if field else None
        case ast.Call(func=ast.Name(id="sum"), args=[only]):
            return _side(only)
        case ast.Constant(value=int() | float() as value):
            return _Side((), Decimal(str(value)))
        case ast.BinOp(op=ast.Add(), left=one, right=other):
            left, right = _side(one), _side(other)
            if left and right:
                return _Side((*left.fields, *right.fields), left.plus + right.plus)
    return None


def _field(node: ast.expr) -> tuple[str, str] | None:
    """The role and the field, of ``part.value.low`` "part" and "value"."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return (node.id, names[-1]) if isinstance(node, ast.Name) and names else None


def _added(finding: Finding, side: _Side, kinds: Mapping[str, Kind]) -> Iterator[Figure]:
    """The figures of ``side``, of a role that several facts have those of all."""
    for role, field in side.fields:
        for name in finding.facts:
            if role in (name, name.partition(" ")[0]):
                figure = _figure(finding, name, field, kinds)
                if figure is not None:
                    yield figure


def _figure(finding: Finding, role: str, field: str, kinds: Mapping[str, Kind]) -> Figure | None:
    fact = finding.facts.get(role)
    return None if fact is None else figure_in(fact, field, kinds)


def figure_in(fact: Fact, field: str, kinds: Mapping[str, Kind]) -> Figure | None:
    """The figure that a field of ``fact``, or its value, is; none where it has no end."""
    value = fact.value if field == VALUE else fact.fields.get(field)
    if not isinstance(value, Quantity) or value.low is value.high is None:
        return None
    return Figure(fact, value, quantity_type(fact, field, kinds))


def _timed(finding: Finding, role: str, field: str) -> Timed | None:
    fact = finding.facts.get(role)
    if fact is None:
        return None
    value = fact.time if field == "time" else fact.fields.get(field)
    return (
        Timed(fact, value) if isinstance(value, TimeSpan) and (value.start or value.end) else None
    )


def _may_compete(one: Figure, other: Figure) -> bool:
    return one.quantity.unit == other.quantity.unit and one.quantity != other.quantity


def _is_told(figure: Figure, argument: str) -> bool:
    """Whether one of its ends stands in the argument."""
    ends = (end for end in (figure.quantity.low, figure.quantity.high) if end is not None)
    words = (re.escape(number(end, figure.type, figure.quantity.unit)) for end in ends)
    return any(re.search(rf"(?<![\w.,]){each}(?![.,]?\w)", argument) for each in words)
