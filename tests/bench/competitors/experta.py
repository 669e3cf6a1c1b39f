"""experta: one rule of a knowledge engine in Python, after CLIPS."""

from __future__ import annotations

import collections
import collections.abc
from collections.abc import Callable, Iterator

from workload import Match, Size, tolls


def join(size: Size) -> Callable[[], Iterator[list[Match]]]:
    """What finds the pairs."""
    # Its frozendict 1.2 looks where Python 3.10 has nothing any more.
    collections.Mapping = collections.abc.Mapping  # type: ignore[attr-defined]
    from experta import MATCH, TEST, Fact, KnowledgeEngine, Rule

    facts = tolls(size)
    pairs: list[Match] = []

    class Told(Fact):  # type: ignore[misc]
        pass

    class Join(KnowledgeEngine):  # type: ignore[misc]
        @Rule(
            Told(position=MATCH.first, subject=MATCH.subject, measure=MATCH.measure, low=MATCH.low),
            Told(
                position=MATCH.second, subject=MATCH.subject, measure=MATCH.measure, low=MATCH.high
            ),
            TEST(lambda low, high: high > low),
        )
        def found(self, first: int, second: int) -> None:
            pairs.append((first, second))

    engine = Join()

    def search() -> Iterator[list[Match]]:
        pairs.clear()
        engine.reset()
        for fact in facts:
            engine.declare(Told(**fact._asdict()))
        engine.run()
        yield pairs

    return search
