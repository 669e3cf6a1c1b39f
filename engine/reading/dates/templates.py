"""Templates of dates, as ``facts/words/calendar.yaml`` writes them, made into expressions.

An expression runs over the code of a text (``datecodes``), a character a word. It has no
repetition, and so its work is bounded by its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from ...knowledge import Document, Form, Limits, nearest
from ...lazy import LazyPattern
from .codes import ANY_NUMBER, NUMBERS, WORD, Alphabet

__all__ = [
    "NUMBER_FIRST",
    "CalendarFile",
    "Compiler",
    "Number",
    "Piece",
    "Telling",
    "Template",
    "rarest",
    "worded",
]

Number = int | str | tuple[int, int]
"""What a word of a table stands for."""

NUMBER_FIRST = "#"
"""Stands for any number among the characters that a form may begin with."""

_Name = Annotated[str, Limits(pattern=r"^[a-z_]+$")]
_Path = tuple[str | int, ...]

_MARKS = {
    "word": f"{WORD}(?:-{WORD})?",
    "lower": WORD.replace("W", "", 1),
    "stop": r"(?= ?$| ?[-—]* ?[,.;:!?)\]\"”'—])",
    "open": r"\(",
    "close": r"\)",
}
_STOP = r"\.?"
_RARITY = {
    "year_digits": 4, "four_digits": 4, "decade_digits": 4, "iso": 4, "three_numbers": 4, "time": 4,
    "tens_digits": 2,
}  # fmt: skip
_END = rf"(?!{WORD}|%|{ANY_NUMBER})(?![-/:](?:{WORD}|{ANY_NUMBER}))"

_TOKEN = re.compile(r"\{(\w+)(?::(\w+))?\}|<!?|[\[\]()|>]|\s+|[^\W\d_]+|.")
_LEAD = re.compile(r"<(!?)([^>]*)> ?(.*)")
_SLOT = re.compile(r"\(\?P<(\w+)>")
_NAME_IN_LEAD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _GivingTemplate(Form):
    say: str
    gives: dict[_Name, str]


Template = str | _GivingTemplate
"""A template, with the slots that it gives without saying them or without such."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile(Form):
    """``facts/words/calendar.yaml``, which explains its own keys."""

    words: dict[_Name, dict[str, Number] | tuple[str, ...]]
    patterns: dict[_Name, str]
    periods: dict[_Name, tuple[Template, ...]]
    mentions: dict[_Name, tuple[Template, ...]]
    continues: dict[_Name, tuple[str, ...]]


def worded(template: Template) -> tuple[str, Mapping[str, str]]:
    """The words of a template and the slots that it gives."""
    return (template, {}) if isinstance(template, str) else (template.say, template.gives)


class Telling(NamedTuple):
    """Characters and ranges one of which must be there, and how rare they are in copy."""

    rarity: int
    among: frozenset[str]


def rarest(tellings: Iterable[Telling]) -> Telling:
    """What tells best of several; of nothing, what tells nothing."""
    return max(tellings, key=lambda one: (one.rarity, -len(one.among)), default=_NOTHING_TOLD)


_NOTHING_TOLD = Telling(0, frozenset())


class Piece(NamedTuple):
    """Part of a template, compiled.

    Attributes:
        pattern: its expression.
        firsts: the characters that it may begin with.
        optional: whether it may be empty.
        tellings: what must be there, in any order.
    """

    pattern: str
    firsts: frozenset[str] = frozenset()
    optional: bool = True
    tellings: tuple[Telling, ...] = ()


class Compiler:
    """Turns the templates of one file into pieces."""

    def __init__(self, document: Document, file: CalendarFile, alphabet: Alphabet) -> None:
        self._document = document
        self._file = file
        self._alphabet = alphabet
        self._common = frozenset(file.words.get("common", ()))
        self._built: dict[str, Piece] = {}
        self._building: list[str] = []

    def whole(self, template: str, at: _Path) -> Piece:
        """A template that must end with a word, and may begin with a lead.

        Args:
            template: its words.
            at: where it stands in the document.

        Raises:
            KnowledgeError: where it is malformed or names what is not there.
        """
        lead = _LEAD.fullmatch(template)
        piece = self.inner(lead[3] if lead else template, at)
        before, told = self._lead(lead[2], not lead[1], at) if lead else ("", ())
        return piece._replace(
            pattern=before + piece.pattern + _END, tellings=(*piece.tellings, *told)
        )

    def inner(self, template: str, at: _Path) -> Piece:
        """As ``whole``, for a template that may stand inside others."""
        return self._parse(template, at, named=True)

    def expression(self, piece: Piece, at: _Path) -> LazyPattern:
        """The expression of a piece.

        Raises:
            KnowledgeError: where it has a slot twice.
        """
        slots = _SLOT.findall(piece.pattern)
        if len(set(slots)) < len(slots):
            twice = next(slot for slot in slots if slots.count(slot) > 1)
            raise self._document.error(f"has the slot {twice!r} twice", at)
        return LazyPattern(piece.pattern)

    def _lead(self, said: str, wanted: bool, at: _Path) -> tuple[str, tuple[Telling, ...]]:
        """The look-behind for the words of a lead, and what tells of it where it must be there.

        Each look-behind needs one width.
        """
        by_width: dict[int, list[str]] = {}
        first: set[str] = set()
        for part in said.split("|"):
            named = _NAME_IN_LEAD.fullmatch(part)
            if named and named[1] in NUMBERS:
                by_width.setdefault(2, []).append(f"[{NUMBERS[named[1]]}] ")
                first.add(NUMBERS[named[1]])
                continue
            for word in self._words(named[1], at) if named else [part]:
                tokens = self._alphabet.spelt(word)
                first.update(tokens[0][1])
                spelt = "".join(_class(characters) for _, characters in tokens)
                space = "" if len(word) == 1 and not word.isalpha() else " "
                by_width.setdefault(len(tokens) + len(space), []).append(spelt + space)
        sign = "=" if wanted else "!"
        behind = [f"(?<{sign}{'|'.join(alike)})" for alike in by_width.values()]
        if not wanted:
            return "".join(behind), ()
        return f"(?:{'|'.join(behind)})", (Telling(0, frozenset(first)),)

    def _parse(self, template: str, at: _Path, *, named: bool) -> Piece:
        tokens = list(_TOKEN.finditer(template))
        piece, rest = self._choices(tokens, 0, at, named)
        if rest < len(tokens):
            problem = f"{tokens[rest].group()!r} closes nothing"
            raise self._document.error(problem, at, tokens[rest].start())
        return piece

    def _choices(
        self, tokens: Sequence[re.Match[str]], index: int, at: _Path, named: bool
    ) -> tuple[Piece, int]:
        choices: list[list[Piece]] = [[]]
        while index < len(tokens) and tokens[index].group() not in ("]", ")", ">"):
            if tokens[index].group() == "|":
                choices.append([])
                index += 1
                continue
            piece, index = self._item(tokens, index, at, named)
            choices[-1].append(piece)
        return _choice([_sequence(pieces) for pieces in choices]), index

    def _item(
        self, tokens: Sequence[re.Match[str]], index: int, at: _Path, named: bool
    ) -> tuple[Piece, int]:
        token = tokens[index]
        said = token.group()
        if said in ("[", "(", "<", "<!"):
            inside = named and said in ("[", "(")
            piece, index = self._choices(tokens, index + 1, at, inside)
            if index == len(tokens):
                raise self._document.error(f"{said!r} is not closed", at, token.start())
            return _enclosed(said, piece), index + 1
        if token[1]:
            return self._slot(token[1], token[2], at, named), index + 1
        return (Piece(" ", optional=False) if said.isspace() else self._literal(said)), index + 1

    def _slot(self, name: str, what: str | None, at: _Path, named: bool) -> Piece:
        """A slot, captured under its name; a pattern by its own name is only spelt out."""
        spelt_out = what is None and name in self._file.patterns
        if named and spelt_out:
            return _group(self._parse(self._file.patterns[name], ("patterns", name), named=True))
        piece = self._named(what or name, at)
        if not named or spelt_out or name in _MARKS:
            return piece
        return piece._replace(pattern=f"(?P<{name}>{piece.pattern})")

    def _named(self, name: str, at: _Path) -> Piece:
        """What the name of a slot stands for, without capturing anything."""
        if name not in self._built:
            if name in self._building:
                raise self._document.error(f"{name!r} contains itself", at)
            self._building.append(name)
            self._built[name] = self._build(name, at)
            self._building.pop()
        return self._built[name]

    def _build(self, name: str, at: _Path) -> Piece:
        if name in _MARKS:
            return Piece(_MARKS[name], optional=name == "stop")
        if name in NUMBERS:
            telling = Telling(_RARITY.get(name, 0), frozenset({NUMBERS[name]}))
            return Piece(f"[{NUMBERS[name]}]", frozenset(NUMBER_FIRST), False, (telling,))
        if name in self._file.patterns:
            return _group(self._parse(self._file.patterns[name], ("patterns", name), named=False))
        if name in self._file.periods:
            return _choice(
                [
                    self._parse(worded(template)[0], ("periods", name, number), named=False)
                    for number, template in enumerate(self._file.periods[name])
                ]
            )
        return self._table(self._words(name, at))

    def _words(self, name: str, at: _Path) -> Iterable[str]:
        if name not in self._file.words:
            known = [*self._file.words, *self._file.patterns, *self._file.periods, *NUMBERS]
            raise self._document.error(f"there is no {name!r}{nearest(name, known)}", at)
        return self._file.words[name]

    def _table(self, words: Iterable[str]) -> Piece:
        """One of the words; the longest first, single words as one class."""
        pieces = sorted(map(self._literal, words), key=lambda piece: -len(piece.pattern))
        longer: list[Piece] = []
        single: dict[str, list[Piece]] = {}  # by what follows their one character
        for piece in pieces:
            if piece.pattern[1:] in ("", _STOP):
                single.setdefault(piece.pattern[1:], []).append(piece)
            else:
                longer.append(piece)
        classes = [
            _choice(alike)._replace(pattern=_class("".join(one.pattern[0] for one in alike)) + stop)
            for stop, alike in single.items()
        ]
        return _group(_choice(longer + classes))

    def _literal(self, said: str) -> Piece:
        """A word or words; a full stop at the end may be left out."""
        stem = said.removesuffix(".") or said
        tokens = self._alphabet.spelt(stem)
        tellings = tuple(
            Telling(self._rarity(token), frozenset(characters))
            for token, characters in tokens
            if not token.isspace()
        )
        first = tokens[0]
        firsts = frozenset(NUMBER_FIRST) if first[0].isdecimal() else frozenset(first[1])
        pattern = "".join(_class(characters) for _, characters in tokens)
        return Piece(pattern + (_STOP if stem != said else ""), firsts, False, tellings)

    def _rarity(self, token: str) -> int:
        known = token[0].isalpha() and token.lower() not in self._common
        return len(token) if known else 0


def _class(characters: str) -> str:
    """One of some characters, as an expression; those in a row as a range."""
    if len(characters) == 1:
        return characters if characters.isalnum() else re.escape(characters)
    runs: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return f"[{''.join(chr(a) if a == b else f'{chr(a)}-{chr(b)}' for a, b in runs)}]"


def _sequence(pieces: Iterable[Piece]) -> Piece:
    pattern = ""
    firsts: frozenset[str] = frozenset()
    optional = True
    tellings: list[Telling] = []
    for piece in pieces:
        pattern += piece.pattern
        if optional:
            firsts |= piece.firsts
            optional = piece.optional
        tellings += piece.tellings
    return Piece(pattern, firsts, optional, tuple(dict.fromkeys(tellings)))


def _choice(pieces: Sequence[Piece]) -> Piece:
    if len(pieces) == 1:
        return pieces[0]
    told = [rarest(piece.tellings) for piece in pieces if piece.tellings]
    together = Telling(
        min((one.rarity for one in told), default=0),
        frozenset().union(*(one.among for one in told)),
    )
    return Piece(
        f"(?:{'|'.join(piece.pattern for piece in pieces)})",
        frozenset().union(*(piece.firsts for piece in pieces)),
        any(piece.optional for piece in pieces),
        (together,) if len(told) == len(pieces) else (),
    )


def _group(piece: Piece) -> Piece:
    return piece._replace(pattern=f"(?:{piece.pattern})")


def _enclosed(opening: str, piece: Piece) -> Piece:
    if opening == "[":
        return Piece(f"(?:{piece.pattern})?", piece.firsts)
    if opening == "(":
        return _group(piece)
    return Piece(f"(?{'=' if opening == '<' else '!'}{piece.pattern})")
