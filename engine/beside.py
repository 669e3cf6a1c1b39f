"""What is kept somewhere of other articles, and how a draft is held against it.

An archive can be set beside a draft like other copy, though nobody could read all of it: it is
told what the draft states, and gives back what stands against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from .containment import contained
from .errors import BelieError
from .kinds import Kind
from .model import Article, Event, Fact, Issue, Match, Report

if TYPE_CHECKING:
    from .rulebook.formula import Row
    from .rulebook.rule import Rule

__all__ = ["Beside", "Draft", "Holdings", "all_beside"]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a draft states.

    Attributes:
        article: the draft.
        facts: its facts, by id.
        rows: the same as plain columns.
        events: the happenings that they are about.
        taken: ids of articles that no other may go by.
        asked: the ids of those facts that are in question; all of them where ``None``.
    """

    article: Article
    facts: Mapping[str, Fact]
    rows: Mapping[str, Row]
    events: Sequence[Event]
    taken: frozenset[str | None] = frozenset()
    asked: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands against a draft.

    Attributes:
        articles: those that the facts are of, each by an id that is free.
        facts: by ids that no other fact has.
        rows: the same as plain columns.
        matches: the rules that hold between facts of the draft and these, each naming both.
        compared: how many facts were set beside those of the draft.
        errors: what could not be done.
    """

    articles: tuple[Article, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    rows: Mapping[str, Row] = field(default_factory=dict)
    matches: tuple[Match, ...] = ()
    compared: int = 0
    errors: tuple[Issue, ...] = ()

    def with_(self, other: Beside) -> Beside:
        """This and ``other``."""
        return Beside(
            (*self.articles, *other.articles),
            {**self.facts, **other.facts},
            {**self.rows, **other.rows},
            (*self.matches, *other.matches),
            self.compared + other.compared,
            (*self.errors, *other.errors),
        )


@runtime_checkable
class Holdings(Protocol):
    """Facts that are kept, of so many articles that only those are looked at that can matter."""

    def beside(self, draft: Draft, rules: Mapping[str, Rule], kinds: Mapping[str, Kind]) -> Beside:
        """What of these stands against ``draft``.

        Args:
            draft: what it states.
            rules: those that are applied, by name.
            kinds: what its facts are of, by name.

        Raises:
            BelieError: when they cannot be looked at.
        """


def all_beside(
    holdings: Iterable[Holdings],
    read: Report,
    rows: Mapping[str, Row],
    rules: Mapping[str, Rule],
    kinds: Mapping[str, Kind],
    errors: list[Issue],
) -> Beside:
    """What of any of ``holdings`` stands against a draft.

    Args:
        holdings: archives.
        read: what the draft states.
        rows: its facts as plain columns, by id, and maybe others.
        rules: those that are applied, by name.
        kinds: what facts are of, by name.
        errors: takes what goes wrong.
    """
    found = Beside()
    for each in holdings if rules else ():
        taken = (each.id for each in (read.article, *read.against, *found.articles))
        facts = {fact.id: fact for fact in read.facts if fact.id in rows}
        own_rows = {name: rows[name] for name in facts}
        own = Draft(read.article, facts, own_rows, read.events, frozenset(taken))
        with contained(errors, "the archive was not asked"):
            try:
                found = found.with_(each.beside(own, rules, kinds))
            except BelieError as failure:
                errors.append(Issue(f"the archive was not asked: {failure}"))
    errors += found.errors
    return found
