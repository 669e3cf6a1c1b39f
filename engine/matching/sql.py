"""A plan as SQL: one tree of expressions, to be written in the dialect of any database.

Facts stand in one table a kind, each with its ``position`` among all facts and its plain
columns, an unknown being ``NULL``. A comparison with ``NULL`` is not true, and formulas have
no negation; so ``WHERE`` leaves out just what ``formula`` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from typing import Literal, cast

from ..rulebook.formula import (
    AllOf,
    AnyOf,
    Column,
    Compare,
    Formula,
    Known,
    Operand,
    Operator,
    Product,
    Shifted,
    Total,
    columns_in,
    columns_of,
    conjuncts,
)
from ..rulebook.plan import Absence, Group, Plan
from .base import EngineUnavailableError

try:
    from sqlglot import exp
except ImportError as missing:
    raise EngineUnavailableError("sqlglot is not installed: pip install sqlglot") from missing

__all__ = [
    "DIGITS", "MEMBERS", "POSITION", "Domain", "Type", "columns_read", "domains", "query", "table",
]  # fmt: skip

POSITION = "position"
"""The column that numbers the facts, of whatever kind, in their order."""

MEMBERS = "members"
"""The column of a result that holds the positions of a group, in order."""

DIGITS = 38
"""The most digits that a number can have, in the columns and in what is made of them."""

_COMPARISONS: Mapping[Operator, type[exp.Binary]] = {
    "==": exp.EQ, "!=": exp.NEQ, "<": exp.LT, "<=": exp.LTE, ">": exp.GT, ">=": exp.GTE,
}  # fmt: skip

_OF_NUMBERS = ("sum", "min", "max")

Type = Literal["number", "text"]
"""What a column holds."""

_Named = tuple[str, str]  # a kind and one of its columns


def table(kind: str) -> str:
    """The name of the table that holds the facts of ``kind``."""
    return kind


def columns_read(plans: Iterable[Plan]) -> Mapping[str, tuple[str, ...]]:
    """The columns that ``plans`` name, by kind, in order of name; the position is not one."""
    read: dict[str, set[str]] = {}
    for plan in plans:
        *_, last = plan.roles.values()
        formulas = [(plan.roles, plan.where)]
        formulas += [({**plan.roles, **each.roles}, each.where) for each in plan.unless]
        for kinds, formula in formulas:
            for kind in kinds.values():
                read.setdefault(kind, set())
            for column in columns_of(formula):
                read[kinds[column.role]].add(column.name)
        if plan.group is not None:
            read[last].update(plan.group.by, (name for _, name, *_ in plan.group.having))
            for column in _beside(plan.group):
                read[plan.roles[column.role]].add(column.name)
    return {kind: tuple(sorted(names)) for kind, names in read.items()}


@dataclass(frozen=True, slots=True)
class Domain:
    """Columns that are held against one another, so that all must be of one type.

    Attributes:
        columns: each a kind and a name.
        type: what the plans take them to hold; ``None`` where that is left to the facts.
    """

    columns: frozenset[tuple[str, str]]
    type: Type | None


def domains(plans: Iterable[Plan]) -> tuple[Domain, ...]:
    """The columns that ``plans`` read, those together that are compared with one another.

    A column without a known value has no type by itself, and a database wants one.

    Raises:
        ValueError: when plans take a column for a number and for a text.
    """
    plans = tuple(plans)
    joined = {
        (kind, name): {(kind, name)}
        for kind, names in columns_read(plans).items()
        for name in names
    }
    taken: dict[_Named, set[Type]] = {named: set() for named in joined}
    for plan in plans:
        for kinds, comparison in _comparisons(plan):
            sides = comparison.left, comparison.right
            named = [(kinds[each.role], each.name) for side in sides for each in columns_in(side)]
            if len(named) > 1:
                together = set[_Named]().union(*(joined[each] for each in named))
                joined.update(dict.fromkeys(together, together))
            for each in named:
                taken[each].update(_types(comparison))
    found = {id(columns): columns for columns in joined.values()}
    return tuple(
        Domain(frozenset(columns), _one_type(columns, taken)) for columns in found.values()
    )


def query(plan: Plan, *, once: bool = False) -> exp.Select:
    """The matches of ``plan``, one a row, in the order that ``Engine`` promises.

    Args:
        plan: what to match.
        once: whether an ``unless`` block that names one role is asked once of each fact in it,
            not of all that stands beside it. It takes a database in which a subquery may
            differ from what is around it, and not only equal it.

    Returns:
        A query whose columns ``fact_1``, ``fact_2``, … are the positions of the facts by role.
        For a rule over groups these are the roles before the last, and ``MEMBERS`` follows: an
        array of positions.

    Raises:
        ValueError: when the plan names a number of more than ``DIGITS`` digits.
    """
    conditions = [*map(_condition, conjuncts(plan.where))]
    if plan.symmetric:
        first, second = map(_position, plan.roles)
        conditions.append(exp.LT(this=first, expression=second))
    else:
        conditions += _apart(plan.roles)
    for each in plan.unless:
        beside = _beside_one(each, plan.roles) if once else None
        if beside is None:
            conditions.append(_absent(each.roles, each.where, plan.roles))
        else:
            conditions += _none_but(beside, each, plan.roles)
    if plan.group is not None:
        return _grouped(plan, plan.group, conditions)
    return _select(_facts(plan.roles), plan.roles, conditions, order=map(_position, plan.roles))


def _grouped(plan: Plan, group: Group, conditions: Sequence[exp.Expr]) -> exp.Select:
    *single, last = plan.roles
    by = [Column(last, name) for name in group.by]
    keys = [Column(role, POSITION) for role in single]
    members = exp.ArraySort(this=exp.ArrayAgg(this=_position(last)))
    chosen = _select(
        [*_facts(single), exp.alias_(members, MEMBERS, quoted=True)],
        plan.roles,
        [*conditions, *(_condition(Known(column)) for column in by)],
        order=[*map(_position, single), exp.Min(this=_position(last))],
    )
    keys = list(dict.fromkeys((*keys, *_beside(group), *by)))
    if keys:
        chosen.set("group", exp.Group(expressions=[_column(key) for key in keys]))
    chosen.set("having", exp.Having(this=_all(_having(group, last))))
    return chosen


def _facts(roles: Iterable[str]) -> list[exp.Expr]:
    return [
        exp.alias_(_position(role), f"fact_{number}", quoted=True)
        for number, role in enumerate(roles, start=1)
    ]


def _beside(group: Group) -> list[Column]:
    """The columns, of what stands beside ``group``, that it is held against."""
    return [bound for *_, bound in group.having if isinstance(bound, Column)]


def _comparisons(plan: Plan) -> Iterator[tuple[Mapping[str, str], Compare]]:
    """Every comparison that ``plan`` makes, with the kinds by role that it may name."""
    *_, last = plan.roles
    for comparison in _leaves(plan.where):
        yield plan.roles, comparison
    for absence in plan.unless:
        for comparison in _leaves(absence.where):
            yield {**plan.roles, **absence.roles}, comparison
    for function, name, _, bound in plan.group.having if plan.group is not None else ():
        numbers = [Column(last, name)] if function in _OF_NUMBERS else []
        for column in (*numbers, *columns_in(bound)):
            yield plan.roles, Compare(column, "==", 0)


def _leaves(formula: Formula) -> Iterator[Compare]:
    match formula:
        case Compare():
            yield formula
        case AllOf(parts) | AnyOf(parts):
            yield from chain.from_iterable(map(_leaves, parts))


def _types(comparison: Compare) -> tuple[Type, ...]:
    """What ``comparison`` takes its columns to hold, if it says so."""
    match comparison.left, comparison.operator, comparison.right:
        case Column(), "==" | "!=", Column():
            return ()
        case Column(), "==" | "!=", str():
            return ("text",)
        case _:
            return ("number",)


def _one_type(columns: Iterable[_Named], taken: Mapping[_Named, set[Type]]) -> Type | None:
    types = set[Type]().union(*(taken[each] for each in columns))
    if len(types) > 1:
        names = ", ".join(sorted(f"{kind} {name}" for kind, name in columns))
        raise ValueError(f"numbers are compared with texts: {names}")
    return types.pop() if types else None


def _select(
    selected: Sequence[exp.Expr],
    roles: Mapping[str, str],
    conditions: Sequence[exp.Expr],
    order: Iterable[exp.Expr] = (),
) -> exp.Select:
    first, *others = (
        exp.Table(this=_name(table(kind)), alias=exp.TableAlias(this=_name(role)))
        for role, kind in roles.items()
    )
    chosen = exp.Select(
        expressions=list(selected),
        from_=exp.From(this=first),
        joins=[exp.Join(this=other) for other in others],
    )
    if conditions:
        chosen.set("where", exp.Where(this=_all(conditions)))
    ordered = [exp.Ordered(this=each) for each in order]
    if ordered:
        chosen.set("order", exp.Order(expressions=ordered))
    return chosen


def _apart(roles: Mapping[str, str], given: Mapping[str, str] | None = None) -> Iterator[exp.Expr]:
    """That no fact fills two of ``roles``, nor one of them and one of those ``given``."""
    before = dict(given or {})
    for role, kind in roles.items():
        for other, its_kind in before.items():
            if kind == its_kind:
                yield exp.NEQ(this=_position(other), expression=_position(role))
        before[role] = kind


def _absent(roles: Mapping[str, str], where: Formula, given: Mapping[str, str]) -> exp.Expr:
    conditions = [*map(_condition, conjuncts(where)), *_apart(roles, given)]
    found = _select([exp.Literal.number(1)], roles, conditions)
    return exp.Not(this=exp.Exists(this=found))


def _beside_one(absence: Absence, given: Mapping[str, str]) -> str | None:
    """The one role whose fact might fill ``absence``, though it does not name it."""
    if len(absence.roles) > 1:
        return None
    (kind,) = absence.roles.values()
    named = {column.role for column in columns_of(absence.where)} - absence.roles.keys()
    others = [role for role, its_kind in given.items() if its_kind == kind and role not in named]
    return others[0] if len(named) == len(others) == 1 else None


def _none_but(beside: str, absence: Absence, given: Mapping[str, str]) -> Iterator[exp.Expr]:
    """That nothing fills ``absence`` but the fact in the role ``beside``, which it does not name.

    The first and the last that fill it are that fact then, or nothing does. Which they are does
    not depend on ``beside``, so that a database finds them once for all that stands there.
    """
    (role,) = absence.roles
    named = {name: kind for name, kind in given.items() if name != beside}
    conditions = [*map(_condition, conjuncts(absence.where)), *_apart(absence.roles, named)]
    for end in (exp.Min, exp.Max):
        found = exp.Subquery(this=_select([end(this=_position(role))], absence.roles, conditions))
        same = exp.EQ(this=found, expression=_position(beside))
        yield exp.Coalesce(this=same, expressions=[exp.true()])


def _having(group: Group, role: str) -> Iterator[exp.Expr]:
    """What ``Group`` asks of the facts of one group, their figures as in ``plan.aggregate``."""
    yield exp.GTE(this=_count(exp.Star()), expression=_number(group.at_least))
    for function, name, operator, bound in group.having:
        column = Column(role, name)
        if function != "repeats":
            yield exp.EQ(this=_count(_column(column)), expression=_count(exp.Star()))
        comparison = _COMPARISONS[cast(Operator, operator)]
        yield comparison(this=_figure(function, column), expression=_operand(bound))


def _figure(function: str, column: Column) -> exp.Expr:
    match function:
        case "sum":
            return exp.Sum(this=_wide(column))
        case "min":
            return exp.Min(this=_column(column))
        case "max":
            return exp.Max(this=_column(column))
        case "count":
            return _count(exp.Star())
        case _:
            distinct = exp.Distinct(expressions=[_column(column)])
            return exp.Sub(this=_count(_column(column)), expression=_count(distinct))


def _count(counted: exp.Expr) -> exp.Expr:
    return exp.Count(this=counted)


def _condition(formula: Formula) -> exp.Expr:
    match formula:
        case Compare(left, operator, right):
            return _COMPARISONS[operator](this=_operand(left), expression=_operand(right))
        case Known(column, known):
            unknown = exp.Is(this=_column(column), expression=exp.Null())
            return exp.Not(this=unknown) if known else unknown
        case AllOf():
            return _all(map(_condition, conjuncts(formula)))
        case AnyOf(parts):
            either = [_condition(part) for part in parts]
            return exp.Paren(this=exp.or_(*either, copy=False)) if either else exp.false()


def _all(conditions: Iterable[exp.Expr]) -> exp.Expr:
    conditions = list(conditions)
    return exp.and_(*conditions, copy=False) if conditions else exp.true()


def _operand(operand: Operand) -> exp.Expr:
    match operand:
        case Column():
            return _column(operand)
        case Shifted(column, plus, times):
            shifted = _wide(column)
            if times != 1:
                shifted = exp.Mul(this=shifted, expression=_number(times))
            return exp.Add(this=shifted, expression=_number(plus)) if plus else shifted
        case Total(terms):
            first, *others = map(_operand, terms)
            return reduce(lambda sum_, term: exp.Add(this=sum_, expression=term), others, first)
        case Product(columns, times):
            factors = [exp.Literal.number(repr(float(times))), *map(_column, columns)]
            return reduce(lambda x, y: exp.Mul(this=x, expression=y), map(_double, factors))
        case int():
            return _number(operand)
        case str():
            return exp.Literal.string(operand)


def _wide(column: Column) -> exp.Expr:
    """``column`` so wide that what is added to it, or times what it is taken, fits."""
    digits, after_the_point = (exp.DataTypeParam(this=_number(number)) for number in (DIGITS, 0))
    type_ = exp.DataType(this=exp.DType.DECIMAL, expressions=[digits, after_the_point])
    return exp.Cast(this=_column(column), to=type_)


def _double(number: exp.Expr) -> exp.Expr:
    return exp.Cast(this=number, to=exp.DataType(this=exp.DType.DOUBLE))


def _number(number: int) -> exp.Expr:
    if abs(number) >= 10**DIGITS:
        raise ValueError(f"{number} has more than {DIGITS} digits")
    return exp.Literal.number(number)


def _position(role: str) -> exp.Column:
    return _column(Column(role, POSITION))


def _column(column: Column) -> exp.Column:
    return exp.Column(this=_name(column.name), table=_name(column.role))


def _name(name: str) -> exp.Identifier:
    return exp.Identifier(this=name, quoted=True)
