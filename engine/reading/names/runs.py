"""The names of a text, run by run; what a run says alone is read once and remembered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import islice

from .capitals import POSSESSIVES, Piece, begins_sentence, reader
from .drafter import (
    LONGEST_TAIL,
    Around,
    Drafter,
    Group,
    NeedsTextError,
    is_in_title,
    plain_name,
)
from .drafts import Draft

__all__ = ["draft_names"]

_REMEMBERED = 16_384  # runs
_LONGEST_REMEMBERED = 100  # code points of a run

_OPENING = Around(begins=True, in_title=False, owned=False, bound=False)
_INSIDE = Around(begins=False, in_title=False, owned=False, bound=False)


def draft_names(text: str) -> list[Draft]:
    """Every name of plain ``text``, in order."""
    return _Text(text).drafts


class _Known:
    """What is known of a run wherever it stands.

    Attributes:
        irregular: the irregular names that may begin in it, by the offset of their first word.
        drafts: its names, by what the text around it says; ``None`` where they cannot be told
            without that text.
    """

    __slots__ = ("_reader", "_start", "drafts", "irregular", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._reader = reader()
        self._start = self._reader.plain_start(text)
        self.irregular = self._reader.irregular_at(text) if self._start < 0 else ()
        self.drafts: dict[Around, tuple[Draft, ...] | None] = {}

    def pieces(self) -> list[Piece]:
        """Its pieces, where no irregular name begins in it."""
        return self._reader.pieces(self.text, 0, self.text)

    def read(self, around: Around) -> tuple[Draft, ...] | None:
        """Its names, remembered."""
        names: tuple[Draft, ...] | None
        if self._start >= 0:
            name = plain_name(self.text, self._start, self._reader, begins=around.begins)
            names = (name,)
        else:
            drafter = Drafter(self.text, self._reader, 0, around, [])
            try:
                for group in _groups(self.text, self.pieces()):
                    drafter.read(group)
                names = tuple(drafter.drafts)
            except NeedsTextError:
                names = None
        self.drafts[around] = names
        return names


_remembered = lru_cache(maxsize=_REMEMBERED)(_Known)


_Run = tuple[int, _Known, "list[Piece] | None"]
"""A run where it stands, and its pieces there where an irregular name changes them."""


class _Text:
    """Reads run after run, each alone where it can be."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.reader = reader()
        self.drafts = drafts = list[Draft]()
        self.taken = 0  # everything before this offset has been read
        self.runs = self._runs()
        for index, (start, known, pieces) in enumerate(self.runs):
            around = self._around(start, start + len(known.text))
            if pieces is not None or start < self.taken:
                self._read_in_text(index, around)
                continue
            try:
                found = known.drafts[around]
            except KeyError:
                found = known.read(around)
            if found is None:
                self._read_in_text(index, around)
            else:
                for draft in found:
                    drafts.append(draft.moved(start))

    def _runs(self) -> list[_Run]:
        runs: list[_Run] = []
        begin = 0
        while begin >= 0:
            position, begin = begin, -1
            for start, text in self.reader.runs(self.text, position):
                known = _remembered(text) if len(text) <= _LONGEST_REMEMBERED else _Known(text)
                pieces = None
                if known.irregular and self._is_irregular(start, known):
                    pieces = self.reader.pieces(text, start, self.text)
                before = runs[-1][2] if runs else None
                if before and before[-1].end + 1 == start and self.text[start - 1] == " ":
                    before += self._pieces((start, known, pieces))  # it reached up to this run
                else:
                    runs.append((start, known, pieces))
                if pieces and pieces[-1].end > start + len(text):
                    begin = pieces[-1].end
                    break
        return runs

    def _is_irregular(self, start: int, known: _Known) -> bool:
        startswith = self.text.startswith
        return any(startswith(names, start + offset) for offset, names in known.irregular)

    def _pieces(self, run: _Run) -> list[Piece]:
        start, known, pieces = run
        if pieces is not None:
            return pieces
        return [
            piece._replace(start=piece.start + start, end=piece.end + start)
            for piece in known.pieces()
        ]

    def _around(self, start: int, end: int) -> Around:
        """What the text around a run says."""
        text, knowledge = self.text, self.reader
        bound = text.startswith(knowledge.binders, end)
        if bound or text.endswith(knowledge.owners, 0, start):
            return Around(
                begins_sentence(text, start),
                is_in_title(text, start, knowledge),
                text.endswith(POSSESSIVES, 0, start),
                bound,
            )
        inside = text[start - 1 : start] == " " and text[start - 2 : start - 1].isalnum()
        return _INSIDE if inside or not begins_sentence(text, start) else _OPENING

    def _read_in_text(self, index: int, around: Around) -> None:
        """Reads a run with the text around it in view."""
        start = self.runs[index][0]
        groups = list(_groups(self.text, self._pieces(self.runs[index])))
        while groups:
            group, *groups = groups
            behind = partial(self._behind, groups, index)
            drafter = Drafter(self.text, self.reader, start, around, self.drafts, behind)
            drafter.read([piece for piece in group if piece.start >= self.taken])
            self.taken = max(self.taken, drafter.taken)

    def _behind(self, groups: Sequence[Group], index: int) -> list[Group]:
        """The groups behind one of run ``index``, as many as are looked at."""
        found = list(groups)
        for run in islice(self.runs, index + 1, index + 1 + LONGEST_TAIL):
            found += _groups(self.text, self._pieces(run))
        return found[:LONGEST_TAIL]


def _groups(text: str, pieces: Iterable[Piece]) -> Iterator[Group]:
    """Pieces with only a space between them."""
    group: Group = []
    for piece in pieces:
        if group and (group[-1].end + 1 != piece.start or text[group[-1].end] != " "):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group
