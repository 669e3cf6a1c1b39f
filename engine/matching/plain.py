"""The engine that defines what a match is, and the pieces of it that others share.

Roles are bound one after another: a hash join on the columns that must be equal, every
other condition tested as soon as its roles are bound. Python alone, and no index kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import TypeVar, cast

from ..model import Match
from ..rulebook.formula import (
    AllOf,
    Cell,
    Column,
    Compare,
    Formula,
    Operator,
    Row,
    conjuncts,
    holds,
    roles_in,
)
from ..rulebook.plan import AGGREGATES, Group, Plan, aggregate

__all__ = [
    "MOST_COMBINATIONS", "Facts", "Meaning", "Plain", "Positions", "cover", "equal_columns",
    "groups", "placed", "refuse_nonsense", "too_many",
]  # fmt: skip

MOST_COMBINATIONS = 5_000_000
"""Ways to put the facts of one call beside each other that are tried for one rule."""

Named = TypeVar("Named", bound=Hashable)

Positions = tuple[int, ...]
"""The facts of a match: their positions in the rows, in the order of the plan's roles."""


class Plain:
    """Matches in Python alone."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._meanings = [Meaning(plan) for plan in plans]

    def match(
        self,
        rows: Mapping[str, Row],
        covering: Collection[str] | None = None,
        without: Collection[str] = (),
    ) -> list[Match]:
        """The matches among ``rows``, as ``Engine`` promises."""
        facts = Facts(rows)
        wanted = None if covering is None else placed(facts.ids, covering)
        return [
            facts.match(meaning.plan, positions)
            for meaning in self._meanings
            if meaning.plan.rule not in without
            for positions in meaning.matches(facts, wanted)
        ]

    def close(self) -> None:
        """Nothing is held."""


class Meaning:
    """What one plan means.

    Raises:
        ValueError: for a plan that means nothing.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        refuse_nonsense(plan)
        self._search = _Search(plan.rule, plan.roles, plan.where)
        self._absences = [
            _Search(plan.rule, absence.roles, absence.where, given=plan.roles)
            for absence in plan.unless
        ]

    def matches(self, facts: Facts, covering: Collection[int] | None = None) -> Iterator[Positions]:
        """Every match, or those that cover the facts at ``covering``, in order of positions."""
        found = self.bindings(facts)
        if self.plan.group is not None:
            found = groups(self.plan, self.plan.group, facts.rows, found)
            return found if covering is None else cover(self.plan, found, covering)
        if covering is None:
            return (binding for binding in found if self.stands(facts, binding))
        return cover(self.plan, found, covering, lambda binding: self.stands(facts, binding))

    def bindings(self, facts: Facts) -> Iterator[Positions]:
        """Every way to bind the roles so that ``where`` holds, groups and ``unless`` apart."""
        for bound in self._search.extend(facts, {}):
            binding = tuple(bound[role] for role in self.plan.roles)
            if not self.plan.symmetric or binding[0] < binding[1]:
                yield binding

    def combinations(self, facts: Facts) -> int:
        """No fewer than the ways to bind the roles that agree on what must be equal."""
        number = self._search.combinations(facts)
        return number // 2 if self.plan.symmetric else number

    def stands(self, facts: Facts, binding: Positions) -> bool:
        """Whether no ``unless`` block undoes ``binding``."""
        return next(self.undoing(facts, binding), None) is None

    def undoing(self, facts: Facts, binding: Positions) -> Iterator[Mapping[str, int]]:
        """The ways in which ``unless`` blocks undo ``binding``: positions by role."""
        bound = dict(zip(self.plan.roles, binding, strict=True))
        for absence in self._absences:
            yield from absence.extend(facts, bound)


class Facts:
    """The rows of one call, by position.

    Attributes:
        ids: what each fact is called.
        rows: its columns.
    """

    def __init__(self, rows: Mapping[str, Row]) -> None:
        """Takes ``rows`` in their order."""
        self.ids = tuple(rows)
        self.rows = tuple(rows.values())
        self._kinds: dict[Cell, list[int]] = {}
        for position, row in enumerate(self.rows):
            self._kinds.setdefault(row.get("kind"), []).append(position)
        self._indexes: dict[_Step, dict[tuple[Cell, ...], list[int]]] = {}

    def of_kind(self, kind: str) -> Sequence[int]:
        """Positions of the facts of ``kind``, in order."""
        return self._kinds.get(kind, ())

    def candidates(self, step: _Step, rows: Mapping[str, Row]) -> Sequence[int]:
        """The facts whose key fits ``rows``, of those that ``step`` may bind by themselves."""
        key = tuple(rows[column.role].get(column.name) for column in step.other)
        return self.index(step).get(key, ())

    def index(self, step: _Step) -> Mapping[tuple[Cell, ...], Sequence[int]]:
        """The facts that ``step`` may bind by themselves, by key."""
        index = self._indexes.get(step)
        if index is None:
            index = self._indexes[step] = {}
            for position in self.of_kind(step.kind):
                row = self.rows[position]
                key = tuple(row.get(name) for name in step.own)
                if holds(step.alone, {step.role: row}):
                    index.setdefault(key, []).append(position)
        return index

    def match(self, plan: Plan, positions: Positions) -> Match:
        """The match of ``plan`` at ``positions``."""
        return Match(plan.rule, tuple(self.ids[position] for position in positions))


@dataclass(frozen=True, slots=True, eq=False)
class _Step:
    """Binds ``role`` to facts of ``kind`` whose columns ``own`` equal those in ``other``."""

    role: str
    kind: str
    own: tuple[str, ...]
    other: tuple[Column, ...]
    alone: Formula
    joined: Formula


class _Search:
    """Binds ``roles``, in their order, so that ``where`` holds beside the roles ``given``."""

    def __init__(
        self, rule: str, roles: Mapping[str, str], where: Formula, given: Collection[str] = ()
    ) -> None:
        if not roles or not roles.keys().isdisjoint(given):
            raise ValueError(f"{rule}: roles are new ones, and at least one")
        self._steps: list[_Step] = []
        bound = set(given)
        waiting = [(part, roles_in(part)) for part in conjuncts(where)]
        for role, kind in roles.items():
            bound.add(role)
            ready = [(part, named) for part, named in waiting if named <= bound]
            waiting = [(part, named) for part, named in waiting if not named <= bound]
            self._steps.append(_step(role, kind, ready))
        for _, named in waiting:
            unknown = ", ".join(sorted(named - bound))
            raise ValueError(f"{rule}: no fact is bound to {unknown}")

    def combinations(self, facts: Facts) -> int:
        """No fewer than the ways to bind the roles so that what must be equal is."""
        first, *further = self._steps
        one = facts.candidates(first, {})
        if not further:
            return len(one)
        second, *others = further
        there = Counter({key: len(found) for key, found in facts.index(second).items()})
        keys = (tuple(facts.rows[at].get(x.name) for x in second.other) for at in one)
        pairs = sum(there[key] for key in keys)
        return pairs * prod(max(map(len, facts.index(step).values()), default=0) for step in others)

    def extend(self, facts: Facts, bound: Mapping[str, int]) -> Iterator[Mapping[str, int]]:
        """Every way to bind the roles beside those ``bound``, no fact twice."""
        rows = {role: facts.rows[position] for role, position in bound.items()}
        return self._bind(facts, 0, bound, rows)

    def _bind(
        self, facts: Facts, depth: int, bound: Mapping[str, int], rows: Mapping[str, Row]
    ) -> Iterator[Mapping[str, int]]:
        if depth == len(self._steps):
            yield bound
            return
        step = self._steps[depth]
        taken = set(bound.values())
        for position in facts.candidates(step, rows):
            more = {**rows, step.role: facts.rows[position]}
            if position not in taken and holds(step.joined, more):
                yield from self._bind(facts, depth + 1, {**bound, step.role: position}, more)


def _step(role: str, kind: str, ready: Sequence[tuple[Formula, frozenset[str]]]) -> _Step:
    """The step that binds ``role``, the last of the roles that the conditions ``ready`` name."""
    pairs_of = ((equal_columns(part), named) for part, named in ready)
    keys = [pair for pair, named in pairs_of if pair is not None and role in named]
    pairs = [(own, other) if own.role == role else (other, own) for own, other in keys]
    return _Step(
        role,
        kind,
        own=tuple(own.name for own, _ in pairs),
        other=tuple(other for _, other in pairs),
        alone=AllOf(tuple(part for part, named in ready if named == {role})),
        joined=AllOf(tuple(part for part, named in ready if named != {role})),
    )


def equal_columns(formula: Formula) -> tuple[Column, Column] | None:
    """The columns of two roles that ``formula`` equates, where that is all it says."""
    match formula:
        case Compare(Column() as left, "==", Column() as right) if left.role != right.role:
            return left, right
        case _:
            return None


def too_many(
    plans: Iterable[Plan], rows: Mapping[str, Row], most: int = MOST_COMBINATIONS
) -> list[str]:
    """The rules for which there are more than ``most`` ways to put ``rows`` beside each other.

    They are the same whatever the engine, which need not be made for that.
    """
    facts = Facts(rows)
    return [
        plan.rule
        for plan in plans
        if prod(len(facts.of_kind(kind)) for kind in plan.roles.values()) > most
        and Meaning(plan).combinations(facts) > most
    ]


def placed(ids: Sequence[str], wanted: Collection[str]) -> Collection[int]:
    """The places in ``ids`` of those that are ``wanted``."""
    return frozenset(place for place, name in enumerate(ids) if name in wanted)


def cover(
    plan: Plan,
    found: Iterable[tuple[Named, ...]],
    covering: Collection[Named],
    stands: Callable[[tuple[Named, ...]], bool] = lambda _: True,
    named: set[Named] | None = None,
) -> Iterator[tuple[Named, ...]]:
    """The matches out of ``found`` that a report is made from, as ``Engine`` says.

    The cover of a cover is that cover.

    Args:
        plan: what matched.
        found: what may be its matches, in order, each as the facts that it names.
        covering: facts of which each match must name one.
        stands: whether it is a match, asked of those only that would be in the cover.
        named: what the cover has named so far, for who finds more of ``found`` to look at.
    """
    named = set() if named is None else named
    for match in found:
        if not any(fact in covering for fact in match):
            continue
        if plan.group is None and named.issuperset(match):
            continue
        if stands(match):
            named.update(match)
            yield match


def groups(
    plan: Plan,
    group: Group,
    rows: Sequence[Row] | Mapping[int, Row],
    bindings: Iterable[Positions],
) -> Iterator[Positions]:
    """The matches of a rule over groups, from every way to bind its roles.

    Args:
        plan: the rule.
        group: its group.
        rows: the facts by position.
        bindings: their positions, in the order of the roles.
    """
    found: dict[tuple[Positions, tuple[Cell, ...]], list[int]] = {}
    for *before, position in bindings:
        key = tuple(rows[position].get(name) for name in group.by)
        if None not in key:
            found.setdefault((tuple(before), key), []).append(position)
    for (beside, _), members in found.items():
        bound = {role: rows[position] for role, position in zip(plan.roles, beside, strict=False)}
        grouped = [rows[position] for position in members]
        if len(members) >= group.at_least and _has(group, grouped, bound):
            yield (*beside, *sorted(members))


def _has(group: Group, rows: Sequence[Row], beside: Mapping[str, Row]) -> bool:
    for function, column, operator, bound in group.having:
        figure = aggregate(function, [row.get(column) for row in rows])
        condition = Compare(Column("", column), cast(Operator, operator), bound)
        if not holds(condition, {**beside, "": {column: figure}}):
            return False
    return True


def refuse_nonsense(plan: Plan) -> None:
    """Takes a plan that means something.

    Raises:
        ValueError: for a group with ``unless`` or symmetry, symmetry of other than two roles
            of one kind, and an unknown function.
    """
    if plan.group is not None and (plan.unless or plan.symmetric):
        raise ValueError(f"{plan.rule}: a group has no unless and no symmetry")
    if plan.symmetric and (len(plan.roles), len(set(plan.roles.values()))) != (2, 1):
        raise ValueError(f"{plan.rule}: symmetry is for two roles of one kind")
    for function, *_ in plan.group.having if plan.group is not None else ():
        if function not in AGGREGATES:
            raise ValueError(f"{plan.rule}: {function!r} is no function of a group")
