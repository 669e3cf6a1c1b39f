"""From facts to findings, apart from what matches: a fault in one costs only that one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from .containment import contained
from .kinds import Kind
from .model import Fact, Issue, Match

if TYPE_CHECKING:
    from .findings import Found
    from .rulebook.formula import Row
    from .rulebook.rule import Rule

__all__ = ["findings_of", "refused", "rows_of"]


def rows_of(
    facts: Mapping[str, Fact], kinds: Mapping[str, Kind], errors: list[Issue]
) -> dict[str, Row]:
    """The facts as plain columns, by id; one that cannot be is told in ``errors``."""
    from .rulebook.columns import columns

    rows: dict[str, Row] = {}
    for name, fact in facts.items():
        with contained(errors, f"{fact.text!r} was not compared"):
            rows[name] = columns(fact, kinds[fact.kind])
    return rows


def refused(rules: Mapping[str, Rule], rows: Mapping[str, Row], errors: list[Issue]) -> list[str]:
    """The rules that are not applied, for there is too much to be set side by side."""
    from .matching.plain import MOST_COMBINATIONS, too_many

    without = too_many((rule.plan for rule in rules.values()), rows)
    errors += [
        Issue(
            f"{rule} was not applied: its facts can be put beside each other in more than "
            f"{MOST_COMBINATIONS:,} ways; check the article in parts"
        )
        for rule in without
    ]
    return without


def findings_of(
    rules: Mapping[str, Rule],
    matches: Sequence[Match],
    among: tuple[Mapping[str, Fact], Mapping[str, Row], Collection[str]],
    dismissed: Collection[str],
    errors: list[Issue],
) -> Found:
    """What ``matches`` come to.

    Args:
        rules: the rules, by name.
        matches: what holds.
        among: the facts, the same as plain columns, and the ids of those of the article.
        dismissed: fingerprints of findings to leave out.
        errors: takes what could not be explained.
    """
    from .findings import Found, explain, find

    facts, rows, own = among
    with contained([], "a finding was not explained; now each for itself"):
        return find(rules, matches, facts, rows, own, dismissed)
    sound = []
    for match in matches:
        with contained(errors, f"a finding of {match.rule} was not explained"):
            explain(rules[match.rule], match, facts)
            sound.append(match)
    with contained(errors, "the findings were not put together"):
        return find(rules, sound, facts, rows, own, dismissed)
    return Found((), {})
