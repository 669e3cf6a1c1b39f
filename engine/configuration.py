"""A house's own settings: ``belie.toml``, or ``[tool.belie]`` in ``pyproject.toml``.

The nearest file upward from the copy that is checked is in force, and no other.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from .knowledge import KnowledgeError
from .model import Severity
from .plain_toml import TomlDocument, read_toml

if TYPE_CHECKING:
    from .configuration_file import PathsTable

__all__ = [
    "FILES", "Configuration", "FailOn", "Settings", "configuration_for", "read_configuration",
]  # fmt: skip

FILES = ("belie.toml", "pyproject.toml")
"""What the file is called; the first goes before the second in the same folder."""

_TABLE = ("tool", "belie")

FailOn = Literal["contradiction", "discrepancy", "caution", "never"]


@dataclass(frozen=True, slots=True)
class Settings:
    """All that decides how one file is checked.

    Attributes:
        rules: folders of rules beside belie's own.
        kinds: folders of kinds beside belie's own.
        select: names or patterns of the rules to apply; every rule when ``None``.
        ignore: those to leave out again.
        severities: by name or pattern, how grave a rule is instead; the last that fits counts.
    """

    rules: tuple[Path, ...] = ()
    kinds: tuple[Path, ...] = ()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()

    def asked(self, select: Sequence[str] | None, ignore: Sequence[str]) -> Settings:
        """These settings with what is asked for on the command line, which goes before them.

        Rules that are named are applied whatever the file leaves out; what is to be left out
        besides is.
        """
        if select:
            return replace(self, select=tuple(select), ignore=tuple(ignore))
        return replace(self, ignore=(*self.ignore, *ignore))


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a file of settings says; without a file, nothing.

    Attributes:
        path: the file.
        settings: for every file.
        paths: by glob, for some files: ``select`` in place of the above, the others beside it.
        fail_on: the least severe finding that gives exit code 1.
        document: the file, for errors that point.
    """

    path: Path | None = None
    settings: Settings = Settings()
    paths: Mapping[str, Settings] = field(default_factory=lambda: MappingProxyType({}))
    fail_on: FailOn | None = None
    document: TomlDocument | None = None

    def fitting(self, file: str | None) -> list[str]:
        """The globs that ``file`` fits; one without a slash is about the file's name alone."""
        if file is None or self.path is None:
            return []
        within = Path(os.path.relpath(file, self.path.parent)).as_posix()
        name = within.rpartition("/")[2]
        return [
            glob
            for glob in self.paths
            if fnmatchcase(within if "/" in glob else name, glob)
            or fnmatchcase(within, glob.replace("**/", ""))
        ]

    def settings_for(self, file: str | None) -> Settings:
        """What holds for ``file``, relative to the working directory or absolute."""
        settings = self.settings
        for glob in self.fitting(file):
            own = self.paths[glob]
            settings = replace(
                settings,
                select=settings.select if own.select is None else own.select,
                ignore=(*settings.ignore, *own.ignore),
                severities=(*settings.severities, *own.severities),
            )
        return settings

    def patterns(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every name or pattern of rules in it, with where it stands."""
        told: list[tuple[Settings, tuple[str, ...]]] = [(self.settings, ())]
        told += [(own, ("paths", glob)) for glob, own in self.paths.items()]
        return [
            (pattern, (*at, key))
            for settings, at in told
            for key, patterns in (
                ("select", settings.select or ()),
                ("ignore", settings.ignore),
                ("severities", [pattern for pattern, _ in settings.severities]),
            )
            for pattern in patterns
        ]

    def error(self, problem: str, at: tuple[str, ...], value: str = "") -> KnowledgeError:
        """An error that points at ``value`` under the key ``at``."""
        assert self.document is not None  # noqa: S101 - who has settings has a file
        return self.document.error_of(problem, at, value)


def configuration_for(file: str | None = None, *, complete: bool = True) -> Configuration:
    """The configuration in force for ``file``, or in the working directory.

    Args:
        file: the copy.
        complete: whether each folder that it names must be there.

    Raises:
        KnowledgeError: when it cannot be used.
    """
    place = Path(os.path.abspath(file or "."))  # noqa: PTH100 - links stay as they are
    for folder in (place, *place.parents):
        for name in FILES:
            path = folder / name
            if not os.path.isfile(path):  # noqa: PTH113 - raises nothing
                continue
            found = read_configuration(_near(path), complete=complete)
            if found is not None:
                return found
    return Configuration()


def _near(path: Path) -> Path:
    """``path`` as people would write it from the working directory, where it is below that."""
    here = os.getcwd()  # noqa: PTH109
    return path.relative_to(here) if path.is_relative_to(here) else path


def read_configuration(path: Path, *, complete: bool = True) -> Configuration | None:
    """What the file ``path`` says; ``None`` for a ``pyproject.toml`` that says nothing of belie.

    Args:
        path: the file.
        complete: whether each folder that it names must be there.

    Raises:
        KnowledgeError: when it cannot be read, is no TOML, or has an unknown key, a value of the
            wrong type or a folder that there is not.
    """
    document = read_toml(path, _TABLE if path.name == FILES[1] else ())
    if document is None:
        return None
    from .configuration_file import ConfigurationFile

    file = document.parse(ConfigurationFile)
    written = {key: getattr(file, key) for key in ("rules", "kinds")}
    if complete:
        _refuse_missing(document, written)
    folders = {key: tuple(path.parent / each for each in names) for key, names in written.items()}
    return Configuration(
        path=path,
        settings=_settings(file, **folders),
        paths=MappingProxyType({glob: _settings(own) for glob, own in file.paths.items()}),
        fail_on=file.fail_on,
        document=document,
    )


def _refuse_missing(document: TomlDocument, written: Mapping[str, Sequence[str]]) -> None:
    """Raises KnowledgeError where folders are ``written`` under a key that are not there."""
    named = [(key, name) for key, names in written.items() for name in names]
    missing = [each for each in named if not (document.path.parent / each[1]).is_dir()]
    if missing:
        (key, first), *others = missing
        names = [repr(name) for _, name in missing]
        said = f"there is no folder {names[0]} beside this file; make it, or take it out"
        if others:
            several = f"{', '.join(names[:-1])} and {names[-1]}"
            said = f"there are no folders {several} beside this file; make them, or take them out"
        raise document.error_of(said, (key,), first)


def _settings(file: PathsTable, **folders: tuple[Path, ...]) -> Settings:
    return Settings(
        select=file.select, ignore=file.ignore, severities=tuple(file.severities.items()), **folders
    )
