"""Pairs: two figures joined by "to", "or", "and" or a hyphen, which may be the ends of a range."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from .amounts import Amount, AmountReader, matched
from .hedges import HedgeReader
from .not_figures import Refusals
from .tokens import Tokens
from .words import NumberWords

__all__ = ["Pair", "PairReader"]

_STEPS = (1, 2, 5)


class Pair(NamedTuple):
    """Two figures that may be the ends of a range.

    Attributes:
        first: the one that comes first.
        second: the other.
        start: index of the first token of both.
        between: whether a word before them makes them a range.
        hyphen: whether a hyphen joins them.
        either: whether "or" or "and" does.
        alternative: whether "or" does, with nothing before that makes them a range.
        change: whether something goes from the one to the other.
        step: whether something goes by the one, and to the other.
    """

    first: Amount
    second: Amount
    start: int
    between: bool
    hyphen: bool
    either: bool
    alternative: bool
    change: bool
    step: bool

    @property
    def apart(self) -> bool:
        """Whether they are two figures, and no range."""
        ends = self.first.numeral.value, self.second.numeral.value
        return self.change or (self.alternative and not _are_neighbours(*ends))

    @property
    def may_be_result(self) -> bool:
        """Whether they may be a score or a vote."""
        return self.hyphen or not (self.between or self.either)


def _are_neighbours(low: Decimal, high: Decimal) -> bool:
    """Whether the one follows the other as people count: two or three, 15 or 20, 500 or 600.

    Only these are an estimate when "or" joins them; "a fine of $500 or $750" names two sums.
    """
    step = (high - low).normalize()
    return (
        len(step.as_tuple().digits) == 1 and step.as_tuple().digits[0] in _STEPS and not low % step
    )


class PairReader:
    """Reads the pairs of one sentence."""

    def __init__(
        self,
        tokens: Tokens,
        words: NumberWords,
        amounts: AmountReader,
        hedges: HedgeReader,
        refusals: Refusals,
    ) -> None:
        self._tokens = tokens
        self._words = words
        self._amounts = amounts
        self._hedges = hedges
        self._refusals = refusals

    def read(self, first: Amount, floor: int) -> Pair | None:
        """``first`` and the figure joined to it; nothing before ``floor`` belongs to them."""
        tokens, ranges, at = self._tokens, self._words.lists.ranges, first.end
        if not (tokens.dash(at) or tokens.word(at) in self._words.joins):
            return None
        lead = self._hedges.behind(first.start, floor)[0]
        between = self._words.between.behind(tokens, lead, floor)
        separator = self._separator(first, between is not None)
        if not separator or first.numeral.open or first.hedge:
            return None
        index, hyphen, either = separator
        second = self._amounts.read_next(index)
        if second is None or second.numeral.open:
            return None
        fitted = matched(first, second)
        if fitted is None or self._is_year_beside(first, second):
            return None
        before, form = tokens.word(lead - 1), fitted[0].unit.form
        changing = not between and before in ranges.from_ and not hyphen
        changing = changing and not ranges.changes.isdisjoint(tokens.words[: first.start])
        stepping = not between and before in ranges.steps and not (first.bare or second.bare)
        return Pair(
            *fitted,
            start=between[0] if between else first.start,
            between=between is not None,
            hyphen=hyphen,
            either=either,
            alternative=either and not between,
            change=changing and form not in ("age", "duration"),
            step=stepping and form == "money",
        )

    def _is_year_beside(self, first: Amount, second: Amount) -> bool:
        """Whether ``first`` is a year, and ``second`` none: "from 3,000 in 1995 to 5,000"."""
        year = first.bare and self._refusals.is_year(first.numeral)
        return year and not second.numeral.plain

    def _separator(self, first: Amount, between: bool) -> tuple[int, bool, bool] | None:
        """Where the second figure of a range begins, whether behind a hyphen, or behind "or"."""
        tokens, ranges, at = self._tokens, self._words.lists.ranges, first.end
        joining = ranges.to | ranges.or_
        if tokens.dash(at) and tokens.glued(at) and tokens.word(at + 1) in joining:
            at += 1  # "two- to three-week", "50-to-100 percent"
        elif tokens.dash(at):
            spaced = not tokens.glued(at) and not tokens.glued(at + 1)
            small = self._words.lists.cardinals  # "two-three weeks"
            figures = tokens.digits(first.numeral.start) or (
                tokens.word(at - 1) in small and tokens.word(at + 1) in small
            )
            return (at + 1, True, False) if figures and (tokens.hyphen(at) or spaced) else None
        word = tokens.word(at)
        if word in joining or (between and word in ranges.and_):
            return tokens.after_hyphen(at + 1), False, word in ranges.or_ or word in ranges.and_
        return None
