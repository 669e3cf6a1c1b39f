"""Which matches are one finding, and what each of their facts adds to it.

An editor mends statements, not pairs of them: a hundred tolls that all differ are one thing to
look at, and so are a claim and the ten losses that belie it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .kinds import Kind
from .matching.plain import cover
from .model import Fact, Match
from .rulebook.formula import (
    AllOf,
    AnyOf,
    Cell,
    Column,
    Compare,
    Formula,
    Known,
    Row,
    columns_in,
    roles_in,
)
from .rulebook.rule import Rule

__all__ = ["Group", "Other", "grouped", "roles_of"]


@dataclass(slots=True)
class Other:
    """Facts that say the same, and not what the leading fact in their role says.

    Attributes:
        role: their role in the rule.
        facts: their ids, in reading order.
    """

    role: str
    facts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Group:
    """Matches of one rule that are told as one finding.

    Attributes:
        leading: the one that is explained: the first in the order of the article.
        same: further facts that say the same as one of the leading, in reading order.
        others: what else is said, in reading order.
    """

    leading: Match
    same: tuple[str, ...]
    others: tuple[Other, ...]


def grouped(
    rules: Mapping[str, Rule],
    matches: Iterable[Match],
    facts: Mapping[str, Fact],
    rows: Mapping[str, Row],
    own: Collection[str],
) -> Iterator[Group]:
    """The matches as findings, in the order in which the article comes to them.

    Two matches of a rule that does not tell its facts apart are told together when a chain of
    matches links them, for then their facts are alternatives. Matches of another rule are told
    together when they share a fact with the first of them: a claim with all that belies it.
    Either way, so are those that say the same, for the facts of each role agree on every field
    that the rule holds against another fact's, leaving aside those of which it lets an unknown
    pass; and those that point at the same sentences. Groups of facts are told together when
    they are the same facts, beside whatever they are held against.

    Args:
        rules: rules by name, at least those of the matches.
        matches: what an engine found, in any order: every match, or a cover.
        facts: facts by id, in reading order.
        rows: the facts as rows.
        own: ids of the facts of the article that is checked; each match names one.
    """
    place = {name: index for index, name in enumerate(facts)}

    def position(match: Match) -> tuple[tuple[bool, int, int], str, list[int]]:
        first = min(
            (facts[name].part != "title", *facts[name].span) for name in match.facts if name in own
        )
        return first, match.rule, [place[name] for name in match.facts]

    statements = {name: _Statements(rule, rows) for name, rule in rules.items()}
    covering = _covering(rules, matches, place, own)
    links = _Links(rules, covering)
    first: dict[tuple[str, object], Match] = {}
    together: dict[Match, list[Match]] = {}
    for match in sorted(covering, key=position):
        said = statements[match.rule].of_match(match), _sentences(match, facts)
        keys = [(match.rule, each) for each in (*links.of(match), *said)]
        leading = next((first[key] for key in keys if key in first), match)
        if leading is match:
            first.update(dict.fromkeys(keys, match))
        together.setdefault(leading, []).append(match)
    for each in together.values():
        yield _group(rules[each[0].rule], each, statements[each[0].rule], place)


def roles_of(rule: Rule, match: Match) -> list[str]:
    """The role of each fact of ``match``; in a rule over groups the last is that of many."""
    roles = list(rule.plan.roles)
    return roles + roles[-1:] * (len(match.facts) - len(roles))


def _covering(
    rules: Mapping[str, Rule],
    matches: Iterable[Match],
    place: Mapping[str, int],
    own: Collection[str],
) -> list[Match]:
    """The cover of ``matches``, which is the same whichever of them an engine left out."""
    by_rule: dict[str, set[Match]] = {}
    for match in matches:
        by_rule.setdefault(match.rule, set()).add(match)
    return [
        Match(name, facts)
        for name, found in by_rule.items()
        for facts in cover(
            rules[name].plan,
            sorted((each.facts for each in found), key=lambda facts: [*map(place.get, facts)]),
            own,
        )
    ]


class _Links:
    """What links a match to those that are told with it, being about the same facts."""

    def __init__(self, rules: Mapping[str, Rule], matches: Iterable[Match]) -> None:
        self._rules = rules
        self._before: dict[tuple[str, str], str] = {}
        for match in matches:
            if rules[match.rule].plan.symmetric:
                one, other = (self._end(match.rule, name) for name in match.facts)
                self._before[match.rule, other] = one

    def _end(self, rule: str, name: str) -> str:
        """The same fact for all that are linked to ``name``."""
        while (next_ := self._before.get((rule, name), name)) != name:
            self._before[rule, name] = self._before.get((rule, next_), next_)
            name = next_
        return name

    def of(self, match: Match) -> Iterable[object]:
        """The same for two matches that are linked; one of these is enough."""
        plan = self._rules[match.rule].plan
        if plan.group is not None:
            return ()
        if plan.symmetric:
            return (("chain", self._end(match.rule, match.facts[0])),)
        return (("fact", name) for name in match.facts)


class _Statements:
    """What facts say, as far as a rule holds it against what others say."""

    def __init__(self, rule: Rule, rows: Mapping[str, Row]) -> None:
        self._rule = rule
        self._rows = rows
        self._columns: dict[str, Sequence[str]] = {}

    def of_match(self, match: Match) -> object:
        """The same for two matches that say the same."""
        plan = self._rule.plan
        if plan.group is not None:
            return match.facts[len(plan.roles) - 1 :]
        roles = roles_of(self._rule, match)
        said = tuple(self.of_fact(*each) for each in zip(roles, match.facts, strict=True))
        return tuple(sorted(said, key=repr)) if plan.symmetric else said

    def of_fact(self, role: str, name: str) -> tuple[Cell, ...]:
        """The same for two facts in ``role`` that say the same."""
        if role not in self._columns:
            self._columns[role] = self._held_of(role)
        row = self._rows[name]
        columns = self._columns[role] or _whole(row, self._rule.kinds[role])
        return tuple(row[each] for each in columns)

    def _held_of(self, role: str) -> Sequence[str]:
        if self._rule.plan.group is not None:
            return ()
        beside = {x for each in self._rule.conditions for x in _held_beside(each.formula)}
        roles = self._rule.plan.roles if self._rule.plan.symmetric else (role,)
        names = {column.name for column in beside if column.role in roles}
        return sorted(name for name in names if _is_own(name, self._rule.kinds[role]))


def _group(
    rule: Rule, matches: Sequence[Match], statements: _Statements, place: Mapping[str, int]
) -> Group:
    """The ``matches`` as one finding, of which the first leads."""
    leading, *further = matches
    symmetric = rule.plan.symmetric
    said = {
        (not symmetric and role, statements.of_fact(role, name))
        for role, name in zip(roles_of(rule, leading), leading.facts, strict=True)
    }
    roles = {
        name: role
        for match in reversed(further)
        for role, name in zip(roles_of(rule, match), match.facts, strict=True)
    }
    same: list[str] = []
    others: dict[object, Other] = {}
    for name in sorted(roles.keys() - set(leading.facts), key=place.__getitem__):
        role = roles[name]
        words = not symmetric and role, statements.of_fact(role, name)
        if words in said:
            same.append(name)
        else:
            others.setdefault(words, Other(role)).facts.append(name)
    return Group(leading, tuple(same), tuple(others.values()))


def _sentences(match: Match, facts: Mapping[str, Fact]) -> frozenset[object]:
    return frozenset(
        (facts[name].article, facts[name].part, facts[name].sentence) for name in match.facts
    )


def _held_beside(formula: Formula) -> Iterator[Column]:
    """The columns that ``formula`` compares between facts, an unknown among them not passing."""
    match formula:
        case Compare(left, _, right) if len(roles_in(formula)) > 1:
            yield from (column for side in (left, right) for column in columns_in(side))
        case AllOf(parts) | AnyOf(parts):
            if not any(isinstance(part, Known) and not part.known for part in parts):
                for part in parts:
                    yield from _held_beside(part)


def _is_own(column: str, kind: Kind) -> bool:
    whole = column.partition(".")[0]
    return whole == "value" or whole in kind.fields


def _whole(row: Row, kind: Kind) -> Sequence[str]:
    """All that a fact states, for one that is held beside no other."""
    return sorted(name for name in row if _is_own(name, kind) or name.startswith("time."))
