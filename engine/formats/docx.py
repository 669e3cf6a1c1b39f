"""Word documents: their paragraphs, as mammoth finds them."""

from __future__ import annotations

from io import BytesIO

from ..entries import EntryError
from ..model import Article
from .plain_text import read_plain_text

__all__ = ["read_docx"]


def read_docx(raw: bytes) -> Article:
    """The article that is in a document; its lines are counted as if it were saved as text.

    Raises:
        EntryError: when there is nothing in it, it is no document, or mammoth is not installed.
    """
    try:
        import mammoth
    except ImportError:
        problem = ".docx needs mammoth; install it with: pip install 'belie[docx]'"
        raise EntryError(problem) from None
    try:
        text = mammoth.extract_raw_text(BytesIO(raw)).value
    except Exception:  # noqa: BLE001 - whatever a broken archive raises
        raise EntryError("is no Word document; save it as .docx or .txt") from None
    return read_plain_text(text)
