from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from belie.entries import EntryError, Submission
from belie.model import Article, Span
from belie.sources import read_articles

pytest.importorskip("mammoth", reason="reads Word documents only with belie[docx]")

from belie.formats.docx import read_docx

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
RELATIONS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>"""


def document(*paragraphs: str) -> bytes:
    """A Word document; what stands between asterisks is a run in bold."""
    runs = (
        "".join(f"<w:r><w:t xml:space='preserve'>{run}</w:t></w:r>" for run in each.split("*"))
        for each in paragraphs
    )
    body = "".join(f"<w:p>{each}</w:p>" for each in runs)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        text = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", text)
    return file.getvalue()


def test_a_document_is_its_paragraphs_under_its_headline(tmp_path: Path) -> None:
    path = tmp_path / "mast.docx"
    path.write_bytes(document("Mast falls in Leeds", "It killed *seven people*.", "It was old."))
    (submission,) = read_articles([str(path)])
    assert isinstance(submission, Submission)
    text = "It killed seven people.\n\nIt was old.\n\n"
    assert submission.article == Article(text, "Mast falls in Leeds", id=str(path))
    start = submission.article.locate("text", Span(0, 2)).start
    assert start is not None
    assert (start.line, start.column) == (3, 1)


@pytest.mark.parametrize("raw", [b"", b"PK", b"It killed seven people."])
def test_what_is_no_document_says_what_to_do(raw: bytes) -> None:
    with pytest.raises(EntryError, match=r"^is no Word document; save it as \.docx or \.txt$"):
        read_docx(raw)
