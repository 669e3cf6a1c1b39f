"""The JSON Schema of an article as one object of JSON, which ``entries`` reads."""

from __future__ import annotations

from typing import Any

__all__ = ["article_schema"]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_STORABLE = r"^[^\u0000]*$"
_SAYS_SOMETHING = r"^[^\u0000]*[^\s\u0000][^\u0000]*$"


def article_schema() -> dict[str, Any]:
    """The schema of an article, with what it is held against.

    Other keys are let be, and the names that ninjs and schema.org have for these are understood.
    """
    text = {
        "type": "string",
        "pattern": _SAYS_SOMETHING,
        "description": "The body: plain text, with blank lines between paragraphs.",
    }
    keys: dict[str, Any] = {
        "text": text,
        "title": {
            "type": ["string", "null"],
            "pattern": _STORABLE,
            "description": "The headline, apart from the body.",
        },
        "published": {
            "type": ["string", "null"],
            "format": "date",
            "description": "The day of publication, as 2022-12-02. Without it, 'on Friday' is no "
            "day that is known.",
        },
        "id": {
            "type": ["string", "integer", "null"],
            "pattern": _STORABLE,
            "description": "What the report calls it.",
        },
    }
    other = {
        "type": "object",
        "required": ["text"],
        "properties": keys,
        "description": "An article.",
    }
    against = {
        "type": ["array", "null"],
        "items": {"anyOf": [text, other]},
        "description": "Other copy that it must agree with: texts, or articles.",
    }
    return {
        "$schema": _DRAFT,
        "title": "An article",
        "type": "object",
        "required": ["text"],
        "properties": {**keys, "against": against},
    }
