"""A fact as a row of plain columns, and what a rule can name of it.

Everything is normalised here, once, so that an engine compares whole numbers and short
strings and knows nothing of units, dates or tolerance. An unknown is ``None``, and only an
unknown is: an open end is a number, ``LIMIT`` away.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from ..kinds import Kind
from ..model import (
    Anchor,
    Fact,
    Hedge,
    Inferred,
    Name,
    Part,
    Place,
    Precision,
    Quantity,
    Stance,
    TimeSpan,
)
from ..model import Value as FactValue
from ..quantities import Conversion, half_step, to_base_unit
from .formula import Cell, Column

__all__ = [
    "EXACT",
    "LIMIT",
    "LOWER",
    "NO",
    "SCALE",
    "UNIT_ONE",
    "UPPER",
    "YES",
    "Attribute",
    "Family",
    "Reference",
    "attributes",
    "columns",
    "fold",
    "value_of",
]

SCALE = 1000
"""Decimals stand in the columns as whole thousandths, rounded half to even."""

LIMIT = 2**62
"""An open high end or end of time; ``-LIMIT`` is an open low end or start.

Figures beyond it stand just inside: no newsroom counts past four quadrillion.
"""

LOWER, UPPER = ("low", "least", "start"), ("high", "most", "end")
"""The ends of a quantity or a time, which may be open to that side."""

UNIT_ONE = "one"
"""The unit of a bare count, so that counts share a unit; ``None`` would be an unknown one."""

YES = "yes"
NO = "no"
"""What a column holds that tells only whether something is so."""

EXACT = "exact"
"""The hedge of a figure that has none."""

_POINT, _PERCENT = "point", "percent"
_ABOUT = 10  # "about" allows a tenth each way

Family = Literal[
    "name", "place", "text", "choice", "identifier", "quantity", "time", "number", "day",
    "position", "offset",
]  # fmt: skip
"""What can be compared with what.

``quantity`` and ``time`` have columns but are none; ``number`` (in thousandths), ``day``
(counted from 1 January of year 1), ``position`` (among places) and ``offset`` (into one part
of one article) are whole numbers; the rest are strings.
"""

_PARTS: Mapping[str, Mapping[str, tuple[Family, tuple[str, ...]]]] = {
    "name": {
        "named": ("choice", (YES, NO)),
        "last": ("identifier", ()),
        "full": ("choice", (YES, NO)),
    },
    "place": {"first": ("position", ()), "last": ("position", ())},
    "quantity": {
        "low": ("number", ()),
        "high": ("number", ()),
        "least": ("number", ()),
        "most": ("number", ()),
        "unit": ("identifier", ()),
        "hedge": ("choice", (EXACT, *get_args(Hedge))),
    },
    "time": {
        "start": ("day", ()),
        "end": ("day", ()),
        "precision": ("choice", get_args(Precision)),
        "anchor": ("choice", get_args(Anchor)),
        "inferred": ("choice", get_args(Inferred)),
    },
}

_FAMILIES: Mapping[str, Family] = {
    "actor": "name", "side": "name", "group": "name", "place": "place", "text": "text",
    "date": "time", "choice": "choice", "increment": "choice", "tense": "choice",
    "scope": "identifier",
    "people": "quantity", "count": "quantity", "share": "quantity", "points": "quantity",
    "money": "quantity", "measure": "quantity", "amount": "quantity",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something of a fact that a rule can name: ``place``, ``value``, ``value.low``.

    Attributes:
        name: the dotted name, which is also its column where it has one.
        family: what it can be compared with.
        type: its type in the kind, such as ``share``; for what every fact has, its name.
        choices: what it may be, where that is a short list.
        called: a noun for it, or for what it is a part of; its name serves where there is none.
    """

    name: str
    family: Family
    type: str
    choices: tuple[str, ...] = ()
    called: str = ""

    @property
    def nouns(self) -> tuple[str, str]:
        """A noun for what it is, or is a part of, and one for the part, empty where it is none."""
        whole, _, short = self.name.partition(".")
        return self.called or whole.replace("_", " "), short.replace("_", " ")

    @property
    def noun(self) -> str:
        """Both in one."""
        return " ".join(filter(None, self.nouns))

    @property
    def parts(self) -> dict[str, Attribute]:
        """Its own columns by short name: of a name, a place, a quantity or a time."""
        return {
            short: Attribute(f"{self.name}.{short}", family, self.type, choices, self.called)
            for short, (family, choices) in _PARTS.get(self.family, {}).items()
            if "." not in self.name
        }


@dataclass(frozen=True, slots=True)
class Reference:
    """``role.attribute``, as a condition or a message names it."""

    role: str
    attribute: Attribute

    @property
    def identity(self) -> tuple[Column, ...]:
        """The columns that are equal where two attributes are the same."""
        shorts = {"quantity": ("low", "high", "unit"), "time": ("start", "end")}
        if self.attribute.family in shorts:
            return tuple(self.part(short) for short in shorts[self.attribute.family])
        return (Column(self.role, self.attribute.name),)

    @property
    def column(self) -> Column:
        """A column that is known exactly where the attribute is."""
        return self.identity[0]

    def part(self, short: str) -> Column:
        """The column ``short`` of a name, a place, a quantity or a time."""
        return Column(self.role, f"{self.attribute.name}.{short}")


_OF_EVERY_FACT = (
    Attribute("time", "time", "date", called="date"),
    Attribute("kind", "identifier", "kind"),
    Attribute("fact", "identifier", "fact"),
    Attribute("part_of", "identifier", "fact", called="whole"),
    Attribute("stance", "choice", "stance", get_args(Stance)),
    Attribute("part", "choice", "part", get_args(Part)),
    Attribute("article", "identifier", "article"),
    Attribute("source", "name", "source"),
    Attribute("evidential", "text", "evidential"),
    Attribute("sentence", "offset", "offset"),
    Attribute("start", "offset", "offset"),
    Attribute("published", "day", "published"),
    Attribute("undated", "identifier", "undated"),
    Attribute("paragraph", "offset", "offset"),
    Attribute("event", "identifier", "event"),
)


def attributes(kind: Kind) -> dict[str, Attribute]:
    """All that a rule can name of a fact of ``kind``, by name; parts are one step further."""
    named = {
        name: Attribute(
            name,
            _FAMILIES[type_],
            type_,
            kind.allowed(name),
            kind.called.get(name, ""),
        )
        for name, type_ in kind.fields.items()
    }
    if kind.value is not None:
        named["value"] = Attribute("value", _FAMILIES[kind.value], kind.value, called="figure")
    return {**named, **{attribute.name: attribute for attribute in _OF_EVERY_FACT}}


def value_of(fact: Fact, name: str) -> FactValue | int | None:
    """What ``fact`` holds under the undotted name of an attribute."""
    match name:
        case "fact":
            return fact.id
        case "sentence":
            return fact.sentence.start
        case "start":
            return fact.span.start
        case "published":
            return None if fact.published is None else fact.published.toordinal()
        case "time" | "value" | "kind" | "part_of" | "stance" | "part" | "article" | "source":
            held: FactValue | None = getattr(fact, name)
            return held
        case "evidential":
            return fact.evidential
        case "undated":
            return fact.undated
        case "paragraph":
            return fact.paragraph
        case "event":
            return fact.event
        case _:
            return fact.fields.get(name)


def fold(text: str) -> str:
    """``text`` as text fields compare it: composed (NFC) and without case."""
    return unicodedata.normalize("NFC", text).casefold()


def columns(fact: Fact, kind: Kind) -> dict[str, Cell]:
    """``fact`` as a row.

    ============================  ======================================================
    a text, choice or increment   ``f``: the text folded, the choice as it is
    an actor or group, source     ``f``: the name's key; ``f.named``: ``yes``, or ``no`` where
                                  the copy only describes who is meant; ``f.last``: the last word
                                  of the key, folded; ``f.full``: whether others come before it
    a place                       ``f``: its key; ``f.first``, ``f.last``
    a quantity, ``value``         ``f.low``, ``f.high``: thousandths; ``f.unit``, ``f.hedge``;
                                  ``f.least``, ``f.most``: the figure with its tolerance
    a date, ``time``              ``f.start``, ``f.end``: day numbers, the end exclusive;
                                  ``f.precision``, ``f.anchor``, ``f.inferred``
    every fact                    ``kind``, ``fact``, ``part_of``, ``stance``, ``part``,
                                  ``article`` (empty for one without an id),
                                  ``evidential``, ``sentence`` and ``start`` (offsets),
                                  ``published`` (the day, of the article), ``undated`` (the
                                  words of a time that cannot be dated, folded), ``paragraph``,
                                  ``event`` (which happening it is about)
    ============================  ======================================================

    ``least`` and ``most`` bound what the figure may mean. A figure is taken to be rounded,
    half up, to the last digit that is not zero, though never more coarsely than to its
    second digit or to one: 43 is 42.5 to 43.499, 40 is 39.5 to 40.499, 100 is 95 to
    104.999. "About" allows a tenth each way, where that is wider. An open end stays open.
    What is measured stands in the base unit of what it measures, so that 50 miles can be
    held against 80 kilometres. Where a kind's figures are shares, a point is one per cent of
    the whole, so that a lead in points can be held against the shares themselves.

    Args:
        fact: a fact of ``kind``.
        kind: what declares its fields.

    Raises:
        TypeError: when a field holds something other than its type.
    """
    row: dict[str, Cell] = {}
    for name, type_ in kind.fields.items():
        row.update(_cells(name, _FAMILIES[type_], fact.fields.get(name)))
    if kind.value is not None:
        row.update(_cells("value", _FAMILIES[kind.value], fact.value))
        if kind.value == "share" and row["value.unit"] == _POINT:
            row["value.unit"] = _PERCENT
    for attribute in _OF_EVERY_FACT:
        row.update(_cells(attribute.name, attribute.family, value_of(fact, attribute.name)))
    row["article"] = fact.article or ""
    return row


def _cells(name: str, family: Family, value: FactValue | int | None) -> dict[str, Cell]:
    match family, value:
        case "quantity" | "time", None:
            return {f"{name}.{short}": None for short in _PARTS[family]}
        case _, None:
            return {name: None, **{f"{name}.{short}": None for short in _PARTS.get(family, ())}}
        case "name", Name(key=key, named=named):
            before, _, last = key.rpartition(" ")
            return {
                name: key,
                f"{name}.named": YES if named else NO,
                f"{name}.last": fold(last),
                f"{name}.full": YES if before else NO,
            }
        case "place", Place(key=key, first=first, last=last):
            return {name: key, f"{name}.first": first, f"{name}.last": last}
        case "quantity", Quantity():
            return {f"{name}.{short}": cell for short, cell in _quantity(value).items()}
        case "time", TimeSpan():
            return {f"{name}.{short}": cell for short, cell in _time(value).items()}
        case "text", str():
            return {name: fold(value)}
        case ("choice" | "identifier", str() as cell) | ("offset" | "day", int() as cell):
            return {name: cell}
    raise TypeError(f"{name} is a {family}, and cannot hold {value!r}")


def _time(time: TimeSpan) -> dict[str, Cell]:
    return {
        "start": -LIMIT if time.start is None else time.start.toordinal(),
        "end": LIMIT if time.end is None else time.end.toordinal(),
        "precision": time.precision,
        "anchor": time.anchor,
        "inferred": time.inferred,
    }


def _quantity(quantity: Quantity) -> dict[str, Cell]:
    low = -LIMIT if quantity.low is None else _scaled(quantity.low)
    high = LIMIT if quantity.high is None else _scaled(quantity.high)
    least, most, about = low, high, quantity.hedge == "about"
    if quantity.low is not None:
        least = _inside(low - max(_half_step(quantity.low), abs(low) // _ABOUT * about))
    if quantity.high is not None:
        # Rounded half up, the next figure begins at the half itself.
        step = max(_half_step(quantity.high) - 1, 0)
        most = _inside(high + max(step, abs(high) // _ABOUT * about))
    ends = {"low": low, "high": high, "least": least, "most": most}
    unit, conversion = quantity.unit, to_base_unit(quantity.unit)
    if conversion is not None and conversion.base != unit:
        unit = conversion.base
        ends = {name: _in_base_unit(end, conversion) for name, end in ends.items()}
    return {**ends, "unit": unit or UNIT_ONE, "hedge": quantity.hedge or EXACT}


def _in_base_unit(thousandths: int, conversion: Conversion) -> int:
    if abs(thousandths) == LIMIT:
        return thousandths
    return _scaled(conversion.of(Decimal(thousandths) / SCALE))


def _scaled(number: Decimal) -> int:
    # Not multiplied out when absurdly large; whole numbers are rounded alike in any context.
    if number.adjusted() > len(str(LIMIT)):
        return (1 - LIMIT) if number < 0 else LIMIT - 1
    over, under = number.as_integer_ratio()
    whole, rest = divmod(over * SCALE, under)
    return _inside(whole + (2 * rest > under or (2 * rest == under and whole % 2)))


def _inside(number: int) -> int:
    return max(1 - LIMIT, min(LIMIT - 1, number))


def _half_step(number: Decimal) -> int:
    """Half the place of the last digit taken as stated, in thousandths."""
    return int(half_step(number) * SCALE)
