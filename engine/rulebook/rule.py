"""Rule files to rules: what contradicts what, checked against the kinds when loaded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from keyword import iskeyword
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..kinds import Kind, load_kinds, shipped_kinds
from ..knowledge import RULES, Document, kept, nearest, read_yaml
from ..model import Severity, Status
from .aggregates import Having, parse_having
from .arithmetic import same_ground
from .canonical import is_symmetric
from .columns import Reference
from .examples import RuleTest
from .expansion import Expanded
from .expressions import ConditionError, Parser
from .formula import AllOf, Column, Compare, Formula, conjuncts
from .messages import Template, parse_template
from .plan import Absence, Group, Plan
from .propositions import Atom, Every, Proposition, formula_of
from .shared import FILE, Shared, shared_in, shipped_shared, used_in
from .written import At, Block, Line, located, refuse_many, written_blocks, written_where

if TYPE_CHECKING:
    from .rule_file import RuleFile

__all__ = [
    "Condition", "Rule", "RuleTest", "Status", "load_rule", "load_rules", "refuse_twice",
    "rule_files", "rule_in", "rule_schema",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Condition:
    """One line of ``where``.

    Attributes:
        source: as written, with what is shared written out.
        written: as the file has it.
        at: the line of ``where`` that it is from.
        proposition: what it says, to be explained.
        formula: what engines test; it can be tested alone.
    """

    source: str
    written: str
    at: At
    proposition: Proposition
    formula: Formula


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What contradicts what.

    Attributes:
        name: ``topic/name``.
        title: what it is about, in words.
        severity: how grave a match is.
        status: how far the rule is trusted.
        why: why its facts cannot stand together.
        exceptions: when they can; empty where nothing is said.
        plan: what engines match.
        kinds: kind by role, for those in ``plan.roles``.
        conditions: the lines of ``where``, in order.
        by: what the facts of a group share; empty for other rules.
        having: what a group must meet; empty for other rules.
        say: the message.
        because: the argument; ``None`` where it follows from the conditions.
        shared: what it shares with other rules.
        tests: the examples.
        document: the file, for errors that point.
    """

    name: str
    title: str
    severity: Severity
    status: Status
    why: str
    exceptions: str
    plan: Plan
    kinds: Mapping[str, Kind]
    conditions: tuple[Condition, ...]
    by: tuple[Reference, ...]
    having: tuple[Having, ...]
    say: Template
    because: Template | None
    shared: tuple[Shared, ...]
    tests: tuple[RuleTest, ...]
    document: Document


def rule_schema() -> dict[str, Any]:
    """The JSON Schema of a rule file, with which editors complete and check one."""
    from .rule_file import RuleFile

    return RuleFile.model_json_schema()


def load_rules(
    folders: Sequence[Path] | None = None, kinds: Mapping[str, Kind] | None = None
) -> list[Rule]:
    """Every rule below ``folders``, sorted by name.

    Args:
        folders: where to look; a rule stands in ``<folder>/<topic>/<name>.yaml``. Those that
            come with belie when ``None``.
        kinds: what rules can speak of; those that come with belie when ``None``.

    Raises:
        KnowledgeError: for a file that is no rule, is not called as its rule, or declares a
            rule that there is.
    """
    kinds = load_kinds() if kinds is None else kinds
    if folders is None and kinds == shipped_kinds():
        return [*_shipped_rules()]
    return _load((RULES,) if folders is None else folders, kinds)


@cache
def _shipped_rules() -> Sequence[Rule]:
    """The rules that come with belie, about the kinds that do; read once."""
    kinds = shipped_kinds()
    return kept("rules", lambda: _load((RULES,), kinds), kinds)


def _load(folders: Iterable[Path], kinds: Mapping[str, Kind]) -> list[Rule]:
    rules: dict[str, Rule] = {}
    for folder in folders:
        shared = shared_in(folder)
        for path in rule_files(folder):
            rule = rule_in(path, folder, kinds, shared)
            refuse_twice(rule, rules)
            rules[rule.name] = rule
    return [rules[name] for name in sorted(rules)]


def rule_files(folder: Path) -> list[Path]:
    """The files of rules below ``folder``, in order."""
    return sorted(set(folder.rglob("*.yaml")) - {folder / FILE})


def rule_in(
    path: Path, folder: Path, kinds: Mapping[str, Kind], shared: Mapping[str, Shared]
) -> Rule:
    """The rule in the file ``path`` of ``folder``; see ``load_rule``.

    Raises:
        KnowledgeError: also where the file is not called as its rule.
    """
    rule = load_rule(read_yaml(path), kinds, shared)
    wanted = path.relative_to(folder).with_suffix("").as_posix()
    if rule.name != wanted:
        problem = f"is called {rule.name!r} and stands in {wanted}.yaml; rename one"
        raise rule.document.error(problem, ("rule",))
    return rule


def refuse_twice(rule: Rule, known: Mapping[str, Rule]) -> None:
    """Raises KnowledgeError where a rule of that name is ``known``."""
    if rule.name in known:
        first = known[rule.name].document.path
        raise rule.document.error(f"{rule.name!r} is already declared in {first}", ("rule",))


def load_rule(
    document: Document, kinds: Mapping[str, Kind], shared: Mapping[str, Shared] | None = None
) -> Rule:
    """The rule that ``document`` declares.

    Args:
        document: its file.
        kinds: what it can speak of.
        shared: what it can name besides; what belie's own rules can when ``None``.

    Raises:
        KnowledgeError: when the file does not have the form of a rule, names what the kinds
            do not have, or leaves facts beside each other that no ``same`` ties together.
    """
    from .rule_file import RuleFile

    file = document.parse(RuleFile)
    shared = shipped_shared() if shared is None else shared
    where = tuple(written_where(document, file.where, shared, ("where",)))
    blocks = tuple(written_blocks(document, file, shared))
    refuse_many(document, where, blocks)
    scope = _scope(document, file.when, kinds, ("when",))
    scope |= _scope(document, file.each, kinds, ("each",))
    conditions = _conditions(document, where, scope, shared)
    _refuse_loose_roles(document, list(scope)[:1], list(scope)[1:], conditions, ("where",))
    group, by, having = _group(document, file, scope)
    fill = partial(parse_template, grouped=bool(file.each))
    plan = Plan(
        rule=file.rule,
        roles=MappingProxyType({role: kind.name for role, kind in scope.items()}),
        where=AllOf((*conjuncts(_all(conditions)), *_one_unit(having))),
        unless=tuple(_absence(document, each, scope, kinds, shared) for each in blocks),
        group=group,
    )
    return Rule(
        name=file.rule,
        title=file.title,
        severity=file.severity,
        status=file.status,
        why=" ".join(file.why.split()),
        exceptions=" ".join(file.exceptions.split()),
        plan=replace(plan, symmetric=is_symmetric(plan)),
        kinds=MappingProxyType(scope),
        conditions=tuple(conditions),
        by=by,
        having=having,
        say=located(document, ("say",), fill, file.say, scope),
        because=(
            located(document, ("because",), fill, file.because, scope) if file.because else None
        ),
        shared=used_in(_texts(file), shared),
        tests=file.tests,
        document=document,
    )


def _scope(
    document: Document,
    roles: Mapping[str, str],
    kinds: Mapping[str, Kind],
    at: At,
    within: str = "",
) -> dict[str, Kind]:
    for role, kind in roles.items():
        problem = ""
        if iskeyword(role) or role in ("unknown", "where"):
            problem = f"{role!r} has a meaning of its own; rename it"
        elif kind not in kinds:
            problem = f"there is no kind {kind!r}{nearest(kind, kinds)}"
        if problem:
            raise document.error(within + problem, (*at, role))
    return {role: kinds[kind] for role, kind in roles.items()}


def _conditions(
    document: Document,
    lines: Iterable[Line],
    scope: Mapping[str, Kind],
    shared: Collection[str],
) -> list[Condition]:
    conditions = []
    for line in lines:
        said = located(document, line.at, _proposition, line.condition, scope, shared)
        source = " ".join(line.condition.text.split())
        conditions.append(Condition(source, line.written, line.at, said, formula_of(said)))
    return conditions


def _proposition(
    condition: Expanded, scope: Mapping[str, Kind], shared: Collection[str]
) -> Proposition:
    try:
        return Parser(condition.text, scope, shared).proposition()
    except ConditionError as failure:
        raise condition.blamed(failure) from None


def _texts(file: RuleFile) -> Iterator[str]:
    """What a file writes that can name what is shared."""
    yield from file.where
    for block in file.unless:
        yield from [block] if isinstance(block, str) else block.where


def _all(conditions: Sequence[Condition]) -> AllOf:
    return AllOf(tuple(part for each in conditions for part in conjuncts(each.formula)))


def _absence(
    document: Document,
    block: Block,
    scope: Mapping[str, Kind],
    kinds: Mapping[str, Kind],
    shared: Collection[str],
) -> Absence:
    for role in block.roles:
        if role in scope:
            problem = f"{block.within}{role!r} is a fact of the rule; rename it"
            raise document.error(problem, (*block.at, role))
    own = _scope(document, block.roles, kinds, block.at, block.within)
    conditions = _conditions(document, block.where, {**scope, **own}, shared)
    at = (*block.at, "where")
    _refuse_loose_roles(document, list(scope), list(own), conditions, at, block.within)
    return Absence(MappingProxyType(dict(block.roles)), _all(conditions))


def _refuse_loose_roles(
    document: Document,
    tied: list[str],
    loose: list[str],
    conditions: Sequence[Condition],
    at: At,
    within: str = "",
) -> None:
    """Engines join on what is the same: each further role needs such a tie to one before."""
    ties = [tie for each in conditions for tie in _ties(each.proposition)]
    while loose:
        following = next((r for r in loose if any({r, t} in ties for t in tied)), None)
        if following is None:
            others = " or ".join(tied)
            problem = f"nothing ties {loose[0]!r} to {others}; add a same(…) of the two"
            raise document.error(within + problem, at)
        loose.remove(following)
        tied.append(following)


def _ties(proposition: Proposition) -> Iterator[set[str]]:
    if isinstance(proposition, Every):
        for part in proposition.parts:
            yield from _ties(part)
    if not isinstance(proposition, Atom):
        return
    for formula in conjuncts(proposition.formula):
        match formula:
            # A unit, a part or an article that is the same comes with comparing numbers.
            case Compare(Column(one, name), "==", Column(other, _)) if (
                one != other
                and not name.endswith(".unit")
                and all(isinstance(term, Reference) for term in proposition.terms)
            ):
                yield {one, other}


def _group(
    document: Document, file: RuleFile, scope: Mapping[str, Kind]
) -> tuple[Group | None, tuple[Reference, ...], tuple[Having, ...]]:
    if file.having is None:
        return None, (), ()
    role = tuple(scope)[-1]
    by = tuple(
        located(document, ("by", index), partial(_field, role), name, scope)
        for index, name in enumerate(file.by)
    )
    having = located(document, ("having",), parse_having, file.having, scope)
    group = Group(
        by=tuple(column.name for reference in by for column in reference.identity),
        having=tuple(
            (
                x.aggregate.function,
                x.aggregate.column,
                x.operator,
                x.bound if isinstance(x.bound, int) else x.bound.column,
            )
            for x in having
        ),
    )
    return group, by, having


def _one_unit(having: Sequence[Having]) -> Iterator[Formula]:
    """A group is held against a figure in its own unit alone."""
    for each in having:
        if isinstance(each.bound, Reference) and each.aggregate.reference is not None:
            yield from same_ground(each.bound, each.aggregate.reference)


def _field(role: str, name: str, scope: Mapping[str, Kind]) -> Reference:
    try:
        return Parser(f"{role}.{name}", scope).reference()
    except ConditionError as failure:
        raise ConditionError(failure.problem, max(failure.offset - len(role) - 1, 0)) from None
