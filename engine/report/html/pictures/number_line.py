"""Figures that compete, on a line of numbers, with what is left open of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from markupsafe import Markup

from ....kinds import Kind
from ....model import Finding, Quantity
from ..readings import VALUE, figure, number, quoted
from .drawing import (
    ROW,
    Picture,
    Scale,
    arrow,
    dot,
    line,
    ring,
    round_steps,
    row_of_words,
    value_scale,
    words,
)
from .weighed import Figure, competing, figure_in

__all__ = ["number_line"]

_MOST = 8
_EXCLUDING = ("over", "under")


def number_line(finding: Finding, kinds: Mapping[str, Kind]) -> Picture | None:
    """The figures of ``finding`` that cannot both be, each in a row; none where there are none."""
    figures = competing(finding, kinds)
    if not figures:
        return None
    further = (figure_in(each.facts[0], VALUE, kinds) for each in finding.alternatives)
    unit = figures[0].quantity.unit
    figures += [each for each in further if each and each.quantity.unit == unit]
    shown, hidden = figures[:_MOST], len(figures) - _MOST
    scale = value_scale(end for each in shown for end in _ends(each.quantity))
    if scale is None:
        return None
    said = [f"{figure(each.quantity, each.type)} (“{quoted(each.fact)}”)" for each in shown]
    more = [f"{hidden} more are not drawn."] if hidden > 0 else []
    described = [f"On a line of numbers: {'; '.join(said)}.", *more]
    height = len(shown) * ROW + 24
    return Picture.of("The figures on one line", described, height, _shapes(shown, scale))


def _shapes(figures: Sequence[Figure], scale: Scale) -> Iterator[Markup]:
    base = len(figures) * ROW + 4
    yield line(scale.begin, base, scale.end, base, "axis")
    first = figures[0]
    for step in round_steps(scale):
        x = scale(step)
        yield line(x, 16, x, base + 4, "grid")
        yield words(x, base + 16, number(step, first.type, first.quantity.unit), "dim", "middle")
    for row, each in enumerate(figures):
        y = row * ROW + 12
        yield row_of_words(y, figure(each.quantity, each.type), f"“{quoted(each.fact)}”")
        yield line(scale.begin, y + 10, scale.end, y + 10, "grid")
        yield from _drawn(each.quantity, scale, y + 10)


def _drawn(quantity: Quantity, scale: Scale, y: float) -> Iterator[Markup]:
    """One figure: a dot, or a line between its ends, with an arrow where one is open."""
    low, high = quantity.low, quantity.high
    about = quantity.hedge == "about" and low == high
    if low is not None and high is not None:
        yield line(scale(low), y, scale(high), y, "range")
    elif low is not None:
        yield line(scale(low), y, scale.end - 4, y, "range")
        yield arrow(scale.end, y, "right", "figure")
    elif high is not None:
        yield line(scale.begin + 4, y, scale(high), y, "range")
        yield arrow(scale.begin, y, "left", "figure")
    for end in {low, high} - {None}:
        assert end is not None  # noqa: S101 - taken out above
        drawn = ring if about or quantity.hedge in _EXCLUDING else dot
        yield drawn(scale(end), y)


def _ends(quantity: Quantity) -> Iterator[Decimal]:
    yield from (end for end in (quantity.low, quantity.high) if end is not None)
