"""The forms of what is sent and answered, as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..entry_schema import article_schema
from ..kinds import Kind
from ..report.schema import report_schema
from ..statements.schema import statements_schema
from .language_tool import LANGUAGES, TAG

__all__ = ["schemas"]

_NOISE = ("title", "default", "$schema", "$defs")


def schemas(kinds: Sequence[Kind]) -> dict[str, Any]:
    """All of them, by name; statements can be of ``kinds``."""
    return {
        **_hoisted("Article", article_schema()),
        **_hoisted("Report", report_schema()),
        **_statements(kinds),
        **_LANGUAGE_TOOL,
        **_SERVICE,
    }


def _statements(kinds: Sequence[Kind]) -> dict[str, Any]:
    """As ``belie schema statements`` has them for a language model, but all may be left out.

    A model has to answer in full; whoever sends rows need not, and may send numbers as such, and
    the places of their quotes.
    """
    whole = statements_schema(kinds)
    items = whole["properties"]["statements"]["items"]
    rows = [
        {**row, "required": ["kind"], "additionalProperties": True, "properties": _loose(row)}
        for row in items.get("anyOf", [items])
    ]
    several = {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/Statement"}}
    named = {
        "type": "object",
        "required": ["statements"],
        "properties": {
            "article": {"type": "string", "description": "The copy that they stand in."},
            "published": {"type": "string", "format": "date", "description": "Its day."},
            "statements": several,
        },
    }
    one = {"$ref": "#/components/schemas/Statement"}
    return {
        **_hoisted("Statement", {"anyOf": rows, "$defs": whole.get("$defs", {})}),
        "Statements": {
            "description": "One statement, a list of them, or an object with those of one article.",
            "anyOf": [several, named, one],
        },
    }


def _loose(row: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of a statement, of which the figure may be a number."""
    keys = dict(row["properties"])
    if "value" in keys:
        keys["value"] = {"anyOf": [keys["value"], {"type": "number"}]}
    return keys


def _hoisted(name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    """``schema`` under a name, and what it refers to beside it."""
    inner = {key: f"{name}.{key.strip('_')}" for key in schema.get("$defs", {})}
    return {
        name: _plain(schema, inner),
        **{inner[key]: _plain(each, inner) for key, each in schema.get("$defs", {}).items()},
    }


def _plain(schema: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - plain data
    """``schema`` without what only repeats a name, its references by ``names``."""
    if isinstance(schema, list):
        return [_plain(each, names) for each in schema]
    if not isinstance(schema, dict):
        return schema
    plain: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "properties":
            plain[key] = {name: _plain(each, names) for name, each in value.items()}
        elif key == "$ref":
            plain[key] = f"#/components/schemas/{names[value.rpartition('/')[2]]}"
        elif key == "description":
            plain[key] = " ".join(value.partition("\n\n")[0].replace("``", "`").split())
        elif key not in _NOISE:
            plain[key] = _plain(value, names)
    return plain


def _text(description: str, **more: object) -> dict[str, Any]:
    return {"type": "string", "description": description, **more}


def _object(required: str, **keys: Any) -> dict[str, Any]:  # noqa: ANN401
    """An object; the names of those keys that are always there stand between spaces."""
    return {"type": "object", "required": required.split(), "properties": keys}


_COUNT = {"type": "integer", "minimum": 0}
_RULES = "Between commas, by name as `casualty/told-twice`. Others than belie's are let be."

_LANGUAGE_TOOL: Mapping[str, Any] = {
    "LanguageToolForm": {
        **_object(
            "language",
            text=_text("The copy. Either this or `data`.", pattern=r"^[^\u0000]*$"),
            data=_text(
                "Or the copy with its markup, in JSON: "
                '`{"annotation": [{"text": "…"}, {"markup": "<p>", "interpretAs": "\\n\\n"}]}`.'
            ),
            language=_text(f"{', '.join(LANGUAGES)}, or auto.", pattern=f"^(?:{TAG})$"),
            preferredVariants=_text("Which English is answered where it is auto."),
            disabledRules=_text(f"Rules of which nothing is told. {_RULES}"),
            enabledRules=_text(f"Rules that are told. {_RULES}"),
            disabledCategories=_text("The same by topic, as `casualty`."),
            enabledCategories=_text("The same by topic."),
            enabledOnly=_text("With `true`, none but what is enabled."),
            mode=_text("With `allButTextLevelOnly`, nothing: belie's rules need the whole text."),
        ),
        "oneOf": [{"required": ["text"]}, {"required": ["data"]}],
    },
    "LanguageToolAnswer": _object(
        "software warnings language matches",
        software={"type": "object"},
        warnings=_object(
            "incompleteResults",
            incompleteResults={"type": "boolean"},
            incompleteResultsReason=_text("What could not be checked."),
        ),
        language=_object("name code", name={"type": "string"}, code={"type": "string"}),
        matches={"type": "array", "items": {"$ref": "#/components/schemas/LanguageToolMatch"}},
    ),
    "LanguageToolMatch": _object(
        "message shortMessage offset length replacements context sentence rule",
        message=_text("What is found, the other passages, and why they cannot stand together."),
        shortMessage=_text("How grave it is, and the rule's title."),
        offset=_COUNT,
        length=_COUNT,
        replacements={"type": "array", "maxItems": 0},
        context=_object(
            "text offset length", text=_text("Around the passage."), offset=_COUNT, length=_COUNT
        ),
        sentence={"type": "string"},
        rule=_object(
            "id description issueType category",
            id=_text("As `belie rules` names it."),
            description={"type": "string"},
            issueType={"const": "inconsistency"},
            category=_object("id name", id=_text("The rule's topic."), name={"type": "string"}),
        ),
    ),
    "Languages": {
        "type": "array",
        "items": _object(
            "name code longCode",
            name={"type": "string"},
            code={"type": "string"},
            longCode={"type": "string"},
        ),
    },
}

_SERVICE: Mapping[str, Any] = {
    "Problem": {
        "description": "What is wrong, as RFC 9457 has it.",
        **_object(
            "type title status detail",
            type=_text(
                "Which problem it is; this page says what each means.", format="uri-reference"
            ),
            title={"type": "string"},
            status={"type": "integer"},
            detail=_text("What is wrong this time, and what to do."),
            errors={
                "type": "array",
                "items": _object(
                    "detail",
                    detail={"type": "string"},
                    pointer=_text("Where in the JSON (RFC 6901)."),
                    parameter=_text("Or which parameter."),
                    line={"type": "integer", "description": "Or the line, where it is no JSON."},
                ),
            },
        ),
    },
    "Health": _object(
        "status version workers ready in_hand",
        status={"const": "ok"},
        version={"type": "string"},
        workers={**_COUNT, "description": "Processes that there should be."},
        ready={**_COUNT, "description": "Processes that can check."},
        in_hand={**_COUNT, "description": "Requests that wait or are being done."},
    ),
    "Object": {"type": "object"},
    "Text": {"type": "string"},
}
