"""What is asked of an archive for each rule, worked out once for many drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..kinds import Kind
from ..rulebook.formula import Formula
from ..rulebook.plan import Plan
from ..rulebook.rule import Rule
from .across import Crossing, archived, crossings, joined_by_article
from .blocking import Block, block_of, has_keys

__all__ = ["Question", "questions"]


@dataclass(frozen=True, slots=True)
class Question:
    """A way to divide the facts of a rule between draft and archive, and how these are found.

    Attributes:
        plan: what is asked, with what undoes it.
        bare: the same without that.
        kept: the roles whose facts are archived.
        blocks: how they are found; the others are in the article of one that is.
        undoing: how the facts are found that undo a match and need not be in its articles.
    """

    plan: Plan
    bare: Plan
    kept: tuple[str, ...]
    blocks: tuple[Block, ...]
    undoing: tuple[Block, ...]

    @property
    def is_of_whole_articles(self) -> bool:
        """Whether all that an article states has to be looked at."""
        return len(self.blocks) < len(self.kept)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of the facts of a draft that it is about."""
        return frozenset(block.beside_kind for block in self.blocks)


def questions(rules: Iterable[Rule], kinds: Mapping[str, Kind]) -> tuple[Question, ...]:
    """All that is asked of an archive; nothing where no keys find the facts of a rule."""
    return tuple(each for rule in rules for each in _questions(rule.plan, kinds))


def _questions(plan: Plan, kinds: Mapping[str, Kind]) -> Iterator[Question]:
    def findable(where: Formula, role: str, near: Iterable[str], roles: Mapping[str, str]) -> bool:
        return has_keys(where, role, near, {name: kinds[kind] for name, kind in roles.items()})

    for crossing in crossings(plan, kinds, findable):
        roles = {role: kinds[kind] for role, kind in plan.roles.items()}
        near = [role for role, side in crossing.sides.items() if side == "draft"]
        found = [block_of(crossing.plan.where, role, near, roles) for role in crossing.kept]
        blocks = tuple(block for block in found if block is not None)
        if _reached(crossing, [block.role for block in blocks]):
            bare = replace(crossing.plan, unless=())
            undoing = tuple(_undoing(crossing, plan, kinds))
            yield Question(crossing.plan, bare, crossing.kept, blocks, undoing)


def _reached(crossing: Crossing, found: Sequence[str]) -> bool:
    """Whether every archived role is found, or in the article of one that is."""
    reached = set(found)
    pairs = joined_by_article(crossing.plan.where)
    for _ in pairs:
        reached |= {role for pair in pairs if reached & set(pair) for role in pair}
    return reached.issuperset(crossing.kept)


def _undoing(crossing: Crossing, plan: Plan, kinds: Mapping[str, Kind]) -> Iterator[Block]:
    """How the facts are found that undo a match from another article."""
    named = {called: kind for kind in kinds for called in (kind, archived(kind))}
    for absence, keyed in zip(crossing.plan.unless, crossing.keyed, strict=True):
        roles = {**plan.roles, **{role: named[kind] for role, kind in absence.roles.items()}}
        of_kind = {role: kinds[kind] for role, kind in roles.items()}
        for role in keyed:
            block = block_of(absence.where, role, tuple(plan.roles), of_kind)
            if block is not None:
                yield block
