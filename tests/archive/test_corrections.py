"""What of an archive stands against a fact, or an article, that is put right."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import belie
import pytest
from belie.archive.corrections import CorrectionError, changed
from belie.cli import app
from belie.kinds import load_kinds
from typer.testing import CliRunner, Result

WIRE = [
    ("w1", "2024-03-05", "A blast in Leeds on Monday killed 46 people, the mayor said."),
    ("w2", "2024-03-06", "Monday's blast in Leeds killed 46 people."),
    ("w3", "2024-03-09", "Monday's blast in Leeds killed 48 people."),
    ("w4", "2024-03-05", "A blast in Leeds on Monday killed 12 people, firefighters said."),
    ("w5", "2024-03-09", "A blast in York on Monday killed 48 people."),
    ("k1", "2022-11-12", "Ukrainian troops retook Kherson on 11 November 2022."),
    ("k2", "2022-11-20", "Ukrainian forces control Kherson."),
]
TODAY = date(2024, 4, 2)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corrections") / "desk.belie"
    with belie.ArchiveWriter(path, "anna") as writer:
        for name, day, text in WIRE:
            writer.add(belie.Article(text, None, date.fromisoformat(day), name))
    return path


@pytest.fixture(scope="module")
def archive(path: Path) -> Iterator[belie.Archive]:
    with belie.Archive.open(path) as opened:
        yield opened


def names(found: tuple[belie.archive.corrections.Standing, ...]) -> list[str | None]:
    return [each.article.id for each in found]


def test_what_repeats_a_figure_that_was_too_high_stands_against_it(archive: belie.Archive) -> None:
    found = archive.corrections("w1#f3", {"value": 31}, on=TODAY)
    assert names(found) == ["w2", "w3"]  # and not the 12 of the morning, for a toll rises
    (finding,) = found[0].findings
    assert (finding.rule, finding.message) == (
        "casualty/told-twice", "31 people killed in Leeds, or 46?"
    )  # fmt: skip
    assert [fact.text for fact in finding.facts.values()] == ["killed 46 people"] * 2
    assert {each.id for each in found[0].report.against} == {"w2"}


def test_what_is_lower_later_stands_against_a_figure_that_was_too_low(
    archive: belie.Archive,
) -> None:
    assert names(archive.corrections("w1#f3", {"value": "at least 51"}, on=TODAY)) == ["w2", "w3"]


def test_a_correction_is_the_last_word(archive: belie.Archive) -> None:
    """What a later article had risen to was too much, if in the end it is less."""
    assert names(archive.corrections("w1#f3", {"value": 46}, on=TODAY)) == ["w3"]


def test_a_field_is_put_right_like_a_figure(archive: belie.Archive) -> None:
    (found,) = archive.corrections("k1#f1", {"holder": "Russia"}, on=TODAY)
    assert found.article.id == "k2"
    assert [each.rule for each in found.findings] == ["control/changed-hands"]
    assert names(archive.corrections("k1#f1", {"time": "25 November 2022"}, on=TODAY)) == []


def test_another_place_is_another_happening(archive: belie.Archive) -> None:
    assert names(archive.corrections("w1#f3", {"value": 31, "place": "York"}, on=TODAY)) == []


@pytest.mark.parametrize(
    ("fact", "changes", "problem"),
    [
        ("w1#f3", {}, "nothing is said to be otherwise; give a value, or FIELD=VALUE"),
        ("w1#f3", {"valeu": 3}, "casualty has no 'valeu'; did you mean 'value'?"),
        (
            "w1#f3", {"plaec": "York"}, "casualty has no 'plaec'; did you mean 'place'?",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_put_right_is_said(
    archive: belie.Archive, fact: str, changes: dict[str, object], problem: str
) -> None:
    with pytest.raises(CorrectionError) as refused:
        archive.corrections(fact, changes)
    assert str(refused.value) == problem


@pytest.mark.parametrize(
    ("fact", "problem"),
    [
        ("w1#f9", "article 'w1' has no fact 'f9'"),
        ("w9#f1", "there is no article 'w9'; belie archive list names them"),
        ("f3", "'f3' names no fact; one is called as wire-7#f3 (belie archive show)"),
    ],
)
def test_a_fact_that_is_not_there_is_said(
    archive: belie.Archive, path: Path, fact: str, problem: str
) -> None:
    with pytest.raises(belie.ArchiveError) as refused:
        archive.corrections(fact, {"value": 3})
    assert str(refused.value) == f"{path}: {problem}"


def test_of_an_article_only_what_it_says_otherwise_is_asked() -> None:
    kinds = load_kinds()
    text = "A blast in Leeds on Monday killed {} people. A fire in York on Monday hurt four people."
    before, after = (
        belie.extract(text.format(number), published="2024-03-06").facts for number in (46, 31)
    )
    other = changed(after, before, kinds)
    assert {(fact.kind, fact.text) for fact in after if fact.id in other} == {
        ("casualty", "killed 31 people")
    } | {(fact.kind, fact.text) for fact in after if fact.kind == "event" and fact.id in other}
    assert changed(before, before, kinds) == frozenset()


def test_an_article_that_is_put_right_is_asked_as_a_whole(archive: belie.Archive) -> None:
    right = belie.Article(WIRE[0][2].replace("46", "31"), None, date(2024, 3, 5), "w1")
    found = archive.corrections_of(belie.extract(right), on=TODAY)
    assert names(found) == ["w2", "w3"]
    same = belie.Article(WIRE[0][2], None, date(2024, 3, 5), "w1")
    assert archive.corrections_of(belie.extract(same), on=TODAY) == ()


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["corrections", *map(str, arguments)])


def test_the_command_shows_both_passages_with_their_days(path: Path) -> None:
    result = run(path, "--fact", "w1#f3", "--to", "31", "--on", "2024-04-02")
    assert (result.exit_code, result.stderr) == (1, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "w1#f3 «killed 46 people», 2024-03-05: value 31"
    assert lines[-1] == "2 articles stand against it: w2 (2024-03-06), w3 (2024-03-09)"
    assert "  line 1   A blast in Leeds on Monday «killed 46 people», the mayor said." in lines
    assert "  w2:1     Monday's blast in Leeds «killed 46 people»." in lines
    assert lines.count("31 people killed in Leeds, or 46?") == 1


def test_where_nothing_stands_against_it_that_is_said(path: Path) -> None:
    result = run(path, "--fact", "w5#f2", "--to", "value=40", "--on", "2024-04-02")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (
        0, "No article stands against it."
    )  # fmt: skip


def test_for_programs_it_is_a_line_an_article(path: Path) -> None:
    result = run(
        path, "--fact", "w1#f3", "--to", "31", "--on", "2024-04-02", "--format", "jsonl",
        "--select", "casualty/told-twice",
    )  # fmt: skip
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(each["article"]["id"], each["article"]["added_by"]) for each in told] == [
        ("w2", "anna"), ("w3", "anna")
    ]  # fmt: skip
    assert [each["text"] for each in told[1]["findings"][0]["passages"]] == [
        "killed 46 people", "killed 48 people"
    ]  # fmt: skip


def test_an_article_is_put_right_from_its_file(path: Path, tmp_path: Path) -> None:
    right = tmp_path / "w1.md"
    right.write_text("---\ndate: 2024-03-05\n---\n\n" + WIRE[0][2].replace("46", "31"))
    result = run(path, right, "--article", "w1", "--on", "2024-04-02")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (
        1, "2 articles stand against it: w2 (2024-03-06), w3 (2024-03-09)"
    )  # fmt: skip
    unknown = run(path, right)
    assert unknown.exit_code == 2
    assert "there is no article" in unknown.stderr


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ((), "name a fact with --fact ID --to VALUE, or a FILE with the article as it is right"),
        (("--fact", "w1#f3"), "--to says what is right of the fact that --fact names; give both"),
        (("--fact", "w1#f3", "--to", "valeu=3"),
         "--to: casualty has no 'valeu'; did you mean 'value'?"),
    ],
)  # fmt: skip
def test_what_is_typed_wrong_is_said(path: Path, options: tuple[str, ...], problem: str) -> None:
    result = run(path, *options)
    assert (result.exit_code, result.stderr) == (2, f"belie: {problem}\n")


def test_a_value_that_is_none_is_said(path: Path) -> None:
    result = run(path, "--fact", "w1#f3", "--to", "a good deal")
    assert result.exit_code == 2
    assert result.stderr.startswith("belie: --to: value: ")
