from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from belie.report.claim_review import Review, ReviewError, claim_review
from belie.start import main

SAYS = "The hospital counted seven."
REVIEW = Review("https://desk.example/check/1", "The Desk", SAYS)


def fact(name: str, text: str, article: str = "story.md") -> dict[str, object]:
    return {"id": name, "text": text, "article": article}


def report(severity: str = "contradiction", *others: dict[str, object]) -> dict[str, object]:
    facts = [fact("f1", "killed four people"), *others]
    return {
        "article": {"id": "story.md", "title": "Boiler bursts", "published": "2024-03-06"},
        "facts": facts,
        "findings": [
            {
                "rule": "casualty/told-twice",
                "severity": severity,
                "message": "4 people killed, or 7?",
                "argument": "4 is less than 7",
                "fingerprint": "8939676b71a817a2",
                "facts": {("first", "second", "third")[at]: f["id"] for at, f in enumerate(facts)},
            }
        ],
    }


def test_a_review_says_what_the_claim_is_contradicted_by_and_what_the_editor_says() -> None:
    given = report("contradiction", fact("f2", "seven people killed"))
    assert claim_review([given], "8939676b", REVIEW) == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://desk.example/check/1",
        "author": {"@type": "Organization", "name": "The Desk"},
        "claimReviewed": "killed four people",
        "itemReviewed": {
            "@type": "Claim",
            "appearance": {
                "@type": "NewsArticle",
                "name": "Boiler bursts",
                "headline": "Boiler bursts",
                "datePublished": "2024-03-06",
            },
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Contradicted by “seven people killed”",
            "ratingExplanation": "4 is less than 7",
        },
        "reviewBody": SAYS,
    }


def test_other_copy_is_named() -> None:
    given = report("discrepancy", fact("f2", "Seven died", "wire.txt"))
    made = claim_review([given], "8939676b71a817a2", REVIEW)
    assert made["reviewRating"]["alternateName"] == "At odds with “Seven died” (wire.txt)"


def test_the_editor_words_the_claim_and_says_where_the_article_is_published() -> None:
    words, page = "The boiler killed four people.", "https://desk.example/boiler"
    made = claim_review([report()], "8939676b", replace(REVIEW, words=words, appearance=page))
    assert made["claimReviewed"] == words
    assert made["itemReviewed"]["appearance"]["url"] == page


def test_of_several_articles_one_is_named_and_no_folder_of_the_desk_is() -> None:
    other = report("contradiction", fact("f2", "Seven died", "wire/in/monday.txt"))
    other["article"] = {"id": "copy/b.md", "title": None, "published": None}
    other["facts"][0]["article"] = "copy/b.md"
    made = claim_review([report(), other], "8939676b", replace(REVIEW, article="copy/b.md"))
    assert made["itemReviewed"]["appearance"]["name"] == "b.md"
    rating = "Contradicted by “Seven died” (monday.txt)"
    assert made["reviewRating"]["alternateName"] == rating


def test_a_claim_that_nothing_stands_beside_is_contradicted_for_a_reason() -> None:
    made = claim_review([report()], "8939676b", REVIEW)
    assert made["reviewRating"]["alternateName"] == "Contradicted: 4 is less than 7"


def test_the_editor_may_review_another_statement_and_say_when() -> None:
    given = report("contradiction", fact("f2", "Seven died", "wire.txt"))
    review = Review("u", "The Desk", SAYS, date(2024, 3, 7), "second")
    made = claim_review([given], "8939676b", review)
    assert (made["claimReviewed"], made["datePublished"]) == ("Seven died", "2024-03-07")
    assert made["itemReviewed"]["appearance"] == {"@type": "CreativeWork", "name": "wire.txt"}
    rating = "Contradicted by “killed four people” (story.md)"
    assert made["reviewRating"]["alternateName"] == rating


@pytest.mark.parametrize(
    ("reports", "fingerprint", "claim", "problem"),
    [
        ([report()], "1234567a", None, "the report has no finding 1234567a"),
        ([report()], "89", None, "'89' is no fingerprint; give its first 8 digits"),
        ([report(), report()], "8939676b", None, "several findings are called 8939676b"),
        ([report("caution")], "8939676b", None, "asks an editor to look, and contradicts nothing"),
        ([report()], "8939676b", "third", "no statement of the finding is 'third', but first"),
    ],
)
def test_what_cannot_be_reviewed_is_said(reports, fingerprint, claim, problem) -> None:
    with pytest.raises(ReviewError, match=problem):
        claim_review(reports, fingerprint, Review("u", "a", "s", claim=claim))


def belie(*arguments: object) -> int:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["belie", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
    return ended.value.code or 0


def test_the_command_reviews_what_a_check_wrote(tmp_path: Path, capsys) -> None:
    story, written = tmp_path / "story.txt", tmp_path / "report.json"
    story.write_text("The boiler killed 4 people in Leeds. All 7 people killed in Leeds slept.")
    day, path = ("--published", "2024-03-06"), ("--format", "json", "--output", written)
    assert belie("check", story, *day, *path) == 1
    (finding,) = json.loads(written.read_text())["findings"]
    asked = ("--finding", finding["fingerprint"], "--url", "https://x.example", "--author", "Desk")
    assert belie("claim-review", written, *asked, "--says", "Seven.") == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["claimReviewed"], made["reviewBody"]) == ("killed 4 people", "Seven.")
    assert belie("claim-review", written, *asked, "--says", " ") == 2
    assert "--says is empty; say what the review comes to" in capsys.readouterr().err
    script = "</script><script>alert(1)</script>"
    assert belie("claim-review", written, *asked, "--says", script) == 0
    printed = capsys.readouterr().out
    assert "<" not in printed
    assert json.loads(printed)["reviewBody"] == script
    elsewhere = (*asked[:3], "javascript:alert(1)", *asked[4:])
    assert belie("claim-review", written, *elsewhere, "--says", "Seven.") == 2
    assert "--url is no address of a page" in capsys.readouterr().err
