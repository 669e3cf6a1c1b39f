"""Condition text to a typed condition.

The language is a small part of Python's expression syntax, parsed by ``ast`` and never
evaluated as Python:

- ``role.field``, ``role.field.column``, and what every fact has (``columns.attributes``)
- relations of two fields: ``same(a.place, b.place)``, ``apart(a.time, b.time, 30)``
- ``== !=`` on anything that is one column, ``< <= > >=`` on numbers, days and offsets,
  chained if wanted; a number or a day may be shifted: ``a.value.low > b.value.high * 1.1``,
  ``a.time.start > b.time.end + 30`` (days); numbers are added: ``a.value.low + b.value.low``;
  one may be held against a root: ``a.value.high < 98 / sqrt(b.value.low)``
- ``a.status in ["lost", "losing"]``, ``not in``
- ``known(a.place)``, ``unknown(a.place)``, ``a.place is unknown``, ``a.place is not unknown``
- ``kind_of(a.counted, "currency")``: a word of that class (``classes``)
- ``at_most_in_order(a, b)``: what ``a`` counts is no more than what ``b`` does, by their kind
- ``bounded(a.value)``: it has an end on both sides; ``bounded(a.value.high)``: this one is none
  that is open, as that of "at least 40" is
- ``and``, ``or``, ``not``

A comparison holds only where both sides are known, ``!=`` and ``not in`` included. ``not``
in front of anything holds exactly where that does not, an unknown there included.
"""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from ..errors import BelieError
from ..kinds import Kind
from ..knowledge import nearest
from .arithmetic import Amount, bounded, compare_amounts
from .classes import word_classes
from .columns import Attribute, Reference, attributes, fold
from .formula import AllOf, AnyOf, Compare, Formula, Known, Operator
from .propositions import Atom, Every, Not, Proposition, Some
from .relations import RELATIONS, Relation
from .roots import Root, compare_roots, is_plain
from .terms import ORDERED, amount_of, term_of

__all__ = ["CALLS", "MAX_LENGTH", "OPERATORS", "ConditionError", "Parser"]

MAX_LENGTH = 1000
"""Characters of a condition."""

_OF_ONE = ("known", "unknown", "bounded")
_KIND_OF, _IN_ORDER = "kind_of", "at_most_in_order"
CALLS = (*RELATIONS, *_OF_ONE, _KIND_OF, _IN_ORDER)
"""What a condition can call that holds or not."""

_MAX_DEPTH = 12
_MAX_DAYS = 366_000

OPERATORS: Mapping[type[ast.cmpop], Operator] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip

_NO_MORE = "{} come to no more than {}"
_ANY_FIGURE = "amount"
_PLURALS = {
    "name": "names", "place": "places", "time": "times", "quantity": "quantities",
    "text": "texts", "choice": "choices", "identifier": "identifiers",
}  # fmt: skip
_APART = ("different", "disjoint", "differs")  # what tells two values apart, each of some types


class ConditionError(BelieError, ValueError):
    """A condition that means nothing.

    Attributes:
        problem: what is wrong and what to do.
        offset: where in the condition, in characters from its start.
    """

    def __init__(self, problem: str, offset: int = 0) -> None:
        super().__init__(problem)
        self.problem = problem
        self.offset = offset


class Parser:
    """Reads one text against the kinds in scope.

    Args:
        text: a condition, or a part of one, such as a field.
        scope: kind by role.
        shared: names that one which there is not may have meant.

    Attributes:
        text: the text as given.
        line: the text as parsed.
        tree: its syntax.

    Raises:
        ConditionError: when the text is no expression, too long or nested too deep.
    """

    def __init__(self, text: str, scope: Mapping[str, Kind], shared: Collection[str] = ()) -> None:
        if len(text) > MAX_LENGTH:
            raise ConditionError(f"is longer than {MAX_LENGTH} characters; split it")
        self.text = text
        self.line = text.replace("\n", " ").strip()
        self._start = len(text) - len(text.lstrip())
        self._scope = scope
        self._shared = shared
        try:
            self._bytes = self.line.encode()
            self.tree = ast.parse(self.line, mode="eval").body
        except SyntaxError as failure:
            offset = self._start + (failure.offset or len(self.line) + 1) - 1
            raise ConditionError(f"cannot be read: {failure.msg}", offset) from None
        except (ValueError, RecursionError, MemoryError):
            raise ConditionError("cannot be read") from None
        if _depth(self.tree) > _MAX_DEPTH:
            raise ConditionError(f"is nested deeper than {_MAX_DEPTH} levels; split it")

    def proposition(self) -> Proposition:
        """The text as a condition.

        Raises:
            ConditionError: when it is none, or names what there is not.
        """
        return self._proposition(self.tree)

    def reference(self, node: ast.expr | None = None) -> Reference:
        """The field or column that the text, or ``node`` of it, names.

        Raises:
            ConditionError: when there is no such thing.
        """
        node = node or self.tree
        names: list[ast.Attribute] = []
        root = node
        while isinstance(root, ast.Attribute):
            names.insert(0, root)
            root = root.value
        if not isinstance(root, ast.Name):
            raise self.error(node, "names no field; write role.field")
        kind = self.role(root)
        known: Mapping[str, Attribute] = attributes(kind)
        if not names:
            raise self.error(root, f"{root.id} is a whole fact; name a field of it")
        whole = kind.name
        for step in names:
            if step.attr not in known:
                column = len((self._bytes[: step.end_col_offset]).decode()) - len(step.attr)
                problem = f"{whole} has no {step.attr!r}{nearest(step.attr, known)}"
                raise ConditionError(problem, self._start + column)
            attribute = known[step.attr]
            whole, known = f"{root.id}.{attribute.name}", attribute.parts
        return Reference(root.id, attribute)

    def role(self, node: ast.Name) -> Kind:
        """The kind of the role that ``node`` names.

        Raises:
            ConditionError: when there is no such role.
        """
        if node.id not in self._scope:
            raise self.error(node, f"there is no {node.id!r} here{nearest(node.id, self._scope)}")
        return self._scope[node.id]

    def number(self, node: ast.expr) -> Fraction:
        """The number that ``node`` is.

        Raises:
            ConditionError: when it is none.
        """
        amount = amount_of(self, node)
        if amount.terms:
            raise self.error(node, "is no plain number")
        return amount.plus

    def error(self, node: ast.expr, problem: str) -> ConditionError:
        """An error that points at ``node``."""
        return ConditionError(problem, self.span(node)[0])

    def span(self, node: ast.expr) -> tuple[int, int]:
        """Where ``node`` stands in the text, in characters."""
        ends = node.col_offset, node.end_col_offset or node.col_offset
        start, end = (self._start + len(self._bytes[:each].decode()) for each in ends)
        return start, end

    def _proposition(self, node: ast.expr) -> Proposition:
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                return Every(tuple(self._proposition(value) for value in values))
            case ast.BoolOp(values=values):
                return Some(tuple(self._proposition(value) for value in values))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self._proposition(operand))
            case ast.Compare(left=left, ops=operators, comparators=comparators):
                sides = [left, *comparators]
                atoms = tuple(
                    self._comparison(*pair)
                    for pair in zip(sides, operators, comparators, strict=False)
                )
                return atoms[0] if len(atoms) == 1 else Every(atoms)
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
                return self._call(node, name, arguments)
        raise self.error(node, "says nothing that holds or not; compare it, or use a relation")

    def _call(self, node: ast.expr, name: str, arguments: Sequence[ast.expr]) -> Proposition:
        if name in _OF_ONE:
            if len(arguments) != 1:
                raise self.error(node, f"{name} takes one field")
            reference = self.reference(arguments[0])
            if name == "bounded":
                return Atom(self._bounded(arguments[0], reference), (reference,))
            return Atom(Known(reference.column, known=name == "known"), (reference,))
        if name == _KIND_OF:
            return self._kind_of(node, arguments)
        if name == _IN_ORDER:
            return self._in_order(node, arguments)
        if name not in RELATIONS:
            names = (*CALLS, *self._shared)
            hint = nearest(name, names) or f"; there are {', '.join(CALLS)}"
            raise self.error(node, f"there is no relation {name!r}{hint}")
        relation = RELATIONS[name]
        if len(arguments) != 2 + relation.days:
            raise self.error(
                node, f"{name} takes two fields{' and a number of days' * relation.days}"
            )
        one, other = (self._related(relation, argument) for argument in arguments[:2])
        self._refuse_unlike(arguments[1], one, other)
        days = [self._days(argument) for argument in arguments[2:]]
        return Atom(relation.expand(one, other, *days), (one, other))

    def _kind_of(self, node: ast.expr, arguments: Sequence[ast.expr]) -> Atom:
        match arguments:
            case [field, ast.Constant(value=str(name)) as named]:
                reference = self.reference(field)
            case _:
                raise self.error(node, f'{_KIND_OF} takes a field and a class, as in "currency"')
        if reference.attribute.family not in ("name", "text"):
            raise self.error(field, f"{_KIND_OF} takes a text or a name")
        classes = word_classes()
        if name not in classes:
            raise self.error(named, f"there is no class {name!r}{nearest(name, classes)}")
        return self._among(reference, [self._literal(named, reference, x) for x in classes[name]])

    def _in_order(self, node: ast.expr, arguments: Sequence[ast.expr]) -> Proposition:
        match arguments:
            case [ast.Name() as one, ast.Name() as other]:
                kinds = self.role(one), self.role(other)
            case _:
                raise self.error(node, f"{_IN_ORDER} takes two facts")
        if kinds[0].name != kinds[1].name or not kinds[0].order:
            raise self.error(node, f"{_IN_ORDER} takes facts of one kind, which has an order")
        known = attributes(kinds[0])
        atoms: list[Proposition] = []
        for field, pairs in kinds[0].order.items():
            lesser, greater = (Reference(each.id, known[field]) for each in (one, other))
            tests = [
                AllOf((Compare(lesser.column, "==", low), Compare(greater.column, "==", high)))
                for low, high in pairs
            ]
            atoms.append(Atom(AnyOf(tuple(tests)), (lesser, greater), _NO_MORE))
        return atoms[0] if len(atoms) == 1 else Some(tuple(atoms))

    def _bounded(self, node: ast.expr, reference: Reference) -> Formula:
        formula = bounded(reference)
        if formula is None:
            raise self.error(node, "has no ends; bounded takes a figure, a time, or an end of one")
        return formula

    def _related(self, relation: Relation, node: ast.expr) -> Reference:
        reference = self.reference(node)
        family, type_ = reference.attribute.family, reference.attribute.type
        if family not in relation.families:
            *most, last = (_PLURALS[each] for each in relation.families)
            takes = f"{', '.join(most)} or {last}" if most else last
            says = f"{relation.name} takes {takes}; this is of type {type_}"
            raise self.error(node, says + _instead(relation, reference.attribute))
        return reference

    def _days(self, node: ast.expr) -> int:
        match node:
            case ast.Constant(value=int(days)) if type(days) is int and 0 < days <= _MAX_DAYS:
                return days
        raise self.error(node, f"days are a whole number from 1 to {_MAX_DAYS:,}")

    def _comparison(self, left: ast.expr, operator: ast.cmpop, right: ast.expr) -> Atom:
        if isinstance(operator, ast.Is | ast.IsNot):
            if not (isinstance(right, ast.Name) and right.id == "unknown"):
                raise self.error(right, "is and is not go before unknown alone")
            reference = self.reference(left)
            return Atom(Known(reference.column, isinstance(operator, ast.IsNot)), (reference,))
        if isinstance(operator, ast.In | ast.NotIn):
            return self._membership(left, isinstance(operator, ast.In), right)
        symbol = OPERATORS[type(operator)]
        one, other = term_of(self, left), term_of(self, right)
        for node, term in ((left, one), (right, other)):
            if isinstance(term, Reference):
                self._refuse_order(node, term, symbol)
        match one, other:
            case Amount() | Root(), Amount() | Root():
                return self._numeric(left, one, symbol, other)
            case Reference(), str():
                word = self._literal(right, one, other)
                return Atom(Compare(one.column, symbol, word), (one,))
            case str(), Reference():
                word = self._literal(left, other, one)
                return Atom(Compare(other.column, symbol, word), (other,))
            case Reference(), Reference():
                self._refuse_unlike(right, one, other)
                return Atom(Compare(one.column, symbol, other.column), (one, other))
        raise self.error(left, "compares text with a number")

    def _numeric(
        self, node: ast.expr, one: Amount | Root, symbol: Operator, other: Amount | Root
    ) -> Atom:
        if isinstance(one, Root) or isinstance(other, Root):
            if not all(isinstance(side, Root) or is_plain(side) for side in (one, other)):
                problem = "a root is held against one field, or a number above nothing"
                raise self.error(node, problem)
            return Atom(compare_roots(one, symbol, other), (one, other))
        named = (*one.references, *other.references)
        if not named:
            raise self.error(node, "compares two constants")
        for reference in named[1:]:
            self._refuse_unlike(node, named[0], reference)
        if "day" in (one.family, other.family) and not (one.terms and other.terms):
            raise self.error(node, "a day is compared with another day")
        return Atom(compare_amounts(one, symbol, other), (one, other))

    def _membership(self, left: ast.expr, inside: bool, right: ast.expr) -> Atom:
        if not isinstance(right, ast.List) or not right.elts:
            raise self.error(right, 'in takes a list of words, as in ["killed", "missing"]')
        reference = self.reference(left)
        if reference.attribute.family in ORDERED:
            raise self.error(left, "in takes words; compare numbers with == or <")
        self._refuse_order(left, reference, "==")
        words = [self._word(node, reference) for node in right.elts]
        return self._among(reference, words, inside=inside)

    def _among(self, reference: Reference, words: Sequence[str], *, inside: bool = True) -> Atom:
        symbol: Operator = "==" if inside else "!="
        tests = tuple(Compare(reference.column, symbol, word) for word in dict.fromkeys(words))
        formula: Formula = AnyOf(tests) if inside else AllOf(tests)
        return Atom(tests[0] if len(tests) == 1 else formula, (reference,))

    def _word(self, node: ast.expr, reference: Reference) -> str:
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            raise self.error(node, "is no word in quotes")
        return self._literal(node, reference, node.value)

    def _literal(self, node: ast.expr, reference: Reference, text: str) -> str:
        choices = reference.attribute.choices
        if choices and text not in choices:
            name = reference.attribute.name
            raise self.error(node, f"{name} is never {text!r}{nearest(text, choices)}")
        if reference.attribute.family == "text":
            return fold(text)
        return unicodedata.normalize("NFC", text)

    def _refuse_order(self, node: ast.expr, reference: Reference, symbol: Operator) -> None:
        attribute = reference.attribute
        name = f"{reference.role}.{attribute.name}"
        if attribute.family in ("quantity", "time"):
            columns = " or ".join(f"{name}.{short}" for short in list(attribute.parts)[:2])
            raise self.error(node, f"{name} has two ends; compare {columns}, or use a relation")
        if symbol not in ("==", "!="):
            raise self.error(node, f"{name} has no order; compare it with == or !=")

    def _refuse_unlike(self, node: ast.expr, one: Reference, other: Reference) -> None:
        types = one.attribute.type, other.attribute.type
        families = one.attribute.family, other.attribute.family
        measured = families[0] in ("number", "quantity")
        unlike = types[0] != types[1] and _ANY_FIGURE not in types  # its unit tells
        if families[0] != families[1] or (measured and unlike):
            names = [f"{each.role}.{each.attribute.name}" for each in (one, other)]
            says = f"{names[0]} is of type {types[0]}, {names[1]} of type {types[1]}"
            raise self.error(node, f"{says}; they cannot be compared")
        choices = one.attribute.choices, other.attribute.choices
        if all(choices) and set(choices[0]).isdisjoint(choices[1]):
            raise self.error(node, "the two have no value in common")


def _instead(relation: Relation, attribute: Attribute) -> str:
    """What to write of ``attribute`` in place of a relation that does not take it."""
    family = attribute.family
    if family in ORDERED:
        return "; compare it with == or <"
    names = _APART if relation.name in _APART else ()
    fitting = (name for name in names if family in RELATIONS[name].families)
    return next((f"; use {name}" for name in fitting), "")


def _depth(tree: ast.AST) -> int:
    level = 0
    nodes = [tree]
    while nodes:
        level += 1
        children = (child for node in nodes for child in ast.iter_child_nodes(node))
        nodes = [child for child in children if isinstance(child, ast.expr)]
    return level
