from __future__ import annotations

from pathlib import Path

import pytest
from belie.kinds import Kind, load_kinds
from belie.knowledge import FACTS, RULES, TestResult
from belie.rulebook.rule import load_rules
from belie.selftest import NothingToTestError, load_tested, run_rule_tests, run_tests

RULE = """rule: calendar/weekday
title: A date on another weekday
severity: contradiction
status: stable
why: The calendar does not have the two together.
when:
  day: calendar
where:
  - day.stated_weekday != day.actual_weekday
say: "that day was a {day.actual_weekday}"
tests:
"""
WRONG = '  - flags: "The inquiry opens on Friday, 9 May 2024."\n'
RIGHT = '  - quiet: "The inquiry opens on Thursday, 9 May 2024."\n'


@pytest.fixture(scope="module")
def kinds() -> dict[str, Kind]:
    return load_kinds()


def run(tmp_path: Path, kinds: dict[str, Kind], tests: str) -> list[TestResult]:
    (tmp_path / "calendar").mkdir()
    path = tmp_path / "calendar" / "weekday.yaml"
    path.write_text(RULE + tests)
    (rule,) = load_rules([tmp_path], kinds)
    return list(run_rule_tests(rule, kinds))


def test_examples_that_hold_pass(tmp_path: Path, kinds: dict[str, Kind]) -> None:
    results = run(tmp_path, kinds, WRONG + RIGHT)
    assert [(each.passed, each.problem, each.line) for each in results] == [
        (True, "", 12),
        (True, "", 13),
    ]


def test_an_example_that_is_not_flagged_fails_at_its_line(
    tmp_path: Path, kinds: dict[str, Kind]
) -> None:
    (_, failed) = run(tmp_path, kinds, WRONG + RIGHT.replace("quiet", "flags"))
    assert failed == TestResult(
        "calendar/weekday",
        passed=False,
        problem="flags nothing in 'The inquiry opens on Thursday, 9 May 2024.'",
        path=tmp_path / "calendar" / "weekday.yaml",
        line=13,
    )


def test_an_example_that_is_not_quiet_fails_with_what_was_said(
    tmp_path: Path, kinds: dict[str, Kind]
) -> None:
    (_, failed) = run(tmp_path, kinds, WRONG + WRONG.replace("flags", "quiet"))
    assert failed.problem.startswith("is not quiet on 'The inquiry opens on Friday, 9 May 2024.': ")


def results_of(*paths: Path) -> list[TestResult]:
    return run_tests(load_tested(paths))


def test_a_rule_that_flags_none_of_its_examples_fails(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(RULE + RIGHT)
    assert [(each.name, each.problem, each.line) for each in results_of(path)] == [
        ("calendar/weekday", "", 12),
        ("lint", "no example is 'flags'; add one", 12),
    ]


def test_paths_choose_what_is_run() -> None:
    folder = results_of(RULES / "name")
    assert folder
    assert folder == results_of(RULES / "name", RULES / "name" / "spelling.yaml")
    assert {result.name.partition("/")[0] for result in folder} == {"name"}


def test_a_rule_of_ones_own_is_run_wherever_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(RULE + WRONG + RIGHT)
    assert [result.passed for result in results_of(path)] == [True, True]
    assert {result.path for result in results_of(tmp_path)} == {path}


@pytest.mark.parametrize("folder", ["", "calendar"])
def test_rules_of_ones_own_share_conditions(tmp_path: Path, folder: str) -> None:
    """Whether all of a folder is tested or one rule of it; what is unused is found in all."""
    path = tmp_path / folder / "weekday.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        RULE.replace("day.stated_weekday != day.actual_weekday", "wrong(day)") + WRONG + RIGHT
    )
    declared = "conditions:\n  wrong(day): day.stated_weekday != day.actual_weekday\n"
    (tmp_path / "shared.yaml").write_text(declared + "  idle(day): known(day.day)\n")
    assert [result.passed for result in results_of(path)] == [True, True]
    failed = [(each.line, each.problem) for each in results_of(tmp_path) if not each.passed]
    assert failed == [(3, "no rule uses it; remove it")]


def test_files_that_are_neither_kind_nor_rule_are_passed_over() -> None:
    with pytest.raises(NothingToTestError, match="words: holds no kind and no rule"):
        load_tested([FACTS / "words"])


def test_a_path_without_knowledge_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NothingToTestError, match="holds no kind and no rule"):
        load_tested([RULES / "calendar", tmp_path])


STATED_WRONG = """  - flags:
      - {kind: calendar, form: weekday, stated_weekday: friday, actual_weekday: thursday}
"""
STATED_RIGHT = """  - quiet:
      - {kind: calendar, form: weekday, stated_weekday: friday, actual_weekday: friday}
"""


def test_examples_may_be_statements(tmp_path: Path, kinds: dict[str, Kind]) -> None:
    results = run(tmp_path, kinds, STATED_WRONG + STATED_RIGHT)
    assert [(each.passed, each.line) for each in results] == [(True, 12), (True, 14)]


def test_statements_that_do_not_come_out_fail(tmp_path: Path, kinds: dict[str, Kind]) -> None:
    swapped = STATED_WRONG.replace("flags", "quiet") + STATED_RIGHT.replace("quiet", "flags")
    assert [each.problem for each in run(tmp_path, kinds, swapped)] == [
        "is not quiet on its statements: That day was a Thursday",
        "flags nothing in its statements",
    ]


def test_a_statement_that_is_none_fails(tmp_path: Path, kinds: dict[str, Kind]) -> None:
    (failed,) = run(tmp_path, kinds, STATED_WRONG.replace("thursday", "thirsday"))
    assert failed.problem.startswith("statement 1: actual_weekday: is never 'thirsday', but ")
