"""Rules chosen by name or pattern."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from .knowledge import nearest

if TYPE_CHECKING:
    from .rulebook.rule import Rule

__all__ = ["UnknownRuleError", "select_rules"]


class UnknownRuleError(ValueError):
    """Raised when no rule has the name that was asked for."""


def select_rules(
    rulebook: Sequence[Rule], patterns: Sequence[str] | None, ignore: Sequence[str] = ()
) -> list[Rule]:
    """The rules that fit one of ``patterns`` (all for ``None``) and none of ``ignore``.

    Raises:
        UnknownRuleError: when a pattern fits no rule; the nearest name is suggested.
    """
    names = [rule.name for rule in rulebook]
    for pattern in (*(patterns or ()), *ignore):
        if not any(fnmatchcase(name, pattern) for name in names):
            raise UnknownRuleError(f"there is no rule {pattern!r}{nearest(pattern, names)}")
    return [
        rule
        for rule in rulebook
        if (patterns is None or any(fnmatchcase(rule.name, pattern) for pattern in patterns))
        and not any(fnmatchcase(rule.name, pattern) for pattern in ignore)
    ]
