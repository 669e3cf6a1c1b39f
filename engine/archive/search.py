"""What of an archive stands against a draft: found by keys, read, and held to the rules.

Nearly always nothing of what is found meets a rule. So what undoes a match, which may stand
anywhere in the articles at hand, is only looked for where there is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ..beside import Beside, Draft
from ..kinds import Kind
from ..matching.plain import MOST_COMBINATIONS, Facts, Meaning, placed, too_many
from ..model import Fact, Issue, Match
from ..rulebook.formula import Row, holds
from .across import archived
from .blocking import Block, keys_of
from .linking import happenings_of, linked
from .questions import Question
from .records import MOST_ENTRIES
from .shelf import Shelf

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["search"]

_FOUND = """
    WITH
        wanted AS (
            SELECT unnest($numbers) AS number, unnest($slots) AS slot,
                unnest($keys::UBIGINT[]) AS key),
        needed AS (
            SELECT unnest($all) AS number, unnest($needs) AS need),
        found AS (
            SELECT number, position, count(DISTINCT slot) AS met
            FROM wanted JOIN keys USING (key) GROUP BY ALL)
    SELECT number, position, starts, ends
    FROM found JOIN needed USING (number) JOIN facts USING (position)
    WHERE met = need AND article NOT IN (
        SELECT number FROM articles
        WHERE id = $own
            OR $earlier AND (coalesce(published, DATE 'infinity'), id) > ($published::DATE, $own))
    ORDER BY ALL
"""

_Bound = Mapping[str, str]
"""The ids of the facts of a match, by role."""


class _Wanted(NamedTuple):
    """Facts that are looked for: those that have a key of each slot.

    Attributes:
        question: for which.
        block: how they are found.
        fact: the id of the fact that they may stand beside.
        keys: by slot.
    """

    question: int
    block: Block
    fact: str
    keys: Sequence[Sequence[int]]


def search(
    connection: DuckDBPyConnection,
    archive: str,
    draft: Draft,
    asked: Sequence[Question],
    kinds: Mapping[str, Kind],
    *,
    earlier: bool = False,
) -> Beside:
    """What stands against ``draft``.

    Args:
        connection: the archive.
        archive: what it is called.
        draft: what the draft states.
        asked: what is asked for each rule.
        kinds: what facts are of, by name.
        earlier: whether only what was published before it can; of one day, by their ids.
    """
    return _Search(connection, archive, draft, kinds, earlier=earlier).found(asked)


class _Search:
    """One draft beside one archive."""

    def __init__(
        self,
        connection: DuckDBPyConnection,
        archive: str,
        draft: Draft,
        kinds: Mapping[str, Kind],
        *,
        earlier: bool = False,
    ) -> None:
        self._connection = connection
        self._draft = draft
        self._earlier = earlier
        events = linked(connection, draft)
        self._called = happenings_of(events)
        self._events = {event.id for event in draft.events}
        self._shelf = Shelf(connection, archive, draft, events, kinds)

    def found(self, asked: Sequence[Question]) -> Beside:
        """What stands against the draft."""
        asked = self._fetch_candidates(asked)
        errors, matches = [], list[Match]()
        compared = len(self._shelf.facts)
        facts = self._facts()
        refused = too_many((each.bare for each in asked), _rows_of(facts))
        for rule in dict.fromkeys(refused):
            problem = f"its facts can be put beside each other in more than {MOST_COMBINATIONS:,}"
            errors.append(Issue(f"{rule} was not applied to the archive: {problem} ways"))
        standing = {
            number: bound
            for number, each in enumerate(asked)
            if each.bare.rule not in refused
            and (bound := [*_bound(facts, Meaning(each.bare).bindings(facts), each)])
        }
        self._fetch_what_undoes([(asked[number], bound) for number, bound in standing.items()])
        facts = self._facts()
        asked_of = self._draft.facts.keys() if self._draft.asked is None else self._draft.asked
        own = placed(facts.ids, asked_of)
        for number in standing:
            plan = asked[number].plan
            found = Meaning(plan).matches(facts, own)
            matches += (facts.match(plan, positions) for positions in found)
        return self._beside(matches, compared, tuple(errors))

    def _facts(self) -> Facts:
        """The facts of the draft, and those that were read under the names that plans use."""
        rows = dict(self._draft.rows)
        for name, row in self._shelf.rows.items():
            rows[name] = {**row, "kind": archived(str(row["kind"]))}
        return Facts(rows)

    def _fetch_candidates(self, asked: Sequence[Question]) -> list[Question]:
        """Reads what may meet a question; those that something may meet."""
        wanted = [
            each
            for number, question in enumerate(asked)
            for block in question.blocks
            for each in self._beside_draft(number, block)
        ]
        met: dict[int, set[int]] = {}
        for each, position, starts, ends in self._hits(wanted, earlier=self._earlier):
            if self._may_be(each, starts, ends):
                met.setdefault(each.question, set()).add(position)
        self._shelf.fetch({position for found in met.values() for position in found})
        whole = {
            position // MOST_ENTRIES
            for number, found in met.items()
            if asked[number].is_of_whole_articles
            for position in found
        }
        hopeful = [asked[number] for number in sorted(met)]
        self._shelf.fetch_articles(whole, _kinds_in(asked))
        return hopeful

    def _beside_draft(self, question: int, block: Block) -> Iterator[_Wanted]:
        """What is looked for in ``block`` beside each fact of the draft."""
        for name, row in self._draft.rows.items():
            fact = self._draft.facts[name]
            if fact.kind == block.beside_kind and holds(block.alone, {block.beside: row}):
                keys = self._keys(block, fact, row)
                if all(keys):
                    yield _Wanted(question, block, name, keys)

    def _keys(self, block: Block, fact: Fact, row: Row) -> list[list[int]]:
        """The keys beside ``fact``, by slot."""
        return [
            [
                key
                for tie in slot
                for key in keys_of(tie, block.kind, fact, row, self._happenings(fact))
            ]
            for slot in block.slots
        ]

    def _happenings(self, fact: Fact) -> Sequence[str]:
        """What the archive calls the happening of a fact."""
        if fact.event is None:
            return ()
        return self._called.get(fact.event, ()) if fact.event in self._events else (fact.event,)

    def _hits(
        self, wanted: Sequence[_Wanted], *, earlier: bool = False
    ) -> Iterator[tuple[_Wanted, int, date | None, date | None]]:
        """What is found of all that is wanted: for whom, where, and the days that it is about."""
        rows = [
            (number, slot, key)
            for number, each in enumerate(wanted)
            for slot, keys in enumerate(each.keys)
            for key in dict.fromkeys(keys)
        ]
        if not rows:
            return
        numbers, slots, keys = (list(column) for column in zip(*rows, strict=True))
        given = {
            "numbers": numbers,
            "slots": slots,
            "keys": keys,
            "all": list(range(len(wanted))),
            "needs": [len(each.keys) for each in wanted],
            "own": self._draft.article.id,
            "published": self._draft.article.published or "infinity",
            "earlier": earlier,
        }
        for number, position, starts, ends in self._connection.execute(_FOUND, given).fetchall():
            yield wanted[number], position, starts, ends

    def _may_be(self, wanted: _Wanted, starts: date | None, ends: date | None) -> bool:
        """Whether a fact about these days can still meet what is asked."""
        if starts is None or ends is None:
            return True
        block = wanted.block
        row = {"time.start": starts.toordinal(), "time.end": ends.toordinal()}
        return holds(block.early, {block.beside: self._draft.rows[wanted.fact], block.role: row})

    def _fetch_what_undoes(self, standing: Sequence[tuple[Question, Sequence[_Bound]]]) -> None:
        """Reads the articles of what meets a rule, and from others what undoes it."""
        if not standing:
            return
        facts, rows = (
            {**self._draft.facts, **self._shelf.facts},
            {**self._draft.rows, **self._shelf.rows},
        )
        kept = {
            bound[role] for each, several in standing for bound in several for role in each.kept
        }
        numbers = self._shelf.numbers_of(kept)
        wanted = []
        for number, (question, several) in enumerate(standing):
            for block in question.undoing:
                for name in dict.fromkeys(bound[block.beside] for bound in several):
                    keys = self._keys(block, facts[name], rows[name])
                    if all(keys):
                        wanted.append(_Wanted(number, block, name, keys))
        self._shelf.fetch_articles(numbers, _kinds_in(each for each, _ in standing))
        self._shelf.fetch({position for _, position, _, _ in self._hits(wanted)})

    def _beside(self, matches: Sequence[Match], compared: int, errors: tuple[Issue, ...]) -> Beside:
        """What is told of all this."""
        named = {name for match in matches for name in match.facts} - self._draft.facts.keys()
        facts = {name: fact for name, fact in self._shelf.facts.items() if name in named}
        rows = {name: row for name, row in self._shelf.rows.items() if name in named}
        articles = self._shelf.articles({fact.article for fact in facts.values()})
        return Beside(articles, facts, rows, tuple(matches), compared, errors)


def _bound(facts: Facts, found: Iterable[tuple[int, ...]], asked: Question) -> Iterator[_Bound]:
    """The ids of facts by role."""
    for positions in found:
        yield dict(zip(asked.plan.roles, (facts.ids[at] for at in positions), strict=True))


def _rows_of(facts: Facts) -> Mapping[str, Row]:
    return dict(zip(facts.ids, facts.rows, strict=True))


def _kinds_in(asked: Iterable[Question]) -> set[str]:
    """The kinds of all archived facts that are spoken of, be it to undo something."""
    plans = [each.plan for each in asked]
    roles = [plan.roles for plan in plans]
    roles += [absence.roles for plan in plans for absence in plan.unless]
    return {kind.partition("@")[0] for each in roles for kind in each.values()}
