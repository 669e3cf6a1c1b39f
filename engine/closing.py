"""What holds something that has to be given back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Self

__all__ = ["Closing"]


class Closing(ABC):
    """Something that is closed at the latest when the block is left that it was opened for."""

    @abstractmethod
    def close(self) -> None:
        """Gives back what it holds; it is not used again."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
