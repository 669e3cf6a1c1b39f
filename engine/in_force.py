"""What is in force for each piece of copy in a run: configuration, house, dismissals, baseline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, ValuesView
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from .batch import Task
from .configuration import Configuration, FailOn, Settings, configuration_for
from .dismissals import Dismissals
from .house import House, Houses
from .knowledge import KnowledgeError
from .model import Report, Severity
from .selection import UnknownRuleError
from .sources import SUFFIXES

if TYPE_CHECKING:
    from .baseline import Baseline
    from .entries import Submission, Unreadable
    from .kinds import Kind
    from .rulebook.rule import Rule

__all__ = ["InForce"]

_SEVERITIES = get_args(Severity)


class InForce:
    """Finds out, once for each folder, what holds for the copy in it.

    Args:
        select: rules asked for on the command line, which goes before any file.
        ignore: rules to leave out besides.
        fail_on: the least severe finding that counts as found; as the files say when ``None``.
        baseline: what is known already.
        configuration: the file of settings for all copy; the nearest to each if not given.
        applying: whether rules are applied; else they are not even loaded.
        houses: those that are open already, if any.

    Attributes:
        houses: those that were opened.
        found: whether anything was found that is grave enough.
    """

    def __init__(
        self,
        select: Sequence[str] | None = None,
        ignore: Sequence[str] | None = None,
        fail_on: FailOn | None = None,
        baseline: Baseline | None = None,
        *,
        configuration: Configuration | None = None,
        applying: bool = True,
        houses: Houses | None = None,
    ) -> None:
        self._applying = applying
        self._given = configuration
        self.houses = houses or Houses()
        self.found = False
        self._select = select or None
        self._ignore = ignore or ()
        self._fail_on = fail_on
        self._baseline = baseline
        self._folders: dict[str, Configuration] = {}
        self._files: dict[str | None, Configuration] = {}
        self._sound: set[Settings] = set()
        self._rules: dict[str, Rule] = {}
        self._said: set[str] = set()
        self._failed = False
        self._dismissals = Dismissals(date.today())

    def configuration(self, file: str | None) -> Configuration:
        """The file of settings that is in force for ``file``, or in the working directory.

        Raises:
            KnowledgeError: when it cannot be used, or names a rule that there is not.
        """
        if file not in self._files:
            folder = str(Path(file).parent) if file and not Path(file).is_dir() else file or "."
            if folder not in self._folders:
                found = self._given or configuration_for(folder)
                if self._applying:
                    self.houses.of(found.settings).refuse_unknown(found)
                self._folders[folder] = found
            self._files[file] = self._folders[folder]
        return self._files[file]

    def settings(self, file: str | None) -> Settings:
        """How the copy in ``file`` is checked; errors as for ``configuration``."""
        return self.configuration(file).settings_for(file).asked(self._select, self._ignore)

    def house(self, file: str | None) -> House:
        """The kinds and rules for the copy in ``file``; errors as for ``configuration``."""
        return self.houses.of(self.configuration(file).settings)

    def kinds(self, file: str) -> Mapping[str, Kind]:
        """The kinds for the copy in ``file``; belie's own where its configuration is at fault."""
        try:
            return self.house(file).kinds
        except KnowledgeError:
            return House().kinds

    def tasks(self, found: Iterable[Submission | Unreadable]) -> Iterator[Task | Unreadable]:
        """What is to be checked, and how; in the place of an article what keeps it from that."""
        from .entries import Submission, Unreadable

        for each in found:
            if not isinstance(each, Submission):
                yield each
                continue
            try:
                yield self._task(each)
            except (KnowledgeError, UnknownRuleError) as failure:
                yield Unreadable(str(each.article.id), f"was not checked: {failure}")

    def _task(self, submission: Submission) -> Task:
        settings = self.settings(submission.file)
        if not self._applying:
            return Task(submission, settings)
        self._check(settings)
        dismissed = [each.fingerprint for each in self._dismissals.about(submission.file)]
        known = self._baseline.of(submission.article.id) if self._baseline else ()
        return Task(submission, settings, (*dismissed, *sorted(known)))

    def _check(self, settings: Settings) -> None:
        """Raises UnknownRuleError where ``settings`` name a rule that there is not."""
        if settings not in self._sound:
            for rule in self.houses.of(settings).rulebook(settings):
                self._rules.setdefault(rule.name, rule)
            self._sound.add(settings)

    @property
    def rules(self) -> ValuesView[Rule]:
        """Those in force for any of the tasks so far, each as grave as it first was."""
        return self._rules.values()

    def judged(self, task: Task, report: Report) -> Report:
        """The report with how many findings were left out; grave ones are noted as found."""
        if not self._applying:
            return report
        file = task.submission.file
        fail_on = self._fail_on or self.configuration(file).fail_on or _SEVERITIES[0]
        grave = _SEVERITIES[: _SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
        self.found |= any(finding.severity in grave for finding in report.findings)
        self._dismissals.saw(file, report)
        if not report.dismissed:
            return report
        beginnings = tuple(each.fingerprint for each in self._dismissals.about(file))
        dismissed = sum(each.startswith(beginnings) for each in report.dismissed)
        counts = {"dismissed": dismissed, "known": len(report.dismissed) - dismissed}
        counts = {name: number for name, number in counts.items() if number}
        return replace(report, counts={**report.counts, **counts})

    def problems(self) -> Iterator[str]:
        """What is wrong with files of houses, each once."""
        for house in self.houses.open():
            for problem in house.problems():
                self._failed = True
                if problem not in self._said:
                    self._said.add(problem)
                    yield problem

    @property
    def failed(self) -> bool:
        """Whether a house has a file that cannot be used."""
        return self._failed

    def stale(self) -> Iterator[str]:
        """The dismissals that are of no more use, a line each, once all rules were applied."""
        if not (self._select or self._ignore or self._failed):
            yield from self._dismissals.stale(SUFFIXES)
