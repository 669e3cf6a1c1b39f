"""Which conditions of rules their examples prove: what ``belie test --coverage`` shows.

A condition is proved by a quiet example that every other condition lets through: without it
the rule would flag what it must not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .checker import Checker
from .kinds import Kind
from .knowledge import KnowledgeError
from .rulebook.rule import Rule

__all__ = ["Coverage", "cover"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the examples of some rules prove.

    Attributes:
        conditions: how many conditions and ``unless`` blocks there are.
        unproved: one line for each that no example proves, with its place.
    """

    conditions: int
    unproved: tuple[KnowledgeError, ...]


def cover(rules: Sequence[Rule], kinds: Mapping[str, Kind]) -> Coverage:
    """What the examples of ``rules`` prove of their conditions."""
    unproved = [each for rule in rules for each in _unproved(rule, kinds)]
    total = sum(len(_asked(rule)) + bool(rule.plan.unless) for rule in rules)
    return Coverage(total, tuple(unproved))


def _unproved(rule: Rule, kinds: Mapping[str, Kind]) -> Iterator[KnowledgeError]:
    proved: set[str] = set()
    undone = False
    with Checker(kinds=kinds, rulebook=[rule], engine="plain") as checker:
        for test in rule.tests:
            if test.quiet is None:
                continue
            for miss in checker.near_misses(
                rule.name,
                test.quiet,
                published=test.published,
                title=test.title,
                against=test.others,
                most=1,
            ):
                proved |= {reason.condition for reason in miss.missed}
                undone = undone or not miss.missed
    for key, index, source in _asked(rule):
        if source not in proved:
            at = (key,) if index is None else (key, index)
            yield rule.document.error(f"no quiet example is decided by {source}", at)
    if rule.plan.unless and not undone:
        yield rule.document.error("no quiet example is decided by an unless", ("unless",))


def _asked(rule: Rule) -> list[tuple[str, int | None, str]]:
    """Each condition with the key and the place it has in the file."""
    if rule.having:
        return [("having", None, each.source) for each in rule.having]
    return [("where", index, each.source) for index, each in enumerate(rule.conditions)]
