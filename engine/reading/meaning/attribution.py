"""Who says so: the speakers of a sentence and how far each one's words reach."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...model import Name
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import POSSESSIVE, Line, Unit
from ..grammar.vocabulary import UNKNOWN_NAME
from ..names import NameMention
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
    """Finds the attributions of a line.

    Args:
        grammar: the word classes.
        verbs: lemmas of the verbs of speech. Unless they are given, they are those that report
            or deny, and "according to" is one; if they are, they may govern another verb
            ("promised to leave").
    """

    def __init__(self, grammar: Grammar, verbs: frozenset[str] | None = None) -> None:
        self._grammar = g = grammar
        self._verbs = verbs or g.words("reporting") | g.words("denying")
        self._governing = verbs is not None
        owned = rf"(?:[CAHPXFEQR]'|{g['possessives']})"
        word = rf"(?:{g.any_word}|[CAHPXFEQG])"
        noun = rf"(?:(?:[CAHPXFEQRBG]|{UNKNOWN_NAME}\.|{g.plain_phrase})(?:-{word})*+)"
        body = rf"(?:{g['determiners']})?{owned}?{noun}++"
        after = rf"(?:{g['prepositions']}(?:{body}|D))"
        joints = rf"{g['conjunctions']}|{g['subordinators']}|{g['prepositions']}"
        self._named = re.compile(rf"H(?!{POSSESSIVE})")
        # "Mayor of London Ann Hall"
        self._titled = re.compile(
            rf"{g['prepositions']}[^V,;.”]{{0,8}}?(?<=[CPAX])H(?!{POSSESSIVE})"
        )
        # "the mayor, Ann Hall"
        self._apposed = re.compile(r"(?:,[^V,;.”]{0,6})?,H(?=[,.;”]|$)")
        self._utterance = re.compile(rf"(?P<owner>[HXCAF])'{g.noun}{{0,2}}?{g['utterances']}")
        self._tail = re.compile(rf"{g['prepositions']}")
        self._speaker = re.compile(
            rf"(?P<speaker>{body})(?:{after}{{0,3}})(?:,(?!{joints})(?P<named>[^,]*),)?$"
        )
        self._according = re.compile(rf"{g['attributions']}(?P<speaker>{body}(?:{after}{{0,2}}))")
        self._behind = re.compile(
            rf"(?:{g['adverbs']}|D)*(?!{g['complementisers']})(?P<speaker>{body})[^V]*(?:[,.;”–]|$)"
        )
        self._identical = g.words("identical")
        self._objects = g.words("oblique") | g.words("things_singular")  # "…, denied it"
        self._quoted_before = re.compile(r"[,”“]$")
        self._reach_end = re.compile(rf"[,–]{g['reach_ends']}")
        plain = rf"(?:(?!{g['said_nouns']}|{g['complementisers']}|{g['subordinators']})[^V;,])"
        when = rf"(?:{g['prepositions']})?D{g['complementisers']}"  # "denied on Monday that"
        self._own_object = re.compile(
            rf"(?!{when})"
            rf"{plain}*(?!{g['said_nouns']}){plain}(?=,?(?:{g['relatives']}|{g['subordinators']}))"
        )
        self._comma_left = re.compile(r"[,”“][^,V]*$")

    def find(self, line: Line, clauses: Sequence[Clause], context: Context) -> list[Attribution]:
        """The attributions of ``line``, the widest reach first."""
        found: list[Attribution] = []
        for clause in clauses:
            before = found[-1] if found else None
            if attribution := self._reported(line, clause, context, before):
                found.append(attribution)
        for match in () if self._governing else self._according.finditer(line.codes):
            first, last = match.span("speaker")
            tail = self._tail.search(line.codes, first + 1, last)
            name = self._name(line, first, (tail.start() if tail else last) - 1, context)
            found.append(Attribution(name, "", first, last - 1, (0, len(line.codes)), None))
        return sorted(found, key=lambda each: each.reach[0] - each.reach[1])

    def _reported(
        self, line: Line, clause: Clause, context: Context, before: Attribution | None
    ) -> Attribution | None:
        g = self._grammar
        governors = clause.group.governors if self._governing else ()
        lemma = next((w for w in (*governors, *clause.group.lemmas) if w in self._verbs), None)
        if lemma is None or clause.group.voice == "passive" or clause.group.form == "infinitive":
            return None
        if (
            before is not None
            and clause.group.form == "gerund"
            and line.codes[clause.verb - 1] == ","
        ):
            reach = self._onward(line.codes, clause)  # "she said, adding that"
            return replace(before, verb=lemma, reach=reach, clause=clause)
        codes = line.codes
        left = codes[: clause.verb]
        behind = codes[clause.verb + 1 :].rstrip(".”")
        trailing = self._comma_left.search(left)
        speaker = self._speaker.search(left)
        if clause.carried:
            speaker = None
        start, end = speaker.span("named") if speaker is not None else (-1, -1)
        named = self._named.search(codes, start, end) if start >= 0 else None
        if (
            named is None
            and self._quoted_before.search(left)
            and (match := self._behind.match(codes, clause.verb + 1))
            and line.units[match.start("speaker")].word not in self._objects
        ):
            first, last = match.span("speaker")
            last = self._last(codes, last)
            reach = (0, clause.verb)
        elif speaker is not None and not self._describes(codes, clause, speaker.start()):
            first, last = speaker.span("speaker")
            last = min(self._last(codes, last), clause.verb)
            last = last if named is None else named.end()  # "the mayor, Ann Hall, said"
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

    def _last(self, codes: str, last: int) -> int:
        """Where a speaker ends whose noun phrase goes on at ``last`` with a title's "of"."""
        if codes[last - 1] == "H":
            return last
        named = self._titled.match(codes, last) or self._apposed.match(codes, last)
        return named.end() if named else last

    @staticmethod
    def _describes(codes: str, clause: Clause, start: int) -> bool:
        """Whether a noun phrase at ``start`` belongs to a clause that describes the speaker."""
        subject = clause.subject
        return subject is not None and subject < start and "V" in codes[subject:start]

    def _onward(self, codes: str, clause: Clause) -> tuple[int, int]:
        """What stands behind a reporting verb, up to a clause that is not spoken any more."""
        first = clause.verb + 1
        g = self._grammar
        own_words = g.words("claiming") | g.words("denying")
        own = self._own_object.match(codes, first)
        if own and not own_words.isdisjoint(clause.group.lemmas):
            return first, own.end()  # "claimed the attack, which killed 12": it does not say so
        end = self._reach_end.search(codes, first)
        return first, end.start() if end else len(codes)

    def _speaks(self, line: Line, last: int, clause: Clause) -> bool:
        """Whether the noun phrase that ends with unit ``last`` can say something here."""
        unit = line.units[last]
        if unit.code in "CAHFEXRQ" or unit.word in self._grammar.words("speakers"):
            return True
        return "V" in line.codes[clause.verb + 1 :] or '"' in line.codes or "”" in line.codes

    def _utterer(self, unit: Unit, line: Line, context: Context) -> Name | None:
        """Whose words a quotation takes up: "Responding to Hall's remarks, he said: "She …"."""
        around = context.quotations.at(unit.start)
        found = self._utterance.search(line.codes) if around is not None else None
        if found is None or around is None:
            return None
        owner = line.units[found.start("owner")]
        return context.actor(owner, line, None) if owner.end <= around.start else None

    def _name(self, line: Line, first: int, last: int, context: Context) -> Name:
        text = line.quote(first, last)
        words = text.casefold().split()
        if again := [at for at, word in enumerate(words[:-1]) if word in self._identical]:
            return Name(" ".join(words[again[-1] + 1 :]), text)  # "according to the same office"
        for index in range(last, first - 1, -1):
            unit = line.units[index]
            unit = unit.members[0]
            if unit.code in "CAHFE" and (index == last or unit.code == "H"):
                name = context.actor(unit, line, None)
                return Name(name.key if name else text, text)
        head, g = line.units[last], self._grammar
        if head.code == "R":
            name = context.actor(head, line, None) or self._utterer(head, line, context)
            return Name(name.key, text) if name else Name(text, text, named=False)
        if head.word not in g.words("offices"):
            return Name(text.casefold(), text)
        before = [unit for unit in line.units[first:last] if unit.word not in g.words("articles")]
        nation = before[0].mention if len(before) == 1 and before[0].code == "C" else None
        if not before or isinstance(nation, NameMention):
            country = nation.actor if isinstance(nation, NameMention) else None
            if (titled := context.titled(head.word, country)) is not None:
                return Name(titled.key, text)
        return Name(text.casefold(), text)
