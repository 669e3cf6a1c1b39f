"""The kind of fact that reads quotations and reports: who said what, and on what condition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...kinds import Kind
from ...model import Fact, Name, Place, Value
from ..dates import DateMention
from ..glance import Glance
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line, Unit
from ..grammar.vocabulary import word_lists
from ..meaning.circumstances import Circumstances, Told
from ..meaning.quotation import Quotations
from ..meaning.scene import Scene, Stretch
from ..meaning.values import figure
from ..names import NameMention
from .conditions import Condition, ConditionFinder
from .sayings import ACTS, Saying, SayingFinder
from .subjects import SubjectFinder

__all__ = ["QuoteFinder", "voiced"]

_UNVOICED = "quotation"
_SAID = "say"
_MOST_UNITS = 60  # of a piece of what is said, in which its fields are looked for
_LONG, _TELLING = 8, 3
"""Words of a statement that are hardly another's, and how many of them say what it is about."""
_FIGURES = "NSUMLT"
_SEQUENCES = ("earlier", "later")
_PARTING = re.compile("[V,;“”]")


class QuoteFinder:
    """Finds what is quoted and reported in a sentence."""

    def __init__(self, grammar: Grammar, circumstances: Circumstances) -> None:
        self._grammar = grammar
        self._circumstances = circumstances
        self._lists = lists = word_lists("speech")
        self._verbs = frozenset(verb for act in ACTS for verb in lists[act])
        joined = lists["with_preposition"]
        verbs = [verb for act in ACTS for verb in lists[act] if verb not in joined]
        surfaces = grammar.vocabulary.surfaces(verbs) - set(lists["seldom_said"])
        openers = {entry.split()[0] for entry in grammar.words("attributions")}
        self._telling = surfaces | openers
        self._joining = grammar.vocabulary.surfaces(joined)
        self._joined = tuple(
            f"{surface} {preposition} "
            for surface in sorted(self._joining)
            for preposition in lists["their_prepositions"]
        )
        self._none = frozenset(lists["none"])
        self._places = frozenset(lists["placing"])
        self._open = frozenset(lists["uncertain"])
        self._negating = grammar.words("negations") | self._none
        self._sayings = SayingFinder(grammar)
        self._conditions = ConditionFinder(grammar)
        self._subjects = SubjectFinder(grammar)

    def concerns(self, sentence: Glance) -> bool:
        """Whether a verb of speech stands in ``sentence``, or a quotation runs over it."""
        if not self._telling.isdisjoint(sentence.words) or sentence.spoken():
            return True
        if self._joining.isdisjoint(sentence.words):
            return False
        return any(joined in sentence.text for joined in self._joined)

    def facts(self, kind: Kind, scene: Scene, _: Sequence[Fact]) -> Iterator[Fact]:
        """The quotations and reports in a sentence; none in a transcript, which has labels."""
        if scene.context.quotations.is_transcript(scene.block):
            return
        for saying in sorted(self._sayings.find(scene), key=lambda each: each.pieces[0]):
            yield self._fact(kind, saying, scene)

    def _fact(self, kind: Kind, saying: Saying, scene: Scene) -> Fact:
        attribution = saying.attribution
        first, end = saying.pieces[0][0], saying.pieces[-1][1]
        if attribution is not None:
            first, end = min(first, attribution.first), max(end, attribution.last + 1)
        clause = attribution.clause if attribution else None
        statement = Stretch(first, end - 1, clause)
        time = self._circumstances.told(statement, scene, None).time if clause else None
        fact = self._circumstances.fact(
            kind, statement, scene, self._fields(kind, saying, scene), Told(time, None),
            phrase=f"{kind.name}/{_SAID if attribution else _UNVOICED}",
        )  # fmt: skip
        relayed = saying.around.voice if saying.around else _relayed(saying, scene)
        return replace(fact, source=relayed or fact.source, paragraph=scene.block)

    def _fields(self, kind: Kind, saying: Saying, scene: Scene) -> dict[str, Value | None]:
        line = scene.line
        clause = self._main_clause(saying, scene)
        condition = self._conditions.find(saying.pieces, clause, scene)
        asked = saying.verb in self._lists["questioning"] and condition and condition.opening
        if asked or (clause and not self._verbs.isdisjoint(clause.group.lemmas)):
            condition = None  # "asked if" is whether, and "he said that … if" hangs further in
        speaker, anonymous = self._speaker(saying, line)
        words = _words(saying, line)
        near = tuple((first, min(end, first + _MOST_UNITS)) for first, end in saying.pieces)
        saying = replace(saying, pieces=near)
        topic = self._subjects.topic(near, line, speaker)
        return {
            "speaker": speaker,
            "anonymous": "yes" if anonymous else None,
            "pronoun": "yes" if _is_by_pronoun(saying, line) else None,
            "form": "direct" if saying.direct else "reported",
            "act": saying.act,
            "words": words,
            "predicate": self._subjects.predicate(clause, saying.pieces, line),
            "object": self._subjects.affected(clause, saying.pieces, line),
            "regarding": self._subjects.regarding(clause, saying.pieces, line),
            "long": "yes" if _is_hardly_anothers(words, topic) else None,
            "polarity": self._polarity(clause, line),
            **self._figure_fields(kind, saying, line),
            "day": _first_day(saying, line),
            "place": self._place(saying, scene),
            **self._condition_fields(condition, scene),
            "topic": topic,
            "about": self._subjects.about(saying.pieces, clause, condition, scene),
            "listener": self._listener(saying, scene),
            "sequence": self._sequence(saying, line),
        }

    def _figure_fields(self, kind: Kind, saying: Saying, line: Line) -> dict[str, Value | None]:
        for first, end in saying.pieces:
            for index in range(first, end):
                for unit in line.units[index].walk():
                    found = figure(unit, kind) if unit.code in _FIGURES else None
                    if found is not None:
                        return {"figure": found, "counted": self._subjects.counted(index, line)}
        return {}

    def _condition_fields(
        self, condition: Condition | None, scene: Scene
    ) -> dict[str, Value | None]:
        if condition is None:
            return {}
        return {
            "condition": condition.form,
            "condition_text": condition.text,
            "condition_about": self._subjects.ground(condition, scene),
        }

    def _place(self, saying: Saying, scene: Scene) -> Place | None:
        line = scene.line
        for first, end in saying.pieces:
            for index in range(max(first, 1), end):
                unit, before = line.units[index], line.units[index - 1]
                if unit.code in "PC" and before.word in self._places:
                    return scene.context.place(unit, line, (), None)
        return None

    def _sequence(self, saying: Saying, line: Line) -> str | None:
        """Whether it is told as said before or after something else was: "he later denied"."""
        if saying.attribution is None or saying.attribution.clause is None:
            return None
        verb = saying.attribution.clause.verb
        spoken = [range(*piece) for piece in saying.pieces]
        around = range(min(saying.attribution.first - 4, verb), verb + 1)
        words = {
            word
            for index in around
            if index >= 0 and not any(index in piece for piece in spoken)
            for part in line.units[index].walk()
            for word in part.word.split()
        }
        return next((name for name in _SEQUENCES if not words.isdisjoint(self._lists[name])), None)

    def _speaker(self, saying: Saying, line: Line) -> tuple[Name | None, bool]:
        """Who speaks, and whether without a name."""
        attribution = saying.attribution
        if saying.speaker is None or attribution is None:
            return None, False
        head = line.units[attribution.last]
        if head.code == "R" and not saying.speaker.named:
            return None, False
        units = line.units[attribution.first : attribution.last + 1]
        words = [
            part.word for unit in units for part in unit.walk() if part.word and not part.parts
        ]
        unnamed = set(self._lists["unnamed"]) | set(self._lists["undisclosed"])
        plain = [word for word in words if word not in self._grammar.words("determiners")]
        if head.code in "RCAH" or unnamed.isdisjoint(words):
            names = (isinstance(part.mention, NameMention) for part in head.walk())
            named = head.code == "R" or any(names)
            return replace(saying.speaker, named=named), False
        key = " ".join(plain) or saying.speaker.key
        return Name(key, saying.speaker.text, named=False), True

    def _listener(self, saying: Saying, scene: Scene) -> Name | None:
        if saying.listener is None:
            return None
        line, last = scene.line, saying.listener[1] - 1
        text = line.quote(saying.listener[0], last)
        unit = line.units[last]
        if unit.code in "CAHFEXQ":
            return scene.context.actor(unit, line, None)
        if unit.code in "RI":
            return None
        return Name(text.casefold(), text, named=False)

    def _main_clause(self, saying: Saying, scene: Scene) -> Clause | None:
        """The clause that says what is said: the first that hangs on no other."""
        inside = [
            clause
            for clause in scene.clauses
            if any(first <= clause.verb < end for first, end in saying.pieces)
        ]
        plain = (
            clause
            for clause in inside
            if clause.group.form == "finite"
            and not clause.described
            and clause.relative is None
            and not self._subordinate(clause, saying, scene)
        )
        return next(plain, inside[0] if inside else None)

    def _subordinate(self, clause: Clause, saying: Saying, scene: Scene) -> bool:
        """Whether a word such as "after" stands between the clause and the one before."""
        start = next(first for first, end in saying.pieces if first <= clause.verb < end)
        before = scene.clauses[clause.parent].verb + 1 if clause.parent is not None else 0
        words = {unit.word for unit in scene.line.units[max(start, before) : clause.verb]}
        return not words.isdisjoint(self._grammar.words("subordinators"))

    def _polarity(self, clause: Clause | None, line: Line) -> str | None:
        if clause is None or line.codes.rstrip("“”").endswith("?"):
            return None  # a question says neither
        negated = clause.group.negated
        if clause.subject is not None and not clause.carried:
            near = line.units[max(0, clause.subject - 1) : clause.subject + 1]
            parts = [part for unit in near for part in unit.walk()]
            if not self._none.isdisjoint(line.text[p.start : p.end].lower() for p in parts):
                negated = not negated
        behind = line.units[clause.verb + 1 : clause.verb + 2]
        if behind and behind[0].word in self._negating:
            negated = not negated
        if not self._open.isdisjoint(part.word for part in line.units[clause.verb].parts):
            return None  # what "may" be also may not be
        return "negated" if negated else "affirmed"


def voiced(
    facts: Iterable[Fact], quotations: Quotations, kinds: Mapping[str, Kind]
) -> Iterator[Fact]:
    """``facts`` of one part with who speaks the quotation that they stand in as their source.

    What was quoted without anybody near it gets its speaker in this way, or is left out.

    Args:
        facts: all that the part states, in order.
        quotations: those of the part, once it has been read.
        kinds: of the facts, by name.
    """
    for fact in facts:
        reads = kinds[fact.kind].reads
        quoted = reads == "quotes" and fact.phrase.endswith(f"/{_UNVOICED}")
        around = quotations.around(fact.span, fact.sentence)
        voice = around.voice if around is not None else None
        if quoted:
            if voice is not None:
                told = "yes" if voice.text.lower() in word_lists("grammar")["pronouns"] else None
                yield replace(fact, fields={**fact.fields, "speaker": voice, "pronoun": told})
        elif voice is None or fact.source is not None or reads in ("names", "dates"):
            yield fact
        else:
            keys = {value.key for value in fact.fields.values() if isinstance(value, Name)}
            own = fact.stance == "asserted" and voice.key in keys
            yield replace(fact, source=voice, stance="claimed" if own else fact.stance)


def _is_by_pronoun(saying: Saying, line: Line) -> bool:
    """Whether a pronoun alone says who speaks."""
    return saying.attribution is not None and line.units[saying.attribution.last].code == "R"


def _relayed(saying: Saying, scene: Scene) -> Name | None:
    """Who says that it was said: "Hall said that Ortega had said …"."""
    own, codes = saying.attribution, scene.line.codes
    if own is None:
        return None
    for other in scene.attributions:
        verb = other.clause.verb if other.clause is not None else -1
        right_behind = 0 <= verb < own.first and not _PARTING.search(codes, verb + 1, own.first)
        if right_behind and other.source.named and other.source.key != own.source.key:
            return other.source
    return None


def _is_hardly_anothers(words: str, topic: str | None) -> bool:
    return len(words.split()) >= _LONG and len((topic or "").split()) >= _TELLING


def _words(saying: Saying, line: Line) -> str:
    quoted = (line.quote(first, end - 1) for first, end in saying.pieces)
    return " ".join(text.strip('“”„«»"‘’ ').rstrip(",.") for text in quoted)


def _spoken(saying: Saying, line: Line) -> Iterator[Unit]:
    for first, end in saying.pieces:
        for unit in line.units[first:end]:
            yield from unit.walk()


def _first_day(saying: Saying, line: Line) -> Value | None:
    for unit in _spoken(saying, line):
        if isinstance(unit.mention, DateMention) and unit.mention.clock is None:
            return unit.mention.time
    return None
