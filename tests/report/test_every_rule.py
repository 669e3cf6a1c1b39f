"""A finding of each rule as an editor sees it, in ``every-rule.txt``: read it whole.

``BELIE_SNAPSHOTS=write pytest tests/report/test_every_rule.py`` writes it anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from belie.checker import Checker
from belie.kinds import load_kinds
from belie.report.text import render_findings
from belie.rulebook.rule import Rule, load_rules

PAGE = Path(__file__).with_name("every-rule.txt")
RULES = load_rules()
WIDTH = 100


def rendered(rule: Rule) -> str:
    """The findings of ``rule`` in the first copy of its examples that it flags."""
    example = next(test for test in rule.tests if test.flags and test.text)
    with Checker(kinds=load_kinds(), rulebook=[rule], engine="plain") as checker:
        report = checker.check(
            example.text,
            published=example.published,
            title=example.title,
            against=example.others,
        )
    return render_findings(report, colour=False, width=WIDTH)


@pytest.fixture(scope="module")
def page() -> str:
    return "".join(map(rendered, RULES))


def test_every_finding_reads_as_on_the_page(page: str) -> None:
    if os.environ.get("BELIE_SNAPSHOTS") == "write":
        PAGE.write_text(page, encoding="utf-8")
    assert page == PAGE.read_text(encoding="utf-8"), "if the change is meant, see above"


def test_every_rule_is_on_the_page(page: str) -> None:
    assert set(re.findall(r"  (\w+/[\w-]+)$", page, re.MULTILINE)) == {rule.name for rule in RULES}


@pytest.mark.parametrize(
    "inner",
    [
        r"\d\.\d{3}",  # an end that allows for rounding
        r"\d% (?:seats|delegates|adults)",
        r"\babouts\b|\bsaids\b|role object|the (?:told|bound|lasting)\b",
        r"both have the same|something unstated|an unnamed|an unknown",
        r"gives? no |names? no ",
    ],
)
def test_no_inner_word_is_shown(page: str, inner: str) -> None:
    assert re.findall(inner, page) == []


def test_no_reason_is_given_twice(page: str) -> None:
    for said in re.findall(r"  because  (.*(?:\n {11}\S.*)*)", page):
        reasons = " ".join(said.split()).split("; ")
        assert len(set(reasons)) == len(reasons)
