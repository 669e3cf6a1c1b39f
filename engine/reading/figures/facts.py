"""From what a figure was read as to a fact: who, where, when, who says so, part of what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from ...kinds import Kind
from ...model import Fact, Quantity, Span, Stance, Value
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Unit
from ..meaning.circumstances import Circumstances, Told, draft_name
from ..meaning.scene import Stretch
from ..meaning.scopes import ScopeFinder
from ..meaning.whereabouts import PlaceFinder
from .field import Field
from .parts import is_left_out, is_of_several, is_part, is_provisional, is_whole, moment
from .sentence import FigureReading, Phrase, Sentence
from .subjects import SubjectFinder
from .words import figure_words

__all__ = ["FactMaker"]

_PERSON, _PEOPLE, _COUNT = "person", "people", "count"
_PARTIAL, _RECALLED = "partial", "recalled"
"""The fields that say that only some are counted, and that they were told of before."""
_FAR = 1000
"""More tokens than a sentence has."""
_APART = 3
"""Characters between a sentence and that of those told of before, at most."""
_COUNTED, _BEFORE = "counted", 2
"""A figure is known with "the" among the two tokens before it: "the nearly 6,500 deaths"."""
_RECALLING = ("state", "participle", "attribute", "counted")
"""Constructions in which what was done only tells which are meant."""
_LATER_TOLD = ("named", "matched")
"""Constructions in which something is told of them that was done later: they are named."""
_STATE, _ENTRY, _QUANTITY = "state", "entry", "quantity"
_PLACES, _PLACED = "PG", "PGC"
"""What a bare figure may stand behind to be told of a place; in a list, a capital as well."""
_IN_CLAUSES = ("counted", "complement")
"""Constructions that no verb makes, though the clause around them may deny them."""


class FactMaker:
    """Makes facts of readings.

    Args:
        grammar: the word classes.
        circumstances: finds what surrounds a statement.
        field: the words by which the figures were read.
    """

    def __init__(self, grammar: Grammar, circumstances: Circumstances, field: Field) -> None:
        self._circumstances = circumstances
        self._places = PlaceFinder(grammar)
        self._subjects = SubjectFinder(grammar)
        self._locatives = grammar.words("locatives")
        self._articles = grammar.words("articles")
        self._eaches = grammar.words("eaches")
        self._field = field
        self._newcomers = grammar.words("newcomers")
        if field.kind.value == _COUNT:  # "eight other boats"
            self._newcomers |= grammar.words("more")
        self._relatives = grammar.words("relatives")
        self._definites = grammar.words("definites")
        self._every = figure_words("every") | figure_words("every_one")
        self._scopes = ScopeFinder(grammar)

    def facts(self, sentence: Sentence) -> list[Fact]:
        """The facts that the readings of ``sentence`` state, in reading order."""
        made: dict[int, Fact] = {}
        facts: list[Fact] = []
        for reading in sentence.in_order():
            fact = self._fact(sentence, reading, made)
            if fact is not None:
                made[reading.phrase.at] = fact
                if fact.part_of is None:
                    sentence.scene.context.told[self._whole_of(sentence)] = fact
                sentence.scene.last_time = fact.time or sentence.scene.last_time
                for spot in self._each(sentence, reading, fact):
                    facts += _of_each(spot, reading)
        return facts

    def _fact(
        self, sentence: Sentence, reading: FigureReading, made: Mapping[int, Fact]
    ) -> Fact | None:
        """The fact of one reading; ``None`` where it is denied."""
        scene, kind = sentence.scene, self._field.kind
        statement = self._statement(sentence, reading)
        if self._is_denied(sentence, reading, statement.clause):
            return None
        fields: dict[str, Value | None] = dict.fromkeys(kind.fields)
        fields |= {self._field.name: reading.choice, **self._given(sentence, reading)}
        fields |= {name: values[0] for name, values in reading.known.items() if values}
        whole = made.get(reading.whole) if reading.whole is not None else None
        referring = self._is_of_those(sentence, reading)
        whole = whole or (self._before(sentence, reading, made) if referring else None)
        whole = whole or self._told_beside(sentence, reading, made)
        self._describe(fields, sentence, reading, statement, whole)
        if referring and whole is None and _PARTIAL in fields:
            fields[_PARTIAL] = "yes"
        if _RECALLED in fields and not referring and self._is_recalled(sentence, reading):
            fields[_RECALLED] = "yes"
        fact = self._circumstances.fact(
            kind,
            statement,
            scene,
            fields,
            self._told(sentence, reading, statement),
            self._quantity(kind, reading.quantity),
            phrase=f"{kind.name}/{reading.construction.replace(' ', '-')}",
        )
        token = sentence.tokens[reading.phrase.at]
        scene.used.add((kind.name, token.start))
        scene.used.add((kind.name, scene.line.units[token.at].start))
        span = self._with_bearer(sentence, reading, statement.clause)
        return replace(
            fact,
            span=span,
            text=scene.line.text[span.start : span.end],
            part_of=draft_name(whole) if whole is not None else None,
            stance=self._stance(fact, sentence, reading, statement),
        )

    def _whole_of(self, sentence: Sentence) -> tuple[str, str]:
        """Under what the last figure that is no part is remembered."""
        return f"whole of {self._field.kind.name}", sentence.scene.part

    def _is_of_those(self, sentence: Sentence, reading: FigureReading) -> bool:
        """Whether a figure of things is of some of those told of before: "25 of them"."""
        if self._field.kind.value != _COUNT or sentence.word(reading.phrase.at - 1) in self._every:
            return False
        return reading.phrase.partitive

    def _before(
        self, sentence: Sentence, reading: FigureReading, made: Mapping[int, Fact]
    ) -> Fact | None:
        """The figure told of last, of which one of "them" is a part."""
        here = [fact for at, fact in made.items() if at < reading.phrase.at and not fact.part_of]
        told = sentence.scene.context.told.get(self._whole_of(sentence))
        whole = here[-1] if here else told
        if not isinstance(whole, Fact) or not is_whole(whole, self._field.kind):
            return None
        apart = sentence.scene.line.span.start - whole.sentence.end
        return whole if apart <= _APART else None

    def _told_beside(
        self, sentence: Sentence, reading: FigureReading, made: Mapping[int, Fact]
    ) -> Fact | None:
        """The one other figure of the same in the sentence, of which some are told of behind it.

        "Twelve were hurt, and two of them badly", "twelve were hurt; among the hurt were two".
        """
        if self._field.kind.value != _PEOPLE or _PARTIAL not in self._field.kind.fields:
            return None
        if not reading.phrase.partitive and not is_part(sentence, reading):
            return None
        name = self._field.name
        alike = [fact for fact in made.values() if fact.fields[name] == reading.choice]
        if len(alike) != 1 or alike[0].fields[_PARTIAL] or alike[0].stance == "superseded":
            return None
        return alike[0]

    def _given(self, sentence: Sentence, reading: FigureReading) -> dict[str, Value | None]:
        """The fields that its words give, with the scopes that they name."""
        fields, scene = self._field.kind.fields, sentence.scene
        given: dict[str, Value | None] = dict(reading.evoked.gives)
        if reading.construction == _QUANTITY and reading.verb is not None:
            group = sentence.tokens[reading.verb].group
            if group is not None and not figure_words("rising").isdisjoint(group.lemmas):
                given = {**given, **self._field.kind.rising}
        for name, scope in reading.evoked.gives.items():
            if fields[name] == "scope":
                given[name] = self._scopes.of(scope, scene)
        return given

    def _stance(
        self, fact: Fact, sentence: Sentence, reading: FigureReading, statement: Stretch
    ) -> Stance:
        """How the copy stands to it: what people say that they would do they do say."""
        replaced = reading.superseded or is_provisional(sentence, reading)
        if replaced or self._is_earlier(sentence, reading, statement):
            return "superseded"
        if reading.answered and fact.stance == "possible":
            return "asserted"
        return fact.stance

    def _is_earlier(self, sentence: Sentence, reading: FigureReading, statement: Stretch) -> bool:
        """Whether a count had come to this before it came to more: "had stood at nine".

        What somebody said goes one tense back, "police said the toll had risen to nine", and so
        does what came to it by a day that is named.
        """
        scene = sentence.scene
        clause = statement.clause or sentence.clause_around(statement.first)
        if reading.construction != _QUANTITY or clause is None or not clause.group.past_perfect:
            return False
        attribution = self._circumstances.attribution(statement, scene)
        if attribution is not None and attribution.clause is not clause:
            return False
        return self._circumstances.told(statement, scene, None).time is None

    def _is_denied(self, sentence: Sentence, reading: FigureReading, clause: Clause | None) -> bool:
        """Whether the clause says that it is not so, or that it should not be."""
        if clause is None or reading.answered:
            return False
        nobody = reading.quantity.high == 0
        before = sentence.words(reading.phrase.at - _BEFORE, reading.phrase.at)
        # "did not lead to the 6,500 deaths": there were so many
        known = reading.construction == _COUNTED and not self._definites.isdisjoint(before)
        if clause.group.negated and not nobody and not known:
            return True
        return self._circumstances.stances.is_unwanted(clause, sentence.scene)

    def _told(self, sentence: Sentence, reading: FigureReading, statement: Stretch) -> Told:
        """When it was, and who says so."""
        scene, clause = sentence.scene, statement.clause
        attribution = self._circumstances.attribution(statement, scene)
        own = attribution is not None and attribution.clause is clause
        if own and reading.construction == "object":
            attribution = None  # "the blaze claimed three lives" claims nothing
        told = self._circumstances.told(statement, scene, attribution)
        dropped = reading.superseded or reading.construction in _LATER_TOLD
        dropped = dropped or (
            self._is_recalled(sentence, reading) and not self._is_dated(sentence, reading)
        )
        return replace(told, time=None) if dropped else told

    def _is_recalled(self, sentence: Sentence, reading: FigureReading) -> bool:
        """Whether what was done only tells which are meant: "the owners of the 31 boats seized".

        Then it is known, and the time of its sentence is a later one.
        """
        if self._field.kind.value != _COUNT:
            return False
        behind = takewhile(lambda word: word != ",", sentence.words(reading.phrase.end, _FAR))
        if not figure_words("elsewhen").isdisjoint(behind):
            return False
        before = sentence.word(reading.phrase.at - 1)
        if before in self._every:
            return True
        described = sentence.word(reading.phrase.end) in self._relatives
        if reading.construction not in _RECALLING and not described:
            return False
        return reading.phrase.partitive or before in self._definites

    @staticmethod
    def _is_dated(sentence: Sentence, reading: FigureReading) -> bool:
        """Whether a day stands behind what was done: "the 31 boats seized on Monday"."""
        behind = sentence.tokens[(reading.last or reading.phrase.end) + 1 :]
        own = takewhile(lambda token: token.group is None and token.word != ",", behind)
        return any(token.code == "D" for token in own)

    def _statement(self, sentence: Sentence, reading: FigureReading) -> Stretch:
        """Where it is said, as units of the line."""
        tokens, phrase = sentence.tokens, reading.phrase
        first, last = tokens[phrase.at].at, tokens[phrase.end - 1].at
        clause = sentence.clause(reading.verb)
        if clause is not None:
            return Stretch(first, last, clause, tuple(clause.group.lemmas))
        if reading.construction in _IN_CLAUSES:
            clause = sentence.clause_around(first)
        elif reading.construction == _STATE:  # "left 14 people dead"
            lead = sentence.lead(phrase.at)
            clause = sentence.clause(lead if lead >= 0 else None)
        return Stretch(first, last, clause)

    def _describe(
        self,
        fields: dict[str, Value | None],
        sentence: Sentence,
        reading: FigureReading,
        statement: Stretch,
        whole: Fact | None,
    ) -> None:
        """Fills in whom the figure counts, where, and how it stands to other figures."""
        for name, type_ in self._field.kind.fields.items():
            if fields[name] is not None:
                continue
            if type_ == "group" and self._field.kind.value == _PEOPLE:
                fields[name] = self._subjects.of(sentence, reading, statement.clause)
            elif type_ == "group" and self._field.kind.value == _COUNT:
                fields[name] = self._subjects.counted(reading)
            elif type_ == "place":
                fields[name] = self._place(sentence, reading, statement)
                if fields[name] is None and whole is not None:
                    fields[name] = whole.fields[name]
            elif type_ == "increment" and self._is_further(sentence, reading.phrase):
                fields[name] = "yes"
        if whole is None and _PARTIAL in fields:
            people = self._field.kind.value == _PEOPLE
            when = moment(sentence, reading) if people else None
            some = is_part(sentence, reading) or (not people and is_of_several(sentence, reading))
            fields[_PARTIAL] = when or ("yes" if some else fields[_PARTIAL])

    def _is_further(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether the figure comes on top of another: "12 more", "another 12"."""
        beside = (sentence.word(phrase.at - 1), *sentence.words(phrase.at + 1, phrase.end + 1))
        return not self._newcomers.isdisjoint(beside) or is_left_out(sentence, phrase)

    def _place(
        self, sentence: Sentence, reading: FigureReading, statement: Stretch
    ) -> Value | None:
        """Where it was: beside the figure itself, or else in its clause or sentence."""
        scene = sentence.scene
        if spots := self._spots(sentence, reading.phrase):
            return scene.context.place(spots[0], scene.line, (), scene.links)
        if reading.owner is None:
            return self._places.of(statement, scene)
        unit = scene.line.units[sentence.tokens[reading.owner].at]
        codes = _PLACED if reading.construction == _ENTRY else _PLACES
        return (
            scene.context.place(unit, scene.line, (), scene.links) if unit.code in codes else None
        )

    def _each(self, sentence: Sentence, reading: FigureReading, fact: Fact) -> Iterator[Fact]:
        """The same for every place that a figure is told of each: "one each in Cusco and Tacna"."""
        spots = self._spots(sentence, reading.phrase)
        scene, words = sentence.scene, sentence.words(reading.phrase.at, reading.phrase.end)
        yield fact
        if self._eaches.isdisjoint(words):
            return
        for spot in spots[1:]:
            place = scene.context.place(spot, scene.line, (), scene.links)
            yield replace(fact, fields={**fact.fields, "place": place})

    def _spots(self, sentence: Sentence, phrase: Phrase) -> Sequence[Unit]:
        """The places right beside a figure."""
        found = self._spot(sentence, phrase.end, 1) or self._spot(sentence, phrase.at, -1)
        return found.members if found is not None else ()

    def _spot(self, sentence: Sentence, at: int, step: int) -> Unit | None:
        """The place right behind token ``at``, or right before it: "12 in Quito", "in Quito 12"."""
        if step > 0:
            first = at + 1 + (sentence.word(at + 1) in self._articles)
            if sentence.word(at) not in self._locatives:
                return None
            return _unit_at(sentence, first - 1, "PGC") or _unit_at(sentence, first, "PGC")
        before = at - 2 if sentence.word(at - 1) == "," else at - 1
        if before < 1 or sentence.word(before - 1) not in self._locatives:
            return None
        return _unit_at(sentence, before, "PC")

    @staticmethod
    def _quantity(kind: Kind, quantity: Quantity) -> Quantity:
        if kind.value == "people" and quantity.unit is None:
            return replace(quantity, unit=_PERSON)
        return quantity

    def _with_bearer(
        self, sentence: Sentence, reading: FigureReading, clause: Clause | None
    ) -> Span:
        """The words that say it, with whose they are: "Italy reported 475 deaths"."""
        span = _span(sentence, reading)
        counts = self._field.kind.value == _PEOPLE
        if not counts or clause is None or clause.subject is None:
            return span
        if self._subjects.bearer(sentence, reading, clause) is None:
            return span
        return Span(min(sentence.scene.line.units[clause.subject].start, span.start), span.end)


def _span(sentence: Sentence, reading: FigureReading) -> Span:
    """The words that say it, as far as they hold no other figure."""
    tokens, phrase = sentence.tokens, reading.phrase
    first, last = phrase.at, phrase.at if phrase.partitive else phrase.end - 1
    if reading.first is not None and reading.last is not None and reading.whole is None:
        others = [at for at in range(reading.first, reading.last + 1) if tokens[at].number]
        if all(phrase.at <= at < phrase.end for at in others):
            first, last = min(first, reading.first), max(last, reading.last)
    first = first if reading.opening is None else reading.opening
    if last and [t.group is not None for t in tokens[last - 1 : last + 2]] == [True, False, True]:
        last += 1  # "were badly injured" is not cut at "badly"
    return Span(tokens[first].start, tokens[last].end)


def _of_each(fact: Fact, reading: FigureReading) -> list[Fact]:
    """``fact`` of each of several who share one figure: "A and B are level on 12 percent"."""
    several = next((each for each in reading.known.items() if len(each[1]) > 1), None)
    if several is None:
        return [fact]
    name, values = several
    return [replace(fact, fields={**fact.fields, name: value}) for value in values]


def _unit_at(sentence: Sentence, at: int, codes: str) -> Unit | None:
    """The unit with one of ``codes`` that begins at token ``at``."""
    if at >= len(sentence.tokens):
        return None
    token = sentence.tokens[at]
    return next(
        (
            unit
            for unit in sentence.scene.line.units[token.at].walk()
            if unit.start == token.start and unit.code in codes
        ),
        None,
    )
