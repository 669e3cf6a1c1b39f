"""Numerals: a run of tokens as an exact value, before hedges, units and ranges.

Digits with their separators, number words, and both together ("1.2 million", "two and a
half", "half a dozen"); everything is ``Decimal``, nothing passes through a float.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from .tokens import Tokens
from .words import NumberWords

__all__ = ["Numeral", "read_fraction", "read_numeral", "read_ordinal"]

_WESTERN = re.compile(r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2}){1,5},\d{3}")
_PLAIN = re.compile(r"\d{1,15}(?:\.\d{1,20})?|\.\d{1,20}")
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")
_PADDED = re.compile(r"0[1-9]")
_LONGEST_UNIT = 3
"""Letters of what may stand behind digits that are no count: "am", "hrs", "of"."""
_SHORT = re.compile(r"[1-9]\d{0,2}")
_PLAIN_PARTS = frozenset((2, 3, 4, 8, 16))
_SLASHES = frozenset("/⁄")
_TEN_PLACES = Decimal("1e-10")
_DIGIT = re.compile(r"[1-9]")
_GROUP = 3
_TIMES_SIGNS = frozenset("x×")
_MINUS_SIGNS = frozenset("-−–")
_POWER = 2
_TEN = Decimal(10)
_HUNDRED = Decimal(100)
_THOUSAND = Decimal(1000)
_LARGEST = Decimal(10) ** 18


class Numeral(NamedTuple):
    """A value as written.

    Attributes:
        start: index of its first token.
        end: index behind its last.
        value: what it comes to.
        scale: the multiplier said last: a million in "1.2 million".
        plain: whether it is bare digits, without separator or multiplier.
        open: whether it is a word for an uncounted number, of which ``value`` is the least.
        loose: whether a unit may follow behind "of": "dozens of miles".
        quantifier: whether it says how many and names no number: "several", "most", "no".
    """

    start: int
    end: int
    value: Decimal
    scale: Decimal = Decimal(1)
    plain: bool = False
    open: bool = False
    loose: bool = False
    quantifier: bool = False

    @property
    def whole(self) -> int | None:
        """Its value where it is bare digits."""
        return int(self.value) if self.plain else None


def read_numeral(
    tokens: Tokens, start: int, words: NumberWords, *, money: bool = False, grouped: bool = True
) -> Numeral | None:
    """The numeral that begins at token ``start``.

    Args:
        tokens: the sentence.
        start: index of a token.
        words: the vocabulary.
        money: whether a currency sign stands before it, so that "5b" is five billion.
        grouped: whether a space may part thousands: "473 400".
    """
    if tokens.digits(start):
        return _digits(tokens, start, words, money, grouped)
    vague = words.vague.ahead(tokens, start)
    if vague:
        return Numeral(start, vague[0], vague[1], open=True, loose=True)
    return (
        _few(tokens, start, words) or _part(tokens, start, words) or _spelled(tokens, start, words)
    )


def read_fraction(tokens: Tokens, start: int, words: NumberWords) -> tuple[int, Decimal] | None:
    """The fraction that begins at token ``start``, and the index behind it."""
    fraction = _named_fraction(tokens, start, words) or _slashed_fraction(tokens, start, words)
    return fraction and (fraction[0], fraction[1].quantize(_TEN_PLACES).normalize())


def _slashed_fraction(tokens: Tokens, start: int, words: NumberWords) -> tuple[int, Decimal] | None:
    """A fraction in digits, where the part of something follows: "1/16 of a pint"."""
    end = start + 3
    slash = tokens.word(start + 1) in _SLASHES and tokens.glued(start + 1) and tokens.glued(end - 1)
    over, under = tokens.word(start), tokens.word(end - 1)
    if not (slash and _SHORT.fullmatch(over) and _SHORT.fullmatch(under)):
        return None
    of_what = words.of.ahead(tokens, end) or words.units.ahead(tokens, tokens.after_hyphen(end))
    plain = int(under) in _PLAIN_PARTS and tokens.raw[end].islower()  # 3/4 cup, but no 9/11 attack
    part = Decimal(over) / Decimal(under)
    return (end, part) if (of_what or plain) and part < 1 else None


def _named_fraction(tokens: Tokens, start: int, words: NumberWords) -> tuple[int, Decimal] | None:
    fractions, word = words.lists.fractions, tokens.word(start)
    if word in fractions.half:
        return start + 1, Decimal(1) / 2
    if word in fractions.vulgar:
        over, under = fractions.vulgar[word]
        return start + 1, over / under
    at = tokens.after_hyphen(start + 1)
    named = tokens.words[at]
    if named not in words.parts:
        return None
    article = word in words.lists.articles
    over = Decimal(1) if article else words.lists.cardinals.get(word, Decimal(0))
    if not over and tokens.digits(start) and _PLAIN.fullmatch(word):
        over = Decimal(word)
    if named in fractions.half and over == 1:
        return at + 1, Decimal(1) / 2
    under = Decimal(4) if named in fractions.quarters else fractions.denominators.get(named, over)
    if over and under > over and named.endswith("s") == (over != 1):
        return at + 1, over / under
    return None


def read_ordinal(tokens: Tokens, start: int, words: NumberWords) -> Numeral | None:
    """The ordinal that begins at token ``start``: "13th", "third", "twenty-first"."""
    lists, word, end = words.lists, tokens.word(start), start + 1
    if tokens.digits(start):
        if not tokens.glued(end) or tokens.word(end) not in lists.ordinal_endings:
            return None
        numeral = _digits(tokens, start, words, money=False, grouped=False)
        return numeral and numeral._replace(end=end + 1, plain=False)
    if word in lists.tens and tokens.hyphen(end):
        unit = lists.ordinals.get(tokens.word(end + 1), _HUNDRED)
        return Numeral(start, end + 2, lists.tens[word] + unit) if unit < _TEN else None
    value = lists.ordinals.get(word)
    return None if value is None else Numeral(start, end, value)


def _digits(
    tokens: Tokens, start: int, words: NumberWords, money: bool, grouped: bool
) -> Numeral | None:
    raw = tokens.raw[start]
    if _PLAIN.fullmatch(raw):
        padded = raw[0] == "0" and raw != "0" and not raw.startswith("0.")
        if padded and not _is_padded_count(tokens, start):
            return None
    elif _DECIMAL_COMMA.fullmatch(raw):
        unit = words.units.ahead(tokens, start + 1)
        if tokens.word(start + 1) not in words.lists.scales and not (
            unit and unit[1].form in ("share", "measure")
        ):
            return None
        raw = raw.replace(",", ".")
    elif not _WESTERN.fullmatch(raw) and not _INDIAN.fullmatch(raw):
        return None
    numeral = Numeral(start, start + 1, Decimal(raw.replace(",", "")), plain=raw.isdecimal())
    if numeral.plain and grouped and len(raw) <= _GROUP:
        numeral = _space_grouped(tokens, numeral)
    numeral = _mixed(tokens, _powered(tokens, numeral), words)
    return _scaled(tokens, _suffixed(tokens, numeral, words, money), words)


def _is_padded_count(tokens: Tokens, start: int) -> bool:
    """Whether a digit has a zero before it and a noun behind: "won 06 seats"."""
    noun = tokens.raw[start + 1] if start + 1 < len(tokens) else ""
    counts = noun.isalpha() and noun.islower() and len(noun) > _LONGEST_UNIT
    return bool(_PADDED.fullmatch(tokens.raw[start])) and counts and not tokens.glued(start + 1)


def _powered(tokens: Tokens, numeral: Numeral) -> Numeral:
    """With a power of ten: ``6.02 × 10^23``, ``2.5×10−8``."""
    at = numeral.end
    if tokens.word(at) not in _TIMES_SIGNS or tokens.word(at + 1) != "10":
        return numeral
    at += 2
    raised = tokens.word(at) == "^"
    at += raised
    minus = tokens.word(at) in _MINUS_SIGNS
    at += minus
    power = tokens.word(at)
    if not ((raised or minus) and tokens.glued(at) and power.isdecimal() and len(power) <= _POWER):
        return numeral
    value = numeral.value.scaleb(-int(power) if minus else int(power))
    return numeral._replace(end=at + 1, value=value, plain=False)


def _space_grouped(tokens: Tokens, numeral: Numeral) -> Numeral:
    """``473 400``: groups of exactly three digits, one space between."""
    digits, end = tokens.raw[numeral.start], numeral.end
    while (
        tokens.digits(end)
        and len(tokens.raw[end]) == _GROUP
        and tokens.raw[end].isdecimal()
        and tokens.start(end) == tokens.end(end - 1) + 1
        and end - numeral.start < _GROUP + 1
    ):
        digits += tokens.raw[end]
        end += 1
    if end == numeral.end or tokens.digits(end):
        return numeral
    return numeral._replace(end=end, value=Decimal(digits), plain=False)


def _mixed(tokens: Tokens, numeral: Numeral, words: NumberWords) -> Numeral:
    """With the fraction behind a whole number: ``2½``, ``2 1/2``."""
    at, vulgar = numeral.end, words.lists.fractions.vulgar
    if tokens.word(at) in vulgar and (tokens.glued(at) or numeral.plain):
        over, under = vulgar[tokens.word(at)]
        return numeral._replace(end=at + 1, value=numeral.value + over / under, plain=False)
    at = tokens.after_hyphen(at)
    slashed = tokens.word(at + 1) == "/" and tokens.glued(at + 1) and tokens.glued(at + 2)
    parts = tokens.word(at), tokens.word(at + 2)
    if not (numeral.plain and slashed and all(_DIGIT.fullmatch(part) for part in parts)):
        return numeral
    over, under = (Decimal(part) for part in parts)
    if over >= under or tokens.word(at + 3) == "/":
        return numeral
    return numeral._replace(end=at + 3, value=numeral.value + over / under, plain=False)


def _suffixed(tokens: Tokens, numeral: Numeral, words: NumberWords, money: bool) -> Numeral:
    """With a multiplier written against the digits, or near a sum: ``1.2m``, ``$1.2 m``."""
    end, suffix = numeral.end, tokens.word(numeral.end)
    scale = words.lists.suffixes.get(suffix)
    if not tokens.glued(end) and (scale is None or not money or tokens.hyphen(end + 1)):
        return numeral
    counted = tokens.raw[end].isupper() and not (numeral.plain or suffix in words.lists.suffixes)
    if scale is None and (money or counted):  # "1.2B views"
        scale = words.lists.money_suffixes.get(suffix)
    if scale is None:
        return numeral
    unit = None if money else words.units.ahead(tokens, end)
    if unit:
        if unit[0] > end + 1:
            return numeral  # 32m2
        beside = tokens.word(tokens.after_hyphen(end + 1))
        if beside in words.lists.dimensions or "," in tokens.raw[numeral.start]:
            return numeral
        if _converted_ahead(tokens, end + 1, words):
            return numeral
    return numeral._replace(end=end + 1, value=numeral.value * scale, scale=scale, plain=False)


def _converted_ahead(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether a measure in brackets begins at ``index``, as behind another: "37m (121ft)"."""
    hedge = words.hedges.ahead(tokens, index + 1)
    at = hedge[0] if hedge else index + 1
    if not (tokens.word(index) == "(" and tokens.digits(at)):
        return False
    unit = words.units.ahead(tokens, tokens.after_hyphen(at + 1))
    return unit is not None and unit[1].form == "measure"


def _scaled(tokens: Tokens, numeral: Numeral, words: NumberWords) -> Numeral:
    """With the halves and multipliers that follow: ``2 and a half million``, ``3 dozen``."""
    while True:
        at = tokens.after_hyphen(numeral.end)
        scale = words.lists.scales.get(tokens.word(at))
        if scale is not None and numeral.value < _LARGEST:
            value = numeral.value * scale
            numeral = numeral._replace(end=at + 1, value=value, scale=scale, plain=False)
            continue
        part = _and_part(tokens, numeral.end, words)
        if part is None or numeral.value % 1:
            return numeral
        value = numeral.value + part[1] * numeral.scale
        numeral = numeral._replace(end=part[0], value=value, plain=False)


def _and_part(tokens: Tokens, index: int, words: NumberWords) -> tuple[int, Decimal] | None:
    """What "and a half" or "-and-three-quarters" adds."""
    at = tokens.after_hyphen(index)
    if tokens.word(at) not in words.lists.ranges.and_:
        return None
    at = tokens.after_hyphen(at + 1)
    fraction = read_fraction(tokens, at, words)
    if fraction is None:
        return None
    end, value = fraction
    if tokens.word(at) in words.lists.fractions.half:  # "six and half years", "40 and half of it"
        measured = words.units.ahead(tokens, end) or tokens.word(end) in words.lists.scales
        return fraction if measured else None
    fractions = words.lists.fractions
    named = tokens.word(end - 1) in fractions.half or tokens.word(end - 1) in fractions.quarters
    return fraction if named and not words.of.ahead(tokens, end) and value < 1 else None


def _few(tokens: Tokens, start: int, words: NumberWords) -> Numeral | None:
    """Small vague numbers and their multiples: "several", "a few hundred", "a couple of dozen"."""
    few, couple = words.few.ahead(tokens, start), words.couples.ahead(tokens, start)
    found = few or couple
    if found is None:
        return None
    vague = few is not None
    numeral = Numeral(start, *found, open=vague, loose=True, quantifier=vague)
    behind = words.of.ahead(tokens, numeral.end)
    at = behind[0] if behind and behind[0] == numeral.end + 1 else numeral.end
    scaled = _scaled(tokens, numeral._replace(end=at), words)
    return scaled._replace(quantifier=False) if scaled.end > at else numeral


def _part(tokens: Tokens, start: int, words: NumberWords) -> Numeral | None:
    """A part of a multiplier: "half a million", "three-quarters of a billion"."""
    fraction = read_fraction(tokens, start, words)
    if fraction is None:
        return None
    at = tokens.after_hyphen(fraction[0])
    behind = words.of.ahead(tokens, at)
    at = behind[0] if behind and behind[0] == at + 1 else at
    at += tokens.word(at) in words.lists.articles
    scale = words.lists.scales.get(tokens.word(at))
    return Numeral(start, at + 1, fraction[1] * scale, scale) if scale else None


@dataclass(slots=True)
class _Registers:
    """What number words have come to: the usual two sums, below the next multiplier and above.

    Attributes:
        total: what stands before the last great multiplier, and with it.
        current: what has been said since.
        scale: the multiplier said last.
        ceiling: the next great multiplier must stay below this.
        room: the next small number must stay below this.
    """

    total: Decimal = Decimal(0)
    current: Decimal = Decimal(0)
    scale: Decimal = Decimal(1)
    ceiling: Decimal = _LARGEST
    room: Decimal = _THOUSAND

    def add(self, small: Decimal, room: Decimal) -> bool:
        """Adds a number below a hundred; whether it can stand there."""
        fits = small < self.room and (self.room >= _HUNDRED or small > 0)
        self.current += small
        self.room, self.scale = room, Decimal(1)
        return fits

    def multiply(self, scale: Decimal) -> bool:
        """Multiplies what came last by ``scale``; whether it can stand there."""
        self.scale = scale
        if scale < _THOUSAND:
            fits = 0 < self.current < _HUNDRED
            self.current, self.room = self.current * scale, _HUNDRED
            return fits
        fits = self.current > 0 and scale < self.ceiling
        self.total, self.current = self.total + self.current * scale, Decimal(0)
        self.room, self.ceiling = _THOUSAND, scale
        return fits


def _spelled(tokens: Tokens, start: int, words: NumberWords) -> Numeral | None:
    """Number words; those that cannot stand together ("nineteen eighty") are no numeral."""
    lists, sums = words.lists, _Registers()
    at = end = start
    if tokens.word(at) in lists.articles or tokens.word(at) in lists.openers:
        sums.current, at = Decimal(1), at + 1
        if tokens.word(at) not in lists.scales:
            return None
    while sums.room or at == end:  # in "two-three weeks" the second is a figure of its own
        word = tokens.word(at)
        if word in lists.cardinals:
            fits = sums.add(lists.cardinals[word], Decimal(0))
        elif word in lists.tens:
            fits = sums.add(lists.tens[word], _TEN)
        elif word in lists.scales:
            fits = sums.multiply(lists.scales[word])
        else:
            break
        if not fits:
            return None
        end = at + 1
        at = tokens.after_hyphen(end)
        if tokens.word(at) in lists.ranges.and_ and sums.room >= _HUNDRED:
            following = tokens.after_hyphen(at + 1)
            at = following if tokens.word(following) in words.spelled else at
    if end == start:
        return None
    return _scaled(tokens, Numeral(start, end, sums.total + sums.current, sums.scale), words)
