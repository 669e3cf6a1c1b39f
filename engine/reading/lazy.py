"""What is made when it is first asked for: expressions, and answers about short strings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

__all__ = ["LazyPattern", "Remembered"]

_REMEMBERED = 32_768
_LONGEST_REMEMBERED = 64
_METHODS = ("finditer", "fullmatch", "match", "search")

Answer = TypeVar("Answer")


class Remembered(dict[str, Answer]):
    """Answers about short strings, each worked out once: asking again is one lookup.

    It holds so many answers and then begins anew, and none about a long string.

    Args:
        answer: a pure function.
    """

    __slots__ = ("_answer",)

    def __init__(self, answer: Callable[[str], Answer]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, asked: str) -> Answer:
        """Works the answer out."""
        answer = self._answer(asked)
        if len(asked) <= _LONGEST_REMEMBERED:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[asked] = answer
        return answer


class LazyPattern:
    """A compiled expression to be, whose methods are those of ``re.Pattern``.

    Args:
        make: gives the expression, which must be a valid one.
    """

    __slots__ = ("_make", "finditer", "fullmatch", "match", "search")

    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> object:
        """Compiles the expression when its first method is asked for, and keeps the methods."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._make())
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
