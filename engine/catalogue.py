"""Kinds and rules explained in words, from the files that declare them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from itertools import starmap
from typing import Any

from .evocations import ROLES, Evocation
from .kinds import Kind
from .report.quoting import shown
from .rulebook.rule import Rule
from .rulebook.shared import Shared

__all__ = ["describe_kind", "describe_rule", "list_kinds", "list_rules"]

_WIDTH = 80
_BESIDE = ("title", "against", "published")
"""What an example has beside its copy."""

_NO_ROLES = ("either", "several", "where")

_LEGEND = (
    'In brackets: words of which one must stand beside it, or none after "not", or what the '
    "article must be about. With a *: only of what is surely a person."
)


def list_rules(rules: Iterable[Rule]) -> str:
    """One line a rule: its name, how grave it is, what it is about."""
    return _table((rule.name, rule.severity, rule.title) for rule in rules)


def list_kinds(kinds: Mapping[str, Kind]) -> str:
    """One line a kind: its name, what it is about."""
    return _table((kind.name, kind.title) for kind in kinds.values())


def _severity(rule: Rule) -> str:
    """How grave it is, and how grave by itself where settings say otherwise."""
    own = rule.document.data["severity"]
    return rule.severity + (f" in this house, {own} by itself" if own != rule.severity else "")


def describe_rule(rule: Rule) -> str:
    """What the rule flags, why, and when not, with its conditions and examples."""
    source = rule.document.data
    lines = [
        f"{rule.name}: {shown(rule.title)}",
        f"{_severity(rule)}, {rule.status}",
        "",
        *_paragraph(rule.why),
        *([""] if rule.exceptions else []),
        *_paragraph(rule.exceptions or ""),
        "",
        *_block("Flags when", source),
        *(line for block in _listed(source.get("unless")) for line in _block("unless", block)),
        *(line for each in rule.shared for line in _shared(each)),
        "",
        *_examples(source.get("tests") or ()),
        "",
        str(rule.document.path),
    ]
    return "\n".join(lines)


def describe_kind(kind: Kind) -> str:
    """What the kind's facts hold, and the words or phrases that state one, with an example each."""
    fields = [
        (name, " | ".join(kind.choices.get(name, (field,))) + _meant(kind, name))
        for name, field in kind.fields.items()
    ]
    if kind.value is not None:
        fields.append(("value", kind.value))
    lines = [f"{kind.name}: {shown(kind.title)}", "", *_indented(_table(fields))]
    for name, evoking in kind.evokes.items():
        for choice, evocations in evoking.items():
            lines += _evoked(kind, name, choice, evocations)
    for pairs in kind.order.values():
        lines += ["", *(f"{low} are at most {high}" for low, high in pairs)]
    if kind.evokes:
        lines += ["", *_paragraph(_LEGEND)]
    for phrase in kind.phrases:
        gives = ", ".join(f"{name} {value}" for name, value in phrase.gives.items())
        lines += ["", shown(phrase.say) + (f"  ({gives})" if gives else "")]
        read = [sentence for test in phrase.tests for sentence in test if sentence != "none"]
        lines += _indented("\n".join(_paragraph(f"“{read[0]}”"))) if read else []
    return "\n".join([*lines, "", str(kind.document.path)])


def _evoked(kind: Kind, name: str, choice: str, evocations: Iterable[Evocation]) -> Iterator[str]:
    """The words that make a field one of its choices, by their role, with an example."""
    for evocation in evocations:
        gives = "".join(f", {field} {value}" for field, value in evocation.gives.items())
        yield from ("", f"{name} {choice}{gives}")
        for role in ROLES:
            words = ", ".join(starmap(_word, evocation.words(role)))
            if words:
                yield from textwrap.wrap(
                    shown(words), _WIDTH, initial_indent=f"  {role:10}", subsequent_indent=" " * 12
                )
    if choice in kind.joined:
        yield f"  also {' and '.join(kind.joined[choice])} together"
    for test in kind.tests:
        for sentence, expected in test.items():
            if not isinstance(expected, str) and expected.get(name) == choice:
                yield from _indented("\n".join(_paragraph(f"“{sentence}”")))
                return


def _word(word: str, beside: Iterable[str]) -> str:
    """A word with those that it needs beside it."""
    return f"{word} ({' | '.join(beside)})" if beside else word


def _meant(kind: Kind, field: str) -> str:
    return f"  ({kind.means[field]})" if field in kind.means else ""


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    """The rows in columns, the last of which may be as long as it is."""
    cells = [[shown(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)][:-1]
    return "\n".join(
        "  ".join([*(f"{cell:{width}}" for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in cells
    )


def _shared(shared: Shared) -> list[str]:
    """What a name stands for that the rule shares with others."""
    held = shared.document.data
    for step in shared.at:
        held = held[step]
    if shared.roles:
        return _block(shared.signature, held)
    return [shared.signature, *(f"  {shown(text)}" for text in shared.where)]


def _block(title: str, block: Mapping[str, Any] | str) -> list[str]:
    """A set of roles and the conditions on them, or the name of a shared one."""
    if isinstance(block, str):
        return [f"{title}  {shown(block)}"]
    roles = block.get("when") or block.get("each") or _roles(block)
    named = ", ".join(f"{role}: {kind}" for role, kind in roles.items())
    if block.get("by"):
        named += f", together where {', '.join(block['by'])} are the same"
    if block.get("several"):
        named += f" (of these {' or '.join(map(str, block['several']))})"
    if block.get("either"):
        named += f", or with {' and '.join(block['either'])} the other way round"
    conditions = [*_listed(block.get("where")), *_listed(block.get("having"))]
    return [f"{title}  {shown(named)}", *(f"  {shown(str(each))}" for each in conditions)]


def _roles(block: Mapping[str, Any]) -> dict[str, Any]:
    return {role: kind for role, kind in block.items() if role not in _NO_ROLES}


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - as written in the file
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _examples(tests: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for test in tests:
        outcome = "flags" if "flags" in test else "quiet"
        given = test[outcome]
        stated = [", ".join(map(str, row.values())) for row in given if isinstance(row, Mapping)]
        beside = [f"{key} {shown(_in_one_line(test[key]))}" for key in _BESIDE if key in test]
        words = shown("; ".join(stated) if stated else str(given))
        words += f"  ({'; '.join(beside)})" if beside else ""
        yield from textwrap.wrap(
            words, _WIDTH, initial_indent=f"{outcome}  ", subsequent_indent="       "
        )


def _in_one_line(value: object) -> str:
    """A title, a day, or other copy."""
    several = value if isinstance(value, list) else [value]
    texts = [each.get("text") if isinstance(each, Mapping) else each for each in several]
    return " / ".join(map(str, texts))


def _paragraph(text: str) -> list[str]:
    return textwrap.wrap(shown(text), _WIDTH)


def _indented(text: str) -> list[str]:
    return textwrap.indent(text, "  ").splitlines()
