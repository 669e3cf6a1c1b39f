"""What is wrong with a rule that can be loaded all the same.

What could not be matched at all, such as facts that no ``same`` ties together, is refused
when the rule is loaded. Whether a rule's examples come out is for ``belie test``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from ..knowledge import KnowledgeError
from .canonical import signature
from .columns import LOWER, UPPER, attributes
from .formula import (
    AllOf,
    AnyOf,
    Cell,
    Column,
    Compare,
    Formula,
    columns_of,
    conjuncts,
    holds,
    roles_in,
)
from .rule import Condition, Rule
from .shared import Shared, unused

__all__ = ["lint", "lint_rule"]

_NOTHING: Mapping[str, Shared] = MappingProxyType({})
_UNLIKE_UNITS = ("money", "measure")


def lint(rules: Sequence[Rule], shared: Mapping[str, Shared] = _NOTHING) -> list[KnowledgeError]:
    """Every problem of ``rules``, each by itself and beside the others, in their order.

    Args:
        rules: the rules.
        shared: what they share, of which nothing should be there that none of them uses.
    """
    problems = [problem for rule in rules for problem in lint_rule(rule)]
    first: dict[str, Rule] = {}
    for rule in rules:
        same = first.setdefault(repr(signature(rule.plan)), rule)
        if same is not rule:
            problem = f"asks the same as {same.name!r}; keep one of them"
            problems.append(rule.document.error(problem, ("where",)))
    used = (each for rule in rules for each in rule.shared)
    return [*problems, *unused(shared, used)]


def lint_rule(rule: Rule) -> list[KnowledgeError]:
    """The problems of one rule."""
    return [*_message(rule), *_unused(rule), *_unreachable(rule), *_groups(rule), *_examples(rule)]


def _message(rule: Rule) -> Iterator[KnowledgeError]:
    if not rule.say.roles:
        role = next(iter(rule.kinds))
        yield rule.document.error(f"names no fact; write {{{role}}} in it", ("say",))


def _unused(rule: Rule) -> Iterator[KnowledgeError]:
    named = roles_in(rule.plan.where)
    for role in rule.kinds:
        if role not in named and rule.plan.group is None:
            problem = f"no condition names {role!r}: the rule would flag every such fact"
            yield rule.document.error(problem, ("when", role))


def _unreachable(rule: Rule) -> Iterator[KnowledgeError]:
    """The first condition after which some column has no value left to hold."""

    def is_stuck(number: int) -> bool:
        return _stuck(rule, rule.conditions[:number]) is not None

    if is_stuck(len(rule.conditions)):
        # What has no value left has none whatever else is asked.
        number = bisect_left(range(len(rule.conditions)), x=True, key=is_stuck)
        column = _stuck(rule, rule.conditions[:number])
        if column is not None:
            problem = f"can never hold: nothing is left for {column.role}.{column.name}"
            yield rule.document.error(problem, rule.conditions[number - 1].at)


def _stuck(rule: Rule, conditions: Sequence[Condition]) -> Column | None:
    """A column that has no value for which all of ``conditions`` hold."""
    alone: dict[Column, list[Formula]] = {}
    compared: set[Column] = set()
    for condition in conditions:
        for formula in conjuncts(condition.formula):
            named = columns_of(formula)
            if len(named) == 1:
                alone.setdefault(next(iter(named)), []).append(formula)
            elif isinstance(formula, Compare):
                compared |= named
    stuck = (
        column
        for column in sorted(alone, key=repr)
        if not _satisfiable(rule, column, alone[column], unknown=column not in compared)
    )
    return next(stuck, None)


def _satisfiable(rule: Rule, column: Column, alone: Sequence[Formula], *, unknown: bool) -> bool:
    """Whether some value of ``column``, or none if ``unknown``, meets what is asked of it alone.

    Formulas tell apart only the literals that they name, what lies between them, and the
    unknown; so these are all that need be tried.
    """
    cells: list[Cell] = [None] if unknown else []
    cells += _values(rule, column, [lit for each in alone for lit in _literals(each)])
    return any(all(holds(each, {column.role: {column.name: x}}) for each in alone) for x in cells)


def _values(rule: Rule, column: Column, literals: Sequence[int | str]) -> list[Cell]:
    attribute = attributes(rule.kinds[column.role]).get(column.name)
    if attribute is not None and attribute.choices:
        return list(attribute.choices)
    numbers = sorted(each for each in literals if isinstance(each, int))
    words = [each for each in literals if isinstance(each, str)]
    if numbers:
        return [each + step for each in numbers for step in (-1, 0, 1)]
    return [*words, "".join(words) + "?"]


def _literals(formula: Formula) -> Iterator[int | str]:
    match formula:
        case Compare(_, _, int() | str() as literal):
            yield literal
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _literals(part)


def _groups(rule: Rule) -> Iterator[KnowledgeError]:
    if rule.plan.group is None:
        return
    for _, column, operator, _ in rule.plan.group.having:
        end = column.rpartition(".")[2]
        if (end in LOWER and "<" in operator) or (end in UPPER and ">" in operator):
            problem = f"an open end of {column} would decide it; compare the other end"
            yield rule.document.error(problem, ("having",))
    for having in rule.having:
        reference = having.aggregate.reference
        if reference is None or reference.attribute.type not in _UNLIKE_UNITS:
            continue
        unit = f"{having.aggregate.column.rpartition('.')[0]}.unit"
        if unit not in rule.plan.group.by:
            yield rule.document.error(f"counts unlike units together; add {unit} to it", ("by",))


def _examples(rule: Rule) -> Iterator[KnowledgeError]:
    for key in ("flags", "quiet"):
        if not any(getattr(test, key) for test in rule.tests):
            yield rule.document.error(f"no example is {key!r}; add one", ("tests",))
