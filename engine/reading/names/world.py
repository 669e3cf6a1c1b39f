"""Reads the tables of ``facts/world`` into a gazetteer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat
from pathlib import Path

from ...knowledge import FACTS, KnowledgeError, kept
from .gazetteer import Entry, Gazetteer, Level, numbers_of
from .words import name_words

__all__ = ["COLUMNS", "gazetteer", "read_columns", "read_first_names", "read_leaders", "read_world"]

WORLD = FACTS / "world"

COLUMNS = {
    "areas": ("code", "within", "name", "other names"),
    "countries": (
        "code", "within", "name", "adjectives", "people", "metonyms", "other names",
    ),
    "regions": ("code", "within", "level", "name", "doubtful", "other names"),
    "ukraine": ("code", "within", "level", "name", "population", "doubtful", "other names"),
    "cities": ("within", "name", "population", "doubtful", "other names"),
    "actors": ("name", "sort", "country", "other names"),
    "first-names": ("name",),
    "leaders": ("name", "country"),
}  # fmt: skip
"""The columns of every table, by its name."""

_ABOVE = -1
_LEVELS: dict[str, Level] = {"area": "area", "region": "region", "district": "district"}
_IRREGULAR = tuple(map(re.compile, (" [^A-Z]", "[/,&]", "'s? ")))  # apart, each search is quick

_FIRST_WORD = re.compile(r"[^ /]+?(?=$|[ /]|'s? )")

Columns = Sequence[list[str]]


def read_columns(name: str, folder: Path = WORLD) -> Columns:
    """The columns of one table, each from its first row to its last.

    Raises:
        KnowledgeError: when the table has other columns, or a row of another length.
    """
    path, columns = folder / f"{name}.tsv", COLUMNS[name]
    head, _, body = path.read_text(encoding="utf-8").partition("\n")
    if tuple(head.split("\t")) != columns:
        raise KnowledgeError(path, 1, 1, f"the columns must be {', '.join(columns)}")
    width = len(columns)
    if body.count("\t") != body.count("\n") * (width - 1):
        rows = enumerate(body.split("\n"), 2)
        number = next(number for number, row in rows if row.count("\t") != width - 1)
        raise KnowledgeError(path, number, 1, f"a row must have {width} columns")
    cells = body.removesuffix("\n").replace("\n", "\t").split("\t")
    return [cells[column::width] for column in range(width)]


def read_first_names(folder: Path = WORLD) -> frozenset[str]:
    """First names of people, as they are written in English."""
    return frozenset(read_columns("first-names", folder)[0])


def read_leaders(folder: Path = WORLD) -> dict[str, str]:
    """The key of the country that somebody leads or led, by name."""
    codes, _, names, *_ = read_columns("countries", folder)
    keys = dict(zip(codes, names, strict=True))
    leaders, countries = read_columns("leaders", folder)
    return {name: keys[code] for name, code in zip(leaders, countries, strict=True)}


def read_world(folder: Path = WORLD) -> Gazetteer:
    """The gazetteer of the tables in ``folder``."""
    codes, within, levels, names, populations, doubts, others = read_columns("ukraine", folder)
    towns = [number for number, code in enumerate(codes) if not code]
    tree = _Tree(
        [
            column + [more[number] for number in towns]
            for column, more in zip(
                read_columns("cities", folder),
                (within, names, populations, doubts, others),
                strict=True,
            )
        ]
    )
    for code, around, name, other in zip(*read_columns("areas", folder), strict=True):
        tree.add(code, around, name, "area", other)
    regions = read_columns("regions", folder)
    for code, around, level, name, doubt, other in zip(*regions, strict=True):
        tree.add(code, around, name, _LEVELS[level], other, doubt)
    for code, around, level, name, other in zip(codes, within, levels, names, others, strict=True):
        if code:
            tree.add(code, around, name, _LEVELS[level], other)
    countries = read_columns("countries", folder)
    for code, around, name, *_, other in zip(*countries, strict=True):
        if code not in tree.codes:  # a region that has a people of its own stands there already
            tree.add(code, around, name, "country", other)
    tree.walk("", _ABOVE)
    return tree.gazetteer(countries, read_columns("actors", folder))


class _Tree:
    """The places of the tables, numbered by a walk.

    Args:
        towns: their columns: within, name, population, doubtful, other names; the towns of
            one region or district stand together.
    """

    def __init__(self, towns: Columns) -> None:
        self.towns = towns
        self.slices: dict[str, slice] = {}
        start = 0
        for code, several in Counter(towns[0]).items():
            self.slices[code] = slice(start, start + several)
            start += several
        self.codes: set[str] = set()
        self.children: dict[str, list[tuple[str, str, Level, str, str]]] = {}
        self.numbers: dict[str, int] = {}
        self.names: list[str] = []
        self.last: list[int] = []
        self.parents: list[int] = []
        self.levels: list[Level] = []
        self.populations: list[str] = []
        self.doubts: list[str] = []
        self.others: list[str] = []

    def add(
        self, code: str, within: str, name: str, level: Level, others: str, doubt: str = ""
    ) -> None:
        self.children.setdefault(within, []).append((code, name, level, others, doubt))
        self.codes.add(code)

    def walk(self, within: str, parent: int) -> None:
        for code, name, level, others, doubt in self.children.get(within, ()):
            number = len(self.names)
            self.names.append(name)
            self.last.append(number)
            self.parents.append(parent)
            self.levels.append(level)
            self.populations.append("")
            self.doubts.append(doubt)
            self.others.append(others)
            if code:
                self.numbers[code] = number
                self._settle(code, number)
                self.walk(code, number)
                self.last[number] = len(self.names) - 1

    def _settle(self, code: str, parent: int) -> None:
        """Numbers the towns that lie within ``code`` and in none of its parts."""
        rows = self.slices.get(code)
        if rows is None:
            return
        first = len(self.names)
        columns = (self.names, self.populations, self.doubts, self.others)
        for column, cells in zip(columns, self.towns[1:], strict=True):
            column.extend(cells[rows])
        several = len(self.names) - first
        self.last += range(first, first + several)
        self.parents += repeat(parent, several)
        self.levels += repeat("settlement", several)

    def gazetteer(self, countries: Columns, actors: Columns) -> Gazetteer:
        heads: dict[str, Level] = dict.fromkeys(name_words().region_heads, "region")
        heads.update(dict.fromkeys(name_words().district_heads, "district"))
        others = [
            (name, number)
            for number, cell in enumerate(self.others)
            if cell
            for name in cell.split("; ")
        ]
        headed, bare_names = self._headed(heads, others)
        index = self._index(others + bare_names)
        entries = self._entries(index, countries, actors)
        return Gazetteer(
            names=self.names,
            last=self.last,
            parents=self.parents,
            levels=self.levels,
            populations=self.populations,
            doubtful=frozenset(number for number, doubt in enumerate(self.doubts) if doubt),
            index=index,
            headed=headed,
            heads=heads,
            strict_heads=name_words().strict_heads,
            entries=entries,
            irregular=_irregular([*index, *entries]),
        )

    def _headed(
        self, heads: dict[str, Level], others: Iterable[tuple[str, int]]
    ) -> tuple[dict[tuple[Level, str], tuple[int, ...]], list[tuple[str, int]]]:
        """Regions and districts by their bare name, and the bare names that stand alone.

        A region goes by its bare name, too; a district does not.
        """
        headed: dict[tuple[Level, str], tuple[int, ...]] = {}
        bare_names: list[tuple[str, int]] = []
        named = [(self.names[number], number) for number in self.numbers.values()]
        named += [pair for pair in others if self.levels[pair[1]] != "settlement"]
        for name, number in named:
            if self.levels[number] == "country":
                continue
            bare, _, head = name.rpartition(" ")
            level: Level = "district" if self.levels[number] == "district" else "region"
            if not bare or head.lower() not in heads:
                bare = name
            elif level == "region":
                bare_names.append((bare, number))
            headed[level, bare] = (*headed.get((level, bare), ()), number)
        return headed, bare_names

    def _index(self, others: Iterable[tuple[str, int]]) -> dict[str, int | tuple[int, ...]]:
        names = self.names
        index: dict[str, int | tuple[int, ...]] = dict(zip(names, range(len(names)), strict=True))
        again = [(name, number) for number, name in enumerate(names) if index[name] != number]
        for pairs in (again, others):
            for name, number in pairs:
                found = numbers_of(index.get(name))
                if number not in found:
                    index[name] = (*found, number) if found else number
        return index

    def _entries(
        self, index: dict[str, int | tuple[int, ...]], countries: Columns, actors: Columns
    ) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        keys: dict[str, str] = {}
        for code, _, name, adjectives, people, metonyms, others in zip(*countries, strict=True):
            keys[code] = name
            number = self.numbers[code]
            if self.levels[number] == "country":
                for text in (name, *_split(others)):
                    entries[text] = Entry("country", name, number, name)
            for text in _split(adjectives):
                entries.setdefault(text, Entry("demonym", name, number, name))
            for text in _split(people):
                entries.setdefault(text, Entry("people", name, number, name))
            for text in _split(metonyms):
                town = self._town(numbers_of(index.get(text)), number)
                entries.setdefault(text, Entry("metonym", name, town, name))
        for name, sort, country, others in zip(*actors, strict=True):
            entry = Entry("actor", name, None, keys.get(country), sort)
            for text in (name, *_split(others)):
                entries.setdefault(text, entry)
        return entries

    def _town(self, candidates: tuple[int, ...], country: int) -> int | None:
        """The greatest of the candidates that are towns of the country."""
        inside = range(country, self.last[country] + 1)
        towns = [
            number for number in candidates
            if number in inside and self.levels[number] == "settlement"
        ]  # fmt: skip
        return max(towns, key=lambda number: int(self.populations[number] or 0), default=None)


def _split(cell: str) -> list[str]:
    return cell.split("; ") if cell else []


def _irregular(names: list[str]) -> dict[str, tuple[str, ...]]:
    """Names with words in lower case or signs in them, by their first word, longest first."""
    text = "\n".join(names)
    found: dict[str, dict[str, None]] = {}
    for pattern in _IRREGULAR:
        for match in pattern.finditer(text):
            at = match.start()
            name = text[text.rfind("\n", 0, at) + 1 : text.find("\n", at)]
            first = _FIRST_WORD.match(name)
            if first is not None:
                found.setdefault(first[0], {})[name] = None
    return {
        first: tuple(sorted(several, key=len, reverse=True)) for first, several in found.items()
    }


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of ``facts/world``, read at the first call."""
    return kept("gazetteer", read_world)
