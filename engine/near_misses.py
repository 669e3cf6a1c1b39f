"""What a rule nearly flagged, and which of its conditions kept it quiet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from types import MappingProxyType

from .matching.plain import Facts, Meaning, Positions
from .model import Fact, Reason
from .rulebook.formula import Row, holds, roles_in
from .rulebook.reasons import Bound, compares, reason
from .rulebook.rule import Condition, Rule

__all__ = ["NearMiss", "near_misses"]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Facts that a rule would flag but for little.

    Attributes:
        facts: by role, as in a finding.
        missed: the conditions that they do not meet, as the rule writes them, with the values;
            none where an ``unless`` block alone kept the rule quiet.
        undone_by: the facts that met that block, by their roles in it.
    """

    facts: Mapping[str, Fact]
    missed: tuple[Reason, ...]
    undone_by: Mapping[str, Fact]


def near_misses(
    rule: Rule, facts: Mapping[str, Fact], rows: Mapping[str, Row], most: int = 2
) -> list[NearMiss]:
    """What ``rule`` nearly flagged, the nearest first, in reading order otherwise.

    Args:
        rule: the rule.
        facts: facts by id, in reading order.
        rows: the facts as rows.
        most: how many conditions may be missed.
    """
    known = Facts(rows)
    if rule.plan.group is not None:
        misses = list(_groups(rule, facts, known))
    else:
        misses = list(_pairs(rule, facts, known, most))
    return sorted(misses, key=lambda miss: len(miss.missed))


def _pairs(rule: Rule, facts: Mapping[str, Fact], known: Facts, most: int) -> Iterator[NearMiss]:
    meaning = Meaning(rule.plan)
    roles = tuple(rule.plan.roles)
    for positions in _bindings(rule, known, most):
        bound = _bound(roles, positions, facts, known)
        missed = tuple(_missed(rule, bound))
        undone = {} if missed else next(meaning.undoing(known, positions), {})
        if missed or undone:
            by = {role: facts[known.ids[at]] for role, at in undone.items() if role not in roles}
            yield NearMiss(bound.facts, missed, MappingProxyType(by))


def _missed(rule: Rule, bound: Bound) -> Iterator[Reason]:
    """The conditions that are not met, those that one line of the rule comes to as one."""
    short = [each for each in rule.conditions if not holds(each.formula, bound.rows)]
    for written, conditions in groupby(short, key=lambda each: each.written):
        saids = [each.proposition for each in conditions]
        text = "; ".join(dict.fromkeys(reason(said, bound) for said in saids))
        yield Reason(written, text, any(compares(said, bound) for said in saids))


def _bindings(rule: Rule, known: Facts, most: int) -> Iterator[Positions]:
    """Every way to bind the roles that misses at most ``most`` conditions."""
    roles = list(rule.plan.roles)
    due: list[list[Condition]] = [[] for _ in roles]
    for condition in rule.conditions:
        last = max((roles.index(role) for role in roles_in(condition.formula)), default=0)
        due[last].append(condition)

    def bind(bound: Positions, missed: int) -> Iterator[Positions]:
        if len(bound) == len(roles):
            yield bound
            return
        depth = len(bound)
        for position in known.of_kind(rule.plan.roles[roles[depth]]):
            ordered = not rule.plan.symmetric or not bound or bound[0] < position
            if position in bound or not ordered:
                continue
            binding = (*bound, position)
            rows = {role: known.rows[at] for role, at in zip(roles, binding, strict=False)}
            short = missed + sum(not holds(each.formula, rows) for each in due[depth])
            if short <= most:
                yield from bind(binding, short)

    yield from bind((), 0)


def _groups(rule: Rule, facts: Mapping[str, Fact], known: Facts) -> Iterator[NearMiss]:
    """The groups whose sum, count or other figure is not what the rule asks."""
    assert rule.plan.group is not None  # noqa: S101 - asked by the caller
    *single, last = rule.plan.roles
    whole = replace(rule.plan, group=replace(rule.plan.group, having=()))
    for positions in Meaning(whole).matches(known):
        beside, members = positions[: len(single)], positions[len(single) :]
        bounds = [_bound((*single, last), (*beside, at), facts, known) for at in members]
        missed = tuple(
            Reason(each.source, each.sentence(bounds), beside=True)
            for each in rule.having
            if not each.met(bounds)
        )
        if missed:
            named = dict(list(bounds[0].facts.items())[:-1])
            named |= {f"{last} {at}": each.facts[last] for at, each in enumerate(bounds, start=1)}
            yield NearMiss(MappingProxyType(named), missed, {})


def _bound(
    roles: Sequence[str], positions: Positions, facts: Mapping[str, Fact], known: Facts
) -> Bound:
    return Bound(
        facts={role: facts[known.ids[at]] for role, at in zip(roles, positions, strict=True)},
        rows={role: known.rows[at] for role, at in zip(roles, positions, strict=True)},
    )
