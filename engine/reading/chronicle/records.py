"""What the sentences of an article date: which happening, on which day, of what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ...knowledge import read_words
from ...model import TimeSpan
from ..dates import DateMention
from ..grammar.clauses import Clause
from ..grammar.line import Line
from ..meaning.scene import Stretch
from ..names import NameMention
from .words import HappeningWords, Wording, spoken_words

__all__ = ["Record", "clause_of", "records", "told_by"]

_BEFORE = 9
"""Units before a date among which the noun is looked for that it dates."""
_SUBJECT = 8
_PRECISE = ("day", "month", "year")


@dataclass(frozen=True, slots=True)
class Record:
    """One date with what it says happened then.

    Attributes:
        sentence: number of the sentence.
        index: the unit of the date.
        stretch: from the first to the last unit that tells it.
        time: when.
        wording: what happened then, and to what.
        subject: the nouns and names of what the verb is said of.
        names: the last word of every name beside.
        last: whether it is told as the last time.
        clause: the clause that it dates.
    """

    sentence: int
    index: int
    stretch: Stretch
    time: TimeSpan
    wording: Wording
    subject: frozenset[str]
    names: frozenset[str]
    last: bool
    clause: Clause | None


def records(
    line: Line, clauses: Sequence[Clause], number: int, words: HappeningWords
) -> Iterator[Record]:
    """Every date of a sentence that is known to the day, the month or the year."""
    for index, unit in enumerate(line.units):
        mention = unit.mention
        if not isinstance(mention, DateMention) or mention.offset is not None:
            continue
        time = mention.time
        if not _fiscal().isdisjoint(line.text[unit.start : unit.end].lower().split()):
            continue  # "a fiscal 2019 package" was not of 2019
        if time is None or time.precision not in _PRECISE:
            continue
        if time.anchor == "publication" and time.precision != "day" and time.inferred != "year":
            continue  # "30 years ago" is a distance
        clause = clause_of(line, clauses, index)
        wording, subject, first = told_by(line, clauses, index, clause, words)
        begins = first
        while begins < index and line.units[begins].word in words.joining:
            begins += 1  # "that the mill burned down": from "the mill"
        spoken = {
            part.word for each in line.units[max(0, first - 1) : index + 1] for part in each.walk()
        }
        yield Record(
            number,
            index,
            Stretch(begins, max(index, clause.verb if clause else index), clause),
            time,
            wording,
            subject,
            frozenset(_names(line, first, clause.end if clause else index)),
            not spoken.isdisjoint(words.lists.last_time),
            clause,
        )


@cache
def _fiscal() -> frozenset[str]:
    return frozenset(read_words("calendar").data["words"]["fiscal"])


def clause_of(line: Line, clauses: Sequence[Clause], index: int) -> Clause | None:
    """The clause that a date dates: that of the verb before it, or else of the first behind."""
    before = [clause for clause in clauses if clause.verb < index]
    if before and ";" not in line.codes[before[-1].verb : index]:
        return before[-1]
    return next((clause for clause in clauses if clause.verb > index), None)


def told_by(
    line: Line,
    clauses: Sequence[Clause],
    index: int,
    clause: Clause | None,
    words: HappeningWords,
) -> tuple[Wording, frozenset[str], int]:
    """What a date at a unit says happened, of what, and where that begins."""
    noun = _noun_dated(line, index, words)
    if clause is None:
        return noun, frozenset(), max(0, index - _BEFORE)
    earlier = [each.verb for each in clauses if each.verb < clause.verb]
    first = earlier[-1] + 1 if earlier else 0
    region = line.units[min(first, index) : max(clause.end, index + 1)]
    subject = _subject(line, clause, words)
    said = words.wording(region, line.text)
    units = line.units[clause.verb : clause.verb + 4]
    own = words.acts(clause.group.lemmas, [each.word for each in units[1:]])
    acts = noun.acts | frozenset(own)
    if not own & words.classes:  # "his resignation arrived on 11 May": the noun says what
        near = line.units[max(0, clause.verb - _SUBJECT) : max(index, clause.verb)]
        acts |= words.wording([each for each in near if each.code != "V"], line.text).acts
    return Wording(acts, said.things | subject), subject, min(first, index)


def _subject(line: Line, clause: Clause, words: HappeningWords) -> frozenset[str]:
    """The nouns and names before a verb, up to the verb or the sentence before."""
    found: set[str] = set()
    if clause.carried and clause.subject is not None:
        return frozenset(spoken_words(line.units[clause.subject], line.text))
    for at in range(clause.verb - 1, max(-1, clause.verb - _SUBJECT), -1):
        if line.units[at].code in "V;“":
            break
        found |= set(spoken_words(line.units[at], line.text)) - words.lists.bare
    return frozenset(found)


def _names(line: Line, first: int, end: int) -> Iterator[str]:
    """The last word of every name in a stretch."""
    for unit in line.units[first:end]:
        for part in unit.walk():
            if isinstance(part.mention, NameMention):
                yield line.text[part.start : part.end].split()[-1].lower()


def _noun_dated(line: Line, index: int, words: HappeningWords) -> Wording:
    """The noun that a date stands with: "the blast, on 2 May 1938", "the 1978 fire"."""
    acts: set[str] = set()
    for at in range(index - 1, max(-1, index - _BEFORE), -1):
        unit = line.units[at]
        if unit.code == "V":
            break
        for word in spoken_words(unit, line.text):
            if named := words.noun(word):
                acts.add(named)
            elif word not in words.lists.bare and unit.code not in "HXAPCRQ":
                acts.add(word)
        if acts:
            break
    if index + 1 < len(line.units) and line.units[index + 1].code not in "V,":
        for word in spoken_words(line.units[index + 1], line.text):
            if named := words.noun(word):
                acts.add(named)
    return Wording(frozenset(acts), frozenset())
