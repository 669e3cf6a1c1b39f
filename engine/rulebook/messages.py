"""The message of a rule: text with ``{role.field}`` in it, checked when the rule is loaded.

``{role}`` is a fact in the article's own words, ``{role.field}`` a value in words. In a rule
over groups a field is listed for every fact, words only once and figures each time, and
``{sum(role.value.low)}`` is their sum.
Filling a template cannot fail: what is unknown has words of its own.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..kinds import Kind
from .aggregates import Aggregate, parse_aggregate
from .columns import Reference
from .expressions import ConditionError, Parser
from .reasons import Bound
from .wording import listed

__all__ = ["Template", "parse_template"]

_SLOT = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class _Passage:
    role: str


_Piece = str | _Passage | Reference | Aggregate


@dataclass(frozen=True, slots=True)
class Template:
    """A message with places to fill, made by ``parse_template``."""

    pieces: tuple[_Piece, ...]

    @property
    def roles(self) -> frozenset[str]:
        """The roles that the message names."""
        pieces = [x.reference if isinstance(x, Aggregate) else x for x in self.pieces]
        return frozenset(x.role for x in pieces if isinstance(x, _Passage | Reference))

    def fill(self, members: Sequence[Bound]) -> str:
        """The message in one line, beginning with a capital.

        Args:
            members: what is bound; one for each fact of a group, one in all otherwise.
        """
        words = " ".join("".join(_fill(piece, members) for piece in self.pieces).split())
        return words[:1].upper() + words[1:]


def parse_template(text: str, scope: Mapping[str, Kind], *, grouped: bool = False) -> Template:
    """The template that ``text`` is.

    Args:
        text: the message as the rule's file has it.
        scope: kind by role.
        grouped: whether aggregates are allowed.

    Raises:
        ConditionError: when a place names what there is not, or a brace stands alone.
    """
    pieces: list[_Piece] = []
    end = 0
    for slot in _SLOT.finditer(text):
        pieces += [_plain(text, end, slot.start()), _slot(slot, scope, grouped)]
        end = slot.end()
    return Template((*pieces, _plain(text, end, len(text))))


def _plain(text: str, start: int, end: int) -> str:
    for offset in range(start, end):
        if text[offset] in "{}":
            raise ConditionError("a brace stands alone; write {role.field}", offset)
    return text[start:end]


def _slot(slot: re.Match[str], scope: Mapping[str, Kind], grouped: bool) -> _Piece:
    try:
        parser = Parser(slot[1], scope)
        if grouped and (aggregate := parse_aggregate(parser, parser.tree)):
            return aggregate
        if isinstance(parser.tree, ast.Name):
            parser.role(parser.tree)
            return _Passage(parser.tree.id)
        return parser.reference()
    except ConditionError as failure:
        raise ConditionError(failure.problem, slot.start(1) + failure.offset) from None


def _fill(piece: _Piece, members: Sequence[Bound]) -> str:
    match piece:
        case str():
            return piece
        case _Passage(role):
            return listed(each.facts[role].text for each in members)
        case Reference():
            once = piece.attribute.family not in ("quantity", "number")
            facts = {each.facts[piece.role].id: each for each in members}
            return listed((each.text(piece) for each in facts.values()), once=once)
        case Aggregate():
            return piece.in_words(members)
