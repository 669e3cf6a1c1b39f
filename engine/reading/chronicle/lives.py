"""When people were born, by what is said of them sentences after they were named.

Of "she", "the watchmaker" or a bare surname no sentence says by itself who it is: the article
does. A description stands for somebody only where the article tells the life of one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ...model import Name, Quantity, TimeSpan
from ..dates import DateMention
from ..grammar.classes import Grammar
from ..grammar.clauses import Clause
from ..grammar.line import Line
from ..grammar.line import Unit as LineUnit
from ..meaning.mentions import Passage
from ..meaning.scene import Stretch
from ..names import NameMention
from ..numbers import Number
from ..timeline.lifespans import Life, first_year, implied

__all__ = ["LifeStory"]

_OLDEST = 115
_YOUNGEST = 10
_ENDS = (".", "?", "!", "”")
"""What a sentence ends with that is no headline."""
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class LifeStory:
    """Whose life an article tells, as far as it was read.

    Attributes:
        grammar: the word classes.
        persons: everybody named in full, by the last word of the name.
        told: those whose age, birth or death was told, by name, and when they died, if known.
        subject: whom the sentence before is about; ``None`` where that is not one person.
        alone: whether it names nobody else.
    """

    grammar: Grammar
    persons: dict[str, str] = field(default_factory=dict)
    told: dict[str, TimeSpan | None] = field(default_factory=dict)
    subject: str | None = None
    alone: bool = False

    def read(self, line: Line, clauses: Sequence[Clause], published: date | None) -> Iterator[Life]:
        """The births and ages that a sentence tells, and of whom."""
        named = self._named(line)
        found = [*self._births(line, clauses), *self._ages(line, clauses, published)]
        yield from found
        self._note(line, clauses, published, named)

    def hear(self, passage: Passage) -> None:
        """Notes whom a sentence names that tells of no life."""
        found: dict[int, str] = {}
        for name in passage.names:
            if name.form in ("person", "unknown"):
                written = passage.text[name.start : name.end]
                found[name.start] = self._note_name(name.actor or " ".join(written.split()))
        for word in _WORD.finditer(passage.text, passage.span.start, passage.span.end):
            if word.group() in self.persons:
                found.setdefault(word.start(), self.persons[word.group()])
        named = list(dict.fromkeys(found[at] for at in sorted(found)))
        opens = min(found, default=-1) == passage.span.start
        opener = _WORD.match(passage.text, passage.span.start)
        singular = self.grammar.words("persons_singular")
        meant = opener is not None and opener.group().lower() in singular
        self._turn_to(named, self.subject if meant else named[0] if opens else None)

    def know(self, name: str) -> None:
        """Notes that the life of somebody was told."""
        self.told.setdefault(self.persons.get(name.rsplit(maxsplit=1)[-1], name), None)

    def _named(self, line: Line) -> list[str]:
        """The persons whom a sentence names, noted by their surnames."""
        named = []
        for unit in line.units:
            for part in unit.walk():
                name = _person(part, line)
                if name is not None:
                    named.append(self._note_name(name))
                elif (word := line.text[part.start : part.end]) in self.persons:
                    named.append(self.persons[word])
        return list(dict.fromkeys(named))

    def _note_name(self, name: str) -> str:
        """Notes a person by first and last name, and gives the full one that is known."""
        words = name.split()
        if len(words) > 1:
            self.persons[words[-1]] = name
            self.persons.setdefault(words[0], name)
        return self.persons.get(words[-1], name)

    def _turn_to(self, named: Sequence[str], first: str | None) -> None:
        """Remembers whom a sentence is about that names somebody."""
        if first is not None and first == self.subject:
            self.alone = self.alone and set(named) <= {first}  # "He served under Braun and Lutz"
        elif named:
            self.alone = len(named) == 1
            self.subject = named[0] if len(named) == 1 or first == named[0] else None

    def _note(
        self, line: Line, clauses: Sequence[Clause], published: date | None, named: Sequence[str]
    ) -> None:
        """Remembers whom the sentence is about, and whose death it tells."""
        first = self._who(line, 0) if line.units else None
        self._turn_to(named, first)
        for clause in clauses:
            if self.grammar.words("dying").isdisjoint(clause.group.lemmas):
                continue
            who = self._who(line, clause.subject) if clause.subject is not None else None
            who = who or (named[0] if len(named) == 1 else None)
            if who is not None and not clause.group.negated:
                self.told[who] = _dated(line, clause) or _news(clause, published)
        for at in range(len(line.units) - 2):
            lived = line.units[at + 2].mention
            if line.codes[at + 1] == "(" and isinstance(lived, DateMention) and lived.time:
                who, end = self._who(line, at), lived.time.end
                if who is not None and first_year(line.units[at + 2]) and end is not None:
                    last = end.replace(year=end.year - 1)
                    self.told[who] = replace(lived.time, start=last, end=end, precision="year")

    def _who(self, line: Line, at: int | None) -> str | None:
        """The person whom a unit stands for."""
        if at is None or at >= len(line.units):
            return None
        unit = line.units[at]
        word = line.text[unit.start : unit.end]
        if name := _person(unit, line):
            return self.persons.get(name.split()[-1], name)
        if word in self.persons:
            return self.persons[word]
        if unit.code == "R" and unit.word in self.grammar.words("persons_singular"):
            return self.subject
        return None

    def _described(self, line: Line, at: int) -> str | None:
        """Whom "the former bus conductor" is, where the life of one person is told."""
        for before in range(at, max(-1, at - 4), -1):
            if line.units[before].code == "V" or line.codes[before] in ",;":
                return None
            if line.units[before].word in self.grammar.words("articles"):
                definite = line.units[before].word in self.grammar.words("definites")
                return self._only() if definite else None
        return None

    def _only(self) -> str | None:
        """Who alone was named last, where the life of nobody else is told."""
        return self.subject if self.alone and list(self.told) == [self.subject] else None

    def _births(self, line: Line, clauses: Sequence[Clause]) -> Iterator[Life]:
        births = self.grammar.words("births")
        for at, clause in enumerate(clauses):
            unit = line.units[clause.verb]
            if clause.group.negated or births.isdisjoint(p.word for p in unit.walk()):
                continue
            born = self._birth_date(line, clause)
            if born is None:
                continue
            index, time = born
            whose = clause.subject
            if whose is None and clause.verb == 0 and at + 1 < len(clauses):
                whose = clauses[at + 1].subject  # "Born in Braga in 1928, she worked there"
            elif whose is None and line.codes[clause.verb - 1 : clause.verb] == ",":
                whose = clause.verb - 2  # "the watchmaker, born in 1889"
            if whose is None or whose < 0:
                continue
            who = self._who(line, whose) or self._described(line, whose)
            if who is not None:
                yield self._life(line, clause, (whose, index), who, None, time, time)

    def _birth_date(self, line: Line, clause: Clause) -> tuple[int, TimeSpan] | None:
        """The date behind a verb of birth, before anything else is told."""
        for index in range(clause.verb + 1, min(clause.end, clause.verb + 10)):
            unit = line.units[index]
            if unit.code in ";:“”()–":
                return None
            time = unit.mention.time if isinstance(unit.mention, DateMention) else None
            if time is not None and time.anchor == "stated":
                return (index, time) if time.precision in ("day", "month", "year") else None
        return None

    def _ages(
        self, line: Line, clauses: Sequence[Clause], published: date | None
    ) -> Iterator[Life]:
        for index, unit in enumerate(line.units):
            age = _age(unit)
            if age is None:
                continue
            told = self._death(line, clauses, index, published) or self._present(
                line, clauses, index, published
            )
            if told is None:
                continue
            who, time, clause, at = told
            yield self._life(
                line, clause, (at, index), who, age, time, implied(age, time)
            )  # fmt: skip

    def _death(
        self, line: Line, clauses: Sequence[Clause], index: int, published: date | None
    ) -> tuple[str, TimeSpan, Clause | None, int] | None:
        """Whose age at death a number is: "she died, aged 87", "he was 76"."""
        g, codes = self.grammar, line.codes
        clause = next((c for c in clauses if c.verb < index < c.end), None)
        if clause is None or clause.subject is None or clause.group.negated:
            return None
        who = self._who(line, clause.subject)
        dies = not g.words("dying").isdisjoint(clause.group.lemmas)
        if dies:
            before = line.units[index - 1].word
            closed = codes[index + 1 : index + 2] in ("", ".", ",", ";", "”", "V")
            if line.units[index].code == "N" and not (before in g.words("at_ages") and closed):
                return None
            time = _dated(line, clause) or (who and self.told.get(who)) or None
            time = time or _news(clause, published, headline=codes[-1:] not in _ENDS)
        else:
            plain = codes.rstrip(".”") == codes[: index + 1] and index == clause.verb + 1
            is_so = not g.words("be").isdisjoint(p.word for p in line.units[clause.verb].walk())
            past = clause.group.tense == "past" and line.units[clause.subject].code == "R"
            if not (plain and is_so and past) or len(line.units) > index + 3:
                return None
            time = self.told.get(who) if who else None
        return (who, time, clause, clause.subject) if who and time else None

    def _present(
        self, line: Line, clauses: Sequence[Clause], index: int, published: date | None
    ) -> tuple[str, TimeSpan, Clause | None, int] | None:
        """Whose age today a number is: "at 81 he still walks", "she is now 55"."""
        g = self.grammar
        if published is None:
            return None
        today = TimeSpan.of_publication(published)
        clause = next((c for c in clauses if c.verb > index), None)
        if who := self._of_that_age(line, index):
            return who, today, clause, index
        opens = index == 1 and line.units[0].word in g.words("at_ages")
        if opens and clause is not None and clause.group.tense in ("present", "perfect"):
            who = self._who(line, clause.subject)
            return (who, today, clause, index) if who else None
        own = next((c for c in clauses if c.verb < index < c.end), None)
        if own is None or own.subject is None or own.group.negated or own.group.possible:
            return None
        closed = line.codes[index + 1 : index + 2] in ("", ".", ",", ";", "”")
        if not g.words("turning").isdisjoint(own.group.lemmas) and index == own.verb + 1:
            who = self._who(line, own.subject)
            time = _dated(line, own) or today
            return (who, time, own, own.subject) if who and own.group.tense == "past" else None
        be = not g.words("be").isdisjoint(p.word for p in line.units[own.verb].walk())
        between = {unit.word for unit in line.units[own.verb + 1 : index]}
        if not be or own.group.tense != "present" or not between <= g.words("adverbs"):
            return None
        who = self._who(line, own.subject)
        return (who, today, own, own.subject) if who and closed else None

    def _of_that_age(self, line: Line, index: int) -> str | None:
        """Who "the 19-year-old" is, right behind the only one whose age is told."""
        alone = index == 1 and line.codes[1:3] == "YV"
        if not alone or line.units[0].word not in self.grammar.words("definites"):
            return None
        return self._only()

    def _life(
        self,
        line: Line,
        clause: Clause | None,
        reach: tuple[int, int],
        who: str,
        age: Quantity | None,
        time: TimeSpan | None,
        born: TimeSpan | None,
    ) -> Life:
        first, last = min(reach), max(reach)
        unit = line.units[reach[0]]
        self.told.setdefault(who, None)
        person = Name(who, line.text[unit.start : unit.end])
        return Life(Stretch(first, last, clause), person, age, time, born)


def _person(unit: LineUnit, line: Line) -> str | None:
    """The name of a person, or of somebody that may be one, in full where it is known."""
    mention = unit.mention
    if not isinstance(mention, NameMention) or unit.code not in "HX":
        return None
    return mention.actor or re.sub(r"\s+", " ", line.text[unit.start : unit.end])


def _age(unit: LineUnit) -> Quantity | None:
    """A number that may be somebody's age in years."""
    number = unit.mention
    if not isinstance(number, Number) or unit.code not in "NY":
        return None
    quantity = number.quantity
    low = quantity.low
    if low is None or low != quantity.high or quantity.hedge is not None or low != int(low):
        return None
    if unit.code == "Y" and quantity.unit != "year":
        return None
    return replace(quantity, unit="year") if _YOUNGEST <= low <= _OLDEST else None


def _dated(line: Line, clause: Clause) -> TimeSpan | None:
    """The day, month or year that stands with a verb."""
    for unit in line.units[clause.verb + 1 : clause.end]:
        time = unit.mention.time if isinstance(unit.mention, DateMention) else None
        if time is not None and time.precision in ("day", "month", "year"):
            return time
    return None


def _news(clause: Clause, published: date | None, *, headline: bool = False) -> TimeSpan | None:
    """The day of publication, for what has just happened: "has died", or as a headline "dies"."""
    tense = clause.group.tense
    if published is None or not (tense == "perfect" or (headline and tense == "present")):
        return None
    return TimeSpan.of_publication(published)
