"""The mentions of an article as plain data, and the JSON Schema of that: ``belie/mentions/1``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal

from ..model import Issue, Mention, Span

__all__ = ["SCHEMA", "mention_data", "mentions_schema"]

SCHEMA = "belie/mentions/1"


@dataclass(frozen=True, slots=True)
class _Article:
    """Which article it is."""

    id: str | None
    title: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class _Document:
    """The numbers, dates and names of one article, the title before the text.

    Offsets count Unicode code points of the title or the text as given; ends are exclusive.
    """

    schema: Literal["belie/mentions/1"]
    article: _Article
    mentions: list[Mention]
    errors: list[Issue]


def mention_data(mention: Mention) -> dict[str, Any]:
    """The mention as plain data: its attributes by name; numbers are ``Decimal``."""
    values = {field.name: getattr(mention, field.name) for field in fields(mention)}
    return {name: [*value] if isinstance(value, Span) else value for name, value in values.items()}


def mentions_schema() -> dict[str, Any]:
    """The JSON Schema of what ``belie mentions`` writes of an article."""
    from ..forms import schema_of

    return schema_of(_Document)
