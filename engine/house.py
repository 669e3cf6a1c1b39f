"""The kinds and rules of a house beside belie's own.

A file that cannot be used costs only itself: it is a problem of the house, and all others are
applied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from .configuration import Configuration, Settings
from .kinds import Kind, load_kind, refuse_declared, shipped_kinds
from .knowledge import KnowledgeError, read_yaml
from .packs import Pack, packs
from .selection import UnknownRuleError, graded, refuse_unknown, select_rules

if TYPE_CHECKING:
    from .rulebook.rule import Rule
    from .rulebook.shared import Shared

__all__ = ["House", "Houses", "tried", "unreadable"]

_Made = TypeVar("_Made")


class House:
    """All kinds and rules that are in force: belie's own, those of packs, and those of folders.

    Args:
        rules: folders of rules.
        kinds: folders of kinds.
        installed: packs; those that are installed when ``None``.

    Attributes:
        packs: the names of those that add something.
    """

    def __init__(
        self,
        rules: Sequence[Path] = (),
        kinds: Sequence[Path] = (),
        installed: Sequence[Pack] | None = None,
    ) -> None:
        added = packs() if installed is None else installed
        self._rules = [*(pack.rules for pack in added if pack.rules), *rules]
        self._kinds = [*(pack.kinds for pack in added if pack.kinds), *kinds]
        self.packs = [f"pack {pack.name!r}" for pack in added if not pack.problem]
        self._unused = [pack.problem for pack in added if pack.problem]
        self._broken: list[KnowledgeError] = []
        self._shared: dict[str, Shared] = {}

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """Every kind, by name."""
        shipped = shipped_kinds()
        kinds = dict(shipped)
        for path in (path for folder in self._kinds for path in sorted(folder.rglob("*.yaml"))):

            def load(path: Path = path) -> Kind:
                kind = load_kind(read_yaml(path))
                refuse_declared(kind, kinds)
                return kind

            if (kind := self._tried(path, load)) is not None:
                kinds[kind.name] = kind
        own = {name: kind for name, kind in kinds.items() if name not in shipped}
        faults = unreadable(own, shipped)
        self._broken += faults.values()
        return MappingProxyType({k: kind for k, kind in kinds.items() if k not in faults})

    @cached_property
    def rules(self) -> Sequence[Rule]:
        """Every rule, sorted by name."""
        from .rulebook.rule import load_rules

        rules = {rule.name: rule for rule in load_rules(kinds=shipped_kinds())}
        for folder in self._rules:
            rules.update(self._loaded(folder, rules))
        return [rules[name] for name in sorted(rules)]

    def _loaded(self, folder: Path, known: Mapping[str, Rule]) -> Iterator[tuple[str, Rule]]:
        """The rules of a folder, by name."""
        from .rulebook.rule import refuse_twice, rule_files, rule_in
        from .rulebook.shared import FILE, shared_in, shipped_shared

        shared = self._tried(folder / FILE, lambda: shared_in(folder)) or shipped_shared()
        own = folder / FILE
        self._shared.update((k, each) for k, each in shared.items() if each.document.path == own)
        for path in rule_files(folder):

            def load(path: Path = path) -> Rule:
                rule = rule_in(path, folder, self.kinds, shared)
                refuse_twice(rule, known)
                return rule

            if (rule := self._tried(path, load)) is not None:
                yield rule.name, rule

    def _tried(self, path: Path, load: Callable[[], _Made]) -> _Made | None:
        """What ``load`` makes of a file; where that cannot be, it is one problem."""
        made = tried(path, load)
        if isinstance(made, KnowledgeError):
            self._broken.append(made)
            return None
        return made

    @property
    def own_kinds(self) -> Mapping[str, Kind]:
        """The kinds that are not belie's own."""
        shipped = shipped_kinds()
        return {name: kind for name, kind in self.kinds.items() if name not in shipped}

    @property
    def own_rules(self) -> Sequence[Rule]:
        """The rules that are not belie's own."""
        return [rule for rule in self.rules if self._is_own(rule.document.path)]

    def _is_own(self, path: Path) -> bool:
        return any(path.is_relative_to(folder) for folder in self._rules)

    @property
    def own_shared(self) -> Mapping[str, Shared]:
        """What its rules share, beside what belie's own do; known once they are loaded."""
        return self._shared

    def problems(self) -> list[str]:
        """What is wrong with files of it, a line each, as far as it was loaded."""
        return [*self._unused, *(str(failure) for failure in self._broken)]

    def rulebook(self, settings: Settings) -> list[Rule]:
        """The rules that ``settings`` choose, each as grave as they say.

        Raises:
            UnknownRuleError: when a name or pattern fits no rule.
        """
        rules = graded(self.rules, settings.severities)
        return select_rules(rules, settings.select, settings.ignore, self._names_of_broken())

    def refuse_unknown(self, configuration: Configuration) -> None:
        """Raises KnowledgeError where ``configuration`` names a rule that there is not."""
        if not (patterns := configuration.patterns()):
            return
        names = [*(rule.name for rule in self.rules), *self._names_of_broken()]
        for pattern, at in patterns:
            try:
                refuse_unknown([pattern], names)
            except UnknownRuleError as failure:
                raise configuration.error(str(failure), at, pattern) from None

    def _names_of_broken(self) -> list[str]:
        """What the rules would be called whose files cannot be used."""
        return [
            failure.path.relative_to(folder).with_suffix("").as_posix()
            for failure in self._broken
            for folder in self._rules
            if failure.path.is_relative_to(folder)
        ]


def tried(path: Path, load: Callable[[], _Made]) -> _Made | KnowledgeError:
    """What ``load`` makes of the file ``path``, or what is wrong with that, whatever it is."""
    try:
        return load()
    except KnowledgeError as failure:
        return failure
    except Exception as fault:  # noqa: BLE001 - of whatever sort: it is one file
        said = f"cannot be used, for a fault of belie's own: {type(fault).__name__}: {fault}"
        return KnowledgeError(path, 1, 1, said)


def unreadable(kinds: Mapping[str, Kind], beside: Mapping[str, Kind]) -> dict[str, KnowledgeError]:
    """What is wrong with those of ``kinds``, by name, by which nothing can be read.

    It shows only once they are made into what reads, which is used again later.

    Args:
        kinds: those in question.
        beside: those that are sound.
    """
    from .reading.reader import check_kinds

    if not kinds:
        return {}
    try:
        check_kinds({**beside, **kinds})
    except Exception:
        found = {
            name: tried(kind.document.path, partial(check_kinds, {**beside, name: kind}))
            for name, kind in kinds.items()
        }
        faults = {n: each for n, each in found.items() if isinstance(each, KnowledgeError)}
        if faults:
            return faults
        raise
    return {}


class Houses:
    """The houses of a run, each opened once."""

    def __init__(self) -> None:
        self._open: dict[tuple[object, ...], House] = {}

    def of(self, settings: Settings) -> House:
        """The house with the folders that ``settings`` name."""
        folders = settings.rules, settings.kinds
        if folders not in self._open:
            self._open[folders] = House(*folders)
        return self._open[folders]

    def open(self) -> Iterator[House]:
        """Those that were opened."""
        yield from self._open.values()
