"""One character a word: the alphabet over which the forms of dates are matched.

A text becomes a string with one private-use character for each word that the forms know,
for each number by its value, and for each run of spaces a single one; other words become
``w``, or ``W`` with a capital; punctuation stays. Patterns over it are short and quick, and
a class of words is a class of characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

from ...lazy import Remembered

__all__ = ["ANY_NUMBER", "NUMBERS", "WORD", "Alphabet", "Coded", "is_number", "is_word"]

_TOKEN = re.compile(
    r"\s+|[A-Z]{1,2}(?=\d\d(?:\d\d)?\b)|[^\W\d_]\w*"  # the letters before a year: "FY2023"
    r"|\d{4}-\d\d-\d\d(?!\d)|\d{4}/\d{1,2}/\d{1,2}(?!\d)"
    r"|\d{1,2}/\d{1,2}/\d{4}(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)"
    r"|\d+(?:[.,:]\d+)*|.",
    re.DOTALL,
)
_SAME = {"’": "'", "‘": "'", "–": "-"}
_TIME = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d")
_YEAR_FIRST = re.compile(r"\d{4}[-/]")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_LOWER, _CAPITAL, _UNKNOWN = "w", "W", "?"

_FIRST_WORD, _LAST_WORD = 0xE000, 0xF8FF
_PLAIN, _PADDED_TWO, _PADDED_FOUR, _SHAPES = 0xF0000, 0xF4000, 0xF5000, 0xF8000
_ISO, _THREE, _CLOCK, _OTHER = map(chr, range(_SHAPES, _SHAPES + 4))
_LONGEST = 4
_YEARS = range(1500, 2100)

WORD = f"[{_LOWER}{_CAPITAL}{chr(_FIRST_WORD)}-{chr(_LAST_WORD)}]"
"""The class of every word."""

ANY_NUMBER = f"[{chr(_PLAIN)}-{_OTHER}]"
"""The class of every number."""


def _plain(first: int, last: int) -> str:
    return f"{chr(_PLAIN + first)}-{chr(_PLAIN + last)}"


def _padded(first: int, last: int) -> str:
    return f"{chr(_PADDED_TWO + first)}-{chr(_PADDED_TWO + last)}"


def _every(step: int, among: range) -> str:
    return "".join(chr(_PLAIN + number) for number in among if number % step == 0)


NUMBERS = {
    "digits": _plain(0, 999),
    "day_digits": _plain(1, 31) + _padded(1, 9),
    "hour": _plain(1, 12) + _padded(1, 9),
    "two_digits": _plain(10, 99) + _padded(0, 9),
    "tens_digits": _every(10, range(10, 100)) + _padded(0, 0),
    "four_digits": "".join(
        f"{chr(block + 100 * hour)}-{chr(block + 100 * hour + 59)}"
        for block, hours in ((_PADDED_FOUR, range(10)), (_PLAIN, range(10, 24)))
        for hour in hours
    ),
    "year_digits": _plain(_YEARS[0], _YEARS[-1]),
    "round_digits": _every(50, _YEARS),
    "decade_digits": _every(10, _YEARS),
    "iso": _ISO,
    "three_numbers": _THREE,
    "time": _CLOCK,
}
"""What numbers a slot may hold, as the inside of a character class."""


class Coded:
    """A text and its code.

    Attributes:
        text: the text.
        codes: one character a token.
    """

    __slots__ = ("_starts", "codes", "text")

    def __init__(self, text: str, codes: str) -> None:
        self.text = text
        self.codes = codes
        self._starts: tuple[int, ...] = ()

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each token starts in the text, and the text's length."""
        if not self._starts:
            lengths = map(len, _TOKEN.findall(self.text))
            self._starts = tuple(accumulate(lengths, initial=0))
        return self._starts

    def said(self, first: int, last: int) -> str:
        """The words of the tokens ``[first, last)``."""
        return self.text[self.starts[first] : self.starts[last]]


class Alphabet:
    """The characters of the words that the forms know.

    A word given with a capital is known with it or in capitals only, any other in any case.

    Attributes:
        word: the code of what stands between two spaces, beyond which no token goes.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._codes: dict[str, str] = {}
        self._next = _FIRST_WORD
        self.word = Remembered(self._coded_word)
        for word in words:
            for token in _TOKEN.findall(word):
                self._add(token)

    def _add(self, token: str) -> None:
        if not token[0].isalpha() or token in self._codes:
            return
        code = chr(self._next)
        if self._next > _LAST_WORD:
            raise ValueError("the forms of dates know too many words")
        self._next += 1  # without gaps, so that a class is a range or two: re is quick with those
        for spelling in {token, token.upper()} if token != token.lower() else {token}:
            self._codes[spelling] = code

    def spelt(self, word: str) -> list[tuple[str, str]]:
        """The tokens of a word or words, each with the characters that stand for it.

        A lower-case word has two where it is also known with a capital.
        """
        return [(token, self._characters(token)) for token in _TOKEN.findall(word)]

    def _characters(self, token: str) -> str:
        if not token[0].isalpha():
            return self._code(token)
        self._add(token)
        found = self._codes[token]
        capital = self._codes.get(token.capitalize(), found) if token == token.lower() else found
        return found if capital == found else found + capital

    def coded(self, text: str) -> Coded:
        """``text`` with its code."""
        codes = " ".join(map(self.word.__getitem__, text.split()))
        return Coded(text, " " * text[:1].isspace() + codes + " " * text[-1:].isspace())

    def _coded_word(self, word: str) -> str:
        return "".join(map(self._code, _TOKEN.findall(word)))

    def _code(self, token: str) -> str:
        first = token[0]
        if first.isalpha():
            known = self._codes.get(token) or self._codes.get(token.lower())
            return known or (_LOWER if first.islower() else _CAPITAL)
        if first.isspace():
            return " "
        if first.isdecimal():
            return _number(token)
        return _SAME.get(first) or (first if ord(first) < _FIRST_WORD else _UNKNOWN)


def is_number(code: str) -> bool:
    """Whether a character of a code stands for a number."""
    return ord(code) >= _PLAIN


def is_word(code: str) -> bool:
    """Whether a character of a code stands for a word."""
    return code in (_LOWER, _CAPITAL) or _FIRST_WORD <= ord(code) <= _LAST_WORD


def _number(digits: str) -> str:
    if _YEAR_FIRST.match(digits):
        return _ISO
    if "/" in digits or _DOTTED.fullmatch(digits):
        return _THREE
    if not digits.isdecimal():
        return _CLOCK if _TIME.fullmatch(digits) else _OTHER
    if len(digits) > _LONGEST or not digits.isascii():
        return _OTHER
    padded = len(digits) > 1 and digits[0] == "0"
    block = {2: _PADDED_TWO, _LONGEST: _PADDED_FOUR}.get(len(digits)) if padded else _PLAIN
    return chr(block + int(digits)) if block else _OTHER
