"""What is put into an archive is there as it was, once, and whole."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import belie
import pytest
from belie.archive import store as store_module
from belie.archive.adding import ArchiveWriter, digest_of_given, record_of
from belie.archive.archive import Archive
from belie.archive.database import ArchiveError, opened
from belie.archive.records import MOST_ENTRIES
from belie.archive.store import Store
from belie.model import Article, Stated
from belie.sources import is_archive

BLAST = Article(
    "A blast in Leeds on Monday killed nine people, including two children, the mayor said.",
    title="Nine dead in Leeds",
    published=date(2024, 3, 6),
    id="wire-7",
)
POLL = Article(
    "A poll by Ipsos in February found that 47% of voters back the Greens.",
    published=date(2024, 3, 1),
    id="wire-8",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.belie"


def filled(path: Path, *articles: Article) -> Path:
    with ArchiveWriter(path, "anna") as writer:
        for article in articles:
            assert writer.add(article) == ("added", ())
    return path


def names(path: Path) -> list[str]:
    with Archive.open(path) as archive:
        return [row.id for row in archive.articles().rows]


def test_an_article_comes_back_as_it_was_read(path: Path) -> None:
    filled(path, BLAST, POLL)
    read = belie.extract(BLAST)
    with Archive.open(path) as archive:
        report = archive.report("wire-7")
    assert report.article == BLAST
    assert report.facts == read.facts
    assert report.events == read.events
    assert report.article.archived is not None
    assert (report.article.archived.by, report.article.archived.file) == ("anna", None)


def test_facts_go_by_the_id_of_their_article_among_all(path: Path) -> None:
    with Archive.open(filled(path, BLAST)) as archive:
        facts = archive.report("wire-7", own_ids=False).facts
    part = next(fact for fact in facts if fact.part_of)
    assert facts[0].id == "wire-7#f1"
    assert part.part_of in {fact.id for fact in facts}


def test_adding_twice_changes_nothing(path: Path) -> None:
    filled(path, BLAST)
    before = path.read_bytes()
    with ArchiveWriter(path, "bert") as writer:
        assert writer.add(BLAST) == ("unchanged", ())
    with Archive.open(path) as archive:
        (row,) = archive.articles().rows
    assert (row.added_by, row.facts) == ("anna", len(belie.extract(BLAST).facts))
    assert len(before) == path.stat().st_size


@pytest.mark.parametrize(
    "changed",
    [
        {"text": BLAST.text.replace("nine", "ten")},
        {"title": "Ten dead in Leeds"},
        {"published": date(2024, 3, 7)},
    ],
)
def test_another_text_under_the_same_id_takes_its_place(
    path: Path, changed: dict[str, object]
) -> None:
    filled(path, BLAST, POLL)
    revised = belie.Article(
        **{"text": BLAST.text, "title": BLAST.title, "published": BLAST.published, "id": "wire-7"}
        | changed  # type: ignore[arg-type]
    )
    with ArchiveWriter(path, "bert") as writer:
        assert writer.add(revised) == ("replaced", ())
    with Archive.open(path) as archive:
        assert archive.report("wire-7").article == revised
        assert archive.report("wire-7").facts == belie.extract(revised).facts
        assert archive.facts().total == sum(len(belie.extract(x).facts) for x in (revised, POLL))


def test_two_versions_in_one_batch_leave_the_last(path: Path) -> None:
    ten = belie.Article(BLAST.text.replace("nine", "ten"), id="wire-7", published=BLAST.published)
    with ArchiveWriter(path, "anna") as writer:
        assert [writer.add(each)[0] for each in (BLAST, ten, ten)] == [
            "added", "replaced", "unchanged"
        ]  # fmt: skip
    with Archive.open(path) as archive:
        assert archive.report("wire-7").article == ten


def test_what_is_stated_of_an_article_is_kept_like_what_is_read(path: Path) -> None:
    toll = belie.Statement(
        kind="casualty",
        fields={"measure": "killed", "subject": "people", "place": "Leeds"},
        value=9,
        event="leeds-blast",
        article="desk-1",
        published=date(2024, 3, 6),
    )
    facts = tuple(belie.facts_from([toll]))
    stated = Stated(Article("casualty, 9", published=date(2024, 3, 6), id="desk-1"), facts)
    with ArchiveWriter(path, "anna") as writer:
        assert [writer.add(stated)[0] for _ in range(2)] == ["added", "unchanged"]
    with Archive.open(path) as archive:
        assert archive.report("desk-1").facts == facts


def test_an_article_needs_an_id(path: Path) -> None:
    with ArchiveWriter(path, "anna") as writer, pytest.raises(ArchiveError) as refused:
        writer.add(Article("Nine died."))
    said = f"{path}: an archive knows articles by their ids; give it one"
    assert str(refused.value) == said


def test_removing_takes_the_facts_the_events_and_the_keys_along(path: Path) -> None:
    filled(path, BLAST, POLL)
    with ArchiveWriter(path, "anna") as writer:
        assert writer.remove("wire-7", "wire-99") == 1
    assert names(path) == ["wire-8"]
    with opened(path) as connection:
        ((number,),) = connection.execute("SELECT number FROM articles").fetchall()
        assert connection.execute("SELECT DISTINCT article FROM facts").fetchall() == [(number,)]
        assert connection.execute("FROM events").fetchall() == []
        keyed = "SELECT DISTINCT position // ? FROM keys"
        assert connection.execute(keyed, [MOST_ENTRIES]).fetchall() == [(number,)]


def test_stopping_keeps_what_was_whole_by_then(path: Path) -> None:
    def stopped() -> None:
        with ArchiveWriter(path, "anna") as writer:
            writer.add(BLAST)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert names(path) == ["wire-7"]


def test_a_batch_that_cannot_be_written_leaves_nothing_of_itself(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path, POLL)

    append = Store._append

    def append_but_keys(store: Store, table: str, rows: list[tuple[object, ...]]) -> None:
        if table == "keys":
            raise ArchiveError(path, "is full")
        append(store, table, rows)

    monkeypatch.setattr(Store, "_append", append_but_keys)
    record = record_of(belie.extract(BLAST), digest_of_given(BLAST), path, "anna")
    with Store(path) as store:
        store.put(record)
        with pytest.raises(ArchiveError):
            store.flush()
        store._waiting.clear()
    assert names(path) == ["wire-8"]


def test_batches_are_written_as_they_fill(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_MOST_WAITING", 2)
    with ArchiveWriter(path, "anna") as writer:
        for number in range(5):
            writer.add(Article(f"The fire killed {number + 2} people.", id=f"a{number}"))
            counted = writer._store._connection.execute("SELECT count(*) FROM articles").fetchall()
            assert counted == [((number + 1) // 2 * 2,)]
    assert len(names(path)) == 5


def test_a_new_archive_is_there_whole_or_not_at_all(path: Path) -> None:
    filled(path, POLL)
    assert is_archive(path)
    assert sorted(each.name for each in path.parent.iterdir()) == ["desk.belie"]


def test_where_an_archive_cannot_be_made_is_said(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"desk\.belie: cannot be made: "):
        Store(tmp_path / "missing" / "desk.belie")


HOLDING = """
import sys
from pathlib import Path
from belie.archive.database import opened
with opened(Path(sys.argv[1]), write=sys.argv[2] == "write"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize(
    ("held", "wanted", "doing"),
    [
        ("write", "write", "reads or writes it"),
        ("write", "read", "writes to it"),
        ("read", "write", "reads or writes it"),
    ],
)
def test_an_archive_that_another_process_has_is_said_to_be_in_use(
    path: Path, held: str, wanted: str, doing: str
) -> None:
    filled(path, POLL)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, path, held],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(ArchiveError) as refused:
            opened(path, write=wanted == "write")
        other.communicate("")
    assert str(refused.value) == (
        f"{path}: is in use: process {other.pid} {doing}; wait until that is done, and try again"
    )


def test_several_read_one_archive_at_once(path: Path) -> None:
    filled(path, POLL)
    with Archive.open(path) as one, Archive.open(path) as other:
        assert one.articles().rows == other.articles().rows
        with pytest.raises(ArchiveError) as refused:
            Store(path)
    said = "is open in this process in another way; close that first"
    assert str(refused.value) == f"{path}: {said}"
