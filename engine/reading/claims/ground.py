"""What is ground: a place, or whatever noun stands where ground must."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ..grammar.chunks import Chunk
from ..grammar.classes import Grammar
from ..grammar.line import POSSESSIVE, Line, Unit
from ..grammar.nouns import is_plural
from .ground_lists import Ground, GroundLists, members
from .ground_nouns import ANYTHING, LIKELY, SURE, GroundNouns
from .phrases import NounPhrase, PhraseReader

__all__ = ["ANYTHING", "IMPLIED", "LIKELY", "SURE", "Ground", "GroundFinder"]

IMPLIED = "*"
"""The code of ground that is not said, and is that of the claim before: "then they fled"."""

_PLACES = "PGCX"
_UNKNOWN = "X"
_UNTOLD = "WH"
"""Codes of names that would be a word or somebody anywhere else."""


class GroundFinder:
    """Finds ground in a line."""

    def __init__(self, grammar: Grammar, phrases: PhraseReader, claiming: frozenset[str]) -> None:
        g = grammar
        self._phrases = phrases
        self._of = frozenset(["of"])
        self._some_of = g.words("membership") - g.words("among") - g.words("prepositions")
        self._amounts = g.words("ground_amounts")
        self._nouns = GroundNouns(grammar, claiming)
        self._lists = GroundLists(grammar, phrases, self._one)
        self._parts = g.words("parts") | g.words("bunches") | g.words("directions")
        self._adverbs = g.words("adverbs") | g.words("degrees")
        self._shares = g.words("predeterminers")
        self._directions = g.words("directions")
        self._pronouns = g.words("ground_pronouns")
        self._by = g.words("agents")
        self._prepositions = g.words("prepositions")
        self._joining = g.words("joining")
        self._last = g.words("last_of") | g.words("tallies")
        self._footholds = g.words("footholds")
        self._vague = g.words("plurals")
        self._several = g.words("ground_pronouns_several")
        self._where = g.words("locatives") | g.words("bearings")
        self._articles = g.words("determiners")
        self._definites = g.words("definites")
        self._of_them = g.words("partitives")

    def behind(self, line: Line, at: int) -> list[Ground]:
        """The ground that begins at unit ``at``, with all that is listed behind it."""
        while at < len(line.units) and line.units[at].word in self._adverbs:
            at += 1
        first = self._one(line, at)
        if first is None:
            return []
        return [*members(first), *self._lists.behind(line, first)]

    def close_behind(self, line: Line, at: int) -> list[Ground]:
        """The same up to a comma or an article, behind which an attribute is said no more.

        "Rebel-held towns and villages", but not "rebel-held Oro, as well as the two villages".
        """
        found = self.behind(line, at)
        for index, (ground, other) in enumerate(pairwise(found), 1):
            between = line.units[ground.last + 1 : other.first]
            opening = line.units[other.first].word in self._articles
            if other.first != ground.first and (opening or any(u.code == "," for u in between)):
                return found[:index]
        return found

    def named_by(self, line: Line, head: int) -> Ground | None:
        """The ground of unit ``head``, where its noun alone says that it is some."""
        unit = line.units[head]
        if unit.code in "PGCXR" or not self._nouns.is_one_of(unit.word, self._nouns.sure):
            return None
        return self._ground(line, self._phrases.around(line, head))

    def acted_on(self, line: Line, at: int) -> list[Ground]:
        """The same as ``behind``, but none where a verb says what it does itself."""
        found = self.behind(line, at)
        if not found or self._lists.acts(line, found[-1]):
            return []
        behind = line.units[found[-1].last + 1 : found[-1].last + 3]
        does = len(behind) > 1 and behind[0].code == "V" and behind[1].word not in self._by
        bare = does and getattr(behind[0].detail, "voice", "") == "bare"
        return [] if bare and found[-1].unit.code in "CX" else found  # "claims Iran killed"

    def before(self, line: Line, head: int, verb: int) -> list[Ground]:
        """The ground before a verb whose subject has its head at unit ``head``, listed or not."""
        found = self.at(line, head)
        found = [*self._joined_before(line, found[0]), *found] if found else found
        if not found or found[-1].last >= verb:
            return found
        return [*found, *(each for each in self._lists.behind(line, found[-1]) if each.last < verb)]

    def _joined_before(self, line: Line, ground: Ground) -> list[Ground]:
        """What is joined before some ground: the tower in "the tower and the depot are theirs"."""
        before = ground.first - 2
        if before < 0 or line.units[ground.first - 1].word not in self._joining:
            return []
        found = self.at(line, before)
        opening = line.units[found[0].first - 1].word if found and found[0].first else ""
        if not found or found[0].sure < LIKELY or opening in self._prepositions:
            return []  # "the road to Oro and the town fell"
        return found

    def joined(self, line: Line, at: int) -> list[Ground]:
        """More of what stands before a verb: "was freed, (reportedly) along with two villages"."""
        units = line.units
        end = min(at + 4, len(units))
        while at < end and (units[at].code in ",D" or not self._phrases.is_noun(units[at])):
            if units[at].word in self._lists.including:
                return self.behind(line, at + 1)
            if units[at].code in "V.;”":
                break
            at += 1
        return []

    def begins(self, line: Line, at: int) -> bool:
        """Whether a noun phrase begins at unit ``at``."""
        return at < len(line.units) and (
            line.units[at].code == "R" or self._phrases.behind(line, at) is not None
        )

    def first_of(self, line: Line, head: int) -> int:
        """The first unit of the noun phrase with its head at unit ``head``."""
        return self._phrases.around(line, head).first

    def is_noun(self, unit: Unit) -> bool:
        """Whether ``unit`` may belong to a noun phrase."""
        return self._phrases.is_noun(unit)

    def is_direction(self, ground: Ground) -> bool:
        """Whether it is a part of the land, "the south"."""
        words = {part.word for part in ground.unit.walk()}
        return not words.isdisjoint(self._directions)

    def at(self, line: Line, head: int) -> list[Ground]:
        """The ground whose noun phrase has its head at unit ``head``."""
        unit = line.units[head]
        if self._is_pronoun(unit):
            found = self._pronoun(line, head)
            return [found] if found else []
        phrase = self._phrases.around(line, head)
        if phrase.first > 1 and line.units[phrase.first - 1].word in self._of:
            outer = self._phrases.around(line, phrase.first - 2)
            if self._nouns.is_one_of(self._head(line, outer), self._nouns.never):
                return []  # "the commander of the garrison was captured"
            whole = self._one(line, outer.first)
            known = (
                self._nouns.is_one_of(self._head(line, outer), self._nouns.likely)
                or outer.first == outer.last
            )
            least = LIKELY if known else SURE  # not "the security of the dam"
            if whole is not None and whole.last >= head and whole.sure >= least:
                return members(whole)
        ahead = self._phrases.behind(line, phrase.first)
        alone = ahead is None or ahead.last != head  # "the city's fall": the city is no head there
        whole = None if alone else self._one(line, phrase.first)
        whole = whole or self._ground(line, phrase)
        return members(whole) if whole else []

    def _one(self, line: Line, at: int) -> Ground | None:
        """The ground that begins at unit ``at``, with what stands behind it with "of" or "in"."""
        if at >= len(line.units):
            return None
        if self._is_pronoun(line.units[at]):
            found = self._pronoun(line, at)
            if found is not None or line.units[at].code == "R":
                return found
        at += line.codes[at : at + 2] == "NG"  # "several parts of the delta"
        if line.units[at].word in self._some_of:
            inner = self._one(line, at + 1)
            return None if inner is None else self._of_ground(line, NounPhrase(at, at), inner)
        phrase = self._phrases.behind(line, at) or self._quantity(line, at)
        if phrase is None:
            return None
        paired = self._paired(line, phrase)
        if paired is not None:
            return paired
        inner = self._share_of(line, phrase)
        if inner is not None:
            return self._of_ground(line, phrase, inner)
        found = self._part_of_them(line, phrase) or self._whole_of(line, phrase)
        if found is not None:
            return found
        ground = self._ground(line, phrase)
        if ground is None or self._describes(line, ground):
            return None
        return self._located(line, self._named(line, ground))

    def _paired(self, line: Line, phrase: NounPhrase) -> Ground | None:
        """What two directions are said of: "the northern and eastern provinces"."""
        units, last = line.units, phrase.last
        if last + 2 >= len(units) or units[last + 1].word not in self._joining:
            return None
        first, second = units[last], units[last + 2]
        opening = line.text[second.start : second.end].lower().split()
        directed = self._directions & set(opening[:1])
        if first.word not in self._directions or not directed or len(opening) == 1:
            return None
        inner = self._one(line, last + 2)
        if inner is None:
            return None
        unit = replace(inner.unit, start=units[phrase.first].start)
        return Ground(unit, phrase.first, inner.last, inner.sure)

    def _whole_of(self, line: Line, phrase: NounPhrase) -> Ground | None:
        """A noun phrase with the ground behind "of"; none of what is itself some already.

        "Cleared Kobo of the rebels" is of Kobo.
        """
        if not self._is_of(line, phrase.last + 1):
            return None
        inner, head = self._one(line, phrase.last + 2), self._head(line, phrase)
        if inner is not None and head in self._last:
            return Ground(inner.unit, phrase.first, inner.last, inner.sure)  # them, that is
        if inner is None or (head in self._nouns.never and head not in self._amounts):
            return None
        return self._of_ground(line, phrase, inner)

    def _is_of(self, line: Line, at: int) -> bool:
        return at < len(line.units) and line.units[at].word in self._of

    def _describes(self, line: Line, ground: Ground) -> bool:
        """Whether a name only describes what follows: "the UK-flagged tanker", "the Goma road".

        Or says whose that is: "withdrew from Iran's 2015 deal".
        """
        behind = line.units[ground.last + 1 : ground.last + 2]
        if not behind or ground.unit.code not in "PCX":
            return False
        if behind[0].code == POSSESSIVE:
            return True
        first = line.units[ground.first]
        said = line.text[first.start : first.end].lower().split()
        led = (bool(said) and said[0] in self._articles) or ground.unit is not first
        noun = behind[0].code not in "VD" and self._phrases.is_noun(behind[0])
        return behind[0].code == "-" or (led and noun and behind[0].word not in self._adverbs)

    def _share_of(self, line: Line, phrase: NounPhrase) -> Ground | None:
        """The whole behind a share without "of": "more than half the country"."""
        share, at = line.units[phrase.last], phrase.last + 1
        if share.code != "S" and share.word not in self._shares:
            return None
        if at >= len(line.units) or line.units[at].word not in self._articles:
            named = at < len(line.units) and line.units[at].code in "PG"
            return self._one(line, at) if named else None
        return self._one(line, at)

    def _part_of_them(self, line: Line, phrase: NounPhrase) -> Ground | None:
        """Some or all of what was told of before: "all of it", "three of them"."""
        last, units = phrase.last + 1, line.units
        amount = units[phrase.last].code in "NS" or self._phrases.is_lead(units[phrase.last])
        if amount and last + 1 < len(units) and units[last].word in self._of:
            last += 1
            known = units[last].code == "R" and units[last].word in self._pronouns
        else:
            known = last < len(units) and units[last].word in self._of_them
        if not amount or not known:
            return None
        parts = tuple(units[phrase.first : last + 1])
        unit = Unit("R", parts[0].start, parts[-1].end, parts[-1].word, parts=parts)
        several = parts[-1].code != "R" or parts[-1].word in self._vague  # may well be people
        return Ground(unit, phrase.first, last, LIKELY if several else SURE)

    def _named(self, line: Line, ground: Ground) -> Ground:
        """``ground`` by the names behind it: "the country's second city, Mosul"."""
        chunk = ground.unit.detail
        if ground.unit.code != "G" or not isinstance(chunk, Chunk):
            return ground
        match line.units[ground.last + 1 : ground.last + 4]:
            case (mark, name, end) if (
                mark.code in ",:–"
                and name.code in "PX"
                and end.code in ",.;–"
                and bool(name.listed) is chunk.plural
            ):
                return Ground(name, ground.first, ground.last + 2, SURE)
        return ground

    def _quantity(self, line: Line, at: int) -> NounPhrase | None:
        """How much of it: "more of the country", "large parts of the east"."""
        for end in range(at, min(at + 3, len(line.units) - 1)):
            if line.units[end + 1].word in self._of:
                return NounPhrase(at, end)
            if not (
                line.units[end].word in self._articles or self._phrases.is_lead(line.units[end])
            ):
                return None
        return None

    def _is_pronoun(self, unit: Unit) -> bool:
        return unit.code == "R" or (unit.word in self._several and not unit.parts)

    def _pronoun(self, line: Line, at: int) -> Ground | None:
        unit = line.units[at]
        if unit.code == "R" and unit.word in self._pronouns:
            return Ground(unit, at, at, LIKELY if unit.word in self._vague else SURE)
        end = at + 1  # "both", "all three"
        if unit.word in self._several and end < len(line.units) and line.units[end].code == "N":
            end += 1
        rest = line.units[end] if end < len(line.units) else None
        if unit.word not in self._several or (rest is not None and self._phrases.is_noun(rest)):
            return None
        if rest is not None and rest.word in self._of:
            return None
        made = Unit("R", unit.start, line.units[end - 1].end, unit.word, detail=Chunk(plural=True))
        return Ground(made, at, end - 1, LIKELY)

    def _head(self, line: Line, phrase: NounPhrase) -> str:
        unit = line.units[phrase.last]
        return unit.word or line.text[unit.start : unit.end].lower().split()[-1]

    def _of_ground(self, line: Line, phrase: NounPhrase, inner: Ground) -> Ground | None:
        """A part of some ground, or a place by its noun and its name: "the oasis of Fada"."""
        head = self._head(line, phrase)
        if line.units[phrase.last].code == "S":
            chunk = Chunk(plural=False, part=True)
            units = line.units[phrase.first : inner.last + 1]
            made = Unit("G", units[0].start, units[-1].end, head, parts=tuple(units), detail=chunk)
            return Ground(made, phrase.first, inner.last, inner.sure)
        if line.units[phrase.last].code in "FHAEQCP":
            return None
        chunk = Chunk(
            definite=False,
            plural=is_plural(head),
            name=inner.unit if inner.unit.code == "P" and self._is_sort(head) else None,
            part=head in self._parts,
        )
        code = "P" if chunk.name is not None else "G"
        units = line.units[phrase.first : inner.last + 1]
        made = Unit(code, units[0].start, units[-1].end, head, parts=tuple(units), detail=chunk)
        own = SURE if self._nouns.is_one_of(head, self._nouns.sure | self._parts) else LIKELY
        if head in self._some_of or head in self._amounts:  # "one of the strongest forts"
            return Ground(made, phrase.first, inner.last, inner.sure)
        if self._phrases.is_lead(line.units[phrase.last]):  # "most of the delta"
            return Ground(made, phrase.first, inner.last, max(inner.sure, LIKELY))
        return Ground(made, phrase.first, inner.last, min(own, inner.sure))

    def _is_sort(self, head: str) -> bool:
        """Whether a noun says what sort of place a name behind it is."""
        return head in self._nouns.sure and head not in self._parts and not is_plural(head)

    def _ground(self, line: Line, phrase: NounPhrase) -> Ground | None:
        unit, head = line.units[phrase.last], self._head(line, phrase)
        sure = self._nouns.sureness(line, unit, head, phrase)
        if sure is None:
            return None
        if unit.code in _PLACES:
            return Ground(unit, phrase.first, phrase.last, sure)
        if unit.code in _UNTOLD:
            named = Unit(_UNKNOWN, unit.start, unit.end, unit.word, parts=unit.parts)
            return Ground(named, phrase.first, phrase.last, sure)
        units = line.units[phrase.first : phrase.last + 1]
        definite = units[0].word in self._definites
        chunk = Chunk(definite=definite, plural=is_plural(head))
        made = Unit("G", units[0].start, units[-1].end, head, parts=tuple(units), detail=chunk)
        return Ground(made, phrase.first, phrase.last, sure)

    def _located(self, line: Line, ground: Ground) -> Ground:
        """``ground`` with the place that it is in: "a garrison at the oasis of Fada"."""
        at = ground.last + 1
        behind = line.units[at].word if at + 1 < len(line.units) else ""
        if ground.unit.code != "G" or behind not in self._where:
            return ground
        inner = self._one(line, at + 1)
        if inner is None or inner.sure < SURE:
            return ground
        if ground.unit.word in self._footholds and inner.unit.code in "PC":
            return Ground(inner.unit, ground.first, inner.last, SURE)
        unit, place = ground.unit, inner.unit.members[0]
        others = [
            each for each in inner.unit.listed[1:] if each.code == "G" and not _is_named(each)
        ]
        if others and not unit.listed:  # "the airport at Oro and the barracks"
            located = Unit(
                unit.code, unit.start, place.end, unit.word, parts=unit.parts, detail=unit.detail
            )
            members = (located, *inner.unit.listed[1:])
            listed = Unit("G", unit.start, inner.unit.end, unit.word, listed=members)
            return Ground(listed, ground.first, inner.last, ground.sure)
        located = Unit(
            unit.code, unit.start, inner.unit.end, unit.word, parts=unit.parts, detail=unit.detail
        )
        return Ground(located if not unit.listed else unit, ground.first, inner.last, ground.sure)


def _is_named(unit: Unit) -> bool:
    """Whether there is a name in a noun phrase: that of Iraq in "western Iraq"."""
    return any(part.code in "CPX" for part in unit.walk())
