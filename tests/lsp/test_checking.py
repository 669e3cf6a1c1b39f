import duckdb
import pytest
from belie.dismissals import add_dismissal
from belie.lsp.checking import Draft, DraftChecker, Problem, SupersededError
from belie.lsp.options import Options

TWICE = (
    "A boiler burst in Leeds on Monday and killed four people, the police said.\n\n"
    "The seven people killed in Leeds on Monday had worked nearby, the police said.\n"
)
DAY = "---\ndate: 2024-03-06\n---\n\n"


@pytest.fixture
def checker():
    made = DraftChecker()
    yield made
    made.close_all()


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "story.md"
    return Draft(path.as_uri(), str(path), ".md", 1, DAY + TWICE)


def rules(checked):
    return [finding.rule for finding in checked.report.findings]


def test_a_document_that_has_no_file_is_checked_too(checker):
    unsaved = Draft("untitled:Untitled-1", None, ".md", 1, DAY + TWICE)
    assert rules(checker.check(unsaved)) == ["casualty/told-twice"]


def test_a_change_of_settings_or_dismissals_is_noticed_once(checker, draft, tmp_path):
    found = checker.check(draft).report.findings
    assert not checker.refresh()
    add_dismissal(found[0].fingerprint, "two boilers", None, tmp_path / "story.md")
    assert (checker.refresh(), checker.refresh()) == (True, False)
    report = checker.check(draft).report
    assert (report.findings, report.dismissed) == ((), (found[0].fingerprint,))
    (tmp_path / "belie.toml").write_text('select = ["poll/*"]\n', encoding="utf-8")
    assert (checker.refresh(), checker.refresh()) == (True, False)
    assert checker.check(draft).report.dismissed == ()


def test_a_rule_of_the_house_is_applied_and_one_that_is_none_is_said(checker, draft, tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "belie.toml").write_text('rules = ["rules"]\n', encoding="utf-8")
    assert checker.check(draft).problems == ()
    broken = tmp_path / "rules" / "odd.yaml"
    broken.write_text("rule: odd\n", encoding="utf-8")
    assert checker.refresh()
    checked = checker.check(draft)
    assert rules(checked) == ["casualty/told-twice"]
    assert [each.message.partition(":")[0] for each in checked.problems] == [str(broken)]
    assert all(each.line is None for each in checked.problems)


def test_what_the_editor_is_set_to_that_cannot_be_read_is_said_with_every_document(checker, draft):
    checker.set(Options(against=("/none/wire.txt",), problems=("belie: odd",)))
    checked = checker.check(draft)
    assert rules(checked) == ["casualty/told-twice"]
    missing = "/none/wire.txt: cannot be read: No such file or directory"
    assert checked.problems == (Problem("belie: odd"), Problem(missing))


def test_a_document_is_not_held_against_itself_as_it_was_saved(checker, tmp_path):
    story, wire = tmp_path / "story.md", tmp_path / "wire.md"
    story.write_text(DAY + "A boiler burst in Leeds on Monday and killed four people.\n")
    wire.write_text(DAY + "A boiler burst in Leeds on Monday and killed nine people.\n")
    checker.set(Options(against=(str(tmp_path),)))
    text = story.read_text().replace("four", "six")
    checked = checker.check(Draft(story.as_uri(), str(story), ".md", 2, text))
    assert checked.files == (str(wire),)
    assert {fact.article for found in checked.report.findings for fact in found.facts.values()} == {
        str(story), str(wire)
    }  # fmt: skip


def test_an_archive_is_not_kept_from_those_who_add_to_it(checker, draft, tmp_path):
    archive = tmp_path / "desk.belie"
    duckdb.connect(str(archive)).close()
    checker.set(Options(against=(str(archive),)))
    problem = "is an archive, to which nobody could add while an editor has it open; name copy"
    assert checker.check(draft).problems == (Problem(f"{archive}: {problem}"),)


def test_a_check_that_nobody_waits_for_ends_and_the_next_is_whole(checker, draft):
    with pytest.raises(SupersededError):
        checker.check(draft, lambda: True)
    assert rules(checker.check(draft)) == ["casualty/told-twice"]
