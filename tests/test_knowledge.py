import errno
import os
import pickle
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import pytest
from belie.knowledge import (
    FACTS,
    RULES,
    Form,
    KnowledgeError,
    Limits,
    nearest,
    parse_yaml,
    read_yaml,
)
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

PATH = Path("town.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class StreetForm(Form):
    name: str
    houses: int = 0
    lanes: Annotated[tuple[str, ...], Limits(shortest=1)] = ("High Lane",)


@dataclass(frozen=True, slots=True, kw_only=True)
class TownForm(Form):
    town: Annotated[str, Limits(pattern="^[A-Z]", shortest=1, longest=8)]
    size: Literal["small", "large"] = "small"
    streets: tuple[StreetForm, ...] = ()
    ferry: Literal["yes", "no"] = "no"

    def __post_init__(self) -> None:
        if self.ferry == "yes" and not self.streets:
            raise ValueError("a ferry needs a street")


class Street(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    houses: int = 0


class Town(BaseModel):
    model_config = ConfigDict(extra="forbid")

    town: str
    size: Literal["small", "large"] = "small"
    streets: tuple[Street, ...] = ()


def test_a_file_is_plain_data():
    text = "a: [1, 2.5, no, on, 2023-05-01]\nb: {c: null}\n"
    assert parse_yaml(text, PATH).data == {
        "a": [1, 2.5, "no", "on", date(2023, 5, 1)],
        "b": {"c": None},
    }


def test_an_error_points_at_its_value():
    document = parse_yaml("a: 1\nb:\n  - x\n  - c: deep\n", PATH)
    assert str(document.error("no", ("b", 1, "c"))) == "town.yaml:4:8: no"
    assert str(document.error("no", ("b", 7, "c"))) == "town.yaml:3:3: no"
    assert str(document.error("no")) == "town.yaml:1:1: no"


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ("same(x)", "1:9"),
        ("'same(x)'", "1:10"),
        ('"same(x)"', "1:10"),
        (">\n  same(x)\n  and more", "1:4"),
    ],
)
def test_an_offset_counts_into_a_value_of_one_line(value, place):
    document = parse_yaml(f"a: {value}", PATH)
    assert str(document.error("no", ("a",), 5)) == f"town.yaml:{place}: no"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("twon: Orla", "1:7: unknown key 'twon'; did you mean 'town'?"),
        ("town: Orla\nstreets:\n- {nme: High}", "3:9: unknown key 'nme'; did you mean 'name'?"),
        ("town: Orla\ns[ize: small", "2:8: unknown key 's[ize'; did you mean 'size'?"),
        ("size: small", "1:1: the key 'town' is missing"),
        ("town: Orla\nstreets: [{houses: 3}]", "2:11: the key 'name' is missing"),
        ("town: Orla\nsize: tiny", "2:7: must be 'small' or 'large'"),
        ("town: [Orla]", "1:7: must be text"),
        ("[Orla]", "1:1: must have keys with values"),
    ],
)
@pytest.mark.parametrize("form", [Town, TownForm])
def test_data_of_another_form_is_refused_where_it_stands(text, problem, form):
    with pytest.raises(KnowledgeError) as refused:
        parse_yaml(text, PATH).parse(form)
    assert str(refused.value) == f"town.yaml:{problem}"


@pytest.mark.parametrize(("form", "part"), [(Town, Street), (TownForm, StreetForm)])
def test_data_of_the_form_becomes_it(form, part):
    document = parse_yaml("town: Orla\nstreets: [{name: High, houses: 3}]", PATH)
    assert document.parse(form) == form(town="Orla", streets=(part(name="High", houses=3),))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{town: Orla, ferry: yes}", "1:1: a ferry needs a street"),
        ("{town: orla}", "1:8: must match ^[A-Z]"),
        ("{town: Bad Dürkheim}", "1:8: must have a length of at most 8"),
        ("{town: ''}", "1:8: must have a length of at least 1"),
        (
            "{town: Orla, streets: [{name: High, lanes: []}]}",
            "1:44: must have a length of at least 1",
        ),
    ],
)
def test_a_form_may_ask_for_more_than_types(text, problem):
    with pytest.raises(KnowledgeError) as refused:
        parse_yaml(text, PATH).parse(TownForm)
    assert str(refused.value) == f"town.yaml:{problem}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "1:1: is empty"),
        ("# nothing\n", "1:1: is empty"),
        ("a: 1\nb: 2\na: 3", "3:1: the key 'a' stands twice; keep one"),
        ("a: [{b: 1, b: 2}]", "1:12: the key 'b' stands twice; keep one"),
        ("a: &x 1", "1:4: aliases, anchors and tags are not allowed; write the value out"),
        ("a: *x", "1:4: aliases, anchors and tags are not allowed; write the value out"),
        ("a: !!python/name:os 1", "1:4: aliases, anchors and tags are not allowed"),
        ("? [a, b]\n: c", "1:3: a key is one plain word"),
        ("a: 1\n---\nb: 2", "2:1: is not YAML"),
        ("a: [1", "2:1: is not YAML"),
        ("a: one: two", "1:7: is not YAML: a text with a colon in it needs quotes"),
        ('a: "one\nb: "two"', "1:4: is not YAML: a quote that opens here is not closed"),
        ("a: one\nb: 'two", "2:4: is not YAML: a quote that opens here is not closed"),
        ("a: 2023-02-30", "1:4: is not YAML: "),
        ("a: " + "9" * 5000, "1:4: is not YAML: "),
        ("a: \0", "1:1: is not YAML"),
        ("[" * 100_000, "1:41: is nested deeper than 40 levels"),
        ("a: " + "{a: " * 100_000, "is nested deeper than 40 levels"),
        ("\n".join(" " * depth + "a:" for depth in range(50)), "is nested deeper than 40 levels"),
    ],
)
def test_what_is_more_or_less_than_plain_yaml_is_refused(text, place):
    with pytest.raises(KnowledgeError) as refused:
        parse_yaml(text, PATH)
    assert place in str(refused.value)


def test_a_file_is_read(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("a: größer", encoding="utf-8")
    assert read_yaml(path).data == {"a": "größer"}


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"a: 1\nb: gr\xf6\xdfer", ":2:1: is not UTF-8; save it as UTF-8"),
        (b"#" * 1_000_001, ":1:1: has 1,000,001 bytes; a million is the limit"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(tmp_path, raw, problem):
    path = tmp_path / "a.yaml"
    path.write_bytes(raw)
    with pytest.raises(KnowledgeError) as refused:
        read_yaml(path)
    assert str(refused.value) == f"{path}{problem}"


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(KnowledgeError, match=f"cannot be read: {os.strerror(errno.ENOENT)}"):
        read_yaml(tmp_path / "none.yaml")
    with pytest.raises(KnowledgeError, match=f"cannot be read: {os.strerror(errno.EISDIR)}"):
        read_yaml(tmp_path)


def test_a_document_goes_to_other_processes():
    document = pickle.loads(pickle.dumps(parse_yaml("a: [1]", PATH)))  # noqa: S301
    assert str(document.error("no", ("a", 0))) == "town.yaml:1:5: no"


def test_the_nearest_name_is_suggested_where_there_is_one():
    assert nearest("hodler", ["place", "holder"]) == "; did you mean 'holder'?"
    assert nearest("zebra", ["place", "holder"]) == ""


def test_knowledge_lies_beside_the_code():
    assert FACTS.is_dir()
    assert RULES.is_dir()


@given(st.text(max_size=40) | st.text("a1: -[]{}\n\"'#&*!|>?,\t", max_size=40))
def test_any_text_is_a_document_or_refused(text):
    try:
        document = parse_yaml(text, PATH)
    except KnowledgeError as failure:
        refused = failure
    else:
        assert document.error("no").line >= 1
        return
    assert refused.line >= 1
    assert refused.column >= 1


@pytest.mark.parametrize(
    ("wanted", "names", "meant"),
    [
        ("kiled", ["killed", "injured"], "killed"),
        ("Measure", ["measure"], "measure"),
        ("older", ["holder"], "holder"),
        ("fri", ["monday", "friday"], "friday"),
        ("sample size", ["sample", "swing"], "sample"),
        ("injuries", ["injured", "missing"], "injured"),
        # what looks alike, and means something else
        ("toll", ["poll"], None),
        ("held", ["holds", "not-held"], None),
        ("fatalities", ["casualties", "killed"], None),
        ("increased", ["rose", "reached"], None),
        ("option", ["population"], None),
        ("figure", ["further", "place"], None),
        ("x", [], None),
    ],
)
def test_the_nearest_name_is_one_that_is_misspelt_or_shortened(
    wanted: str, names: list[str], meant: str | None
) -> None:
    assert nearest(wanted, names) == ("" if meant is None else f"; did you mean {meant!r}?")
