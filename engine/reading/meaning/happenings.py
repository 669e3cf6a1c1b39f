"""Happenings: whether something has happened or is to, when, and before or after what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from ...kinds import Kind
from ...model import Fact, Name, TimeSpan, Value
from ..dates import DateMention
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Unit
from ..grammar.verbs import VerbGroup
from ..phrases.matching import PhraseMatch
from ..phrases.templates import Literal, Verb, parse_template
from .changes import Choices
from .scene import Scene
from .things import ThingFinder

__all__ = ["Happenings", "placed"]

_TENSE = "tense"
_LIES, _AGAIN = "lies", "again"
_WORD = re.compile(r"\w+")
_ORDERED = ("order", "other")
_TOLD = ("asserted", "claimed")
_DOER, _BEFALLEN = "agent", "subject"


class Happenings:
    """Judges the clauses of kinds with a tense: those that tell what happened."""

    def __init__(self, kinds: Mapping[str, Kind], grammar: Grammar) -> None:
        self._grammar = g = grammar
        self._things = ThingFinder(grammar)
        self._named = {name: _events(kind) for name, kind in kinds.items() if self.concern(kind)}
        self._joined = re.compile(rf"(?:[,–]|{g['conjunctions']})(?:{g['adverbs']}|D)*$")
        self._awaited = re.compile(rf"{g['awaiting']}[^V,;]*$")
        self._dated = re.compile(
            rf"(?:{g['locatives']}(?:{g['articles']})?[PGC]|,)?(?:{g['prepositions']})?D"
        )
        self._introduced = re.compile(rf"(?P<word>{g['earlier_than']}|{g['later_than']})[^V,;]*$")
        self._beside = re.compile(
            rf"(?P<word>{g['earlier_than']}|{g['later_than']})(?:{g['determiners']})*"
            rf"(?P<other>{g.thing_words})(?!V|')"
        )

    @staticmethod
    def concern(kind: Kind) -> bool:
        """Whether the facts of ``kind`` are such that happen."""
        return _TENSE in kind.fields.values()

    def settle(self, choices: Choices, match: PhraseMatch, scene: Scene) -> bool:
        """Whether something is told to happen, and to whom it must.

        Args:
            choices: what fills the slots; nobody is left in it who would do it to himself.
            match: the phrase found.
            scene: its sentence.
        """
        clause, subject = match.clause, match.phrase.subject
        if clause is not None:
            if clause.group.degree in self._grammar.words("approaching"):
                return False  # "almost killed him"
            habitual = clause.group.voice == "passive" and not clause.group.ongoing
            if habitual and scene.part == "text" and self.tense(match, scene) == "present":
                return False  # "members are elected for two years"
        self._part_persons(choices)
        needed = subject in choices and not match.phrase.subject_optional
        return not needed or self.is_sure(match, scene)

    def time(self, time: TimeSpan | None, match: PhraseMatch, scene: Scene) -> TimeSpan | None:
        """``time``, unless it is that of something else in the sentence."""
        if match.clause is None and not self._dated.match(scene.line.codes, match.last + 1):
            return None  # "the arrest of Cole": a date elsewhere is that of the verb
        if time is not None and time.anchor == "event":
            return None  # "days after he was freed": not when that was
        return time

    def tense(self, match: PhraseMatch, scene: Scene) -> str | None:
        """Whether it has happened or is to; ``None`` where the verb does not say."""
        clause = match.clause
        if clause is None or clause.group.form == "gerund":
            return None
        group = clause.group
        words = [part.word for part in scene.line.units[clause.verb].walk()]
        if group.tense == "perfect" or (group.tense == "past" and not group.possible):
            return None if self._is_prospective(group, words) else "past"
        if group.form == "infinitive":
            announced = clause.parent is None and clause.subject is not None  # "Lee to resign"
            return "future" if announced else None
        if group.tense == "future" or self._is_prospective(group, words):
            return None if group.tense == "past" else "future"
        return None if group.possible else group.tense

    def staged(self, facts: Sequence[Fact], match: PhraseMatch, scene: Scene) -> list[Fact]:
        """``facts``, only possible where they are yet to come.

        "Talks are possible only after he leaves": he has not left.
        """
        clause, tense = match.clause, self.tense(match, scene)
        awaited = (
            tense == "present"
            and clause is not None
            and (self._awaited.search(scene.line.codes, 0, clause.verb) is not None)
        )
        facts = [placed(fact, scene.published) for fact in facts]
        if self._is_repeated(match, scene):
            facts = [
                replace(fact, fields={**fact.fields, _AGAIN: "yes"})
                if _AGAIN in fact.fields
                else fact
                for fact in facts
            ]
        if not awaited and tense != "future":
            return facts
        return [
            replace(fact, stance="possible") if fact.stance in _TOLD else fact for fact in facts
        ]

    def _is_repeated(self, match: PhraseMatch, scene: Scene) -> bool:
        """Whether the words around it tell of other times: "again", "his first arrest"."""
        line = scene.line
        end = max(match.clause.end if match.clause else 0, match.last + 2)
        units = line.units[max(0, match.first - 1) : end]
        words = _WORD.findall(line.text[units[0].start : units[-1].end].lower())
        return not self._grammar.words("repeats").isdisjoint(words)

    def order(self, kind: Kind, match: PhraseMatch, scene: Scene) -> dict[str, Value | None]:
        """Before or after what it happened, where the text says so.

        What happened otherwise goes by the name of the kind's own event where it is one:
        "after he was freed" is after ``released``.
        """
        found = self._ordered(kind, match, scene) if set(_ORDERED) <= kind.fields.keys() else None
        return dict(zip(_ORDERED, found, strict=True)) if found else {}

    def _ordered(self, kind: Kind, match: PhraseMatch, scene: Scene) -> tuple[str, str] | None:
        line, clauses, clause = scene.line, scene.clauses, match.clause
        end = clause.end if clause else match.last + 1
        follower = next((other for other in clauses if other.verb >= max(end, match.last)), None)
        if clause is not None:
            start = clauses[clause.parent].verb + 1 if clause.parent is not None else 0
            if own := self._introduced.search(line.codes, start, clause.verb):
                main = clauses[clause.parent] if clause.parent is not None else follower
                word = line.units[own.start("word")].word
                return (self._turned(word), self._event(kind, main)) if main else None
        if follower is not None and (
            found := self._introduced.search(line.codes, match.last + 1, follower.verb)
        ):
            return self._word(line.units[found.start("word")].word), self._event(kind, follower)
        for index, unit in enumerate(line.units[match.last + 1 : end], match.last + 1):
            if (told := self._of_date(kind, unit, scene)) is not None:
                return told
            if beside := self._beside.match(line.codes, index, end):
                first, behind = beside.span("other")
                thing = self._things.thing(line, first, behind, first)
                if thing is not None:
                    word = line.units[index].word
                    return self._word(word), self._noun(kind, thing.text)
        return None

    def _of_date(self, kind: Kind, unit: Unit, scene: Scene) -> tuple[str, str] | None:
        """The order that a date told from an event gives: "a day after the vote"."""
        if not isinstance(unit.mention, DateMention) or unit.mention.offset is None:
            return None
        words = scene.line.text[unit.start : unit.end].lower().split()
        g = self._grammar
        ordering = g.words("earlier_than") | g.words("later_than")
        at = next((index for index, word in enumerate(words) if word in ordering), None)
        if at is None:
            return None
        rest = [word for word in words[at + 1 :] if word not in g.words("determiners")]
        return (self._word(words[at]), self._noun(kind, " ".join(rest))) if rest else None

    def _word(self, word: str) -> str:
        return "before" if word in self._grammar.words("earlier_than") else "after"

    def _turned(self, word: str) -> str:
        return "after" if word in self._grammar.words("earlier_than") else "before"

    def _event(self, kind: Kind, clause: Clause) -> str:
        """What a clause tells, as one of the kind's own events or by its verb."""
        named = self._named[kind.name]
        lemmas = clause.group.lemmas
        return next((named[lemma] for lemma in lemmas if named.get(lemma)), lemmas[0])

    def _noun(self, kind: Kind, text: str) -> str:
        """What a noun phrase tells of: "release of hostages" is ``released``."""
        named = self._named[kind.name]
        words = text.split()
        verbs = self._grammar.vocabulary.verbs
        for word in words:
            lemmas = (word, *(form.lemma for form in verbs.get(word, ())))
            if event := next((named[lemma] for lemma in lemmas if named.get(lemma)), None):
                return event
        return text

    def is_sure(self, match: PhraseMatch, scene: Scene) -> bool:
        """Whether who acts is sure: said with the verb, or with one that it is joined to.

        "The strike on a house where families slept killed four": no family did. "The attack in
        Iraq that killed the general": nor did Iraq. "He replaced the minister, resigning in
        May": which of them?
        """
        clause = match.clause
        if clause is None or clause.subject is None:
            return True
        codes = scene.line.codes
        if clause.described and clause.subject:
            bound = scene.line.units[clause.subject - 1].word in self._grammar.words("prepositions")
            return not (bound and codes[clause.subject] in "PCGA")
        if not clause.carried or clause.parent is None or clause.group.form == "infinitive":
            return True
        if clause.group.form == "gerund":
            return False
        between = codes[scene.clauses[clause.parent].verb + 1 : clause.verb]
        return self._joined.search(between) is not None

    @staticmethod
    def _part_persons(choices: Choices) -> None:
        """Leaves out who would do it to himself: "May appointed him" is not herself."""
        doers = {v.key for _, v in choices.get(_DOER, ()) if isinstance(v, Name)}
        befallen = {v.key for _, v in choices.get(_BEFALLEN, ()) if isinstance(v, Name)}
        if doers & befallen:
            del choices[_BEFALLEN]

    def _is_prospective(self, group: VerbGroup, words: Sequence[str]) -> bool:
        """Whether it is said to be to happen: "is due to", "was to"."""
        g = self._grammar
        if group.tense == "perfect":
            return False
        to = next((index for index, word in enumerate(words) if word in g.words("to")), 0)
        before = words[to - 1] if to else ""
        plain = any(word.endswith(" to") and word in g.words("prospective") for word in words)
        return plain or before in g.words("prospective") | g.words("be")


def placed(fact: Fact, published: date | None) -> Fact:
    """``fact`` with whether its time lies behind or ahead of publication, a day allowed for.

    Not where belie chose the year or the week: it did so by the tense.
    """
    time = fact.time
    if _LIES not in fact.fields or time is None or published is None:
        return fact
    if time.inferred != "nothing":
        return fact
    if time.start is not None and (time.start - published).days > 1:
        return replace(fact, fields={**fact.fields, _LIES: "ahead"})
    if time.end is not None and time.end < published:
        return replace(fact, fields={**fact.fields, _LIES: "behind"})
    return fact


def _events(kind: Kind) -> dict[str, str]:
    """What a verb or noun tells, by its word: those that only one event of ``kind`` has."""
    told: dict[str, set[str]] = {}
    for phrase in kind.phrases:
        events = [phrase.gives[name] for name in kind.choices if name in phrase.gives]
        items = parse_template(phrase.say)
        verbs = [item for item in items if isinstance(item, Verb)]
        nouns = [item for item in items if isinstance(item, Literal) and item.words[0].isalpha()]
        words = verbs[0].lemmas if verbs else nouns[0].words if nouns else ()
        for word in words:
            told.setdefault(word, set()).update(events)
    return {word: events.pop() for word, events in told.items() if len(events) == 1}
