"""How belie reads the statement under the cursor, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..kinds import Kind
from ..model import Fact, Report
from ..report.quoting import shown
from ..report.text import happened, particulars

__all__ = ["reading_at"]


def reading_at(offset: int, report: Report, kinds: Mapping[str, Kind]) -> str:
    """What each statement at an offset of the document is read as, the shortest first.

    Args:
        offset: in code points, into the document as it was checked.
        report: on it.
        kinds: of its facts, by name.

    Returns:
        Some lines for each, with an empty one between two; empty where there is none.
    """
    stated = [fact for fact in report.facts if _is_at(offset, fact, report)]
    stated.sort(key=lambda fact: fact.span.end - fact.span.start)
    return "\n\n".join("\n".join(_lines(fact, report, kinds)) for fact in stated)


def _is_at(offset: int, fact: Fact, report: Report) -> bool:
    article = report.article
    if fact.article != article.id:
        return False
    found = article.locate(fact.part, fact.span)
    return found.start is not None and found.span.start <= offset < found.span.end


def _lines(fact: Fact, report: Report, kinds: Mapping[str, Kind]) -> Iterator[str]:
    """The passage, of what kind it is, and what is known of it, a line each."""
    yield f"“{shown(fact.text)}”"
    yield f"{fact.kind}: {shown(kinds[fact.kind].title)}"
    for name, words in (*particulars(fact), *happened(fact, report)):
        yield f"  {name.replace('_', ' ')}: {words}"
