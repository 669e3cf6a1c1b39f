"""Statements to facts: the cells typed, and each passage given its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Any, cast, get_args

from ..errors import WrongTypeError, refuse_no_list
from ..kinds import FieldType, Kind, QuantityType, load_kinds
from ..knowledge import nearest
from ..model import (
    STATED,
    Anchor,
    Article,
    Fact,
    Hedge,
    Inferred,
    Name,
    Part,
    Place,
    Precision,
    Quantity,
    Span,
    TimeSpan,
    Value,
    iso_day,
)
from ..reading.cells import CellError, UndatedError
from ..reading.meaning.naming import named_place
from ..reading.reader import cell_reader
from .statement import Cell, Statement, StatementError, is_unknown

__all__ = ["FactMaker", "facts_from", "stated_article"]

_ANSWERS = {"true": "yes", "yes": "yes", "1": "yes", "false": None, "no": None, "0": None}
"""What people and programs write for a field that is ``yes`` or unknown."""
_REMEMBERED = 100_000
_MOST_HINTED = 1_000
_GAP = "\n"

_NAMES = ("actor", "side", "group")


class FactMaker:
    """Makes facts of statements.

    Args:
        kinds: what there is, by name; those that come with belie when ``None``.
    """

    def __init__(self, kinds: Mapping[str, Kind] | None = None) -> None:
        self._kinds = load_kinds() if kinds is None else kinds
        told = {name: kind for name, kind in self._kinds.items() if not kind.compared}
        reader, self._completion = cell_reader(told)
        self._read: Callable[[str, FieldType, tuple[str, ...], date | None, bool], Value]
        self._read = lru_cache(maxsize=_REMEMBERED)(reader.value)

    def fact(self, statement: Statement) -> Fact:
        """The fact that ``statement`` makes; its span is that of the statement, or empty.

        Raises:
            StatementError: when there is no such kind or field, or a cell holds no such value.
        """
        kind = self._kinds.get(statement.kind.casefold())
        if kind is None:
            hint = nearest(statement.kind, self._kinds) or "; belie kinds lists what there is"
            raise StatementError(
                statement.where, "kind", f"there is no kind {statement.kind!r}{hint}"
            )
        for name in statement.fields:
            if name not in kind.fields:
                known = (*kind.fields, *(["value"] if kind.value else []), "time", "source")
                hint = nearest(name, known) or f", but {', '.join(known[:-1])} and {known[-1]}"
                problem = f"{kind.name} has no field {name!r}{hint}"
                raise StatementError(statement.where, name, problem)
        fact = self._made(statement, kind)
        # What belie itself read is complete, and comes back as it was.
        return fact if statement.phrase else self._completion.complete(fact, kind)

    def _made(self, statement: Statement, kind: Kind) -> Fact:
        """The fact, with what is stated and no more."""
        value = self._value(statement, kind)
        time, undated = self._time(statement)
        span = Span(*statement.span) if statement.span else Span(0, 0)
        return Fact(
            id=statement.id or "",
            kind=kind.name,
            fields={
                name: self._typed(statement, name, type_, kind.allowed(name))
                for name, type_ in kind.fields.items()
            },
            value=value,
            time=time,
            source=cast("Name | None", self._typed(statement, "source", "actor")),
            evidential=statement.evidential,
            stance=statement.stance,
            part_of=statement.part_of,
            part=statement.part,
            span=span,
            sentence=Span(*statement.sentence) if statement.sentence else span,
            text=statement.quote or _in_words(statement),
            phrase=statement.phrase or f"{kind.name}/{STATED}",
            article=statement.article,
            published=statement.published,
            undated=statement.undated or undated,
            paragraph=statement.paragraph,
            event=statement.event,
        )

    def _time(self, statement: Statement) -> tuple[TimeSpan | None, str | None]:
        """When it was, or the words for that where no day follows from them, as in copy."""
        try:
            return cast("TimeSpan | None", self._typed(statement, "time", "date")), None
        except StatementError as failure:
            if isinstance(failure.__cause__, UndatedError):
                return None, str(statement.time).casefold()
            raise

    def _value(self, statement: Statement, kind: Kind) -> Quantity | None:
        if kind.value is None:
            if statement.value is not None:
                problem = f"{kind.name} has no figure; leave the cell empty"
                raise StatementError(statement.where, "value", problem)
            return None
        counted = any(statement.fields.get(name) in kind.counts[name] for name in kind.counts)
        type_ = "count" if counted else kind.value
        value = cast("Quantity | None", self._typed(statement, "value", type_))
        if type_ == "people" and value is not None and not _are_people(value):
            problem = f"{statement.value!r} is no number of people; give a whole one, from 0"
            raise StatementError(statement.where, "value", problem)
        return value

    def _typed(
        self, statement: Statement, name: str, type_: FieldType, choices: tuple[str, ...] = ()
    ) -> Value | None:
        """What stands under ``name``; ``None`` for what is unknown."""
        own = name in ("value", "time", "source")
        cell: Cell | None = getattr(statement, name) if own else statement.fields.get(name)
        if cell is None or (not statement.phrase and is_unknown(cell)):
            return None
        if choices == ("yes",) and str(cell).casefold() in _ANSWERS:
            return _ANSWERS[str(cell).casefold()]
        try:
            if isinstance(cell, Mapping):
                return _parts(cell, type_)
            if isinstance(cell, Name | Place | Quantity | TimeSpan):
                return _fitting(cell, type_)
            if isinstance(cell, date):
                cell = cell.isoformat()[: len("2022-12-02")]
            if isinstance(cell, bool) or not isinstance(cell, str | int | float | Decimal):
                raise CellError(f"{cell!r} is neither text nor a number")
            return self._read(str(cell), type_, choices, statement.published, _is_ahead(statement))
        except CellError as failure:
            raise StatementError(statement.where, name, str(failure)) from failure


def _are_people(value: Quantity) -> bool:
    ends = [end for end in (value.low, value.high) if end is not None]
    return all(end >= 0 and end == end.to_integral_value() for end in ends)


def facts_from(
    statements: Iterable[Statement], kinds: Mapping[str, Kind] | None = None
) -> list[Fact]:
    """The facts that ``statements`` make, in their order, with ids from ``f1``.

    Args:
        statements: of one article, or of several.
        kinds: what there is, by name; those that come with belie when ``None``.

    Raises:
        StatementError: for the first that makes none, or is part of one that is not there.
        WrongTypeError: when they are no list of statements.
    """
    refuse_no_list(statements=statements)
    given = list(statements)
    for number, each in enumerate(given, start=1):
        if not isinstance(each, Statement):
            problem = f"statement {number} is a {type(each).__name__}; give a belie.Statement"
            raise WrongTypeError(f'{problem}, as in belie.Statement(kind="casualty", value=9)')
    return made_of(given, FactMaker(kinds))


def made_of(given: Sequence[Statement], maker: FactMaker) -> list[Fact]:
    """As ``facts_from``, with what makes the facts at hand."""
    facts, problems = settled([maker.fact(statement) for statement in given], given)
    if problems:
        raise problems[0]
    return facts


def settled(
    facts: Sequence[Fact], statements: Sequence[Statement]
) -> tuple[list[Fact], list[StatementError]]:
    """The facts with ids from ``f1``, ``part_of`` by these, and each passage in its place.

    Args:
        facts: as made of ``statements``, one each.
        statements: the same.

    Returns:
        The facts, and for each that is part of another which is not there what is wrong.
    """
    there = dict.fromkeys((fact.article, fact.id) for fact in facts if fact.id)
    kept: list[tuple[Fact, Statement]] = []
    problems: list[StatementError] = []
    for fact, statement in zip(facts, statements, strict=True):
        if fact.part_of is None or (fact.article, fact.part_of) in there:
            kept.append((fact, statement))
        else:
            known = (name for article, name in there if article == fact.article)
            problem = (
                f"no statement that is understood has the id {fact.part_of!r}"
                f"{nearest(fact.part_of, islice(known, _MOST_HINTED))}"
            )
            problems.append(StatementError(statement.where, "part_of", problem))
    ids = {(each.article, each.id): f"f{n}" for n, (each, _) in enumerate(kept, 1) if each.id}
    placed = _placed(kept)
    return [
        replace(fact, id=f"f{number}", part_of=ids.get((fact.article, fact.part_of or "")))
        for number, fact in enumerate(placed, 1)
    ], problems


def _placed(given: Sequence[tuple[Fact, Statement]]) -> Iterator[Fact]:
    """The facts, those without a place in copy one behind the other."""
    ends: dict[tuple[str | None, Part], int] = {}
    for fact, statement in given:
        if statement.span is not None:
            where = fact.article, fact.part
            ends[where] = max(ends.get(where, 0), fact.span.end + len(_GAP))
    for fact, statement in given:
        if statement.span is not None:
            yield fact
            continue
        start = ends.get((fact.article, fact.part), 0)
        span = Span(start, start + len(fact.text))
        ends[fact.article, fact.part] = span.end + len(_GAP)
        yield replace(fact, span=span, sentence=span)


def by_article(facts: Iterable[Fact]) -> list[list[Fact]]:
    """The facts of each article, in the order in which the articles come."""
    gathered: dict[str | None, list[Fact]] = {}
    for fact in facts:
        gathered.setdefault(fact.article, []).append(fact)
    return list(gathered.values())


def stated_article(facts: Sequence[Fact]) -> Article:
    """Copy that has the passage of each fact where the fact says, and nothing else."""
    parts: dict[Part, list[str]] = {"title": [], "text": []}
    ends = dict.fromkeys(parts, 0)
    for fact in sorted(facts, key=lambda fact: fact.span):
        at, start = ends[fact.part], fact.span.start
        if start >= at:
            gap = " " * (start - at - 1) + (_GAP if at < start else "")
            parts[fact.part] += [gap, fact.text]
            ends[fact.part] = at + len(gap) + len(fact.text)
    title, text = ("".join(parts[part]) for part in ("title", "text"))
    first = facts[0] if facts else None
    published = first.published if first else None
    return Article(text, title or None, published, first.article if first else None)


def _parts(cell: Mapping[str, Any], type_: str) -> Value | None:
    """A value from its parts by name, as reports have it."""
    if type_ == "date":
        return _time(cell)
    if type_ in get_args(QuantityType):
        return _quantity(cell)
    key = cell.get("key")
    if not isinstance(key, str):
        raise CellError("names nobody; its 'key' is not text")
    text = str(cell.get("text") or key)
    if type_ == "place":
        if "first" not in cell or "last" not in cell:
            return replace(named_place(key), text=text)
        return Place(key, text, int(cell["first"]), int(cell["last"]))
    if type_ in _NAMES:
        return Name(key, text, named=_truth(cell.get("named", True)))
    raise CellError("holds parts, where one value is wanted")


def _is_ahead(statement: Statement) -> bool:
    """Whether what is stated is still to come."""
    return statement.fields.get("tense") == "future" or statement.stance == "possible"


def _truth(cell: object) -> bool:
    return str(cell).casefold() not in ("false", "0", "no")


def _time(cell: Mapping[str, Any]) -> TimeSpan | None:
    start, end = (_day(cell.get(name)) for name in ("start", "end"))
    precision = _one_of(cell.get("precision") or "day", Precision)
    anchor = _one_of(cell.get("anchor") or "stated", Anchor)
    inferred = _one_of(cell.get("inferred") or "nothing", Inferred)
    return TimeSpan(
        start,
        end,
        cast("Precision", precision),
        cast("Anchor", anchor),
        cast("Inferred", inferred),
    )


def _day(cell: object) -> date | None:
    try:
        return None if cell is None else iso_day(cell)
    except ValueError as failure:
        raise CellError(str(failure)) from None


def _quantity(cell: Mapping[str, Any]) -> Quantity:
    low, high = (_number(cell.get(name)) for name in ("low", "high"))
    hedge, unit = cell.get("hedge"), cell.get("unit")
    known = None if hedge is None else cast("Hedge", _one_of(hedge, Hedge))
    return Quantity(low, high, known, None if unit is None else str(unit))


def _number(cell: object) -> Decimal | None:
    if cell is None:
        return None
    try:
        number = Decimal(str(cell))
    except ArithmeticError:
        raise CellError(f"{cell!r} is no number") from None
    if not number.is_finite():
        raise CellError(f"{cell!r} is no number")
    return number


def _one_of(cell: object, literal: object) -> str:
    choices: tuple[str, ...] = get_args(literal)
    if cell not in choices:
        text = str(cell)
        raise CellError(f"is never {text!r}{nearest(text, choices)}")
    return str(cell)


def _fitting(value: Value, type_: str) -> Value:
    fits = {"date": TimeSpan, "place": Place, **dict.fromkeys(_NAMES, Name)}.get(type_, Quantity)
    if isinstance(value, fits):
        return value
    raise CellError(f"wants a {fits.__name__}, not a {type(value).__name__}")


def _in_words(statement: Statement) -> str:
    """A passage for a statement without one: its cells."""
    cells = (*statement.fields.values(), statement.value, statement.time, statement.source)
    written = [str(cell) for cell in cells if isinstance(cell, str | int | Decimal)]
    return ", ".join([statement.kind, *written])
