"""Statements in files: rows, where they stand, and what is said of a file that is none."""

import io
import json
import zipfile
from decimal import Decimal

import duckdb
import pytest
from belie import StatementError
from belie.files import LARGEST
from belie.statements.tables import Row, columns, read_rows


@pytest.fixture
def written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(name, text):
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return [
            str(row) if isinstance(row, StatementError) else row
            for row in read_rows((tmp_path / name).relative_to(tmp_path))
        ]

    return write


def test_a_table_has_a_heading_line(written):
    assert written("t.csv", "\ufeffkind, value\ncasualty,12\n\npoll,\n") == [
        Row("t.csv:2", {"kind": "casualty", "value": "12"}),
        Row("t.csv:4", {"kind": "poll", "value": ""}),
    ]


def test_columns_may_be_called_as_people_write():
    assert columns(["Kind", " Part of", "STATED WEEKDAY"]) == ["kind", "part_of", "stated_weekday"]


def test_a_cell_may_run_over_lines(written):
    rows = written("t.csv", 'kind,quote\npoll,"one\ntwo, three"\npoll,four\n')
    assert [(row.where, row.cells["quote"]) for row in rows] == [
        ("t.csv:2", "one\ntwo, three"),
        ("t.csv:4", "four"),
    ]


def test_tabs_separate_too(written):
    assert written("t.tsv", "kind\tvalue\npoll\t5%\n") == [
        Row("t.tsv:2", {"kind": "poll", "value": "5%"})
    ]


def test_json_lines_keep_their_digits(written):
    assert written("t.jsonl", '{"kind": "poll", "value": 5.10}\n') == [
        Row("t.jsonl:1", {"kind": "poll", "value": Decimal("5.10")})
    ]


def test_an_object_may_hold_several_of_one_article(written):
    data = {
        "article": "a7",
        "published": "2024-03-05",
        "statements": [{"kind": "poll"}, {"kind": "casualty", "published": "2024-03-06"}],
    }
    common = {"article": "a7", "published": "2024-03-05"}
    assert written("t.json", json.dumps(data)) == [
        Row("t.json: 1", {**common, "kind": "poll"}),
        Row("t.json: 2", {**common, "kind": "casualty", "published": "2024-03-06"}),
    ]


def test_a_table_of_parquet(written, tmp_path):
    with duckdb.connect() as session:
        rows = "SELECT 'poll' AS kind, 5 AS value UNION ALL SELECT 'casualty', NULL"
        session.execute(f"COPY ({rows}) TO '{tmp_path / 'made'}' (FORMAT parquet)")
    raw = (tmp_path / "made").read_bytes()
    assert written("t.parquet", raw) == [
        Row("t.parquet: row 1", {"kind": "poll", "value": 5}),
        Row("t.parquet: row 2", {"kind": "casualty", "value": None}),
    ]


def test_a_semicolon_may_stand_for_each_comma(written):
    assert written("t.csv", "\ufeffkind;value\r\ncasualty;9\r\n") == [
        Row("t.csv:2", {"kind": "casualty", "value": "9"})
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("t.csv", "", "t.csv:1: is empty; the first line names the columns"),
        (
            "t.csv",
            "Kind of fact,value\n",
            "t.csv:1: has no column 'kind'; the first line names the columns",
        ),
        ("t.csv", "kind,a,a\n", "t.csv:1: names the column 'a' twice"),
        (
            "t.csv",
            "kind,quote\npoll,yes, they said\n",
            "t.csv:2: has 3 cells under 2 headings; put cells with commas in quotes",
        ),
        (
            "t.csv",
            "kind;quote\npoll;yes; they said\n",
            "t.csv:2: has 3 cells under 2 headings; put cells with semicolons in quotes",
        ),
        (
            "t.csv",
            "kind,quote,value\npoll,9\n",
            "t.csv:2: has 2 cells under 3 headings; leave a cell empty, and not out",
        ),
        ("t.csv", "kind,value\n,\n", "t.csv: has no row under its headings; nothing is stated"),
        (
            "t.csv",
            b"kind\npoll\n\xff\n",
            "t.csv:3: is not UTF-8; save it as UTF-8",
        ),
        ("t.jsonl", "\n", "t.jsonl: is empty; there is nothing to check"),
        ("t.jsonl", "{\n", "t.jsonl:1: is not JSON at column 2"),
        (
            "t.jsonl",
            "3\n",
            't.jsonl:1: is no statement; write {"kind": "casualty", "value": "at least 40"}',
        ),
        ("t.jsonl", "[" * 100_000, "t.jsonl:1: is nested too deep, or holds a number too long"),
        (
            "t.doc",
            "x",
            "t.doc: holds no statements; .csv .tsv .parquet .xlsx .jsonl .json are read",
        ),
    ],
)
def test_what_is_no_row_is_said(written, name, text, said):
    assert written(name, text)[-1] == said


def workbook(rows):
    """The bytes of a workbook with one sheet, whose cells are texts and numbers."""
    head = "http://schemas.openxmlformats.org"
    cells = (
        "".join(
            f"<c><v>{cell}</v></c>"
            if isinstance(cell, int)
            else f'<c t="inlineStr"><is><t>{cell}</t></is></c>'
            for cell in row
        )
        for row in rows
    )
    sheet = "".join(f"<row>{row}</row>" for row in cells)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{head}/package/2006/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{head}/package/2006/relationships">'
            f'<Relationship Id="r1" Target="xl/workbook.xml" Type="{head}/officeDocument/2006/'
            'relationships/officeDocument"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{head}/spreadsheetml/2006/main" '
            f'xmlns:r="{head}/officeDocument/2006/relationships">'
            '<sheets><sheet name="tolls" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{head}/package/2006/relationships">'
            f'<Relationship Id="r1" Target="worksheets/sheet1.xml" Type="{head}/officeDocument/'
            '2006/relationships/worksheet"/></Relationships>'
        ),
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{head}/spreadsheetml/2006/main"><sheetData>{sheet}</sheetData>'
            "</worksheet>"
        ),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def test_a_workbook_is_a_table(written):
    pytest.importorskip("python_calamine", reason="reads workbooks only with belie[xlsx]")
    rows = [["kind", "value"], ["casualty", 12], ["poll", "5%"]]
    assert written("t.xlsx", workbook(rows)) == [
        Row("t.xlsx: row 2", {"kind": "casualty", "value": 12}),
        Row("t.xlsx: row 3", {"kind": "poll", "value": "5%"}),
    ]


def test_what_is_no_workbook_is_said(written):
    pytest.importorskip("python_calamine", reason="reads workbooks only with belie[xlsx]")
    (said,) = written("t.xlsx", "kind,value\n")
    assert said.startswith("t.xlsx: is not a workbook")


def test_what_is_no_parquet_is_said(written):
    (said,) = written("t.parquet", "kind,value\n")
    assert said.startswith("t.parquet: is not Parquet: ")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "t.json",
            (
                "t.json: is larger than 16 MB; divide it, or write what is in it as JSON lines "
                "(.jsonl), where that holds of each line"
            ),
        ),
        ("t.jsonl", "t.jsonl:1: is larger than 16 MB; divide it (nothing after it was read)"),
    ],
)
def test_json_has_the_limit_that_copy_has(written, name, said):
    assert written(name, b" " * (LARGEST + 1)) == [said]
