"""Rules chosen by name or pattern."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from .errors import BelieError
from .knowledge import nearest

if TYPE_CHECKING:
    from .rulebook.rule import Rule

__all__ = ["UnknownRuleError", "select_rules"]


class UnknownRuleError(BelieError, ValueError):
    """Raised when no rule has the name that was asked for."""


def select_rules(
    rulebook: Sequence[Rule], patterns: Sequence[str] | None, ignore: Sequence[str] = ()
) -> list[Rule]:
    """The rules that fit one of ``patterns`` (all for ``None``) and none of ``ignore``.

    Args:
        rulebook: the rules that there are.
        patterns: names, topics such as ``casualty``, patterns such as ``*/told-twice``, or lists of
            these between commas.
        ignore: the same.

    Raises:
        UnknownRuleError: when a pattern fits no rule; the nearest name is suggested.
    """
    wanted = None if patterns is None else _patterns(patterns)
    unwanted = _patterns(ignore)
    names = [rule.name for rule in rulebook]
    topics = {f"{name.split('/')[0]}/*" for name in names}
    for pattern in (*(wanted or ()), *unwanted):
        if not any(fnmatchcase(name, pattern) for name in names):
            hint = nearest(pattern, topics if pattern.endswith("/*") else names)
            raise UnknownRuleError(f"there is no rule {pattern!r}{hint}")
    return [
        rule
        for rule in rulebook
        if (wanted is None or _fits(rule, wanted)) and not _fits(rule, unwanted)
    ]


def _patterns(given: Iterable[str]) -> list[str]:
    """The patterns, of a list between commas each; a topic stands for all its rules."""
    parts = (part.strip() for each in given for part in each.split(","))
    return [part if {*part} & {*"/*?["} else f"{part}/*" for part in parts if part]


def _fits(rule: Rule, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(rule.name, pattern) for pattern in patterns)
