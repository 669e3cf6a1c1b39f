"""The form of ``facts/words/numbers.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from ...knowledge import Form
from ...model import Hedge, NumberForm

__all__ = ["ConditionEntry", "NumberLists", "UnitEntry"]


class _Worded(Form):
    """A form whose keys may be of several words, or words of Python."""

    __slots__ = ()
    __pydantic_config__: ClassVar[Mapping[str, Any]] = {
        **Form.__pydantic_config__,
        "alias_generator": lambda name: name.rstrip("_").replace("_", " "),
    }


@dataclass(frozen=True, slots=True)
class UnitEntry(_Worded):
    """A unit, and the words or signs for it."""

    unit: str
    form: NumberForm
    words: tuple[str, ...]
    times: Decimal = Decimal(1)
    stated: str | None = None
    attached: bool = False


@dataclass(frozen=True, slots=True)
class ConditionEntry(_Worded):
    """Words, and where they are a figure."""

    words: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    hedged: bool = False
    plural: bool = False
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    no_figure_after: tuple[str, ...] = ()
    figure: bool = True


@dataclass(frozen=True, slots=True)
class _Fractions(_Worded):
    half: frozenset[str]
    quarters: frozenset[str]
    denominators: dict[str, Decimal]
    vulgar: dict[str, tuple[Decimal, Decimal]]


@dataclass(frozen=True, slots=True)
class _Hedges(_Worded):
    bounds: dict[Hedge, tuple[str, ...]]
    none: tuple[str, ...]
    verbs: dict[Hedge, tuple[str, ...]]
    not_behind: dict[str, frozenset[str]]
    intensifiers: tuple[str, ...]
    trailing: dict[Hedge, tuple[str, ...]]
    trailing_age: dict[Hedge, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Ranges(_Worded):
    between: tuple[str, ...]
    from_: frozenset[str]
    to: frozenset[str]
    changes: frozenset[str]
    steps: frozenset[str]
    and_: frozenset[str]
    or_: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Ratios(_Worded):
    out_of: tuple[str, ...]
    of: tuple[str, ...]
    in_: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Plurals(_Worded):
    irregular: frozenset[str]
    singular: frozenset[str]
    stops: frozenset[str]


@dataclass(frozen=True, slots=True)
class _NotFigures(_Worded):
    labels: tuple[str, ...]
    weak_labels: tuple[str, ...]
    rates: tuple[str, ...]
    months: frozenset[str]
    year_before: frozenset[str]
    round_behind: frozenset[str]
    counted: frozenset[str]
    clock: tuple[str, ...]
    results_before: frozenset[str]
    results_after: frozenset[str]
    heads: frozenset[str]
    streets: frozenset[str]
    fixed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberLists(_Worded):
    """The file as written; its comments say what each list is for."""

    cardinals: dict[str, Decimal]
    tens: dict[str, Decimal]
    scales: dict[str, Decimal]
    suffixes: dict[str, Decimal]
    money_suffixes: dict[str, Decimal]
    dimensions: frozenset[str]
    articles: frozenset[str]
    partitives: frozenset[str]
    signs: frozenset[str]
    tolerances: tuple[str, ...]
    levels: frozenset[str]
    vague: dict[str, Decimal]
    few: dict[str, Decimal]
    couples: dict[str, Decimal]
    nothing: tuple[str, ...]
    majorities: tuple[str, ...]
    folds: dict[str, Decimal]
    multiples: dict[str, Decimal]
    fractions: _Fractions
    ordinals: dict[str, Decimal]
    ordinal_endings: frozenset[str]
    attributive: frozenset[str]
    described: frozenset[str]
    openers: frozenset[str]
    prefixes: tuple[UnitEntry, ...]
    units: tuple[UnitEntry, ...]
    hedges: _Hedges
    ranges: _Ranges
    ratios: _Ratios
    plurals: _Plurals
    conditions: tuple[ConditionEntry, ...]
    not_figures: _NotFigures
