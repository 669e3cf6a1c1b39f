"""How what a condition reckons with stands to each other, in words.

Engines allow for rounding and for a tolerance; copy does neither. A comparison is told in the
figures of the copy where these stand to each other in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from .arithmetic import Amount, same_ground, scale_of
from .bound import Bound
from .columns import Family, Reference
from .formula import AllOf, Operator, holds
from .roots import Root, compare_roots
from .wording import cell_in_words, figure_in_words, number_in_words, role_in_words

__all__ = ["order_in_words", "roots_in_words"]

_ORDERS: Mapping[str, tuple[str, str, str]] = {
    "number": ("is less than", "equals", "is more than"),
    "day": ("is before", "is the same day as", "is after"),
    "offset": ("stands before", "stands with", "stands after"),
}
_STATED: Mapping[str, str] = {"least": "low", "most": "high"}
_NOTHING, _HALF, _TWICE = Fraction(0), Fraction(1, 2), Fraction(2)


def order_in_words(left: Amount, right: Amount, bound: Bound) -> str:
    """How the two stand to each other, both being known."""
    references = [*left.references, *right.references]
    family = references[0].attribute.family
    ground = [each for other in references[1:] for each in same_ground(references[0], other)]
    if not holds(AllOf(tuple(ground)), bound.rows):
        texts = [_in_words(side, references[0], bound) for side in (left, right)]
        apart = "units" if family == "number" else "texts"
        return f"{texts[0]} and {texts[1]} stand in different {apart}"
    sign = _order(left, right, references[0], bound, stated=False)
    plain = _plain(left, right), _plain(right, left)
    if family != "number" or _order(*plain, references[0], bound, stated=True) == sign:
        left, right = plain if family == "number" else (left, right)
        allowed = ""
    else:
        allowed = ", rounding allowed for"
    texts = [_in_words(side, references[0], bound) for side in (left, right)]
    return _said(texts[0], sign, texts[1], family) + allowed


def roots_in_words(left: Amount | Root, right: Amount | Root, bound: Bound) -> str:
    """How the two stand to each other, both being known."""
    like = next(each for each in (*left.references, *right.references))
    texts = [
        _root(side, bound) if isinstance(side, Root) else _in_words(side, like, bound)
        for side in (left, right)
    ]
    orders: tuple[Operator, ...] = ("<", "==", ">")
    for sign, order in enumerate(orders):
        if holds(compare_roots(left, order, right), bound.rows):
            return _said(texts[0], sign - 1, texts[1])
    return f"{texts[0]} and {texts[1]} cannot be compared"


def _said(first: str, sign: int, second: str, family: Family | None = "number") -> str:
    """That ``first`` is less than ``second``, equals it or is more, by ``sign``."""
    return f"{first} {_ORDERS.get(family or '', _ORDERS['number'])[sign + 1]} {second}"


def _plain(amount: Amount, beside: Amount) -> Amount:
    """``amount`` without what only says how far it may be off ``beside``."""
    if not amount.terms or not beside.terms:
        return amount
    terms = tuple(
        (each, times / abs(times) if _HALF < abs(times) < _TWICE else times)
        for each, times in amount.terms
    )
    return Amount(terms)


def _order(left: Amount, right: Amount, like: Reference, bound: Bound, *, stated: bool) -> int:
    first, second = (_value(side, like, bound, stated=stated) for side in (left, right))
    return (first > second) - (first < second)


def _value(amount: Amount, like: Reference, bound: Bound, *, stated: bool) -> Fraction:
    total = _NOTHING
    for reference, times in amount.terms:
        name = reference.attribute.name
        if stated:
            whole, _, short = name.partition(".")
            name = f"{whole}.{_STATED.get(short, short)}" if short else whole
        total += int(bound.rows[reference.role][name] or 0) * times
    return total / scale_of(like) + amount.plus


def _in_words(amount: Amount, like: Reference, bound: Bound) -> str:
    """``40 × 2``, ``58% + 50%``: its fields with their values; a number as ``like`` is written."""
    if not amount.terms:
        if like.attribute.family != "number":
            return cell_in_words(int(amount.plus), like.attribute)
        return figure_in_words(amount.plus, like.attribute.type, bound.unit(like))
    words = ""
    for reference, times in amount.terms:
        if reference.attribute.family == "offset":
            return role_in_words(reference.role)
        sign = " − " if times < 0 else " + "
        words += sign if words else sign.strip().replace("+", "")
        words += bound.text(reference)
        if abs(times) != 1:
            words += f" × {number_in_words(abs(times))}"
    if amount.plus:
        words += f" {'+' if amount.plus > 0 else '−'} {number_in_words(abs(amount.plus))}"
    return words


def _root(root: Root, bound: Bound) -> str:
    words = f"√{bound.text(root.reference)}"
    if root.below:
        return f"{number_in_words(root.times)} ÷ {words}"
    return words if root.times == 1 else f"{number_in_words(root.times)} × {words}"
