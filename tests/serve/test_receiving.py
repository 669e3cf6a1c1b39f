"""What is taken in, and what is refused in belie's own words."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

JSON = {"Content-Type": "application/json"}


def problem(answer: Any) -> dict[str, Any]:
    assert answer.headers["content-type"] == "application/problem+json"
    data: dict[str, Any] = answer.json()
    assert data["status"] == answer.status_code
    return data


@pytest.mark.parametrize(
    ("sent", "detail", "error"),
    [
        (
            {"text": "a", "published": "soon"},
            "'published': 'soon' is no date; write it as 2022-12-02",
            {"pointer": "/published"},
        ),
        ({"text": 7}, "'text' is not a string", {"pointer": "/text"}),
        ({"text": " "}, "is empty; there is nothing to check", {"pointer": "/text"}),
        ({"txt": "a"}, "has no 'text'; an article needs it", {"pointer": ""}),
        ({"text": "a", "id": ["b"]}, "'id' is not a string", {"pointer": "/id"}),
        (
            {"text": "a", "title": "b\0"},
            "holds NUL characters; save it as UTF-8 text",
            {"pointer": "/title"},
        ),
        (
            {"text": "a", "against": "b"},
            "'against' is not a list of articles",
            {"pointer": "/against"},
        ),
        (
            {"text": "a", "against": ["b", {"text": "c", "title": 1}]},
            "'against' 2 'title' is not a string",
            {"pointer": "/against/1/title"},
        ),
        (
            {"text": "a", "against": ["b", ""]},
            "'against' 2 is empty; there is nothing to check",
            {"pointer": "/against/1"},
        ),
    ],
)
def test_what_is_no_article_is_told_with_its_place(
    ask: Any, sent: object, detail: str, error: dict[str, str]
) -> None:
    assert problem(ask.post("/v1/check", json=sent)) == {
        "type": "/docs#unfit",
        "title": "The request cannot be checked",
        "status": 422,
        "detail": detail,
        "errors": [{"detail": detail, **error}],
    }


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        (b'{"text":\n b}', {"detail": "is not JSON: Expecting value at column 2", "line": 2}),
        (b'{"text":\n "\xff"}', {"detail": "is not UTF-8, which JSON is sent in", "line": 2}),
        (
            b"[" * 100_000,
            {"detail": "is not an article: nested too deep, or a number too long", "pointer": ""},
        ),
    ],
)
def test_what_is_no_json_is_told_with_its_line(
    ask: Any, sent: bytes, error: dict[str, Any]
) -> None:
    for path in ("/v1/check", "/v1/statements"):
        said = problem(ask.post(path, content=sent, headers=JSON))
        assert (said["status"], said["errors"]) == (422, [error])
        assert said["detail"] == f"the body {error['detail']}"


@pytest.mark.parametrize(
    ("sent", "detail"),
    [
        ([], "there is no statement in it"),
        ("casualty", "there is no statement in it"),
        ({"statements": []}, "there is no statement in it"),
        (
            [{"kind": "casualty", "article": name} for name in "ab"],
            "the statements are of several articles, 'a' and 'b'; send those of one",
        ),
    ],
)
def test_what_states_nothing_of_one_article_is_refused(ask: Any, sent: object, detail: str) -> None:
    said = problem(ask.post("/v1/statements", json=sent))
    assert (said["status"], said["detail"]) == (422, detail)


@pytest.mark.parametrize(
    ("query", "parameter", "detail"),
    [
        ("selct=casualty", "selct", "there is no parameter 'selct'; did you mean 'select'?"),
        ("all=1", "all", "there is no parameter 'all'; there are select, ignore, findings"),
        ("findings=1", "findings", "'findings' is true or false, not '1'"),
        ("select=casulty", "select", "there is no rule 'casulty/*'; did you mean 'casualty/*'?"),
        ("ignore=nix", "ignore", "there is no rule 'nix/*'"),
    ],
)
def test_what_is_wrong_behind_the_question_mark_is_said(
    ask: Any, query: str, parameter: str, detail: str
) -> None:
    for path, sent in (("/v1/check", {"text": "a"}), ("/v1/statements", {"kind": "casualty"})):
        said = problem(ask.post(f"{path}?{query}", json=sent))
        assert (said["status"], said["detail"]) == (422, detail)
        assert said["errors"] == [{"detail": detail, "parameter": parameter}]


@pytest.mark.parametrize(
    ("headers", "detail"),
    [
        ({"Content-Type": "text/plain"}, "text/plain is not read here; send application/json"),
        ({}, "there is no header Content-Type; send application/json"),
        (
            {"Content-Type": "application/json; charset=latin-1"},
            "latin-1 is not read; send it in UTF-8",
        ),
        ({**JSON, "Content-Encoding": "gzip"}, "a body in gzip is not read; send it plain"),
    ],
)
def test_other_forms_are_refused(ask: Any, headers: dict[str, str], detail: str) -> None:
    said = problem(ask.post("/v1/check", content=b'{"text": "a"}', headers=headers))
    assert (said["status"], said["detail"]) == (415, detail)


def test_a_form_of_another_charset_is_refused_in_plain_words(ask: Any) -> None:
    answer = ask.post("/v2/check", json={"text": "a"})
    said = "Error: application/json is not read here; send application/x-www-form-urlencoded"
    assert (answer.status_code, answer.text) == (415, said)


def test_json_may_say_that_it_is_utf_8_and_begin_with_a_mark(ask: Any) -> None:
    headers = {"Content-Type": 'application/json; charset="UTF-8"'}
    body = b"\xef\xbb\xbf" + b'{"text": "Rain fell."}'
    assert ask.post("/v1/check", content=body, headers=headers).status_code == 200


def test_what_is_too_large_is_refused_told_its_size_or_not(ask: Any) -> None:
    body = b'{"text": "' + b"a" * 1_000_000 + b'"}'
    for content in (body, iter([body[:500_000], body[500_000:]])):
        said = problem(ask.post("/v1/check", content=content, headers=JSON))
        assert said["status"] == 413
        assert said["detail"] == "the request has more than 1,000,000 bytes"
    assert ask.post("/v1/check", json={"text": "Rain fell."}).status_code == 200


def test_another_path_or_method_is_told(ask: Any) -> None:
    said = problem(ask.get("/v1/chek"))
    assert said == {
        "type": "/docs#not-found",
        "title": "There is nothing at this address",
        "status": 404,
        "detail": "/v1/chek is not served; /docs says what is",
    }
    answer = ask.delete("/v1/check")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert problem(answer)["detail"] == "/v1/check does not take DELETE"
    assert ask.options("/v1/check").status_code == 405
    assert sorted(ask.put("/v2/check").headers["allow"].split(", ")) == ["GET", "HEAD", "POST"]
    assert ask.get("/v1/check/").status_code == 404


def test_a_request_that_does_not_arrive_is_given_up() -> None:
    pytest.importorskip("starlette", reason="serves only with belie[serve]")
    from belie.serve.messages import Setup
    from belie.serve.pool import Pool
    from belie.serve.receiving import Limits, Receiving
    from starlette.requests import Request

    async def never() -> dict[str, object]:
        await asyncio.sleep(3600)
        return {}

    scope = {
        "type": "http",
        "method": "POST",
        "query_string": b"",
        "headers": [(b"content-type", b"application/json")],
    }
    pool = Pool(Setup(), 1, queue=0, timeout=1, patience=1, say=print)
    receiving = Receiving(pool, Limits(arriving=0.05))
    answer = asyncio.run(receiving.check(Request(scope, never)))
    assert answer.status_code == 408
    said = json.loads(bytes(answer.body))
    assert said["detail"] == "the request did not arrive in 0.05 s"
    assert pool.in_hand == 0


def test_every_answer_is_kept_by_nobody_and_asks_for_nothing_else(ask: Any) -> None:
    for answer in (ask.get("/"), ask.get("/nix"), ask.post("/v1/check", json={"text": "a"})):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'; ")
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert not {"server", "set-cookie", "access-control-allow-origin"} & {*answer.headers}


def test_health_and_figures(ask: Any) -> None:
    health = ask.get("/health").json()
    assert health == {"status": "ok", "version": "0.1.0", "workers": 2, "ready": 2, "in_hand": 0}
    ask.post("/v1/check", json={"text": "a"})
    ask.get("/secret-path")
    figures = ask.get("/metrics")
    assert figures.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = figures.text.splitlines()
    assert "belie_in_hand 0" in lines
    assert "belie_workers_ready 2" in lines
    assert "# TYPE belie_request_seconds histogram" in lines
    assert any(
        x.startswith('belie_requests_total{method="GET",path="other",status="404"}') for x in lines
    )
    count = next(x for x in lines if x.startswith('belie_request_seconds_count{path="/v1/check"}'))
    infinite = count.replace("_count", "_bucket").replace("}", ',le="+Inf"}')
    assert infinite in lines
    assert "secret" not in figures.text
