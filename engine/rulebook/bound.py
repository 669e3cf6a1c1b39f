"""The facts that a rule is held against, and what is referred to of them in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Fact, Quantity
from .columns import Reference, value_of
from .formula import Known, Row, holds
from .wording import cell_in_words, end_in_words, in_words

__all__ = ["Bound"]


@dataclass(frozen=True, slots=True)
class Bound:
    """The facts that a rule is held against, and their rows, by role."""

    facts: Mapping[str, Fact]
    rows: Mapping[str, Row]

    def knows(self, reference: Reference) -> bool:
        """Whether the copy says what is referred to."""
        return holds(Known(reference.column), self.rows)

    def text(self, reference: Reference) -> str:
        """What is referred to, in words; an end of a figure as the copy gives it.

        The columns of an end are in a base unit, and allow for rounding: no one wrote these.
        """
        attribute = reference.attribute
        whole, _, short = attribute.name.partition(".")
        value = value_of(self.facts[reference.role], whole)
        if attribute.family == "number" and isinstance(value, Quantity):
            return end_in_words(value, short, attribute.type)
        if short or attribute.family == "day":
            cell = self.rows[reference.role].get(attribute.name)
            return cell_in_words(cell, attribute)
        return in_words(value, attribute.type)

    def unit(self, reference: Reference) -> str | None:
        """The unit in which the copy gives the figure referred to."""
        value = value_of(self.facts[reference.role], reference.attribute.name.partition(".")[0])
        return value.unit if isinstance(value, Quantity) else None
