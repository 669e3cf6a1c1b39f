"""What a rule over groups asks of a whole group: ``sum(option.value.low) > 101``."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ..kinds import Kind
from .bound import Bound
from .columns import LIMIT, SCALE, Family, Reference
from .expressions import OPERATORS, Parser
from .formula import Column, Compare, Operator, holds
from .plan import aggregate
from .wording import cell_in_words, figure_in_words, listed

__all__ = ["Aggregate", "Having", "parse_aggregate", "parse_having"]

_FUNCTIONS = ("sum", "min", "max")
_LEAST = ".least"
_ALLOWANCES = (_LEAST, ".most")
_REPEATED: tuple[Family, ...] = ("name", "place", "text", "choice")


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A function of one column over a group.

    Attributes:
        function: ``sum``, ``min`` or ``max``; ``count`` for how many facts there are;
            ``repeats`` for how many hold what one before them holds, no unknown among these.
        reference: the column, a number, or with ``repeats`` a name, place, text or choice;
            none for ``count``.
    """

    function: str
    reference: Reference | None

    @property
    def column(self) -> str:
        """The column it is taken over; of a count, one that is always known."""
        return "fact" if self.reference is None else self.reference.attribute.name

    def of(self, members: Sequence[Bound]) -> int | None:
        """What it comes to; unknown where a value is."""
        if self.reference is None:
            return len(members)
        cells = [each.rows[self.reference.role][self.column] for each in members]
        return aggregate(self.function, cells)

    def in_words(self, members: Sequence[Bound]) -> str:
        """What it comes to, in words."""
        total = self.of(members)
        if self.reference is None or self.function == "repeats":
            return f"{total:,}"
        if total is None or abs(total) >= LIMIT:
            return cell_in_words(total, self.reference.attribute)
        unit = members[0].unit(self.reference)
        return figure_in_words(Fraction(total, SCALE), self.reference.attribute.type, unit)

    def sentence(self, members: Sequence[Bound]) -> str:
        """What it comes to, and of what."""
        if self.reference is None:
            return f"there are {len(members):,}"
        figures = [each.text(self.reference) for each in members]
        if self.function == "repeats":
            noun = self.reference.attribute.noun
            number = self.in_words(members)
            return f"no {noun} comes twice" if number == "0" else f"repeats of the {noun}: {number}"
        if self.function == "sum" and self.column.endswith(_ALLOWANCES):
            bound = "at least" if self.column.endswith(_LEAST) else "at most"
            return f"together, rounding allowed for, that is {bound} {self.in_words(members)}"
        if self.function == "sum":
            return f"{' + '.join(figures)} is {self.in_words(members)}"
        end = "lowest" if self.function == "min" else "highest"
        return f"the {end} of {listed(figures)} is {self.in_words(members)}"


@dataclass(frozen=True, slots=True)
class Having:
    """A comparison that a group must meet.

    Attributes:
        source: as written.
        bound: a number in thousandths, whole for a count; or a field of what stands beside
            the group.
    """

    source: str
    aggregate: Aggregate
    operator: Operator
    bound: int | Reference

    @property
    def is_sum(self) -> bool:
        """Whether it adds up figures as the copy gives them."""
        return self.aggregate.function == "sum" and not self.aggregate.column.endswith(_ALLOWANCES)

    def sentence(self, members: Sequence[Bound]) -> str:
        """What the group comes to, and what that is held against where it is a field."""
        said = self.aggregate.sentence(members)
        if isinstance(self.bound, int):
            return said
        return f"{said}, against {members[0].text(self.bound)}"

    def met(self, members: Sequence[Bound]) -> bool:
        """Whether the group meets it; not where a value is unknown."""
        figure = self.aggregate.of(members)
        bound = self.bound if isinstance(self.bound, int) else self.bound.column
        comparison = Compare(Column("", self.aggregate.column), self.operator, bound)
        return holds(comparison, {**members[0].rows, "": {self.aggregate.column: figure}})


def parse_aggregate(parser: Parser, node: ast.expr) -> Aggregate | None:
    """The aggregate that ``node`` is; ``None`` when it is no call.

    Raises:
        ConditionError: for a call of something else.
    """
    match node:
        case ast.Call(func=ast.Name(id="count"), args=[ast.Name() as role], keywords=[]):
            parser.role(role)
            return Aggregate("count", None)
        case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]) if name in _FUNCTIONS:
            reference = parser.reference(argument)
            if reference.attribute.family != "number":
                raise parser.error(argument, f"{name} is taken over a number, as in value.low")
            return Aggregate(name, reference)
        case ast.Call(func=ast.Name(id="repeats"), args=[argument], keywords=[]):
            reference = parser.reference(argument)
            if reference.attribute.family not in _REPEATED:
                raise parser.error(argument, "repeats is taken over a name, place, text or choice")
            return Aggregate("repeats", reference)
        case ast.Call():
            forms = ", ".join(f"{name}(role.value.low)" for name in _FUNCTIONS)
            raise parser.error(node, f"is none of {forms}, count(role), repeats(role.field)")
        case _:
            return None


def parse_having(text: str, scope: Mapping[str, Kind]) -> tuple[Having, ...]:
    """Comparisons of aggregates with numbers or single fields, joined by ``and``.

    Raises:
        ConditionError: when the text is something else.
    """
    parser = Parser(text, scope)
    tree = parser.tree
    joined = isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And)
    nodes: list[Any] = tree.values if joined else [tree]  # type: ignore[attr-defined]
    return tuple(_comparison(parser, node, text) for node in nodes)


def _comparison(parser: Parser, node: ast.expr, text: str) -> Having:
    match node:
        case ast.Compare(left=left, ops=[operator], comparators=[right]) if (
            type(operator) in OPERATORS
        ):
            aggregate = parse_aggregate(parser, left)
            if aggregate is None:
                raise parser.error(left, "begins with sum, count, min, max or repeats")
            source = ast.get_source_segment(parser.line, node) or text
            bound = _bound(parser, right, aggregate)
            return Having(source, aggregate, OPERATORS[type(operator)], bound)
    raise parser.error(node, "compares a sum, count, min, max or repeats with one number")


def _bound(parser: Parser, node: ast.expr, aggregate: Aggregate) -> int | Reference:
    if isinstance(node, ast.Attribute):
        reference = parser.reference(node)
        if reference.attribute.family != "number" or aggregate.function not in _FUNCTIONS:
            raise parser.error(node, "a sum, min or max is held against a number")
        if aggregate.reference is not None and reference.role == aggregate.reference.role:
            raise parser.error(node, "is of the group itself; name what stands beside it")
        return reference
    bound = parser.number(node) * (SCALE if aggregate.function in _FUNCTIONS else 1)
    if bound.denominator != 1:
        raise parser.error(node, "is finer than the columns, which are thousandths")
    return int(bound)
