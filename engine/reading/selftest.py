"""The examples inside kinds, run: a kind must read what its file says that it reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

from ..evocations import ROLES, SURELY, Evocation
from ..kinds import Kind
from ..knowledge import TestResult
from ..model import Article, Fact, Name, Place, Quantity, Value
from .derived import is_shortened, negated, passive
from .glance import Glance
from .inflect import forms
from .reader import analysed, found_phrases, phrase_names, read_article

__all__ = ["PUBLISHED", "run_kind_tests"]

PUBLISHED = date(2024, 6, 14)
"""The day on which the examples of kinds are published."""

_BY_ITS_VERB = ("object", "subject", "passive-subject", "predicate")
"""Constructions in which a figure is no longer stated where the verb of the clause is negated."""

_At = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Example:
    sentence: str
    expected: Mapping[str, Any] | None
    at: _At


def run_kind_tests(kinds: Mapping[str, Kind]) -> list[TestResult]:
    """Runs the tests of ``kinds`` and of their phrases, and those that are derived from them.

    A positive test passes when a fact of the kind has all the fields expected of it; where it
    stands with a phrase, a fact of that phrase. A ``none`` test passes when no fact of the kind is
    read at all. A phrase without both fails, and so does a choice of a field of meaning of which
    no test is read, or none leaves a word alone.
    Negated, the sentence of a positive test must state what its phrase gives under a negation, or
    nothing of it; in the passive, what a phrase reads must state the same.
    """
    names = phrase_names(kinds)
    results: list[TestResult] = []
    for kind in kinds.values():
        for number in range(len(kind.phrases)):
            results += _phrase_results(kinds, kind, number, names[kind.name, number])
        results += _kind_results(kinds, kind)
    return results


def _phrase_results(
    kinds: Mapping[str, Kind], kind: Kind, number: int, name: str
) -> Iterator[TestResult]:
    """How the tests of one phrase come out."""
    at = ("phrases", number)
    examples = list(_examples(kind.phrases[number].tests, at))
    if {example.expected is None for example in examples} != {True, False}:
        problem = "has no test that it reads, or none that it leaves alone; write one"
        yield _result(kind, name, problem, at)
    for example in examples:
        facts = _facts(kinds, kind, example.sentence)
        own = [fact for fact in facts if fact.phrase == name]
        problem = _problem(example, facts, own)
        yield _result(kind, name, problem, example.at)
        if not problem and example.expected is not None:
            yield from _derived_results(kinds, kind, name, example)


def _kind_results(kinds: Mapping[str, Kind], kind: Kind) -> Iterator[TestResult]:
    """How the tests of the kind itself come out, which a kind with fields of meaning needs."""
    examples = list(_examples(kind.tests, ()))
    for problem, at in _untested(kind, examples):
        yield _result(kind, kind.name, problem, at)
    for example in examples:
        facts = _facts(kinds, kind, example.sentence)
        problem = _problem(example, facts, facts)
        yield _result(kind, kind.name, problem, example.at)
        if problem or example.expected is None:
            continue
        fact = next(each for each in facts if not _difference(each, example.expected))
        if fact.phrase in {f"{kind.name}/{each}" for each in _BY_ITS_VERB}:
            yield from _denied(kinds, kind, example)


def _untested(kind: Kind, examples: Iterable[_Example]) -> Iterator[tuple[str, _At]]:
    """What no test proves of the fields of meaning of ``kind``, and where it is declared."""
    for name, evoking in kind.evokes.items():
        for choice, evocations in evoking.items():
            words = frozenset(_surfaces(evocations))
            read = any((each.expected or {}).get(name) == choice for each in examples)
            left_alone = any(
                each.expected is None and not words.isdisjoint(Glance(each.sentence).words)
                for each in examples
            )
            if not read:
                yield f"no test reads {name} {choice}; write one", ("evokes", name, choice)
            if not left_alone:
                problem = f"no test leaves a word of {name} {choice} alone; write a 'none: …'"
                yield problem, ("evokes", name, choice)


def _surfaces(evocations: Iterable[Evocation]) -> Iterator[str]:
    """The forms of the words of a choice; a plural is formed as the present of a verb is."""
    for evocation, role in product(evocations, ROLES):
        for word, _ in evocation.words(role):
            each = forms(max(word.rstrip(SURELY).split(), key=len))
            yield from (each.base, *each.present, *each.past, *each.participle, *each.gerund)


def _denied(kinds: Mapping[str, Kind], kind: Kind, example: _Example) -> Iterator[TestResult]:
    """How a sentence of one clause comes out with its verb negated: it states nothing of it."""
    for analysis in analysed(Article(example.sentence, published=PUBLISHED), kinds):
        if len(analysis.clauses) != 1:
            return
        if (sentence := negated(analysis.line, analysis.clauses[0])) is not None:
            states = _states(kinds, kind, sentence, example.expected or {})
            problem = f"reads in {sentence!r} what it denies" if states else ""
            yield _result(kind, f"{kind.name} (negated)", problem, example.at)


def _examples(
    tests: Iterable[Mapping[str, str | Mapping[str, Any]]], at: _At
) -> Iterator[_Example]:
    for index, test in enumerate(tests):
        for sentence, expected in test.items():
            own = (*at, "tests", index, sentence)
            if isinstance(expected, str):
                yield _Example(expected, None, own)
            else:
                yield _Example(sentence, expected, own)


def _result(kind: Kind, name: str, problem: str, at: _At) -> TestResult:
    where = kind.document.error(problem, at)
    return TestResult(name, not problem, problem, where.path, where.line)


def _problem(example: _Example, facts: Iterable[Fact], own: Iterable[Fact]) -> str:
    """What is wrong with the ``facts`` read, of which ``own`` may be those expected."""
    if example.expected is None:
        read = ", ".join(f"{fact.text!r} ({fact.phrase})" for fact in facts)
        return f"reads {read} in {example.sentence!r}, which states nothing" if read else ""
    wrong = [_difference(fact, example.expected) for fact in own]
    if not wrong:
        others = ", ".join(fact.phrase for fact in facts)
        return f"reads nothing in {example.sentence!r}" + (f", only {others}" if others else "")
    return "" if "" in wrong else f"{wrong[0]} in {example.sentence!r}"


def _derived_results(
    kinds: Mapping[str, Kind], kind: Kind, name: str, example: _Example
) -> Iterator[TestResult]:
    """How the sentences come out that are derived from an example of a phrase that holds."""
    expected = example.expected or {}
    article = Article(example.sentence, published=PUBLISHED)
    for line, match in found_phrases(article, kinds):
        if match.phrase.name != name:
            continue
        clause = None if is_shortened(match) else match.clause
        if clause is not None and (sentence := negated(line, clause)) is not None:
            turned = {**expected, **match.phrase.negated}
            states = _states(kinds, kind, sentence, turned)
            problem = ""
            if match.phrase.negated and not states:
                problem = f"reads nothing of {turned} in {sentence!r}"
            elif states and not match.phrase.negated:
                problem = f"reads in {sentence!r} what it denies"
            yield _result(kind, f"{name} (negated)", problem, example.at)
        if (sentence := passive(line, match)) is not None:
            facts = _facts(kinds, kind, sentence)
            problem = _problem(_Example(sentence, expected, example.at), facts, facts)
            yield _result(kind, f"{name} (passive)", problem, example.at)
        return


def _states(
    kinds: Mapping[str, Kind], kind: Kind, sentence: str, expected: Mapping[str, Any]
) -> bool:
    """Whether a fact with all that is ``expected`` is read from ``sentence``."""
    return any(not _difference(fact, expected) for fact in _facts(kinds, kind, sentence))


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
