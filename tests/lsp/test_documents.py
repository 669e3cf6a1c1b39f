import pytest

pytest.importorskip("pygls", reason="serves an editor only with belie[lsp]")

from belie.lsp.documents import Document
from belie.lsp.positions import Lines
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text(st.sampled_from("ae \n\r\u2028é😀"), max_size=20)


@pytest.mark.parametrize(
    ("uri", "language", "suffix"),
    [
        ("file:///news/story.md", "plaintext", ".md"),
        ("file:///news/story.HTM", "html", ".htm"),
        ("file:///news/story.markdown", "markdown", ".md"),
        ("file:///news/story", "html", ".html"),
        ("file:///news/story", "text", ".txt"),
        ("untitled:Untitled-1", "markdown", ".md"),
    ],
)
def test_a_document_is_read_by_its_name_or_else_by_its_language(uri, language, suffix):
    assert Document(uri, language, 1, "").suffix == suffix


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///news/fire%20in%20K%C3%B6ln.md", "/news/fire in Köln.md"),
        ("untitled:Untitled-1", None),
        ("vscode-vfs://github/news/story.md", None),
    ],
)
def test_a_document_has_a_file_where_its_name_is_that_of_one(uri, path):
    assert Document(uri, "markdown", 1, "").path == path


@given(TEXTS, TEXTS, st.data(), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_an_edit_puts_a_text_between_two_places(text, new, data, encoding):
    document = Document("untitled:1", "plaintext", 1, text, encoding)
    lines = Lines(text, encoding)
    first, second = sorted(data.draw(st.integers(0, len(text))) for _ in "ab")
    places = [lines.place(first), lines.place(second)]
    start, end = (lines.offset(*place) for place in places)
    document.edit(places, new, 2)
    assert (document.text, document.version) == (text[:start] + new + text[end:], 2)


def test_an_edit_without_places_is_all_of_the_text():
    document = Document("untitled:1", "plaintext", 1, "old")
    document.edit(None, "new", 2)
    assert document.text == "new"
