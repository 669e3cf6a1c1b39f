"""The service does what its own description says, whatever it is asked."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

import pytest
from belie.kinds import load_kinds
from belie.report.schema import report_schema
from belie.serve.specification import specification
from hypothesis import HealthCheck, settings
from jsonschema import Draft202012Validator

schemathesis = pytest.importorskip(
    "schemathesis", reason="asks what a description allows with schemathesis, of test-faces"
)
pytest.importorskip("starlette", reason="serves only with belie[serve]")

KNOWN = {"select": "casualty", "ignore": "calendar/*"}
EACH = 50  # of the thousands of statements that there are, one kind and key after the other


KINDS = [kind for kind in load_kinds().values() if not kind.compared]
NUMBERS = count()
DESCRIBED = json.loads(json.dumps(specification(KINDS, 1_000_000)))
schema = schemathesis.openapi.from_dict(DESCRIBED)


def fit(case: Any) -> None:
    """Puts into ``case`` what a schema has no words for: names of rules, and JSON in a form."""
    for name in KNOWN.keys() & {*(case.query or {})}:
        if isinstance(case.query[name], list):
            case.query[name] = [KNOWN[name] for _ in case.query[name]]
    for fields in (case.query, case.body):
        if isinstance(fields, dict) and isinstance(fields.get("data"), str):
            pieces = [{"text": f"Rain fell{fields['data']}"}, {"markup": "<p>"}]
            fields["data"] = json.dumps({"annotation": pieces})


def lets_be(case: Any) -> bool:
    """Whether ``case`` has something empty where articles are meant, or a statement in it is wrong.

    The first is let be, whatever it is. The second costs the statement, and no more.
    """
    is_empty = isinstance(case.body, dict) and not case.body.get("against", "all is well")
    return is_empty or case.path == "/v1/statements"


@schema.parametrize()
@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
def test_whatever_is_asked_is_answered_as_described(case: Any, service: Any) -> None:
    if case.path == "/v1/statements" and next(NUMBERS) % EACH:
        return
    fit(case)
    apart = [schemathesis.checks.negative_data_rejection] if lets_be(case) else []
    case.call_and_validate(base_url=service.url, excluded_checks=apart)


def test_the_description_is_made_of_the_schemas_of_the_command(ask: Any) -> None:
    described = ask.get("/openapi.json").json()
    assert described == DESCRIBED
    forms = described["components"]["schemas"]
    assert forms["Report"]["required"] == report_schema()["required"]
    for form in forms.values():
        Draft202012Validator.check_schema(form)
    kinds = [each["properties"]["kind"]["enum"] for each in forms["Statement"]["anyOf"]]
    assert kinds == [[kind.name] for kind in KINDS]


def test_every_path_that_is_served_is_described_or_a_page(ask: Any) -> None:
    described = ask.get("/openapi.json").json()["paths"]
    for path, methods in described.items():
        for method in methods:
            assert ask.request(method, path).status_code not in (404, 405, 500)
    assert {"/", "/docs", "/openapi.json", "/assets/page.js"} & {*described} == set()
