"""What rules share by name: conditions and blocks of ``unless``, from ``shared.yaml``.

A shared condition is text, with parameters for the facts or fields that it is about. It is put
into a rule in the place of its name and typed there (``expansion``), so that one condition serves
facts of any kind that have what it names. Here it is only read, and refused where it could not
serve any rule.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from keyword import iskeyword
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..knowledge import RULES, Document, KnowledgeError, nearest, read_yaml
from .expressions import CALLS, ConditionError, Parser

if TYPE_CHECKING:
    from .rule_file import UnlessBlock

__all__ = [
    "FILE", "SUM", "Shared", "load_shared", "shared_in", "shared_near", "shared_schema",
    "shipped_shared", "unused", "used_in",
]  # fmt: skip

FILE = "shared.yaml"
"""What the file is called, at the top of a folder of rules."""

SUM = "sum"
"""What adds up a field of the several facts that a block may be about."""

_MAX_LEVELS = 6
_IN_TERMS = (SUM, "sqrt")


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """A condition, or a block of ``unless``, that rules can name.

    Attributes:
        name: what it is called.
        parameters: what stands in it for what it is asked of.
        roles: kind by role, for a block; none for a condition.
        several: how many facts its one may stand for, where it may stand for more.
        either: two of the parameters that may stand for each other, for a block.
        where: the conditions that it comes to.
        document: the file.
        at: where it stands there.
    """

    name: str
    parameters: tuple[str, ...]
    roles: Mapping[str, str]
    several: tuple[int, ...]
    either: tuple[str, ...]
    where: tuple[str, ...]
    document: Document
    at: tuple[str | int, ...]

    @property
    def signature(self) -> str:
        """``same_people(one, other)``."""
        return f"{self.name}({', '.join(self.parameters)})"

    def error(self, problem: str, number: int | None = None, offset: int = 0) -> KnowledgeError:
        """An error in it, or in the condition ``number`` of it."""
        at: tuple[str | int, ...] = self.at
        if number is not None:
            at = (*at, "where", number) if self.roles else (*at, number)
        return self.document.error(problem, at, offset)

    def within(self, number: int | None = None) -> str:
        """How an error begins that a rule meets in it, or in the condition ``number`` of it."""
        line = self.error("", number).line
        return f"in {self.signature} ({self.document.path}:{line}): "

    def calls(self) -> frozenset[str]:
        """What its conditions call by name."""
        return frozenset(name for text in self.where for name in _called(text))


def shared_schema() -> dict[str, Any]:
    """The JSON Schema of a ``shared.yaml``."""
    from .rule_file import SharedFile

    return SharedFile.model_json_schema()


@cache
def shipped_shared() -> Mapping[str, Shared]:
    """What the rules that come with belie share."""
    return load_shared(read_yaml(RULES / FILE), {})


def shared_in(folder: Path) -> Mapping[str, Shared]:
    """What the rules in ``folder`` can name, belie's included; errors as for ``load_shared``."""
    path = folder / FILE
    if folder.resolve() == RULES or not path.is_file():
        return shipped_shared()
    return load_shared(read_yaml(path), shipped_shared())


def shared_near(path: Path) -> Mapping[str, Shared]:
    """What a rule in the file ``path`` can name, by the file beside it or that one folder up."""
    folders = path.parent, path.resolve().parent.parent
    return shared_in(next((each for each in folders if (each / FILE).is_file()), folders[0]))


def load_shared(document: Document, known: Mapping[str, Shared]) -> Mapping[str, Shared]:
    """What is ``known``, and what ``document`` declares, which goes before what is known.

    Raises:
        KnowledgeError: when the file does not have the form of one, declares something twice, or
            has a condition that no rule could use: one that names what it has no parameter for,
            or that names itself.
    """
    from .rule_file import SharedFile

    file = document.parse(SharedFile)
    own: dict[str, Shared] = {}
    for key, entries in (("conditions", file.conditions), ("unless", file.unless)):
        for signature, held in entries.items():
            each = _shared(document, signature, held, (key, signature))
            if each.name in own:
                raise each.error(f"{each.name!r} is declared twice; rename one")
            if each.name in (*CALLS, *_IN_TERMS) or iskeyword(each.name):
                raise each.error(f"{each.name!r} has a meaning of its own; rename it")
            own[each.name] = each
    declared = {**known, **own}
    for each in own.values():
        _check_texts(each, declared)
    for each in own.values():
        _check_levels(each, declared)
    return MappingProxyType(declared)


def _shared(
    document: Document,
    signature: str,
    held: tuple[str, ...] | UnlessBlock,
    at: tuple[str | int, ...],
) -> Shared:
    name, _, rest = signature.rstrip(")").partition("(")
    parameters = tuple(each.strip() for each in rest.split(","))
    if isinstance(held, tuple):
        return Shared(name, parameters, MappingProxyType({}), (), (), held, document, at)
    roles = MappingProxyType(dict(held.roles))
    shared = Shared(name, parameters, roles, held.several, held.either, held.where, document, at)
    if problem := held.problem:
        raise shared.error(problem)
    for each in held.either:
        if each not in parameters:
            raise shared.error(f"there is no parameter {each!r}{nearest(each, parameters)}")
    return shared


def _check_texts(shared: Shared, declared: Mapping[str, Shared]) -> None:
    own = (*shared.parameters, *shared.roles)
    for name in own:
        if iskeyword(name) or own.count(name) > 1:
            raise shared.error(f"{name!r} is taken; rename it")
    used: set[str] = set()
    for number, text in enumerate(shared.where):
        try:
            parser = Parser(text, {})
            names = list(_names(parser.tree))
        except ConditionError as failure:
            raise shared.error(failure.problem, number, failure.offset) from None
        for node, calls in names:
            known = (*CALLS, *_IN_TERMS, *declared) if calls else own
            if node.id not in known and not (calls is False and node.id == "unknown"):
                what = "relation" if calls else "parameter"
                problem = f"there is no {what} {node.id!r}{nearest(node.id, known)}"
                raise shared.error(problem, number, parser.span(node)[0])
        used |= {node.id for node, _ in names}
    for name in own:
        if name not in used:
            raise shared.error(f"says nothing of {name!r}")


def _check_levels(shared: Shared, declared: Mapping[str, Shared]) -> None:
    """Refuses what names itself, by way of others too, or is named too deep."""
    level = {shared.name}
    for _ in range(_MAX_LEVELS + 1):
        level = {name for each in level for name in declared[each].calls() & declared.keys()}
        if shared.name in level:
            raise shared.error("names itself, and so has no end")
        if not level:
            return
    raise shared.error(f"names others more than {_MAX_LEVELS} levels deep; write it out")


def _names(tree: ast.expr) -> Iterator[tuple[ast.Name, bool]]:
    """Every name in ``tree``, and whether it is called."""
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node, id(node) in called


def _called(text: str) -> set[str]:
    return {node.id for node, calls in _names(Parser(text, {}).tree) if calls}


def used_in(texts: Iterable[str], shared: Mapping[str, Shared]) -> tuple[Shared, ...]:
    """What ``texts`` name of ``shared``, and what that names, in the order of their files.

    Args:
        texts: conditions, and entries of ``unless``, which can be read.
        shared: what there is.
    """
    names = {node.id for text in texts for node, _ in _names(Parser(text, {}).tree)}
    found: set[str] = set()
    while names := (names & shared.keys()) - found:
        found |= names
        names = {name for each in names for name in shared[each].calls()}
    return tuple(each for name, each in shared.items() if name in found)


def unused(shared: Mapping[str, Shared], used: Iterable[Shared]) -> Iterator[KnowledgeError]:
    """A problem for each of ``shared`` that is not among those ``used``."""
    names = {each.name for each in used}
    for name, each in shared.items():
        if name not in names:
            yield each.error("no rule uses it; remove it")
