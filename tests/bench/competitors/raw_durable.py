"""The C module of durable_rules, driven without the checks that make it safe.

The rules end in a comparison that is always true, or it may crash; that much is given to it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from workload import (
    ARTICLE_KINDS,
    ARTICLE_RULES,
    ARTICLES,
    KIND,
    Match,
    Size,
    article_rows,
    tolls,
)


def join(size: Size) -> Callable[[], Iterator[list[Match]]]:
    """What finds the pairs, all facts in one session."""
    ruleset = _Ruleset({"join": _rule(KIND, 0)})
    facts = [
        {"t": KIND, "n": fact.position, "s": fact.subject, "m": fact.measure, "v": fact.low}
        for fact in tolls(size)
    ]

    def search() -> Iterator[list[Match]]:
        yield [pair for _, *pair in ruleset.match(facts)]

    return search


def articles() -> Callable[[], Iterator[list[Match]]]:
    """What finds the matches of one article after another, each in a session of its own."""
    rules = {
        str(number): _rule(f"kind {number % ARTICLE_KINDS}", number)
        for number in range(ARTICLE_RULES)
    }
    ruleset = _Ruleset(rules)
    told = [
        [
            {
                "t": row["kind"], "n": number, "s": row["subject"], "m": row["measure"],
                "v": row["value.low"],
            }
            for number, row in enumerate(article_rows(seed).values())
        ]
        for seed in range(ARTICLES)
    ]  # fmt: skip

    def search() -> Iterator[list[Match]]:
        for facts in told:
            yield [(int(rule), *pair) for rule, *pair in ruleset.match(facts)]

    return search


def _rule(kind: str, margin: int) -> dict[str, Any]:
    low: object = {"a": "v"}
    if margin:
        low = {"$add": {"$l": low, "$r": margin}}
    same = [{"s": {"a": "s"}}, {"m": {"a": "m"}}, {"$gt": {"v": low}}, {"one": {"a": "one"}}]
    return {
        "all": [{"a": {"$and": [{"t": kind}]}}, {"b": {"$and": [{"t": kind}, *same]}}],
        "cap": 1000,
    }


_FLUSH = "flush"


class _Ruleset:
    def __init__(self, rules: Mapping[str, Any]) -> None:
        import durable_rules_engine

        self._engine = durable_rules_engine
        # A fact that no rule observes is an error, and a session in which nothing has fired
        # cannot be deleted.
        accept = {"all": [{"m": {"one": 1}}, {"z": {"never": 1}}]}
        flush = {"all": [{"m": {"flush": 1}}]}
        definition = json.dumps({**rules, "accept": accept, _FLUSH: flush})
        self._handle = durable_rules_engine.create_ruleset("bench", definition)
        self._sessions = (f"s{number}" for number in count())

    def match(self, facts: Sequence[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
        engine, handle = self._engine, self._handle
        session = next(self._sessions)
        batch = [{**fact, "one": 1, "id": f"f{fact['n']}", "sid": session} for fact in facts]
        batch.append({"flush": 1, "one": 1, "id": _FLUSH, "sid": session})
        found: list[tuple[Any, ...]] = []
        _, state = engine.assert_facts(handle, json.dumps(batch))
        action = engine.start_action_for_state(handle, state)
        fired = action[1] if action else None
        while fired:
            for rule, matches in json.loads(fired).items():
                if rule != _FLUSH:
                    found += [(rule, match["a"]["n"], match["b"]["n"]) for match in matches]
            fired = engine.complete_and_start_action(handle, state)
        engine.delete_state(handle, session)
        return found
