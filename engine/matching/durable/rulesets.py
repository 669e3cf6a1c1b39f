"""Compiled plans to rulesets, each within what durable_rules bears.

Beyond its limits (B10) durable_rules loops for ever, writes where it should not, or refuses
facts. Here they are kept, with a margin, by opening another ruleset.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...rulebook.formula import Operator, Shifted
from .compile import Compiled, Gate, Key, Pattern

__all__ = ["ALIASES", "Layout", "Ruleset", "shard"]

ALIASES = ("a", "b", "c", "d")
"""What durable_rules calls the roles of a plan, ``MOST_ROLES`` of them, by place."""

_MOST_RULES = 200  # 256 joins begin at one literal
_MOST_GATES = 250  # 511 literals stand below one parent, in a table that is slow when full
_MOST_PATTERNS = 60  # 64 are within reach of one fact, two of them the session's own
_MOST_PROPERTIES = 240  # 254 on one fact

_NAMES: Mapping[Operator, str] = {"<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}


class Layout:
    """What the properties of a fact of one kind stand for.

    Attributes:
        gates: by gate, the number after which its flag is called; no other kind has it.
        keys: the property that holds the code of a key.
        numbers: the property that holds the rank of a number.
    """

    def __init__(self) -> None:
        self.gates: dict[Gate, int] = {}
        self.keys: dict[Key, str] = {}
        self.numbers: dict[Shifted, str] = {}
        self._ends: set[object] = set()

    def admits(self, plan: Compiled, patterns: Sequence[Pattern]) -> bool:
        """Whether a fact stays within the limits with ``patterns`` of ``plan`` added."""
        ends = self._ends.union([_end(plan, pattern) for pattern in patterns])
        keys = set(self.keys).union(*[pattern.keys for pattern in patterns])
        numbers = set(self.numbers).union(*[pattern.numbers for pattern in patterns])
        properties = len(self.gates) + len(patterns) + len(keys) + len(numbers)
        return len(ends) <= _MOST_PATTERNS and properties <= _MOST_PROPERTIES

    def add(self, plan: Compiled, pattern: Pattern, gate: int) -> bool:
        """Makes room for what ``pattern`` of ``plan`` asks.

        Returns:
            Whether its gate is a new one, and has the number ``gate``.
        """
        self._ends.add(_end(plan, pattern))
        for key in sorted(pattern.keys.difference(self.keys), key=repr):
            self.keys[key] = f"k{len(self.keys)}"
        for number in sorted(pattern.numbers.difference(self.numbers), key=repr):
            self.numbers[number] = f"v{len(self.numbers)}"
        return self.gates.setdefault(pattern.gate, gate) == gate


class Ruleset:
    """Plans that are matched in one session.

    Attributes:
        plans: in order; a plan's rule is called by its place here.
        layouts: by kind; facts of other kinds take no part.
    """

    def __init__(self) -> None:
        self.plans: list[Compiled] = []
        self.layouts: dict[str, Layout] = {}
        self._gates = 0

    def admits(self, plan: Compiled) -> bool:
        """Whether the ruleset stays within the limits of durable_rules with ``plan`` added."""
        if len(self.plans) >= _MOST_RULES or self._gates + len(plan.patterns) > _MOST_GATES:
            return False
        by_kind: dict[str, list[Pattern]] = {}
        for pattern in plan.patterns:
            by_kind.setdefault(pattern.kind, []).append(pattern)
        return all(
            self.layouts.get(kind, Layout()).admits(plan, patterns)
            for kind, patterns in by_kind.items()
        )

    def add(self, plan: Compiled) -> None:
        """Takes ``plan`` in."""
        self.plans.append(plan)
        for pattern in plan.patterns:
            layout = self.layouts.setdefault(pattern.kind, Layout())
            if layout.add(plan, pattern, self._gates):
                self._gates += 1

    def gates(self, plan: Compiled) -> list[int]:
        """The numbers of the flags that the patterns of ``plan`` ask for."""
        return [self.layouts[pattern.kind].gates[pattern.gate] for pattern in plan.patterns]

    def definition(self) -> dict[str, Any]:
        """The rules by name."""
        return {
            f"r{place}": {"cap": 1000, "all": list(self._patterns(plan))}
            for place, plan in enumerate(self.plans)
        }

    def _patterns(self, plan: Compiled) -> Iterator[dict[str, Any]]:
        first = ALIASES[plan.patterns[0].place]
        layouts = {pattern.place: self.layouts[pattern.kind] for pattern in plan.patterns}
        for pattern, gate in zip(plan.patterns, self.gates(plan), strict=True):
            own = layouts[pattern.place]
            terms: list[dict[str, Any]] = [{f"g{gate}": 1}]
            for link in pattern.links:
                other = layouts[link.place].keys[link.other]
                terms.append({own.keys[link.own]: {ALIASES[link.place]: other}})
            for order in pattern.orders:
                right = {ALIASES[order.place]: layouts[order.place].numbers[order.other]}
                terms.append({_NAMES[order.operator]: {own.numbers[order.own]: right}})
            if pattern.links:
                if plan.symmetric:
                    terms.append({"$gt": {"n": {first: "n"}}})
                terms.append({"one": {first: "one"}})  # B1: the last join is always true
            yield {ALIASES[pattern.place]: {"$and": terms}}


def _end(plan: Compiled, pattern: Pattern) -> object:
    """Where the literals end: shared by first patterns that ask the same, else its own."""
    return (plan.number, pattern.place) if pattern.links else pattern.gate


def shard(plans: Sequence[Compiled], *, by_channel: bool = False) -> list[Ruleset]:
    """As few rulesets as the limits of durable_rules allow.

    Args:
        plans: each of which a ruleset of its own admits.
        by_channel: whether to keep plans apart that join on other keys, so that the facts
            fall into as many separate groups as can be.
    """
    groups: dict[object, list[Compiled]] = {}
    for plan in plans:
        groups.setdefault(plan.channels if by_channel else None, []).append(plan)
    rulesets = []
    for group in groups.values():
        ruleset = Ruleset()
        rulesets.append(ruleset)
        for plan in group:
            if not ruleset.admits(plan):
                ruleset = Ruleset()
                rulesets.append(ruleset)
            ruleset.add(plan)
    return rulesets
