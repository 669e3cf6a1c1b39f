"""A join written by hand: a dict of lists, and a loop over each list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workload import Match, Size, Toll, tolls


def join(size: Size) -> Callable[[], Iterator[list[Match]]]:
    """What finds the pairs."""
    facts = tolls(size)

    def search() -> Iterator[list[Match]]:
        groups: dict[tuple[str, str], list[Toll]] = {}
        for fact in facts:
            groups.setdefault((fact.subject, fact.measure), []).append(fact)
        for group in groups.values():
            yield [
                (first.position, second.position)
                for first in group
                for second in group
                if second.low > first.low
            ]

    return search
