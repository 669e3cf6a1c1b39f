from __future__ import annotations

import errno
import importlib.util
import io
import json
import os
import sys
import tempfile
from codecs import BOM_UTF16_BE
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from belie.entries import Submission, Unreadable
from belie.files import LARGEST
from belie.model import Article, Span, iso_day
from belie.sources import read_articles


def read(*names: Path | str) -> list[Submission | Unreadable]:
    return list(read_articles(str(name) for name in names))


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-05-02", date(2023, 5, 2)),
        (" 2023-05-02 ", date(2023, 5, 2)),
        ("2023-05-02T23:30:00-05:00", date(2023, 5, 2)),
        ("2023-05-02T04:00:00Z", date(2023, 5, 2)),
    ],
)
def test_a_date_is_a_day_and_keeps_it_whatever_the_zone(text: str, day: date) -> None:
    assert iso_day(text) == day


@pytest.mark.parametrize("text", ["2 May", "2023-02-30", "2023", ""])
def test_what_is_no_date_is_said_with_the_form_to_use(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no date; write it as 2022-12-02$"):
        iso_day(text)


@pytest.mark.parametrize("name", ["dam.txt", "dam.TXT", "dam"])
def test_a_text_file_is_one_article_all_text(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, "The dam held.\r\nThe mayor said so.\n")
    assert read(path) == [
        Submission(Article("The dam held.\r\nThe mayor said so.\n", id=str(path)))
    ]


def test_a_byte_order_mark_is_not_text(tmp_path: Path) -> None:
    path = write(tmp_path / "dam.txt", b"\xef\xbb\xbfThe dam held.")
    (submission,) = read(path)
    assert isinstance(submission, Submission)
    assert submission.article.text == "The dam held."


def test_standard_input_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO("Le barrage a tenu — é".encode()))
    )
    assert read("-") == [Submission(Article("Le barrage a tenu — é", id="-"))]


def test_a_json_file_carries_title_date_and_what_to_hold_it_against(tmp_path: Path) -> None:
    entry = {
        "id": "dam-7",
        "title": "Dam holds",
        "published": "2023-05-02",
        "text": "The dam held.",
        "section": "local",
        "against": [{"text": "The dam broke.", "id": 12}, {"text": "It rained."}],
    }
    path = write(tmp_path / "dam.json", json.dumps(entry))
    assert read(path) == [
        Submission(
            Article("The dam held.", "Dam holds", date(2023, 5, 2), "dam-7"),
            (
                Article("The dam broke.", id="12"),
                Article("It rained.", id="dam-7 against 2"),
            ),
        )
    ]


def test_a_json_list_is_as_many_articles(tmp_path: Path) -> None:
    path = write(tmp_path / "two.json", '[{"text": "One."}, {"text": "Two.", "title": ""}]')
    assert read(path) == [
        Submission(Article("One.", id=f"{path}#1")),
        Submission(Article("Two.", id=f"{path}#2")),
    ]


def test_a_bad_line_costs_only_itself(tmp_path: Path) -> None:
    lines = [
        b'{"text": "One."}',
        b"",
        b'{"text": "Two."',
        b'{"text": "caf\x81"}',
        b"[1]",
        b'{"text": "Six.", "published": "in May"}',
        b'{"text": "Seven.", "against": [{"text": "A."}, {"title": "B"}]}',
        b'{"text": "Eight.", "id": "eight"}',
    ]
    path = write(tmp_path / "wire.jsonl", b"\r\n".join(lines))
    first, *bad, last = read(path)
    assert first == Submission(Article("One.", id=f"{path}#1"))
    assert last == Submission(Article("Eight.", id="eight"))
    broken, *others = map(str, bad)
    assert broken.startswith(f"{path}:3: is not JSON: ")
    assert broken.endswith(" at column 16")
    assert others == [
        f"{path}:4: is not UTF-8; save it as UTF-8",
        f'{path}:5: is not an article; write it as {{"text": "…", "published": "2022-12-02"}}',
        f"{path}:6: 'published': 'in May' is no date; write it as 2022-12-02",
        f"{path}:7: 'against' 2 has no 'text'; an article needs it",
    ]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt", b"", ": is empty; there is nothing to check"),
        ("a.txt", b" \n\t\n", ": is empty; there is nothing to check"),
        ("a.txt", b"One.\nTwo.\nTh\x81e.", ":3: is not UTF-8; save it as UTF-8"),
        ("a.txt", "Drei".encode("utf-16-le"), ": holds NUL characters; save it as UTF-8 text"),
        ("a.json", b"[]", ": is an empty list; there is nothing to check"),
        ("a.json", b'{"text":\n "a"\n ,,}', ":3: is not JSON: "),
        ("a.json", b"[" * 100_000, ": is not an article: nested too deep"),
        ("a.json", b"9" * 5_000, ": is not an article: nested too deep, or a number too long"),
        ("a.json", b'{"title": "a"}', ": has no 'text'; an article needs it"),
        ("a.json", b'{"text": ""}', ": is empty; there is nothing to check"),
        ("a.json", b'{"text": null}', ": is empty; there is nothing to check"),
        ("a.json", b'{"text": 7}', ": 'text' is not a string"),
        ("a.json", b'{"text": "a", "id": true}', ": 'id' is not a string"),
        ("a.json", b'{"text": "a", "against": {}}', None),
        ("a.json", b'{"text": "a", "against": "b"}', ": 'against' is not a list of articles"),
        (
            "a.json",
            b'{"text": "a \\ud83d"}',
            ": holds half a surrogate pair; save it as UTF-8 text",
        ),
        ("a.json", b'[{"text": "a"}, 2]', ": article 2: is not an article; "),
        ("a.jsonl", b"\n\n", ": is empty; there is nothing to check"),
        ("a.pdf", b"PK", ": is not read; save its text as .txt"),
    ],
)
def test_each_bad_file_says_where_and_what(
    tmp_path: Path, name: str, content: bytes, problem: str | None
) -> None:
    path = write(tmp_path / name, content)
    found = [str(each) for each in read(path) if isinstance(each, Unreadable)]
    assert len(found) == (problem is not None)
    assert all(each.startswith(f"{path}{problem}") for each in found)


def test_other_files_are_still_read(tmp_path: Path) -> None:
    good = write(tmp_path / "good.txt", "The dam held.")
    missing = tmp_path / "missing.txt"
    assert read(missing, good) == [
        Unreadable(str(missing), f"cannot be read: {os.strerror(errno.ENOENT)}"),
        Submission(Article("The dam held.", id=str(good))),
    ]


def test_a_folder_is_read_to_the_bottom_in_order_of_path(tmp_path: Path) -> None:
    for name in ["b.txt", "a/z.md", "a/c.txt", "photo.jpg", ".git/d.txt", ".hidden.txt"]:
        write(tmp_path / name, f"Text of {name}.")
    found = [each.article.id for each in read(tmp_path) if isinstance(each, Submission)]
    assert found == [str(tmp_path / name) for name in ["a/c.txt", "a/z.md", "b.txt"]]


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("a.json", '{\n  "schema": "belie/report/1",'),
        ("a.json", '[{"schema": "belie/report/1",'),
        ("a.jsonl", '{"schema": "belie/report/1",'),
        ("a.jsonl", '{"schema": "belie/mentions/1",'),
    ],
)
def test_what_belie_wrote_is_passed_over_in_a_folder_but_read_by_name(
    tmp_path: Path, name: str, begin: str
) -> None:
    report = write(tmp_path / name, f'{begin} "text": "It rained."')
    copy = write(tmp_path / "copy.json", '{"text": "belie/report/1"}')
    assert read(tmp_path) == [
        Unreadable(str(report), "is what belie wrote, and no copy; passed over", is_fault=False),
        Submission(Article("belie/report/1", id=str(copy))),
    ]
    assert "passed over" not in str(read(report))


def test_a_broken_link_in_a_folder_is_said_and_what_is_no_file_is_no_article(
    tmp_path: Path,
) -> None:
    good = write(tmp_path / "good.txt", "The dam held.")
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    assert read(tmp_path) == [
        Unreadable(str(tmp_path / "a.txt"), "cannot be read: No such file or directory"),
        Submission(Article("The dam held.", id=str(good))),
    ]


@pytest.fixture
def without_rights(tmp_path: Path) -> Iterator[Path]:
    """A folder that a user without rights, as whom the test runs, may enter."""
    if os.geteuid():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        os.seteuid(65_534)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)


def test_a_folder_that_cannot_be_entered_is_said_in_its_place(without_rights: Path) -> None:
    first = write(without_rights / "a.txt", "The dam held.")
    locked = write(without_rights / "b" / "locked.txt", "The dam broke.").parent
    last = write(without_rights / "c.txt", "It rained.")
    locked.chmod(0)
    try:
        found = read(without_rights)
        named = read(locked / "locked.txt", locked, first)
    finally:
        locked.chmod(0o700)
    assert found == [
        Submission(Article("The dam held.", id=str(first))),
        Unreadable(str(locked), "cannot be read: Permission denied"),
        Submission(Article("It rained.", id=str(last))),
    ]
    assert named == [
        Unreadable(str(locked / "locked.txt"), "cannot be read: Permission denied"),
        Unreadable(str(locked), "cannot be read: Permission denied"),
        found[0],
    ]


def test_files_that_can_be_listed_and_not_looked_at_are_said(without_rights: Path) -> None:
    path = write(without_rights / "listed" / "a.txt", "The dam held.")
    path.parent.chmod(0o400)
    try:
        assert read(path.parent) == [Unreadable(str(path), "cannot be read: Permission denied")]
    finally:
        path.parent.chmod(0o700)


@pytest.mark.parametrize(
    ("name", "where", "problem"),
    [
        ("", "''", "cannot be read: it names no file"),
        ("x" * 5_000 + ".txt", "x" * 5_000 + ".txt", "cannot be read: File name too long"),
    ],
)
def test_a_name_that_names_nothing_costs_only_itself(
    tmp_path: Path, name: str, where: str, problem: str
) -> None:
    good = write(tmp_path / "good.txt", "The dam held.")
    first, second = read(name, good)
    assert first == Unreadable(where, problem)
    assert isinstance(second, Submission)


TOO_LARGE = "is larger than 16 MB; divide it"


@pytest.mark.parametrize("name", ["zero.txt", "zero.md", "zero.json", "zero"])
def test_a_file_without_an_end_is_too_large(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.symlink_to("/dev/zero")
    assert read(path) == [
        Unreadable(
            str(path),
            f"{TOO_LARGE}, or write what is in it as JSON lines (.jsonl), where that holds of "
            "each line",
        )
    ]


def test_a_line_without_an_end_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "zero.jsonl"
    path.symlink_to("/dev/zero")
    assert read(path) == [Unreadable(f"{path}:1", f"{TOO_LARGE} (nothing after it was read)")]


def test_the_largest_file_and_the_largest_lines_are_read(tmp_path: Path) -> None:
    text = "x" * LARGEST
    path = write(tmp_path / "large.txt", text)
    assert read(path) == [Submission(Article(text, id=str(path)))]
    line = json.dumps({"text": "x" * (LARGEST - 100)})
    lines = write(tmp_path / "large.jsonl", f"{line}\n{line}\n")
    assert [type(each) for each in read(lines)] == [Submission, Submission]


def test_half_a_surrogate_pair_is_replaced_in_an_article_so_that_offsets_stay() -> None:
    article = Article("\ud800bridge \U0001f309", "\udfff", id="caf\udce9.txt")
    assert article == Article("\ufffdbridge \U0001f309", "\ufffd", id="caf\ufffd.txt")


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "photo.jpg", "x")
    problem = (
        "holds no article; belie reads "
        ".txt .md .html .htm .docx .json .jsonl .csv .tsv .parquet .xlsx"
    )
    assert read(tmp_path) == [Unreadable(str(tmp_path), problem)]


PAGE = """<html><head><title>Dam holds after a week of rain</title>
<meta property="article:published_time" content="2023-05-02T08:00:00Z"></head>
<body><nav>Home | News | Sport</nav><article><h1>Dam holds after a week of rain</h1>
<p>The dam above the valley held through a week of rain, engineers said on Tuesday morning.</p>
<p>Two villages had been cleared as a precaution, and people may go home from Thursday.</p>
</article><footer>All rights reserved</footer></body></html>"""


def test_a_page_gives_its_article(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="reads pages only with belie[html]")
    path = write(tmp_path / "dam.html", PAGE)
    (submission,) = read(path)
    assert isinstance(submission, Submission)
    assert submission.article.published == date(2023, 5, 2)
    assert submission.article.title == "Dam holds after a week of rain"
    assert "Two villages had been cleared" in submission.article.text
    assert "Sport" not in submission.article.text


@pytest.mark.skipif(
    importlib.util.find_spec("trafilatura") is not None, reason="belie[html] is installed"
)
def test_a_page_without_the_extra_names_the_remedy(tmp_path: Path) -> None:
    path = write(tmp_path / "dam.html", PAGE)
    problem = "HTML needs trafilatura; install it with: pip install 'belie[html]'"
    assert read(path) == [Unreadable(str(path), problem)]


@pytest.mark.parametrize(
    ("raw", "notes"),
    [
        ("Café Orla.".encode("utf-8-sig"), ()),
        ("Café Orla.".encode("utf-16"), ()),
        (BOM_UTF16_BE + "Café Orla.".encode("utf-16-be"), ()),
        ("Café Orla.".encode("cp1252"), ("what is not UTF-8 was read as Windows-1252",)),
    ],
)
def test_text_is_read_in_the_encodings_of_newsrooms(
    tmp_path: Path, raw: bytes, notes: tuple[str, ...]
) -> None:
    path = write(tmp_path / "orla.txt", raw)
    assert read(path) == [Submission(Article("Café Orla.", id=str(path)), notes=notes)]


@pytest.mark.parametrize(
    "entry",
    [
        {"headline": "Dam holds", "date": "2023-05-02", "body": "It held.", "id": "7"},
        {"uri": "7", "versioncreated": "2023-05-02T10:00:00Z", "headline": "Dam holds",
         "body_text": "It held.", "type": "text"},
        {"headline": "Dam holds", "datePublished": "2023-05-02", "articleBody": "It held.",
         "guid": 7},
    ],
)  # fmt: skip
def test_keys_are_called_as_newsrooms_call_them(tmp_path: Path, entry: dict[str, object]) -> None:
    path = write(tmp_path / "dam.json", json.dumps(entry))
    assert read(path) == [Submission(Article("It held.", "Dam holds", date(2023, 5, 2), "7"))]


@pytest.mark.parametrize(
    "body",
    [
        {"body_html": "<p>It <b>held</b>.</p>"},
        {"body_xhtml": "<p>It <b>held</b>.</p>", "body_text": ""},
        {"content_html": "<p>It <b>held</b>.</p>", "content": None},
        {"content": {"rendered": "<p>It <b>held</b>.</p>", "protected": False}},
        {
            "content": {"rendered": "<p>It <b>held</b>.</p>"},
            "title": {"rendered": "Dam &amp; mill"},
        },
        {"body_html": "<p>It broke.</p>", "text": "It held."},
        {
            "bodies": [{"contenttype": "text/html", "value": "<p>It <b>held</b>.</p>"}],
            "headlines": [{"role": "main", "value": "Dam & mill"}],
        },
    ],
)
def test_a_body_in_html_is_read_where_there_is_none_in_plain_text(
    tmp_path: Path, body: dict[str, object]
) -> None:
    path = write(tmp_path / "dam.json", json.dumps({"id": "7", "date": "2023-05-02", **body}))
    title = None if {"title", "headlines"}.isdisjoint(body) else "Dam & mill"
    (submission,) = read(path)
    assert isinstance(submission, Submission)
    assert submission == Submission(Article("It held.", title, date(2023, 5, 2), "7"))
    if "text" not in body:
        (span, start, _) = submission.article.locate("text", Span(3, 7))
        assert (span, start) == (Span(9, 13), (1, 10))


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ({"body_html": 7}, "'body_html' is not a string"),
        ({"content": {"raw": "It held."}}, "'content' is not a string"),
        ({"body_html": "<p></p>"}, "is empty; there is nothing to check"),
        ({"body_htm": "<p>It held.</p>"}, "has no 'text'; an article needs it"),
    ],
)
def test_a_body_that_cannot_be_read_says_why(
    tmp_path: Path, entry: dict[str, object], problem: str
) -> None:
    path = write(tmp_path / "dam.json", json.dumps(entry))
    assert read(path) == [Unreadable(str(path), problem)]


def test_a_key_that_misspells_another_is_noted(tmp_path: Path) -> None:
    path = write(tmp_path / "dam.json", '{"text": "It held.", "publishd": "2023-05-02", "desk": 1}')
    (submission,) = read(path)
    assert isinstance(submission, Submission)
    assert submission.notes == ("'publishd' is no key of an article; did you mean 'published'?",)


def test_what_it_is_held_against_may_be_text_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "dam.json", '{"id": "a", "text": "It held.", "against": ["It broke."]}')
    other = Article("It broke.", id="a against 1")
    assert read(path) == [Submission(Article("It held.", id="a"), (other,))]


def given_on_standard_input(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_standard_input_is_read_as_the_file_that_it_is_said_to_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given_on_standard_input(monkeypatch, "# Dam holds\n\nIt **held**.")
    found = list(read_articles(["-"], input_name="dam.md"))
    assert found == [Submission(Article("It held.", "Dam holds", id="dam.md"))]


def test_standard_input_of_objects_is_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    given_on_standard_input(monkeypatch, '{"text": "One."}\n\n{"text": "Two.", "id": "b"}\n')
    notes = ("standard input was read as JSON lines",)
    assert read("-") == [
        Submission(Article("One.", id="-#1"), notes=notes),
        Submission(Article("Two.", id="b"), notes=notes),
    ]


@pytest.mark.parametrize("text", ['{"text": "One."}\nand so on', "{curly} text", "[1]"])
def test_standard_input_of_anything_else_is_text(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    given_on_standard_input(monkeypatch, text)
    assert read("-") == [Submission(Article(text, id="-"))]


def test_a_table_is_not_read_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    given_on_standard_input(monkeypatch, "kind,value\n")
    problem = "cannot be read from standard input; name the file"
    assert list(read_articles(["-"], input_name="a.csv")) == [Unreadable("a.csv", problem)]
