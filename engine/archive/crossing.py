"""An archive held against itself: each of its articles is a draft beside those before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..entries import Submission
from ..kinds import Kind
from ..model import Stated
from .archive import Archive

__all__ = ["as_drafts"]


def as_drafts(archive: Archive, kinds: Mapping[str, Kind]) -> Iterator[Submission]:
    """Each article of an archive with what it states, the earliest first.

    Args:
        archive: what holds them.
        kinds: what facts are of, by name; others are left out.
    """
    for name in archive.in_order():
        report = archive.report(name)
        facts = tuple(fact for fact in report.facts if fact.kind in kinds)
        came = report.article.archived
        file = came.file if came and came.file and Path(came.file).exists() else None
        yield Submission(
            report.article, stated=Stated(report.article, facts, events=report.events), file=file
        )
