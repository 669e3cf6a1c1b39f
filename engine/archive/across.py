"""A rule as it is asked between a draft and an archive.

Within an article much goes without saying: what has no day is the news, what has no place is where
the story is. Between a draft and one article out of thousands it does not. Here an unknown day,
place, event, poll or day of publication is the same as none, and what else a kind says is unknown
on both sides or on neither. What was published on the day of the draft came before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Literal

from ..kinds import Kind
from ..rulebook.columns import attributes
from ..rulebook.formula import (
    AllOf,
    AnyOf,
    Column,
    Compare,
    Formula,
    Known,
    Operator,
    columns_of,
    conjuncts,
)
from ..rulebook.plan import Absence, Plan

__all__ = ["Crossing", "Side", "archived", "crossings", "joined_by_article"]

Side = Literal["draft", "archive"]
Sides = Mapping[str, Side]
"""By role, where its fact stands."""

_TRUE, _FALSE = AllOf(()), AnyOf(())
_ARTICLE, _PUBLISHED = "article", "published"
_AS_LATE: Mapping[tuple[Side, Operator], Operator] = {
    ("draft", ">"): ">=", ("draft", "<="): "<", ("archive", "<"): "<=", ("archive", ">="): ">",
}  # fmt: skip
"""Which comparison of days of publication holds, by the side of its left hand: the draft is the
later of two of one day."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """One way to divide the facts of a rule between a draft and an archive.

    Attributes:
        rule: the name of the rule.
        plan: what is asked; archived facts are of kinds with a name of their own.
        sides: by role of the rule, where its fact stands.
        keyed: by absence of the plan, its roles whose facts are found by keys, and not in the
            article of another fact.
    """

    rule: str
    plan: Plan
    sides: Sides
    keyed: tuple[tuple[str, ...], ...]

    @property
    def kept(self) -> tuple[str, ...]:
        """The roles of the rule whose facts are archived."""
        return tuple(role for role, side in self.sides.items() if side == "archive")


def archived(kind: str) -> str:
    """What the archived facts of a kind are called in plans, beside those of the draft."""
    return f"{kind}@archive"


def crossings(
    plan: Plan,
    kinds: Mapping[str, Kind],
    has_keys: Callable[[Formula, str, Iterable[str], Mapping[str, str]], bool],
) -> Iterator[Crossing]:
    """Every way to divide the facts of ``plan`` between a draft and an archive.

    There is none where all are of one article, or where it is over groups: what adds up does so
    within an article.

    Args:
        plan: the rule.
        kinds: what facts are of, by name.
        has_keys: whether, of a formula, a role and others that are bound, with the kinds of all
            roles, the facts of the role can be found by keys.
    """
    if plan.group is not None or any(kinds[kind].compared for kind in plan.roles.values()):
        return
    together = joined_by_article(plan.where)
    for chosen in _divided(tuple(plan.roles), symmetric=plan.symmetric):
        if any(chosen[one] != chosen[other] for one, other in together):
            continue
        where = _asked(plan.where, plan.roles, chosen, kinds)
        if where == _FALSE:
            continue
        absences, keyed = [], []
        for absence in plan.unless:
            for each, free in _absences(absence, plan.roles, chosen, kinds, has_keys):
                absences.append(each)
                keyed.append(free)
        roles = {role: _called(kind, chosen[role]) for role, kind in plan.roles.items()}
        made = Plan(plan.rule, roles, where, tuple(absences))
        yield Crossing(plan.rule, made, chosen, tuple(keyed))


def _called(kind: str, side: Side) -> str:
    return archived(kind) if side == "archive" else kind


def _divided(roles: Sequence[str], *, symmetric: bool) -> Iterator[dict[str, Side]]:
    """The ways to divide roles so that there is one on each side; one of two that are alike."""
    sides: tuple[Side, Side] = ("draft", "archive")
    for chosen in product(sides, repeat=len(roles)):
        if len(set(chosen)) > 1:
            yield dict(zip(roles, chosen, strict=True))
            if symmetric:
                return


def joined_by_article(where: Formula) -> list[tuple[str, str]]:
    """Pairs of roles of whose facts ``where`` says that they stand in one article."""
    return [
        (one, other)
        for part in conjuncts(where)
        if (pair := _article_of_both(part, "==")) is not None
        for one, other in (pair,)
    ]


def _article_of_both(formula: Formula, operator: Operator) -> tuple[str, str] | None:
    match formula:
        case Compare(Column(one, "article"), found, Column(other, "article")) if found == operator:
            return one, other
        case _:
            return None


def _asked(
    where: Formula, roles: Mapping[str, str], sides: Sides, kinds: Mapping[str, Kind]
) -> Formula:
    """What is asked of facts on these sides, an unknown being no match."""
    hidden = {role: _circumstances(kinds[kind]) for role, kind in roles.items()}
    fields = {role: frozenset(kinds[kind].fields) for role, kind in roles.items()}
    return _simple(_strict(_sided(where, sides), _Strict(sides, hidden, fields)))


def _circumstances(kind: Kind) -> frozenset[str]:
    """The attributes of a kind that say of what, where and when a fact is."""
    named = attributes(kind).values()
    told = {each.name for each in named if each.family in ("place", "time") or each.type == "scope"}
    if kind.occasion is not None:
        told |= {kind.occasion.place, kind.occasion.asker}
    return frozenset(told | {"event", _PUBLISHED})


@dataclass(frozen=True, slots=True)
class _Strict:
    """What is known of roles: their sides, their circumstances and their other fields."""

    sides: Sides
    hidden: Mapping[str, frozenset[str]]
    fields: Mapping[str, frozenset[str]]

    def is_hidden(self, column: Column) -> bool:
        """Whether an unknown in ``column`` leaves open of what the fact is."""
        return _whole(column) in self.hidden[column.role]

    def is_field(self, column: Column) -> bool:
        """Whether it is a field of its kind."""
        return _whole(column) in self.fields[column.role]


def _whole(column: Column) -> str:
    return column.name.partition(".")[0]


def _sided(formula: Formula, sides: Sides) -> Formula:
    """``formula`` with what follows from the sides: no article is on both, and which is later."""
    match formula:
        case AllOf(parts):
            return AllOf(tuple(_sided(part, sides) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_sided(part, sides) for part in parts))
        case Compare(Column(one, name), operator, Column(other, same)) if (
            name == same and sides[one] != sides[other]
        ):
            if name == _ARTICLE:
                return _FALSE if operator == "==" else _TRUE
            if name == _PUBLISHED:
                told = _AS_LATE.get((sides[one], operator), operator)
                return Compare(formula.left, told, formula.right)
    return formula


def _strict(formula: Formula, known: _Strict) -> Formula:
    """``formula`` where an unknown circumstance meets nothing, and an unknown field an unknown."""
    match formula:
        case Known(column, False) if known.is_hidden(column):
            return _FALSE
        case AllOf(parts):
            return AllOf(tuple(_strict(part, known) for part in parts))
        case AnyOf():
            parts = tuple(_strict(part, known) for part in _alternatives(formula))
            return AnyOf(tuple(_unknown_on_both(parts, known)))
        case _:
            return formula


def _alternatives(formula: Formula) -> Iterator[Formula]:
    """The parts of which one must hold, none of them an ``AnyOf``."""
    if isinstance(formula, AnyOf):
        for part in formula.parts:
            yield from _alternatives(part)
    else:
        yield formula


def _unknown_on_both(parts: Sequence[Formula], known: _Strict) -> Iterator[Formula]:
    """``parts`` where of two fields that are compared either being unknown will not do."""
    unknown = [
        part.column
        for part in parts
        if isinstance(part, Known) and not part.known and known.is_field(part.column)
    ]
    compared = {
        frozenset((column.role, _whole(column)) for column in columns_of(part))
        for part in parts
        if not isinstance(part, Known)
    }
    paired: set[Column] = set()
    for one in unknown:
        for other in unknown:
            both = frozenset(((one.role, _whole(one)), (other.role, _whole(other))))
            apart = known.sides[one.role] != known.sides[other.role]
            if apart and any(both <= each for each in compared):
                if one not in paired and other not in paired:
                    yield AllOf((Known(one, known=False), Known(other, known=False)))
                paired |= {one, other}
    yield from (x for x in parts if not (isinstance(x, Known) and x.column in paired))


def _simple(formula: Formula) -> Formula:
    """``formula`` without what always holds, and without what never does."""
    if not isinstance(formula, AllOf | AnyOf):
        return formula
    every = isinstance(formula, AllOf)
    parts: list[Formula] = []
    for part in map(_simple, formula.parts):
        if part == (_FALSE if every else _TRUE):
            return part
        if isinstance(part, AllOf if every else AnyOf):
            parts += part.parts
        else:
            parts.append(part)
    if len(parts) == 1:
        return parts[0]
    return AllOf(tuple(parts)) if every else AnyOf(tuple(parts))


def _absences(
    absence: Absence,
    roles: Mapping[str, str],
    sides: Sides,
    kinds: Mapping[str, Kind],
    has_keys: Callable[[Formula, str, Iterable[str], Mapping[str, str]], bool],
) -> Iterator[tuple[Absence, tuple[str, ...]]]:
    """The ways in which facts on either side undo a match.

    Of an archive these are the facts in the articles of the match, and those that are found by
    keys; each comes with its roles of the latter sort.
    """
    own = tuple(absence.roles)
    both: tuple[Side, Side] = ("draft", "archive")
    for chosen in product(both, repeat=len(own)):
        here: dict[str, Side] = {**sides, **dict(zip(own, chosen, strict=True))}
        kept = [role for role in own if here[role] == "archive"]
        if any(kinds[absence.roles[role]].compared for role in kept):
            continue
        where = _simple(_sided(absence.where, here))
        if where == _FALSE:
            continue
        of_all = {**roles, **absence.roles}
        beside = _beside(where, [role for role, side in sides.items() if side == "archive"])
        loose = [role for role in kept if role not in beside]
        free = tuple(x for x in loose if has_keys(where, x, roles, of_all))
        named = {role: _called(kind, here[role]) for role, kind in absence.roles.items()}
        for tied in _tied([x for x in loose if x not in free], sides):
            yield Absence(named, _simple(AllOf((where, *tied)))), free


def _beside(where: Formula, kept: Iterable[str]) -> set[str]:
    """``kept``, and the roles whose facts are then in the article of one of these."""
    found = set(kept)
    pairs = joined_by_article(where)
    for _ in pairs:
        found |= {role for pair in pairs if found & set(pair) for role in pair}
    return found


def _tied(loose: Sequence[str], sides: Sides) -> Iterator[tuple[Formula, ...]]:
    """The ways to have each of ``loose`` in the article of an archived fact of the rule."""
    kept = [role for role, side in sides.items() if side == "archive"]
    article = partial(Column, name=_ARTICLE)
    for chosen in product(kept, repeat=len(loose)):
        pairs = zip(loose, chosen, strict=True)
        yield tuple(Compare(article(one), "==", article(other)) for one, other in pairs)
