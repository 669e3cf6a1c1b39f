"""Which happenings of several articles are one: what lets their facts be set beside each other.

Within an article ``reading.events`` joins what is one; here it is asked of two articles, of which
one is held against the other. That copy may tell of other days, and so two happenings are one only
where place or day says so, or where neither article tells of any other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from .model import STATED, Event, Fact, Place, TimeSpan, days_after
from .reading.events.words import EventWords, event_words
from .reading.meaning.naming import is_tabled

__all__ = ["are_surely_one", "linked", "renamed"]

_SLACK = 1
"""Days by which two copies may differ about when it was: one of them counts in another zone."""


def linked(
    events: Sequence[Event], others: Sequence[Event], article: str
) -> Mapping[str, str | None]:
    """What the happenings of another article are called beside those of one.

    Args:
        events: of the one.
        others: of the other.
        article: the id of the other, which tells its own happenings from those of the one.

    Returns:
        By id in ``others``, the id of the same happening in ``events``, or one that is new;
        ``None`` where no name tells whether it is the same.
    """
    words = event_words()
    alone = all(sum(not each.past for each in several) == 1 for several in (events, others))
    names: dict[str, str | None] = {}
    nameless = bool(events) and all(words.names_anything(each.class_) for each in events)
    for other in others:
        if nameless or words.names_anything(other.class_):
            names[other.id] = None
            continue
        free = [each for each in events if each.id not in names.values()]
        same = next((each for each in free if _are_one(each, other, words, alone=alone)), None)
        names[other.id] = same.id if same is not None else f"{article}/{other.id}"
    return names


def renamed(facts: Sequence[Fact], names: Mapping[str, str | None], article: str) -> list[Fact]:
    """``facts`` with their happenings called as ``names`` has it.

    A name that somebody gave is the same everywhere. One that belie gave in reading another
    article, and that came back as a statement, is of that article alone.
    """
    return [
        fact
        if fact.event is None or (fact.event not in names and fact.phrase.endswith(STATED))
        else replace(fact, event=names.get(fact.event, f"{article}/{fact.event}"))
        for fact in facts
    ]


def are_surely_one(one: Event, other: Event, *, same_story: Callable[[], bool]) -> bool:
    """Whether two happenings of any two articles are one, of all that were ever written.

    Both have a day and a place, or one name. In a land or a region more than one thing of a sort
    happens on a day, and in a month more than one in a town; then the articles must tell of one
    story, too.

    Args:
        one: of one article.
        other: of the other.
        same_story: tells whether they do; it is only asked where that matters.
    """
    words = event_words()
    if any(words.names_anything(each.class_) for each in (one, other)):
        return False
    if one.time is None or other.time is None or not _are_one(one, other, words, alone=False):
        return False
    if one.name is not None and one.name == other.name:
        return True
    if one.place is None or other.place is None:
        return False
    exact = all(
        each.time is not None and each.time.precision == "day" and _is_spot(each.place)
        for each in (one, other)
    )
    return exact or same_story()


def _is_spot(place: Place | None) -> bool:
    """Whether no other place that is known lies in it."""
    return place is not None and place.first == place.last


def _are_one(one: Event, other: Event, words: EventWords, *, alone: bool) -> bool:
    """Whether two happenings of two articles are one.

    Args:
        one: of one article.
        other: of another.
        words: the words that name happenings.
        alone: whether neither article tells of any other.
    """
    if one.past or other.past or one.several != other.several or one.ordinal != other.ordinal:
        return False
    if not words.fit(one.class_, other.class_, by_cause=alone):
        return False
    if (one.name and other.name and one.name != other.name) or _apart(one.time, other.time):
        return False
    if one.of and other.of and not one.of & other.of:
        return False
    if (one.time is None and _is_history(other.time)) or (
        other.time is None and _is_history(one.time)
    ):
        return False
    placed = one.place is not None and other.place is not None
    if one.place is not None and other.place is not None and not one.place.touches(other.place):
        if is_tabled(one.place) is is_tabled(other.place):
            return False
        placed = False  # nobody knows where a town lies that no table has
    dated = one.time is not None and other.time is not None
    if one.class_ != other.class_ and not (dated and placed):
        return False
    return placed or alone or (dated and one.time == other.time)


def _is_history(time: TimeSpan | None) -> bool:
    """Whether it is a month or a year of its own, where what has no date is the news."""
    return time is not None and time.anchor == "stated" and time.precision != "day"


def _apart(one: TimeSpan | None, other: TimeSpan | None) -> bool:
    """Whether two times lie further apart than two copies may differ."""
    if one is None or other is None:
        return False
    return any(
        later.start is not None
        and earlier.end is not None
        and later.start >= (days_after(earlier.end, _SLACK) or later.start)
        for later, earlier in ((one, other), (other, one))
    )
