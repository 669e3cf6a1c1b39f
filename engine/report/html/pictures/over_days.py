"""Figures over the days for which they are told, such as a toll that should only rise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

from ....kinds import Kind
from ....model import Fact, Finding, Report, days_after
from ..readings import VALUE, figure, number, told, when
from .drawing import (
    Picture,
    Scale,
    arrow,
    day_axis,
    day_scale,
    dot,
    line,
    ring,
    round_steps,
    value_scale,
    words,
)
from .weighed import Figure, competing, figure_in, is_dated, timed

__all__ = ["over_days"]

_MOST = 40
_LEFT, _TOP, _BASE, _RIGHT = 44, 14, 128, 306
_HEIGHT = _BASE + 22


@dataclass(frozen=True, slots=True)
class _Point:
    """A figure on its day, and whether the finding is about it."""

    figure: Figure
    day: date
    end: Decimal
    leads: bool


def over_days(finding: Finding, report: Report, kinds: Mapping[str, Kind]) -> Picture | None:
    """The figures of ``finding`` by the days whose order it is about, beside others of the kind.

    Returns:
        None where it is about figures or about days alone.
    """
    dated = {each.fact.id for each in timed(finding) if is_dated(each, finding)}
    leading = [each for each in competing(finding, kinds) if each.fact.id in dated]
    if len(leading) < 2:  # noqa: PLR2004 - an order takes two
        return None
    alike = [each for each in report.facts if _is_alike(each, leading[0].fact, kinds)]
    points = [*_points((each.fact for each in leading), finding, kinds)]
    named = {each.figure.fact.id for each in points}
    points += _points((each for each in alike if each.id not in named), finding, kinds)
    points = sorted(points[:_MOST], key=lambda each: (each.day, each.end))
    y = value_scale((each.end for each in points), _BASE, _TOP)
    if y is None:
        return None
    x = day_scale((each.day for each in points), _LEFT, _RIGHT)
    said = [_told(each) for each in points]
    described = [f"By day: {'; '.join(said)}."]
    return Picture.of("The figures by day", described, _HEIGHT, _shapes(points, x, y))


def _told(point: _Point) -> str:
    assert point.figure.fact.time is not None  # noqa: S101 - else it is no point
    return f"{when(point.figure.fact.time)}, {figure(point.figure.quantity, point.figure.type)}"


def _is_alike(fact: Fact, other: Fact, kinds: Mapping[str, Kind]) -> bool:
    """Whether a fact tells of another day what ``other`` tells of its own."""
    return (
        (fact.kind, fact.article, fact.event) == (other.kind, other.article, other.event)
        and fact.value is not None
        and other.value is not None
        and fact.value.unit == other.value.unit
        and fact.part_of is None
        and [*told(fact, kinds)] == [*told(other, kinds)]
    )


def _points(facts: Iterable[Fact], finding: Finding, kinds: Mapping[str, Kind]) -> Iterator[_Point]:
    named = {fact.id for fact in finding.named}
    for fact in facts:
        each, time = figure_in(fact, VALUE, kinds), fact.time
        if each is not None and time is not None:
            end = each.quantity.high if each.quantity.low is None else each.quantity.low
            day = time.start or (time.end and days_after(time.end, -1))
            if end is not None and day is not None:
                yield _Point(each, day, end, fact.id in named)


def _shapes(points: Sequence[_Point], x: Scale, y: Scale) -> Iterator[Markup]:
    first = points[0].figure
    for step in round_steps(y):
        yield line(_LEFT, y(step), _RIGHT, y(step), "grid")
        label = number(step, first.type, first.quantity.unit)
        yield words(_LEFT - 6, y(step) + 4, label, "dim", "end")
    yield from day_axis(x, [each.day for each in points], _BASE)
    leading = [each for each in points if each.leads]
    for one, other in pairwise(leading):
        ends = [(x(each.day.toordinal()), y(each.end)) for each in (one, other)]
        yield line(*ends[0], *ends[1], "step")
    for each in points:
        yield from _drawn(each, x(each.day.toordinal()), y(each.end))


def _drawn(point: _Point, x: float, y: float) -> Iterator[Markup]:
    quantity = point.figure.quantity
    kind = "figure" if point.leads else "beside"
    if quantity.high is None:
        yield line(x, y, x, y - 14, "range")
        yield arrow(x, y - 18, "up", kind)
    elif quantity.low is None:
        yield line(x, y, x, y + 14, "range")
        yield arrow(x, y + 18, "down", kind)
    exact = quantity.hedge is None and quantity.low == quantity.high
    yield dot(x, y, kind) if exact else ring(x, y)
    if point.leads:
        label = figure(quantity, point.figure.type)
        if x > (_LEFT + _RIGHT) / 2:
            yield words(x - 8, y + 4, label, "strong", "end")
        else:
            yield words(x + 8, y + 4, label, "strong", "start")
