"""No expression that reading compiles, and none of a kind's phrases, hangs or takes long."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import belie
import pytest
from backtracking import exponential, most_ways

HERE = Path(__file__).parent
ENGINE = Path(belie.__file__).parent

ALL = bool(os.environ.get("BELIE_FUZZ"))  # those of all phrases and dates take a minute
SOME = 20
LONGEST = 1  # seconds for a text of forty words that was made for it; what hangs takes hours
TAILS = ("", "\0", "V", ",")


@pytest.fixture(scope="module")
def listed() -> list[tuple[str, str, int]]:
    """Every expression, by where it is compiled."""
    command = [sys.executable, str(HERE / "compiled.py")]
    run = subprocess.run(command, capture_output=True, check=True)
    return [tuple(each) for each in json.loads(run.stdout)]


@pytest.fixture(scope="module")
def compiled(listed) -> dict[tuple[str, int], str]:
    return {(pattern, flags): where for where, pattern, flags in listed}


def test_no_expression_is_exponential(compiled):
    found = {where: exponential(*each) for each, where in compiled.items()}
    assert {where: attack for where, attack in found.items() if attack} == {}


def test_no_text_made_for_an_expression_takes_it_long(compiled):
    many = sorted(each for each, where in compiled.items() if where.startswith(("phrase", "lazy")))
    left_out = () if ALL else set(many) - set(Random(11).sample(many, SOME))  # noqa: S311
    slow = {}
    for (pattern, flags), where in compiled.items():
        if (pattern, flags) in left_out:
            continue
        expression, text = re.compile(pattern, flags), most_ways(pattern, flags).begin
        taken = max(_seconds(expression, text + tail) for tail in TAILS)
        if taken > LONGEST:
            slow[where] = text, taken
    assert slow == {}


def _seconds(expression: re.Pattern[str], text: str) -> float:
    begun = time.process_time()
    expression.match(text)
    expression.search(text)
    return time.process_time() - begun


def test_every_call_that_compiles_an_expression_is_among_them(listed):
    seen = {where for where, _, _ in listed}
    unseen = []
    for path in (ENGINE / "reading").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
                file = path.relative_to(ENGINE).as_posix()
                lines = range(node.lineno, node.end_lineno + 1)
                if seen.isdisjoint(f"{file}:{line}" for line in lines):
                    unseen.append(f"{file}:{node.lineno}")
    assert unseen == []


@pytest.mark.parametrize(
    ("pattern", "again"),
    [
        ("(a|a)*b", "a"),
        ("(?:a*)*b", "a"),
        ("(?:a+b?)+c", "aa"),
        ("(?:a,?|,a)*b", ",aa"),  # a comma belongs to what stands on either side of it
        ("(?:(?!c)a|[ab])*c", "aa"),
        ("(?>(a|a)*b)c", "a"),
        ("(?=(?:a|a)*b)", "a"),
        ("(?:ab?|b(?=a))*c", "ba"),
    ],
)
def test_what_doubles_the_ways_is_found(pattern, again):
    attack = exponential(pattern)
    assert attack is not None
    assert attack.again == again


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:a|b)*c",
        "(?:ab|a(?!b))*c",
        "(?>a|a)*b",
        "(?:a,?+|,a)*b",
        "(?:(?!a)[ab]|a)*c",
        "(?:a++b?)+c",
        "a*a*b",  # of the third power, and no more
        r"(.)\1+",
    ],
)
def test_what_reads_every_word_in_one_way_is_not_exponential(pattern):
    assert exponential(pattern) is None


def test_ways_without_a_loop_are_counted():
    assert most_ways("(?:a?){6}b", length=6).ways > 50
    assert most_ways("abc").ways == 3
