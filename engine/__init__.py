"""belie: flags what cannot both be in news copy."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    __version__: str
    from .archive.adding import ArchiveWriter
    from .archive.archive import Archive
    from .archive.database import ArchiveError
    from .archive.listing import Wanted
    from .checker import Checker
    from .desk import Desk
    from .errors import BelieError
    from .held_against import Sources
    from .knowledge import KnowledgeError
    from .matching.base import EngineError, EngineUnavailableError
    from .model import (
        Article,
        Event,
        Fact,
        Finding,
        Issue,
        Mention,
        MentionedDate,
        MentionedName,
        MentionedNumber,
        Name,
        Place,
        Provenance,
        Quantity,
        Reason,
        Report,
        Span,
        TimeSpan,
    )
    from .report.whole import ReportError
    from .selection import UnknownRuleError
    from .shortcuts import check, extract, mentions
    from .statements.facts import facts_from
    from .statements.statement import Statement, StatementError

__all__ = [
    "Archive",
    "ArchiveError",
    "ArchiveWriter",
    "Article",
    "BelieError",
    "Checker",
    "Desk",
    "EngineError",
    "EngineUnavailableError",
    "Event",
    "Fact",
    "Finding",
    "Issue",
    "KnowledgeError",
    "Mention",
    "MentionedDate",
    "MentionedName",
    "MentionedNumber",
    "Name",
    "Place",
    "Provenance",
    "Quantity",
    "Reason",
    "Report",
    "ReportError",
    "Sources",
    "Span",
    "Statement",
    "StatementError",
    "TimeSpan",
    "UnknownRuleError",
    "Wanted",
    "__version__",
    "check",
    "extract",
    "facts_from",
    "mentions",
]

_ROOMS = {
    "Archive": "archive.archive",
    "ArchiveError": "archive.database",
    "ArchiveWriter": "archive.adding",
    "Wanted": "archive.listing",
    "Sources": "held_against",
    "Provenance": "model",
    "Article": "model",
    "Checker": "checker",
    "Desk": "desk",
    "Event": "model",
    **dict.fromkeys(("Fact", "Finding", "Issue", "Name", "Place", "Quantity"), "model"),
    **dict.fromkeys(("Reason", "Span", "TimeSpan"), "model"),
    **dict.fromkeys(("EngineError", "EngineUnavailableError"), "matching.base"),
    "BelieError": "errors",
    "KnowledgeError": "knowledge",
    "ReportError": "report.whole",
    "UnknownRuleError": "selection",
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
    if name == "__version__":
        from importlib.metadata import version

        return version("belie")
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_ROOMS[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
