"""What a program that uses belie can rely on."""

from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import belie
import pytest
from belie.knowledge import parse_yaml
from belie.statements.statement import statement_from

TOP = Path(__file__).parent.parent


@pytest.mark.parametrize("name", belie.__all__)
def test_all_that_is_named_is_there(name: str) -> None:
    assert getattr(belie, name) is not None
    assert name in dir(belie)


def test_the_version_is_that_of_the_package() -> None:
    assert belie.__version__ == importlib.metadata.version("belie")


@pytest.mark.parametrize(
    "name", [name for name in belie.__all__ if name.endswith("Error") and name != "BelieError"]
)
def test_every_error_is_of_one_tree(name: str) -> None:
    assert issubclass(getattr(belie, name), belie.BelieError)


def test_an_error_in_a_file_says_where() -> None:
    with pytest.raises(belie.BelieError) as refused:
        parse_yaml("a: 1\nb: ]", Path("rules/a.yaml"))
    assert (refused.value.file, refused.value.line, refused.value.column) == (
        Path("rules/a.yaml"),
        2,
        4,
    )


def test_an_error_in_a_table_says_where() -> None:
    with pytest.raises(belie.BelieError) as refused:
        statement_from({"value": 3}, "tolls.csv:3")
    assert (refused.value.file, refused.value.line, refused.value.column) == (
        Path("tolls.csv"),
        3,
        "kind",
    )


def test_an_error_that_stands_in_no_file_says_so() -> None:
    with pytest.raises(belie.UnknownRuleError) as refused:
        belie.Checker(rules=["casulty/*"])
    assert (refused.value.file, refused.value.line, refused.value.column) == (None, None, None)


def test_mypy_knows_the_types_of_what_is_public(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    (tmp_path / "belie").symlink_to(TOP / "engine")
    checked = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--config-file", TOP / "pyproject.toml"),
            *("--follow-imports", "silent", "--cache-dir", tmp_path / "cache"),
            TOP / "tests" / "typed_use.py",
        ],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": f"{tmp_path}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.stdout == "Success: no issues found in 1 source file\n"


WIRE = "Nine people died in Porto."


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("against", lambda: belie.check(WIRE, against=WIRE)),
        ("against", lambda: belie.Desk(against=WIRE)),
        ("articles", lambda: belie.Checker(rules=[]).check_many(WIRE)),
        ("against", lambda: belie.Checker(rules=[]).check_many([WIRE], against=WIRE)),
        ("against", lambda: belie.Checker().review("casualty/told-twice", WIRE, against=WIRE)),
        ("rules", lambda: belie.Checker(rules="casualty/*")),
        ("ignore", lambda: belie.Checker(ignore="casualty/*")),
        ("dismissed", lambda: belie.Checker(rules=[]).check(WIRE, dismissed="8f3a1c0b")),
        ("statements", lambda: belie.facts_from("casualty")),
    ],
)
def test_a_text_is_no_list(name: str, use: Callable[[], object]) -> None:
    with pytest.raises(
        belie.BelieError, match=f"^{name}: give a list; this is of type str$"
    ) as refused:
        use()
    assert isinstance(refused.value, TypeError)


@pytest.mark.parametrize("given", ["", "8f3a1c0", 3, None])
def test_what_is_no_fingerprint_dismisses_nothing(given: object) -> None:
    with pytest.raises(belie.BelieError, match="fingerprint"):
        belie.Checker(rules=[]).check(WIRE, dismissed=[given])


@pytest.mark.parametrize("given", ["10", 0, -1, True])
def test_a_time_limit_is_a_number_of_seconds(given: object) -> None:
    with pytest.raises(belie.BelieError, match=r"^timeout: give a number of seconds, not "):
        belie.Checker(rules=[], timeout=given)


def test_a_headline_is_a_text() -> None:
    with pytest.raises(belie.BelieError, match=r"^the title is a int; give a text$"):
        belie.check(WIRE, title=5)  # type: ignore[arg-type]


def test_a_fact_says_which_article_it_stands_in() -> None:
    report = belie.check(f"Twelve people died in Porto. {WIRE}", against=[WIRE])
    stood = [report.article_of(fact) for each in report.findings for fact in each.named]
    assert {article.text for article in stood} == {report.article.text, WIRE}


def test_one_article_is_no_list_either() -> None:
    with pytest.raises(belie.BelieError, match=r"^against: give a list; this is of type Article$"):
        belie.check(WIRE, against=belie.Article(WIRE))


def test_a_row_is_no_statement() -> None:
    with pytest.raises(belie.BelieError) as refused:
        belie.facts_from([belie.Statement(kind="casualty", value=9), {"kind": "casualty"}])
    assert str(refused.value) == (
        "statement 2 is a dict; give a belie.Statement, "
        'as in belie.Statement(kind="casualty", value=9)'
    )


@pytest.mark.parametrize(
    "use",
    [
        lambda: belie.check(WIRE, published="2024-5-15"),
        lambda: belie.extract(WIRE, published="2024-5-15"),
        lambda: belie.Article(WIRE, published="2024-5-15"),
    ],
)
def test_a_day_that_is_none_is_an_error_of_belie_and_of_its_value(
    use: Callable[[], object],
) -> None:
    said = "^'2024-5-15' is no date; write it as 2022-12-02$"
    with pytest.raises(belie.BelieError, match=said) as refused:
        use()
    assert isinstance(refused.value, ValueError)


def test_what_is_no_text_is_an_error_of_belie_and_of_its_type() -> None:
    with pytest.raises(belie.BelieError) as refused:
        belie.check(None)  # type: ignore[arg-type]
    assert isinstance(refused.value, TypeError)
