"""The tree of places, and which of several places a name names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from belie.knowledge import KnowledgeError
from belie.reading.names.gazetteer import without_accents
from belie.reading.names.world import gazetteer, read_columns
from hypothesis import given
from hypothesis import strategies as st

WORLD = gazetteer()
EVERY = range(len(WORLD.names))


def key(name: str, near: Sequence[str] = ()) -> str | None:
    place = WORLD.place(name, near)
    return place.key if place else None


def lies_within(inner: str, outer: str) -> bool:
    small, large = WORLD.place(inner), WORLD.place(outer)
    assert small is not None
    assert large is not None
    return large.first <= small.first and small.last <= large.last


def test_every_place_lies_inside_the_one_around_it() -> None:
    for number in EVERY:
        parent = WORLD.parents[number]
        assert parent < number <= WORLD.last[number]
        if parent >= 0:
            assert WORLD.last[number] <= WORLD.last[parent]


def test_places_beside_each_other_are_apart() -> None:
    end: dict[int, int] = {}
    for number in EVERY:
        parent = WORLD.parents[number]
        assert number > end.get(parent, -1)
        end[parent] = WORLD.last[number]


def test_every_place_has_a_key_of_its_own() -> None:
    keys = {WORLD.as_place(number, "").key for number in EVERY}
    assert len(keys) == len(EVERY)


@given(st.sampled_from(EVERY), st.sampled_from(EVERY))
def test_two_places_are_nested_or_apart(one: int, other: int) -> None:
    first, second = sorted((WORLD.as_place(one, ""), WORLD.as_place(other, "")), key=_start)
    assert second.last <= first.last or second.first > first.last


def _start(place: object) -> tuple[int, int]:
    return (place.first, -place.last)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("Kherson", "Kherson oblast"),
        ("Bakhmut", "Bakhmut district"),
        ("Bakhmut district", "Donetsk region"),
        ("Donetsk region", "Donbas"),
        ("Donbas", "Ukraine"),
        ("Sevastopol", "Crimea"),
        ("Crimea", "Ukraine"),
        ("Rafah", "Gaza Strip"),
        ("Gaza", "Palestine"),
        ("El Fasher", "North Darfur"),
        ("North Darfur", "Darfur"),
        ("Darfur", "Sudan"),
        ("Goma", "North Kivu"),
        ("Edinburgh", "Scotland"),
        ("Scotland", "United Kingdom"),
        ("New York", "New York state"),
        ("France", "Europe"),
    ],
)
def test_within(inner: str, outer: str) -> None:
    assert lies_within(inner, outer)
    assert not lies_within(outer, inner)


@pytest.mark.parametrize(
    ("one", "other"), [("Kyiv", "Kyiv region"), ("Moscow", "Ukraine"), ("Kherson", "Donbas")]
)
def test_not_within(one: str, other: str) -> None:
    assert not lies_within(one, other)
    assert not lies_within(other, one)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kherson", "Kherson"),
        ("Kherson region", "Kherson Oblast"),
        ("Kherson Oblast", "Kherson Oblast"),
        ("Kharkov", "Kharkiv"),
        ("Kharkov province", "Kharkiv Oblast"),
        ("Kiev", "Kyiv"),
        ("Odessa region", "Odesa Oblast"),
        ("Slavyansk", "Sloviansk"),
        ("Artemivsk district", "Bakhmut Raion"),
        ("Idlib", "Idlib"),
        ("Idlib province", "Idlib Governorate"),
        ("New York", "New York City"),
        ("New York state", "New York State"),
        ("Tigray", "Tigray"),
        ("Tigray region", "Tigray"),
        ("São Paulo", "Sao Paulo"),
        ("Gaza", "Gaza Strip"),
        ("Congo", "Democratic Republic of Congo"),
        ("Lothlorien", None),
        ("Moscow state", None),
        ("", None),
    ],
)
def test_place(name: str, expected: str | None) -> None:
    assert key(name) == expected


@pytest.mark.parametrize(
    ("name", "near", "expected"),
    [
        ("Tripoli", [], "Tripoli"),
        ("Tripoli", ["Lebanon"], "Tripoli, North Lebanon"),
        ("Springfield", ["Illinois"], "Springfield, Illinois"),
        ("Georgia", ["Tbilisi"], "Georgia"),
        ("Georgia", ["Atlanta"], "Georgia State"),
        ("Hyderabad", ["Pakistan"], "Hyderabad, Sindh"),
        ("Kherson", ["Kherson region"], "Kherson"),
        ("Kyiv", ["Kyiv region"], "Kyiv"),
        ("Lyman", ["Kharkiv region", "Izium"], "Lyman"),
        ("Georgia", ["Nevada"], "Georgia State"),
        ("Birmingham", ["Alabama"], "Birmingham, Alabama"),
    ],
)
def test_place_by_what_is_near(name: str, near: list[str], expected: str) -> None:
    assert key(name, near) == expected


def test_a_place_keeps_the_text_it_was_asked_by() -> None:
    place = WORLD.place("Kiev")
    assert place is not None
    assert place.text == "Kiev"


def test_villages_of_one_name_are_told_apart_by_the_region_alone() -> None:
    assert key("Vershyna") is None
    assert key("Vershyna", ["Ukraine"]) is None
    assert key("Vershyna", ["Ukraine", "Sumy region"]) == "Vershyna, Sumy Raion"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Łódź", "Lodz"), ("Şanlıurfa", "Sanliurfa"), ("Côte d’Ivoire", "Cote d'Ivoire"), ("", "")],
)
def test_without_accents(text: str, expected: str) -> None:
    assert without_accents(text) == expected


def test_a_table_with_a_short_row_says_where(tmp_path: Path) -> None:
    (tmp_path / "first-names.tsv").write_text("name\nAnna\nOleh\tOlha\n")
    with pytest.raises(KnowledgeError, match=r"first-names.tsv:3:1: a row must have 1 columns"):
        read_columns("first-names", tmp_path)


def test_a_table_with_other_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "first-names.tsv").write_text("names\nAnna\n")
    with pytest.raises(KnowledgeError, match="the columns must be name"):
        read_columns("first-names", tmp_path)
