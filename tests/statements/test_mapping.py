"""Tables that others keep, as statements."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from belie.cli import app
from belie.kinds import load_kinds
from belie.knowledge import KnowledgeError
from belie.statements.mapping import read_mapping
from belie.statements.statement import StatementError, statement_from
from belie.statements.tables import Row, read_rows
from typer.testing import CliRunner

RECORDS = Path(__file__).parents[2] / "examples" / "records"
HEAD = "title: Dead by town\nsource: ours\nlicence: CC0\n"
TOLLS = f"""{HEAD}days: {{day: "%d.%m.%Y"}}
statements:
  - kind: casualty
    only: {{sort: [attack, battle]}}
    time: "{{day}}"
    lasts: 2
    value: "{{dead}}"
    source: {{of: "{{who}}", to: {{P: the police, H: a hospital}}}}
    fields: {{measure: killed, place: "{{town}}, {{land}}"}}
"""


def mapped(tmp_path: Path, written: str, *cells: dict[str, object]) -> list[object]:
    path = tmp_path / "tolls.mapping.yaml"
    path.write_text(written)
    rows = (Row(f"tolls.csv:{number}", each) for number, each in enumerate(cells, start=2))
    return list(read_mapping(path, load_kinds()).statements(rows))


def row(**cells: object) -> dict[str, object]:
    known = {"day": "04.03.2024", "sort": "attack", "dead": 12, "who": "P", "town": "Leeds"}
    return {**known, "land": "England", **cells}


def test_cells_are_taken_in_days_are_read_and_codes_are_put_in_words(tmp_path: Path) -> None:
    assert mapped(tmp_path, TOLLS, row()) == [
        {
            "kind": "casualty",
            "time": {"start": "2024-03-04", "end": "2024-03-06"},
            "value": "12",
            "source": "the police",
            "measure": "killed",
            "place": "Leeds, England",
        }
    ]


def test_what_a_cell_does_not_say_is_unknown(tmp_path: Path) -> None:
    [stated] = mapped(tmp_path, TOLLS, row(who="X", land="", day=None))
    assert stated == {"kind": "casualty", "value": "12", "measure": "killed"}


@pytest.mark.parametrize("cells", [{"dead": ""}, {"dead": "unknown"}, {"sort": "riot"}])
def test_a_row_without_the_figure_or_of_another_sort_states_nothing(
    tmp_path: Path, cells: dict[str, object]
) -> None:
    assert mapped(tmp_path, TOLLS, row(**cells)) == []


def test_a_day_that_is_written_otherwise_costs_its_row_alone(tmp_path: Path) -> None:
    wrong, sound = mapped(tmp_path, TOLLS, row(day="2024-03-04"), row())
    assert isinstance(wrong, StatementError)
    said = "'2024-03-04' is no day written as %d.%m.%Y, as the mapping says"
    assert str(wrong) == f"tolls.csv:2: day: {said}"
    assert isinstance(sound, dict)


@pytest.mark.parametrize(
    ("old", "new", "at", "problem"),
    [
        ("{dead}", "{daed}", "10:12", "the table has no column 'daed'; did you mean 'dead'?"),
        ("{town}", "{toun}", "12:38", "the table has no column 'toun'; did you mean 'town'?"),
        ("casualty", "casualy", "6:11", "there is no kind 'casualy'; did you mean 'casualty'?"),
        ("measure:", "mesure:", "12:22", "casualty has no field 'mesure'; did you mean 'measure'?"),
        ("kind: casualty", "kind: calendar", "12:23", "calendar has no field 'measure'"),
    ],
)
def test_what_a_mapping_gets_wrong_is_said_with_its_place(
    tmp_path: Path, old: str, new: str, at: str, problem: str
) -> None:
    with pytest.raises(KnowledgeError) as caught:
        mapped(tmp_path, TOLLS.replace(old, new), row())
    assert str(caught.value) == f"{tmp_path / 'tolls.mapping.yaml'}:{at}: {problem}"


@pytest.mark.parametrize("name", ["battles", "conflicts", "polls", "towns"])
def test_the_example_tables_are_read_whole(name: str) -> None:
    kinds = load_kinds()
    mapping = read_mapping(RECORDS / f"{name}.mapping.yaml", kinds)
    found = list(mapping.statements(read_rows(RECORDS / f"{name}.csv", needed=())))
    assert found
    for each in found:
        assert not isinstance(each, StatementError)
        assert statement_from(each).kind in kinds


def test_copy_stands_against_the_map_of_its_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    towns = RECORDS / "towns"
    made = ["map", f"{towns}.mapping.yaml", f"{towns}.csv", "--output", "towns.jsonl"]
    assert CliRunner().invoke(app, made).exit_code == 0
    Path("drafts.jsonl").write_text(
        "".join(
            json.dumps({"id": day, "published": day, "text": "Russian forces control Kherson."})
            + "\n"
            for day in ("2022-11-09", "2022-11-14", "2022-11-20")
        )
    )
    check = ["check", "drafts.jsonl", "--against", "towns.jsonl", "--format", "jsonl"]
    result = CliRunner().invoke(app, check)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert {
        each["article"]["id"]: [finding["rule"] for finding in each["findings"]] for each in found
    } == {"2022-11-09": [], "2022-11-14": ["control/two-holders"], "2022-11-20": []}


def test_a_row_that_is_none_is_said_and_the_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.csv").write_text("day,dead\n2024-03-04,3\nMonday,4\n")
    Path("m.yaml").write_text(
        HEAD + "days: {day: '%Y-%m-%d'}\nstatements:\n"
        "  - {kind: casualty, time: '{day}', value: '{dead}'}\n"
    )
    result = CliRunner().invoke(app, ["map", "m.yaml", "t.csv"])
    assert result.exit_code == 2
    assert result.stdout == '{"kind": "casualty", "time": "2024-03-04", "value": "3"}\n'
    said = "belie: t.csv:3: day: 'Monday' is no day written as %Y-%m-%d, as the mapping says\n"
    assert result.stderr == said
