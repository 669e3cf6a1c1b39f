"""The sides of a comparison: words, fields, and numbers added up and multiplied."""

from __future__ import annotations

import ast
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from .arithmetic import Amount
from .columns import Reference
from .roots import Root

if TYPE_CHECKING:
    from .expressions import Parser

__all__ = ["ORDERED", "amount_of", "term_of"]

ORDERED = ("number", "day", "position", "offset")
"""The families of what has an order."""

_MAX_NUMBER = 10**14
_MAX_DECIMALS = 6


def term_of(parser: Parser, node: ast.expr) -> Reference | Amount | Root | str:
    """One side of a comparison.

    Raises:
        ConditionError: when it is neither a word, a field nor a number.
    """
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.Attribute() | ast.Name():
            reference = parser.reference(node)
            ordered = reference.attribute.family in ORDERED
            return Amount(((reference, Fraction(1)),)) if ordered else reference
        case ast.Call(func=ast.Name(id="sqrt")):
            return _root(parser, node, Fraction(1))
        case ast.BinOp(left=left, op=ast.Mult() | ast.Div() as sign, right=ast.Call() as right):
            return _root(parser, right, parser.number(left), below=isinstance(sign, ast.Div))
    return amount_of(parser, node)


def amount_of(parser: Parser, node: ast.expr) -> Amount:
    """The number that ``node`` comes to; errors as for ``term_of``."""
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return Amount((), _exact(parser, node, number))
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant() as inner):
            return Amount((), -amount_of(parser, inner).plus)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() as sign, right=right):
            return _sum(parser, node, amount_of(parser, left), sign, amount_of(parser, right))
        case ast.Attribute() | ast.Name():
            term = term_of(parser, node)
            if isinstance(term, Amount):
                return term
    raise parser.error(node, "is no number, nor a field that holds one")


def _exact(parser: Parser, node: ast.expr, number: float) -> Fraction:
    if not abs(number) <= _MAX_NUMBER:
        raise parser.error(
            node, f"numbers go up to {_MAX_NUMBER:,}; write bounded(…) for an end that is open"
        )
    exact = Fraction(Decimal(repr(number)))
    if 10**_MAX_DECIMALS % exact.denominator:
        raise parser.error(node, f"numbers have up to {_MAX_DECIMALS} decimals")
    return exact


def _sum(parser: Parser, node: ast.expr, left: Amount, sign: ast.operator, right: Amount) -> Amount:
    fields = right if right.terms else left
    if isinstance(sign, ast.Mult):
        factor = left.plus if fields is right else right.plus
        if left.terms and right.terms:
            raise parser.error(node, "a field is multiplied by a number alone")
        if fields.terms and (factor <= 0 or fields.family != "number"):
            raise parser.error(node, "only a number can be multiplied, and by more than nothing")
        return fields.times(factor) if fields.terms else Amount((), left.plus * right.plus)
    subtracted = isinstance(sign, ast.Sub)
    combined = right.terms and (left.terms or subtracted)
    if combined and fields.family != "number":
        raise parser.error(node, "only numbers are added to each other; move the field across")
    return left.added(right, -1 if subtracted else 1)


def _root(parser: Parser, node: ast.expr, times: Fraction, *, below: bool = False) -> Root:
    match node:
        case ast.Call(func=ast.Name(id="sqrt"), args=[field], keywords=[]):
            reference = parser.reference(field)
        case _:
            raise parser.error(node, "is no root; write sqrt(role.field)")
    if reference.attribute.family != "number":
        raise parser.error(field, "has no root; name a number, as in value.low")
    if times <= 0:
        raise parser.error(node, "a root is multiplied by more than nothing")
    return Root(times, reference, below)
