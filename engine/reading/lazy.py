"""Regular expressions that are made when they are first used, for most of them never are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from sys import maxsize

__all__ = ["LazyPattern"]


class LazyPattern:
    """A compiled expression to be.

    Args:
        make: gives the expression, which must be a valid one.
    """

    __slots__ = ("_compiled", "_make")

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled."""
        if self._compiled is None:
            self._compiled = re.compile(self._make())
        return self._compiled

    def match(self, string: str, start: int = 0) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        return self.compiled.match(string, start)

    def fullmatch(self, string: str) -> re.Match[str] | None:
        """As ``re.Pattern.fullmatch``."""
        return self.compiled.fullmatch(string)

    def search(self, string: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return self.compiled.search(string, start, end)

    def finditer(self, string: str) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return self.compiled.finditer(string)
