"""What is made when it is first asked for: expressions, and answers about short strings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from .compiled import compiled

__all__ = ["LazyPattern", "Remembered"]

_REMEMBERED = 32_768
_LONGEST_REMEMBERED = 64
_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")

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

    Once it is compiled, they are the compiled expression's own. It is pickled as its text.

    Args:
        expression: a valid one, or what gives it.
        flags: as for ``re.compile``.
    """

    def __init__(self, expression: str | Callable[[], str], flags: int = 0) -> None:
        self._expression = expression
        self._flags = flags

    @property
    def pattern(self) -> str:
        """The expression as text."""
        said = self._expression
        return said if isinstance(said, str) else said()

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        """As for ``re.Pattern``."""
        return self._compiled().match(text, *bounds)

    def fullmatch(self, text: str, *bounds: int) -> re.Match[str] | None:
        """As for ``re.Pattern``."""
        return self._compiled().fullmatch(text, *bounds)

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """As for ``re.Pattern``."""
        return self._compiled().search(text, *bounds)

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        """As for ``re.Pattern``."""
        return self._compiled().finditer(text, *bounds)

    def findall(self, text: str, *bounds: int) -> list[Any]:
        """As for ``re.Pattern``."""
        return self._compiled().findall(text, *bounds)

    def split(self, text: str, most: int = 0) -> list[str | Any]:
        """As for ``re.Pattern``."""
        return self._compiled().split(text, most)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, most: int = 0) -> str:
        """As for ``re.Pattern``."""
        return self._compiled().sub(new, text, most)

    def _compiled(self) -> re.Pattern[str]:
        """The expression compiled, whose methods stand before those of the class from now on."""
        expression = compiled(self.pattern, self._flags)
        for name in _METHODS:
            setattr(self, name, getattr(expression, name))
        return expression

    def __reduce__(self) -> tuple[type[LazyPattern], tuple[str, int]]:
        return LazyPattern, (self.pattern, self._flags)
