"""Capitalised runs, cut into pieces: names that the tables know, titles, and other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from .gazetteer import Entry, Gazetteer, numbers_of, without_accents
from .words import NameWords, name_words
from .world import gazetteer, read_first_names

__all__ = [
    "POSSESSIVES",
    "Piece",
    "Reader",
    "begins_sentence",
    "plain_text",
    "reader",
    "word_before",
]

_UPPER = "".join(character for character in map(chr, range(0x41, 0x250)) if character.isupper())
_LONGEST_NAME = 6
_LONG_RUN = 6
_PLAIN_WORDS = 4
_LONGEST_WORD = 24
_LONGEST_BOUND = 24
# The line break comes first: what is looked at around it costs nothing elsewhere.
_LETTERS_WITH_STOPS = re.compile(r"(?:[A-Z]\.){2,6}")
_WRAPPED = re.compile(r"\n(?=[^\W_])(?<=[^\n]{40}[^\n.!?:;]\n)")
_OPENING = "\"“‘'([{ \t"
POSSESSIVES = ("'s ", "' ")
"""What stands between an owner and what is owned."""
_BREAKS = ".!?:;\n•*|–—…”"


class Piece(NamedTuple):
    """Words of a run that belong together.

    Attributes:
        start: offset of the first code point.
        end: offset behind the last.
        text: as written, with straight apostrophes.
        entry: the actor it names, where the tables know one.
        places: the places that go by it, where the tables know some.
        title: whether it is a word of a title.
        headline: whether it stands among words that are capitalised as a headline's are.
    """

    start: int
    end: int
    text: str
    entry: Entry | None = None
    places: tuple[int, ...] = ()
    title: bool = False
    headline: bool = False


def plain_text(text: str) -> str:
    """``text``, code point for code point, with straight apostrophes and plain spaces.

    The end of a line that was wrapped at a column is a space, too.
    """
    return _WRAPPED.sub(" ", text.replace("’", "'").replace("\xa0", " "))


def begins_sentence(text: str, start: int) -> bool:
    """Whether what stands at ``start`` may be capitalised for its position alone."""
    while start and text[start - 1] in _OPENING:
        start -= 1
    return not start or text[start - 1] in _BREAKS


def word_before(text: str, start: int) -> str:
    """The word that ends one space before ``start``, in lower case; empty where there is none."""
    if not start or text[start - 1] != " ":
        return ""
    before = text[max(0, start - _LONGEST_WORD) : start - 1].rsplit(None, 1)
    return before[-1].lstrip(_OPENING).lower() if before else ""


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """Cuts text into pieces.

    Attributes:
        words: the words around names.
        world: the names that the tables know.
        first_names: first names of people.
        run: a capitalised run from its first capital on.
        bound: the particles and the article before it that belong to it.
        bound_ends: the last three characters that these may have.
        function: words that no name contains, capitalised.
        calendar: days, months and seasons, capitalised.
        skipped: words of both, which are no name alone.
        ordinary: words that are no name alone, capitalised.
        titles: words of titles and honorifics, capitalised.
        special: words of any of these sets, heads of organisations and places, and the first
            words of irregular names.
        owners: what stands before a name that may belong to a title or an owner before it.
        binders: words behind the head of an organisation, with the spaces around them.
    """

    words: NameWords
    world: Gazetteer
    first_names: frozenset[str]
    run: re.Pattern[str]
    bound: re.Pattern[str]
    bound_ends: frozenset[str]
    function: frozenset[str]
    calendar: frozenset[str]
    skipped: frozenset[str]
    ordinary: frozenset[str]
    titles: frozenset[str]
    special: frozenset[str]
    owners: tuple[str, ...]
    binders: tuple[str, ...]

    def runs(self, text: str, start: int = 0) -> Iterator[tuple[int, str]]:
        """Every capitalised run that may hold a name, with the offset it stands at.

        Args:
            text: plain text, see ``plain_text``.
            start: where to begin.
        """
        skipped, ends = self.skipped, self.bound_ends
        before = None
        for match in self.run.finditer(text, start):
            run = match[0]
            if run not in skipped:
                first = match.start()
                if text[first - 3 : first] in ends:
                    last = before.end() if before is not None else start
                    bound = self.bound.search(text, max(last, first - _LONGEST_BOUND), first)
                    if bound is not None:
                        first = bound.start()
                        run = bound[0] + run
                yield first, run
            before = match

    def pieces(self, run: str, start: int, text: str) -> list[Piece]:
        """The pieces of one run; words that are no part of a name are left out.

        Args:
            run: the run.
            start: its offset in ``text``.
            text: the text around it, into which an irregular name may reach; the run itself
                where none does.
        """
        if " " in run:
            return list(self._cut(run, start, text))
        return list(self._word(run, start, text, lone=True))

    def irregular_at(self, run: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """The irregular names that may begin in a run, with the offset of their first word."""
        found, offset = [], 0
        for word in run.split(" "):
            if names := self.world.irregular.get(word):
                found.append((offset, names))
            offset += len(word) + 1
        return tuple(found)

    def plain_start(self, run: str) -> int:
        """Where an ordinary name begins in a run, behind a word like "The"; -1 in another run.

        In such a run no word is known for anything but a first name.
        """
        words = run.split(" ")
        several = len(words)
        if several > _PLAIN_WORDS or not run.isascii() or "-" in run:
            return -1
        opens = several > 1 and (words[0] in self.function or words[0] in self.calendar)
        if not self.special.isdisjoint(words[1:] if opens else words):
            return -1
        if any(len(word) > 3 and word.isupper() for word in words) or (  # noqa: PLR2004
            several > 1 and run.isupper()
        ):
            return -1
        entries, index = self.world.entries, self.world.index
        for first in range(several):
            for end in range(max(first, opens) + 1, several + 1):
                name = " ".join(words[first:end])
                if name in entries or name in index:
                    return -1
        return len(words[0]) + 1 if opens else 0

    def look_up(self, text: str, start: int) -> Piece | None:
        """The piece that ``text`` is when the tables know it."""
        entry, places = self.world.entries.get(text), self.world.index.get(text)
        if entry is None and places is None:
            if not text.isascii():
                text_in_table = without_accents(text)
            elif len(text) > 3 and text.isupper():  # noqa: PLR2004 - shorter ones are acronyms
                text_in_table = text.title()
            else:
                return None
            entry = self.world.entries.get(text_in_table)
            places = self.world.index.get(text_in_table)
            if entry is None and places is None:
                return None
        return Piece(start, start + len(text), text, entry, numbers_of(places))

    def _cut(self, run: str, start: int, text: str) -> Iterator[Piece]:
        """The pieces of a run of several words."""
        words = run.split(" ")
        headline = self._is_headline(words)
        offset = end = start
        for index, word in enumerate(words):
            if offset >= end:  # not inside a longer name
                for piece in self._at(words, index, offset, text):
                    end = piece.end
                    yield piece._replace(headline=True) if headline else piece
            offset += len(word) + 1

    def _at(self, words: list[str], index: int, start: int, text: str) -> Iterable[Piece]:
        """The pieces that begin with word ``index`` of a run, which stands at ``start``."""
        longer = self._longer_name(words, index, start, text)
        if longer is not None:
            return (longer,)
        word = words[index]
        named = index > 0 and words[index - 1] in self.first_names  # "Theresa May"
        if word in self.function or (word in self.calendar and not named):
            return ()
        return self._word(word, start, text, lone=False)

    def _longer_name(self, words: list[str], index: int, start: int, text: str) -> Piece | None:
        """The longest name of several words of a run that begins with word ``index``."""
        end = start + len(words[index])
        ends = []
        for word in words[index + 1 : index + _LONGEST_NAME]:
            end += 1 + len(word)
            ends.append(end)
        for end in reversed(ends):
            piece = self.look_up(text[start:end], start)
            if piece is not None:
                return piece
        return None

    def _word(self, word: str, start: int, text: str, *, lone: bool) -> Iterator[Piece]:
        """The pieces of one word, or the irregular name that begins with it."""
        names = self.world.irregular.get(word, ())
        for name in names if text.startswith(names, start) else ():
            end = start + len(name)
            if text.startswith(name, start) and not text[end : end + 1].isalnum():
                piece = self.look_up(name, start)
                if piece is not None:
                    yield piece
                    return
        if word in self.titles or word in self.ordinary:
            entry = self.world.entries.get(word)
            if entry is not None or not lone or word in self.words.organisation_openers:
                title = entry is None and word in self.titles
                yield Piece(start, start + len(word), word, entry, title=title)
            return
        piece = self.look_up(word, start)
        if piece is not None:
            yield piece
        elif "-" in word:
            yield from self._compound(word, start)
        else:
            yield Piece(start, start + len(word), word)

    def _compound(self, word: str, start: int) -> Iterator[Piece]:
        """The parts of "Israel-Hamas"; the whole where the tables know none of them."""
        parts, offset, known = [], start, False
        for part in word.split("-"):
            piece = self.look_up(part, offset)
            known = known or piece is not None
            parts.append(piece or Piece(offset, offset + len(part), part))
            offset += len(part) + 1
        if known:
            yield from (part for part in parts if part.text[:1].isupper())
        else:
            yield Piece(start, start + len(word), word)

    def _is_headline(self, words: list[str]) -> bool:
        if any(
            word in self.function and not before.endswith(".") for before, word in pairwise(words)
        ):
            return True
        if len(words) >= _LONG_RUN:
            return not any(word in self.titles for word in words)
        return len(words) > 2 and all(word.isupper() for word in words)  # noqa: PLR2004


def _capitalised(words: Iterable[str]) -> set[str]:
    """Words as they stand in capitals; short ones in full capitals may be acronyms."""
    found = set()
    for word in words:
        found |= {word.capitalize(), word.title()}
        if len(word) > 2:  # noqa: PLR2004
            found.add(word.upper())
    return found


def _run_patterns(
    words: NameWords, dotted: Iterable[str]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A run of capitalised words, and what may be bound to it by a particle or an article.

    The first begins with its capital, for which a text is searched fastest; what is bound to
    that is looked for backwards. Every repetition starts with a character that the one before
    cannot match, so that the search is linear.
    """
    articles = "|".join(sorted(words.articles))
    particles = "|".join(sorted(words.particles))
    dotted = sorted(dotted, key=len, reverse=True)
    reach = max(name.index(".") for name in dotted)
    capitals: dict[str, str] = {}  # by what follows them, so that no text is matched in two ways
    for name in dotted:
        if not _LETTERS_WITH_STOPS.fullmatch(name):
            capitals[name[1:]] = capitals.get(name[1:], "") + name[0]
    abbreviations = "|".join(
        rf"(?<=[{firsts}]){re.escape(rest)}" for rest, firsts in capitals.items()
    )
    apart = r"'(?!(?:[sSmd]|ve|re|ll)\b)\w+"  # but not the end of "Kyiv's" or "they've"
    capital = (  # a word from behind its first letter on
        rf"(?:(?=[^\W_]{{0,{reach - 1}}}\.)"
        rf"(?:{abbreviations}|(?<=[A-Z])\.(?:(?:[A-Z]\.){{1,5}}|(?= ?[{_UPPER}])))"
        rf"|\w*(?:{apart})*(?:-(?:[a-z]{{1,4}}-){{0,2}}[{_UPPER}]\w*)*)"
    )
    more = rf" (?:(?=[a-z])(?:(?:{particles}) ){{0,2}}(?:(?:{articles})-)?)?[{_UPPER}]{capital}"
    return (
        re.compile(rf"[{_UPPER}](?<!\w.){capital}(?:{more})*"),
        re.compile(rf"(?<!\w)(?:(?:{particles}) ){{0,2}}(?:(?:{articles})-|(?<= ))\Z"),
    )


@cache
def reader() -> Reader:
    """The reader with all that ``facts`` knows, made at the first call."""
    words, world = name_words(), gazetteer()
    honorifics = {honorific.removesuffix(".") for honorific in words.honorifics}
    dotted = {f"{honorific}." for honorific in honorifics} | {"St."}
    dotted |= {name for name in world.index if name.endswith(".") and " " not in name}
    run, bound = _run_patterns(words, dotted)
    function = _capitalised(words.function) - world.entries.keys()
    calendar, ordinary = _capitalised(words.calendar), _capitalised(words.ordinary)
    titles = _capitalised(words.titles) | honorifics | {f"{each}." for each in honorifics}
    return Reader(
        words=words,
        world=world,
        first_names=read_first_names(),
        run=run,
        bound=bound,
        bound_ends=frozenset(
            [f" {particle} "[-3:] for particle in words.particles]
            + [f"{article}-"[-3:] for article in words.articles]
        ),
        function=frozenset(function),
        calendar=frozenset(calendar),
        skipped=frozenset(function | calendar),
        ordinary=frozenset(ordinary),
        titles=frozenset(titles),
        special=frozenset(
            function
            | calendar
            | ordinary
            | titles
            | words.organisations
            | words.feature_heads
            | world.irregular.keys()
        ),
        owners=(*POSSESSIVES, *(f" {word} " for word in words.possession)),
        binders=tuple(f" {word} " for word in words.binders),
    )
