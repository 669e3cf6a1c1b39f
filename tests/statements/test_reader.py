"""Copy that statements are given for, in place of belie's own reading or beside it."""

from datetime import date

from belie import Article, Checker
from belie.statements.gathered import Gathered
from belie.statements.reader import StatedReader
from belie.statements.tables import Row

STORY = Article(
    "Nine people died in Leeds on Monday. The roll call came to 12.",
    id="fire.md",
    published=date(2024, 3, 6),
)
STATED = Row(
    "t.csv:2",
    {
        "kind": "casualty",
        "measure": "killed",
        "subject": "people",
        "place": "Leeds",
        "value": "12",
        "time": "Monday",
        "quote": "The roll call came to 12",
    },
)


def about(article, rows):
    gathered = Gathered(rows)
    gathered.name_others(article)
    return gathered


def tolls(report):
    return [fact.text for fact in report.facts if fact.kind == "casualty"]


def check(rows, *, beside):
    read = StatedReader(about("fire.md", rows), beside=beside)
    with Checker(engine="plain", read=read) as checker:
        return checker.check(STORY)


def test_statements_stand_beside_what_belie_reads():
    report = check([STATED], beside=True)
    assert tolls(report) == ["Nine people died", "The roll call came to 12"]
    assert [finding.rule for finding in report.findings] == ["casualty/told-twice"]


def test_statements_stand_alone():
    report = check([STATED], beside=False)
    assert tolls(report) == ["The roll call came to 12"]


def test_copy_without_statements_is_read_as_ever():
    read = StatedReader(about("other.md", [STATED]), beside=False)
    with Checker(engine="plain", read=read) as checker:
        assert tolls(checker.check(STORY)) == ["Nine people died"]


def test_a_quote_that_the_copy_does_not_have_is_an_error_of_the_report():
    row = Row("t.csv:2", {**STATED.cells, "quote": "The roll call came to 13"})
    report = check([row], beside=True)
    assert [issue.message for issue in report.errors] == [
        "t.csv:2: quote: the copy does not have 'The roll call came to 13'; quote it word for word"
    ]
    assert tolls(report) == ["Nine people died"]


def test_what_belie_reads_of_a_passage_gives_way_to_what_is_stated():
    row = Row("t.csv:2", {**STATED.cells, "value": "9", "quote": "Nine people died"})
    report = check([row], beside=True)
    assert [(fact.phrase, fact.text) for fact in report.facts if fact.kind == "casualty"] == [
        ("casualty/stated", "Nine people died")
    ]


def test_statements_about_copy_that_is_not_read_are_told():
    astray = Row("t.csv:3", {**STATED.cells, "article": "flood.md"})
    read = StatedReader(about("fire.md", [STATED, astray]))
    with Checker(engine="plain", read=read) as checker:
        checker.check(STORY)
    assert [str(problem) for problem in read.unread()] == [
        "t.csv:3: article: 'flood.md' is not among what is checked"
    ]
