"""From what a figure was read as to a fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...kinds import Kind
from ...model import Fact, Quantity, Span, Stance, Value
from ..grammar.classes import Grammar
from ..grammar.line import Unit
from ..meaning.circumstances import Circumstances, draft_name
from ..meaning.scene import Scene, Stretch
from ..meaning.scopes import ScopeFinder
from ..meaning.whereabouts import PlaceFinder
from .field import Field
from .nouns import figure_words
from .sentence import Phrase, Reading, Sentence
from .subjects import SubjectFinder

__all__ = ["FactMaker"]

_PERSON = "person"


class FactMaker:
    """Makes facts of readings.

    Args:
        grammar: the word classes.
        circumstances: finds what surrounds a statement.
        field: the words by which the figures were read.
    """

    def __init__(self, grammar: Grammar, circumstances: Circumstances, field: Field) -> None:
        self._grammar = grammar
        self._circumstances = circumstances
        self._places = PlaceFinder(grammar)
        self._subjects = SubjectFinder(grammar)
        self._locatives = grammar.words("locatives")
        self._articles = grammar.words("articles")
        self._eaches = grammar.words("eaches")
        self._field = field
        self._newcomers = grammar.words("newcomers")
        self._scopes = ScopeFinder(grammar)

    def facts(self, sentence: Sentence) -> list[Fact]:
        """The facts that the readings of ``sentence`` state, in reading order."""
        made: dict[int, Fact] = {}
        for at in sorted(sentence.readings):
            reading = sentence.readings[at]
            fact = self._fact(sentence, reading, made)
            if fact is not None:
                made[at] = fact
                sentence.scene.last_time = fact.time or sentence.scene.last_time
        return [
            each
            for at, fact in made.items()
            for spot in self._each(sentence, sentence.readings[at], fact)
            for each in _of_each(spot, sentence.readings[at])
        ]

    def _fact(self, sentence: Sentence, reading: Reading, made: Mapping[int, Fact]) -> Fact | None:
        """The fact of one reading; ``None`` where it is denied."""
        scene, kind = sentence.scene, self._field.kind
        statement = self._statement(sentence, reading)
        clause = statement.clause
        nobody = reading.quantity.high == 0
        if (
            clause is not None
            and not reading.answered
            and (
                (clause.group.negated and not nobody)
                or self._circumstances.stances.is_unwanted(clause, scene)
            )
        ):
            return None
        fields: dict[str, Value | None] = dict.fromkeys(kind.fields)
        fields |= {self._field.name: reading.choice, **self._given(reading, scene)}
        fields |= {name: values[0] for name, values in reading.known.items() if values}
        whole = made.get(reading.whole) if reading.whole is not None else None
        self._describe(fields, sentence, reading, statement, whole)
        attribution = self._circumstances.attribution(statement, scene)
        own = attribution is not None and attribution.clause is clause
        if own and reading.construction == "object":
            attribution = None  # "the blaze claimed three lives" claims nothing
        told = self._circumstances.told(statement, scene, attribution)
        if reading.superseded:
            told = replace(told, time=None)
        name = f"{kind.name}/{reading.construction.replace(' ', '-')}"
        fact = self._circumstances.fact(
            kind,
            statement,
            scene,
            fields,
            told,
            self._quantity(kind, reading.quantity),
            phrase=name,
        )
        span = self._span(sentence, reading)
        people = kind.value == "people"
        if people and clause is not None and clause.subject is not None:
            if self._subjects.bearer(sentence, reading, clause) is not None:
                span = Span(min(scene.line.units[clause.subject].start, span.start), span.end)
        token = sentence.tokens[reading.phrase.at]
        scene.used.add((kind.name, token.start))
        scene.used.add((kind.name, scene.line.units[token.at].start))
        return replace(
            fact,
            span=span,
            text=scene.line.text[span.start : span.end],
            part_of=draft_name(whole) if whole is not None else None,
            stance=self._stance(fact, reading),
        )

    def _given(self, reading: Reading, scene: Scene) -> dict[str, Value | None]:
        """The fields that its words give, with the scopes that they name."""
        fields = self._field.kind.fields
        given: dict[str, Value | None] = dict(reading.evoked.gives)
        for name, scope in reading.evoked.gives.items():
            if fields[name] == "scope":
                given[name] = self._scopes.of(scope, scene)
        return given

    @staticmethod
    def _stance(fact: Fact, reading: Reading) -> Stance:
        """How the copy stands to it: what people say that they would do they do say."""
        if reading.superseded:
            return "superseded"
        if reading.answered and fact.stance == "possible":
            return "asserted"
        return fact.stance

    def _statement(self, sentence: Sentence, reading: Reading) -> Stretch:
        """Where it is said, as units of the line."""
        tokens, phrase = sentence.tokens, reading.phrase
        first, last = tokens[phrase.at].at, tokens[phrase.end - 1].at
        clause = sentence.clause(reading.verb)
        if clause is None:
            inside = [each for each in sentence.scene.clauses if each.verb <= first < each.end]
            clause = (
                inside[-1] if reading.construction in ("counted", "complement") and inside else None
            )
            return Stretch(first, last, clause)
        return Stretch(first, last, clause, tuple(clause.group.lemmas))

    def _describe(
        self,
        fields: dict[str, Value | None],
        sentence: Sentence,
        reading: Reading,
        statement: Stretch,
        whole: Fact | None,
    ) -> None:
        """Fills in whom the figure counts, where, and how it stands to other figures."""
        for name, type_ in self._field.kind.fields.items():
            if fields[name] is not None:
                continue
            if type_ == "group" and self._field.kind.value == "people":
                fields[name] = self._subjects.of(sentence, reading, statement.clause)
            elif type_ == "place":
                fields[name] = self._place(sentence, reading, statement)
                if fields[name] is None and whole is not None:
                    fields[name] = whole.fields[name]
            elif type_ == "increment" and self._is_further(sentence, reading.phrase):
                fields[name] = "yes"
        if reading.construction in ("among", "part") and whole is None and "partial" in fields:
            fields["partial"] = "yes"

    def _is_further(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether the figure comes on top of another: "12 more", "another 12"."""
        words = sentence.words(phrase.at - 1, phrase.at) + sentence.words(
            phrase.at + 1, phrase.end + 1
        )
        return not self._newcomers.isdisjoint(words)

    def _place(self, sentence: Sentence, reading: Reading, statement: Stretch) -> Value | None:
        """Where it was: beside the figure itself, or else in its clause or sentence."""
        scene = sentence.scene
        if spots := self._spots(sentence, reading.phrase):
            return scene.context.place(spots[0], scene.line, (), scene.links)
        return None if reading.owner is not None else self._places.of(statement, scene)

    def _each(self, sentence: Sentence, reading: Reading, fact: Fact) -> Iterator[Fact]:
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
        tokens = sentence.tokens
        if step > 0:
            first = (
                at + 1 + (sentence.words(at + 1, at + 2)[:1] in ([each] for each in self._articles))
            )
            if at >= len(tokens) or tokens[at].word not in self._locatives:
                return None
            return _unit_at(sentence, first - 1, "PGC") or _unit_at(sentence, first, "PGC")
        before = at - 1 if at and tokens[at - 1].word != "," else at - 2
        if before < 1 or tokens[before - 1].word not in self._locatives:
            return None
        return _unit_at(sentence, before, "PC")

    @staticmethod
    def _quantity(kind: Kind, quantity: Quantity) -> Quantity:
        if kind.value == "people" and quantity.unit is None:
            return replace(quantity, unit=_PERSON)
        return quantity

    @staticmethod
    def _span(sentence: Sentence, reading: Reading) -> Span:
        tokens, phrase = sentence.tokens, reading.phrase
        last = phrase.at if phrase.noun in figure_words("partial") else phrase.end - 1
        first = phrase.at
        if reading.first is not None and reading.last is not None and reading.whole is None:
            others = [at for at in range(reading.first, reading.last + 1) if tokens[at].number]
            if all(phrase.at <= at < phrase.end for at in others):
                first, last = min(first, reading.first), max(last, reading.last)
        first = first if reading.opening is None else reading.opening
        return Span(tokens[first].start, tokens[last].end)


def _of_each(fact: Fact, reading: Reading) -> list[Fact]:
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
