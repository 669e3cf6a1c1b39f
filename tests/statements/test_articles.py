"""Statements gathered by article, and judged by the rules that judge copy."""

import io
import json

import pytest
from belie import Article, Checker
from belie.report.json import json_line
from belie.rulebook.rule import load_rules
from belie.statements.articles import stated_articles, stated_of
from belie.statements.facts import FactMaker
from belie.statements.gathered import Gathered
from belie.statements.tables import Row, rows_of_lines

STORY = Article(
    "A blast killed at least 14 people in Leeds on Monday, police said. The blast in Leeds on "
    "Monday killed nine people, police said. Rebels hold Lyman. Ukraine controls Lyman.",
    id="blast",
)
TOLL = {"kind": "casualty", "measure": "killed", "subject": "people", "place": "Leeds"}


def rows(*cells):
    return [Row(f"t.csv:{number}", each) for number, each in enumerate(cells, start=2)]


@pytest.fixture(scope="module")
def checker():
    with Checker(engine="plain") as checker:
        yield checker


def test_rows_are_gathered_by_article_wherever_they_stand():
    given = rows(
        {**TOLL, "article": "a", "value": 1},
        {**TOLL, "value": 2},
        {**TOLL, "article": "a", "value": 3},
    )
    found = list(stated_articles(Gathered(given), "t.csv"))
    assert [each.article.id for each in found] == ["a", "t.csv"]
    assert [[fact.value.low for fact in each.facts] for each in found] == [[1, 3], [2]]


def test_a_row_that_states_nothing_leaves_the_others():
    given = rows({**TOLL, "value": "many"}, {**TOLL, "value": 9})
    (found,) = stated_articles(Gathered(given), "t.csv")
    assert [issue.message for issue in found.errors] == [
        "t.csv:2: value: 'many' is no number; write it as 40, at least 40 or about 40"
    ]
    assert len(found.facts) == 1


def test_the_rules_judge_statements_as_they_judge_copy(checker):
    day = {"time": "4 March 2024"}
    given = rows({**TOLL, **day, "value": "12"}, {**TOLL, **day, "value": "15"})
    (found,) = stated_articles(Gathered(given), "t.csv")
    report = checker.check_facts(found.facts, article=found.article)
    assert [finding.rule for finding in report.findings] == ["casualty/told-twice"]
    assert [fact.text for fact in report.findings[0].facts.values()] == [
        "casualty, killed, people, Leeds, 12, 4 March 2024",
        "casualty, killed, people, Leeds, 15, 4 March 2024",
    ]


def test_what_a_row_states_of_copy_points_into_it():
    given = rows({**TOLL, "value": "9", "quote": "killed nine people"})
    found = stated_of(STORY, given, FactMaker())
    assert [fact.text for fact in found.facts] == ["killed nine people"]
    assert STORY.text[slice(*found.facts[0].sentence)].startswith("The blast in Leeds")


EXAMPLES = [
    pytest.param(Article(test.text, test.title, test.published, "copy"), id=f"{rule.name}-{number}")
    for rule in load_rules()
    for number, test in enumerate(rule.tests)
    if test.flags and test.text and not test.others
]


@pytest.mark.parametrize("story", [pytest.param(STORY, id="story"), *EXAMPLES])
def test_what_extract_writes_gives_the_same_findings(checker, story):
    report = checker.check(story)
    assert report.findings
    line = json_line(checker.extract(story)).encode()
    (found,) = stated_articles(Gathered(rows_of_lines("t.jsonl", io.BytesIO(line))), "t.jsonl")
    again = checker.check(found)
    assert found.errors == ()
    written, rewritten = (json.loads(json_line(each))["findings"] for each in (report, again))
    for finding in (*written, *rewritten):  # passages alone have other lines than the copy
        for span in finding["spans"]:
            del span["line"], span["column"]
    assert rewritten == written
