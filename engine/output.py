"""Reports to where they are wanted, in the form that is wanted, and a count of what was said."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from .containment import contained
from .model import Issue, Report
from .sources import STANDARD_INPUT
from .stopping import whole
from .tally import Tally

if TYPE_CHECKING:
    from .kinds import Kind
    from .near_misses import NearMiss
    from .rulebook.rule import Rule

__all__ = [
    "Extent", "Format", "Show", "Tally", "abandon", "appearance", "complain", "complain_of",
    "misplaced", "open_output", "partial_of", "show_statistics", "write_misses", "write_reports",
]  # fmt: skip

Format = Literal["text", "json", "jsonl", "sarif", "github", "html", "annotation", "csv", "parquet"]
Show = Literal["findings", "facts", "mentions", "events"]

_List = tuple[str, Callable[[Report], str], Callable[[], str]]
"""A form of one list: how it begins, what a report is in it, and how it ends."""

PIPE_WIDTH = 80
"""Columns at which text is wrapped where there is no terminal to ask."""


def complain(problem: str) -> None:
    """``problem`` as one line on standard error."""
    from .report.quoting import shown

    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"belie: {shown(problem)}\n")


def misplaced(output: Path, names: Iterable[str]) -> str | None:
    """What is wrong with writing to ``output`` when the files and folders ``names`` are read."""
    target = output.resolve()
    for name in names:
        with suppress(OSError):
            read = os.fstat(0) if name == STANDARD_INPUT else os.stat(name)  # noqa: PTH116
            if target.is_file() and os.path.samestat(target.stat(), read):
                return f"{output}: is read too; write elsewhere"
            if Path(name).is_dir() and target.is_relative_to(Path(name).resolve()):
                return f"{output}: is inside {name}, which is read; write elsewhere"
    return None


@contextmanager
def open_output(
    path: Path | None, *, parquet: bool = False, resumed: bool = False
) -> Iterator[TextIO]:
    """A stream to ``path``, or to standard output, which closing leaves open.

    What is written to a file stands aside until all is written, and then takes its place. Where
    that does not come about, the file stays as it is, and what was written before is kept
    beside it as ``PATH.partial``, and that is said. What is no file, such as ``/dev/stdout`` or
    a named pipe, is written to as it is.

    Args:
        path: where to.
        parquet: whether the table that is written becomes Parquet at the end.
        resumed: whether it is ``PATH.partial`` that is written on, and that stays whatever
            happens until all is written.

    Raises:
        OSError: when it cannot be written to.
    """
    if path is None:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "it is closed")
        yield sys.stdout
        return
    target = path.resolve()
    if path.is_relative_to("/dev") or (target.exists() and not target.is_file()):
        with _opened(path, "a") as stream:
            yield stream
        return
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    aside = partial_of(target) if resumed else target.with_name(f".belie-{os.urandom(8).hex()}")
    try:
        with _opened(aside, "a" if resumed else "x") as stream:
            yield stream
        if parquet:
            from .report.table import as_parquet

            made = aside.with_name(f"{aside.name}.parquet")
            as_parquet(aside, made)
            made.replace(aside)
        if target.exists():
            aside.chmod(stat.S_IMODE(target.stat().st_mode))
        aside.replace(target)
    except BaseException:
        _keep(aside, path)
        raise


def partial_of(path: Path) -> Path:
    """Where the beginning of ``path`` stands for as long as it is not written to the end."""
    return path.with_name(f"{path.name}.partial")


def _opened(path: Path, mode: Literal["a", "x"]) -> TextIO:
    return path.open(mode, encoding="utf-8", errors="backslashreplace", newline="\n")


def _keep(aside: Path, path: Path) -> None:
    """Keeps what was written of ``path`` beside it."""
    with suppress(OSError):
        if aside.stat().st_size:
            beside = partial_of(path)
            aside.replace(path.resolve().with_name(beside.name))
            complain(f"{path}: was not written to the end; what was finished is in {beside}")
        else:
            aside.unlink()


def abandon(stream: TextIO) -> None:
    """Has all that is still to be written to ``stream``, which takes no more, go nowhere."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is written.

    Attributes:
        alone: whether of a report only the findings are, with the facts that they name.
        quiet: whether as text only the findings are, without a closing line and notes.
    """

    alone: bool = False
    quiet: bool = False


def write_reports(  # noqa: PLR0913 - what is written, where, and how each form needs it
    reports: Iterable[Report],
    tally: Tally,
    stream: TextIO,
    wanted: Format,
    show: Show,
    *,
    rules: Collection[Rule] = (),
    extent: Extent = Extent(),
    kinds: Mapping[str, Kind] | None = None,
) -> None:
    """Writes each report as it comes, and for ``text`` a closing line.

    As ``json`` they are one object for one article, else an array, which is closed also when
    ``reports`` are broken off. As ``sarif`` they are one log, which at the end names the ``rules``
    that were applied, and may have come to be known only then, and as ``annotation`` a page of
    annotations. As ``html`` they are one page, which is written at the end, and says so where
    ``reports`` were broken off. As ``csv``, and as ``parquet``, which is made of that, they are the
    rows of a table of facts of ``kinds``, which are belie's own if not said.

    Raises:
        OSError: when ``stream`` takes no more; what was written before is whole.
    """
    reports = _counted(reports, tally)
    if extent.alone:
        from .report.json import findings_alone

        reports = map(findings_alone, reports)
    if wanted == "text":
        _write_text(reports, tally, stream, show, quiet=extent.quiet)
    elif wanted in ("csv", "parquet"):
        from .kinds import load_kinds
        from .report.table import Table

        table = Table((kinds or load_kinds()).values())
        _put(stream, table.heading())
        _write_each(reports, tally, stream, table.rows)
    elif wanted == "jsonl":
        from .report.json import json_line

        _write_each(reports, tally, stream, lambda each: f"{json_line(each)}\n")
    elif wanted == "github":
        from .report.github import render_annotations

        _write_each(reports, tally, stream, render_annotations)
    elif wanted in ("sarif", "annotation"):
        _write_list(reports, tally, stream, _list_of(wanted, rules))
    elif wanted == "html":
        _write_page(reports, tally, stream, rules, quiet=extent.quiet)
    else:
        _write_json(reports, tally, stream)


def _write_each(
    reports: Iterable[Report], tally: Tally, stream: TextIO, render: Callable[[Report], str]
) -> None:
    for report in reports:
        _put(stream, _rendered(render, report, tally))


def _list_of(wanted: Format, rules: Collection[Rule]) -> _List:
    if wanted == "annotation":
        from .report.annotation import AnnotationPage

        page = AnnotationPage()
        return AnnotationPage.HEAD, page.items, page.end
    from .report.sarif import SARIF_HEAD, sarif_end, sarif_results

    return SARIF_HEAD, sarif_results, lambda: sarif_end(rules)


def _write_list(reports: Iterable[Report], tally: Tally, stream: TextIO, form: _List) -> None:
    """Writes a head, what each report comes to, with commas between, and an end in any case."""
    head, render, end = form
    _put(stream, head)
    separator = "\n"
    try:
        for report in reports:
            if written := _rendered(render, report, tally):
                with whole():
                    _put(stream, f"{separator}{written}")
                    separator = ",\n"
    finally:
        _put(stream, end())


def _write_page(
    reports: Iterable[Report],
    tally: Tally,
    stream: TextIO,
    rules: Collection[Rule],
    *,
    quiet: bool,
) -> None:
    from .kinds import load_kinds
    from .report.html import Page
    from .report.summary import summary_lines

    with Page(quiet=quiet) as page:
        stopped = True
        try:
            for report in reports:
                kinds = {each.name: each for rule in rules for each in rule.kinds.values()}
                render = partial(page.render, kinds={**load_kinds(), **kinds})
                if article := _rendered(render, report, tally):
                    page.add(report, article)
            stopped = False
        finally:
            for piece in page.pieces(tally, summary_lines(tally), stopped=stopped):
                _put(stream, piece)


def _write_json(reports: Iterable[Report], tally: Tally, stream: TextIO) -> None:
    from .report.json import json_text

    array = _Array(stream, tally)
    waiting: list[Report] = []  # the first, which is no array if it stays alone
    try:
        for report in reports:
            waiting.append(report)
            if array.begun or len(waiting) > 1:
                array.take(waiting)
    except OSError:
        raise
    except BaseException:
        array.take(waiting)
        array.close()
        raise
    if waiting and not tally.unread:
        _put(stream, f"{_rendered(json_text, waiting[0], tally)}\n")
    else:
        array.take(waiting)
        array.close()


class _Array:
    """An array of reports in JSON, which is written one by one."""

    def __init__(self, stream: TextIO, tally: Tally) -> None:
        self._stream = stream
        self._tally = tally
        self.begun = False

    def take(self, reports: list[Report]) -> None:
        """Writes ``reports`` and empties the list."""
        from .report.json import json_item

        with whole():
            for report in reports:
                if item := _rendered(json_item, report, self._tally):
                    _put(self._stream, f"{',' if self.begun else '['}\n  {item}")
                    self.begun = True
            reports.clear()

    def close(self) -> None:
        """Writes its end."""
        _put(self._stream, "\n]\n" if self.begun else "[]\n")


def _put(stream: TextIO, piece: str) -> None:
    """Writes ``piece`` as a whole, or where that cannot be, as on a full disk, none of it."""
    start = stream.tell() if stream.seekable() else None
    try:
        with whole():
            stream.write(piece)
            stream.flush()
    except OSError:
        if start is not None:
            with suppress(OSError):
                os.ftruncate(stream.fileno(), start)
        abandon(stream)
        raise


def _rendered(render: Callable[[Report], str], report: Report, tally: Tally) -> str:
    """``report`` as ``render`` has it; nothing where there is a fault in that, which is said."""
    faults: list[Issue] = []
    with contained(faults, "the report was not written"):
        return render(report)
    complain_of(replace(report, errors=tuple(faults)))
    tally.failed += not report.errors
    return ""


def _counted(reports: Iterable[Report], tally: Tally) -> Iterator[Report]:
    for report in reports:
        tally.add(report)
        if report.errors:
            complain_of(report)
        yield report


def complain_of(report: Report) -> None:
    """What could not be checked or read of an article, a line each on standard error."""
    from .report.located import whereabouts

    for issue in report.errors:
        where = whereabouts(report.article, issue.part, issue.span)
        complain(f"{where}: {issue.message}")


def write_misses(rule: Rule, report: Report, misses: Sequence[NearMiss], stream: TextIO) -> None:
    """Writes what a rule nearly flagged in an article, and how often it flagged something."""
    from .report.located import whereabouts
    from .report.text import render_misses

    colour, width = appearance(stream)
    stream.write(render_misses(report, misses, colour=colour, width=width))
    flagged = f"{len(report.findings):,} flagged" if report.findings else "Nothing flagged"
    near = f"{len(misses):,} nearly flagged" if misses else "nothing nearly flagged"
    read = {fact.kind for fact in report.facts}
    lacking = dict.fromkeys(x.name for x in rule.kinds.values() if x.name not in read)
    unread = f"; no {' and no '.join(lacking)} was read" if lacking else ""
    stream.write(f"{flagged}, {near} in {whereabouts(report.article, None, None)}{unread}\n")


def show_statistics(tally: Tally, extent: Extent, *, beneath: bool) -> None:
    """How many facts and findings of each sort there were: ``beneath`` these, or on their own."""
    from .report.summary import render_statistics

    text = render_statistics(tally.articles, tally.kinds, tally.rules)
    stream = sys.stdout if beneath else sys.stderr
    if stream is not None:
        stream.write(f"\n{text}" if beneath and not extent.quiet else text)


def appearance(stream: TextIO) -> tuple[bool, int]:
    """Whether ``stream`` takes colour, and how many columns it has."""
    terminal = stream.isatty()
    colour = terminal and os.environ.get("TERM") != "dumb"
    return colour, shutil.get_terminal_size().columns if terminal else PIPE_WIDTH


def _write_text(
    reports: Iterable[Report], tally: Tally, stream: TextIO, show: Show, *, quiet: bool
) -> None:
    from .report.summary import render_notes, summary_lines
    from .report.text import (
        render_events,
        render_facts,
        render_findings,
        render_mentions,
    )

    colour, width = appearance(stream)
    render = {
        "findings": render_findings,
        "facts": render_facts,
        "events": render_events,
        "mentions": render_mentions,
    }[show]
    for report in reports:
        _put(stream, _rendered(partial(render, colour=colour, width=width), report, tally))
    if quiet:
        return
    lines = summary_lines(tally, looked_for=show == "findings")
    _put(stream, "".join(f"{line}\n" for line in lines))
    _put(stream, render_notes(tally.notes, tally.noted, tally.articles))
