"""Markdown: its front matter, and its words without their marks.

CommonMark with tables, as markdown-it-py reads it. Emphasis, links and tags go and their words
stay; marks of lists and headings stay, which reading understands; code and pictures go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..entries import EntryError
from ..model import Article, iso_day
from ..origin import Excerpt, excerpt
from ..values import Span
from .plain_text import headlined

__all__ = ["read_markdown"]

_FRONT_MATTER = re.compile(r"---[^\S\n]*\n(?P<fields>(?:.*\n)*?)---[^\S\n]*(?:\n|\Z)")
_LINE_MARK = re.compile(r"(?:[-*+]|\d{1,9}[.)]|\#{1,6})[^\S\n]+")
_LINK_END = re.compile(r"\]\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|\]\[[^\]]*\]|\]|>", re.DOTALL)
_NOT_LINE_BREAK = re.compile(r"[^\n]")


@cache
def _parser() -> MarkdownIt:
    # Entities and escapes are told apart from words by leaving them unjoined.
    return MarkdownIt("commonmark").enable("table").disable("text_join")


def read_markdown(source: str) -> Article:
    """The article that is in a file of Markdown.

    Raises:
        EntryError: when there is nothing in it, or its front matter cannot be read.
    """
    matter = _FRONT_MATTER.match(source)
    title, published = _front_matter(source, matter) if matter else (None, None)
    begin = matter.end() if matter else 0
    # Offsets stay what they are: what is not to be parsed is blank, and no line break grows.
    blanked = _NOT_LINE_BREAK.sub(" ", source[:begin]) + source[begin:]
    body = excerpt(source, _parts(blanked.replace("\r\n", " \n")))
    return headlined(source, body, title, published)


def _front_matter(source: str, matter: re.Match[str]) -> tuple[Excerpt | None, date | None]:
    """The title and the day of publication that stand above the text."""
    try:
        fields = yaml.safe_load(matter["fields"])
    except yaml.YAMLError as failure:
        mark = getattr(failure, "problem_mark", None)
        line = mark.line + 2 if mark is not None else 1
        raise EntryError("has front matter that is not YAML; mend or remove it", line) from None
    fields = fields if isinstance(fields, Mapping) else {}
    named = {str(key).casefold(): value for key, value in fields.items()}
    title = next((named[key] for key in ("title", "headline") if named.get(key)), None)
    day = next((named[key] for key in ("published", "date") if named.get(key)), None)
    try:
        published = None if day is None else iso_day(day)
    except ValueError as failure:
        raise EntryError(f"has front matter whose date {failure}", 1) from None
    if title is None:
        return None, published
    at = source.find(str(title), matter.start("fields"), matter.end("fields"))
    words: Span | str = str(title) if at < 0 else Span(at, at + len(str(title)))
    return excerpt(source, [words]), published


def _parts(source: str) -> Iterator[Span | str]:
    """What is to be read of Markdown: the words of its blocks, and what parts these."""
    lines = [0, *(match.end() for match in re.finditer("\n", source))]
    behind = 0
    for token in _parser().parse(source):
        if token.type != "inline" or not token.map:
            continue
        words = [*_words(source, token.children or (), max(behind, lines[token.map[0]]))]
        found = [each for each in words if isinstance(each, Span)]
        if found:
            yield from _between(source, behind, found[0].start)
            yield from words
            behind = found[-1].end


def _between(source: str, start: int, end: int) -> Iterator[Span | str]:
    """What parts two blocks: the line breaks, and the mark of a list or a heading."""
    breaks = [match.start() for match in re.finditer("\n", source[start:end])]
    if start and not breaks:
        yield " | "  # between the cells of a table
        return
    if "|" in source[start:end]:
        del breaks[1:]  # between its rows
    for each in breaks:
        yield Span(start + each, start + each + 1)
    mark = _LINE_MARK.search(source, source.rfind("\n", start, end) + 1 or start, end)
    if mark:
        yield Span(*mark.span())


def _words(source: str, tokens: Sequence[Token], position: int) -> Iterator[Span | str]:
    """The words that ``tokens`` of one block have, from ``position`` on."""
    for token in tokens:
        written = token.markup if token.type == "text_special" else token.content
        match token.type:
            case "text" | "text_special" | "code_inline" | "html_inline":
                at = source.find(written, position)
                if at < 0:
                    continue
                position = at + len(written)
                if token.type == "text_special":
                    yield token.content
                elif token.type != "html_inline" and written:
                    yield Span(at, position)
            case "softbreak" | "hardbreak":
                position = source.find("\n", position) + 1
                yield Span(position - 1, position)
            case "link_close" | "image":
                end = _LINK_END.search(source, position)
                position = end.end() if end else position
            case _:
                pass
