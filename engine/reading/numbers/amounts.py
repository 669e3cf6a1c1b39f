"""Amounts: a numeral with its currency sign or unit, and with a hedge that follows it.

What stands before an amount, and whether two of them are one figure, is for ``numbers``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ...model import Hedge
from .numerals import Numeral, read_fraction, read_numeral
from .tokens import Tokens
from .words import NumberWords, UnitWord

__all__ = ["COUNT", "YEARS", "Amount", "AmountReader", "matched", "ratio", "worth"]

_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")
_TEN_PLACES = Decimal("1e-10")
_FEW = 10
_LONGEST_SYMBOL = 5
_ADDRESSES = frozenset("/.@")
COUNT = UnitWord("", "count")
YEARS = UnitWord("year", "age")
_RATIO = UnitWord("percent", "ratio", _HUNDRED, "")
_SHARE = UnitWord("percent", "share", _HUNDRED, "")
_TIMES = UnitWord("times", "ratio")


class Amount(NamedTuple):
    """A figure while it is read.

    Attributes:
        start: index of its first token.
        end: index behind its last.
        numeral: its value, still to be multiplied by ``unit.times``.
        unit: what it is measured in.
        prefixed: whether the unit stands before it.
        hedge: what follows it: "200-plus", "40 or so".
        high: the upper end, where it is a range.
    """

    start: int
    end: int
    numeral: Numeral
    unit: UnitWord = COUNT
    prefixed: bool = False
    hedge: Hedge | None = None
    high: Numeral | None = None

    @property
    def bare(self) -> bool:
        """Whether it has no unit."""
        return self.unit is COUNT

    def negated(self, start: int) -> Amount:
        """The same below zero, with its sign from token ``start``."""
        numeral = self.numeral._replace(value=-self.numeral.value)
        return self._replace(start=start, numeral=numeral)

    def converted(self) -> Amount:
        """The same in the unit that its own is counted in: dollars for cents."""
        numeral = self.numeral._replace(value=worth(self.numeral.value, self.unit))
        unit = self.unit._replace(times=Decimal(1), stated=None)
        return self._replace(numeral=numeral, unit=unit)


def worth(value: Decimal, unit: UnitWord) -> Decimal:
    """What ``value`` comes to in ``unit.unit``; a share to a hundredth of a percent."""
    counted = value * unit.times
    return counted.quantize(_CENT) if unit.form in ("share", "ratio") else counted


class AmountReader:
    """Reads the amounts of one sentence."""

    def __init__(self, tokens: Tokens, words: NumberWords) -> None:
        self._tokens = tokens
        self._words = words
        self._lists = words.lists

    def read(self, index: int, floor: int, *, grouped: bool) -> Amount | None:
        """The amount whose numeral begins at token ``index``.

        Args:
            index: a token.
            floor: nothing before this token belongs to the amount.
            grouped: whether a space may part thousands: "473 400".
        """
        special = self._special(index) or self._fraction(index)
        if special:
            return special
        start, unit = self._prefix(index, floor)
        amount = self._numeral(start, index, unit, grouped=grouped)
        return amount and self._signed(amount, floor)

    def start(self, index: int, floor: int) -> int:
        """Where the amount whose numeral begins at ``index`` begins: at its currency sign."""
        return self._prefix(index, floor)[0]

    def read_next(self, index: int) -> Amount | None:
        """The amount that begins at token ``index``, which may be its currency sign."""
        at, unit = self._words.prefixes.ahead(self._tokens, index) or (index, None)
        return self._numeral(index, at, unit, grouped=True)

    def _special(self, index: int) -> Amount | None:
        """Words that are a figure by themselves: "nobody", "a majority", "sevenfold"."""
        tokens, words = self._tokens, self._words
        fold = self._lists.folds.get(tokens.word(index))
        if fold is not None:
            return Amount(index, index + 1, Numeral(index, index + 1, fold), _TIMES)
        multiple = self._lists.multiples.get(tokens.word(index))
        if multiple is not None:
            times = Numeral(index, index + 1, multiple, quantifier=True)
            return Amount(index, index + 1, times, _TIMES)
        nothing = words.nothing.ahead(tokens, index)
        if nothing:
            none = Numeral(index, nothing[0], Decimal(0), quantifier=True)
            return Amount(index, nothing[0], none)
        majority = words.majorities.ahead(tokens, index)
        if majority:
            half = Numeral(index, majority[0], Decimal(1) / 2, quantifier=True)
            return Amount(index, majority[0], half, _SHARE, hedge="over")
        return None

    def _fraction(self, index: int) -> Amount | None:
        """A share ("two thirds of the seats"), or a part of a unit ("half an hour")."""
        tokens, lists = self._tokens, self._lists
        fraction = read_fraction(tokens, index, self._words)
        numeral = read_numeral(tokens, index, self._words) if fraction else None
        if fraction is None or (numeral and numeral.end > fraction[0]):
            return None
        end, value = fraction
        behind = self._words.of.ahead(tokens, end)
        at = behind[0] if behind and behind[0] == end + 1 else end
        article = tokens.word(at) in lists.articles
        at = at + 1 if article else tokens.after_hyphen(at)
        unit = self._words.units.ahead(tokens, at)
        counted = end > index + 1 or (unit and unit[1].form == "measure")  # but no half-year profit
        if unit and not unit[1].attached and (article or counted):
            return Amount(index, unit[0], Numeral(index, end, value), unit[1])
        return Amount(index, end, Numeral(index, end, value), _SHARE)

    def _prefix(self, index: int, floor: int) -> tuple[int, UnitWord | None]:
        joined = index - self._tokens.hyphen(index - 1)  # magnitude-9
        return self._words.prefixes.behind(self._tokens, joined, floor) or (index, None)

    def _numeral(
        self, start: int, index: int, prefix: UnitWord | None, *, grouped: bool
    ) -> Amount | None:
        money = prefix is not None and prefix.form == "money"
        tokens, words = self._tokens, self._words
        numeral = read_numeral(tokens, index, words, money=money, grouped=grouped)
        if numeral is None:
            return None
        if prefix is not None and prefix.attached and (numeral.plain or not tokens.glued(index)):
            return None
        amount = Amount(start, numeral.end, numeral, prefix or COUNT, prefix is not None)
        return self._trailing(self._with_unit(self._trailing(amount)))

    def _with_unit(self, amount: Amount) -> Amount:
        tokens, words, end = self._tokens, self._words, amount.end
        if words.clock.ahead(tokens, end):
            return amount
        at = tokens.after_hyphen(end)
        if amount.numeral.loose and tokens.word(end) in self._lists.partitives:
            at = end + 1
        found = words.units.ahead(tokens, at)
        if found is None or (found[1].attached and not tokens.glued(at)):
            return self._with_symbol(amount)
        condition = words.condition(tokens, at, found[0])
        if condition and not condition.allows(tokens, at, found[0], hedged=False, plural=False):
            return amount
        if not amount.prefixed:
            return amount._replace(end=found[0], unit=found[1])
        if amount.unit.form == "age" and found[1].form in ("age", "duration"):
            return amount._replace(end=found[0], unit=found[1]._replace(form="age"))
        same = amount.unit.unit == found[1].unit
        return amount._replace(end=found[0]) if same else amount

    def _with_symbol(self, amount: Amount) -> Amount:
        """With letters that touch its digits as those of a unit do: "60fps", "4.5s"."""
        tokens, end = self._tokens, amount.end
        symbol, digits = tokens.raw[end], tokens.raw[end - 1]
        written = symbol.isalpha() and symbol.islower() and len(symbol) <= _LONGEST_SYMBOL
        if not (written and amount.bare and tokens.digits(end - 1) and tokens.glued(end)):
            return amount
        if symbol in self._lists.ordinal_endings or (len(symbol) == 1 and "." not in digits):
            return amount
        if tokens.glued(end + 1) and (tokens.digits(end + 1) or tokens.raw[end + 1] in _ADDRESSES):
            return amount
        return amount._replace(end=end + 1, unit=UnitWord(symbol, "measure", known=False))

    def _trailing(self, amount: Amount) -> Amount:
        """With a hedge that follows: "200-plus", "40 or so", "65 and over"."""
        tokens, words, unit = self._tokens, self._words, amount.unit
        at = tokens.after_hyphen(amount.end)
        found = words.trailing.ahead(tokens, at)
        if found is None and unit.form in ("count", "age"):
            found = words.trailing_age.ahead(tokens, at)
            unit = YEARS if found and amount.bare else unit
        if found is None or words.may_begin(tokens, found[0]):
            return amount
        return amount._replace(end=found[0], unit=unit, hedge=found[1])

    def _signed(self, amount: Amount, floor: int) -> Amount:
        """Below zero where a sign says so: "minus 4", "-0.5%", "$-3m"."""
        tokens, signs = self._tokens, self._lists.signs
        inner = amount.numeral.start - 1
        if amount.unit.form == "money" and inner > amount.start and tokens.word(inner) in signs:
            return amount.negated(amount.start) if not tokens.raw[inner - 1].isalpha() else amount
        at = amount.start - 1
        at -= tokens.hyphen(at) and tokens.word(at - 1) in signs  # minus-5
        sign = tokens.word(at)
        if at < floor or sign not in signs or self._words.tolerances.behind(tokens, at):
            return amount
        if sign.isalpha():  # but without two men is no number of men
            lacking = amount.bare and self._words.plural_ahead(tokens, amount.end)
            return amount if lacking else amount.negated(at)
        level = tokens.word(at - 1) in self._lists.levels
        a_dash = (amount.bare and not level) or tokens.glued(at) or not tokens.glued(at + 1)
        return amount if a_dash else amount.negated(at)


def matched(first: Amount, second: Amount) -> tuple[Amount, Amount] | None:
    """Both ends of a range with a unit and a multiplier each; ``None`` when they do not fit."""
    if first.bare and not second.bare:
        if second.prefixed:
            return None
        first = first._replace(unit=second.unit)
    elif second.bare and not first.bare:
        if not first.prefixed:
            return None
        second = second._replace(unit=first.unit)
    if (first.unit.unit, first.unit.form) != (second.unit.unit, second.unit.form):
        return None
    scale, numeral = second.numeral.scale, first.numeral
    if numeral.scale == 1 and scale > 1 and numeral.value < second.numeral.value / scale:
        first = first._replace(numeral=numeral._replace(value=numeral.value * scale))
    return first, second


def ratio(part: Amount, whole: Amount, *, strict: bool) -> Amount | None:
    """``part`` of ``whole`` as a share; ``None`` when they are no such thing.

    Args:
        part: the smaller number.
        whole: the number it is a part of.
        strict: whether small numbers alone will do, as they will in "two in five" but not in
            "12 in 40 villages".
    """
    numerals = (part.numeral, whole.numeral)
    if any(numeral.open or numeral.value < 1 for numeral in numerals) or part.hedge:
        return None
    if not (part.bare and whole.bare):
        return None
    counted, total = part.numeral.value, whole.numeral.value
    if total < max(counted, Decimal(2)):
        return None
    if strict and (total == counted or (counted > 1 and total > _FEW)):
        return None
    share = (counted / total).quantize(_TEN_PLACES).normalize()
    numeral = Numeral(part.numeral.start, whole.numeral.end, share)
    return Amount(part.start, numeral.end, numeral, _RATIO)
