"""What ``plain`` finds, with every condition compiled: for what durable_rules is not asked."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from ...rulebook.formula import Column, Formula, Row, conjuncts, roles_in
from ...rulebook.plan import Plan
from ..plain import Positions, cover, equal_columns, groups, refuse_nonsense
from .conditions import Places, Test, every, likeliest_first, test

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


class Sought:
    """What a search for a cover need not look at; see ``plain.cover``."""

    def __init__(self, covering: frozenset[int], blocks: Blocks) -> None:
        """Begins with a cover of nothing.

        Args:
            covering: facts of which each match must name one.
            blocks: what undoes a match.
        """
        self.named: set[int] = set()
        self._covering = covering
        self._blocks = blocks
        self._unnamed: dict[int, list[int]] = {}

    def undone(self, bound: Sequence[int]) -> bool:
        """Whether no match can come of the facts ``bound``, whatever is bound beside them."""
        return self._blocks.undo(bound)

    def worth(self, candidates: Sequence[int], bound: Sequence[int]) -> Iterator[int]:
        """Those ``candidates`` with which the facts ``bound`` may be a match of the cover."""
        covered = not self._covering.isdisjoint(bound)
        if self.named.issuperset(bound):
            candidates = self._left(candidates)
        for position in candidates:
            if (covered or position in self._covering) and not (
                position in self.named and self.named.issuperset(bound)
            ):
                yield position

    def _left(self, candidates: Sequence[int]) -> Sequence[int]:
        """Those that are not named; of the same candidates they only become fewer."""
        before = self._unnamed.get(id(candidates), candidates)
        left = [position for position in before if position not in self.named]
        self._unnamed[id(candidates)] = left
        return left


class Search:
    """Binds roles one after another so that a formula holds, beside those that are given.

    Attributes:
        kinds: the kinds of the roles.
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
        self.kinds = kinds
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

    def fillers(self, table: Table, bound: Mapping[int, int], most: int) -> list[int]:
        """Facts that the one role may be bound to beside those ``bound``, at most so many.

        Args:
            table: the facts.
            bound: facts by the place of their role, of those roles that the formula names.
            most: how many.
        """
        (step,) = self._steps
        rows: list[Row] = [{}] * len(self._places)
        for place, position in bound.items():
            rows[place] = table.rows[position]
        apart = set(bound.values())

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
        for role, kind in self.kinds.items():
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
        candidates: Iterable[int] = step.candidates(table, rows)
        if last and sought is not None:
            candidates = sought.worth(step.candidates(table, rows), bound)
        for position in candidates:
            if position in bound or (self._symmetric and last and position < bound[0]):
                continue
            rows[step.place] = table.rows[position]
            if step.joined(rows):
                if last:
                    yield (*bound, position)
                    continue
                bound.append(position)
                if sought is None or not sought.undone(bound):
                    yield from self._bind(table, depth + 1, rows, bound, sought)
                bound.pop()


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
        joined=likeliest_first(joined),
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
        blocks = Blocks(self, table)
        sought = Sought(covering, blocks)
        found = self.search.extend(table if among is None else among, sought=sought)
        return cover(self.plan, found, covering, blocks.stands, sought.named)

    def thinned(
        self,
        table: Table,
        bindings: Iterable[Positions],
        covering: frozenset[int],
        also: Test | None = None,
    ) -> Iterable[Positions]:
        """As ``cover``, out of ``bindings`` in order, of which ``also`` must hold besides."""
        blocks = Blocks(self, table)

        def stands(binding: Positions) -> bool:
            rows = [table.rows[position] for position in binding] if also else ()
            return (also is None or also(rows)) and blocks.stands(binding)

        return cover(self.plan, bindings, covering, stands)

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


class Blocks:
    """What undoes the matches among the facts of a table, each block asked once of the same facts.

    A block often names one fact of a match alone, and then is the same for all matches of it,
    but that their other facts do not fill its role.
    """

    def __init__(self, question: Question, table: Table) -> None:
        self._question = question
        self._table = table
        roles = len(question.plan.roles)
        self._simple: list[tuple[Search, list[int], int]] = []
        self._others: list[Search] = []
        for absence in question.absences:
            if len(absence.kinds) > 1:
                self._others.append(absence)
            else:
                places = sorted(absence.named)
                self._simple.append((absence, places, roles - len(places) + 1))
        self._fillers: list[dict[Positions, list[int]]] = [{} for _ in self._simple]

    def stands(self, binding: Positions) -> bool:
        """Whether no block undoes ``binding``."""
        for number, _ in enumerate(self._simple):
            if any(position not in binding for position in self._filling(number, binding)):
                return False
        return not any(
            True for absence in self._others for _ in absence.extend(self._table, binding)
        )

    def undo(self, bound: Sequence[int]) -> bool:
        """Whether a block undoes all that the first facts ``bound`` are part of."""
        return any(
            places[-1:] < [len(bound)] and len(self._filling(number, bound)) >= most
            for number, (_, places, most) in enumerate(self._simple)
        )

    def _filling(self, number: int, bound: Sequence[int]) -> list[int]:
        """What fills a block, as many as tell that one is not bound in another role."""
        absence, places, most = self._simple[number]
        key = tuple([bound[place] for place in places])
        fillers = self._fillers[number].get(key)
        if fillers is None:
            fillers = absence.fillers(self._table, dict(zip(places, key, strict=True)), most)
            self._fillers[number][key] = fillers
        return fillers
