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
from .near_misses import NearMiss
from .rulebook.formula import columns_of
from .rulebook.rule import Rule, RuleTest

__all__ = ["Coverage", "cover"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the examples of some rules prove.

    Attributes:
        conditions: how many conditions and ``unless`` blocks there are.
        unproved: one line for each that no example proves, with its place.
        idle: one line for each quiet example that has none of a rule's facts to be quiet
            about, and for each field of a kind that no rule names.
    """

    conditions: int
    unproved: tuple[KnowledgeError, ...]
    idle: tuple[KnowledgeError, ...]


def cover(rules: Sequence[Rule], kinds: Mapping[str, Kind]) -> Coverage:
    """What the examples of ``rules`` prove of their conditions, and what serves nothing."""
    unproved: list[KnowledgeError] = []
    idle: list[KnowledgeError] = []
    for rule in rules:
        with Checker(kinds=kinds, rulebook=[rule], engine="plain") as checker:
            found = [(test, _near(checker, rule, test)) for test in _copy(rule)]
        unproved += _unproved(rule, [miss for _, near in found for miss in near])
        idle += [
            rule.document.error("is quiet without the rule", ("tests", rule.tests.index(test)))
            for test, near in found
            if not near
        ]
    total = sum(len(_asked(rule)) + bool(rule.plan.unless) for rule in rules)
    return Coverage(total, tuple(unproved), (*idle, *_unnamed(rules, kinds)))


def _copy(rule: Rule) -> list[RuleTest]:
    """The quiet examples that are copy."""
    return [test for test in rule.tests if test.quiet and test.text]


def _near(checker: Checker, rule: Rule, test: RuleTest) -> Sequence[NearMiss]:
    _, near = checker.review(
        rule.name,
        test.text,
        published=test.published,
        title=test.title,
        against=test.others,
        most=len(rule.conditions),
    )
    return near


def _unproved(rule: Rule, near: Sequence[NearMiss]) -> Iterator[KnowledgeError]:
    alone = [miss for miss in near if len(miss.missed) <= 1]
    proved = {reason.condition for miss in alone for reason in miss.missed}
    for at, source in _asked(rule):
        if source not in proved:
            yield rule.document.error(f"no quiet example is decided by {source}", at)
    if rule.plan.unless and all(miss.missed for miss in near):
        yield rule.document.error("no quiet example is decided by an unless", ("unless",))


def _unnamed(rules: Sequence[Rule], kinds: Mapping[str, Kind]) -> Iterator[KnowledgeError]:
    """The fields that no condition names, of the kinds that the rules speak of."""
    named = set()
    for rule in rules:
        for where, roles in [
            (rule.plan.where, rule.plan.roles),
            *((each.where, {**rule.plan.roles, **each.roles}) for each in rule.plan.unless),
        ]:
            for column in columns_of(where):
                named.add((roles[column.role], column.name.partition(".")[0]))
        named |= {(rule.kinds[each.role].name, each.attribute.name) for each in rule.by}
    for name in sorted({kind for kind, _ in named}):
        for field in kinds[name].fields:
            if (name, field) not in named:
                yield kinds[name].document.error(f"no rule names {field}", ("fields", field))


def _asked(rule: Rule) -> list[tuple[tuple[str | int, ...], str]]:
    """Each condition with the place it has in the file."""
    if rule.having:
        return [(("having",), each.source) for each in rule.having]
    return [(each.at, each.source) for each in rule.conditions]
