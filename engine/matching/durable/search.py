"""What ``plain`` finds, with every condition compiled: for what durable_rules is not asked."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from ...rulebook.formula import Column, Formula, Row, conjuncts, roles_in
from ...rulebook.plan import Plan
from ..plain import Positions, cover, equal_columns, groups, refuse_nonsense
from .conditions import Places, Test, every, test

__all__ = ["Question", "Search", "Table"]


class Table:
    """Facts by position and kind, and what has been looked up among them.

    Attributes:
        rows: the columns of each fact, by position; there may be more than are looked at.
    """

    def __init__(self, rows: Sequence[Row] | Mapping[int, Row], positions: Iterable[int]) -> None:
        """Looks at the facts at ``positions``, which are in order."""
        self.rows = rows
        self._kinds: defaultdict[Any, list[int]] = defaultdict(list)
        for position in positions:
            self._kinds[rows[position].get("kind")].append(position)
        self._indexes: dict[_Step, dict[Any, list[int]]] = {}

    def of_kind(self, kind: str) -> Sequence[int]:
        """Positions of the facts of ``kind``, in order."""
        return self._kinds.get(kind, ())

    def index(self, step: _Step) -> Mapping[Any, Sequence[int]]:
        """By key, the facts that ``step`` may bind by themselves; none where it is unknown."""
        index = self._indexes.get(step)
        if index is None:
            index = self._indexes[step] = {}
            for position in self.of_kind(step.kind):
                key = step.key(self.rows[position])
                if key is not None:
                    index.setdefault(key, []).append(position)
        return index

    def change(self, before: Mapping[int, Row], after: Mapping[int, Row]) -> None:
        """No longer looks at facts that were as ``before``, and does at those ``after``."""
        for position, row in before.items():
            for positions in self._listed(row):
                positions.remove(position)
        for position, row in after.items():
            for positions in self._listed(row):
                insort(positions, position)

    def _listed(self, row: Row) -> Iterator[list[int]]:
        """Wherever a fact that is ``row`` is listed."""
        kind = row.get("kind")
        yield self._kinds[kind]
        for step, index in self._indexes.items():
            if step.kind == kind and (key := step.key(row)) is not None:
                yield index.setdefault(key, [])


@dataclass(frozen=True, slots=True, eq=False)
class _Step:
    """Binds the role at ``place`` to facts of ``kind`` with ``own`` equal to ``other``."""

    place: int
    kind: str
    own: tuple[str, ...]
    other: tuple[tuple[int, str], ...]
    alone: Test
    joined: Test

    def key(self, row: Row) -> tuple[Any, ...] | None:
        """By what a fact is found, if it may be bound by itself."""
        key = tuple([row.get(name) for name in self.own])
        return key if None not in key and self.alone((row,)) else None

    def candidates(self, table: Table, rows: Sequence[Row]) -> Sequence[int]:
        key = tuple([rows[place].get(name) for place, name in self.other])
        return table.index(self).get(key, ())


class Sought(NamedTuple):
    """What a search for a cover need not look at twice; see ``plain.cover``.

    Attributes:
        covering: facts of which each match must name one.
        named: those that the cover names, which grows while they are found.
    """

    covering: frozenset[int]
    named: set[int]


class Search:
    """Binds roles one after another so that a formula holds, beside those that are given.

    Attributes:
        parts: what must hold, each with the roles that it names.
    """

    def __init__(
        self,
        rule: str,
        kinds: Mapping[str, str],
        where: Formula,
        given: Sequence[str] = (),
        *,
        symmetric: bool = False,
    ) -> None:
        """Prepares to bind the roles in ``kinds``, whose kinds these are, in their order.

        Args:
            rule: what to call the rule in an error.
            kinds: kind by role.
            where: what must hold.
            given: roles that are bound before; their rows come first.
            symmetric: whether the first of two facts is always the earlier.

        Raises:
            ValueError: when a role is bound twice or not at all.
        """
        if not kinds or not kinds.keys().isdisjoint(given):
            raise ValueError(f"{rule}: roles are new ones, and at least one")
        self._given = len(given)
        self._symmetric = symmetric
        self._kinds = kinds
        self._places = {role: place for place, role in enumerate((*given, *kinds))}
        self.parts = [(part, roles_in(part)) for part in conjuncts(where)]
        unknown = set[str]().union(*(named for _, named in self.parts)) - self._places.keys()
        if unknown:
            raise ValueError(f"{rule}: no fact is bound to {', '.join(sorted(unknown))}")

    @property
    def named(self) -> frozenset[int]:
        """The places of those given roles that the formula names."""
        places = {self._places[role] for _, named in self.parts for role in named}
        return frozenset(place for place in places if place < self._given)

    def extend(
        self, table: Table, bound: Sequence[int] = (), sought: Sought | None = None
    ) -> Iterator[Positions]:
        """Every way to bind the roles beside those ``bound``, no fact twice, in order.

        What could not be in the cover that is ``sought`` may be left out.
        """
        rows: list[Row] = [table.rows[position] for position in bound]
        rows += [{}] * len(self._steps)
        return self._bind(table, 0, rows, list(bound), sought)

    def fillers(self, table: Table, bound: Sequence[int], most: int) -> list[int]:
        """Facts that the one role may be bound to, at most so many.

        Beside the facts ``bound``, of which those that the formula does not name count too.
        """
        (step,) = self._steps
        rows: list[Row] = [*(table.rows[position] for position in bound), {}]
        apart = {bound[place] for place in self.named}

        def fills(position: int) -> bool:
            rows[step.place] = table.rows[position]
            return position not in apart and step.joined(rows)

        return list(islice(filter(fills, step.candidates(table, rows)), most))

    def touches(self, row: Row, bound: Sequence[Row] = ()) -> bool:
        """Whether a fact that is ``row`` may fill a role beside the rows ``bound`` before."""
        kind = row.get("kind")
        return any(
            step.kind == kind
            and all(
                row.get(own) == bound[place].get(name)
                for own, (place, name) in zip(step.own, step.other, strict=True)
                if place < len(bound)
            )
            and step.alone((row,))
            for step in self._steps
        )

    @cached_property
    def _steps(self) -> Sequence[_Step]:
        waiting = self.parts
        bound = set(list(self._places)[: self._given])
        steps = []
        for role, kind in self._kinds.items():
            bound.add(role)
            ready = [(part, named) for part, named in waiting if named <= bound]
            waiting = [(part, named) for part, named in waiting if not named <= bound]
            steps.append(_step(role, kind, ready, self._places))
        return steps

    def _bind(
        self, table: Table, depth: int, rows: list[Row], bound: list[int], sought: Sought | None
    ) -> Iterator[Positions]:
        step = self._steps[depth]
        last = depth + 1 == len(self._steps)
        there = step.candidates(table, rows)
        candidates: Iterable[int] = there
        if self._symmetric and last:
            candidates = islice(there, bisect_right(there, bound[0]), None)
        if last and sought is not None:
            candidates = _worth(candidates, bound, sought)
        for position in candidates:
            if position in bound:
                continue
            rows[step.place] = table.rows[position]
            if step.joined(rows):
                if last:
                    yield (*bound, position)
                else:
                    bound.append(position)
                    yield from self._bind(table, depth + 1, rows, bound, sought)
                    bound.pop()


def _worth(candidates: Iterable[int], bound: Sequence[int], sought: Sought) -> Iterator[int]:
    """Those ``candidates`` with which the facts ``bound`` may be a match of the cover."""
    covering, named = sought
    covered = not covering.isdisjoint(bound)
    for position in candidates:
        if (covered or position in covering) and not (
            position in named and named.issuperset(bound)
        ):
            yield position


def _step(
    role: str, kind: str, ready: Sequence[tuple[Formula, frozenset[str]]], places: Places
) -> _Step:
    """The step that binds ``role``, the last of the roles that the conditions ``ready`` name."""
    alone, joined = [], []
    keys: list[tuple[Column, Column]] = []
    for part, named in ready:
        pair = equal_columns(part)
        if pair is not None and role in named:
            keys.append(pair if pair[0].role == role else (pair[1], pair[0]))
        elif named == {role}:
            alone.append(test(part, {role: 0}))
        else:
            joined.append(test(part, places))
    return _Step(
        places[role],
        kind,
        own=tuple(own.name for own, _ in keys),
        other=tuple((places[other.role], other.name) for _, other in keys),
        alone=every(alone),
        joined=every(joined),
    )


class Question:
    """What one plan asks.

    Raises:
        ValueError: for a plan that means nothing.
    """

    def __init__(self, plan: Plan) -> None:
        refuse_nonsense(plan)
        self.plan = plan
        self.search = Search(plan.rule, plan.roles, plan.where, symmetric=plan.symmetric)
        self.absences = [
            Search(plan.rule, absence.roles, absence.where, given=tuple(plan.roles))
            for absence in plan.unless
        ]

    def matches(self, table: Table) -> Iterable[Positions]:
        """Every match, in no order."""
        bindings = self.bindings(table)
        if self.plan.group is not None:
            return groups(self.plan, self.plan.group, table.rows, bindings)
        return self.standing(table, bindings)

    def bindings(self, table: Table) -> Iterable[Positions]:
        """Every way to bind the roles so that ``where`` holds, groups and ``unless`` apart."""
        return self.search.extend(table)

    def cover(
        self, table: Table, covering: frozenset[int], among: Table | None = None
    ) -> Iterable[Positions]:
        """The matches that cover the facts at ``covering``, in order of positions.

        Args:
            table: the facts.
            covering: those of which each match must name one.
            among: the facts that may be matched; all when ``None``.
        """
        if self.plan.group is not None:
            return cover(self.plan, sorted(self.matches(table)), covering)
        sought = Sought(covering, set())
        found = self.search.extend(table if among is None else among, sought=sought)
        return self.thinned(table, found, covering, sought.named)

    def thinned(
        self,
        table: Table,
        bindings: Iterable[Positions],
        covering: frozenset[int],
        named: set[int] | None = None,
        also: Test | None = None,
    ) -> Iterable[Positions]:
        """As ``cover``, out of ``bindings``.

        Args:
            table: the facts.
            bindings: ways to bind the roles, in order.
            covering: as for ``cover``.
            named: what those name that are taken, which grows.
            also: what must hold besides.
        """
        blocks = _Blocks(self, table)

        def stands(binding: Positions) -> bool:
            rows = [table.rows[position] for position in binding] if also else ()
            return (also is None or also(rows)) and blocks.stands(binding)

        return cover(self.plan, bindings, covering, stands, named)

    def standing(self, table: Table, bindings: Iterable[Positions]) -> Iterable[Positions]:
        """The ``bindings`` that no ``unless`` block undoes."""
        if not self.absences:
            return bindings
        return (binding for binding in bindings if self.stands(table, binding))

    def stands(self, table: Table, binding: Positions) -> bool:
        """Whether no ``unless`` block undoes ``binding``."""
        for absence in self.absences:
            for _ in absence.extend(table, binding):
                return False
        return True


class _Blocks:
    """What undoes the matches among the facts of a table, each block asked once of the same facts.

    A block often names one fact of a match alone, and then is the same for all matches of it,
    but that their other facts do not fill its role.
    """

    def __init__(self, question: Question, table: Table) -> None:
        self._question = question
        self._table = table
        self._simple = [
            (absence, sorted(absence.named), len(question.plan.roles) - len(absence.named) + 1)
            for absence, block in zip(question.absences, question.plan.unless, strict=True)
            if len(block.roles) == 1
        ]
        simple = {id(absence) for absence, *_ in self._simple}
        self._others = [each for each in question.absences if id(each) not in simple]
        self._known: list[dict[Positions, list[int]]] = [{} for _ in self._simple]

    def stands(self, binding: Positions) -> bool:
        """Whether no block undoes ``binding``."""
        for (absence, places, most), known in zip(self._simple, self._known, strict=True):
            key = tuple([binding[place] for place in places])
            fillers = known.get(key)
            if fillers is None:
                fillers = known[key] = absence.fillers(self._table, binding, most)
            if any(position not in binding for position in fillers):
                return False
        return not any(
            True for absence in self._others for _ in absence.extend(self._table, binding)
        )
