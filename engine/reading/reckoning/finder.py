"""What an article says that its figures come to, and what they do come to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain, islice, permutations

from ...kinds import Kind
from ...model import Fact, Quantity, Span, Value
from ...quantities import quotient
from ..grammar.nouns import singular
from ..meaning.mentions import mentioned
from .claims import Claim, ClaimFinder, Told
from .compared import ComparedFinder
from .gains import GainFinder
from .limits import LimitFinder
from .marked_results import MarkedResultFinder
from .pairs import Pair, PairFinder, plain
from .rates import RateFinder
from .reckoning import Reckoning, meets
from .results import ResultFinder
from .steps import StepFinder
from .sums import SumFinder
from .totals import TotalFinder
from .twice import TwiceFinder
from .wholes import WholeFinder
from .words import reckoning_words

__all__ = ["Reckoner"]

_WAYS = ("rose", "fell")
_NEARLY = Quantity(Decimal("0.33"), Decimal(3), "between", None)
"""How many times the one of a pair the other may be, where a headline is held to it."""
_RISEN = Quantity(Decimal("1.001"), Decimal(1000), "between", None)
_FALLEN = Quantity(Decimal("0.001"), Decimal("0.999"), "between", None)
"""How many times the earlier figure the later is."""
_MOST = 250
"""An article of so many figures is a table, in which any two come to anything."""
_WORD = re.compile(r"[a-z]+")
_CLAUSE = 70
"""Code points around a claim that say what it is of."""


class Reckoner:
    """Makes facts of what is said in words and of the figures that it is said of."""

    def __init__(self) -> None:
        self._words = words = reckoning_words()
        self._sums, self._limits = SumFinder(words), LimitFinder(words)
        self._results, self._twice = ResultFinder(words), TwiceFinder(words)
        self._claims, self._pairs = ClaimFinder(words), PairFinder(words)
        self._inside = (
            WholeFinder(words), StepFinder(words), RateFinder(words), ComparedFinder(words),
            TotalFinder(words), GainFinder(words),
            MarkedResultFinder(words),
        )  # fmt: skip

    def facts(
        self,
        kinds: Iterable[Kind],
        sentences: Sequence[Told],
        published: date | None,
        told: Sequence[Fact],
    ) -> Iterator[Fact]:
        """The facts of those ``kinds`` that read reckonings.

        Args:
            kinds: all that are read.
            sentences: those of the headline and the text.
            published: the day of publication.
            told: the facts that the sentences state by themselves.
        """
        reading = [kind for kind in kinds if kind.reads == "reckonings"]
        few = list(islice((n for s in sentences for n in s.numbers), _MOST))
        if not reading or len(few) == _MOST:
            return
        all_found = (
            *self._changes(sentences, published, told), *self._sums.each(sentences),
            *self._sums.parts(sentences, told), *self._sums.equivalents(sentences),
            *self._limits.find(sentences, published), *self._results.rests(sentences),
            *self._results.products(sentences), *self._twice.digits(sentences),
            *self._twice.sorts(sentences),
            *chain.from_iterable(finder.find(sentences) for finder in self._inside),
        )  # fmt: skip
        for number, found in enumerate(all_found):
            for kind in reading:
                yield from _pair(kind, found, f"{found.form}/{number}", sentences)

    def _changes(
        self, sentences: Sequence[Told], published: date | None, told: Sequence[Fact]
    ) -> Iterator[Reckoning]:
        """The one change that is told in words, beside the one pair of figures that it is of."""
        claims = list(self._claims.find(sentences))
        ways = [f for f in told if f.part == "title" and f.fields.get("direction") in _WAYS]
        if not claims and not ways:
            return
        pairs = self._pairs.find(sentences, published)
        if len(pairs) != 1:
            return
        (pair,) = pairs
        if len({fact.fields["direction"] for fact in ways}) == 1:
            yield from self._headline(sentences, pair, ways[0], told)
        inside = (pair.sentence, pair.beside)
        apart = [claim for claim in claims if claim.sentence not in inside]
        for form in ("ratio", "difference"):
            own = [claim for claim in apart if claim.form == form]
            computed = _computed(pair, form)
            if computed is None or len({claim.stated for claim in own}) != 1:
                continue
            claim = own[0]
            fits = meets(claim.stated, computed)
            if not self._is_of(claim, pair, sentences) or (not fits and _is_met(claim, sentences)):
                continue
            said = (claim.sentence, claim.start, claim.end)
            yield Reckoning(form, said, _given(pair), claim.stated, computed)

    def _headline(
        self, sentences: Sequence[Told], pair: Pair, headed: Fact, told: Sequence[Fact]
    ) -> Iterator[Reckoning]:
        """What a headline says to have risen or fallen, beside the one pair of the story."""
        changes = {f.fields.get("direction") for f in told if f.part == "text"}
        at = next((i for i, s in enumerate(sentences) if s.passage.part == "title"), None)
        way, computed = headed.fields["direction"], _computed(pair, "ratio")
        if at is None or way in changes or computed is None or not meets(_NEARLY, computed):
            return
        start = sentences[at].passage.span.start
        said = (at, headed.span.start - start, headed.span.end - start)
        stated = _RISEN if way == _WAYS[0] else _FALLEN
        claim = Claim(at, said[2], said[2], "ratio", stated)  # the words in it count
        measured = self._is_measured(headed, sentences[at].text, pair, sentences)
        if measured and self._is_of(claim, pair, sentences):
            yield Reckoning("ratio", said, _given(pair), stated, computed)

    def _is_measured(self, headed: Fact, title: str, pair: Pair, sentences: Sequence[Told]) -> bool:
        """Whether what a headline has rise or fall is counted: a wall that falls is not."""
        given = f"{sentences[pair.sentence].text} {sentences[pair.beside].text}".lower()
        words = set(map(singular, _WORD.findall(given)))
        return bool(self._words.topics(title)) or str(headed.fields.get("counted")) in words

    def _is_of(self, claim: Claim, pair: Pair, sentences: Sequence[Told]) -> bool:
        """Whether what is claimed may be of what the figures are of."""
        text = sentences[claim.sentence].text
        before, behind = text[: claim.start][-_CLAUSE:], text[claim.end :][:_CLAUSE]
        said = self._words.topics(f"{before} {behind}")
        given = self._words.topics(
            sentences[pair.sentence].text + " " + sentences[pair.beside].text
        )
        if claim.form == "difference":
            return claim.stated.unit == pair.then.quantity.unit and not (
                said and given and said.isdisjoint(given)
            )
        if not said:  # "the drop of a half" is of what the story is about
            said = self._words.topics(" ".join(each.text for each in sentences[:2]))
        return not given or not said.isdisjoint(given)


def _given(pair: Pair) -> tuple[int, int, int]:
    """Where the figures of a pair stand: both, or else the earlier."""
    if pair.sentence != pair.beside:
        return pair.sentence, pair.then.start, pair.then.end
    ends = (pair.now.start, pair.now.end, pair.then.start, pair.then.end)
    return pair.sentence, min(ends), max(ends)


def _computed(pair: Pair, form: str) -> Quantity | None:
    """What the figures of a pair come to."""
    now, then = pair.now.quantity, pair.then.quantity
    if form == "ratio":
        ends = quotient(now, then)
        return Quantity(*ends, "between", None) if ends is not None else None
    if now.low is None or then.low is None:
        return None
    apart = abs(now.low - then.low)
    return Quantity(apart, apart, None, now.unit)


def _is_met(claim: Claim, sentences: Sequence[Told]) -> bool:
    """Whether any two figures of the article come to what is said."""
    numbers = [number.quantity for sentence in sentences for number in plain(sentence)]
    for one, other in permutations(numbers, 2):
        if one.unit != other.unit or one.low is None or other.low is None:
            continue
        come = one.low / other.low if claim.form == "ratio" else one.low - other.low
        if claim.form == "difference" and one.unit != claim.stated.unit:
            continue
        if meets(claim.stated, Quantity(come, come, None, claim.stated.unit)):
            return True
    return False


def _pair(kind: Kind, found: Reckoning, thread: str, sentences: Sequence[Told]) -> Iterator[Fact]:
    """The two facts of a reckoning."""
    fields: dict[str, Value | None] = {
        "form": found.form, "stated": found.stated, "computed": found.computed, "thread": thread,
    }  # fmt: skip
    for side, (at, start, end) in (("said", found.said), ("given", found.given)):
        passage = sentences[at].passage
        span = Span(passage.span.start + start, passage.span.start + end)
        yield mentioned(kind, passage, span, {**fields, "side": side}, found=found.form)
