"""The examples inside a rule's file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from ..knowledge import Form, Limits
from ..model import Article

__all__ = ["OtherCopy", "RuleTest", "Text"]

Text = Annotated[str, Limits(shortest=1)]
"""A string that says something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCopy(Form):
    """Copy that an example is held against, with its day of publication."""

    text: Text
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTest(Form):
    """An example in a rule's file: copy that the rule flags, or that it leaves in peace.

    Attributes:
        flags: copy that the rule must flag; or else
        quiet: copy that it must not.
        published: its day of publication.
        title: its headline.
        against: other copy that it is held against.
    """

    flags: Text | None = None
    quiet: Text | None = None
    published: date | None = None
    title: str | None = None
    against: tuple[Text | OtherCopy, ...] = ()

    def __post_init__(self) -> None:
        """Refuses one that expects both, or nothing."""
        if (self.flags is None) == (self.quiet is None):
            raise ValueError("an example either flags or is quiet")

    @property
    def others(self) -> tuple[Article, ...]:
        """The copy that it is held against."""
        return tuple(
            Article(each) if isinstance(each, str) else Article(each.text, None, each.published)
            for each in self.against
        )

    @property
    def text(self) -> str:
        """The copy."""
        return self.flags or self.quiet or ""
