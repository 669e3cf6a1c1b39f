"""The places of the world as one tree, and the names that actors go by.

The tree is numbered by a walk from its roots: a place has the number at which the walk
enters it and the last number inside it, so that one place lies within another exactly
when its pair lies inside the other's (nested sets, Celko 1996). What the tables hold and
where it is from stands in ``facts/world/README.md``.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from ...model import NameForm, Place

__all__ = ["Entry", "Gazetteer", "Level", "numbers_of", "without_accents"]

Level = Literal["area", "country", "region", "district", "settlement"]

_COUNTRY, _AREA = 10**11, 10**10  # more than any number of inhabitants
_ABOVE = -1
_HAMLET, _TOWN = 5_000, 20_000  # inhabitants: less than the one, at least the other
_AROUND: tuple[Level, ...] = ("country", "area", "region", "district")  # the last says most


class Entry(NamedTuple):
    """One name of an actor.

    Attributes:
        form: how the name names it.
        actor: its canonical key.
        place: number of the place that the name can stand for, ``None`` where none.
        country: key of the country that it belongs to, itself for a country.
        sort: what sort of organisation it is, as the table says.
    """

    form: NameForm
    actor: str
    place: int | None = None
    country: str | None = None
    sort: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Places by number, in the order of the walk, and actors by name.

    Attributes:
        names: canonical name of each place.
        last: last number inside each place.
        parents: number of the place around each, -1 at a root.
        levels: what each place is.
        populations: inhabitants as the table writes them, empty where not known.
        doubtful: places whose bare name is as likely a person's or a word.
        index: the places that go by a name.
        headed: regions and districts by their level and their name without its head word.
        heads: the level that a head word behind a name tells ("oblast", "district").
        strict_heads: those that only fit a place that goes by them, or by no head word.
        entries: actors by each of their names.
        irregular: names that are not capitalised words alone, by their first word,
            longest first ("Trinidad and Tobago").
    """

    names: list[str]
    last: list[int]
    parents: list[int]
    levels: list[Level]
    populations: list[str]
    doubtful: frozenset[int]
    index: Mapping[str, int | tuple[int, ...]]
    headed: Mapping[tuple[Level, str], tuple[int, ...]]
    heads: Mapping[str, Level]
    strict_heads: frozenset[str]
    entries: Mapping[str, Entry]
    irregular: Mapping[str, tuple[str, ...]]
    _importance: dict[int, int] = field(default_factory=dict)
    _keys: dict[int, str] = field(default_factory=dict)

    def place(self, name: str, near: Iterable[str] = ()) -> Place | None:
        """The place that ``name`` most likely names.

        Args:
            name: as written; a head word behind it tells a region from a town.
            near: names of places in the same text, by which one of several is chosen.

        Returns:
            The place with ``name`` as its text, or ``None`` when no table knows it or
            several fit and nothing chooses between them.
        """
        around = sorted({number for other in near for number in self.candidates(other)[:1]})
        number = self.choose(self.candidates(name), around)
        return None if number is None else self.as_place(number, name)

    def candidates(self, name: str) -> tuple[int, ...]:
        """Every place that goes by ``name``, the most important first."""
        plain = without_accents(name)
        found = numbers_of(self.index.get(plain))
        if not found and " " in plain:
            bare, _, head = plain.rpartition(" ")
            found = self.with_head(bare, head)
        if not found:
            entry = self.entries.get(plain)
            found = () if entry is None or entry.place is None else (entry.place,)
        return tuple(sorted(found, key=self._rank)) if found[1:] else found

    def with_head(self, bare: str, head: str) -> tuple[int, ...]:
        """Regions or districts called ``bare`` with such a ``head``; none for another word."""
        level = self.heads.get(head.lower())
        if level is None:
            return ()
        found = self.headed.get((level, bare), ())
        if not found:  # by another spelling of the town that it is named after
            canonical = {self.names[number] for number in numbers_of(self.index.get(bare))}
            for name in sorted(canonical):
                found += self.headed.get((level, name), ())
        if not found and level == "region":  # a district is often called a region
            found = self.headed.get(("district", bare), ())
        if head in self.strict_heads:
            found = tuple(number for number in found if self._has_head(number, head))
        return found

    def _has_head(self, number: int, head: str) -> bool:
        own = self.names[number].rpartition(" ")[2].lower()
        return own not in self.heads or own == head.lower()

    def choose(self, candidates: tuple[int, ...], near: Sequence[int]) -> int | None:
        """One of several places of the same name.

        A candidate that is in ``near``, or holds a place that is, comes first; then one whose
        district or region is; then one of a country that is, or that holds a place that is;
        then the most important. A hamlet never comes before a town of its own country, and
        the region that is named after a town never before it. Where nothing tells them
        apart it is none.

        Args:
            candidates: the places that go by the name.
            near: places of the same text, in order.
        """
        if not candidates[1:]:
            return candidates[0] if candidates else None
        ranked = sorted(
            (-self._evidence(number, near, candidates), *self._rank(number))
            for number in candidates
        )
        (evidence, weight, best), (next_evidence, _, _) = ranked[:2]
        if self.levels[best] in ("region", "district"):
            return next((town for _, _, town in ranked if self._names(town, best)), best)
        if not weight and evidence == next_evidence:
            return None  # hamlets of which nothing is known
        return best

    def within(self, inner: int, outer: int) -> bool:
        """Whether place ``inner`` lies within ``outer``, or is it."""
        return outer <= inner <= self.last[outer]

    def as_place(self, number: int, text: str) -> Place:
        """Place ``number`` as it is called in ``text``; its key is its own among all places."""
        key = self._keys.get(number)
        if key is None:
            name = self.names[number]
            first = self.choose(self.candidates(name), ()) == number
            parent = self.parents[number]
            key = name if first or parent == _ABOVE else f"{name}, {self.names[parent]}"
            self._keys[number] = key
        return Place(key, text, number, self.last[number])

    def _rank(self, number: int) -> tuple[int, int]:
        return (-self._weight(number), number)

    def _weight(self, number: int) -> int:
        """How important a place is: its inhabitants, or those of the towns in it."""
        weight = self._importance.get(number)
        if weight is None:
            level = self.levels[number]
            towns = self.populations[number : self.last[number] + 1]
            weight = sum(map(int, filter(None, towns)))
            weight += {"country": _COUNTRY, "area": _AREA}.get(level, 0)
            self._importance[number] = weight
        return weight

    def _evidence(self, number: int, near: Sequence[int], others: Sequence[int]) -> int:
        """How much speaks for a place: itself, or the least one around it that is near."""
        if _has_between(near, number, self.last[number]):
            return len(_AROUND) + 1
        evidence, around = 0, self.parents[number]
        while around != _ABOVE and self.parents[around] != _ABOVE:  # a continent says nothing
            level = self.levels[around]
            if level == "country":
                evidence = evidence or int(_has_between(near, around, self.last[around]))
                if self._is_dwarfed(number, others, around):
                    return min(evidence, 1)
            elif not evidence and _has_between(near, around, around):
                evidence = _AROUND.index(level) + 1
            around = self.parents[around]
        return evidence

    def _is_dwarfed(self, number: int, others: Sequence[int], country: int) -> bool:
        """Whether it is a hamlet, and another of the same name in the country a town."""
        return self._weight(number) < _HAMLET and any(
            country < other <= self.last[country] and self._weight(other) >= _TOWN
            for other in others
        )

    def _names(self, town: int, region: int) -> bool:
        """Whether a region is named after a town, so that the bare name is the town's."""
        return self.levels[town] == "settlement" and (
            self.within(town, region) or self._weight(town) >= self._weight(region) > 0
        )


def _has_between(numbers: Sequence[int], first: int, last: int) -> bool:
    """Whether one of the ordered ``numbers`` is from ``first`` to ``last``."""
    position = bisect_left(numbers, first)
    return position < len(numbers) and numbers[position] <= last


def numbers_of(found: int | tuple[int, ...] | None) -> tuple[int, ...]:
    """The places of an entry of the index, in which most names have but one."""
    if found is None:
        return ()
    return (found,) if isinstance(found, int) else found


_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae",
     "Æ": "Ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a", "Ə": "A", "’": "'", "‘": "'",
     "ʻ": "'", "ʼ": "'"}
)  # fmt: skip


def without_accents(text: str) -> str:
    """``text`` in the plain letters in which the tables write every name."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
