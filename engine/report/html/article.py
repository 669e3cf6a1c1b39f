"""One article as HTML: its words with what is stated underlined, and a note for each finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from ...kinds import Kind, load_kinds
from ...model import Fact, Part, Report, Severity, Span
from ...rulebook.wording import day_in_words
from ..quoting import shown
from ..summary import number_of
from .marking import Mark, Writer, paragraphs
from .notes import Note, note
from .passages import Passages
from .readings import clipped, particulars
from .templates import template

__all__ = ["Underlines", "render_article"]

_STATEMENT = 2
"""Marks of statements lie within those of passages and their links."""

_STYLES = 10
"""How many ways to underline the stylesheet has; of more kinds some look alike."""

_HINT = 160


class Underlines:
    """How each kind is underlined, the same all over a page."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, kind: str) -> str:
        """The class of what is of ``kind``: another for each, in the order in which they come."""
        return f"kind-{self._numbers.setdefault(kind, len(self._numbers)) % _STYLES}"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A paragraph with notes beside it, and those behind it that have none."""

    first: Markup
    notes: tuple[Note, ...]
    rest: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class _Listed:
    """The notes of one severity."""

    heading: str
    severity: Severity
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Key:
    """A kind of statement as the key to the underlines has it."""

    name: str
    style: str
    title: str
    number: int


def render_article(
    report: Report,
    *,
    prefix: str = "",
    kinds: Mapping[str, Kind] | None = None,
    underlines: Underlines | None = None,
    with_notes: bool = True,
) -> str:
    """The article of ``report`` as an ``article`` element, for a page that has ``stylesheet()``.

    It needs no script and no ``style`` attribute, and of what is in the copy nothing becomes
    markup. Its headings begin with ``h2``. Without the stylesheet it can still be read.

    Args:
        report: with its facts and findings; spans count in its title and its text.
        prefix: what every ``id`` begins with, so that a page may hold several articles.
        kinds: of the facts, by name; belie's own if not said.
        underlines: those of the page, where it holds several articles.
        with_notes: whether it says what could have been understood better.
    """
    kinds = load_kinds() if kinds is None else kinds
    underlines = underlines or Underlines()
    passages = Passages(report, prefix)
    notes = [note(report, number, passages, kinds) for number in range(1, len(report.findings) + 1)]
    writers = {
        part: Writer(
            _words(report, part),
            [*passages.marks(part), *_statements(report, part, kinds, underlines)],
            passages.behind(part),
        )
        for part in get_args(Part)
    }
    title = report.article.title
    headline = writers["title"].stretch(Span(0, len(title))) if title and title.strip() else None
    above, stretches = _stretches(report, passages, notes, writers["text"])
    return template("article.html").render(
        identity=f"{prefix}article",
        name=shown(report.article.id or "") or "Article",
        headline=headline,
        published=report.article.published,
        published_in_words=report.article.published and day_in_words(report.article.published),
        lists=_lists(notes),
        omitted=[(shown(rule), number) for rule, number in report.omitted.items()],
        problems=[shown(issue.message) for issue in report.errors],
        remarks=[shown(each) for each in report.notes] if with_notes else [],
        key=_key(report, kinds, underlines),
        read="sentences" in report.counts,
        above=above,
        stretches=stretches,
    )


def _words(report: Report, part: Part) -> str:
    return report.article.text if part == "text" else report.article.title or ""


def _statements(
    report: Report, part: Part, kinds: Mapping[str, Kind], underlines: Underlines
) -> Iterator[Mark]:
    """The words of each statement of the article, underlined by its kind."""
    length = len(_words(report, part))
    alike: dict[tuple[Span, str], list[Fact]] = {}
    for fact in _own(report):
        if fact.part == part:
            span = Span(max(fact.span.start, 0), min(fact.span.end, length))
            alike.setdefault((span, fact.kind), []).append(fact)
    for (span, kind), facts in alike.items():
        hints = dict.fromkeys(particulars(each, kinds) for each in facts)
        hint = clipped("; ".join(hints), _HINT)
        yield Mark(span, "span", _STATEMENT, {"class": underlines.of(kind), "title": hint})


def _own(report: Report) -> Iterator[Fact]:
    """The facts of the article itself."""
    return (each for each in report.facts if report.article_of(each) is report.article)


def _stretches(
    report: Report, passages: Passages, notes: Iterable[Note], writer: Writer
) -> tuple[list[Note], list[_Stretch]]:
    """The notes on the headline, and the paragraphs with the notes on each."""
    places = [(passages.first(each.number), each) for each in notes]
    above = [each for (part, _), each in places if part == "title"]
    places = [(place, each) for place, each in places if place[0] == "text"]
    stretches: list[_Stretch] = []
    for paragraph in paragraphs(report.article.text):
        start, end = paragraph.span
        beside = tuple(each for (_, at), each in places if start <= at < end)
        words = Markup('<p class="{}" dir="auto">{}</p>').format(
            paragraph.form, writer.stretch(paragraph.span)
        )
        if beside or not stretches:
            stretches.append(_Stretch(words, beside, ()))
        else:
            last = stretches[-1]
            stretches[-1] = _Stretch(last.first, last.notes, (*last.rest, words))
    return above, stretches


def _lists(notes: Iterable[Note]) -> list[_Listed]:
    """The notes by severity, the gravest first."""
    found: dict[Severity, list[Note]] = {}
    for each in notes:
        found.setdefault(each.severity, []).append(each)
    return [
        _Listed(number_of(len(found[severity]), severity), severity, tuple(found[severity]))
        for severity in get_args(Severity)
        if severity in found
    ]


def _key(report: Report, kinds: Mapping[str, Kind], underlines: Underlines) -> list[_Key]:
    """The kinds of statement that the article has, the most frequent first."""
    numbers = Counter(fact.kind for fact in _own(report))
    return [
        _Key(
            shown(kind.replace("_", " ")),
            underlines.of(kind),
            kinds[kind].title if kind in kinds else "",
            number,
        )
        for kind, number in sorted(numbers.items(), key=lambda each: (-each[1], each[0]))
    ]
