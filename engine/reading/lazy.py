"""What is made when it is first asked for: expressions, and answers about short strings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ..lazy import LazyPattern

__all__ = ["LazyPattern", "Remembered"]

_REMEMBERED = 32_768
_LONGEST_REMEMBERED = 64

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
