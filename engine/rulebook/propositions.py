"""What a condition says, taken apart far enough to explain why it holds, or why it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .arithmetic import Amount
from .columns import Reference
from .formula import AllOf, AnyOf, Formula, Row, conjuncts, holds, negate
from .roots import Root

__all__ = ["Atom", "Every", "Not", "Proposition", "Some", "decisive", "formula_of"]


@dataclass(frozen=True, slots=True)
class Atom:
    """A comparison or a relation.

    Attributes:
        formula: what engines test.
        terms: what it is about; how they stand to each other explains it either way.
        says: what explains it where it holds, with places for the terms, if that is not all.
    """

    formula: Formula
    terms: tuple[Reference | Amount | Root, ...]
    says: str = ""


@dataclass(frozen=True, slots=True)
class Every:
    """Holds when each part does."""

    parts: tuple[Proposition, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Holds when a part does."""

    parts: tuple[Proposition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Holds exactly where its part does not, an unknown there included."""

    part: Proposition


Proposition = Atom | Every | Some | Not


def formula_of(proposition: Proposition) -> Formula:
    """The formula that holds exactly where ``proposition`` does."""
    match proposition:
        case Atom(formula):
            return formula
        case Every(parts):
            formulas = tuple(each for part in parts for each in conjuncts(formula_of(part)))
            return formulas[0] if len(formulas) == 1 else AllOf(formulas)
        case Some(parts):
            return AnyOf(tuple(formula_of(part) for part in parts))
        case Not(part):
            return negate(formula_of(part))


def decisive(proposition: Proposition, rows: Mapping[str, Row]) -> tuple[Atom, ...]:
    """The atoms that make ``proposition`` hold for ``rows``, or keep it from holding."""
    match proposition:
        case Atom():
            return (proposition,)
        case Not(part):
            return decisive(part, rows)
        case Every(parts) | Some(parts):
            truth = holds(formula_of(proposition), rows)
            deciding = [part for part in parts if holds(formula_of(part), rows) == truth]
            # One part that holds is enough for Some, one that does not for Every.
            enough = deciding if truth == isinstance(proposition, Every) else deciding[:1]
            return tuple(atom for part in enough for atom in decisive(part, rows))
