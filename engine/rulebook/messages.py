"""What a rule says: text with ``{role.field}`` in it, checked when the rule is loaded.

``{role}`` is a fact in the article's own words, ``{role.field}`` a value in words. In a rule
over groups a field is listed for every fact, words only once and figures each time, and
``{sum(role.value.low)}`` is their sum. ``{about(role.field)}`` rounds a figure that was reckoned,
``{clock(role.field)}`` makes a time of day of minutes, and ``{converted(role.value, role.field)}``
puts the first figure in the unit of the second; ``{difference(role.value, other.value)}`` is what
lies between two figures, ``{date(role.time)}`` and ``{between(role.time)}`` put a time without
"on" and with "between". What stands in ``[…]`` is left out where the copy
does not say what it names; elsewhere what is unknown has words of its own, and so filling a
template cannot fail.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ..kinds import Kind
from ..model import Quantity
from .aggregates import Aggregate, parse_aggregate
from .bound import Bound
from .columns import Family, Reference, value_of
from .expressions import ConditionError, Parser
from .rounded import (
    clock_in_words,
    converted_in_words,
    difference_in_words,
    rounded_in_words,
)
from .wording import bare_time, between_in_words, listed, passage_in_words

__all__ = ["Template", "parse_template"]

_SLOT = re.compile(r"\{([^{}]*)\}")
_FUNCTIONS: Mapping[str, tuple[Family, ...]] = {
    "about": ("quantity",),
    "clock": ("quantity",),
    "converted": ("quantity", "quantity"),
    "difference": ("quantity", "quantity"),
    "date": ("time",),
    "between": ("time",),
}
_NOUNS = {
    "quantity": "figure; name one, as in role.value",
    "time": "time; name one, as in role.time",
}
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class _Passage:
    role: str


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure or a time in other words, with another that it is set beside, if any."""

    function: str
    reference: Reference
    other: Reference | None = None


@dataclass(frozen=True, slots=True)
class _Optional:
    """What is left out where the copy does not say one of the things that it names."""

    pieces: tuple[_Piece, ...]

    def is_told(self, members: Sequence[Bound]) -> bool:
        references = [
            each.reference if isinstance(each, _Said) else each
            for each in self.pieces
            if isinstance(each, _Said | Reference)
        ]
        return all(each.knows(reference) for each in members for reference in references)


_Piece = str | _Passage | Reference | Aggregate | _Said | _Optional


@dataclass(frozen=True, slots=True)
class Template:
    """A message with places to fill, made by ``parse_template``."""

    pieces: tuple[_Piece, ...]

    @property
    def roles(self) -> frozenset[str]:
        """The roles that the message names."""
        return frozenset(_roles(self.pieces))

    def fill(self, members: Sequence[Bound], *, sentence: bool = True) -> str:
        """The message in one line.

        Args:
            members: what is bound; one for each fact of a group, one in all otherwise.
            sentence: whether it begins with a capital.
        """
        words = " ".join(_filled(self.pieces, members).split())
        return words[:1].upper() + words[1:] if sentence else words


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
    for part in _OPTIONAL.finditer(text):
        pieces += _pieces(text, end, part.start(), scope, grouped)
        pieces.append(_Optional(tuple(_pieces(text, *part.span(1), scope, grouped))))
        end = part.end()
    return Template((*pieces, *_pieces(text, end, len(text), scope, grouped)))


def _pieces(
    text: str, start: int, end: int, scope: Mapping[str, Kind], grouped: bool
) -> Iterator[_Piece]:
    for slot in _SLOT.finditer(text, start, end):
        yield _plain(text, start, slot.start())
        yield _slot(slot, scope, grouped)
        start = slot.end()
    yield _plain(text, start, end)


def _plain(text: str, start: int, end: int) -> str:
    for offset in range(start, end):
        if text[offset] in "{}":
            raise ConditionError("a brace stands alone; write {role.field}", offset)
    return text[start:end]


def _slot(slot: re.Match[str], scope: Mapping[str, Kind], grouped: bool) -> _Piece:
    try:
        parser = Parser(slot[1], scope)
        match parser.tree:
            case ast.Name(id=role):
                parser.role(parser.tree)
                return _Passage(role)
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if len(args) == len(
                _FUNCTIONS.get(name, ())
            ):
                families = _FUNCTIONS[name]
                return _Said(name, *map(partial(_of_family, parser), args, families))
        if grouped and (aggregate := parse_aggregate(parser, parser.tree)):
            return aggregate
        return parser.reference()
    except ConditionError as failure:
        raise ConditionError(failure.problem, slot.start(1) + failure.offset) from None


def _of_family(parser: Parser, node: ast.expr, family: Family) -> Reference:
    reference = parser.reference(node)
    if reference.attribute.family != family:
        raise parser.error(node, f"is no {_NOUNS[family]}")
    return reference


def _roles(pieces: Sequence[_Piece]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case _Passage(role) | Reference(role):
                yield role
            case Aggregate(reference=Reference(role)) | _Said(reference=Reference(role)):
                yield role
            case _Optional(within):
                yield from _roles(within)


def _filled(pieces: Sequence[_Piece], members: Sequence[Bound]) -> str:
    return "".join(_fill(piece, members) for piece in pieces)


def _fill(piece: _Piece, members: Sequence[Bound]) -> str:
    match piece:
        case str():
            return piece
        case _Passage(role):
            return listed(passage_in_words(each.facts[role].text) for each in members)
        case Reference():
            once = piece.attribute.family not in ("quantity", "number")
            facts = {each.facts[piece.role].id: each for each in members}
            return listed((each.text(piece) for each in facts.values()), once=once)
        case Aggregate():
            return piece.in_words(members)
        case _Said():
            return listed(_said(piece, each) for each in members)
        case _Optional():
            return _filled(piece.pieces, members) if piece.is_told(members) else ""


def _said(piece: _Said, bound: Bound) -> str:
    values = [
        value_of(bound.facts[each.role], each.attribute.name)
        for each in (piece.reference, piece.other)
        if each is not None
    ]
    words, type_ = bound.text(piece.reference), piece.reference.attribute.type
    match piece.function, values:
        case "about", [Quantity() as figure]:
            return rounded_in_words(figure, type_)
        case "clock", [Quantity() as figure]:
            return clock_in_words(figure)
        case "converted", [Quantity() as figure, Quantity() as other]:
            return converted_in_words(figure, other, type_)
        case "difference", [Quantity() as figure, Quantity() as other]:
            return difference_in_words(figure, other, type_)
        case "date", _:
            return bare_time(words)
        case "between", _:
            return between_in_words(words)
        case _:
            return words
