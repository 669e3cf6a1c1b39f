"""Clauses: who does what in a line of noun phrases and verb groups."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..names import NameMention
from .chunks import Chunk
from .classes import Grammar
from .line import Line, Unit
from .verbs import VerbGroup

__all__ = ["Clause", "ClauseFinder"]

_WINDOW = 60


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb group with its place in the sentence.

    Attributes:
        verb: index of the verb group among the units of the line.
        group: what the verb group says.
        subject: index of the unit that acts; for a passive, that is acted on.
        carried: the subject is that of the clause before.
        relative: index of the noun phrase that this clause describes as its object
            ("the city Russia captured").
        beside: index of the noun phrase right before the verb, on which a participle hangs
            ("the people injured on Monday"), with or without a comma between them.
        described: the subject is described by this clause ("rebels who took the town").
        conditional: it hangs on "if", "unless", "until".
        shared: the auxiliary of the passive before it is its own too ("was seized on Monday and
            looted").
        parent: index, among the clauses, of the one before it.
        end: index of the unit where the next verb group stands, or one behind the last.
    """

    verb: int
    group: VerbGroup
    subject: int | None
    carried: bool
    relative: int | None
    beside: int | None
    described: bool
    conditional: bool
    shared: bool
    parent: int | None
    end: int


class _Before(NamedTuple):
    """What stands before a verb.

    Attributes:
        first: index of the first unit that is looked at.
        left: the codes from there to the verb.
        floor: where in them the clause before ends.
        clauses: those found so far.
    """

    first: int
    left: str
    floor: int
    clauses: Sequence[Clause]

    @classmethod
    def of(cls, line: Line, verb: int, clauses: Sequence[Clause]) -> _Before:
        """What stands in ``line`` before unit ``verb``, behind ``clauses``."""
        first = max(0, verb - _WINDOW)
        floor = max(0, clauses[-1].verb + 1 - first) if clauses else 0
        return cls(first, line.codes[first:verb], floor, clauses)

    @property
    def previous(self) -> Clause | None:
        """The clause before."""
        return self.clauses[-1] if self.clauses else None

    @property
    def between(self) -> str:
        """The codes behind the clause before."""
        return self.left[self.floor :]


class ClauseFinder:
    """Finds the clauses of a line."""

    def __init__(self, grammar: Grammar) -> None:
        g = grammar
        self._neither = g.words("neithers")
        self._nothing = g.words("nothing")
        self._restrictive = g.words("restrictive")
        self._plural = g.words("plural_auxiliaries")
        self._of_several = re.compile(rf"G{g['prepositions']}$")
        phrase = rf"(?:[CAHPXFGBQNSERILMUT]|{g.plain_phrase})"
        self._named_in = re.compile(rf"(?P<head>[FG]|{g.plain_phrase}){g['prepositions']}$")
        rest = rf"{g.any_word}{g.any_word_but('prepositions')}*+"  # a preposition begins another
        owned = rf"(?:(?:{g['determiners']})*{phrase}(?:['-](?:{rest})?)?)"
        opens = rf"{g['subordinators']}(?:{g['determiners']})?[CAHXFER]{g['adverbs']}*$"
        after = rf"(?:(?!{opens}){g['prepositions']}(?:{g['determiners']})?{owned}|\([^)]*\)|D)"
        vessel = rf"(?<=[QF]){g['aboard']}{owned}"
        aboard = rf"(?:{vessel}|(?<=[QF]){g['postmodifiers']})?"
        adverbials = g.adverbials
        aside = r"(?:,[^,]*,|–[^–]*–)"
        preposition = g.without("prepositions", "subordinators")
        stop = rf"(?<!{preposition})(?<!{preposition}{g['determiners']})"
        self._described = re.compile(
            rf"(?P<subject>{phrase})(?:\([^)]*\))?,?–?(?P<relative>{g['relatives']}){adverbials}$"
        )
        self._subject = re.compile(
            rf"{stop}(?P<subject>{phrase}){aboard}{after}{{0,4}}{aside}?{adverbials}$"
        )
        some = rf"(?:{g['partitives']}|{g.vocabulary.one_of(['of'])}{g['definites']}{g['harmed']})"
        self._part = re.compile(rf"(?P<subject>[NQS]){some}{adverbials}$")
        self._absolute = re.compile(
            rf"{g['withs']}(?P<subject>{phrase}){after}{{0,2}}{adverbials}$"
        )
        self._beside = re.compile(rf"(?P<subject>{phrase})(?:\([^)]*\))?,?{adverbials}$")
        self._claimant = re.compile(rf"(?P<subject>[CAHXFE])'?{g['said_nouns']}{adverbials}$")
        self._object = re.compile(
            rf"(?P<object>[PGCXQN])(?:(?P<comma>,?)(?P<relative>{g['object_relatives']})|D)?"
            rf"(?P<subject>[CAHXFRE]){adverbials}$"
        )
        self._has_object = re.compile(rf"[CAHPXFGQBERNSM]|{g['determiners']}|{g.noun}")
        self._says = g.words("reporting")
        self._thing = re.compile(
            rf"(?P<object>{g.noun}),?{g['object_relatives']}{adverbials}"
            rf"(?:{g['determiners']})*(?P<subject>[CAHXFRE]|{g.plain_phrase}){adverbials}$"
        )
        until = rf"{g['until']}D(?:,|{g['conjunctions']}|$)"  # "until May" sets no condition
        self._conditional = re.compile(rf"(?!{until}){g['conditionals']}[^V]*$")
        wh = rf"(?:{g['prepositions']})?(?:{g['relatives']}|{g['wheres']})"
        self._aside = re.compile(rf"{stop}(?P<head>{phrase}){after}{{0,4}},{wh}[^V,;]*$")
        self._after_aside = re.compile(
            rf"V(?:(?!,{g['additions']})[^;:“”])*,(?:{g['adverbs']}|{g['degrees']})*$"
        )
        self._joint = re.compile(
            rf"[,;:“”–]|{g['conjunctions']}|{g['subordinators']}|{g['relatives']}"
        )
        introduced = rf"(?:{g['subordinators']}|{g['gerund_openers']}|{g['adverbs']}|D|,)"
        self._date = re.compile(rf"(?:{g['prepositions']})?D")
        into = rf"{g['prepositions']}(?:{g['determiners']})?(?:[PGC]|(?={g.noun}))"
        self._adjuncts = re.compile(rf"(?>{into}|{g.noun}-?|{g['adverbs']})*")
        self._opening = re.compile(rf"{introduced}*$")
        self._joined = re.compile(rf"(?:,|,?{g['conjunctions']}|^){adverbials}$")

    def find(self, line: Line) -> list[Clause]:
        """The clauses of ``line``, whose verb groups are single units, in order."""
        verbs = [index for index, code in enumerate(line.codes) if code == "V"]
        clauses: list[Clause] = []
        for position, verb in enumerate(verbs):
            end = verbs[position + 1] if position + 1 < len(verbs) else len(line.codes)
            clauses.append(self._clause(line, verb, end, clauses))
        if clauses and (subject := self._behind(line, clauses)) is not None:
            clauses[0] = replace(clauses[0], subject=subject)
        return clauses

    def _behind(self, line: Line, clauses: list[Clause]) -> int | None:
        """The subject of an opening gerund, which stands behind it.

        "Capturing the town, the rebels cut the road": they captured it.
        """
        opening, *others = clauses
        hanging = opening.group.form == "gerund" and opening.subject is None
        if not hanging or not self._opening.match(line.codes, 0, opening.verb):
            return None
        main = next((c for c in others if c.group.form == "finite" and not c.conditional), None)
        if main is None or main.subject is None or main.subject < opening.verb:
            return None
        return main.subject if "," in line.codes[opening.verb : main.subject] else None

    def _clause(self, line: Line, verb: int, end: int, clauses: Sequence[Clause]) -> Clause:
        group = line.units[verb].detail
        if not isinstance(group, VerbGroup):
            raise TypeError("a verb unit without a verb group")
        before = _Before.of(line, verb, clauses)
        first, left, between, previous = before.first, before.left, before.between, before.previous
        part = self._part.search(left, before.floor)  # "two of whom died"
        subject, described, relative = self._acting(line, verb, group, before, part)
        carried = subject is None and previous is not None
        if carried and previous is not None:
            subject = previous.subject
        elif (
            group.form == "gerund"
            and previous is not None
            and subject is not None
            and not line.codes[subject].isupper()
        ):  # "signed treaties annexing the region"
            subject, carried, described = previous.subject, True, False
        if subject is not None and not carried and self._is_denied(line, subject):
            group = replace(group, negated=not group.negated)
        conditional = bool(self._conditional.search(between))
        shared = False
        if carried and previous is not None and self._joined.search(between):
            conditional = conditional or previous.conditional
            passive = previous.shared or previous.group.voice == "passive"
            shared = passive and group.voice == "bare"
        parent = len(clauses) - 1 if clauses else None
        beside = part or self._beside.search(left)
        return Clause(
            verb=verb,
            group=group,
            subject=subject,
            carried=carried,
            relative=relative,
            beside=first + beside.end("subject") - 1 if beside else None,
            described=described,
            conditional=conditional,
            shared=shared,
            parent=parent,
            end=end,
        )

    def _acting(
        self,
        line: Line,
        verb: int,
        group: VerbGroup,
        before: _Before,
        part: re.Match[str] | None,
    ) -> tuple[int | None, bool, int | None]:
        """The subject of a verb, whether the clause describes it, and the object it describes."""
        first, left = before.first, before.left
        found, described = (
            self._nearest(left, before.floor, hanging=group.form == "gerund")
            if part is None
            else (part.start("subject"), False)
        )
        subject = None if found is None else first + found
        if subject is not None and described:
            subject = self._described_head(line, subject, verb)
        relative = None
        if group.voice != "passive" and (
            acting := self._object.search(left) or self._thing_described(line, verb, before)
        ):
            relative = first + acting.start("object")
            subject, described = first + acting.end("subject") - 1, False
        if group.form == "infinitive" and (match := self._claimant.search(left)):
            subject = first + match.start("subject")  # "a Russian claim to have taken it"
        auxiliary = group.form == "finite" and group.voice == "passive"
        head = self._head_described(before.previous, before.between, auxiliary=auxiliary)
        resumed = self._resumed(line, verb, before.clauses) if group.form == "finite" else None
        head = head if resumed is None else resumed
        return (subject, described, relative) if head is None else (head, False, relative)

    def _thing_described(self, line: Line, verb: int, before: _Before) -> re.Match[str] | None:
        """What a clause without an object describes as its own: "the pool that they shut".

        Who is told "that they left" is none, nor is what "the news that they won it" tells.
        """
        previous = before.previous
        if previous is not None and not self._says.isdisjoint(previous.group.lemmas):
            return None
        if self._has_object.match(line.codes, verb + 1):
            return None
        return self._thing.search(before.left, before.floor)

    def _nearest(self, left: str, floor: int, *, hanging: bool) -> tuple[int | None, bool]:
        """The subject in front of a verb, and whether the clause describes it.

        Args:
            left: codes in front of the verb.
            floor: where the clause before ends; looked behind only when nothing is found.
            hanging: whether the verb is a gerund, which hangs on another clause.
        """
        if hanging and (match := self._absolute.search(left, floor)):
            return match.end("subject") - 1, False  # "with two in five opposing it"
        if match := self._described.search(left):
            return match.end("subject") - 1, True
        match = self._subject.search(left, floor) or self._subject.search(left)
        return (match.end("subject") - 1 if match else None), False

    def _resumed(self, line: Line, verb: int, before: Sequence[Clause]) -> int | None:
        """The head that a relative clause between commas parts from its verb.

        "The rebels, who took Goma in May, left": it is the rebels who left.
        """
        if not before or not self._after_aside.match(line.codes, before[-1].verb, verb):
            return None
        inner = before[-1]
        while inner.carried and inner.parent is not None:
            inner = before[inner.parent]
        head = self._aside.search(line.codes, max(0, inner.verb - _WINDOW), inner.verb)
        return head.end("head") - 1 if head else None

    def _described_head(self, line: Line, subject: int, verb: int) -> int:
        """The noun that a relative clause describes, where it is not the nearest.

        "Areas of the city that were held", by the number of the verb; "the last town in Darfur
        that they hold", for a name alone is not told apart from others of its name.
        """
        unit, codes = line.units[subject], line.codes
        restricted = line.units[subject + 1].word in self._restrictive
        if restricted and isinstance(unit.mention, NameMention):
            named = self._named_in.search(codes, max(0, subject - _WINDOW), subject)
            return named.end("head") - 1 if named else subject
        if line.units[verb].parts[0].word not in self._plural or _names_several(unit):
            return subject
        before = self._of_several.search(codes, 0, subject)
        several = before is not None and _names_several(line.units[before.start()])
        return before.start() if before is not None and several else subject

    def _is_denied(self, line: Line, subject: int) -> bool:
        """Whether it is said of a subject that it did not: "neither side", "no town"."""
        unit = line.units[subject]
        if subject and line.units[subject - 1].word in self._neither:
            return True
        first = unit.parts[0] if unit.parts else unit
        return unit.code in "PG" and line.text[first.start : first.end].lower() in self._nothing

    def _head_described(
        self, previous: Clause | None, between: str, *, auxiliary: bool
    ) -> int | None:
        """The head that the clause before described, when this verb is the head's own.

        "Rebels who took the town fled", "the town that they took burned".
        """
        between = self._date.sub("", between)
        if previous is None or self._joint.search(between):
            return None
        shortened = previous.group.voice == "bare" and previous.beside == previous.verb - 1
        if shortened and auxiliary and self._adjuncts.fullmatch(between):
            return previous.beside  # "miners trapped underground were found"
        return previous.subject if previous.described else previous.relative


def _names_several(unit: Unit) -> bool:
    return bool(unit.listed) or (isinstance(unit.detail, Chunk) and unit.detail.plural)
