"""Compiled plans to rulesets, each within what durable_rules bears.

Beyond its limits (B10) durable_rules loops for ever, writes where it should not, or refuses
facts. Here they are kept, with a margin, by opening another ruleset.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import perm, prod
from typing import Any

from ..rulebook.formula import Operator
from .durable_compile import Compiled, Gate, Operand, Pattern

__all__ = ["ALIASES", "FIRST_TEXT", "Layout", "Ruleset", "shard"]

ALIASES = ("a", "b", "c", "d")
"""What durable_rules calls the roles of a plan, ``MOST_ROLES`` of them, by place."""

FIRST_TEXT = 2**40
"""Texts have codes from here on; the ranks of numbers stay far below."""

_MOST_RULES = 200  # 256 joins begin at one literal
_MOST_KINDS = 400  # 511 literals stand below one parent
_MOST_PATTERNS = 60  # 64 are within reach of one fact, two of them the session's own
_MOST_PROPERTIES = 240  # 254 on one fact

_NAMES: Mapping[Operator, str] = {"<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}


class Layout:
    """What the properties of a compiled fact of one kind stand for.

    Attributes:
        codes: the property that holds the code of a value.
        flags: the property that says whether the fact passes a gate.
    """

    def __init__(self) -> None:
        self.codes: dict[Operand, str] = {}
        self.flags: dict[Gate, str] = {}

    def size_with(self, patterns: Sequence[Pattern]) -> int:
        """The number of properties once ``patterns`` are added."""
        operands = set(self.codes).union(*(pattern.operands for pattern in patterns))
        return len(operands) + len(set(self.flags).union(pattern.gate for pattern in patterns))

    def add(self, pattern: Pattern) -> None:
        """Makes room for what ``pattern`` asks."""
        for operand in sorted(pattern.operands, key=repr):
            self.codes.setdefault(operand, f"v{len(self.codes)}")
        self.flags.setdefault(pattern.gate, f"g{len(self.flags)}")


class Ruleset:
    """Plans that are matched in one session.

    Attributes:
        plans: in order; a plan's rule is called by its place here.
        layouts: by kind; facts of other kinds take no part.
        kinds: the code of each kind.
        texts: the code of each text that a rule names.
    """

    def __init__(self) -> None:
        self.plans: list[Compiled] = []
        self.layouts: dict[str, Layout] = {}
        self.kinds: dict[str, int] = {}
        self.texts: dict[str, int] = {}
        self._ends: dict[str, set[object]] = {}
        self._shapes: Counter[tuple[tuple[str, int], ...]] = Counter()

    def admits(self, plan: Compiled) -> bool:
        """Whether the ruleset stays within the limits of durable_rules with ``plan`` added."""
        kinds = self.layouts.keys() | {pattern.kind for pattern in plan.patterns}
        if len(self.plans) >= _MOST_RULES or len(kinds) > _MOST_KINDS:
            return False
        for kind in {pattern.kind for pattern in plan.patterns}:
            patterns = [pattern for pattern in plan.patterns if pattern.kind == kind]
            ends = self._ends.get(kind, set()) | {_end(plan, pattern) for pattern in patterns}
            size = self.layouts.get(kind, Layout()).size_with(patterns)
            if len(ends) > _MOST_PATTERNS or size > _MOST_PROPERTIES:
                return False
        return True

    def add(self, plan: Compiled) -> None:
        """Takes ``plan`` in."""
        self.plans.append(plan)
        for pattern in plan.patterns:
            self.kinds.setdefault(pattern.kind, len(self.kinds))
            self.layouts.setdefault(pattern.kind, Layout()).add(pattern)
            self._ends.setdefault(pattern.kind, set()).add(_end(plan, pattern))
            for _, text in sorted(pattern.texts, key=repr):
                self.texts.setdefault(text, FIRST_TEXT + len(self.texts))
        kinds = Counter(pattern.kind for pattern in plan.patterns)
        self._shapes[tuple(sorted(kinds.items()))] += 1

    def bindings(self, counts: Mapping[str, int]) -> int:
        """The ways to bind the roles of all plans to so many facts of each kind."""
        return sum(
            number * prod(perm(counts.get(kind, 0), roles) for kind, roles in shape)
            for shape, number in self._shapes.items()
        )

    def definition(self) -> dict[str, Any]:
        """The rules by name, without what they run."""
        return {
            f"r{place}": {"cap": 1000, "all": list(self._patterns(plan))}
            for place, plan in enumerate(self.plans)
        }

    def _patterns(self, plan: Compiled) -> Iterator[dict[str, Any]]:
        first = ALIASES[plan.patterns[0].place]
        kinds = {pattern.place: pattern.kind for pattern in plan.patterns}
        for pattern in plan.patterns:
            terms = self._literals(pattern)
            own = self.layouts[pattern.kind].codes
            for join in pattern.joins:
                other = self.layouts[kinds[join.place]].codes[join.other]
                term = {own[join.own]: {ALIASES[join.place]: other}}
                terms.append(term if join.operator == "==" else {_NAMES[join.operator]: term})
            if pattern.joins:
                if plan.symmetric:
                    terms.append({"$gt": {"n": {first: "n"}}})
                terms.append({"one": {first: "one"}})  # B1: the last join is always true
            yield {ALIASES[pattern.place]: {"$and": terms}}

    def _literals(self, pattern: Pattern) -> list[dict[str, Any]]:
        layout = self.layouts[pattern.kind]
        texts = [(layout.codes[column], self.texts[text]) for column, text in pattern.texts]
        kind, gate = ("t", self.kinds[pattern.kind]), (layout.flags[pattern.gate], 1)
        return [{name: code} for name, code in (kind, gate, *sorted(texts))]


def _end(plan: Compiled, pattern: Pattern) -> object:
    """Where the literals end: shared by first patterns that ask the same, else its own."""
    if pattern.joins:
        return plan.number, pattern.place
    return pattern.texts, pattern.gate


def shard(plans: Sequence[Compiled], *, by_channel: bool = False) -> list[Ruleset]:
    """As few rulesets as the limits of durable_rules allow.

    Args:
        plans: each of which a ruleset of its own admits.
        by_channel: whether to keep plans apart that join on different columns, so that the
            facts fall into as many separate groups as can be.
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
