"""From what a figure was read as to a fact."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...kinds import Kind
from ...model import Fact, Name, Quantity, Span, Value
from ..grammar.classes import Grammar
from ..grammar.line import Unit
from ..meaning.circumstances import Circumstances, draft_name
from ..meaning.scene import Scene, Stretch
from ..meaning.values import people_of
from ..meaning.whereabouts import PlaceFinder
from ..names import NameMention
from .field import Field
from .nouns import figure_words
from .sentence import Phrase, Reading, Sentence

__all__ = ["FactMaker"]

_PERSON = "person"
_OWNED = ("counted", "quantity", "object")
_ACTORS, _REGIONS = "CAFX", "CPG"
_LED = 8
"""Tokens before a figure among which whose it is may be named: "Russian casualties passed 300"."""


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
        self._field = field
        self._newcomers = grammar.words("newcomers")
        self._contrast = re.compile(rf"{grammar['withs']}(?:{grammar['adverbs']})*S")

    def facts(self, sentence: Sentence) -> list[Fact]:
        """The facts that the readings of ``sentence`` state, in reading order."""
        made: dict[int, Fact] = {}
        facts: list[Fact] = []
        for at in sorted(sentence.readings):
            reading = sentence.readings[at]
            fact = self._fact(sentence, reading, made)
            if fact is not None:
                made[at] = fact
                facts += _of_each(fact, reading)
                sentence.scene.last_time = fact.time or sentence.scene.last_time
        return facts

    def _fact(
        self, sentence: Sentence, reading: Reading, made: Mapping[int, Fact]
    ) -> Fact | None:
        """The fact of one reading; ``None`` where it is denied."""
        scene, kind = sentence.scene, self._field.kind
        statement = self._statement(sentence, reading)
        clause = statement.clause
        if clause is not None and not reading.answered and (
            clause.group.negated or self._circumstances.stances.is_unwanted(clause, scene)
        ):
            return None
        fields: dict[str, Value | None] = dict.fromkeys(kind.fields)
        fields |= {self._field.name: reading.choice, **self._given(reading, scene)}
        fields |= {name: values[0] for name, values in reading.known.items() if values}
        whole = made.get(reading.whole) if reading.whole is not None else None
        self._describe(fields, kind, sentence, reading, whole)
        attribution = self._circumstances.attribution(statement, scene)
        told = self._circumstances.told(statement, scene, attribution)
        if reading.superseded:
            told = replace(told, time=None)
        name = f"{kind.name}/{reading.construction.replace(' ', '-')}"
        fact = self._circumstances.fact(
            kind, statement, scene, fields, told, self._quantity(kind, reading.quantity), phrase=name
        )
        span = self._span(sentence, reading)
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
        fields, context = self._field.kind.fields, scene.context
        given: dict[str, Value | None] = dict(reading.evoked.gives)
        for name, scope in reading.evoked.gives.items():
            if fields[name] == "scope":
                parted = scope != "contrast" or self._contrast.search(scene.line.codes) is not None
                start = scene.block if scope == "block" else scene.line.span.start
                given[name] = f"{context.article}/{scene.part}/{start}" if parted else None
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
            clause = inside[-1] if reading.construction in ("counted", "complement") and inside else None
            return Stretch(first, last, clause)
        return Stretch(first, last, clause, tuple(clause.group.lemmas))

    def _describe(
        self,
        fields: dict[str, Value | None],
        kind: Kind,
        sentence: Sentence,
        reading: Reading,
        whole: Fact | None,
    ) -> None:
        """Fills in whom the figure counts, where, and how it stands to other figures."""
        for name, type_ in kind.fields.items():
            if fields[name] is not None:
                continue
            if type_ == "group" and self._field.kind.value == "people":
                fields[name] = self._people(sentence, reading)
            elif type_ == "place":
                fields[name] = self._place(sentence, reading)
                if fields[name] is None and whole is not None:
                    fields[name] = whole.fields[name]
            elif type_ == "increment" and self._is_further(sentence, reading.phrase):
                fields[name] = "yes"
        if reading.construction in ("among", "part") and whole is None and "partial" in fields:
            fields["partial"] = "yes"

    def _people(self, sentence: Sentence, reading: Reading) -> Name:
        """Whom the figure counts, or whose they are."""
        return self._owner(sentence, reading) or self._those(sentence, reading.phrase)

    def _owner(self, sentence: Sentence, reading: Reading) -> Name | None:
        """Whose losses they are: "Italy reported 475 deaths", "Russian casualties"."""
        phrase, scene = reading.phrase, sentence.scene
        if reading.construction not in _OWNED:
            return None
        first = phrase.at
        if reading.construction == "quantity":
            first -= _LED
        for token in reversed(sentence.tokens[max(0, first) : phrase.end]):
            if isinstance(token.mention, NameMention) and token.mention.actor:
                unit = Unit(token.code, token.start, token.end, "", token.mention)
                return scene.context.actor(unit, scene.line, None)
        clause = self._statement(sentence, reading).clause
        if clause is None or clause.subject is None:
            return None
        lemmas, subject = clause.group.lemmas, scene.line.units[clause.subject]
        bearing = not figure_words("bearing").isdisjoint(lemmas)
        counting = not figure_words("counting").isdisjoint(lemmas)
        if clause.group.voice != "passive" and (
            (bearing and subject.code in _ACTORS) or (counting and subject.code in _REGIONS)
        ):
            return scene.context.actor(subject, scene.line, None)
        return None

    def _those(self, sentence: Sentence, phrase: Phrase) -> Name:
        """Whom the figure counts by its noun."""
        line, token = sentence.scene.line, sentence.tokens[phrase.at]
        unit = _counted(line.units[token.at], token.start)
        if unit.code == "Q":
            return people_of(unit, line, self._grammar)
        noun = phrase.noun
        if noun is None or noun in ("them", "others") or not phrase.people:
            return Name("people", "people", named=False)
        words = sentence.tokens[phrase.at + 1 : phrase.end]
        text = line.text[words[0].start : words[-1].end] if words else noun
        return Name("people" if noun in self._grammar.words("everyone") else noun, text, named=False)

    def _is_further(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether the figure comes on top of another: "12 more", "another 12"."""
        words = sentence.words(phrase.at - 1, phrase.at) + sentence.words(phrase.at + 1, phrase.end + 1)
        return not self._newcomers.isdisjoint(words)

    def _place(self, sentence: Sentence, reading: Reading) -> Value | None:
        statement = self._statement(sentence, reading)
        return self._places.of(statement, sentence.scene)

    @staticmethod
    def _quantity(kind: Kind, quantity: Quantity) -> Quantity:
        if kind.value == "people" and quantity.unit is None:
            return replace(quantity, unit=_PERSON)
        return quantity

    @staticmethod
    def _span(sentence: Sentence, reading: Reading) -> Span:
        tokens, phrase = sentence.tokens, reading.phrase
        first = phrase.at if reading.first is None else reading.first
        return Span(tokens[first].start, tokens[phrase.end - 1].end)


def _of_each(fact: Fact, reading: Reading) -> list[Fact]:
    """``fact`` of each of several who share one figure: "A and B are level on 12 percent"."""
    several = next((each for each in reading.known.items() if len(each[1]) > 1), None)
    if several is None:
        return [fact]
    name, values = several
    return [replace(fact, fields={**fact.fields, name: value}) for value in values]


def _counted(unit: Unit, start: int) -> Unit:
    """The member of a list, or the unit itself, in which ``start`` lies."""
    return next((each for each in unit.members if each.start <= start < each.end), unit)
