"""The engine for one article at a time: durable_rules, a forward-chaining rule engine.

``compile`` says what it is given of a plan and ``facts`` what it is given of a fact, once
``gates`` has asked what there is to ask of that fact alone; ``session`` keeps it to its word.
What it cannot be trusted with is asked of its candidates here, or left to ``search``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from ...collector import collector_paused
from ...model import Match
from ...rulebook.formula import AllOf, Row
from ...rulebook.plan import Plan
from ..plain import Positions, placed
from .compile import Compiled, compile_plan
from .conditions import Test, test
from .facts import MOST_BINDINGS, Encoder
from .rulesets import Ruleset, shard
from .search import Question, Table
from .session import MOST_FACTS, Session, durable_rules

__all__ = ["Asked", "Durable", "Part", "parts"]

_MOST_TO_COVER = 10_000


class Durable:
    """Matches with durable_rules."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        durable_rules()
        self._plans = tuple(plans)
        with collector_paused():
            self._asked = [Asked(number, plan) for number, plan in enumerate(plans)]
            self._joined = [asked for asked in self._asked if asked.compiled is not None]
            self._left = [asked for asked in self._asked if asked.compiled is None]
            self._few = parts(self._joined)
        self._many: list[Part] | None = None

    def match(
        self,
        rows: Mapping[str, Row],
        covering: Collection[str] | None = None,
        without: Collection[str] = (),
    ) -> list[Match]:
        """The matches among ``rows``, as ``Engine`` promises."""
        ids = tuple(rows)
        with collector_paused():
            table = Table(tuple(rows.values()), range(len(rows)))
            skipped = {number for number, plan in enumerate(self._plans) if plan.rule in without}
            if covering is None:
                found = self._matches(table, skipped)
            else:
                found = self._cover(table, frozenset(placed(ids, covering)), skipped)
            return [
                match
                for number in sorted(found)
                for match in self._told(number, found[number], ids)
            ]

    def _matches(self, table: Table, skipped: Collection[int]) -> dict[int, list[Positions]]:
        found = {
            asked.number: list(asked.question.matches(table))
            for asked in self._left_for(table, skipped)
        }
        for part in self._parts(len(table.rows)):
            for asked, candidates in part.candidates(table, part.encoder.passing(table)):
                if asked.number in skipped:
                    continue
                confirmed = asked.confirmed(table, candidates)
                found.setdefault(asked.number, []).extend(confirmed)
        return found

    def _cover(
        self, table: Table, covering: frozenset[int], skipped: Collection[int]
    ) -> dict[int, list[Positions]]:
        found = {
            asked.number: list(asked.question.cover(table, covering))
            for asked in self._left_for(table, skipped)
        }
        candidates: dict[int, list[Positions]] = {}
        for part in self._parts(len(table.rows)):
            for asked, some in part.candidates(table, part.encoder.passing(table), covering):
                if asked.number not in skipped:
                    candidates.setdefault(asked.number, []).extend(some)
        for number, some in candidates.items():
            some.sort()
            found[number] = list(self._asked[number].thinned(table, some, covering))
        return found

    def _left_for(self, table: Table, skipped: Collection[int]) -> Iterator[Asked]:
        """The plans that durable_rules is not asked, as far as there are facts for them."""
        for asked in self._left:
            if asked.number not in skipped and all(
                table.of_kind(kind) for kind in asked.question.plan.roles.values()
            ):
                yield asked

    def close(self) -> None:
        """Releases the compiled rules."""
        for part in (*self._few, *(self._many or ())):
            part.close()

    def _told(self, number: int, found: list[Positions], ids: Sequence[str]) -> list[Match]:
        rule = self._asked[number].question.plan.rule
        found.sort()
        return [Match(rule, tuple([ids[position] for position in each])) for each in found]

    def _parts(self, facts: int) -> Sequence[Part]:
        if facts <= MOST_FACTS:
            return self._few
        if self._many is None:
            # Rules that join on other keys would link what need not go together.
            self._many = parts(self._joined, by_channel=True)
        return self._many


class Asked:
    """A plan, and how it is asked.

    Attributes:
        number: which of the plans it is.
        question: what it asks.
        compiled: what durable_rules is asked of it; ``None`` for one that is left to Python.

    Raises:
        ValueError: for a plan that means nothing.
    """

    def __init__(self, number: int, plan: Plan, *, by_place: bool = False) -> None:
        self.number = number
        self.question = Question(plan)
        compiled = compile_plan(number, self.question)
        if compiled is not None and by_place:
            compiled = compiled.by_place()
        self.compiled = compiled if compiled and Ruleset().admits(compiled) else None

    def confirmed(self, table: Table, candidates: Iterable[Positions]) -> Iterable[Positions]:
        """Those ``candidates`` that also meet what durable_rules was not asked."""
        return self.question.standing(table, self.joined(table, candidates))

    def thinned(
        self, table: Table, candidates: Iterable[Positions], covering: frozenset[int]
    ) -> Iterable[Positions]:
        """Those ``candidates``, which are in order, that cover the facts at ``covering``."""
        return self.question.thinned(table, candidates, covering, also=self._rest)

    def joined(self, table: Table, candidates: Iterable[Positions]) -> Iterable[Positions]:
        """Those ``candidates`` that meet all but the ``unless`` blocks."""
        passes = self._rest
        if passes is None:
            return candidates
        rows = table.rows
        return (each for each in candidates if passes([rows[position] for position in each]))

    @cached_property
    def _rest(self) -> Test | None:
        if self.compiled is None or not self.compiled.rest:
            return None
        places = {role: place for place, role in enumerate(self.question.plan.roles)}
        return test(AllOf(self.compiled.rest), places)


class Part:
    """A ruleset, what facts are for it, and durable_rules at work on it."""

    def __init__(self, ruleset: Ruleset, asked: Mapping[int, Asked]) -> None:
        self.encoder = Encoder(ruleset)
        self.ruleset = ruleset
        self._asked = [asked[plan.number] for plan in ruleset.plans]
        self._orders = [_order(plan) for plan in ruleset.plans]
        self._session = Session(ruleset.definition())

    def candidates(
        self,
        table: Table,
        passing: Sequence[tuple[int, int]],
        covering: frozenset[int] | None = None,
    ) -> Iterator[tuple[Asked, Iterable[Positions]]]:
        """Plans, each with some ways to bind its roles so that what is compiled holds.

        Args:
            table: the facts.
            passing: those that pass some gate, and which.
            covering: where it is enough to cover these, durable_rules is asked of less, for it
                cannot be told to leave a pair out.
        """
        most = MOST_BINDINGS if covering is None else _MOST_TO_COVER
        small, large = self.encoder.batches(self.encoder.choose(table, passing), most)
        for batch in small:
            facts = self.encoder.encode(batch)
            positions = [fact.position for fact in batch]
            for place, bound in self._session.run(facts, positions):
                order = self._orders[place]
                by_role = [bound[pattern :: len(order)] for pattern in order]
                yield self._asked[place], zip(*by_role, strict=True)
        for group in large:
            alone = Table(table.rows, sorted(fact.position for fact in group))
            for asked in self._asked:
                question = asked.question
                if covering is None:
                    yield asked, question.bindings(alone)
                else:
                    yield asked, question.cover(table, covering, among=alone)

    def close(self) -> None:
        """Releases the compiled rules."""
        self._session.close()


def parts(joined: Iterable[Asked], *, by_channel: bool = False) -> list[Part]:
    """Rulesets for the plans ``joined``, all of which are compiled; see ``shard``."""
    asked = {each.number: each for each in joined}
    compiled = [each.compiled for each in asked.values() if each.compiled is not None]
    return [Part(ruleset, asked) for ruleset in shard(compiled, by_channel=by_channel)]


def _order(plan: Compiled) -> list[int]:
    """By role, which of the patterns is its own."""
    places = [pattern.place for pattern in plan.patterns]
    return [places.index(place) for place in range(len(places))]
