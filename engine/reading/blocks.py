"""Text → blocks: headline, paragraphs, bullets, captions, and what is not the story.

Plain text and Markdown. A blank line or a mark ends a block, and so does a line break that
no wrapping at a column explains. What a line of a page says about itself ("Read more",
"File photo") is in ``facts/words/layout.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from .layout import page_layout, plain

__all__ = ["Block", "BlockForm", "dateline_end", "find_blocks"]

BlockForm = Literal["title", "byline", "dateline", "paragraph", "bullet", "caption", "boilerplate"]
"""What a block is.

A ``title`` is the headline or a heading, a ``dateline`` a line with a date or an agency
alone, ``boilerplate`` what the page says and the story does not, other stories included.
"""

_Mark = Literal["", "bullet", "heading"]

_LINE = re.compile(r"([^\n\r\f\v\x85\u2028\u2029]*+)(?:\r\n|[\n\r\f\v\x85\u2028\u2029]|\Z)")
_MARKS = re.compile(
    r"""
    \s*+ (?: > (?=[\s>]|\Z) \s*+ )*+
    (?: (?P<symbol> [•‣⁃◦▪▫●○■□∙►➢✓] \s*+ )
      | (?P<sign> [*+–-] \s++ | (?P<number> \d{1,2} ) [.)] \s++ )
      | (?P<heading> \#{1,6} \s++ )
    )?
    """,
    re.VERBOSE,
)
_SEPARATOR = re.compile(r"[\s>_=~*#•‣⁃◦▪▫●○■□∙►➢✓·.—–|+-]*+")
_UNDERLINE = re.compile(r"\s*+(?:={3,}+|-{3,}+)\s*+")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_NUMERIC_DATE = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{2,4}")
_DASH = re.compile(r"(?<=\))\s*(?:[—–]|--?)\s*|\s+(?:[—–]|--?)\s+")
_DASH_AT_ALL = re.compile(r"[—–-](?<=[\s)].)")
_NOTE = re.compile(r"(?:\[[^\[\]]{1,100}\]\s*)+(?=[^\W\d_a-z])")
_PARENTHESIS = re.compile(r"\(([^()]*)\)")
_PLACE = re.compile(r"[^,(]*[^,(\s]")

# Code points that a line of its sort may have.
_LINE_LIMIT = 80
_LONG_LINE_LIMIT = 120
_TITLE_LIMIT = 160
_CAPTION_LIMIT = 600
_NAME_LIMIT = 6  # words
# Of the line breaks in wrapped prose, about two thirds stand before a small letter.
_WRAPPED_SHARE = 0.3
_NEARLY_FULL = 0.8

_CLOSERS = " \"'”’»)]*_"
_STOPS = (".", "!", "?", "…")
_PAUSES = (":", ",", ";")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that is read by itself.

    Attributes:
        form: what it is.
        start: offset of its first code point, behind any bullet or heading mark.
        end: offset behind its last visible one.
    """

    form: BlockForm
    start: int
    end: int


def find_blocks(text: str) -> list[Block]:
    """The blocks of ``text``, in order.

    Args:
        text: plain text or Markdown; emphasis and links are left as they are.

    Returns:
        Blocks that do not overlap and hold every visible character but bullets, heading
        and quotation marks, and lines of nothing but marks.
    """
    drafts = _join(text, _lines(text))
    blocks: list[Block] = []
    in_head, in_tail, has_title = True, False, False
    for draft in drafts:
        words = text[draft.body : draft.end]
        form = "boilerplate" if in_tail else _form_by_words(words)
        if form == "tail":
            in_tail, form = not in_head, "boilerplate"
        elif form is None:
            has_more = draft is not drafts[-1]
            form = _form_by_place(words, draft.mark, in_head and has_more, has_title)
        has_title |= form == "title"
        in_head &= form not in ("paragraph", "bullet") or " " not in words
        blocks.append(Block(form, draft.body, draft.end))
    return blocks


def _form_by_words(words: str) -> BlockForm | Literal["tail"] | None:
    """What the block says that it is; ``None`` where it says nothing of the sort."""
    if len(words) > _CAPTION_LIMIT:
        return None
    known, line = page_layout(), plain(words)
    is_tail = len(words) <= _LINE_LIMIT and not _ends_with(words, _STOPS)
    if line in known.tail.whole or (is_tail and known.tail.holds(line)):
        return "tail"
    if known.line.holds(line):
        return "boilerplate"
    if known.caption.holds(line):
        return "caption"
    if line in known.agencies or _is_date(words):
        return "dateline"
    return "byline" if _is_signed(words) else None


def _form_by_place(words: str, mark: _Mark, in_head: bool, has_title: bool) -> BlockForm:
    if mark:
        return "bullet" if mark == "bullet" else "title"
    if in_head and has_title and _is_name(words):
        return "byline"
    is_line = len(words) <= _TITLE_LIMIT and not _ends_with(words, (".", "…", *_PAUSES))
    is_headline = is_line and " " in words and not _after_dateline(words)
    return "title" if is_headline and in_head and not has_title else "paragraph"


def _ends_with(words: str, marks: tuple[str, ...]) -> bool:
    return words.rstrip(_CLOSERS).endswith(marks)


def _is_date(words: str) -> bool:
    tokens = _WORD.findall(words) if len(words) <= _LINE_LIMIT else []
    if not any(map(str.isdigit, tokens)):
        return False
    known = page_layout()
    if not all(token.isdigit() or token.lower() in known.in_dates for token in tokens):
        return False
    is_named = not known.calendar.isdisjoint(map(str.capitalize, tokens))
    return is_named or bool(_NUMERIC_DATE.search(words))


def _is_signed(words: str) -> bool:
    """Whether it is a byline that says so: "By Ana Ruiz, political correspondent"."""
    known = page_layout()
    if len(words) > _LONG_LINE_LIMIT:
        return False
    opener = next(filter(words.lower().startswith, known.signatures), None)
    if opener is None:
        return False
    return _are_names(_WORD.findall(words[len(opener) :]), known.in_names | known.in_dates)


def _is_name(words: str) -> bool:
    """Whether a line below the headline is a byline that does not say so: "Ana Ruiz"."""
    names = _WORD.findall(words)
    is_short = len(words) <= _LINE_LIMIT and 1 < len(names) <= _NAME_LIMIT
    return (
        is_short
        and not _ends_with(words, (*_STOPS, *_PAUSES))
        and not any(map(str.isdigit, names))
        and _are_names(names, page_layout().in_names)
    )


def _are_names(words: Sequence[str], others: frozenset[str]) -> bool:
    names = [word for word in words if word.lower() not in others and not word.isdigit()]
    verbs = page_layout().verbs
    return bool(names) and all(name[0].isupper() and name.lower() not in verbs for name in names)


def dateline_end(text: str, block: Block) -> int:
    """Where the story's first sentence starts in a block that may open with a dateline.

    In "KYIV, Ukraine (AP) — Shelling stopped" that is at "Shelling". A dateline is made of
    capitalised words and dates before a dash; it names an agency, starts with a place in
    capitals, or has a date and a parenthesis. Notes in brackets behind the dash belong to it.

    Returns:
        An offset into ``text``; ``block.start`` where there is no dateline.
    """
    return block.start + _after_dateline(text[block.start : block.end])


def _after_dateline(words: str) -> int:
    if not _DASH_AT_ALL.search(words, 0, _LONG_LINE_LIMIT):
        return 0
    dash = _DASH.search(words, 0, _LONG_LINE_LIMIT)
    if dash is None or words[dash.end() :][:1].islower() or not _is_dateline(words[: dash.start()]):
        return 0
    note = _NOTE.match(words, dash.end())
    return note.end() if note else dash.end()


def _is_dateline(head: str) -> bool:
    known, words = page_layout(), _WORD.findall(head)
    others = known.in_dates | known.in_names
    if not all(w.isdigit() or w[0].isupper() or w.lower() in others for w in words):
        return False
    enclosed = _PARENTHESIS.findall(head)
    if any(plain(name) in known.agencies for name in (head, *enclosed)):
        return True
    place = _PLACE.match(head)
    in_capitals = place is not None and place[0].isupper() and len(place[0]) > len("US")
    return in_capitals or bool(enclosed and not known.calendar.isdisjoint(words))


class _Line(NamedTuple):
    """A line with words on it, or several that were joined; ``body`` is behind its marks."""

    start: int
    body: int
    end: int
    mark: _Mark
    follows: bool  # directly below another
    alone: bool  # a notice, which no other line continues


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    follows = in_list = False
    for match in _LINE.finditer(text):
        start, written = match.start(), match[1]
        if _SEPARATOR.fullmatch(written):
            if follows and _UNDERLINE.fullmatch(written) and not lines[-1].follows:
                lines[-1] = lines[-1]._replace(mark="heading")
            follows = False
            continue
        above = text[lines[-1].end - 1] if follows else ":"
        mark, offset = _mark_of(written, ":" if in_list else above)
        trimmed = written.rstrip()
        end = len(trimmed.rstrip("#").rstrip() if mark == "heading" else trimmed)
        words = written[offset:end]
        is_short = len(words) <= _LINE_LIMIT and not words[0].islower()
        alone = is_short and plain(words) in page_layout().alone
        lines.append(_Line(start, start + offset, start + end, mark, follows, alone))
        in_list, follows = mark == "bullet" or (in_list and follows), True
    return lines


def _mark_of(written: str, above: str) -> tuple[_Mark, int]:
    """What a line is by the marks before its words, and where in it they begin.

    Numbers, and signs that are dashes too, need a place where a list may begin, which the
    last character of the line above tells.
    """
    marks = _MARKS.match(written)
    assert marks is not None  # noqa: S101 - every part of it may be empty
    if marks["sign"]:
        first = written[marks.end() :][:1]
        is_first = marks["number"] in (None, "1") and (above in _STOPS or not first.islower())
        if not first or not (is_first or above == ":"):
            return "", marks.start("sign")
    is_bullet = marks["symbol"] or marks["sign"]
    return "bullet" if is_bullet else "heading" if marks["heading"] else "", marks.end()


def _join(text: str, lines: Sequence[_Line]) -> list[_Line]:
    width = _wrap_width(text, lines)
    joined: list[_Line] = list(lines[:1])
    for above, line in pairwise(lines):
        if _may_continue(above, line) and _continues(text, above, line, width):
            joined[-1] = joined[-1]._replace(end=line.end)
        else:
            joined.append(line)
    return joined


def _may_continue(above: _Line, line: _Line) -> bool:
    is_plain = not line.mark and above.mark != "heading"
    return line.follows and is_plain and not (above.alone or line.alone)


def _wrap_width(text: str, lines: Sequence[_Line]) -> int:
    """The column at which the text was wrapped by hand; 0 where it was not."""
    pairs = [pair for pair in pairwise(lines) if _may_continue(*pair)]
    small = sum(text[line.body].islower() for _, line in pairs)
    if not pairs or small < _WRAPPED_SHARE * len(pairs):
        return 0
    widths = sorted(above.end - above.start for above, _ in pairs)
    width = widths[(len(widths) - 1) * 9 // 10]  # a few lines may run over
    return width if width <= _LONG_LINE_LIMIT else 0


def _continues(text: str, above: _Line, line: _Line, width: int) -> bool:
    """Whether ``line`` goes on with the paragraph of the line above it.

    It does where its first word would not have fitted there, and where a line breaks off
    before a small letter or close to the column.
    """
    length, body = above.end - above.start, text[above.body : above.end]
    first_word = text[line.body : line.end].split(None, 1)[0]
    would_fit = length + 1 + len(first_word) <= width
    if _ends_with(body[-20:], _STOPS):
        is_indented = line.body - line.start > above.body - above.start + 1
        return bool(width) and not would_fit and not is_indented
    is_cut = not would_fit or length > _NEARLY_FULL * width
    return text[line.body].islower() or (bool(width) and is_cut)
