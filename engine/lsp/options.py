"""What the editor is set to: the day of publication, and what copy is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..errors import DateError
from ..knowledge import nearest
from ..model import iso_day

__all__ = ["SECTION", "Options", "options_in"]

SECTION = "belie"
"""Under what name the editor keeps the options."""

_AGAINST, _PUBLISHED = "against", "published"


@dataclass(frozen=True, slots=True)
class Options:
    """How every document is checked, beside what ``belie.toml`` says.

    Attributes:
        against: files and folders that each must agree with.
        published: the day of publication of those that carry none.
        problems: what is wrong with the options themselves, each in a sentence.
    """

    against: tuple[str, ...] = ()
    published: date | None = None
    problems: tuple[str, ...] = ()


def options_in(given: object, folder: Path) -> Options:
    """The options that an editor has given; what is wrong with one costs it alone.

    Args:
        given: as its settings have them, by name; ``None`` where there are none.
        folder: from which files are named that are not named in full.
    """
    if given is None or given == []:
        return Options()
    if not isinstance(given, Mapping):
        return Options(problems=(f"{SECTION}: give a table of options, not {given!r}",))
    against, published = given.get(_AGAINST), given.get(_PUBLISHED)
    problems = list(_misspelt(given))
    named: list[str] = []
    if isinstance(against, list) and all(isinstance(each, str) for each in against):
        named = [str(folder / Path(each).expanduser()) for each in against]
    elif against is not None:
        problems.append(f"{SECTION}.{_AGAINST}: give a list of files, not {against!r}")
    day: date | None = None
    if published not in (None, ""):
        try:
            day = iso_day(published)
        except DateError as failure:
            problems.append(f"{SECTION}.{_PUBLISHED}: {failure}")
    return Options(tuple(named), day, tuple(problems))


def _misspelt(given: Mapping[str, object]) -> Iterator[str]:
    """A problem for each name that is nearly one of ours; others are the editor's own."""
    known = (_AGAINST, _PUBLISHED)
    for name in given:
        if name not in known and (hint := nearest(name, known)):
            yield f"{SECTION}.{name}: there is no such option{hint}"
