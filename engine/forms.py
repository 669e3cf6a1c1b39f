"""Data checked against the form that a file must have.

A form is a frozen dataclass of types, or a model of pydantic's; pydantic checks either. What is
kept of a file was checked when it was made, and so pydantic is imported here alone.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from .errors import BelieError

__all__ = ["MisfitError", "as_form", "schema_of"]

_UNKNOWN_KEY = ("extra_forbidden", "unexpected_keyword_argument")  # of a model, of a dataclass

_PROBLEMS: Mapping[str, str] = {
    **dict.fromkeys(_UNKNOWN_KEY, "unknown key {key!r}"),
    "missing": "the key {key!r} is missing",
    "literal_error": "must be {expected}",
    "string_pattern_mismatch": "must match {pattern}",
    **dict.fromkeys(
        ("string_too_short", "too_short"), "must have a length of at least {min_length}"
    ),
    **dict.fromkeys(("string_too_long", "too_long"), "must have a length of at most {max_length}"),
    "string_type": "must be text",
    **dict.fromkeys(("int_type", "int_from_float", "int_parsing"), "must be a whole number"),
    **dict.fromkeys(("list_type", "tuple_type"), "must be a list"),
    **dict.fromkeys(("dict_type", "dataclass_type", "model_type"), "must have keys with values"),
    **dict.fromkeys(
        ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"),
        "must be a day, as in 2026-12-31",
    ),
    "value_error": "{error}",
}
"""What is wrong, by the name that pydantic has for it; its sentences differ by version."""

Form = TypeVar("Form")


class MisfitError(BelieError, ValueError):
    """What does not fit a form.

    Attributes:
        at: where it stands, a path of keys and indexes.
        problem: what is wrong, in one sentence.
        names: the keys that there are, where it is an unknown one; or what a value may be.
        written: the key or the value.
    """

    def __init__(
        self, at: Sequence[str | int], problem: str, names: Sequence[str], written: str
    ) -> None:
        super().__init__(problem)
        self.at = at
        self.problem = problem
        self.names = names
        self.written = written


def as_form(form: type[Form], data: object) -> Form:
    """``data`` as ``form``.

    Raises:
        MisfitError: at the first key that is unknown, or else at the first value that does not
            fit.
    """
    try:
        checked: Form = _adapter(cast("Hashable", form)).validate_python(data)
    except ValidationError as failure:
        first = _telling(failure.errors())
        *above, last = first["loc"] or ("",)
        at = [step for step in above if "[" not in str(step)]
        unknown = first["type"] in _UNKNOWN_KEY
        names: Sequence[str] = tuple(_keys(_form_at(form, at))) if unknown else ()
        ours, details = _PROBLEMS.get(first["type"]), first.get("ctx", {})
        problem = ours.format(key=last, **details) if ours else first["msg"]
        problem += _in_words(details.get("pattern", ""))
        written = last
        if first["type"] == "literal_error":
            names, written = re.findall("'([^']*)'", problem), first["input"]
        raise MisfitError([*at, last], problem, names, str(written)) from None
    return checked


def _in_words(pattern: str) -> str:
    """What a pattern that a name must match lets it have, in words; nothing for other patterns."""
    if not pattern.startswith("^[a-z]"):
        return ""
    slash = ", as topic/name" if "/" in pattern else ""
    marks = pattern.replace("a-z", "").replace("0-9", "")
    between = next((f", and {mark} between words" for mark in "-_" if mark in marks), "")
    return f": small letters{slash}{between}"


def schema_of(form: type) -> dict[str, Any]:
    """The JSON Schema of ``form``; a decimal number is a number, digit for digit."""
    from pydantic.json_schema import GenerateJsonSchema

    class Exact(GenerateJsonSchema):
        def decimal_schema(self, schema: object) -> dict[str, Any]:  # noqa: ARG002 - theirs
            return {"type": "number"}

    return _adapter(form).json_schema(schema_generator=Exact)


@cache
def _adapter(form: type) -> TypeAdapter[Any]:
    return TypeAdapter(form)


def _telling(errors: list[ErrorDetails]) -> ErrorDetails:
    """The error to tell of: an unknown key, which may be the one that is missing, or the first.

    Where a value may be of several types, which pydantic names in brackets, the first error
    is that of the first type; that of the type which fits furthest says more.
    """
    first = min(errors, key=lambda each: each["type"] not in _UNKNOWN_KEY)
    *place, last = first["loc"] or ("",)
    same = [each for each in errors if list(each["loc"][: len(place)]) == place]
    return max(same, key=lambda each: len(each["loc"])) if "[" in str(last) else first


def _form_at(form: type, at: Sequence[str | int]) -> type:
    """The form of what stands under ``at``, as deep as the path can be followed."""
    for step in at:
        keys = _keys(form)
        if isinstance(step, str) and step in keys:
            form = next(_forms(keys[step]), form)
    return form


def _keys(form: type) -> Mapping[str, Any]:
    """The type of each key of a form."""
    if issubclass(form, BaseModel):
        return {each.alias or name: each.annotation for name, each in form.model_fields.items()}
    return get_type_hints(form) if dataclasses.is_dataclass(form) else {}


def _forms(annotation: Any) -> Iterator[type]:  # noqa: ANN401 - any type there is
    if isinstance(annotation, type) and _keys(annotation):
        yield annotation
    for inner in get_args(annotation):
        yield from _forms(inner)
