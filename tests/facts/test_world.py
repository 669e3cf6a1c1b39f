"""The tables of the world hold together."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from belie.knowledge import FACTS
from belie.reading.names.world import COLUMNS, read_columns

WORLD = FACTS / "world"
PLACES = ("areas", "countries", "regions", "ukraine", "cities")
SORTS = {
    "alliance", "agency", "armed-group", "news-agency", "party", "people", "pollster",
}  # fmt: skip
LEVELS = {"area", "region", "district", ""}


def rows(name: str) -> list[dict[str, str]]:
    columns = COLUMNS[name]
    return [dict(zip(columns, row, strict=True)) for row in zip(*read_columns(name), strict=True)]


def codes() -> list[str]:
    own = [row["code"] for name in ("areas", "regions", "ukraine") for row in rows(name)]
    known = {code for code in own if code}
    return [code for code in own if code] + [
        row["code"] for row in rows("countries") if row["code"] not in known
    ]


def test_every_table_is_known_and_described() -> None:
    files = {path.stem for path in WORLD.glob("*.tsv")}
    assert files == set(COLUMNS)
    text = (WORLD / "README.md").read_text(encoding="utf-8")
    assert [name for name in sorted(files) if f"`{name}.tsv`" not in text] == []
    assert "CC BY 4.0" in text
    assert "GeoNames" in text


def test_codes_are_unique() -> None:
    assert [code for code, count in Counter(codes()).items() if count > 1] == []


@pytest.mark.parametrize("name", PLACES)
def test_every_parent_exists(name: str) -> None:
    known = {*codes(), ""}
    assert [row for row in rows(name) if row["within"] not in known] == []


@pytest.mark.parametrize("name", [*PLACES, "actors"])
def test_no_row_stands_twice(name: str) -> None:
    keys = Counter((row.get("code") or row.get("within"), row["name"]) for row in rows(name))
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("name", ["ukraine", "cities"])
def test_towns_of_one_region_stand_together(name: str) -> None:
    seen: set[str] = set()
    before = ""
    for row in rows(name):
        if row.get("code"):
            continue
        if row["within"] != before:
            assert row["within"] not in seen, row
            seen.add(row["within"])
            before = row["within"]


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_cells_are_plain(name: str) -> None:
    for row in rows(name):
        for column, cell in row.items():
            assert cell == cell.strip(), row
            names = cell.split("; ") if cell else []
            assert len(names) == len(set(names)), row
            if column == "name" and name in PLACES:
                assert re.fullmatch(r"[A-Za-z'][A-Za-z0-9 .,'&()/-]*", cell), row
            if column == "population" and cell:
                assert cell.isdigit(), row
            if column == "doubtful":
                assert cell in ("", "?"), row
            if column == "level":
                assert cell in LEVELS, row


def test_a_name_of_a_place_is_not_listed_as_its_other_name() -> None:
    for name in (*PLACES, "actors"):
        for row in rows(name):
            assert row["name"] not in row["other names"].split("; "), row


def test_actors() -> None:
    countries = {row["code"] for row in rows("countries")}
    owner: dict[str, str] = {}
    for row in rows("actors"):
        assert row["sort"] in SORTS, row
        assert row["country"] in countries | {""}, row
        for name in (row["name"], *filter(None, row["other names"].split("; "))):
            assert owner.setdefault(name, row["name"]) == row["name"], row


def test_no_two_countries_share_a_name() -> None:
    owner: dict[str, str] = {}
    for row in rows("countries"):
        for column in ("name", "adjectives", "people", "metonyms", "other names"):
            for name in filter(None, row[column].split("; ")):
                assert owner.setdefault(name, row["code"]) == row["code"], (name, row)


@pytest.mark.parametrize(
    "country",
    ["Ukraine", "Russia", "Kosovo", "Taiwan", "Palestine", "South Sudan", "Vatican City"],
)
def test_countries_are_there(country: str) -> None:
    assert country in {row["name"] for row in rows("countries")}


def test_members_of_the_united_nations_are_there() -> None:
    states = [row for row in rows("countries") if len(row["code"]) == 2 and row["adjectives"]]
    assert len(states) > 193
