"""What a rule's file asks, line by line, with what it shares with other rules written out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, TypeVar

from ..knowledge import Document, nearest
from .expansion import MAX_LINES, Expanded, Several, expanded, expanded_blocks, versions
from .expressions import ConditionError
from .shared import Shared

if TYPE_CHECKING:
    from .rule_file import RuleFile, UnlessBlock

__all__ = ["At", "Block", "Line", "located", "refuse_many", "written_blocks", "written_where"]

Parsed = TypeVar("Parsed")

At = tuple[str | int, ...]
"""A place in a file: keys and indexes from its root."""


@dataclass(frozen=True, slots=True)
class Line:
    """A condition, and where the file writes it or what it is from.

    Attributes:
        at: the place in the file.
        condition: with what is shared written out.
        written: as the file has it, on one line.
    """

    at: At
    condition: Expanded
    written: str


@dataclass(frozen=True, slots=True)
class Block:
    """A block of ``unless``.

    Attributes:
        at: where it stands, or where a shared one is named.
        roles: kind by role.
        where: its conditions.
        shared: the shared one that it is, if it is one.
    """

    at: At
    roles: Mapping[str, str]
    where: tuple[Line, ...]
    shared: Shared | None = None

    @property
    def within(self) -> str:
        """How an error in it begins."""
        return self.shared.within() if self.shared else ""


def located(document: Document, at: At, parse: Callable[..., Parsed], *arguments: object) -> Parsed:
    """What ``parse`` gives; what it refuses is an error at ``at`` of the file."""
    try:
        return parse(*arguments)
    except ConditionError as failure:
        raise document.error(failure.problem, at, failure.offset) from None


def written_where(
    document: Document,
    texts: Sequence[str],
    shared: Mapping[str, Shared],
    at: At,
    mirrored: Sequence[str] = (),
    several: Several | None = None,
) -> Iterator[Line]:
    """The conditions that lines of ``where`` come to, the rest as for ``expanded``.

    Raises:
        KnowledgeError: for one that cannot be written out.
    """
    for index, text in enumerate(texts):
        place = (*at, index)
        for condition in located(document, place, expanded, text, shared, mirrored, several):
            yield Line(place, condition, " ".join(text.split()))


def written_blocks(
    document: Document, file: RuleFile, shared: Mapping[str, Shared]
) -> Iterator[Block]:
    """The blocks of ``unless``; errors as for ``written_where``, and for too many facts."""
    single = not isinstance(document.data.get("unless"), list)
    roles = (*file.when, *file.each)

    def named(text: str) -> list[tuple[Shared, Mapping[str, str], list[Expanded]]]:
        return list(expanded_blocks(text, shared, roles))

    for index, entry in enumerate(file.unless):
        at: At = ("unless",) if single else ("unless", index)
        if not isinstance(entry, str):
            yield from _inline(document, entry, shared, roles, at)
            continue
        for each, own, conditions in located(document, at, named, entry):
            yield Block(at, own, tuple(Line(at, x, entry) for x in conditions), each)


def _inline(
    document: Document,
    block: UnlessBlock,
    shared: Mapping[str, Shared],
    roles: Sequence[str],
    at: At,
) -> Iterator[Block]:
    if problem := block.problem:
        raise document.error(problem, at)
    for index, role in enumerate(block.either):
        if role not in roles:
            problem = f"there is no {role!r} here{nearest(role, roles)}"
            raise document.error(problem, (*at, "either", index))
    orders = ((), block.either) if block.either else ((),)
    for mirrored, (own, several) in product(orders, versions(block.roles, block.several)):
        where = written_where(document, block.where, shared, (*at, "where"), mirrored, several)
        yield Block(at, own, tuple(where))


def refuse_many(document: Document, where: Sequence[Line], blocks: Sequence[Block]) -> None:
    """Takes no more conditions than can be asked of every two facts."""
    lines = [*where, *(line for block in blocks for line in block.where)]
    if len(lines) > MAX_LINES:
        problem = f"{len(lines):,} conditions; {MAX_LINES} is the limit: divide the rule"
        raise document.error(problem, lines[MAX_LINES].at)
