"""What pictures are drawn with: lines, boxes, dots and words of SVG, on a scale.

Lengths are in user units, of which a picture is 320 wide; how large one is, what colour things
have and how they are dashed is for the stylesheet, by class.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from typing import Literal

from markupsafe import Markup

from ....rulebook.wording import day_in_words
from ..readings import clipped

__all__ = [
    "ROW",
    "WIDTH",
    "Picture",
    "Scale",
    "arrow",
    "box",
    "day_axis",
    "day_scale",
    "dot",
    "line",
    "ring",
    "round_steps",
    "row_of_words",
    "value_scale",
    "words",
]  # fmt: skip

WIDTH = 320
ROW = 34
"""From one row to the next: a line of words, and what is drawn beneath."""

_EDGE = 8
_LABEL = 52
"""How far in the label of the first day may begin, so that there is room for that of the last."""

_CHARACTER = 5.9
"""How wide one is on average, at the size of words in pictures."""

LARGEST = Decimal(10) ** 15
_TICKS = 4


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, with all that it shows in words.

    Attributes:
        caption: what it is a picture of.
        description: what there is to see on it, for those who do not see it.
        height: in user units.
        shapes: of SVG.
    """

    caption: str
    description: str
    height: int
    shapes: Markup

    @classmethod
    def of(
        cls, caption: str, description: Iterable[str], height: float, shapes: Iterable[Markup]
    ) -> Picture:
        """One made of ``shapes``, those behind before those in front."""
        return cls(caption, " ".join(description), round(height), Markup("").join(shapes))


@dataclass(frozen=True, slots=True)
class Scale:
    """Where numbers are on a line: ``low`` at ``begin`` and ``high`` at ``end``."""

    low: Decimal
    high: Decimal
    begin: float = _EDGE
    end: float = WIDTH - _EDGE

    def __call__(self, value: Decimal | int) -> float:
        """Where ``value`` is; what lies beyond is at the end."""
        share = float((value - self.low) / (self.high - self.low))
        return self.begin + min(max(share, 0.0), 1.0) * (self.end - self.begin)


def value_scale(
    values: Iterable[Decimal], begin: float = _EDGE, end: float = WIDTH - _EDGE
) -> Scale | None:
    """A scale with room for ``values``, from nought where that is near enough.

    Returns:
        None where there is no value, or one too large to be drawn beside others.
    """
    known = list(values)
    if not known or any(abs(each) > LARGEST for each in known):
        return None
    low, high = min(known), max(known)
    room = (high - low or abs(high) or Decimal(1)) / 8
    low = Decimal(0) if 0 <= low <= high * Decimal("0.6") or low == high >= 0 else low - room
    return Scale(low, high + room, begin, end)


def round_steps(scale: Scale) -> list[Decimal]:
    """Some round numbers on a scale, in order."""
    with localcontext() as context:
        context.prec = 30
        raw = (scale.high - scale.low) / _TICKS
        size = Decimal(10) ** raw.adjusted()
        step = next(each * size for each in (1, 2, 5, 10) if each * size >= raw)
        first = (scale.low / step).to_integral_value(rounding="ROUND_CEILING")
        last = (scale.high / step).to_integral_value(rounding="ROUND_FLOOR")
        return [step * each for each in range(int(first), int(last) + 1)]


def day_scale(days: Iterable[date], begin: float = _EDGE, end: float = WIDTH - _EDGE) -> Scale:
    """A scale with room for ``days``, of which there is one at least."""
    numbers = [each.toordinal() for each in days]
    first, last = min(numbers), max(numbers)
    room = max(Decimal(last - first) / 12, Decimal(1))
    return Scale(first - room, last + room, begin, end)


def day_axis(scale: Scale, days: Collection[date], y: float) -> Iterator[Markup]:
    """A line with the first and the last of ``days``, as far as there is room for both."""
    first, last = min(days), max(days)
    yield line(scale.begin, y, scale.end, y, "axis")
    for day in sorted({first, last}):
        x = scale(day.toordinal())
        yield line(x, y, x, y + 4, "axis")
    start, end = scale(first.toordinal()), scale(last.toordinal())
    yield words(min(start, _LABEL), y + 16, day_in_words(first), "dim")
    if first != last:
        yield words(max(end, WIDTH - _LABEL), y + 16, day_in_words(last), "dim", "end")


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """A straight line."""
    return _shape("line", kind, x1=x1, y1=y1, x2=x2, y2=y2)


def box(x: float, y: float, width: float, height: float, kind: str) -> Markup:
    """A filled rectangle, wide enough to be seen."""
    return _shape("rect", kind, x=x, y=y, width=max(width, 3), height=height)


def dot(x: float, y: float, kind: str = "figure") -> Markup:
    """A figure that is stated."""
    return _shape("circle", kind, cx=x, cy=y, r=4)


def ring(x: float, y: float, kind: str = "about") -> Markup:
    """A figure that is stated by and large, or an end that does not count in."""
    return _shape("circle", kind, cx=x, cy=y, r=3.5)


def arrow(x: float, y: float, way: Literal["left", "right", "up", "down"], kind: str) -> Markup:
    """The tip of a line that goes on."""
    along, across = {"left": (1, 0), "right": (-1, 0), "up": (0, 1), "down": (0, -1)}[way]
    points = [(x, y)]
    points += [(x + 7 * along + 4 * s * across, y + 7 * across + 4 * s * along) for s in (1, -1)]
    path = " ".join(f"{round(a, 1):g},{round(b, 1):g}" for a, b in points)
    return Markup('<polygon class="{}" points="{}"/>').format(kind, path)


def words(
    x: float, y: float, text: str, kind: str, anchor: Literal["start", "middle", "end"] = "start"
) -> Markup:
    """Words with their baseline at ``y``."""
    return Markup('<text class="{}" x="{:g}" y="{:g}" text-anchor="{}">{}</text>').format(
        kind, round(x, 1), round(y, 1), anchor, text
    )


def row_of_words(y: float, first: str, rest: str) -> Markup:
    """What a row is about, and in what words, as far as there is room."""
    room = int(WIDTH / _CHARACTER)
    first = clipped(first, room * 2 // 3)
    rest = clipped(rest, room - len(first) - 2)
    spans = Markup('<tspan class="strong">{}</tspan><tspan class="dim" dx="6">{}</tspan>')
    return Markup('<text x="0" y="{:g}">{}</text>').format(y, spans.format(first, rest))


def _shape(tag: str, kind: str, **numbers: float) -> Markup:
    attributes = Markup("").join(
        Markup(' {}="{:g}"').format(name, round(value, 1)) for name, value in numbers.items()
    )
    return Markup('<{} class="{}"{}/>').format(tag, kind, attributes)
