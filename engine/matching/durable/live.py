"""A session for the desk: facts come and go as an editor types, and only changes are told.

Nothing is retracted from durable_rules, and no session of it lives from one update to the
next. The facts that changed, and those linked to them, go into fresh ones, each with its
proof, and so that every match has one that changed: these alone can be new.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import count
from typing import Any, NamedTuple

from ...model import Match
from ...rulebook.formula import Cell, Row
from ...rulebook.plan import Plan
from ..plain import Positions
from .engine import Asked, Part, parts
from .search import Table
from .session import durable_rules

__all__ = ["Changes", "Live"]


class Changes(NamedTuple):
    """What an update made of the matches; both in the order of engines.

    Attributes:
        added: those that stand now and did not before.
        gone: those that stood before and do not now.
    """

    added: tuple[Match, ...]
    gone: tuple[Match, ...]


class Live:
    """Facts that change, and the matches among them.

    Matches are ordered as engines order them: by rule in the order of the plans, then by the
    places of their facts. A fact has the place in which it was first put; put again under the
    same name it keeps that, and once withdrawn it has lost it.

    A session serves one thread at a time.

    Args:
        plans: the rules.

    Raises:
        ValueError: for a plan that means nothing.
        EngineUnavailableError: when durable_rules is not there.
    """

    def __init__(self, plans: Sequence[Plan]) -> None:
        durable_rules()
        asked = [Asked(number, plan, by_place=True) for number, plan in enumerate(plans)]
        self._standing = [_Standing(each) for each in asked]
        joined = parts(each for each in asked if each.compiled is not None)
        self._neighbourhoods = [_Neighbourhood(part) for part in joined]
        self._numbers = count()
        self._positions: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self._rows: dict[int, Row] = {}
        self._table = Table(self._rows, ())
        self._behind = False

    @property
    def matches(self) -> tuple[Match, ...]:
        """All that stood after the last update."""
        return self._matches((each, each.told) for each in self._standing)

    def update(self, put: Mapping[str, Row], withdraw: Collection[str] = ()) -> Changes:
        """Takes facts in and out, and tells what that changes.

        A match that stands before and after is not told, though its facts may have changed.

        Args:
            put: facts by name, each row with its ``kind``; one that is there is replaced.
            withdraw: names of facts that go, before any is put.

        Raises:
            KeyError: when a fact to withdraw is not there; nothing has changed then.
            EngineError: when the engine cannot vouch for the result. The facts have changed
                all the same, and the next update also tells what this one would have.
        """
        missing = next((name for name in withdraw if name not in self._positions), None)
        if missing is not None:
            raise KeyError(missing)
        behind, self._behind = self._behind, True  # unless all goes well
        change = self._take(put, withdraw)
        if behind:
            change = _Change(before=change.before, after=dict(self._rows))
            self._table = Table(self._rows, sorted(self._rows))
        else:
            self._table.change(change.before, change.after)
        self._find(change, afresh=behind)
        changes = self._tell(change)
        self._behind = False
        return changes

    def close(self) -> None:
        """Releases the compiled rules; the session is not used again."""
        for neighbourhood in self._neighbourhoods:
            neighbourhood.part.close()

    def _take(self, put: Mapping[str, Row], withdraw: Collection[str]) -> _Change:
        change = _Change({}, {})
        for name in dict.fromkeys(withdraw):
            position = self._positions.pop(name)
            change.before[position] = self._rows.pop(position)
        for name, row in put.items():
            position = self._positions.get(name, -1)
            if position in self._rows:
                change.before[position] = self._rows[position]
            else:
                position = self._positions[name] = next(self._numbers)
                self._names[position] = name
            change.after[position] = self._rows[position] = dict(row)
        return change

    def _find(self, change: _Change, *, afresh: bool) -> None:
        kinds = change.kinds()
        touched = [each for each in self._standing if afresh or each.concerns(kinds)]
        for each in touched:
            each.drop(change, afresh=afresh)
            each.search(self._table, change)
        for neighbourhood in self._neighbourhoods:
            neighbourhood.change(change, afresh=afresh)
            for asked, candidates in neighbourhood.candidates(self._table, change):
                self._standing[asked.number].add(asked.joined(self._table, candidates), change)
        for each in touched:
            each.settle(self._table, change)

    def _tell(self, change: _Change) -> Changes:
        now = [(each, each.now()) for each in self._standing if each.moved]
        added = self._matches((each, standing - each.told) for each, standing in now)
        gone = self._matches((each, each.told - standing) for each, standing in now)
        for each, standing in now:
            each.tell(standing)
        for position in self._names.keys() - self._rows.keys():
            del self._names[position]
        # A fact that was withdrawn and put at once has another place, and the same name.
        both = set(added).intersection(gone) if change.before else set()
        return Changes(
            tuple(match for match in added if match not in both),
            tuple(match for match in gone if match not in both),
        )

    def _matches(
        self, found: Iterable[tuple[_Standing, Collection[Positions]]]
    ) -> tuple[Match, ...]:
        return tuple(
            Match(each.rule, tuple(self._names[position] for position in positions))
            for each, bindings in found
            for positions in sorted(bindings)
        )


@dataclass(frozen=True, slots=True)
class _Change:
    """Facts by position: as those were that are gone or replaced, and as those are now."""

    before: dict[int, Row]
    after: dict[int, Row]

    @property
    def rows(self) -> Iterator[Row]:
        """Every row that came or went."""
        yield from self.before.values()
        yield from self.after.values()

    def kinds(self) -> set[Cell]:
        """The kinds of all of these."""
        return {row.get("kind") for row in self.rows}


class _Standing:
    """What is known of one plan: the ways to bind its roles, and whether each stands.

    Attributes:
        told: the matches as of the last update.
        moved: whether they may be others now.
    """

    def __init__(self, asked: Asked) -> None:
        self.told: set[Positions] = set()
        self.moved = False
        self._question = asked.question
        self._joined = asked.compiled is not None
        self._bindings: dict[Positions, bool | None] = {}
        plan = asked.question.plan
        self.rule = plan.rule
        self._kinds = {*plan.roles.values()}
        self._kinds.update(kind for absence in plan.unless for kind in absence.roles.values())

    def concerns(self, kinds: AbstractSet[Cell]) -> bool:
        """Whether any of ``kinds`` is of its facts."""
        return not self._kinds.isdisjoint(kinds)

    def drop(self, change: _Change, *, afresh: bool) -> None:
        """Forgets what was bound to facts that have changed, or all."""
        self.moved = True
        if afresh:
            self._bindings.clear()
        elif change.before:
            touched = change.before.keys()
            for binding in [each for each in self._bindings if not touched.isdisjoint(each)]:
                del self._bindings[binding]

    def search(self, table: Table, change: _Change) -> None:
        """Finds what is new of a plan that durable_rules is not asked."""
        question = self._question
        if self._joined:
            return
        if question.plan.group is not None:
            if any(map(question.search.touches, change.rows)):
                self._bindings = dict.fromkeys(question.matches(table), True)
        elif len(question.plan.roles) == 1:
            self.add(question.bindings(Table(table.rows, sorted(change.after))), change)
        elif any(map(question.search.touches, change.after.values())):
            self.add(question.bindings(table), change)

    def add(self, bindings: Iterable[Positions], change: _Change) -> None:
        """Takes in those ``bindings`` that have a fact that changed."""
        for binding in bindings:
            if not change.after.keys().isdisjoint(binding):
                self._bindings[binding] = None

    def settle(self, table: Table, change: _Change) -> None:
        """Asks again whether a binding stands, where it is new or that may have changed."""
        rows = list(change.rows)
        for binding, stands in self._bindings.items():
            if stands is None or self._disturbed(binding, table, rows):
                self._bindings[binding] = self._question.stands(table, binding)

    def now(self) -> set[Positions]:
        """The matches."""
        return {binding for binding, stands in self._bindings.items() if stands}

    def tell(self, standing: set[Positions]) -> None:
        """Takes ``standing`` for told."""
        self.told = standing
        self.moved = False

    def _disturbed(self, binding: Positions, table: Table, rows: Iterable[Row]) -> bool:
        absences = self._question.absences
        if not absences:
            return False
        bound = [table.rows[position] for position in binding]
        return any(absence.touches(row, bound) for absence in absences for row in rows)


class _Neighbourhood:
    """The facts of a ruleset by what links them."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._passed: dict[int, int] = {}
        self._links: dict[int, set[Any]] = {}
        self._linked: dict[Any, set[int]] = {}
        # The gates by the place of the role that they open.
        self._places: dict[int, int] = {}
        for plan in part.ruleset.plans:
            for gate, pattern in zip(part.ruleset.gates(plan), plan.patterns, strict=True):
                opened = self._places.get(pattern.place, 0)
                self._places[pattern.place] = opened | 1 << gate
        self._reach = max(len(plan.patterns) for plan in part.ruleset.plans) - 1

    def change(self, change: _Change, *, afresh: bool) -> None:
        """Follows a change, or begins anew with the facts that there are after it."""
        if afresh:
            for known in (self._passed, self._links, self._linked):
                known.clear()
        for position in change.before.keys() & self._passed.keys():
            del self._passed[position]
            for link in self._links.pop(position):
                self._linked[link].discard(position)
                if not self._linked[link]:
                    del self._linked[link]
        for position, row in change.after.items():
            passed = self.part.encoder.passed(row)
            if passed:
                self._passed[position] = passed
                self._links[position] = set(self.part.encoder.linking(row, passed))
                for link in self._links[position]:
                    self._linked.setdefault(link, set()).add(position)

    def candidates(
        self, table: Table, change: _Change
    ) -> Iterator[tuple[Asked, Iterable[Positions]]]:
        """Some ways to bind the roles of plans, among them all with a fact that has changed.

        They are found in as many turns as there are roles: in each, one role is for facts
        that have changed, those before it for others, and those after it for any.
        """
        changed = change.after.keys() & self._passed.keys()
        if not changed:
            return
        near = sorted(self._near(changed))
        everywhere = sum(self._places.values())
        later = everywhere
        for place in sorted(self._places):
            here = self._places[place]
            passing = [
                (at, self._passed[at] & (later if at in changed else everywhere ^ here))
                for at in near
            ]
            if any(self._passed[at] & here for at in changed):
                yield from self.part.candidates(table, passing)
            later ^= here

    def _near(self, changed: Collection[int]) -> set[int]:
        """The facts that are linked to ``changed``, from fact to fact, and these."""
        near = set(changed)
        edge = near
        for _ in range(self._reach):
            links = {link for position in edge for link in self._links[position]}
            edge = set().union(*(self._linked[link] for link in links)) - near
            near |= edge
        return near
