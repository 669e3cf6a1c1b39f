"""The JSON Schema of statements: what a language model may answer."""

import pytest
from belie import facts_from
from belie.kinds import load_kinds
from belie.statements.schema import statements_schema
from belie.statements.statement import statement_from
from jsonschema import Draft202012Validator

KINDS = load_kinds()
TAKEN = {
    "$schema", "title", "description", "type", "properties", "required", "additionalProperties",
    "items", "anyOf", "enum", "$ref", "$defs",
}  # fmt: skip
"""The keywords that the structured output of language models takes."""


def objects(schema):
    if isinstance(schema, dict):
        yield schema
        for name, inner in schema.items():
            entries = inner.values() if name in ("properties", "$defs") else [inner]
            for entry in entries:
                yield from objects(entry)
    elif isinstance(schema, list):
        for inner in schema:
            yield from objects(inner)


@pytest.mark.parametrize("name", KINDS)
def test_it_has_only_keywords_that_are_taken(name):
    schema = statements_schema([KINDS[name]])
    Draft202012Validator.check_schema(schema)
    for each in objects(schema):
        assert set(each) <= TAKEN
        if each.get("type") == "object":
            assert each["required"] == [*each["properties"]]
            assert each["additionalProperties"] is False


def test_what_kinds_have_in_common_is_said_once_and_nothing_stands_beside_a_reference():
    schema = statements_schema([*KINDS.values()])
    Draft202012Validator.check_schema(schema)
    assert {"time", "source", "quote", "stance"} <= set(schema["$defs"])
    for each in objects(schema):
        if "$ref" in each:
            assert set(each) == {"$ref"}
            assert each["$ref"].removeprefix("#/$defs/") in schema["$defs"]


def test_no_key_takes_more_than_one_type():
    assert all(
        isinstance(each.get("type", ""), str)
        for each in objects(statements_schema([*KINDS.values()]))
    )


def test_a_field_says_what_it_means_and_how_it_is_written():
    (keys,) = (
        each["properties"]
        for each in objects(statements_schema([KINDS["casualty"]]))
        if "measure" in each.get("properties", {})
    )
    assert keys["partial"] == {
        "type": "string",
        "description": "only some of those who are counted elsewhere, as in eleven of the dead; "
        "those at the scene, or those later; which of these",
        "enum": ["yes", "scene", "later", "unknown"],
    }
    assert keys["value"]["description"] == (
        "the figure; how many people: '12', 'at least 40', 'about 300', 'between 12 and 15'"
    )


def test_what_it_allows_makes_a_fact():
    answer = {
        "statements": [
            {
                "kind": "casualty",
                "measure": "killed",
                "subject": "passengers",
                "place": "Leeds",
                "further": "unknown",
                "partial": "unknown",
                "toll": "unknown",
                "value": "at least 12",
                "time": "4 March 2024",
                "source": "police",
                "event": "the crash",
                "id": "unknown",
                "part_of": "unknown",
                "quote": "at least 12 passengers died",
                "stance": "asserted",
                "part": "text",
            }
        ]
    }
    Draft202012Validator(statements_schema([*KINDS.values()])).validate(answer)
    (fact,) = facts_from(statement_from(row) for row in answer["statements"])
    assert (fact.event, fact.fields["measure"], fact.value.low) == ("the crash", "killed", 12)
