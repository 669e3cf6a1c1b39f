"""Parts laid end to end, against the whole that they are parts of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate

from markupsafe import Markup

from ....kinds import Kind
from ....model import Finding
from ....rulebook.wording import listed
from ..readings import figure, number, quoted
from .drawing import ROW, Picture, Scale, box, line, row_of_words, value_scale, words
from .weighed import HUNDRED, Figure, parts

__all__ = ["parts_of_whole"]

_MOST = 12
_HEIGHT = 9


def parts_of_whole(finding: Finding, kinds: Mapping[str, Kind]) -> Picture | None:
    """The parts that ``finding`` adds up, each where the one before ends, and a line at the whole.

    Returns:
        None where it adds up nothing, or too much to be seen.
    """
    found = parts(finding, kinds)
    if found is None or len(found.parts) > _MOST:
        return None
    sizes = [_size(each) for each in found.parts]
    whole = HUNDRED if found.whole is None else _size(found.whole)
    scale = value_scale((Decimal(0), sum(sizes, Decimal(0)), whole))
    if scale is None or min(sizes) < 0:
        return None
    first = found.parts[0]
    line_at = (
        number(whole, first.type, first.quantity.unit)
        if found.whole is None
        else figure(found.whole.quantity, found.whole.type)
    )
    total = number(sum(sizes, Decimal(0)), first.type, first.quantity.unit)
    said = listed((figure(each.quantity, each.type) for each in found.parts), once=False)
    described = [f"Bars of {said}, end to end, reach {total}; a line stands at {line_at}."]
    height = len(sizes) * ROW + 24
    shapes = _shapes(found.parts, sizes, whole, scale, line_at)
    return Picture.of(f"Together {total}, against {line_at}", described, height, shapes)


def _size(part: Figure) -> Decimal:
    """How long the bar of a part is: what there is of it at least."""
    low, high = part.quantity.low, part.quantity.high
    return low if low is not None else high if high is not None else Decimal(0)


def _shapes(
    figures: Sequence[Figure],
    sizes: Sequence[Decimal],
    whole: Decimal,
    scale: Scale,
    line_at: str,
) -> Iterator[Markup]:
    base = len(figures) * ROW + 4
    yield line(scale.begin, base, scale.end, base, "axis")
    for row, (each, size, end) in enumerate(zip(figures, sizes, accumulate(sizes), strict=True)):
        y = row * ROW + 12
        begin, within = end - size, min(max(whole, end - size), end)
        yield row_of_words(y, figure(each.quantity, each.type), f"“{quoted(each.fact)}”")
        if begin < within:
            yield box(scale(begin), y + 6, scale(within) - scale(begin), _HEIGHT, "part")
        if within < end:
            yield box(scale(within), y + 6, scale(end) - scale(within), _HEIGHT, "beyond")
    x = scale(whole)
    yield line(x, 16, x, base + 4, "limit")
    if x > (scale.begin + scale.end) / 2:
        yield words(x, base + 16, line_at, "strong", "end")
    else:
        yield words(x, base + 16, line_at, "strong", "start")
    yield words(scale.begin, base + 16, "0", "dim", "middle")
