"""What belie took from the passages of a finding, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ...kinds import Kind
from ...model import Fact, Finding, Quantity, TimeSpan
from ...rulebook.wording import bare_time, figure_of, in_words, passage_in_words
from ..quoting import shown

__all__ = [
    "clipped", "days", "figure", "number", "particulars", "quantity_type", "quoted", "read_as",
    "told", "when",
]  # fmt: skip

VALUE = "value"
"""What the figure of a fact is called in a condition, beside the fields of its kind."""

_ELLIPSIS = "…"
_LONGEST = 280


def clipped(words: str, most: int = _LONGEST) -> str:
    """``words``, and where there are more than ``most`` code points the first, with an ellipsis."""
    return words if len(words) <= most else words[: most - 1].rstrip() + _ELLIPSIS


def quoted(fact: Fact, most: int = _LONGEST) -> str:
    """The words of a passage, to be quoted, on one line and safe to show."""
    return clipped(passage_in_words(shown(fact.text)), most)


def quantity_type(fact: Fact, field: str, kinds: Mapping[str, Kind]) -> str:
    """As what a figure of ``fact`` is written: that of a field, or its ``value``."""
    kind = kinds.get(fact.kind)
    type_ = None if kind is None else kind.value if field == VALUE else kind.fields.get(field)
    return type_ or "amount"


def figure(quantity: Quantity, type_: str) -> str:
    """``at least 40``, ``55%``, ``€2.5 million``."""
    return in_words(quantity, type_)


def number(end: Decimal, type_: str, unit: str | None) -> str:
    """A number of that unit, as in ``figure``."""
    return figure_of(end, type_, unit)


def when(time: TimeSpan) -> str:
    """``in May 2024``, ``until 3 May 2024``."""
    return in_words(time, "date")


def days(time: TimeSpan) -> str:
    """The same without a preposition."""
    return bare_time(when(time))


def told(fact: Fact, kinds: Mapping[str, Kind]) -> Iterator[str]:
    """What the words of a passage were taken to say, by the fields that its kind reads from them.

    Such as what befell people, or how somebody stands to a place. Other choices are for rules.
    """
    kind = kinds.get(fact.kind)
    if kind is None:
        return
    for name in (*kind.evokes, *([kind.claims.field] if kind.claims else [])):
        value = fact.fields.get(name)
        if value is not None:
            yield shown(in_words(value, kind.fields.get(name, "choice")))


def _figures(fact: Fact, kinds: Mapping[str, Kind]) -> Iterator[str]:
    if fact.value is not None:
        yield shown(figure(fact.value, quantity_type(fact, VALUE, kinds)))


def read_as(finding: Finding, role: str, kinds: Mapping[str, Kind]) -> str:
    """How the passage in a role is read: what it tells, its figure, who, where and when."""
    fact = finding.facts[role]
    meant = map(shown, finding.meant.get(role, ()))
    return ", ".join(dict.fromkeys((*told(fact, kinds), *_figures(fact, kinds), *meant)))


def particulars(fact: Fact, kinds: Mapping[str, Kind]) -> str:
    """The kind of a statement with what it tells, as a hint."""
    words = ", ".join((*told(fact, kinds), *_figures(fact, kinds)))
    name = shown(fact.kind.replace("_", " "))
    return clipped(f"{name}: {words}" if words else name)
