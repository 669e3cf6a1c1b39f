"""Phrases found in a sentence: the verb frames of a phrase book matched on clauses.

A phrase is written once, in the active voice. Its frame is matched on each clause with
its verb: active, passive, shortened passive, relative clause, gerund, infinitive. A phrase
without a verb is matched on the whole line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ..grammar.clauses import Clause
from ..grammar.line import Line
from .book import Phrase, PhraseBook
from .triggers import admitted

__all__ = ["PhraseMatch", "find_phrases"]

_Slots = dict[str, tuple[int, int]]
_OBJECTS = "CAHPXFGQBENSM"


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """A phrase found: slots by name as half-open ranges of units, and the units it spans.

    Attributes:
        counted: whether the phrase itself has the noun that its figure counts, in a passive.
    """

    phrase: Phrase
    clause: Clause | None
    slots: Mapping[str, tuple[int, int]]
    first: int
    last: int
    counted: bool = False

    @property
    def verbs(self) -> tuple[str, ...]:
        """The verbs that the phrase itself has."""
        return self.phrase.verbs


def find_phrases(
    book: PhraseBook,
    line: Line,
    clauses: Sequence[Clause],
    among: AbstractSet[Phrase] | None = None,
) -> Iterator[PhraseMatch]:
    """Every phrase of ``book`` found in ``line``: one a verb and kind, then the flat ones.

    Args:
        book: the phrases.
        line: a sentence.
        clauses: its clauses.
        among: the phrases to look for, where it is known that there are no others.
    """
    among = admitted(book.all, line.text, line.span) if among is None else among
    taken: set[tuple[str, int]] = set()
    for clause in clauses:
        done: set[str] = set()
        for lemma in (*clause.group.governors, *clause.group.lemmas):
            for phrase in book.hanging_on(lemma):
                if phrase.kind in done or phrase not in among:
                    continue
                match = _on_clause(book, phrase, line, clause)
                if match is not None and _counts_people(book, match, line):
                    done.add(phrase.kind)
                    taken |= {(phrase.kind, first) for first, _ in match.slots.values()}
                    yield match
    for phrase in book.flat:
        if phrase not in among:
            continue
        for found in phrase.active.finditer(line.codes):
            match = PhraseMatch(phrase, None, _slots(found), found.start(), found.end() - 1)
            filled = {(phrase.kind, first) for first, _ in match.slots.values()}
            if taken.isdisjoint(filled) and _counts_people(book, match, line):
                taken |= filled
                yield match


def _on_clause(book: PhraseBook, phrase: Phrase, line: Line, clause: Clause) -> PhraseMatch | None:
    if phrase.manner and phrase.manner.isdisjoint(clause.group.manner):
        return None
    if clause.group.voice == "passive":
        found = _as_passive(book, phrase, line, clause)
        if found is None and not (phrase.subject or phrase.direct_object):
            return _as_active(phrase, line, clause)  # "is backed by 40%": written as it is said
        return _as_counted_passive(phrase, line, clause) if found is None else found
    match = _as_active(phrase, line, clause)
    if match is None and clause.group.voice == "bare":
        match = _as_passive(book, phrase, line, clause)
    return match


def _as_active(phrase: Phrase, line: Line, clause: Clause) -> PhraseMatch | None:
    behind = phrase.active.match(line.codes, clause.verb + 1)
    slots: _Slots = {}
    first = clause.verb
    if clause.relative is not None and (behind is None or clause.described):
        described = _described_object(phrase, line, clause, clause.relative)
        if described is not None:
            behind, slots = described
            first = clause.relative
    if behind is None:
        return None
    if phrase.left is not None:
        found = phrase.left.search(line.codes[: clause.verb])
        if found is None:
            return None
        slots |= _slots(found)
        first = min(first, found.start())
    elif phrase.subject is not None:
        subject = clause.subject
        if subject is not None and _fits(phrase, phrase.subject, line, subject):
            slots[phrase.subject] = (subject, subject + 1)
            first = first if clause.carried else min(first, subject)
        elif not phrase.subject_optional:
            return None
    last = max(behind.end() - 1, clause.verb)
    return PhraseMatch(phrase, clause, slots | _slots(behind), first, last)


def _described_object(
    phrase: Phrase, line: Line, clause: Clause, described: int
) -> tuple[re.Match[str], _Slots] | None:
    """The object that stands before its verb: "the city Russia captured"."""
    if phrase.direct_object is None or phrase.passive is None:
        return None
    rest = phrase.passive.match(line.codes, clause.verb + 1)
    if rest is None or not _fits(phrase, phrase.direct_object, line, described):
        return None
    if clause.verb + 1 < clause.end and line.codes[clause.verb + 1] in _OBJECTS:
        return None  # "in the city the party took 12 seats"
    return rest, {phrase.direct_object: (described, described + 1)}


def _as_passive(book: PhraseBook, phrase: Phrase, line: Line, clause: Clause) -> PhraseMatch | None:
    """The object before its verb: "was captured by", or shortened "the people injured"."""
    bare = clause.group.voice == "bare"
    shortened = bare and not clause.shared
    acted_on = clause.beside if shortened else clause.subject
    if phrase.direct_object is None or phrase.passive is None or acted_on is None or phrase.left:
        return None
    found = phrase.passive.match(line.codes, clause.verb + 1)
    if found is None or not _fits(phrase, phrase.direct_object, line, acted_on):
        return None
    if bare and book.patterns.takes_object.match(line.codes, clause.verb + 1):
        return None  # what has an object of its own is no passive
    slots = {phrase.direct_object: (acted_on, acted_on + 1), **_slots(found)}
    last = max(found.end() - 1, clause.verb)
    agent = phrase.agent.match(line.codes, found.end()) if phrase.agent else None
    if phrase.subject is not None and agent is not None:
        slots[phrase.subject] = agent.span("agent")
        last = agent.end() - 1
    elif shortened and phrase.subject and _fits(phrase, phrase.subject, line, acted_on):
        return None  # who could act, did: "Russia annexed" is not "Russia, annexed"
    if shortened and agent is None and "," in line.codes[acted_on : clause.verb]:
        enclosed = "," in line.codes[clause.verb : clause.end] and clause.end < len(line.codes)
        if "V" in line.codes[:acted_on] or not enclosed:
            return None  # "left the town, injured" is not said of the town
    carried = clause.carried and not shortened
    return PhraseMatch(phrase, clause, slots, clause.verb if carried else acted_on, last)


def _as_counted_passive(phrase: Phrase, line: Line, clause: Clause) -> PhraseMatch | None:
    """The object with the noun that it counts before its verb: "12 seats were won by"."""
    if phrase.counted is None:
        return None
    before, behind = phrase.counted
    counted = before.search(line.codes[: clause.verb])
    found = behind.match(line.codes, clause.verb + 1)
    if counted is None or found is None:
        return None
    slots = {**_slots(counted), **_slots(found)}
    last = max(found.end() - 1, clause.verb)
    agent = phrase.agent.match(line.codes, found.end()) if phrase.agent else None
    if phrase.subject is not None and agent is not None:
        slots[phrase.subject] = agent.span("agent")
        last = agent.end() - 1
    return PhraseMatch(phrase, clause, slots, counted.start(), last, counted=True)


def _counts_people(book: PhraseBook, match: PhraseMatch, line: Line) -> bool:
    """Whether a bare number can count people: "two died", and not "two brands died"."""
    if match.counted:
        return True
    verb = match.clause.verb if match.clause else match.first - 1
    for name, (index, behind) in match.slots.items():
        consumed = index > verb and behind <= match.last
        if match.phrase.types[name] == "people" and line.codes[index] == "N" and not consumed:
            return book.patterns.alone.match(line.codes, index) is not None
        if not book.patterns.is_of_sort(match.phrase.types[name], line, index):
            return False
    return True


def _fits(phrase: Phrase, slot: str, line: Line, index: int) -> bool:
    return line.codes[index] in phrase.heads[slot]


def _slots(match: re.Match[str]) -> _Slots:
    return {name: match.span(name) for name in match.groupdict() if match[name] is not None}
