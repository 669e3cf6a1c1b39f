"""What is checked, and how: the same as by the command, for the same house."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from belie.cli import app
from typer.testing import CliRunner

FIRE = "A fire in Porto killed nine people on Monday. The fire in Porto killed 12 people on Monday."
OPENING = "The inquiry opens on Friday, 9 May 2024."
HOUSE = Path(__file__).parent.parent.parent / "examples" / "house"


def rules(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [finding["rule"] for finding in answer.json()["findings"]]


def test_the_report_is_that_of_the_command(ask: Any, tmp_path: Path) -> None:
    article = {
        "id": "a7",
        "title": "Fire kills nine in Porto",
        "published": "2024-03-06",
        "text": f"{FIRE} {OPENING}",
        "against": ["Police said on Monday that 15 people had died in a fire in Porto."],
        "headlin": "…",
    }
    file = tmp_path / "a7.json"
    file.write_text(json.dumps(article))
    printed = CliRunner().invoke(app, ["check", str(file), "--format", "jsonl"]).stdout
    answer = ask.post("/v1/check", json=article)
    assert answer.headers["content-type"] == "application/json"
    assert answer.text == printed


def test_the_same_is_asked_twice_and_answered_alike(ask: Any) -> None:
    first, other, second = (ask.post("/v1/check", json={"text": x}) for x in (FIRE, OPENING, FIRE))
    assert first.content == second.content != other.content


def test_offsets_count_in_html_where_the_body_is(ask: Any) -> None:
    html = f"<p>{FIRE.replace('12', '<b>12</b>')}</p>"
    answer = ask.post("/v1/check", json={"body_html": html}).json()
    start, end = answer["findings"][0]["spans"][1]["span"]
    assert html[start:end] == "killed <b>12</b> people"


def test_rules_can_be_chosen_for_a_request_alone(ask: Any) -> None:
    article = {"text": f"{FIRE} {OPENING}"}
    every = ["casualty/told-twice", "calendar/weekday"]
    assert rules(ask.post("/v1/check", json=article)) == every
    assert rules(ask.post("/v1/check?select=calendar", json=article)) == every[1:]
    assert rules(ask.post("/v1/check?ignore=poll&ignore=calendar/*", json=article)) == every[:1]
    assert rules(ask.post("/v1/check?select=*/told-twice,calendar/weekday", json=article)) == every
    assert rules(ask.post("/v1/check", json=article)) == every


def test_only_the_findings_can_be_asked_for(ask: Any) -> None:
    article = {"text": f"{FIRE} {OPENING} The mayor of Porto said on Tuesday that rain had fallen."}
    whole = ask.post("/v1/check?findings=false", json=article).json()
    short = ask.post("/v1/check?findings=true", json=article).json()
    named = {name for finding in whole["findings"] for name in finding["facts"].values()}
    assert short["findings"] == whole["findings"]
    assert {fact["id"] for fact in short["facts"]} == named < {f["id"] for f in whole["facts"]}


TOLL = {"kind": "casualty", "measure": "killed", "subject": "people", "place": "Leeds"}


@pytest.mark.parametrize(
    "shape",
    [
        lambda rows: rows,
        lambda rows: {"article": "fire", "published": "2024-03-06", "statements": rows},
        lambda rows: [{**row, "article": "fire"} for row in rows],
    ],
)
def test_statements_are_checked_as_by_the_command(
    ask: Any, tmp_path: Path, shape: Callable[[Any], Any]
) -> None:
    sent = shape([{**TOLL, "value": "at least 12"}, {**TOLL, "value": 9}])
    answer = ask.post("/v1/statements", json=sent).json()
    assert answer["schema"] == "belie/report/1"
    assert [each["message"] for each in answer["findings"]] == [
        "At least 12 people killed in Leeds, or 9?"
    ]
    file = tmp_path / "rows.json"
    file.write_text(json.dumps(sent))
    command = ["check", "--statements", str(file), "--format", "json"]
    printed = CliRunner().invoke(app, command).stdout
    assert json.loads(printed)["findings"][0]["because"] == answer["findings"][0]["because"]


def test_a_statement_that_is_none_costs_itself_alone(ask: Any) -> None:
    sent = [{**TOLL, "value": 12}, {**TOLL, "value": "many"}, {**TOLL, "value": 9}, 7]
    answer = ask.post("/v1/statements", json=sent).json()
    assert [error["message"] for error in answer["errors"]] == [
        "statement: 2: value: 'many' is no number; write it as 40, at least 40 or about 40",
        'statement: 4: is no statement; write {"kind": "casualty", "value": "at least 40"}',
    ]
    assert [finding["rule"] for finding in answer["findings"]] == ["casualty/told-twice"]


def test_a_single_statement_will_do(ask: Any) -> None:
    answer = ask.post("/v1/statements?findings=true", json={**TOLL, "value": 12}).json()
    assert (answer["findings"], answer["errors"], answer["counts"]["facts"]) == ([], [], 1)


def test_html_is_answered_to_whoever_asks_for_it(ask: Any) -> None:
    kinds = {
        "text/html,application/json": "text/html; charset=utf-8",
        "application/json, text/html;q=0.1": "application/json",
        "*/*": "application/json",
    }
    for accepted, kind in kinds.items():
        answer = ask.post("/v1/check", json={"text": FIRE}, headers={"Accept": accepted})
        assert (answer.headers["content-type"], answer.headers["vary"]) == (kind, "Accept")


def test_copy_is_shown_as_it_is_and_never_obeyed(ask: Any) -> None:
    text = FIRE.replace("nine people", "nine <img src=x onerror=alert(1)> people")
    quoted = FIRE.replace("Porto killed 12", "Porto <script>killed</script> 12")
    for copy in (text, quoted, "<b>Friday</b>, 9 May 2024: Friday, 9 May 2024"):
        article = {"text": copy, "title": "<i>Fire</i> kills two", "against": [f"<u>{FIRE}</u>"]}
        html = ask.post("/v1/check", json=article, headers={"Accept": "text/html"}).text
        assert not any(f"<{tag}" in html for tag in ("img", "script", "b>", "i>", "u>"))


def test_a_house_has_its_rules_kinds_severities_and_dismissals(start: Any, tmp_path: Path) -> None:
    import httpx

    copy = (HOUSE / "transfers.md").read_text()
    service = start("--workers", "1", folder=HOUSE)
    answer = httpx.post(f"{service.url}/v1/check", json={"text": copy}).json()
    assert [finding["rule"] for finding in answer["findings"]] == ["sport/two-clubs"]
    fingerprint = answer["findings"][0]["fingerprint"]
    kinds = httpx.get(f"{service.url}/openapi.json").json()["components"]["schemas"]["Statement"]
    assert "transfer" in [each["properties"]["kind"]["enum"][0] for each in kinds["anyOf"]]

    settings = tmp_path / "other.toml"
    folders = (HOUSE / name for name in ("rules", "kinds"))
    named = "".join(f"{folder.name} = [{str(folder)!r}]\n" for folder in folders)
    settings.write_text(f"{named}[severities]\n'sport/*' = 'caution'\n")
    dismissed = f"[[dismissed]]\nfingerprint = '{fingerprint}'\nwhy = 'known'\n"
    service = start("--workers", "1", "--config", str(settings))
    answer = httpx.post(f"{service.url}/v1/check", json={"text": copy}).json()
    assert [finding["severity"] for finding in answer["findings"]] == ["caution"]

    (tmp_path / ".belie-dismissed.toml").write_text(dismissed)
    service = start("--workers", "1", "--config", str(settings), folder=tmp_path)
    answer = httpx.post(f"{service.url}/v1/check", json={"text": copy}).json()
    assert (answer["findings"], answer["dismissed"]) == ([], [fingerprint])
    assert answer["counts"]["dismissed"] == 1
