from __future__ import annotations

import json
from typing import Any

import pytest
from belie.model import Article, Issue, Report
from belie.serve.language_tool import check_data, form_of, wish_of
from belie.serve.problems import ProblemError

FIRE = "A fire in Porto killed nine people on Monday. The fire in Porto killed 12 people on Monday."
TWICE = {
    "message": "9 people killed in Porto, or 12? The copy also has “killed nine people”. The event "
    "is the same; 9 is less than 12.",
    "shortMessage": "Contradiction: Two counts of the same people",
    "replacements": [],
    "offset": 64,
    "length": 16,
    "context": {
        "text": "...ine people on Monday. The fire in Porto killed 12 people on Monday.",
        "offset": 43,
        "length": 16,
    },
    "sentence": "The fire in Porto killed 12 people on Monday.",
    "type": {"typeName": "Other"},
    "rule": {
        "id": "casualty/told-twice",
        "description": "Two counts of the same people",
        "issueType": "inconsistency",
        "category": {"id": "casualty", "name": "Casualty"},
    },
    "ignoreForIncompleteSentence": False,
    "contextForSureMatch": -1,
}


def wish(**fields: str) -> Any:
    return wish_of({"language": "en-GB", "text": "Rain fell.", **fields})


def checked(ask: Any, **fields: str) -> Any:
    answer = ask.post("/v2/check", data={"language": "en-US", **fields})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    return answer.json()


def test_a_finding_is_a_match_at_its_last_passage_that_quotes_the_other(ask: Any) -> None:
    answer = checked(ask, text=FIRE)
    assert answer["matches"] == [TWICE]
    assert answer["warnings"] == {"incompleteResults": False}
    assert answer["language"] == {
        "name": "English (US)",
        "code": "en-US",
        "detectedLanguage": {"name": "English (US)", "code": "en-US", "confidence": 1.0},
    }


def test_a_message_that_asks_nothing_ends_in_a_stop(ask: Any) -> None:
    [match] = checked(ask, text="The inquiry opens on Friday, 9 May 2024.")["matches"]
    assert match["message"] == (
        '"Friday, 9 May 2024" falls on a Thursday. The copy has a Friday, the calendar a Thursday.'
    )


def test_offsets_count_code_units_as_java_and_javascript_do(ask: Any) -> None:
    [match] = checked(ask, text=f"😀😀 {FIRE}")["matches"]
    assert (match["offset"], match["length"]) == (64 + 5, 16)


def test_markup_counts_and_is_not_read(ask: Any) -> None:
    pieces = [
        {"markup": "<p>😀"},
        {"text": "A fire in Porto killed nine people on Monday."},
        {"markup": "</p><p>", "interpretAs": "\n\n"},
        {"text": "The fire in Porto killed "},
        {"markup": "<b>"},
        {"text": "12"},
        {"markup": "</b>"},
        {"text": " people on Monday."},
    ]
    written = "".join(each.get("text", each.get("markup", "")) for each in pieces)
    [match] = checked(ask, data=json.dumps({"annotation": pieces}))["matches"]
    units = written.encode("utf-16-le")[2 * match["offset"] :][: 2 * match["length"]]
    assert units.decode("utf-16-le") == "killed <b>12</b> people"


def test_a_headline_is_held_against_the_story_below_it(ask: Any) -> None:
    text = "Fire kills nine in Porto\n\nA fire killed 12 people in Porto on Monday."
    [match] = checked(ask, text=text)["matches"]
    assert text[match["offset"] :][: match["length"]] == "killed 12 people"


@pytest.mark.parametrize(
    "fields",
    [
        {"disabledRules": "WHITESPACE_RULE,casualty/told-twice"},
        {"disabledCategories": "casualty"},
        {"enabledOnly": "true", "enabledRules": "calendar/weekday"},
        {"mode": "allButTextLevelOnly"},
    ],
)
def test_nothing_is_told_of_rules_that_are_not_wanted(ask: Any, fields: dict[str, str]) -> None:
    assert checked(ask, text=FIRE, **fields)["matches"] == []


@pytest.mark.parametrize(
    "fields",
    [
        {"disabledRules": "WHITESPACE_RULE", "level": "picky", "motherTongue": "de"},
        {"enabledOnly": "yes", "enabledCategories": "casualty"},
        {"disabledCategories": "casualty", "enabledRules": "casualty/told-twice"},
        {"mode": "textLevelOnly"},
    ],
)
def test_what_a_plug_in_sends_besides_is_let_be(ask: Any, fields: dict[str, str]) -> None:
    assert checked(ask, text=FIRE, **fields)["matches"] == [TWICE]


def test_the_same_may_be_asked_with_get_or_without_a_type(ask: Any) -> None:
    fields = {"language": "en-US", "text": FIRE}
    assert ask.get("/v2/check", params=fields).json()["matches"] == [TWICE]
    bare = ask.post("/v2/check", content=f"language=en-US&text={FIRE}")
    assert bare.json()["matches"] == [TWICE]


def test_a_request_as_libreoffice_writes_it_is_answered_with_all_that_it_reads(ask: Any) -> None:
    """It escapes all but letters, digits and four signs, and shows both messages."""
    text = "".join(f"%{byte:02X}" for byte in f"“{FIRE}”".encode())
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = ask.post("/v2/check", content=f"text={text}&language=en-GB", headers=headers)
    [match] = answer.json()["matches"]
    read = {key: match[key] for key in ("offset", "length", "message", "shortMessage")}
    assert read == {
        "offset": 65,
        "length": 16,
        "message": TWICE["message"],
        "shortMessage": TWICE["shortMessage"],
    }
    assert (match["replacements"], match["rule"]["category"]["id"]) == ([], "casualty")


def test_copy_without_words_has_no_match(ask: Any) -> None:
    assert checked(ask, text=" \n")["matches"] == []


@pytest.mark.parametrize(
    ("asked", "code"),
    [("en", "en"), ("en-GB", "en-GB"), ("en_us", "en-US"), ("en-IE", "en"), ("auto", "en-US")],
)
def test_english_of_any_sort_is_read(asked: str, code: str) -> None:
    assert wish(language=asked).language == code


def test_what_is_detected_is_the_english_that_is_preferred() -> None:
    assert wish(language="auto", preferredVariants="de-AT,en-AU").language == "en-AU"


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"text": "a"}, "'language' is missing; write en-US, en-GB or auto"),
        ({"text": "a", "language": "de-DE"}, "belie reads English, and 'de-DE' is not"),
        ({"text": "a", "language": "en*"}, "belie reads English, and 'en*' is not"),
        ({"language": "en"}, "give the copy either as 'text' or as 'data'"),
        (
            {"language": "en", "text": "a", "data": "{}"},
            "give the copy either as 'text' or as 'data'",
        ),
        (
            {"language": "en", "data": "{"},
            "'data' is not JSON: Expecting property name enclosed in",
        ),
        ({"language": "en", "text": "a\0"}, "'text' holds NUL characters; save it as UTF-8 text"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words_as_languagetool_does(
    ask: Any,
    fields: dict[str, str],
    problem: str,
) -> None:
    answer = ask.post("/v2/check", data=fields)
    assert (answer.status_code, answer.headers["content-type"]) == (
        400,
        "text/plain; charset=utf-8",
    )
    assert answer.text.startswith(f"Error: {problem}")


def test_a_form_that_is_none_is_refused() -> None:
    for body in (b"text=%ff", b"\xff", b"&".join([b"a=b"] * 101)):
        with pytest.raises(ProblemError) as raised:
            form_of(body)
        assert str(raised.value) == "the form is not UTF-8, or has too many fields"


def test_what_cannot_be_checked_in_full_is_said() -> None:
    report = Report(Article("Rain fell."), (), errors=(Issue("no rule was applied"),))
    assert check_data(report, wish(), ())["warnings"] == {
        "incompleteResults": True,
        "incompleteResultsReason": "no rule was applied",
    }


def test_what_its_clients_ask_first_is_answered(ask: Any) -> None:
    languages = ask.get("/v2/languages").json()
    assert {"name": "English (GB)", "code": "en", "longCode": "en-GB"} in languages
    assert {each["code"] for each in languages} == {"en"}
    assert ask.post("/v2/maxtextlength", content=b"\0").text == "111111"
    rules = ask.post("/v2/configinfo", data={"language": "en-US"}).json()["rules"]
    assert {
        "ruleId": "casualty/told-twice",
        "description": "Two counts of the same people",
        "categoryId": "casualty",
        "categoryName": "Casualty",
        "locQualityIssueType": "inconsistency",
        "isTextLevelRule": "yes",
        "minToCheckParagraph": "-1",
    } in rules


def test_a_client_of_languagetool_works_unchanged(service: Any) -> None:
    client = pytest.importorskip(
        "language_tool_python", reason="asks with a client of LanguageTool, of test-faces"
    )
    tool = client.LanguageTool("en-GB", remote_server=service.url)
    tool.disabled_rules = {"UPPERCASE_SENTENCE_START"}
    text = f"😀 {FIRE}"
    [match] = tool.check(text)
    assert text[match.offset :][: match.error_length] == "killed 12 people"
    assert (match.rule_id, match.category, match.rule_issue_type) == (
        "casualty/told-twice",
        "casualty",
        "inconsistency",
    )
    assert match.message == TWICE["message"]
    assert match.matched_text == "killed 12 people"
    assert tool.check("Rain fell.") == []
    tool.disabled_rules = {"casualty/told-twice"}
    assert tool.check(text) == []
