"""What a noun phrase refers to: an actor or a place, by name or through what came before.

A context is kept for one article. It is told of every mention in reading order, and so
"it", "the group" and "these regions" find the last one that fits. What nothing explains
refers to itself alone, and never equals anything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, field, fields, replace
from itertools import chain, pairwise
from typing import Any

from ...model import Name, Place
from ..grammar.chunks import Chunk
from ..grammar.classes import Grammar
from ..grammar.line import Line, Unit
from ..grammar.links import Links
from .naming import called, described_place, is_adjective, name_in, name_of, named_place
from .quotation import Quotation, Quotations

__all__ = ["Context"]

_OPENING = re.compile("V[^V,]*,")
_MENTIONING = "CAFHEPGX"
"""Units that mention an actor or a place, or are lists with members that do."""


@dataclass(frozen=True, slots=True)
class _Actor:
    """An actor mentioned.

    Attributes:
        name: who it is.
        side: as what it counts as a side.
        code: of its unit.
        word: what it was called.
        force: whether it can hold ground.
        speaks: whether it only says something there.
        line: where it is mentioned.
    """

    name: Name
    side: Name
    code: str
    word: str
    force: bool
    speaks: bool
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
        quotations: those of the part that is being read.
        told: what was read in the sentence before, by who read it.
        open: kinds of which a figure was read in this sentence, with which the next may go on.
        headline: the title of the article, which says what the copy is about.
    """

    grammar: Grammar
    article: str
    spellings: set[str] = field(default_factory=set)
    quotations: Quotations = field(default_factory=Quotations)
    told: dict[tuple[str, str], object] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)
    headline: str = ""
    _titles: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    _unread: list[Callable[[], Line]] = field(default_factory=list)
    _actors: list[_Actor] = field(default_factory=list)
    _places: list[_Located] = field(default_factory=list)
    _line: Line | None = None
    _here: list[tuple[int, _Located]] = field(default_factory=list)
    _spoken_of: dict[tuple[str, bool], Place] = field(default_factory=dict)

    def copied(self) -> Context:
        """The same, to which more can be told without a change of this one."""
        held = ((each.name, getattr(self, each.name)) for each in fields(self))
        several = (list, dict, set)
        own: dict[str, Any] = {name: copy(one) for name, one in held if isinstance(one, several)}
        told = {key: [*said] if isinstance(said, list) else said for key, said in self.told.items()}
        return replace(self, **own | {"told": told})

    def turn(self) -> frozenset[str]:
        """Turns to the next sentence: the kinds with a figure of which it may go on."""
        going, self.open = frozenset(self.open), set()
        return going

    def note(self, line: Callable[[], Line]) -> None:
        """Remembers the line that ``line`` gives, for what it mentions."""
        self._unread.append(line)

    def _catch_up(self) -> None:
        """Reads what the lines remembered so far mention."""
        unread, self._unread = self._unread, []
        for line in unread:
            self._read(line())

    def _read(self, line: Line) -> None:
        pairs = list(pairwise((*line.units, None)))
        # Who speaks goes before those who are spoken of: "Cole lied," Hall said.
        if self.quotations.over(line.span):
            pairs.sort(key=lambda pair: self._quotation(pair[0], line) is not None)
        for unit, following in pairs:
            if unit is None:
                continue
            if unit.code not in _MENTIONING:
                continue
            speaks = following is not None and self.grammar.vocabulary.is_one_of(
                following.word, self.grammar.words("reporting")
            )
            for part in unit.members:
                if part.code in "CAFHE" or (part.code == "P" and name_of(part) is None):
                    self._note_actor(part, line, speaks=speaks)
            self._places += self._placed(unit, line)

    def note_place(self, place: Place, head: str, *, several: bool) -> None:
        """Remembers a place that no unit of a line names, for "the fort" further on."""
        self._catch_up()
        head = head or "place"  # a name has no noun
        self._places.append((place, head, several))
        self._spoken_of.pop((head, several), None)
        self._spoken_of[head, several] = place

    def last_of_several(self) -> Place | None:
        """The places spoken of last by one name: "the three bridges … all three"."""
        self._catch_up()
        return next((place for place, _, several in reversed(self._places) if several), None)

    def _placed(self, unit: Unit, line: Line) -> list[_Located]:
        """The places that ``unit`` mentions."""
        found = []
        for part in unit.members:
            if part.code in "PGC" and not is_adjective(part):
                place = self.place(part, line, (), None)
                chunk = part.detail if isinstance(part.detail, Chunk) else Chunk()
                if place is not None:
                    head = part.word or {"C": "country", "G": "region"}.get(part.code, "place")
                    found.append((place, head, chunk.plural or bool(unit.listed)))
        return found

    def _note_actor(self, unit: Unit, line: Line, *, speaks: bool) -> None:
        chunk = unit.detail if isinstance(unit.detail, Chunk) else None
        mention = name_in(unit)
        if mention is not None and mention.actor is not None:
            text = unit.word or mention.actor
            name = Name(mention.actor, text)
            side = Name(mention.affiliation or mention.actor, text)
            if mention.title is not None:
                title = mention.title.split()[-1].lower()
                self._titles[mention.actor] = title, mention.affiliation
        elif mention is None and unit.code == "F" and chunk is not None and chunk.possessor is None:
            name = side = Name(self._description(unit, line), unit.word, named=False)
        else:
            return
        force = self.is_force(unit, line, None)
        self._actors.append(_Actor(name, side, unit.code, unit.word, force, speaks, line))

    def side(self, unit: Unit, line: Line, subject: Unit | None) -> Name | None:
        """Who ``unit`` stands for as a power: a person is what they lead.

        Args:
            unit: a noun phrase or pronoun.
            line: the line around it.
            subject: what a pronoun most likely means: who acts in the clause before.
        """
        text = line.text[unit.start : unit.end]
        mention = name_of(unit)
        if unit.code == "R":
            return self._antecedent(unit, line, subject, as_side=True)
        if mention is not None and mention.affiliation:
            return Name(mention.affiliation, text)
        named = [name.actor if (name := name_of(each)) else None for each in unit.listed]
        if named and named[0] is not None and len(set(named)) == 1:
            return Name(named[0], text)  # "known as ISIS or ISIL"
        return self.actor(unit, line, subject)

    def actor(self, unit: Unit, line: Line, subject: Unit | None) -> Name | None:
        """Who ``unit`` names or refers to; ``None`` when nothing in the text says."""
        text = line.text[unit.start : unit.end]
        mention = name_of(unit)
        if mention is not None:
            return Name(mention.actor or text, text)
        chunk = unit.detail if isinstance(unit.detail, Chunk) else None
        if unit.code == "R":
            return self._antecedent(unit, line, subject, as_side=False)
        if chunk is None:
            return Name(text, text)
        if chunk.name is not None and (owner := name_of(chunk.name)) is not None:
            if unit.word in self.grammar.words("relational"):
                return Name(text.casefold(), text, named=False)
            return Name(owner.affiliation or owner.actor or _text_of(chunk.name, line), text)
        owner_name = self._owner(unit, chunk, line, subject)
        if owner_name is not None:
            return Name(owner_name.key, text, owner_name.named)
        if chunk.possessor is None and chunk.definite:
            known = self._known(unit)
            if known is not None:
                return Name(known.side.key, text)
        return Name(self._description(unit, line), text, named=False)

    def _known(self, unit: Unit) -> _Actor | None:
        """The actor with a name that was spoken of last and fits: "the group" of the Houthis."""
        organisation = unit.word in self.grammar.words("referring_actors")
        fighting = any(part.word in self.grammar.words("factional") for part in unit.parts)
        self._catch_up()
        for known in reversed(self._actors):
            fits = known.word == unit.word or (organisation and known.code == "A")
            if known.name.named and fits and (known.force or not fighting):
                return known  # "the militant group" is no party
        return None

    def _owner(self, unit: Unit, chunk: Chunk, line: Line, subject: Unit | None) -> Name | None:
        """Whose ``unit`` is, by a pronoun: "its troops", "Turkey, whose troops hold it"."""
        if chunk.possessor is not None:
            owner = chunk.possessor
            said = owner.mention is not None or owner.word in self.grammar.words("speaker_owning")
            return None if said else self._antecedent(owner, line, subject, as_side=True)
        at = _position(line, unit)
        match [each for each in line.units[max(0, at - 3) : at] if each.code != ","]:
            case [*_, owner, relative] if relative.word in self.grammar.words("whoses"):
                return self.side(owner, line, None) if owner.code in "CAFEHX" else None
        return None

    def side_of(self, name: Name) -> Name:
        """What the actor ``name`` counts as a side; itself where the copy does not say."""
        self._catch_up()
        sides = (known.side for known in reversed(self._actors) if known.name.key == name.key)
        side = next(sides, name)
        return Name(side.key, name.text, side.named)

    def titled(self, title: str, country: str | None) -> Name | None:
        """The person spoken of last who was given a title: "the president".

        Args:
            title: its last word, in lower case.
            country: key of what the person must belong to, where that is said.
        """
        self._catch_up()
        fitting = [
            known
            for known in self._actors
            if known.name.key in self._titles
            for name, belongs in [self._titles[known.name.key]]
            if name == title and country in (None, belongs)
        ]
        first = (known.name for known in fitting if known.line is fitting[-1].line)
        return next(first, None)

    def _quotation(self, unit: Unit | None, line: Line) -> Quotation | None:
        """The quotation around ``unit``."""
        here = unit is not None and self.quotations.has(line.text, line.span)
        return self.quotations.at(unit.start) if here and unit is not None else None

    def _description(self, unit: Unit, line: Line) -> str:
        """The words of a noun phrase without its determiners, in lower case.

        Where several are listed, each of them is told, a name as it is written: the rebels and
        Labour are not the rebels.
        """
        if unit.listed:
            return " ".join(part.word or _text_of(part, line).casefold() for part in unit.listed)
        hyphened = pairwise((None, *unit.parts))  # "pro-Russian" is no name, but says which
        words = [
            part.word or _text_of(part, line).casefold()
            for before, part in hyphened
            if part is not None and (part.word or (before is not None and before.code == "-"))
        ]
        plain = [word for word in words if word not in self.grammar.words("determiners")]
        if unit.word in self.grammar.words("factional"):
            plain = [*plain[:-1], f"{unit.word}s"]  # "rebel-held" is held by rebels
        said = " ".join(plain or words).replace(" - ", "-")
        return said or unit.word or _text_of(unit, line).casefold()

    def is_force(self, unit: Unit, line: Line, subject: Unit | None) -> bool:
        """Whether ``unit`` can hold ground by itself: a country, an army, an armed group."""
        if unit.code == "R":
            found = self._referent(unit, line, subject)
            if found is not None:
                return self.is_force(found, line, None)
            before = self._last_actor(unit, line)
            return before is not None and before.force
        if unit.word in self.grammar.words("civil_actors"):
            return False
        mention = name_in(unit)
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
        last = self._last_actor(unit, line)
        if last is None:
            return None
        meant = last.side if as_side else last.name
        return Name(meant.key, text, meant.named)

    def _last_actor(self, unit: Unit, line: Line) -> _Actor | None:
        if self._quotation(unit, line) is not None:
            return None  # whom another speaker means by "they" is not said
        self._catch_up()
        wanted = self._wanted(unit)
        fitting = [known for known in self._actors if known.code in wanted]
        if unit.word in self.grammar.words("plurals"):
            fitting = [known for known in fitting if not known.speaks] or fitting
        # Who is named first in a sentence is who it is about, and so is meant in the next.
        return next((known for known in fitting if known.line is fitting[-1].line), None)

    def _referent(self, unit: Unit, line: Line, subject: Unit | None) -> Unit | None:
        """What a pronoun of ``line`` stands for in the same line."""
        wanted = self._wanted(unit)
        around = self._quotation(unit, line)
        candidates = [subject] if subject is not None else []
        opening = _OPENING.match(line.codes)  # "Speaking to Hall, he said": it was not Hall
        first = opening.end() if opening is not None else 0
        skipped = first if line.units[first : first + 1] == (unit,) else 0
        for inner in (*candidates, *reversed(line.units[skipped:])):
            if (
                inner.end <= unit.start
                and inner.code in wanted
                and (inner is subject or not is_adjective(inner))
                and self._quotation(inner, line) is around
            ):
                return inner
        return None

    def _wanted(self, unit: Unit) -> str:
        """The codes of what a pronoun can stand for."""
        if unit.word in self.grammar.words("persons_singular"):
            return "H"
        return "FEX" if unit.word in self.grammar.words("plurals") else "CAFEX"

    def place(
        self,
        unit: Unit,
        line: Line,
        before: Sequence[Unit],
        links: Links | None,
        home: str = "",
    ) -> Place | None:
        """Where ``unit`` is; a place of its own when it is described and not named.

        Args:
            unit: a place name, a described place, or a pronoun.
            line: the line around it.
            before: units of the line that stand before it, for a pronoun.
            links: what the described places of the line stand for.
            home: key of a place that it is not: troops of a country that leave "the country".
        """
        text = line.text[unit.start : unit.end]
        if links is not None and (position := _position(line, unit)) in links.same:
            named = line.units[links.same[position]]
            return called(self.place(named, line, (), None), text)
        mention = name_of(unit)
        if mention is not None or unit.code == "X":
            return (mention.place if mention else None) or named_place(text)
        chunk = unit.detail if isinstance(unit.detail, Chunk) else Chunk()
        if chunk.name is not None and unit.code == "P":
            named_mention = name_of(chunk.name)
            if named_mention is not None and named_mention.place is not None:
                return called(named_mention.place, text)
            return named_place(line.text[chunk.name.start : chunk.name.end])
        if unit.code == "R":
            return self._last_place(text, before, line)
        if chunk.part and chunk.extent is not None and chunk.extent.unit == "percent":
            named_mention = name_of(chunk.name)  # a share of it, which the fact's extent tells
            if named_mention is not None and named_mention.place is not None:
                return called(named_mention.place, text)
        if unit.word in self.grammar.words("directions") or chunk.part:
            return named_place(text)
        if chunk.definite and (known := self._described(unit, chunk, line, home)):
            return known
        return described_place(self.article, unit.start, text)

    def _described(self, unit: Unit, chunk: Chunk, line: Line, home: str) -> Place | None:
        self._catch_up()
        text = line.text[unit.start : unit.end]
        for (head, plural), place in reversed(self._spoken_of.items()):
            fits = plural == chunk.plural and place.key != home
            if fits and (head == unit.word or self._alike(head, unit.word)):
                return called(place, text)
        here = [noted for end, noted in self._places_in(line) if end <= unit.start]
        for place, head, plural in chain(reversed(here), reversed(self._places)):
            if plural != chunk.plural or place.key == home:
                continue
            if (
                plural
                or head in (unit.word, self._level(unit.word))
                or self._alike(head, unit.word)
            ):
                return called(place, text)
        return None

    def _places_in(self, line: Line) -> Sequence[tuple[int, _Located]]:
        """What the units of ``line`` mention of places, and where each unit ends.

        Asked while a line is gone through, it has what stands before the unit looked at.
        """
        if self._line is not line:
            self._line, self._here = line, []
            for unit in line.units:
                if unit.code in _MENTIONING:
                    self._here += [(unit.end, located) for located in self._placed(unit, line)]
        return self._here

    def _alike(self, head: str, other: str) -> bool:
        """Whether two nouns may name one place: "the airport", "the airfield"."""
        g = self.grammar
        return any({head, other} <= g.words(name) for name in g.words("alike_places"))

    def _level(self, head: str) -> str:
        """What sort of name a described place can stand for."""
        if head not in self.grammar.words("referring"):
            return ""
        return "country" if head in self.grammar.words("countries") else "place"

    def _last_place(self, text: str, before: Sequence[Unit], line: Line) -> Place | None:
        for unit in reversed(before):
            if unit.code in "PGC" and not is_adjective(unit):
                return called(self.place(unit, line, (), None), text)
        self._catch_up()
        return called(self._places[-1][0], text) if self._places else None


def _text_of(unit: Unit, line: Line) -> str:
    """The article's own words for ``unit``."""
    return line.text[unit.start : unit.end]


def _position(line: Line, unit: Unit) -> int:
    return next((index for index, other in enumerate(line.units) if other is unit), -1)
