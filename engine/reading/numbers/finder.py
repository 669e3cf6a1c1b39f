"""Figures in a sentence: their bounds, hedge, unit and span.

No library returns the hedge, and those at hand read "$2.5bn" as barns; so this is a
grammar of its own over tokens: numeral, unit, range, then what qualifies it from behind
and from before. It knows the forms of figures; the words are in ``facts/words/numbers.yaml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ...model import Hedge, NumberForm, NumberRole, Quantity
from ..glance import Glance
from .amounts import COUNT, YEARS, Amount, AmountReader, ratio, worth
from .hedges import HedgeReader
from .not_figures import Refusals
from .numerals import Numeral, read_ordinal
from .pairs import PairReader
from .tokens import Tokens
from .words import NumberWords, UnitWord, number_words

__all__ = ["Number", "find_numbers"]

_OLDEST = 120
_ORDINAL = UnitWord("", "ordinal")


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as it stands in a text.

    Attributes:
        start: offset of its first code point, hedge and currency sign included.
        end: offset behind its last, unit included.
        quantity: what it says, in the unit that is compared: percent for "a third", dollars for
            "19 cents".
        form: what sort of figure it is.
        stated: the same in the copy's own unit: a third of one, 19 cents.
        role: whether it is a number, a rank, a word that names no number, or part of a name.
        figure: whether facts may be made of it. It is mentioned and no more where it counts
            nothing that may be compared: "one of the worst storms", "voted 66 to 27".
        part: of a ratio, the smaller number: 18 in "18 of the 60 seats".
        whole: of a ratio of things that are all there, the greater number: the 60.
    """

    start: int
    end: int
    quantity: Quantity
    form: NumberForm
    stated: Quantity
    role: NumberRole = "number"
    figure: bool = True
    part: Quantity | None = None
    whole: Quantity | None = None


def find_numbers(text: str, glance: Glance | None = None) -> list[Number]:
    """The figures of ``text``, in order, none overlapping.

    Args:
        text: one sentence. What is no number of anything where it stands (a year, a date, a
            score, "Route 66") is left out; whether "40" counts people is for the caller.
        glance: the same at a glance, where that is at hand.
    """
    words = number_words()
    hinted = words.hinted(glance or Glance(text))
    return _Reader(Tokens(text), words).read() if hinted else []


class _Reader:
    """Reads one sentence."""

    def __init__(self, tokens: Tokens, words: NumberWords) -> None:
        self._tokens = tokens
        self._words = words
        self._lists = words.lists
        self._refusals = Refusals(tokens, words)
        self._amounts = AmountReader(tokens, words)
        self._hedges = HedgeReader(tokens, words)
        self._pairs = PairReader(tokens, words, self._amounts, self._hedges, self._refusals)
        self._floor = 0  # index behind the last figure: nothing reaches back beyond it
        self._found: list[Number] = []

    def read(self) -> list[Number]:
        """Every figure, left to right."""
        position = 0
        for index in self._words.beginnings(self._tokens):
            if index >= position:
                start = self._amounts.start(index, self._floor)
                if self._refusals.begins_freely(start):
                    position = self._figure(index)
        return self._found

    def _figure(self, index: int) -> int:
        """Reads the figure at ``index``; gives the index behind it, or behind what it is not."""
        ordinal = self._ordinal(index)
        if ordinal:
            return ordinal
        grouped = not self._refusals.follows_label(index)
        amount = self._amounts.read(index, self._floor, grouped=grouped)
        if amount is None:
            return index + 1
        return self._ratio(amount) or self._range(amount) or self._single(amount)

    def _ordinal(self, index: int) -> int:
        """Reads an ordinal at ``index``; 0 when there is none."""
        numeral = read_ordinal(self._tokens, index, self._words)
        if numeral is None:
            return 0
        if self._ranks(numeral):
            self._emit(Amount(index, numeral.end, numeral, _ORDINAL), index, None, role="ordinal")
        return numeral.end

    def _ranks(self, numeral: Numeral) -> bool:
        """Whether an ordinal is no part of a name or a date."""
        tokens, refusals = self._tokens, self._refusals
        start, end = numeral.start, numeral.end
        named = tokens.capital(end) and (tokens.digits(start) or tokens.capital(start))
        return (
            not named
            and refusals.ends_freely(end, bare=True)
            and not refusals.is_dated(start, end)
            and not refusals.refuses(numeral, hedged=True)
            and self._allowed("ordinal", start, end)
        )

    def _allowed(self, sort: str, start: int, end: int) -> bool:
        """Whether the condition on all figures of ``sort`` is met."""
        condition = self._words.conditions[sort]
        return condition.allows(self._tokens, start, end, hedged=False, plural=False)

    def _ratio(self, amount: Amount) -> int:
        """Reads a ratio that ``amount`` begins ("two out of five"); 0 when there is none."""
        tokens, words = self._tokens, self._words
        at = tokens.after_hyphen(amount.end)
        found = words.out_of.ahead(tokens, at) or words.of.ahead(tokens, at)
        within = None if found else words.within.ahead(tokens, at)
        if not found and not within:
            return 0
        index = tokens.after_hyphen((found or within or (at, None))[0])
        whole = self._amounts.read_next(index)
        if whole is None or self._refusals.is_year(whole.numeral):
            return 0
        share = ratio(amount, whole, strict=within is not None)
        if share is None or not self._allowed("ratio", amount.start, amount.end):
            return 0
        start, hedge, _ = self._lead(share)
        all_there = whole.numeral.value if found else None
        self._emit(share, start, hedge, part=amount.numeral.value, whole=all_there)
        return share.end

    def _range(self, first: Amount) -> int:
        """Reads a range that ``first`` begins ("40-50"); 0 when there is none."""
        pair = self._pairs.read(first, self._floor)
        if pair is None:
            return 0
        first, second = pair.first, pair.second
        mixed = first.unit.times != second.unit.times
        if (mixed and not pair.between) or pair.step:
            return self._two(first, second)
        if mixed:
            first, second = first.converted(), second.converted()
        rising = first.numeral.value < second.numeral.value
        if not rising and (pair.either or self._refusals.is_year(first.numeral)):
            return 0
        if first.bare and not self._refusals.ends_freely(second.end, bare=True):
            return second.end
        if pair.apart:
            return self._two(first, second)
        result = pair.may_be_result and (
            not rising or self._refusals.is_result(first.start, second.end, bare=first.bare)
        )
        if first.bare and result:
            return second.end if pair.hyphen else self._two(first, second, figure=False)
        if first.bare and any(self._refused(first, second)):
            return second.end
        if result or not rising:
            return self._two(first, second)
        joined = first._replace(end=second.end, high=second.numeral, hedge="between")
        start, _, unit = self._lead(joined._replace(start=pair.start))
        self._emit(joined._replace(unit=unit), start, None)
        return second.end

    def _two(self, first: Amount, second: Amount, *, figure: bool = True) -> int:
        """Two figures that may share a unit: "from 40 to 50 percent", "voted 66 to 27"."""
        for amount, refused in zip((first, second), self._refused(first, second), strict=True):
            if not refused:
                start, hedge, unit = self._lead(amount)
                self._emit(amount._replace(unit=unit), start, hedge, figure=figure)
        return second.end

    def _refused(self, first: Amount, second: Amount) -> tuple[bool, bool]:
        """Which ends of a range, without a unit, are no figures; years are both ends or none."""
        counts = second.numeral.plain and not self._refusals.is_year(second.numeral)
        counts = counts and self._refusals.is_year(first.numeral)
        return (
            first.bare and not counts and self._refusals.refuses(first.numeral),
            second.bare and self._refusals.refuses(second.numeral),
        )

    def _single(self, amount: Amount) -> int:
        """Emits ``amount`` where it is a figure; gives the index behind it."""
        tokens, words = self._tokens, self._words
        start, hedge, unit = self._lead(amount)
        numeral = amount.numeral
        condition = words.condition(tokens, numeral.start, amount.end)
        plural = condition is not None and words.plural_ahead(tokens, amount.end)
        if condition and not condition.allows(
            tokens, numeral.start, amount.end, hedged=hedge is not None, plural=plural
        ):
            return numeral.start + 1
        if self._refusals.is_fixed(numeral.start, amount.end):
            return amount.end
        figure = condition is None or condition.is_figure(tokens, amount.end)
        if amount.bare:
            following = tokens.after_hyphen(amount.end)
            described = tokens.word(following) in self._lists.described
            if following > amount.end and (
                described or tokens.word(following) in self._lists.attributive
            ):
                amount = amount._replace(end=following + 1)
                figure = figure and not described
        spoken = amount.bare or (unit.form == "share" and not tokens.digits(numeral.start))
        if not self._refusals.ends_freely(amount.end, bare=spoken):
            if unit.form == "measure" and tokens.hyphen(amount.end):  # 6-foot-4
                self._emit(amount._replace(unit=unit), start, hedge, figure=False)
            return amount.end
        if unit is COUNT:
            if self._refusals.refuses(numeral, hedged=hedge is not None):
                return amount.end
            unit = YEARS if self._is_apposed_age(amount, hedge) else unit
        label = unit is COUNT and hedge is None and self._refusals.is_label(numeral)
        role: NumberRole = "label" if label else "number"
        self._emit(amount._replace(unit=unit), start, hedge, figure=figure, role=role)
        return amount.end

    def _is_apposed_age(self, amount: Amount, hedge: Hedge | None) -> bool:
        """Whether it is an age between commas behind a name: "Ivan Petrov, 34, said"."""
        tokens, numeral = self._tokens, amount.numeral
        return (
            numeral.plain
            and hedge is None
            and 0 < numeral.value <= _OLDEST
            and tokens.word(amount.end) == ","
            and tokens.word(amount.start - 1) == ","
            and tokens.capital(amount.start - 2)
        )

    def _lead(self, amount: Amount) -> tuple[int, Hedge | None, UnitWord]:
        """Where ``amount`` begins with all that qualifies it, its hedge, and its unit."""
        tokens = self._tokens
        start, hedge = self._hedges.behind(amount.start, self._floor)
        unit = amount.unit
        if not amount.prefixed and unit.form in ("count", "duration"):
            prefix = self._words.prefixes.behind(tokens, start, self._floor)
            if prefix and prefix[1].form == "age":
                start = prefix[0]
                unit = unit._replace(form="age") if unit.unit else prefix[1]
        return start, hedge, unit

    def _emit(
        self,
        amount: Amount,
        start: int,
        hedge: Hedge | None,
        *,
        figure: bool = True,
        role: NumberRole = "number",
        part: Decimal | None = None,
        whole: Decimal | None = None,
    ) -> None:
        """Adds ``amount``, from token ``start``, to what was found; the rest as of ``Number``."""
        unit, numeral = amount.unit, amount.numeral
        if hedge is None or (hedge == "about" and amount.hedge):
            hedge = amount.hedge
        low: Decimal | None = numeral.value
        high: Decimal | None = low
        if amount.high is not None:
            high, hedge = amount.high.value, "between"
        elif numeral.open:
            if hedge in ("at most", "under"):
                return
            high, hedge = None, hedge or "about"
        elif hedge in ("at least", "over"):
            high = None
        elif hedge in ("at most", "under"):
            low = None
        own = unit.unit if unit.stated is None else unit.stated
        stated = Quantity(_exact(low), _exact(high), hedge, own or None)
        quantity = stated
        if unit.stated is not None:
            low, high = (end if end is None else worth(end, unit) for end in (low, high))
            quantity = Quantity(_exact(low), _exact(high), hedge, unit.unit)
        counted = None
        if part is not None:
            counted = Quantity(low and part, high and part, hedge)
        total = None if whole is None else Quantity(whole, whole)
        first, last = self._tokens.start(start), self._tokens.end(amount.end - 1)
        role = "quantifier" if numeral.quantifier else role
        figure = figure and unit.known
        self._found.append(
            Number(first, last, quantity, unit.form, stated, role, figure, counted, total)
        )
        self._floor = amount.end


def _exact(value: Decimal | None) -> Decimal | None:
    """``value`` without needless zeros behind the point."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return Decimal(int(whole)) if whole == value else value.normalize()
