"""Matches to findings: the message, each condition in words with its values, a fingerprint.

The same code explains what any engine found, from the rules and the facts alone.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from .gravity import gravest
from .grouping import Group, grouped, roles_of
from .model import Alternative, Fact, Finding, Match, Reason
from .rulebook.argument import Ground, Weight, argument, grounds_in
from .rulebook.bound import Bound
from .rulebook.columns import Attribute, attributes, columns, value_of
from .rulebook.formula import Row, columns_of
from .rulebook.reasons import compares, reason, shared
from .rulebook.rule import Rule
from .rulebook.wording import in_words

__all__ = ["MOST_FINDINGS", "Found", "explain", "find", "fingerprint"]

MOST_FINDINGS = 20
"""Findings of one rule that are told of one article; how many more there are is said."""

_DIGEST_BYTES = 8
_ORDINARY = "asserted"


class Found(NamedTuple):
    """What an article is told.

    Attributes:
        findings: in the order in which the article comes to them.
        omitted: by rule, how many findings of it there are beside those; none for a rule of
            which all are there.
        dismissed: the fingerprints of those that were left out as dismissed.
    """

    findings: tuple[Finding, ...]
    omitted: Mapping[str, int]
    dismissed: tuple[str, ...] = ()


def find(
    rules: Mapping[str, Rule],
    matches: Iterable[Match],
    facts: Mapping[str, Fact],
    rows: Mapping[str, Row],
    own: Collection[str],
    dismissed: Collection[str] = (),
) -> Found:
    """The findings as an editor meets them, matches that ``grouping`` joins together.

    Of what several rules of one topic find in the same statements the gravest is told alone.

    Args:
        rules: rules by name, at least those of the matches.
        matches: what an engine found; those that name no fact of ``own`` are passed over.
        facts: facts by id, in reading order.
        rows: the facts as rows.
        own: ids of the facts of the article that is checked; findings stand in its order.
        dismissed: fingerprints, or how they begin, of findings to leave out.
    """
    findings: list[Finding] = []
    number = Counter[str]()
    beginnings, left_out = tuple(dismissed), []
    groups = list(grouped(rules, matches, facts, rows, own))
    for group in gravest(groups, _about, lambda group: rules[group.leading.rule].severity):
        rule = rules[group.leading.rule]
        if beginnings:
            named = fingerprint(rule, [facts[name] for name in group.leading.facts])
            if named.startswith(beginnings):
                left_out.append(named)
                continue
        number[rule.name] += 1
        if number[rule.name] <= MOST_FINDINGS:
            findings.append(_with_further(explain(rule, group.leading, facts), rule, group, facts))
    omitted = {name: each - MOST_FINDINGS for name, each in number.items() if each > MOST_FINDINGS}
    more = MappingProxyType(dict(sorted(omitted.items())))
    return Found(tuple(findings), more, tuple(left_out))


def _about(group: Group) -> tuple[str, frozenset[str]]:
    """The topic and the facts that a group is about."""
    return group.leading.rule.partition("/")[0], frozenset(group.leading.facts)


def _with_further(finding: Finding, rule: Rule, group: Group, facts: Mapping[str, Fact]) -> Finding:
    """``finding`` with what the facts say that are told with it."""
    read = _Reading(rule)
    roles = zip(roles_of(rule, group.leading), group.leading.facts, strict=True)
    led = {part for role, name in roles for part in read.parts(role, facts[name])}
    alternatives = []
    for other in group.others:
        stated = tuple(facts[name] for name in other.facts)
        parts = read.parts(other.role, stated[0])
        differing = [part for part in parts if part not in led]
        alternatives.append(Alternative(other.role, ", ".join(differing or parts), stated))
    also = tuple(facts[name] for name in group.same)
    return replace(finding, also=also, alternatives=tuple(alternatives))


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
    read = _Reading(rule)
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
        argument=_argument(rule, members),
        understood=MappingProxyType(
            {
                name: ", ".join(read.parts(name.partition(" ")[0], fact))
                for name, fact in named.items()
            }
        ),
        meant=_meant(read, named),
    )


def _meant(read: _Reading, named: Mapping[str, Fact]) -> Mapping[str, tuple[str, ...]]:
    """By role, who, where and when; of one time for all facts nothing hangs on the day."""
    one_time = len({fact.time for fact in named.values() if fact.time is not None}) < 2  # noqa: PLR2004
    return MappingProxyType(
        {
            name: read.meant(name.partition(" ")[0], fact, timed=not one_time)
            for name, fact in named.items()
        }
    )


class _Reading:
    """What a rule takes from a fact, in words."""

    def __init__(self, rule: Rule) -> None:
        self._kinds = rule.kinds
        self._named: dict[str, set[str]] = {role: set() for role in rule.kinds}
        for column in columns_of(rule.plan.where):
            self._named[column.role].add(column.name.partition(".")[0])
        *_, last = rule.kinds
        for each in (*rule.by, *(having.aggregate.reference for having in rule.having)):
            if each is not None:
                self._named[last].add(each.attribute.name.partition(".")[0])

    def parts(self, role: str, fact: Fact) -> list[str]:
        """What its conditions name of ``fact``, as far as the copy says it."""
        return [
            f"{each.name.replace('_', ' ')} {words}" if each.name in fact.fields else words
            for each in attributes(self._kinds[role]).values()
            for words in self._words(each, role, fact)
        ]

    def meant(self, role: str, fact: Fact, *, timed: bool) -> tuple[str, ...]:
        """Who, where and, if ``timed``, when, as far as its conditions name it."""
        return tuple(
            words
            for each in attributes(self._kinds[role]).values()
            if (each.family in ("name", "place") and each.type != "group")
            or (timed and each.name == "time")
            for words in self._words(each, role, fact)
        )

    def _words(self, attribute: Attribute, role: str, fact: Fact) -> Iterator[str]:
        """What the copy says of one attribute that the conditions name, in words."""
        if attribute.name in self._named[role] and _is_told(attribute):
            value = value_of(fact, attribute.name)
            if value is not None and (words := in_words(value, attribute.type)) != _ORDINARY:
                yield words


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


def _argument(rule: Rule, members: Sequence[Bound]) -> str:
    """Why the facts cannot stand: as the rule says it, or else what its conditions come to."""
    if rule.because is not None:
        return rule.because.fill(members, sentence=False)
    grounds = [
        ground
        for each in rule.conditions
        for member in members
        for ground in grounds_in(each.proposition, member)
    ]
    grounds += [Ground(Weight.ALIKE, shared(each, members)) for each in rule.by]
    sums = [each for each in rule.having if each.is_sum]
    grounds += [Ground(Weight.FIGURES, each.sentence(members)) for each in sums or rule.having]
    return argument(grounds)


def _reasons(rule: Rule, members: Sequence[Bound]) -> list[Reason]:
    beside = [any(compares(c.proposition, m) for m in members) for c in rule.conditions]
    if not any(beside):
        beside = [
            any(compares(c.proposition, m, within=True) for m in members) for c in rule.conditions
        ]
    reasons = []
    for each, compared in zip(rule.conditions, beside, strict=True):
        texts = dict.fromkeys(reason(each.proposition, member) for member in members)
        reasons.append(Reason(each.source, "; ".join(texts), compared))
    for reference in rule.by:
        source = f"by {reference.role}.{reference.attribute.name}"
        reasons.append(Reason(source, shared(reference, members), beside=True))
    return reasons + [
        Reason(each.source, each.sentence(members), beside=True) for each in rule.having
    ]
