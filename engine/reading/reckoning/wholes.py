"""A whole with its parts in one sentence: "400 pupils, 210 girls and 190 boys"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...model import Quantity
from ..alternatives import any_of
from ..grammar.nouns import singular
from ..numbers import Number
from .claims import Told
from .marked import FIGURE, Marked
from .reckoning import Reckoning, span
from .words import ReckoningWords, whole_words

__all__ = ["WholeFinder"]

_FEWEST = 2
_SLACK = Decimal("1.02")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_CAPITAL = re.compile(r"\b[A-Z]")


class WholeFinder:
    """Finds wholes beside parts that cannot overlap, and so come to no more than the whole."""

    def __init__(self, words: ReckoningWords) -> None:
        self._rows = [
            ({word: at for at, word in enumerate(row.parts)}, frozenset(row.of))
            for row in words.divided
        ]
        self._fates = whole_words(words.fates)
        self._denied = whole_words(words.disowned)
        self._sides = {word: at for at, word in enumerate(words.apart_by)}
        some, joint = r"(?: (?!and )[^\W\d_][\w'’-]*){0,6}", r"(?:, and |, | and )"
        of_them = rf"(?: {any_of(words.of_them)})?"
        part = rf"(?>{FIGURE}{of_them}{some})"
        opening = (
            rf"(?P<composed>,? {any_of(words.composed)} )|(?P<among>, {any_of(words.of_which)},? )"
            rf"|(?P<mark>: | – | — | - | \()|(?P<has> {any_of(words.has)} )|(?P<pause>, )"
        )
        bound = any_of((*words.composed, *words.has))
        self._whole = re.compile(
            rf"{FIGURE}(?P<kind>(?: (?!{bound}\b)[^\W\d_][\w'’-]*){{0,4}}?)"
            rf"(?P<opening>{opening})(?P<parts>{part}(?:{joint}{part})+)(?= ?[.;,)–—:]| -|$)",
            re.IGNORECASE,
        )
        self._of = re.compile(
            rf"\bof (?:the |its |their |all |these |those )*{FIGURE}(?P<kind>{some}), "
            rf"(?P<parts>{part}(?:{joint}{part})+)(?= ?[.;,)–—:]| -|$)",
            re.IGNORECASE,
        )
        holder = rf"(?P<{{}}>(?:the )?[^{FIGURE},;:.]{{{{2,40}}}}?) "
        of_which = any_of(words.of_which)
        self._held = re.compile(
            rf"{FIGURE}(?P<kind>{some}), {of_which} {holder.format('one')}{FIGURE}"
            rf"(?:{some})(?:,? and | while ){holder.format('other')}{FIGURE}(?= ?[.;,)–—:]| -|$)"
        )
        self._part = re.compile(
            rf"{FIGURE}{of_them}(?P<said>[^{FIGURE}]*?)(?:,? and |, |$)(?={FIGURE}|$)"
        )

    def find(self, sentences: Sequence[Told]) -> Iterator[Reckoning]:
        """The wholes that the parts beside them go beyond, or do not come to."""
        for at, sentence in enumerate(sentences):
            if len(sentence.numbers) <= _FEWEST:
                continue
            marked = Marked.of(sentence)
            for pattern in (self._whole, self._of):
                for match in pattern.finditer(marked.text):
                    yield from self._divided(at, marked, match, sentence)
            for match in self._held.finditer(marked.text):
                names = (match["one"], match["other"])
                if all(_CAPITAL.search(name) for name in names) and names[0] != names[1]:
                    yield from self._reckoned(at, marked, match, match.start("one"), exact=False)

    def _divided(
        self, at: int, marked: Marked, match: re.Match[str], sentence: Told
    ) -> Iterator[Reckoning]:
        first, last = marked.place(match.start("parts"), match.end("parts"))
        if any(first <= date.start < last for date in sentence.dates):
            return  # "300 cars, 250 in May and 190 in June"
        said = [part["said"] for part in self._part.finditer(match["parts"])]
        groups = match.groupdict()
        composed = bool(groups.get("composed"))
        if composed or self._apart(match["kind"], said, plain=bool(groups.get("pause"))):
            has = bool(groups.get("has"))
            if not has or self._row(said) is not None:
                yield from self._reckoned(at, marked, match, match.start("parts"), exact=composed)

    def _reckoned(
        self, at: int, marked: Marked, match: re.Match[str], start: int, *, exact: bool
    ) -> Iterator[Reckoning]:
        """The whole and what the parts come to."""
        if self._denied.search(marked.text, 0, match.start()):
            return
        places = [place for place in marked.numbers if match.start() <= place < match.end()]
        whole, *parts = (marked.numbers[place] for place in places)
        bounds = _reach(whole, whole)
        ends = [_reach(part, whole) for part in parts]
        known = [end for end in ends if end is not None]
        if bounds is None or len(known) != len(parts) or len(parts) < _FEWEST:
            return
        if any(end[0] > bounds[1] for end in known):
            return  # of something else
        low, high = sum(end[0] for end in known), sum(end[1] for end in known)
        most = bounds[1] * _SLACK
        stated = Quantity(bounds[0] / _SLACK if exact else Decimal(0), most, "between", None)
        given = marked.place(start, places[-1] + 1)
        computed = Quantity(Decimal(low), Decimal(high), "between", None)
        told = max(whole.end, marked.place(places[0], match.end("kind"))[1])
        yield Reckoning("parts", (at, whole.start, told), (at, *given), stated, computed)

    def _apart(self, kind: str, said: Sequence[str], *, plain: bool) -> bool:
        """Whether nothing can be in two of the parts."""
        spoken = [_WORD.findall(part.lower()) for part in said]
        row = self._row(said)
        if row is not None:
            nouns = {singular(word) for word in _WORD.findall(kind.lower())}
            return not plain or bool(nouns & self._rows[row][1])
        leads = [next((w for w in words if w in self._sides), None) for words in spoken]
        opening = [words[:1] for words in spoken]
        if None not in leads and len(set(leads)) == 1 and opening == [[lead] for lead in leads]:
            other = kind.lower().split()
            return leads[0] not in other and len({tuple(words) for words in spoken}) == len(said)
        fates = [self._fates.findall(part) for part in said]
        return not plain and all(fates) and len({fate[-1] for fate in fates}) == len(said)

    def _row(self, said: Sequence[str]) -> int | None:
        """The row of nouns of which each part has another."""
        heads = [[singular(word) for word in _WORD.findall(part.lower())] for part in said]
        for at, (row, _) in enumerate(self._rows):
            found = [next((row[word] for word in words if word in row), None) for words in heads]
            if None not in found and len(set(found)) == len(found):
                return at
        return None


def _reach(part: Number, whole: Number) -> tuple[Decimal, Decimal] | None:
    """What a part may be, in the unit of the whole."""
    quantity = part.quantity
    if quantity.unit != whole.quantity.unit or part.part is not None or part.role != "number":
        return None
    return span(quantity)
