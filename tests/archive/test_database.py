"""A file that is no archive, or not one to be used, is said to be so; and none reaches another."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from belie.archive.adding import ArchiveWriter
from belie.archive.database import ArchiveError, explained, opened
from belie.model import Article
from belie.sources import is_archive


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with ArchiveWriter(tmp_path / "desk.belie", "anna") as writer:
        writer.add(Article("Nine people died in Leeds.", id="a"))
    return tmp_path / "desk.belie"


def refusal(path: Path) -> str:
    with pytest.raises(ArchiveError) as refused:
        opened(path)
    assert refused.value.file == path
    return str(refused.value).removeprefix(f"{path}: ")


def test_a_file_is_told_by_its_content_and_not_by_its_name(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_bytes(path.read_bytes())
    lure = tmp_path / "lure.belie"
    lure.write_text("Nine people died in Leeds, the mayor said.")
    assert (is_archive(other), is_archive(lure)) == (True, False)
    assert not is_archive(tmp_path)
    assert not is_archive(tmp_path / "missing")


def test_what_is_not_there_is_said_with_how_to_make_it(tmp_path: Path) -> None:
    path = tmp_path / "desk.belie"
    made = f"make one with: belie archive add {path} FILE"
    assert refusal(path) == f"there is no such archive; {made}"


@pytest.mark.parametrize("content", [b"", b"Nine people died.", b"12345678DUCK" + b"\0" * 50])
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "desk.belie"
    path.write_bytes(content)
    said = refusal(path)
    if content[8:12] == b"DUCK":
        assert said.startswith("cannot be opened, and may be damaged: ")
    else:
        assert said == "is no archive of belie; name a file that belie archive add made"


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sales.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE sales (amount INTEGER)")
    assert refusal(path) == "is a database, but no archive of belie"


def test_another_version_is_refused_with_what_to_do(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE belie_archive SET version = 99")
    assert refusal(path) == (
        "is an archive of version 99, and this belie reads version 1; export it with the belie "
        "that made it, and add that to a new archive"
    )


def test_a_view_in_the_place_of_a_table_is_refused(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("DROP TABLE facts")
        connection.execute("CREATE VIEW facts AS SELECT content FROM read_text('/etc/hostname')")
    assert refusal(path) == "is no whole archive: it has no table 'facts'"


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT content FROM read_text('/etc/hostname')",
        "COPY articles TO 'stolen.csv'",
        "ATTACH 'other.db'",
        "SET enable_external_access = true",
        "SET threads = 1",
        "INSTALL httpfs",
    ],
)
def test_an_open_archive_reaches_no_other_file_and_stays_as_it_was_set_up(
    path: Path, statement: str, write: bool
) -> None:
    with opened(path, write=write) as connection, pytest.raises(duckdb.Error):
        connection.execute(statement)


def test_an_archive_that_is_read_takes_no_change(path: Path) -> None:
    with opened(path) as connection, pytest.raises(ArchiveError), explained(path):
        connection.execute("DELETE FROM facts")
    with opened(path) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchall() == [(1,)]
