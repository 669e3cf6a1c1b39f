"""An article as one object of JSON, or as text, and what kept an entry from being one."""

from __future__ import annotations

import json
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from .errors import BelieError
from .knowledge import nearest
from .model import Article, Stated, iso_day

__all__ = [
    "EntryError", "Submission", "Unreadable", "decoded", "parsed", "read_entry",
    "some_text",
]  # fmt: skip


_MARKED = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}

_KEYS = {
    "text": ("text", "body", "body_text", "articleBody", "content"),
    "title": ("title", "headline"),
    "published": ("published", "date", "datePublished", "versioncreated", "firstcreated"),
    "id": ("id", "uri", "guid"),
}
"""What an article's keys are called: by belie, by IPTC's ninjs, by schema.org, and by habit."""


@dataclass(frozen=True, slots=True)
class Submission:
    """An article to check, and the articles to hold it against.

    Attributes:
        article: the copy.
        against: other copy.
        stated: the facts of the article, where it was given as statements.
        notes: how it was understood, where that was not plain, each in a sentence.
        file: the file that it was in; ``None`` for standard input that is called nothing.
    """

    article: Article
    against: tuple[Article, ...] = ()
    stated: Stated | None = None
    notes: tuple[str, ...] = ()
    file: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or an entry of one, that gave no article.

    Attributes:
        where: the file, with the line where there is one, as ``wire.jsonl:3``.
        problem: what is wrong and what to do, in one sentence.
    """

    where: str
    problem: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}"


class EntryError(BelieError):
    """What keeps the entry at hand from being an article; ``line`` is within the file."""

    def __init__(self, problem: str, line: int | None = None) -> None:
        super().__init__(problem)
        self.line = line


def decoded(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of ``raw``, without a byte order mark, and a note where it is not in Unicode.

    English that is not UTF-8 or UTF-16 is, on all but the oldest machines, Windows-1252.

    Raises:
        EntryError: when it is none of these.
    """
    for mark, encoding in _MARKED.items():
        if raw.startswith(mark):
            return _decoded(raw, encoding), ()
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as failure:
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError:
            line = raw.count(b"\n", 0, failure.start) + 1
            raise EntryError("is not UTF-8; save it as UTF-8", line) from None
    return text, ("what is not UTF-8 was read as Windows-1252",)


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        raise EntryError(f"breaks off as {encoding.upper()}; save it as UTF-8") from None


def parsed(text: str) -> object:
    """The JSON of ``text``, its digits kept; ``EntryError`` where it is none."""
    try:
        data: object = json.loads(text, parse_float=Decimal)
        return data
    except json.JSONDecodeError as failure:
        problem = f"is not JSON: {failure.msg} at column {failure.colno}"
        raise EntryError(problem, failure.lineno) from None
    except (RecursionError, ValueError):
        raise EntryError("is not an article: nested too deep, or a number too long") from None


def read_entry(data: object, fallback_id: str, where: str) -> Submission | Unreadable:
    """The article that ``data`` is, as JSON has it.

    Args:
        data: the article, with those that it is held against.
        fallback_id: what it is called if it has no id.
        where: what it is called if it is no article.
    """
    try:
        entry = _mapping(data)
        article = _article(entry, fallback_id)
        others = entry.get("against") or []
        if not isinstance(others, list):
            raise EntryError("'against' is not a list of articles")
        against = []
        for number, other in enumerate(others, start=1):
            try:
                given = {"text": other} if isinstance(other, str) else _mapping(other)
                against.append(_article(given, f"{article.id} against {number}"))
            except EntryError as problem:
                raise EntryError(f"'against' {number} {problem}") from None
    except EntryError as problem:
        return Unreadable(where, str(problem))
    return Submission(article, tuple(against), notes=tuple(_misspelt(entry)))


def _misspelt(entry: Mapping[str, Any]) -> Iterator[str]:
    """The keys that say nothing and are close to one that would."""
    known = {name for names in _KEYS.values() for name in names} | {"against"}
    for key in entry:
        if key not in known and (meant := nearest(key, known)):
            yield f"{key!r} is no key of an article{meant}"


def _mapping(data: object) -> dict[str, Any]:
    if isinstance(data, dict):
        return data
    raise EntryError('is not an article; write it as {"text": "…", "published": "2022-12-02"}')


def _article(data: Mapping[str, Any], fallback_id: str) -> Article:
    found = {
        name: next(((key, data[key]) for key in keys if data.get(key) is not None), (name, None))
        for name, keys in _KEYS.items()
    }
    if not any(key in data for key in _KEYS["text"]):
        raise EntryError("has no 'text'; an article needs it")
    for name in ("title", "published", "text"):
        key, given = found[name]
        if not isinstance(given, str | None):
            raise EntryError(f"{key!r} is not a string")
    key, identifier = found["id"]
    if isinstance(identifier, bool) or not isinstance(identifier, str | int | None):
        raise EntryError(f"{key!r} is not a string")
    key, day = found["published"]
    try:
        published = iso_day(day) if day else None
    except ValueError as failure:
        raise EntryError(f"{key!r}: {failure}") from None
    return Article(
        text=some_text(found["text"][1] or ""),
        title=_storable(found["title"][1] or "") or None,
        published=published,
        id=fallback_id if identifier in (None, "") else _storable(str(identifier)),
    )


def some_text(text: str) -> str:
    """``text``, which says something and can be stored; else ``EntryError``."""
    if not text.strip():
        raise EntryError("is empty; there is nothing to check")
    return _storable(text)


def _storable(text: str) -> str:
    if "\0" in text:
        raise EntryError("holds NUL characters; save it as UTF-8 text")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise EntryError("holds half a surrogate pair; save it as UTF-8 text") from None
    return text
