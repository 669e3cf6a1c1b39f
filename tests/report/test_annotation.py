from __future__ import annotations

import json
from dataclasses import replace
from types import MappingProxyType

import pytest
from belie.formats.fragment import read_fragment
from belie.formats.markdown import read_markdown
from belie.model import Article, Fact, Finding, Report, Span
from belie.origin import Entry
from belie.report.annotation import AnnotationPage
from jsonschema import Draft202012Validator

COPY = "# Mast kills nine\n\n🔥 The mast killed **seven people**: 7% of them.\n"
ARTICLE = replace(read_markdown(COPY), id="news/mast 1.md")
WIRE = Article("Eight died.", id="https://wire.example/8?v=2")

# What https://www.w3.org/TR/annotation-model/ says must be there.
IRI = {"type": "string", "pattern": r"^[a-z]+:\S+$"}
SELECTORS = [
    {
        "properties": {
            "type": {"const": "TextQuoteSelector"},
            "exact": {"type": "string", "minLength": 1},
            "prefix": {"type": "string"},
            "suffix": {"type": "string"},
        },
        "required": ["type", "exact"],
    },
    {
        "properties": {
            "type": {"const": "TextPositionSelector"},
            "start": {"type": "integer", "minimum": 0},
            "end": {"type": "integer", "minimum": 0},
        },
        "required": ["type", "start", "end"],
    },
]
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["assessing"]},
        "body": {
            "type": "array",
            "items": {
                "required": ["type", "value"],
                "properties": {
                    "type": {"const": "TextualBody"},
                    "value": {"type": "string"},
                    "purpose": {"enum": ["assessing", "classifying"]},
                },
            },
        },
        "target": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["source", "selector"],
                "properties": {
                    "source": {"type": "string", "pattern": r"^\S+$"},
                    "selector": {
                        "type": "array",
                        "minItems": 1,
                        "items": {"oneOf": SELECTORS},
                    },
                },
            },
        },
    },
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer"},
        "first": {
            "required": ["id", "type", "partOf", "items"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "partOf": IRI,
                "items": {"type": "array", "items": ANNOTATION},
            },
        },
    },
}


def fact(article: Article, text: str, phrase: str = "casualty/object") -> Fact:
    part = "title" if text in (article.title or "") else "text"
    at = ((article.title or "") if part == "title" else article.text).index(text)
    span = Span(at, at + len(text))
    return Fact(
        id=f"f{at}", kind="casualty", fields={}, value=None, time=None, source=None,
        evidential=None, stance="asserted", part_of=None, part=part, span=span, sentence=span,
        text=text, phrase=phrase, article=article.id,
    )  # fmt: skip


def report(*facts: Fact, article: Article = ARTICLE) -> Report:
    named = MappingProxyType({f"role{number}": each for number, each in enumerate(facts)})
    finding = Finding(
        "casualty/told-twice", "contradiction", "9 killed, or 7?", "5e1f", named, (),
        argument="9 is more than 7",
    )  # fmt: skip
    return Report(article, facts, (finding,), against=(WIRE,))


def collection(*reports: Report) -> dict[str, object]:
    page = AnnotationPage()
    made = json.loads(page.HEAD + ",".join(map(page.items, reports)) + page.end())
    Draft202012Validator(COLLECTION).validate(made)
    return made


def targets(given: Report) -> list[dict[str, object]]:
    (annotation,) = collection(given)["first"]["items"]
    return annotation["target"]


def test_a_finding_is_an_annotation_of_its_passages() -> None:
    given = report(fact(ARTICLE, "kills nine"), fact(ARTICLE, "seven people"))
    (annotation,) = collection(given)["first"]["items"]
    assert [each["value"] for each in annotation["body"]] == [
        "9 killed, or 7? – 9 is more than 7", "casualty/told-twice", "contradiction",
    ]  # fmt: skip
    assert [each["selector"][0]["exact"] for each in annotation["target"]] == [
        "kills nine",
        "seven people",
    ]
    assert annotation["target"][0]["source"] == "news/mast%201.md"


def test_a_passage_is_quoted_as_it_is_written_and_counted_in_code_points() -> None:
    ((target),) = targets(report(fact(ARTICLE, "seven people: 7%")))
    quote, position = target["selector"]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "seven people**: 7%",
        "prefix": "# Mast kills nine\n\n🔥 The mast killed **"[-32:],
        "suffix": " of them.\n",
    }
    assert COPY[position["start"] : position["end"]] == quote["exact"]


def test_what_stands_elsewhere_is_a_target_there() -> None:
    _, other = targets(report(fact(ARTICLE, "seven people"), fact(WIRE, "Eight died")))
    assert other["source"] == "https://wire.example/8?v=2"
    assert other["selector"][1] == {"type": "TextPositionSelector", "start": 0, "end": 10}


def test_in_a_page_a_passage_is_found_by_its_words_alone() -> None:
    page = replace(
        read_fragment("<p>The mast killed <b>seven</b> people.</p>"), id="a1", entry=Entry("a.json")
    )
    ((target),) = targets(report(fact(page, "seven people"), article=page))
    assert target["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "seven people",
            "prefix": "The mast killed ",
            "suffix": ".",
        }
    ]


@pytest.mark.parametrize("phrase", ["casualty/stated"])
def test_what_was_stated_and_not_read_is_found_by_its_words_alone(phrase: str) -> None:
    ((target),) = targets(report(fact(ARTICLE, "seven people", phrase)))
    assert target["selector"] == [{"type": "TextQuoteSelector", "exact": "seven people"}]


def test_a_title_by_itself_is_found_by_its_words_alone() -> None:
    article = Article("The mast fell.", "Mast kills nine", id="a7")
    ((target),) = targets(report(fact(article, "kills nine"), article=article))
    assert [each["type"] for each in target["selector"]] == ["TextQuoteSelector"]
    assert target["selector"][0]["prefix"] == "Mast "


def test_a_collection_counts_the_annotations_and_the_same_run_has_the_same_names() -> None:
    given = report(fact(ARTICLE, "seven people"))
    made = collection(given, given)
    assert (made["total"], len(made["first"]["items"])) == (2, 2)
    assert made["first"]["partOf"] == made["id"]
    assert made == collection(given, given)
    assert collection()["total"] == 0
