"""Settings of a house: where they are looked for, what they may say, what holds for a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from belie.configuration import Configuration, Settings, configuration_for
from belie.knowledge import KnowledgeError

MAKE_THEM = "make them, or take them out"
NO_TOML = "is not TOML from here on; write strings in quotes, as in why = 'checked'"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def test_without_a_file_nothing_is_said() -> None:
    assert configuration_for("story.txt") == Configuration()


def test_the_nearest_file_upward_is_in_force_and_no_other() -> None:
    write("belie.toml", 'ignore = ["poll"]\nfail-on = "caution"\n')
    write("sport/belie.toml", 'ignore = ["quote"]\n')
    for file, path, ignore, fail_on in (
        (None, "belie.toml", ("poll",), "caution"),
        ("world/2024/story.txt", "belie.toml", ("poll",), "caution"),
        ("sport/cup/story.txt", "sport/belie.toml", ("quote",), None),
    ):
        found = configuration_for(file)
        assert (found.path, found.settings.ignore) == (Path(path), ignore)
        assert found.fail_on == fail_on


def test_a_table_of_pyproject_will_do_and_a_pyproject_without_one_is_passed_over() -> None:
    write("pyproject.toml", '[tool.belie]\nselect = ["casualty", "poll"]\n')
    write("sport/pyproject.toml", '[project]\nname = "belie-notes"\n[tool.ruff]\n')
    found = configuration_for("sport/story.txt")
    assert (found.path, found.settings.select) == (Path("pyproject.toml"), ("casualty", "poll"))
    write("belie.toml", 'select = ["tally"]\n')
    assert configuration_for().path == Path("belie.toml")


def test_folders_are_those_beside_the_file() -> None:
    write("desk/belie.toml", 'rules = ["house/rules"]\nkinds = ["kinds"]\n')
    Path("desk/house/rules").mkdir(parents=True)
    Path("desk/kinds").mkdir()
    settings = configuration_for("desk/copy/story.txt").settings
    assert settings.rules == (Path("desk/house/rules"),)
    assert settings.kinds == (Path("desk/kinds"),)


def test_a_folder_need_not_be_there_for_who_makes_it() -> None:
    write("belie.toml", 'rules = ["house/rules"]\n')
    settings = configuration_for("story.txt", complete=False).settings
    assert settings.rules == (Path("house/rules"),)


def test_what_holds_for_a_file_is_added_up_in_order() -> None:
    write(
        "belie.toml",
        'ignore = ["quote"]\n[severities]\n"poll/*" = "caution"\n'
        '[paths."opinion/*"]\nselect = ["casualty"]\nignore = ["poll"]\n'
        '[paths."*.md".severities]\npoll = "discrepancy"\n',
    )
    found = configuration_for()
    assert found.settings_for("news/a.txt") == found.settings
    assert found.settings_for("opinion/2024/a.md") == Settings(
        select=("casualty",),
        ignore=("quote", "poll"),
        severities=(("poll/*", "caution"), ("poll", "discrepancy")),
    )


@pytest.mark.parametrize(
    ("glob", "file", "fits"),
    [
        ("opinion/*", "opinion/a.txt", True),
        ("opinion/*", "opinion/2024/a.txt", True),
        ("opinion/*", "news/opinion/a.txt", False),
        ("**/opinion/*", "opinion/a.txt", True),
        ("**/opinion/*", "news/opinion/a.txt", True),
        ("*.md", "news/2024/a.md", True),
        ("a.txt", "news/a.txt", True),
        ("a.txt", "news/aa.txt", False),
    ],
)
def test_a_glob_is_relative_to_the_file_of_settings(glob: str, file: str, fits: bool) -> None:
    write("desk/belie.toml", f'[paths."{glob}"]\nignore = ["poll"]\n')
    assert (configuration_for(f"desk/{file}").fitting(f"desk/{file}") == [glob]) is fits


def test_the_command_line_goes_before_the_file() -> None:
    settings = Settings(select=("poll",), ignore=("quote",))
    assert settings.asked(None, ["tally"]) == Settings(select=("poll",), ignore=("quote", "tally"))
    assert settings.asked(["quote"], ()) == Settings(select=("quote",))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('\nignored = ["poll"]', "2:1: unknown key 'ignored'; did you mean 'ignore'?"),
        ('fail_on = "never"', "1:1: unknown key 'fail_on'; did you mean 'fail-on'?"),
        ('\nfail-on = "x"', "2:1: must be 'contradiction', 'discrepancy', 'caution' or 'never'"),
        ('select = "poll"', "1:1: must be a list"),
        ("select = [\n 3]", "1:1: must be text"),
        ("[severities]\n\npoll = 3", "3:1: must be 'contradiction', 'discrepancy' or 'caution'"),
        ('[paths."a/*"]\nfail-on = "never"', "2:1: unknown key 'fail-on'"),
        ('rules = ["a"]', "1:1: there is no folder 'a' beside this file; make it, or take it out"),
        (
            'rules = [".", "a"]\nkinds = ["b", "c"]',
            f"1:1: there are no folders 'a', 'b' and 'c' beside this file; {MAKE_THEM}",
        ),
        ("a = 1\nselect = [poll]", f"2:11: {NO_TOML}"),
        ("\nselect = [", f"2:1: {NO_TOML}"),
        ("a = " + "[" * 5000, "1:1: is nested too deep"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, problem: str) -> None:
    write("belie.toml", text)
    with pytest.raises(KnowledgeError) as failure:
        configuration_for("story.txt")
    assert str(failure.value) == f"belie.toml:{problem}"


def test_a_table_of_pyproject_is_pointed_at_too() -> None:
    write("pyproject.toml", '[project]\nselect = 1\n\n[tool.belie]\nselct = ["poll"]\n')
    with pytest.raises(KnowledgeError) as failure:
        configuration_for()
    assert str(failure.value) == "pyproject.toml:5:1: unknown key 'selct'; did you mean 'select'?"


def test_a_file_that_is_not_utf_8_is_said(desk: Path) -> None:
    (desk / "belie.toml").write_bytes(b"# caf\xe9")
    with pytest.raises(KnowledgeError, match="is not UTF-8; save it as UTF-8"):
        configuration_for()
