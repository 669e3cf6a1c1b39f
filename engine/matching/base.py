"""What every engine promises: facts as rows in, matches out, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from ..errors import BelieError
from ..model import Match
from ..rulebook.formula import Row
from ..rulebook.plan import Plan

__all__ = ["Engine", "EngineError", "EngineUnavailableError"]


class EngineError(BelieError, RuntimeError):
    """An engine could not finish, or could not prove that it had lost nothing."""


class EngineUnavailableError(EngineError, ImportError):
    """What an engine is built on is not installed, or cannot be loaded."""


class Engine(Protocol):
    """Finds every match of the plans it was made with.

    Engines are compared fact for fact: given the same rows they return the same matches
    in the same order, which is by rule in the order of the plans, then by the positions of
    the facts in ``rows``. An engine serves one thread at a time.

    Facts that all contradict each other match in every pair, and a report names each of them
    once. It is made from a *cover*: of the matches of a rule in their order, those that name a
    fact which none of the cover before them names. There are no more of these than facts, and
    each fact that is in a match is in one of them. Rules over groups are not thinned out, for
    a group has its own sum.
    """

    def __init__(self, plans: Sequence[Plan]) -> None:
        """Prepares for ``plans``.

        Raises:
            ValueError: for a plan that means nothing: a role no one binds, a group of pairs.
            EngineUnavailableError: when what the engine is built on is missing.
        """

    def match(
        self,
        rows: Mapping[str, Row],
        covering: Collection[str] | None = None,
        without: Collection[str] = (),
    ) -> list[Match]:
        """The matches among ``rows``.

        Args:
            rows: facts by id, each row with its ``kind``.
            covering: ids of facts of which each match must name one; the matches are then only
                as many as cover those that do. Every match when ``None``.
            without: names of rules whose matches are not looked for.

        Raises:
            EngineError: when the engine cannot vouch for the result.
        """

    def close(self) -> None:
        """Gives back what the engine holds; it is not used again."""
