"""Rules chosen by name or pattern."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from .errors import BelieError
from .knowledge import nearest

if TYPE_CHECKING:
    from .model import Severity
    from .rulebook.rule import Rule

__all__ = ["UnknownRuleError", "graded", "refuse_unknown", "select_rules"]


class UnknownRuleError(BelieError, ValueError):
    """Raised when no rule has the name that was asked for."""


def select_rules(
    rulebook: Sequence[Rule],
    patterns: Sequence[str] | None,
    ignore: Sequence[str] = (),
    beside: Collection[str] = (),
) -> list[Rule]:
    """The rules that fit one of ``patterns`` (all for ``None``) and none of ``ignore``.

    Args:
        rulebook: the rules that there are.
        patterns: names, topics such as ``casualty``, patterns such as ``*/told-twice``, or lists of
            these between commas.
        ignore: the same.
        beside: names that may be asked for too, though there is no such rule to be had.

    Raises:
        UnknownRuleError: when a pattern fits no rule; the nearest name is suggested.
    """
    wanted = None if patterns is None else _patterns(patterns)
    unwanted = _patterns(ignore)
    refuse_unknown((*(patterns or ()), *ignore), [*(rule.name for rule in rulebook), *beside])
    return [
        rule
        for rule in rulebook
        if (wanted is None or _fits(rule, wanted)) and not _fits(rule, unwanted)
    ]


def refuse_unknown(patterns: Iterable[str], names: Collection[str]) -> None:
    """Raises UnknownRuleError, with the nearest name, where a pattern fits none of ``names``."""
    topics = {f"{name.split('/')[0]}/*" for name in names}
    given = list(patterns)
    if any(not each.strip(" ,") for each in given):
        raise UnknownRuleError("an empty name is none of a rule; leave it out, or name one")
    for pattern in _patterns(given):
        if not any(fnmatchcase(name, pattern) for name in names):
            hint = nearest(pattern, topics if pattern.endswith("/*") else names)
            raise UnknownRuleError(f"there is no rule {pattern!r}{hint}")


def graded(rulebook: Sequence[Rule], severities: Iterable[tuple[str, Severity]]) -> list[Rule]:
    """The rules, those that fit a name or pattern as grave as it says; the last that fits counts.

    Args:
        rulebook: the rules.
        severities: by name, topic or pattern, as for ``select_rules``.
    """
    rules = list(rulebook)
    for pattern, severity in severities:
        fitting = _patterns([pattern])
        rules = [
            replace(rule, severity=severity) if _fits(rule, fitting) else rule for rule in rules
        ]
    return rules


def _patterns(given: Iterable[str]) -> list[str]:
    """The patterns, of a list between commas each; a topic stands for all its rules."""
    parts = (part.strip() for each in given for part in each.split(","))
    return [part if {*part} & {*"/*?["} else f"{part}/*" for part in parts if part]


def _fits(rule: Rule, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(rule.name, pattern) for pattern in patterns)
