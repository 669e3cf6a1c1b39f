"""The examples inside kinds, run: every phrase must read what its file says it reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ..kinds import Kind, PhraseSource
from ..knowledge import TestResult
from ..model import Article, Fact, Name, Place, Quantity, Value
from .derived import negated, passive
from .reader import found_phrases, phrase_names, read_article

__all__ = ["PUBLISHED", "run_phrase_tests"]

PUBLISHED = date(2024, 6, 14)
"""The day on which the examples of kinds are published."""


@dataclass(frozen=True, slots=True)
class _Example:
    sentence: str
    expected: Mapping[str, Any] | None
    at: tuple[str | int, ...]


def run_phrase_tests(kinds: Mapping[str, Kind]) -> list[TestResult]:
    """Runs the tests of every phrase of ``kinds``, and those that are derived from them.

    A positive test passes when a fact of the phrase has all the fields expected of it, a
    ``none`` test when no fact of the kind is read at all. A phrase without both fails.
    Negated, the sentence of a positive test must state what the phrase gives under a
    negation, or nothing; in the passive it must state the same.
    """
    names = phrase_names(kinds)
    results: list[TestResult] = []
    for kind in kinds.values():
        for number, phrase in enumerate(kind.phrases):
            examples = list(_examples(number, phrase))
            wanting = {example.expected is None for example in examples} != {True, False}
            name = names[kind.name, number]
            if wanting:
                problem = "has no test that it reads, or none that it leaves alone; write one"
                results.append(_result(kind, name, problem, ("phrases", number)))
            for example in examples:
                problem = _problem(kinds, kind, name, example)
                results.append(_result(kind, name, problem, example.at))
                if not problem:
                    results += _derived_results(kinds, kind, name, example)
    return results


def _examples(number: int, phrase: PhraseSource) -> Iterator[_Example]:
    for index, test in enumerate(phrase.tests):
        for sentence, expected in test.items():
            at = ("phrases", number, "tests", index, sentence)
            if isinstance(expected, str):
                yield _Example(expected, None, at)
            else:
                yield _Example(sentence, expected, at)


def _result(kind: Kind, name: str, problem: str, at: tuple[str | int, ...]) -> TestResult:
    where = kind.document.error(problem, at)
    return TestResult(name, not problem, problem, where.path, where.line)


def _problem(kinds: Mapping[str, Kind], kind: Kind, name: str, example: _Example) -> str:
    facts = _facts(kinds, kind, example.sentence)
    if example.expected is None:
        read = ", ".join(f"{fact.text!r} ({fact.phrase})" for fact in facts)
        return f"reads {read} in {example.sentence!r}, which states nothing" if facts else ""
    own = [fact for fact in facts if fact.phrase == name]
    if not own:
        others = f", only {', '.join(fact.phrase for fact in facts)}" if facts else ""
        return f"reads nothing in {example.sentence!r}{others}"
    wrong = [_difference(fact, example.expected) for fact in own]
    return "" if "" in wrong else f"{wrong[0]} in {example.sentence!r}"


def _derived_results(
    kinds: Mapping[str, Kind], kind: Kind, name: str, example: _Example
) -> Iterator[TestResult]:
    """How the sentences come out that are derived from an example that holds."""
    if example.expected is None:
        return
    article = Article(example.sentence, published=PUBLISHED)
    for line, match in found_phrases(article, kinds):
        if match.phrase.name != name:
            continue
        if (sentence := negated(line, match)) is not None:
            turned = {**example.expected, **match.phrase.negated}
            facts = _facts(kinds, kind, sentence)
            states = any(not _difference(fact, turned) for fact in facts)
            problem = ""
            if match.phrase.negated and not states:
                problem = f"reads nothing of {turned} in {sentence!r}"
            elif states and not match.phrase.negated:
                problem = f"reads in {sentence!r} what it denies"
            yield _result(kind, f"{name} (negated)", problem, example.at)
        if (sentence := passive(line, match)) is not None:
            facts = _facts(kinds, kind, sentence)
            wrong = [_difference(fact, example.expected) for fact in facts]
            problem = f"{wrong[0]} in {sentence!r}" if wrong else f"reads nothing in {sentence!r}"
            problem = "" if "" in wrong else problem
            yield _result(kind, f"{name} (passive)", problem, example.at)
        return


def _facts(kinds: Mapping[str, Kind], kind: Kind, sentence: str) -> list[Fact]:
    reading = read_article(Article(sentence, published=PUBLISHED), kinds)
    return [fact for fact in reading.facts if fact.kind == kind.name]


def _difference(fact: Fact, expected: Mapping[str, Any]) -> str:
    """The first field of ``fact`` that is not as expected, or an empty string."""
    for field, wanted in expected.items():
        found = plain_value(fact, field)
        if found != wanted:
            return f"{field} is {found!r}, not {wanted!r}"
    return ""


def plain_value(fact: Fact, field: str) -> object:
    """A field of ``fact`` as a test file writes it: a name's key, a number, ``[low, high]``."""
    if field in ("stance", "evidential"):
        return getattr(fact, field)
    if field == "source":
        return fact.source.key if fact.source else None
    if field == "time":
        return [str(fact.time.start), str(fact.time.end)] if fact.time else None
    return _plain(fact.value if field == "value" else fact.fields.get(field))


def _plain(value: Value | None) -> object:
    match value:
        case Name(key, _) | Place(key, _, _, _):
            return key
        case Quantity(low, high, _, _):
            return _number(low) if low == high else [_number(low), _number(high)]
        case _:
            return value


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
