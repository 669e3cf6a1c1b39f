"""The engines by their names, and the choice between them by how much there is to match."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, get_args

from ..knowledge import nearest
from ..model import EngineName, Match
from ..rulebook.formula import Row
from ..rulebook.plan import Plan
from .base import Engine, EngineUnavailableError
from .plain import Plain, too_many

if TYPE_CHECKING:
    from .durable.live import Live

__all__ = ["MANY", "MANY_WAYS", "BySize", "EngineName", "make_engine", "make_live"]

MANY = 2_500
"""Facts of one call from which on ``duck`` is quicker than ``durable``, with the rules of belie.

Measured on news agency copy: 1,400 facts take ``durable`` .2 s and ``duck`` .5 s, 5,300 facts
2.8 s and 1.1 s.
"""


def make_engine(
    name: EngineName,
    plans: Sequence[Plan],
    *,
    apart: bool = False,
    timeout: float | None = None,
) -> Engine:
    """The engine called ``name``, for ``plans``.

    Args:
        name: which.
        plans: what it matches.
        apart: whether durable_rules, which is C and can crash, runs in a process of its own:
            its death is then an ``EngineError`` for the call in hand, and nothing more.
        timeout: seconds that such a process may take over one call; any number when ``None``.

    Raises:
        EngineUnavailableError: when what it is built on is missing, or there is none of that name.
        ValueError: for a plan that means nothing.
    """
    match name:
        case "plain":
            return Plain(plans)
        case "durable" if apart:
            from .worker import Worker

            return Worker(plans, "durable", timeout=timeout)
        case "durable":
            from .durable import Durable

            return Durable(plans)
        case "duck":
            from .duck import Duck

            return Duck(plans)
        case "spark":
            from .spark import Spark

            return Spark(plans)
        case "auto":
            return BySize(plans, apart=apart, timeout=timeout)
    known = get_args(EngineName)
    hint = nearest(str(name), known) or f"; name one of {', '.join(known)}"
    raise EngineUnavailableError(f"there is no engine {name!r}{hint}")


def make_live(plans: Sequence[Plan]) -> Live:
    """A session that facts are put into and taken out of, for ``plans``.

    Raises:
        EngineUnavailableError: when durable_rules, which it is built on, cannot be had.
        ValueError: for a plan that means nothing.
    """
    from .durable.live import Live

    return Live(plans)


MANY_WAYS = 1_000_000
"""Ways to put facts beside each other for one rule from which on ``duck`` is quicker, however few.

1,600 statements that one power holds one place take ``durable`` 1.8 s and ``duck`` .1 s.
"""


class BySize:
    """Matches few facts with ``durable`` and many with ``duck``, as far as these are there.

    Args:
        plans: what to match.
        apart: as for ``make_engine``.
        timeout: see there.
        many: more facts than this are many.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        *,
        apart: bool = False,
        timeout: float | None = None,
        many: int = MANY,
    ) -> None:
        self._plans = plans
        self._make = partial(make_engine, plans=plans, apart=apart, timeout=timeout)
        self._most = many
        self._few = self._first("durable", "plain")
        self._many: Engine | None = None

    def match(
        self,
        rows: Mapping[str, Row],
        covering: Collection[str] | None = None,
        without: Collection[str] = (),
    ) -> list[Match]:
        """The matches among ``rows``, as ``Engine`` promises."""
        if len(rows) <= self._most and not too_many(self._plans, rows, MANY_WAYS):
            return self._few.match(rows, covering, without)
        if self._many is None:
            self._many = self._first("duck", "durable", "plain")
        return self._many.match(rows, covering, without)

    def close(self) -> None:
        """Closes the engines that it has."""
        for engine in (self._few, self._many):
            if engine is not None:
                engine.close()

    def _first(self, *names: EngineName) -> Engine:
        """The first of the engines that can be had; the last must."""
        *wanted, last = names
        for name in wanted:
            with suppress(EngineUnavailableError):
                return self._make(name)
        return self._make(last)
