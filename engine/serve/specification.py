"""What the service takes and answers, as OpenAPI 3.1: made of the schemas of ``belie schema``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import Any

from ..kinds import Kind
from .problems import MEDIA, PROBLEMS, Name
from .schemas import schemas

__all__ = ["specification"]

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_TEXT = "text/plain"
_HTML = "text/html"

_ALWAYS: Sequence[Name] = (
    "unfinished", "too-large", "wrong-type", "unfit", "too-much", "fault", "unavailable",
    "too-long",
)  # fmt: skip
"""What may be the matter with every request that has something checked."""

_ABOUT = """\
Copy in, contradictions out: belie flags what cannot both be in news copy. It works offline, keeps
nothing of what it is sent, and gives the same answer every time."""


def specification(kinds: Iterable[Kind], largest: int) -> dict[str, Any]:
    """The description of the service, as plain data.

    Args:
        kinds: of which statements can be.
        largest: bytes that a request may have.
    """
    return {
        "openapi": "3.1.0",
        "info": {"title": "belie", "version": version("belie"), "description": _ABOUT},
        "servers": [{"url": "/"}],
        "paths": {
            "/v1/check": {"post": _check(largest)},
            "/v1/statements": {"post": _statements(largest)},
            "/v2/check": {
                "post": _language_tool() | {"requestBody": _body({_FORM: _FIELDS}, largest)},
                "get": _language_tool() | {"parameters": [_fields_in_query()]},
            },
            "/v2/languages": {"get": _fixed("The languages that are read.", _JSON, "Languages")},
            "/v2/maxtextlength": dict.fromkeys(
                _BOTH, _fixed("How many UTF-16 code units /v2/check takes.", _TEXT, "Text")
            ),
            "/v2/configinfo": dict.fromkeys(
                _BOTH, _fixed("The rules that /v2/check applies.", _JSON, "Object")
            ),
            "/health": {
                "get": _fixed("Whether the service can check.", _JSON, "Health", "unavailable")
            },
            "/metrics": {"get": _fixed("Figures for Prometheus.", _TEXT, "Text")},
        },
        "components": {
            "schemas": schemas(list(kinds)),
            "responses": {
                name: _problem(status.value, title, means)
                for name, (status, title, means) in PROBLEMS.items()
            },
        },
    }


def _check(largest: int) -> dict[str, Any]:
    return {
        "operationId": "check",
        "summary": "Check an article, against itself and against other copy.",
        "description": "The article is in the form that `belie check` reads from a .json file. "
        "What is asked for as text/html is answered so, for people.",
        "parameters": _PARAMETERS,
        "requestBody": _body({_JSON: _ref("Article")}, largest),
        "responses": {
            "200": {
                "description": "The report.",
                "content": {_JSON: {"schema": _ref("Report")}, _HTML: {"schema": _ref("Text")}},
            },
            **_problems(_ALWAYS),
        },
    }


def _statements(largest: int) -> dict[str, Any]:
    return {
        "operationId": "statements",
        "summary": "Check what is stated of one article, as data.",
        "description": "The rows are those of `belie check --statements`. What is left out is "
        "unknown. A row that states nothing is among the errors of the report, and all others are "
        "still checked.",
        "parameters": _PARAMETERS,
        "requestBody": _body({_JSON: _ref("Statements")}, largest),
        "responses": {
            "200": {"description": "The report.", "content": {_JSON: {"schema": _ref("Report")}}},
            **_problems(_ALWAYS),
        },
    }


def _language_tool() -> dict[str, Any]:
    errors = {
        "400" if name == "unfit" else str(PROBLEMS[name][0].value): {
            "description": PROBLEMS[name][1],
            "content": {_TEXT: {"schema": _ref("Text")}},
        }
        for name in _ALWAYS
    }
    return {
        "summary": "Check copy as LanguageTool does, for whatever speaks its form.",
        "description": "Each finding is one match, at the last of its passages, whose message "
        "quotes the others. Offsets count UTF-16 code units of what was sent. Errors are plain "
        "text, as LanguageTool has them. Fields that are not named here are let be.",
        "responses": {
            "200": {
                "description": "The matches.",
                "content": {_JSON: {"schema": _ref("LanguageToolAnswer")}},
            },
            **errors,
        },
    }


def _fields_in_query() -> dict[str, Any]:
    """The fields of the form behind the question mark."""
    return {
        "name": "fields",
        "in": "query",
        "style": "form",
        "explode": True,
        "required": True,
        "description": "The fields of the form.",
        "schema": _FIELDS,
    }


def _fixed(summary: str, media: str, schema: str, *problems: Name) -> dict[str, Any]:
    return {
        "summary": summary,
        "responses": {
            "200": {"description": summary, "content": {media: {"schema": _ref(schema)}}},
            **_problems(problems),
        },
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


_BOTH = ("get", "post")
_FIELDS = _ref("LanguageToolForm")


def _body(media: Mapping[str, Any], largest: int) -> dict[str, Any]:
    return {
        "required": True,
        "description": f"of at most {largest:,} bytes, in UTF-8.",
        "content": {name: {"schema": schema} for name, schema in media.items()},
    }


def _problems(names: Iterable[Name]) -> dict[str, Any]:
    return {
        str(PROBLEMS[name][0].value): {"$ref": f"#/components/responses/{name}"} for name in names
    }


def _problem(status: int, title: str, means: str) -> dict[str, Any]:
    response = {
        "description": f"{title}. {means}",
        "content": {MEDIA: {"schema": _ref("Problem")}},
    }
    if status in (PROBLEMS["too-much"][0], PROBLEMS["unavailable"][0]):
        response["headers"] = {
            "Retry-After": {"description": "In seconds.", "schema": {"type": "integer"}}
        }
    return response


def _several(name: str, description: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "description": f"{description}, by name, topic or pattern as `*/told-twice`. Repeatable.",
        "schema": {"type": "array", "items": {"type": "string"}},
    }


_PARAMETERS: Sequence[dict[str, Any]] = (
    _several("select", "Only these rules"),
    _several("ignore", "Not these rules"),
    {
        "name": "findings",
        "in": "query",
        "description": "Of the report only the findings, with the facts that they name.",
        "schema": {"type": "boolean"},
    },
)
