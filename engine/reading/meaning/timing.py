"""When: which date mention belongs to a clause, and what a preposition makes of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ...model import TimeSpan, days_after
from ..dates import DateMention, Direction, narrated_time
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line, Unit
from ..sentences import split_sentences
from .scene import Statement

__all__ = ["TimeFinder"]

_DAYS_NEAR = 2  # a time of more days is no day to tell another from
_DAYS_OF_NEWS = 7
_OPPOSITE: Mapping[Direction, Direction] = {"before": "after", "after": "before"}
_OPENING = 3  # units from a conjunction to the subject behind it
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class _Dated:
    index: int
    time: TimeSpan | None
    mention: DateMention


class TimeFinder:
    """Finds the time of a matched phrase."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = g = grammar
        adverb = rf"(?:{g['adverbs']})"
        self._tail = re.compile(
            rf"[,–]{adverb}*(?:{g['prepositions']})?(?:{g['articles']})?(?P<date>D)[.”]*$"
        )
        gap = (  # ", in June Uvira": the date of what follows it
            rf",(?:{g['additions']})?(?:{g['prepositions']})?D(?:{g['articles']})?[PGXC](?=[,.;]|$)"
        )
        self._stop = re.compile(
            rf"(?:{g['subordinators']}(?!(?:{g['articles']})?D)|{g['relatives']}|[;“”]|{gap})"
        )
        self._next = re.compile(
            rf"{g['additions']}(?:{g['prepositions']})?(?:{g['articles']})?(?P<date>D),?$"
        )
        self._noun_date = re.compile(rf"{g['noun_dates']}(?P<date>D)")

    def of(
        self,
        line: Line,
        match: Statement,
        clauses: Sequence[Clause],
        published: date | None,
        before: TimeSpan | None,
        block: int,
    ) -> TimeSpan | None:
        """The time that the copy gives what ``match`` states; ``None`` when it gives none.

        Args:
            line: the sentence.
            match: what is said in it.
            clauses: the clauses of the line.
            published: day of publication, which the present tense speaks of.
            before: time of the fact before, which "at the time" speaks of.
            block: where the paragraph begins, in which the present may tell history.
        """
        dated = _dated(line)
        found = self._own(line, match, clauses, dated)
        if found is not None and len(clauses) > 1 and _introduces(found, match.clause, line):
            return _before_it(found, line)
        clause = match.clause
        if found is not None:
            told_from = before or _news(found, clause, published)
            return self._resolve(line, found, clause, published, told_from)
        if clause is None:
            return None
        if inner := _inside(line.units[clause.verb]):
            return self._resolve_mention(inner, "", clause, published, before)
        follower = next((c for c in clauses if c.verb == clause.end), None)
        if follower is not None and follower.group.form == "gerund":
            opener = line.units[follower.verb - 1].word
            late = [d for d in dated if follower.verb < d.index < follower.end and d.time]
            if opener in self._grammar.words("backward") and late and late[0].time:
                return TimeSpan(late[0].time.start, None, "span", "event")
        if clause.group.tense == "present" and clause.group.form == "finite" and published:
            narrated = _narration(line.text, block, published).until(line.span.end)
            return narrated or TimeSpan.of_publication(published)
        return None

    def undated(self, line: Line, match: Statement, clauses: Sequence[Clause]) -> str | None:
        """The words of the date of ``match`` that only a day of publication would date.

        Args: as for ``of``.
        """
        found = self._own(line, match, clauses, _dated(line))
        if found is None or found.time is not None or found.mention.offset is not None:
            return None
        unit = line.units[found.index]
        return line.text[unit.start : unit.end].lower()

    def noun_time(self, line: Line, first: int, last: int) -> TimeSpan | None:
        """The date inside a noun phrase, "a poll from November", between two units."""
        if found := self._noun_date.search(line.codes, first, last):
            mention = line.units[found.start("date")].mention
            return mention.time if isinstance(mention, DateMention) else None
        return None

    def _own(
        self, line: Line, match: Statement, clauses: Sequence[Clause], dated: Sequence[_Dated]
    ) -> _Dated | None:
        if not dated:
            return None
        clause = match.clause
        first, last = match.first, match.last
        verb = clause.verb if clause else first
        end = (
            clause.end
            if clause
            else next((c.verb for c in clauses if c.verb > last), len(line.codes))
        )
        if stop := self._stop.search(line.codes, last + 1, end) or self._next.search(
            line.codes, last + 1, end
        ):
            end = stop.start()
        tail = self._tail.search(line.codes)
        tail_index = tail.start("date") if tail else -1
        main = (
            clause is None
            or clause.parent is None
            or (clause.carried and clause.group.form == "finite")
        )
        for candidate in dated:
            if verb < candidate.index < end and candidate.index != tail_index:
                return candidate
        if tail and main and clause is not None and clause.relative is None:
            return next(d for d in dated if d.index == tail_index)
        if clause is not None and clause.relative is not None:
            between = [d for d in dated if clause.relative < d.index < verb]
            return between[-1] if between else None
        start = clauses[clause.parent].verb if clause and clause.parent is not None else -1
        if clause is not None and (own := self._next.search(line.codes, start + 1, verb)):
            return next((d for d in dated if d.index == own.start("date")), None)
        if clause is not None and clause.carried and self._follows(clause):
            start = first  # "took it in May and then lost it": not in May
        aside = _asides(clause, clauses, line)
        between = [d for d in dated if start < d.index < verb and d.index not in aside]
        if between:
            return between[-1]
        opening = [d for d in dated if clauses and d.index < clauses[0].verb]
        return opening[0] if opening and clause is not None and clause.carried else None

    def _follows(self, clause: Clause) -> bool:
        later = not self._grammar.words("sequels").isdisjoint(clause.group.manner)
        return later or (clause.group.tense == "present" and clause.group.form == "finite")

    def _resolve(
        self,
        line: Line,
        dated: _Dated,
        clause: Clause | None,
        published: date | None,
        before: TimeSpan | None,
    ) -> TimeSpan | None:
        preposition = line.units[dated.index - 1].word if dated.index else ""
        return self._resolve_mention(dated.mention, preposition, clause, published, before)

    def _resolve_mention(
        self,
        mention: DateMention,
        preposition: str,
        clause: Clause | None,
        published: date | None,
        before: TimeSpan | None,
    ) -> TimeSpan | None:
        over = clause is not None and clause.group.past_perfect
        if mention.offset is not None:
            if over and mention.offset.direction == "since":
                return TimeSpan(None, before.start, "span", "event") if before else None
            return _from_event(mention, before, published)
        time = mention.time
        if time is None:
            return None
        g = self._grammar
        if preposition in g.words("since"):
            if over:  # "had held it since May": until the time that is told of
                told = before.start if before else None
                lasted = time.start is not None and told is not None and time.start < told
                return replace(time, end=told, precision="span") if lasted else time
            end = days_after(published, 1) if published else None
            if time.start is not None and end is not None and end <= time.start:
                end = None  # "since" a day that is still to come
            return replace(time, end=end, precision="span")
        if preposition in g.words("until"):
            return replace(time, start=None, precision="span")
        if preposition in g.words("after_date"):
            return replace(time, start=time.end, end=None, precision="span")
        return time


def _introduces(dated: _Dated, clause: Clause | None, line: Line) -> bool:
    """Whether the date is told from what the clause says: "four days after they took it"."""
    offset = dated.mention.offset
    if offset is None or offset.direction not in _OPPOSITE or clause is None:
        return False
    subject = clause.subject
    if subject is None or not dated.index < subject <= dated.index + _OPENING:
        return False
    return "," not in line.codes[dated.index : subject]


def _asides(clause: Clause | None, clauses: Sequence[Clause], line: Line) -> frozenset[int]:
    """Units of relative clauses before a present: "Hale, who was born in May, is a painter".

    What is told in the past may be the same event: "the blast that hit Goma on Monday killed two".
    """
    if clause is None or clause.group.tense != "present" or clause.carried:
        return frozenset()
    return frozenset(
        index
        for each in clauses
        if each.described and each.end <= clause.verb
        for index in range(each.verb, each.end)
        if "," not in line.codes[each.verb : index]
    )


def _before_it(dated: _Dated, line: Line) -> TimeSpan | None:
    """The time of what a date is told from, where the sentence dates what it is told of."""
    offset = dated.mention.offset
    known = [each.time for each in _dated(line) if each.index < dated.index and each.time]
    if not known or offset is None:
        return None
    back = replace(dated.mention, offset=replace(offset, direction=_OPPOSITE[offset.direction]))
    return _from_event(back, known[-1], None)


def _news(dated: _Dated, clause: Clause | None, published: date | None) -> TimeSpan | None:
    """What a long time back is told from where nothing is dated: the news of the day.

    Only where it is the clause's own, "the year before it had injured 30", and not that of a
    figure behind it: "turnout was 61 percent, against 54 percent a year earlier".
    """
    offset = dated.mention.offset
    if published is None or clause is None or offset is None or offset.direction != "before":
        return None
    own = clause.group.past_perfect or dated.index < clause.verb
    far = offset.high is not None and offset.high > _DAYS_OF_NEWS
    return replace(TimeSpan.of_publication(published), precision="span") if own and far else None


def _dated(line: Line) -> list[_Dated]:
    """The dates of a line, without the times of day."""
    return [
        _Dated(index, unit.mention.time, unit.mention)
        for index, unit in enumerate(line.units)
        if isinstance(unit.mention, DateMention) and unit.mention.clock is None
    ]


class _Narration:
    """The time that a paragraph, told in the present as history, comes to as it goes on.

    Asked of one sentence after the other it reads each once: a paragraph can be long.
    """

    def __init__(self, text: str, block: int, published: date) -> None:
        self._text = text
        self._published = published
        self._begun = _Narrated(block, block, None)
        self._so_far = self._begun

    def until(self, end: int) -> TimeSpan | None:
        """The time that it has come to at ``end``, where a sentence ends."""
        before = self._so_far if self._so_far.seen <= end else self._begun
        # Without a year there is no history, and no need to look for other dates.
        if before.read == self._begun.read and not _YEAR.search(self._text, before.seen, end):
            self._so_far = _Narrated(end, before.read, None)
            return None
        told = self._text[before.read : end]
        sentences = [told[start:stop] for start, stop in split_sentences(told)]
        times = (narrated_time(sentence, self._published) for sentence in reversed(sentences))
        time = next((time for time in times if time is not None), before.time)
        self._so_far = _Narrated(end, end, time)
        return time


class _Narrated(NamedTuple):
    """How far a paragraph has been looked through for a year and read for its times."""

    seen: int
    read: int
    time: TimeSpan | None


@lru_cache(maxsize=8)
def _narration(text: str, block: int, published: date) -> _Narration:
    return _Narration(text, block, published)


def _from_event(
    mention: DateMention, before: TimeSpan | None, published: date | None
) -> TimeSpan | None:
    offset = mention.offset
    if offset is None:
        return None
    if offset.direction == "since" and published:
        return TimeSpan(None, days_after(published, 1), "span", "event")
    if before is None or before.start is None or before.end is None:
        return None
    if offset.direction == "at":
        return TimeSpan(before.start, before.end, before.precision, "event")
    if offset.low is None or offset.high is None or (before.end - before.start).days > _DAYS_NEAR:
        return None
    sign = -1 if offset.direction == "before" else 1
    days = sorted((sign * offset.low, sign * offset.high))
    start, end = days_after(before.start, days[0]), days_after(before.end, days[1])
    return TimeSpan(start, end, before.precision, "event")


def _inside(unit: Unit) -> DateMention | None:
    for part in unit.parts:
        if isinstance(part.mention, DateMention):
            return part.mention
    return None
