"""What looks like a figure and is none: labels, dates, years, clock times, results, telephones.

Only bare numbers are asked about here; a currency, a unit or a multiplier settles the
matter elsewhere.
"""

from __future__ import annotations

from .numerals import Numeral
from .tokens import Tokens
from .words import NumberWords

__all__ = ["Refusals"]

_JOINERS = frozenset("/\\.@#&=?%№_*^~")
_POSSESSIVES = ("'s", "’s")
_BRACKETS = {"(": ")", "[": "]"}
_DAYS = 31
_TEN = 10
_HUNDRED = 100
_YEAR_DIGITS = 4
_YEARS = (1000, 2100)
_MODERN = 1900
_RESULT_BEFORE, _RESULT_AFTER = 7, 3
_FIXED_REACH = 4
_SHORT_WORD = 3  # longer ones have a capital in every headline that gives them any
_STREET_REACH = 5  # "9 E 71st St": an ordinal is two tokens


class Refusals:
    """Tells which bare numbers of one sentence are no figures."""

    def __init__(self, tokens: Tokens, words: NumberWords) -> None:
        self._tokens = tokens
        self._words = words
        self._lists = words.lists.not_figures
        # Indexes behind the last number of a label or a date, which a list may continue, and
        # behind the last of a label, a date or a year, which further digits may follow.
        self._listing = self._settled = 0
        self._dated = False

    def begins_freely(self, start: int) -> bool:
        """Whether nothing that touches the token at ``start`` from the left belongs to it."""
        tokens = self._tokens
        if not tokens.glued(start):
            return not self._after_number_word(start)
        before = tokens.word(start - 1)
        if before == ":":
            return not tokens.digits(start - 2)
        if before == ",":
            return not tokens.digits(start)
        if before == "’":
            return not tokens.digits(start)
        if tokens.dash(start - 1) or before == "+":
            signed = tokens.word(start - 2) in self._words.lists.signs  # minus-5
            signed = signed or self._words.tolerances.behind(tokens, start - 1) is not None
            return signed or not tokens.glued(start - 1)
        if before == "/":  # $7/$9
            return not tokens.raw[start].isalnum() or self._is_of_unit(start - 1)
        if before == "~":  # "about", or a part of an address
            return not tokens.glued(start - 1) or tokens.word(start - 2) == "("
        return before not in _JOINERS and not before[-1].isalnum()

    def _after_number_word(self, start: int) -> bool:
        """Whether it goes on from number words that are no numeral: "nineteen eighty-four"."""
        spelled = self._words.spelled
        return self._tokens.word(start - 1) in spelled and self._tokens.word(start) in spelled

    def ends_freely(self, end: int, *, bare: bool) -> bool:
        """Whether nothing that touches the token before ``end`` from the right belongs to it."""
        tokens = self._tokens
        if not tokens.glued(end):
            return True
        mark = tokens.word(end)
        if mark in _POSSESSIVES:
            return not bare
        if mark in ("'", "’"):
            return not (tokens.glued(end + 1) and tokens.digits(end + 1))
        if mark == ":":
            return not (tokens.glued(end + 1) and tokens.digits(end + 1))
        if tokens.hyphen(end):
            return not tokens.digits(end + 1) and (mark == "–" or not bare)
        if mark in ("+", "/"):
            return not bare and (not tokens.digits(end + 1) or self._is_of_unit(end))
        if mark in (".", "?"):
            return not (tokens.glued(end + 1) and tokens.word(end + 1)[0].isalnum() and bare)
        return mark not in _JOINERS and mark != "°" and not mark[0].isalnum()

    def _is_of_unit(self, mark: int) -> bool:
        """Whether a number with a unit in words stands before ``mark``: "85 percent/10 percent"."""
        tokens = self._tokens
        return tokens.word(mark - 1).isalpha() and any(map(tokens.digits, (mark - 2, mark - 3)))

    def follows_label(self, start: int) -> bool:
        """Whether a label or a month stands before ``start``, so that digits there end with it."""
        return bool(self._words.labels.behind(self._tokens, start)) or self._month_behind(start)

    def refuses(self, bare: Numeral, *, hedged: bool = False) -> bool:
        """Whether ``bare``, a numeral without a unit, is no figure."""
        tokens = self._tokens
        refused = self.is_fixed(bare.start, bare.end)
        refused = refused or self._words.rates.behind(tokens, bare.start) is not None
        listing = dated = False
        if not refused and bare.whole is not None:
            dated = self._is_date(bare)
            refused = dated or self.is_year(bare, hedged=hedged)
            self._settled = bare.end if refused else self._settled
            refused = refused or self._is_numbering(bare) or self._is_telephone(bare)
            refused = refused or (not hedged and self._is_address(bare))
            refused = refused or (not hedged and self._continues_list(bare))
        refused = refused or self._words.clock.ahead(tokens, bare.end) is not None
        named = bare.plain and tokens.capital(bare.start - 1)
        refused = refused or (named and tokens.word(bare.end) in self._lists.heads)
        if not refused and not hedged:
            refused = listing = self._is_label(bare)
        if dated or listing:
            self._listing, self._dated, self._settled = bare.end, dated, bare.end
        return refused

    def is_result(self, start: int, end: int, *, bare: bool) -> bool:
        """Whether two numbers, from ``start`` to ``end``, are a score or a vote."""
        tokens, lists = self._tokens, self._lists
        if tokens.word(end) in lists.counted if bare else self._words.of.ahead(tokens, end):
            return False  # "won 12-14 seats", "won 40-45% of the vote"
        if bare and (self._is_pair(start - 3) or self._is_pair(end) or self._is_pair(end + 1)):
            return True  # "6-7 (3-7) 6-1"
        opening, closing = tokens.word(start - 1), tokens.word(end)
        if (opening, closing) == ("(", ")") and tokens.capital(start - 2):
            return bare and tokens.dash(start + 1)  # "the Jets (3-5)"
        first = start - _RESULT_BEFORE - (tokens.word(start - 1) == ",")
        before = tokens.words[max(0, first) : start]
        after = tokens.words[end : end + _RESULT_AFTER]
        return not (
            lists.results_before.isdisjoint(before) and lists.results_after.isdisjoint(after)
        )

    def _is_pair(self, at: int) -> bool:
        """Whether two numbers in digits with a hyphen begin at token ``at``."""
        tokens = self._tokens
        return at >= 0 and tokens.digits(at) and tokens.hyphen(at + 1) and tokens.digits(at + 2)

    def is_dated(self, start: int, end: int) -> bool:
        """Whether a month stands beside the words from ``start`` to ``end``."""
        tokens = self._tokens
        after = self._words.of.ahead(tokens, end)
        at = after[0] if after else end
        return self._month_behind(start) or self._month(at)

    def is_fixed(self, start: int, end: int) -> bool:
        """Whether the words from ``start`` to ``end`` are part of a fixed expression."""
        if self._tokens.words[start] not in self._words.settled:
            return False
        for at in range(start, max(-1, start - _FIXED_REACH), -1):
            found = self._words.fixed.ahead(self._tokens, at)
            if found and found[0] >= end:
                return True
        return False

    def is_year(self, bare: Numeral, *, hedged: bool = False) -> bool:
        """Whether it is a bare year: four digits, and nothing that they count."""
        tokens, lists = self._tokens, self._lists
        if bare.whole is not None and bare.whole < _HUNDRED and self._month_behind(bare.start):
            return tokens.digits(bare.start - 2)  # "23 Aug 88"
        if bare.whole is None or len(tokens.word(bare.start)) != _YEAR_DIGITS:
            return False
        if not _YEARS[0] <= bare.whole <= _YEARS[1]:
            return False
        if tokens.word(bare.end) in lists.counted or self._is_round_count(bare):
            return False
        if tokens.word(bare.start - 1) in lists.year_before or self._month_behind(bare.start):
            return True
        return bare.whole >= _MODERN and not (hedged and self._words.plural_ahead(tokens, bare.end))

    def _is_round_count(self, bare: Numeral) -> bool:
        """Whether four round digits count the plural behind them: "of 1500 jobs"."""
        tokens, lists = self._tokens, self._lists
        before = tokens.raw[bare.start - 1] if bare.start else ""
        return (
            bare.value % _HUNDRED == 0
            and before.islower()
            and (before in lists.round_behind or before not in lists.year_before)
            and tokens.raw[bare.end].islower()
            and self._words.plural_ahead(tokens, bare.end)
        )

    def _month(self, index: int) -> bool:
        return self._tokens.capital(index) and self._tokens.word(index) in self._lists.months

    def _month_behind(self, start: int) -> bool:
        return self._month(start - 1 - (self._tokens.word(start - 1) == "."))

    def _is_label(self, bare: Numeral) -> bool:
        words, tokens = self._words, self._tokens
        joined = tokens.glued(bare.start) and tokens.dash(bare.start - 1)  # Covid -19
        if words.labels.behind(tokens, bare.start - joined):
            return True
        weak = words.weak_labels.behind(tokens, bare.start)
        return weak is not None and not words.plural_ahead(tokens, bare.end)

    def _is_date(self, bare: Numeral) -> bool:
        """Whether it is a day beside a month: "6 October", "Oct. 6", "5 and 6 October"."""
        if bare.whole is None or not 0 < bare.whole <= _DAYS:
            return False
        tokens = self._tokens
        if self.is_dated(bare.start, bare.end):
            return True
        joined = tokens.word(bare.end) in self._words.joins or tokens.dash(bare.end)
        return joined and tokens.digits(bare.end + 1) and self._month(bare.end + 2)

    def _continues_list(self, bare: Numeral) -> bool:
        """Whether it goes on from a date or a label: "October 5 and 6", "Articles 5 and 6"."""
        tokens = self._tokens
        if not self._listing or bare.start != self._listing + 1:
            return False
        if tokens.word(self._listing) not in self._words.joins and not tokens.dash(self._listing):
            return False
        if self._words.plural_ahead(tokens, bare.end):
            return False
        if self._dated and (bare.whole is None or bare.whole > _DAYS):
            return False
        self._listing = bare.end
        return True

    def _is_numbering(self, bare: Numeral) -> bool:
        """Whether it numbers an item ("1.", "(2)") or a note ("[3]")."""
        tokens = self._tokens
        opening, closing = tokens.word(bare.start - 1), tokens.word(bare.end)
        if opening in _BRACKETS and _BRACKETS[opening] == closing:
            return bare.start == 1 or opening == "["
        return bare.start == 0 and closing in (".", ")") and bare.end + 1 < len(tokens)

    def is_label(self, bare: Numeral) -> bool:
        """Whether a digit behind a name belongs to it: "the game Halo 2".

        Copy spells such small numbers out, but in lists: "Spain lost 12 men and Peru 4".
        """
        tokens, at = self._tokens, bare.start - 1
        small = bare.whole is not None and bare.whole < _TEN and tokens.digits(bare.start)
        if not (small and tokens.capital(at)) or self._words.plural_ahead(tokens, bare.end):
            return False
        while tokens.capital(at):
            at -= 1
        if at < 0 or not tokens.raw[at].isalpha() or tokens.capital(bare.end):
            return False
        listed = tokens.word(at) in self._words.joins and any(map(tokens.digits, range(at)))
        written = any(word.islower() and len(word) > _SHORT_WORD for word in tokens.raw)
        return written and not listed

    def _is_address(self, bare: Numeral) -> bool:
        """Whether it is a house of a street: "16 Mill Road", but not "16 Mill Road shops"."""
        tokens = self._tokens
        for at in range(bare.end, bare.end + _STREET_REACH):
            if tokens.capital(at) and tokens.word(at) in self._lists.streets:
                return not self._words.plural_ahead(tokens, at + 1)
            if not (tokens.capital(at) or tokens.digits(at) or tokens.glued(at)):
                return False
        return False

    def _is_telephone(self, bare: Numeral) -> bool:
        """Digits beside further digits, with nothing but a space or a hyphen between."""
        tokens = self._tokens
        behind = tokens.digits(bare.start - 1) and self._settled != bare.start
        return behind or tokens.digits(bare.end)
