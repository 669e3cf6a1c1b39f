"""Reports for people: on a terminal with colour, in a pipe as plain lines.

Whatever comes from an article is shown with its control characters taken out, so that no
copy can steer the terminal of the one who reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from ..errors import SHORTEST_FINGERPRINT
from ..model import (
    Event,
    Fact,
    Finding,
    Mention,
    MentionedDate,
    MentionedName,
    MentionedNumber,
    Name,
    Part,
    Place,
    Quantity,
    Report,
    Span,
    TimeSpan,
    Value,
    days_after,
)
from .located import whereabouts
from .quoting import archived, quotation, shown, visible, why
from .summary import STYLES, number_of

if TYPE_CHECKING:
    from ..near_misses import NearMiss

__all__ = [
    "happened",
    "particulars",
    "render_events",
    "render_facts",
    "render_findings",
    "render_mentions",
    "render_misses",
]

_LABEL = 9
_MOST_LISTED = 5
_STEM = 4


def render_findings(report: Report, *, colour: bool, width: int) -> str:
    """The findings, each with its passages quoted and the reason between them.

    Args:
        report: what was found.
        colour: whether to mark passages in bold and severities in colour; otherwise a
            passage stands between « and ».
        width: columns to wrap at.

    Returns:
        Lines, with an empty one after each finding; empty when there is none.
    """
    console = _console(colour, width)
    for finding in report.findings:
        _print_finding(console, report, finding, colour)
    for rule, number in report.omitted.items():
        console.print(f"and {number:,} more of {shown(rule)}\n", soft_wrap=True)
    return _printed(console)


def render_misses(report: Report, misses: Sequence[NearMiss], *, colour: bool, width: int) -> str:
    """What a rule nearly flagged: the passages, and what kept it quiet.

    Args:
        report: of the article, with those it was held against.
        misses: the nearest first.
        colour: as for ``render_findings``.
        width: columns to wrap at.
    """
    console = _console(colour, width)
    for miss in misses:
        number = len(miss.missed)
        by = (
            f"{number_of(number, 'condition')} of the rule"
            if number
            else "an exception to the rule"
        )
        console.print(Text(f"kept quiet by {by}", "bold"))
        for label, quote, _ in _passages(report, list(miss.facts.values()), colour):
            _print_labelled(console, label, quote)
        for reason in miss.missed:
            _print_labelled(console, "since", Text(shown(reason.text), "italic"))
            _print_labelled(console, "asked", Text(shown(reason.condition), "dim"))
        for role, fact in miss.undone_by.items():
            _print_labelled(console, role, Text(f"«{shown(fact.text)}»", "italic"))
        console.print()
    return _printed(console)


def render_facts(report: Report, *, colour: bool, width: int) -> str:
    """The facts, each with its passage, its fields and its place; see ``render_findings``."""
    console = _console(colour, width)
    for fact in report.facts:
        where = whereabouts(report.article, fact.part, fact.span)
        console.print(
            Text.assemble((where, "dim"), f"  {fact.id}  ", (fact.kind, "bold")), soft_wrap=True
        )
        text = report.article.text if fact.part == "text" else report.article.title or ""
        _print_labelled(console, "passage", quotation(text, fact.span, [fact], colour))
        for name, value in (*particulars(fact), *happened(fact, report)):
            _print_labelled(console, name, Text(value))
        console.print()
    return _printed(console)


def render_events(report: Report, *, colour: bool, width: int) -> str:
    """The happenings, each with the passages of the facts about it; see ``render_findings``."""
    console = _console(colour, width)
    for event in report.events:
        where = whereabouts(report.article, event.part, event.span)
        line = Text.assemble((where, "dim"), f"  {event.id}  ", (_event(event), "bold"))
        console.print(line, soft_wrap=True)
        for fact in report.facts:
            if fact.event == event.id:
                text = report.article.text if fact.part == "text" else report.article.title or ""
                quote = quotation(text, fact.sentence, [fact], colour)
                where = whereabouts(replace(report.article, id=None), fact.part, fact.span)
                _print_labelled(console, where, quote)
        console.print()
    return _printed(console)


def happened(fact: Fact, report: Report) -> Iterator[tuple[str, str]]:
    """Which happening a fact is about, in words."""
    if fact.event is not None:
        own = report.event_of(fact)
        yield "event", f"{fact.event}: {_event(own)}" if own is not None else shown(fact.event)


def _event(event: Event) -> str:
    """A happening in words: what, where and when."""
    named = event.text.casefold() == event.class_
    told = [event.text if named else f"{event.text} ({event.class_})"]
    told += [event.place.key] if event.place is not None else []
    told += [_days(event.time.start, event.time.end)] if event.time is not None else []
    told += ["before the story"] if event.past else []
    return shown(", ".join(told))


def render_mentions(report: Report, *, colour: bool, width: int) -> str:
    """The mentions, a line each: where it stands, its words, and what they mean."""
    console = _console(colour, width)
    for mention in report.mentions or ():
        where = whereabouts(report.article, mention.part, mention.span)
        words = visible(mention.text)
        line = Text.assemble(
            (where, "dim"),
            f"  {mention.type}  ",
            (words if colour else f"«{words}»", "bold"),
            f"  {_meaning(mention)}",
        )
        console.print(line, soft_wrap=True)
    return _printed(console)


def _meaning(mention: Mention) -> str:
    match mention:
        case MentionedNumber(low=low, high=high, hedge=hedge, unit=unit):
            return _amount(Quantity(low, high, hedge, unit))
        case MentionedDate(precision=None):
            return mention.sort
        case MentionedDate(start=start, end=end, precision=precision):
            return f"{_days(start, end)} ({precision})"
        case MentionedName():
            return " ".join(filter(None, (mention.sort, shown(mention.name or ""))))


def _console(colour: bool, width: int) -> Console:
    return Console(
        file=StringIO(),
        force_terminal=colour,
        color_system="standard" if colour else None,
        width=max(width, 3 * _LABEL),
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def _printed(console: Console) -> str:
    assert isinstance(console.file, StringIO)  # noqa: S101 - made so by _console
    return console.file.getvalue()


def _print_finding(console: Console, report: Report, finding: Finding, colour: bool) -> None:
    facts = list(finding.facts.values())
    first = report.passages(finding)[0]
    console.print(
        Text.assemble(
            (whereabouts(report.article, first.part, first.span), "dim"),
            "  ",
            (finding.severity, STYLES[finding.severity]),
            f"  {finding.rule}",
            (f"  {finding.fingerprint[:SHORTEST_FINGERPRINT]}" if colour else "", "dim"),
        ),
        soft_wrap=True,
    )
    for line in Text(shown(finding.message), "bold").wrap(console, console.width):
        line.rstrip()
        console.print(line)
    console.print()
    reason = why(finding)
    roles = {fact.id: role for role, fact in finding.facts.items()}
    for index, (label, quote, stated) in enumerate(_passages(report, facts, colour)):
        _print_labelled(console, label, quote)
        if about := archived(report.article_of(stated[0])):
            _print_labelled(console, "archived", Text(about, "dim"))
        for words in _meant(finding, [roles[fact.id] for fact in stated], quote.plain, reason):
            _print_labelled(console, "read as", Text(words, "dim"))
        if index == 0:
            _print_labelled(console, "because", Text(reason, "italic"))
    _print_list(console, "also", [_passage(report, [fact]) for fact in finding.also])
    others = [_passage(report, each.facts) for each in finding.alternatives]
    _print_list(console, "further", others)
    console.print()


def _passage(report: Report, facts: Sequence[Fact]) -> str:
    """Where the first of ``facts`` stands and what it says, and how many say the same."""
    first, *more = facts
    times = f" (and {len(more):,} more that say so)" if more else ""
    return f"{_where(report, first)}: {shown(first.text)}{times}"


def _print_list(console: Console, label: str, lines: Sequence[str]) -> None:
    """The first of ``lines``, and how many more there are."""
    listed = [*lines[:_MOST_LISTED]]
    if len(lines) > _MOST_LISTED:
        listed.append(f"and {len(lines) - _MOST_LISTED:,} more")
    for number, line in enumerate(listed):
        _print_labelled(console, "" if number else label, Text(line, "dim"))


def _meant(finding: Finding, roles: Sequence[str], sentence: str, reason: str) -> Iterator[str]:
    """Who, where and when is meant, a fact a line, as far as nothing shown says it already."""
    seen = f"{shown(finding.message)} {reason}".casefold()
    lines = dict.fromkeys(
        ", ".join(
            words
            for words in map(shown, finding.meant.get(role, ()))
            if not _is_said(words, sentence.casefold()) and not _is_said(words, seen)
        )
        for role in roles
    )
    return (line for line in lines if line)


def _is_said(words: str, text: str) -> bool:
    """Whether each word of ``words`` stands in ``text``; of a date the year may be left out.

    "Syrian" says "Syria": of a long word its beginning will do.
    """
    wanted = re.findall(r"\w+", words.casefold())
    if len(wanted) > 1 and wanted[0] in ("on", "in", "from"):
        wanted = wanted[1:]
    if len(wanted) > 1 and re.fullmatch(r"\d{4}", wanted[-1]):
        wanted = wanted[:-1]
    there = {word[:_STEM] for word in re.findall(r"\w+", text)}
    return all(word[:_STEM] in there for word in wanted)


def _passages(
    report: Report, facts: Sequence[Fact], colour: bool
) -> Iterator[tuple[str, Text, Sequence[Fact]]]:
    """Each sentence once, every passage of ``facts`` in it marked, in the order of the facts."""
    by_sentence: dict[tuple[str | None, Part, Span], list[Fact]] = {}
    for fact in facts:
        by_sentence.setdefault((fact.article, fact.part, fact.sentence), []).append(fact)
    for (_, part, sentence), stated in by_sentence.items():
        first = min(stated, key=lambda fact: fact.span)
        article = report.article_of(first)
        text = article.text if part == "text" else article.title or ""
        yield _where(report, first), quotation(text, sentence, stated, colour), stated


def _where(report: Report, fact: Fact) -> str:
    """Where ``fact`` stands; the article is not named where it is the one checked."""
    article = report.article_of(fact)
    where = article if article is not report.article else replace(article, id=None)
    return whereabouts(where, fact.part, fact.span)


def _print_labelled(console: Console, label: str, text: Text) -> None:
    """``text`` wrapped in a column, ``label`` to its left, or above it where it is long."""
    margin = " " * (_LABEL + 2)
    head = f"  {label:{_LABEL}}"
    if len(label) >= _LABEL:
        console.print(Text(f"  {label}", "dim"), soft_wrap=True)
        head = margin
    for line in text.wrap(console, console.width - len(margin)):
        line.rstrip()
        console.print(Text.assemble((head, "" if head == margin else "dim"), line))
        head = margin


def particulars(fact: Fact) -> Iterator[tuple[str, str]]:
    """What is known of a fact, by name, in words."""
    yield from ((name, _words(value)) for name, value in fact.fields.items() if value is not None)
    if fact.value is not None:
        yield "value", _words(fact.value)
    if fact.time is not None:
        yield "time", _words(fact.time)
    if fact.source is not None:
        yield "source", _words(fact.source)
    if fact.stance != "asserted":
        yield "stance", fact.stance
    if fact.part_of is not None:
        yield "part of", fact.part_of


def _words(value: Value) -> str:
    match value:
        case Name() | Place():
            return shown(value.key)
        case Quantity():
            return _amount(value)
        case TimeSpan():
            return f"{_days(value.start, value.end)} ({value.precision})"
        case _:
            return shown(value)


def _amount(value: Quantity) -> str:
    if value.low is None or value.high is None:
        bound = value.high if value.low is None else value.low
        hedge = value.hedge or ("at most" if value.low is None else "at least")
        words = f"{hedge} {bound:,f}" if bound is not None else "unknown"
    elif value.low == value.high:
        words = f"{value.hedge} {value.low:,f}" if value.hedge else f"{value.low:,f}"
    else:
        words = f"{value.low:,f} to {value.high:,f}"
    return f"{words} {shown(value.unit)}" if value.unit else words


def _days(start: date | None, end: date | None) -> str:
    first = start.isoformat() if start else "…"
    day_before = days_after(end, -1) if end else None
    last = day_before.isoformat() if day_before else "…"
    return first if first == last else f"{first} to {last}"
