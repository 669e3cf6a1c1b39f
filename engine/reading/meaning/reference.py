"""What a noun phrase refers to: an actor or a place, by name or through what came before.

A context is kept for one article. It is told of every mention in reading order, and so
"it", "the group" and "these regions" find the last one that fits. What nothing explains
refers to itself alone, and never equals anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain

from ...model import Name, Place
from ..grammar.chunks import Chunk
from ..grammar.classes import Grammar
from ..grammar.line import Line, Unit
from ..grammar.links import Links
from ..names import NameMention, gazetteer

__all__ = ["Context", "is_adjective"]

_NAMED_BASE = 2**60
"""Places outside the tables lie behind all the tables' numbers."""


@dataclass(frozen=True, slots=True)
class _Actor:
    """An actor mentioned: who it is, as what it counts as a side, what it was called, and where."""

    name: Name
    side: Name
    code: str
    word: str
    force: bool
    line: Line


_Located = tuple[Place, str, bool]
"""A place mentioned, the word it was called, and whether that names several."""


@dataclass(slots=True)
class Context:
    """What has been mentioned so far in one article.

    Few sentences refer back: the lines are asked for when the first does.

    Attributes:
        grammar: the word classes.
        article: its id or any text that tells it from others.
        spellings: the namings of persons that were already given as facts.
    """

    grammar: Grammar
    article: str
    spellings: set[str] = field(default_factory=set)
    _unread: list[Callable[[], Line]] = field(default_factory=list)
    _actors: list[_Actor] = field(default_factory=list)
    _places: list[_Located] = field(default_factory=list)
    _line: Line | None = None
    _here: list[tuple[int, _Located]] = field(default_factory=list)
    _unnamed: dict[tuple[str, int], Place] = field(default_factory=dict)

    def note(self, line: Callable[[], Line]) -> None:
        """Remembers the line that ``line`` gives, for what it mentions."""
        self._unread.append(line)

    def _catch_up(self) -> None:
        """Reads what the lines remembered so far mention."""
        unread, self._unread = self._unread, []
        for line in unread:
            self._read(line())

    def _read(self, line: Line) -> None:
        for unit in line.units:
            for part in unit.parts if unit.listed else (unit,):
                if part.code in "CAFHE" or (part.code == "P" and _mention(part) is None):
                    self._note_actor(part, line)
            self._places += self._placed(unit, line)

    def _placed(self, unit: Unit, line: Line) -> list[_Located]:
        """The places that ``unit`` mentions."""
        found = []
        for part in unit.parts if unit.listed else (unit,):
            if part.code in "PGC" and not is_adjective(part):
                place = self.place(part, line, (), None)
                chunk = part.detail if isinstance(part.detail, Chunk) else Chunk()
                if place is not None:
                    head = part.word or ("country" if part.code == "C" else "place")
                    found.append((place, head, chunk.plural or unit.listed))
        return found

    def _note_actor(self, unit: Unit, line: Line) -> None:
        chunk = unit.detail if isinstance(unit.detail, Chunk) else None
        mention = _mention(unit) or (_mention(chunk.name) if chunk else None)
        if mention is not None and mention.actor is not None:
            text = unit.word or mention.actor
            self._actors.append(
                _Actor(
                    name=Name(mention.actor, text),
                    side=Name(mention.affiliation or mention.actor, text),
                    code=unit.code,
                    word=unit.word,
                    force=self.is_force(unit, line, None),
                    line=line,
                )
            )

    def side(self, unit: Unit, line: Line, subject: Unit | None) -> Name | None:
        """Who ``unit`` stands for as a power: a person is what they lead.

        Args:
            unit: a noun phrase or pronoun.
            line: the line around it.
            subject: what a pronoun most likely means: who acts in the clause before.
        """
        text = line.text[unit.start : unit.end]
        mention = _mention(unit)
        if unit.code == "R":
            return self._antecedent(unit, line, subject, as_side=True)
        if mention is not None and mention.affiliation:
            return Name(mention.affiliation, text)
        return self.actor(unit, line, subject)

    def actor(self, unit: Unit, line: Line, subject: Unit | None) -> Name | None:
        """Who ``unit`` names or refers to; ``None`` when nothing in the text says."""
        text = line.text[unit.start : unit.end]
        mention = _mention(unit)
        if mention is not None:
            return Name(mention.actor or text, text)
        chunk = unit.detail if isinstance(unit.detail, Chunk) else None
        if unit.code == "R":
            return self._antecedent(unit, line, subject, as_side=False)
        if chunk is None:
            return Name(text, text)
        if chunk.name is not None and (owner := _mention(chunk.name)) is not None:
            return Name(owner.affiliation or owner.actor or owner_text(chunk.name, line), text)
        if chunk.possessor is not None and chunk.possessor.mention is None:
            owner_name = self._antecedent(chunk.possessor, line, subject, as_side=True)
            return Name(owner_name.key, text) if owner_name else None
        if chunk.definite:
            organisation = unit.word in self.grammar.words("referring_actors")
            self._catch_up()
            for known in reversed(self._actors):
                if known.word == unit.word or (organisation and known.code == "A"):
                    return Name(known.side.key, text)
        return Name(self._description(unit), text, named=False)

    def _description(self, unit: Unit) -> str:
        """The words of a noun phrase without its determiners, in lower case."""
        words = [part.word for part in unit.parts if part.word]
        plain = [word for word in words if word not in self.grammar.words("determiners")]
        return " ".join(plain or words or [unit.word])

    def is_force(self, unit: Unit, line: Line, subject: Unit | None) -> bool:
        """Whether ``unit`` can hold ground by itself: a country, an army, an armed group."""
        if unit.code == "R":
            found = self._referent(unit, line, subject)
            if found is not None:
                return self.is_force(found, line, None)
            before = self._last_actor(unit)
            return before is not None and before.force
        chunk = unit.detail if isinstance(unit.detail, Chunk) else None
        if unit.word in self.grammar.words("civil_actors"):
            return False
        mention = _mention(unit) or (_mention(chunk.name) if chunk else None)
        headed = unit.word in self.grammar.words("actors")
        sorted_ = unit.code == "A" or (unit.code == "F" and not headed)
        if not sorted_ or mention is None or mention.sort is None:
            last = line.text[unit.start : unit.end].split()[-1].lower()
            return unit.code in "CFE" or last in self.grammar.words("actors")
        return mention.sort in self.grammar.words("armed_sorts")

    def _antecedent(
        self, unit: Unit, line: Line, subject: Unit | None, *, as_side: bool
    ) -> Name | None:
        text = line.text[unit.start : unit.end]
        found = self._referent(unit, line, subject)
        if found is not None:
            name = self.side(found, line, None) if as_side else self.actor(found, line, None)
            return Name(name.key, text, name.named) if name else None
        last = self._last_actor(unit)
        if last is None:
            return None
        return Name((last.side if as_side else last.name).key, text)

    def _last_actor(self, unit: Unit) -> _Actor | None:
        self._catch_up()
        wanted = self._wanted(unit)
        fitting = [known for known in self._actors if known.code in wanted]
        # Who is named first in a sentence is who it is about, and so is meant in the next.
        return next((known for known in fitting if known.line is fitting[-1].line), None)

    def _referent(self, unit: Unit, line: Line, subject: Unit | None) -> Unit | None:
        """What a pronoun of ``line`` stands for in the same line."""
        wanted = self._wanted(unit)
        if subject is not None and subject.code in wanted and subject.start < unit.start:
            return subject
        for inner in reversed(line.units):
            if inner.end <= unit.start and inner.code in wanted and not is_adjective(inner):
                return inner
        return None

    def _wanted(self, unit: Unit) -> str:
        """The codes of what a pronoun can stand for."""
        if unit.word in self.grammar.words("persons_singular"):
            return "H"
        return "FEX" if unit.word in self.grammar.words("plurals") else "CAFEX"

    def place(
        self, unit: Unit, line: Line, before: Sequence[Unit], links: Links | None
    ) -> Place | None:
        """Where ``unit`` is; a place of its own when it is described and not named.

        Args:
            unit: a place name, a described place, or a pronoun.
            line: the line around it.
            before: units of the line that stand before it, for a pronoun.
            links: what the described places of the line stand for.
        """
        text = line.text[unit.start : unit.end]
        if links is not None and (position := _position(line, unit)) in links.same:
            named = line.units[links.same[position]]
            return self._as(self.place(named, line, (), None), text)
        mention = _mention(unit)
        if mention is not None:
            return mention.place or self._named(line.text[unit.start : unit.end])
        chunk = unit.detail if isinstance(unit.detail, Chunk) else Chunk()
        if chunk.name is not None and unit.code == "P":
            named_mention = _mention(chunk.name)
            if named_mention is not None and named_mention.place is not None:
                return self._as(named_mention.place, text)
            return self._named(line.text[chunk.name.start : chunk.name.end])
        if unit.code == "R":
            return self._last_place(text, before, line)
        if unit.word in self.grammar.words("directions") or chunk.part:
            return self._named(text)
        if chunk.definite and (known := self._described(unit, chunk, line)):
            return known
        return self._unnamed_place(unit, text)

    def _described(self, unit: Unit, chunk: Chunk, line: Line) -> Place | None:
        self._catch_up()
        text = line.text[unit.start : unit.end]
        here = [noted for end, noted in self._places_in(line) if end <= unit.start]
        for place, head, plural in chain(reversed(here), reversed(self._places)):
            if plural != chunk.plural:
                continue
            if plural or head in (unit.word, self._level(unit.word)):
                return self._as(place, text)
        return None

    def _places_in(self, line: Line) -> Sequence[tuple[int, _Located]]:
        """What the units of ``line`` mention of places, and where each unit ends.

        Asked while a line is gone through, it has what stands before the unit looked at.
        """
        if self._line is not line:
            self._line, self._here = line, []
            for unit in line.units:
                self._here += [(unit.end, located) for located in self._placed(unit, line)]
        return self._here

    def _level(self, head: str) -> str:
        """What sort of name a described place can stand for."""
        if head not in self.grammar.words("referring"):
            return ""
        return "country" if head in self.grammar.words("countries") else "place"

    def _last_place(self, text: str, before: Sequence[Unit], line: Line) -> Place | None:
        for unit in reversed(before):
            if unit.code in "PGC" and not is_adjective(unit):
                return self._as(self.place(unit, line, (), None), text)
        self._catch_up()
        return self._as(self._places[-1][0], text) if self._places else None

    @staticmethod
    def _as(place: Place | None, text: str) -> Place | None:
        return Place(place.key, text, place.first, place.last) if place else None

    @staticmethod
    def _named(text: str) -> Place:
        known = gazetteer().place(text)
        if known is not None:
            return known
        number = _NAMED_BASE + _hash(text.casefold())
        return Place(text, text, number, number)

    def _unnamed_place(self, unit: Unit, text: str) -> Place:
        at = (text, unit.start)
        if at not in self._unnamed:
            number = _NAMED_BASE + _hash(f"{self.article}\n{unit.start}\n{text}")
            self._unnamed[at] = Place(text, text, number, number)
        return self._unnamed[at]


def owner_text(unit: Unit, line: Line) -> str:
    """The article's own words for ``unit``."""
    return line.text[unit.start : unit.end]


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=7).digest(), "big")


def _mention(unit: Unit | None) -> NameMention | None:
    return unit.mention if unit is not None and isinstance(unit.mention, NameMention) else None


def is_adjective(unit: Unit) -> bool:
    """Whether a name is one of a people, or their adjective, and so no place by itself."""
    mention = _mention(unit)
    return mention is not None and mention.form in ("demonym", "people")


def _position(line: Line, unit: Unit) -> int:
    return next((index for index, other in enumerate(line.units) if other is unit), -1)
