"""What the tests of pages share: facts and findings, and pages read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Any

import pytest
from belie.model import Article, Fact, Finding, Reason, Severity, Span

VOID = ("meta", "wbr", "line", "rect", "circle", "polygon")


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def walk(self) -> Iterator[Element]:
        yield self
        for each in self.inside:
            if isinstance(each, Element):
                yield from each.walk()

    def all(self, tag: str, name: str | None = None) -> list[Element]:
        """Those called ``tag``, of the class ``name`` if there is one."""
        return [e for e in self.walk() if e.tag == tag and (name is None or name in e.classes)]

    def one(self, identity: str) -> Element:
        (found,) = [each for each in self.walk() if each.attributes.get("id") == identity]
        return found

    def text(self, *without: str) -> str:
        """Its words, but for those of elements of a class among ``without``."""
        return "".join(
            each if isinstance(each, str) else each.text(*without)
            for each in self.inside
            if isinstance(each, str) or not set(without) & set(each.classes)
        )

    def copy(self) -> str:
        """The words of the article."""
        (copy,) = self.all("div", "copy")
        return copy.text("notes", "reference")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names))
        element = Element(tag, {name: value or "" for name, value in attrs})
        assert tag != "a" or all(each.tag != "a" for each in self.open), "a link in a link"
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


@pytest.fixture(scope="session")
def read() -> Callable[[str], Element]:
    """Reads HTML, whose elements must nest, have an ``id`` of their own, and lead somewhere."""

    def read(html: str) -> Element:
        reader = _Reader()
        reader.feed(html)
        reader.close()
        (page,) = reader.open
        ids = [each.attributes["id"] for each in page.walk() if "id" in each.attributes]
        assert len(ids) == len(set(ids))
        for each in page.walk():
            if each.tag == "a":
                assert each.attributes["href"].removeprefix("#") in ids
        return page

    return read


@pytest.fixture(scope="session")
def fact() -> Callable[..., Fact]:
    """Makes a fact of a passage, which is a text of the article or a span of it."""

    def fact(article: Article, passage: str | Span, **more: Any) -> Fact:
        part = more.setdefault("part", "text")
        words = article.text if part == "text" else article.title or ""
        if isinstance(passage, str):
            start = words.index(passage)
            passage = Span(start, start + len(passage))
        given = {
            "id": f"f{passage.start}-{passage.end}", "kind": "toll", "fields": {}, "value": None,
            "time": None, "source": None, "evidential": None, "stance": "asserted",
            "part_of": None, "span": passage, "sentence": passage,
            "text": words[passage.start : passage.end], "phrase": "toll/1",
            "article": article.id,
        }  # fmt: skip
        return Fact(**{**given, **more})

    return fact


@pytest.fixture(scope="session")
def finding() -> Callable[..., Finding]:
    """Makes a finding of facts by their roles."""

    def finding(
        because: str = "",
        text: str = "43 is fewer than 51",
        severity: Severity = "contradiction",
        facts: dict[str, Fact] | None = None,
        **roles: Fact | Any,
    ) -> Finding:
        more = {name: each for name, each in roles.items() if not isinstance(each, Fact)}
        named = facts or {name: each for name, each in roles.items() if isinstance(each, Fact)}
        given: dict[str, Any] = {
            "rule": "toll/two-figures", "severity": severity, "message": "43 or 51?",
            "fingerprint": "5e1f00112233", "facts": MappingProxyType(named),
            "because": (Reason(because, text, beside=True),), "argument": text,
        }  # fmt: skip
        return Finding(**{**given, **more})

    return finding
