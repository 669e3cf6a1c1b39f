"""What drafts are held against: copy that is read once for all of them, and archives."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass, field

from .beside import Holdings
from .errors import WrongTypeError
from .model import Article, Stated
from .reading.reader import Reading

__all__ = ["Source", "Sources", "opened_out"]


@dataclass(frozen=True, slots=True)
class Sources:
    """What drafts are held against, as ``Checker.prepare`` gives it.

    Attributes:
        given: the copy, or what is stated of it.
        kept: the archives.
        readings: what was read of the copy so far, by the article and by whether that was only
            what is told, and not what is only compared.
    """

    given: tuple[str | Article | Stated, ...]
    kept: tuple[Holdings, ...]
    readings: MutableMapping[tuple[Article, bool], Reading] = field(
        default_factory=dict, compare=False, repr=False
    )


Source = str | Article | Stated | Holdings | Sources
"""What a draft can be held against."""


def opened_out(sources: Iterable[Source]) -> Sources:
    """All of ``sources``, what was prepared among them included.

    Raises:
        WrongTypeError: for what is none of these.
    """
    given: list[str | Article | Stated] = []
    kept: list[Holdings] = []
    readings: list[MutableMapping[tuple[Article, bool], Reading]] = []
    for each in sources:
        if isinstance(each, Sources):
            given += each.given
            kept += each.kept
            readings.append(each.readings)
        elif isinstance(each, str | Article | Stated):
            given.append(each)
        elif isinstance(each, Holdings):
            kept.append(each)
        else:
            problem = f"a draft is held against copy, not a {type(each).__name__}"
            raise WrongTypeError(f"{problem}; give text, an Article, a Stated or an Archive")
    return Sources(tuple(given), tuple(kept), ChainMap(*readings))
