"""What is said of each time, such as who held a place and when it was lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from ....kinds import Kind
from ....model import Fact, Finding, Name, Place, TimeSpan, days_after
from ....rulebook.wording import in_words
from ...quoting import shown
from ..readings import quoted, told, when
from .drawing import ROW, Picture, Scale, arrow, box, day_axis, day_scale, row_of_words
from .weighed import Timed, is_dated, timed

__all__ = ["timeline"]

_MOST = 8
_HEIGHT = 9


def timeline(finding: Finding, kinds: Mapping[str, Kind]) -> Picture | None:
    """The statements of ``finding`` over time, where it is about times, or about who holds what.

    Returns:
        None where it is about neither, or all is told of one time.
    """
    pairs = timed(finding)
    if not pairs:
        return None
    holding = [each for each in pairs if _is_claim(each.fact, kinds)]
    if len(holding) == len(pairs):
        named = {each.fact.id for each in pairs}
        pairs += [each for each in _timed(finding.named) if each.fact.id not in named]
    elif not all(is_dated(each, finding) for each in pairs):
        return None
    rows = sorted(pairs, key=lambda each: _first(each.time))[:_MOST]
    said = [
        f"{when(each.time)}, {': '.join(filter(None, _about(each.fact, kinds)))}" for each in rows
    ]
    described = [f"Over time: {'; '.join(said)}."]
    caption = "Who held what, and when" if holding else "When each is said to be"
    days = [day for each in rows for day in _days(each.time)]
    shapes = _shapes(rows, day_scale(days), days, kinds)
    return Picture.of(caption, described, len(rows) * ROW + 24, shapes)


def _timed(facts: Sequence[Fact]) -> Iterator[Timed]:
    for fact in facts:
        if fact.time is not None and (fact.time.start or fact.time.end):
            yield Timed(fact, fact.time)


def _is_claim(fact: Fact, kinds: Mapping[str, Kind]) -> bool:
    """Whether it says how somebody stands to some ground."""
    kind = kinds.get(fact.kind)
    return kind is not None and kind.claims is not None


def _about(fact: Fact, kinds: Mapping[str, Kind]) -> tuple[str, str]:
    """Who, how and where, for what says how somebody stands to some ground; else its words."""
    kind = kinds.get(fact.kind)
    if kind is None or kind.claims is None:
        return "", f"“{quoted(fact)}”"
    named = [
        shown(in_words(value, kind.fields.get(name, "text")))
        for name, value in fact.fields.items()
        if isinstance(value, Name | Place) and name in (kind.claims.holder, kind.claims.ground)
    ]
    who, *where = named or [""]
    return who, ", ".join((*told(fact, kinds), *where))


def _first(time: TimeSpan) -> date:
    return next(iter(_days(time)))


def _days(time: TimeSpan) -> Iterator[date]:
    """The first and the last day, as far as they are known."""
    if time.start is not None:
        yield time.start
    if time.end is not None:
        yield days_after(time.end, -1) or time.end


def _shapes(
    rows: Sequence[Timed], scale: Scale, days: Sequence[date], kinds: Mapping[str, Kind]
) -> Iterator[Markup]:
    base = len(rows) * ROW + 4
    yield from day_axis(scale, days, base)
    for row, each in enumerate(rows):
        y = row * ROW + 12
        yield row_of_words(y, *_about(each.fact, kinds))
        start, end = each.time.start, each.time.end
        begin = scale.begin if start is None else scale(start.toordinal())
        stop = scale.end if end is None else scale(end.toordinal())
        yield box(begin, y + 6, stop - begin, _HEIGHT, "part")
        if start is None:
            yield arrow(scale.begin - 6, y + 6 + _HEIGHT / 2, "left", "figure")
        if end is None:
            yield arrow(scale.end + 6, y + 6 + _HEIGHT / 2, "right", "figure")
