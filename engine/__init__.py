"""belie: flags what cannot both be in news copy."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .checker import Checker
    from .desk import Desk
    from .model import (
        Article,
        Event,
        Fact,
        Finding,
        Mention,
        MentionedDate,
        MentionedName,
        MentionedNumber,
        Name,
        Place,
        Quantity,
        Report,
        TimeSpan,
    )
    from .shortcuts import check, extract, mentions
    from .statements.facts import facts_from
    from .statements.statement import Statement, StatementError

__all__ = [
    "Article",
    "Checker",
    "Desk",
    "Event",
    "Fact",
    "Finding",
    "Mention",
    "MentionedDate",
    "MentionedName",
    "MentionedNumber",
    "Name",
    "Place",
    "Quantity",
    "Report",
    "Statement",
    "StatementError",
    "TimeSpan",
    "check",
    "extract",
    "facts_from",
    "mentions",
]

_ROOMS = {
    "Article": "model",
    "Checker": "checker",
    "Desk": "desk",
    "Event": "model",
    **dict.fromkeys(("Fact", "Finding", "Name", "Place", "Quantity", "TimeSpan"), "model"),
    **dict.fromkeys(("Statement", "StatementError"), "statements.statement"),
    "facts_from": "statements.facts",
    "Mention": "model",
    "MentionedDate": "model",
    "MentionedName": "model",
    "MentionedNumber": "model",
    "Report": "model",
    "check": "shortcuts",
    "extract": "shortcuts",
    "mentions": "shortcuts",
}


def __getattr__(name: str) -> object:
    """Loads what is asked for when it is asked for, so that importing belie costs nothing."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_ROOMS[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
