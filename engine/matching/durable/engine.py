"""The engine for one article at a time: durable_rules, a forward-chaining rule engine.

``durable_compile`` says what it is given of a plan and ``durable_facts`` what it is given of
a fact; ``durable_session`` keeps it to its word. What it cannot be trusted with is asked of
its candidates here, in the words of ``plain``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model import Match
from ..rulebook.formula import Row, holds
from ..rulebook.plan import Plan
from .durable_compile import Compiled, compile_plan
from .durable_facts import Encoder, batches
from .durable_rulesets import Ruleset, shard
from .durable_session import MOST_FACTS, Session, quiet_host
from .plain import Facts, Meaning, Positions

__all__ = ["Durable"]


class Durable:
    """Matches with durable_rules."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        quiet_host()
        self._meanings = [Meaning(plan) for plan in plans]
        compiled = [compile_plan(number, plan) for number, plan in enumerate(plans)]
        self._compiled = [plan for plan in compiled if plan and Ruleset().admits(plan)]
        self._left = sorted({*range(len(plans))} - {plan.number for plan in self._compiled})
        self._few = [_Part(ruleset) for ruleset in shard(self._compiled)]
        self._many: list[_Part] | None = None

    def match(self, rows: Mapping[str, Row]) -> list[Match]:
        """Every match among ``rows``, as ``Engine`` promises."""
        facts = Facts(rows)
        found = [
            (number, positions)
            for number in self._left
            for positions in self._meanings[number].matches(facts)
        ]
        found += [
            (plan.number, positions)
            for plan, positions in self._candidates(rows, facts)
            if self._confirms(plan, facts, positions)
        ]
        return [
            facts.match(self._meanings[number].plan, positions)
            for number, positions in sorted(found)
        ]

    def close(self) -> None:
        """Releases the compiled rules."""
        for part in (*self._few, *(self._many or ())):
            part.session.close()

    def _candidates(
        self, rows: Mapping[str, Row], facts: Facts
    ) -> Iterator[tuple[Compiled, Positions]]:
        for part in self._parts(len(rows)):
            small, large = batches(part.ruleset, facts)
            for batch in small:
                for place, positions in part.session.run(part.encoder.encode(facts, batch)):
                    yield part.ruleset.plans[place], positions
            for group in large:
                alone = Facts(rows, only=group)
                for plan in part.ruleset.plans:
                    for positions in self._meanings[plan.number].bindings(alone):
                        yield plan, positions

    def _parts(self, facts: int) -> Sequence[_Part]:
        if facts <= MOST_FACTS:
            return self._few
        if self._many is None:
            # Rules that join on other columns would link what need not go together.
            self._many = [_Part(part) for part in shard(self._compiled, by_channel=True)]
        return self._many

    def _confirms(self, plan: Compiled, facts: Facts, positions: Positions) -> bool:
        """Whether a candidate meets what durable_rules was not asked."""
        meaning = self._meanings[plan.number]
        if plan.rest:
            rows = {
                role: facts.rows[position]
                for role, position in zip(meaning.plan.roles, positions, strict=True)
            }
            if not all(holds(part, rows) for part in plan.rest):
                return False
        return meaning.stands(facts, positions)


class _Part:
    """A ruleset, what facts are for it, and durable_rules at work on it."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.ruleset = ruleset
        self.encoder = Encoder(ruleset)
        self.session = Session(ruleset.definition())
