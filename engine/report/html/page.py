"""A page of several articles, or of one: it asks the network for nothing and runs nothing.

The index is at the head of the page and names the worst article first, which is only known when
the last one is checked. Meanwhile the articles stand aside in a temporary file, so that however
many there are, memory holds a line of the index for each. Setting the index last and moving it up
by stylesheet would save the file, but then whoever hears the page, prints it or reads it without
a stylesheet comes to the index last.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile, gettempdir
from typing import get_args

from ...closing import Closing
from ...kinds import Kind
from ...model import Report, Severity
from ...stopping import whole
from ...tally import Tally
from ..quoting import shown
from .article import Underlines, render_article
from .passages import SYMBOLS
from .templates import stylesheet, template

__all__ = ["Page", "policy"]

_IN_MEMORY = 1 << 20  # bytes
_CHUNK = 1 << 16  # characters


def policy() -> str:
    """The content security policy of a page: its stylesheet, and nothing else from anywhere."""
    digest = b64encode(hashlib.sha256(stylesheet().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True, slots=True)
class _Entry:
    """An article as the index has it."""

    identity: str
    name: str
    title: str
    numbers: Mapping[Severity, int]
    failed: bool

    @property
    def grave(self) -> tuple[int, ...]:
        """What sorts the worst first."""
        return tuple(-self.numbers.get(severity, 0) for severity in get_args(Severity))


class Page(Closing):
    """A page that is made article by article, and read out when all are there.

    Args:
        quiet: whether articles in which nothing was found, and notes, are left out.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self._aside = SpooledTemporaryFile(  # noqa: SIM115 - closed with the page
            _IN_MEMORY, "w+", encoding="utf-8", newline=""
        )
        self._quiet = quiet
        self._underlines = Underlines()
        self._entries: list[_Entry] = []

    def close(self) -> None:
        """Takes away what stands aside."""
        self._aside.close()

    def render(self, report: Report, kinds: Mapping[str, Kind] | None = None) -> str:
        """The article of ``report``, to be added; nothing where it is left out.

        Args:
            report: what was found.
            kinds: of its facts, as for ``render_article``.
        """
        if self._quiet and not (report.findings or report.errors):
            return ""
        return render_article(
            report,
            prefix=f"a{len(self._entries) + 1}-",
            kinds=kinds,
            underlines=self._underlines,
            with_notes=not self._quiet,
        )

    def add(self, report: Report, article: str) -> None:
        """Sets the ``article`` that was made of ``report`` behind the others.

        Raises:
            OSError: when there is no room for what stands aside.
        """
        numbers = Counter(finding.severity for finding in report.findings)
        severities = {finding.rule: finding.severity for finding in report.findings}
        for rule, number in report.omitted.items():
            numbers[severities[rule]] += number
        name, title = shown(report.article.id or "") or "Article", shown(report.article.title or "")
        entry = _Entry(
            f"a{len(self._entries) + 1}-article", name, title, numbers, bool(report.errors)
        )
        try:
            with whole():
                self._aside.write(article)
                self._entries.append(entry)
        except OSError as failure:
            raise OSError(failure.errno, f"{failure.strerror} in {gettempdir()}") from failure

    def pieces(
        self, tally: Tally, summary: Sequence[str], *, stopped: bool = False
    ) -> Iterator[str]:
        """The page from its beginning to its end.

        Args:
            tally: of what was found by each rule.
            summary: the lines over everything.
            stopped: whether articles are missing since the run was ended, which is said.
        """
        yield template("head.html").render(
            policy=policy(),
            style=stylesheet(),
            title=self._title(),
            summary=summary,
            stopped=stopped,
            rules=self._rules(tally),
            several=len(self._entries) > 1,
            flagged=sorted((e for e in self._entries if e.numbers), key=lambda e: e.grave),
            others=[each for each in self._entries if not each.numbers],
            severities=get_args(Severity),
        )
        self._aside.seek(0)
        while chunk := self._aside.read(_CHUNK):
            yield chunk
        yield template("end.html").render()

    def _title(self) -> str:
        names = [entry.title or entry.name for entry in self._entries]
        return names[0] if len(names) == 1 else f"{len(names):,} articles"

    def _rules(self, tally: Tally) -> list[tuple[str, str, Severity, int]]:
        """By severity and then the most frequent first."""
        return [
            (SYMBOLS[severity], shown(rule), severity, number)
            for severity in get_args(Severity)
            for (its, rule), number in sorted(
                tally.rules.items(), key=lambda each: (-each[1], each[0])
            )
            if its == severity
        ]
