"""Regular expressions as ``re`` parses them: what is in them, which characters they tell apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from re import _constants as sre
from typing import Any

__all__ = ["ONE", "REPEATS", "Alphabet", "inside", "nodes"]

_SAMPLES = "aAbByYzZwWmMeE09_ \n\t-,.;:'\"()[]%$/é“”’–—中٣\u0301\u200b•"
ONE = (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN)
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    sre.CATEGORY_DIGIT: str.isdigit,
    sre.CATEGORY_NOT_DIGIT: lambda c: not c.isdigit(),
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    sre.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    sre.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


class Alphabet:
    """A character for each set of characters that an expression tells apart from the others."""

    def __init__(self, tree: Iterable[Any]) -> None:
        sets = {(op, _key(value)): _ranges(op, value) for op, value in nodes(tree) if op in ONE}
        ends = {end for ranges, _, _ in sets.values() for pair in ranges for end in pair}
        near = {end + step for end in ends for step in (-1, 0, 1)} | set(map(ord, _SAMPLES))
        codes = sorted(code for code in near if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000)
        wholes = {key: _members(codes, *each) for key, each in sets.items()}
        parts = [(1 << len(codes)) - 1]
        for whole in wholes.values():
            halves = [half for part in parts for half in (part & whole, part & ~whole)]
            parts = [half for half in halves if half]
        self.characters = [chr(codes[(part & -part).bit_length() - 1]) for part in parts]
        self.all = (1 << len(parts)) - 1
        self._bits = {
            key: sum(1 << at for at, part in enumerate(parts) if part & whole)
            for key, whole in wholes.items()
        }

    def bits(self, op: Any, value: Any) -> int:
        """The characters that one item lets in, as bits."""
        return self._bits[op, _key(value)]

    def first(self, bits: int) -> str:
        """One of them."""
        return self.characters[(bits & -bits).bit_length() - 1]


def _key(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _ranges(op: Any, value: Any) -> tuple[list[tuple[int, int]], list[Any], bool]:
    """The ranges and the categories of a set, and whether it is of all others."""
    if op is sre.ANY:
        return [(10, 10)], [], True
    if op is not sre.IN:
        return [(value, value)], [], op is sre.NOT_LITERAL
    ranges = [(v, v) for o, v in value if o is sre.LITERAL] + [
        v for o, v in value if o is sre.RANGE
    ]
    categories = [v for o, v in value if o is sre.CATEGORY]
    return ranges, categories, value[0][0] is sre.NEGATE


def _members(
    codes: Sequence[int],
    ranges: Iterable[tuple[int, int]],
    categories: Iterable[Any],
    negated: bool,
) -> int:
    """Which of ``codes`` a set has, as bits."""
    found = 0
    for low, high in ranges:
        found |= (1 << bisect_right(codes, high)) - (1 << bisect_left(codes, low))
    for category in categories:
        found |= sum(1 << at for at, code in enumerate(codes) if _CATEGORIES[category](chr(code)))
    return found ^ ((1 << len(codes)) - 1) if negated else found


def inside(op: Any, value: Any) -> Sequence[Any]:
    """The sequences inside an item."""
    match op:
        case sre.BRANCH:
            return value[1]
        case sre.SUBPATTERN:
            return [value[3]]
        case sre.ATOMIC_GROUP:
            return [value]
        case sre.ASSERT | sre.ASSERT_NOT:
            return [value[1]]
        case _ if op in REPEATS:
            return [value[2]]
        case _:
            return []


def nodes(tree: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    for op, value in tree:
        yield op, value
        for inner in inside(op, value):
            yield from nodes(inner)
