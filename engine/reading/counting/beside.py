"""Every number and date of a sentence with the words that it stands beside.

Copy is held against other copy by these: where the same words stand beside another number,
one of the two was changed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ...kinds import Kind
from ...knowledge import read_words
from ...model import Fact, Quantity, Span, Value
from ..dates import DateMention
from ..deeds.clauses import DeedReader
from ..deeds.words import deed_words, noun_in_copy
from ..glance import Glance
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line, Unit
from ..grammar.nouns import noun_words, singular
from ..grammar.verbs import VerbGroup
from ..meaning.circumstances import Circumstances
from ..meaning.mentions import Passage, mentioned
from ..meaning.scene import Scene
from ..numbers import Number
from .counted import CountedFinder, Leaves
from .labels import LabelFinder
from .predicates import Predicate, PredicateFinder
from .wording import WORD, spelled

__all__ = ["MentionFinder"]

_NUMBERS = frozenset("NSMLTYUO")
_STOPS = frozenset(",;:()[]“”.!?–")
_NAMES = frozenset("CAHPXEGFB")
_CALENDAR = frozenset(("#", "month"))
_MOST_DESCRIBED = 4
"""Words from a number to what it counts, that included: "six other small firms"."""
_MOST_SKIPPED = 5
"""Words of no content between a number and the word beside it, at most."""
_MOST_FRAMED = 1000
"""Code points of a sentence that is held against another as a whole."""
_LONG_SENTENCE = 6
"""Words of a sentence that is hardly another's."""
_OF_FIGURES = ("counted", "predicate", "role", "place", "further", "partitive")


class MentionFinder:
    """Finds the numbers and dates of a sentence."""

    def __init__(self, grammar: Grammar, _: Circumstances) -> None:
        g = grammar
        self._grammar = g
        self._nouns = CountedFinder(grammar)
        self._predicates = PredicateFinder(grammar)
        self._deeds = DeedReader(grammar)
        self._empty = g.closed | g.words("more") | g.words("eaches") | g.words("locatives")
        self._reporting = g.words("reporting")
        self._hangs = re.compile(rf"{g['prepositions']}[{''.join(_NUMBERS)}]")
        self._where = re.compile(rf"{g['locatives']}(?:{g['articles']})?(?P<place>[PGC])(?!')")
        self._labels = LabelFinder(g, self._empty, self._beside)
        self._ended = re.compile(rf"$|[,.;:)”]|{g['subordinators']}|{g['conjunctions']}V")
        self._rate = re.compile(rf"[^,;:.–]{{0,5}}?{g['rates']}")

    def concerns(self, sentence: Glance) -> bool:
        """Whether a sentence has a number or a date."""
        return not _NUMBERS.isdisjoint(sentence.figures) or bool(_dated().search(sentence.text))

    def facts(self, kind: Kind, scene: Scene, stated: Sequence[Fact]) -> Iterator[Fact]:
        """The numbers and dates of a sentence; arguments as for ``Structure``."""
        leaves = self._nouns.leaves(scene.line)
        for index, unit in enumerate(leaves.units):
            mention = unit.mention
            if label := self._labels.coded(index, leaves) or self._labels.version(index, leaves):
                yield self._fact(kind, index, leaves, scene, label, None)
            elif isinstance(mention, Number):
                for fields, quantity in self._number(mention, index, leaves, scene, stated):
                    yield self._fact(kind, index, leaves, scene, fields, quantity)
            elif isinstance(mention, DateMention):
                fields = self._date(index, leaves) | self._deed(leaves.at[index], scene)
                yield self._fact(kind, index, leaves, scene, fields, None)
            elif numbered := self._labels.named(index, leaves):
                yield self._fact(kind, index, leaves, scene, numbered, None)

    def _number(
        self, number: Number, index: int, leaves: Leaves, scene: Scene, stated: Sequence[Fact]
    ) -> Iterator[tuple[dict[str, Value | None], Quantity]]:
        """What stands beside a number; of "two of the four boats" both numbers."""
        start = leaves.units[index].start
        common: dict[str, Value | None] = {
            "sort": _sort(number),
            "before": self._beside(leaves, index - self._comma(leaves, index), -1),
            "after": self._beside(leaves, index, 1),
            "each": "yes" if self._is_each(leaves, index) else None,
            "read": min((kind for kind, read in scene.used if read == start), default=None),
        }
        common |= self._beyond(leaves, index, scene)
        further = "yes" if self._is_further(leaves, index) else None
        if number.whole is None or number.part is None:
            figure = self._told(number.quantity, index, leaves, scene, stated)
            figure["further"] = figure["further"] or further
            aged = figure["counted"] == "age"
            quantity = replace(number.quantity, unit="year") if aged else number.quantity
            yield {**common, **figure}, quantity
            return
        for quantity in (number.whole, number.part):
            figure = self._told(quantity, index, leaves, scene, stated)
            part = "yes" if quantity is number.part else None
            yield {**common, **figure, "partitive": part}, quantity

    def _told(
        self,
        quantity: Quantity,
        index: int,
        leaves: Leaves,
        scene: Scene,
        stated: Sequence[Fact],
    ) -> dict[str, Value | None]:
        """What a number counts and which deed it stands with."""
        figure = _figure(quantity, leaves.units[index].start, stated)
        if figure is None:
            return self._counted(leaves, index, scene)
        at = leaves.at[index]
        predicate = self._predicates.of(scene, at, at)
        if predicate is not None and predicate.lemma == figure["predicate"]:
            before = self._beside(leaves, index, -1)
            figure |= {**self._done(predicate, scene, before), "role": figure["role"]}
        return figure

    def _is_each(self, leaves: Leaves, index: int) -> bool:
        """Whether a number is one for each of several: "15 each", "every shelf has 20"."""
        words = {unit.word for unit in leaves.units}
        return not words.isdisjoint(noun_words("distributing")) or bool(
            self._rate.match(leaves.codes, index + 1)
        )

    def _comma(self, leaves: Leaves, index: int) -> bool:
        """Whether a comma sets an age off from who is so old."""
        return leaves.codes[index] == "Y" and leaves.codes[index - 1] == ","

    def _counted(self, leaves: Leaves, index: int, scene: Scene) -> dict[str, Value | None]:
        """What a number counts and which verb it stands with, where no figure was read."""
        nouns = self._nouns
        found = nouns.several(leaves, index) or nouns.single(leaves, index)
        at = leaves.at[index]
        last = max(at, leaves.at[found.last]) if found else at
        predicate = self._predicates.of(scene, at, last)
        if self._is_age(leaves, index, predicate):
            return {"sort": "age", "counted": "age", "further": None}
        return {
            "counted": noun_in_copy(found.head) if found else self._sum(predicate),
            **self._done(predicate, scene, self._beside(leaves, index, -1)),
            "place": self._place(predicate, at, scene),
            "further": "yes" if found and found.further else None,
            "partitive": "yes" if found and found.partitive else None,
            "stance": "possible" if predicate and predicate.clause.group.possible else None,
        }

    def _sum(self, predicate: Predicate | None) -> str | None:
        """What money is by the verb that it stands with: "fined the firm $9 million"."""
        lemma = predicate.lemma if predicate else None
        return lemma if lemma in noun_words("levied") else None

    def _done(
        self, predicate: Predicate | None, scene: Scene, before: str | None
    ) -> dict[str, Value | None]:
        """Which deed a number stands with, what it is to that, and who does it.

        One without a name tells whose it is only of what stands right behind the verb.
        """
        if predicate is None:
            return {}
        told, group = self._deeds.told(predicate.clause, scene), predicate.clause.group
        object_ = predicate.role != "subject"
        plain = group.voice != "passive" and group.form == "finite" and not group.governors
        own = object_ and plain and before in group.lemmas and not told.named
        return {
            "predicate": told.deed if predicate.lemma else None,
            "role": predicate.role,
            "party": told.party if told.named and object_ else None,
            "doer": told.party if own else None,
        }

    def _deed(self, at: int, scene: Scene) -> dict[str, Value | None]:
        """Which deed a date is that of: that of the clause around it, or behind it."""
        around = [clause for clause in scene.clauses if clause.verb < at < clause.end]
        behind = [clause for clause in scene.clauses if clause.verb > at]
        clause = around[-1] if around else next(iter(behind), None)
        if clause is None:
            return {}
        told = self._deeds.told(clause, scene)
        before = scene.line.units[at - 1].word if at else ""
        return {
            "predicate": told.deed,
            "party": told.party,
            "object": told.object,
            "end": before if before in deed_words().lists.ends else None,
        }

    def _is_age(self, leaves: Leaves, index: int, predicate: Predicate | None) -> bool:
        """Whether a bare number says how old somebody is: "she was 61"."""
        if predicate is None or predicate.lemma or not predicate.direct:
            return False
        if leaves.codes[index] != "N" or not self._ended.match(leaves.codes, index + 1):
            return False
        subject = predicate.clause.subject
        if subject is None:
            return False
        person = leaves.line.units[subject]
        singular_one = person.word in self._grammar.words("persons_singular")
        return person.code in "HX" or (person.code == "R" and singular_one)

    def _beyond(self, leaves: Leaves, index: int, scene: Scene) -> dict[str, Value | None]:
        """What stands behind the verb that a number stands before: "backed Kagan"."""
        at = leaves.at[index]
        around = [clause for clause in scene.clauses if clause.verb < at < clause.end]
        if around and around[-1].group.lemmas[0] in noun_words("composing"):
            return self._composed(around[-1], leaves)
        following = (clause for clause in scene.clauses if clause.verb > at)
        clause = next(following, None)
        if clause is None or ":" in leaves.line.codes[at : clause.verb]:
            return {}
        verb = leaves.at.index(clause.verb)
        beyond = self._beside(leaves, verb, 1)
        return {"verb": clause.group.lemmas[0], "beyond": beyond} if beyond else {}

    def _composed(self, clause: Clause, leaves: Leaves) -> dict[str, Value | None]:
        """What the number is of those whom it is a part of: "women account for six of them"."""
        if clause.subject is None:
            return {}
        last = bisect_right(leaves.at, clause.subject) - 1
        noun = self._content(leaves.units[last], leaves, last, told=False)
        return {"verb": "be", "beyond": noun} if noun else {}

    def _is_further(self, leaves: Leaves, index: int) -> bool:
        """Whether a number comes on top of another: "11 other boats"."""
        around = {unit.word for unit in leaves.units[max(0, index - 1) : index + 2]}
        return not around.isdisjoint(self._grammar.words("more"))

    def _place(self, predicate: Predicate | None, at: int, scene: Scene) -> Value | None:
        """Where it is: the place named behind it in its clause."""
        line = scene.line
        end = predicate.clause.end if predicate else at + 4
        found = self._where.search(line.codes, at + 1, max(end, at + 3))
        if found is None:
            return None
        return scene.context.place(line.units[found.start("place")], line, (), scene.links)

    def _date(self, index: int, leaves: Leaves) -> dict[str, Value | None]:
        """What stands beside a date."""
        said, sort = spelled(leaves.text(index, index))
        return {
            "sort": sort,
            "form": "calendar" if _CALENDAR.issuperset(sort.split()) else sort,
            "said": said,
            "before": self._beside(leaves, index, -1, told=True),
            "after": self._beside(leaves, index, 1),
        }

    def _end_of_counted(self, index: int, leaves: Leaves, counted: Value | None) -> int:
        """Where a number ends, with what it counts if that stands right behind it."""
        for at in range(index + 1, min(index + 1 + _MOST_DESCRIBED, len(leaves.units))):
            unit = leaves.units[at]
            if counted is None or leaves.codes[at] in _STOPS or isinstance(unit.detail, VerbGroup):
                break
            if self._content(unit, leaves, at, told=False) == counted:
                return unit.end
        return leaves.units[index].end

    def _beside(self, leaves: Leaves, index: int, step: int, *, told: bool = False) -> str | None:
        """The next word of content before (``step`` -1) or behind a leaf, in its base form.

        A verb of saying is one where ``told``.
        """
        for at in range(index + step, index + step * (_MOST_SKIPPED + 1), step):
            if not 0 <= at < len(leaves.units):
                return None
            unit, code = leaves.units[at], leaves.codes[at]
            if code in _STOPS and not (code == "," and self._hangs.match(leaves.codes, at + 1)):
                return None
            word = self._content(unit, leaves, at, told=told)
            if word:
                return word
        return None

    def _content(self, unit: Unit, leaves: Leaves, at: int, *, told: bool) -> str | None:
        if isinstance(unit.detail, VerbGroup):
            lemma = unit.detail.lemmas[0]
            light = lemma in self._empty or (lemma in self._reporting and not told)
            return None if light else lemma
        if unit.mention is not None and leaves.codes[at] not in _NAMES:
            return None
        if leaves.codes[at] in _NAMES:
            return leaves.text(at, at).lower().split()[-1]
        if not unit.word or unit.word in self._empty or not unit.word[0].isalpha():
            return None
        return noun_in_copy(singular(unit.word.split()[-1]))

    def _fact(
        self,
        kind: Kind,
        index: int,
        leaves: Leaves,
        scene: Scene,
        fields: dict[str, Value | None],
        quantity: Quantity | None,
    ) -> Fact:
        unit, line = leaves.units[index], scene.line
        mention = unit.mention
        time = mention.time if isinstance(mention, DateMention) else None
        fields |= {"frame": _frame(line, unit)}
        passage = Passage(line.text, scene.part, scene.block, line.span, ())
        span = Span(unit.start, self._end_of_counted(index, leaves, fields.get("counted")))
        fact = mentioned(kind, passage, span, fields, found="beside")
        possible = fields.get("stance") == "possible"
        return replace(
            fact, value=quantity, time=time, stance="possible" if possible else "asserted"
        )


def _frame(line: Line, unit: Unit) -> str | None:
    """The sentence around a number or a date, in plain words; ``None`` where it is short."""
    if line.span.end - line.span.start > _MOST_FRAMED:
        return None
    before = line.text[line.span.start : unit.start]
    behind = line.text[unit.end : line.span.end]
    words = WORD.findall(f"{before} # {behind}".lower())
    return " ".join(words) if len(words) >= _LONG_SENTENCE else None


def _sort(number: Number) -> str:
    """What a number may be held against."""
    if number.form != "ratio":
        return number.form
    return "count" if number.whole is not None else "share"


def _figure(
    quantity: Quantity, start: int, stated: Sequence[Fact]
) -> dict[str, Value | None] | None:
    """What was already read of the figure at ``start``; ``None`` where nothing was."""
    for fact in stated:
        if (
            fact.fields.get("counted")
            and fact.value is not None
            and fact.value == quantity
            and fact.span.start <= start < fact.span.end
        ):
            counted = noun_in_copy(str(fact.fields["counted"]))
            of_figure = {name: fact.fields.get(name) for name in _OF_FIGURES}
            return {**of_figure, "counted": counted, "stance": fact.stance}
    return None


@cache
def _dated() -> re.Pattern[str]:
    """A word that dates have."""
    tables = read_words("calendar").data["words"]
    names = {word.rstrip(".") for name in ("month", "weekday") for word in tables[name]}
    names |= {word.capitalize() for word in tables["number"]}
    units = {re.escape(word) for word in tables["unit"]}
    return re.compile(rf"\d|\b(?:{'|'.join(sorted(names))}|{'|'.join(sorted(units))})\b")
