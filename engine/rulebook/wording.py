"""Values in words, as a newsroom writes them. Nothing is without words, the unknown included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal, getcontext
from fractions import Fraction
from functools import cache

from ..knowledge import read_words
from ..model import Name, Place, Quantity, TimeSpan, Value
from .columns import LIMIT, LOWER, SCALE, Attribute, fold
from .formula import Cell

__all__ = [
    "bare_time",
    "between_in_words",
    "cell_in_words",
    "day_in_words",
    "end_in_words",
    "figure_in_words",
    "figure_of",
    "in_words",
    "listed",
    "number_in_words",
    "passage_in_words",
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
_SCALES = ("trillion", "billion", "million")
_SCALED_PLACES = 2
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
        return figure_of(Decimal(cell) / SCALE, attribute.type, None)
    return f"{cell:,}" if isinstance(cell, int) else cell


def _figure(quantity: Quantity, type_: str) -> str:
    """``at least 40``, ``55%``, ``between 6,000 and 6,500``: as ``type_`` is written."""
    low, high, hedge = quantity.low, quantity.high, quantity.hedge
    about = "about " if hedge == "about" else ""
    if low is None and high is None:
        return _UNKNOWN_FIGURE
    if high is None and low is not None:
        return f"{'over' if hedge == 'over' else 'at least'} {figure_of(low, type_, quantity.unit)}"
    if low is None and high is not None:
        return (
            f"{'under' if hedge == 'under' else 'at most'} {figure_of(high, type_, quantity.unit)}"
        )
    ends = [figure_of(end, type_, quantity.unit) for end in (low, high) if end is not None]
    if low == high:
        return about + ends[0]
    return f"between {ends[0]} and {ends[1]}" if not about else f"about {ends[0]} to {ends[1]}"


def end_in_words(quantity: Quantity, short: str, type_: str) -> str:
    """The lower or the upper end of a figure, as the copy gives it."""
    end = quantity.low if short in LOWER else quantity.high
    if end is None:
        return "an open end"
    about = "about " if quantity.hedge == "about" and quantity.low == quantity.high else ""
    return about + figure_of(end, type_, quantity.unit)


def number_in_words(number: Fraction) -> str:
    """``1.1``, ``1,000``: a number by itself."""
    return figure_in_words(number, "count", None)


def figure_in_words(number: Fraction, type_: str, unit: str | None) -> str:
    """``40%``, ``5 points``: a number as a figure of ``type_`` in ``unit`` is written."""
    return figure_of(Decimal(number.numerator) / number.denominator, type_, unit)


def figure_of(number: Decimal, type_: str, unit: str | None) -> str:
    """``number`` as a figure of ``type_`` in ``unit`` is written.

    By its unit: the figure of a poll may be a share, points, or seats, which have none.
    """
    digits = _digits(number)
    match type_, unit:
        case (_, "percent"):
            return f"{_digits(_rounded(number, 1))}%"
        case (_, "point") | ("points", _):
            return f"{digits} point" if number == 1 else f"{digits} points"
        case ("money" | "amount", str()) if _CURRENCY.fullmatch(unit):
            symbol = _symbols().get(unit)
            return f"{symbol}{digits}" if symbol else f"{unit} {digits}"
        case ("people" | "count", _):
            return digits
        case (_, str()):
            return f"{digits} {_unit_in_words(unit, one=number == 1)}"
        case _:
            return digits


def _digits(number: Decimal) -> str:
    """``1,204``, ``2.5 million``: in words where so few digits are left before the scale."""
    for name in _SCALES:
        scaled = number / _scales()[name]
        if abs(scaled) >= 1 and scaled == _rounded(scaled, _SCALED_PLACES):
            return f"{_plain_digits(scaled)} {name}"
    return _plain_digits(number)


def _rounded(number: Decimal, places: int) -> Decimal:
    """``number`` to so many places; as it is where it has more digits than arithmetic keeps."""
    return number if number.adjusted() + places >= getcontext().prec else round(number, places)


def _plain_digits(number: Decimal) -> str:
    digits = f"{number:,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


@cache
def _scales() -> Mapping[str, Decimal]:
    return {name: Decimal(times) for name, times in read_words("numbers").data["scales"].items()}


@cache
def _symbols() -> Mapping[str, str]:
    """For a currency, the sign before its sums, where it has one that is no letters alone."""
    found: dict[str, str] = {}
    for entry in read_words("numbers").data["prefixes"]:
        sign = entry["words"][0]
        if entry["form"] == "money" and "attached" not in entry and not sign.isalpha():
            found.setdefault(entry["unit"], sign)
    return found


def _unit_in_words(unit: str, *, one: bool) -> str:
    """``days``, ``square miles``, ``feet per second``: a unit behind its figure."""
    measured, _, per = unit.replace(" ", "").partition("/")
    name, _, power = measured.partition("**")
    single, several = _units().get(name, (name.replace("_", " "), plural(name.replace("_", " "))))
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


def bare_time(words: str) -> str:
    """``11 November 2022``: a time in words without the preposition before it."""
    return re.sub("^(?:on|in|from|until) ", "", words)


def between_in_words(words: str) -> str:
    """A time in words, one that is only known to lie on one of its days: ``between … and …``."""
    start, to, end = words.partition(" to ")
    return f"between {bare_time(start)} and {end}" if to and start.startswith("from ") else words


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


def passage_in_words(text: str) -> str:
    """The words of a passage, to be quoted: one line, its brackets closed.

    A passage ends where its reading does, and so may leave off behind "on the".
    """
    words = " ".join(text.split()).rstrip(",;: ").split(" ")
    while len(words) > 1 and words[-1].casefold() in _leading_words():
        words.pop()
    said = " ".join(words)
    return said + ")" * (said.count("(") - said.count(")"))


@cache
def _leading_words() -> frozenset[str]:
    """Those that stand before something."""
    words = read_words("grammar").data
    return frozenset((*words["articles"], *words["describing"], *words["conjunctions"]))


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
