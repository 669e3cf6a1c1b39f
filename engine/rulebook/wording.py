"""Values in words, as a newsroom writes them. Nothing is without words, the unknown included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache

from ..knowledge import read_words
from ..model import Name, Place, Quantity, TimeSpan, Value
from .columns import LIMIT, SCALE, Attribute, fold
from .formula import Cell

__all__ = [
    "cell_in_words",
    "day_in_words",
    "in_words",
    "listed",
    "number_in_words",
    "plural",
    "role_in_words",
]

_UNKNOWN: Mapping[str, str] = {
    "actor": "someone",
    "side": "someone",
    "group": "an unnamed group",
    "place": "an unnamed place",
    "text": "something unstated",
    "date": "at an unknown time",
    "source": "an unnamed source",
    "fact": "no other figure",
    "article": "an unnamed article",
    "evidential": "no one in particular",
    "choice": "not stated",
    "scope": "not stated",
    "increment": "not stated",
}
_UNKNOWN_FIGURE = "an unknown number"
_CURRENCY = re.compile("[A-Z]{3}")
_POWERS: Mapping[str, str] = {"2": "square ", "3": "cubic "}


def in_words(value: Value | int | None, type_: str) -> str:
    """What a message writes for ``value``, a field of the type ``type_`` or an attribute.

    Who holds ground goes by the name of the power, whoever stands for it. Others keep the
    copy's own words where these name them: "it" and "these regions" tell a reader nothing.
    """
    match value:
        case None:
            return _UNKNOWN.get(type_, _UNKNOWN_FIGURE)
        case Name(key=key, named=True) if type_ == "side":
            return key
        case Name(text=text, named=named) if type_ == "group" or not named:
            return _mid_sentence(text)
        case Name(key=key, text=text) | Place(key=key, text=text):
            words = _mid_sentence(text)
            return key if not words or words.islower() else words
        case Quantity():
            return _figure(value, type_)
        case TimeSpan():
            return _time(value)
        case str() if type_ == "choice":
            return _proper_names().get(value, value.replace("-", " "))
        case _:
            return str(value)


def _mid_sentence(text: str) -> str:
    """``text`` without the capital that only the beginning of a sentence gives it."""
    first, gap, rest = text.partition(" ")
    return f"{first.casefold()}{gap}{rest}" if first.casefold() in _function_words() else text


@cache
def _function_words() -> frozenset[str]:
    words = read_words("grammar").data
    return frozenset((*words["determiners"], *words["pronouns"]))


@cache
def _proper_names() -> Mapping[str, str]:
    """The choices that are written with a capital, as they are written."""
    words = read_words("calendar").data["words"]
    return {fold(name): name for name in (*words["weekday"], *words["month"])}


def cell_in_words(cell: Cell, attribute: Attribute) -> str:
    """What a message writes for one column of a place, a quantity or a time."""
    if cell is None:
        return "unknown"
    if attribute.family == "day" and isinstance(cell, int):
        return "an open end" if abs(cell) >= LIMIT else day_in_words(date.fromordinal(cell))
    if attribute.family == "number" and isinstance(cell, int):
        if abs(cell) >= LIMIT:
            return "an open end"
        return _number(Decimal(cell) / SCALE, attribute.type, None)
    return f"{cell:,}" if isinstance(cell, int) else cell


def _figure(quantity: Quantity, type_: str) -> str:
    """``at least 40``, ``55%``, ``between 6,000 and 6,500``: as ``type_`` is written."""
    low, high, hedge = quantity.low, quantity.high, quantity.hedge
    about = "about " if hedge == "about" else ""
    if low is None and high is None:
        return _UNKNOWN_FIGURE
    if high is None and low is not None:
        return f"{'over' if hedge == 'over' else 'at least'} {_number(low, type_, quantity.unit)}"
    if low is None and high is not None:
        return f"{'under' if hedge == 'under' else 'at most'} {_number(high, type_, quantity.unit)}"
    ends = [_number(end, type_, quantity.unit) for end in (low, high) if end is not None]
    if low == high:
        return about + ends[0]
    return f"between {ends[0]} and {ends[1]}" if not about else f"about {ends[0]} to {ends[1]}"


def number_in_words(number: Fraction) -> str:
    """``1.1``, ``1,000``: a number by itself."""
    return _number(Decimal(number.numerator) / number.denominator, "count", None)


def _number(number: Decimal, type_: str, unit: str | None) -> str:
    digits = f"{number:,f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    match type_, unit:
        case ("share", _) | ("amount", "percent"):
            return f"{digits}%"
        case ("points", _) | ("amount", "point"):
            return f"{digits} point" if number == 1 else f"{digits} points"
        case ("money" | "amount", str()) if _CURRENCY.fullmatch(unit):
            return f"{unit} {digits}"
        case ("measure" | "amount", str()):
            return f"{digits} {_unit_in_words(unit, one=number == 1)}"
        case _:
            return digits


def _unit_in_words(unit: str, *, one: bool) -> str:
    """``days``, ``square miles``, ``feet per second``: a unit behind its figure."""
    measured, _, per = unit.partition("/")
    name, _, power = measured.partition("**")
    single, several = _units().get(name, (name.replace("_", " "),) * 2)
    words = f"{_POWERS.get(power, '')}{single if one else several}"
    return f"{words} per {per}" if per else words


@cache
def _units() -> Mapping[str, tuple[str, str]]:
    """For a unit, its word beside one and beside several, which stands behind the first."""
    found: dict[str, tuple[str, str]] = {}
    for entry in read_words("numbers").data["units"]:
        name, *_ = entry["unit"].split("/")
        words, spoken = entry["words"], name.replace("_", " ")
        if "times" in entry or (name in found and spoken not in words):
            continue
        one, *others = words[words.index(spoken) :] if spoken in words else words
        several = next(iter(others), plural(one))
        regular = several[0] == one[0] and not one.endswith("s")
        found[name] = (one, several if regular else one)
    return found


def _time(time: TimeSpan) -> str:
    """The days, at the coarsest grain of day, month and year that names them exactly."""
    start, end = time.start, time.end
    if start is None:
        return _UNKNOWN["date"] if end is None else f"until {day_in_words(_day_before(end))}"
    if end is None:
        return f"from {day_in_words(start)}"
    if (end - start).days <= 1:
        return f"on {day_in_words(start)}"
    begins, ends = _ends(start, end)
    return f"in {begins}" if begins == ends else f"from {begins} to {ends}"


def _ends(start: date, end: date) -> tuple[str, str]:
    last = _day_before(end)
    if start.day != 1 or end.day != 1:
        return day_in_words(start), day_in_words(last)
    if start.month != 1 or end.month != 1:
        return _month_in_words(start), _month_in_words(last)
    return str(start.year), str(last.year)


def _day_before(day: date) -> date:
    return max(day, date.min + timedelta(days=1)) - timedelta(days=1)


def day_in_words(day: date) -> str:
    """``11 November 2022``."""
    return f"{day.day} {_month_in_words(day)}"


def _month_in_words(day: date) -> str:
    return f"{_months()[day.month]} {day.year}"


@cache
def _months() -> Mapping[int, str]:
    # Not calendar.month_name, which changes with the locale of whoever embeds belie.
    table: Mapping[str, int] = read_words("calendar").data["words"]["month"]
    # A month stands there under its name first, then under what it is shortened to.
    return {number: name for name, number in reversed(list(table.items()))}


def plural(noun: str) -> str:
    """``holders``, ``parties``, ``statuses``: several of what ``noun`` is one of."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def listed(texts: Iterable[str], *, once: bool = True) -> str:
    """``a, b and c``; nothing twice, unless ``once`` is false."""
    *most, last = dict.fromkeys(texts) if once else texts
    return f"{', '.join(most)} and {last}" if most else last


def role_in_words(role: str) -> str:
    """``the claim``; a role of one letter is a name, not a noun."""
    return f"the {role.replace('_', ' ')}" if len(role) > 1 else role
