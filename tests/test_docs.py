"""What the guides show is what belie does."""

import dataclasses
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import get_args

import pytest
import yaml
from belie import facts_from
from belie.claims import Claiming, Claims
from belie.kinds import (
    Evocation,
    FieldType,
    PhraseSource,
    Reads,
    _KindFile,
    load_kind,
    shipped_kinds,
)
from belie.knowledge import parse_yaml
from belie.model import Stance
from belie.reading.phrases.patterns import SLOT_CODES, TEXT, WORDED
from belie.reading.selftest import run_kind_tests
from belie.rulebook.columns import attributes
from belie.rulebook.expressions import CALLS
from belie.rulebook.relations import RELATIONS
from belie.statements.statement import statement_from
from belie.statements.tables import read_rows

TOP = Path(__file__).parent.parent
GUIDES = {path.name: path.read_text(encoding="utf-8") for path in (TOP / "docs").glob("*.md")}


def blocks(language):
    return [
        pytest.param(block, id=f"{name}-{number}")
        for name, text in GUIDES.items()
        for number, block in enumerate(re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL))
    ]


def run(command, folder):
    """What a command prints and complains of in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=folder,
        env={**os.environ, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout, done.stderr


@pytest.mark.parametrize(
    "shown", [each for each in blocks("console") if "examples/" in each.values[0]]
)
def test_a_command_prints_what_is_shown(shown):
    command, _, printed = shown.removeprefix("$ ").partition("\n")
    assert run(command, TOP) == (printed, "")


@pytest.mark.parametrize("code", blocks("python"))
def test_python_as_shown_runs(code, tmp_path, monkeypatch):
    (tmp_path / "examples").symlink_to(TOP / "examples")
    monkeypatch.chdir(tmp_path)
    exec(code, {"__name__": "shown"})  # noqa: S102 - our own guides


def test_each_row_shown_makes_a_fact(tmp_path):
    for number, block in enumerate(blocks("csv")):
        table = tmp_path / f"{number}.csv"
        table.write_text(block.values[0], encoding="utf-8")
        rows = list(read_rows(table))
        cells = ({"published": "2024-06-14", **row.cells} for row in rows)
        made = facts_from(statement_from(row) for row in cells)
        assert len(made) == len(block.values[0].splitlines()) - 1


def test_the_first_statements_of_the_guide_are_flagged(tmp_path):
    (tmp_path / "tolls.csv").write_text(blocks("csv")[0].values[0], encoding="utf-8")
    printed, _ = run("belie check tolls.csv", tmp_path)
    assert printed.splitlines()[1] == "At least 12 people killed in Leeds, or 9?"


def test_a_house_as_shown_is_the_one_among_the_examples_and_its_commands_print_that(tmp_path):
    guide, house = GUIDES["house-rules.md"], tmp_path / "house"
    shutil.copytree(TOP / "examples" / "house", house)
    files = [path.read_text(encoding="utf-8") for path in house.rglob("*.*") if path.is_file()]
    shown = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    settings, *others = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    assert [block in files for block in (settings, *shown)] == [True] * 3
    assert [list(tomllib.loads(block)) for block in others] == [["project"]] * 2
    for block in re.findall(r"```console\n(.*?)```", guide, re.DOTALL):
        for command, printed in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            assert run(command, house) == (printed, "")


def rows(guide, *head):
    """The rows of tables whose columns are called so, as lists of cells without their marks."""
    line = r"\|.*\|\n"
    header = r"\| {} \|\n{}".format(r" \| ".join(map(re.escape, head)), line)
    for table in re.findall(rf"^{header}((?:{line})+)", GUIDES[guide], re.MULTILINE):
        for row in table.splitlines():
            cells = re.split(r"(?<!\\)\|", row.strip("|"))
            yield [cell.strip().strip("`").replace("\\|", "|") for cell in cells]


def shown_kind(fields, value, say, reads, expected, leaves_alone):
    tests = [{reads: yaml.safe_load(expected)}, {"none": leaves_alone}]
    phrase = {"say": say, "tests": tests}
    file = {"kind": "shown", "title": "As shown", "fields": fields, "phrases": [phrase]}
    return load_kind(parse_yaml(json.dumps(file | ({"value": value} if value else {})), Path("k")))


def problems(kind):
    return [each.problem for each in run_kind_tests({kind.name: kind}) if not each.passed]


SHOWN = ("phrase", "reads", "as", "leaves alone")
ITEMS = list(rows("kinds.md", "written", "stands for", *SHOWN))
SLOTS = list(rows("kinds.md", "field", "slot", "is filled by", *SHOWN))


@pytest.mark.parametrize("row", ITEMS, ids=lambda row: row[0])
def test_what_a_phrase_is_made_of_reads_as_shown(row):
    _, _, *shown = row
    fields = {"who": "actor", "where": "place", "what": "text"}
    assert problems(shown_kind(fields, None, *shown)) == []


@pytest.mark.parametrize("row", SLOTS, ids=lambda row: row[1])
def test_each_slot_is_filled_as_shown(row):
    type_, _, _, say, *shown = row
    is_figure = "{value" in say
    kind = shown_kind({} if is_figure else {"it": type_}, type_ if is_figure else None, say, *shown)
    assert problems(kind) == []


def test_every_type_of_slot_is_shown():
    shown = {word for _, slot, *_ in SLOTS for word in re.findall(r"[a-z]+", slot)}
    assert {*SLOT_CODES, *WORDED, TEXT} - shown == set()


def test_the_guide_to_house_rules_names_every_relation_with_what_it_takes():
    shown = {
        call.partition("(")[0]: (takes, unknown)
        for head in ("relation", "function")
        for call, takes, _, unknown in rows(
            "house-rules.md", head, "takes", "holds where", "of an unknown"
        )
    }
    assert list(shown) == list(CALLS)
    plural = {"quantity": "quantities"}
    for name, relation in RELATIONS.items():
        types = ", ".join(plural.get(each, f"{each}s") for each in relation.families)
        any_type = relation.families == RELATIONS["same"].families
        assert shown[name][0] == ("two of any one type" if any_type else types)
        assert shown[name][1].startswith("does not hold") is (
            name not in ("compatible", "contemporary")
        )


def test_the_guide_to_house_rules_names_all_that_a_fact_can_be_asked():
    shown = {
        name: type_
        for names, type_, _ in rows("house-rules.md", "every fact has", "of type", "it is")
        for name in names.split("`, `")
    }
    kind = shipped_kinds()["casualty"]
    held = attributes(kind)
    own = {*kind.fields, "value"}
    assert shown == {name: each.family for name, each in held.items() if name not in own}
    stances = [stance for stance, _ in rows("house-rules.md", "stance", "the copy")]
    assert stances == [*get_args(Stance)]


def test_the_guide_to_house_rules_names_every_column_of_a_value():
    held = attributes(shipped_kinds()["casualty"])
    shown = {
        of: re.findall("[a-z]+", there) for of, there in rows("house-rules.md", "of a", "there is")
    }
    named = {"figure": "value", "time": "time", "name": "source", "place": "place"}
    assert list(shown) == list(named)
    for of, name in named.items():
        assert set(held[name].parts) <= set(shown[of])


@pytest.mark.parametrize(
    "kind", [each for each in blocks("yaml") if each.values[0].startswith("kind: ")]
)
def test_a_kind_as_shown_holds_its_examples(kind):
    assert problems(load_kind(parse_yaml(kind, Path("kind.yaml")))) == []


def test_the_guide_to_kinds_names_every_key():
    keys = {
        each.name
        for form in (_KindFile, PhraseSource, Evocation, Claims, Claiming)
        for each in dataclasses.fields(form)
    }
    assert keys - set(re.findall(r"`([a-z]+)`", GUIDES["kinds.md"])) == set()
    types = {*get_args(FieldType), *get_args(Reads)} - {"choice"}
    assert types - set(re.findall(r"`([a-z]+)`", GUIDES["kinds.md"])) == set()
