"""Documents checked as ``belie check`` checks files, each by a desk of its own.

What is in force for a document, its ``belie.toml``, its dismissals and what it is held against, is
looked up once, and again when one of these files has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..batch import Task
from ..configuration import FILES, Settings
from ..desk import Desk
from ..dismissals import FILE as DISMISSALS
from ..entries import EntryError, Submission, Unreadable
from ..in_force import InForce
from ..kinds import Kind
from ..model import Article, Report, Stated
from ..reading.course import Bookmarks
from ..reading.reader import Reading, read_article
from ..sources import files_in, format_of, is_archive, read_articles
from .options import Options
from .watching import Watch

if TYPE_CHECKING:
    from ..rulebook.rule import Rule

__all__ = ["Checked", "Draft", "DraftChecker", "Problem", "SupersededError"]


_KEPT_OPEN = "is an archive, to which nobody could add while an editor has it open; name copy"


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as it was at one moment.

    Attributes:
        uri: what the editor calls it.
        path: its file, if it has one.
        suffix: how the name of a file ends that is read as it is to be read.
        version: which of its versions it is.
        text: its text.
    """

    uri: str
    path: str | None
    suffix: str
    version: int
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a document from being checked in full.

    Attributes:
        message: what is wrong and what to do.
        line: where in the document, from one; ``None`` where it is not in it.
    """

    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check.

    Attributes:
        draft: what was checked.
        report: on it; ``None`` where it could not be checked at all, or has nothing in it.
        problems: what kept it from being checked in full, beside the errors of the report.
        rules: those that were applied, by name.
        kinds: those by which it was read, by name.
        files: of each article that it was held against the file that it is from.
    """

    draft: Draft
    report: Report | None = None
    problems: tuple[Problem, ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    files: tuple[str, ...] = ()


class SupersededError(BaseException):
    """Raised within a check that nobody waits for any more.

    Like ``KeyboardInterrupt`` it is no fault, and nothing contains it.
    """


@dataclass(slots=True)
class _Standing:
    """The desk that follows a document, by what settings, and what files it is held against."""

    desk: Desk
    settings: Settings
    files: tuple[str, ...]
    is_stopped: Callable[[], bool] = lambda: False


class DraftChecker:
    """Checks documents. One thread alone calls it."""

    def __init__(self) -> None:
        self._options = Options()
        self._desks: dict[str, _Standing] = {}
        self._begin()

    def set(self, options: Options) -> None:
        """Has every document be checked as ``options`` say from now on."""
        self._options = options
        self._begin()

    def refresh(self) -> bool:
        """Whether something has changed that is in force; it holds from now on."""
        if self._files.has_changed():
            self._begin()
        elif self._dismissals.has_changed() or self._day != date.today():
            self._look_up(InForce(houses=self._in_force.houses))
        else:
            return False
        return True

    def check(self, draft: Draft, is_stopped: Callable[[], bool] = lambda: False) -> Checked:
        """What is to be said of a document.

        Args:
            draft: the document.
            is_stopped: whether nobody waits for it any more; asked now and then.

        Raises:
            SupersededError: when nobody does.
        """
        try:
            article = format_of(draft.suffix)(draft.text)
        except EntryError as problem:
            empty = not draft.text.strip()
            return Checked(draft, problems=() if empty else (Problem(str(problem), problem.line),))
        task = self._task(article, draft)
        if isinstance(task, Unreadable):
            return Checked(draft, problems=(*self._problems, Problem(task.problem)))
        standing = self._standing(draft, task.settings)
        standing.is_stopped = is_stopped
        try:
            update = standing.desk.update(
                task.submission.article,
                published=self._options.published,
                dismissed=task.dismissed,
            )
        except Exception:
            self.close(draft.uri)  # who knows what it holds now
            raise
        house = self._in_force.house(draft.path)
        problems = (*self._problems, *map(Problem, house.problems()))
        rules = {rule.name: rule for rule in standing.desk.rules}
        return Checked(draft, update.report, problems, rules, house.kinds, standing.files)

    def close(self, uri: str) -> None:
        """Gives back what it holds of a document that is open no more."""
        if (standing := self._desks.pop(uri, None)) is not None:
            standing.desk.close()

    def close_all(self) -> None:
        """Gives back all that it holds."""
        for uri in list(self._desks):
            self.close(uri)

    def _begin(self) -> None:
        """Looks everything up anew."""
        self.close_all()
        self._look_up(InForce())
        self._files = Watch()
        for named in map(Path, self._options.against):
            self._files.add([named, *(files_in(named) if named.is_dir() else ())])
        self._against: list[tuple[Article | Stated, str]] = []
        self._problems = [*map(Problem, self._options.problems)]
        archives = [name for name in self._options.against if is_archive(name)]
        self._problems += [Problem(f"{name}: {_KEPT_OPEN}") for name in archives]
        copy = [name for name in self._options.against if name not in archives]
        for each in read_articles(copy, kinds=self._in_force.kinds):
            if isinstance(each, Submission):
                self._against.append((each.stated or each.article, each.file or ""))
            elif each.is_fault:
                self._problems.append(Problem(str(each)))

    def _look_up(self, in_force: InForce) -> None:
        """Has ``in_force`` say what holds, with the dismissals as they are today."""
        self._in_force, self._day = in_force, date.today()
        self._dismissals = Watch()
        self._dismissals.add([Path(DISMISSALS)])

    def _task(self, article: Article, draft: Draft) -> Task | Unreadable:
        """How the article of a document is checked; all that says so is looked at from now on."""
        place = Path(draft.path).parent if draft.path else Path.cwd()
        self._files.add(folder / name for folder in (place, *place.parents) for name in FILES)
        self._dismissals.add([place / DISMISSALS])
        named = replace(article, id=draft.path or draft.uri)
        (task,) = self._in_force.tasks([Submission(named, file=draft.path)])
        if isinstance(task, Task):
            self._files.add(folders=(*task.settings.rules, *task.settings.kinds))
        return task

    def _others(self, draft: Draft) -> list[tuple[Article | Stated, str]]:
        """What a document is held against, and the files of it: not itself as it was saved."""
        if draft.path is None:
            return self._against
        own = Path(draft.path).resolve()
        return [(other, file) for other, file in self._against if Path(file).resolve() != own]

    def _standing(self, draft: Draft, settings: Settings) -> _Standing:
        standing = self._desks.get(draft.uri)
        if standing is not None and standing.settings == settings:
            return standing
        self.close(draft.uri)
        house, bookmarks = self._in_force.house(draft.path), Bookmarks()

        def read(article: Article, kinds: Mapping[str, Kind]) -> Reading:
            if made.is_stopped():
                raise SupersededError
            return read_article(article, kinds, bookmarks)

        others = self._others(draft)
        desk = Desk(
            kinds=house.kinds,
            rulebook=house.rulebook(settings),
            against=[other for other, _ in others],
            read=read,
        )
        files = tuple(file for _, file in others)
        made = self._desks[draft.uri] = _Standing(desk, settings, files)
        return made
