"""The JSON Schema of statements, as the structured output of a language model wants it.

Draft 2020-12, and of that only what such modes take: objects whose keys are all required and no
other allowed, strings, enumerations, arrays, ``anyOf``, and ``$ref`` to what is at the top with
nothing beside it. What is unknown is the word "unknown": some modes take few values that may be
``null``, and there are many.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from ..kinds import FieldType, Kind
from ..model import Part, Stance

__all__ = ["statements_schema"]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"

_UNKNOWN = "unknown"
_WRITTEN: Mapping[FieldType, str] = {
    "actor": "who, as the copy names them",
    "side": "who, as the copy names them: a country, an army, a group",
    "group": "the people counted, as the copy calls them, without the number",
    "place": "the place, as the copy names it; a name rather than 'the city'",
    "text": "in the copy's words",
    "date": "when, as the copy has it: '11 November 2022', 'last month'",
    "people": "how many people: '12', 'at least 40', 'about 300', 'between 12 and 15'",
    "count": "how many: '12', 'at least 40'",
    "share": "a share: '55%', 'about a quarter'",
    "points": "a difference in points: '6 points'",
    "money": "an amount with its currency: '€2.5bn', 'USD 40 million'",
    "measure": "an amount with its unit: '50 miles', '3 hours'",
    "amount": "a number, with its unit or currency where it has one",
    "scope": "any name; the same name binds together what belongs together",
    "increment": "whether the figure comes on top of another: 'five more'",
    "tense": "what the verb says",
    "choice": "which of these",
}
_OF_EVERY: Mapping[str, str] = {
    "time": "when it held or happened, as the copy has it: 'on Monday', '11 November 2022'",
    "source": "who says so, as the copy names them; unknown where the copy itself says so",
    "event": "any name for the happening; give the same name wherever the same happening is meant",
    "id": "any name for this statement, where another is part of it",
    "part_of": "the id of the statement whose figure includes this one",
    "quote": "the passage of the copy that states it, copied word for word",
}


def statements_schema(kinds: Sequence[Kind]) -> dict[str, Any]:
    """The schema of ``{"statements": [...]}`` with statements of ``kinds``.

    Args:
        kinds: one or several; what each may hold is taken from its declaration.
    """
    keys = {kind.name: _keys(kind) for kind in kinds}
    shared = _shared(keys.values())
    objects = [
        {
            "description": kind.title,
            **_object(
                {
                    name: {"$ref": f"#/$defs/{name}"} if shared.get(name) == key else key
                    for name, key in keys[kind.name].items()
                }
            ),
        }
        for kind in kinds
    ]
    return {
        "$schema": _DRAFT,
        "title": "Statements of one article",
        **_object({"statements": {"type": "array", "items": _any_of(objects)}}),
        **({"$defs": shared} if shared else {}),
    }


def _shared(several: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The keys that more than one kind has, alike, by name; of several such the commonest."""
    times = Counter(
        (name, json.dumps(key)) for keys in several for name, key in keys.items() if name != "kind"
    )
    found: dict[str, Any] = {}
    for (name, key), number in times.most_common():
        if number > 1:
            found.setdefault(name, json.loads(key))
    return found


def _keys(kind: Kind) -> dict[str, Any]:
    """The keys of one statement of ``kind``."""
    keys: dict[str, Any] = {"kind": {"type": "string", "enum": [kind.name]}}
    for name, type_ in kind.fields.items():
        choices = kind.allowed(name)
        means = [kind.means[name]] if name in kind.means else []
        keys[name] = _cell("; ".join([*means, _WRITTEN[type_]]), choices)
    if kind.value is not None:
        keys["value"] = _cell(f"the figure; {_WRITTEN[kind.value]}")
    keys |= {name: _cell(text) for name, text in _OF_EVERY.items()}
    keys["stance"] = {
        "type": "string",
        "enum": [*get_args(Stance)],
        "description": "how the copy stands to it: claimed by an interested party, denied, "
        "possible (planned, hypothetical), superseded by a later figure, or else asserted",
    }
    keys["part"] = {"type": "string", "enum": [*get_args(Part)], "description": "where it stands"}
    return keys


def _cell(description: str, choices: tuple[str, ...] = ()) -> dict[str, Any]:
    """What may be unknown."""
    text: dict[str, Any] = {"type": "string", "description": description}
    return {**text, "enum": [*choices, _UNKNOWN]} if choices else text


def _object(keys: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(keys),
        "required": [*keys],
        "additionalProperties": False,
    }


def _any_of(several: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return several[0] if len(several) == 1 else {"anyOf": several}
