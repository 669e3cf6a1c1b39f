"""A house's rules and kinds beside belie's own, as the command has them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from belie.checker import Checker
from belie.cli import app
from belie.house import House
from typer.testing import CliRunner, Result

STORY = "A fire killed 4 people in Leeds on Monday. A fire killed nine people in Leeds on Monday.\n"
MAYOR = """\
kind: mayor
title: Who governs what
fields: {person: actor, place: place}
phrases:
  - say: "{person} ~govern {place}"
    tests:
      - "Ann Holt governs Leeds.": {person: Ann Holt, place: Leeds}
      - none: "Ann Holt is in Leeds."
"""
TWO_MAYORS = """\
rule: house/two-mayors
title: Two mayors of one town
severity: contradiction
status: stable
why: A town has one mayor.
when: {first: mayor, second: mayor}
where:
  - same(first.place, second.place)
  - not same(first.person, second.person)
say: "{first.person} or {second.person}, mayor of {first.place}?"
tests:
  - flags: "Ann Holt governs Leeds. Ben Cole governs Leeds."
  - quiet: "Ann Holt governs Leeds. Ben Cole governs York."
"""
TWO = "Ann Holt governs Leeds. Ben Cole governs Leeds.\n"


def belie(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=stdin)


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def first_lines(result: Result) -> list[str]:
    """The lines of findings: where, how grave, which rule."""
    return [line for line in result.stdout.splitlines() if line.count("  ") == 2 and "/" in line]


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("belie.toml", 'rules = ["house/rules"]\nkinds = ["house/kinds"]\n')
    write("house/kinds/mayor.yaml", MAYOR)
    write("house/rules/house/two-mayors.yaml", TWO_MAYORS)
    write("two.txt", TWO)
    write("fire.txt", STORY)
    return tmp_path


def test_rules_and_kinds_of_the_house_come_beside_belies_own() -> None:
    result = belie("check", "two.txt", "fire.txt", "--published", "2024-03-06")
    assert first_lines(result) == [
        "two.txt:1  contradiction  house/two-mayors",
        "fire.txt:1  contradiction  casualty/told-twice",
    ]
    assert "Ann Holt or Ben Cole, mayor of Leeds?" in result.stdout
    assert (result.exit_code, result.stderr) == (1, "")


def test_several_processes_find_the_same() -> None:
    together = belie("check", "two.txt", "fire.txt", "--published", "2024-03-06")
    apart = belie("check", "two.txt", "fire.txt", "--published", "2024-03-06", "--jobs", "2")
    assert (apart.stdout, apart.stderr) == (together.stdout, "")


def test_standard_input_is_of_the_working_directory_or_of_where_it_is_said_to_be() -> None:
    assert first_lines(belie("check", "-", stdin=TWO)) == ["-:1  contradiction  house/two-mayors"]
    write("sport/belie.toml", "")
    elsewhere = belie("check", "-", "--stdin-filename", "sport/a.txt", stdin=TWO)
    assert elsewhere.stdout.startswith("Nothing flagged in 1 article")


def test_each_file_is_checked_as_the_settings_nearest_to_it_say() -> None:
    write("sport/belie.toml", 'select = ["poll"]\n')
    write("sport/two.txt", TWO)
    assert first_lines(belie("check", "two.txt", "sport")) == [
        "two.txt:1  contradiction  house/two-mayors"
    ]


def test_statements_may_be_of_a_kind_of_the_house() -> None:
    write("mayors.csv", "kind,person,place\nmayor,Ann Holt,Leeds\nmayor,Ben Cole,Leeds\n")
    for arguments in (("mayors.csv",), ("--statements", "mayors.csv")):
        assert first_lines(belie("check", *arguments)) == [
            "mayors.csv:1  contradiction  house/two-mayors"
        ]
    table = belie("extract", "two.txt", "--format", "csv").stdout.splitlines()
    assert "person" in table[0].split(",")
    assert [row.split(",")[3] for row in table[1:]] == ["name", "mayor"] * 2


def test_commands_about_knowledge_know_of_the_house() -> None:
    write("held.txt", "Ann Holt governs Leeds. Ben Cole governs York.\n")
    for arguments, shown in (
        (("rules",), "house/two-mayors"),
        (("rule", "house/two-mayors"), "A town has one mayor."),
        (("kinds",), "Who governs what"),
        (("kind", "mayor"), "{person} ~govern {place}"),
        (("schema", "statements", "--kind", "mayor"), '"mayor"'),
        (("why", "house/two-mayors", "held.txt"), "kept quiet by 1 condition"),
        (("check", "two.txt", "--select", "house"), "1 contradiction in 1 article"),
    ):
        result = belie(*arguments)
        assert shown in result.stdout
        assert result.stderr == ""


def test_the_examples_of_the_house_are_run() -> None:
    result = belie("test")
    assert (result.stdout, result.stderr, result.exit_code) == ("4 of 4 examples hold\n", "", 0)
    write("house/rules/house/two-mayors.yaml", TWO_MAYORS.replace("governs York", "governs Leeds"))
    result = belie("test")
    assert result.stdout.splitlines()[-1] == "3 of 4 examples hold"
    assert result.stdout.startswith("house/rules/house/two-mayors.yaml:13: house/two-mayors: ")
    assert result.exit_code == 1


RULES, KINDS = "house/rules/house", "house/kinds"
BROKEN = [
    (
        f"{RULES}/late.yaml",
        TWO_MAYORS.replace("two-mayors", "late").replace("first.place, s", "first.plaice, s"),
        ":8:16: mayor has no 'plaice'; did you mean 'place'?",
    ),
    (
        f"{RULES}/named.yaml",
        TWO_MAYORS,
        ":1:7: is called 'house/two-mayors' and stands in house/named.yaml; rename one",
    ),
    (f"{RULES}/empty.yaml", "", ":1:1: is empty"),
    (
        f"{KINDS}/guild.yaml",
        MAYOR.replace("mayor", "guild").replace('{place}"', '{plaice}"'),
        ":5:10: the kind 'guild' has no field 'plaice'",
    ),
    (
        f"{KINDS}/poll.yaml",
        MAYOR.replace("kind: mayor", "kind: poll"),
        ":1:1: 'poll' is already declared in",
    ),
]


@pytest.mark.parametrize(("path", "text", "problem"), BROKEN, ids=[path for path, _, _ in BROKEN])
def test_a_file_that_cannot_be_used_is_one_error_and_the_rest_is_applied(
    path: str, text: str, problem: str
) -> None:
    write(path, text)
    result = belie("check", "two.txt", "two.txt")
    assert first_lines(result) == ["two.txt:1  contradiction  house/two-mayors"] * 2
    assert result.stderr.startswith(f"belie: {path}{problem}")
    assert result.stderr.count("\n") == 1
    assert result.exit_code == 2
    note = "Note: not every rule or kind of the house is used (2 of 2 articles)."
    assert result.stdout.splitlines()[-1] == note


def test_what_is_broken_costs_the_other_examples_nothing() -> None:
    for path, text, _ in BROKEN:
        write(path, text)
    result = belie("test")
    assert result.stdout == "4 of 4 examples hold\n"
    named = [line.removeprefix("belie: ").partition(":")[0] for line in result.stderr.splitlines()]
    assert sorted(named) == sorted(path for path, _, _ in BROKEN)
    assert result.exit_code == 2
    path, _, problem = BROKEN[0]
    result = belie("test", path, "house/kinds/mayor.yaml")
    assert result.stdout == "2 of 2 examples hold\n"
    assert f"belie: {path}{problem}\n" in result.stderr
    assert result.exit_code == 2


def test_a_rule_that_is_broken_can_still_be_named_in_settings() -> None:
    path, text, problem = BROKEN[0]
    write(path, text)
    write("belie.toml", Path("belie.toml").read_text() + 'ignore = ["house/late"]\n')
    result = belie("check", "two.txt")
    assert result.stderr == f"belie: {path}{problem}\n"


def test_settings_that_cannot_be_used_are_said_and_other_copy_is_checked() -> None:
    write("sport/belie.toml", '\nignore = ["casulty/*"]\n')
    write("sport/two.txt", TWO)
    problem = "sport/belie.toml:2:1: there is no rule 'casulty/*'; did you mean 'casualty/*'?"
    result = belie("check", "two.txt", "sport")
    assert first_lines(result) == ["two.txt:1  contradiction  house/two-mayors"]
    assert result.stderr == f"belie: sport/two.txt: was not checked: {problem}\n"
    assert result.exit_code == 2
    result = belie("check", "sport")
    assert (result.stdout, result.stderr) == ("", f"belie: {problem}\n")


def test_settings_choose_and_grade_rules_by_path_and_decide_the_exit_code() -> None:
    write(
        "belie.toml",
        Path("belie.toml").read_text()
        + 'fail-on = "contradiction"\n[severities]\n"house/*" = "caution"\n'
        '[paths."sport/*"]\nignore = ["house"]\n'
        '[paths."court/*".severities]\nhouse = "discrepancy"\n',
    )
    write("sport/two.txt", TWO)
    write("court/two.txt", TWO)
    result = belie("check", "sport", "two.txt", "court")
    assert first_lines(result) == [
        "two.txt:1  caution  house/two-mayors",
        "court/two.txt:1  discrepancy  house/two-mayors",
    ]
    assert result.exit_code == 0
    assert belie("check", "court", "--fail-on", "discrepancy").exit_code == 1
    assert first_lines(belie("check", "sport", "--select", "house")) == [
        "sport/two.txt:1  caution  house/two-mayors"
    ]


def test_config_shows_what_is_in_force_and_where_it_is_said() -> None:
    write(
        "belie.toml",
        Path("belie.toml").read_text()
        + 'ignore = ["quote"]\n[paths."sport/*"]\nselect = ["house"]\n'
        'severities = {"house/*" = "caution"}\n',
    )
    shown = """\
settings    belie.toml
            and its table for 'sport/*'
kinds       house/kinds (1 in use), belie's own
rules       house/rules (1 in use), belie's own
select      house
ignore      quote
severities  house/* caution
fail-on     contradiction
"""
    assert belie("config", "sport/a.txt").stdout == shown
    Path("belie.toml").unlink()
    assert (
        belie("config").stdout
        == """\
settings    none: no belie.toml, no [tool.belie]
kinds       belie's own
rules       belie's own
select      every rule
ignore      none
severities  as in the rules
fail-on     contradiction
"""
    )


def test_what_is_begun_stands_in_the_house_and_passes_its_own_examples() -> None:
    for arguments, path in (
        (("kind", "siege"), "house/kinds/siege.yaml"),
        (("kind", "arrest", "--counts"), "house/kinds/arrest.yaml"),
        (("rule", "desk/two-sieges", "--of", "siege"), "house/rules/desk/two-sieges.yaml"),
        (("rule", "desk/two-counts", "--of", "arrest"), "house/rules/desk/two-counts.yaml"),
    ):
        result = belie("new", *arguments)
        assert result.stdout == f"{path}: written; belie test {path} runs its examples\n"
        assert belie("test", path).exit_code == 0
    assert belie("test").exit_code == 0


def test_a_rule_is_shown_as_grave_as_the_settings_say() -> None:
    assert belie("rule", "house/two-mayors").stdout.splitlines()[1] == "contradiction, stable"
    with Path("belie.toml").open("a") as file:
        file.write('[severities]\nhouse = "caution"\n')
    shown = belie("rule", "house/two-mayors").stdout.splitlines()[1]
    assert shown == "caution in this house, contradiction by itself, stable"
    (listed,) = [x for x in belie("rules").stdout.splitlines() if x.startswith("house/two-mayors")]
    assert listed.split()[1] == "caution"


def test_new_makes_the_folders_that_the_settings_name(monkeypatch: pytest.MonkeyPatch) -> None:
    write("new/belie.toml", 'rules = ["rules"]\nkinds = ["own/kinds"]\n')
    monkeypatch.chdir("new")
    assert belie("kinds").stderr == (
        "belie: belie.toml:1:1: there are no folders 'rules' and 'own/kinds' beside this file; "
        "make them, or take them out\n"
    )
    result = belie("new", "kind", "Siege")
    assert (result.exit_code, [*map(str, Path().iterdir())]) == (2, ["belie.toml"])
    result = belie("new", "kind", "siege")
    assert result.stdout.startswith("own/kinds/siege.yaml: written; ")
    assert (Path("rules").is_dir(), belie("test").exit_code) == (True, 0)


def test_nothing_is_written_over() -> None:
    begun = "house/rules/desk/begun.yaml"
    write(begun, "rule: desk/begun\n")
    for arguments, problem in (
        (("kind", "mayor"), "there is a kind 'mayor' already; call it something else"),
        (("kind", "poll"), "there is a kind 'poll' already; call it something else"),
        (("rule", "desk/begun"), f"{begun}: is there already; nothing was written"),
    ):
        result = belie("new", *arguments)
        assert (result.stdout, result.stderr) == ("", f"belie: {problem}\n")
        assert result.exit_code == 2
    assert Path(begun).read_text() == "rule: desk/begun\n"


def test_the_library_checks_with_a_house() -> None:
    house = House([Path("house/rules")], [Path("house/kinds")])
    with Checker(["house/*"], kinds=house.kinds, rulebook=house.rules) as checker:
        (finding,) = checker.check(TWO).findings
        assert checker.check(TWO, dismissed=[finding.fingerprint[:8]]).findings == ()
    assert (finding.message, house.problems()) == ("Ann Holt or Ben Cole, mayor of Leeds?", [])


def test_reports_are_written_with_what_is_left_out_counted(desk: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "belie", "check", "two.txt", "--format", "json"],
        cwd=desk, capture_output=True, text=True, check=False,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert ([each["rule"] for each in report["findings"]], report["dismissed"]) == (
        ["house/two-mayors"],
        [],
    )


def test_a_sarif_log_names_the_rules_that_were_in_force_for_any_file() -> None:
    write("belie.toml", 'select = ["quote"]\n[paths."sport/*"]\nselect = ["name/spelling"]\n')
    for name in ("news/a.txt", "sport/b.txt", "sport/c.txt"):
        write(name, STORY)
    log = json.loads(belie("check", "news", "sport", "--format", "sarif").stdout)
    rules = [each["id"] for each in log["runs"][0]["tool"]["driver"]["rules"]]
    assert rules == [
        "quote/denied-and-affirmed", "quote/report-differs", "quote/two-speakers", "name/spelling",
    ]  # fmt: skip
