"""The examples inside kinds and rules, run: what ``belie test`` does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from .checker import Checker
from .errors import BelieError
from .house import House, tried, unreadable
from .kinds import Kind, load_kind, load_kinds
from .knowledge import KnowledgeError, TestResult, read_yaml
from .model import Fact, Report
from .reading.selftest import run_kind_tests
from .rulebook.examples import RuleTest
from .rulebook.lint import lint
from .rulebook.rule import Rule, load_rule, load_rules
from .rulebook.shared import FILE, Shared, shared_near, shipped_shared
from .statements.facts import FactMaker, made_of
from .statements.statement import StatementError, statement_from

__all__ = [
    "NothingToTestError", "Tested", "house_tested", "load_tested", "run_rule_tests", "run_tests",
]  # fmt: skip

_Made = TypeVar("_Made")


class NothingToTestError(BelieError, ValueError):
    """A path was given in which there is no kind and no rule."""


@dataclass(frozen=True, slots=True)
class Tested:
    """What is tested.

    Attributes:
        kinds: every kind that there is, by name.
        chosen: those of them whose examples are run.
        rules: the rules whose examples are run.
        shared: what is there for them to share, and so for one of them to use.
        problems: what is wrong with files of kinds and rules that cannot be used.
    """

    kinds: Mapping[str, Kind]
    chosen: Mapping[str, Kind]
    rules: Sequence[Rule]
    shared: Mapping[str, Shared]
    problems: Sequence[KnowledgeError] = ()


def load_tested(paths: Sequence[Path] = (), known: Mapping[str, Kind] | None = None) -> Tested:
    """Every kind and rule that comes with belie, or those in ``paths``.

    Args:
        paths: files, or folders of them, of kinds and rules, which need not be belie's own. A
            rule there can speak of those that are known and of those in ``paths``, and name what
            it shares with others in a ``shared.yaml`` beside it, or one folder up.
        known: the kinds that there are besides; those that come with belie when ``None``.

    Raises:
        KnowledgeError: when a file that comes with belie cannot be used.
        NothingToTestError: when a path holds neither kind nor rule.
    """
    kinds = load_kinds() if known is None else known
    if not paths:
        return Tested(kinds, kinds, load_rules(kinds=kinds), shipped_shared())
    loading = _Loading()
    documents = loading.sound((file, partial(read_yaml, file)) for file in _files(paths))
    declared = [each for each in documents if isinstance(each.data, dict)]
    found = loading.sound(
        (each.path, partial(load_kind, each)) for each in declared if "kind" in each.data
    )
    faults = unreadable({kind.name: kind for kind in found}, {})
    loading.problems += faults.values()
    chosen = {kind.name: kind for kind in found if kind.name not in faults}
    kinds = {**kinds, **chosen}
    shared = cache(shared_near)
    shares = [document.path for document in documents if document.path.name == FILE]
    own = {
        name: each
        for path, all_shared in loading.sound(
            (path, partial(lambda path: (path, shared(path)), path)) for path in shares
        )
        for name, each in all_shared.items()
        if each.document.path.samefile(path)
    }
    rules = loading.sound(
        (each.path, partial(lambda each: load_rule(each, kinds, shared(each.path)), each))
        for each in declared
        if "rule" in each.data
    )
    used = [*(kind.document for kind in found), *(rule.document for rule in rules)]
    broken = [problem.path for problem in loading.problems]
    _refuse_idle(paths, [*broken, *(document.path for document in used)])
    return Tested(kinds, chosen, rules, own, loading.problems)


def house_tested(house: House) -> Tested:
    """All of a house that is not belie's own; what is wrong with its files it tells itself."""
    rules = house.own_rules
    return Tested(house.kinds, house.own_kinds, rules, house.own_shared)


class _Loading:
    """Makes something of files, and notes what is wrong with those of which it cannot be made."""

    def __init__(self) -> None:
        self.problems: list[KnowledgeError] = []

    def sound(self, loads: Iterable[tuple[Path, Callable[[], _Made]]]) -> list[_Made]:
        """What can be made."""
        made = []
        for path, load in loads:
            each = tried(path, load)
            if isinstance(each, KnowledgeError):
                if str(each) not in map(str, self.problems):
                    self.problems.append(each)
            else:
                made.append(each)
        return made


def run_tests(tested: Tested) -> list[TestResult]:
    """Runs the examples of kinds and rules; what is wrong with a rule besides fails too."""
    return [
        *(run_kind_tests(tested.chosen) if tested.chosen else ()),
        *(result for rule in tested.rules for result in run_rule_tests(rule, tested.kinds)),
        *(
            TestResult("lint", passed=False, problem=each.problem, path=each.path, line=each.line)
            for each in lint(tested.rules, tested.shared)
        ),
    ]


def run_rule_tests(rule: Rule, kinds: Mapping[str, Kind]) -> Iterator[TestResult]:
    """Checks each example of ``rule`` against that rule alone."""
    with Checker(kinds=kinds, rulebook=[rule], engine="plain") as checker:
        maker = FactMaker(kinds)
        for number, test in enumerate(rule.tests):
            yield _result(rule, _problem(checker, test, maker), ("tests", number))


def _problem(checker: Checker, test: RuleTest, maker: FactMaker) -> str:
    """What is wrong with an example; nothing where it comes out."""
    shown = repr(test.text) if test.text else "its statements"
    try:
        report = _checked(checker, test, maker)
    except StatementError as failure:
        return str(failure)
    if report.errors:
        return report.errors[0].message
    if test.flags and not report.findings:
        return f"flags nothing in {shown}"
    if report.findings and not test.flags:
        return f"is not quiet on {shown}: {report.findings[0].message}"
    return ""


def _checked(checker: Checker, test: RuleTest, maker: FactMaker) -> Report:
    if test.text:
        return checker.check(
            test.text, published=test.published, title=test.title, against=test.others
        )
    own, others = example_facts(test, maker)
    return checker.check_facts(own, against=others)


def example_facts(test: RuleTest, maker: FactMaker) -> tuple[list[Fact], list[Fact]]:
    """The facts of an example that is statements: of the copy, and of what it is held against.

    Raises:
        StatementError: for a statement that makes none.
    """
    rows = [
        {**({"published": test.published} if test.published else {}), **row}
        for row in test.statements
    ]
    given = [statement_from(row, f"statement {n}") for n, row in enumerate(rows, start=1)]
    facts = made_of(given, maker)
    own = [fact for fact in facts if fact.article is None]
    return own, [fact for fact in facts if fact.article is not None]


def _result(rule: Rule, problem: str, at: tuple[str | int, ...]) -> TestResult:
    where = rule.document.error(problem, at)
    return TestResult(rule.name, not problem, problem, where.path, where.line)


def _files(paths: Sequence[Path]) -> list[Path]:
    """The files in ``paths``, each once."""
    files: dict[Path, Path] = {}
    for path in paths:
        for file in sorted(path.rglob("*.yaml")) if path.is_dir() else [path]:
            files.setdefault(file.resolve(), file)
    return list(files.values())


def _refuse_idle(paths: Sequence[Path], used: Sequence[Path]) -> None:
    resolved = [file.resolve() for file in used]
    for path in paths:
        if not any(file.is_relative_to(path.resolve()) for file in resolved):
            raise NothingToTestError(f"{path}: holds no kind and no rule")
