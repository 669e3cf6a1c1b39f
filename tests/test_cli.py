from __future__ import annotations

import errno
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from belie.cli import app
from belie.knowledge import RULES
from typer.testing import CliRunner, Result

WRONG = "The ferry inquiry opens on Friday, 9 May 2024, in Lisbon."
RIGHT = "The ferry inquiry opens on Thursday, 9 May 2024, in Lisbon."
HEARSAY = "The flood is believed to have killed 240 people."


def belie(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def command(
    *arguments: str | Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "belie", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.txt"
    path.write_text(f"Rain fell.\n{WRONG}\n")
    return path


@pytest.fixture
def right(tmp_path: Path) -> Path:
    path = tmp_path / "right.txt"
    path.write_text(RIGHT)
    return path


def test_check_flags_and_exits_with_one(wrong: Path) -> None:
    result = belie("check", wrong)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{wrong}:2  contradiction  calendar/weekday\n")
    assert "«Friday, 9 May 2024»" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("1 contradiction in 1 article (2 sentences, ")
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (("--format", "yaml"), "'--format'"),
        (("--format",), "'--format'"),
        (("--formt", "json"), "--formt"),
    ],
)
def test_what_is_typed_is_looked_at(wrong: Path, typed: tuple[str, ...], problem: str) -> None:
    result = belie("extract", wrong, *typed)
    assert result.exit_code == 2
    assert problem in result.stderr


def test_a_file_is_asked_for() -> None:
    result = belie("extract")
    assert result.exit_code == 2
    assert "FILE" in result.stderr


def test_check_of_consistent_copy_exits_with_zero(right: Path) -> None:
    result = belie("check", right)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Nothing flagged in 1 article (1 sentence, ")


UNDATED = "The ferry sank off Leeds on Monday, killing four people."


def test_that_no_day_of_publication_is_known_is_said_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(UNDATED, encoding="utf-8")
    note = "no day of publication is known, and dates told from it have no day"
    result = belie("check", tmp_path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[1:] == [f"Note: {note} (2 of 2 articles)."]
    alone = belie("check", tmp_path / "one.txt")
    assert alone.stdout.splitlines()[1:] == [f"Note: {note}."]
    assert json.loads(belie("check", tmp_path / "one.txt", "--format", "json").stdout)["notes"] == [
        note
    ]


def test_a_report_beside_the_copy_is_passed_over_in_one_line(right: Path) -> None:
    report = right.parent / "monday.jsonl"
    report.write_text(belie("check", right, "--format", "jsonl").stdout, encoding="utf-8")
    result = belie("check", right.parent)
    assert result.stdout.startswith("Nothing flagged in 1 article (1 sentence, ")
    said = f"belie: {report}: is what belie wrote, and no copy; passed over\n"
    assert (result.exit_code, result.stderr) == (0, said)


def test_nothing_is_noted_where_no_date_needs_the_day_of_publication() -> None:
    assert "Note" not in belie("check", "-", "--published", "2024-05-06", stdin=UNDATED).stdout
    stated = UNDATED.replace("on Monday", "on 6 May 2024")
    assert "Note" not in belie("check", "-", stdin=stated).stdout


@pytest.mark.parametrize(
    ("fail_on", "text", "code"),
    [
        ("contradiction", WRONG, 1),
        ("caution", WRONG, 1),
        ("never", WRONG, 0),
        ("contradiction", HEARSAY, 0),
        ("discrepancy", HEARSAY, 0),
        ("caution", HEARSAY, 1),
    ],
)
def test_fail_on_sets_what_gives_one(fail_on: str, text: str, code: int) -> None:
    result = belie("check", "-", "--fail-on", fail_on, stdin=text)
    assert "Nothing flagged" not in result.stdout
    assert result.exit_code == code


def test_standard_input_is_called_and_read_as_a_file() -> None:
    copy = "# Fire kills *nine* in Leeds\n\nA fire killed **seven people** in Leeds on Monday.\n"
    result = belie(
        "check", "-", "--stdin-filename", "fire.md", "--published", "2024-03-05", stdin=copy
    )
    assert result.exit_code == 1
    first, *_ = result.stdout.splitlines()
    assert first == "fire.md:1  contradiction  casualty/told-twice"


def test_findings_in_json_point_at_line_and_column_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "fire.md"
    path.write_text("# Fire kills *nine*\n\nA fire killed **seven people** on Monday.\n")
    result = belie("check", path, "--published", "2024-03-05", "--format", "json")
    (finding,) = json.loads(result.stdout)["findings"]
    assert [(each["span"], each["line"], each["column"]) for each in finding["spans"]] == [
        ([7, 18], 1, 8),
        ([28, 49], 3, 8),
    ]


def test_days_of_publication_that_differ_are_noted_with_the_one_that_holds(tmp_path: Path) -> None:
    path = tmp_path / "fire.md"
    path.write_text("---\ndate: 2024-03-04\n---\n\nLIMA, 5 May — A fire killed nine on Monday.\n")
    given = "2024-03-06 is given, but 2024-03-04, which the copy has, "
    given += "holds as the day of publication"
    dateline = 'the dateline says "5 May", but 2024-03-04 holds as the day of publication'
    asked = ["check", path, "--published", "2024-03-06"]
    assert belie(*asked).stdout.splitlines()[1:] == [f"Note: {given}.", f"Note: {dateline}."]
    for command in ("check", "extract"):
        asked[0] = command
        report = json.loads(belie(*asked, "--format", "json").stdout)
        assert report["article"]["published"] == "2024-03-04"
        assert report["notes"] == [given, dateline]
    assert f"Note: {given}.\n" in belie("mentions", *asked[1:]).stdout
    agreed = belie("check", path, "--published", "2024-03-04")
    assert agreed.stdout.splitlines()[1:] == [f"Note: {dateline}."]


def test_a_note_on_one_article_of_several_names_it_and_many_notes_are_cut_short(
    tmp_path: Path,
) -> None:
    entries = [
        {"id": f"a{day}", "date": f"2024-06-{day:02}", "text": "LIMA, 5 May — Nine people died."}
        for day in range(10, 31)
    ]
    wire = tmp_path / "wire.jsonl"
    wire.write_text("".join(f"{json.dumps(each)}\n" for each in (*entries, *entries)[:-20]))
    _, first, *notes = belie("check", wire).stdout.splitlines()
    said = 'Note: the dateline says "5 May", but {} holds as the day of publication ({}).'
    assert first == said.format("2024-06-10", "2 of 22 articles")
    assert notes[0] == said.format("2024-06-11", "a11")
    assert (len(notes), notes[-1]) == (20, "1 further note left out; JSON has all.")


@pytest.mark.parametrize(
    ("asked", "note"),
    [
        ([], "no fact was read, so there was nothing to compare"),
        (["--ignore", "*"], "no rule is applied"),
    ],
)
def test_nothing_flagged_says_so_where_nothing_was_compared(asked: list[str], note: str) -> None:
    result = belie("check", "-", *asked, stdin="It was quiet by the lake.")
    assert f"Note: {note}.\n" in result.stdout


def test_what_is_extracted_of_markdown_is_found_again_in_it(tmp_path: Path) -> None:
    copy = tmp_path / "fire.md"
    copy.write_text(
        "# Leeds\n\nIn *Leeds* a fire killed **12** people.\n\n"
        "On Monday the fire killed **9** people in Leeds.\n"
    )
    facts = tmp_path / "facts.jsonl"
    belie("extract", copy, "--published", "2024-03-05", "--format", "jsonl", "--output", facts)
    asked = ["check", copy, "--published", "2024-03-05", "--format", "json"]
    by_reading = json.loads(belie(*asked).stdout)
    by_statements = json.loads(belie(*asked, "--statements", facts, "--reader", "none").stdout)
    assert by_statements["errors"] == []
    assert [fact["span"] for fact in by_statements["facts"]] == [
        fact["span"] for fact in by_reading["facts"]
    ]


def test_several_jobs_write_what_one_writes(tmp_path: Path) -> None:
    wire = tmp_path / "wire.jsonl"
    lines = [json.dumps({"text": text, "id": f"{n}"}) for n, text in enumerate([WRONG, RIGHT] * 3)]
    wire.write_text("\n".join([*lines, "{", lines[0]]))
    one = belie("check", wire, "--format", "jsonl")
    two = belie("check", wire, "--format", "jsonl", "--jobs", "2")
    assert (two.exit_code, two.stdout, two.stderr) == (one.exit_code, one.stdout, one.stderr)
    assert len(one.stdout.splitlines()) == 7


def test_more_jobs_than_a_machine_can_hold_are_refused(tmp_path: Path) -> None:
    result = belie("check", tmp_path / "a.txt", "--jobs", "100000000000")
    assert (result.exit_code, "--jobs" in result.stderr) == (2, True)


def test_jobs_are_for_copy_alone(tmp_path: Path) -> None:
    result = belie("check", "--statements", tmp_path / "a.csv", "--jobs", "2")
    problem = "--jobs is for copy alone; leave out --statements, or take --jobs 1"
    assert (result.exit_code, result.stderr) == (2, f"belie: {problem}\n")


def test_a_sarif_log_is_whole_whatever_was_found(tmp_path: Path, wrong: Path) -> None:
    quiet = tmp_path / "quiet.txt"
    quiet.write_text(RIGHT)
    for files, number in (([wrong, quiet, wrong], 2), ([quiet], 0), ([tmp_path / "none.txt"], 0)):
        log = json.loads(belie("check", *files, "--format", "sarif").stdout)
        assert log["version"] == "2.1.0"
        assert len(log["runs"][0]["results"]) == number


def test_a_bad_file_costs_only_itself(tmp_path: Path, wrong: Path) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes(b"caf\x81")
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    wire = tmp_path / "wire.jsonl"
    wire.write_text(json.dumps({"text": RIGHT}) + '\n{"text": \n')
    missing = tmp_path / "missing.txt"
    result = belie("check", missing, latin, empty, wire, wrong)
    assert result.exit_code == 2
    *said, last = result.stderr.splitlines()
    assert said == [
        f"belie: {missing}: cannot be read: {os.strerror(errno.ENOENT)}",
        f"belie: {latin}:1: is not UTF-8; save it as UTF-8",
        f"belie: {empty}: is empty; there is nothing to check",
    ]
    assert last.startswith(f"belie: {wire}:2: is not JSON: ")
    assert last.endswith(" at column 9")
    assert f"{wrong}:2  contradiction" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("1 contradiction in 2 articles (")
    assert result.stdout.splitlines()[-1].endswith("; 4 failed")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--published", "2 May"], "--published: '2 May' is no date; write it as 2022-12-02"),
        (
            ["--select", "calendar/weekdays"],
            "there is no rule 'calendar/weekdays'; did you mean 'calendar/weekday'?",
        ),
        (["--ignore", "sport/*"], "there is no rule 'sport/*'"),
        (
            ["--title", "A", "other.txt"],
            "--title is the headline of one article, and 2 files were given",
        ),
        (
            ["--output", "/nowhere/report.txt"],
            f"/nowhere/report.txt: cannot be written: {os.strerror(errno.ENOENT)}",
        ),
    ],
)
def test_a_wrong_option_is_one_line_and_exits_with_two(
    right: Path, arguments: list[str], problem: str
) -> None:
    result = belie("check", right, *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"belie: {problem}\n")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [(["check"], "FILE"), (["check", "a.txt", "--format", "xml"], "xml"), (["chek", "a"], "chek")],
)
def test_wrong_usage_exits_with_two(arguments: list[str], named: str) -> None:
    result = belie(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert named in result.stderr


def test_rules_are_selected_and_ignored(wrong: Path) -> None:
    assert belie("check", wrong, "--select", "calendar/*").exit_code == 1
    assert belie("check", wrong, "--select", "casualty/*").exit_code == 0
    assert belie("check", wrong, "--ignore", "calendar/weekday").exit_code == 0


@pytest.mark.parametrize("engine", ["auto", "durable", "duck", "plain"])
def test_every_engine_says_the_same(wrong: Path, engine: str) -> None:
    assert belie("check", wrong, "--engine", engine).stdout == belie("check", wrong).stdout


def test_json_is_an_object_for_one_article_and_an_array_for_several(
    wrong: Path, right: Path
) -> None:
    one = json.loads(belie("check", wrong, "--format", "json").stdout)
    assert (one["schema"], one["article"]["id"]) == ("belie/report/1", str(wrong))
    both = json.loads(belie("check", wrong, right, "--format", "json").stdout)
    assert [report["article"]["id"] for report in both] == [str(wrong), str(right)]
    assert both[0] == one


def test_json_stays_an_array_when_one_of_several_fails(tmp_path: Path, right: Path) -> None:
    result = belie("check", tmp_path / "missing.txt", right, "--format", "json")
    assert [report["article"]["id"] for report in json.loads(result.stdout)] == [str(right)]
    alone = belie("check", tmp_path / "missing.txt", "--format", "json")
    assert (alone.stdout, alone.exit_code) == ("[]\n", 2)


def test_jsonl_is_a_line_an_article(tmp_path: Path) -> None:
    wire = tmp_path / "wire.jsonl"
    entries = [{"text": WRONG, "id": "a", "published": "2024-05-01"}, {"text": RIGHT}]
    wire.write_text("\n".join(map(json.dumps, entries)))
    lines = belie("check", wire, "--format", "jsonl").stdout.splitlines()
    reports = [json.loads(line) for line in lines]
    assert [report["article"] for report in reports] == [
        {"id": "a", "title": None, "published": "2024-05-01"},
        {"id": f"{wire}#2", "title": None, "published": None},
    ]
    assert [len(report["findings"]) for report in reports] == [1, 0]


def test_date_and_title_reach_the_article(right: Path) -> None:
    result = belie(
        "check", right, "--format", "json", "--published", "2024-05-01", "--title", "Ferry"
    )
    assert json.loads(result.stdout)["article"] == {
        "id": str(right),
        "title": "Ferry",
        "published": "2024-05-01",
    }


def test_output_goes_to_a_file(tmp_path: Path, wrong: Path) -> None:
    target = tmp_path / "report.txt"
    result = belie("check", wrong, "--output", target)
    assert (result.exit_code, result.stdout) == (1, "")
    assert target.read_text() == belie("check", wrong).stdout


def test_other_copy_is_held_against_every_article(tmp_path: Path) -> None:
    story, wire = tmp_path / "story.txt", tmp_path / "wire.txt"
    story.write_text("The landslide in Quito killed 12 people on 6 March 2024.")
    wire.write_text("The landslide in Quito killed 17 people on 6 March 2024.")
    assert belie("check", story).exit_code == 0
    result = belie("check", story, "--against", wire)
    assert result.exit_code == 1
    assert f"  {wire}:1\n" in result.stdout
    assert belie("check", story, "--against", tmp_path / "missing.txt").exit_code == 2


def test_extract_shows_facts_and_flags_nothing(wrong: Path) -> None:
    result = belie("extract", wrong)
    assert result.exit_code == 0
    assert f"{wrong}:2  f2  calendar\n  passage  «Friday, 9 May 2024»\n" in result.stdout
    assert " in 1 article (2 sentences)\n" in result.stdout
    (line,) = belie("extract", wrong, "--format", "jsonl").stdout.splitlines()
    report = json.loads(line)
    assert report["findings"] == []
    assert report["facts"][1]["text"] == "Friday, 9 May 2024"


def test_rules_and_kinds_are_listed_and_explained() -> None:
    assert "calendar/weekday" in belie("rules").stdout
    assert "control" in belie("kinds").stdout
    rule = belie("rule", "control/annexed-but-lost").stdout
    assert rule.startswith("control/annexed-but-lost: Annexed on paper, lost on the ground\n")
    assert "\n  touches(claim.place, loss.place)\n" in rule
    assert "\nunless  taken_back\n" in rule
    assert "\ntaken_back(claim, loss)  retaken: control\n" in rule
    assert '\nclaimed(fact)\n  fact.stance in ["asserted", "claimed"]\n' in rule
    assert "\nquiet  " in rule
    kind = belie("kind", "control").stdout
    assert kind.startswith("control: ")
    assert "annexed | " in kind


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (
            ["rule", "calendar/weekdy"],
            "there is no rule 'calendar/weekdy'; did you mean 'calendar/weekday'?",
        ),
        (["kind", "contrl"], "there is no kind 'contrl'; did you mean 'control'?"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(arguments: list[str], problem: str) -> None:
    result = belie(*arguments)
    assert (result.exit_code, result.stderr) == (2, f"belie: {problem}\n")


def test_examples_are_run_and_failures_named(tmp_path: Path) -> None:
    rule = (RULES / "calendar" / "weekday.yaml").read_text()
    path = tmp_path / "draft.yaml"
    path.write_text(rule)
    passed = belie("test", path)
    assert (passed.exit_code, passed.stderr) == (0, "")
    assert passed.stdout.endswith(" examples hold\n")
    path.write_text(f'{rule}  - flags: "{RIGHT}"\n')
    failed = belie("test", path)
    assert failed.exit_code == 1
    line = len(rule.splitlines()) + 1
    assert failed.stdout.startswith(
        f"{path}:{line}: calendar/weekday: flags nothing in {RIGHT!r}\n"
    )
    empty = belie("test", tmp_path / "none")
    assert empty.exit_code == 2


@pytest.mark.parametrize("name", [[], ["check"], ["extract"], ["rule"], ["kind"], ["test"]])
def test_help_shows_examples(name: list[str]) -> None:
    result = belie(*name, "--help")
    assert result.exit_code == 0
    assert f"  Examples:\n    {' '.join(['belie', *(name or ['check'])])}" in result.stdout


def test_version() -> None:
    assert belie("--version").stdout == "belie 0.1.0\n"


def test_in_a_pipe_there_is_no_colour_whatever_the_environment_asks(wrong: Path) -> None:
    done = command("check", wrong, FORCE_COLOR="1", TERM="xterm-256color", COLUMNS="30")
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout
    assert done.stdout == command("check", wrong).stdout
    assert done.stderr == b""


def test_the_same_input_gives_the_same_bytes(wrong: Path, right: Path) -> None:
    for form in ("text", "jsonl"):
        runs = {
            command("check", wrong, right, "--format", form, PYTHONHASHSEED=seed).stdout
            for seed in ("1", "2")
        }
        assert len(runs) == 1


def test_output_is_utf_8_whatever_the_locale() -> None:
    done = command("check", "-", stdin=WRONG.encode(), LC_ALL="C", PYTHONIOENCODING="latin-1")
    assert "«Friday, 9 May 2024»" in done.stdout.decode("utf-8")


def test_errors_go_to_standard_error_alone(tmp_path: Path) -> None:
    missing = tmp_path / "missing\x1b[31m.txt"
    done = command("check", missing, "--format", "jsonl")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"belie: {tmp_path}/missing�[31m.txt: cannot be read")
    assert done.stderr.count(b"\n") == 1


def test_on_a_terminal_passages_are_bold_and_text_fits(wrong: Path) -> None:
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "belie", "check", str(wrong)],
        stdout=follower,
        stderr=subprocess.PIPE,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "60"},
    ) as process:
        os.close(follower)
        output = b""
        try:
            while chunk := os.read(leader, 65536):
                output += chunk
        except OSError:  # how Linux says that the other end is closed
            pass
    os.close(leader)
    assert process.returncode == 1
    assert b"\x1b[1mFriday, 9 May 2024\x1b[0m" in output
    assert "«".encode() not in output


def test_why_names_the_condition_that_kept_a_rule_quiet(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(
        "Russia annexed the Kherson region in September 2022. In 2021 Russian forces"
        " retreated from Kherson.",
        encoding="utf-8",
    )
    result = belie("why", "control/annexed-but-lost", story, "--most", "1")
    assert result.exit_code == 0
    assert "kept quiet by 1 condition" in result.stdout
    assert "not before(loss.time, claim.time)" in result.stdout
    assert f"Nothing flagged, 1 nearly flagged in {story}" in result.stdout


def test_why_of_no_rule_suggests_the_nearest(tmp_path: Path) -> None:
    result = belie("why", "control/annexed-but-last", tmp_path / "story.txt")
    assert result.exit_code == 2
    assert "did you mean 'control/annexed-but-lost'?" in result.stderr


def test_new_prints_a_rule_that_loads() -> None:
    result = belie("new", "rule", "drafts/two-polls", "--of", "poll")
    assert result.exit_code == 0
    assert result.stdout.startswith("rule: drafts/two-polls\n")
    assert "first: poll" in result.stdout


def test_new_prints_a_kind_that_is_read_by_words() -> None:
    result = belie("new", "kind", "arrest", "--counts")
    assert result.exit_code == 0
    assert result.stdout.startswith("kind: arrest\n")
    assert "\nevokes:\n" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (
            ("rule", "Two Polls"),
            (
                "'Two Polls' must match ^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$: small letters, "
                "as topic/name, and - between words"
            ),
        ),
        (
            ("kind", "Rent"),
            "belie: 'Rent' must match ^[a-z][a-z_]*$: small letters, and _ between words\n",
        ),
        (("rule", "drafts/x", "--of", "pole"), "there is no kind 'pole'; did you mean 'poll'?"),
        (("rule", "drafts/x", "--counts"), "--counts goes with a kind, not with a rule"),
    ],
)
def test_new_refuses_what_would_not_load(arguments: tuple[str, ...], problem: str) -> None:
    result = belie("new", *arguments)
    assert result.exit_code == 2
    assert problem in result.stderr


@pytest.mark.parametrize("what", ["rule", "kind"])
def test_schema_describes_a_file(what: str) -> None:
    result = belie("schema", what)
    assert what in json.loads(result.stdout)["required"]


def test_schema_describes_what_rules_share() -> None:
    unless = json.loads(belie("schema", "rule").stdout)["properties"]["unless"]
    block = {"anyOf": [{"$ref": "#/$defs/UnlessBlock"}, {"minLength": 1, "type": "string"}]}
    assert unless["anyOf"][0] == unless["anyOf"][1]["items"] == block
    shared = json.loads(belie("schema", "shared").stdout)["properties"]
    assert shared.keys() == {"conditions", "unless"}


def test_coverage_names_conditions_that_no_example_proves(tmp_path: Path) -> None:
    draft = belie("new", "rule", "drafts/two", "--of", "control").stdout
    path = tmp_path / "two.yaml"
    path.write_text(draft)
    result = belie("test", path, "--coverage")
    assert f"{path}:13:5: no quiet example is decided by same(" in result.stdout
    assert "0 of 3 conditions are proved by an example" in result.stdout


def test_mentions_shows_numbers_dates_and_names(right: Path) -> None:
    result = belie("mentions", right)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"{right}:1  date  «Thursday, 9 May 2024»  2024-05-09 (day)",
        f"{right}:1  name  «Lisbon»  metonym Portugal",
        "2 mentions in 1 article",
    ]


def test_mentions_writes_json_lines(right: Path) -> None:
    result = belie("mentions", right, "--format", "jsonl")
    (line,) = result.stdout.splitlines()
    assert json.loads(line)["mentions"][0]["start"] == "2024-05-09"


def test_the_schema_of_mentions_is_printed() -> None:
    result = belie("schema", "mentions")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["required"] == ["schema", "article", "mentions", "errors"]


def test_why_is_about_one_rule(right: Path) -> None:
    result = belie("why", "calendar/w*", right)
    assert result.exit_code == 2
    assert result.stderr == "belie: why is about one rule, and 'calendar/w*' is 1\n"


def test_a_headline_is_not_that_of_a_folder(right: Path) -> None:
    result = belie("check", right.parent, "--title", "Ferry")
    assert result.exit_code == 2
    folder = right.parent
    assert result.stderr == (
        f"belie: --title is the headline of one article, and {folder} is a folder\n"
    )


def test_extract_writes_a_table_that_can_be_checked(wrong: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts"
    facts.mkdir()
    for form in ("csv", "parquet", "jsonl"):
        table = facts / f"facts.{form}"
        assert belie("extract", wrong, "--format", form, "--output", table).exit_code == 0
        again = belie("check", table, "--format", "jsonl")
        assert again.exit_code == 1
        (finding,) = json.loads(again.stdout)["findings"]
        (first,) = json.loads(belie("check", wrong, "--format", "jsonl").stdout)["findings"]
        for span in (*finding["spans"], *first["spans"]):  # a table has other lines than the copy
            del span["line"], span["column"]
        assert finding == first


def test_parquet_needs_a_file(wrong: Path) -> None:
    result = belie("extract", wrong, "--format", "parquet")
    assert result.exit_code == 2
    assert result.stderr == "belie: --format parquet needs --output PATH\n"


def test_statements_stand_beside_copy(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text("A fire killed 12 people in Leeds on Monday.\n\nThe coffins numbered 15.")
    row = {
        "kind": "casualty", "measure": "killed", "subject": "people", "value": "15",
        "place": "Leeds", "time": "Monday", "quote": "The coffins numbered 15",
    }  # fmt: skip
    asked = ("check", story, "--published", "2024-03-06", "--format", "jsonl", "--statements", "-")
    result = belie(*asked, stdin=json.dumps(row))
    assert result.exit_code == 1
    assert [each["rule"] for each in json.loads(result.stdout)["findings"]] == [
        "casualty/told-twice"
    ]
    alone = belie(*asked, "--reader", "none", stdin=json.dumps(row))
    assert (alone.exit_code, len(json.loads(alone.stdout)["facts"])) == (0, 1)
    astray = belie(*asked, stdin=json.dumps({**row, "quote": "The coffins numbered 16"}))
    assert astray.exit_code == 2
    assert astray.stderr == (
        f"belie: {story}: -:1: quote: the copy does not have 'The coffins numbered 16'; quote it "
        "word for word\n"
    )


def test_a_row_that_is_wrong_leaves_the_others(tmp_path: Path) -> None:
    table = tmp_path / "tolls.csv"
    table.write_text(
        "kind,measure,subject,value,place,time\n"
        "casualty,killed,people,12,Leeds,2024-03-04\n"
        "casualty,kiled,people,13,Leeds,2024-03-04\n"
        "casualty,killed,people,15,Leeds,2024-03-04\n"
    )
    result = belie("check", table, "--format", "jsonl")
    assert result.exit_code == 2
    assert len(json.loads(result.stdout)["findings"]) == 1
    assert result.stderr.startswith(f"belie: {table}: {table}:3: measure: is never 'kiled', but ")


def test_a_reader_goes_with_statements(right: Path) -> None:
    result = belie("check", right, "--reader", "none")
    assert (result.exit_code, result.stderr) == (2, "belie: --reader none needs --statements\n")


def test_statements_that_name_no_article_are_about_the_only_one(tmp_path: Path) -> None:
    story, rows = tmp_path / "story.json", tmp_path / "rows.jsonl"
    story.write_text(json.dumps({"id": "a7", "text": "The coffins numbered 15."}))
    rows.write_text('{"kind": "casualty", "value": 15, "quote": "The coffins numbered 15"}')
    result = belie("check", story, "--statements", rows, "--reader", "none", "--format", "jsonl")
    assert result.exit_code == 0
    assert [each["text"] for each in json.loads(result.stdout)["facts"]] == [
        "The coffins numbered 15"
    ]
    result = belie("check", story, story, "--statements", rows)
    assert (result.exit_code, result.stderr) == (
        2,
        (
            "belie: the statements name no article; where several are checked, each needs its "
            "'article'\n"
        ),
    )


def test_statements_about_another_article_are_said(right: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"kind": "casualty", "article": "a8", "quote": "x"}')
    result = belie("check", right, "--statements", rows)
    assert result.exit_code == 2
    assert result.stderr == f"belie: {rows}:1: article: 'a8' is not among what is checked\n"


def test_a_phrase_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    kind = tmp_path / "crowd.yaml"
    kind.write_text(
        "kind: crowd\ntitle: How many came\nvalue: people\nphrases:\n"
        '  - say: "{value:nope} came"\n    tests: []\n'
    )
    result = command("test", kind)
    assert result.returncode == 2
    assert result.stderr.decode().startswith(f"belie: {kind}:5:")
    assert result.stderr.count(b"\n") == 1


def test_what_is_held_against_may_be_statements(tmp_path: Path) -> None:
    story, table = tmp_path / "story.md", tmp_path / "tolls.csv"
    story.write_text("A fire killed 12 people in Leeds on 4 March 2024, police said.")
    table.write_text(
        "kind,measure,subject,value,place,time,source,article,published\n"
        "casualty,killed,people,15,Leeds,4 March 2024,police,fire,2024-03-06\n"
        "casualty,killed,people,16,Leeds,4 March 2024,police,fire,2024-03-06\n"
    )
    for checked, against in ((story, table), (table, story)):
        result = belie("check", checked, "--against", against, "--format", "jsonl")
        assert result.exit_code == 1
        (found,) = map(json.loads, result.stdout.splitlines())
        told = [{fact["article"] for fact in found["facts"]} for each in found["findings"]]
        assert told[0] == {"fire", str(story)}


def test_why_takes_statements_as_they_are_stated(tmp_path: Path) -> None:
    table = tmp_path / "tolls.csv"
    table.write_text(
        "kind,measure,subject,value,place,time\n"
        "casualty,killed,people,12,Leeds,2024-03-04\n"
        "casualty,killed,people,15,Leeds,2024-03-05\n"
    )
    result = belie("why", "casualty/told-twice", table)
    assert result.stdout.endswith(f"Nothing flagged, 1 nearly flagged in {table}\n")


def test_statements_are_judged_by_themselves_without_copy() -> None:
    row = {"kind": "casualty", "measure": "killed", "subject": "people", "place": "Leeds"}
    rows = "\n".join(json.dumps({**row, "value": value, "article": "a"}) for value in (12, 15))
    result = belie("check", "--statements", "-", "--format", "jsonl", stdin=rows)
    assert result.exit_code == 1
    assert [each["rule"] for each in json.loads(result.stdout)["findings"]] == [
        "casualty/told-twice"
    ]
    result = belie("check")
    assert (result.exit_code, result.stderr) == (
        2, "belie: nothing is given to check; name a FILE, or statements with --statements\n",
    )  # fmt: skip


def test_of_files_that_cannot_be_read_it_is_said_that_nothing_was() -> None:
    result = belie("extract", "nosuch.txt")
    assert (result.exit_code, result.stdout) == (2, "Nothing read in 0 articles; 1 failed\n")
    assert result.stderr == "belie: nosuch.txt: cannot be read: No such file or directory\n"


def test_events_shows_what_is_taken_for_one(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(
        "A bomb killed 12 people in Mogadishu on Friday. The blast wounded 30 people.\n\n"
        "Another bomb killed two people on Saturday."
    )
    shown = belie("events", story, "--published", "2023-12-11")
    assert shown.exit_code == 0
    assert shown.stdout == (
        f"{story}:1  e1  bomb (blast), Mogadishu, 2023-12-08\n"
        "  line 1   A bomb «killed 12 people» in Mogadishu on Friday.\n"
        "  line 1   The blast «wounded 30 people».\n\n"
        f"{story}:3  e2  bomb (blast), 2023-12-09\n"
        "  line 3   Another bomb «killed two people» on Saturday.\n\n"
        "5 facts in 1 article (3 sentences)\n"
    )


def test_a_fact_names_its_event_in_json(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("A bomb killed 12 people in Mogadishu on Friday.")
    result = belie("extract", story, "--published", "2023-12-11", "--format", "jsonl")
    report = json.loads(result.stdout)
    (event,) = report["events"]
    (fact,) = (each for each in report["facts"] if each["kind"] == "casualty")
    day = {
        "start": "2023-12-08", "end": "2023-12-09", "precision": "day", "anchor": "publication",
        "inferred": "week",
    }  # fmt: skip
    known = {"id": "e1", "class": "blast", "text": "bomb", "place": "Mogadishu", "day": day}
    assert fact["event"] == known
    assert event == {**known, "part": "text", "span": [2, 6], "past": False}
