"""Clauses: who does what in a line of noun phrases and verb groups."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .classes import Grammar
from .line import Line
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
    parent: int | None
    end: int


class ClauseFinder:
    """Finds the clauses of a line."""

    def __init__(self, grammar: Grammar) -> None:
        g = grammar
        self._neither = g.words("neithers")
        phrase = rf"(?:[CAHPXFGBQNSERILMUT]|{g.plain_phrase})"
        owned = rf"(?:(?:{g['determiners']})*{phrase}(?:['-]{g.any_word}*)?)"
        opens = rf"{g['subordinators']}(?:{g['determiners']})?[CAHXFER]{g['adverbs']}*$"
        after = rf"(?:(?!{opens}){g['prepositions']}(?:{g['determiners']})?{owned}|\([^)]*\)|D)"
        aboard = rf"(?:(?<=[QF]){g['postmodifiers']})?"
        adverb = rf"(?:{g['adverbs']}|{g['degrees']}|,?(?:{g['prepositions']})?D,?)"
        aside = r"(?:,[^,]*,|–[^–]*–)"
        preposition = g.without("prepositions", "subordinators")
        stop = rf"(?<!{preposition})(?<!{preposition}{g['determiners']})"
        self._described = re.compile(
            rf"(?P<subject>{phrase})(?:\([^)]*\))?,?–?(?P<relative>{g['relatives']}){adverb}*$"
        )
        self._subject = re.compile(
            rf"{stop}(?P<subject>{phrase}){aboard}{after}{{0,4}}{aside}?{adverb}*$"
        )
        self._part = re.compile(rf"(?P<subject>[NQS]){g['partitives']}{adverb}*$")
        self._absolute = re.compile(rf"{g['withs']}(?P<subject>{phrase}){after}{{0,2}}{adverb}*$")
        self._beside = re.compile(rf"(?P<subject>{phrase})(?:\([^)]*\))?,?{adverb}*$")
        self._claimant = re.compile(rf"(?P<subject>[CAHXFE])'?{g['said_nouns']}{adverb}*$")
        self._object = re.compile(
            rf"(?P<object>[PGCXQN])(?:(?P<comma>,?)(?P<relative>{g['object_relatives']})|D)?"
            rf"(?P<subject>[CAHXFRE]){adverb}*$"
        )
        self._conditional = re.compile(rf"{g['conditionals']}[^V]*$")
        self._joint = re.compile(
            rf"[,;:“”–]|{g['conjunctions']}|{g['subordinators']}|{g['relatives']}"
        )
        introduced = rf"(?:{g['subordinators']}|{g['gerund_openers']}|{g['adverbs']}|D|,)"
        self._phrase = re.compile("[A-Z]")
        self._opening = re.compile(rf"{introduced}*$")
        self._joined = re.compile(rf"(?:,|,?{g['conjunctions']}|^){adverb}*$")

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

    def _clause(self, line: Line, verb: int, end: int, before: list[Clause]) -> Clause:
        group = line.units[verb].detail
        if not isinstance(group, VerbGroup):
            raise TypeError("a verb unit without a verb group")
        first = max(0, verb - _WINDOW)
        left = line.codes[first:verb]
        previous = before[-1] if before else None
        floor = max(0, previous.verb + 1 - first) if previous else 0
        found, described = self._nearest(left, floor, hanging=group.form == "gerund")
        subject = None if found is None else first + found
        relative = None
        if group.voice != "passive" and (match := self._object.search(left)):
            relative = first + match.start("object")
            subject, described = first + match.start("subject"), False
        if group.form == "infinitive" and (match := self._claimant.search(left)):
            subject = first + match.start("subject")  # "a Russian claim to have taken it"
        auxiliary = group.form == "finite" and group.voice == "passive"
        head = self._head_described(previous, left[floor:], auxiliary=auxiliary)
        if head is not None:
            subject, described = head, False
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
        if subject and not carried and line.units[subject - 1].word in self._neither:
            group = replace(group, negated=not group.negated)
        conditional = bool(self._conditional.search(left[floor:]))
        if carried and previous is not None and self._joined.search(left[floor:]):
            conditional = conditional or previous.conditional
        parent = len(before) - 1 if before else None
        beside = self._beside.search(left)
        return Clause(
            verb=verb,
            group=group,
            subject=subject,
            carried=carried,
            relative=relative,
            beside=first + beside.end("subject") - 1 if beside else None,
            described=described,
            conditional=conditional,
            parent=parent,
            end=end,
        )

    def _nearest(self, left: str, floor: int, *, hanging: bool) -> tuple[int | None, bool]:
        """The subject in front of a verb, and whether the clause describes it.

        Args:
            left: codes in front of the verb.
            floor: where the clause before ends; looked behind only when nothing is found.
            hanging: whether the verb is a gerund, which hangs on another clause.
        """
        if match := self._part.search(left, floor):  # "two of whom died"
            return match.start("subject"), False
        if hanging and (match := self._absolute.search(left, floor)):
            return match.end("subject") - 1, False  # "with two in five opposing it"
        if match := self._described.search(left):
            return match.end("subject") - 1, True
        match = self._subject.search(left, floor) or self._subject.search(left)
        return (match.end("subject") - 1 if match else None), False

    def _head_described(
        self, previous: Clause | None, between: str, *, auxiliary: bool
    ) -> int | None:
        """The head that the clause before described, when this verb is the head's own.

        "Rebels who took the town fled", "the town that they took burned".
        """
        if previous is None or self._joint.search(between):
            return None
        shortened = previous.group.voice == "bare" and previous.beside == previous.verb - 1
        if shortened and auxiliary and not self._phrase.search(between):
            return previous.beside  # "miners trapped underground were found"
        return previous.subject if previous.described else previous.relative
