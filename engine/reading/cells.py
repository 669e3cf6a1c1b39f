"""A value as someone writes it in a table or a form, read as copy is read.

Names are read inside a sentence of ``facts/words/cells.yaml``, for in copy, too, it is the
sentence that tells a place from a person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from ..errors import BelieError
from ..kinds import FieldType
from ..knowledge import nearest, read_words
from ..model import Name, Place, Precision, Quantity, Span, TimeSpan, Value
from .dates import DateMention, find_dates
from .grammar.analysis import Analyser, place_mentions
from .grammar.line import Line, Unit
from .meaning.naming import name_of, named_place
from .meaning.reference import Context
from .meaning.values import people_of
from .names import find_names
from .numbers import Number, find_numbers

__all__ = ["CellError", "CellReader", "UndatedError"]

_SHARE, _POINT, _PERSON, _TIMES = "percent", "point", "person", "times"
_COUNTED = ("people", "count")
_DAY = timedelta(days=1)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}|\b\d\d$")
_TYPED = "write it as 2022-11-11, 11 November 2022 or November 2022, or leave it out"


class CellError(BelieError, ValueError):
    """A cell that holds no such value; says what is wrong and what to write."""


class UndatedError(CellError):
    """A cell that holds a time, but none that a day follows from: "before the war"."""


class CellReader:
    """Reads cells.

    Args:
        analyser: the grammar by which names are read.
    """

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        words = read_words("cells").data
        self._frames: Mapping[str, Sequence[str]] = words["frames"]
        self._how_many: Mapping[str, str] = words["how_many"]
        turning = {side: "|".join(several) for side, several in words["turning"].items()}
        self._turned_before = re.compile(rf"\b(?:{turning['before']})\s*$", re.IGNORECASE)
        self._turned_behind = re.compile(rf"\s*(?:{turning['behind']})(?![-\w])", re.IGNORECASE)
        self._times = re.compile(rf"\b(?:{'|'.join(words['times'])})s?\b", re.IGNORECASE)
        self._readers: Mapping[str, Callable[[str], Value]] = {
            "actor": self.actor, "side": self.side, "group": self.group, "place": self.place,
        }  # fmt: skip

    def value(
        self,
        text: str,
        type_: FieldType,
        choices: tuple[str, ...],
        published: date | None,
        ahead: bool,
    ) -> Value:
        """What ``text`` means as a field of the type ``type_``.

        Args:
            text: the cell, not empty.
            type_: of the field.
            choices: what it may be, for a ``choice``, an ``increment`` or a ``tense``.
            published: the day from which "last month" is told.
            ahead: whether what is stated lies ahead of that day.

        Raises:
            CellError: when it is nothing of the sort.
        """
        text = text.strip()
        if type_ in self._readers:
            return self._readers[type_](text)
        if type_ == "date":
            return self.time(text, published, ahead=ahead)
        if choices:
            return _choice(text, choices)
        return text if type_ in ("text", "scope") else self.quantity(text, type_)

    def actor(self, text: str) -> Name:
        """Who ``text`` names or describes."""
        unit, line = self._unit(text, "actor")
        name = self._context().actor(unit, line, None) if unit else None
        return self._described(text) if name is None else replace(name, text=text)

    def side(self, text: str) -> Name:
        """The power that ``text`` stands for: "Russia" for "Russian forces"."""
        unit, line = self._unit(text, "side")
        name = self._context().side(unit, line, None) if unit else None
        return self._described(text) if name is None else replace(name, text=text)

    def _described(self, text: str) -> Name:
        """Someone whom no table and no rule of grammar tells; small letters only describe."""
        plain = self._bare(text)
        return Name(plain.casefold(), text, named=False) if plain.islower() else Name(plain, text)

    def group(self, text: str) -> Name:
        """The people that ``text`` speaks of."""
        plain = self._bare(text)
        unit, line = self._unit(plain, "group")
        found = None if unit is None else people_of(unit, line, self._analyser.grammar)
        return Name(plain.casefold(), text, named=False) if found is None else found

    def _bare(self, text: str) -> str:
        """``text`` without articles."""
        articles = self._analyser.grammar.words("articles")
        return " ".join(each for each in text.split() if each.casefold() not in articles) or text

    def place(self, text: str) -> Place:
        """Where ``text`` is; a place that no table knows is one by itself, of that name."""
        unit, line = self._unit(text, "place")
        named = unit is not None and unit.code in "PC"
        place = self._context().place(unit, line, (), None) if named and unit else None
        return named_place(text) if place is None else replace(place, text=text)

    def quantity(self, text: str, type_: str) -> Quantity:
        """The figure of ``text``: "at least 40", "55%", "€2.5bn", "50 miles".

        Raises:
            CellError: when it is none, or several, or one of something else.
        """
        plain = _plain_number(text)
        if plain is not None:
            return _typed(plain, type_, text)
        counted = type_ in _COUNTED
        words = self._how_many.get(text.casefold(), text) if counted else text
        frames = self._frames.get(type_, self._frames["other"])
        read = ((said, _figures(said)) for said in _said(frames, words))
        sentence, found = next(filter(lambda each: each[1], read), ("", []))
        if not found:
            raise CellError(f"{text!r} is no number; write it as 40, at least 40 or about 40")
        if len(found) > 1:
            raise CellError(f"{text!r} holds several numbers; write one row for each")
        before, behind = sentence[: found[0].start], sentence[found[0].end :]
        if self._turned_before.search(before) or self._turned_behind.match(behind):
            raise CellError(f"{text!r} is told from another number; write what it comes to")
        return _typed(found[0].quantity, type_, text)

    def time(self, text: str, published: date | None, *, ahead: bool = False) -> TimeSpan:
        """The days of ``text``: "2022-11-11", "11 November 2022", "last month".

        Args:
            text: the cell.
            published: the day from which it is told.
            ahead: whether it lies ahead of that day, where a year or a week is left out.

        Raises:
            UndatedError: when it is a time that no day follows from.
            CellError: when it is no date, or cannot be known without the day of publication.
        """
        if _ISO.fullmatch(text):
            return _iso(text)
        frames = self._frames["date ahead" if ahead else "date"]
        read = ((said, find_dates(said, published)) for said in _said(frames, text))
        sentence, mentions = max(
            read, key=lambda each: _length(each[1])
        )  # "May to June", not "May"
        found = [each for each in mentions if each.clock is None]
        whole = not _DIGIT.search(_beside(sentence, mentions))  # "45 May" is not May
        if whole and len(found) == 1 and (time := found[0].time) is not None:
            return self._bounded(time, sentence[: found[0].start].casefold().split()[-1])
        if len(found) == 1 and found[0].offset is not None:
            raise UndatedError(f"{text!r} is told from another time; {_TYPED}")
        if found and published is None:
            problem = f"{text!r} cannot be known without the day of publication; give 'published'"
            raise CellError(problem)
        if self._times.search(text):
            slip = _DIGIT.search(text)  # "week 61"
            raise (CellError if slip else UndatedError)(f"{text!r} is no date; {_TYPED}")
        return _typed_date(text, published)

    def _bounded(self, time: TimeSpan, preposition: str) -> TimeSpan:
        """``time`` from or up to which something holds, by the word before it."""
        if preposition in self._analyser.grammar.words("since"):
            return replace(time, end=None, precision="span")
        if preposition in self._analyser.grammar.words("until"):
            return replace(time, start=None, precision="span")
        return time

    def _context(self) -> Context:
        return Context(self._analyser.grammar, "")

    def _unit(self, text: str, sort: str) -> tuple[Unit | None, Line]:
        """The noun phrase that the cell is, in its sentence; ``None`` where it is not one."""
        read = (self._phrase(frame, text) for frame in self._frames[sort])
        for unit, line in read:
            if unit is not None:
                return unit, line
        return None, line

    def _phrase(self, frame: str, text: str) -> tuple[Unit | None, Line]:
        """As ``_unit``, in the sentence that ``frame`` makes."""
        before, _, behind = frame.partition("{}")
        sentence = f"{before}{text}{behind}"
        first, last = len(before), len(before) + len(text)
        span = Span(0, len(sentence))
        names, numbers = find_names(sentence), find_numbers(sentence)
        line = self._analyser.chunk(sentence, span, place_mentions(span, (), names, numbers))
        inside = [unit for unit in line.units if unit.start < last and unit.end > first]
        articles = self._analyser.grammar.words("articles")
        inside = [unit for unit in inside if unit.word not in articles]
        if inside and (last_name := name_of(inside[-1])) and last_name.form == "person":
            inside = inside[-1:]  # "President" and who it is
        return (inside[0] if len(inside) == 1 and not inside[0].listed else None), line


def _said(frames: Iterable[str], text: str) -> Iterator[str]:
    """The sentences that ``text`` makes in ``frames``."""
    return (frame.replace("{}", text) for frame in frames)


def _figures(sentence: str) -> list[Number]:
    return [each for each in find_numbers(sentence) if each.figure and each.form != "ordinal"]


def _beside(sentence: str, mentions: Iterable[DateMention]) -> str:
    """What ``sentence`` says besides ``mentions``."""
    for each in mentions:
        sentence = sentence[: each.start] + " " * (each.end - each.start) + sentence[each.end :]
    return sentence


def _length(found: Iterable[DateMention]) -> int:
    return max((each.end - each.start for each in found), default=0)


def _iso(text: str) -> TimeSpan:
    try:
        return _days(date.fromisoformat(text), "day")
    except ValueError:
        raise CellError(f"{text!r} is no day of the calendar") from None


def _choice(text: str, choices: tuple[str, ...]) -> str:
    written = "-".join(text.casefold().split())
    for choice in choices:
        if choice in (written, text):
            return choice
    raise CellError(f"is never {text!r}, but {' or '.join(choices)}{nearest(written, choices)}")


def _plain_number(text: str) -> Quantity | None:
    """A number of digits alone, which in copy might be a year."""
    digits = text.replace(",", "")
    try:
        number = Decimal(digits)
    except ArithmeticError:
        return None
    return Quantity(number, number) if number.is_finite() else None


def _typed(quantity: Quantity, type_: str, text: str) -> Quantity:
    unit = quantity.unit
    match type_:
        case "people" if unit in (None, _PERSON):
            return replace(quantity, unit=_PERSON)
        case "count" if unit in (None, _TIMES):
            return replace(quantity, unit=None)
        case "share" if unit in (None, _SHARE, _POINT):
            return replace(quantity, unit=unit or _SHARE)
        case "points" if unit in (None, _POINT, _SHARE):
            return replace(quantity, unit=_POINT)
        case "money" if unit is not None and len(unit) == 3 and unit.isupper():  # noqa: PLR2004
            return quantity
        case "measure" if unit not in (None, _SHARE, _POINT, _PERSON):
            return quantity
        case "amount":
            return quantity
    wanted = {"money": "write its currency, as in €40 or USD 40", "measure": "write its unit"}
    remedy = wanted.get(type_, f"write a plain number of {type_}")
    raise CellError(f"{text!r} is not {type_}; {remedy}")


def _typed_date(text: str, published: date | None) -> TimeSpan:
    """A date as people type one, in the many forms that dateparser reads."""
    from dateparser.date import DateDataParser

    settings: dict[str, object] = {
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_DATES_FROM": "past",
        "REQUIRE_PARTS": ["month"] if published else ["month", "year"],
        "PARSERS": ["absolute-time"],
    }
    if published is not None:
        settings["RELATIVE_BASE"] = datetime(published.year, published.month, published.day)
    if text.isdigit() and len(text) == len("2022"):
        return _days(date(int(text), 1, 1), "year")
    found = DateDataParser(languages=["en"], settings=settings).get_date_data(text)
    if found.date_obj is None or found.period not in ("day", "month"):
        raise CellError(f"{text!r} is no date; {_TYPED}")
    time = _days(found.date_obj.date(), found.period)
    return time if published is None or _YEAR.search(text) else replace(time, inferred="year")


def _days(first: date, precision: Precision) -> TimeSpan:
    match precision:
        case "year":
            behind = first.replace(year=first.year + 1, day=1, month=1)
        case "month":
            first = first.replace(day=1)
            behind = (first + 31 * _DAY).replace(day=1)
        case _:
            behind = first + _DAY
    return TimeSpan(first, behind, precision)
