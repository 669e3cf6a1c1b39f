"""The words of the copy as they are shown: safe to print, with the passages in question marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..model import Article, Fact, Finding, Provenance, Span

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["archived", "argued", "came", "quotation", "shown", "visible", "why"]

# By Unicode category. Format characters, which reorder text, go; the others leave a mark.
_INVISIBLE = {"Cc": "\ufffd", "Cf": "", "Cs": "\ufffd", "Co": "\ufffd", "Cn": "\ufffd"}


def shown(text: str) -> str:
    """``text`` on one line and safe to print: nothing in it that a terminal would obey."""
    return visible(text).strip()


def came(provenance: Provenance) -> str:
    """How an article came into an archive: who added it, when, and from which file."""
    words = f"added by {provenance.by} on {provenance.at:%Y-%m-%d}"
    if provenance.file is None:
        return words
    line = "" if provenance.line is None else f":{provenance.line}"
    return f"{words} from {provenance.file}{line}"


def archived(article: Article) -> str:
    """What an article of an archive is, and how it came there; empty where it is of none."""
    if article.archived is None:
        return ""
    title = f"«{article.title}»" if article.title else ""
    day = "" if article.published is None else f"published on {article.published}"
    return ", ".join(filter(None, map(shown, (title, day, came(article.archived)))))


def argued(finding: Finding) -> str:
    """What a finding says, with why its statements cannot stand together, on one line."""
    return " – ".join(filter(None, (shown(finding.message), why(finding))))


def why(finding: Finding) -> str:
    """Why it cannot stand, nothing said twice; all reasons where none sets facts side by side."""
    beside = [reason.text for reason in finding.because if reason.beside]
    reasons = beside or [reason.text for reason in finding.because]
    said = [finding.argument] if finding.argument else reasons
    return "; ".join(dict.fromkeys(part for text in said for part in shown(text).split("; ")))


def quotation(text: str, sentence: Span, facts: Iterable[Fact], colour: bool) -> Text:
    """The sentence with the passages marked, in bold or between « and »."""
    from rich.text import Text

    spans = _merged(_closed(text, fact.span) for fact in facts)
    position = min(sentence.start, spans[0].start)
    quoted = Text()
    for span in spans:
        quoted.append(visible(text[position : span.start]))
        passage = visible(text[span.start : span.end])
        quoted.append(passage if colour else f"«{passage}»", "bold")
        position = span.end
    quoted.append(visible(text[position : sentence.end]))
    return quoted


def _closed(text: str, span: Span) -> Span:
    """``span`` with the bracket behind it that closes one within."""
    passage = text[span.start : span.end]
    is_open = passage.count("(") > passage.count(")") and text[span.end : span.end + 1] == ")"
    return Span(span.start, span.end + 1) if is_open else span


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def visible(text: str) -> str:
    """``text`` on one line, without what a terminal would obey; spaces at its ends stay."""
    spaced = re.sub(r"\s+", " ", text)
    if spaced.isprintable():
        return spaced
    return "".join(_INVISIBLE.get(unicodedata.category(each), each) for each in spaced)
