"""A paragraph → its sentences, as spans.

A full stop is weighed by the word before it and the word after it, a question or
exclamation mark by what follows. Quotations are split like any other text, but a closing
mark stays with its sentence. What the words mean is in ``facts/words/abbreviations.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ..knowledge import FACTS, Form, kept, read_yaml
from ..model import Span

__all__ = ["LIMIT", "split_sentences"]

LIMIT = 1500
"""Code points that a sentence may have; a longer one is cut at its best punctuation."""

# It begins with one set of characters, for which a text is searched fastest. Every alternative
# takes whatever it can and never fails once begun, so that a run of marks is read once, however
# long. What follows the marks is looked at in ``_ends``.
_STOP = re.compile(
    r"""
    [.!?…\n] (?:
      (?<!\n) (?: (?<=\.) (?:[ \xa0]\.){2,}+ | [.!?…]*+ )
      (?P<closers> (?: ["'”’»)\]}*_] | \[\d{1,3}\] )*+ (?: \s["”»](?=\s|\Z) )? )
    | (?<=\n) [^\S\n]*+ (?= \n | [•‣◦▪●] | [*–-][ ] )
    )
    """,
    re.VERBOSE,
)
_NEXT = re.compile(r"\s*+[“\"‘'«(\[{*_¿¡]*+(?P<word>[^\W\d_]*+)")
_VISIBLE = re.compile(r"\S")
_LETTERS_WITH_STOPS = re.compile(r"(?:\A|\.)(?:[^\W\d_]\.)+[^\W\d_]\Z")
_ROMAN = re.compile(r"[IVXLC]+|[A-Z]")

# Where a sentence beyond the limit is cut, best first.
_CUTS = tuple(re.compile(mark) for mark in (r"[.!?…]\S?\s", r"[;:—–]\s", r",\S?\s", r"\s"))

_JOINING = frozenset("—–-,;:.!?…)]}”»")
_QUOTES = frozenset("\"'”’»")
_BEFORE_GLUED = frozenset(')]%”"’')
_ADDRESS = frozenset("/\\@#_")
_WORD_LIMIT = 12
_ZONE_LIMIT = 4

_Class = Literal["title", "reference", "shortened", "clock"]


@dataclass(frozen=True, slots=True)
class _File(Form):
    titles: tuple[str, ...]
    references: tuple[str, ...]
    shortened: tuple[str, ...]
    clock: tuple[str, ...]
    clock_continues: frozenset[str]
    clock_unit: str
    exclaimed: frozenset[str]
    openers: frozenset[str]
    speech: frozenset[str]
    domains: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Words:
    classes: Mapping[str, _Class]
    file: _File


@cache
def _words() -> _Words:
    return kept("abbreviations", _read_words)


def _read_words() -> _Words:
    file = read_yaml(FACTS / "words" / "abbreviations.yaml").parse(_File)
    named: tuple[tuple[_Class, tuple[str, ...]], ...] = (
        ("title", file.titles),
        ("reference", file.references),
        ("shortened", file.shortened),
        ("clock", file.clock),
    )
    classes: dict[str, _Class] = {}
    for name, words in named:
        for word in words:
            classes[word] = name
            if len(word) > 1 and word[0].isupper():
                classes[word.upper()] = name
    return _Words(classes, file)


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of ``text[start:end]``, in order.

    Args:
        text: the whole text; the spans count in it.
        start: first code point to read.
        end: one past the last; the end of the text by default.

    Returns:
        Spans without white space at either end, none longer than ``LIMIT``, that together
        hold every visible character. Splits stand at blank lines and bullets too.
    """
    read, shift = (text, 0) if not start and end is None else (text[start:end], start)
    last = len(read)
    spans: list[Span] = []
    begin = _skip_space(read, 0, last)
    for stop in _STOP.finditer(read, begin):
        cut = stop.start()
        if cut <= begin:
            continue
        if stop["closers"] is not None:
            if not _ends(read, stop, begin, last):
                continue
            cut = stop.end()
        _add(spans, read, begin, cut, shift)
        begin = _skip_space(read, cut, last)
    if begin < last:
        _add(spans, read, begin, last, shift)
    return spans


def _skip_space(text: str, start: int, end: int) -> int:
    visible = _VISIBLE.search(text, start, end)
    return visible.start() if visible else end


def _add(spans: list[Span], text: str, begin: int, end: int, shift: int) -> None:
    """Adds the sentence from ``begin`` to ``end``, in several parts where it is too long."""
    while end - begin > LIMIT:
        low, high = begin + LIMIT // 3, begin + LIMIT
        ends = ([m.end() for m in cut.finditer(text, low, high)][-1:] for cut in _CUTS)
        cut = next((last[0] for last in ends if last), high)
        spans.append(Span(shift + begin, shift + _trimmed(text, begin, cut)))
        begin = _skip_space(text, cut, end)
    if begin < end:
        spans.append(Span(shift + begin, shift + _trimmed(text, begin, end)))


def _trimmed(text: str, begin: int, end: int) -> int:
    while end > begin and text[end - 1].isspace():
        end -= 1
    return end


def _ends(text: str, stop: re.Match[str], begin: int, end: int) -> bool:
    """Whether the sentence from ``begin`` ends at ``stop``, a run of marks and closers."""
    dot, behind = stop.span()
    after = _NEXT.match(text, behind, end)
    start = after.start("word") if after is not None else end
    if after is None or start >= end:
        return False
    first = text[start]
    if first.islower():
        return False
    if first in _JOINING and not text.startswith(("[…]", "[...]"), start - 1):
        return False
    if not text[behind].isspace():
        return _ends_without_space(text, stop, after, begin)
    if dot - begin <= len("100") and not any(map(str.isalpha, text[begin:dot])):
        return False  # the number of a list item, or an omission at the start
    mark = text[dot : stop.start("closers")]
    if mark == ".":
        return _ends_after_word(text, dot, after, begin)
    if "?" in mark or "!" in mark:
        return _ends_loudly(text, stop, after, begin)
    is_omission = stop["closers"].startswith("]")
    return after["word"] != "I" and (is_omission or _opens(text, after))


def _ends_after_word(text: str, dot: int, after: re.Match[str], begin: int) -> bool:
    kind = _class_of(_word_before(text, dot, begin))
    if kind is None:
        return True
    following = after["word"]
    match kind:
        case "title":
            return False
        case "reference":
            first = text[after.start("word")]
            is_number = first.isdigit() or first == "#" or _ROMAN.fullmatch(following)
            return not is_number or _opens(text, after)
        case "shortened":
            return _opens(text, after)
        case "clock":
            return _opens(text, after) or not _clock_continues(text, after)


def _ends_loudly(text: str, stop: re.Match[str], after: re.Match[str], begin: int) -> bool:
    words = _words().file
    if _word_before(text, stop.start(), begin) in words.exclaimed:
        return _opens(text, after)
    if not _QUOTES.intersection(stop["closers"]):
        return True
    # A name and a verb of speech, and nothing more, still belong to the quotation.
    for token in text[stop.end() : min(after.endpos, stop.end() + 80)].split():
        bare = token.rstrip(".,;:")
        if bare in words.speech:
            return bare == token
        if not token[0].isupper():
            return True
    return True


def _ends_without_space(text: str, stop: re.Match[str], after: re.Match[str], begin: int) -> bool:
    """Whether a space was lost here: "the people.The next day"."""
    dot, first = stop.start(), after.start("word")
    before, second = text[dot - 1], text[first + 1 : first + 2]
    if stop.start("closers") - dot > 1 or not text[first].isupper():
        return False
    if not (second.islower() or (second.isspace() and _opens(text, after))):
        return False
    if after["word"].lower() in _words().file.domains:
        return False
    if before.isdigit():
        return _opens(text, after)
    if not before.islower() and before not in _BEFORE_GLUED:
        return False
    token = text[max(begin, dot - 40) : dot].rsplit(None, 1)[-1]
    is_address = token.startswith("www.") or not _ADDRESS.isdisjoint(token)
    return not is_address and _class_of(_word_before(text, dot, begin)) is None


def _word_before(text: str, dot: int, begin: int) -> str:
    lowest = max(begin, dot - _WORD_LIMIT)
    last = text[lowest:dot].rpartition(" ")[2]
    if last.isalnum():
        return last
    at = dot
    while at > lowest and (text[at - 1].isalnum() or text[at - 1] == "."):
        at -= 1
    return text[at:dot].lstrip(".")


def _class_of(word: str) -> _Class | None:
    known = _words().classes.get(word)
    if known or not word:
        return known
    is_initial = len(word) == 1 and word.isupper()
    return "shortened" if is_initial or _LETTERS_WITH_STOPS.search(word) else None


def _opens(text: str, after: re.Match[str]) -> bool:
    """Whether a sentence starts with the next word, which is no initial ("A. Smith")."""
    return after["word"] in _words().file.openers and not text.startswith(".", after.end())


def _clock_continues(text: str, after: re.Match[str]) -> bool:
    words, following = _words().file, after["word"]
    is_zone = following.isupper() and len(following) <= _ZONE_LIMIT
    at = after.start("word")
    elsewhere = text[at - 1] == "(" and text[at : at + 1].isdigit()
    if is_zone or elsewhere or following in words.clock_continues:
        return True  # "at 3 a.m. EDT", "at 3 a.m. (0300 GMT)", "at 3 a.m. on Friday"
    rest = text[after.end() : after.end() + 30].split()[:2]
    return any(word.rstrip(".,;:").lower() == words.clock_unit for word in rest)
