"""The examples inside a rule's file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from ..knowledge import Form, Limits
from ..model import Article

__all__ = ["OtherCopy", "RuleTest", "Text"]

Text = Annotated[str, Limits(shortest=1)]
"""A string that says something."""


_Statements = Annotated[tuple[dict[str, Any], ...], Limits(shortest=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCopy(Form):
    """Copy that an example is held against, with its day of publication."""

    text: Text
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTest(Form):
    """An example in a rule's file: what the rule flags, or what it leaves in peace.

    It is copy, or a list of statements, which tell at once whether a failure is the rule's or
    that of reading. Statements of an ``article`` of their own are other copy.

    Attributes:
        flags: what the rule must flag; or else
        quiet: what it must not.
        published: its day of publication.
        title: its headline.
        against: other copy that it is held against.
    """

    flags: Text | _Statements | None = None
    quiet: Text | _Statements | None = None
    published: date | None = None
    title: str | None = None
    against: tuple[Text | OtherCopy, ...] = ()

    def __post_init__(self) -> None:
        """Refuses one that expects both, or nothing."""
        if (self.flags is None) == (self.quiet is None):
            raise ValueError("an example either flags or is quiet")
        if self.statements and (self.title or self.against):
            raise ValueError("statements say themselves what is in the title or in other copy")

    @property
    def others(self) -> tuple[Article, ...]:
        """The copy that it is held against."""
        return tuple(
            Article(each) if isinstance(each, str) else Article(each.text, None, each.published)
            for each in self.against
        )

    @property
    def text(self) -> str:
        """The copy; empty where it is statements."""
        given = self.flags or self.quiet
        return given if isinstance(given, str) else ""

    @property
    def statements(self) -> tuple[Mapping[str, Any], ...]:
        """The statements; none where it is copy."""
        given = self.flags or self.quiet
        return given if isinstance(given, tuple) else ()
