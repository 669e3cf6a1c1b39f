"""Drools, in this process through drools-jpy: rules and facts in JSON, answers in JSON."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from workload import Match, Size, tolls

MEMORY = "6g"


def join(size: Size) -> Callable[[], Iterator[list[Match]]]:
    """What finds the pairs; each search has a session of its own, and compiles the rule."""
    os.environ.setdefault("DROOLS_JPY_JVM_MAXMEM", MEMORY)
    os.environ.setdefault("DROOLS_JPY_JVM_LOG", "logFile=System.err,defaultLogLevel=off")
    java = shutil.which("java")
    if java is None:
        raise ImportError("no java")
    os.environ.setdefault("JAVA_HOME", str(Path(java).resolve().parents[1]))
    from drools.rule import Rule
    from drools.ruleset import Ruleset, assert_fact

    facts = [fact._asdict() for fact in tolls(size)]
    names = (f"bench {number}" for number in count())

    def search() -> Iterator[list[Match]]:
        pairs: list[Match] = []

        def found(match: Any) -> None:
            pairs.append((match.data["first"]["position"], match.data["second"]["position"]))

        ruleset = Ruleset(next(names), json.dumps(_RULESET))
        ruleset.add_rule(Rule("join", found))
        for fact in facts:
            assert_fact(ruleset.name, fact)
        ruleset.end_session()
        yield pairs

    return search


def _compare(operator: str, name: str) -> dict[str, Any]:
    return {f"{operator}Expression": {"lhs": {"Event": name}, "rhs": {"Events": f"first.{name}"}}}


def _bound(role: str, condition: dict[str, Any]) -> dict[str, Any]:
    return {"AssignmentExpression": {"lhs": {"Events": role}, "rhs": condition}}


def _both(left: dict[str, Any], right: dict[str, Any]) -> dict[str, Any]:
    return {"AndExpression": {"lhs": left, "rhs": right}}


_RULESET = {
    "name": "bench",
    "hosts": ["all"],
    "sources": [],
    "match_multiple_rules": True,
    "rules": [
        {
            "Rule": {
                "name": "join",
                "enabled": True,
                "actions": [{"Action": {"action": "debug", "action_args": {}}}],
                "condition": {
                    "AllCondition": [
                        _bound("first", {"IsDefinedExpression": {"Event": "low"}}),
                        _bound(
                            "second",
                            _both(
                                _both(_compare("Equals", "subject"), _compare("Equals", "measure")),
                                _compare("GreaterThan", "low"),
                            ),
                        ),
                    ]
                },
            }
        }
    ],
}
