"""Findings as web annotations, which tools for annotating show beside the copy.

https://www.w3.org/TR/annotation-model/. A finding is an annotation whose targets are its passages,
each in the copy where it stands, and whose bodies are what belie says of them, the rule and the
severity. All of a run are the first page of a collection. The same run gives the same ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from ..model import STATED, Article, Fact, Finding, Report, Span
from .json import json_value
from .quoting import argued

__all__ = ["AnnotationPage"]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Code points before and behind a passage that tell it from another of the same words."""

_MARKED_UP = (".html", ".htm")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # a letter alone is a drive
_RESERVED = ":/?#[]@!$&'()*+,;=%"


class AnnotationPage:
    """Writes a page of annotations, report by report."""

    HEAD = (
        f'{{"@context": "{_CONTEXT}", "type": "AnnotationCollection", "label": "belie", "first": '
    )
    HEAD += '{"type": "AnnotationPage", "startIndex": 0, "items": ['
    """What it begins with."""

    def __init__(self) -> None:
        self._ids: list[str] = []

    def items(self, report: Report) -> str:
        """The findings of a report, with a comma and a line break between two."""
        made = [_annotation(finding, report) for finding in report.findings]
        self._ids += [each["id"] for each in made]
        return ",\n".join(map(json_value, made))

    def end(self) -> str:
        """What closes it, once all reports are written."""
        collection, page = (_name(kind, *self._ids) for kind in ("collection", "page"))
        inner = f'"id": "{page}", "partOf": "{collection}"'
        return f'], {inner}}}, "id": "{collection}", "total": {len(self._ids)}}}\n'


def _annotation(finding: Finding, report: Report) -> dict[str, Any]:
    articles = {each.id: each for each in (*report.against, report.article)}
    passages = [(fact, articles[fact.article]) for fact in report.passages(finding)]
    return {
        "id": _name("finding", report.article.id or "", finding.fingerprint),
        "type": "Annotation",
        "motivation": "assessing",
        "generator": {"type": "Software", "name": f"belie {version('belie')}"},
        "body": [
            _body(argued(finding), "assessing"),
            _body(finding.rule, "classifying"),
            _body(finding.severity, "classifying"),
        ],
        "target": [
            {"source": _source(article), "selector": [*_selectors(fact, article)]}
            for fact, article in passages
        ],
    }


def _body(text: str, purpose: str) -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "value": text,
        "format": "text/plain",
        "language": "en",
        "purpose": purpose,
    }


def _selectors(fact: Fact, article: Article) -> Iterator[dict[str, Any]]:
    """By which words a passage is found, and at which code points, where these can be told.

    In a page they cannot, for what of it counts as text is up to each tool; nor can they of a
    title that is kept apart from the text.
    """
    if fact.phrase.endswith(STATED):
        yield {"type": "TextQuoteSelector", "exact": fact.text}
        return
    found = article.locate(fact.part, fact.span)
    if found.start is None or _is_page(article):
        own = article.text if fact.part == "text" else article.title or ""
        yield _quoted(own, fact.span)
        return
    source = article.text if article.origin is None else article.origin.text
    yield _quoted(source, found.span)
    yield {"type": "TextPositionSelector", "start": found.span.start, "end": found.span.end}


def _quoted(text: str, span: Span) -> dict[str, Any]:
    start, end = span
    return {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }


def _is_page(article: Article) -> bool:
    """Whether it was read from HTML, be that a page or what a system keeps as a body."""
    marked_up = PurePath(article.id or "").suffix.lower() in _MARKED_UP
    return article.origin is not None and (marked_up or article.entry is not None)


def _source(article: Article) -> str:
    """The article as an IRI: its id, where that is one or else a path."""
    name = article.id or "article"
    return quote(name, safe=_RESERVED if _SCHEME.match(name) else "/")


def _name(*parts: str) -> str:
    """An IRI that follows from ``parts``."""
    return uuid5(NAMESPACE_URL, "\n".join(("belie", *parts))).urn
