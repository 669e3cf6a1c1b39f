"""Which poll or vote the figures of an article belong to, and what they share by that.

Copy says once who asked, when, where and of whom, and then goes on with figures. Each figure
belongs to the nearest of these; a place, a round or another poll ends the reach of the last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ...kinds import Kind, Occasion
from ...model import Fact, Name, Place, TimeSpan, Value
from ..grammar.classes import Grammar
from .occasion_marks import Mark, MarkFinder, Role, Sentence

__all__ = ["OccasionFinder"]

_CARRIED: tuple[Role, ...] = ("place", "event")
_RECENT = 60
"""Days before publication in which what is dated may be of the poll that the copy is about."""
_ROLES: tuple[Role, ...] = (*_CARRIED, "group", "inquiry")


@dataclass(slots=True, eq=False)
class _Inquiry:
    """One poll, as far as it is known.

    Attributes:
        key: tells it from others.
        first: offset of the words that speak of it first.
        fresh: whether these begin something new: "a poll".
        asker: who asked.
        dates: when it was taken.
    """

    key: str
    first: int
    fresh: bool
    asker: Name | None = None
    dates: TimeSpan | None = None


@dataclass(slots=True)
class _State:
    """What holds where nothing else is said.

    Attributes:
        block: number of the paragraph.
        inquiry: the poll last spoken of.
        spoken: number of the last paragraph that spoke of it.
        marks: the place and the event last named.
        open: figures of this paragraph and the one before it that no poll is named for yet.
    """

    block: int = -1
    inquiry: _Inquiry | None = None
    spoken: int = -1
    marks: dict[Role, Mark] = field(default_factory=dict)
    open: list[_Figure] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Figure:
    """One fact, and what it belongs to.

    Attributes:
        fact: as a phrase read it.
        block: number of its paragraph.
        dated: whether the copy says when it held.
        inquiry: its poll.
        marks: the place and the event it belongs to, and the people it speaks of.
    """

    fact: Fact
    block: int = -1
    dated: bool = False
    inquiry: _Inquiry | None = None
    marks: Mapping[Role, Mark] = field(default_factory=dict)


class OccasionFinder:
    """Finds what the facts of those kinds share that belong to occasions."""

    def __init__(self, kinds: Mapping[str, Kind], grammar: Grammar) -> None:
        self._kinds = {name: kind.occasion for name, kind in kinds.items() if kind.occasion}
        self._marks = MarkFinder(grammar)

    def settle(self, facts: Sequence[Fact], sentences: Sequence[Sentence]) -> list[Fact]:
        """``facts`` with what they share.

        Args:
            facts: of one part of an article, in reading order.
            sentences: those of that part, in reading order.
        """
        settled = list(facts)
        for name, occasion in self._kinds.items():
            own = {index: fact for index, fact in enumerate(facts) if fact.kind == name}
            if not own:
                continue
            figures = {index: _Figure(fact) for index, fact in own.items()}
            self._walk(list(figures.values()), occasion, sentences)
            if sentences:
                _reach_all(list(figures.values()), sentences[0].published)
            for index, figure in figures.items():
                settled[index] = _settled(figure, occasion)
        return settled

    def _walk(
        self, figures: Sequence[_Figure], occasion: Occasion, sentences: Sequence[Sentence]
    ) -> None:
        """Goes through the paragraphs with figures and those beside them."""
        blocks = list(dict.fromkeys(each.passage.block for each in sentences))
        numbers = {block: number for number, block in enumerate(blocks)}
        starts = {figure.fact.sentence.start for figure in figures}
        home = {
            numbers[each.passage.block] for each in sentences if each.passage.span.start in starts
        }
        near = {number + step for number in home for step in (-1, 0, 1)}
        state = _State()
        for sentence in sentences:
            number = numbers[sentence.passage.block]
            if number not in near:
                continue
            if number != state.block:
                self._enter(state, number)
            own = [each for each in figures if each.fact.sentence == sentence.passage.span]
            if own or self._marks.concerns(sentence, beside=number not in home):
                self._sentence(state, own, occasion, sentence)

    @staticmethod
    def _enter(state: _State, number: int) -> None:
        """Begins a paragraph: a poll reaches into the next one, and its place with it."""
        if number - state.spoken > 1:
            state.inquiry = None
        if state.inquiry is None:
            state.marks = {}
        state.open = [each for each in state.open if number - each.block == 1]
        state.block = number

    def _sentence(
        self, state: _State, figures: Sequence[_Figure], occasion: Occasion, sentence: Sentence
    ) -> None:
        found = self._marks.find(sentence)
        for figure in figures:
            if isinstance(asker := figure.fact.fields[occasion.asker], Name):
                at = figure.fact.span.start
                found.append(Mark("inquiry", at, at, asker.key, asker))
        marks = [_as_before(mark, state) for mark in found]
        own = {role: sorted(_of(role, marks), key=lambda mark: mark.first) for role in _ROLES}
        inherited, carried = dict(state.marks), state.inquiry
        inquiries = self._inquiries(state, own["inquiry"])
        figures = sorted(figures, key=lambda each: each.fact.span)
        for figure in figures:
            figure.block = state.block
            figure.dated = _is_dated(figure.fact, sentence)
            near = {role: self._nearest(figure, figures, own[role], sentence) for role in _ROLES}
            figure.marks = inherited | {role: mark for role, mark in near.items() if mark}
            if near["inquiry"] is not None:
                figure.inquiry = inquiries[near["inquiry"]]
            elif not figure.dated and near["event"] is None:
                figure.inquiry = carried
        state.open += [figure for figure in figures if figure.inquiry is None]
        if inquiries or any(figure.inquiry for figure in figures):
            state.spoken = state.block
        for mark in marks:
            if mark.role in _CARRIED:
                state.marks[mark.role] = mark
            elif mark.role == "dates" and state.inquiry and isinstance(mark.value, TimeSpan):
                state.inquiry.dates = mark.value

    @staticmethod
    def _inquiries(state: _State, marks: Sequence[Mark]) -> dict[Mark, _Inquiry]:
        """The polls that ``marks`` speak of; the last is the one that the copy goes on with."""
        named = [mark for mark in marks if isinstance(mark.value, Name)]
        found: dict[Mark, _Inquiry] = {}
        for mark in named or marks[:1]:
            asker = mark.value if isinstance(mark.value, Name) else None
            now = state.inquiry
            known = now is not None and not mark.fresh
            if now is not None and known and asker is not None and now.asker is None:
                now.asker = asker
            elif now is None or not known or (asker and now.asker and now.asker.key != asker.key):
                now = _Inquiry(f"asked/{mark.first}", mark.first, mark.fresh, asker)
                if state.inquiry is None and not mark.fresh:
                    for figure in state.open:
                        figure.inquiry = None if "event" in figure.marks else now
                state.inquiry, state.open = now, []
            found[mark] = now
        return found | {mark: next(iter(found.values())) for mark in marks if mark not in found}

    def _nearest(
        self,
        figure: _Figure,
        figures: Sequence[_Figure],
        marks: Sequence[Mark],
        sentence: Sentence,
    ) -> Mark | None:
        """The one of ``marks``, all of one role, that ``figure`` belongs to.

        That is one right behind it, up to the next comma or conjunction; else the last before
        it; else one behind all the figures of the sentence, for these then share it.
        """
        first, last = figure.fact.span
        for mark in marks:
            if mark.first >= first and not self._marks.parted(sentence, last, mark.first):
                return mark
        before = [mark for mark in marks if mark.first < first]
        if before:
            return before[-1]
        end = figures[-1].fact.span.start
        return next((mark for mark in marks if mark.first >= end), None)


def _reach_all(figures: Sequence[_Figure], published: date | None) -> None:
    """Lets the one poll that the copy speaks of have the figures that no other occasion has."""
    inquiries = {each.inquiry for each in figures if each.inquiry is not None}
    if len(inquiries) != 1:
        return
    (only,) = inquiries
    for figure in figures:
        ahead = only.fresh and figure.fact.span.start <= only.first
        own = figure.inquiry is not None or "event" in figure.marks
        if not (ahead or own) and (not figure.dated or _is_recent(figure.fact, published)):
            figure.inquiry = only


def _is_recent(fact: Fact, published: date | None) -> bool:
    """Whether a fact holds at a time not long before the day of publication."""
    start = fact.time.start if fact.time is not None else None
    if start is None or published is None:
        return False
    return (published - start).days < _RECENT


def _is_dated(fact: Fact, sentence: Sentence) -> bool:
    """Whether the copy says when a fact held, and not only by its tense."""
    time, today = fact.time, sentence.published
    tensed = time is not None and time.precision == "day" and time.anchor == "publication"
    return time is not None and not (tensed and time.start == today)


def _of(role: Role, marks: Sequence[Mark]) -> list[Mark]:
    return [mark for mark in marks if mark.role == role]


def _as_before(mark: Mark, state: _State) -> Mark:
    """``mark``, meaning what was named before: "the primary" is the one last spoken of."""
    known = state.marks.get("event")
    if mark.role == "event" and known and known.key.endswith(f" {mark.key}"):
        return replace(mark, key=known.key)
    return mark


def _place(mark: Mark, known: Value | None) -> Place | None:
    """Where ``mark`` says it was; a place without a name is the one that the fact has already."""
    if isinstance(mark.value, Place):
        return mark.value
    return known if isinstance(known, Place) and known.key.casefold() == mark.key else None


def _settled(figure: _Figure, occasion: Occasion) -> Fact:
    fact, inquiry, marks = figure.fact, figure.inquiry, figure.marks
    fields: dict[str, Value | None] = dict(fact.fields)
    where = [marks[role].key for role in _CARRIED if role in marks]
    asked = [inquiry.key] if inquiry else []
    scope = fields[occasion.scope]
    if isinstance(scope, str):
        base = scope.rsplit("/", 1)[0] if inquiry else scope  # a poll goes on in the next paragraph
        fields[occasion.scope] = "/".join((base, *asked, *where))
    group = marks.get("group")
    for name in occasion.narrower:
        if isinstance(narrow := fields[name], str):
            fields[name] = "/".join((narrow, *asked, *where, *([group.key] if group else ())))
    known = fields[occasion.place]
    fields[occasion.place] = _place(marks["place"], known) if "place" in marks else None
    if group is not None and fields[occasion.group] is None and isinstance(group.value, Name):
        fields[occasion.group] = group.value
    time = fact.time
    if inquiry is not None:
        fields[occasion.asker] = fields[occasion.asker] or inquiry.asker
        if inquiry.dates and fact.stance != "superseded" and not figure.dated:
            time = inquiry.dates
    return replace(fact, fields=fields, time=time)
