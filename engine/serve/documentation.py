"""The description of the service as a page for people, which asks for nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from .problems import PROBLEMS
from .templates import template

__all__ = ["documentation"]

_REFERENCE = "#/components/schemas/"
_TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
    "array": "list",
    "object": "object",
    "anything": "anything",
}
"""The types of JSON Schema, in words."""


def documentation(specification: Mapping[str, Any]) -> str:
    """The page, as HTML; ``specification`` is the description as OpenAPI."""
    named = specification["components"]["schemas"]
    operations = [
        {"path": path, "method": method.upper(), **operation}
        for path, methods in specification["paths"].items()
        for method, operation in methods.items()
    ]
    words = {f"{_REFERENCE}{name}": form for name, form in named.items() if _is_word(form)}
    return template("documentation").render(
        info=specification["info"],
        operations=operations,
        forms={name: form for name, form in named.items() if "." not in name},
        parts={name: form for name, form in named.items() if "." in name and not _is_word(form)},
        problems=PROBLEMS,
        shape=_shape,
        words=_words,
        rows=partial(_rows, words=words),
    )


def _is_word(schema: Mapping[str, Any]) -> bool:
    """Whether a form is that of a text, which is told where it is used."""
    return schema.get("type") == "string"


def _words(text: str) -> Markup:
    """``text`` with what stands between backquotes as code."""
    pieces = text.split("`")
    marked = (
        Markup("<code>{}</code>").format(piece) if number % 2 else escape(piece)
        for number, piece in enumerate(pieces)
    )
    return Markup("").join(marked)


def _shape(schema: Mapping[str, Any]) -> Markup:
    """What a value is, in a few words, with links to the forms that have a name."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_REFERENCE)
        return Markup('<a href="#form-{0}">{1}</a>').format(name, name.rpartition(".")[2])
    if "anyOf" in schema:
        return Markup(" or ").join(map(_shape, schema["anyOf"]))
    if choices := schema.get("enum", [schema["const"]] if "const" in schema else []):
        return Markup(" or ").join(Markup("<code>{}</code>").format(each) for each in choices)
    types = schema.get("type", "anything")
    shown = [_type(each, schema) for each in ([types] if isinstance(types, str) else types)]
    return Markup(" or ").join(shown)


def _type(name: str, schema: Mapping[str, Any]) -> Markup:
    if name == "array":
        inner = schema.get("items")
        return Markup("list of {}").format(_shape(inner)) if inner else Markup("list")
    if name == "object" and isinstance(schema.get("additionalProperties"), dict):
        return Markup("{} by name").format(_shape(schema["additionalProperties"]))
    return escape("day" if schema.get("format") == "date" and name != "null" else _TYPES[name])


def _rows(
    schema: Mapping[str, Any], words: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str, Mapping[str, Any], bool]]:
    """The keys of an object, each with its schema and whether it must be there.

    Args:
        schema: of the object.
        words: the forms of texts, by what refers to them.
    """
    for name, each in schema.get("properties", {}).items():
        yield name, words.get(each.get("$ref", ""), each), name in schema.get("required", ())
