"""Statements about copy at hand, as what reads it: in place of belie's own reading or beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..kinds import Kind
from ..model import Article, Fact
from ..reading.reader import Reading, read_article
from .articles import stated_of
from .facts import FactMaker
from .gathered import Gathered
from .statement import StatementError
from .tables import Row

__all__ = ["StatedReader"]


class StatedReader:
    """What reads copy, for ``Checker(read=…)``, where statements about it are given.

    Copy about which nothing is stated is read by belie as ever.

    Args:
        rows: the statements, each about the copy whose id it names as its article.
        beside: whether belie reads that copy, too, or the statements stand alone.
        kinds: what there is; those that come with belie when ``None``.
    """

    def __init__(
        self,
        rows: Gathered,
        *,
        beside: bool = True,
        kinds: Mapping[str, Kind] | None = None,
    ) -> None:
        self._given = rows
        self._beside = beside
        self._maker = FactMaker(kinds)
        self._read: set[str | None] = set()

    def __call__(self, copy: Article, known: Mapping[str, Kind]) -> Reading:
        """What is stated of ``copy``, and what belie reads of it."""
        given = None if copy.id is None else list(self._given.of(copy.id))
        if not given:
            return read_article(copy, known)
        self._read.add(copy.id)
        stated = stated_of(copy, given, self._maker)
        own = read_article(copy, known) if self._beside else Reading((), (), {})
        facts = _together(own.facts, stated.facts)
        counts = {**own.counts, "facts": len(facts)}
        return Reading(facts, (*own.errors, *stated.errors), counts, own.notes)

    def unread(self) -> Iterator[StatementError]:
        """The statements about copy that was not read so far."""
        for about in self._given.articles():
            if about is None or about not in self._read:
                yield from (_astray(row, about) for row in self._given.of(about))


def _astray(row: Row | StatementError, about: str | None) -> StatementError:
    if isinstance(row, StatementError):
        return row
    problem = "is missing" if about is None else f"{about!r} is not among what is checked"
    return StatementError(row.where, "article", problem)


def _together(own: Iterable[Fact], stated: Iterable[Fact]) -> tuple[Fact, ...]:
    """All of them in reading order; what belie reads of a passage gives way to what is stated."""
    given = [
        replace(fact, id=f"s{fact.id}", part_of=fact.part_of and f"s{fact.part_of}")
        for fact in stated
    ]
    same = {fact.id: next((each for each in given if _says(each, fact)), None) for fact in own}
    kept = [
        replace(fact, part_of=whole.id) if (whole := same.get(fact.part_of or "")) else fact
        for fact in own
        if same[fact.id] is None
    ]
    return tuple(sorted((*kept, *given), key=lambda fact: (fact.part != "title", fact.span)))


def _says(stated: Fact, own: Fact) -> bool:
    """Whether both are of one kind, one passage and one figure."""
    alike = (stated.kind, stated.part, stated.value) == (own.kind, own.part, own.value)
    return alike and stated.span.start < own.span.end and own.span.start < stated.span.end
