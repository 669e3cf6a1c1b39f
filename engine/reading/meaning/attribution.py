"""Who says so: the speakers of a sentence and how far each one's words reach."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Name
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line
from .reference import Context

__all__ = ["Attribution", "AttributionFinder"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One speaker in one sentence.

    Attributes:
        source: who speaks.
        verb: the lemma of the reporting verb; empty for "according to".
        first: first unit of the speaker's noun phrase.
        last: its last unit.
        reach: the units spoken, as a half-open range.
        clause: the clause of the reporting verb, when it is one.
    """

    source: Name
    verb: str
    first: int
    last: int
    reach: tuple[int, int]
    clause: Clause | None


class AttributionFinder:
    """Finds the attributions of a line."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = g = grammar
        owned = rf"(?:[CAHPXFEQR]'|{g['possessives']})"
        noun = rf"(?:[CAHPXFEQRBG]|{g.plain_phrase})"
        body = rf"(?:{g['determiners']})?{owned}?{noun}(?:{noun})*"
        after = rf"(?:{g['prepositions']}(?:{body}|D))"
        self._speaker = re.compile(rf"(?P<speaker>{body})(?:{after}{{0,3}})(?:,[^,V]*,)?$")
        self._according = re.compile(rf"{g['attributions']}(?P<speaker>{body}(?:{after}{{0,2}}))")
        self._behind = re.compile(rf"(?:{g['adverbs']}|D)*(?P<speaker>{body})")
        self._quoted_before = re.compile(r"[,”“]$")
        self._reach_end = re.compile(rf"[,–]{g['reach_ends']}")
        self._comma_left = re.compile(r"[,”“][^,V]*$")

    def find(self, line: Line, clauses: Sequence[Clause], context: Context) -> list[Attribution]:
        """The attributions of ``line``, the widest reach first."""
        found = [
            attribution
            for clause in clauses
            if (attribution := self._reported(line, clause, context)) is not None
        ]
        for match in self._according.finditer(line.codes):
            first, last = match.span("speaker")
            name = self._name(line, first, last - 1, context)
            found.append(Attribution(name, "", first, last - 1, (0, len(line.codes)), None))
        return sorted(found, key=lambda each: each.reach[0] - each.reach[1])

    def _reported(self, line: Line, clause: Clause, context: Context) -> Attribution | None:
        g = self._grammar
        lemma = next(
            (w for w in clause.group.lemmas if w in g.words("reporting") | g.words("denying")), None
        )
        if lemma is None or clause.group.voice == "passive" or clause.group.form == "infinitive":
            return None
        codes = line.codes
        left = codes[: clause.verb]
        behind = codes[clause.verb + 1 :].rstrip(".”")
        trailing = self._comma_left.search(left)
        speaker = self._speaker.search(left)
        if clause.carried:
            speaker = None
        if self._quoted_before.search(left) and (
            match := self._behind.match(codes, clause.verb + 1)
        ):
            first, last = match.span("speaker")
            reach = (0, clause.verb)
        elif speaker is not None:
            first, last = speaker.span("speaker")
            ends = trailing is not None and (
                not behind or re.match(rf"(?:D|{g['prepositions']}|,)", behind)
            )
            reach = (0, first) if ends and first > 0 else self._onward(codes, clause)
        elif clause.subject is not None:
            first, last = clause.subject, clause.subject + 1
            reach = self._onward(codes, clause)
        else:
            return None
        if not self._speaks(line, last - 1, clause):
            return None
        name = self._name(line, first, last - 1, context)
        return Attribution(name, lemma, first, last - 1, reach, clause)

    def _onward(self, codes: str, clause: Clause) -> tuple[int, int]:
        """What stands behind a reporting verb, up to a clause that is not spoken any more."""
        end = self._reach_end.search(codes, clause.verb + 1)
        return clause.verb + 1, end.start() if end else len(codes)

    def _speaks(self, line: Line, last: int, clause: Clause) -> bool:
        """Whether the noun phrase that ends with unit ``last`` can say something here."""
        unit = line.units[last]
        if unit.code in "CAHFEXRQ" or unit.word in self._grammar.words("speakers"):
            return True
        return "V" in line.codes[clause.verb + 1 :] or '"' in line.codes or "”" in line.codes

    def _name(self, line: Line, first: int, last: int, context: Context) -> Name:
        text = line.quote(first, last)
        for index in range(last, first - 1, -1):
            unit = line.units[index]
            if unit.code in "CAHFE" and (index == last or unit.code == "H"):
                name = context.actor(unit, line, None)
                return Name(name.key if name else text, text)
        if line.units[last].code == "R":
            name = context.actor(line.units[last], line, None)
            return Name(name.key if name else text, text)
        return Name(text.casefold(), text)
