"""An article as one object of JSON, or as text, and what kept an entry from being one."""

from __future__ import annotations

import json
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from .errors import BelieError
from .knowledge import nearest
from .model import Article, Stated, iso_day

__all__ = [
    "EntryError", "Submission", "Unreadable", "decoded", "parsed", "read_entry",
    "some_text", "submission_of",
]  # fmt: skip


_MARKED = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}

_KEYS = {
    "text": ("text", "body", "body_text", "articleBody", "content", "content_text"),
    "title": ("title", "headline"),
    "published": (
        "published",
        "date",
        "datePublished",
        "date_published",
        "versioncreated",
        "firstcreated",
    ),
    "id": ("id", "uri", "guid"),
}
"""What an article's keys are called: by belie, by IPTC's ninjs, by schema.org, and by habit."""

_MARKED_UP = ("body_html", "body_xhtml", "content_html", "html")
"""What a body in HTML is called; it is read where there is none in plain text."""

_LISTED = {"headlines": "headline", "bodies": "body_text"}
"""What ninjs 2 and later have as lists, of which the first counts: each with the key of one."""

_RENDERED = "rendered"
"""Under the key of a title or a body, as WordPress has it, what it is in HTML."""


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
        is_fault: whether it should have given one; a report of belie beside copy need not.
    """

    where: str
    problem: str
    is_fault: bool = True

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}"


class EntryError(BelieError):
    """What keeps the entry at hand from being an article; ``line`` is within the file.

    Attributes:
        at: where in an object of JSON it stands, a path of keys and indexes.
    """

    def __init__(
        self, problem: str, line: int | None = None, at: tuple[str | int, ...] = ()
    ) -> None:
        super().__init__(problem)
        self.line = line
        self.at = at


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
    """As ``submission_of``; in the place of an article what keeps ``data`` from being one.

    Args:
        data: the article, with those that it is held against.
        fallback_id: what it is called if it has no id.
        where: what it is called if it is no article.
    """
    try:
        return submission_of(data, fallback_id)
    except EntryError as problem:
        return Unreadable(where, str(problem))


def submission_of(data: object, fallback_id: str) -> Submission:
    """The article that ``data`` is, as JSON has it, called ``fallback_id`` if it has no id.

    Raises:
        EntryError: when it is none.
    """
    entry = _mapping(data)
    article = _article(entry, fallback_id)
    others = entry.get("against") or []
    if not isinstance(others, list):
        raise EntryError("'against' is not a list of articles", at=("against",))
    against = []
    for number, other in enumerate(others, start=1):
        try:
            given = {"text": other} if isinstance(other, str) else _mapping(other)
            against.append(_article(given, f"{article.id} against {number}"))
        except EntryError as problem:
            at = ("against", number - 1, *(problem.at if isinstance(other, dict) else ()))
            raise EntryError(f"'against' {number} {problem}", at=at) from None
    return Submission(article, tuple(against), notes=tuple(_misspelt(entry)))


def _misspelt(entry: Mapping[str, Any]) -> Iterator[str]:
    """The keys that say nothing and are close to one that would."""
    known = {name for names in _KEYS.values() for name in names}
    known |= {"against", *_MARKED_UP, *_LISTED}
    for key in entry:
        if key not in known and (meant := nearest(key, known)):
            yield f"{key!r} is no key of an article{meant}"


def _mapping(data: object) -> dict[str, Any]:
    if isinstance(data, dict):
        return data
    raise EntryError('is not an article; write it as {"text": "…", "published": "2022-12-02"}')


def _article(data: Mapping[str, Any], fallback_id: str) -> Article:
    data, html = _unrendered(_unlisted(data))
    found = {
        name: next(((key, data[key]) for key in keys if data.get(key) is not None), (name, None))
        for name, keys in _KEYS.items()
    }
    if html is None and not any(key in data for key in _KEYS["text"]):
        raise EntryError("has no 'text'; an article needs it")
    for name in ("title", "published", "text"):
        key, given = found[name]
        if not isinstance(given, str | None):
            raise EntryError(f"{key!r} is not a string", at=(key,))
    key, identifier = found["id"]
    if isinstance(identifier, bool) or not isinstance(identifier, str | int | None):
        raise EntryError(f"{key!r} is not a string", at=(key,))
    key, day = found["published"]
    try:
        published = iso_day(day) if day else None
    except ValueError as failure:
        raise EntryError(f"{key!r}: {failure}", at=(key,)) from None
    key, title = found["title"]
    title = _storable(title or "", key) or None
    key, identifier = found["id"]
    name = fallback_id if identifier in (None, "") else _storable(str(identifier), key)
    key, text = found["text"][0], found["text"][1] or ""
    if html is not None and not text.strip():
        from .formats.fragment import read_fragment  # built on this module

        return replace(read_fragment(_storable(html), title, published), id=name)
    return Article(some_text(text, key), title, published, name)


def _unlisted(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The entry with the first of its headlines and of its bodies, where it has lists of them."""
    plain = dict(data)
    for many, one in _LISTED.items():
        given = data.get(many)
        if isinstance(given, list) and given and isinstance(given[0], dict) and one not in data:
            marked = "html" in str(given[0].get("contenttype", ""))
            plain["body_html" if marked else one] = given[0].get("value")
    return plain


def _unrendered(data: Mapping[str, Any]) -> tuple[Mapping[str, Any], str | None]:
    """The entry with each title that is rendered as its words, and its body in HTML, if any.

    Raises:
        EntryError: when that body is no text.
    """
    from .formats.fragment import shown_words

    html = next(((key, data[key]) for key in _MARKED_UP if data.get(key) is not None), None)
    plain = dict(data)
    for name in ("title", "text"):
        for key in _KEYS[name]:
            given = data.get(key)
            if isinstance(given, dict) and isinstance(given.get(_RENDERED), str):
                if name == "title":
                    plain[key] = shown_words(given[_RENDERED])
                else:
                    del plain[key]
                    html = html or (key, given[_RENDERED])
    if html is not None and not isinstance(html[1], str):
        raise EntryError(f"{html[0]!r} is not a string", at=(html[0],))
    return plain, html and html[1]


def some_text(text: str, *at: str) -> str:
    """``text``, which says something and can be stored.

    Args:
        text: what is given.
        at: the key that it stands under.

    Raises:
        EntryError: when it does not, or cannot.
    """
    if not text.strip():
        raise EntryError("is empty; there is nothing to check", at=at)
    return _storable(text, *at)


def _storable(text: str, *at: str) -> str:
    if "\0" in text:
        raise EntryError("holds NUL characters; save it as UTF-8 text", at=at)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise EntryError("holds half a surrogate pair; save it as UTF-8 text", at=at) from None
    return text
