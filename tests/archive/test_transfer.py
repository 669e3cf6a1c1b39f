"""An archive as Parquet, and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest
from belie.archive.adding import Adding, ArchiveWriter
from belie.archive.archive import Archive
from belie.archive.database import ArchiveError
from belie.archive.store import Store
from belie.archive.transfer import export, is_export, taken
from belie.model import Article
from hypothesis import given, settings
from hypothesis import strategies as st

ARTICLES = [
    Article("A blast in Leeds on Monday killed nine people.", "Nine dead", date(2024, 3, 6), "a"),
    Article("A poll by Ipsos found that 47% of voters back the Greens.", None, None, "b"),
    Article("Ukrainian troops retook Kherson on Friday.", None, date(2022, 11, 12), "wire/c.txt"),
    Article("Rain fell.", None, None, "d"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with ArchiveWriter(tmp_path / "desk.belie", "anna") as writer:
        for article in ARTICLES:
            writer.add(article)
        writer.remove("b")  # so that the numbers of articles have a gap
    return tmp_path / "desk.belie"


def take(folder: Path, path: Path) -> Adding:
    with Store(path) as store:
        adding = Adding(store, path, "bert", None)
        for record in taken(folder, path):
            adding.put(record)
    return adding


def content(path: Path) -> list[object]:
    with Archive.open(path) as archive:
        listed = archive.articles().rows
        return [(row, archive.report(row.id)) for row in listed]


def test_the_way_there_and_back_loses_nothing(path: Path, tmp_path: Path) -> None:
    rows = export(path, tmp_path / "one")
    assert rows == {"articles": 3, "events": 1, "facts": 4}
    again = tmp_path / "again.belie"
    assert take(tmp_path / "one", again).outcomes == {"added": 3}
    assert content(again) == content(path)
    export(again, tmp_path / "two")
    for name in ("articles", "events", "facts"):
        one, two = (tmp_path / folder / f"{name}.parquet" for folder in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_what_is_taken_back_is_found_again(path: Path, tmp_path: Path) -> None:
    export(path, tmp_path / "one")
    take(tmp_path / "one", tmp_path / "again.belie")
    keys = []
    for each in (path, tmp_path / "again.belie"):
        with duckdb.connect(str(each)) as connection:
            keys.append(connection.execute("SELECT key FROM keys ORDER BY key").fetchall())
    assert keys[0] == keys[1] != []


def test_what_is_there_already_is_not_taken_twice(path: Path, tmp_path: Path) -> None:
    export(path, tmp_path / "one")
    assert take(tmp_path / "one", path).outcomes == {"unchanged": 3}


def test_parquet_says_in_columns_what_facts_are_about(path: Path, tmp_path: Path) -> None:
    export(path, tmp_path / "one")
    asked = "SELECT article, id, kind, place, starts FROM read_parquet(?) WHERE kind = 'control'"
    found = duckdb.execute(asked, [str(tmp_path / "one" / "facts.parquet")]).fetchall()
    assert found == [("wire/c.txt", "f1", "control", "Kherson", date(2022, 11, 11))]


def test_an_earlier_export_is_written_over_and_nothing_else(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "one"
    export(path, folder)
    assert export(path, folder) == {"articles": 3, "events": 1, "facts": 4}
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "articles.parquet").write_text("mine")
    with pytest.raises(ArchiveError) as refused:
        export(path, mine)
    said = "is there already, and no export of belie; name another folder"
    assert str(refused.value) == f"{mine}: {said}"
    assert (mine / "articles.parquet").read_text() == "mine"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["desk.belie", "mine", "one"]


def test_a_folder_of_copy_is_no_export(tmp_path: Path) -> None:
    duckdb.execute(f"COPY (SELECT 1 AS id) TO '{tmp_path}/articles.parquet'")
    assert not is_export(tmp_path)


def test_another_version_is_refused(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    form = "FORMAT parquet, KV_METADATA {belie: 'archive/9'}"
    duckdb.execute(f"COPY (SELECT 1 AS id) TO '{folder}/articles.parquet' ({form})")
    with pytest.raises(ArchiveError) as refused:
        list(taken(folder, path))
    said = "was exported as archive/9, and this belie reads archive/1"
    assert str(refused.value) == f"{folder}: {said}"


def test_a_damaged_fact_is_said(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "one"
    export(path, folder)
    facts = duckdb.read_parquet(str(folder / "facts.parquet"))
    facts.project("* REPLACE ('{}' AS fact)").write_parquet(str(folder / "damaged.parquet"))
    (folder / "damaged.parquet").replace(folder / "facts.parquet")
    with pytest.raises(ArchiveError, match="article 'a' is not as belie exports one: KeyError"):
        list(taken(folder, path))


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40)


@settings(max_examples=15)
@given(given_=st.dictionaries(TEXTS, st.tuples(TEXTS, TEXTS | st.none()), max_size=4))
def test_any_article_comes_back(
    tmp_path_factory: pytest.TempPathFactory, given_: dict[str, tuple[str, str | None]]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    path = folder / "desk.belie"
    with ArchiveWriter(path, "anna") as writer:
        for name, (text, title) in given_.items():
            writer.add(Article(text, title, date(2024, 3, 6), name))
    export(path, folder / "one")
    take(folder / "one", folder / "again.belie")
    assert content(folder / "again.belie") == content(path)
