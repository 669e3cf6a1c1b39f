"""belie: flags what cannot both be in news copy."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .checker import Checker, check, extract
    from .desk import Desk
    from .model import Article, Report

__all__ = ["Article", "Checker", "Desk", "Report", "check", "extract"]

_ROOMS = {
    "Article": "model",
    "Checker": "checker",
    "Desk": "desk",
    "Report": "model",
    "check": "checker",
    "extract": "checker",
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
