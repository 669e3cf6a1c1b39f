"""Matches to findings: the message, each condition in words with its values, a fingerprint.

The same code explains what any engine found, from the rules and the facts alone.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from .kinds import Kind
from .model import Fact, Finding, Match, Reason
from .rulebook.columns import Attribute, attributes, columns, value_of
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
    columns_of,
    roles_in,
)
from .rulebook.reasons import Bound, compares, reason, shared
from .rulebook.rule import Rule
from .rulebook.wording import in_words

__all__ = ["explain", "find", "fingerprint"]

_DIGEST_BYTES = 8
_ORDINARY = "asserted"


def find(
    rules: Mapping[str, Rule],
    matches: Iterable[Match],
    facts: Mapping[str, Fact],
    rows: Mapping[str, Row],
    own: Collection[str],
) -> tuple[Finding, ...]:
    """The findings as an editor meets them, matches that say the same together.

    Two matches of one rule say the same when the facts of each role agree on every field that
    the rule holds against another fact's, leaving aside those of which it lets an unknown pass,
    or when they point at the same sentences. The first is explained, and the facts of the
    others stand under ``also``.

    Args:
        rules: rules by name, at least those of the matches.
        matches: what an engine found.
        facts: facts by id, in reading order.
        rows: the facts as rows.
        own: ids of the facts of the article that is checked; findings stand in its order.
    """
    place = {name: index for index, name in enumerate(facts)}

    def position(match: Match) -> tuple[tuple[bool, int, int], str, list[int]]:
        first = min(
            (facts[name].part != "title", *facts[name].span) for name in match.facts if name in own
        )
        return first, match.rule, [place[name] for name in match.facts]

    first: dict[tuple[str, object], Match] = {}
    further: dict[Match, set[str]] = {}
    for match in sorted(matches, key=position):
        said = _statement(rules[match.rule], match, rows), _sentences(match, facts)
        keys = [(match.rule, each) for each in said]
        same = next((first[key] for key in keys if key in first), None)
        if same is None:
            first.update(dict.fromkeys(keys, match))
            further[match] = set()
        else:
            further[same].update(set(match.facts).difference(same.facts))
    return tuple(
        replace(
            explain(rules[match.rule], match, facts),
            also=tuple(facts[name] for name in sorted(names, key=place.__getitem__)),
        )
        for match, names in further.items()
    )


def _sentences(match: Match, facts: Mapping[str, Fact]) -> frozenset[object]:
    return frozenset(
        (facts[name].article, facts[name].part, facts[name].sentence) for name in match.facts
    )


def _statement(rule: Rule, match: Match, rows: Mapping[str, Row]) -> object:
    """What ``match`` says: the same for two matches that say the same."""
    if rule.plan.group is not None:
        return match.facts
    named = {column for each in rule.conditions for column in _held_beside(each.formula)}
    cells: list[tuple[Cell, ...]] = []
    for (role, kind), name in zip(rule.kinds.items(), match.facts, strict=True):
        names = sorted(column.name for column in named if column.role == role)
        kept = [each for each in names if _is_own(each, kind)] or _whole(rows[name], kind)
        cells.append(tuple(rows[name][each] for each in kept))
    return tuple(sorted(cells, key=repr)) if rule.plan.symmetric else tuple(cells)


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


def _whole(row: Row, kind: Kind) -> list[str]:
    """All that a fact states, for one that is held beside no other."""
    return sorted(name for name in row if _is_own(name, kind) or name.startswith("time."))


def explain(rule: Rule, match: Match, facts: Mapping[str, Fact]) -> Finding:
    """What ``match`` comes to, in words.

    Args:
        rule: the rule that matched.
        match: the facts it matched, in the order of its roles.
        facts: facts by id, at least those of the match.

    Returns:
        The finding. In a rule over groups its facts stand under the role with a number:
        ``option 1``, ``option 2``.
    """
    matched = [facts[name] for name in match.facts]
    members = _members(rule, matched)
    *single, last = rule.plan.roles
    named = dict(zip(rule.plan.roles, matched, strict=rule.plan.group is None))
    if rule.plan.group is not None:
        named.pop(last)
        members_ = enumerate(matched[len(single) :], start=1)
        named |= {f"{last} {number}": fact for number, fact in members_}
    return Finding(
        rule=rule.name,
        severity=rule.severity,
        message=rule.say.fill(members),
        fingerprint=fingerprint(rule, matched),
        facts=MappingProxyType(named),
        because=tuple(_reasons(rule, members)),
        understood=MappingProxyType(
            {name: _understood(rule, name.partition(" ")[0], fact) for name, fact in named.items()}
        ),
    )


def _understood(rule: Rule, role: str, fact: Fact) -> str:
    """What the conditions of ``rule`` name of ``fact``, as far as the copy says it."""
    columns_ = columns_of(rule.plan.where)
    named = {each.name.partition(".")[0] for each in columns_ if each.role == role}
    grouped = [*rule.by, *(each.aggregate.reference for each in rule.having)]
    named |= {each.attribute.name.partition(".")[0] for each in grouped if each is not None}
    known = attributes(rule.kinds[role])
    parts = [
        f"{each.name.replace('_', ' ')} {words}" if each.name in fact.fields else words
        for each in known.values()
        if each.name in named
        and _is_told(each)
        and (value := value_of(fact, each.name)) is not None
        and (words := in_words(value, each.type)) != _ORDINARY
    ]
    return ", ".join(parts)


def _is_told(attribute: Attribute) -> bool:
    where = ("part", "published")
    return attribute.family not in ("identifier", "offset") and attribute.type not in where


def fingerprint(rule: Rule, facts: Sequence[Fact]) -> str:
    """Sixteen hexadecimal digits that name these statements under this rule.

    They follow from the rule's name and, for each fact, its kind, its part and its words
    without regard to case and spacing: neither where these stand nor what the article is
    called makes a difference. Where the rule does not tell its facts apart, nor does their
    order.
    """
    said = ["\x1f".join((fact.kind, fact.part, _plain(fact.text))) for fact in facts]
    if rule.plan.symmetric or rule.plan.group is not None:
        said.sort()
    named = "\x1e".join((rule.name, *said))
    return hashlib.blake2b(
        named.encode(errors="surrogatepass"), digest_size=_DIGEST_BYTES
    ).hexdigest()


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _members(rule: Rule, facts: Sequence[Fact]) -> list[Bound]:
    """What the rule's conditions are about: all facts at once, or a group's one by one."""
    roles = tuple(rule.plan.roles)
    beside = facts[: len(roles) - 1]
    grouped = facts[len(beside) :]
    groups = [facts] if rule.plan.group is None else [[*beside, fact] for fact in grouped]
    return [
        Bound(
            facts=dict(zip(roles, group, strict=True)),
            rows={
                role: columns(fact, rule.kinds[role])
                for role, fact in zip(roles, group, strict=True)
            },
        )
        for group in groups
    ]


def _reasons(rule: Rule, members: Sequence[Bound]) -> list[Reason]:
    reasons = []
    for each in rule.conditions:
        texts = dict.fromkeys(reason(each.proposition, member) for member in members)
        beside = any(compares(each.proposition, member) for member in members)
        reasons.append(Reason(each.source, "; ".join(texts), beside))
    for reference in rule.by:
        source = f"by {reference.role}.{reference.attribute.name}"
        reasons.append(Reason(source, shared(reference, members), beside=True))
    return reasons + [
        Reason(each.source, each.sentence(members), beside=True) for each in rule.having
    ]
