"""What every engine promises: facts as rows in, matches out, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from ..model import Match
from ..rulebook.formula import Row
from ..rulebook.plan import Plan

__all__ = ["Engine", "EngineError", "EngineUnavailableError"]


class EngineError(RuntimeError):
    """An engine could not finish, or could not prove that it had lost nothing."""


class EngineUnavailableError(EngineError, ImportError):
    """What an engine is built on is not installed, or cannot be loaded."""


class Engine(Protocol):
    """Finds every match of the plans it was made with.

    Engines are compared fact for fact: given the same rows they return the same matches
    in the same order, which is by rule in the order of the plans, then by the positions of
    the facts in ``rows``. An engine serves one thread at a time.
    """

    def __init__(self, plans: Sequence[Plan]) -> None:
        """Prepares for ``plans``.

        Raises:
            ValueError: for a plan that means nothing: a role no one binds, a group of pairs.
            EngineUnavailableError: when what the engine is built on is missing.
        """

    def match(self, rows: Mapping[str, Row]) -> list[Match]:
        """Every match among ``rows``, facts by id, each row with its ``kind``.

        Raises:
            EngineError: when the engine cannot vouch for the result.
        """

    def close(self) -> None:
        """Gives back what the engine holds; it is not used again."""
