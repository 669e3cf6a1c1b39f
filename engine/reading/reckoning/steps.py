"""A change with what it comes to beside it: "from 40 euros to 60 euros, an increase of half"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...knowledge import read_words
from ...model import Quantity
from ...quantities import quotient, reach
from ..alternatives import any_of
from ..numbers import Number
from .claims import Told
from .marked import FIGURE, Marked
from .reckoning import Reckoning
from .words import ReckoningWords, whole_words

__all__ = ["StepFinder"]

_HUNDRED = Decimal(100)
_POINTS = Decimal(2)
"""How far a share may be out, in points."""
_TIMES = Decimal("1.12")
_FAR = 30
"""More times the other, one of two figures is in another unit."""
_SCORE = rf"(?:{FIGURE}|\d{{1,4}})"
"""A figure of a vote, of which a score like "14-9" is made as well."""
_BEHIND = 40
"""Characters behind a measure in which it may be said to be of something else."""


class StepFinder:
    """Finds changes whose beginning and end stand beside what they are said to come to."""

    def __init__(self, words: ReckoningWords) -> None:
        self._multiples = words.multiples
        self._denied = whole_words(words.disowned)
        adjusted = read_words("comparisons").data["adjusting"]
        other = any_of((*words.not_overall, *adjusted))  # "40 percent a year", not "in a year"
        self._other = re.compile(rf"(?<!\bin )(?<![\w-]){other}(?![\w-])", re.IGNORECASE)
        self._share_of = whole_words(words.of_another)
        unit = r"(?:[ -](?!to |from )[\w'’-]+){0,4}"
        the = r"(?:a |an |about |the )?"
        pair = (
            rf"(?:from (?P<first>{FIGURE}){unit},? to {the}(?P<last>{FIGURE})"
            rf"|to (?P<last_>{FIGURE}){unit},? (?:up |down )?from {the}(?P<first_>{FIGURE})"
            rf"|(?P<last__>{FIGURE}){unit},? (?:up|down) from {the}(?P<first__>{FIGURE}))"
        )
        named = any_of(words.steps)
        lead = r"(?:which (?:is|was) |that is |meaning |representing |i\.e\. )?(?:an? |another )?"
        measure = (
            rf"{lead}(?:[a-z-]+ ){{0,2}}?{named} of (?P<of>{FIGURE})"
            rf"|or (?:by )?(?P<or>{FIGURE})(?= ?[.,;)–—]|$| in | over | since )"
            rf"|(?:up|down) (?:by )?(?P<by>{FIGURE})"
            rf"|(?P<more>{FIGURE}) {any_of((*words.more_behind, *words.less_behind))}\b"
            rf"|{lead}(?P<worded>{FIGURE})[ -](?:[a-z-]+ )?{named}\b"
            rf"|{lead}(?:[a-z]+ )?(?P<times>{any_of(words.multiples)})\b"
        )
        self._behind = re.compile(
            rf"(?P<pair>{pair}){unit}(?:,| –| —| -| \(|\() ?(?P<said>{measure})", re.IGNORECASE
        )
        self._before = re.compile(
            rf"(?P<said>(?P<times>{any_of(words.multiples)}))(?: [a-z]+){{0,4}},? (?P<pair>{pair})",
            re.IGNORECASE,
        )

        votes = rf"(?: {any_of(words.voted)})?"
        pair = rf"(?P<first>{_SCORE}){votes}(?: to | ?[-–] ?)(?P<last>{_SCORE}){votes}"
        margin = rf"(?:(?:a |the )?(?:[a-z-]+ )?{any_of(words.margins)}|(?P<most>{FIGURE}))"
        self._margins = words.margins
        self._score = re.compile(
            rf"(?<![\d.,])(?P<pair>{pair})(?![\d.,]\d)"
            rf"(?: [\w'’-]+){{0,6}}(?:,| –| —| -| \(|\()? ?(?:with |by )?"
            rf"(?P<said>{margin} of (?P<of>{FIGURE}))",
            re.IGNORECASE,
        )

    def find(self, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """The changes that do not come to what is said, and those that do."""
        for at, sentence in enumerate(sentences):
            if not sentence.numbers:
                continue
            marked = Marked.of(sentence)
            for pattern in (self._behind, self._before):
                for match in pattern.finditer(marked.text):
                    found = self._reckoned(at, marked, match)
                    if found is not None:
                        yield found
            for match in self._score.finditer(marked.text):
                yield from self._scored(at, marked, match)

    def _scored(self, at: int, marked: Marked, match: re.Match[str]) -> Iterator[Reckoning]:
        """How far the winner of a vote is said to be ahead: "by 212 to 208, a margin of six"."""
        ends = [_counted(marked, match, name) for name in ("first", "last", "of")]
        counts = [each for each in ends if each is not None]
        if len(counts) < len(ends) or self._denied.search(marked.text, 0, match.start()):
            return
        first, last, said = counts
        most = marked.spoken(match.start("most")).split()[-1:] if match["most"] else ()
        if said in (first, last) or not set(most) <= set(self._margins):
            return  # "by 58 to 52, a majority of 58"
        spoken, given = marked.place(*match.span("said")), marked.place(*match.span("pair"))
        apart = abs(first - last)
        yield Reckoning(
            "change", (at, *spoken), (at, *given), _between(said, said), _between(apart, apart)
        )

    def _reckoned(self, at: int, marked: Marked, match: re.Match[str]) -> Reckoning | None:
        groups = match.groupdict()
        first, last = (
            next(marked.numbers[match.start(f"{end}{n}")] for n in _WAYS if groups[f"{end}{n}"])
            for end in ("first", "last")
        )
        start, end = match.span("said")
        tail = marked.text[end : end + _BEHIND].split(FIGURE)[0]
        other = self._other.search(marked.text[start:end] + tail)
        if other or self._denied.search(marked.text, 0, match.start()):
            return None
        figure = next((match.start(n) for n in _FIGURES if groups.get(n)), None)
        said = _said(marked, figure, groups.get("times"), self._multiples)
        if said is None or self._share_of.match(tail.lstrip()):
            return None  # "down 30 percent from the peak of 2012"
        found = _computed(first, last, said)
        if found is None:
            return None
        stated, computed = found
        spoken, given = marked.place(start, end), marked.place(*match.span("pair"))
        return Reckoning("change", (at, *spoken), (at, *given), stated, computed)


def _counted(marked: Marked, match: re.Match[str], name: str) -> Decimal | None:
    """A whole number of votes; ``None`` for a share or an estimate."""
    if match[name].isdigit():
        return Decimal(match[name])
    quantity = marked.numbers[match.start(name)].quantity
    exact = quantity.low == quantity.high and quantity.unit is None and not quantity.hedge
    return quantity.low if exact else None


_WAYS = ("", "_", "__")
_FIGURES = ("of", "or", "by", "more", "worded")


def _said(
    marked: Marked, figure: int | None, word: str | None, multiples: dict[str, Decimal]
) -> Quantity | None:
    """What a change is said to come to."""
    if figure is None:
        times = multiples.get((word or "").lower())
        return None if times is None else Quantity(times, times, None, "times")
    number = marked.numbers[figure]
    bounded = None in (number.quantity.low, number.quantity.high)
    return None if bounded or number.part is not None else number.quantity


def _computed(first: Number, last: Number, said: Quantity) -> tuple[Quantity, Quantity] | None:
    """What is said, with what is let pass, and what two figures come to by that measure."""
    one, other = first.quantity, last.quantity
    begins, ends, times = reach(one), reach(other), quotient(other, one)
    spoken = reach(said)
    if begins is None or ends is None or times is None or spoken is None:
        return None
    far = max(ends[1], begins[1]) > min(ends[0], begins[0]) * _FAR
    if len({one.unit, other.unit} - {None}) > 1 or far or first.part or last.part:
        return None
    apart = (
        min(abs(a - b) for a in ends for b in begins),
        max(abs(a - b) for a in ends for b in begins),
    )
    if ends[0] <= begins[1] and begins[0] <= ends[1]:
        return None
    unit = other.unit or one.unit
    if said.unit == "times":
        risen = sorted(times) if times[0] >= 1 else sorted(1 / each for each in times)
        factor = said.low if said.low and said.low >= 1 else 1 / (said.low or Decimal(1))
        return _between(factor / _TIMES, factor * _TIMES), _between(*risen)
    if said.unit == "percent":
        growth = sorted(abs(each - 1) * _HUNDRED for each in times)
        if unit == "percent":  # so many per cent may mean as many points
            growth = [min(growth[0], apart[0]), max(growth[1], apart[1])]
        return _between(spoken[0] - _POINTS, spoken[1] + _POINTS), _between(*growth)
    if said.unit == unit or (said.unit == "point" and unit in ("percent", None)):
        return _between(*spoken), _between(*apart)
    return None


def _between(low: Decimal, high: Decimal) -> Quantity:
    return Quantity(low, high, "between", None)
