"""One claim as it is read: what of which ground, by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..grammar.clauses import Clause
from .force import Holder
from .ground import Ground
from .lexicon import Meaning

__all__ = ["Claim"]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a word claims.

    Attributes:
        meaning: of the word.
        at: index of the unit of the word.
        grounds: of what.
        holders: whose it is, or was; none where nobody is named.
        losers: whose it was before.
        clause: the clause that says it.
        owned: whether the word is nothing without a holder.
        told: the clause that says when it is so, where none says what.
    """

    meaning: Meaning
    at: int
    grounds: Sequence[Ground]
    holders: Sequence[Holder] = ()
    losers: Sequence[Holder] = field(default=())
    clause: Clause | None = None
    owned: bool = False
    told: Clause | None = None

    @property
    def first(self) -> int:
        """Index of the first unit of what says it."""
        subject = self.clause is not None and self.clause.carried
        near = [] if subject else [each.first for each in self.holders]
        return min([self.at, *(each.first for each in self.grounds), *near])

    def last(self, ground: Ground) -> int:
        """Index of the last unit of what says it of ``ground``."""
        agents = [each.last for each in (*self.holders, *self.losers) if each.first > self.at]
        return max([self.at, ground.last, *agents])
