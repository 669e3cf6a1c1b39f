"""Who says what in a sentence: every statement with its speaker and the units it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...model import Name
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line
from ..grammar.vocabulary import word_lists
from ..meaning.attribution import Attribution, AttributionFinder
from ..meaning.quotation import Quotation, Quotations
from ..meaning.scene import Scene

__all__ = ["ACTS", "Saying", "SayingFinder"]

ACTS = ("said", "asked", "denied", "confirmed", "promised", "demanded", "warned", "admitted")
"""The lists of speech.yaml that say what a verb of speech does."""

Range = tuple[int, int]
"""Units of a line, half open."""

_GOVERNING = ("promised", "demanded", "warned")  # "promised to pay" is one verb group
_MOST = 6  # sayings of a sentence
_EDGES = ",.;:–”“"
_PAUSES = ("", ",", ".", ";", "–")


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement that somebody is said to make.

    Attributes:
        act: which list its verb is in.
        verb: lemma of the verb; empty where there is none.
        direct: whether it is quoted word for word.
        pieces: the units that it is made of.
        attribution: who says so; ``None`` where only the quotation around it can tell.
        speaker: who that is, where it is known.
        listener: the units of who is told.
        around: the quotation that another speaker says it in.
    """

    act: str
    verb: str
    direct: bool
    pieces: tuple[Range, ...]
    attribution: Attribution | None = None
    speaker: Name | None = None
    listener: Range | None = None
    around: Quotation | None = None


@dataclass(frozen=True, slots=True)
class _Quoted:
    quotation: Quotation
    first: int
    end: int


class SayingFinder:
    """Finds the sayings of a sentence."""

    def __init__(self, grammar: Grammar) -> None:
        g = grammar
        self._lists = lists = word_lists("speech")
        self._determiners = g.words("determiners")
        self._tags = g.vocabulary.tags
        self._several = g.words("plurals")
        self._given = word_lists("given-names")
        self._acts: Mapping[str, str] = {verb: act for act in ACTS for verb in lists[act]}
        found = g.words("reporting") | g.words("denying")
        governing = {verb for act in _GOVERNING for verb in lists[act]}
        self._speakers = AttributionFinder(grammar, frozenset(self._acts) - found | governing)
        word = rf"(?:{g.modifier}|{g.noun}|[CAXPHEN-])"
        name = rf"[AHXFEQC](?![CAHXFE']|{g.noun})"
        listener = rf"(?:I|R|(?:{g['determiners']})?(?:{word}{{0,4}}?{g['audiences']}|{name}))"
        end = rf"(?=[,:“”]|{g['complementisers']}|D)"
        where = rf",?{g['prepositions']}(?:{g['determiners']})?(?:{word}'?){{1,5}}?{end}"
        aside = rf"(?>{where}|,?(?:{g['prepositions']})?D|{g['adverbs']})"
        self._listener = re.compile(rf"(?:{g['to']})?(?P<listener>{listener})")
        self._lead_in = re.compile(rf"{aside}{{0,3}}[,:–]?")
        self._that = re.compile(rf"[^V;“”]*?(?P<that>{g['complementisers']})(?!V)")
        self._subjectless = re.compile(rf"(?:{g['subordinators']}|{g['relatives']})")
        self._fill = re.compile(rf"[,:–\s]*{aside}{{0,3}}[,:–]?$")
        hanging = g["conjunctions"] + "|" + g["relatives"]
        self._goes_on = re.compile(rf"(?!{hanging}|V|“)[^;“”]*V")
        self._conjunction = re.compile(g["conjunctions"])
        self._joint = re.compile(rf"(?:,|{g['additions']}|{g['contrasts']})+$")

    def find(self, scene: Scene) -> Iterator[Saying]:
        """The sayings of ``scene``, in no certain order; notes who speaks in its quotations."""
        line, quotations = scene.line, scene.context.quotations
        quoted = list(_quoted(line, quotations))
        more = self._speakers.find(line, scene.clauses, scene.context)
        found = [
            self._meant(each, scene)
            for each in (*(a for a in scene.attributions if a not in more), *more)
            if (not each.verb or each.verb in self._acts) and self._says(each, line)
        ]
        found.sort(key=lambda each: each.clause.verb if each.clause else each.first)
        del found[_MOST:]
        used: set[int] = set()
        for attribution in found:
            around = quotations.at(line.units[attribution.last].start)
            inside = around is not None and any(each.quotation is around for each in quoted)
            if line.units[attribution.last].code == "I":
                continue  # "as I said"
            if inside and around is not None:
                yield from self._nested(attribution, around, found, quoted, scene)
                continue
            saying = self._direct(attribution, quoted, line) or self._reported(
                attribution, found, scene
            )
            if saying is None:
                continue
            for index, each in enumerate(quoted):
                if any(first <= each.first and each.end <= end for first, end in saying.pieces):
                    used.add(index)
                    each.quotation.speaks(attribution.source)
            quotations.hear(attribution.source, scene.block)
            yield saying
        for index, each in enumerate(quoted):
            if index not in used:
                quotations.enter(each.quotation)
                if each.first == 0:  # a sentence of its own, or the rest of one
                    yield Saying("said", "", True, ((each.first, each.end),))

    def _meant(self, attribution: Attribution, scene: Scene) -> Attribution:
        """``attribution``, by nobody known where "he" would be a woman, or "she" a man.

        Nor is whoever "they" are: most often several, of whom one was named last.
        """
        line, first = scene.line, attribution.first
        if line.codes[first] == "R" and first < attribution.last < len(line.codes):
            who = scene.context.actor(line.units[first], line, None)  # "he publicly said"
            text = line.quote(first, first)
            source = Name(who.key, text) if who else Name(text, text, named=False)
            attribution = replace(attribution, last=first, source=source)
        source, pronoun = attribution.source, line.units[attribution.last].word
        known = self._given.get(pronoun)
        if not source.named or not (known or pronoun in self._several):
            return attribution
        given = source.key.split()[0]
        others = (names for names in self._given.values() if names is not known)
        if known and not any(given in names for names in others):
            return attribution
        return replace(attribution, source=replace(source, named=False))

    def _says(self, attribution: Attribution, line: Line) -> bool:
        """Whether somebody does say so: nobody "did not say", and "would" not yet."""
        clause = attribution.clause
        if clause is None:
            return True
        verb = line.units[clause.verb].parts[0].word
        gerund = clause.group.form == "gerund" or "gerund" in self._tags(verb)
        hanging = gerund and line.codes[clause.verb - 1 : clause.verb] != ","
        if attribution.verb in clause.group.governors:
            owner = line.units[clause.verb - 1].word if clause.verb else ""
            noun = owner in self._determiners  # "its promise to leave"
            return self._acts[attribution.verb] in _GOVERNING and not (noun or hanging)
        if attribution.verb in self._lists["with_preposition"]:
            behind = line.units[clause.verb + 1 : clause.verb + 2]
            if not behind or behind[0].word not in self._lists["their_prepositions"]:
                return False
        return not (hanging or clause.group.negated or clause.group.possible or clause.conditional)

    def _saying(
        self,
        attribution: Attribution,
        pieces: Sequence[Range],
        listener: Range | None = None,
        *,
        direct: bool = False,
    ) -> Saying:
        act = self._acts.get(attribution.verb, "said")
        return Saying(
            act, attribution.verb, direct, tuple(pieces), attribution, attribution.source, listener
        )

    def _direct(
        self, attribution: Attribution, quoted: Sequence[_Quoted], line: Line
    ) -> Saying | None:
        """What is quoted right before the speaker, right behind, or on both sides."""
        codes, clause = line.codes, attribution.clause
        verb = clause.verb if clause else attribution.first
        low, high = min(attribution.first, verb), max(attribution.last, verb) + 1
        listener = self._listened(attribution, codes, high)
        adding = clause is not None and clause.group.form == "gerund"
        pieces: list[Range] = []
        for each in quoted:
            before = not adding and each.end <= low and self._fill.fullmatch(codes, each.end, low)
            start = listener[1] if listener else high
            behind = each.first >= high and self._fill.fullmatch(codes, start, each.first)
            rest = codes[each.end : each.end + 1]
            ended = (
                rest in _PAUSES or codes[each.end - 2] in _PAUSES or self._conjunction.match(rest)
            )
            if before or (behind and ended):
                pieces.append((each.first, each.end))
        return self._saying(attribution, pieces, listener, direct=True) if pieces else None

    def _listened(self, attribution: Attribution, codes: str, start: int) -> Range | None:
        found = self._listener.match(codes, start)
        addressing = attribution.verb in self._lists["addressing"]
        if found is None or not (addressing or found.start("listener") > start):
            return None
        return found.span("listener")

    def _reported(
        self, attribution: Attribution, found: Sequence[Attribution], scene: Scene
    ) -> Saying | None:
        """What is told in other words."""
        codes, clause = scene.line.codes, attribution.clause
        if clause is None:
            pieces = _around_speaker(attribution, codes)
        elif attribution.reach[1] <= clause.verb:
            pieces = [(0, attribution.reach[1])]
            if codes[clause.verb + 1 : clause.verb + 2] == "," and self._goes_on.match(
                codes, clause.verb + 2
            ):  # "if it rains, officials say, the dam will break"
                pieces.append((clause.verb + 2, len(codes)))
        else:
            return self._onward(attribution, found, scene)
        pieces = [piece for piece in (_trimmed(codes, *each) for each in pieces) if piece]
        return self._saying(attribution, pieces) if _has_verb(codes, pieces) else None

    def _onward(
        self, attribution: Attribution, found: Sequence[Attribution], scene: Scene
    ) -> Saying | None:
        """What stands behind the verb of speech."""
        codes, clause = scene.line.codes, attribution.clause
        if clause is None:
            return None
        end = self._end(attribution, found, scene)
        if attribution.verb in clause.group.governors:
            return self._saying(attribution, [(clause.verb, end)])
        start = clause.verb + 1
        listener = self._listened(attribution, codes, start)
        start = listener[1] if listener else start
        first = next((c for c in scene.clauses if start <= c.verb < end), None)
        begin = self._clause_begin(attribution, codes, start, first) if first else None
        if attribution.verb in self._lists["never_bare"] and not self._that.match(codes, start):
            return None  # "those who threaten the truce will be tried"
        if begin is None and self._acts[attribution.verb] in self._lists["of_things"]:
            comma = codes.find(",", start)
            begin, end = start, min(end, comma if comma > 0 else end)
        piece = _trimmed(codes, begin, end) if begin is not None else None
        return self._saying(attribution, [piece], listener) if piece else None

    def _clause_begin(
        self, attribution: Attribution, codes: str, start: int, first: Clause
    ) -> int | None:
        """Where the clause that is said begins; ``None`` where a noun stands instead."""
        if that := self._that.match(codes, start, first.verb):
            return that.end("that")
        lead = self._lead_in.match(codes, start, first.verb)
        if lead and lead.end() < first.verb:
            start = lead.end()
        between = codes[start : first.verb]
        form, act = first.group.form, self._acts[attribution.verb]
        if form == "infinitive":
            return start if not between else None
        if form == "gerund":
            return start if not between and act in ("denied", "admitted") else None
        own = attribution.clause
        if own is not None and own.described and first.subject == own.subject:
            return None  # "who wrote the bill said"
        nested = self._subjectless.search(codes, start + 1, first.verb)
        if nested or first.carried or not between or first.described:
            return None
        if between[-1] == "," and between.count(",") == 1:
            return None  # "declared an emergency on Monday, shut the schools"
        if self._subjectless.match(codes, start) and "," not in codes[first.verb :]:
            # "added features before it was sold" says when, and "said before May it was" what
            named = first.subject is not None and codes[first.subject].isupper()
            return start if named and first.subject != start + 1 else None
        return start

    def _end(self, attribution: Attribution, found: Sequence[Attribution], scene: Scene) -> int:
        """Where what is said ends: with the line, or where the copy speaks again."""
        codes, clause = scene.line.codes, attribution.clause
        end = attribution.reach[1]
        if clause is None:
            return end
        for other in found:
            later = other.clause
            if later is not None and clause.verb < later.verb < end and later.carried:
                end = later.verb
        stop = codes.find(";", clause.verb)
        end = stop if 0 <= stop < end else end
        if clause.described and (inner := codes.find("V", clause.verb + 1, end)) > 0:
            comma = codes.find(",", inner)
            end = comma if 0 <= comma < end else end
        joint = self._joint.search(codes, clause.verb + 1, end)
        return joint.start() if joint and end < len(codes) else end

    def _nested(
        self,
        attribution: Attribution,
        around: Quotation,
        found: Sequence[Attribution],
        quoted: Sequence[_Quoted],
        scene: Scene,
    ) -> Iterator[Saying]:
        """What the speaker of ``around`` says that another one said."""
        line = scene.line
        here = next(each for each in quoted if each.quotation is around)
        unresolved = line.units[attribution.last].code == "R" and not attribution.source.named
        saying = None if unresolved else self._reported(attribution, found, scene)
        if saying is None:
            return
        cut = [(max(a, here.first + 1), min(b, here.end)) for a, b in saying.pieces]
        pieces = tuple(p for each in cut if (p := _trimmed(line.codes, *each)))
        if pieces:
            yield replace(saying, pieces=pieces, around=around)


def _quoted(line: Line, quotations: Quotations) -> Iterator[_Quoted]:
    """The quotations in ``line`` that say something, each with its units."""
    for quotation in quotations.over(line.span):
        inside = [
            index
            for index, unit in enumerate(line.units)
            if quotation.start <= unit.start and unit.end <= quotation.end
        ]
        if inside and quotations.is_speech(quotation, line.span):
            yield _Quoted(quotation, inside[0], inside[-1] + 1)


def _around_speaker(attribution: Attribution, codes: str) -> list[Range]:
    """What stands before and behind "according to" with its speaker."""
    comma = codes.find(",", attribution.last) + 1
    behind = (comma or attribution.last + 1, len(codes))
    before = (0, attribution.first - 1)
    if not codes[: before[1]].strip(_EDGES):
        return [behind]
    return [before, behind] if comma and "V" in codes[comma:] else [before]


def _trimmed(codes: str, first: int, end: int) -> Range | None:
    """The range without the marks at its ends; ``None`` where nothing is left."""
    while first < end and codes[first] in _EDGES:
        first += 1
    while end > first and codes[end - 1] in _EDGES:
        end -= 1
    return (first, end) if first < end else None


def _has_verb(codes: str, pieces: Sequence[Range]) -> bool:
    return any("V" in codes[first:end] for first, end in pieces)
