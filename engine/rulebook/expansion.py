"""Shared conditions in the place of their names: a rule's text as it is typed.

``claimed(first)`` becomes what ``shared.yaml`` says under ``claimed(fact)``, with ``first`` for
``fact``. A shared condition of one fact may be asked of several: ``claimed(first, second)`` asks
it of each. ``either(told_by(first, second))`` holds for the two in one order or the other.

Texts are put together, not trees, so that a condition reads as if it had been written out. Each
stretch knows where it is from, and an error in it names both places.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from ..knowledge import nearest
from .expressions import MAX_LENGTH, ConditionError, Parser
from .shared import SUM, Shared

__all__ = ["MAX_LINES", "Expanded", "Several", "expanded", "expanded_blocks", "versions"]

MAX_LINES = 200
"""Conditions that one name may come to, and a rule may have."""

_MAX_ARGUMENTS = 8  # as many as there are facts of a rule and of one of its blocks

# How tightly what a text is at the top holds together.
_OR, _AND, _NOT, _COMPARISON, _ATOM = range(5)

_INNER = (ast.BoolOp, ast.UnaryOp, ast.Compare, ast.BinOp, ast.Call, ast.Attribute, ast.List)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of an expanded text.

    Attributes:
        text: it.
        at: where it stands in the rule's own text, or where that calls what it is from.
        moves: whether each character stands in the rule's text one further than that before it.
        within: what it is from, as errors name it; empty for the rule's own text.
    """

    text: str
    at: int
    moves: bool
    within: str


@dataclass(frozen=True, slots=True)
class Expanded:
    """A condition with all shared ones written out."""

    pieces: tuple[_Piece, ...]
    strength: int

    @property
    def text(self) -> str:
        """The condition."""
        return "".join(piece.text for piece in self.pieces)

    def blamed(self, failure: ConditionError) -> ConditionError:
        """``failure``, an error in ``text``, as one that points into the rule's own text."""
        over = failure.offset
        for piece in self.pieces:
            if over < len(piece.text):
                at = piece.at + over * piece.moves
                return ConditionError(piece.within + failure.problem, at)
            over -= len(piece.text)
        last = self.pieces[-1]
        return ConditionError(last.within + failure.problem, last.at + len(last.text) * last.moves)


@dataclass(frozen=True, slots=True)
class _Here:
    """A text that is being expanded.

    Attributes:
        parser: the text.
        shared: what it can name.
        bound: what stands for the parameters, where it is a shared one.
        call: where the rule calls it; none where it is the rule's own text.
        within: what it is, as errors name it.
        several: a fact that stands for several, and what these are called.
    """

    parser: Parser
    shared: Mapping[str, Shared]
    bound: Mapping[str, Sequence[_Piece]]
    call: int | None = None
    within: str = ""
    several: Several | None = None

    def piece(self, start: int, end: int) -> _Piece:
        """The text from ``start`` to ``end`` as it stands."""
        at = start if self.call is None else self.call
        return _Piece(self.parser.text[start:end], at, self.call is None, self.within)

    def glue(self, text: str, node: ast.expr) -> _Piece:
        """``text``, which nobody wrote, at ``node``."""
        return replace(self.piece(*self.parser.span(node)), text=text, moves=False)

    def error(self, node: ast.expr, problem: str) -> ConditionError:
        """An error that points at ``node``, or where the rule calls this."""
        start, end = self.parser.span(node)
        written = Expanded((self.piece(start, end),), _ATOM)
        return written.blamed(ConditionError(problem))

    def inside(self, name: str, number: int, call: ast.expr, given: Sequence[_Argument]) -> _Here:
        """The condition ``number`` of a shared one, about what is ``given``."""
        shared = self.shared[name]
        return _Here(
            parser=Parser(shared.where[number], {}),
            shared=self.shared,
            bound=dict(zip(shared.parameters, given, strict=True)),
            call=self.parser.span(call)[0] if self.call is None else self.call,
            within=shared.within(number),
        )


_Argument = tuple[_Piece, ...]

Several = tuple[str, tuple[str, ...]]
"""A fact of a block that stands for several, and their names."""


def versions(
    roles: Mapping[str, str], several: Sequence[int]
) -> Iterator[tuple[Mapping[str, str], Several | None]]:
    """The facts of a block, by kind, for each number of them that it may be about."""
    if not several:
        yield roles, None
        return
    ((role, kind),) = roles.items()
    for number in several:
        numbered = tuple(f"{role}_{each}" for each in range(1, number + 1))
        names = (role,) if number == 1 else numbered
        yield dict.fromkeys(names, kind), (role, names)


def expanded(
    text: str,
    shared: Mapping[str, Shared],
    mirrored: Sequence[str] = (),
    several: Several | None = None,
) -> list[Expanded]:
    """The conditions that ``text`` comes to: one, or those of the shared one that is all of it.

    Args:
        text: a line of ``where``.
        shared: what it can name, none of which names itself by way of others.
        mirrored: two facts of which each stands for the other.
        several: a fact that stands for several.

    Raises:
        ConditionError: when the text is no expression, calls a shared condition with what it does
            not take, or comes to more than a condition may be.
    """
    here = _Here(Parser(text, {}), shared, {})
    swapped = {
        name: (here.glue(other, here.parser.tree),)
        for name, other in zip(mirrored, mirrored[::-1], strict=True)
    }
    return _lines(replace(here, bound=swapped, several=several))


def expanded_blocks(
    text: str, shared: Mapping[str, Shared], roles: Sequence[str]
) -> Iterator[tuple[Shared, Mapping[str, str], list[Expanded]]]:
    """The shared blocks that an entry of ``unless`` names, each with its facts and conditions.

    Args:
        text: ``updated(first, second)``, or the name alone.
        shared: what it can name.
        roles: the facts of the rule, in order, which a name alone is about.

    Raises:
        ConditionError: as for ``expanded``, and when there is no such block.
    """
    here = _Here(Parser(text, {}), shared, {})
    call = here.parser.tree
    name = call.id if isinstance(call, ast.Name) else _name(call)
    blocks = [each.name for each in shared.values() if each.roles]
    if name not in blocks:
        problem = "names no shared block of unless, as updated(first, second) does"
        if name:
            problem = f"there is no shared block {name!r}{nearest(name, blocks)}"
        raise here.error(call, problem)
    given: list[_Argument] = [(here.glue(role, call),) for role in roles]
    if isinstance(call, ast.Call):
        given = _arguments(here, call)
    block = shared[name]
    for asked in _shared_out(here, block, call, given):
        for arguments, (own, several) in product(
            _orders(block, asked), versions(block.roles, block.several)
        ):
            lines: list[Expanded] = []
            for number in range(len(block.where)):
                inside = here.inside(name, number, call, arguments)
                lines += _lines(replace(inside, several=several))
            yield block, own, lines


def _orders(block: Shared, given: Sequence[_Argument]) -> Iterator[Sequence[_Argument]]:
    """What is given, and that with the two of ``either`` the other way round."""
    yield given
    if block.either:
        bound = dict(zip(block.parameters, given, strict=True))
        one, other = block.either
        yield tuple({**bound, one: bound[other], other: bound[one]}.values())


def _lines(here: _Here) -> list[Expanded]:
    tree = here.parser.tree
    if here.several is not None:
        return _of_several(here, *here.several)
    if isinstance(tree, ast.Call) and _name(tree) in here.shared:
        return _body(here, tree)
    return [_written(here, tree, whole=True)]


def _of_several(here: _Here, role: str, names: Sequence[str]) -> list[Expanded]:
    """The condition of each of several facts, or of their sum."""
    tree = here.parser.tree
    if any(isinstance(node, ast.Call) and _name(node) == SUM for node in ast.walk(tree)):
        return [_written(here, tree, whole=True)]
    if not any(isinstance(node, ast.Name) and node.id == role for node in ast.walk(tree)):
        return _lines(replace(here, several=None))
    each = [_lines(_as_one(here, role, name, tree)) for name in names]
    return [_joined(here, tree, parts) for parts in zip(*each, strict=True)]


def _as_one(here: _Here, role: str, name: str, node: ast.expr) -> _Here:
    bound = {**here.bound, role: (here.glue(name, node),)}
    return replace(here, bound=bound, several=None)


def _sum(here: _Here, call: ast.Call, role: str, names: Sequence[str]) -> Expanded:
    """The sum of a field of several facts."""
    root = call.args[0] if len(call.args) == 1 else call
    while isinstance(root, ast.Attribute):
        root = root.value
    if not (isinstance(root, ast.Name) and root.id == role):
        raise here.error(call, f"adds up a field of {role!r}, as in {SUM}({role}.value.low)")
    parts = [_written(_as_one(here, role, name, call), call.args[0]) for name in names]
    pieces = [(here.glue(" + ", call), *part.pieces) for part in parts]
    joined = [piece for each in pieces for piece in each][1:]
    return Expanded((here.glue("(", call), *joined, here.glue(")", call)), _ATOM)


def _body(here: _Here, call: ast.Call) -> list[Expanded]:
    """The conditions of the shared one that is called, each about all that it is asked of."""
    shared = here.shared[_name(call)]
    if shared.roles:
        raise here.error(call, f"{shared.name} is a block of unless, and no condition")
    asked = _shared_out(here, shared, call, _arguments(here, call))
    lines: list[Expanded] = []
    for number in range(len(shared.where)):
        each = [_lines(here.inside(shared.name, number, call, given)) for given in asked]
        lines += [_joined(here, call, parts) for parts in zip(*each, strict=True)]
        if len(lines) > MAX_LINES:
            problem = f"comes to more than {MAX_LINES} conditions; divide the rule"
            raise here.error(call, problem)
    return lines


def _shared_out(
    here: _Here, shared: Shared, call: ast.expr, given: Sequence[_Argument]
) -> Sequence[Sequence[_Argument]]:
    """What is given, as often as ``shared`` is asked: what takes one is asked of each."""
    number = len(shared.parameters)
    if number == 1 and given:
        return [[each] for each in given]
    if len(given) != number:
        takes = f"{shared.signature} takes {number}, and is given {len(given)}"
        raise here.error(call, takes)
    return [given]


def _arguments(here: _Here, call: ast.Call) -> list[_Argument]:
    if len(call.args) > _MAX_ARGUMENTS or call.keywords:
        raise here.error(call, f"takes up to {_MAX_ARGUMENTS} facts or fields, without names")
    for argument in call.args:
        if not isinstance(argument, ast.Name | ast.Attribute | ast.Constant | ast.List):
            raise here.error(argument, "is no fact, field, number, word or list of words")
    return [_written(here, argument).pieces for argument in call.args]


def _written(here: _Here, node: ast.expr, *, whole: bool = False) -> Expanded:
    """``node`` with what it names put in, and the white space around it where it is the ``whole``.

    Raises:
        ConditionError: when that is longer than a condition may be.
    """
    start, end = (0, len(here.parser.text)) if whole else here.parser.span(node)
    if isinstance(node, ast.Name) and node.id in here.bound:
        return Expanded(tuple(here.bound[node.id]), _ATOM)
    if isinstance(node, ast.Call) and _name(node) in here.shared:
        return _joined(here, node, _body(here, node))
    if isinstance(node, ast.Call) and _name(node) == SUM and here.several:
        return _sum(here, node, *here.several)
    if isinstance(node, ast.Name) and here.several and node.id == here.several[0]:
        problem = f"{node.id} stands for several; add them up, or ask it of each in another line"
        raise here.error(node, problem)
    pieces: list[_Piece] = []
    size = 0
    for child in _children(node):
        first, last = here.parser.span(child)
        inner = _written(here, child)
        if _replaced(here, child):
            inner = _held(here, child, inner, _needed(node))
        pieces += (here.piece(start, first), *inner.pieces)
        start = last
        size += sum(len(piece.text) for piece in inner.pieces)
        if size > MAX_LENGTH:
            raise _too_long(here, child)
    pieces.append(here.piece(start, end))
    return Expanded(tuple(piece for piece in pieces if piece.text), _strength(node))


def _replaced(here: _Here, node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        return node.id in here.bound
    return isinstance(node, ast.Call) and _name(node) in here.shared


def _joined(here: _Here, node: ast.expr, parts: Sequence[Expanded]) -> Expanded:
    """All of ``parts`` in one."""
    if len(parts) == 1:
        return parts[0]
    word = here.glue(" and ", node)
    pieces: list[_Piece] = []
    for part in parts:
        pieces += (word, *_held(here, node, part, _AND).pieces)
    if sum(len(piece.text) for piece in pieces) > MAX_LENGTH:
        raise _too_long(here, node)
    return Expanded(tuple(pieces[1:]), _AND)


def _too_long(here: _Here, node: ast.expr) -> ConditionError:
    return here.error(node, f"comes to more than {MAX_LENGTH} characters; split it")


def _held(here: _Here, node: ast.expr, part: Expanded, needed: int) -> Expanded:
    """``part`` as it stands below what needs so much strength: in brackets where it has less."""
    if part.strength >= needed:
        return part
    brackets = here.glue("(", node), here.glue(")", node)
    return Expanded((brackets[0], *part.pieces, brackets[1]), _ATOM)


def _needed(node: ast.expr) -> int:
    match node:
        case ast.BoolOp(op=ast.Or()):
            return _OR
        case ast.BoolOp():
            return _AND
        case ast.UnaryOp(op=ast.Not()):
            return _NOT
        case _:
            return _ATOM


def _strength(node: ast.expr) -> int:
    return _COMPARISON if isinstance(node, ast.Compare) else _needed(node)


def _children(node: ast.expr) -> Sequence[ast.expr]:
    """The expressions in ``node``, in the order of the text, but for what the language lacks."""
    if not isinstance(node, _INNER):
        return ()
    if isinstance(node, ast.Call):
        return node.args
    return [each for each in ast.iter_child_nodes(node) if isinstance(each, ast.expr)]


def _name(node: ast.expr) -> str:
    """What ``node`` calls by a name alone; empty where it does not."""
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name
        case _:
            return ""
