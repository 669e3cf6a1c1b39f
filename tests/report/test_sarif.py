from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from belie.entries import Submission
from belie.formats.markdown import read_markdown
from belie.model import Article, Fact, Finding, Report, Span
from belie.report.github import render_annotations
from belie.report.sarif import SARIF_HEAD, sarif_end, sarif_results
from belie.rulebook.rule import load_rules
from belie.sources import read_articles

COPY = "# Mast kills nine\n\nThe mast killed **seven people**: 7% of them.\n"
ARTICLE = replace(read_markdown(COPY), id="news/mast 1.md")
WIRE = Article("Eight died.", id="wire.txt")


def fact(article: Article, text: str) -> Fact:
    part = "title" if text in (article.title or "") else "text"
    at = ((article.title or "") if part == "title" else article.text).index(text)
    span = Span(at, at + len(text))
    return Fact(
        id=f"f{at}", kind="casualty", fields={}, value=None, time=None, source=None,
        evidential=None, stance="asserted", part_of=None, part=part, span=span, sentence=span,
        text=text, phrase="casualty/killed", article=article.id,
    )  # fmt: skip


def finding(*facts: Fact) -> Finding:
    named = MappingProxyType({f"role{number}": each for number, each in enumerate(facts)})
    return Finding(
        "casualty/told-twice", "contradiction", "9 killed, or 7%?", "5e1f", named, (),
        argument="9 is more than 7",
    )  # fmt: skip


HEADLINE, STORY = fact(ARTICLE, "kills nine"), fact(ARTICLE, "killed seven people")
REPORT = Report(ARTICLE, (HEADLINE, STORY), (finding(HEADLINE, STORY),))


def results(report: Report) -> list[dict[str, object]]:
    log = json.loads(SARIF_HEAD + sarif_results(report) + sarif_end(load_rules()))
    found: list[dict[str, object]] = log["runs"][0]["results"]
    return found


def test_a_result_stands_at_the_first_passage_and_names_the_other() -> None:
    file = {"artifactLocation": {"uri": "news/mast%201.md"}}
    first = {"startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 18}
    other = {"startLine": 3, "startColumn": 10, "endLine": 3, "endColumn": 31}
    assert results(REPORT) == [
        {
            "ruleId": "casualty/told-twice",
            "level": "error",
            "message": {"text": "9 killed, or 7%? – 9 is more than 7"},
            "locations": [{"physicalLocation": {**file, "region": first}}],
            "relatedLocations": [
                {
                    "physicalLocation": {**file, "region": other},
                    "id": 1,
                    "message": {"text": "killed seven people"},
                }
            ],
            "partialFingerprints": {"belie/v1": "5e1f"},
        }
    ]


def test_the_passage_of_the_article_checked_stands_first() -> None:
    died = fact(WIRE, "Eight died")
    (result,) = results(Report(ARTICLE, (STORY, died), (finding(died, STORY),), against=(WIRE,)))
    locations = result["locations"]
    assert isinstance(locations, list)
    uri = {"uri": "news/mast%201.md"}
    assert locations[0]["physicalLocation"]["artifactLocation"] == uri


def test_a_log_names_every_rule_with_its_level() -> None:
    (run,) = json.loads(SARIF_HEAD + sarif_end(load_rules()))["runs"]
    rules = {each["id"]: each for each in run["tool"]["driver"]["rules"]}
    assert rules["casualty/told-twice"]["defaultConfiguration"] == {"level": "error"}
    assert rules["name/spelling"]["defaultConfiguration"] == {"level": "note"}
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"] == []


def test_an_annotation_is_one_line_that_a_workflow_reads() -> None:
    assert render_annotations(REPORT) == (
        "::error file=news/mast 1.md,line=1,endLine=1,col=8,endColumn=18,title=casualty/told-twice"
        "::9 killed, or 7%25? – 9 is more than 7 (“kills nine” / “killed seven people”)\n"
    )


def test_an_article_of_json_lines_stands_in_their_file_at_its_line(tmp_path: Path) -> None:
    wire = tmp_path / "wire.jsonl"
    entry = {"id": "a 7", "text": "The mast killed seven people.", "against": ["Eight died."]}
    wire.write_text(f'{{"text": "It rained."}}\n{json.dumps(entry)}\n')
    _, submission = read_articles([str(wire)])
    assert isinstance(submission, Submission)
    article, (other,) = submission.article, submission.against
    story, died = fact(article, "killed seven people"), fact(other, "Eight died")
    report = Report(article, (story, died), (finding(story, died),), against=(other,))
    assert render_annotations(report).startswith(f"::error file={wire},line=2,title=casualty/")
    (result,) = results(report)
    place = {
        "physicalLocation": {
            "artifactLocation": {"uri": str(wire)},
            "region": {"startLine": 2},
        }
    }
    said = {"id": 1, "message": {"text": "Eight died"}}
    assert (result["locations"], result["relatedLocations"]) == ([place], [place | said])


def test_an_article_of_a_list_has_no_line(tmp_path: Path) -> None:
    wire = tmp_path / "wire.json"
    wire.write_text(json.dumps([{"id": "a7", "text": "The mast killed seven people."}]))
    (submission,) = read_articles([str(wire)])
    assert isinstance(submission, Submission)
    story = fact(submission.article, "killed seven people")
    report = Report(submission.article, (story,), (finding(story),))
    assert render_annotations(report).startswith(f"::error file={wire},title=casualty/")
    (result,) = results(report)
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": str(wire)}}}]


def test_what_would_end_a_property_is_escaped() -> None:
    odd = replace(ARTICLE, id="50%, a:b.md")
    report = replace(REPORT, article=odd, findings=(finding(replace(STORY, article=odd.id)),))
    assert render_annotations(report).startswith("::error file=50%25%2C a%3Ab.md,line=3,")
